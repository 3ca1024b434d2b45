/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Whose the key in a file is */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-secret-entry.h"
#include "trinh-signing-error.h"
#include "trinh-signing-page-private.h"
#include "trinh-worker.h"

#define KEY_ID "id"

/* What is being opened to see whose it is */
typedef struct
{
  char *id;
  GBytes *bytes;
  TrinhSecret *secret;
} Peek;

static void
peek_free (Peek *peek)
{
  g_free (peek->id);
  g_bytes_unref (peek->bytes);
  trinh_secret_unref (peek->secret);
  g_free (peek);
}

static void
peek_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Peek *peek = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhSigner) signer = trinh_openssl_signer_new_for_key_file (peek->bytes, peek->secret, &error);

  if (signer != NULL)
    g_task_return_pointer (task, g_object_ref (trinh_signer_get_certificate (signer)), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
peeked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  TrinhSigningPage *self = TRINH_SIGNING_PAGE (object);
  const Peek *peek = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhCertificate) certificate = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->keys == NULL)
    return;
  if (g_error_matches (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN))
    {
      trinh_signing_page_ask_password (self, peek->id, peek->bytes, error->message);
      return;
    }
  if (certificate == NULL || !trinh_kept_key_remember (self->key_folder, peek->id, certificate, &error))
    {
      trinh_signing_page_show_error (self, _ ("Key not opened"), error);
      return;
    }
  trinh_key_list_reload (self->keys);
  trinh_signing_page_fill_keys (self);
}

static void
peek (TrinhSigningPage *self,
      const char *response,
      AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autoptr (GTask) task = NULL;
  Peek *data;

  if (g_str_equal (response, "show"))
    {
      data = g_new0 (Peek, 1);
      data->id = g_strdup (g_object_get_data (G_OBJECT (dialog), KEY_ID));
      data->bytes = g_bytes_ref (g_object_get_data (G_OBJECT (dialog), "bytes"));
      data->secret = trinh_secret_new (gtk_editable_get_text (entry));
      task = g_task_new (self, NULL, peeked_cb, NULL);
      g_task_set_task_data (task, data, (GDestroyNotify) peek_free);
      trinh_worker_run (task, peek_thread);
    }
  gtk_editable_set_text (entry, "");
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_password_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("Password of the key file"), "activates-default", TRUE, "show-peek-icon", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Password of the key file"), -1);
  trinh_secret_entry_prepare (GTK_EDITABLE (entry));

  return entry;
}

/* The file tells only to who knows its password; whoever does not want to type it now is not made to. */
void
trinh_signing_page_ask_password (TrinhSigningPage *self,
                                 const char *id,
                                 GBytes *bytes,
                                 const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Whose key is it?"), body);
  GtkWidget *entry = make_entry ();

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_dialog_set_focus (dialog, entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "later", _ ("_Later"), "show", _ ("_Show"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "show", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "show");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "later");
  g_object_set_data_full (G_OBJECT (dialog), KEY_ID, g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "bytes", g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (peek), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
