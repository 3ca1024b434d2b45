/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-import-rows-private.h"

/* So many rows tell which form a table is of, and which column is what. */
#define ROWS_LOOKED_AT 500

/* The place of one row of the table, or -1 */
static int
match_row (TrinhImportReader *self,
           guint row,
           TrinhForm *form,
           int after)
{
  TrinhImportTable *table = self->table;
  const char *key = _trinh_import_table_get (table, row, "key");

  for (guint i = 0; key[0] != '\0' && form != NULL && i < self->places->len; i++)
    {
      const TrinhImportPlace *place = self->places->pdata[i];

      if (place->form == form && g_str_equal (trinh_form_row_get_key (place->row), key))
        return (int) i;
    }

  return _trinh_import_match (self->places, form, _trinh_import_table_get (table, row, "code"), _trinh_import_table_get (table, row, "label"), after);
}

static guint
count_matches (TrinhImportReader *self,
               TrinhForm *form)
{
  TrinhImportTable *table = self->table;
  int after = -1;
  guint n = 0;

  for (guint row = table->first; row < MIN (table->end, table->first + ROWS_LOOKED_AT); row++)
    {
      const int at = match_row (self, row, form, after);

      if (at < 0)
        continue;
      n++;
      after = at;
    }

  return n;
}

/* The form that has most of the rows; of two that have as many neither is guessed. */
static TrinhForm *
find_form_by_rows (TrinhImportReader *self)
{
  GListModel *forms = trinh_regime_get_forms (self->regime);
  TrinhForm *best = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      const guint n = trinh_form_get_list (form) ? 0 : count_matches (self, form);

      if (n == 0 || n < most)
        continue;
      best = n == most ? NULL : form;
      most = n;
    }

  return best;
}

/* A bare block: the column whose texts are the rows' codes, the one that has their labels, the only one with figures. */
static guint
count_in_column (TrinhImportReader *self,
                 guint column,
                 gboolean codes)
{
  guint n = 0;

  for (guint row = self->table->first; row < MIN (self->table->end, self->table->first + ROWS_LOOKED_AT); row++)
    {
      const char *text = trinh_sheet_get_text (self->table->sheet, row, column);

      n += text[0] != '\0' && _trinh_import_match (self->places, NULL, codes ? text : "", codes ? "" : text, -1) >= 0;
      if (codes && text[0] != '\0' && strchr (text, '.') != NULL)
        n += _trinh_import_match (self->places, NULL, text, "", -1) < 0;
    }

  return n;
}

static gboolean
holds_figures (TrinhImportTable *table,
               guint column)
{
  guint n = 0;

  for (guint row = table->first; row < table->end; row++)
    {
      const char *text = trinh_sheet_get_text (table->sheet, row, column);
      TrinhDecimal decimal;
      g_autoptr (GError) error = NULL;

      if (text[0] == '\0')
        continue;
      if (!trinh_decimal_parse (text, &decimal, &error) && !g_error_matches (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_AMBIGUOUS))
        return FALSE;
      n++;
    }

  return n > 0;
}

static void
guess_roles (TrinhImportReader *self)
{
  TrinhImportTable *table = self->table;
  int label = -1;
  int value = -1;
  guint most = 0;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const guint n = count_in_column (self, column, FALSE);

      if (n > most)
        {
          most = n;
          label = (int) column;
        }
    }
  if (label < 0)
    return;
  _trinh_import_table_set_role (table, (guint) label, "label");
  for (int column = 0; column < label; column++)
    if (count_in_column (self, (guint) column, TRUE) > 0)
      _trinh_import_table_set_role (table, (guint) column, "code");
  for (guint column = (guint) label + 1; column < table->n_columns; column++)
    if (holds_figures (table, column))
      value = value == -1 ? (int) column : -2;
  if (value >= 0)
    _trinh_import_table_set_role (table, (guint) value, "value");
}

/* "Biểu mẫu 2" between the rows: the next form begins. */
static TrinhForm *
find_switch (TrinhImportReader *self,
             guint row)
{
  TrinhImportTable *table = self->table;
  TrinhForm *form = NULL;

  if (_trinh_import_has_values (table, row) || _trinh_import_table_get (table, row, "form")[0] != '\0')
    return NULL;
  for (guint column = 0; form == NULL && column < table->n_columns; column++)
    form = _trinh_import_find_form (self->regime, trinh_sheet_get_text (table->sheet, row, column), FALSE);

  return form;
}

/* The columns of a list row that are filled, against those of a row the report has: -1 other, else how many are equal. */
static gboolean
is_list_row (TrinhImportReader *self,
             TrinhForm *form,
             const char *key,
             const char *role,
             const char *text)
{
  TrinhFormColumn *column = trinh_form_find_column (form, role);
  const char *address;
  g_autofree char *shown = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (column == NULL)
    column = trinh_form_get_main_column (form);
  address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
  shown = trinh_evaluation_dup_display (self->evaluation, address);
  a = _trinh_import_words (shown != NULL ? shown : "");
  b = _trinh_import_words (text);

  return b[0] != '\0' && g_str_equal (a, b);
}

/* The first column of the form that the table fills tells which row it is. */
static const char *
find_list_key (TrinhImportReader *self,
               guint row,
               TrinhForm *form)
{
  const char *const *keys = trinh_report_get_rows (trinh_evaluation_get_report (self->evaluation), trinh_form_get_id (form));
  const char *key = _trinh_import_table_get (self->table, row, "key");
  GListModel *columns = trinh_form_get_columns (form);

  if (keys == NULL)
    return NULL;
  if (key[0] != '\0')
    {
      for (guint i = 0; keys[i] != NULL; i++)
        if (g_str_equal (keys[i], key))
          return keys[i];
    }

  for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, c);
      const char *role = trinh_form_column_get_main (column) ? "value" : trinh_form_column_get_id (column);
      const char *text = _trinh_import_table_get (self->table, row, role);

      for (guint i = 0; text[0] != '\0' && keys[i] != NULL; i++)
        if (is_list_row (self, form, keys[i], role, text))
          return keys[i];
      if (text[0] != '\0')
        break;
    }

  return NULL;
}

