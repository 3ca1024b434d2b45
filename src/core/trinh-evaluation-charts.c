/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-chart.h"

static char *
dup_period_titles (const char *const *periods)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; periods[i] != NULL; i++)
    {
      g_autofree char *title = NULL;
      TrinhPeriod period;

      if (!trinh_period_parse (periods[i], &period, NULL))
        continue;
      title = trinh_period_get_short_title (period);
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }
  return g_string_free_and_steal (g_steal_pointer (&titles));
}

/* What a reader would call it: its title, else its first indicator */
static char *
dup_name (TrinhEvaluation *self,
          TrinhReportChart *chart)
{
  const char *address = trinh_report_chart_get_indicators (chart)[0];
  TrinhFormRow *row = NULL;

  if (*trinh_report_chart_get_title (chart) != '\0')
    return g_strdup (trinh_report_chart_get_title (chart));
  if (address != NULL && trinh_regime_find_cell (trinh_report_get_regime (self->report), address, NULL, &row, NULL))
    return g_strdup (trinh_form_row_get_plain_label (row));
  return g_strdup (trinh_report_chart_get_id (chart));
}

static void
add_finding (TrinhEvaluation *self,
             GPtrArray **findings,
             TrinhReportChart *chart,
             TrinhSeverity severity,
             const char *rule,
             const char *message)
{
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = severity,
                                           .rule = rule,
                                           .message = message,
                                           .expected = trinh_report_chart_get_id (chart),
                                         });
}

static void
check_missing (TrinhEvaluation *self,
               GPtrArray **findings,
               TrinhReportChart *chart)
{
  g_auto (GStrv) missing = trinh_report_chart_dup_missing (chart, self);
  g_autofree char *name = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *message = NULL;

  if (missing[0] == NULL)
    return;
  name = dup_name (self, chart);
  titles = dup_period_titles ((const char *const *) missing);
  message = g_strdup_printf (_ ("The chart “%s” has no figures of %s: those reports are not here."), name, titles);
  add_finding (self, findings, chart, TRINH_SEVERITY_INFO, TRINH_RULE_CHART_MISSING, message);
}

/* Whether the figures that are kept of a period are those that its report has now */
static gboolean
is_same (TrinhReportChart *kept,
         TrinhReportChart *fresh,
         const char *period)
{
  const char *const *indicators = trinh_report_chart_get_indicators (kept);

  for (guint i = 0; indicators[i] != NULL; i++)
    {
      TrinhDecimal a = { 0 }, b = { 0 };
      gboolean first = trinh_report_chart_get_kept (kept, period, indicators[i], &a);
      gboolean second = trinh_report_chart_get_kept (fresh, period, indicators[i], &b);

      if (first != second || (first && trinh_decimal_compare (a, b) != 0))
        return FALSE;
    }
  return TRUE;
}

static void
check_changed (TrinhEvaluation *self,
               GPtrArray **findings,
               TrinhReportChart *chart)
{
  g_autoptr (TrinhReportChart) fresh = trinh_report_chart_with_history (chart, self);
  const char *const *periods = trinh_report_chart_get_periods (chart);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autofree char *name = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; periods[i] != NULL; i++)
    if (trinh_report_chart_has_period (chart, periods[i]) && !is_same (chart, fresh, periods[i]))
      g_ptr_array_add (changed, (gpointer) periods[i]);
  if (changed->len == 0)
    return;
  g_ptr_array_add (changed, NULL);
  name = dup_name (self, chart);
  titles = dup_period_titles ((const char *const *) changed->pdata);
  message = g_strdup_printf (_ ("The chart “%s” shows other figures of %s than those reports have now; renew them on the page of comparisons."), name, titles);
  add_finding (self, findings, chart, TRINH_SEVERITY_WARNING, TRINH_RULE_CHART_CHANGED, message);
}

static gboolean
has_number (TrinhEvaluation *self,
            TrinhReportChart *chart,
            const char *address)
{
  const char *const *periods = trinh_report_chart_get_periods (chart);
  TrinhDecimal number;

  for (guint i = 0; periods[i] != NULL; i++)
    if (trinh_report_chart_get_figure (chart, self, periods[i], address, &number))
      return TRUE;
  return trinh_evaluation_get_decimal (self, address, &number);
}

/* Units of which there is nothing to print. (transfer container); @n_units: (out): of all that the chart has */
static GPtrArray *
list_empty_units (TrinhEvaluation *self,
                  TrinhReportChart *chart,
                  guint *n_units)
{
  const char *const *indicators = trinh_report_chart_get_indicators (chart);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *empty = g_ptr_array_new ();

  for (guint i = 0; indicators[i] != NULL; i++)
    if (has_number (self, chart, indicators[i]))
      g_hash_table_add (known, (gpointer) trinh_report_chart_get_unit (self->report, indicators[i]));
  for (guint i = 0; indicators[i] != NULL; i++)
    {
      const char *unit = trinh_report_chart_get_unit (self->report, indicators[i]);

      if (g_hash_table_add (all, (gpointer) unit) && !g_hash_table_contains (known, unit))
        g_ptr_array_add (empty, (gpointer) unit);
    }
  *n_units = g_hash_table_size (all);
  return empty;
}

/* "Hồ sơ, %" */
static char *
dup_unit_names (GPtrArray *units)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const char *unit = units->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", *unit != '\0' ? unit : _ ("no unit"));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
check_empty (TrinhEvaluation *self,
             GPtrArray **findings,
             TrinhReportChart *chart)
{
  guint n_units = 0;
  g_autoptr (GPtrArray) units = list_empty_units (self, chart, &n_units);
  g_autofree char *name = NULL;
  g_autofree char *names = NULL;
  g_autofree char *message = NULL;

  if (units->len == 0)
    return;
  name = dup_name (self, chart);
  if (units->len == n_units)
    message = g_strdup_printf (_ ("The chart “%s” is not printed, for none of its indicators has a figure in any of its periods: enter figures, or remove it on the page of comparisons."), name);
  else
    {
      names = dup_unit_names (units);
      /* Translators: the second %s are units of measure */
      message = g_strdup_printf (_ ("Of the chart “%s” the figures in %s are not printed, for there are none in any of its periods: enter them, or make the chart without those indicators."), name, names);
    }
  add_finding (self, findings, chart, TRINH_SEVERITY_WARNING, TRINH_RULE_CHART_EMPTY, message);
}

void
_trinh_evaluation_check_charts (TrinhEvaluation *self)
{
  g_autoptr (GPtrArray) charts = trinh_report_charts_list (self->report);
  GPtrArray *findings = NULL;

  self->charts_dirty = FALSE;
  for (guint i = 0; i < charts->len; i++)
    {
      check_missing (self, &findings, charts->pdata[i]);
      check_changed (self, &findings, charts->pdata[i]);
      check_empty (self, &findings, charts->pdata[i]);
    }
  _trinh_evaluation_replace (self, &self->charts_findings, findings);
}
