/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-form.h"
#include "trinh-json.h"
#include "trinh-kind.h"
#include "trinh-rule.h"

static TrinhForm *
load (const char *content,
      GPtrArray **problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "f1.json", &error);

  g_assert_no_error (error);
  return trinh_form_load (document, problems);
}

static TrinhForm *
load_rows (const char *rows,
           GPtrArray **problems)
{
  g_autofree char *content = g_strdup_printf (
    "{ \"format\": \"trinhky-form/1\", \"id\": \"f1\", \"label\": \"L\", \"title\": \"T\",\n"
    "\"columns\": [ { \"id\": \"value\", \"title\": \"V\" } ], \"rows\": [\n%s ] }",
    rows);

  return load (content, problems);
}

static void
test_defaults (void)
{
  GPtrArray *problems = NULL;
  g_autoptr (TrinhForm) form = load_rows ("{ \"key\": \"1\", \"label\": \"**Số** hồ \\\\*sơ\" }", &problems);
  TrinhFormRow *row;

  g_assert_null (problems);
  row = trinh_form_get_row (form, 0);
  g_assert_false (trinh_form_get_landscape (form));
  g_assert_true (trinh_form_get_printed (form));
  g_assert_false (trinh_form_get_list (form));
  g_assert_null (trinh_form_get_head (form, "code"));
  g_assert_cmpstr (trinh_form_column_get_id (trinh_form_get_main_column (form)), ==, "value");
  g_assert_cmpstr (trinh_form_row_get_code (row), ==, "1.");
  g_assert_cmpstr (trinh_form_row_get_plain_code (row), ==, "1");
  g_assert_cmpstr (trinh_form_row_get_plain_label (row), ==, "Số hồ *sơ");
  g_assert_cmpstr (trinh_form_row_get_unit (row), ==, "");
  g_assert_cmpint (trinh_form_row_get_kind (row), ==, TRINH_KIND_NONE);
  g_assert_cmpint (trinh_form_row_get_behaviour (row), ==, TRINH_BEHAVIOUR_FLOW);
  g_assert_cmpint (trinh_form_row_get_aggregation (row), ==, TRINH_AGGREGATION_NONE);
  g_assert_cmpstr (trinh_form_row_get_value_style (row), ==, "");
  g_assert_true (trinh_form_row_applies_to (row, "xã"));
  g_assert_null (trinh_form_row_get_concept (row));
}

static const struct
{
  const char *row;
  TrinhAggregation aggregation;
  guint decimals;
} kinds[] = {
  { "\"kind\": \"count\"", TRINH_AGGREGATION_SUM, 0 },
  { "\"kind\": \"amount\"", TRINH_AGGREGATION_SUM, 2 },
  { "\"kind\": \"amount\", \"decimals\": 4", TRINH_AGGREGATION_SUM, 4 },
  { "\"kind\": \"percent\"", TRINH_AGGREGATION_NONE, 2 },
  { "\"kind\": \"percent\", \"formula\": { \"id\": \"x\", \"expression\": \"1\", \"missing\": \"zero\", \"severity\": \"info\" }", TRINH_AGGREGATION_RECOMPUTE, 2 },
  { "\"kind\": \"count\", \"aggregation\": \"none\"", TRINH_AGGREGATION_NONE, 0 },
  { "\"kind\": \"choice\", \"choices\": [ { \"code\": \"0\", \"text\": \"Không\" } ]", TRINH_AGGREGATION_COUNT_BY_CODE, 0 },
  { "\"kind\": \"yes-no\"", TRINH_AGGREGATION_NONE, 0 },
  { "\"kind\": \"text\"", TRINH_AGGREGATION_NONE, 0 },
};

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *row = g_strdup_printf ("{ \"key\": \"1\", \"label\": \"A\", %s }", kinds[i].row);
      g_autoptr (TrinhForm) form = load_rows (row, NULL);

      g_assert_nonnull (form);
      g_assert_cmpint (trinh_form_row_get_aggregation (trinh_form_get_row (form, 0)), ==, kinds[i].aggregation);
      g_assert_cmpuint (trinh_form_row_get_decimals (trinh_form_get_row (form, 0)), ==, kinds[i].decimals);
    }
}

