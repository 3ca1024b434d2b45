/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-expression.h"

#define ANY TRINH_MISSING_SKIP_IF_ANY
#define ALL TRINH_MISSING_SKIP_IF_ALL
#define ZERO TRINH_MISSING_ZERO

static const char *const reach_names[] = { "", "previous ", "last_year ", "preceding ", "same_year " };

/* @values: "f:1=14;previous f:1=12"; what is not among them is blank. */
static gboolean
give_value (const TrinhReference *reference,
            TrinhDecimal *number,
            gpointer user_data)
{
  g_auto (GStrv) values = g_strsplit (user_data, ";", -1);
  g_autofree char *name = g_strconcat (reach_names[reference->reach], reference->name, "=", NULL);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_has_prefix (values[i], name))
      {
        g_assert_true (trinh_decimal_parse_canonical (values[i] + strlen (name), number, NULL));
        return TRUE;
      }
  return FALSE;
}

static TrinhExpression *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrinhExpression *expression = trinh_expression_parse (text, "f", NULL, &error);

  g_assert_no_error (error);
  return expression;
}

/* "12.5", "12.5~" where it was rounded, "true", "false", "blank", "overflow" */
static char *
describe (TrinhResult result)
{
  g_autofree char *number = NULL;

  if (result.overflow)
    return g_strdup (result.type == TRINH_RESULT_BLANK ? "overflow" : "overflow and not blank");
  if (result.type == TRINH_RESULT_BLANK)
    return g_strdup ("blank");
  if (result.type == TRINH_RESULT_BOOLEAN)
    return g_strdup (result.truth ? "true" : "false");
  number = trinh_decimal_to_canonical (result.number);
  return g_strconcat (number, result.inexact ? "~" : "", NULL);
}

