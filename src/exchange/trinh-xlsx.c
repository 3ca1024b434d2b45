/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "trinh-xml-private.h"

/* More than a workbook has */
#define MAX_PARTS 10000

typedef struct
{
  TrinhWorkbook *workbook;
  GHashTable *package;
  GHashTable *parts;  /* relation's id → path */
  GPtrArray *strings; /* of GRefString, shared */
  GArray *formats;    /* TrinhSheetKind of each cell format */
  gboolean since_1904;
} Reading;

/* A place like "C5"; %FALSE where it is none */
static gboolean
parse_place (const char *text,
             guint *row,
             guint *column,
             const char **end)
{
  guint64 number;
  char *rest;

  *column = 0;
  for (; g_ascii_isupper (*text) && *column < 100000; text++)
    *column = *column * 26 + (guint) (*text - 'A' + 1);
  number = g_ascii_strtoull (text, &rest, 10);
  if (*column == 0 || number == 0 || number > G_MAXINT || rest == text)
    return FALSE;
  *row = (guint) number - 1;
  (*column)--;
  if (end != NULL)
    *end = rest;

  return TRUE;
}

static gboolean
read_relations (xmlTextReader *reader,
                gpointer data,
                GError **error)
{
  Reading *reading = data;

  if (_trinh_xml_is (reader, "Relationship"))
    {
      g_autofree char *id = _trinh_xml_dup_attribute (reader, "Id");
      g_autofree char *target = _trinh_xml_dup_attribute (reader, "Target");

      if (id != NULL && target != NULL && g_hash_table_size (reading->parts) < MAX_PARTS)
        g_hash_table_insert (reading->parts, g_steal_pointer (&id), g_str_has_prefix (target, "/") ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
    }

  return TRUE;
}

/* "_x000D_" is a letter by its number; "_x005F_" keeps what only looks so. */
static char *
unescape (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      char *end = NULL;
      const guint64 letter = p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) ? g_ascii_strtoull (p + 2, &end, 16) : 0;

      if (letter != 0 && end == p + 6 && *end == '_' && g_unichar_validate ((gunichar) letter))
        {
          g_string_append_unichar (letters, (gunichar) letter);
          p = end + 1;
        }
      else
        g_string_append_c (letters, *p++);
    }

  return g_string_free_and_steal (letters);
}

/* A shared string; what is said of its pronunciation is no part of it. */
static gboolean
read_string (xmlTextReader *reader,
             gpointer data,
             GError **error)
{
  Reading *reading = data;

  if (_trinh_xml_is (reader, "si"))
    {
      g_autofree char *text = _trinh_xml_dup_texts (reader, "t", "rPh", "", NULL);
      g_autofree char *letters = unescape (text);

      if (reading->strings->len >= TRINH_WORKBOOK_MAX_CELLS)
        {
          _trinh_package_set_too_large (trinh_workbook_get_name (reading->workbook), error);
          return FALSE;
        }
      g_ptr_array_add (reading->strings, g_ref_string_new (letters));
    }

  return TRUE;
}

typedef struct
{
  GHashTable *codes; /* number → kind */
  GArray *formats;
  gboolean in_cells;
} Styles;

static gboolean
read_style (xmlTextReader *reader,
            gpointer data,
            GError **error)
{
  Styles *styles = data;
  const guint id = _trinh_xml_get_number (reader, "numFmtId", 0);

  if (_trinh_xml_is (reader, "cellXfs"))
    styles->in_cells = TRUE;
  else if (_trinh_xml_is (reader, "cellStyles") || _trinh_xml_is (reader, "dxfs"))
    styles->in_cells = FALSE;
  else if (_trinh_xml_is (reader, "numFmt"))
    {
      g_autofree char *code = _trinh_xml_dup_attribute (reader, "formatCode");

      g_hash_table_insert (styles->codes, GUINT_TO_POINTER (id), GUINT_TO_POINTER (_trinh_sheet_kind_from_code (code != NULL ? code : "")));
    }
  else if (styles->in_cells && _trinh_xml_is (reader, "xf"))
    {
      gpointer known;
      TrinhSheetKind kind = _trinh_sheet_kind_from_format (id);

      if (g_hash_table_lookup_extended (styles->codes, GUINT_TO_POINTER (id), NULL, &known))
        kind = GPOINTER_TO_UINT (known);
      g_array_append_val (styles->formats, kind);
    }

  return TRUE;
}

