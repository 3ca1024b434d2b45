/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-import-rows-private.h"

char *
_trinh_import_dup_place (TrinhImportTable *table,
                         guint row,
                         guint column)
{
  g_autofree char *place = trinh_sheet_dup_place (row, column);
  const char *name = trinh_sheet_get_name (table->sheet);

  return name[0] != '\0' ? g_strdup_printf ("%s, %s", name, place) : g_steal_pointer (&place);
}

char *
_trinh_import_dup_row_title (TrinhForm *form,
                             TrinhFormRow *row,
                             TrinhFormColumn *column,
                             const char *key)
{
  const char *code = trinh_form_get_list (form) ? key : trinh_form_row_get_plain_code (row);
  g_autofree char *title = g_strstrip (g_strdup_printf ("%s %s", code, trinh_form_row_get_plain_label (row)));
  g_autofree char *head = NULL;

  if (column == NULL || g_list_model_get_n_items (trinh_form_get_columns (form)) == 1)
    return g_steal_pointer (&title);
  head = trinh_markup_strip (trinh_form_column_get_title (column));

  return g_strdup_printf ("%s · %s", title, head);
}

/* What the report shows there: entered, or computed. (nullable) */
static char *
dup_old_content (TrinhImportReader *self,
                 const char *address,
                 TrinhFormRow *row,
                 TrinhFormColumn *column)
{
  TrinhValue *value = trinh_report_get_value (trinh_evaluation_get_report (self->evaluation), address);
  g_autofree char *shown = NULL;
  TrinhImportReading reading = { 0 };
  char *content;

  if (trinh_value_get_text (value) != NULL)
    return g_strdup (trinh_value_get_text (value));

  shown = trinh_evaluation_dup_display (self->evaluation, address);
  if (shown == NULL || shown[0] == '\0')
    return NULL;
  _trinh_import_read_cell (&reading, row, column, TRINH_SHEET_TEXT, shown);
  content = g_steal_pointer (&reading.content);
  _trinh_import_reading_clear (&reading);

  return content;
}

void
_trinh_import_add_item (TrinhImportReader *self,
                        TrinhImportItem *item)
{
  g_ptr_array_add (self->items, item);
  if (item->address != NULL && !item->note)
    g_hash_table_insert (self->by_address, (gpointer) item->address, item);
}

/* The same cell twice in the tables, with another value: which one counts is for the person to say. */
static void
add_again (TrinhImportItem *item,
           const TrinhImportReading *reading,
           const char *place,
           const char *shown)
{
  g_autofree char *first = NULL;

  if (reading->content == NULL || item->content == NULL || item->status == TRINH_IMPORT_AMBIGUOUS || g_str_equal (item->content, reading->content))
    return;

  item->answers[0] = g_steal_pointer (&item->content);
  item->answers[1] = g_strdup (reading->content);
  item->answer_texts[0] = g_strdup (item->new_text);
  item->answer_texts[1] = g_strdup (shown);
  first = g_strdup_printf ("%s / %s", item->new_text, shown);
  g_set_str (&item->new_text, first);
  g_free (item->message);
  item->message = g_strdup_printf (_ ("The table has this row twice, with different values: at %s and at %s."), item->place, place);
  item->status = TRINH_IMPORT_AMBIGUOUS;
  item->question = "twice";
  item->take = FALSE;
}

/* What was answered the last time to the same doubt in a table with the same heads */
static void
answer_from_memory (TrinhImportReader *self,
                    TrinhImportItem *item)
{
  JsonObject *answers = self->answers;
  gint64 answer;

  if (answers == NULL || item->question == NULL)
    return;
  answer = json_object_get_int_member_with_default (answers, item->question, -1);
  if (answer == 0 || answer == 1)
    trinh_import_item_set_answer (item, (int) answer);
}

static void
fill_item (TrinhImportReader *self,
           TrinhImportItem *item,
           TrinhImportReading *reading,
           TrinhFormRow *row,
           TrinhFormColumn *column,
           const char *text)
{
  g_autofree char *shown = NULL;

  item->old_content = dup_old_content (self, item->address, row, column);
  item->old_text = _trinh_import_show (row, column, item->old_content);
  item->message = g_steal_pointer (&reading->message);
  item->question = reading->question;
  item->new_text = g_strdup (text);
  if (reading->content != NULL)
    {
      shown = _trinh_import_show (row, column, reading->content);
      _trinh_import_item_settle (item, reading->content, shown);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (item->answers) && reading->status == TRINH_IMPORT_AMBIGUOUS; i++)
    {
      item->answers[i] = g_strdup (reading->answers[i]);
      item->answer_texts[i] = _trinh_import_show (row, column, item->answers[i]);
    }
  answer_from_memory (self, item);
}

/* In a table of ours a percentage is written as it is printed, never as a part of one. */
static void
settle_share (TrinhImportReading *reading)
{
  if (reading->status != TRINH_IMPORT_AMBIGUOUS || g_strcmp0 (reading->question, "share") != 0)
    return;
  reading->status = TRINH_IMPORT_NEW;
  reading->content = g_steal_pointer (&reading->answers[1]);
  g_clear_pointer (&reading->answers[0], g_free);
  g_clear_pointer (&reading->message, g_free);
  reading->question = NULL;
}

