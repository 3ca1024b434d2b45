/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "data-folder.h"
#include "trinh-calendar.h"
#include "trinh-evaluation.h"
#include "trinh-report.h"
#include "trinh-regime-library.h"

static const struct
{
  const char *periods; /* of the regime's data */
  const char *period;
  const char *from;
  const char *to;
  const char *deadline;
} dates[] = {
  /* Defaults of Thông tư 01/2021/TT-VPCP; one working day after the cut-off */
  { "{ \"kind\": \"month\" }", "2022-06", "2022-05-15", "2022-06-14", "2022-06-15" },
  { "{ \"kind\": \"month\" }", "2022-01", "2021-12-15", "2022-01-14", "2022-01-17" },
  { "{ \"kind\": \"quarter\" }", "2022-Q1", "2021-12-15", "2022-03-14", "2022-03-15" },
  { "{ \"kind\": \"quarter\" }", "2022-Q4", "2022-09-15", "2022-12-14", "2022-12-15" },
  { "{ \"kind\": \"half\" }", "2022-H1", "2021-12-15", "2022-06-14", "2022-06-15" },
  { "{ \"kind\": \"half\" }", "2022-H2", "2022-06-15", "2022-12-14", "2022-12-15" },
  { "{ \"kind\": \"nine-months\" }", "2021-9M", "2020-12-15", "2021-09-14", "2021-09-15" },
  { "{ \"kind\": \"year\" }", "2022", "2021-12-15", "2022-12-14", "2022-12-15" },
  { "{ \"kind\": \"ad-hoc\" }", "2022-05-03/2022-05-20", "2022-05-03", "2022-05-20", "2022-05-23" },
  /* a kind that the data do not name */
  { "{ \"kind\": \"month\" }", "2022-H1", "2021-12-15", "2022-06-14", "2022-06-15" },
  /* own cut-offs; working days jump over the weekend: 10/6/2022 is a Friday */
  { "{ \"kind\": \"half\", \"from\": { \"month\": -1, \"day\": 11 }, \"to\": { \"month\": 5, \"day\": 10 }, \"deadline\": { \"working-days\": 2 } }",
    "2022-H1",
    "2021-12-11",
    "2022-06-10",
    "2022-06-14" },
  { "{ \"kind\": \"half\", \"deadline\": { \"working-days\": 0 } }", "2022-H1", "2021-12-15", "2022-06-14", "2022-06-14" },
  /* a deadline before its own cut-off (Tân Kỳ 2023) */
  { "{ \"kind\": \"quarter\", \"to\": { \"month\": 2, \"day\": 10 }, \"deadline\": { \"month\": 1, \"day\": 28 } }", "2023-Q1", "2022-12-15", "2023-03-10", "2023-02-28" },
  /* the 31st of a short month is its last day */
  { "{ \"kind\": \"month\", \"from\": { \"month\": 0, \"day\": 1 }, \"to\": { \"month\": 0, \"day\": 31 } }", "2024-02", "2024-02-01", "2024-02-29", "2024-03-01" },
  /* one quarter alone goes before all */
  { "{ \"kind\": \"quarter\" }, { \"kind\": \"quarter\", \"index\": 2, \"to\": { \"month\": 2, \"day\": 5 } }", "2022-Q2", "2022-03-15", "2022-06-05", "2022-06-06" },
  { "{ \"kind\": \"quarter\", \"index\": 2, \"to\": { \"month\": 2, \"day\": 5 } }, { \"kind\": \"quarter\" }", "2022-Q3", "2022-06-15", "2022-09-14", "2022-09-15" },
  /* one year alone goes before one quarter, both before either */
  { "{ \"kind\": \"year\" }, { \"kind\": \"year\", \"year\": 2025, \"from\": { \"month\": 6, \"day\": 1 } }", "2025", "2025-07-01", "2025-12-14", "2025-12-15" },
  { "{ \"kind\": \"year\" }, { \"kind\": \"year\", \"year\": 2025, \"from\": { \"month\": 6, \"day\": 1 } }", "2026", "2025-12-15", "2026-12-14", "2026-12-15" },
  { "{ \"kind\": \"half\", \"index\": 1, \"deadline\": { \"month\": 4, \"day\": 28 } }, { \"kind\": \"half\", \"year\": 2023, \"deadline\": { \"month\": 4, \"day\": 20 } }",
    "2023-H1",
    "2022-12-15",
    "2023-06-14",
    "2023-05-20" },
  { "{ \"kind\": \"half\", \"index\": 1, \"year\": 2023, \"deadline\": { \"month\": 4, \"day\": 15 } }, { \"kind\": \"half\", \"year\": 2023, \"deadline\": { \"month\": 4, \"day\": 20 } }",
    "2023-H1",
    "2022-12-15",
    "2023-06-14",
    "2023-05-15" },
};

