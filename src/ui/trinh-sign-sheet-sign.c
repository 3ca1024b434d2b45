/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* From the password to the signed report */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-signing.h"
#include "trinh-sign-sheet-private.h"
#include "trinh-worker.h"

/* What the thread opens. The secret is wiped with the try. */
typedef struct
{
  TrinhKeyItem *key;
  TrinhSecret *secret;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->key);
  trinh_secret_unref (opening->secret);
  g_free (opening);
}

static void
open_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  TrinhSigner *signer = trinh_key_item_open (opening->key, opening->secret, &error);

  trinh_secret_wipe (opening->secret);
  if (signer != NULL)
    g_task_return_pointer (task, signer, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
set_busy (TrinhSignSheet *self,
          gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  if (busy)
    gtk_widget_grab_focus (self->cancel_button);
  gtk_widget_set_sensitive (self->page, !busy);
  if (!busy)
    g_clear_object (&self->cancellable);
  trinh_sign_sheet_update (self);
}

void
trinh_sign_sheet_finish (TrinhSignSheet *self,
                         const char *message)
{
  if (self->parent != NULL)
    gtk_widget_activate_action (self->parent, "win.toast", "s", message);
  g_signal_emit_by_name (self, "signed");
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* Where the next try begins */
static void
ask_again (TrinhSignSheet *self)
{
  if (gtk_widget_get_mapped (self->secret_group))
    gtk_widget_grab_focus (GTK_WIDGET (self->secret_row));
}

static void
fail (TrinhSignSheet *self,
      const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trinh_sign_sheet_tell (self, _ ("Cancelled; nothing was signed."));
  else
    trinh_sign_sheet_tell (self, error->message);
  ask_again (self);
}

static void
finish (TrinhSignSheet *self)
{
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);

  if (key != NULL && !self->on_paper)
    trinh_sign_sheet_keep_person (self, trinh_key_item_get_id (key));
  trinh_sign_sheet_finish (self, self->role == TRINH_SIGNING_ROLE_OFFICE ? _ ("The report is issued") : _ ("The report is signed"));
}

static void
signed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TrinhSignSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean done = trinh_session_signing_finish (result, &error);

  if (self->work == NULL)
    return; /* the window is gone */
  set_busy (self, FALSE);
  if (done)
    finish (self);
  else
    fail (self, error);
}

static const char *
get_number (TrinhSignSheet *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->number_row));
}

static void
sign_with (TrinhSignSheet *self,
           TrinhSigner *signer)
{
  const TrinhSigningOrder order = { .role = self->role, .picture = self->picture_bytes };

  if (self->role == TRINH_SIGNING_ROLE_SIGNATORY)
    trinh_session_sign_work_async (self->session, self->work, self->pdf, signer, &order, self->cancellable, signed_cb, g_object_ref (self));
  else
    trinh_session_issue_async (self->session, self->work, get_number (self), trinh_date_row_get_date (self->date_row), signer, &order, self->cancellable, signed_cb, g_object_ref (self));
}

static void
issue_on_paper (TrinhSignSheet *self)
{
  g_autoptr (GError) error = NULL;

  if (trinh_session_issue (self->session, self->work, get_number (self), trinh_date_row_get_date (self->date_row), NULL, NULL, &error))
    finish (self);
  else
    fail (self, error);
}

/* What a password has told first: it is shown, and signing waits for another press where there is a doubt. */
static gboolean
is_known_enough (TrinhSignSheet *self,
                 TrinhKeyItem *key,
                 TrinhSigner *signer)
{
  TrinhCertificate *certificate = trinh_signer_get_certificate (signer);
  const char *expected = trinh_sign_sheet_get_expected (self);
  TrinhCertificateFault faults;

  if (trinh_key_item_get_certificate (key) != NULL)
    return TRUE;
  trinh_kept_key_remember (self->key_folder, trinh_key_item_get_id (key), certificate, NULL);
  g_set_str (&self->wanted, trinh_key_item_get_id (key));
  trinh_key_list_reload (self->keys);
  faults = trinh_certificate_check (certificate, g_get_real_time () / G_USEC_PER_SEC, expected);
  if (faults == 0)
    return TRUE;
  trinh_sign_sheet_tell (self, _ ("Only now it shows whose key this is. Read what is said of the certificate, then type the password again."));

  return FALSE;
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (TrinhSignSheet) self = user_data;
  const Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhSigner) signer = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->work == NULL)
    return; /* the sheet is gone: nothing is signed any more */
  if (signer != NULL && is_known_enough (self, opening->key, signer))
    {
      sign_with (self, signer);
      return;
    }
  set_busy (self, FALSE);
  if (error != NULL)
    fail (self, error);
  else
    ask_again (self);
  /* What a wrong PIN did to the token is asked anew. */
  if (error != NULL && trinh_key_item_is_token (opening->key))
    gtk_widget_activate (self->search_button);
}

/* A token's PIN is not tried for what cannot be done. */
static gboolean
can_be_done (TrinhSignSheet *self,
             GError **error)
{
  const gboolean by_office = self->role == TRINH_SIGNING_ROLE_OFFICE;
  const TrinhSigningOrder order = { .role = self->role, .picture = self->picture_bytes, .number = by_office ? get_number (self) : NULL };

  return trinh_session_check_order (self->pdf, &order, error);
}

/* The secret leaves the row with the try, whatever comes of it. */
static TrinhSecret *
take_secret (TrinhSignSheet *self)
{
  TrinhSecret *secret = trinh_secret_new (gtk_editable_get_text (GTK_EDITABLE (self->secret_row)));

  gtk_editable_set_text (GTK_EDITABLE (self->secret_row), "");

  return secret;
}

void
trinh_sign_sheet_sign (TrinhSignSheet *self)
{
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Opening *opening;

  trinh_sign_sheet_tell (self, NULL);
  if (self->on_paper)
    {
      issue_on_paper (self);
      return;
    }
  if (key == NULL)
    return;
  if (!can_be_done (self, &error))
    {
      fail (self, error);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->key = g_object_ref (key);
  opening->secret = take_secret (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, opened_cb, g_object_ref (self));
  g_task_set_source_tag (task, trinh_sign_sheet_sign);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_set_return_on_cancel (task, TRUE);
  set_busy (self, TRUE);
  trinh_worker_run (task, open_thread);
}
