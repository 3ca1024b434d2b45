/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "trinh-xls-hidden-private.h"

static void
set_encrypted (TrinhWorkbook *workbook,
               GError **error)
{
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCRYPTED, _ ("“%s” opens with a password only. Open it in the program it comes from, save it without a password, and import that."), trinh_workbook_get_name (workbook));
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
      _trinh_workbook_set_damaged (workbook, _ ("a part of it is cut or damaged"), error);
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

  return TRUE;
}

static gboolean
read_sheets (TrinhWorkbook *workbook,
             const void *handle,
             GBytes *bytes,
             GError **error)
{
  g_autoptr (TrinhXlsHidden) hidden = NULL;
  unsigned int locked = FREEXL_UNKNOWN;
  unsigned int n = 0;

  if (freexl_get_info (handle, FREEXL_BIFF_PASSWORD, &locked) == FREEXL_OK && locked == FREEXL_BIFF_OBFUSCATED)
    {
      set_encrypted (workbook, error);
      return FALSE;
    }
  /* Some workbooks with charts are opened, and then say nothing of their sheets. */
  if (freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &n) != FREEXL_OK)
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("“%s” keeps its sheets in a way that cannot be read here. Open it in a spreadsheet program, save it as .xlsx and choose that file."), trinh_workbook_get_name (workbook));
      return FALSE;
    }

  hidden = _trinh_xls_hidden_new (bytes);
  for (guint i = 0; i < MIN (n, TRINH_WORKBOOK_MAX_SHEETS); i++)
    if (!_trinh_xls_hidden_has_sheet (hidden, i) && !read_sheet (workbook, handle, hidden, i, error))
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
           GBytes *bytes,
           GError **error)
{
  const void *handle = NULL;
  const int code = freexl_open (path, &handle);
  gboolean read = FALSE;

  if (code == FREEXL_OK)
    read = read_sheets (workbook, handle, bytes, error);
  else if (code == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
    g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_FOREIGN, _ ("“%s” is no spreadsheet. Choose a file of the kind .xlsx, .xls, .ods, .csv or .tsv; a table in a document can be copied and pasted."), trinh_workbook_get_name (workbook));
  else
    _trinh_workbook_set_damaged (workbook, _ ("a part of it is cut or damaged"), error);
  if (handle != NULL)
    freexl_close (handle);

  return read;
}

/* The library reads files by their path only: the bytes that were looked at are those that it gets. */
gboolean
_trinh_workbook_read_xls (TrinhWorkbook *workbook,
                          GBytes *bytes,
                          GError **error)
{
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int descriptor;
  gboolean read;

  if (is_wrapped (bytes))
    {
      set_encrypted (workbook, error);
      return FALSE;
    }

  descriptor = g_file_open_tmp ("trinhky-XXXXXX.xls", &path, error);
  if (descriptor < 0)
    return FALSE;
  close (descriptor);
  read = g_file_set_contents (path, data, (gssize) size, error) && read_path (workbook, path, bytes, error);
  g_unlink (path);

  return read;
}
