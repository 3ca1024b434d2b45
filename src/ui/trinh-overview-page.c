/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-overview-page.h"
#include "trinh-parts-group.h"
#include "trinh-review-text.h"
#include "trinh-steps-group.h"
#include "trinh-work-review.h"

struct _TrinhOverviewPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GSignalGroup *evaluation_signals;
  GSignalGroup *report_signals;
  GSignalGroup *work_signals;
  GPtrArray *missing;  /* rows of the forms that the regime does not have */
  guint update_source; /* many places change with one edit: the page follows once */

  /* Template References */
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  AdwActionRow *errors_row;
  AdwActionRow *warnings_row;
  AdwActionRow *blanks_row;
  AdwActionRow *period_row;
  AdwActionRow *cut_off_row;
  AdwActionRow *deadline_row;
  AdwActionRow *delivery_row;
  AdwActionRow *state_row;
  TrinhPartsGroup *parts_group;
  TrinhStepsGroup *steps_group;
  AdwPreferencesGroup *missing_group;
  AdwExpanderRow *missing_row;
  AdwActionRow *next_row;
};

G_DEFINE_FINAL_TYPE (TrinhOverviewPage, trinh_overview_page, TRINH_TYPE_REPORT_PAGE)

static char *
dup_days_left (guint32 deadline)
{
  const gint64 days = (gint64) deadline - (gint64) trinh_date_today ();
  g_autofree char *date = trinh_date_format (deadline);

  if (days < 0)
    return g_strdup_printf (ngettext ("%s, %d day overdue", "%s, %d days overdue", (gulong) -days), date, (int) -days);
  if (days == 0)
    return g_strdup_printf (_ ("%s, today"), date);

  return g_strdup_printf (ngettext ("%s, %d day left", "%s, %d days left", (gulong) days), date, (int) days);
}

static guint
count_blanks (TrinhWork *work)
{
  GListModel *findings = G_LIST_MODEL (trinh_work_get_evaluation (work));
  guint blanks = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (findings, i);

      blanks += g_str_equal (trinh_finding_get_rule (finding), "required-blank") ||
                g_str_equal (trinh_finding_get_rule (finding), "section-empty");
    }

  return blanks;
}

static void
set_count (AdwActionRow *row,
           guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  adw_action_row_set_subtitle (row, text);
}

static void
update_findings (TrinhOverviewPage *self,
                 TrinhWork *work)
{
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (work);
  const int progress = trinh_evaluation_get_progress (evaluation);
  g_autofree char *text = g_strdup_printf (_ ("%d %% of what is required is filled in"), progress);

  gtk_progress_bar_set_fraction (self->progress, progress / 100.0);
  gtk_label_set_label (self->progress_label, text);
  set_count (self->errors_row, trinh_evaluation_get_n_errors (evaluation));
  set_count (self->warnings_row, trinh_evaluation_get_n_warnings (evaluation));
  set_count (self->blanks_row, count_blanks (work));
}

static void
update_dates (TrinhOverviewPage *self,
              TrinhWork *work)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autofree char *period = trinh_period_get_title (trinh_report_get_period (report));
  g_autofree char *from = trinh_date_format (trinh_report_get_data_from (report));
  g_autofree char *to = trinh_date_format (trinh_report_get_data_to (report));
  g_autofree char *cut_off = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *left = NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  guint32 deadline;

  deadline = trinh_work_get_deadline (work, &note);
  left = dup_days_left (deadline);
  text = note[0] != '\0' ? g_strdup_printf ("%s · %s", left, note) : g_strdup (left);
  adw_action_row_set_subtitle (self->period_row, period);
  adw_action_row_set_subtitle (self->cut_off_row, cut_off);
  adw_action_row_set_subtitle (self->deadline_row, text);
  adw_action_row_set_subtitle (self->state_row, trinh_report_state_get_name (trinh_report_get_state (report)));
}

static void
add_missing (TrinhOverviewPage *self,
             const TrinhMissingForm *missing)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = missing->who != NULL ? g_strdup_printf (_ ("%s Filled in by: %s."), missing->note, missing->who) : g_strdup (missing->note);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), missing->form);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_expander_row_add_row (self->missing_row, row);
  g_ptr_array_add (self->missing, row);
}

