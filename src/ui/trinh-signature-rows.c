/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-sign.h"
#include "trinh-signature-rows.h"

/* How good an answer is; the words say it too */
typedef enum
{
  MARK_GOOD,
  MARK_DOUBT,
  MARK_BAD,
  MARK_NONE,
} Mark;

static const struct
{
  const char *icon;
  const char *style;
} marks[] = {
  [MARK_GOOD] = { "trinhky-complete-symbolic", "success" },
  [MARK_DOUBT] = { "trinhky-warning-symbolic", "warning" },
  [MARK_BAD] = { "trinhky-error-symbolic", "error" },
  [MARK_NONE] = { "trinhky-info-symbolic", "dim-label" },
};

static void
add_row (GtkWidget *group,
         Mark mark,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (marks[mark].icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (icon, marks[mark].style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static guint
count_invalid (GPtrArray *signatures)
{
  guint n = 0;

  for (guint i = 0; i < signatures->len; i++)
    n += !((const TrinhSignature *) g_ptr_array_index (signatures, i))->valid;

  return n;
}

static void
add_verdict (GtkWidget *group,
             const TrinhSignatureCheck *check)
{
  const guint n = check->signatures->len;
  const guint n_invalid = count_invalid (check->signatures);
  g_autofree char *title = NULL;

  if (n_invalid > 0)
    {
      title = g_strdup_printf (ngettext ("%u signature is not valid", "%u signatures are not valid", n_invalid), n_invalid);
      add_row (group, MARK_BAD, title, _ ("The file is not as it was signed. Do not rely on it; ask for it again where it comes from."));
    }
  else if (trinh_signature_check_is_good (check))
    {
      add_row (group, MARK_GOOD, n == 1 ? _ ("The signature is valid") : _ ("All signatures are valid"), _ ("The file is as it was signed, by certificates that a known authority stands for."));
    }
  else
    {
      add_row (group, MARK_DOUBT, n == 1 ? _ ("The signature is whole, but its certificate leaves a doubt") : _ ("The signatures are whole, but a certificate leaves a doubt"), _ ("The file is as it was signed. Who signed it is not certain: see the row “Certificate”."));
    }
}

GtkWidget *
trinh_signature_rows_new_verdict (const TrinhSignatureCheck *check)
{
  static const Mark matches[] = { [TRINH_PAGES_MATCH_UNKNOWN] = MARK_DOUBT, [TRINH_PAGES_MATCH_YES] = MARK_GOOD, [TRINH_PAGES_MATCH_NO] = MARK_BAD };
  GtkWidget *group;

  g_return_val_if_fail (check != NULL, NULL);

  group = adw_preferences_group_new ();
  add_verdict (group, check);
  if (check->attached)
    add_row (group, matches[check->match], _ ("Pages and data"), check->explanation != NULL ? check->explanation : _ ("It cannot be told whether the pages show what the attached report says."));
  else
    add_row (group, MARK_NONE, _ ("Pages and data"), _ ("The file carries no report of this program."));

  return group;
}

static void
add_signer (GtkWidget *group,
            TrinhCertificate *certificate)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (certificate == NULL)
    {
      add_row (group, MARK_BAD, _ ("Signed by"), _ ("The signature names nobody."));
      return;
    }
  g_string_append (text, trinh_certificate_get_name (certificate));
  if (trinh_certificate_get_organisation (certificate)[0] != '\0')
    g_string_append_printf (text, "\n%s", trinh_certificate_get_organisation (certificate));
  if (trinh_certificate_get_code (certificate)[0] != '\0')
    g_string_append_printf (text, "\n%s", trinh_certificate_get_code (certificate));
  add_row (group, MARK_NONE, _ ("Signed by"), text->str);
}

/* The words stand in sentences elsewhere. (transfer full) */
static char *
dup_state (TrinhCertificateState state)
{
  const char *name = trinh_certificate_state_get_name (state);
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (name), NULL);
}

static void
add_certificate (GtkWidget *group,
                 const TrinhSignature *signature)
{
  static const Mark states[] = {
    [TRINH_CERTIFICATE_STATE_UNKNOWN] = MARK_DOUBT,
    [TRINH_CERTIFICATE_STATE_TRUSTED] = MARK_GOOD,
    [TRINH_CERTIFICATE_STATE_UNTRUSTED] = MARK_BAD,
    [TRINH_CERTIFICATE_STATE_EXPIRED] = MARK_DOUBT,
    [TRINH_CERTIFICATE_STATE_REVOKED] = MARK_BAD,
  };
  g_autofree char *validity = trinh_certificate_dup_validity (signature->certificate);
  g_autofree char *state = dup_state (signature->state);
  g_autofree char *text = g_strdup_printf (_ ("%s\nIssued by %s, valid %s"), state, trinh_certificate_get_issuer (signature->certificate), validity);

  add_row (group, states[signature->state], _ ("Certificate"), text);
}

static void
add_changes (GtkWidget *group,
             const TrinhSignature *signature)
{
  const char *title = _ ("Extent");
  g_autofree char *text = NULL;

  if (signature->n_unsigned > 0)
    {
      text = g_strdup_printf (ngettext ("After it %u byte was added that nobody signed.", "After it %u bytes were added that nobody signed.", (guint) signature->n_unsigned), (guint) signature->n_unsigned);
      add_row (group, MARK_BAD, title, text);
    }
  else if (!signature->valid)
    return;
  else if (signature->covers_whole_document)
    add_row (group, MARK_GOOD, title, _ ("It covers the whole file."));
  else if (signature->changes == TRINH_PDF_CHANGE_NONE && signature->n_stamps == 0)
    add_row (group, MARK_GOOD, title, _ ("After it came nothing but further signatures."));
  else if (signature->changes == TRINH_PDF_CHANGE_NONE)
    add_row (group, MARK_GOOD, title, _ ("After it came nothing but further signatures and time-stamps."));
  else if (signature->changes == TRINH_PDF_CHANGE_FIELDS)
    add_row (group, MARK_GOOD, title, _ ("After it number or date were filled in and signed for."));
  else
    add_row (group, MARK_BAD, title, _ ("After it pages or other parts were changed."));
}

static void
add_stamps (GtkWidget *group,
            guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u came after it. This program does not judge it.", "%u came after it. This program does not judge them.", n), n);
  add_row (group, MARK_NONE, _ ("Document time-stamps"), text);
}

static char *
dup_time (const char *claimed)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (claimed, NULL);

  return time != NULL ? g_date_time_format (time, "%H:%M %d/%m/%Y") : g_strdup (claimed);
}

