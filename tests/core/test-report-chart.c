/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

static const char *const indicators[] = { "k1:1.1", "k1:1.2", NULL };

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"c1\",\"title\":\"Hồ sơ\",\"kind\":\"line\",\"indicators\":[\"k1:1\"],\"periods\":[\"2021-H1\"],\"values\":{\"2021-H1\":{\"k1:1\":\"5\"}},\"z\":[1]}";
  g_autoptr (JsonNode) node = fixture_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReportChart) chart = trinh_report_chart_from_json (node, &error);
  g_autoptr (TrinhReportChart) renamed = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *line = NULL;
  TrinhDecimal number;

  g_assert_no_error (error);
  json = trinh_report_chart_to_json (chart);
  line = trinh_json_to_line (json);
  g_assert_cmpstr (line, ==, text);
  g_assert_true (trinh_report_chart_get_kept (chart, "2021-H1", "k1:1", &number));
  g_assert_false (trinh_report_chart_get_kept (chart, "2020-H1", "k1:1", &number));
  renamed = trinh_report_chart_with_title (chart, "Khác");
  g_assert_false (trinh_report_chart_equal (chart, renamed));
  g_assert_cmpstr (trinh_report_chart_get_title (renamed), ==, "Khác");
}

static TrinhReport *
make_report (TrinhRegimeLibrary *library,
             const char *period,
             const char *online)
{
  TrinhReport *report = fixture_new (library, period);

  if (online != NULL)
    {
      g_autoptr (TrinhValue) value = trinh_value_new (online);

      fixture_apply (report, trinh_edit_new_value ("value", "k1:1.1", value));
    }
  return report;
}

/* @online: of 2021-H1 in the history; %NULL: there is no such report */
static void
set_history (TrinhRegimeLibrary *library,
             TrinhEvaluation *evaluation,
             const char *online)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);

  if (online != NULL)
    g_ptr_array_add (history, make_report (library, "2021-H1", online));
  trinh_evaluation_set_history (evaluation, history);
}

static char *
find_message (TrinhEvaluation *evaluation,
              const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (g_str_equal (trinh_finding_get_rule (finding), rule))
        return g_strdup (trinh_finding_get_message (finding));
    }
  return NULL;
}

static void
assert_finding (TrinhEvaluation *evaluation,
                const char *rule,
                gboolean expected)
{
  g_autofree char *message = find_message (evaluation, rule);

  g_assert_cmpint (message != NULL, ==, expected);
}

/* What was drawn stays what it is; that the earlier report has changed is a finding until the figures are renewed. */
static void
test_history (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "2022-H1", "9");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhReportChart) chart = NULL;
  g_autoptr (TrinhReportChart) kept = NULL;
  TrinhDecimal number;

  set_history (library, evaluation, "5");
  chart = trinh_report_chart_new_from_history (evaluation, "new", TRINH_REPORT_CHART_BAR, indicators, 4);
  g_assert_cmpstr (trinh_report_chart_get_periods (chart)[0], ==, "2021-H1");
  fixture_apply (report, trinh_report_charts_make_add (report, chart));
  assert_finding (evaluation, TRINH_RULE_CHART_CHANGED, FALSE);
  g_assert_null (trinh_report_charts_make_refresh (report, evaluation));

  set_history (library, evaluation, "6");
  assert_finding (evaluation, TRINH_RULE_CHART_CHANGED, TRUE);
  kept = trinh_report_charts_find (report, "c1");
  g_assert_true (trinh_report_chart_get_figure (kept, evaluation, "2021-H1", "k1:1.1", &number));
  g_assert_cmpint (number.units, ==, 50000);
  fixture_apply (report, trinh_report_charts_make_refresh (report, evaluation));
  assert_finding (evaluation, TRINH_RULE_CHART_CHANGED, FALSE);

  set_history (library, evaluation, NULL);
  assert_finding (evaluation, TRINH_RULE_CHART_CHANGED, FALSE);
  assert_finding (evaluation, TRINH_RULE_CHART_MISSING, FALSE);
}

