/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-comparison-page-private.h"

GPtrArray *
trinh_comparison_list_reports (TrinhWork *work,
                               guint past)
{
  g_autoptr (GPtrArray) earlier = trinh_evaluation_list_past (trinh_work_get_evaluation (work), past);
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = earlier->len; i > 0; i--)
    g_ptr_array_add (reports, g_object_ref (earlier->pdata[i - 1]));
  g_ptr_array_add (reports, g_object_ref (trinh_work_get_report (work)));

  return reports;
}

static gboolean
get_value (TrinhWork *work,
           TrinhReport *report,
           const char *address,
           TrinhDecimal *value)
{
  if (report == trinh_work_get_report (work))
    return trinh_evaluation_get_decimal (trinh_work_get_evaluation (work), address, value);

  return trinh_report_get_decimal (report, address, value);
}

char *
trinh_comparison_dup_value (TrinhWork *work,
                            TrinhReport *report,
                            const char *address)
{
  TrinhValue *entered = trinh_report_get_value (report, address);
  TrinhDecimal value;
  const char *note;

  if (get_value (work, report, address, &value))
    {
      g_autofree char *number = trinh_decimal_format (value);

      return g_strconcat (number, trinh_value_get_estimate (entered) ? TRINH_VALUE_ESTIMATE_MARK : "", NULL);
    }

  /* Codes of several offices are counted, in the note. */
  note = trinh_value_get_note (entered);

  return g_strdup (note[0] != '\0' && trinh_evaluation_get_combined (trinh_work_get_evaluation (work), report) ? note : "–");
}

static char *
dup_combined (TrinhEvaluation *evaluation,
              GPtrArray *reports)
{
  GString *periods = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *period = NULL;

      if (!trinh_evaluation_get_combined (evaluation, reports->pdata[i]))
        continue;
      period = trinh_period_get_short_title (trinh_report_get_period (reports->pdata[i]));
      g_string_append_printf (periods, "%s%s", periods->len > 0 ? ", " : "", period);
    }

  return g_string_free_and_steal (periods);
}

char *
trinh_comparison_dup_predecessors (TrinhWork *work,
                                   GPtrArray *reports)
{
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (work);
  g_autofree char *combined = dup_combined (evaluation, reports);
  GString *lines = g_string_new (NULL);

  if (combined[0] != '\0')
    g_string_append_printf (lines, _ ("Added up from the offices before the merger: %s."), combined);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (g_str_equal (trinh_finding_get_rule (finding), TRINH_RULE_PREDECESSORS_SKIPPED))
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", trinh_finding_get_message (finding));
    }

  return g_string_free_and_steal (lines);
}

/* The title says what is seen, the subtitle the unit and where the figures stand. */
TrinhChart *
trinh_comparison_make_chart (TrinhWork *work,
                             TrinhReportChart *comparison,
                             const char *unit)
{
  TrinhReport *report = trinh_work_get_report (work);
  g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (report, comparison, unit);
  g_autofree char *places = trinh_figure_dup_places (report, comparison, unit);
  g_autofree char *subtitle = unit[0] != '\0' ? g_strdup_printf (_ ("%s · %s"), unit, places) : g_strdup (places);
  g_autofree char *title = NULL;

  if (indicators->len == 1)
    title = g_strdup (trinh_figure_get_label (report, indicators->pdata[0]));
  else
    title = g_strdup_printf (ngettext ("%u indicator", "%u indicators", indicators->len), indicators->len);
  return trinh_figure_make_chart (trinh_work_get_evaluation (work), comparison, unit, title, subtitle);
}

TrinhReportChart *
trinh_comparison_make_comparison (TrinhWork *work,
                                  GPtrArray *addresses,
                                  guint past,
                                  TrinhChartType type)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) indicators = NULL;

  for (guint i = 0; i < addresses->len; i++)
    g_strv_builder_add (builder, addresses->pdata[i]);
  indicators = g_strv_builder_end (builder);
  return trinh_report_chart_new_from_history (trinh_work_get_evaluation (work), "new", type == TRINH_CHART_LINE ? TRINH_REPORT_CHART_LINE : TRINH_REPORT_CHART_BAR, (const char *const *) indicators, past);
}

TrinhReportChart *
trinh_comparison_make_part (TrinhWork *work,
                            TrinhReportChart *comparison,
                            const char *unit)
{
  g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (trinh_work_get_report (work), comparison, unit);
  g_autoptr (TrinhReportChart) bare = NULL;

  g_ptr_array_add (indicators, NULL);
  bare = trinh_report_chart_new (trinh_report_chart_get_id (comparison), NULL, trinh_report_chart_get_kind (comparison), (const char *const *) indicators->pdata, trinh_report_chart_get_periods (comparison));
  return trinh_report_chart_with_history (bare, trinh_work_get_evaluation (work));
}
