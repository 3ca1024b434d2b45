/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The report on its way to another machine: one file for whoever reviews it, a part back to whom it came from, and the whole
 * case for whoever keeps it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-report-view-private.h"
#include "trinh-review-text.h"
#include "trinh-session-review.h"
#include "trinh-window.h"

/* @what: what the file is called after */
static void
choose_target (TrinhReportView *self,
               const char *title,
               const char *what,
               const char *ending,
               GAsyncReadyCallback callback)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (what, ending, NULL);

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  g_strdelimit (name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, callback, g_object_ref (self));
}

static void
tell (TrinhReportView *self,
      const char *done,
      const char *failed,
      const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (error == NULL)
    trinh_report_page_toast (GTK_WIDGET (self), done);
  else if (TRINH_IS_WINDOW (root))
    trinh_window_show_error (TRINH_WINDOW (root), failed, error);
}

static void
sent_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (TrinhReportView) self = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GError) error = NULL;

  if (target == NULL)
    return;
  trinh_session_send_for_review (self->work, target, &error);
  tell (self, trinh_review_text_get_sent (trinh_report_get_state (trinh_work_get_report (self->work))), _ ("The report could not be sent"), error);
}

/* What is signed travels as the signed PDF, what is not as the report's file; the name's ending decides otherwise. */
static void
send_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  TrinhReport *report = trinh_work_get_report (self->work);
  const gboolean closed = trinh_report_get_state (report) >= TRINH_STATE_SIGNED;

  choose_target (self, _ ("Send the report"), trinh_report_get_title (report), closed ? ".pdf" : ".trinhky", sent_cb);
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (TrinhReportView) self = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (target == NULL || !TRINH_IS_WINDOW (root))
    return;
  trinh_session_export_case (trinh_window_get_session (TRINH_WINDOW (root)), self->work, target, &error);
  tell (self, _ ("The case was written, with the signed file, the data and the journal."), _ ("The case could not be written"), error);
}

static void
export_case_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);

  choose_target (self, _ ("Export the case of the report"), trinh_report_get_title (trinh_work_get_report (self->work)), ".zip", exported_cb);
}

static void
sent_back_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (TrinhReportView) self = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GError) error = NULL;

  if (target == NULL)
    return;
  trinh_session_send_back (self->work, target, &error);
  tell (self, _ ("The part was written; send the file back."), _ ("The part could not be sent"), error);
}

static void
send_back_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  TrinhReport *report = trinh_work_get_report (self->work);
  const char *own = trinh_report_part_get_own (report);
  g_autoptr (TrinhReportPart) part = own != NULL ? trinh_report_part_find (report, own) : NULL;

  choose_target (self, _ ("Send the part back"), part != NULL ? trinh_report_part_get_title (part) : trinh_report_get_title (report), ".trinhky", sent_back_cb);
}

void
trinh_report_view_install_carry (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.send-for-review", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "report.export-case", NULL, export_case_action);
  gtk_widget_class_install_action (widget_class, "report.send-back", NULL, send_back_action);
}
