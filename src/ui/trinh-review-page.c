/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-preview-page.h"
#include "trinh-review-page.h"
#include "trinh-review-row.h"
#include "trinh-thread-list.h"
#include "trinh-work-changes.h"
#include "trinh-work-review.h"

struct _TrinhReviewPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GSignalGroup *report_signals;
  GSignalGroup *evaluation_signals;
  GSignalGroup *work_signals;
  guint update_source;

  guint n_changes;
  guint n_findings;
  gboolean filled; /* with this work, once */

  /* Template References */
  AdwOverlaySplitView *split;
  AdwBin *pages;
  GtkLabel *headline;
  AdwViewStack *stack;
  AdwViewStackPage *changes_page;
  GtkStack *changes_stack;
  GtkListBox *changes;
  AdwStatusPage *no_changes;
  AdwViewStackPage *findings_page;
  GtkStack *findings_stack;
  GtkListBox *findings;
  AdwViewStackPage *remarks_page;
  AdwBin *remarks;
  GtkWidget *side_button;
  GtkLabel *side_words;
  GtkLabel *side_count;
  GtkLabel *state;
  GtkButton *return_button;
  GtkButton *approve_button;
  GtkButton *sign_button;
};

G_DEFINE_FINAL_TYPE (TrinhReviewPage, trinh_review_page, TRINH_TYPE_REPORT_PAGE)

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_covered (TrinhReviewPage *self)
{
  return adw_overlay_split_view_get_collapsed (self->split) && adw_overlay_split_view_get_show_sidebar (self->split);
}

/* Where the lists lie over the pages the keyboard reaches the lists, and not what is under them. */
static void
covered_cb (TrinhReviewPage *self)
{
  const gboolean covered = is_covered (self);

  if (gtk_widget_get_can_focus (GTK_WIDGET (self->pages)) != covered)
    return;
  gtk_widget_set_can_focus (GTK_WIDGET (self->pages), !covered);
  if (covered && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (adw_overlay_split_view_get_sidebar (self->split), GTK_DIR_TAB_FORWARD);
}

/* Escape uncovers the pages; only the next one leaves the page. */
static gboolean
uncover_cb (GtkWidget *widget,
            GVariant *args,
            gpointer user_data)
{
  TrinhReviewPage *self = TRINH_REVIEW_PAGE (widget);

  if (!is_covered (self))
    return GDK_EVENT_PROPAGATE;
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (self->side_button);

  return GDK_EVENT_STOP;
}

/* F6 goes from the pages to the lists, to the buttons, and round again; the pages alone are a stop of Tab each. */
static gboolean
next_part_cb (GtkWidget *widget,
              GVariant *args,
              gpointer user_data)
{
  TrinhReviewPage *self = TRINH_REVIEW_PAGE (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->pages), adw_overlay_split_view_get_sidebar (self->split), gtk_widget_get_parent (self->side_button) };
  const guint step = (guint) g_variant_get_int32 (args);
  guint now = G_N_ELEMENTS (parts) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_keyboard (parts[i]))
      now = i;
  for (guint i = 1; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[(now + i * step) % G_N_ELEMENTS (parts)];

      if (gtk_widget_get_mapped (part) && gtk_widget_get_can_focus (part) && gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD))
        break;
    }

  return GDK_EVENT_STOP;
}

/* The pages stay as they are; a place that is on none of them is looked up in its own page. */
static void
row_activated_cb (TrinhReviewPage *self,
                  TrinhReviewRow *row)
{
  const char *place = trinh_review_row_get_place (row);

  if (place == NULL)
    return;
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  if (!trinh_preview_page_show_place (TRINH_PREVIEW_PAGE (adw_bin_get_child (self->pages)), place))
    trinh_report_page_go_to (GTK_WIDGET (self), place);
}

static void
begin_step (TrinhReviewPage *self,
            TrinhStepKind kind)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "report.step", "s", trinh_step_kind_to_nick (kind));
}

static void
return_clicked_cb (TrinhReviewPage *self)
{
  begin_step (self, TRINH_STEP_RETURN);
}