static const struct
{
  const char *key;
  const char *given; /* of the data */
  const char *parent;
  guint depth;
} parents[] = {
  { "1", NULL, NULL, 0 },
  { "1.1", NULL, "1", 1 },
  { "1.1.1", NULL, "1.1", 2 },
  { "1.1.1a", NULL, "1.1.1", 3 },
  { "1.1.1đ", NULL, "1.1.1", 3 },
  { "1.3.9", NULL, "1", 1 },
  { "1.3.9a", NULL, "1.3.9", 2 },
  { "2.2", NULL, NULL, 0 },
  { "I", NULL, NULL, 0 },
  { "II", NULL, NULL, 0 },
  { "II.1", NULL, "II", 1 },
  { "3", "II.1", "II.1", 2 },
  { "10", NULL, NULL, 0 },
};

static void
test_parents (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (TrinhForm) form = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_string_append_printf (rows, "%s{ \"key\": \"%s\", \"label\": \"A\"", i > 0 ? ",\n" : "", parents[i].key);
      if (parents[i].given != NULL)
        g_string_append_printf (rows, ", \"parent\": \"%s\"", parents[i].given);
      g_string_append (rows, " }");
    }
  form = load_rows (rows->str, NULL);
  g_assert_nonnull (form);
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      TrinhFormRow *row = trinh_form_find_row (form, parents[i].key);

      g_assert_true (row == trinh_form_get_row (form, i));
      g_assert_cmpstr (trinh_form_row_get_parent (row), ==, parents[i].parent);
      g_assert_cmpuint (trinh_form_row_get_depth (row), ==, parents[i].depth);
    }
}

static void
test_rows (void)
{
  g_autoptr (TrinhForm) form = load_rows (
    "{ \"key\": \"1\", \"code\": \"1\", \"label\": \"A\", \"unit\": \"Hồ sơ\", \"kind\": \"count\", \"office-kinds\": [\"huyện\", \"tỉnh\"] },\n"
    "{ \"key\": \"1a\", \"code\": \"\", \"label\": \"B\", \"unit\": \"nt\", \"unit-printed\": \"*nt*\", \"kind\": \"count\" },\n"
    "{ \"key\": \"1b\", \"label\": \"C\", \"unit\": \"nt\", \"kind\": \"yes-no\", \"heading\": true, \"required\": true },\n"
    "{ \"key\": \"2\", \"code\": \"**2.**\", \"label\": \"D\", \"kind\": \"choice\", \"choices\": [ { \"code\": \"0\", \"text\": \"Trực tuyến\" }, { \"code\": \"2\", \"text\": \"Hỗn hợp\" } ] }",
    NULL);
  TrinhFormRow *row;

  g_assert_nonnull (form);
  row = trinh_form_get_row (form, 0);
  g_assert_false (trinh_form_row_applies_to (row, "xã"));
  g_assert_true (trinh_form_row_applies_to (row, "huyện"));
  g_assert_cmpstr (trinh_form_row_get_plain_code (row), ==, "1");
  row = trinh_form_get_row (form, 1);
  g_assert_cmpstr (trinh_form_row_get_unit (row), ==, "Hồ sơ");
  g_assert_cmpstr (trinh_form_row_get_printed_unit (row), ==, "*nt*");
  g_assert_cmpstr (trinh_form_row_get_code (row), ==, "");
  row = trinh_form_get_row (form, 2);
  g_assert_cmpstr (trinh_form_row_get_unit (row), ==, "Hồ sơ");
  g_assert_cmpstr (trinh_form_row_get_printed_unit (row), ==, "nt");
  g_assert_true (trinh_form_row_get_heading (row));
  g_assert_true (trinh_form_row_get_required (row));
  g_assert_cmpstr (trinh_form_row_find_choice (row, "1"), ==, "Có");
  g_assert_cmpstr (trinh_form_row_find_choice (row, "0"), ==, "Không");
  row = trinh_form_get_row (form, 3);
  g_assert_cmpstr (trinh_form_row_get_code (row), ==, "**2.**");
  g_assert_cmpstr (trinh_form_row_get_plain_code (row), ==, "2");
  g_assert_cmpuint (trinh_form_row_get_n_choices (row), ==, 2);
  g_assert_cmpstr (trinh_form_row_get_choice_code (row, 1), ==, "2");
  g_assert_cmpstr (trinh_form_row_get_choice_text (row, 1), ==, "Hỗn hợp");
  g_assert_null (trinh_form_row_find_choice (row, "1"));
  g_assert_null (trinh_form_find_row (form, "9"));
}