typedef struct
{
  Reading *reading;
  TrinhSheet *sheet;
  guint row;
  guint column;
  gboolean row_hidden;
  gboolean columns_hidden[TRINH_SHEET_MAX_COLUMNS];
} SheetReading;

static gboolean
set_number (SheetReading *self,
            guint style,
            const char *digits,
            GError **error)
{
  GArray *formats = self->reading->formats;
  TrinhSheetKind kind = style < formats->len ? g_array_index (formats, TrinhSheetKind, style) : TRINH_SHEET_NUMBER;
  g_autofree char *text = NULL;

  if (kind == TRINH_SHEET_DATE)
    text = _trinh_date_from_serial (digits, self->reading->since_1904);
  if (text == NULL)
    text = _trinh_number_from_digits (digits, kind == TRINH_SHEET_PERCENT ? 2 : 0);

  /* What is too large for any value stays readable, to be refused with its reason. */
  return _trinh_sheet_set (self->sheet, self->row, self->column, text != NULL ? kind : TRINH_SHEET_TEXT, text != NULL ? text : digits, error);
}

static gboolean
set_cell (SheetReading *self,
          const char *type,
          guint style,
          const char *value,
          GError **error)
{
  GPtrArray *strings = self->reading->strings;
  g_autofree char *letters = NULL;

  if (g_str_equal (type, "s"))
    {
      const guint64 position = g_ascii_strtoull (value, NULL, 10);

      return position >= strings->len || _trinh_sheet_share (self->sheet, self->row, self->column, TRINH_SHEET_TEXT, strings->pdata[position], error);
    }
  if (g_str_equal (type, "b"))
    return _trinh_sheet_set (self->sheet, self->row, self->column, TRINH_SHEET_NUMBER, value, error);
  if (g_str_equal (type, "n") && value[0] != '\0')
    return set_number (self, style, value, error);
  if (g_str_equal (type, "d"))
    {
      g_autofree char *date = g_strndup (value, 10);

      return _trinh_sheet_set (self->sheet, self->row, self->column, TRINH_SHEET_DATE, date, error);
    }

  letters = unescape (value);

  return _trinh_sheet_set (self->sheet, self->row, self->column, TRINH_SHEET_TEXT, letters, error);
}

static gboolean
read_cell (xmlTextReader *reader,
           SheetReading *self,
           GError **error)
{
  g_autofree char *place = _trinh_xml_dup_attribute (reader, "r");
  g_autofree char *type = _trinh_xml_dup_attribute (reader, "t");
  const guint style = _trinh_xml_get_number (reader, "s", 0);
  const gboolean in_line = g_strcmp0 (type, "inlineStr") == 0;
  gboolean formula = FALSE;
  g_autofree char *value = in_line ? _trinh_xml_dup_texts (reader, "t", "rPh", "", NULL) : _trinh_xml_dup_texts (reader, "v", "f", "", &formula);

  /* Without a place it stands behind the one before. */
  if (place == NULL || !parse_place (place, &self->row, &self->column, NULL))
    self->column++;
  /* Only what the person sees comes in. */
  if (self->row_hidden || (self->column < TRINH_SHEET_MAX_COLUMNS && self->columns_hidden[self->column]))
    return TRUE;
  /* A result that is a text may be an empty one. */
  if (formula && value[0] == '\0' && g_strcmp0 (type, "str") != 0)
    return _trinh_sheet_set (self->sheet, self->row, self->column, TRINH_SHEET_FORMULA, "=", error);

  return set_cell (self, type != NULL ? type : "n", style, value, error);
}

static void
read_merge (xmlTextReader *reader,
            SheetReading *self)
{
  g_autofree char *range = _trinh_xml_dup_attribute (reader, "ref");
  guint row, column, last_row, last_column;
  const char *rest;

  if (range != NULL && parse_place (range, &row, &column, &rest) && *rest == ':' &&
      parse_place (rest + 1, &last_row, &last_column, NULL) && last_row >= row && last_column >= column)
    _trinh_sheet_merge (self->sheet, row, column, last_row - row + 1, last_column - column + 1);
}