static void
approve_clicked_cb (TrinhReviewPage *self)
{
  begin_step (self, TRINH_STEP_APPROVE);
}

/* Who signs approves: that is not asked for twice, and the signature alone does it. */
static void
sign_clicked_cb (TrinhReviewPage *self)
{
  begin_step (self, TRINH_STEP_SIGN);
}

static void
update_buttons (TrinhReviewPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  const gboolean can_approve = work != NULL && trinh_work_can_step (work, TRINH_STEP_APPROVE, NULL);
  const gboolean can_return = work != NULL && trinh_work_can_step (work, TRINH_STEP_RETURN, NULL);
  const gboolean can_sign = work != NULL && trinh_work_can_sign (work, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->return_button), can_return);
  gtk_widget_set_sensitive (GTK_WIDGET (self->approve_button), can_approve);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), can_sign);
}

static void
set_title (AdwViewStackPage *page,
           const char *name,
           guint n)
{
  g_autofree char *title = n > 0 ? g_strdup_printf ("%s (%u)", name, n) : g_strdup (name);

  adw_view_stack_page_set_title (page, title);
}

static void
set_no_changes (TrinhReviewPage *self,
                const char *icon,
                const char *title,
                const char *description)
{
  adw_status_page_set_icon_name (self->no_changes, icon);
  adw_status_page_set_title (self->no_changes, title);
  adw_status_page_set_description (self->no_changes, description);
}

/* The tick says that all is as it was, and nothing else. */
static void
show_no_changes (TrinhReviewPage *self,
                 const GError *error,
                 gboolean seen)
{
  if (error != NULL)
    set_no_changes (self, "dialog-error-symbolic", _ ("What was reviewed before could not be read"), error->message);
  else if (seen)
    set_no_changes (self, "object-select-symbolic", _ ("Nothing changed"), _ ("The report says what it said when it was reviewed last."));
  else
    set_no_changes (self, "dialog-information-symbolic", _ ("Reviewed for the first time"), _ ("There is nothing earlier to compare it with."));
}

/* Returns whether there is something to see: changes, or why there are none to be had. */
static gboolean
update_changes (TrinhReviewPage *self,
                TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = trinh_work_list_changes (work, &error);

  self->n_changes = changes != NULL ? changes->len : 0;
  gtk_list_box_remove_all (self->changes);
  for (guint i = 0; i < self->n_changes; i++)
    gtk_list_box_append (self->changes, trinh_review_row_new_for_change (changes->pdata[i]));
  show_no_changes (self, error, changes != NULL);
  set_title (self->changes_page, _ ("Changes"), self->n_changes);
  gtk_stack_set_visible_child_name (self->changes_stack, self->n_changes > 0 ? "list" : "nothing");

  return self->n_changes > 0 || error != NULL;
}

/* Hints are the clerk's; who signs sees what is wrong or doubtful, the worst first as the evaluation has it. */
static void
update_findings (TrinhReviewPage *self,
                 TrinhWork *work)
{
  GListModel *all = G_LIST_MODEL (trinh_work_get_evaluation (work));

  self->n_findings = 0;
  gtk_list_box_remove_all (self->findings);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (all, i);

      if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_INFO)
        continue;
      gtk_list_box_append (self->findings, trinh_review_row_new_for_finding (work, finding));
      self->n_findings++;
    }
  set_title (self->findings_page, _ ("Findings"), self->n_findings);
  gtk_stack_set_visible_child_name (self->findings_stack, self->n_findings > 0 ? "list" : "nothing");
}

/* The page opens where there is something to see; from then on the list is the reader's choice. */
static void
update_lists (TrinhReviewPage *self,
              TrinhWork *work)
{
  const gboolean changed = update_changes (self, work);

  update_findings (self, work);
  if (!self->filled)
    adw_view_stack_set_visible_child_name (self->stack, !changed && self->n_findings > 0 ? "findings" : "changes");
  self->filled = TRUE;
}

