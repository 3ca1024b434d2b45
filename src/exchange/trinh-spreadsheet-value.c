/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-kind.h"
#include "trinh-letters.h"
#include "trinh-spreadsheet-private.h"
#include "trinh-workbook.h"

/* Digits that a spreadsheet keeps of a number */
#define SIGNIFICANT_UNITS G_GINT64_CONSTANT (1000000000000000)
#define MAX_MESSAGE 250
#define MAX_LIST 250
#define DATE TRINH_SPREADSHEET_LOCALE "dd/mm/yyyy"
/* 1 March 1900: days before it are counted in two ways. */
#define FIRST_DAY 61
#define DAY_ZERO 693594 /* 30 December 1899, Julian as in GDate */

/* One cell of a form */
typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  lxw_worksheet *sheet;
  TrinhFormRow *form_row;
  TrinhValue *value;
  TrinhKind kind;
  guint row;
  guint column;
  TrinhSpreadsheetLook look;
} Cell;

gboolean
_trinh_spreadsheet_fits (TrinhDecimal number)
{
  gint64 units = number.units;

  /* Zeros at the end cost no digit. */
  for (guint i = 0; i < TRINH_DECIMAL_MAX_DECIMALS && units % 10 == 0; i++)
    units /= 10;

  return ABS (units) < SIGNIFICANT_UNITS;
}

static double
to_double (TrinhDecimal number)
{
  g_autofree char *text = trinh_decimal_to_canonical (number);

  return g_ascii_strtod (text, NULL);
}

/* @decimals: shown always */
static char *
make_number_format (const Cell *cell,
                    const char *decimals)
{
  const char *estimate = trinh_value_get_estimate (cell->value) ? TRINH_SPREADSHEET_ESTIMATE : "";
  const gboolean padded = cell->kind == TRINH_KIND_COUNT && trinh_regime_get_pad_tables (cell->spreadsheet->regime);

  if (padded && *decimals == '\0')
    return g_strdup_printf ("[=0]" TRINH_SPREADSHEET_LOCALE "0%s;[<10]" TRINH_SPREADSHEET_LOCALE "00%s;" TRINH_SPREADSHEET_LOCALE "#,##0%s", estimate, estimate, estimate);

  return g_strdup_printf (TRINH_SPREADSHEET_LOCALE "#,##0%s%s", decimals, estimate);
}

