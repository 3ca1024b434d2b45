/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-entries-private.h"
#include "trinh-error.h"
#include "trinh-report-chart.h"
#include "trinh-report-private.h"

static const TrinhEntries entries = {
  "charts",
  (TrinhEntryRead) trinh_report_chart_from_json,
  (TrinhEntryWrite) trinh_report_chart_to_json,
  (TrinhEntryGetId) trinh_report_chart_get_id,
  (TrinhEntryEqual) trinh_report_chart_equal,
};

/* The report's own period is always the last, and each stands once: what a file says beside that is no further one. */
static gboolean
is_further_period (TrinhReport *report,
                   const char *const *periods,
                   guint position)
{
  TrinhPeriod period, other;

  if (!trinh_period_parse (periods[position], &period, NULL))
    return TRUE;
  if (trinh_period_equal (period, trinh_report_get_period (report)))
    return FALSE;
  for (guint i = 0; i < position; i++)
    if (trinh_period_parse (periods[i], &other, NULL) && trinh_period_equal (period, other))
      return FALSE;
  return TRUE;
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  TrinhPeriod first = { 0 }, second = { 0 };

  trinh_period_parse (*(const char *const *) a, &first, NULL);
  trinh_period_parse (*(const char *const *) b, &second, NULL);
  return trinh_period_compare (first, second);
}

/* (transfer full): @chart with each earlier period once, oldest first, in whatever order a file has them */
static TrinhReportChart *
tidy_periods (TrinhReport *report,
              TrinhReportChart *chart)
{
  const char *const *periods = trinh_report_chart_get_periods (chart);
  g_autoptr (GPtrArray) in_time = g_ptr_array_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *further = json_array_new ();

  for (guint i = 0; periods[i] != NULL; i++)
    if (is_further_period (report, periods, i))
      g_ptr_array_add (in_time, (gpointer) periods[i]);
  g_ptr_array_sort (in_time, compare_periods);
  for (guint i = 0; i < in_time->len; i++)
    json_array_add_string_element (further, in_time->pdata[i]);
  node = trinh_report_chart_to_json (chart);
  json_object_set_array_member (json_node_get_object (node), "periods", further);
  return trinh_report_chart_from_json (node, NULL);
}

GPtrArray *
trinh_report_charts_list (TrinhReport *report)
{
  GPtrArray *charts;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  charts = _trinh_entries_list (&entries, report);
  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (TrinhReportChart) chart = charts->pdata[i];
      TrinhReportChart *tidy = tidy_periods (report, chart);

      charts->pdata[i] = tidy != NULL ? tidy : g_object_ref (chart);
    }
  return charts;
}

const char *
trinh_report_chart_get_unit (TrinhReport *report,
                             const char *address)
{
  TrinhFormRow *row = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, NULL, &row, NULL))
    return "";
  if (trinh_form_row_get_kind (row) == TRINH_KIND_PERCENT)
    return "%";
  return trinh_form_row_get_unit (row) != NULL ? trinh_form_row_get_unit (row) : "";
}

TrinhReportChart *
trinh_report_charts_find (TrinhReport *report,
                          const char *id)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return _trinh_entries_find (&entries, report, id);
}

static gboolean
shows_the_same (TrinhReportChart *a,
                TrinhReportChart *b)
{
  return trinh_report_chart_get_kind (a) == trinh_report_chart_get_kind (b) &&
         g_strv_equal (trinh_report_chart_get_indicators (a), trinh_report_chart_get_indicators (b)) &&
         g_strv_equal (trinh_report_chart_get_periods (a), trinh_report_chart_get_periods (b));
}

TrinhEdit *
trinh_report_charts_make_add (TrinhReport *report,
                              TrinhReportChart *chart)
{
  g_autoptr (GPtrArray) charts = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (chart), NULL);

  charts = trinh_report_charts_list (report);
  for (guint i = 0; i < charts->len; i++)
    if (shows_the_same (charts->pdata[i], chart))
      return NULL;
  id = g_strdup_printf ("c%u", _trinh_entries_find_last_number (&entries, charts, 'c') + 1);
  g_ptr_array_add (charts, trinh_report_chart_with_id (chart, id));
  /* Translators: what can be undone */
  return _trinh_entries_make_edit (&entries, _ ("chart in the annex"), charts);
}