/* A chart written by hand has no figures of its own: the history gives them, or a hint says that they are missing. */
static void
test_not_kept (void)
{
  static const char *const periods[] = { "2021-H1", NULL };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "2022-H1", "9");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhReportChart) chart = trinh_report_chart_new ("c7", "", TRINH_REPORT_CHART_LINE, indicators, periods);
  TrinhDecimal number;

  fixture_apply (report, trinh_report_charts_make_add (report, chart));
  assert_finding (evaluation, TRINH_RULE_CHART_MISSING, TRUE);
  g_assert_false (trinh_report_chart_get_figure (chart, evaluation, "2021-H1", "k1:1.1", &number));
  set_history (library, evaluation, "5");
  assert_finding (evaluation, TRINH_RULE_CHART_MISSING, FALSE);
  g_assert_true (trinh_report_chart_get_figure (chart, evaluation, "2021-H1", "k1:1.1", &number));
  g_assert_false (trinh_report_chart_get_figure (chart, evaluation, "2021-H1", "k1:1.2", &number));
}

/* @says: what the finding names, %NULL: there is none */
static void
check_empty (TrinhReport *report,
             TrinhEvaluation *evaluation,
             const char *address,
             const char *text,
             const char *says)
{
  g_autoptr (TrinhValue) value = text != NULL ? trinh_value_new (text) : NULL;
  g_autofree char *message = NULL;

  fixture_apply (report, trinh_edit_new_value ("value", address, value));
  message = find_message (evaluation, TRINH_RULE_CHART_EMPTY);
  g_test_message ("%s", message);
  if (says == NULL)
    g_assert_null (message);
  else
    g_assert_nonnull (g_strrstr (message, says));
}

/* A chart that is not printed is told of, whole or by its units, as soon as its figures are gone. */
static void
test_empty (void)
{
  static const char *const mixed[] = { "k1:3.1", "k1:9", NULL };
  static const char *const periods[] = { "2021-H1", NULL };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "2022-H1", NULL);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhReportChart) chart = trinh_report_chart_new ("c1", "Kinh phí qua các kỳ", TRINH_REPORT_CHART_BAR, mixed, periods);
  g_autoptr (TrinhReportChart) kept = NULL;

  assert_finding (evaluation, TRINH_RULE_CHART_EMPTY, FALSE);
  fixture_apply (report, trinh_report_charts_make_add (report, chart));
  check_empty (report, evaluation, "k1:9.2", "2", "“Kinh phí qua các kỳ” is not printed");
  check_empty (report, evaluation, "k1:3.1", "0", "in Triệu đồng are not");
  check_empty (report, evaluation, "k1:9.1", "7", NULL);
  check_empty (report, evaluation, "k1:3.1", NULL, "in no unit are not");
  check_empty (report, evaluation, "k1:9.2", NULL, "is not printed");
  /* A figure of an earlier period is one, too. */
  set_history (library, evaluation, "5");
  kept = trinh_report_chart_new ("c1", "", TRINH_REPORT_CHART_BAR, indicators, periods);
  fixture_apply (report, trinh_report_charts_make_change (report, kept));
  assert_finding (evaluation, TRINH_RULE_CHART_EMPTY, FALSE);
  set_history (library, evaluation, NULL);
  assert_finding (evaluation, TRINH_RULE_CHART_EMPTY, TRUE);
}