static void
test_merged_code (void)
{
  g_autoptr (TrinhForm) form = load_rows (
    "{ \"key\": \"1\", \"label\": \"A\", \"kind\": \"count\" },\n"
    "{ \"key\": \"1a\", \"code\": \"\", \"merged-code\": { \"text\": \"Trong đó\", \"rows\": 2 }, \"label\": \"B\", \"kind\": \"count\" },\n"
    "{ \"key\": \"1b\", \"code\": \"\", \"label\": \"C\", \"kind\": \"count\" }",
    NULL);
  guint n_rows = 9;

  g_assert_nonnull (form);
  g_assert_null (trinh_form_row_get_merged_code (trinh_form_get_row (form, 0), &n_rows));
  g_assert_cmpuint (n_rows, ==, 0);
  g_assert_cmpstr (trinh_form_row_get_merged_code (trinh_form_get_row (form, 1), &n_rows), ==, "Trong đó");
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpstr (trinh_form_row_get_plain_code (trinh_form_get_row (form, 1)), ==, "");
  g_assert_null (trinh_form_row_get_merged_code (trinh_form_get_row (form, 2), &n_rows));
}

static void
test_columns (void)
{
  g_autoptr (TrinhForm) form = load (
    "{ \"format\": \"trinhky-form/1\", \"id\": \"b06\", \"label\": \"L\", \"title\": \"T\", \"orientation\": \"landscape\", \"printed\": false,\n"
    "\"heads\": { \"code\": \"STT\", \"label\": \"Lĩnh vực\" },\n"
    "\"columns\": [ { \"id\": \"online\", \"title\": \"Trực tuyến\" }, { \"id\": \"total\", \"title\": \"Tổng số\", \"main\": true }, { \"id\": \"why\", \"title\": \"Lý do\", \"kind\": \"text\" } ],\n"
    "\"groups\": [ { \"title\": \"Tiếp nhận\", \"columns\": [\"label\", \"online\", \"total\"] }, { \"title\": \"Trong\", \"columns\": [\"online\", \"total\"] } ],\n"
    "\"rows\": [ { \"key\": \"3\", \"label\": \"A\", \"kind\": \"count\" } ],\n"
    "\"rules\": [ { \"id\": \"x\", \"expression\": \"[3@online] <= [3@total]\", \"missing\": \"zero\", \"severity\": \"error\", \"message\": \"{3@online} > {3}\" } ] }",
    NULL);
  g_autoptr (TrinhRule) rule = NULL;

  g_assert_nonnull (form);
  g_assert_true (trinh_form_get_landscape (form));
  g_assert_false (trinh_form_get_printed (form));
  g_assert_cmpstr (trinh_form_get_head (form, "label"), ==, "Lĩnh vực");
  g_assert_null (trinh_form_get_head (form, "note"));
  g_assert_cmpuint (trinh_form_get_n_groups (form), ==, 2);
  g_assert_cmpstr (trinh_form_get_group (form, 1)->columns[1], ==, "total");
  g_assert_true (trinh_form_get_main_column (form) == trinh_form_find_column (form, "total"));
  g_assert_null (trinh_form_find_column (form, "paper"));
  g_assert_cmpint (trinh_form_column_get_kind (trinh_form_find_column (form, "why")), ==, TRINH_KIND_TEXT);
  g_assert_cmpstr (trinh_form_get_address (form, trinh_form_get_row (form, 0), NULL), ==, "b06:3");
  g_assert_cmpstr (trinh_form_get_address (form, trinh_form_get_row (form, 0), trinh_form_find_column (form, "online")), ==, "b06:3@online");
  rule = g_list_model_get_item (trinh_form_get_rules (form), 0);
  g_assert_cmpstr (trinh_expression_get_reference (trinh_rule_get_expression (rule), 0)->name, ==, "b06:3@online");
  g_assert_cmpstr (trinh_expression_get_reference (trinh_rule_get_expression (rule), 1)->name, ==, "b06:3");
  g_assert_cmpstr (trinh_rule_get_message (rule), ==, "{b06:3@online} > {b06:3}");
  g_assert_null (trinh_rule_get_target (rule));
}

