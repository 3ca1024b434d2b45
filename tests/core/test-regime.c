/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "data-folder.h"
#include "trinh-error.h"

#define HALF "{ \"kind\": \"half\" }"

static TrinhRegime *
load (DataFolder *folder)
{
  g_autoptr (GError) error = NULL;
  TrinhRegime *regime = trinh_regime_library_load (folder->library, "r1", &error);

  g_assert_no_error (error);
  return regime;
}

static void
test_defaults (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  guint percent, least;

  data_folder_set_regime (folder, "\"forms\": [\"f1\", \"f2\"]", HALF);
  regime = load (folder);
  g_assert_cmpstr (trinh_regime_get_id (regime), ==, "r1");
  g_assert_cmpstr (trinh_regime_get_symbol (regime), ==, "BC-UBND");
  g_assert_cmpuint (trinh_regime_get_valid_from (regime), ==, 0);
  g_assert_null (trinh_regime_get_recipients (regime)[0]);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (trinh_regime_get_signatories (regime))), ==, 0);
  g_assert_true (trinh_regime_get_pad_text (regime));
  g_assert_false (trinh_regime_get_pad_tables (regime));
  g_assert_true (trinh_regime_get_large_change (regime, TRINH_KIND_AMOUNT, &percent, &least));
  g_assert_cmpuint (percent, ==, 50);
  g_assert_cmpuint (least, ==, 20);
  g_assert_false (trinh_regime_get_large_change (regime, TRINH_KIND_PERCENT, &percent, &least));
  g_assert_cmpuint (trinh_regime_get_n_annexes (regime), ==, 0);
  g_assert_nonnull (trinh_outline_find_item (trinh_regime_get_outline (regime), "I"));
}

static void
test_members (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  g_autofree char *from = NULL;

  data_folder_set_regime (folder,
                          "\"forms\": [\"f1\", \"f2\"], \"basis\": [\"Quyết định\"], \"replaces\": null, \"valid\": { \"from\": \"2022-01-01\", \"to\": null },\n"
                          "\"annexes\": [ { \"label\": \"PHỤ LỤC\", \"title\": \"{PERIOD}\", \"forms\": [\"f1\", \"f2\"] } ], \"header\": { \"superior\": true },\n"
                          "\"symbol\": \"BC\", \"subject\": \"S {period}\", \"addressees\": [\"A\"], \"recipients\": [\"Như trên\", \"Lưu: VT\"],\n"
                          "\"signatories\": [ { \"capacity\": [\"TM.\"], \"title\": \"CHỦ TỊCH\", \"name\": \"\" } ],\n"
                          "\"text-checks\": [], \"options\": { \"pad-text\": false, \"pad-tables\": true }, \"parts\": [ { \"form\": \"f1\", \"who\": \"Ai\" } ]",
                          HALF);
  regime = load (folder);
  from = trinh_date_to_string (trinh_regime_get_valid_from (regime));
  g_assert_cmpstr (from, ==, "2022-01-01");
  g_assert_cmpuint (trinh_regime_get_valid_to (regime), ==, 0);
  g_assert_cmpstr (trinh_regime_get_basis (regime)[0], ==, "Quyết định");
  g_assert_cmpstr (trinh_regime_get_annex (regime, 0)->forms[1], ==, "f2");
  g_assert_cmpstr (trinh_regime_get_subject (regime), ==, "S {period}");
  g_assert_cmpstr (trinh_regime_get_addressees (regime)[0], ==, "A");
  g_assert_cmpstr (trinh_regime_get_recipients (regime)[1], ==, "Lưu: VT");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (trinh_regime_get_signatories (regime))), ==, 1);
  g_assert_false (trinh_regime_get_pad_text (regime));
  g_assert_true (trinh_regime_get_pad_tables (regime));
}

