/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-form-maker-private.h"

typedef struct
{
  guint column;
  char *id;
} ValueColumn;

typedef struct
{
  const TrinhImportTable *table;
  GArray *columns; /* of ValueColumn */
  GString *text;
} Maker;

static void
value_column_clear (gpointer data)
{
  ValueColumn *column = data;

  g_free (column->id);
}

/* Braces would begin a placeholder. */
static char *
dup_text (const char *text)
{
  g_autofree char *escaped = trinh_markup_escape (text);
  g_auto (GStrv) words = g_strsplit_set (escaped, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  g_strdelimit (line->str, "{", '(');
  g_strdelimit (line->str, "}", ')');

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
append_string (GString *text,
               const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = trinh_json_to_line (node);

  g_string_append (text, quoted);
}

static void
append_member (Maker *self,
               const char *name,
               const char *value)
{
  g_autofree char *plain = dup_text (value);

  g_string_append_printf (self->text, "  \"%s\": ", name);
  append_string (self->text, plain);
  g_string_append (self->text, ",\n");
}

/* "Biểu mẫu 8", "Phụ lục II" */
static gboolean
is_label (const char *text)
{
  g_autofree char *words = _trinh_import_words (text);

  return (g_str_has_prefix (words, "bieu") || g_str_has_prefix (words, "phu luc") || g_str_has_prefix (words, "mau")) && g_utf8_strlen (text, -1) <= 40;
}

/* The lines above the heads: the nearest one with a label's words is the label, the nearest other one the title. */
static void
append_titles (Maker *self,
               const char *id)
{
  const TrinhImportTable *table = self->table;
  const char *name = trinh_sheet_get_name (table->sheet);
  const char *label = is_label (name) ? name : NULL;
  const char *title = NULL;

  for (guint row = table->head; row > 0; row--)
    for (guint column = 0; column < table->n_columns; column++)
      {
        const char *text = trinh_sheet_get_text (table->sheet, row - 1, column);

        if (text[0] == '\0')
          continue;
        if (is_label (text))
          label = text;
        else if (title == NULL)
          title = text;
      }

  append_member (self, "label", label != NULL ? label : id);
  append_member (self, "title", title != NULL ? title : name[0] != '\0' ? name
                                                                        : id);
}

static gboolean
is_taken (GArray *columns,
          const char *id)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, ValueColumn, i).id, id))
      return TRUE;

  return FALSE;
}

/* "Đã giải quyết" → "da-giai-quyet"; the fixed columns' names are not free. */
static char *
make_column_id (GArray *columns,
                const char *title)
{
  static const char *const reserved[] = { "code", "label", "unit", "note", "key", "form", "blank", NULL };
  g_autofree char *words = _trinh_import_words (title);
  g_autoptr (GString) id = g_string_new (NULL);
  g_autofree char *base = NULL;

  for (const char *p = words; *p != '\0' && id->len < 16; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (id, *p);
    else if (*p == ' ' && id->len > 0)
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (!g_ascii_islower (id->str[0]) || g_strv_contains (reserved, id->str))
    g_string_prepend (id, "c-");
  if (g_str_has_suffix (id->str, "-"))
    g_string_append_printf (id, "%u", columns->len + 1);

  base = g_strdup (id->str);
  for (guint n = 2; is_taken (columns, id->str); n++)
    g_string_printf (id, "%s-%u", base, n);

  return g_string_free_and_steal (g_steal_pointer (&id));
}

/* Every column with a head that is none of the fixed ones has values. */
static void
find_columns (Maker *self)
{
  const TrinhImportTable *table = self->table;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *role = table->roles[column];
      ValueColumn found = { column, NULL };

      if (table->leaves[column][0] == '\0' || (role[0] != '\0' && !g_str_equal (role, "value")))
        continue;
      found.id = make_column_id (self->columns, table->leaves[column]);
      g_array_append_val (self->columns, found);
    }
  if (self->columns->len == 1)
    g_set_str (&g_array_index (self->columns, ValueColumn, 0).id, "value");
}

static void
append_heads (Maker *self)
{
  static const char *const roles[] = { "code", "label", "unit", "note" };
  gboolean first = TRUE;

  g_string_append (self->text, "  \"heads\": { ");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const int column = _trinh_import_table_find (self->table, roles[i]);
      g_autofree char *head = column >= 0 ? dup_text (self->table->leaves[column]) : NULL;

      if (head == NULL || head[0] == '\0')
        continue;
      g_string_append_printf (self->text, "%s\"%s\": ", first ? "" : ", ", roles[i]);
      append_string (self->text, head);
      first = FALSE;
    }
  g_string_append (self->text, " },\n");
}

