/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Rules that hold for every row of a form, and the totals under the rows that an office adds. */

#include "config.h"

#include "data-folder.h"
#include "report-fixture.h"

static const char list_form[] =
  "{ \"format\": \"trinhky-form/1\", \"id\": \"f1\", \"label\": \"L\", \"title\": \"T\", \"type\": \"list\",\n"
  "  \"columns\": [ { \"id\": \"field\", \"title\": \"Lĩnh vực\", \"kind\": \"text\" },\n"
  "    { \"id\": \"all\", \"title\": \"Tổng số\", \"main\": true }, { \"id\": \"early\", \"title\": \"Sớm\" },\n"
  "    { \"id\": \"late\", \"title\": \"Muộn\" }, { \"id\": \"rate\", \"title\": \"Tỷ lệ\", \"kind\": \"percent\" } ],\n"
  "  \"rows\": [ { \"key\": \"1\", \"label\": \"Lĩnh vực\", \"kind\": \"count\" } ],\n"
  "  \"total\": { \"key\": \"total\", \"label\": \"Tổng cộng\", \"kind\": \"count\", \"concept\": \"a.one\" },\n"
  "  \"rules\": [\n"
  "    { \"id\": \"sum\", \"expression\": \"[@all] = [@early] + [@late]\", \"missing\": \"skip-if-any\", \"severity\": \"error\",\n"
  "      \"message\": \"{@all} khác {@early} và {@late}.\" },\n"
  "    { \"id\": \"carried\", \"expression\": \"[total@late] = preceding([total@early])\", \"missing\": \"skip-if-any\", \"severity\": \"warning\" },\n"
  "    { \"id\": \"before\", \"expression\": \"[@all] >= previous([@all])\", \"missing\": \"skip-if-any\", \"severity\": \"info\" } ] }\n";

static const char fixed_form[] =
  "{ \"format\": \"trinhky-form/1\", \"id\": \"f2\", \"label\": \"L\", \"title\": \"T\",\n"
  "  \"columns\": [ { \"id\": \"all\", \"title\": \"Tổng số\", \"main\": true }, { \"id\": \"part\", \"title\": \"Phần\" } ],\n"
  "  \"rows\": [ { \"key\": \"1\", \"label\": \"Một\", \"kind\": \"none\" }, { \"key\": \"1.1\", \"label\": \"Hai\", \"kind\": \"count\" },\n"
  "    { \"key\": \"1.2\", \"label\": \"Ba\", \"kind\": \"count\" },\n"
  "    { \"key\": \"2\", \"label\": \"Huyện\", \"kind\": \"count\", \"office-kinds\": [\"huyện\"] } ],\n"
  "  \"rules\": [\n"
  "    { \"id\": \"part\", \"expression\": \"[@part] <= [@all]\", \"missing\": \"skip-if-any\", \"severity\": \"error\" },\n"
  "    { \"id\": \"earlier\", \"expression\": \"[@all] >= previous([@all])\", \"missing\": \"skip-if-any\", \"severity\": \"info\" },\n"
  "    { \"id\": \"bound\", \"expression\": \"[@part] <= [f1:total]\", \"missing\": \"skip-if-any\", \"severity\": \"warning\" } ] }\n";

typedef struct
{
  DataFolder *folder;
  TrinhRegime *regime;
  TrinhReport *report;
  TrinhEvaluation *evaluation;
} Fixture;

static TrinhReport *
make_report (Fixture *fixture,
             const char *name)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  TrinhPeriod period;

  g_assert_true (trinh_period_parse (name, &period, NULL));
  return trinh_report_new (fixture->regime, period, office);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = data_folder_new ();
  data_folder_write (fixture->folder, "forms/f1.json", list_form);
  data_folder_write (fixture->folder, "forms/f2.json", fixed_form);
  data_folder_set_regime (fixture->folder, "\"forms\": [\"f1\", \"f2\"]", "{ \"kind\": \"month\" }");
  fixture->regime = trinh_regime_library_load (fixture->folder->library, "r1", &error);
  g_assert_no_error (error);
  fixture->report = make_report (fixture, "2022-05");
  fixture->evaluation = trinh_evaluation_new (fixture->report);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->evaluation);
  g_object_unref (fixture->report);
  g_object_unref (fixture->regime);
  data_folder_free (fixture->folder);
}

