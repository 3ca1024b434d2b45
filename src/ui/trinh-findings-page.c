/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-finding-box.h"
#include "trinh-findings-page.h"
#include "trinh-layout-findings.h"

/* Behind "Everywhere", "Texts" and "Printed pages" */
#define FIRST_FORM 3

struct _TrinhFindingsPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  TrinhLayoutFindings *layout; /* of the pages; at work while they are looked at */

  /* Template References */
  AdwToggleGroup *severities;
  GtkDropDown *places;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
};

G_DEFINE_FINAL_TYPE (TrinhFindingsPage, trinh_findings_page, TRINH_TYPE_REPORT_PAGE)

/* A form of the report, for the filter by place */
static TrinhForm *
get_place_form (TrinhFindingsPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  const guint selected = gtk_drop_down_get_selected (self->places);
  GListModel *forms;
  g_autoptr (TrinhForm) form = NULL;

  if (work == NULL || selected == GTK_INVALID_LIST_POSITION || selected < FIRST_FORM)
    return NULL;

  forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_work_get_report (work)));
  form = g_list_model_get_item (forms, selected - FIRST_FORM);

  return form; /* the regime holds it */
}

static gboolean
matches_place (TrinhFindingsPage *self,
               TrinhFinding *finding)
{
  const char *const *subjects = trinh_finding_get_subjects (finding);
  const guint selected = gtk_drop_down_get_selected (self->places);
  TrinhForm *form = get_place_form (self);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return TRUE;
  if (selected == 1 || selected == 2)
    return trinh_finding_get_source (finding) == (selected == 1 ? TRINH_SOURCE_TEXT : TRINH_SOURCE_LAYOUT);

  for (guint i = 0; form != NULL && subjects != NULL && subjects[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      if (trinh_address_split (subjects[i], &id, NULL, NULL) && g_str_equal (id, trinh_form_get_id (form)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_severity (TrinhFindingsPage *self,
                  TrinhFinding *finding)
{
  const char *name = adw_toggle_group_get_active_name (self->severities);

  if (name == NULL || g_str_equal (name, "all"))
    return TRUE;
  if (g_str_equal (name, "explained"))
    return trinh_finding_get_acknowledged (finding);

  return !trinh_finding_get_acknowledged (finding) &&
         g_str_equal (name, trinh_severity_to_nick (trinh_finding_get_severity (finding)));
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  return matches_severity (user_data, item) && matches_place (user_data, item);
}

static void
update_stack (TrinhFindingsPage *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->shown);
  const gboolean none = all == NULL || g_list_model_get_n_items (all) == 0;
  const gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0;

  adw_status_page_set_title (self->nothing, none ? _ ("Nothing found") : _ ("Nothing of this kind"));
  adw_status_page_set_description (self->nothing, none ? _ ("All figures agree, and nothing required is blank.") : _ ("Choose another kind or place above."));
  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "nothing");
}

static void
filter_changed_cb (TrinhFindingsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
update_subtitle (TrinhFindingsPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  TrinhEvaluation *evaluation = work != NULL ? trinh_work_get_evaluation (work) : NULL;
  g_autofree char *text = NULL;

  if (evaluation != NULL)
    text = g_strdup_printf (_ ("%u errors, %u warnings, %u hints"), trinh_evaluation_get_n_errors (evaluation) + trinh_layout_findings_count (self->layout, TRINH_SEVERITY_ERROR), trinh_evaluation_get_n_warnings (evaluation) + trinh_layout_findings_count (self->layout, TRINH_SEVERITY_WARNING), trinh_evaluation_get_n_infos (evaluation) + trinh_layout_findings_count (self->layout, TRINH_SEVERITY_INFO));
  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), text);
}

static void
items_changed_cb (TrinhFindingsPage *self)
{
  update_stack (self);
  update_subtitle (self);
}

static void
fill_places (TrinhFindingsPage *self,
             TrinhWork *work)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_work_get_report (work)));

  gtk_string_list_append (names, _ ("Everywhere"));
  gtk_string_list_append (names, _ ("Texts"));
  gtk_string_list_append (names, _ ("Printed pages"));
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      gtk_string_list_append (names, trinh_form_get_label (form));
    }
  gtk_drop_down_set_model (self->places, G_LIST_MODEL (names));
}

/* (transfer full): what the evaluation finds, then what the pages show */
static GListModel *
make_model (TrinhFindingsPage *self,
            TrinhEvaluation *evaluation)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (parts, evaluation);
  g_list_store_append (parts, self->layout);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
follow_mapped (TrinhFindingsPage *self)
{
  if (self->layout != NULL)
    trinh_layout_findings_set_active (self->layout, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
drop_layout (TrinhFindingsPage *self)
{
  if (self->layout != NULL)
    trinh_layout_findings_set_active (self->layout, FALSE);
  g_clear_object (&self->layout);
}

static void
trinh_findings_page_work_changed (TrinhReportPage *page,
                                  TrinhWork *work)
{
  TrinhFindingsPage *self = TRINH_FINDINGS_PAGE (page);

  drop_layout (self);
  if (work != NULL)
    {
      g_autoptr (GListModel) all = NULL;

      fill_places (self, work);
      self->layout = g_object_ref (trinh_work_get_layout_findings (work));
      all = make_model (self, trinh_work_get_evaluation (work));
      gtk_filter_list_model_set_model (self->shown, all);
      follow_mapped (self);
    }
  else
    gtk_filter_list_model_set_model (self->shown, NULL);
  items_changed_cb (self);
}

static void
bind_cb (TrinhFindingsPage *self,
         GtkListItem *list_item)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  gtk_list_item_set_child (list_item, trinh_finding_box_new (work, gtk_list_item_get_item (list_item), NULL));
}

static void
unbind_cb (TrinhFindingsPage *self,
           GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static void
trinh_findings_page_dispose (GObject *object)
{
  TrinhFindingsPage *self = TRINH_FINDINGS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_FINDINGS_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->shown);
  drop_layout (self);

  G_OBJECT_CLASS (trinh_findings_page_parent_class)->dispose (object);
}

static void
trinh_findings_page_class_init (TrinhFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_findings_page_dispose;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_findings_page_work_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingsPage, severities);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingsPage, places);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
trinh_findings_page_init (TrinhFindingsPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (self, "map", G_CALLBACK (follow_mapped), NULL);
  g_signal_connect_after (self, "unmap", G_CALLBACK (follow_mapped), NULL);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), _ ("Findings"));
}

GtkWidget *
trinh_findings_page_new (void)
{
  return g_object_new (TRINH_TYPE_FINDINGS_PAGE, NULL);
}