static void
test_cell_kinds (void)
{
  static const struct
  {
    const char *key;
    TrinhKind kinds[3]; /* of no column, of one without a kind, of one of words */
  } cases[] = {
    { "A", { TRINH_KIND_NONE, TRINH_KIND_NONE, TRINH_KIND_NONE } },
    { "1", { TRINH_KIND_COUNT, TRINH_KIND_COUNT, TRINH_KIND_TEXT } },
    { "2", { TRINH_KIND_DATE, TRINH_KIND_DATE, TRINH_KIND_TEXT } },
  };
  g_autoptr (TrinhForm) form = load (
    "{ \"format\": \"trinhky-form/1\", \"id\": \"b06\", \"label\": \"L\", \"title\": \"T\",\n"
    "\"columns\": [ { \"id\": \"total\", \"title\": \"Tổng số\", \"main\": true }, { \"id\": \"why\", \"title\": \"Lý do\", \"kind\": \"text\" } ],\n"
    "\"rows\": [ { \"key\": \"A\", \"label\": \"A\", \"heading\": true }, { \"key\": \"1\", \"label\": \"B\", \"kind\": \"count\" }, { \"key\": \"2\", \"label\": \"C\", \"kind\": \"date\" } ] }",
    NULL);

  g_assert_nonnull (form);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrinhFormRow *row = trinh_form_find_row (form, cases[i].key);

      g_assert_cmpint (trinh_kind_of_cell (row, NULL), ==, cases[i].kinds[0]);
      g_assert_cmpint (trinh_kind_of_cell (row, trinh_form_find_column (form, "total")), ==, cases[i].kinds[1]);
      g_assert_cmpint (trinh_kind_of_cell (row, trinh_form_find_column (form, "why")), ==, cases[i].kinds[2]);
    }
  g_assert_true (trinh_kind_is_number (TRINH_KIND_COUNT) && trinh_kind_is_number (TRINH_KIND_AMOUNT) && trinh_kind_is_number (TRINH_KIND_PERCENT));
  g_assert_false (trinh_kind_is_number (TRINH_KIND_NONE) || trinh_kind_is_number (TRINH_KIND_CHOICE) || trinh_kind_is_number (TRINH_KIND_YES_NO));
}

