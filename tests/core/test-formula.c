/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Expressions as formulas of a spreadsheet. */

#include "config.h"

#include <string.h>

#include "trinh-expression.h"

#define ANY TRINH_MISSING_SKIP_IF_ANY
#define ALL TRINH_MISSING_SKIP_IF_ALL
#define ZERO TRINH_MISSING_ZERO

/* Rows of f stand in column D of the sheet, those of g in another sheet; of h nothing stands anywhere. */
static char *
place (const TrinhReference *reference,
       gpointer user_data)
{
  const char *key = strchr (reference->name, ':');

  if (key == NULL || reference->name[0] == 'h')
    return NULL;

  return g_strdup_printf (reference->name[0] == 'g' ? "'Biểu 2'!D%s" : "D%s", key + 1);
}

static const struct
{
  const char *expression;
  TrinhMissing missing;
  TrinhFormulaStyle style;
  const char *formula; /* %NULL: a spreadsheet cannot say it */
} formulas[] = {
  { "percent([2], [1])", ANY, { 2 }, "=IF(OR(COUNT(D2,D1)<2,D1=0),\"\",ROUND(D2*100/D1,2))" },
  { "percent([1], [2])", ANY, { 0 }, "=IF(OR(COUNT(D1:D2)<2,D2=0),\"\",ROUND(D1*100/D2,0))" },
  { "percent([1], [2])", ALL, { 2 }, "=IF(OR(COUNT(D1:D2)=0,N(D2)=0),\"\",ROUND(N(D1)*100/N(D2),2))" },
  { "percent([1], [2])", ZERO, { 2 }, "=IF(N(D2)=0,\"\",ROUND(N(D1)*100/N(D2),2))" },
  { "percent([1], 20)", ZERO, { 2 }, "=ROUND(N(D1)*100/20,2)" },
  { "percent([1], sum([1], [2], [3]))", ALL, { 2 }, "=IF(OR(COUNT(D1:D3)=0,SUM(D1:D3)=0),\"\",ROUND(N(D1)*100/SUM(D1:D3),2))" },
  { "percent([1] + [2], [3])", ANY, { 2 }, "=IF(OR(COUNT(D1:D3)<3,D3=0),\"\",ROUND((D1+D2)*100/D3,2))" },
  { "percent([1], [2])", ANY, { 3, TRUE }, "=IF(OR(COUNT(D1:D2)<2,D2=0),\"\",ROUND(D1*100/D2,IF(OR(ROUND(D1*100/D2,3)=0,ROUND(D1*100/D2,3)=100),4,3)))" },
  { "sum([1], [2], [3])", ANY, { 0, FALSE, TRUE }, "=IF(COUNT(D1:D3)<3,\"\",SUM(D1:D3))" },
  { "sum([1], [2], [3])", ALL, { 0, FALSE, TRUE }, "=IF(COUNT(D1:D3)=0,\"\",SUM(D1:D3))" },
  { "sum([1], [2], [3])", ZERO, { 0, FALSE, TRUE }, "=SUM(D1:D3)" },
  { "sum([1], [2], [3])", ZERO, { 1, FALSE, FALSE }, "=ROUND(SUM(D1:D3),1)" },
  { "sum([1], [3], [4], 5)", ZERO, { 0, FALSE, TRUE }, "=SUM(D1,D3:D4,5)" },
  { "sum([1] + [2], [1] + [3])", ZERO, { 0, FALSE, TRUE }, "=SUM(N(D1)+N(D2),N(D1)+N(D3))" },
  { "sum([g:1], [g:2], [3])", ZERO, { 0, FALSE, TRUE }, "=SUM('Biểu 2'!D1:D2,D3)" },
  { "min([1], [2])", ANY, { 0 }, "=IF(COUNT(D1:D2)<2,\"\",ROUND(MIN(D1,D2),0))" },
  { "max([1], [2])", ZERO, { 0 }, "=ROUND(MAX(N(D1),N(D2)),0)" },
  { "[1] / [2]", ANY, { 2 }, "=IF(OR(COUNT(D1:D2)<2,D2=0),\"\",ROUND(D1/D2,2))" },
  { "[1] / [2] * 3", ANY, { 2 }, "=IF(OR(COUNT(D1:D2)<2,D2=0),\"\",ROUND(ROUND(ROUND(D1/D2,4)*3,4),2))" },
  { "round([1] / [2], 1)", ANY, { 2 }, "=IF(OR(COUNT(D1:D2)<2,D2=0),\"\",ROUND(ROUND(D1/D2,1),2))" },
  { "[1] - ([2] - [3])", ANY, { 0, FALSE, TRUE }, "=IF(COUNT(D1:D3)<3,\"\",D1-(D2-D3))" },
  { "-[1] * 2", ZERO, { 0 }, "=ROUND(ROUND((-N(D1))*2,4),0)" },
  { "abs([1] - [2])", ANY, { 0 }, "=IF(COUNT(D1:D2)<2,\"\",ROUND(ABS(D1-D2),0))" },
  { "days([1], [2])", ANY, { 0 }, "=IF(COUNT(D1:D2)<2,\"\",ROUND(D2-D1,0))" },
  { "count([1], [2], [4])", ZERO, { 0 }, "=ROUND(COUNT(D1:D2,D4),0)" },
  { "if([1] > [2], [3], 0)", ANY, { 0 }, "=IF(COUNT(D1:D2)<2,\"\",IF(D1>D2,IF(COUNT(D3)<1,\"\",ROUND(D3,0)),ROUND(0,0)))" },
  { "if(blank([1]), 1, 2)", ZERO, { 0 }, "=IF(COUNT(D1)=0,ROUND(1,0),ROUND(2,0))" },
  { "if([1] > 0 and [2] > 0, 1, 2)", ZERO, { 0 }, "=IF(AND(N(D1)>0,N(D2)>0),ROUND(1,0),ROUND(2,0))" },
  { "1 + if([1] > 2, 1, 2)", ZERO, { 0 }, NULL },
  { "if([1] > 0 and [2] > 0, 1, 2)", ANY, { 0 }, NULL },
  { "if([1] > 0, 1, 2)", ALL, { 0 }, NULL },
  { "sum([1] / [2], [3])", ANY, { 2 }, NULL },
  { "previous([1]) + 1", ANY, { 0 }, NULL },
  { "[h:1] + 1", ANY, { 0 }, NULL },
  { "cited([1])", ANY, { 0 }, NULL },
};

static void
test_formulas (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhExpression) expression = trinh_expression_parse (formulas[i].expression, "f", NULL, &error);
      g_autofree char *formula = NULL;

      g_assert_no_error (error);
      formula = trinh_expression_to_formula (expression, formulas[i].missing, &formulas[i].style, place, NULL);
      g_test_message ("%s", formulas[i].expression);
      g_assert_cmpstr (formula, ==, formulas[i].formula);
    }
}

/* No spreadsheet takes more; the value stays a value. */
static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("[1]");
  g_autoptr (TrinhExpression) expression = NULL;
  g_autofree char *formula = NULL;
  const TrinhFormulaStyle style = { 0 };

  for (guint i = 1; i < 400; i++)
    g_string_append_printf (text, "+[%u]", 2 * i);
  expression = trinh_expression_parse (text->str, "f", NULL, NULL);
  g_assert_nonnull (expression);
  formula = trinh_expression_to_formula (expression, ANY, &style, place, NULL);
  g_assert_null (formula);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formula/table", test_formulas);
  g_test_add_func ("/formula/too-long", test_too_long);

  return g_test_run ();
}
