/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-xml-private.h"

typedef struct
{
  TrinhWorkbook *workbook;
  TrinhSheet *sheet;  /* (nullable): before the first table, and in one that is hidden */
  GHashTable *hidden; /* names of table styles that are not displayed */
  char *style;
  guint row;
  guint n_rows; /* this row stands so many times */
  guint column;
  gboolean row_hidden;
  guint n_columns; /* columns the table has said something of so far */
  gboolean columns_hidden[TRINH_SHEET_MAX_COLUMNS];
} Reading;

static gboolean
is_column_hidden (Reading *self,
                  guint column)
{
  return column < TRINH_SHEET_MAX_COLUMNS && self->columns_hidden[column];
}

/* An empty row is often repeated to the sheet's end; a full one never more than the workbook may hold. */
static gboolean
set_repeated (Reading *self,
              guint n_columns,
              TrinhSheetKind kind,
              const char *text,
              GError **error)
{
  GRefString *shared;
  gboolean set = TRUE;

  if (text[0] == '\0')
    return TRUE;

  shared = g_ref_string_new (text);
  for (guint column = 0; set && column < n_columns; column++)
    for (guint row = 0; set && row < self->n_rows && !is_column_hidden (self, self->column + column); row++)
      set = _trinh_sheet_share (self->sheet, self->row + row, self->column + column, kind, shared, error);
  g_ref_string_release (shared);

  return set;
}

static TrinhSheetKind
read_content (xmlTextReader *reader,
              char **text)
{
  g_autofree char *type = _trinh_xml_dup_attribute (reader, "value-type");
  g_autofree char *value = _trinh_xml_dup_attribute (reader, "value");
  g_autofree char *date = _trinh_xml_dup_attribute (reader, "date-value");
  g_autofree char *boolean = _trinh_xml_dup_attribute (reader, "boolean-value");
  g_autofree char *formula = _trinh_xml_dup_attribute (reader, "formula");
  const gboolean percent = g_strcmp0 (type, "percentage") == 0;
  /* A result that is an empty text has its paragraph, for all that LibreOffice may leave out its type. */
  const gboolean computed = type != NULL || !xmlTextReaderIsEmptyElement (reader);
  g_autofree char *shown = _trinh_xml_dup_texts (reader, "p", "annotation", "\n", NULL);

  *text = NULL;
  if (g_strcmp0 (type, "date") == 0 && date != NULL)
    {
      *text = g_strndup (date, 10);
      return TRINH_SHEET_DATE;
    }
  if (boolean != NULL)
    *text = g_strdup (g_str_equal (boolean, "true") ? "1" : "0");
  else if (value != NULL && g_strcmp0 (type, "string") != 0)
    *text = _trinh_number_from_digits (value, percent ? 2 : 0);
  if (*text != NULL)
    return percent ? TRINH_SHEET_PERCENT : TRINH_SHEET_NUMBER;
  if (formula != NULL && !computed && shown[0] == '\0')
    {
      *text = g_strdup ("=");
      return TRINH_SHEET_FORMULA;
    }

  *text = g_steal_pointer (&shown);

  return TRINH_SHEET_TEXT;
}

static gboolean
read_cell (xmlTextReader *reader,
           Reading *self,
           GError **error)
{
  const guint repeated = MAX (1, _trinh_xml_get_number (reader, "number-columns-repeated", 1));
  const guint n_rows = _trinh_xml_get_number (reader, "number-rows-spanned", 1);
  const guint n_columns = _trinh_xml_get_number (reader, "number-columns-spanned", 1);
  g_autofree char *text = NULL;
  TrinhSheetKind kind = read_content (reader, &text);

  if (n_rows > 1 || n_columns > 1)
    _trinh_sheet_merge (self->sheet, self->row, self->column, n_rows, n_columns);
  /* Only what the person sees comes in. */
  if (!self->row_hidden && !set_repeated (self, repeated, kind, text, error))
    return FALSE;
  self->column += repeated;

  return TRUE;
}