/* "r1=5,2,3 r2=…": the rows of the list with all, early and late; "" leaves a cell blank */
static void
set_rows (TrinhReport *report,
          const char *text)
{
  static const char *const columns[] = { NULL, "early", "late" };
  g_auto (GStrv) rows = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("rows");
  g_auto (GStrv) keys = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (rows[i], "=", 2);

      g_strv_builder_add (builder, pair[0]);
    }
  keys = g_strv_builder_end (builder);
  trinh_edit_set_rows (edit, "f1", (const char *const *) keys);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (strchr (rows[i], '=') + 1, ",", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autoptr (TrinhValue) value = *cells[j] != '\0' ? trinh_value_new (cells[j]) : NULL;

          trinh_edit_set_value (edit, trinh_address_build ("f1", keys[i], columns[j]), value);
        }
    }
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

/* "sum f1:r1; …": rule and first subject of what does not hold, in the order of the list */
static char *
list_findings (TrinhEvaluation *evaluation)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      if (trinh_finding_get_source (finding) == TRINH_SOURCE_FIGURES)
        g_string_append_printf (found, "%s%s %s", found->len > 0 ? "; " : "", trinh_finding_get_rule (finding), trinh_finding_get_subjects (finding)[0]);
    }
  return g_string_free_and_steal (found);
}

static void
assert_findings (Fixture *fixture,
                 const char *expected)
{
  g_autofree char *found = list_findings (fixture->evaluation);
  g_autoptr (TrinhEvaluation) anew = trinh_evaluation_new (fixture->report);
  g_autofree char *from_scratch = list_findings (anew);

  g_assert_cmpstr (found, ==, expected);
  if (trinh_evaluation_get_reach (fixture->evaluation, TRINH_REACH_PREVIOUS) == NULL)
    g_assert_cmpstr (from_scratch, ==, expected);
}

static void
assert_display (Fixture *fixture,
                const char *address,
                const char *expected)
{
  g_autofree char *display = trinh_evaluation_dup_display (fixture->evaluation, address);

  g_assert_cmpstr (display, ==, expected);
}

static const struct
{
  const char *rows;
  const char *total;
  const char *late;
  const char *findings;
} cases[] = {
  { "", "", "", "" },
  { "r1=5,2,3 r2=10,9,1", "15", "4", "" },
  { "r1=5,2,3 r2=10,9,2", "15", "5", "sum f1:r2; sum f1:total" },
  { "r1=5,2,3 r2=10,,2", "15", "5", "sum f1:total" },         /* the row itself is not complete */
  { "r1=6,2,3 r2=9,9,1", "15", "4", "sum f1:r1; sum f1:r2" }, /* faults that make up for each other */
  { "r1=,, r2=,,", "", "", "" },
  { "r1=0,0,0", "0", "0", "" },
  { "r7=99999999999999,99999999999999,0 r2=99999999999999,99999999999999,0", "", "0", "" }, /* too large to hold */
};

static void
test_cases (Fixture *fixture,
            gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *late = NULL;
      TrinhDecimal number;

      set_rows (fixture->report, "");
      set_rows (fixture->report, cases[i].rows);
      assert_findings (fixture, cases[i].findings);
      late = trinh_evaluation_dup_display (fixture->evaluation, "f1:total@late");
      g_assert_cmpstr (late, ==, cases[i].late);
      if (trinh_evaluation_get_decimal (fixture->evaluation, "a.one", &number))
        {
          g_autofree char *total = trinh_decimal_to_canonical (number);

          g_assert_cmpstr (total, ==, cases[i].total);
        }
      else
        g_assert_cmpstr (cases[i].total, ==, "");
    }
}

static void
test_edits (Fixture *fixture,
            gconstpointer data)
{
  set_rows (fixture->report, "r1=5,2,3 r2=10,9,1");
  fixture_set (fixture->report, "f1:r2@late", "2");
  assert_findings (fixture, "sum f1:r2; sum f1:total");
  fixture_set (fixture->report, "f1:r2", "11");
  assert_findings (fixture, "");
  assert_display (fixture, "f1:total", "16");

  /* A row that goes takes its part of the sum away; undone, it is back. */
  fixture_set (fixture->report, "f1:r1", "9");
  assert_findings (fixture, "sum f1:r1; sum f1:total");
  set_rows (fixture->report, "r2=11,9,2");
  assert_findings (fixture, "");
  assert_display (fixture, "f1:total@early", "9");
  g_assert_true (trinh_report_undo (fixture->report, NULL));
  assert_findings (fixture, "sum f1:r1; sum f1:total");
  assert_display (fixture, "f1:total@early", "11");
}