static void
add_time (GtkWidget *group,
          const TrinhSignature *signature)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (signature->claimed_time == NULL)
    {
      add_row (group, MARK_NONE, _ ("Time, as the signer claims"), _ ("None is named."));
      return;
    }
  time = dup_time (signature->claimed_time);
  if (signature->valid_at_claimed_time)
    text = g_strdup_printf (_ ("%s. The certificate was valid then; nobody else vouches for the time."), time);
  else
    text = g_strdup_printf (_ ("%s. Nobody else vouches for the time."), time);
  add_row (group, MARK_NONE, _ ("Time, as the signer claims"), text);
}

static void
add_revocation (GtkWidget *group,
                TrinhRevocation revocation)
{
  const char *title = _ ("Taken back");

  if (revocation == TRINH_REVOCATION_REVOKED)
    add_row (group, MARK_BAD, title, _ ("The authority took the certificate back."));
  else if (revocation == TRINH_REVOCATION_GOOD)
    add_row (group, MARK_GOOD, title, _ ("No, as the authority's list that was imported says."));
  else
    add_row (group, MARK_NONE, title, _ ("Not known: the network is not asked, and no list of the authority that is valid today was imported."));
}

/* A fault is said in words that others put into a sentence: "the file was changed after it was signed". (transfer full) */
static char *
dup_sentence (const char *words)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (sentence, g_utf8_next_char (words));
  if (!g_str_has_suffix (words, "."))
    g_string_append_c (sentence, '.');

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

static void
add_integrity (GtkWidget *group,
               const TrinhSignature *signature)
{
  g_autofree char *fault = signature->valid ? NULL : dup_sentence (signature->fault);

  add_row (group, signature->valid ? MARK_GOOD : MARK_BAD, _ ("Integrity"), signature->valid ? _ ("The file is exactly as it was signed.") : fault);
}

GtkWidget *
trinh_signature_rows_new (const TrinhSignature *signature)
{
  GtkWidget *group;

  g_return_val_if_fail (signature != NULL, NULL);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), trinh_session_name_signature (signature->field));
  add_signer (group, signature->certificate);
  add_integrity (group, signature);
  if (signature->certificate != NULL)
    add_certificate (group, signature);
  add_changes (group, signature);
  add_stamps (group, signature->n_stamps);
  add_time (group, signature);
  if (signature->certificate != NULL)
    add_revocation (group, signature->revocation);

  return group;
}