static const struct
{
  const char *text;
  TrinhMissing missing;
  const char *values;
  const char *expected;
} evaluations[] = {
  /* arithmetic and its order */
  { "1 + 2 * 3", ANY, "", "7" },
  { "(1 + 2) * 3", ANY, "", "9" },
  { "10 - 3 - 2", ANY, "", "5" },
  { "12 / 2 / 3", ANY, "", "2" },
  { "-[1] + 5", ANY, "f:1=2", "3" },
  { "2 * -3", ANY, "", "-6" },
  { "1 / 3", ANY, "", "0.3333~" },
  { "2 / 3", ANY, "", "0.6667~" },
  { "-2 / 3", ANY, "", "-0.6667~" },
  { "1 / 8", ANY, "", "0.125" },
  { "1 / 0", ANY, "", "blank" },
  { "0.0001 * 0.5", ANY, "", "0.0001~" },
  { "[1] * [1]", ANY, "f:1=99999999999999", "overflow" },
  { "[1] / 0.0001", ANY, "f:1=99999999999999.9999", "overflow" },
  { "[1] / 0.1", ANY, "f:1=9999999999999.9999", "99999999999999.999" },
  { "[1] / 0.1", ANY, "f:1=10000000000000", "overflow" },
  { "[1] / 0.1", ANY, "f:1=-10000000000000", "overflow" },
  { "percent([1], [2])", ANY, "f:1=5000000000000;f:2=1", "overflow" },
  { "round([1], 0)", ANY, "f:1=99999999999999.4999", "99999999999999" },
  { "round([1], 0)", ANY, "f:1=99999999999999.5", "overflow" },
  { "round([1], 3)", ANY, "f:1=-99999999999999.9999", "overflow" },

  /* percent: half up to four decimals; nothing of nothing is blank */
  { "percent([1], [2])", ANY, "f:1=14;f:2=33", "42.4242~" },
  { "percent([1], [2])", ANY, "f:1=1;f:2=6", "16.6667~" },
  { "percent([1], [2])", ANY, "f:1=738;f:2=738", "100" },
  { "percent([1], [2])", ANY, "f:1=1;f:2=8", "12.5" },
  { "percent([1], [2])", ANY, "f:1=5000;f:2=3000", "166.6667~" },
  { "percent([1], [2])", ANY, "f:1=0;f:2=0", "blank" },
  { "percent([1], [2])", ZERO, "", "blank" },
  { "percent([1], [2])", ANY, "f:1=5;f:2=0", "blank" },
  { "percent([1], [2])", ANY, "f:1=99999999999999;f:2=99999999999999", "100" },

  /* functions */
  { "sum([1], [2], [3])", ANY, "f:1=1;f:2=2;f:3=3", "6" },
  { "min([1], [2])", ANY, "f:1=4;f:2=3", "3" },
  { "max([1], [2])", ANY, "f:1=4;f:2=3", "4" },
  { "round([1], 1)", ANY, "f:1=2.35", "2.4" },
  { "round([1], 0)", ANY, "f:1=-2.5", "-3" },
  { "round(percent([1], [2]), 2)", ANY, "f:1=4444496;f:2=10000000", "44.44~" },
  { "round(percent([1], [2]), 2)", ANY, "f:1=4444504;f:2=10000000", "44.45~" },
  { "abs([1] - [2])", ANY, "f:1=3;f:2=10", "7" },
  { "days([1], [2])", ANY, "f:1=738000;f:2=738010", "10" },
  { "if([1] > 3, 10, 20)", ANY, "f:1=4", "10" },
  { "if([1] > 3, 10, 20)", ANY, "f:1=3", "20" },
  { "if([1] > 3, [2] > 0, [2] < 0)", ANY, "f:1=4;f:2=1", "true" },
  { "count([1], [2], [3])", ANY, "f:1=4;f:3=0", "2" },
  { "blank([1])", ANY, "", "true" },
  { "blank([1])", ANY, "f:1=0", "false" },
  { "blank([1])", ZERO, "", "true" },
  { "cited([1])", ANY, "cited:f:1=19", "19" },
  { "planned([1])", ANY, "planned:f:1=33", "33" },
  { "done([1]) - late([1])", ANY, "done:f:1=14;late:f:1=2", "12" },
  { "overdue([1])", ANY, "f:1=3", "blank" },

  /* comparisons and their joining */
  { "[1] = [2]", ANY, "f:1=2;f:2=2.0", "true" },
  { "[1] <> [2]", ANY, "f:1=2;f:2=2", "false" },
  { "[1] <= [2]", ANY, "f:1=2;f:2=2", "true" },
  { "[1] < [2]", ANY, "f:1=2;f:2=2", "false" },
  { "[1] >= [2]", ANY, "f:1=2;f:2=3", "false" },
  { "[1] > [2]", ANY, "f:1=4;f:2=3", "true" },
  { "[1] > 1 and [1] < 3", ANY, "f:1=2", "true" },
  { "[1] > 5 or [1] < 3", ANY, "f:1=2", "true" },
  { "not [1] > 5", ANY, "f:1=2", "true" },
  { "[1] > 5 or [1] > 1 and [1] < 0", ANY, "f:1=2", "false" },

  /* blanks */
  { "[1] <= [2]", ANY, "f:1=2", "blank" },
  { "[1] <= [2]", ALL, "f:1=2", "false" },
  { "[1] <= [2]", ALL, "", "blank" },
  { "[1] <= [2]", ZERO, "", "true" },
  { "[1] + [2]", ANY, "f:1=2", "blank" },
  { "sum([1], [2])", ANY, "f:1=2", "blank" },
  { "sum([1], [2])", ALL, "f:1=2", "2" },
  { "sum([1], [2])", ALL, "", "blank" },
  { "sum([1], [2])", ZERO, "", "0" },
  { "[1] = sum([2], [3])", ALL, "f:1=5", "false" },
  { "min(percent([1], [2]), 7)", ANY, "f:1=0;f:2=0", "7" },
  { "sum(percent([1], [2]), percent([2], [1]))", ANY, "f:1=0;f:2=0", "blank" },
  { "percent([1], [2]) = 100", ANY, "f:1=0;f:2=0", "blank" },
  { "if(blank([1]), 0, [1])", ANY, "", "0" },
  { "if([1] > 0, 1, 2)", ANY, "", "blank" },
  { "blank([1]) or [1] > 3", ANY, "", "true" },
  { "blank([1]) or [1] > 3", ANY, "f:1=2", "false" },
  { "not blank([1]) and [1] > 3", ANY, "", "false" },
  { "[2] = 0 or not blank([1])", ANY, "f:2=3", "false" },

  /* other reports */
  { "[1] >= previous([1])", ANY, "f:1=5;previous f:1=4", "true" },
  { "[1] >= previous([1])", ANY, "f:1=5", "blank" },
  { "[1] - last_year([1] + [2])", ANY, "f:1=5;last_year f:1=1;last_year f:2=2", "2" },
  { "[1] = preceding([2])", ANY, "f:1=5;preceding f:2=5", "true" },
  { "[1] >= same_year([1])", ANY, "f:1=5;same_year f:1=6", "false" },

  /* names */
  { "[ g:2.1@online ] + [dossiers.received]", ANY, "g:2.1@online=2;dossiers.received=3", "5" },
  { "[3.3.1đ]", ANY, "f:3.3.1đ=3", "3" },
};