static void
test_large_change (void)
{
  static const struct
  {
    const char *member;
    gboolean asked;
    guint percent;
    guint count;
    guint amount;
  } cases[] = {
    { "{}", TRUE, 50, 20, 20 },
    { "{ \"percent\": 30 }", TRUE, 30, 20, 20 },
    { "{ \"count\": 0, \"amount\": 100 }", TRUE, 50, 0, 100 },
    { "null", FALSE, 50, 20, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autofree char *members = g_strdup_printf ("\"forms\": [\"f1\", \"f2\"], \"large-change\": %s", cases[i].member);
      g_autoptr (TrinhRegime) regime = NULL;
      guint percent, least;

      data_folder_set_regime (folder, members, HALF);
      regime = load (folder);
      g_assert_cmpint (trinh_regime_get_large_change (regime, TRINH_KIND_COUNT, &percent, &least), ==, cases[i].asked);
      g_assert_cmpuint (percent, ==, cases[i].percent);
      g_assert_cmpuint (least, ==, cases[i].count);
      trinh_regime_get_large_change (regime, TRINH_KIND_AMOUNT, &percent, &least);
      g_assert_cmpuint (least, ==, cases[i].amount);
    }
}

static void
test_cells (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  TrinhForm *form;
  TrinhFormRow *row;
  TrinhFormColumn *column;
  guint slot;

  data_folder_write (folder, "forms/f2.json", "{ \"format\": \"trinhky-form/1\", \"id\": \"f2\", \"label\": \"L\", \"title\": \"T\",\n"
                                              "\"columns\": [ { \"id\": \"a\", \"title\": \"A\", \"main\": true }, { \"id\": \"b\", \"title\": \"B\" } ],\n"
                                              "\"rows\": [ { \"key\": \"1\", \"label\": \"heading\" }, { \"key\": \"1.1\", \"label\": \"L\", \"kind\": \"count\" } ] }");
  data_folder_write (folder, "forms/f3.json", "{ \"format\": \"trinhky-form/1\", \"id\": \"f3\", \"label\": \"L\", \"title\": \"T\", \"type\": \"list\",\n"
                                              "\"columns\": [ { \"id\": \"name\", \"title\": \"A\", \"kind\": \"text\" } ], \"rows\": [ { \"key\": \"r\", \"label\": \"\", \"kind\": \"text\" } ] }");
  data_folder_set_regime (folder, "\"forms\": [\"f1\", \"f2\", \"f3\"]", HALF);
  regime = load (folder);

  g_assert_cmpuint (trinh_regime_get_n_slots (regime), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (trinh_regime_find_slot (regime, trinh_regime_get_slot_address (regime, i), &slot));
      g_assert_cmpuint (slot, ==, i);
    }
  g_assert_true (trinh_regime_find_slot (regime, "f2:1.1@a", &slot));
  g_assert_cmpstr (trinh_regime_get_slot_address (regime, slot), ==, "f2:1.1");
  g_assert_false (trinh_regime_find_slot (regime, "f2:1", &slot));
  g_assert_false (trinh_regime_find_slot (regime, "f3:r1", &slot));

  g_assert_cmpstr (trinh_regime_find_concept (regime, "a.one"), ==, "f1:1");
  g_assert_null (trinh_regime_find_concept (regime, "a.two"));
  g_assert_true (trinh_regime_find_cell (regime, "a.one", &form, &row, &column));
  g_assert_cmpstr (trinh_form_get_id (form), ==, "f1");
  g_assert_true (trinh_regime_find_cell (regime, "f2:1.1@b", &form, &row, &column));
  g_assert_cmpstr (trinh_form_column_get_id (column), ==, "b");
  g_assert_true (trinh_regime_find_cell (regime, "f3:r12", &form, &row, &column));
  g_assert_cmpstr (trinh_form_row_get_key (row), ==, "r");
  g_assert_false (trinh_regime_find_cell (regime, "f2:9", NULL, NULL, NULL));
  g_assert_false (trinh_regime_find_cell (regime, "f9:1", NULL, NULL, NULL));
  g_assert_false (trinh_regime_find_cell (regime, "f2:1.1@c", NULL, NULL, NULL));
}

static void
test_rules (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhRule) first = NULL;
  g_autoptr (TrinhRule) second = NULL;
  const TrinhReference *reference;

  data_folder_set_form (folder, "f2", "{ \"key\": \"1\", \"label\": \"B\", \"kind\": \"count\" }", "{ \"id\": \"f2-x\", \"expression\": \"[1] <= [a.one]\", \"missing\": \"zero\", \"severity\": \"error\", \"message\": \"{1} {a.one}\" }");
  data_folder_set_regime (folder,
                          "\"forms\": [\"f1\", \"f2\"], \"rules\": [ { \"id\": \"x\", \"expression\": \"[f2:1@value] = previous([a.one])\", \"missing\": \"zero\", \"severity\": \"info\" } ]",
                          HALF);
  regime = load (folder);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_regime_get_rules (regime)), ==, 2);
  first = g_list_model_get_item (trinh_regime_get_rules (regime), 0);
  second = g_list_model_get_item (trinh_regime_get_rules (regime), 1);
  g_assert_cmpstr (trinh_rule_get_message (first), ==, "{f2:1} {f1:1}");
  reference = trinh_expression_get_reference (trinh_rule_get_expression (second), 0);
  g_assert_cmpstr (reference->name, ==, "f2:1");
  g_assert_cmpuint (reference->slot, ==, 1);
  reference = trinh_expression_get_reference (trinh_rule_get_expression (second), 1);
  g_assert_cmpstr (reference->name, ==, "f1:1");
  g_assert_cmpuint (reference->slot, ==, 0);
}

