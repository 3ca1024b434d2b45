/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-spreadsheet-private.h"

/* Label and title, and a line of air */
#define HEAD_LINES 3
#define TITLE_SIZE 14.0
/* Of a letter: next to nothing */
#define KEY_WIDTH 0.4

typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  TrinhSpreadsheetForm *form;
  const TrinhTable *table;
  lxw_worksheet *sheet;
  GArray *edges; /* of double, in points */
  guint n_columns;
} Sheet;

void
_trinh_spreadsheet_form_free (gpointer data)
{
  TrinhSpreadsheetForm *form = data;

  trinh_table_free (form->table);
  g_free (form->name);
  g_free (form);
}

static gboolean
is_value_column (const TrinhTable *table,
                 guint column)
{
  const TrinhColumnUse use = trinh_table_get_column_use (table, column);

  return use == TRINH_COLUMN_VALUE || use == TRINH_COLUMN_TEXT;
}

/* Before anything is written, so that formulas find cells of any sheet */
static void
note_places (TrinhSpreadsheet *self,
             TrinhSpreadsheetForm *form)
{
  for (guint row = 0; row < trinh_table_get_n_rows (form->table); row++)
    for (guint column = 0; column < trinh_table_get_n_columns (form->table); column++)
      {
        const TrinhTableCell *cell = trinh_table_get_cell (form->table, row, column);
        TrinhSpreadsheetPlace *place;

        if (!is_value_column (form->table, column) || cell->place == NULL)
          continue;
        place = g_new0 (TrinhSpreadsheetPlace, 1);
        place->form = form;
        place->row = form->first_row + row;
        place->column = column;
        g_hash_table_insert (self->places, cell->place, place);
      }
}

static const char *
get_name (TrinhForm *form)
{
  const char *label = trinh_form_get_label (form);

  if (*label != '\0')
    return label;

  return *trinh_form_get_title (form) != '\0' ? trinh_form_get_title (form) : trinh_form_get_id (form);
}

void
_trinh_spreadsheet_add_form (TrinhSpreadsheet *self,
                             TrinhForm *form)
{
  TrinhSpreadsheetForm *its = NULL;
  TrinhTable *table = trinh_form_table_new (self->evaluation, form);

  if (trinh_table_get_n_columns (table) == 0)
    {
      trinh_table_free (table);
      return;
    }
  its = g_new0 (TrinhSpreadsheetForm, 1);
  its->form = form;
  its->table = table;
  its->name = _trinh_spreadsheet_make_name (self, get_name (form));
  its->first_head = HEAD_LINES;
  its->first_row = HEAD_LINES + trinh_table_get_n_head_rows (table);
  its->sheet = workbook_add_worksheet (self->workbook, its->name);
  g_ptr_array_add (self->forms, its);
  if (its->sheet == NULL)
    _trinh_spreadsheet_check (self, LXW_ERROR_PARAMETER_VALIDATION, its->name);
  note_places (self, its);
}

static double
get_edge (const Sheet *self,
          guint column)
{
  return g_array_index (self->edges, double, column);
}

static void
write_title (Sheet *self,
             guint row,
             const char *text)
{
  const TrinhSpreadsheetLook look = { .bold = TRUE, .plain = TRUE, .align = TRINH_ALIGN_CENTER, .size = TITLE_SIZE };
  /* Spreadsheets do not find the height of merged cells by themselves. */
  const double height = _trinh_spreadsheet_guess_height (text, get_edge (self, self->n_columns), TITLE_SIZE);

  _trinh_spreadsheet_merge (self->spreadsheet, self->sheet, row, 0, 1, self->n_columns, &look);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, row, 0, text, &look);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_row (self->sheet, row, height, NULL), NULL);
}

static void
write_titles (Sheet *self)
{
  TrinhReport *report = self->spreadsheet->report;
  TrinhForm *form = self->form->form;
  g_autofree char *title = trinh_regime_expand (trinh_form_get_title (form), trinh_report_get_period (report), trinh_report_get_office (report));
  g_autofree char *plain = trinh_markup_strip (title);

  if (*trinh_form_get_label (form) != '\0')
    write_title (self, 0, trinh_form_get_label (form));
  write_title (self, *trinh_form_get_label (form) != '\0' ? 1 : 0, plain);
}

