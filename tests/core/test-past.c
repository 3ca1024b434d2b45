/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a report is compared with: other periods, other regimes, the offices before a merger; made reports of the
 * regimes "qua-ky" and "qua-ky-cu". */

#include "config.h"

#include "report-fixture.h"

#define OWN "{\"name\":\"UBND xã Bình Lãng\",\"code\":\"1\"}"
#define MERGED "{\"name\":\"UBND xã Tứ Kỳ Mới\",\"code\":\"9\",\"predecessors\":[{\"name\":\"UBND xã Bình Lãng\",\"code\":\"1\"},\"UBND xã Bút Sơn\"]}"

static TrinhRegimeLibrary *
past_library (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "past", NULL);
  const char *const folders[] = { folder, NULL };

  return trinh_regime_library_new (folders);
}

typedef struct
{
  const char *regime; /* (nullable): "qua-ky" */
  const char *office; /* (nullable): OWN */
  const char *period;
  const char *cells; /* "q1:1=5 q1:1@online=2" */
} Past;

static TrinhReport *
make_report (TrinhRegimeLibrary *library,
             const Past *past)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, past->regime != NULL ? past->regime : "qua-ky", &error);
  g_autoptr (JsonNode) node = fixture_json (past->office != NULL ? past->office : OWN);
  g_autoptr (TrinhOffice) office = trinh_office_from_json (node, &error);
  g_auto (GStrv) list = g_strsplit (past->cells, " ", -1);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("cells");
  TrinhPeriod period;
  TrinhReport *report;

  g_assert_no_error (error);
  g_assert_true (trinh_period_parse (past->period, &period, NULL));
  report = trinh_report_new (regime, period, office);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      g_autoptr (TrinhValue) value = NULL;

      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      value = trinh_value_new (pair[1]);
      trinh_edit_set_value (edit, pair[0], value);
    }
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  return report;
}

/* At most four, the first without a period ends them. */
static TrinhEvaluation *
evaluate (TrinhRegimeLibrary *library,
          TrinhReport *report,
          const Past *past)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  TrinhEvaluation *evaluation = trinh_evaluation_new (report);

  for (guint i = 0; i < 4 && past[i].period != NULL; i++)
    g_ptr_array_add (history, make_report (library, &past[i]));
  trinh_evaluation_set_history (evaluation, history);
  return evaluation;
}

/* "error rule subject", without the gaps */
static char *
describe (TrinhEvaluation *evaluation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      const char *subject = trinh_finding_get_subjects (finding)[0];
      const char *rule = trinh_finding_get_rule (finding);

      if (!g_str_equal (rule, "section-empty") && !g_str_equal (rule, "incomplete"))
        g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? "; " : "", trinh_severity_to_nick (trinh_finding_get_severity (finding)), rule, subject != NULL ? subject : trinh_finding_get_expected (finding));
    }
  return g_string_free_and_steal (text);
}

static char *
dup_shown (TrinhReport *report,
           const char *address)
{
  TrinhDecimal number;
  TrinhValue *value;

  if (report == NULL)
    return g_strdup ("no report");
  value = trinh_report_get_value (report, address);
  if (trinh_report_get_decimal (report, address, &number))
    return trinh_decimal_to_canonical (number);
  return g_strdup (trinh_value_get_text (value) != NULL ? trinh_value_get_text (value) : trinh_value_get_note (value));
}