#define RULE(id, expression) "{ \"id\": \"" id "\", \"expression\": \"" expression "\", \"missing\": \"zero\", \"severity\": \"info\" }"

static const struct
{
  const char *members;
  const char *problem;
} wrong[] = {
  { "\"forms\": [\"f9\", \"f1\"]", "r1.json:2: there is no form “f9”" },
  { "\"forms\": [\"f1\", \"f1\"]", "“f1” stands there twice" },
  { "\"forms\": [\"f2\"]", "the outline names the form “f1”" },
  { "\"forms\": [\"f1\"], \"annexes\": [ { \"label\": \"L\", \"title\": \"T\", \"forms\": [\"f2\"] } ]", "the annex names the form “f2”" },
  { "\"forms\": [\"f1\"], \"parts\": [ { \"form\": \"f2\", \"who\": \"W\" } ]", "names the form “f2”" },
  { "\"forms\": [\"f1\"], \"valid\": { \"from\": \"2022-02-29\" }", "“2022-02-29” is no date" },
  { "\"forms\": [\"f1\"], \"valid\": { \"from\": \"2022-02-01\", \"to\": \"2022-01-01\" }", "end before it begins" },
  { "\"forms\": [\"f1\"], \"options\": { \"pad\": true }", "no member “pad”" },
  { "\"forms\": [\"f1\"], \"signatories\": [ { \"name\": \"N\" } ]", "“title” is missing" },
  { "\"forms\": [\"f1\"], \"footer\": \"F\"", "no member “footer”" },
  { "\"forms\": [\"f1\"], \"rules\": [ " RULE ("x", "[f1:9] = 1") " ]", "there is no value “f1:9”" },
  { "\"forms\": [\"f1\"], \"rules\": [ " RULE ("x", "[a.two] = 1") " ]", "there is no value “a.two”" },
  { "\"forms\": [\"f1\"], \"rules\": [ " RULE ("x", "[1] = 1") " ]", "does not say which form" },
  { "\"forms\": [\"f1\"], \"rules\": [ " RULE ("x", "[f1:1] + 1") " ]", "a rule must compare" },
  { "\"forms\": [\"f1\"], \"rules\": [ " RULE ("x", "1 = 1") ", " RULE ("x", "1 = 1") " ]", "“x” is used twice" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();

      data_folder_set_regime (folder, wrong[i].members, HALF);
      data_folder_assert_problem (folder, "regimes/r1.json", wrong[i].problem);
    }
}

static void
test_across_forms (void)
{
  g_autoptr (DataFolder) folder = data_folder_new ();

  data_folder_set_regime (folder, "\"forms\": [\"f1\", \"f2\"]", HALF);
  data_folder_set_form (folder, "f2", "{ \"key\": \"7\", \"label\": \"B\", \"kind\": \"count\", \"concept\": \"a.one\" }", "");
  data_folder_assert_problem (folder, "regimes/r1.json", "the concept “a.one” stands for two rows: f1:1 and f2:7");

#define FORMULA(id, other) "{ \"key\": \"1\", \"label\": \"B\", \"kind\": \"count\", \"formula\": { \"id\": \"" id "\", \"expression\": \"[" other ":1] + 1\", \"missing\": \"zero\", \"severity\": \"info\" } }"
  data_folder_set_form (folder, "f1", FORMULA ("x", "f2"), "");
  data_folder_set_form (folder, "f2", FORMULA ("y", "f1"), "");
  data_folder_assert_problem (folder, "regimes/r1.json", "f1:1 → f2:1 → f1:1");

  data_folder_set_form (folder, "f2", FORMULA ("x", "f2"), "");
  data_folder_assert_problem (folder, "forms/f2.json", "f2:1 → f2:1");
}