static void
assert_order (TrinhReport *report,
              const char *expected)
{
  g_autoptr (GPtrArray) charts = trinh_report_charts_list (report);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < charts->len; i++)
    g_string_append (ids, trinh_report_chart_get_id (charts->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_edits (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = make_report (library, "2022-H1", NULL);
  g_autoptr (TrinhReportChart) bars = trinh_report_chart_new ("new", "", TRINH_REPORT_CHART_BAR, indicators, NULL);
  g_autoptr (TrinhReportChart) lines = trinh_report_chart_new ("new", "", TRINH_REPORT_CHART_LINE, indicators, NULL);
  g_autoptr (TrinhReportChart) found = NULL;
  g_autoptr (TrinhReportChart) renamed = NULL;

  fixture_apply (report, trinh_report_charts_make_add (report, bars));
  fixture_apply (report, trinh_report_charts_make_add (report, lines));
  assert_order (report, "c1c2");
  g_assert_null (trinh_report_charts_make_add (report, bars));
  g_assert_null (trinh_report_charts_make_move (report, "c2", 2));
  g_assert_null (trinh_report_charts_make_remove (report, "c3"));
  fixture_apply (report, trinh_report_charts_make_move (report, "c2", 0));
  assert_order (report, "c2c1");
  found = trinh_report_charts_find (report, "c1");
  renamed = trinh_report_chart_with_title (found, "Hồ sơ");
  g_assert_null (trinh_report_charts_make_change (report, found));
  fixture_apply (report, trinh_report_charts_make_change (report, renamed));
  fixture_apply (report, trinh_report_charts_make_remove (report, "c2"));
  assert_order (report, "c1");
  for (guint i = 0; i < 3; i++)
    g_assert_true (trinh_report_undo (report, NULL));
  assert_order (report, "c1c2");
  /* The id of one that was taken out is not given again. */
  fixture_apply (report, trinh_report_charts_make_remove (report, "c1"));
  fixture_apply (report, trinh_report_charts_make_add (report, bars));
  assert_order (report, "c2c3");
}

/* The next report compares as many periods, up to the last one's. */
static void
test_take_over (void)
{
  static const char *const periods[] = { "2020-H1", "2021-H1", NULL };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) last = make_report (library, "2022-H1", "9");
  g_autoptr (TrinhReport) next = make_report (library, "2023-H1", NULL);
  g_autoptr (TrinhReport) year = make_report (library, "2023", NULL);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (next);
  g_autoptr (TrinhReportChart) chart = trinh_report_chart_new ("new", "Hồ sơ", TRINH_REPORT_CHART_LINE, indicators, periods);
  g_autoptr (TrinhReportChart) alone = trinh_report_chart_new ("new", "", TRINH_REPORT_CHART_BAR, indicators, NULL);
  g_autoptr (TrinhReportChart) taken = NULL;
  g_autoptr (TrinhReportChart) second = NULL;
  TrinhDecimal number;

  g_assert_null (trinh_report_charts_make_take_over (next, last));
  fixture_apply (last, trinh_report_charts_make_add (last, chart));
  fixture_apply (last, trinh_report_charts_make_add (last, alone));
  g_assert_null (trinh_report_charts_make_take_over (year, last));
  fixture_apply (next, trinh_evaluation_make_begin (evaluation, last));
  assert_order (next, "c1c2");
  taken = trinh_report_charts_find (next, "c1");
  g_assert_cmpstr (trinh_report_chart_get_title (taken), ==, "Hồ sơ");
  g_assert_cmpstrv (trinh_report_chart_get_periods (taken), ((const char *const[]) { "2021-H1", "2022-H1", NULL }));
  g_assert_true (trinh_report_chart_get_kept (taken, "2022-H1", "k1:1.1", &number));
  g_assert_cmpint (number.units, ==, 90000);
  g_assert_false (trinh_report_chart_has_period (taken, "2020-H1"));
  second = trinh_report_charts_find (next, "c2");
  g_assert_null (trinh_report_chart_get_periods (second)[0]);
  /* What stands there already is not written over. */
  g_assert_null (trinh_report_charts_make_take_over (next, last));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/report-chart/round-trip", test_round_trip);
  g_test_add_func ("/report-chart/history", test_history);
  g_test_add_func ("/report-chart/not-kept", test_not_kept);
  g_test_add_func ("/report-chart/empty", test_empty);
  g_test_add_func ("/report-chart/edits", test_edits);
  g_test_add_func ("/report-chart/take-over", test_take_over);

  return g_test_run ();
}
