/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Formulas, rules and the checks of kinds, a table for each; made reports of the regime "kiem-thu". */

#include "config.h"

#include "report-fixture.h"

typedef struct
{
  TrinhRegimeLibrary *library;
  TrinhReport *report;
  TrinhEvaluation *evaluation;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->library = fixture_library ();
  fixture->report = fixture_new (fixture->library, "2022-H1");
  fixture->evaluation = trinh_evaluation_new (fixture->report);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->evaluation);
  g_assert_finalize_object (fixture->report);
  g_object_unref (fixture->library);
}

/* "error value-negative k1:1.1; …" without the gaps, which every fresh report has */
static char *
describe (TrinhEvaluation *evaluation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      g_autofree char *subjects = g_strjoinv (" ", (char **) trinh_finding_get_subjects (finding));
      const char *section = trinh_finding_get_section (finding);

      if (g_str_equal (trinh_finding_get_rule (finding), "required-blank") || g_str_equal (trinh_finding_get_rule (finding), "section-empty"))
        continue;
      g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? "; " : "", trinh_severity_to_nick (trinh_finding_get_severity (finding)), trinh_finding_get_rule (finding), section != NULL ? section : subjects);
    }
  return g_string_free_and_steal (text);
}

/* The first finding of a rule; it must be there. (transfer full) */
static TrinhFinding *
find (TrinhEvaluation *evaluation,
      const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (g_str_equal (trinh_finding_get_rule (finding), rule))
        return g_steal_pointer (&finding);
    }
  g_test_fail_printf ("no finding of %s", rule);
  return NULL;
}

typedef struct
{
  const char *cells;
  const char *findings;
} Case;

static void
run_cases (const Case *cases,
           guint n)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autoptr (TrinhEvaluation) whole = NULL;
      g_autofree char *found = NULL;
      g_autofree char *found_whole = NULL;

      fixture_set_all (report, cases[i].cells);
      found = describe (evaluation);
      if (!g_str_equal (found, cases[i].findings))
        g_test_fail_printf ("%s: “%s” instead of “%s”", cases[i].cells, found, cases[i].findings);
      /* What the edit touched is what a look at everything finds. */
      whole = trinh_evaluation_new (report);
      found_whole = describe (whole);
      g_assert_cmpstr (found_whole, ==, found);
    }
}