TrinhEdit *
trinh_report_charts_make_change (TrinhReport *report,
                                 TrinhReportChart *chart)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (chart), NULL);

  return _trinh_entries_make_change (&entries, report, chart, _ ("chart in the annex"));
}

TrinhEdit *
trinh_report_charts_make_remove (TrinhReport *report,
                                 const char *id)
{
  g_autoptr (GPtrArray) charts = NULL;
  guint position;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  charts = trinh_report_charts_list (report);
  if (!_trinh_entries_find_position (&entries, charts, id, &position))
    return NULL;
  g_ptr_array_remove_index (charts, position);
  return _trinh_entries_make_edit (&entries, _ ("chart taken out of the annex"), charts);
}

TrinhEdit *
trinh_report_charts_make_move (TrinhReport *report,
                               const char *id,
                               guint position)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return _trinh_entries_make_move (&entries, report, id, position, _ ("order of the charts"));
}

TrinhEdit *
trinh_report_charts_make_take_over (TrinhReport *report,
                                    TrinhReport *last)
{
  g_autoptr (GPtrArray) charts = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (last), NULL);

  charts = trinh_report_charts_list (report);
  if (charts->len > 0 || trinh_report_get_period (report).kind != trinh_report_get_period (last).kind)
    return NULL;
  g_ptr_array_unref (charts);
  charts = trinh_report_charts_list (last);
  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (TrinhReportChart) old = charts->pdata[i];

      charts->pdata[i] = trinh_report_chart_with_next (old, last);
    }
  return charts->len > 0 ? _trinh_entries_make_edit (&entries, _ ("charts of the last report"), charts) : NULL;
}

TrinhEdit *
trinh_report_charts_make_refresh (TrinhReport *report,
                                  TrinhEvaluation *evaluation)
{
  g_autoptr (GPtrArray) charts = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  charts = trinh_report_charts_list (report);
  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (TrinhReportChart) old = charts->pdata[i];

      charts->pdata[i] = trinh_report_chart_with_history (old, evaluation);
      changed |= !trinh_report_chart_equal (old, charts->pdata[i]);
    }
  return changed ? _trinh_entries_make_edit (&entries, _ ("figures of the charts"), charts) : NULL;
}

static gboolean
check_object (JsonNode *node,
              GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("“%s” must hold members in curly brackets."), "values");
  return FALSE;
}

static gboolean
check_number (TrinhRegime *regime,
              const char *address,
              JsonNode *node,
              GError **error)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  TrinhDecimal number;

  if (!trinh_regime_find_cell (regime, address, NULL, NULL, NULL))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no value “%s”."), trinh_regime_get_id (regime), address);
  else if (text == NULL)
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a text in quotation marks."), address);
  else if (!trinh_decimal_parse_canonical (text, &number, NULL))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” of “%s” is no number; write it as 63.6."), text, address);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_period (TrinhRegime *regime,
              const char *text,
              JsonNode *numbers,
              JsonNode **place,
              GError **error)
{
  JsonObjectIter iter;
  const char *address;
  JsonNode *number;
  TrinhPeriod period;

  *place = numbers;
  if (!trinh_period_parse (text, &period, NULL))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no period; write it as 2021-H1."), text);
      return FALSE;
    }
  if (!check_object (numbers, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (numbers));
  while (json_object_iter_next_ordered (&iter, &address, &number))
    {
      *place = number;
      if (!check_number (regime, address, number, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_trinh_report_check_figures (TrinhRegime *regime,
                             JsonNode *node,
                             JsonNode **place,
                             GError **error)
{
  JsonObjectIter iter;
  const char *period;
  JsonNode *numbers;

  *place = node;
  if (!check_object (node, error))
    return FALSE;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &period, &numbers))
    if (!check_period (regime, period, numbers, place, error))
      return FALSE;
  return TRUE;
}
