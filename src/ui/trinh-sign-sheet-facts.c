/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is signed, and by which certificate */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-letters.h"
#include "trinh-review-counts.h"
#include "trinh-review-row.h"
#include "trinh-sign-sheet-private.h"
#include "trinh-work-changes.h"

/* More than a person reads before signing; the rest is counted. */
#define MAX_ROWS 100

static void
show_report (TrinhSignSheet *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->report_row), trinh_report_get_title (report));
  adw_action_row_set_subtitle (self->report_row, trinh_office_get_name (trinh_report_get_office (report)));
}

static void
show_pages (TrinhSignSheet *self)
{
  const guint n = self->pdf != NULL ? trinh_pdf_count_pages (self->pdf) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->pages_row), n > 0);
  adw_action_row_set_subtitle (self->pages_row, text);
}

/* Of a report that was never reviewed before nothing is said: all of it is new. */
static void
show_changes (TrinhSignSheet *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = trinh_work_list_changes (self->work, &error);
  const guint n = changes != NULL ? changes->len : 0;
  g_autofree char *text = trinh_review_counts_dup_changes (changes, error);

  gtk_widget_set_visible (GTK_WIDGET (self->changes_row), changes != NULL || error != NULL);
  for (guint i = 0; i < n && i < MAX_ROWS; i++)
    adw_expander_row_add_row (self->changes_row, trinh_review_row_new_for_change (g_ptr_array_index (changes, i)));
  adw_expander_row_set_subtitle (self->changes_row, text);
  adw_expander_row_set_enable_expansion (self->changes_row, n > 0);
}

static void
show_warnings (TrinhSignSheet *self)
{
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (self->work);
  g_autofree char *text = trinh_review_counts_dup_findings (self->work);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_INFO)
        continue;
      if (n < MAX_ROWS)
        adw_expander_row_add_row (self->warnings_row, trinh_review_row_new_for_finding (self->work, finding));
      n++;
    }
  adw_expander_row_set_subtitle (self->warnings_row, text);
  adw_expander_row_set_enable_expansion (self->warnings_row, n > 0);
}

void
trinh_sign_sheet_show_facts (TrinhSignSheet *self)
{
  show_report (self);
  show_pages (self);
  show_changes (self);
  show_warnings (self);
}

static char *
describe (TrinhCertificate *certificate)
{
  g_autofree char *validity = trinh_certificate_dup_validity (certificate);
  const char *organisation = trinh_certificate_get_organisation (certificate);
  const char *usage = trinh_certificate_get_key_usage (certificate);
  g_autoptr (GString) text = g_string_new (trinh_certificate_get_name (certificate));

  if (organisation[0] != '\0')
    g_string_append_printf (text, "\n%s", organisation);
  g_string_append_printf (text, _ ("\nIssued by %s, valid %s"), trinh_certificate_get_issuer (certificate), validity);
  if (usage[0] != '\0')
    g_string_append_printf (text, _ ("\nMay be used for: %s"), usage);

  return g_strdup (text->str);
}

static void
show_doubts (TrinhSignSheet *self,
             TrinhCertificate *certificate)
{
  const char *expected = trinh_sign_sheet_get_expected (self);
  const TrinhCertificateFault faults = certificate != NULL ? trinh_certificate_check (certificate, g_get_real_time () / G_USEC_PER_SEC, expected) : 0;
  g_auto (GStrv) words = certificate != NULL ? trinh_certificate_explain (certificate, faults, expected) : NULL;
  g_autofree char *text = words != NULL ? g_strjoinv ("\n", words) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->doubt_row), text != NULL && text[0] != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->doubt_row), text != NULL ? text : "");
}

static const char *
explain_lock (TrinhKeyItem *key)
{
  switch (trinh_key_item_get_pin_state (key))
    {
    case TRINH_TOKEN_PIN_LOCKED:
      return _ ("The token is locked after too many wrong PINs. Ask the authority that gave it to unlock it.");
    case TRINH_TOKEN_PIN_FINAL_TRY:
      return _ ("This is the last try: one more wrong PIN locks the token. Look the PIN up before you type it.");
    case TRINH_TOKEN_PIN_WRONG_BEFORE:
      return _ ("A wrong PIN was given before. Three in a row lock the token.");
    case TRINH_TOKEN_PIN_GOOD:
    default:
      return _ ("Three wrong PINs in a row lock the token. Each is tried once.");
    }
}

static void
show_secret (TrinhSignSheet *self,
             TrinhKeyItem *key)
{
  const gboolean token = key != NULL && trinh_key_item_is_token (key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row), token ? _ ("PIN of the token") : _ ("Password of the key file"));
  gtk_widget_set_visible (GTK_WIDGET (self->lock_row), token);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lock_row), token ? explain_lock (key) : "");
}

static gboolean
has_token (TrinhSignSheet *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->keys)); i++)
    {
      g_autoptr (TrinhKeyItem) key = g_list_model_get_item (G_LIST_MODEL (self->keys), i);

      if (trinh_key_item_is_token (key))
        return TRUE;
    }

  return FALSE;
}

/* Software that does not work is said to whom it stands in the way, not to whoever signs with a key file. */
static void
show_token (TrinhSignSheet *self,
            gboolean any_key)
{
  GPtrArray *problems = trinh_key_list_get_problems (self->keys);
  g_autofree char *chosen = g_settings_get_string (self->settings, "token-module");
  const gboolean used_last = self->wanted != NULL && g_str_has_prefix (self->wanted, "pkcs11:");
  const gboolean lacks = !trinh_key_list_get_searching (self->keys) && !has_token (self) && !self->on_paper;
  const gboolean broken = lacks && problems->len > 0 && (used_last || chosen[0] != '\0' || !any_key);

  gtk_widget_set_visible (GTK_WIDGET (self->token_row), broken || (lacks && used_last && any_key));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->token_row), broken ? _ ("Token software that does not work") : _ ("The token that signed last is not plugged in"));
  adw_action_row_set_subtitle (self->token_row, broken ? problems->pdata[0] : _ ("Plug it in, then look again."));
}

void
trinh_sign_sheet_show_key (TrinhSignSheet *self)
{
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);
  TrinhCertificate *certificate = key != NULL ? trinh_key_item_get_certificate (key) : NULL;
  g_autofree char *words = certificate != NULL ? describe (certificate) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->key_row), key != NULL);
  gtk_widget_set_visible (self->no_key_row, key == NULL && !trinh_key_list_get_searching (self->keys));
  gtk_widget_set_visible (GTK_WIDGET (self->certificate_row), key != NULL);
  gtk_widget_set_visible (self->secret_group, key != NULL && !self->on_paper);
  adw_action_row_set_subtitle (self->certificate_row, words != NULL ? words : _ ("Shows when the key file is opened with its password"));
  show_token (self, key != NULL);
  show_doubts (self, certificate);
  show_secret (self, key);
}