/* Where the lists are folded away their button says what is in them: nothing is approved because it was out of sight. */
static void
update_side_button (TrinhReviewPage *self,
                    guint n_remarks)
{
  const struct
  {
    AdwViewStackPage *page;
    guint n;
  } lists[] = { { self->changes_page, self->n_changes }, { self->findings_page, self->n_findings }, { self->remarks_page, n_remarks } };
  g_autofree char *count = g_strdup_printf ("%u", self->n_changes + self->n_findings + n_remarks);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].n > 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", adw_view_stack_page_get_title (lists[i].page));
  if (words->len == 0)
    g_string_append (words, _ ("Changes, findings and remarks"));
  gtk_label_set_label (self->side_words, words->str);
  gtk_label_set_label (self->side_count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

static gboolean
update_idle (gpointer user_data)
{
  TrinhReviewPage *self = user_data;
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  TrinhReport *report;
  guint n_remarks;

  self->update_source = 0;
  if (work == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  report = trinh_work_get_report (work);
  update_lists (self, work);
  update_buttons (self);
  n_remarks = trinh_remarks_count_open (report);
  set_title (self->remarks_page, _ ("Remarks"), n_remarks);
  update_side_button (self, n_remarks);
  gtk_label_set_label (self->headline, trinh_report_get_subject (report));
  gtk_label_set_label (self->state, trinh_report_state_get_name (trinh_report_get_state (report)));

  return G_SOURCE_REMOVE;
}

/* Much changes at once when a copy comes in. */
static void
update_soon (TrinhReviewPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_idle, self);
}

static void
trinh_review_page_work_changed (TrinhReportPage *page,
                                TrinhWork *work)
{
  TrinhReviewPage *self = TRINH_REVIEW_PAGE (page);

  trinh_report_page_set_work (TRINH_REPORT_PAGE (adw_bin_get_child (self->pages)), work);
  adw_bin_set_child (self->remarks, work != NULL ? trinh_thread_list_new (work) : NULL);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  g_signal_group_set_target (self->evaluation_signals, work != NULL ? trinh_work_get_evaluation (work) : NULL);
  g_signal_group_set_target (self->work_signals, work);
  self->filled = FALSE;
  update_soon (self);
}

static gboolean
trinh_review_page_start_search (TrinhReportPage *page)
{
  return trinh_report_page_start_search (TRINH_REPORT_PAGE (adw_bin_get_child (TRINH_REVIEW_PAGE (page)->pages)));
}

static void
trinh_review_page_dispose (GObject *object)
{
  TrinhReviewPage *self = TRINH_REVIEW_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->report_signals);
  g_clear_object (&self->evaluation_signals);
  g_clear_object (&self->work_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REVIEW_PAGE);

  G_OBJECT_CLASS (trinh_review_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, split);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, pages);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, headline);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, changes_page);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, changes_stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, changes);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, no_changes);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, findings_page);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, findings_stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, remarks_page);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, side_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, side_words);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, side_count);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, return_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewPage, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, covered_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, return_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, approve_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_clicked_cb);
}

static void
trinh_review_page_class_init (TrinhReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_review_page_dispose;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_review_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_review_page_start_search;

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, uncover_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, next_part_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, next_part_cb, "i", 2);
}

static void
trinh_review_page_init (TrinhReviewPage *self)
{
  GtkWidget *preview = trinh_preview_page_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  adw_bin_set_child (self->pages, preview);
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "changed", G_CALLBACK (update_soon), self);
  self->evaluation_signals = g_signal_group_new (TRINH_TYPE_EVALUATION);
  g_signal_group_connect_swapped (self->evaluation_signals, "items-changed", G_CALLBACK (update_soon), self);
  self->work_signals = g_signal_group_new (TRINH_TYPE_WORK);
  g_signal_group_connect_swapped (self->work_signals, "person-changed", G_CALLBACK (update_soon), self);
  g_signal_connect_after (self, "map", G_CALLBACK (update_soon), NULL);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), _ ("Review"));
}

GtkWidget *
trinh_review_page_new (void)
{
  return g_object_new (TRINH_TYPE_REVIEW_PAGE, NULL);
}