/* What stands at @address in the report that @reach means, for 2022-H1. */
static const struct
{
  const char *name;
  TrinhReach reach;
  const char *address;
  const char *expected;
  const char *office; /* (nullable): OWN */
  Past past[4];
} reaches[] = {
  { "previous", TRINH_REACH_PREVIOUS, "q1:1", "7", NULL, { { NULL, NULL, "2021-H2", "q1:1=7" }, { NULL, NULL, "2021-H1", "q1:1=8" } } },
  { "last year", TRINH_REACH_LAST_YEAR, "q1:1", "8", NULL, { { NULL, NULL, "2021-H2", "q1:1=7" }, { NULL, NULL, "2021-H1", "q1:1=8" } } },
  { "preceding of another kind", TRINH_REACH_PRECEDING, "q1:10", "4", NULL, { { NULL, NULL, "2021", "q1:10=4" }, { NULL, NULL, "2021-H1", "q1:10=5" } } },
  { "same year", TRINH_REACH_SAME_YEAR, "q1:1", "3", NULL, { { NULL, NULL, "2022-Q1", "q1:1=3" }, { NULL, NULL, "2022-01", "q1:1=1" }, { NULL, NULL, "2022-9M", "q1:1=9" } } },
  { "of the same code and another name", TRINH_REACH_PREVIOUS, "q1:1", "7", NULL, { { NULL, "{\"name\":\"UBND xã Tên Cũ\",\"code\":\"1\"}", "2021-H2", "q1:1=7" } } },
  { "of another code and the same name", TRINH_REACH_PREVIOUS, "q1:1", "no report", NULL, { { NULL, "{\"name\":\"UBND xã Bình Lãng\",\"code\":\"2\"}", "2021-H2", "q1:1=7" } } },
  { "by name where there is no code", TRINH_REACH_PREVIOUS, "q1:1", "7", NULL, { { NULL, "{\"name\":\"Uỷ ban nhân dân xã Bình Lãng\"}", "2021-H2", "q1:1=7" } } },
  { "another regime, by concept", TRINH_REACH_LAST_YEAR, "q1:4", "12", NULL, { { "qua-ky-cu", NULL, "2021-H1", "q0:1=12 q0:2=5" } } },
  { "another regime, its formula", TRINH_REACH_LAST_YEAR, "q1:1", "6", NULL, { { "qua-ky-cu", NULL, "2021-H1", "q0:2.1=6" } } },
  { "another regime, another column", TRINH_REACH_LAST_YEAR, "q1:1@online", "2", NULL, { { "qua-ky-cu", NULL, "2021-H1", "q0:2=5 q0:2@online=2" } } },
  { "another regime, nothing of it", TRINH_REACH_LAST_YEAR, "q1:2", "", NULL, { { "qua-ky-cu", NULL, "2021-H1", "q0:2=5" } } },
  { "a rate is no count", TRINH_REACH_LAST_YEAR, "q1:5", "", NULL, { { "qua-ky-cu", NULL, "2021-H1", "q0:5=50" } } },
  { "this regime before another", TRINH_REACH_LAST_YEAR, "q1:1", "4", NULL, { { NULL, NULL, "2021-H1", "q1:1=4" }, { "qua-ky-cu", NULL, "2021-H1", "q0:2=5" } } },
  { "sums", TRINH_REACH_LAST_YEAR, "q1:1", "12", MERGED, { { NULL, NULL, "2021-H1", "q1:1=5" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:1=7" } } },
  { "sums across regimes", TRINH_REACH_LAST_YEAR, "q1:1", "12", MERGED, { { NULL, NULL, "2021-H1", "q1:1=5" }, { "qua-ky-cu", "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q0:2=7" } } },
  { "ratios computed anew", TRINH_REACH_LAST_YEAR, "q1:3", "40", MERGED, { { NULL, NULL, "2021-H1", "q1:1=10 q1:2=10 q1:3=100" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:1=40 q1:2=10" } } },
  { "codes are counted", TRINH_REACH_LAST_YEAR, "q1:6", "1 × Trực tuyến; 1 × Phát phiếu", MERGED, { { NULL, NULL, "2021-H1", "q1:6=0" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:6=1" } } },
  { "none is not added", TRINH_REACH_LAST_YEAR, "q1:8", "", MERGED, { { NULL, NULL, "2021-H1", "q1:8=5" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:8=7" } } },
  { "a blank part has no sum", TRINH_REACH_LAST_YEAR, "q1:1", "", MERGED, { { NULL, NULL, "2021-H1", "q1:1=5" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:2=7" } } },
  { "a predecessor is missing", TRINH_REACH_LAST_YEAR, "q1:1", "no report", MERGED, { { NULL, NULL, "2021-H1", "q1:1=5" } } },
  { "the office's own before the sum", TRINH_REACH_LAST_YEAR, "q1:1", "20", MERGED, { { NULL, MERGED, "2021-H1", "q1:1=20" }, { NULL, NULL, "2021-H1", "q1:1=5" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:1=7" } } },
  { "carried over from the sum", TRINH_REACH_PRECEDING, "q1:10", "5", MERGED, { { NULL, NULL, "2021-H2", "q1:10=2" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H2", "q1:10=3" } } },
};

static void
test_reaches (void)
{
  g_autoptr (TrinhRegimeLibrary) library = past_library ();

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      const Past own = { NULL, reaches[i].office, "2022-H1", "" };
      g_autoptr (TrinhReport) report = make_report (library, &own);
      g_autoptr (TrinhEvaluation) evaluation = evaluate (library, report, reaches[i].past);
      g_autofree char *found = dup_shown (trinh_evaluation_get_reach (evaluation, reaches[i].reach), reaches[i].address);

      if (!g_str_equal (found, reaches[i].expected))
        g_test_fail_printf ("%s: “%s” instead of “%s”", reaches[i].name, found, reaches[i].expected);
    }
}

/* A merged office that keeps the name of one of the old: the old one's reports are not its own. */
static void
test_name_kept (void)
{
  static const char *const kept = "{\"name\":\"UBND xã Bình Lãng\",\"predecessors\":[\"UBND xã Bình Lãng\",\"UBND xã Bút Sơn\"]}";
  const Past own = { NULL, kept, "2022-H1", "" };
  const Past past[] = {
    { NULL, "{\"name\":\"UBND xã Bình Lãng\"}", "2021-H1", "q1:1=5" },
    { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:1=7" },
    { NULL, kept, "2021-H2", "q1:1=30" },
    { NULL, NULL, NULL, NULL },
  };
  g_autoptr (TrinhRegimeLibrary) library = past_library ();
  g_autoptr (TrinhReport) report = make_report (library, &own);
  g_autoptr (TrinhEvaluation) evaluation = evaluate (library, report, past);
  g_autoptr (GPtrArray) reports = trinh_evaluation_list_past (evaluation, 12);
  g_autofree char *last_year = dup_shown (trinh_evaluation_get_reach (evaluation, TRINH_REACH_LAST_YEAR), "q1:1");
  g_autofree char *previous = dup_shown (trinh_evaluation_get_reach (evaluation, TRINH_REACH_PREVIOUS), "q1:1");

  g_assert_cmpstr (last_year, ==, "12");
  g_assert_cmpstr (previous, ==, "30");
  g_assert_cmpuint (reports->len, ==, 2);
  g_assert_false (trinh_evaluation_get_combined (evaluation, reports->pdata[0]));
  g_assert_true (trinh_evaluation_get_combined (evaluation, reports->pdata[1]));
}

/* Findings of a report for @period with @cells against the past. */
static const struct
{
  const char *period;
  const char *office;
  const char *cells;
  const char *findings;
  Past past[4];
} checks[] = {
  /* A change of more than 30 % and more than 10 */
  { "2022-H1", NULL, "q1:1=40", "", { { NULL, NULL, "2021-H1", "q1:1=31" } } },
  { "2022-H1", NULL, "q1:1=40", "", { { NULL, NULL, "2021-H1", "q1:1=30" } } },
  { "2022-H1", NULL, "q1:1=41", "warning large-change q1:1", { { NULL, NULL, "2021-H1", "q1:1=30" } } },
  { "2022-H1", NULL, "q1:1=130", "", { { NULL, NULL, "2021-H1", "q1:1=100" } } },
  { "2022-H1", NULL, "q1:1=131", "warning large-change q1:1", { { NULL, NULL, "2021-H1", "q1:1=100" } } },
  { "2022-H1", NULL, "q1:1=0", "warning large-change q1:1", { { NULL, NULL, "2021-H1", "q1:1=100" } } },
  { "2022-H1", NULL, "q1:1=11", "warning large-change q1:1", { { NULL, NULL, "2021-H1", "q1:1=0" } } },
  { "2022-H1", NULL, "q1:1@online=50", "warning large-change q1:1@online", { { NULL, NULL, "2021-H1", "q1:1@online=10" } } },
  { "2022-H1", NULL, "q1:4=50", "warning large-change q1:4", { { "qua-ky-cu", NULL, "2021-H1", "q0:1=20" } } },
  { "2022-H1", NULL, "q1:11=15.01", "", { { NULL, NULL, "2021-H1", "q1:11=15" } } },
  { "2022-H1", NULL, "q1:11=15.01", "warning large-change q1:11", { { NULL, NULL, "2021-H1", "q1:11=10" } } },
  { "2022-H1", NULL, "q1:11=90000000000000", "warning large-change q1:11", { { NULL, NULL, "2021-H1", "q1:11=10000000000000" } } },
  { "2022-H1", NULL, "q1:1=50", "", { { NULL, NULL, "2021-H2", "q1:1=10" } } },
  { "2022-H1", NULL, "", "", { { NULL, NULL, "2021-H1", "q1:1=100" } } },
  { "2022-H1", NULL, "q1:5=50", "", { { NULL, NULL, "2021-H1", "q1:5=10" } } },
  { "2022-H1", NULL, "q1:3=90", "", { { NULL, NULL, "2021-H1", "q1:3=10" } } },
  { "2022-H1", MERGED, "q1:1=12", "info predecessors-added 2021-H1; info predecessors-skipped 2021-H2", { { NULL, NULL, "2021-H1", "q1:1=5" }, { NULL, "{\"name\":\"UBND xã Bút Sơn\"}", "2021-H1", "q1:1=7" } } },
  { "2022-H1", MERGED, "", "info predecessors-skipped 2021-H1; info predecessors-skipped 2021-H2", { { NULL, NULL, "2021-H1", "q1:1=5" } } },
  { "2022", MERGED, "", "info predecessors-skipped 2021", { { NULL, NULL, "2021-H1", "q1:1=5" } } },
  { "2022-H1", MERGED, "q1:1=20", "", { { NULL, MERGED, "2021-H1", "q1:1=20" }, { NULL, MERGED, "2021-H2", "q1:1=20" } } },
  /* What is counted from the year's beginning does not fall; heads on a day may. */
  { "2022-H1", NULL, "q1:5=5", "", { { NULL, NULL, "2022-Q1", "q1:5=5" } } },
  { "2022-H1", NULL, "q1:5=4", "error cumulative-falls q1:5", { { NULL, NULL, "2022-Q1", "q1:5=5" } } },
  { "2022-9M", NULL, "q1:5=4", "error cumulative-falls q1:5", { { NULL, NULL, "2022-Q1", "q1:5=3" }, { NULL, NULL, "2022-H1", "q1:5=5" } } },
  { "2022", NULL, "q1:1=4", "warning cumulative-falls q1:1", { { NULL, NULL, "2022-9M", "q1:1=5" } } },
  { "2022-H1", NULL, "q1:4=4", "", { { NULL, NULL, "2022-Q1", "q1:4=5" } } },
  { "2022-Q2", NULL, "q1:1=4", "", { { NULL, NULL, "2022-Q1", "q1:1=5" } } },
  { "2022-H1", NULL, "q1:1=4", "", { { NULL, NULL, "2021", "q1:1=5" } } },
  { "2022-H1", NULL, "", "", { { NULL, NULL, "2022-Q1", "q1:5=5" } } },
  { "2022-H1", NULL, "q1:12=4", "warning q1-12-year q1:12", { { NULL, NULL, "2022-Q1", "q1:12=5" } } },
  /* Carried over = last pending */
  { "2022-H1", NULL, "q1:9=4", "", { { NULL, NULL, "2021-H2", "q1:10=4" } } },
  { "2022-H1", NULL, "q1:9=5", "error q1-9-carried q1:9", { { NULL, NULL, "2021", "q1:10=4" } } },
  { "2022-H1", NULL, "q1:9=5", "error q1-9-carried q1:9", { { "qua-ky-cu", NULL, "2021-H2", "q0:10=4" } } },
};

static void
test_checks (void)
{
  g_autoptr (TrinhRegimeLibrary) library = past_library ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      const Past own = { NULL, checks[i].office, checks[i].period, checks[i].cells };
      g_autoptr (TrinhReport) report = make_report (library, &own);
      g_autoptr (TrinhEvaluation) evaluation = evaluate (library, report, checks[i].past);
      g_autofree char *found = describe (evaluation);

      if (!g_str_equal (found, checks[i].findings))
        g_test_fail_printf ("%u, %s: “%s” instead of “%s”", i, checks[i].cells, found, checks[i].findings);
    }
}

/* A note is a reason; an acknowledgement is one too, as long as the figure stands. */
static void
test_reason (void)
{
  const Past own = { NULL, NULL, "2022-H1", "q1:1=41 q1:2=1" };
  const Past past[] = { { NULL, NULL, "2021-H1", "q1:1=30" }, { NULL, NULL, NULL, NULL } };
  g_autoptr (TrinhRegimeLibrary) library = past_library ();
  g_autoptr (TrinhReport) report = make_report (library, &own);
  g_autoptr (TrinhEvaluation) evaluation = evaluate (library, report, past);
  g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), 0);
  g_autoptr (TrinhValue) noted = trinh_value_with_note (trinh_report_get_value (report, "q1:1"), "Sáp nhập thôn");

  g_assert_cmpstr (trinh_finding_get_rule (finding), ==, "large-change");
  g_assert_nonnull (strstr (trinh_finding_get_message (finding), "6 tháng đầu năm 2021"));
  fixture_apply (report, trinh_edit_new_value ("", "q1:1", noted));
  g_assert_cmpuint (trinh_evaluation_get_n_warnings (evaluation), ==, 0);
  fixture_set (report, "q1:1", "42");
  g_assert_cmpuint (trinh_evaluation_get_n_warnings (evaluation), ==, 1);
  g_clear_object (&finding);
  finding = g_list_model_get_item (G_LIST_MODEL (evaluation), 0);
  fixture_apply (report, trinh_evaluation_make_acknowledge (evaluation, finding, "Sáp nhập thôn", ""));
  g_assert_cmpuint (trinh_evaluation_get_n_warnings (evaluation), ==, 0);
  fixture_set (report, "q1:1", "43");
  g_assert_cmpuint (trinh_evaluation_get_n_warnings (evaluation), ==, 1);
}

/* The data of 2022-H1 end on 14/6/2022, the report is due on 15/6. */
static const struct
{
  const char *today; /* (nullable) */
  const char *state;
  gboolean asked;
} estimates[] = {
  { NULL, "submitted", FALSE },
  { "2022-06-14", "submitted", FALSE },
  { "2022-06-15", "draft", FALSE },
  { "2022-06-15", "submitted", TRUE },
  { "2022-06-16", "draft", TRUE },
  { "2023-01-01", "draft", TRUE },
};

static void
test_estimates (void)
{
  g_autoptr (TrinhRegimeLibrary) library = past_library ();

  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      const Past own = { NULL, NULL, "2022-H1", "" };
      g_autoptr (TrinhReport) report = make_report (library, &own);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autoptr (TrinhValue) value = trinh_value_new_full ("5", TRINH_BLANK_NO_REASON, NULL, TRUE, TRINH_ORIGIN_ENTERED);
      g_autofree char *found = NULL;
      g_autofree char *mended = NULL;
      guint32 today = 0;

      fixture_apply (report, trinh_edit_new_value ("", "q1:1", value));
      if (!g_str_equal (estimates[i].state, "draft"))
        fixture_set_state (report, estimates[i].state);
      if (estimates[i].today != NULL)
        g_assert_true (trinh_date_parse (estimates[i].today, &today));
      trinh_evaluation_set_today (evaluation, today);
      found = describe (evaluation);
      if (!g_str_equal (found, estimates[i].asked ? "info estimate-open q1:1" : ""))
        g_test_fail_printf ("%u: “%s”", i, found);
      fixture_set (report, "q1:1", "6");
      mended = describe (evaluation);
      g_assert_cmpstr (mended, ==, "");
    }
}

/* The mark of a text that came from the last report, until it is edited. */
static void
test_carried_text (void)
{
  const Past own = { NULL, NULL, "2022-H1", "" };
  g_autoptr (TrinhRegimeLibrary) library = past_library ();
  g_autoptr (TrinhReport) report = make_report (library, &own);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhSection) carried = trinh_section_with_carried_from (trinh_report_find_section (report, "s2"), "2021-H2");
  TrinhEdit *edit = trinh_edit_new ("");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  trinh_edit_set_section (edit, carried);
  fixture_apply (report, edit);
  before = describe (evaluation);
  g_assert_cmpstr (before, ==, "info section-carried (null)");
  fixture_set_text (report, "s2", "Mới.");
  after = describe (evaluation);
  g_assert_cmpstr (after, ==, "");
}

/* What shorter periods give for one cell: "text sources", "!" where there are gaps. */
static const struct
{
  const char *period;
  const char *address;
  const char *expected;
  Past past[4];
} proposals[] = {
  { "2022-H1", "q1:1", "8 Quý I/2022 + Quý II/2022", { { NULL, NULL, "2022-Q1", "q1:1=3" }, { NULL, NULL, "2022-Q2", "q1:1=5" } } },
  { "2022-H1", "q1:1@online", "3 Quý I/2022 + Quý II/2022", { { NULL, NULL, "2022-Q1", "q1:1@online=1" }, { NULL, NULL, "2022-Q2", "q1:1@online=2" } } },
  { "2022-Q1", "q1:1", "6 T1/2022 + T2/2022 + T3/2022", { { NULL, NULL, "2022-03", "q1:1=3" }, { NULL, NULL, "2022-01", "q1:1=1" }, { NULL, NULL, "2022-02", "q1:1=2" } } },
  { "2022-9M", "q1:1", "6 Quý I/2022 + Quý II/2022 + Quý III/2022", { { NULL, NULL, "2022-Q1", "q1:1=1" }, { NULL, NULL, "2022-Q2", "q1:1=2" }, { NULL, NULL, "2022-Q3", "q1:1=3" } } },
  { "2022-9M", "q1:1", "7 6T/2022 + Quý III/2022", { { NULL, NULL, "2022-Q1", "q1:1=1" }, { NULL, NULL, "2022-Q2", "q1:1=2" }, { NULL, NULL, "2022-Q3", "q1:1=3" }, { NULL, NULL, "2022-H1", "q1:1=4" } } },
  { "2022", "q1:1", "9 6T/2022 + 6TC/2022", { { NULL, NULL, "2022-H1", "q1:1=4" }, { NULL, NULL, "2022-H2", "q1:1=5" }, { NULL, NULL, "2022-9M", "q1:1=7" } } },
  { "2022", "q1:1", "9 9T/2022 + Quý IV/2022", { { NULL, NULL, "2022-9M", "q1:1=7" }, { NULL, NULL, "2022-Q4", "q1:1=2" } } },
  { "2022-H1", "q1:1", "3 Quý I/2022 !", { { NULL, NULL, "2022-Q1", "q1:1=3" } } },
  { "2022-H1", "q1:1", "3 Quý I/2022 !", { { NULL, NULL, "2022-Q1", "q1:1=3" }, { NULL, NULL, "2022-Q2", "q1:2=5" } } },
  { "2022-H1", "q1:1", "", { { NULL, NULL, "2022-Q3", "q1:1=3" }, { NULL, NULL, "2021-Q2", "q1:1=3" } } },
  { "2022-H1", "q1:1", "8 Quý I/2022 + Quý II/2022", { { "qua-ky-cu", NULL, "2022-Q1", "q0:2=3" }, { NULL, NULL, "2022-Q2", "q1:1=5" } } },
  /* Heads are not added, nor is what is cumulative. */
  { "2022-H1", "q1:4", "20 Quý II/2022", { { NULL, NULL, "2022-Q1", "q1:4=21" }, { NULL, NULL, "2022-Q2", "q1:4=20" } } },
  { "2022-H1", "q1:4", "21 Quý I/2022 !", { { NULL, NULL, "2022-Q1", "q1:4=21" } } },
  { "2022-H1", "q1:5", "9 Quý II/2022", { { NULL, NULL, "2022-Q1", "q1:5=4" }, { NULL, NULL, "2022-Q2", "q1:5=9" } } },
  { "2022-H1", "q1:6", "1 Quý II/2022", { { NULL, NULL, "2022-Q1", "q1:6=0" }, { NULL, NULL, "2022-Q2", "q1:6=1" } } },
  /* Formulas and texts */
  { "2022-H1", "q1:3", "", { { NULL, NULL, "2022-Q1", "q1:3=50" }, { NULL, NULL, "2022-Q2", "q1:3=60" } } },
  { "2022-H1", "q1:7", "", { { NULL, NULL, "2022-Q1", "q1:7=a" }, { NULL, NULL, "2022-Q2", "q1:7=b" } } },
  { "2022-H1", "q1:11", "", { { NULL, NULL, "2022-Q1", "q1:11=99999999999999" }, { NULL, NULL, "2022-Q2", "q1:11=99999999999999" } } },
  { "2022-01", "q1:1", "", { { NULL, NULL, "2022-01", "q1:1=3" } } },
};

static void
test_proposals (void)
{
  g_autoptr (TrinhRegimeLibrary) library = past_library ();

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      const Past own = { NULL, NULL, proposals[i].period, "" };
      g_autoptr (TrinhReport) report = make_report (library, &own);
      g_autoptr (TrinhEvaluation) evaluation = evaluate (library, report, proposals[i].past);
      g_autoptr (GPtrArray) found = trinh_evaluation_list_proposals (evaluation, proposals[i].address);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          const TrinhProposal *proposal = found->pdata[j];

          g_string_append_printf (text, "%s %s%s", proposal->text, proposal->sources, proposal->complete ? "" : " !");
        }
      if (!g_str_equal (text->str, proposals[i].expected))
        g_test_fail_printf ("%u: “%s” instead of “%s”", i, text->str, proposals[i].expected);
    }
}

/* What a new report takes from the last one, and what it does not. */
static void
test_begin (void)
{
  const Past before = { NULL, NULL, "2021-H2", "q1:1=40 q1:4=12 q1:5=3 q1:6=1 q1:10=4" };
  const Past own = { NULL, NULL, "2022-H1", "q1:10=7" };
  g_autoptr (TrinhRegimeLibrary) library = past_library ();
  g_autoptr (TrinhReport) last = make_report (library, &before);
  g_autoptr (TrinhReport) report = make_report (library, &own);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (JsonNode) documents = fixture_json ("[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"59\",\"symbol\":\"KH-UBND\",\"date\":\"2021-12-28\",\"issuer\":\"\",\"abstract\":\"\"}]");
  TrinhEdit *edit = trinh_edit_new ("");
  TrinhSection *opening, *first;

  trinh_edit_set_member (edit, "documents", documents);
  trinh_edit_set_member_string (edit, "symbol", "BC-TEST");
  trinh_edit_set_member_string (edit, "number", "15");
  fixture_apply (last, edit);
  fixture_set_text (last, "s2", "Theo {{doc:d1}}, có {{q1:1}} hồ sơ.");
  fixture_apply (report, trinh_evaluation_make_begin (evaluation, last));

  opening = trinh_report_find_section (report, "s1");
  first = trinh_report_find_section (report, "s2");
  g_assert_null (trinh_section_get_carried_from (opening));
  g_assert_nonnull (strstr (trinh_section_get_text (opening), "6 tháng đầu năm 2022"));
  g_assert_cmpstr (trinh_section_get_carried_from (first), ==, "2021-H2");
  g_assert_nonnull (strstr (trinh_section_get_text (first), "59/KH-UBND"));
  g_assert_nonnull (strstr (trinh_section_get_text (first), ", có {{q1:1}} hồ sơ."));
  g_assert_null (trinh_section_get_carried_from (trinh_report_find_section (report, "s3")));
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-TEST");
  g_assert_cmpstr (trinh_report_get_number (report), ==, "");
  g_assert_null (trinh_report_get_value (report, "q1:1"));
  g_assert_null (trinh_report_get_value (report, "q1:5"));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "q1:4")), ==, "12");
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "q1:6")), ==, "1");
  /* What is there already stays. */
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "q1:10")), ==, "7");
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (report, "s2")), ==, "");
}

/* From the form before: stocks by concept, texts by the outline; the addressees are the new regime's. */
static void
test_begin_across (void)
{
  const Past before = { "qua-ky-cu", NULL, "2021-H2", "q0:1=12 q0:2=40" };
  const Past own = { NULL, NULL, "2022-H1", "" };
  g_autoptr (TrinhRegimeLibrary) library = past_library ();
  g_autoptr (TrinhReport) last = make_report (library, &before);
  g_autoptr (TrinhReport) report = make_report (library, &own);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  TrinhEdit *edit = trinh_edit_new ("");

  trinh_edit_set_member_string (edit, "symbol", "BC-TEST");
  fixture_apply (last, edit);
  fixture_apply (report, trinh_evaluation_make_begin (evaluation, last));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (report, "q1:4")), ==, "12");
  g_assert_null (trinh_report_get_value (report, "q1:1"));
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-UBND");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/past/reaches", test_reaches);
  g_test_add_func ("/past/name-kept", test_name_kept);
  g_test_add_func ("/past/checks", test_checks);
  g_test_add_func ("/past/reason", test_reason);
  g_test_add_func ("/past/estimates", test_estimates);
  g_test_add_func ("/past/carried-text", test_carried_text);
  g_test_add_func ("/past/proposals", test_proposals);
  g_test_add_func ("/past/begin", test_begin);
  g_test_add_func ("/past/begin-across", test_begin_across);

  return g_test_run ();
}