/* Whole numbers without the separator that other ones need. @format: of whole ones */
static void
add_whole_format (TrinhSpreadsheet *self,
                  lxw_worksheet *sheet,
                  guint row,
                  guint column,
                  const char *format)
{
  g_autofree char *key = g_strconcat ("whole ", format, NULL);
  lxw_format *whole = g_hash_table_lookup (self->formats, key);
  char place[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *rule = NULL;
  lxw_conditional_format conditional = { .type = LXW_CONDITIONAL_TYPE_FORMULA };

  if (whole == NULL)
    {
      whole = workbook_add_format (self->workbook);
      format_set_num_format (whole, format);
      g_hash_table_insert (self->formats, g_steal_pointer (&key), whole);
    }
  lxw_rowcol_to_cell (place, row, (lxw_col_t) column);
  rule = g_strdup_printf ("=AND(ISNUMBER(%s),%s=INT(%s))", place, place, place);
  conditional.value_string = rule;
  conditional.format = whole;
  _trinh_spreadsheet_check (self, worksheet_conditional_format_cell (sheet, row, (lxw_col_t) column, &conditional), NULL);
}

static gboolean
ends_in_zero (TrinhDecimal number)
{
  gint64 last = TRINH_DECIMAL_SCALE;

  for (guint i = 0; i < number.decimals; i++)
    last /= 10;

  return number.decimals > 0 && number.units % (last * 10) == 0;
}

/* Zeros that were entered behind the comma stay; otherwise as many decimals as there are. */
static char *
choose_format (Cell *cell,
               const TrinhDecimal *number)
{
  g_autofree char *decimals = NULL;
  g_autofree char *whole = make_number_format (cell, "");

  if (number != NULL && ends_in_zero (*number))
    {
      decimals = g_strconcat (".", "0000" + TRINH_DECIMAL_MAX_DECIMALS - number->decimals, NULL);
      return make_number_format (cell, decimals);
    }
  if ((number == NULL || number->decimals == 0) && (cell->kind == TRINH_KIND_COUNT || trinh_form_row_get_decimals (cell->form_row) == 0))
    return g_steal_pointer (&whole);
  add_whole_format (cell->spreadsheet, cell->sheet, cell->row, cell->column, whole);

  return make_number_format (cell, ".####");
}

static char *
dup_cell_name (const Cell *cell)
{
  g_autofree char *place = trinh_sheet_dup_place (cell->row, cell->column);

  return g_strdup_printf ("%s, %s", cell->sheet->name, place);
}

static void
check (Cell *cell,
       lxw_error result)
{
  g_autofree char *name = dup_cell_name (cell);

  _trinh_spreadsheet_check (cell->spreadsheet, result, name);
}

static lxw_format *
get_format (Cell *cell)
{
  return _trinh_spreadsheet_get_format (cell->spreadsheet, &cell->look);
}

static void
write_number (Cell *cell,
              TrinhDecimal number)
{
  g_autofree char *format = choose_format (cell, &number);

  cell->look.number = format;
  check (cell, worksheet_write_number (cell->sheet, cell->row, (lxw_col_t) cell->column, to_double (number), get_format (cell)));
  cell->look.number = NULL;
}

static void
write_blank (Cell *cell)
{
  g_autofree char *format = trinh_kind_is_number (cell->kind) ? choose_format (cell, NULL) : NULL;

  cell->look.number = cell->kind == TRINH_KIND_TEXT ? "@" : cell->kind == TRINH_KIND_DATE ? DATE
                                                                                          : format;
  check (cell, worksheet_write_blank (cell->sheet, cell->row, (lxw_col_t) cell->column, get_format (cell)));
  cell->look.number = NULL;
}

static void
write_letters (Cell *cell,
               const char *text)
{
  cell->look.number = "@";
  _trinh_spreadsheet_write_string (cell->spreadsheet, cell->sheet, cell->row, cell->column, text, &cell->look);
  cell->look.number = NULL;
}

static void
write_date (Cell *cell,
            const char *text)
{
  guint32 julian;
  g_autofree char *letters = NULL;

  if (!trinh_date_parse (text, &julian))
    {
      write_letters (cell, text);
      return;
    }
  if (julian < DAY_ZERO + FIRST_DAY)
    {
      letters = trinh_date_format (julian);
      write_letters (cell, letters);
      return;
    }
  cell->look.number = DATE;
  check (cell, worksheet_write_number (cell->sheet, cell->row, (lxw_col_t) cell->column, julian - DAY_ZERO, get_format (cell)));
  cell->look.number = NULL;
}

/* A code that is a number is one, for formulas and for who picks it from the list. */
static void
write_choice (Cell *cell,
              const char *code)
{
  TrinhDecimal number;

  if (trinh_decimal_parse_canonical (code, &number, NULL) && _trinh_spreadsheet_fits (number) && number.decimals == 0)
    check (cell, worksheet_write_number (cell->sheet, cell->row, (lxw_col_t) cell->column, to_double (number), get_format (cell)));
  else
    write_letters (cell, code);
}

static void
write_entered (Cell *cell,
               const char *text)
{
  TrinhDecimal number;
  g_autofree char *letters = NULL;

  if (cell->kind == TRINH_KIND_DATE)
    write_date (cell, text);
  else if (cell->kind == TRINH_KIND_CHOICE || cell->kind == TRINH_KIND_YES_NO)
    write_choice (cell, text);
  else if (!trinh_kind_is_number (cell->kind) || !trinh_decimal_parse_canonical (text, &number, NULL))
    write_letters (cell, text);
  else if (_trinh_spreadsheet_fits (number))
    write_number (cell, number);
  else
    {
      letters = trinh_decimal_format (number);
      write_letters (cell, letters);
    }
}

static void
write_formula (Cell *cell,
               const char *formula,
               TrinhDecimal number,
               gboolean blank)
{
  g_autofree char *format = choose_format (cell, blank ? NULL : &number);

  cell->look.number = format;
  if (blank)
    check (cell, worksheet_write_formula_str (cell->sheet, cell->row, (lxw_col_t) cell->column, formula, get_format (cell), ""));
  else
    check (cell, worksheet_write_formula_num (cell->sheet, cell->row, (lxw_col_t) cell->column, formula, get_format (cell), to_double (number)));
  cell->look.number = NULL;
}

/* "1: Có", a line each, as far as there is room */
static char *
make_legend (TrinhFormRow *row)
{
  GString *text = g_string_new (NULL);
  glong length = 0;

  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s%s: %s", i > 0 ? "\n" : "", trinh_form_row_get_choice_code (row, i), trinh_form_row_get_choice_text (row, i));

      length += g_utf8_strlen (line, -1);
      if (length > MAX_MESSAGE)
        break;
      g_string_append (text, line);
    }

  return g_string_free_and_steal (text);
}