static void
test_list (void)
{
  g_autoptr (TrinhForm) form = load (
    "{ \"format\": \"trinhky-form/1\", \"id\": \"b07\", \"label\": \"L\", \"title\": \"T\", \"type\": \"list\",\n"
    "\"columns\": [ { \"id\": \"name\", \"title\": \"Tên\", \"main\": true, \"kind\": \"text\" }, { \"id\": \"score\", \"title\": \"Điểm\" } ],\n"
    "\"rows\": [ { \"key\": \"r\", \"label\": \"\", \"kind\": \"count\" } ] }",
    NULL);

  g_assert_nonnull (form);
  g_assert_true (trinh_form_get_list (form));
  g_assert_true (trinh_form_find_row (form, "r1") == trinh_form_get_row (form, 0));
  g_assert_true (trinh_form_find_row (form, "r120") == trinh_form_get_row (form, 0));
  g_assert_null (trinh_form_find_row (form, "r0"));
  g_assert_null (trinh_form_find_row (form, "r01"));
  g_assert_null (trinh_form_find_row (form, "1"));
}

static void
test_formula (void)
{
  g_autoptr (TrinhForm) form = load_rows (
    "{ \"key\": \"1\", \"label\": \"A\", \"kind\": \"percent\", \"formula\": { \"id\": \"f1-1\", \"expression\": \"percent([1.2], [a.b])\", \"missing\": \"skip-if-all\", \"severity\": \"warning\", \"message\": \"{1} {g:2}\" } },\n"
    "{ \"key\": \"1.2\", \"label\": \"B\", \"kind\": \"count\" },\n"
    "{ \"key\": \"1.3\", \"label\": \"C\", \"kind\": \"count\", \"concept\": \"a.b\" }",
    NULL);
  g_autoptr (TrinhRule) rule = NULL;

  g_assert_nonnull (form);
  rule = g_list_model_get_item (trinh_form_get_rules (form), 0);
  g_assert_cmpstr (trinh_rule_get_id (rule), ==, "f1-1");
  g_assert_cmpstr (trinh_rule_get_target (rule), ==, "f1:1");
  g_assert_cmpint (trinh_rule_get_missing (rule), ==, TRINH_MISSING_SKIP_IF_ALL);
  g_assert_cmpint (trinh_rule_get_severity (rule), ==, TRINH_SEVERITY_WARNING);
  g_assert_cmpstr (trinh_rule_get_message (rule), ==, "{f1:1} {g:2}");
  g_assert_cmpstr (trinh_expression_get_reference (trinh_rule_get_expression (rule), 1)->name, ==, "f1:1.3");
}

/* One problem does not hide the others; each says file and line. */
static void
test_problems (void)
{
  static const char *const expected[] = {
    "f1.json:3: the key “1.” must be",
    "f1.json:4: row 2 is of kind “choice”",
    "f1.json:5: “kind” cannot be “cuont”",
    "f1.json:6: a row has no member “uint”",
    "f1.json:7: the key “2” stands there twice",
    "f1.json:8: the member “label” is missing",
    "f1.json:9: expression, at character 5: ",
    "f1.json:10: the member “missing” is missing",
  };
  GPtrArray *problems = NULL;
  g_autoptr (TrinhForm) form = load_rows (
    "{ \"key\": \"1.\", \"label\": \"A\" },\n"
    "{ \"key\": \"2\", \"label\": \"A\", \"kind\": \"choice\" },\n"
    "{ \"key\": \"3\", \"label\": \"A\", \"kind\": \"cuont\" },\n"
    "{ \"key\": \"4\", \"label\": \"A\", \"uint\": \"\" },\n"
    "{ \"key\": \"2\", \"label\": \"A\" },\n"
    "{ \"key\": \"6\" },\n"
    "{ \"key\": \"7\", \"label\": \"A\", \"kind\": \"count\", \"formula\": { \"id\": \"a\", \"expression\": \"1 + \", \"missing\": \"zero\", \"severity\": \"info\" } },\n"
    "{ \"key\": \"8\", \"label\": \"A\", \"kind\": \"count\", \"formula\": { \"id\": \"b\", \"expression\": \"1\", \"severity\": \"info\" } }",
    &problems);
  g_autoptr (GPtrArray) found = problems;

  g_assert_null (form);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < found->len; i++)
    if (!g_str_has_prefix (((GError *) g_ptr_array_index (found, i))->message, expected[i]))
      g_test_fail_printf ("“%s”, not “%s”", ((GError *) g_ptr_array_index (found, i))->message, expected[i]);
}

