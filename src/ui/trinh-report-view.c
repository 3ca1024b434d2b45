/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-comparison-page.h"
#include "trinh-documents-page.h"
#include "trinh-findings-page.h"
#include "trinh-form-page.h"
#include "trinh-head-dialog.h"
#include "trinh-import-dialog.h"
#include "trinh-overview-page.h"
#include "trinh-preview-page.h"
#include "trinh-report-view.h"
#include "trinh-section-page.h"
#include "trinh-sidebar.h"
#include "trinh-tasks-page.h"
#include "trinh-window.h"

struct _TrinhReportView
{
  AdwNavigationPage parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhReportPage *page; /* the one that is shown */
  GBinding *title_binding;
  GBinding *subtitle_binding;

  /* Template References */
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  AdwWindowTitle *sidebar_title;
  AdwWindowTitle *page_title;
  TrinhSidebar *sidebar;
  GtkStack *stack;
  GtkLabel *saving_label;
  GtkButton *search_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkButton *next_button;
  AdwBanner *saving_banner;
  AdwBanner *part_banner;
};

G_DEFINE_FINAL_TYPE (TrinhReportView, trinh_report_view, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
make_page (TrinhPlaceKind kind)
{
  switch (kind)
    {
    case TRINH_PLACE_SECTION:
      return trinh_section_page_new ();
    case TRINH_PLACE_FORM:
      return trinh_form_page_new ();
    case TRINH_PLACE_DOCUMENTS:
      return trinh_documents_page_new ();
    case TRINH_PLACE_TASKS:
      return trinh_tasks_page_new ();
    case TRINH_PLACE_FINDINGS:
      return trinh_findings_page_new ();
    case TRINH_PLACE_COMPARISON:
      return trinh_comparison_page_new ();
    case TRINH_PLACE_PREVIEW:
      return trinh_preview_page_new ();
    case TRINH_PLACE_OVERVIEW:
    default:
      return trinh_overview_page_new ();
    }
}

/* Pages are made when they are first wanted, which keeps the first frame early. */
static TrinhReportPage *
ensure_page (TrinhReportView *self,
             TrinhPlaceKind kind)
{
  g_autofree char *name = g_strdup_printf ("%d", kind);
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page == NULL)
    {
      page = make_page (kind);
      gtk_stack_add_named (self->stack, page, name);
      trinh_report_page_set_work (TRINH_REPORT_PAGE (page), self->work);
    }

  return TRINH_REPORT_PAGE (page);
}

static void
show_page (TrinhReportView *self,
           TrinhReportPage *page)
{
  if (self->page != NULL && self->page != page)
    trinh_report_page_commit (self->page);

  g_clear_pointer (&self->title_binding, g_binding_unbind);
  g_clear_pointer (&self->subtitle_binding, g_binding_unbind);
  g_set_object (&self->page, page);
  self->title_binding = g_object_bind_property (page, "title", self->page_title, "title", G_BINDING_SYNC_CREATE);
  self->subtitle_binding = g_object_bind_property (page, "subtitle", self->page_title, "subtitle", G_BINDING_SYNC_CREATE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  gtk_widget_set_visible (GTK_WIDGET (self->search_button),
                          TRINH_REPORT_PAGE_GET_CLASS (page)->start_search != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !TRINH_IS_PREVIEW_PAGE (page));
}

static void
show_place (TrinhReportView *self,
            TrinhPlace *place)
{
  TrinhReportPage *page = ensure_page (self, trinh_place_get_kind (place));

  if (TRINH_IS_SECTION_PAGE (page))
    trinh_section_page_set_section (TRINH_SECTION_PAGE (page), trinh_place_get_id (place));
  else if (TRINH_IS_FORM_PAGE (page))
    trinh_form_page_set_form (TRINH_FORM_PAGE (page),
                              trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (self->work)),
                                                      trinh_place_get_id (place)));

  show_page (self, page);
  adw_navigation_page_set_title (self->content, trinh_place_get_title (place));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
place_activated_cb (TrinhReportView *self,
                    TrinhPlace *place)
{
  show_place (self, place);
}

static void
place_entered_cb (TrinhReportView *self)
{
  if (self->page == NULL)
    return;

  if (!TRINH_IS_FORM_PAGE (self->page) || !gtk_widget_activate_action (GTK_WIDGET (self->page), "form.move", "(ii)", 0, 0))
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

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
back_chosen_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhReportView) self = user_data;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (target == NULL || !TRINH_IS_WINDOW (root))
    return;
  if (trinh_session_send_back (self->work, target, &error))
    trinh_report_page_toast (GTK_WIDGET (self), _ ("The part was written; send the file back."));
  else
    trinh_window_show_error (TRINH_WINDOW (root), _ ("The part could not be sent"), error);
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
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = g_strdup_printf ("%s.trinhky", part != NULL ? trinh_report_part_get_title (part) : trinh_report_get_title (report));

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  g_strdelimit (file_name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _ ("Send the part back"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, back_chosen_cb, g_object_ref (self));
}