static void
append_columns (Maker *self)
{
  g_string_append (self->text, "  \"columns\": [ ");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ValueColumn *column = &g_array_index (self->columns, ValueColumn, i);
      g_autofree char *title = dup_text (self->table->leaves[column->column]);

      g_string_append_printf (self->text, "%s{ \"id\": \"%s\", \"title\": ", i > 0 ? ", " : "", column->id);
      append_string (self->text, title);
      g_string_append (self->text, i == 0 ? ", \"main\": true }" : " }");
    }
  /* A table without a column for values still has to take them. */
  if (self->columns->len == 0)
    g_string_append (self->text, "{ \"id\": \"value\", \"title\": \"Kết quả\", \"main\": true }");
  g_string_append (self->text, " ],\n");
}

static const char *
find_id (Maker *self,
         guint column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, ValueColumn, i).column == column)
      return g_array_index (self->columns, ValueColumn, i).id;

  return g_str_equal (self->table->roles[column], "unit") ? "unit" : NULL;
}

/* Neighbouring columns below one head in a row of heads above their own */
static void
append_groups_of_row (Maker *self,
                      guint row,
                      GString *groups)
{
  const TrinhImportTable *table = self->table;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *text = trinh_sheet_get_covering_text (table->sheet, row, column);
      guint end = column;
      g_autofree char *title = dup_text (text);

      while (end < table->n_columns && text[0] != '\0' && find_id (self, end) != NULL && !g_str_equal (text, table->leaves[end]) &&
             g_str_equal (trinh_sheet_get_covering_text (table->sheet, row, end), text))
        end++;
      if (end < column + 2)
        continue;
      g_string_append (groups, groups->len > 0 ? ", { \"title\": " : "{ \"title\": ");
      append_string (groups, title);
      g_string_append (groups, ", \"columns\": [");
      for (guint i = column; i < end; i++)
        g_string_append_printf (groups, "%s\"%s\"", i > column ? ", " : "", find_id (self, i));
      g_string_append (groups, "] }");
      column = end - 1;
    }
}

static void
append_groups (Maker *self)
{
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint row = self->table->head; row + 1 < self->table->first; row++)
    append_groups_of_row (self, row, groups);
  if (groups->len > 0)
    g_string_append_printf (self->text, "  \"groups\": [ %s ],\n", groups->str);
}

/* With spaces, as the shipped files are written */
static void
append_row_members (Maker *self,
                    JsonObject *row)
{
  g_autoptr (GList) names = json_object_get_members (row);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *value = trinh_json_to_line (json_object_get_member (row, name->data));

      g_string_append_printf (self->text, "%s\"%s\": %s", name == names ? "" : ", ", (const char *) name->data, value);
    }
}

static void
append_rows (Maker *self,
             GPtrArray *rows)
{
  const gboolean has_units = _trinh_import_table_find (self->table, "unit") >= 0;

  g_string_append (self->text, "  \"rows\": [\n");
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (JsonNode) node = _trinh_form_maker_describe_row (rows->pdata[i], has_units);

      g_string_append (self->text, "    { ");
      append_row_members (self, json_node_get_object (node));
      g_string_append (self->text, i + 1 < rows->len ? " },\n" : " }\n");
    }
  g_string_append (self->text, "  ]\n}\n");
}

static GBytes *
make (const TrinhImportTable *table,
      GPtrArray *rows,
      const char *id)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (ValueColumn));
  Maker self = { table, columns, g_string_new ("{\n  \"format\": \"trinhky-form/1\",\n") };

  g_array_set_clear_func (columns, value_column_clear);
  find_columns (&self);
  append_member (&self, "id", id);
  append_titles (&self, id);
  g_string_append_printf (self.text, "  \"orientation\": \"%s\",\n  \"printed\": true,\n  \"type\": \"fixed\",\n", columns->len > 3 ? "landscape" : "portrait");
  append_heads (&self);
  append_columns (&self);
  append_groups (&self);
  append_rows (&self, rows);

  return g_string_free_to_bytes (self.text);
}

static gboolean
check_id (const char *id,
          GError **error)
{
  if (id[0] != '\0' && id[0] != '-' && strlen (id) <= 20 && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id))
    return TRUE;

  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_NOTHING, _ ("“%s” is no id of a form. Use lower-case letters, digits and “-”, such as “bm8”."), id);

  return FALSE;
}

GBytes *
trinh_form_maker_make (TrinhWorkbook *workbook,
                       const char *id,
                       GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;

  g_return_val_if_fail (workbook != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!check_id (id, error))
    return NULL;

  tables = _trinh_import_find_tables (NULL, workbook);
  for (guint i = 0; i < tables->len; i++)
    {
      const TrinhImportTable *table = tables->pdata[i];
      g_autoptr (GPtrArray) rows = NULL;

      if (_trinh_import_table_find (table, "label") < 0)
        continue;
      rows = _trinh_form_maker_read_rows (table, error);
      if (rows == NULL)
        return NULL;
      if (rows->len > 0)
        return make (table, rows, id);
    }

  g_set_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_NOTHING, _ ("No table of indicators was found in “%s”. Its first line must name the columns, such as “STT”, “Chỉ tiêu”, “Đơn vị tính”, “Kết quả”, with the rows below."), trinh_workbook_get_name (workbook));

  return NULL;
}