static const struct
{
  const char *text;
  const char *period;
  const char *expected;
} expansions[] = {
  { "BIỂU MẪU {PERIOD} TRÊN ĐỊA BÀN {LOCALITY}", "2022-H1", "BIỂU MẪU 6 THÁNG ĐẦU NĂM 2022 TRÊN ĐỊA BÀN XÃ BÌNH LÃNG" },
  { "{office} báo cáo {period}, {year}: {locality}, {OFFICE}", "2022-06", "UBND xã Bình Lãng báo cáo tháng 6 năm 2022, 2022: xã Bình Lãng, UBND XÃ BÌNH LÃNG" },
  { "{next-period}", "2022-H1", "6 tháng cuối năm 2022" },
  { "TRỌNG TÂM {NEXT-PERIOD}", "2022-H1", "TRỌNG TÂM 6 THÁNG CUỐI NĂM 2022" },
  { "{next-period}", "2022-H2", "6 tháng đầu năm 2023" },
  { "{next-period}", "2022-12", "tháng 01 năm 2023" },
  { "{next-period}", "2022-Q4", "Quý I năm 2023" },
  { "{next-period}", "2022", "năm 2023" },
  { "{next-period}", "2021-9M", "3 tháng cuối năm 2021" },
  { "{next-period}", "2022-05-03/2022-05-20", "kỳ tiếp theo" },
  { "{{bm1:1}} {{doc:d1}} {unknown} {year", "2022", "{{bm1:1}} {{doc:d1}} {unknown} {year" },
  { "{{year}}", "2022", "{2022}" },
  { "", "2022", "" },
};

static void
test_expand (void)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");

  for (gsize i = 0; i < G_N_ELEMENTS (expansions); i++)
    {
      TrinhPeriod period;
      g_autofree char *found = NULL;

      g_assert_true (trinh_period_parse (expansions[i].period, &period, NULL));
      found = trinh_regime_expand (expansions[i].text, period, office);
      if (!g_str_equal (found, expansions[i].expected))
        g_test_fail_printf ("%s: “%s”, not “%s”", expansions[i].text, found, expansions[i].expected);
    }
}

static const struct
{
  const char *phrase;
  const char *complaint; /* %NULL: none */
} phrases[] = {
  { "Có {{f1:1}} việc, {{a.one|words}}, xem {{table:f1}}.", NULL },
  { "Có {{f1:9}} việc.", "“f1:9”" },
  { "Có {{a.nine|pad}} việc.", "“a.nine”" },
  { "Xem {{table:f9}}.", "“f9”" },
  { "Theo {{doc:d1}}.", "“d1”" },
  { "", "is empty" },
};

static void
test_phrases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autofree char *outline = g_strdup_printf ("{ \"format\": \"trinhky-outline/1\", \"id\": \"o1\", \"title\": \"T\", \"items\": [\n"
                                                  "{ \"id\": \"I\", \"title\": \"A\", \"level\": 1, \"phrases\": [\"%s\"] } ] }",
                                                  phrases[i].phrase);
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GError) error = NULL;

      data_folder_write (folder, "outlines/o1.json", outline);
      data_folder_set_regime (folder, "\"forms\": [\"f1\"]", HALF);
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      if (phrases[i].complaint == NULL)
        g_assert_no_error (error);
      else
        g_assert_nonnull (strstr (error->message, phrases[i].complaint));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/regime/defaults", test_defaults);
  g_test_add_func ("/regime/members", test_members);
  g_test_add_func ("/regime/large-change", test_large_change);
  g_test_add_func ("/regime/cells", test_cells);
  g_test_add_func ("/regime/rules", test_rules);
  g_test_add_func ("/regime/wrong", test_wrong);
  g_test_add_func ("/regime/across-forms", test_across_forms);
  g_test_add_func ("/regime/expand", test_expand);
  g_test_add_func ("/regime/phrases", test_phrases);
  return g_test_run ();
}
