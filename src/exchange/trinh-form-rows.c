/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-form-maker-private.h"

static void
row_free (gpointer data)
{
  TrinhMadeRow *row = data;

  g_free (row->code);
  g_free (row->key);
  g_free (row->parent);
  g_free (row->label);
  g_free (row->unit);
  g_free (row->printed_unit);
  g_free (row);
}

/* One line; the signs of the markup are letters here. */
static char *
dup_line (const char *text)
{
  g_autofree char *normal = trinh_language_normalize (text);
  g_auto (GStrv) words = g_strsplit_set (normal, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  return trinh_markup_escape (line->str);
}

/* "nt", a ditto mark: the unit of the row above */
static gboolean
repeats_unit (const char *unit)
{
  static const char *const marks[] = { "nt", "như trên", "\"", "''", "”", "-\"-", "-nt-", NULL };
  g_autofree char *lower = g_utf8_strdown (unit, -1);

  return g_strv_contains (marks, lower);
}

static gboolean
is_key (const char *code)
{
  gboolean after_dot = TRUE;

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '.' ? after_dot : !g_unichar_isalnum (g_utf8_get_char (p)))
        return FALSE;
      after_dot = *p == '.';
    }

  return !after_dot && g_utf8_strlen (code, -1) <= 20;
}

static gboolean
has_key (GPtrArray *rows,
         const char *key)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((TrinhMadeRow *) rows->pdata[i])->key, key) == 0)
      return TRUE;

  return FALSE;
}

/* The parent's key and the next letter in Vietnamese order */
static char *
make_lettered_key (GPtrArray *rows,
                   const char *parent)
{
  for (guint n = 0;; n++)
    {
      g_autofree char *key = g_strconcat (parent, trinh_language_list_letter (n), NULL);

      if (!has_key (rows, key))
        return g_steal_pointer (&key);
    }
}

static gboolean
is_roman (const char *code)
{
  return code[0] != '\0' && (strspn (code, "IVX") == strlen (code) || (g_ascii_isupper (code[0]) && code[1] == '\0'));
}

/* The last row that stands above those without a code of their own */
static const char *
find_parent (GPtrArray *rows,
             gboolean roman)
{
  for (guint i = rows->len; i > 0; i--)
    {
      const TrinhMadeRow *row = rows->pdata[i - 1];

      if (row->code[0] != '\0' && (!roman || is_roman (row->key)))
        return row->key;
    }

  return NULL;
}

static char *
dup_plain_code (const char *code)
{
  g_autofree char *plain = g_strstrip (g_strdup (code));

  while (plain[0] != '\0' && strchr (".)", plain[strlen (plain) - 1]) != NULL)
    plain[strlen (plain) - 1] = '\0';

  return g_steal_pointer (&plain);
}

/* Codes may begin anew under every "I", "II": the key then names both. */
static void
make_key (TrinhMadeRow *row,
          GPtrArray *rows)
{
  g_autofree char *plain = dup_plain_code (row->code);
  const char *roman = find_parent (rows, TRUE);
  const char *parent = find_parent (rows, FALSE);
  const gboolean usable = is_key (plain);

  if (usable && !has_key (rows, plain))
    {
      row->key = g_strdup (plain);
      if (roman != NULL && !is_roman (plain) && strchr (plain, '.') == NULL)
        row->parent = g_strdup (roman);
    }
  else if (usable && roman != NULL)
    {
      g_autofree char *key = g_strdup_printf ("%s.%s", roman, plain);

      row->key = has_key (rows, key) ? make_lettered_key (rows, key) : g_steal_pointer (&key);
    }
  else
    row->key = make_lettered_key (rows, parent != NULL ? parent : "x");
}

static gboolean
refuse_date (const TrinhImportTable *table,
             guint row,
             GError **error)
{
  const int column = _trinh_import_table_find (table, "code");
  g_autofree char *place = NULL;

  if (column < 0 || trinh_sheet_get_kind (table->sheet, row, (guint) column) != TRINH_SHEET_DATE)
    return FALSE;

  place = trinh_sheet_dup_place (row, (guint) column);
  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_READ, _ ("The code at %s is a date (%s); the spreadsheet has made it of something like “1.4”. Format the column as text, write the code again, and import once more."), place, trinh_sheet_get_text (table->sheet, row, (guint) column));

  return TRUE;
}