static void
test_percents (void)
{
  static const Case cases[] = {
    /* 14/33 = 42,4242… */
    { "3.1=14 3.2=33 3=63.6", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=14 3.2=33 3=42.4", "" },
    { "3.1=14 3.2=33 3=42.42", "" },
    { "3.1=14 3.2=33 3=42.4242", "" },
    { "3.1=14 3.2=33 3=42", "" },
    { "3.1=14 3.2=33 3=42.5", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=14 3.2=33 3=42.43", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    /* Bình Lãng: 170/738 = 23,04 printed 23 */
    { "3.1=170 3.2=738 3=23", "" },
    { "3.1=170 3.2=738 3=23.04", "" },
    { "3.1=738 3.2=738 3=100", "" },
    { "3.1=738 3.2=738 3=100.00", "" },
    /* 0 and 100 are claims about all or nothing */
    { "3.1=737 3.2=738 3=100", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=737 3.2=738 3=99.86", "" },
    { "3.1=1 3.2=10000 3=0", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=1 3.2=10000 3=0.01", "" },
    { "3.1=0 3.2=738 3=0", "" },
    { "3.1=1 3.2=1000000000 3=0", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=999999999 3.2=1000000000 3=100", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    /* Đông Sơn: 7/9 = 77,78 printed 77,7 */
    { "3.1=7 3.2=9 3=77.7", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=7 3.2=9 3=77.8", "" },
    { "3.1=7 3.2=9 3=77", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    /* Half up: 1/8 = 12,5 */
    { "3.1=1 3.2=8 3=13", "" },
    { "3.1=1 3.2=8 3=12", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    /* 44,49999 is 44,5000 at four decimals: that must not make a 44 wrong */
    { "3.1=4449999 3.2=10000000 3=44.5", "" },
    /* 44,44496 and 44,44504 are both 44,4450 at four decimals, but only one of them rounds up */
    { "3.1=4444496 3.2=10000000 3=44.44", "" },
    { "3.1=4444496 3.2=10000000 3=44.45", "error k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=4444504 3.2=10000000 3=44.45", "" },
    { "3.1=4444504 3.2=10000000 3=44.44", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    /* 44,43996 cut off */
    { "3.1=4443996 3.2=10000000 3=44.43", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=4449999 3.2=10000000 3=44", "" },
    /* Above 100 is suspicious, entered or computed */
    { "3.1=5000 3.2=3000 3=166.67", "warning percent-over-100 k1:3; warning k1-3.1-within-3.2 k1:3.1 k1:3.2" },
    { "3.1=5000 3.2=3000", "warning percent-over-100 k1:3; warning k1-3.1-within-3.2 k1:3.1 k1:3.2" },
    /* 0/0 has no ratio */
    { "3.1=0 3.2=0", "" },
    { "3.1=0 3.2=0 3=0", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
    { "3.1=0 3.2=0 3=100", "warning k1-3-ratio k1:3 k1:3.1 k1:3.2" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_sums (void)
{
  static const Case cases[] = {
    { "1.1=14 1.2=20 1=34", "" },
    { "1.1=14 1.2=20", "" },
    { "1.1=14 1.2=20 1=35", "error k1-1-sum k1:1 k1:1.1 k1:1.2" },
    { "1.1=14 1=14", "" },
    { "1.1=14 1=20", "error k1-1-sum k1:1 k1:1.1 k1:1.2" },
    { "1=34", "warning incomplete k1:1 k1:1.1 k1:1.2; warning incomplete k1:2 k1:1 k1:1.1" },
    /* A mean that does not come out even is compared at its own precision */
    { "9.1=10 9.2=3 9=3.33", "" },
    { "9.1=10 9.2=3 9=3.34", "error k1-9-mean k1:9 k1:9.1 k1:9.2" },
    { "9.1=10 9.2=4 9=2.5", "" },
    { "9.1=10 9.2=4 9=3", "error k1-9-mean k1:9 k1:9.1 k1:9.2" },
    { "9.1=10", "warning incomplete k1:9 k1:9.1 k1:9.2" },
    { "9=5", "warning incomplete k1:9 k1:9.1 k1:9.2" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_kinds (void)
{
  static const Case cases[] = {
    { "3.1=0", "warning incomplete k1:3 k1:3.1 k1:3.2" },
    { "11=5", "" },
    { "11=-5", "error value-negative k1:11" },
    { "11=5.5", "error value-fraction k1:11" },
    { "11=5.0", "" },
    { "9.1=-1 9.2=1 9=-1", "error value-negative k1:9; error value-negative k1:9.1" },
    { "9.1=2.5 9.2=1", "" },
    { "4=1", "" },
    { "4=2", "error value-choice k1:4" },
    { "4=01", "error value-choice k1:4" },
    { "5=0", "" },
    { "5=2", "error value-choice k1:5" },
    { "6=2022-06-09", "" },
    { "6=2022-02-30", "error value-date k1:6" },
    { "7=gì-cũng-được", "" },
    /* Not for a commune of this kind */
    { "10=-5", "" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_finding_parts (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = NULL;

  fixture_set_all (fixture->report, "3.1=14 3.2=33 3=63.6");
  finding = find (fixture->evaluation, "k1-3-ratio");
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "Tỷ lệ hoàn thành must be 14 / 33 = 42,4\u00a0%; entered is 63,6\u00a0%.");
  g_assert_cmpstr (trinh_finding_get_formula (finding), ==, "14 / 33 = 42,4\u00a0%");
  g_assert_cmpstr (trinh_finding_get_difference (finding), ==, "21,2 points");
  g_assert_cmpstr (trinh_finding_get_expected (finding), ==, "42.4");
  g_assert_cmpstr (trinh_finding_get_found (finding), ==, "63.6");
}

typedef struct
{
  const char *cells;
  const char *rule;
  const char *expected;
  const char *formula;
} Expectation;

static void
test_expected (void)
{
  static const Expectation cases[] = {
    { "3.1=737 3.2=738 3=100", "k1-3-ratio", "99.9", "737 / 738 = 99,9\u00a0%" },
    { "3.1=1 3.2=10000 3=0", "k1-3-ratio", "0.01", "1 / 10.000 = 0,01\u00a0%" },
    { "3.1=7 3.2=9 3=77.7", "k1-3-ratio", "77.8", "7 / 9 = 77,8\u00a0%" },
    { "3.1=0 3.2=0 3=0", "k1-3-ratio", NULL, "0 / 0" },
    { "1.1=14 1.2=20 1=35", "k1-1-sum", "34", "14 + 20 = 34" },
    { "9.1=10 9.2=4 9=3", "k1-9-mean", "2.5", "10 / 4 = 2,5" },
    { "3.1=5 3.2=3", "k1-3.1-within-3.2", NULL, "5 ≤ 3" },
    { "9.1=10", "incomplete", NULL, "10 / …" },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autoptr (TrinhFinding) finding = NULL;

      fixture_set_all (report, cases[i].cells);
      finding = find (evaluation, cases[i].rule);
      g_assert_cmpstr (trinh_finding_get_expected (finding), ==, cases[i].expected);
      g_assert_cmpstr (trinh_finding_get_formula (finding), ==, cases[i].formula);
    }
}

/* A formula that reads another formula's result follows in the same step. */
static void
test_chain (Fixture *fixture,
            gconstpointer data)
{
  TrinhDecimal number;
  g_autofree char *display = NULL;

  fixture_set_all (fixture->report, "1.1=14 1.2=20");
  g_assert_true (trinh_evaluation_get_computed (fixture->evaluation, "k1:2", &number));
  display = trinh_evaluation_dup_display (fixture->evaluation, "k1:2");
  g_assert_cmpstr (display, ==, "41,18");
  g_assert_true (trinh_evaluation_get_decimal (fixture->evaluation, "k1:1", &number));
  g_assert_cmpint (number.units, ==, 34 * TRINH_DECIMAL_SCALE);

  fixture_set (fixture->report, "k1:1.2", "14");
  g_assert_true (trinh_evaluation_get_computed (fixture->evaluation, "k1:2", &number));
  g_assert_cmpint (number.units, ==, 50 * TRINH_DECIMAL_SCALE);
  fixture_set (fixture->report, "k1:1.1", NULL);
  g_assert_false (trinh_evaluation_get_computed (fixture->evaluation, "k1:2", &number));
  g_assert_true (trinh_evaluation_has_formula (fixture->evaluation, "k1:2"));
  g_assert_false (trinh_evaluation_has_formula (fixture->evaluation, "k1:1.1"));

  /* What is entered is what other formulas read. */
  fixture_set_all (fixture->report, "1.1=10 1=40");
  g_assert_true (trinh_evaluation_get_computed (fixture->evaluation, "k1:2", &number));
  g_assert_cmpint (number.units, ==, 25 * TRINH_DECIMAL_SCALE);
}

static void
test_display (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *address;
    const char *text;
    const char *display;
  } cases[] = {
    { "k1:1.1", "1934", "1.934" },
    { "k1:3", "95.45", "95,45" },
    { "k1:3", "95.50", "95,50" },
    { "k1:4", "1", "1" },
    { "k1:6", "2022-06-09", "09/6/2022" },
    { "k1:7", "1.5", "1.5" },
    { "k2:1@money", "2.5", "2,5" },
    { "dossiers.received", "5", "5" },
    { "k1:99", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *display = NULL;

      if (cases[i].text != NULL)
        fixture_set (fixture->report, cases[i].address, cases[i].text);
      display = trinh_evaluation_dup_display (fixture->evaluation, cases[i].address);
      g_assert_cmpstr (display, ==, cases[i].display);
    }
}

static TrinhReport *
make_other (Fixture *fixture,
            const char *period,
            const char *cells)
{
  TrinhReport *report = fixture_new (fixture->library, period);

  fixture_set_all (report, cells);
  return report;
}

static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (TrinhFinding) finding = NULL;
  g_autofree char *found = NULL;
  g_autofree char *alone = NULL;

  fixture_set_all (fixture->report, "11=5 1.1=1 1.2=3");
  alone = describe (fixture->evaluation);
  g_assert_cmpstr (alone, ==, "");
  g_ptr_array_add (history, make_other (fixture, "2021-H2", "11=5"));
  g_ptr_array_add (history, make_other (fixture, "2022-Q1", "11=8"));
  /* Its ratio is computed, not entered. */
  g_ptr_array_add (history, make_other (fixture, "2021-H1", "1.1=1 1.2=1"));
  g_ptr_array_add (history, make_other (fixture, "2020-H1", "11=1"));
  trinh_evaluation_set_history (fixture->evaluation, history);

  found = describe (fixture->evaluation);
  g_assert_cmpstr (found, ==, "error k1-11-year k1:11; info k1-2-last-year k1:2; info k1-11-previous k1:11");
  finding = find (fixture->evaluation, "k1-11-year");
  g_assert_nonnull (strstr (trinh_finding_get_message (finding), "Quý I năm 2022"));
  g_assert_true (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_PREVIOUS) == g_ptr_array_index (history, 0));
  g_assert_true (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_SAME_YEAR) == g_ptr_array_index (history, 1));
  g_assert_true (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_LAST_YEAR) == g_ptr_array_index (history, 2));
  g_assert_true (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_PRECEDING) == g_ptr_array_index (history, 0));
  past = trinh_evaluation_list_past (fixture->evaluation, 2);
  g_assert_cmpuint (past->len, ==, 2);
  g_assert_true (g_ptr_array_index (past, 0) == g_ptr_array_index (history, 0));
  g_assert_true (g_ptr_array_index (past, 1) == g_ptr_array_index (history, 2));
}

/* Another office's report is none of this one's past. */
static void
test_other_office (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) office = fixture_json ("{\"name\":\"UBND xã Bút Sơn\"}");
  TrinhReport *other = make_other (fixture, "2021-H2", "11=5");
  TrinhEdit *edit = trinh_edit_new ("");

  trinh_edit_set_member (edit, "office", office);
  fixture_apply (other, edit);
  g_ptr_array_add (history, other);
  trinh_evaluation_set_history (fixture->evaluation, history);
  g_assert_null (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_PREVIOUS));
}

static void
test_across_forms (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = NULL;

  fixture_set (fixture->report, "k2:1", "5");
  fixture_set (fixture->report, "k1:11", "6");
  finding = find (fixture->evaluation, "k1-same-staff");
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "Số ở k1 (6) khác số ở k2 (5).");
  g_assert_cmpstr (trinh_finding_get_expected (finding), ==, "5");
  g_assert_cmpstr (trinh_finding_get_found (finding), ==, "6");
  g_assert_cmpstr (trinh_finding_get_difference (finding), ==, "1");
}

static void
set_documents (TrinhReport *report,
               const char *documents)
{
  TrinhEdit *edit = trinh_edit_new ("documents");
  g_autoptr (JsonNode) node = fixture_json (documents);

  trinh_edit_set_member (edit, "documents", node);
  fixture_apply (report, edit);
}

static void
test_cited (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  fixture_set (fixture->report, "k1:13", "2");
  without = describe (fixture->evaluation);
  g_assert_cmpstr (without, ==, "");
  set_documents (fixture->report, "[{\"id\":\"d1\",\"counts\":[\"k1:13\"]},{\"id\":\"d2\"}]");
  with = describe (fixture->evaluation);
  g_assert_cmpstr (with, ==, "info k1-13-cited k1:13");
}

/* The register's number is offered for the cell, blank or not, and taken by one edit. */
static void
test_tasks (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (JsonNode) tasks = fixture_json ("[{\"id\":\"k1\",\"done\":\"2022-03-01\",\"counts\":[\"k1:11\"]},{\"id\":\"k2\",\"counts\":[\"k1:11\"]}]");
  TrinhEdit *edit = trinh_edit_new ("tasks");
  g_autofree char *found = NULL;
  g_autofree char *after = NULL;
  g_autofree char *without = NULL;
  TrinhDecimal number;

  g_assert_false (trinh_evaluation_get_registered (fixture->evaluation, "k1:12", &number));
  trinh_edit_set_member (edit, "tasks", tasks);
  fixture_apply (fixture->report, edit);
  g_assert_true (trinh_evaluation_get_registered (fixture->evaluation, "k1:12", &number));
  g_assert_cmpint (number.units, ==, 1 * TRINH_DECIMAL_SCALE);
  g_assert_false (trinh_evaluation_get_registered (fixture->evaluation, "k1:11", &number));
  fixture_set (fixture->report, "k1:12", "2");
  found = describe (fixture->evaluation);
  g_assert_cmpstr (found, ==, "info k1-12-tasks k1:12");
  {
    g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (fixture->evaluation, "k1:12");

    g_assert_cmpstr (trinh_finding_get_expected (findings->pdata[0]), ==, "1");
    fixture_apply (fixture->report, trinh_evaluation_make_take_computed (fixture->evaluation, findings->pdata[0]));
  }
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (fixture->report, "k1:12")), ==, "1");
  after = describe (fixture->evaluation);
  g_assert_cmpstr (after, ==, "");
  fixture_set (fixture->report, "k1:12", "2");
  edit = trinh_edit_new ("tasks");
  trinh_edit_set_member (edit, "tasks", NULL);
  fixture_apply (fixture->report, edit);
  without = describe (fixture->evaluation);
  g_assert_cmpstr (without, ==, "");
}

static void
test_texts (Fixture *fixture,
            gconstpointer data)
{
  static const Case cases[] = {
    { "Chữ thường.", "" },
    { "Có {{k1:11}} việc", "warning text-blank-value s2" },
    { "Có {{k1:99}} và {{doc:d9}} và {{table:k9}}", "error text-unknown-value s2; error text-unknown-document s2; error text-unknown-table s2" },
    { "{{k3:r1}}", "error text-unknown-value s2" },
    { "{{k1:12}} {{dossiers.received}} {{doc:d1}} {{table:k1}}", "" },
  };

  set_documents (fixture->report, "[{\"id\":\"d1\"}]");
  fixture_set_all (fixture->report, "12=1 1.1=1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      fixture_set_text (fixture->report, "s2", cases[i].cells);
      found = describe (fixture->evaluation);
      g_assert_cmpstr (found, ==, cases[i].findings);
    }
}

/* The offsets are characters of the text; the value that is filled in takes the finding away. */
static void
test_text_range (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = NULL;
  g_autofree char *found = NULL;
  guint start, end;

  fixture_set_text (fixture->report, "s2", "Đã có {{k1:11}} việc");
  finding = find (fixture->evaluation, "text-blank-value");
  g_assert_cmpint (trinh_finding_get_source (finding), ==, TRINH_SOURCE_TEXT);
  g_assert_true (trinh_finding_get_range (finding, &start, &end));
  g_assert_cmpuint (start, ==, 6);
  g_assert_cmpuint (end, ==, 15);
  fixture_set (fixture->report, "k1:11", "3");
  found = describe (fixture->evaluation);
  g_assert_cmpstr (found, ==, "");
}

static guint
count_rule (TrinhEvaluation *evaluation,
            const char *rule,
            TrinhSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      n += g_str_equal (trinh_finding_get_rule (finding), rule) && trinh_finding_get_severity (finding) == severity;
    }
  return n;
}

/* A gap is a hint while somebody writes, a warning once it was submitted; a reason closes it. */
static void
test_required (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhValue) reason = trinh_value_with_blank (NULL, TRINH_BLANK_NOT_APPLICABLE);

  g_assert_cmpuint (count_rule (fixture->evaluation, "required-blank", TRINH_SEVERITY_INFO), ==, 2);
  g_assert_cmpuint (count_rule (fixture->evaluation, "section-empty", TRINH_SEVERITY_INFO), ==, 1);
  fixture_set_state (fixture->report, "submitted");
  g_assert_cmpuint (count_rule (fixture->evaluation, "required-blank", TRINH_SEVERITY_WARNING), ==, 2);
  g_assert_true (trinh_report_undo (fixture->report, NULL));
  fixture_apply (fixture->report, trinh_edit_new_value ("", "k1:12", reason));
  g_assert_cmpuint (count_rule (fixture->evaluation, "required-blank", TRINH_SEVERITY_INFO), ==, 1);
  /* Its formula fills the other. */
  fixture_set (fixture->report, "k1:1.1", "3");
  g_assert_cmpuint (count_rule (fixture->evaluation, "required-blank", TRINH_SEVERITY_INFO), ==, 0);
}

static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  TrinhPlaceStatus status = trinh_evaluation_get_place (fixture->evaluation, "k1");

  g_assert_cmpuint (status.n_required, ==, 2);
  g_assert_cmpuint (status.n_filled, ==, 0);
  g_assert_cmpint (trinh_evaluation_get_progress (fixture->evaluation), ==, 0);
  fixture_set_all (fixture->report, "12=5 3.1=14 3.2=33 3=63.6 11=-1");
  status = trinh_evaluation_get_place (fixture->evaluation, "k1");
  g_assert_cmpuint (status.n_errors, ==, 2);
  g_assert_cmpuint (status.n_warnings, ==, 0);
  g_assert_cmpuint (status.n_filled, ==, 1);
  status = trinh_evaluation_get_place (fixture->evaluation, "s2");
  g_assert_cmpuint (status.n_required, ==, 1);
  g_assert_cmpuint (status.n_filled, ==, 0);
  fixture_set_text (fixture->report, "s2", "Chữ");
  status = trinh_evaluation_get_place (fixture->evaluation, "s2");
  g_assert_cmpuint (status.n_filled, ==, 1);
  /* 2 of 3: one cell of two, one section of one. */
  g_assert_cmpint (trinh_evaluation_get_progress (fixture->evaluation), ==, 66);
  g_assert_cmpuint (trinh_evaluation_get_n_errors (fixture->evaluation), ==, 2);
}

static void
test_list_form (Fixture *fixture,
                gconstpointer data)
{
  TrinhEdit *edit = trinh_edit_new ("rows");
  const char *const keys[] = { "r1", "r2", NULL };
  g_autofree char *found = NULL;

  trinh_edit_set_rows (edit, "k3", keys);
  fixture_apply (fixture->report, edit);
  g_assert_cmpuint (trinh_evaluation_get_place (fixture->evaluation, "k3").n_required, ==, 4);
  fixture_set (fixture->report, "k3:r2@amount", "-2");
  found = describe (fixture->evaluation);
  g_assert_cmpstr (found, ==, "error value-negative k3:r2@amount");
  g_assert_cmpuint (trinh_evaluation_get_place (fixture->evaluation, "k3").n_errors, ==, 1);
}

/* What the blank cell of a ratio prints. */
static void
test_computed (void)
{
  static const char *const cases[][2] = {
    { "3.1=14 3.2=33", "42,42" },
    { "3.1=1 3.2=8", "12,5" },
    { "3.1=4444496 3.2=10000000", "44,44" },
    { "3.1=4444504 3.2=10000000", "44,45" },
    { "3.1=4444500 3.2=10000000", "44,45" },
    { "3.1=738 3.2=738", "100" },
    { "3.1=0 3.2=738", "0" },
    { "3.1=0 3.2=0", "" },
    /* Rounded to 0 or 100 it would claim what the rule refuses. */
    { "3.1=49999 3.2=50000", "99,998" },
    { "3.1=1 3.2=50000", "0,002" },
    { "3.1=50001 3.2=50000", "100,002" },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autofree char *display = NULL;

      fixture_set_all (report, cases[i][0]);
      display = trinh_evaluation_dup_display (evaluation, "k1:3");
      g_assert_cmpstr (display, ==, cases[i][1]);
    }
}

/* The same figures, following edits, and nothing found */
static void
test_figures (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhEvaluation) figures = trinh_evaluation_new_figures (fixture->report);
  TrinhDecimal number;

  fixture_set_all (fixture->report, "1.1=-14 1.2=28");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->evaluation)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (figures)), ==, 0);
  fixture_set_all (fixture->report, "1.1=14 1.2=14");
  g_assert_true (trinh_evaluation_get_computed (figures, "k1:2", &number));
  g_assert_cmpint (number.units, ==, 50 * TRINH_DECIMAL_SCALE);
  trinh_evaluation_run (figures);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (figures)), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/evaluation/finding-parts", test_finding_parts },
    { "/evaluation/chain", test_chain },
    { "/evaluation/display", test_display },
    { "/evaluation/figures", test_figures },
    { "/evaluation/history", test_history },
    { "/evaluation/other-office", test_other_office },
    { "/evaluation/across-forms", test_across_forms },
    { "/evaluation/cited", test_cited },
    { "/evaluation/tasks", test_tasks },
    { "/evaluation/texts", test_texts },
    { "/evaluation/text-range", test_text_range },
    { "/evaluation/required", test_required },
    { "/evaluation/places", test_places },
    { "/evaluation/list-form", test_list_form },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/evaluation/percents", test_percents);
  g_test_add_func ("/evaluation/computed", test_computed);
  g_test_add_func ("/evaluation/sums", test_sums);
  g_test_add_func ("/evaluation/kinds", test_kinds);
  g_test_add_func ("/evaluation/expected", test_expected);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
