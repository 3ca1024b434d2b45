/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "trinh-xls-formulas-private.h"

static void
set_encrypted (TrinhWorkbook *workbook,
               GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCRYPTED, _ ("“%s” opens with a password only. Open it in the program it comes from, save it without a password, and import that."), trinh_workbook_get_name (workbook));
}

static void
set_foreign (TrinhWorkbook *workbook,
             GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_FOREIGN, _ ("“%s” is no spreadsheet. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv; a table in a document can be copied and pasted."), trinh_workbook_get_name (workbook));
}

static void
set_damaged (TrinhWorkbook *workbook,
             GError **error)
{
  _trinh_workbook_set_damaged (workbook, _ ("a part of it is cut or damaged"), error);
}

/* What is too large for any value stays readable, to be refused with its reason. */
static gboolean
set_number (TrinhSheet *sheet,
            guint row,
            guint column,
            const FreeXL_CellValue *value,
            GError **error)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (value->type == FREEXL_CELL_INT)
    g_snprintf (digits, sizeof digits, "%d", value->value.int_value);
  else
    g_ascii_dtostr (digits, sizeof digits, value->value.double_value);
  text = _trinh_number_from_digits (digits, 0);

  return _trinh_sheet_set (sheet, row, column, text != NULL ? TRINH_SHEET_BARE_NUMBER : TRINH_SHEET_TEXT, text != NULL ? text : digits, error);
}

static gboolean
set_cell (TrinhSheet *sheet,
          guint row,
          guint column,
          const FreeXL_CellValue *value,
          GError **error)
{
  g_autofree char *text = NULL;

  switch (value->type)
    {
    case FREEXL_CELL_INT:
    case FREEXL_CELL_DOUBLE:
      return set_number (sheet, row, column, value, error);
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      text = g_strndup (value->value.text_value, 10);
      return _trinh_sheet_set (sheet, row, column, TRINH_SHEET_DATE, text, error);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      text = g_utf8_make_valid (value->value.text_value != NULL ? value->value.text_value : "", -1);
      return _trinh_sheet_set (sheet, row, column, TRINH_SHEET_TEXT, text, error);
    default:
      return TRUE;
    }
}

static gboolean
read_sheet (TrinhWorkbook *workbook,
            const void *handle,
            TrinhXlsHidden *hidden,
            TrinhXlsFormulas *formulas,
            guint position,
            GError **error)
{
  const char *name = NULL;
  guint n_rows = 0;
  unsigned short n_columns = 0;
  TrinhSheet *sheet;

  if (freexl_get_worksheet_name (handle, (unsigned short) position, &name) != FREEXL_OK ||
      freexl_select_active_worksheet (handle, (unsigned short) position) != FREEXL_OK ||
      freexl_worksheet_dimensions (handle, &n_rows, &n_columns) != FREEXL_OK)
    {
      set_damaged (workbook, error);
      return FALSE;
    }

  sheet = _trinh_workbook_add_sheet (workbook, name != NULL && g_utf8_validate (name, -1, NULL) ? name : "");
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        FreeXL_CellValue value = { .type = FREEXL_CELL_NULL };

        /* Only what the person sees comes in. */
        if (_trinh_xls_hidden_has_cell (hidden, position, row, column))
          continue;
        if (freexl_get_cell_value (handle, row, (unsigned short) column, &value) == FREEXL_OK && !set_cell (sheet, row, column, &value, error))
          return FALSE;
      }

  return _trinh_xls_formulas_read (formulas, position, sheet, error);
}

static gboolean
read_sheets (TrinhWorkbook *workbook,
             const void *handle,
             TrinhXlsRecords *records,
             GError **error)
{
  g_autoptr (TrinhXlsHidden) hidden = NULL;
  g_autoptr (TrinhXlsFormulas) formulas = NULL;
  unsigned int n = 0;

  /* Some workbooks with charts are opened, and then say nothing of their sheets. */
  if (freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &n) != FREEXL_OK)
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” keeps its sheets in a way that cannot be read here. Open it in a spreadsheet program, save it as .xlsx and choose that file."), trinh_workbook_get_name (workbook));
      return FALSE;
    }

  hidden = _trinh_xls_hidden_new (records);
  formulas = _trinh_xls_formulas_new (records, hidden);
  for (guint i = 0; i < MIN (n, TRINH_WORKBOOK_MAX_SHEETS); i++)
    if (!_trinh_xls_hidden_has_sheet (hidden, i) && !read_sheet (workbook, handle, hidden, formulas, i, error))
      return FALSE;

  return TRUE;
}

/* A newer file that opens with a password wears the coat of an old one. */
static gboolean
is_wrapped (GBytes *bytes)
{
  static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, stream, sizeof stream) != NULL;
}

static gboolean
read_path (TrinhWorkbook *workbook,
           const char *path,
           TrinhXlsRecords *records,
           GError **error)
{
  const void *handle = NULL;
  const int code = freexl_open (path, &handle);
  gboolean read = FALSE;

  if (code == FREEXL_OK)
    read = read_sheets (workbook, handle, records, error);
  else if (code == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
    set_foreign (workbook, error);
  else
    set_damaged (workbook, error);
  if (handle != NULL)
    freexl_close (handle);

  return read;
}

/* The library reads files by their path only: the bytes that were looked at are those that it gets. */
static gboolean
read_records (TrinhWorkbook *workbook,
              GBytes *bytes,
              TrinhXlsRecords *records,
              GError **error)
{
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const int descriptor = g_file_open_tmp ("trinhky-XXXXXX.xls", &path, error);
  gboolean read;

  if (descriptor < 0)
    return FALSE;
  close (descriptor);
  read = g_file_set_contents (path, data, (gssize) size, error) && read_path (workbook, path, records, error);
  g_unlink (path);

  return read;
}

gboolean
_trinh_workbook_read_xls (TrinhWorkbook *workbook,
                          GBytes *bytes,
                          GError **error)
{
  g_autoptr (TrinhXlsRecords) records = _trinh_xls_records_new (bytes);
  const TrinhXlsState state = is_wrapped (bytes) ? TRINH_XLS_STATE_LOCKED : _trinh_xls_records_get_state (records);

  switch (state)
    {
    case TRINH_XLS_STATE_SOUND:
      return read_records (workbook, bytes, records, error);
    case TRINH_XLS_STATE_LOCKED:
      set_encrypted (workbook, error);
      break;
    case TRINH_XLS_STATE_FOREIGN:
      set_foreign (workbook, error);
      break;
    case TRINH_XLS_STATE_DAMAGED:
    default:
      set_damaged (workbook, error);
      break;
    }

  return FALSE;
}