static void
test_evaluate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (evaluations); i++)
    {
      g_autoptr (TrinhExpression) expression = parse (evaluations[i].text);
      g_autofree char *found = describe (trinh_expression_evaluate (expression, evaluations[i].missing, give_value, (gpointer) evaluations[i].values));

      if (!g_str_equal (found, evaluations[i].expected))
        g_test_fail_printf ("%s with “%s”: %s, not %s", evaluations[i].text, evaluations[i].values, found, evaluations[i].expected);
    }
}

/* Where the true quotient lies, seen from the rounded one: rounding again must know it. */
static void
test_lean (void)
{
  static const struct
  {
    const char *text;
    int lean;
  } cases[] = {
    { "1 / 3", 1 },
    { "2 / 3", -1 },
    { "-1 / 3", -1 },
    { "-2 / 3", 1 },
    { "-(2 / 3)", 1 },
    { "abs(-2 / 3)", -1 },
    { "2 / -3", 1 },
    { "1 / 8", 0 },
    { "percent(4444496, 10000000)", -1 },
    { "if(1 > 0, percent(1, 3), 5)", 1 },
    { "max(1 / 3, 0)", 1 },
    /* Of what was rounded before nobody knows. */
    { "1 / 3 / 3", 0 },
    { "sum(1 / 3, 1)", 0 },
    { "1 / 3 + 1", 0 },
    { "round(1 / 3, 1)", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhExpression) expression = parse (cases[i].text);
      TrinhResult result = trinh_expression_evaluate (expression, ANY, give_value, (gpointer) "");

      if (result.lean != cases[i].lean)
        g_test_fail_printf ("%s leans %d, not %d", cases[i].text, result.lean, cases[i].lean);
    }
}