/* Each row of heads as high as the heads that stand in it alone; those over several share them. */
static void
set_head_heights (Sheet *self)
{
  const guint n_rows = trinh_table_get_n_head_rows (self->table);
  g_autofree double *heights = g_new0 (double, n_rows + 1);

  for (guint span = 1; span <= n_rows; span++)
    for (guint i = 0; i < trinh_table_get_n_heads (self->table); i++)
      {
        const TrinhTableCell *head = trinh_table_get_head (self->table, i);
        g_autofree char *letters = trinh_text_dup_plain (head->text);
        double missing = _trinh_spreadsheet_guess_height (letters, get_edge (self, head->column + head->column_span) - get_edge (self, head->column), TRINH_SPREADSHEET_SIZE * 1.08);

        if (head->row_span != span)
          continue;
        for (guint row = head->row; row < head->row + span; row++)
          missing -= heights[row];
        heights[head->row + span - 1] += MAX (0, missing);
      }
  for (guint row = 0; row < n_rows; row++)
    _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_row (self->sheet, self->form->first_head + row, heights[row], NULL), NULL);
}

static void
write_heads (Sheet *self)
{
  const TrinhSpreadsheetLook look = { .bold = TRUE, .align = TRINH_ALIGN_CENTER };

  for (guint i = 0; i < trinh_table_get_n_heads (self->table); i++)
    {
      const TrinhTableCell *head = trinh_table_get_head (self->table, i);
      const guint row = self->form->first_head + head->row;

      _trinh_spreadsheet_merge (self->spreadsheet, self->sheet, row, head->column, head->row_span, head->column_span, &look);
      _trinh_spreadsheet_write_text (self->spreadsheet, self->sheet, row, head->column, head->text, &look);
    }
  set_head_heights (self);
}

static double
get_width (const Sheet *self,
           const TrinhTableCell *cell)
{
  return get_edge (self, cell->column + cell->column_span) - get_edge (self, cell->column);
}

/* Wider than on paper where a text would be cut off however small its letters are; the sheet is fitted to the page then. */
static void
widen_columns (Sheet *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const double width = get_edge (self, column + 1) - get_edge (self, column);
      double wanted = width;

      for (guint row = 0; row < trinh_table_get_n_rows (self->table); row++)
        {
          const TrinhTableCell *cell = trinh_table_get_cell (self->table, row, column);

          if (cell->column_span == 1)
            wanted = _trinh_spreadsheet_choose_width (self->spreadsheet, cell->text, wanted);
        }
      for (guint i = column + 1; wanted > width && i < self->edges->len; i++)
        g_array_index (self->edges, double, i) += wanted - width;
    }
}

static void
write_cell (Sheet *self,
            guint row,
            guint column)
{
  const TrinhTableCell *cell = trinh_table_get_cell (self->table, row, column);
  const TrinhColumnUse use = trinh_table_get_column_use (self->table, column);
  const guint at = self->form->first_row + row;
  const double size = _trinh_spreadsheet_choose_size (self->spreadsheet, cell->text, get_width (self, cell));
  TrinhSpreadsheetLook look = { .align = cell->align, .size = size };

  if (is_value_column (self->table, column) && cell->place != NULL)
    {
      _trinh_spreadsheet_write_value (self->spreadsheet, self->form, at, column, size, cell->place);
      return;
    }
  look.unlocked = (use == TRINH_COLUMN_NOTE && cell->place != NULL) || (cell->place == NULL && use != TRINH_COLUMN_CODE && trinh_text_is_empty (cell->text));
  look.number = use == TRINH_COLUMN_CODE || use == TRINH_COLUMN_NOTE ? "@" : NULL;
  _trinh_spreadsheet_merge (self->spreadsheet, self->sheet, at, column, cell->row_span, cell->column_span, &look);
  _trinh_spreadsheet_write_text (self->spreadsheet, self->sheet, at, column, cell->text, &look);
}

