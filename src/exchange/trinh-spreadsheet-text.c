/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-spreadsheet-private.h"
#include "trinh-workbook.h"

static const char *
explain (lxw_error result)
{
  switch ((int) result)
    {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      return _ ("there is not enough memory; close other programs and try again");
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
      return _ ("the disk for temporary files is full or cannot be written; free some space and try again");
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      return _ ("it is longer than the 32,767 letters that a cell of a spreadsheet holds; shorten it and try again");
    default:
      return lxw_strerror (result);
    }
}

void
_trinh_spreadsheet_check (TrinhSpreadsheet *self,
                          lxw_error result,
                          const char *what)
{
  if (result == LXW_NO_ERROR || self->error != NULL)
    return;
  if (what != NULL)
    self->error = g_error_new (TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE, _ ("The spreadsheet could not be made: “%s”: %s."), what, explain (result));
  else
    self->error = g_error_new (TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE, _ ("The spreadsheet could not be made: %s."), explain (result));
}

static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[6] == '_';
}

/* "_x0041_" stands for a letter in such files; text that looks so is marked to be itself. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);

      if (is_escape (p))
        g_string_append (escaped, "_x005F_");
      /* XML has no such letters. */
      else if (letter == 0xFFFE || letter == 0xFFFF)
        g_string_append_unichar (escaped, 0xFFFD);
      else
        g_string_append_unichar (escaped, letter);
    }

  return g_string_free_and_steal (escaped);
}

/* A cell as a person names it */
static char *
dup_cell_name (lxw_worksheet *sheet,
               guint row,
               guint column)
{
  g_autofree char *place = trinh_sheet_dup_place (row, column);

  return g_strdup_printf ("%s, %s", sheet->name, place);
}

void
_trinh_spreadsheet_write_string (TrinhSpreadsheet *self,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const char *text,
                                 const TrinhSpreadsheetLook *look)
{
  lxw_format *format = _trinh_spreadsheet_get_format (self, look);
  g_autofree char *escaped = escape (text);
  g_autofree char *name = dup_cell_name (sheet, row, column);

  if (*escaped == '\0')
    _trinh_spreadsheet_check (self, worksheet_write_blank (sheet, row, (lxw_col_t) column, format), name);
  else
    _trinh_spreadsheet_check (self, worksheet_write_string (sheet, row, (lxw_col_t) column, escaped, format), name);
}

/* Runs that have letters */
static guint
count_runs (const TrinhText *text,
            const TrinhRun **only)
{
  guint n = 0;

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);

      if (*run->text == '\0')
        continue;
      *only = run;
      n++;
    }

  return n;
}

static void
write_runs (TrinhSpreadsheet *self,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const TrinhText *text,
            const TrinhSpreadsheetLook *look)
{
  g_autoptr (GArray) tuples = g_array_new (FALSE, FALSE, sizeof (lxw_rich_string_tuple));
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_cell_name (sheet, row, column);

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);
      TrinhSpreadsheetLook its = *look;
      lxw_rich_string_tuple tuple = { 0 };

      if (*run->text == '\0')
        continue;
      its.bold = run->bold;
      its.italic = run->italic;
      g_ptr_array_add (strings, escape (run->text));
      tuple.format = _trinh_spreadsheet_get_format (self, &its);
      tuple.string = strings->pdata[strings->len - 1];
      g_array_append_val (tuples, tuple);
    }
  for (guint i = 0; i < tuples->len; i++)
    g_ptr_array_add (pointers, &g_array_index (tuples, lxw_rich_string_tuple, i));
  g_ptr_array_add (pointers, NULL);
  _trinh_spreadsheet_check (self, worksheet_write_rich_string (sheet, row, (lxw_col_t) column, (lxw_rich_string_tuple **) pointers->pdata, _trinh_spreadsheet_get_format (self, look)), name);
}

void
_trinh_spreadsheet_write_text (TrinhSpreadsheet *self,
                               lxw_worksheet *sheet,
                               guint row,
                               guint column,
                               const TrinhText *text,
                               const TrinhSpreadsheetLook *look)
{
  TrinhSpreadsheetLook whole = *look;
  const TrinhRun *only = NULL;

  if (count_runs (text, &only) > 1)
    {
      write_runs (self, sheet, row, column, text, look);
      return;
    }
  if (only != NULL)
    {
      whole.bold = only->bold;
      whole.italic = only->italic;
    }
  _trinh_spreadsheet_write_string (self, sheet, row, column, only != NULL ? only->text : "", &whole);
}

void
_trinh_spreadsheet_merge (TrinhSpreadsheet *self,
                          lxw_worksheet *sheet,
                          guint row,
                          guint column,
                          guint row_span,
                          guint column_span,
                          const TrinhSpreadsheetLook *look)
{
  g_autofree char *name = dup_cell_name (sheet, row, column);

  if (row_span > 1 || column_span > 1)
    _trinh_spreadsheet_check (self, worksheet_merge_range (sheet, row, (lxw_col_t) column, row + row_span - 1, (lxw_col_t) (column + column_span - 1), "", _trinh_spreadsheet_get_format (self, look)), name);
}