static void
begin_table (xmlTextReader *reader,
             Reading *self)
{
  g_autofree char *name = _trinh_xml_dup_attribute (reader, "name");
  g_autofree char *style = _trinh_xml_dup_attribute (reader, "style-name");
  const gboolean hidden = style != NULL && g_hash_table_contains (self->hidden, style);

  self->sheet = hidden || trinh_workbook_get_n_sheets (self->workbook) >= TRINH_WORKBOOK_MAX_SHEETS
                  ? NULL
                  : _trinh_workbook_add_sheet (self->workbook, name != NULL ? name : "");
  self->row = 0;
  self->n_rows = 0;
  self->n_columns = 0;
  memset (self->columns_hidden, 0, sizeof self->columns_hidden);
}

static void
read_style (xmlTextReader *reader,
            Reading *self)
{
  g_autofree char *display = _trinh_xml_dup_attribute (reader, "display");

  if (_trinh_xml_is (reader, "style"))
    {
      g_free (self->style);
      self->style = _trinh_xml_dup_attribute (reader, "name");
    }
  else if (self->style != NULL && g_strcmp0 (display, "false") == 0)
    g_hash_table_add (self->hidden, g_strdup (self->style));
}

static gboolean
is_hidden (xmlTextReader *reader)
{
  g_autofree char *visibility = _trinh_xml_dup_attribute (reader, "visibility");

  return g_strcmp0 (visibility, "collapse") == 0 || g_strcmp0 (visibility, "filter") == 0;
}

static void
read_columns (xmlTextReader *reader,
              Reading *self)
{
  const guint repeated = MAX (1, _trinh_xml_get_number (reader, "number-columns-repeated", 1));
  const gboolean hidden = is_hidden (reader);

  for (guint i = 0; i < repeated && self->n_columns < TRINH_SHEET_MAX_COLUMNS; i++)
    self->columns_hidden[self->n_columns++] = hidden;
}

static gboolean
read_element (xmlTextReader *reader,
              gpointer data,
              GError **error)
{
  Reading *self = data;

  if (_trinh_xml_is (reader, "style") || _trinh_xml_is (reader, "table-properties"))
    read_style (reader, self);
  else if (_trinh_xml_is (reader, "table"))
    begin_table (reader, self);
  else if (self->sheet == NULL)
    return TRUE;
  else if (_trinh_xml_is (reader, "table-column"))
    read_columns (reader, self);
  else if (_trinh_xml_is (reader, "table-row"))
    {
      self->row += self->n_rows;
      self->n_rows = MAX (1, _trinh_xml_get_number (reader, "number-rows-repeated", 1));
      self->column = 0;
      self->row_hidden = is_hidden (reader);
    }
  else if (_trinh_xml_is (reader, "table-cell"))
    return read_cell (reader, self, error);
  else if (_trinh_xml_is (reader, "covered-table-cell"))
    self->column += MAX (1, _trinh_xml_get_number (reader, "number-columns-repeated", 1));

  return TRUE;
}

static gboolean
find_encryption (xmlTextReader *reader,
                 gpointer data,
                 GError **error)
{
  gboolean *encrypted = data;

  *encrypted = *encrypted || _trinh_xml_is (reader, "encryption-data");

  return TRUE;
}

gboolean
_trinh_workbook_read_ods (TrinhWorkbook *workbook,
                          GHashTable *package,
                          GError **error)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GBytes *manifest = g_hash_table_lookup (package, "META-INF/manifest.xml");
  Reading reading = { .workbook = workbook, .hidden = hidden };
  gboolean encrypted = FALSE;
  gboolean read;

  if (manifest != NULL && !_trinh_xml_read (workbook, manifest, find_encryption, &encrypted, error))
    return FALSE;
  if (encrypted)
    {
      g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCRYPTED, _ ("“%s” opens with a password only. Open it in the program it comes from, save it without a password, and import that."), trinh_workbook_get_name (workbook));
      return FALSE;
    }

  read = _trinh_xml_read (workbook, g_hash_table_lookup (package, "content.xml"), read_element, &reading, error);
  g_free (reading.style);

  return read;
}