/* A spreadsheet that takes the code for a number makes 1.1 of 1.10. */
static char *
dup_code (const TrinhImportTable *table,
          guint row,
          GPtrArray *rows)
{
  const int column = _trinh_import_table_find (table, "code");
  const char *code = column >= 0 ? trinh_sheet_get_text (table->sheet, row, (guint) column) : "";
  const TrinhMadeRow *above = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;
  const char *dot = strrchr (code, '.');

  if (column >= 0 && dot != NULL && g_str_equal (dot, ".1") && above != NULL && g_str_has_suffix (above->key, ".9") &&
      trinh_sheet_get_kind (table->sheet, row, (guint) column) != TRINH_SHEET_TEXT && has_key (rows, code))
    return g_strconcat (code, "0", NULL);

  return dup_line (code);
}

static gboolean
is_numbering (const char *label,
              const char *code)
{
  g_autofree char *words = _trinh_import_words (label);
  g_autofree char *plain = _trinh_import_dup_code (code);

  return strlen (words) <= 2 && strlen (plain) <= 2;
}

/* As markup; bold where the whole cell is */
static char *
dup_label (const TrinhImportTable *table,
           guint row)
{
  const int column = _trinh_import_table_find (table, "label");
  g_autofree char *line = dup_line (_trinh_import_table_get (table, row, "label"));

  if (column < 0 || !_trinh_sheet_get_bold (table->sheet, row, (guint) column))
    return g_steal_pointer (&line);

  return g_strconcat ("**", line, "**", NULL);
}

static gboolean
add_row (GPtrArray *rows,
         const TrinhImportTable *table,
         guint at,
         GError **error)
{
  const char *label = _trinh_import_table_get (table, at, "label");
  const TrinhMadeRow *above = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;
  TrinhMadeRow *row;

  if (label[0] == '\0' || is_numbering (label, _trinh_import_table_get (table, at, "code")))
    return TRUE;
  if (refuse_date (table, at, error))
    return FALSE;

  row = g_new0 (TrinhMadeRow, 1);
  row->label = dup_label (table, at);
  row->code = dup_code (table, at, rows);
  row->unit = dup_line (_trinh_import_table_get (table, at, "unit"));
  make_key (row, rows);
  if (above != NULL && repeats_unit (row->unit))
    {
      row->printed_unit = g_steal_pointer (&row->unit);
      row->unit = g_strdup (above->unit);
    }
  g_ptr_array_add (rows, row);

  return TRUE;
}

/* As the loader finds it: the longest key that this one begins with at a dot, or without its last letter */
static gboolean
is_child (const TrinhMadeRow *row,
          const TrinhMadeRow *parent)
{
  const gsize length = strlen (parent->key);

  if (row->parent != NULL)
    return g_str_equal (row->parent, parent->key);

  return g_str_has_prefix (row->key, parent->key) && row->key[length] != '\0' && (row->key[length] == '.' || !g_ascii_isdigit (row->key[length]));
}

/* "Người lập biểu" below the last row is no indicator: it has neither a code nor a unit. */
static void
drop_footer (GPtrArray *rows,
             const TrinhImportTable *table)
{
  if (_trinh_import_table_find (table, "code") < 0 || _trinh_import_table_find (table, "unit") < 0)
    return;

  while (rows->len > 0)
    {
      const TrinhMadeRow *last = rows->pdata[rows->len - 1];

      if (last->code[0] != '\0' || last->unit[0] != '\0')
        return;
      g_ptr_array_remove_index (rows, rows->len - 1);
    }
}

GPtrArray *
_trinh_form_maker_read_rows (const TrinhImportTable *table,
                             GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);

  for (guint at = table->first; at < table->end; at++)
    if (!add_row (rows, table, at, error))
      return NULL;

  drop_footer (rows, table);
  for (guint i = 0; i + 1 < rows->len; i++)
    ((TrinhMadeRow *) rows->pdata[i])->has_children = is_child (rows->pdata[i + 1], rows->pdata[i]);

  return g_steal_pointer (&rows);
}