static void
offer_choices (Cell *cell)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *legend = make_legend (cell->form_row);
  glong length = 0;
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .input_title = "Chọn một mã",
    .error_title = "Mã không có trong biểu",
    .error_message = "Biểu không có mã này. Chọn một mã trong danh sách.",
  };

  for (guint i = 0; i < trinh_form_row_get_n_choices (cell->form_row); i++)
    {
      const char *code = trinh_form_row_get_choice_code (cell->form_row, i);

      length += g_utf8_strlen (code, -1) + 1;
      g_ptr_array_add (codes, (gpointer) code);
    }
  /* A longer list is no list of a cell's own; what is typed is checked when it comes back. */
  if (codes->len == 0 || length > MAX_LIST)
    return;
  g_ptr_array_add (codes, NULL);
  validation.value_list = (const char **) codes->pdata;
  validation.input_message = *legend != '\0' ? legend : NULL;
  check (cell, worksheet_data_validation_cell (cell->sheet, cell->row, (lxw_col_t) cell->column, &validation));
}

static void
limit_number (Cell *cell)
{
  const gboolean whole = cell->kind == TRINH_KIND_COUNT;
  lxw_data_validation validation = {
    .validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 0,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = "Số liệu chưa đúng",
    .error_message = whole ? "Chỉ tiêu này là số nguyên, không âm." : "Chỉ tiêu này là số không âm.",
  };

  check (cell, worksheet_data_validation_cell (cell->sheet, cell->row, (lxw_col_t) cell->column, &validation));
}

static void
set_validation (Cell *cell)
{
  if (cell->kind == TRINH_KIND_CHOICE || cell->kind == TRINH_KIND_YES_NO)
    offer_choices (cell);
  else if (trinh_kind_is_number (cell->kind))
    limit_number (cell);
}

/* The sheet's column of notes is the main column's, and comes back as such: others hang at their cells. */
static void
write_note (Cell *cell)
{
  g_autofree char *note = trinh_letters_dup_line (trinh_value_get_note (cell->value));
  lxw_comment_options options = { .author = "", .width = 200 };

  if (note[0] != '\0')
    check (cell, worksheet_write_comment_opt (cell->sheet, cell->row, (lxw_col_t) cell->column, note, &options));
}