static guint
count_rows (const char *const *keys)
{
  guint64 last = 0;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    last = MAX (last, g_ascii_strtoull (keys[i] + 1, NULL, 10));

  return (guint) last;
}

/* The line under the rows that adds them up is none of them. */
static gboolean
is_total (TrinhImportReader *self,
          guint row,
          TrinhForm *form)
{
  TrinhFormRow *total = trinh_form_get_total (form);
  TrinhImportTable *table = self->table;
  g_autofree char *words = NULL;

  if (total == NULL)
    return FALSE;
  if (g_str_equal (_trinh_import_table_get (table, row, "key"), trinh_form_row_get_key (total)))
    return TRUE;
  words = _trinh_import_words (trinh_form_row_get_plain_label (total));
  for (guint column = 0; column < table->n_columns; column++)
    {
      g_autofree char *text = _trinh_import_words (trinh_sheet_get_text (table->sheet, row, column));

      if (text[0] != '\0' && trinh_sheet_get_kind (table->sheet, row, column) == TRINH_SHEET_TEXT)
        return g_str_equal (text, words);
    }

  return FALSE;
}

static void
read_list_row (TrinhImportReader *self,
               guint row,
               TrinhForm *form)
{
  const char *key = find_list_key (self, row, form);
  g_autofree char *new_key = NULL;

  if (_trinh_import_table_is_own (self->table) && _trinh_import_table_get (self->table, row, "form")[0] != '\0')
    g_hash_table_insert (self->lists, form, self->table);
  if (key != NULL)
    g_hash_table_add (self->rows, (gpointer) trinh_address_build (trinh_form_get_id (form), key, NULL));
  if ((!_trinh_import_has_values (self->table, row) && key == NULL) || is_total (self, row, form))
    return;
  if (key == NULL)
    {
      const char *id = trinh_form_get_id (form);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->new_rows, id)) + 1;

      g_hash_table_insert (self->new_rows, (gpointer) id, GUINT_TO_POINTER (n));
      new_key = g_strdup_printf ("r%u", count_rows (trinh_report_get_rows (trinh_evaluation_get_report (self->evaluation), id)) + n);
      key = new_key;
    }
  _trinh_import_read_row (self, row, form, trinh_form_get_row (form, 0), key);
}

/* "2", "(2)" where a label should be: a line that numbers the columns */
static gboolean
is_numbering (TrinhImportReader *self,
              guint row)
{
  g_autofree char *words = _trinh_import_words (_trinh_import_table_get (self->table, row, "label"));
  g_autofree char *code = _trinh_import_dup_code (_trinh_import_table_get (self->table, row, "code"));

  return _trinh_import_table_find (self->table, "label") >= 0 && words[0] != '\0' && strlen (words) <= 2 && strlen (code) <= 2;
}

static TrinhForm *
find_row_form (TrinhImportReader *self,
               guint row,
               TrinhForm *current)
{
  const char *text = _trinh_import_table_get (self->table, row, "form");
  TrinhForm *form = text[0] != '\0' ? _trinh_import_find_form (self->regime, text, TRUE) : NULL;

  return form != NULL ? form : current;
}

static void
read_table_row (TrinhImportReader *self,
                guint row,
                TrinhForm *form,
                int *after)
{
  int at;
  const TrinhImportPlace *place;

  if (is_numbering (self, row))
    return;
  if (form != NULL && trinh_form_get_list (form))
    {
      self->table->n_found++;
      read_list_row (self, row, form);
      return;
    }

  at = match_row (self, row, form, *after);
  if (at < 0 && form != NULL && !self->table->chosen && _trinh_import_table_get (self->table, row, "form")[0] == '\0')
    at = match_row (self, row, NULL, -1);
  if (at < 0)
    {
      _trinh_import_miss_row (self, row);
      return;
    }
  place = self->places->pdata[at];
  *after = at;
  self->table->n_found++;
  _trinh_import_read_row (self, row, place->form, place->row, trinh_form_row_get_key (place->row));
}

static TrinhForm *
find_table_form (TrinhImportReader *self)
{
  TrinhImportTable *table = self->table;
  TrinhForm *form = table->form != NULL ? trinh_regime_find_form (self->regime, table->form) : NULL;

  if (form == NULL && _trinh_import_table_find (table, "form") < 0)
    form = find_form_by_rows (self);
  if (form != NULL)
    g_set_str (&table->form, trinh_form_get_id (form));

  return form;
}

void
_trinh_import_read_table (TrinhImportReader *self)
{
  TrinhImportTable *table = self->table;
  TrinhForm *form;
  int after = -1;

  table->n_found = 0;
  if (table->head == table->first && !table->chosen)
    guess_roles (self);
  if (!table->chosen && _trinh_import_table_find (table, "key") >= 0)
    _trinh_import_table_match_ids (table, self->regime);
  form = find_table_form (self);
  if (form != NULL)
    _trinh_import_table_match_columns (table, form);

  for (guint row = table->first; row < table->end; row++)
    {
      TrinhForm *next = find_switch (self, row);

      if (next != NULL && next != form)
        {
          form = next;
          after = -1;
          continue;
        }
      read_table_row (self, row, find_row_form (self, row, form), &after);
    }
}
