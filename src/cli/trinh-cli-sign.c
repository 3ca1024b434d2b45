/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-sign-private.h"
#include "trinh-openssl-signer.h"
#include "trinh-token.h"

/* RFC 7512, 2.4: pin-value and pin-source */
#define PIN_IN_ADDRESS "pin-"

typedef struct
{
  char *certificate;
  char *role;
  char *image;
  char *module;
  char *number;
  char *date;
  char *output;
  int pin_descriptor;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->certificate);
  g_free (self->role);
  g_free (self->image);
  g_free (self->module);
  g_free (self->number);
  g_free (self->date);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

GBytes *
trinh_cli_read_bytes (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_session_read_bytes (file, &error);

  if (bytes == NULL)
    trinh_cli_fail (&error);
  return bytes;
}

int
trinh_cli_fail_at (const char *path,
                   GError **error)
{
  if (g_error_matches (*error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE))
    g_prefix_error (error, "“%s”: ", path);
  return trinh_cli_fail (error);
}

TrinhReport *
trinh_cli_read_carried (TrinhCliContext *context,
                        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return trinh_session_is_pdf (file) ? trinh_session_read_file (context->session, file, NULL) : NULL;
}

void
trinh_cli_describe_certificate (GString *text,
                                TrinhCertificate *certificate)
{
  g_autofree char *validity = trinh_certificate_dup_validity (certificate);

  g_string_append_printf (text, "  %s: %s\n", _ ("Organisation"), trinh_certificate_get_organisation (certificate));
  g_string_append_printf (text, "  %s: %s\n", _ ("Authority"), trinh_certificate_get_issuer (certificate));
  g_string_append_printf (text, "  %s: %s\n", _ ("Valid from – to"), validity);
  g_string_append_printf (text, "  %s: %s\n", _ ("May be used for"), trinh_certificate_get_key_usage (certificate));
}

static TrinhSigner *
open_token (const Options *options,
            GError **error)
{
  g_autofree char *module = trinh_token_find_module (options->certificate, options->module, trinh_data_folder_get (), error);
  g_autoptr (TrinhSecret) pin = module != NULL ? trinh_cli_read_pin (options->pin_descriptor, TRUE) : NULL;

  return pin != NULL ? trinh_openssl_signer_new_for_token (options->certificate, module, pin, error) : NULL;
}

/* NULL, and it is said why */
static TrinhSigner *
open_signer (const Options *options)
{
  const gboolean token = g_str_has_prefix (options->certificate, "pkcs11:");
  g_autoptr (GBytes) key_file = token ? NULL : trinh_cli_read_bytes (options->certificate);
  g_autoptr (TrinhSecret) password = NULL;
  g_autoptr (GError) error = NULL;
  TrinhSigner *signer = NULL;

  if (token && strstr (options->certificate, PIN_IN_ADDRESS) != NULL)
    trinh_cli_usage (_ ("A PIN on the command line is seen by everybody on this machine. Leave it out: it is asked for, or read from --pin-fd."));
  else if (token)
    signer = open_token (options, &error);
  else if (key_file != NULL && (password = trinh_cli_read_pin (options->pin_descriptor, FALSE)) != NULL)
    signer = trinh_openssl_signer_new_for_key_file (key_file, password, &error);
  if (error != NULL)
    trinh_cli_fail (&error);
  return signer;
}

/* Who is expected: the signatory's name as the report prints it. @name: (nullable) */
static gboolean
check_certificate (TrinhSigner *signer,
                   const char *name)
{
  TrinhCertificate *certificate = trinh_signer_get_certificate (signer);
  const TrinhCertificateFault faults = trinh_certificate_check (certificate, g_get_real_time () / G_USEC_PER_SEC, name);
  g_auto (GStrv) words = trinh_certificate_explain (certificate, faults, name);

  for (guint i = 0; words[i] != NULL; i++)
    g_printerr ("trinhky: %s\n", words[i]);
  return (faults & ~TRINH_CERTIFICATE_OTHER_NAME) == 0;
}

static int
write_signed (TrinhCliContext *context,
              TrinhSigner *signer,
              const Options *options,
              GBytes *signed_pdf)
{
  TrinhCertificate *certificate = trinh_signer_get_certificate (signer);
  g_autoptr (GString) text = g_string_new (NULL);
  const int status = trinh_cli_write (options->output, signed_pdf);

  if (status != TRINH_CLI_DONE || g_str_equal (options->output, "-"))
    return status;
  g_string_append_printf (text, _ ("Signed by %s"), trinh_certificate_get_name (certificate));
  g_string_append_c (text, '\n');
  trinh_cli_describe_certificate (text, certificate);
  return trinh_cli_write_text (text->str);
}