static gboolean
is_hidden (xmlTextReader *reader)
{
  g_autofree char *hidden = _trinh_xml_dup_attribute (reader, "hidden");

  return g_strcmp0 (hidden, "1") == 0 || g_strcmp0 (hidden, "true") == 0;
}

static void
read_columns (xmlTextReader *reader,
              SheetReading *self)
{
  const guint first = _trinh_xml_get_number (reader, "min", 1);
  const guint last = _trinh_xml_get_number (reader, "max", 1);

  for (guint column = MAX (first, 1) - 1; is_hidden (reader) && column < MIN (last, TRINH_SHEET_MAX_COLUMNS); column++)
    self->columns_hidden[column] = TRUE;
}

static gboolean
read_sheet_part (xmlTextReader *reader,
                 gpointer data,
                 GError **error)
{
  SheetReading *self = data;

  if (_trinh_xml_is (reader, "row"))
    {
      self->row = _trinh_xml_get_number (reader, "r", self->row + 2) - 1;
      self->column = G_MAXUINT;
      self->row_hidden = is_hidden (reader);
    }
  else if (_trinh_xml_is (reader, "col"))
    read_columns (reader, self);
  else if (_trinh_xml_is (reader, "c"))
    return read_cell (reader, self, error);
  else if (_trinh_xml_is (reader, "mergeCell"))
    read_merge (reader, self);

  return TRUE;
}

static gboolean
read_sheet (xmlTextReader *reader,
            Reading *reading,
            GError **error)
{
  g_autofree char *name = _trinh_xml_dup_attribute (reader, "name");
  g_autofree char *state = _trinh_xml_dup_attribute (reader, "state");
  g_autofree char *id = _trinh_xml_dup_relation (reader);
  const char *path = id != NULL ? g_hash_table_lookup (reading->parts, id) : NULL;
  GBytes *part = path != NULL ? g_hash_table_lookup (reading->package, path) : NULL;
  SheetReading sheet = { .reading = reading, .row = G_MAXUINT, .column = G_MAXUINT };

  if (g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0)
    return TRUE;
  /* A sheet that is a chart has no part among the worksheets. */
  if (part == NULL || trinh_workbook_get_n_sheets (reading->workbook) >= TRINH_WORKBOOK_MAX_SHEETS)
    return TRUE;

  sheet.sheet = _trinh_workbook_add_sheet (reading->workbook, name != NULL ? name : "");

  return _trinh_xml_read (reading->workbook, part, read_sheet_part, &sheet, error);
}

static gboolean
read_workbook (xmlTextReader *reader,
               gpointer data,
               GError **error)
{
  Reading *reading = data;

  if (_trinh_xml_is (reader, "workbookPr"))
    {
      g_autofree char *since_1904 = _trinh_xml_dup_attribute (reader, "date1904");

      reading->since_1904 = g_strcmp0 (since_1904, "1") == 0 || g_strcmp0 (since_1904, "true") == 0;
    }
  if (_trinh_xml_is (reader, "sheet"))
    return read_sheet (reader, reading, error);

  return TRUE;
}

static gboolean
read_part (Reading *reading,
           const char *path,
           TrinhXmlFunc func,
           gpointer data,
           GError **error)
{
  GBytes *part = g_hash_table_lookup (reading->package, path);

  return part == NULL || _trinh_xml_read (reading->workbook, part, func, data, error);
}

gboolean
_trinh_workbook_read_xlsx (TrinhWorkbook *workbook,
                           GHashTable *package,
                           GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GArray) formats = g_array_new (FALSE, FALSE, sizeof (TrinhSheetKind));
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  Reading reading = { workbook, package, parts, strings, formats, FALSE };
  Styles styles = { codes, formats, FALSE };

  return read_part (&reading, "xl/_rels/workbook.xml.rels", read_relations, &reading, error) &&
         read_part (&reading, "xl/sharedStrings.xml", read_string, &reading, error) &&
         read_part (&reading, "xl/styles.xml", read_style, &styles, error) &&
         read_part (&reading, "xl/workbook.xml", read_workbook, &reading, error);
}