static void
assert_date (guint32 julian,
             const char *expected)
{
  g_autofree char *found = trinh_date_to_string (julian);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GError) error = NULL;
      TrinhPeriod period;
      guint32 from, to, deadline;

      data_folder_set_regime (folder, "\"forms\": [\"f1\"]", dates[i].periods);
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      g_assert_no_error (error);
      g_assert_true (trinh_period_parse (dates[i].period, &period, NULL));
      trinh_regime_get_dates (regime, period, &from, &to, &deadline);
      assert_date (from, dates[i].from);
      assert_date (to, dates[i].to);
      assert_date (deadline, dates[i].deadline);
    }
}

static void
test_kinds (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;

  data_folder_set_regime (folder, "\"forms\": [\"f1\"]", "{ \"kind\": \"half\" }, { \"kind\": \"year\" }");
  regime = trinh_regime_library_load (folder->library, "r1", NULL);
  g_assert_true (trinh_regime_has_period_kind (regime, TRINH_PERIOD_HALF));
  g_assert_true (trinh_regime_has_period_kind (regime, TRINH_PERIOD_YEAR));
  g_assert_false (trinh_regime_has_period_kind (regime, TRINH_PERIOD_MONTH));
}

static const struct
{
  const char *valid;
  const char *periods;
  guint year;
  const char *expected; /* the periods of the year in order, each with its warnings */
} years[] = {
  { "null", "{ \"kind\": \"quarter\" }, { \"kind\": \"half\" }, { \"kind\": \"nine-months\" }, { \"kind\": \"year\" }, { \"kind\": \"ad-hoc\" }", 2022, "2022-Q1 2022-Q2 2022-H1 2022-Q3 2022-9M 2022-Q4 2022-H2 2022 " },
  { "null",
    "{ \"kind\": \"month\" }",
    2024,
    "2024-01 2024-02 2024-03 2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12 " },
  /* only what the calendar names */
  { "null", "{ \"kind\": \"quarter\", \"index\": 3 }, { \"kind\": \"quarter\", \"index\": 1 }", 2022, "2022-Q1 2022-Q3 " },
  { "null", "{ \"kind\": \"quarter\", \"index\": 3, \"year\": 2023 }, { \"kind\": \"year\" }", 2022, "2022 " },
  /* and what lies in the time of the regime */
  { "\"2025-07-01\"", "{ \"kind\": \"half\" }, { \"kind\": \"year\" }", 2025, "2025-H2 2025 " },
  { "\"2025-07-01\"", "{ \"kind\": \"half\" }, { \"kind\": \"year\" }", 2024, "" },
  { "null", "{ \"kind\": \"ad-hoc\" }", 2022, "" },
  /* due before the data end; on the cut-off itself is no doubt */
  { "null", "{ \"kind\": \"year\", \"deadline\": { \"month\": 11, \"day\": 13 } }", 2022, "2022 estimate " },
  { "null", "{ \"kind\": \"year\", \"deadline\": { \"month\": 11, \"day\": 14 } }", 2022, "2022 " },
  /* 17/12/2022 is a Saturday */
  { "null", "{ \"kind\": \"year\", \"deadline\": { \"month\": 11, \"day\": 17 } }", 2022, "2022 weekend " },
  /* the 14th twice; several days */
  { "null", "{ \"kind\": \"year\", \"from\": { \"month\": -1, \"day\": 14 } }", 2022, "2022 shared shared " },
  { "null", "{ \"kind\": \"half\", \"index\": 1, \"to\": { \"month\": 5, \"day\": 20 } }, { \"kind\": \"half\", \"index\": 2 }", 2022, "2022-H1 shared 2022-H2 shared " },
};

static void
append_warnings (GString *text,
                 TrinhRegime *regime,
                 TrinhPeriod period)
{
  g_autoptr (GPtrArray) warnings = trinh_calendar_list_warnings (regime, period);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s ", trinh_calendar_doubt_to_nick (((TrinhCalendarWarning *) warnings->pdata[i])->doubt));
}

static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autofree char *members = g_strdup_printf ("\"forms\": [\"f1\"], \"valid\": { \"from\": %s }", years[i].valid);
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GArray) periods = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      data_folder_set_regime (folder, members, years[i].periods);
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      g_assert_no_error (error);
      periods = trinh_calendar_list_periods (regime, years[i].year);
      for (guint j = 0; j < periods->len; j++)
        {
          TrinhPeriod period = g_array_index (periods, TrinhPeriod, j);
          g_autofree char *name = trinh_period_to_string (period);

          g_string_append_printf (found, "%s ", name);
          append_warnings (found, regime, period);
        }
      g_assert_cmpstr (found->str, ==, years[i].expected);
    }
}