void
_trinh_import_read_value (TrinhImportReader *self,
                          guint row,
                          guint column_at,
                          TrinhForm *form,
                          TrinhFormRow *form_row,
                          TrinhFormColumn *column,
                          const char *key)
{
  TrinhImportTable *table = self->table;
  const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
  const char *text = trinh_sheet_get_text (table->sheet, row, column_at);
  g_auto (TrinhImportReading) reading = { 0 };
  g_autofree char *place = _trinh_import_dup_place (table, row, column_at);
  TrinhImportItem *item = g_hash_table_lookup (self->by_address, address);

  _trinh_import_read_cell (&reading, form_row, column, trinh_sheet_get_kind (table->sheet, row, column_at), text);
  if (reading.status == TRINH_IMPORT_SAME)
    {
      _trinh_import_read_blank (self, row, column_at, form, form_row, column, key);
      return;
    }
  if (_trinh_import_table_is_own (table))
    settle_share (&reading);
  if (item != NULL && item->status == TRINH_IMPORT_EMPTIED)
    {
      /* It stands elsewhere. */
      g_ptr_array_remove (self->items, item);
      item = NULL;
    }
  if (item != NULL)
    {
      g_autofree char *shown = _trinh_import_show (form_row, column, reading.content);

      add_again (item, &reading, place, shown);
      return;
    }

  item = _trinh_import_item_new (reading.status, address);
  item->table = table;
  item->place = g_steal_pointer (&place);
  item->title = _trinh_import_dup_row_title (form, form_row, column, key);
  fill_item (self, item, &reading, form_row, column, text);
  _trinh_import_add_item (self, item);
}

static void
read_note (TrinhImportReader *self,
           guint row,
           guint column,
           TrinhForm *form,
           TrinhFormRow *form_row,
           const char *key)
{
  const char *address = trinh_address_build (trinh_form_get_id (form), key, NULL);
  g_autofree char *note = g_strstrip (trinh_language_normalize (trinh_sheet_get_text (self->table->sheet, row, column)));
  TrinhImportItem *item;

  if (trinh_form_row_get_kind (form_row) == TRINH_KIND_NONE)
    return;
  if (note[0] == '\0')
    {
      _trinh_import_read_blank (self, row, column, form, form_row, NULL, key);
      return;
    }

  item = _trinh_import_item_new (TRINH_IMPORT_NEW, address);
  item->note = TRUE;
  item->table = self->table;
  item->place = _trinh_import_dup_place (self->table, row, column);
  item->title = _trinh_import_dup_row_title (form, form_row, NULL, key);
  item->old_content = g_strdup (trinh_value_get_note (trinh_report_get_value (trinh_evaluation_get_report (self->evaluation), address)));
  item->old_text = g_strdup (item->old_content);
  _trinh_import_item_settle (item, note, note);
  _trinh_import_add_item (self, item);
}

static TrinhFormColumn *
find_column (TrinhForm *form,
             const char *role)
{
  TrinhFormColumn *column = trinh_form_find_column (form, role);

  return column == NULL && g_str_equal (role, "value") ? trinh_form_get_main_column (form) : column;
}

static gboolean
is_fixed_role (const char *role)
{
  static const char *const roles[] = { "", "form", "key", "code", "label", "unit", "note", NULL };

  return g_strv_contains (roles, role);
}

void
_trinh_import_read_row (TrinhImportReader *self,
                        guint row,
                        TrinhForm *form,
                        TrinhFormRow *form_row,
                        const char *key)
{
  TrinhImportTable *table = self->table;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *role = table->roles[column];
      TrinhFormColumn *wanted = is_fixed_role (role) ? NULL : find_column (form, role);

      if (wanted != NULL)
        _trinh_import_read_value (self, row, column, form, form_row, wanted, key);
      else if (g_str_equal (role, "note"))
        read_note (self, row, column, form, form_row, key);
    }
}

gboolean
_trinh_import_has_column (const TrinhImportTable *table)
{
  for (guint column = 0; column < table->n_columns; column++)
    if (!is_fixed_role (table->roles[column]))
      return TRUE;

  return FALSE;
}

gboolean
_trinh_import_has_values (const TrinhImportTable *table,
                          guint row)
{
  for (guint column = 0; column < table->n_columns; column++)
    if (!is_fixed_role (table->roles[column]) && trinh_sheet_get_kind (table->sheet, row, column) != TRINH_SHEET_EMPTY)
      return TRUE;

  return FALSE;
}

/* A value that has no row: shown with what the table says of it. */
void
_trinh_import_miss_row (TrinhImportReader *self,
                        guint row)
{
  TrinhImportTable *table = self->table;
  g_autofree char *title = g_strjoin (" ", _trinh_import_table_get (table, row, "code"), _trinh_import_table_get (table, row, "label"), NULL);

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *text = trinh_sheet_get_text (table->sheet, row, column);
      TrinhImportItem *item;

      if (is_fixed_role (table->roles[column]) || text[0] == '\0')
        continue;
      item = _trinh_import_item_new (TRINH_IMPORT_NOT_FOUND, NULL);
      item->table = table;
      item->place = _trinh_import_dup_place (table, row, column);
      item->title = g_strstrip (g_strdup (title));
      item->new_text = g_strdup (text);
      item->message = g_strdup (_ ("No row of the report’s forms has this code and this label."));
      _trinh_import_add_item (self, item);
    }
}