static void
test_messages (Fixture *fixture,
               gconstpointer data)
{
  static const char *const subjects[] = { "f1:r1", "f1:r1@early", "f1:r1@late", NULL };
  g_autoptr (TrinhFinding) finding = NULL;

  set_rows (fixture->report, "r2=1,1,0 r1=5,2,4");
  finding = g_list_model_get_item (G_LIST_MODEL (fixture->evaluation), 0);
  g_assert_cmpstrv (trinh_finding_get_subjects (finding), subjects);
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "row 2: 5 khác 2 và 4.");
  g_assert_cmpstr (trinh_finding_get_expected (finding), ==, "6");
  g_assert_cmpstr (trinh_finding_get_found (finding), ==, "5");
  g_clear_object (&finding);

  fixture_set (fixture->report, "f1:r1@field", "Hộ tịch");
  finding = g_list_model_get_item (G_LIST_MODEL (fixture->evaluation), 0);
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "Hộ tịch: 5 khác 2 và 4.");
  g_clear_object (&finding);
  finding = g_list_model_get_item (G_LIST_MODEL (fixture->evaluation), 1);
  g_assert_cmpstr (trinh_finding_get_message (finding), ==, "Tổng cộng: 6 khác 3 và 4.");
}

/* A total is computed: it is no place to enter anything, and no file holds it. */
static void
test_nothing_is_entered (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (TrinhValue) value = trinh_value_new ("3");
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("total", "f1:total", value);
  g_autofree char *text = NULL;

  g_assert_false (trinh_report_apply (fixture->report, edit, NULL));
  set_rows (fixture->report, "r1=5,2,3");
  g_assert_true (trinh_evaluation_has_formula (fixture->evaluation, "f1:total"));
  g_assert_false (trinh_evaluation_has_formula (fixture->evaluation, "f1:total@rate"));
  g_assert_false (trinh_evaluation_has_formula (fixture->evaluation, "f1:r1"));
  text = fixture_text (fixture->report);
  g_assert_null (strstr (text, "total"));
}

static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhSection) section = g_list_model_get_item (trinh_report_get_sections (fixture->report), 0);

  set_rows (fixture->report, "r1=15,2,13");
  fixture_set_text (fixture->report, trinh_section_get_id (section), "Có {{f1:total}} và {{f1:total@early}}, {{f1:r1@late}}.");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (fixture->evaluation), i);

      g_assert_cmpstr (trinh_finding_get_rule (finding), !=, "text-unknown-value");
    }
  assert_display (fixture, "f1:total", "15");
}

/* Totals of another report are sums of its rows; its single rows are others under the same keys. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhReport) earlier = make_report (fixture, "2022-04");
  g_autoptr (GPtrArray) history = g_ptr_array_new ();

  set_rows (earlier, "r1=100,3,97 r2=1,1,0");
  fixture_set (earlier, "f2:1.1", "8");
  g_ptr_array_add (history, earlier);
  trinh_evaluation_set_history (fixture->evaluation, history);
  set_rows (fixture->report, "r1=5,1,4");
  fixture_set (fixture->report, "f2:1.1", "7");
  assert_findings (fixture, "before f1:total; earlier f2:1.1");
  set_rows (fixture->report, "r1=101,96,5");
  fixture_set (fixture->report, "f2:1.1", "8");
  assert_findings (fixture, "carried f1:total@late");
}

static const struct
{
  const char *address;
  const char *value;
  const char *findings;
} fixed_cases[] = {
  { "f2:1.1", "3", "" },
  { "f2:1.1@part", "3", "" }, /* at the bound */
  { "f2:1.1@part", "4", "part f2:1.1@part" },
  { "f2:1.2@part", "4", "part f2:1.1@part" }, /* the whole is blank */
  { "f2:1.2", "2", "part f2:1.1@part; part f2:1.2@part" },
  { "f2:1.1@part", "1", "part f2:1.2@part" },
  { "f2:1.2", "4", "" },
  { "f2:2", "1", "" },
  { "f2:2@part", "2", "" }, /* a row that does not apply to a commune */
};

static void
test_fixed (Fixture *fixture,
            gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_cases); i++)
    {
      fixture_set (fixture->report, fixed_cases[i].address, fixed_cases[i].value);
      assert_findings (fixture, fixed_cases[i].findings);
    }
  /* A rule may hold the rows of one form against the total of another. */
  set_rows (fixture->report, "r1=3,3,0");
  assert_findings (fixture, "bound f2:1.2@part");
  fixture_set (fixture->report, "f1:r1", "4");
  fixture_set (fixture->report, "f1:r1@early", "4");
  assert_findings (fixture, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/rows/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/rows/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/rows/messages", Fixture, NULL, set_up, test_messages, tear_down);
  g_test_add ("/rows/nothing-is-entered", Fixture, NULL, set_up, test_nothing_is_entered, tear_down);
  g_test_add ("/rows/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/rows/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/rows/fixed", Fixture, NULL, set_up, test_fixed, tear_down);
  return g_test_run ();
}
