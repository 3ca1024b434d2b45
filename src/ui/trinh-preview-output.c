/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-preview-page-private.h"
#include "trinh-session-draw.h"

/* What is said of each kind of file */
static const struct
{
  TrinhExportFormat format;
  const char *ending;
  const char *title;
  const char *writing;
  const char *saved;
} outputs[] = {
  { TRINH_EXPORT_PDF, "pdf", N_ ("Save the PDF"), N_ ("Writing the PDF…"), N_ ("The PDF was saved") },
  { TRINH_EXPORT_DOCX, "docx", N_ ("Save the Word document"), N_ ("Writing the Word document…"), N_ ("The Word document was saved") },
  { TRINH_EXPORT_XLSX, "xlsx", N_ ("Save the spreadsheet"), N_ ("Writing the spreadsheet…"), N_ ("The spreadsheet was saved") },
};

static guint
find_output (TrinhExportFormat format)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (outputs) && outputs[i].format != format)
    i++;

  return i;
}

static void
export_progress (guint done,
                 guint total,
                 gpointer user_data)
{
  TrinhPreviewPage *self = user_data;

  if (self->export_cancellable != NULL && total > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) done / total);
}

/* What was made of the pages is told of with the font that they lack. */
static void
tell_done (TrinhPreviewPage *self,
           const char *message)
{
  g_autofree char *advice = trinh_session_dup_font_advice ();
  AdwDialog *dialog;

  if (advice == NULL)
    {
      trinh_report_page_toast (GTK_WIDGET (self), message);
      return;
    }
  dialog = adw_alert_dialog_new (message, advice);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
export_done_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean written = trinh_session_export_finish (result, &error);

  g_clear_object (&self->export_cancellable);
  if (self->progress_revealer == NULL)
    return; /* the page is gone: nobody is left to tell */

  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  if (written && outputs[self->output].format == TRINH_EXPORT_PDF)
    tell_done (self, _ (outputs[self->output].saved));
  else if (written)
    trinh_report_page_toast (GTK_WIDGET (self), _ (outputs[self->output].saved));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    trinh_report_page_toast (GTK_WIDGET (self), _ ("Cancelled; no file was written"));
  else
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
}

void
trinh_preview_page_save_to (TrinhPreviewPage *self,
                            TrinhExportFormat format,
                            GFile *file)
{
  TrinhWork *work;

  g_return_if_fail (TRINH_IS_PREVIEW_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  if (work == NULL || self->export_cancellable != NULL)
    return;

  self->output = find_output (format);
  self->export_cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_label (self->progress_label, _ (outputs[self->output].writing));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  trinh_session_export_async (trinh_work_get_evaluation (work), format, file, export_progress, self, self->export_cancellable, export_done_cb, g_object_ref (self));
}

static void
save_dialog_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhPreviewPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_preview_page_save_to (self, GPOINTER_TO_UINT (g_object_get_data (object, "format")), file);
}

static char *
dup_file_name (TrinhReport *report,
               const char *ending)
{
  g_autofree char *period = trinh_period_to_string (trinh_report_get_period (report));
  g_autofree char *name = trinh_language_fold (trinh_office_get_locality (trinh_report_get_office (report)));

  g_strdelimit (period, "/", '_');
  g_strcanon (name, "abcdefghijklmnopqrstuvwxyz0123456789", '-');

  return g_strdup_printf ("bao-cao-cchc-%s-%s.%s", name, period, ending);
}

void
trinh_preview_page_export (TrinhPreviewPage *self,
                           TrinhExportFormat format)
{
  const guint output = find_output (format);
  TrinhWork *work;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TRINH_IS_PREVIEW_PAGE (self));

  work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  if (work == NULL || self->export_cancellable != NULL)
    return;

  dialog = gtk_file_dialog_new ();
  name = dup_file_name (trinh_work_get_report (work), outputs[output].ending);
  g_object_set_data (G_OBJECT (dialog), "format", GUINT_TO_POINTER (format));
  gtk_file_dialog_set_title (dialog, _ (outputs[output].title));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, save_dialog_cb, g_object_ref (self));
}

void
trinh_preview_page_cancel_export (TrinhPreviewPage *self)
{
  g_return_if_fail (TRINH_IS_PREVIEW_PAGE (self));

  g_cancellable_cancel (self->export_cancellable);
}

static void
request_page_setup_cb (TrinhPages *pages,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       GtkPrintOperation *operation)
{
  double width;
  double height;

  trinh_pages_get_size (pages, page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (TrinhPages *pages,
              GtkPrintContext *context,
              int page)
{
  trinh_pages_draw (pages, page, gtk_print_context_get_cairo_context (context));
}

static void
print_done_cb (TrinhPreviewPage *self,
               GtkPrintOperationResult result,
               GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    tell_done (self, _ ("Sent to the printer"));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      trinh_report_page_toast (GTK_WIDGET (self), error->message);
    }
}

/* The paper is A4 with the pages' own margins: the printer must add none. */
GtkPrintOperation *
trinh_preview_page_make_operation (TrinhPreviewPage *self)
{
  TrinhPages *pages = self->pages;
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, trinh_pages_get_n_pages (pages));
  gtk_print_operation_set_current_page (operation, (int) trinh_preview_page_get_current (self));
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), pages, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (operation), "pages", g_object_ref (pages), g_object_unref);

  return operation;
}

void
trinh_preview_page_print (TrinhPreviewPage *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_PREVIEW_PAGE (self));

  if (self->pages == NULL || self->stale)
    {
      trinh_report_page_toast (GTK_WIDGET (self), _ ("The pages are not ready yet; try again in a moment"));
      return;
    }

  operation = trinh_preview_page_make_operation (self);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
}