static const struct
{
  const char *text;
  guint place;
  const char *message;
} errors[] = {
  { "", 0, "at character 1: " },
  { "[1] +", 5, "ends too early" },
  { "[1] [2]", 4, "too much" },
  { "[1", 0, "not closed" },
  { "[]", 0, "empty" },
  { "[1 2] > 0", 0, "not the name" },
  { "[1] > foo", 6, "“foo” is not known" },
  { "median([1])", 0, "no function “median”" },
  { "sum()", 4, "cannot stand here" },
  { "percent([1])", 0, "takes 2 arguments, not 1" },
  { "abs([1], [2])", 0, "takes 1 argument, not 2" },
  { "round([1], [2])", 11, "0 to 4" },
  { "round([1], 5)", 11, "0 to 4" },
  { "sum([1], [2]", 12, "“)” is missing" },
  { "1.23456", 0, "not a number" },
  { "007", 0, "not a number" },
  { "1 < 2 < 3", 6, "follow each other" },
  { "[1] and [2]", 0, "condition must stand here" },
  { "[1] > 0 and 3", 12, "condition must stand here" },
  { "([1] > 2) + 3", 0, "number must stand here" },
  { "if([1], 2, 3)", 3, "condition must stand here" },
  { "if([1] > 0, 2, 3 > 1)", 20, "number must stand here" },
  { "previous(last_year([1]))", 9, "inside another" },
  { "previous(cited([1]))", 9, "cited()" },
  { "cited(1)", 6, "one name in brackets" },
  { "late(1)", 5, "like late(" },
  { "overdue([@online])", 0, "column of every row" },
  { "--1", 1, "two minus" },
  { "“1”", 0, "cannot stand here" },
  { "[đ] > 0 ; 1", 8, "too much" },
};

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = NULL;
      guint place = G_MAXUINT;
      g_autoptr (TrinhExpression) expression = trinh_expression_parse (errors[i].text, "f", &place, &error);
      g_autofree char *prefix = g_strdup_printf ("at character %u: ", errors[i].place + 1);

      g_assert_null (expression);
      g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
      if (place != errors[i].place || strstr (error->message, errors[i].message) == NULL || !g_str_has_prefix (error->message, prefix))
        g_test_fail_printf ("%s: place %u, “%s”", errors[i].text, place, error->message);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("1");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhExpression) chain = NULL;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_c (deep, '(');
  g_assert_null (trinh_expression_parse (deep->str, NULL, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
  g_clear_error (&error);

  for (guint i = 1; i < 2000; i++)
    g_string_append (wide, "+1");
  chain = parse (wide->str);
  sum = describe (trinh_expression_evaluate (chain, ANY, give_value, (gpointer) ""));
  g_assert_cmpstr (sum, ==, "2000");

  for (guint i = 0; i < 1000; i++)
    g_string_append (wide, "+1");
  g_assert_null (trinh_expression_parse (wide->str, NULL, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TOO_LARGE);
}

static void
test_form (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_expression_parse ("[2.1] > 0", NULL, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "which form"));
}

static void
test_references (void)
{
  g_autoptr (TrinhExpression) expression = parse ("[1] = previous([1]) + [1] + [a.b] + cited([2]) + cited([f:2]) + overdue([2])");
  TrinhRegisterCount count;

  g_assert_cmpuint (trinh_expression_get_n_references (expression), ==, 3);
  g_assert_cmpstr (trinh_expression_get_reference (expression, 0)->name, ==, "f:1");
  g_assert_cmpint (trinh_expression_get_reference (expression, 1)->reach, ==, TRINH_REACH_PREVIOUS);
  g_assert_cmpstr (trinh_expression_get_reference (expression, 2)->name, ==, "a.b");
  g_assert_cmpuint (trinh_expression_get_n_counted (expression), ==, 2);
  g_assert_cmpstr (trinh_expression_get_counted (expression, 0, &count), ==, "f:2");
  g_assert_cmpint (count, ==, TRINH_REGISTER_CITED);
  g_assert_cmpstr (trinh_expression_get_counted (expression, 1, &count), ==, "f:2");
  g_assert_cmpint (count, ==, TRINH_REGISTER_OVERDUE);
}

static gboolean
bind_name (const char *name,
           const char **address,
           guint *slot,
           gpointer user_data)
{
  if (g_str_equal (name, "a.b"))
    *address = "g:7";
  *slot = 7;
  return !g_str_equal (name, "f:9");
}

static void
test_bind (void)
{
  g_autoptr (TrinhExpression) expression = parse ("[1] = [a.b] + done([a.b])");
  g_autoptr (TrinhExpression) unknown = parse ("[1] = [9]");
  g_autoptr (TrinhExpression) bound = NULL;
  g_autoptr (GError) error = NULL;
  TrinhExpression *left, *right;

  bound = trinh_expression_bind (expression, bind_name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_expression_get_reference (bound, 1)->name, ==, "g:7");
  g_assert_cmpuint (trinh_expression_get_reference (bound, 1)->slot, ==, 7);
  g_assert_cmpuint (trinh_expression_get_reference (expression, 1)->slot, ==, G_MAXUINT);
  g_assert_cmpstr (trinh_expression_get_counted (bound, 0, NULL), ==, "g:7");
  g_assert_true (trinh_expression_get_sides (bound, &left, &right));
  g_assert_cmpstr (trinh_expression_get_reference (right, 0)->name, ==, "g:7");

  g_assert_null (trinh_expression_bind (unknown, bind_name, NULL, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "at character 7: there is no value “f:9”");
}

static const struct
{
  const char *text;
  const char *left; /* NULL: no sides */
  const char *right;
} sides[] = {
  { "[1] = percent([2], [3])", "[1]", " percent([2], [3])" },
  { "[1] = if([2] = 3, 4, 5)", "[1]", " if([2] = 3, 4, 5)" },
  { "if([2] = 3, 4, 5) = [1]", "if([2] = 3, 4, 5)", " [1]" },
  { "[1] <= [2]", NULL, NULL },
  { "[1] = 2 and [2] = 3", NULL, NULL },
  { "not [1] = 2", NULL, NULL },
  { "([1] = 2)", NULL, NULL },
  { "[1] + 2", NULL, NULL },
};

static void
test_sides (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (TrinhExpression) expression = parse (sides[i].text);
      TrinhExpression *left = NULL, *right = NULL;

      g_assert_true (trinh_expression_get_sides (expression, &left, &right) == (sides[i].left != NULL));
      g_assert_cmpstr (left != NULL ? trinh_expression_get_text (left) : NULL, ==, sides[i].left);
      g_assert_cmpstr (right != NULL ? trinh_expression_get_text (right) : NULL, ==, sides[i].right);
    }
}

static const struct
{
  const char *text;
  const char *values;
  const char *expected;
} fillings[] = {
  { "[2] = percent([2.2], [2.1])", "f:2=63.6;f:2.2=14;f:2.1=33", "63,6 = 14 / 33 × 100" },
  { "percent([2.2], [2.1])", "f:2.2=14;f:2.1=33", "14 / 33" },
  { "percent([1] + [2], [3])", "f:1=1;f:2=2;f:3=1934", "(1 + 2) / 1.934" },
  { "[1] = sum([2], [3], [4])", "f:1=5;f:2=2;f:4=3", "5 = 2 + … + 3" },
  { "[1] >= previous([1])", "f:1=1;previous f:1=2", "1 ≥ 2 (kỳ trước)" },
  { "[1] >= same_year([1])", "f:1=1", "1 ≥ … (lũy kế trong năm)" },
  { "[1] - ([2] - [3])", "f:1=1;f:2=2;f:3=3", "1 - (2 - 3)" },
  { "([1] - [2]) - [3]", "f:1=1;f:2=2;f:3=3", "1 - 2 - 3" },
  { "[1] * ([2] + 1) / 2", "f:1=1;f:2=2", "1 × (2 + 1) / 2" },
  { "[1] * sum([2])", "f:1=3;f:2=2", "3 × 2" },
  { "[1] / percent([1], [2])", "f:1=3;f:2=2", "3 / (3 / 2 × 100)" },
  { "-([1] + 2) < 0", "f:1=3", "-(3 + 2) < 0" },
  { "max([1], [2] + 1) <> 0", "f:1=3;f:2=4", "max(3; 4 + 1) ≠ 0" },
  { "abs([1] - [2]) <= 1", "f:1=3;f:2=4", "|3 - 4| ≤ 1" },
  { "not ([1] > 0 or blank([2])) and [1] > 2", "f:1=3", "không phải (3 > 0 hoặc … để trống) và 3 > 2" },
  { "if([1] > 0, 1, 2) = 1", "f:1=3", "(nếu 3 > 0 thì 1, không thì 2) = 1" },
  { "[1] = cited([1])", "f:1=21;cited:f:1=19", "21 = 19" },
  { "days([1], [2]) >= 0", "f:1=738315;f:2=738310", "số ngày(09/6/2022; 04/6/2022) ≥ 0" },
};

static void
test_fill (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autoptr (TrinhExpression) expression = parse (fillings[i].text);
      g_autofree char *found = trinh_expression_fill (expression, give_value, (gpointer) fillings[i].values);

      if (!g_str_equal (found, fillings[i].expected))
        g_test_fail_printf ("%s: “%s”, not “%s”", fillings[i].text, found, fillings[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/expression/evaluate", test_evaluate);
  g_test_add_func ("/expression/lean", test_lean);
  g_test_add_func ("/expression/errors", test_errors);
  g_test_add_func ("/expression/limits", test_limits);
  g_test_add_func ("/expression/form", test_form);
  g_test_add_func ("/expression/references", test_references);
  g_test_add_func ("/expression/bind", test_bind);
  g_test_add_func ("/expression/sides", test_sides);
  g_test_add_func ("/expression/fill", test_fill);
  return g_test_run ();
}