static const char *
get_expected_name (TrinhReport *report,
                   TrinhSigningRole role)
{
  if (report == NULL)
    return NULL;
  if (role == TRINH_SIGNING_ROLE_OFFICE)
    return trinh_office_get_name (trinh_report_get_office (report));
  return trinh_report_get_n_signatories (report) > 0 ? trinh_report_get_signatory (report, 0)->name : NULL;
}

/* A program of its own may sign what people agreed on elsewhere; that they did not here is said. */
static void
warn_of_draft (TrinhReport *report,
               const TrinhSigningOrder *order)
{
  if (order->role == TRINH_SIGNING_ROLE_SIGNATORY && report != NULL && trinh_report_get_state (report) < TRINH_STATE_APPROVED)
    g_printerr ("trinhky: %s\n", _ ("The report in the file is not approved: it is signed as it is, and the program takes it for a draft."));
}

static int
sign (TrinhCliContext *context,
      const char *path,
      const Options *options,
      TrinhSigningOrder *order)
{
  g_autoptr (GBytes) pdf = trinh_cli_read_bytes (path);
  g_autoptr (GBytes) picture = pdf != NULL && options->image != NULL ? trinh_cli_read_bytes (options->image) : NULL;
  g_autoptr (TrinhReport) report = pdf != NULL ? trinh_cli_read_carried (context, path) : NULL;
  g_autoptr (TrinhSigner) signer = NULL;
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (pdf == NULL || (options->image != NULL && picture == NULL))
    return TRINH_CLI_BAD_INPUT;
  order->picture = picture;
  if (!trinh_session_check_order (pdf, order, &error))
    return trinh_cli_fail_at (path, &error);
  warn_of_draft (report, order);
  signer = open_signer (options);
  if (signer == NULL || !check_certificate (signer, get_expected_name (report, order->role)))
    return TRINH_CLI_BAD_INPUT;
  signed_pdf = trinh_session_sign (pdf, report, signer, order, &error);
  if (signed_pdf == NULL)
    return trinh_cli_fail_at (path, &error);
  return write_signed (context, signer, options, signed_pdf);
}

static gboolean
read_order (const Options *options,
            TrinhSigningOrder *order)
{
  if (g_strcmp0 (options->role, "office") == 0)
    order->role = TRINH_SIGNING_ROLE_OFFICE;
  else if (options->role != NULL && !g_str_equal (options->role, "signatory"))
    {
      trinh_cli_usage (_ ("--as takes signatory or office."));
      return FALSE;
    }
  if (options->certificate == NULL || options->output == NULL)
    {
      trinh_cli_usage (_ ("Signing needs --certificate (a .p12 file or pkcs11:…) and -o."));
      return FALSE;
    }
  if ((options->number != NULL || options->date != NULL) && order->role != TRINH_SIGNING_ROLE_OFFICE)
    {
      trinh_cli_usage (_ ("Number and date are given by the office: --number and --date need --as office."));
      return FALSE;
    }
  if (options->date != NULL && !trinh_date_parse (options->date, &order->date))
    {
      trinh_cli_usage (_ ("Write the date after --date as year, month and day, such as 2022-06-09."));
      return FALSE;
    }
  order->number = options->number;
  return TRUE;
}

int
trinh_cli_sign (TrinhCliContext *context,
                int argc,
                char **argv)
{
  g_auto (Options) options = { .pin_descriptor = -1 };
  const GOptionEntry entries[] = {
    { "certificate", 0, 0, G_OPTION_ARG_STRING, &options.certificate, N_ ("The key: a .p12 file, or pkcs11:… for one on a token"), "FILE|URI" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("signatory or office; signatory without it"), "ROLE" },
    { "image", 0, 0, G_OPTION_ARG_FILENAME, &options.image, N_ ("The handwriting or the stamp, PNG with a transparent ground"), "PNG" },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("The number, where the signed file has an empty field for it"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The date, likewise"), "YYYY-MM-DD" },
    { "module", 0, 0, G_OPTION_ARG_FILENAME, &options.module, N_ ("The token’s PKCS#11 library; without it the usual places are searched"), "FILE" },
    { "pin-fd", 0, 0, G_OPTION_ARG_INT, &options.pin_descriptor, N_ ("Read the PIN or password from this file descriptor"), "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Where to write; - is standard output"), "OUT" },
    { 0 }
  };
  TrinhSigningOrder order = { 0 };

  if (!trinh_cli_parse (context, "PDF", entries, &argc, &argv, 1, 1) || !read_order (&options, &order))
    return TRINH_CLI_BAD_INPUT;
  return sign (context, argv[1], &options, &order);
}