static void
test_cycle (void)
{
  static const char row[] = "{ \"key\": \"%u\", \"label\": \"A\", \"kind\": \"count\", \"formula\": { \"id\": \"x%u\", \"expression\": \"[%u] + %s([%u])\", \"missing\": \"zero\", \"severity\": \"info\" } }";
  g_autofree char *one = g_strdup_printf (row, 1, 1, 2, "previous", 1);
  g_autofree char *two = g_strdup_printf (row, 2, 2, 3, "abs", 3);
  g_autofree char *three = g_strdup_printf (row, 3, 3, 1, "abs", 1);
  g_autofree char *rows = g_strjoin (",\n", one, two, three, NULL);
  g_autofree char *right = g_strjoin (",\n", one, two, "{ \"key\": \"3\", \"label\": \"A\", \"kind\": \"count\" }", NULL);
  GPtrArray *problems = NULL;
  g_autoptr (TrinhForm) form = load_rows (rows, &problems);
  g_autoptr (GPtrArray) found = problems;
  g_autoptr (TrinhForm) fine = load_rows (right, NULL);

  g_assert_null (form);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_error (((GError *) g_ptr_array_index (found, 0)), TRINH_CORE_ERROR, TRINH_CORE_ERROR_CYCLE);
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (found, 0))->message, "f1:1 → f1:2 → f1:3 → f1:1"));
  /* the figure of another report is no circle */
  g_assert_nonnull (fine);
}

static const struct
{
  const char *address;
  gboolean good;
  const char *form;
  const char *row;
  const char *column;
} addresses[] = {
  { "bm1:2.1", TRUE, "bm1", "2.1", NULL },
  { "b06:3.3.1đ@online", TRUE, "b06", "3.3.1đ", "online" },
  { "b06:r12@x-1", TRUE, "b06", "r12", "x-1" },
  { "bm1", FALSE },
  { ":1", FALSE },
  { "bm1:", FALSE },
  { "bm1:1.", FALSE },
  { "bm1:1..2", FALSE },
  { "bm1:1@", FALSE },
  { "bm1:1@Online", FALSE },
  { "BM1:1", FALSE },
  { "bm1:1 2", FALSE },
  { "bm1:1:2", FALSE },
  { "bm1:a.b", FALSE },
  { "bm1:1@x@y", FALSE },
};

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *form = NULL;
      g_autofree char *row = NULL;
      g_autofree char *column = NULL;

      g_assert_cmpint (trinh_address_split (addresses[i].address, &form, &row, &column), ==, addresses[i].good);
      g_assert_cmpstr (form, ==, addresses[i].form);
      g_assert_cmpstr (row, ==, addresses[i].row);
      g_assert_cmpstr (column, ==, addresses[i].column);
      if (addresses[i].good)
        g_assert_true (trinh_address_build (form, row, column) == g_intern_string (addresses[i].address));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/form/defaults", test_defaults);
  g_test_add_func ("/form/kinds", test_kinds);
  g_test_add_func ("/form/parents", test_parents);
  g_test_add_func ("/form/rows", test_rows);
  g_test_add_func ("/form/merged-code", test_merged_code);
  g_test_add_func ("/form/columns", test_columns);
  g_test_add_func ("/form/cell-kinds", test_cell_kinds);
  g_test_add_func ("/form/list", test_list);
  g_test_add_func ("/form/formula", test_formula);
  g_test_add_func ("/form/problems", test_problems);
  g_test_add_func ("/form/cycle", test_cycle);
  g_test_add_func ("/form/addresses", test_addresses);
  return g_test_run ();
}
