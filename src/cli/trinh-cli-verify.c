/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-sign-private.h"

static gboolean
is_good (const TrinhSignature *signature)
{
  return signature->valid && signature->state == TRINH_CERTIFICATE_STATE_TRUSTED;
}

static void
append_changes (GString *text,
                const TrinhSignature *signature)
{
  if (signature->n_unsigned > 0)
    g_string_append_printf (text, ngettext ("  After it %u byte was added that nobody signed.\n", "  After it %u bytes were added that nobody signed.\n", (guint) signature->n_unsigned), (guint) signature->n_unsigned);
  if (signature->n_stamps > 0)
    g_string_append_printf (text, ngettext ("  After it came %u document time-stamp, which this program does not judge.\n", "  After it came %u document time-stamps, which this program does not judge.\n", signature->n_stamps), signature->n_stamps);
  if (signature->covers_whole_document)
    g_string_append_printf (text, "  %s\n", _ ("It covers the whole file."));
  else if (signature->valid && signature->changes == TRINH_PDF_CHANGE_FIELDS)
    g_string_append_printf (text, "  %s\n", _ ("After it number or date were filled in and signed for."));
  else if (signature->valid && signature->n_stamps == 0)
    g_string_append_printf (text, "  %s\n", _ ("After it came nothing but further signatures."));
}

static void
append_signature (GString *text,
                  const TrinhSignature *signature)
{
  g_string_append_printf (text, "%s: %s\n", trinh_session_name_signature (signature->field), signature->certificate != NULL ? trinh_certificate_get_name (signature->certificate) : "?");
  if (signature->certificate != NULL)
    trinh_cli_describe_certificate (text, signature->certificate);
  if (signature->claimed_time != NULL)
    g_string_append_printf (text, "  %s: %s\n", _ ("Time, as the signer claims"), signature->claimed_time);
  if (signature->valid)
    g_string_append_printf (text, "  %s: %s\n", _ ("Integrity"), _ ("valid"));
  else
    g_string_append_printf (text, "  %s: %s: %s\n", _ ("Integrity"), _ ("not valid"), signature->fault);
  append_changes (text, signature);
  g_string_append_printf (text, "  %s: %s\n", _ ("Certificate"), trinh_certificate_state_get_name (signature->state));
  if (signature->revocation == TRINH_REVOCATION_UNKNOWN)
    g_string_append_printf (text, "  %s\n", _ ("Whether it was revoked is not known: no list of its authority that is valid today was imported."));
}

static char *
describe (GPtrArray *signatures,
          const char *match)
{
  GString *text = g_string_new (NULL);

  if (signatures->len == 0)
    g_string_append_printf (text, "%s\n", _ ("The file is not signed."));
  for (guint i = 0; i < signatures->len; i++)
    append_signature (text, g_ptr_array_index (signatures, i));
  if (match != NULL)
    g_string_append_printf (text, "%s\n", match);
  return g_string_free_and_steal (text);
}

static gboolean
add_file (TrinhTrust *trust,
          const char *path,
          gboolean authority,
          GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  if (bytes == NULL)
    return FALSE;
  return authority ? trinh_trust_add_authority (trust, bytes, error) != NULL : trinh_trust_add_list (trust, bytes, error);
}

static gboolean
add_files (TrinhTrust *trust,
           char **paths,
           gboolean authority,
           GError **error)
{
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    if (!add_file (trust, paths[i], authority, error))
      return FALSE;
  return TRUE;
}

/* What is given on the command line counts for this time alone. */
static TrinhTrust *
make_trust (char **authorities,
            char **lists,
            GError **error)
{
  g_autoptr (TrinhTrust) trust = trinh_session_make_trust ();

  trinh_trust_forget_folder (trust);
  if (!add_files (trust, authorities, TRUE, error) || !add_files (trust, lists, FALSE, error))
    return NULL;
  return g_steal_pointer (&trust);
}

static int
print (GPtrArray *signatures,
       gboolean attached,
       TrinhPagesMatch match,
       const char *explanation,
       gboolean json)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (json)
    {
      node = trinh_session_signatures_to_json (signatures, attached, match);
      return trinh_cli_write_json (node);
    }
  text = describe (signatures, explanation);
  return trinh_cli_write_text (text);
}

