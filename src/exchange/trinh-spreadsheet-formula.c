/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-kind.h"
#include "trinh-spreadsheet-private.h"
#include "trinh-workbook.h"

typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  const TrinhSpreadsheetForm *from;
  gboolean whole; /* all that was asked for */
} Formula;

static void
append_sheet (GString *text,
              const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  g_string_append_printf (text, "'%s'!", doubled);
}

char *
_trinh_spreadsheet_dup_place (TrinhSpreadsheet *self,
                              const char *address,
                              const TrinhSpreadsheetForm *from)
{
  const TrinhSpreadsheetPlace *place = g_hash_table_lookup (self->places, address);
  g_autofree char *cell = NULL;
  GString *text;

  if (place == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (place->form != from)
    append_sheet (text, place->form->name);
  cell = trinh_sheet_dup_place (place->row, place->column);
  g_string_append (text, cell);

  return g_string_free_and_steal (text);
}

static gboolean
find_cell (TrinhSpreadsheet *self,
           const char *address,
           TrinhFormRow **row,
           TrinhKind *kind)
{
  TrinhFormColumn *column = NULL;

  if (!trinh_regime_find_cell (self->regime, address, NULL, row, &column))
    return FALSE;
  *kind = trinh_kind_of_cell (*row, column);

  return TRUE;
}

/* What counts in a formula: as the program's own evaluation takes it, dates as day numbers. */
static gboolean
get_number (const TrinhReference *reference,
            TrinhDecimal *number,
            gpointer user_data)
{
  TrinhSpreadsheet *self = user_data;
  TrinhFormRow *row = NULL;
  TrinhKind kind;
  const char *text;
  guint32 julian;

  if (reference->reach != TRINH_REACH_THIS || !find_cell (self, reference->name, &row, &kind))
    return FALSE;
  if (kind != TRINH_KIND_DATE)
    return trinh_evaluation_get_decimal (self->evaluation, reference->name, number);
  text = trinh_value_get_text (trinh_report_get_value (self->report, reference->name));
  if (text == NULL || !trinh_date_parse (text, &julian))
    return FALSE;
  *number = TRINH_DECIMAL_INIT (julian);

  return TRUE;
}

static TrinhResult
evaluate (TrinhSpreadsheet *self,
          TrinhRule *rule)
{
  return trinh_expression_evaluate (trinh_rule_get_expression (rule), trinh_rule_get_missing (rule), get_number, self);
}

/* The cell shows a quotient rounded, and whoever computes with it takes it unrounded: the sheet has only what it shows. */
static gboolean
shows_less (TrinhSpreadsheet *self,
            const char *address)
{
  TrinhRule *rule = g_hash_table_lookup (self->rules, address);

  return rule != NULL && trinh_value_get_text (trinh_report_get_value (self->report, address)) == NULL && evaluate (self, rule).inexact;
}

static char *
place_reference (const TrinhReference *reference,
                 gpointer user_data)
{
  Formula *formula = user_data;
  TrinhSpreadsheet *self = formula->spreadsheet;
  TrinhFormRow *row = NULL;
  TrinhKind kind;
  TrinhDecimal number;
  const gboolean filled = get_number (reference, &number, self);

  if (!find_cell (self, reference->name, &row, &kind) || shows_less (self, reference->name))
    return NULL;
  /* What the sheet holds as text is not computed with there. */
  if (filled && (!_trinh_spreadsheet_fits (number) || kind == TRINH_KIND_TEXT))
    return NULL;
  formula->whole = formula->whole && (kind == TRINH_KIND_COUNT) && (!filled || trinh_decimal_is_whole (number));

  return _trinh_spreadsheet_dup_place (self, reference->name, formula->from);
}

static gboolean
is_all_or_nothing (TrinhDecimal number)
{
  return number.units == 0 || number.units == 100 * TRINH_DECIMAL_SCALE;
}

/* As trinh_expression_to_formula() has it rounded */
static TrinhDecimal
round_result (const TrinhResult *result,
              const TrinhFormulaStyle *style)
{
  guint decimals = style->decimals;
  TrinhDecimal rounded = trinh_decimal_round_leaning (result->number, result->lean, decimals);

  while (style->percent && is_all_or_nothing (rounded) && decimals < TRINH_DECIMAL_MAX_DECIMALS)
    rounded = trinh_decimal_round_leaning (result->number, result->lean, ++decimals);

  return rounded;
}

static guint
get_decimals (TrinhFormRow *row,
              TrinhKind kind)
{
  const guint decimals = trinh_form_row_get_decimals (row);

  return kind == TRINH_KIND_PERCENT ? MIN (decimals, 2) : decimals;
}

/* "Tổng số" under the rows of a list; they all stand above it. */
static char *
make_total (TrinhSpreadsheet *self,
            const TrinhSpreadsheetForm *from,
            const TrinhSpreadsheetPlace *place)
{
  g_autofree char *first = trinh_sheet_dup_place (from->first_row, place->column);
  g_autofree char *last = trinh_sheet_dup_place (place->row - 1, place->column);

  return g_strdup_printf ("=IF(COUNT(%s:%s)=0,\"\",SUM(%s:%s))", first, last, first, last);
}

static gboolean
is_total (TrinhSpreadsheet *self,
          const TrinhSpreadsheetForm *from,
          const TrinhFormRow *row)
{
  return trinh_form_get_list (from->form) && trinh_form_get_total (from->form) == row;
}

static char *
translate (TrinhSpreadsheet *self,
           const TrinhSpreadsheetForm *from,
           TrinhRule *rule,
           TrinhFormulaStyle *style)
{
  Formula formula = { self, from, TRUE };
  TrinhExpression *expression = trinh_rule_get_expression (rule);

  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    g_free (place_reference (trinh_expression_get_reference (expression, i), &formula));
  style->whole = formula.whole;

  return trinh_expression_to_formula (expression, trinh_rule_get_missing (rule), style, place_reference, &formula);
}

char *
_trinh_spreadsheet_make_formula (TrinhSpreadsheet *self,
                                 const TrinhSpreadsheetForm *from,
                                 const char *address,
                                 TrinhDecimal *number,
                                 gboolean *blank)
{
  TrinhValue *value = trinh_report_get_value (self->report, address);
  TrinhRule *rule = g_hash_table_lookup (self->rules, address);
  const gboolean entered = trinh_value_get_text (value) != NULL;
  const gboolean shown = trinh_evaluation_get_decimal (self->evaluation, address, number);
  TrinhFormulaStyle style = { 0 };
  TrinhFormRow *row = NULL;
  TrinhKind kind;
  TrinhResult result;

  *blank = !shown;
  if (!find_cell (self, address, &row, &kind))
    return NULL;
  if (is_total (self, from, row))
    return make_total (self, from, g_hash_table_lookup (self->places, address));
  if (rule == NULL || trinh_value_get_blank (value) != TRINH_BLANK_NO_REASON || (shown && !_trinh_spreadsheet_fits (*number)))
    return NULL;

  /* An entered value that is not what the formula gives stays as it was entered. */
  result = evaluate (self, rule);
  style.decimals = entered ? number->decimals : get_decimals (row, kind);
  style.percent = kind == TRINH_KIND_PERCENT;
  if (shown != (result.type == TRINH_RESULT_NUMBER) || (entered && !shown))
    return NULL;
  if (shown && round_result (&result, &style).units != number->units)
    return NULL;

  return translate (self, from, rule, &style);
}
