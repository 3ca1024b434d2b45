/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-comparison-page.h"
#include "trinh-documents-page.h"
#include "trinh-findings-page.h"
#include "trinh-form-page.h"
#include "trinh-overview-page.h"
#include "trinh-page-findings.h"
#include "trinh-preview-page.h"
#include "trinh-remarks-page.h"
#include "trinh-report-view-private.h"
#include "trinh-review-page.h"
#include "trinh-section-page.h"
#include "trinh-tasks-page.h"

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
    case TRINH_PLACE_REMARKS:
      return trinh_remarks_page_new ();
    case TRINH_PLACE_COMPARISON:
      return trinh_comparison_page_new ();
    case TRINH_PLACE_PREVIEW:
      return trinh_preview_page_new ();
    case TRINH_PLACE_REVIEW:
      return trinh_review_page_new ();
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
  trinh_report_view_update_next (self);
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

  g_set_object (&self->place, place);
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

/* The preview is looked at while the keyboard is still at the list beside it: its keys for zoom and pages work from
 * there. So does F6, the way into the parts of the review. Other pages have keys that change something, and get only
 * what is meant for them. */
static gboolean
key_pressed_cb (TrinhReportView *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  if (self->page == NULL || (!TRINH_IS_PREVIEW_PAGE (self->page) && !(TRINH_IS_REVIEW_PAGE (self->page) && key == GDK_KEY_F6)))
    return GDK_EVENT_PROPAGATE;

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->page));
}

/* Lists take these for themselves, and the preview's pages are meant wherever the keyboard is but in an entry. */
static gboolean
key_captured_cb (TrinhReportView *self,
                 guint key,
                 guint code,
                 GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->page == NULL || !TRINH_IS_PREVIEW_PAGE (self->page) || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;

  return trinh_preview_page_turn (TRINH_PREVIEW_PAGE (self->page), key, state);
}

static void
place_entered_cb (TrinhReportView *self)
{
  if (self->page == NULL)
    return;

  if (!TRINH_IS_FORM_PAGE (self->page) || !gtk_widget_activate_action (GTK_WIDGET (self->page), "form.move", "(ii)", 0, 0))
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/* A button that led here went with where it stood, and on a narrow screen so did the list: the keyboard goes into the
 * page. It stays at the list beside the page. */
static void
follow_page (TrinhReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean beside = !adw_navigation_split_view_get_collapsed (self->split);

  if (root == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page))))
    return;
  if (!beside || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    place_entered_cb (self);
}

/* Where the list lies over the pages it begins at the one that was shown, and the keyboard is there. */
static void
split_changed_cb (TrinhReportView *self)
{
  const gboolean collapsed = adw_navigation_split_view_get_collapsed (self->split);

  trinh_sidebar_set_follows (self->sidebar, !collapsed);
  if (self->place == NULL)
    return;
  trinh_sidebar_select (self->sidebar, trinh_place_get_id (self->place));
  if (collapsed && !adw_navigation_split_view_get_show_content (self->split))
    trinh_sidebar_take_keyboard (self->sidebar);
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

/* The database holds something else than the program wrote: that lasts as long as the report is open. */
static void
show_problems (TrinhReportView *self)
{
  adw_banner_set_revealed (self->problem_banner, trinh_work_get_problems (self->work) != NULL);
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
  g_clear_object (&self->place);
  g_clear_object (&self->steps);
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
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, person_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, next_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, report_menu);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, state_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, saving_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, part_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhReportView, problem_banner);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_captured_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_changed_cb);
}

static void
trinh_report_view_class_init (TrinhReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_report_view_dispose;
  bind_template (widget_class);
  trinh_report_view_install_actions (widget_class);
  trinh_report_view_install_steps (widget_class);
  trinh_report_view_install_carry (widget_class);
}

static void
trinh_report_view_init (TrinhReportView *self)
{
  g_type_ensure (TRINH_TYPE_PERSON_BUTTON);
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
  trinh_person_button_set_store (self->person_button, trinh_work_get_store (work));
  trinh_report_view_follow_steps (self);
  show_part (self);
  show_problems (self);
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

/* To what a thread of remarks is about */
static void
go_to_thread (TrinhReportView *self,
              const char *id)
{
  g_autoptr (TrinhRemarkThread) thread = trinh_remarks_find_thread (trinh_work_get_report (self->work), id);
  TrinhRemark *first = thread != NULL ? trinh_remark_thread_get_first (thread) : NULL;

  if (first == NULL)
    return;
  if (trinh_remark_get_cell (first) != NULL)
    trinh_report_view_go_to (self, trinh_remark_get_cell (first));
  else if (trinh_remark_get_section (first) != NULL)
    trinh_report_view_go_to (self, trinh_remark_get_section (first));
  if (trinh_remark_get_section (first) != NULL && TRINH_IS_SECTION_PAGE (self->page))
    trinh_section_page_show_remark (TRINH_SECTION_PAGE (self->page), thread);
}

/* "s3#2": the section of a printed paragraph. (nullable) */
static TrinhPlace *
select_paragraph (TrinhReportView *self,
                  const char *place)
{
  const char *mark = strrchr (place, '#');
  g_autofree char *section = mark != NULL ? g_strndup (place, (gsize) (mark - place)) : NULL;

  return section != NULL ? trinh_sidebar_select (self->sidebar, section) : NULL;
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
  gboolean is_within;

  g_return_if_fail (TRINH_IS_REPORT_VIEW (self));
  g_return_if_fail (place != NULL);

  if (g_str_has_prefix (place, "thread:"))
    {
      go_to_thread (self, place + strlen ("thread:"));
      return;
    }
  if (g_str_equal (place, TRINH_PLACE_OF_HEAD))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "report.head", NULL);
      return;
    }
  is_cell = trinh_address_split (place, &form, &row, &column);
  found = trinh_sidebar_select (self->sidebar, is_cell ? form : place);
  is_within = is_cell;
  if (found == NULL)
    {
      found = select_paragraph (self, place);
      is_within = TRUE;
    }
  if (found == NULL)
    return;

  show_place (self, found);
  if (!is_within || !trinh_report_page_reveal (self->page, place))
    follow_page (self);
}

const char *
trinh_report_view_get_place (TrinhReportView *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_VIEW (self), NULL);

  return self->place != NULL ? trinh_place_get_id (self->place) : "";
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