static void
write_rows (Sheet *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    for (guint row = 0; row < trinh_table_get_n_rows (self->table);)
      {
        write_cell (self, row, column);
        /* What is merged covers the cells below it. */
        row += MAX (1, trinh_table_get_cell (self->table, row, column)->row_span);
      }
}

/* The address of the row's values, whichever column has it; (nullable) %NULL: a row that holds none */
static const char *
find_place (const Sheet *self,
            guint row)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const TrinhTableCell *cell = trinh_table_get_cell (self->table, row, column);

      if (is_value_column (self->table, column) && cell->place != NULL)
        return cell->place;
    }

  return NULL;
}

/* Letters that nobody sees: of a hidden column nothing would be read. */
static lxw_format *
get_key_format (TrinhSpreadsheet *self)
{
  lxw_format *format = g_hash_table_lookup (self->formats, "key");

  if (format == NULL)
    {
      format = workbook_add_format (self->workbook);
      format_set_font_size (format, 1);
      format_set_font_color (format, LXW_COLOR_WHITE);
      format_set_align (format, LXW_ALIGN_FILL);
      format_set_num_format (format, "@");
      g_hash_table_insert (self->formats, g_strdup ("key"), format);
    }

  return format;
}

static void
write_key (Sheet *self,
           guint row,
           const char *form,
           const char *key)
{
  lxw_format *format = get_key_format (self->spreadsheet);
  const lxw_col_t column = (lxw_col_t) self->n_columns;

  _trinh_spreadsheet_check (self->spreadsheet, worksheet_write_string (self->sheet, row, column, form, format), self->form->name);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_write_string (self->sheet, row, column + 1, key, format), self->form->name);
}

/* Labels change and stand there several times; what comes back is told by these. */
static void
write_keys (Sheet *self)
{
  for (guint row = 0; row < trinh_table_get_n_rows (self->table); row++)
    {
      const char *address = find_place (self, row);
      g_autofree char *key = NULL;

      if (address != NULL && trinh_address_split (address, NULL, &key, NULL))
        write_key (self, self->form->first_row + row, trinh_form_get_id (self->form->form), key);
    }
  write_key (self, self->form->first_row - 1, "form", "key");
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_column (self->sheet, (lxw_col_t) self->n_columns, (lxw_col_t) (self->n_columns + 1), KEY_WIDTH, NULL), NULL);
}

static void
set_up_sheet (Sheet *self)
{
  const guint last = self->form->first_row + MAX (1, trinh_table_get_n_rows (self->table)) - 1;
  const gboolean list = trinh_form_get_list (self->form->form);
  lxw_protection protection = {
    .format_columns = LXW_TRUE,
    .format_rows = LXW_TRUE,
    .insert_rows = list,
    .delete_rows = list,
  };

  for (guint column = 0; column < self->n_columns; column++)
    _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, column, get_edge (self, column + 1) - get_edge (self, column));
  _trinh_spreadsheet_set_page (self->spreadsheet, self->sheet, self->form->name, trinh_form_get_landscape (self->form->form));
  worksheet_freeze_panes (self->sheet, self->form->first_row, 0);
  worksheet_protect (self->sheet, NULL, &protection);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_repeat_rows (self->sheet, self->form->first_head, self->form->first_row - 1), self->form->name);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_print_area (self->sheet, 0, 0, last, (lxw_col_t) (self->n_columns - 1)), self->form->name);
  /* Codes such as "1.4" are meant as texts. */
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), self->form->name);
}

void
_trinh_spreadsheet_write_form (TrinhSpreadsheet *self,
                               TrinhSpreadsheetForm *form)
{
  Sheet sheet = { .spreadsheet = self, .form = form, .table = form->table, .sheet = form->sheet };
  g_autoptr (GArray) edges = NULL;

  if (self->error != NULL)
    return;
  edges = trinh_measure_edges (self->measure, form->table, trinh_form_get_landscape (form->form), NULL);
  sheet.edges = edges;
  sheet.n_columns = trinh_table_get_n_columns (form->table);
  widen_columns (&sheet);

  set_up_sheet (&sheet);
  write_titles (&sheet);
  write_heads (&sheet);
  write_rows (&sheet);
  write_keys (&sheet);
}
