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

static TrinhFormRow *
find_row (TrinhWork *work,
          const char *address,
          TrinhForm **form)
{
  TrinhFormRow *row = NULL;

  trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (work)), address, form, &row, NULL);

  return row;
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
  TrinhDecimal value;
  const char *note;

  if (get_value (work, report, address, &value))
    return trinh_decimal_format (value);

  /* Codes of several offices are counted, in the note. */
  note = trinh_value_get_note (trinh_report_get_value (report, address));

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

static const char *
get_unit (TrinhWork *work,
          const char *address)
{
  TrinhFormRow *row = find_row (work, address, NULL);

  if (row == NULL)
    return "";

  return trinh_form_row_get_kind (row) == TRINH_KIND_PERCENT ? "%" : trinh_form_row_get_unit (row);
}

static void
add_series (TrinhChart *chart,
            TrinhWork *work,
            const char *address,
            GPtrArray *reports)
{
  g_autofree TrinhDecimal *values = g_new0 (TrinhDecimal, reports->len);
  g_autofree gboolean *known = g_new0 (gboolean, reports->len);

  for (guint i = 0; i < reports->len; i++)
    known[i] = get_value (work, reports->pdata[i], address, &values[i]);

  trinh_chart_add_series (chart, trinh_form_row_get_plain_label (find_row (work, address, NULL)), values, known);
}

static void
set_periods (TrinhChart *chart,
             GPtrArray *reports)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < reports->len; i++)
    g_strv_builder_take (builder, trinh_period_get_short_title (trinh_report_get_period (reports->pdata[i])));
  titles = g_strv_builder_end (builder);
  trinh_chart_set_periods (chart, (const char *const *) titles, reports->len - 1);
}

/* The title says what is seen, the subtitle the unit and where the figures stand. */
static TrinhChart *
make_chart (TrinhWork *work,
            GPtrArray *addresses,
            const char *unit,
            GPtrArray *reports,
            TrinhChartType type)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  TrinhChart *chart;
  guint n = 0;

  for (guint i = 0; i < addresses->len; i++)
    {
      TrinhForm *form = NULL;
      TrinhFormRow *row = find_row (work, addresses->pdata[i], &form);

      if (g_strcmp0 (get_unit (work, addresses->pdata[i]), unit) != 0)
        continue;
      if (n++ == 0)
        title = g_strdup (trinh_form_row_get_plain_label (row));
      g_string_append_printf (places, "%s%s, %s", places->len > 0 ? "; " : "", trinh_form_get_label (form), trinh_form_row_get_plain_code (row));
    }
  if (n > 1)
    {
      g_free (title);
      title = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
    }
  subtitle = unit[0] != '\0' ? g_strdup_printf (_ ("%s · %s"), unit, places->str) : g_strdup (places->str);

  chart = trinh_chart_new (type, title, subtitle, unit);
  set_periods (chart, reports);
  for (guint i = 0; i < addresses->len; i++)
    if (g_strcmp0 (get_unit (work, addresses->pdata[i]), unit) == 0)
      add_series (chart, work, addresses->pdata[i], reports);

  return chart;
}

GPtrArray *
trinh_comparison_make_charts (TrinhWork *work,
                              GPtrArray *addresses,
                              GPtrArray *reports,
                              TrinhChartType type)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < addresses->len; i++)
    {
      const char *unit = get_unit (work, addresses->pdata[i]);

      if (g_hash_table_add (seen, (gpointer) unit))
        g_ptr_array_add (charts, make_chart (work, addresses, unit, reports, type));
    }

  return charts;
}