void
_trinh_spreadsheet_write_value (TrinhSpreadsheet *self,
                                TrinhSpreadsheetForm *form,
                                guint row,
                                guint column,
                                double size,
                                const char *address)
{
  Cell cell = { .spreadsheet = self, .sheet = form->sheet, .row = row, .column = column, .look.size = size };
  TrinhFormColumn *form_column = NULL;
  g_autofree char *formula = NULL;
  TrinhDecimal number;
  gboolean blank;
  const char *style;
  const char *text;

  if (!trinh_regime_find_cell (self->regime, address, NULL, &cell.form_row, &form_column))
    return;
  style = trinh_form_row_get_value_style (cell.form_row);
  cell.value = trinh_report_get_value (self->report, address);
  if (form_column != NULL && !trinh_form_column_get_main (form_column))
    write_note (&cell);
  cell.kind = trinh_kind_of_cell (cell.form_row, form_column);
  cell.look.bold = strstr (style, "bold") != NULL;
  cell.look.italic = strstr (style, "italic") != NULL;
  cell.look.align = cell.kind == TRINH_KIND_TEXT ? TRINH_ALIGN_START : TRINH_ALIGN_CENTER;

  formula = trinh_kind_is_number (cell.kind) ? _trinh_spreadsheet_make_formula (self, form, address, &number, &blank) : NULL;
  if (formula != NULL)
    {
      write_formula (&cell, formula, number, blank);
      return;
    }
  text = trinh_value_get_text (cell.value);
  cell.look.unlocked = cell.kind != TRINH_KIND_NONE && trinh_form_get_total (form->form) != cell.form_row;
  if (text != NULL)
    write_entered (&cell, text);
  else if (trinh_kind_is_number (cell.kind) && trinh_evaluation_get_decimal (self->evaluation, address, &number) && _trinh_spreadsheet_fits (number))
    write_number (&cell, number);
  else
    write_blank (&cell);
  if (cell.look.unlocked)
    set_validation (&cell);
}

/* As many decimals as the number has; of one that follows its form, as many as it may get */
static gboolean
is_whole_figure (TrinhSpreadsheet *self,
                 const char *address,
                 gboolean follows,
                 TrinhDecimal number)
{
  TrinhFormRow *row = NULL;

  trinh_regime_find_cell (self->regime, address, NULL, &row, NULL);
  return trinh_form_row_get_kind (row) == TRINH_KIND_COUNT || trinh_form_row_get_decimals (row) == 0 || (!follows && number.units % TRINH_DECIMAL_SCALE == 0);
}

/* What follows the figure in its form. A number too long for a spreadsheet is letters there, and nothing here.
 * (transfer full) (nullable) */
static char *
make_figure_formula (TrinhSpreadsheet *self,
                     const char *address,
                     const TrinhDecimal *number)
{
  TrinhDecimal hidden;
  const gboolean follows = number != NULL || !trinh_evaluation_get_decimal (self->evaluation, address, &hidden);
  g_autofree char *place = follows ? _trinh_spreadsheet_dup_place (self, address, NULL) : NULL;

  return place != NULL ? g_strdup_printf ("=IF(%s=\"\",\"\",%s)", place, place) : NULL;
}

void
_trinh_spreadsheet_write_figure (TrinhSpreadsheet *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const TrinhSpreadsheetFigure *figure,
                                 const TrinhSpreadsheetLook *look)
{
  const TrinhDecimal value = figure->number != NULL ? *figure->number : (TrinhDecimal) { 0 };
  const char *estimate = figure->estimate ? TRINH_SPREADSHEET_ESTIMATE : "";
  g_autofree char *formula = figure->own ? make_figure_formula (self, figure->address, figure->number) : NULL;
  g_autofree char *whole = g_strconcat (TRINH_SPREADSHEET_WHOLE, estimate, NULL);
  g_autofree char *decimals = g_strconcat (TRINH_SPREADSHEET_DECIMALS, estimate, NULL);
  const gboolean is_whole = is_whole_figure (self, figure->address, formula != NULL, value);
  TrinhSpreadsheetLook shown = *look;
  lxw_format *format;
  lxw_error result;

  shown.number = is_whole ? whole : decimals;
  format = _trinh_spreadsheet_get_format (self, &shown);
  if (formula != NULL && figure->number == NULL)
    result = worksheet_write_formula_str (sheet, row, (lxw_col_t) column, formula, format, "");
  else if (formula != NULL)
    result = worksheet_write_formula_num (sheet, row, (lxw_col_t) column, formula, format, to_double (value));
  else if (figure->number != NULL)
    result = worksheet_write_number (sheet, row, (lxw_col_t) column, to_double (value), format);
  else
    result = worksheet_write_blank (sheet, row, (lxw_col_t) column, format);
  _trinh_spreadsheet_check (self, result, sheet->name);
  if (formula != NULL && !is_whole)
    add_whole_format (self, sheet, row, column, whole);
}