/* What the regime says besides its outline and forms: it stays the same while the report is open. */
static void
show_regime (TrinhOverviewPage *self,
             TrinhRegime *regime)
{
  g_autofree char *delivery = g_strjoinv ("\n", (char **) trinh_regime_get_delivery (regime));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->missing->len; i++)
    adw_expander_row_remove (self->missing_row, self->missing->pdata[i]);
  g_ptr_array_set_size (self->missing, 0);
  for (guint i = 0; i < trinh_regime_get_n_missing (regime); i++)
    {
      const TrinhMissingForm *missing = trinh_regime_get_missing (regime, i);

      add_missing (self, missing);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", missing->form);
    }
  adw_expander_row_set_subtitle (self->missing_row, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_group), names->len > 0);
  adw_action_row_set_subtitle (self->delivery_row, delivery);
  gtk_widget_set_visible (GTK_WIDGET (self->delivery_row), delivery[0] != '\0');
}

/* The step of the header's button, which a narrow window has no room for; the signatory looks at the pages first. */
static void
update_next (TrinhOverviewPage *self,
             TrinhWork *work)
{
  TrinhStepKind kind = TRINH_STEP_SUBMIT;
  const gboolean next = trinh_work_get_next_step (work, &kind);
  const gboolean look = kind == TRINH_STEP_APPROVE;

  gtk_widget_set_visible (GTK_WIDGET (self->next_row), next);
  if (!next)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), look ? _ ("Review") : trinh_review_text_get_verb (kind));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_row), "s", look ? "review" : trinh_step_kind_to_nick (kind));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_row), look ? "report.go-to" : "report.step");
}

static gboolean
update_idle (gpointer user_data)
{
  TrinhOverviewPage *self = user_data;
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  self->update_source = 0;
  if (work != NULL)
    {
      update_findings (self, work);
      update_dates (self, work);
      update_next (self, work);
      trinh_parts_group_update (self->parts_group);
    }

  return G_SOURCE_REMOVE;
}

static void
queue_update (TrinhOverviewPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_idle, self);
}

static void
trinh_overview_page_work_changed (TrinhReportPage *page,
                                  TrinhWork *work)
{
  TrinhOverviewPage *self = TRINH_OVERVIEW_PAGE (page);
  TrinhReport *report = work != NULL ? trinh_work_get_report (work) : NULL;

  g_signal_group_set_target (self->evaluation_signals, work != NULL ? trinh_work_get_evaluation (work) : NULL);
  g_signal_group_set_target (self->report_signals, report);
  trinh_parts_group_set_work (self->parts_group, work);
  trinh_steps_group_set_work (self->steps_group, work);
  g_signal_group_set_target (self->work_signals, work);
  if (report == NULL)
    return;

  trinh_report_page_set_title (page, _ ("Overview"));
  trinh_report_page_set_subtitle (page, trinh_report_get_subject (report));
  show_regime (self, trinh_report_get_regime (report));
  update_findings (self, work);
  update_dates (self, work);
  update_next (self, work);
}

static void
trinh_overview_page_dispose (GObject *object)
{
  TrinhOverviewPage *self = TRINH_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->evaluation_signals);
  g_clear_object (&self->report_signals);
  g_clear_object (&self->work_signals);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (trinh_overview_page_parent_class)->dispose (object);
}

static void
trinh_overview_page_class_init (TrinhOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_overview_page_dispose;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_overview_page_work_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, errors_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, warnings_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, blanks_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, cut_off_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, deadline_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, delivery_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, parts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, missing_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhOverviewPage, next_row);
}

static void
trinh_overview_page_init (TrinhOverviewPage *self)
{
  g_type_ensure (TRINH_TYPE_PARTS_GROUP);
  g_type_ensure (TRINH_TYPE_STEPS_GROUP);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->missing = g_ptr_array_new ();
  self->evaluation_signals = g_signal_group_new (TRINH_TYPE_EVALUATION);
  g_signal_group_connect_swapped (self->evaluation_signals, "items-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->evaluation_signals, "place-changed", G_CALLBACK (queue_update), self);
  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->report_signals, "notify::state", G_CALLBACK (queue_update), self);
  self->work_signals = g_signal_group_new (TRINH_TYPE_WORK);
  g_signal_group_connect_swapped (self->work_signals, "deadline-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->work_signals, "person-changed", G_CALLBACK (queue_update), self);
}

GtkWidget *
trinh_overview_page_new (void)
{
  return g_object_new (TRINH_TYPE_OVERVIEW_PAGE, NULL);
}
