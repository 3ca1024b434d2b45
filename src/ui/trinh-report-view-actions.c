/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-head-dialog.h"
#include "trinh-import-dialog.h"
#include "trinh-preview-page.h"
#include "trinh-problem-dialog.h"
#include "trinh-remark-dialog.h"
#include "trinh-report-view-private.h"
#include "trinh-window.h"

static void
go_to_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  trinh_report_view_go_to (TRINH_REPORT_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  if (trinh_report_get_can_undo (trinh_work_get_report (self->work)) &&
      !trinh_report_undo (trinh_work_get_report (self->work), &error))
    trinh_report_page_toast (widget, error->message);
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  if (trinh_report_get_can_redo (trinh_work_get_report (self->work)) &&
      !trinh_report_redo (trinh_work_get_report (self->work), &error))
    trinh_report_page_toast (widget, error->message);
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);

  if (self->page != NULL)
    trinh_report_page_start_search (self->page);
}

static void
export_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);

  trinh_report_view_go_to (self, "preview");
  trinh_preview_page_export (TRINH_PREVIEW_PAGE (self->page), g_str_equal (name, "report.export-word") ? TRINH_EXPORT_DOCX : g_str_equal (name, "report.export-spreadsheet") ? TRINH_EXPORT_XLSX
                                                                                                                                                                             : TRINH_EXPORT_PDF);
}

static void
head_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  trinh_head_dialog_present (TRINH_REPORT_VIEW (widget)->work, widget);
}

static void
import_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhWindow *window = TRINH_WINDOW (gtk_widget_get_root (widget));

  trinh_import_dialog_choose (trinh_window_get_session (window), TRINH_REPORT_VIEW (widget)->work, widget);
}

/* On what is chosen in the page, or on the whole report */
static void
remark_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  const char *action = self->page != NULL ? TRINH_REPORT_PAGE_GET_CLASS (self->page)->remark_action : NULL;

  if (action == NULL || !gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL))
    adw_dialog_present (trinh_remark_dialog_new (self->work, NULL, NULL, NULL, 0), widget);
}

static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);

  trinh_report_view_go_to (self, "preview");
  trinh_preview_page_print (TRINH_PREVIEW_PAGE (self->page));
}

static void
retry_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  trinh_work_retry (TRINH_REPORT_VIEW (widget)->work);
}

static void
problems_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  GPtrArray *problems = trinh_work_get_problems (self->work);

  if (problems != NULL)
    adw_dialog_present (trinh_problem_dialog_new (problems, trinh_store_get_path (trinh_work_get_store (self->work)), self->work), widget);
}

void
trinh_report_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.go-to", "s", go_to_action);
  gtk_widget_class_install_action (widget_class, "report.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "report.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "report.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "report.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.export-word", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.export-spreadsheet", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.remark", NULL, remark_action);
  gtk_widget_class_install_action (widget_class, "report.head", NULL, head_action);
  gtk_widget_class_install_action (widget_class, "report.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "report.problems", NULL, problems_action);
  trinh_report_view_install_signing (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "report.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "report.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "report.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "report.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "report.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "report.remark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "report.go-to", "s", "overview");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "report.go-to", "s", "findings");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "report.go-to", "s", "comparison");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_ALT_MASK, "report.go-to", "s", "preview");
}
