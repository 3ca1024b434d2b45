/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A signature that nobody here stands for: the person may, having compared its fingerprint. */

#include "config.h"

#include "trinh-doubt-dialog.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-review.h"

typedef struct
{
  TrinhSession *session;
  GtkWidget *parent;
  GFile *file;
  TrinhDoubtVouched vouched;
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->session);
  g_object_unref (question->parent);
  g_object_unref (question->file);
  g_free (question);
}

static void
response_cb (AdwAlertDialog *dialog,
             const char *response,
             gpointer user_data)
{
  const Question *question = user_data;

  if (!g_str_equal (response, "vouch"))
    return;
  trinh_session_vouch (question->session);
  question->vouched (question->parent, question->file);
}

static void
ask (AdwAlertDialog *dialog,
     TrinhSession *session,
     GtkWidget *parent,
     GFile *file,
     TrinhDoubtVouched vouched)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (session), g_object_ref (parent), g_object_ref (file), vouched };
  adw_alert_dialog_add_response (dialog, "vouch", _ ("Count the _signature"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
}

gboolean
trinh_doubt_dialog_present (TrinhSession *session,
                            GtkWidget *parent,
                            GFile *file,
                            TrinhDoubtVouched vouched)
{
  g_autofree char *words = NULL;
  AdwDialog *dialog;
  gboolean may_vouch;

  g_return_val_if_fail (TRINH_IS_SESSION (session), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (parent), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (vouched != NULL, FALSE);

  words = trinh_session_dup_doubt (session, &may_vouch);
  if (words == NULL)
    return FALSE;
  dialog = adw_alert_dialog_new (_ ("Not all of it counts"), words);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  if (may_vouch)
    ask (ADW_ALERT_DIALOG (dialog), session, parent, file, vouched);
  adw_dialog_present (dialog, parent);

  return TRUE;
}