/* The report is here for a part of it: which, for whom and until when */
static void
show_part (TrinhReportView *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  const char *own = trinh_report_part_get_own (report);
  g_autoptr (TrinhReportPart) part = own != NULL ? trinh_report_part_find (report, own) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  guint32 due = 0;

  if (part == NULL)
    return;
  if (trinh_date_parse (trinh_report_part_get_due (part), &due))
    date = trinh_date_format (due);
  title = date != NULL ? g_strdup_printf (_ ("Part “%s” for %s, due %s. Send it back when it is done."), trinh_report_part_get_title (part), trinh_report_part_get_who (part), date)
                       : g_strdup_printf (_ ("Part “%s” for %s. Send it back when it is done."), trinh_report_part_get_title (part), trinh_report_part_get_who (part));
  adw_banner_set_title (self->part_banner, title);
  adw_banner_set_revealed (self->part_banner, TRUE);
}

static gboolean
saving_to_failed (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_enum (from) == TRINH_SAVING_FAILED);

  return TRUE;
}

static gboolean
label_to_tooltip (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer format)
{
  const char *label = g_value_get_string (from);

  if (label == NULL)
    g_value_set_string (to, format == NULL ? _ ("Undo") : _ ("Redo"));
  else
    g_value_take_string (to, format == NULL ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup_printf (_ ("Redo: %s"), label));

  return TRUE;
}

static void
update_actions (TrinhReportView *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.undo", trinh_report_get_can_undo (report));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.redo", trinh_report_get_can_redo (report));
}

static void
bind_work (TrinhReportView *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);

  g_object_bind_property (self->work, "saving-message", self->saving_label, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->work, "saving-message", self->saving_banner, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->work, "saving", self->saving_banner, "revealed", G_BINDING_SYNC_CREATE, saving_to_failed, NULL, NULL, NULL);
  g_object_bind_property_full (report, "undo-label", self->undo_button, "tooltip-text", G_BINDING_SYNC_CREATE, label_to_tooltip, NULL, NULL, NULL);
  g_object_bind_property_full (report, "redo-label", self->redo_button, "tooltip-text", G_BINDING_SYNC_CREATE, label_to_tooltip, NULL, (gpointer) "redo", NULL);
  g_signal_connect_object (report, "notify::can-undo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "notify::can-redo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
trinh_report_view_dispose (GObject *object)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (object);

  g_clear_pointer (&self->title_binding, g_binding_unbind);
  g_clear_pointer (&self->subtitle_binding, g_binding_unbind);
  g_clear_object (&self->page);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REPORT_VIEW);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (trinh_report_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, split);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, content);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, page_title);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, saving_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, next_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, saving_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, part_banner);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_entered_cb);
}

static void
trinh_report_view_class_init (TrinhReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_report_view_dispose;
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "report.go-to", "s", go_to_action);
  gtk_widget_class_install_action (widget_class, "report.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "report.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "report.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "report.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.export-word", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.export-spreadsheet", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "report.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.head", NULL, head_action);
  gtk_widget_class_install_action (widget_class, "report.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "report.send-back", NULL, send_back_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "report.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "report.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "report.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "report.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "report.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "report.go-to", "s", "overview");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "report.go-to", "s", "findings");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "report.go-to", "s", "comparison");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_ALT_MASK, "report.go-to", "s", "preview");
}

static void
trinh_report_view_init (TrinhReportView *self)
{
  g_type_ensure (TRINH_TYPE_SIDEBAR);

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhReportView *
trinh_report_view_new (TrinhWork *work)
{
  TrinhReportView *self;
  TrinhReport *report;
  const char *place;
  g_autofree char *period = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_REPORT_VIEW, NULL);
  g_set_object (&self->work, work);
  report = trinh_work_get_report (work);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), trinh_report_get_title (report));
  /* The narrow head of the sidebar has room for the period, which tells reports apart. */
  period = trinh_period_get_title (trinh_report_get_period (report));
  adw_window_title_set_title (self->sidebar_title, period);
  adw_window_title_set_subtitle (self->sidebar_title, trinh_office_get_name (trinh_report_get_office (report)));
  bind_work (self);
  show_part (self);
  trinh_sidebar_set_work (self->sidebar, work);
  place = trinh_report_part_find_first_place (report);
  trinh_report_view_go_to (self, place != NULL ? place : "overview");

  return self;
}

TrinhWork *
trinh_report_view_get_work (TrinhReportView *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_VIEW (self), NULL);

  return self->work;
}

void
trinh_report_view_go_to (TrinhReportView *self,
                         const char *place)
{
  g_autofree char *form = NULL;
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;
  TrinhPlace *found;
  gboolean is_cell;

  g_return_if_fail (TRINH_IS_REPORT_VIEW (self));
  g_return_if_fail (place != NULL);

  is_cell = trinh_address_split (place, &form, &row, &column);
  found = trinh_sidebar_select (self->sidebar, is_cell ? form : place);
  if (found == NULL)
    return;

  show_place (self, found);
  if (is_cell)
    trinh_report_page_reveal (self->page, place);
}

gboolean
trinh_report_view_add (TrinhReportView *self)
{
  const char *action;

  g_return_val_if_fail (TRINH_IS_REPORT_VIEW (self), FALSE);

  action = self->page != NULL ? TRINH_REPORT_PAGE_GET_CLASS (self->page)->add_action : NULL;

  return action != NULL && gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL);
}

gboolean
trinh_report_view_finish (TrinhReportView *self,
                          GError **error)
{
  g_return_val_if_fail (TRINH_IS_REPORT_VIEW (self), FALSE);

  if (self->page != NULL)
    trinh_report_page_commit (self->page);

  return trinh_work_flush (self->work, error);
}
