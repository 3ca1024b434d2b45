/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Authorities and lists of revoked certificates */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-signing-error.h"
#include "trinh-signing-page-private.h"

#define FINGERPRINT "id"
/* Eight pairs with their colons */
#define LINE_LENGTH 24

static void
remove_authority (TrinhSigningPage *self,
                  const char *response,
                  AdwAlertDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "remove"))
    return;
  if (!trinh_trust_remove_authority (self->trust, g_object_get_data (G_OBJECT (dialog), FINGERPRINT), &error))
    trinh_signing_page_show_error (self, _ ("Authority not removed"), error);
  trinh_signing_page_fill_trust (self);
}

static void
remove_authority_cb (TrinhSigningPage *self,
                     GtkButton *button)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Forget this authority?"), _ ("Signatures whose certificates it issued will count as of unknown authority. It can be imported again."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), FINGERPRINT, g_strdup (g_object_get_data (G_OBJECT (button), FINGERPRINT)), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_authority), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_authority (TrinhSigningPage *self,
               TrinhCertificate *authority,
               gboolean shipped)
{
  g_autofree char *validity = trinh_certificate_dup_validity (authority);
  g_autofree char *words = g_strdup_printf (_ ("Valid %s\nFingerprint (SHA-256): %s"), validity, trinh_certificate_get_fingerprint (authority));
  g_autofree char *with_origin = shipped ? g_strdup_printf ("%s\n%s", _ ("Came with the program"), words) : NULL;
  AdwActionRow *row = trinh_signing_page_add_row (self->authorities_group, self->authority_rows, trinh_certificate_get_name (authority), shipped ? with_origin : words, "security-high-symbolic");

  if (!shipped)
    trinh_signing_page_add_remove (self, row, trinh_certificate_get_fingerprint (authority), G_CALLBACK (remove_authority_cb));
}

static void
add_authorities (TrinhSigningPage *self,
                 GPtrArray *authorities,
                 gboolean shipped)
{
  for (guint i = 0; i < authorities->len; i++)
    add_authority (self, g_ptr_array_index (authorities, i), shipped);
}

void
trinh_signing_page_fill_trust (TrinhSigningPage *self)
{
  const guint n_lists = trinh_trust_get_n_lists (self->trust);
  g_autofree char *lists = g_strdup_printf (ngettext ("%u list was imported", "%u lists were imported", n_lists), n_lists);

  for (guint i = 0; i < self->authority_rows->len; i++)
    adw_preferences_group_remove (self->authorities_group, g_ptr_array_index (self->authority_rows, i));
  g_ptr_array_set_size (self->authority_rows, 0);
  add_authorities (self, trinh_trust_get_authorities (self->trust), FALSE);
  add_authorities (self, trinh_trust_get_shipped (self->trust), TRUE);
  if (self->authority_rows->len == 0)
    trinh_signing_page_add_row (self->authorities_group, self->authority_rows, _ ("No authority was imported"), _ ("Take the certificate from the authority's own site or from whoever gave out the tokens, and compare its fingerprint."), NULL);
  adw_action_row_set_subtitle (self->lists_row, n_lists > 0 ? lists : _ ("None was imported: whether a certificate was taken back stays unknown, for the program never asks the network."));
}

static void
trust (TrinhSigningPage *self,
       const char *response,
       AdwAlertDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "trust"))
    return;
  if (trinh_trust_add_authority (self->trust, g_object_get_data (G_OBJECT (dialog), "bytes"), &error) == NULL)
    trinh_signing_page_show_error (self, _ ("Authority not kept"), error);
  trinh_signing_page_fill_trust (self);
}

/* In lines of the same length, and no pair of letters in two lines: so they are compared more easily. */
static char *
dup_lines (const char *fingerprint)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gsize i = 0;

  for (const char *part = fingerprint; *part != '\0'; part++, i++)
    {
      if (i > 0 && i % LINE_LENGTH == 0)
        g_string_append_c (lines, '\n');
      g_string_append_c (lines, *part);
    }

  return g_strdup (lines->str);
}

static GtkWidget *
make_fingerprint (TrinhCertificate *authority)
{
  g_autofree char *lines = dup_lines (trinh_certificate_get_fingerprint (authority));
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");

  return label;
}

static void
ask (TrinhSigningPage *self,
     TrinhCertificate *authority,
     GBytes *bytes)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Rely on this authority?"), NULL);
  g_autofree char *validity = trinh_certificate_dup_validity (authority);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _ ("%s\nValid %s\n\nCompare this fingerprint (SHA-256) letter by letter with the one that the authority publishes. Only where both are the same may you rely on it."),
                                trinh_certificate_get_name (authority),
                                validity);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_fingerprint (authority));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "trust", _ ("_Rely on it"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "bytes", g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (trust), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
trinh_signing_page_import_authority (TrinhSigningPage *self,
                                     GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhCertificate) authority = NULL;

  g_return_if_fail (TRINH_IS_SIGNING_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = trinh_session_read_bytes (file, &error);
  authority = bytes != NULL ? trinh_certificate_new_from_bytes (bytes, &error) : NULL;
  if (authority != NULL && !trinh_certificate_is_authority (authority))
    g_set_error (&error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_CERTIFICATE, _ ("“%s” is no authority’s certificate. Choose that of the authority that stands for the signers."), trinh_certificate_get_name (authority));
  if (error != NULL)
    trinh_signing_page_show_error (self, _ ("Authority not imported"), error);
  else
    ask (self, authority, bytes);
}

void
trinh_signing_page_import_list (TrinhSigningPage *self,
                                GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (TRINH_IS_SIGNING_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  bytes = trinh_session_read_bytes (file, &error);
  if (bytes == NULL || !trinh_trust_add_list (self->trust, bytes, &error))
    trinh_signing_page_show_error (self, _ ("List not imported"), error);
  else
    trinh_signing_page_toast (self, _ ("The list was imported"));
  trinh_signing_page_fill_trust (self);
}
