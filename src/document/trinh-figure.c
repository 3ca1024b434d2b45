/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"
#include "trinh-figure.h"

static TrinhFormRow *
find_row (TrinhReport *report,
          const char *address,
          TrinhForm **form)
{
  TrinhFormRow *row = NULL;

  trinh_regime_find_cell (trinh_report_get_regime (report), address, form, &row, NULL);
  return row;
}

GPtrArray *
trinh_figure_list_units (TrinhReport *report,
                         TrinhReportChart *chart)
{
  const char *const *indicators = trinh_report_chart_get_indicators (chart);
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; indicators[i] != NULL; i++)
    {
      const char *unit = trinh_report_chart_get_unit (report, indicators[i]);

      if (!g_ptr_array_find_with_equal_func (units, unit, g_str_equal, NULL))
        g_ptr_array_add (units, (gpointer) unit);
    }
  return units;
}

GPtrArray *
trinh_figure_list_indicators (TrinhReport *report,
                              TrinhReportChart *chart,
                              const char *unit)
{
  const char *const *indicators = trinh_report_chart_get_indicators (chart);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; indicators[i] != NULL; i++)
    if (g_str_equal (trinh_report_chart_get_unit (report, indicators[i]), unit))
      g_ptr_array_add (found, (gpointer) indicators[i]);
  return found;
}

const char *
trinh_figure_get_label (TrinhReport *report,
                        const char *address)
{
  TrinhFormRow *row = find_row (report, address, NULL);

  return row != NULL ? trinh_form_row_get_plain_label (row) : address;
}

char *
trinh_figure_dup_places (TrinhReport *report,
                         TrinhReportChart *chart,
                         const char *unit)
{
  g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (report, chart, unit);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < indicators->len; i++)
    {
      TrinhForm *form = NULL;
      TrinhFormRow *row = find_row (report, indicators->pdata[i], &form);

      if (row == NULL)
        continue;
      g_string_append_printf (places, "%s%s, %s", places->len > 0 ? "; " : "", trinh_form_get_label (form), trinh_form_row_get_plain_code (row));
    }
  return g_string_free_and_steal (g_steal_pointer (&places));
}

char **
trinh_figure_dup_periods (TrinhReport *report,
                          TrinhReportChart *chart)
{
  const char *const *periods = trinh_report_chart_get_periods (chart);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; periods[i] != NULL; i++)
    {
      TrinhPeriod period;

      if (trinh_period_parse (periods[i], &period, NULL))
        g_strv_builder_take (titles, trinh_period_get_short_title (period));
      else
        g_strv_builder_add (titles, periods[i]);
    }
  g_strv_builder_take (titles, trinh_period_get_short_title (trinh_report_get_period (report)));
  return g_strv_builder_end (titles);
}

gboolean
trinh_figure_get_value (TrinhEvaluation *evaluation,
                        TrinhReportChart *chart,
                        const char *address,
                        guint position,
                        TrinhDecimal *number)
{
  const char *const *periods = trinh_report_chart_get_periods (chart);

  if (position < g_strv_length ((char **) periods))
    return trinh_report_chart_get_figure (chart, evaluation, periods[position], address, number);
  return trinh_evaluation_get_decimal (evaluation, address, number);
}

gboolean
trinh_figure_get_estimate (TrinhEvaluation *evaluation,
                           TrinhReportChart *chart,
                           const char *address,
                           guint position)
{
  return position == g_strv_length ((char **) trinh_report_chart_get_periods (chart)) &&
         trinh_value_get_estimate (trinh_report_get_value (trinh_evaluation_get_report (evaluation), address));
}

char *
trinh_figure_dup_number (TrinhEvaluation *evaluation,
                         TrinhReportChart *chart,
                         const char *address,
                         guint position)
{
  g_autofree char *letters = NULL;
  TrinhDecimal number;

  if (!trinh_figure_get_value (evaluation, chart, address, position, &number))
    return NULL;
  letters = trinh_decimal_format (number);
  return g_strconcat (letters, trinh_figure_get_estimate (evaluation, chart, address, position) ? TRINH_VALUE_ESTIMATE_MARK : "", NULL);
}

gboolean
trinh_figure_has_numbers (TrinhEvaluation *evaluation,
                          TrinhReportChart *chart,
                          const char *unit)
{
  TrinhReport *report = trinh_evaluation_get_report (evaluation);
  const guint n_periods = g_strv_length ((char **) trinh_report_chart_get_periods (chart)) + 1;
  g_autoptr (GPtrArray) units = trinh_figure_list_units (report, chart);

  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (report, chart, units->pdata[i]);
      TrinhDecimal number;

      if (unit != NULL && !g_str_equal (unit, units->pdata[i]))
        continue;
      for (guint j = 0; j < indicators->len * n_periods; j++)
        if (trinh_figure_get_value (evaluation, chart, indicators->pdata[j / n_periods], j % n_periods, &number))
          return TRUE;
    }
  return FALSE;
}

char *
trinh_figure_dup_title (TrinhReport *report,
                        TrinhReportChart *chart,
                        const char *unit)
{
  g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (report, chart, unit);
  const char *title = trinh_report_chart_get_title (chart);

  if (*title != '\0')
    return g_strdup (title);
  if (indicators->len == 1)
    return g_strdup (trinh_figure_get_label (report, indicators->pdata[0]));
  return g_strdup_printf ("So sánh %u chỉ tiêu qua các kỳ", indicators->len);
}

static void
add_series (TrinhChart *drawn,
            TrinhEvaluation *evaluation,
            TrinhReportChart *chart,
            const char *address)
{
  guint n_periods = trinh_chart_get_n_periods (drawn);
  g_autofree TrinhDecimal *values = g_new0 (TrinhDecimal, n_periods);
  g_autofree gboolean *known = g_new0 (gboolean, n_periods);

  for (guint i = 0; i < n_periods; i++)
    known[i] = trinh_figure_get_value (evaluation, chart, address, i, &values[i]);
  trinh_chart_add_series (drawn, trinh_figure_get_label (trinh_evaluation_get_report (evaluation), address), values, known);
  for (guint i = 0; i < n_periods; i++)
    if (trinh_figure_get_estimate (evaluation, chart, address, i))
      trinh_chart_mark_estimate (drawn, trinh_chart_get_n_series (drawn) - 1, i);
}

TrinhChart *
trinh_figure_make_chart (TrinhEvaluation *evaluation,
                         TrinhReportChart *chart,
                         const char *unit,
                         const char *title,
                         const char *subtitle)
{
  TrinhReport *report = trinh_evaluation_get_report (evaluation);
  TrinhChartType type = trinh_report_chart_get_kind (chart) == TRINH_REPORT_CHART_LINE ? TRINH_CHART_LINE : TRINH_CHART_BAR;
  g_autoptr (GPtrArray) indicators = trinh_figure_list_indicators (report, chart, unit);
  g_auto (GStrv) periods = trinh_figure_dup_periods (report, chart);
  TrinhChart *drawn = trinh_chart_new (type, title, subtitle, unit);

  trinh_chart_set_periods (drawn, (const char *const *) periods, g_strv_length (periods) - 1);
  for (guint i = 0; i < indicators->len; i++)
    add_series (drawn, evaluation, chart, indicators->pdata[i]);
  return drawn;
}
