/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-dialogs.h"
#include "trinh-start-actions.h"
#include "trinh-term-dialog.h"
#include "trinh-window.h"

/* What the question about a row needs until it is answered */
typedef struct
{
  GtkWidget *page;
  TrinhSession *session;
  TrinhBoardItem *item;
  GtkEditable *entry; /* unowned, of the dialog */
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->page);
  g_object_unref (question->session);
  g_object_unref (question->item);
  g_free (question);
}

void
trinh_start_open_item (GtkWidget *page,
                       TrinhBoardItem *item)
{
  GtkRoot *root;
  TrinhStoreEntry *entry;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (TRINH_IS_BOARD_ITEM (item));

  root = gtk_widget_get_root (page);
  entry = trinh_board_item_get_entry (item);
  if (!TRINH_IS_WINDOW (root))
    return;
  if (entry != NULL)
    trinh_window_open_stored (TRINH_WINDOW (root), trinh_store_entry_get_id (entry));
  else
    trinh_new_report_dialog_present_for (TRINH_WINDOW (root), trinh_board_item_get_regime (item), trinh_board_item_get_period (item), trinh_board_item_get_office (item));
}

void
trinh_start_set_days (GtkWidget *page,
                      TrinhSession *session,
                      TrinhBoardItem *item)
{
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (TRINH_IS_BOARD_ITEM (item));

  adw_dialog_present (ADW_DIALOG (trinh_term_dialog_new (session, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item))), page);
}

void
trinh_start_set_reason (GtkWidget *page,
                        TrinhSession *session,
                        TrinhBoardItem *item,
                        const char *reason)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  TrinhBoardTerm term;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (TRINH_IS_BOARD_ITEM (item));

  settings = trinh_session_get_board_settings (session);
  trinh_board_settings_get_term (settings, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item), &term);
  term.reason = reason;
  if (!trinh_session_set_term (session, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item), &term, &error))
    gtk_widget_activate_action (page, "win.toast", "s", error->message);
}

static void
answered_cb (Question *question,
             const char *response)
{
  g_autofree char *reason = g_strstrip (trinh_language_normalize (gtk_editable_get_text (question->entry)));

  if (g_str_equal (response, "not-required") && reason[0] != '\0')
    trinh_start_set_reason (question->page, question->session, question->item, reason);
}

static void
reason_changed_cb (AdwAlertDialog *dialog,
                   GtkEditable *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "not-required", reason[0] != '\0');
}

static GtkWidget *
create_entry (AdwDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);

  return entry;
}

void
trinh_start_ask_not_required (GtkWidget *page,
                              TrinhSession *session,
                              TrinhBoardItem *item)
{
  AdwDialog *dialog;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (TRINH_IS_BOARD_ITEM (item));

  dialog = adw_alert_dialog_new (_ ("Is no report required?"), _ ("It goes to what is done, with your reason. You can take that back there."));
  question = g_new0 (Question, 1);
  question->page = g_object_ref (page);
  question->session = g_object_ref (session);
  question->item = g_object_ref (item);
  question->entry = GTK_EDITABLE (create_entry (dialog));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "not-required", _ ("_Not required"), NULL);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "not-required", FALSE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "not-required");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, page);
}