static int
verify (TrinhCliContext *context,
        const char *path,
        TrinhTrust *trust,
        gboolean json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) pdf = trinh_cli_read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = pdf != NULL ? trinh_pdf_verify (pdf, trust, &error) : NULL;
  g_autoptr (TrinhReport) report = NULL;
  g_autofree char *explanation = NULL;
  TrinhPagesMatch match = TRINH_PAGES_MATCH_UNKNOWN;
  gboolean good;
  int status;

  if (signatures == NULL)
    return error != NULL ? trinh_cli_fail_at (path, &error) : TRINH_CLI_BAD_INPUT;
  report = trinh_cli_read_carried (context, path);
  if (report != NULL)
    trinh_session_match_pages (context->session, file, &match, &explanation, NULL);
  status = print (signatures, report != NULL, match, explanation, json);
  good = signatures->len > 0;
  for (guint i = 0; i < signatures->len; i++)
    good = good && is_good (g_ptr_array_index (signatures, i));
  return status != TRINH_CLI_DONE ? status : good ? TRINH_CLI_DONE
                                                  : TRINH_CLI_NO;
}

int
trinh_cli_verify (TrinhCliContext *context,
                  int argc,
                  char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) authorities = NULL;
  g_auto (GStrv) lists = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &authorities, N_ ("Trust this authority’s certificate too, this time"), "FILE" },
    { "crl", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &lists, N_ ("A list of revoked certificates, this time"), "FILE" },
    { 0 }
  };
  g_autoptr (TrinhTrust) trust = NULL;
  g_autoptr (GError) error = NULL;

  if (!trinh_cli_parse (context, "PDF", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  trust = make_trust (authorities, lists, &error);
  if (trust == NULL)
    return trinh_cli_fail (&error);
  return verify (context, argv[1], trust, json);
}

static void
describe_authorities (GString *text,
                      GPtrArray *authorities)
{
  for (guint i = 0; i < authorities->len; i++)
    {
      TrinhCertificate *authority = g_ptr_array_index (authorities, i);

      g_string_append_printf (text, "%s\n", trinh_certificate_get_name (authority));
      trinh_cli_describe_certificate (text, authority);
      g_string_append_printf (text, "  SHA-256: %s\n", trinh_certificate_get_fingerprint (authority));
    }
}

static char *
describe_trust (TrinhTrust *trust)
{
  GString *text = g_string_new (NULL);

  describe_authorities (text, trinh_trust_get_authorities (trust));
  describe_authorities (text, trinh_trust_get_shipped (trust));
  g_string_append_printf (text, ngettext ("%u list of revoked certificates", "%u lists of revoked certificates", trinh_trust_get_n_lists (trust)), trinh_trust_get_n_lists (trust));
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}

int
trinh_cli_trust (TrinhCliContext *context,
                 int argc,
                 char **argv)
{
  const GOptionEntry entries[] = { { 0 } };
  g_autoptr (TrinhTrust) trust = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *word;
  gboolean done;

  if (!trinh_cli_parse (context, "[add FILE | crl FILE | remove FINGERPRINT]", entries, &argc, &argv, 0, 2))
    return TRINH_CLI_BAD_INPUT;
  trust = trinh_session_make_trust ();
  word = argc > 1 ? argv[1] : "list";
  if (argc == 3 && g_str_equal (word, "remove"))
    done = trinh_trust_remove_authority (trust, argv[2], &error);
  else if (argc == 3 && (g_str_equal (word, "add") || g_str_equal (word, "crl")))
    done = add_file (trust, argv[2], g_str_equal (word, "add"), &error);
  else if (argc <= 2 && g_str_equal (word, "list"))
    done = TRUE;
  else
    return trinh_cli_usage (_ ("“trinhky trust” takes add FILE, crl FILE or remove FINGERPRINT, or nothing to list whom the office trusts."));
  if (!done)
    return trinh_cli_fail (&error);
  text = describe_trust (trust);
  return trinh_cli_write_text (text);
}