/* An ad-hoc report has its own dates; only its deadline can be doubtful. */
static void
test_ad_hoc (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  TrinhPeriod period;

  data_folder_set_regime (folder, "\"forms\": [\"f1\"]", "{ \"kind\": \"ad-hoc\", \"deadline\": { \"working-days\": 0 }, \"note\": \"N\" }, { \"kind\": \"year\" }");
  regime = trinh_regime_library_load (folder->library, "r1", NULL);
  g_assert_true (trinh_period_parse ("2022-05-03/2022-05-20", &period, NULL));
  append_warnings (found, regime, period);
  g_assert_cmpstr (found->str, ==, "");
  g_assert_true (trinh_period_parse ("2022-05-03/2022-05-21", &period, NULL));
  append_warnings (found, regime, period);
  g_assert_cmpstr (found->str, ==, "weekend ");
  g_assert_cmpstr (trinh_regime_get_period_note (regime, period), ==, "N");
  g_assert_true (trinh_period_parse ("2022", &period, NULL));
  g_assert_null (trinh_regime_get_period_note (regime, period));
}

static TrinhReport *
make_report (DataFolder *folder,
             const char *name)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (folder->library, "r1", NULL);
  TrinhPeriod period;

  g_assert_true (trinh_period_parse (name, &period, NULL));

  return trinh_report_new (regime, period, office);
}

/* The report whose data end where this one's begin: on the day before, or on that day; not with days between. */
static void
test_preceding (void)
{
  static const struct
  {
    const char *periods;
    gboolean found;
  } calendars[] = {
    { "{ \"kind\": \"quarter\", \"from\": { \"month\": -1, \"day\": 11 }, \"to\": { \"month\": 2, \"day\": 10 } }", TRUE },
    { "{ \"kind\": \"quarter\", \"from\": { \"month\": -1, \"day\": 10 }, \"to\": { \"month\": 2, \"day\": 10 } }", TRUE },
    { "{ \"kind\": \"quarter\", \"from\": { \"month\": -1, \"day\": 12 }, \"to\": { \"month\": 2, \"day\": 10 } }", FALSE },
    { "{ \"kind\": \"quarter\", \"from\": { \"month\": -1, \"day\": 9 }, \"to\": { \"month\": 2, \"day\": 10 } }", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (TrinhReport) report = NULL;
      g_autoptr (TrinhEvaluation) evaluation = NULL;

      data_folder_set_regime (folder, "\"forms\": [\"f1\"]", calendars[i].periods);
      report = make_report (folder, "2023-Q3");
      evaluation = trinh_evaluation_new (report);
      g_ptr_array_add (history, make_report (folder, "2023-Q1"));
      g_ptr_array_add (history, make_report (folder, "2023-Q2"));
      trinh_evaluation_set_history (evaluation, history);
      g_assert_true (trinh_evaluation_get_reach (evaluation, TRINH_REACH_PRECEDING) == (calendars[i].found ? history->pdata[1] : NULL));
    }
}

static const struct
{
  const char *periods;
  const char *problem;
} wrong[] = {
  { "", "no “periods”" },
  { "{ \"kind\": \"week\" }", "“week” is no kind of period" },
  { "{ \"index\": 1 }", "“kind” is missing" },
  { "{ \"kind\": \"half\", \"index\": 3 }", "does not exist" },
  { "{ \"kind\": \"year\", \"index\": 1 }", "does not exist" },
  { "{ \"kind\": \"half\" }, { \"kind\": \"half\" }", "twice" },
  { "{ \"kind\": \"half\", \"year\": 2023 }, { \"kind\": \"half\", \"year\": 2023 }", "twice" },
  { "{ \"kind\": \"half\", \"year\": 20 }", "from 1900 to 2999" },
  { "{ \"kind\": \"ad-hoc\", \"year\": 2023 }", "its own dates" },
  { "{ \"kind\": \"half\", \"from\": { \"month\": 0, \"day\": 32 } }", "from 1 to 31" },
  { "{ \"kind\": \"half\", \"from\": { \"month\": 6, \"day\": 1 } }", "end before they begin" },
  { "{ \"kind\": \"half\", \"from\": { \"day\": 1 } }", "“month” is missing" },
  { "{ \"kind\": \"half\", \"deadline\": { \"month\": 6, \"day\": 1, \"working-days\": 1 } }", "not both" },
  { "{ \"kind\": \"ad-hoc\", \"to\": { \"month\": 0, \"day\": 1 } }", "its own dates" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();

      data_folder_set_regime (folder, "\"forms\": [\"f1\"]", wrong[i].periods);
      data_folder_assert_problem (folder, "regimes/r1.json", wrong[i].problem);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/calendar/dates", test_dates);
  g_test_add_func ("/calendar/kinds", test_kinds);
  g_test_add_func ("/calendar/years", test_years);
  g_test_add_func ("/calendar/ad-hoc", test_ad_hoc);
  g_test_add_func ("/calendar/preceding", test_preceding);
  g_test_add_func ("/calendar/wrong", test_wrong);
  return g_test_run ();
}
