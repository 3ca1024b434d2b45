/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a table that this program wrote has no more, and the report still has */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-import-rows-private.h"

static TrinhReport *
get_report (TrinhImportReader *self)
{
  return trinh_evaluation_get_report (self->evaluation);
}

/* What somebody entered; what a formula gives goes with the figures that it is made of. (nullable) */
static const char *
get_entered (TrinhImportReader *self,
             const char *address)
{
  TrinhValue *value = trinh_report_get_value (get_report (self), address);

  if (trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED && trinh_evaluation_has_formula (self->evaluation, address))
    return NULL;

  return trinh_value_get_text (value);
}

static TrinhImportItem *
make_emptied (TrinhImportReader *self,
              const char *address,
              const char *message)
{
  TrinhImportItem *item = _trinh_import_item_new (TRINH_IMPORT_EMPTIED, address);

  item->table = self->table;
  item->message = g_strdup (message);
  item->content = g_strdup ("");

  return item;
}

static TrinhImportItem *
make_blank_value (TrinhImportReader *self,
                  const char *address,
                  const char *letters,
                  TrinhFormRow *form_row,
                  TrinhFormColumn *column)
{
  const char *entered = get_entered (self, address);
  TrinhImportItem *item;

  /* A text may be a dash, as what says nothing is elsewhere. */
  if (entered == NULL || g_str_equal (entered, letters) || g_hash_table_contains (self->by_address, address))
    return NULL;
  item = make_emptied (self, address, _ ("The table has nothing here."));
  item->old_content = g_strdup (entered);
  item->old_text = _trinh_import_show (form_row, column, entered);

  return item;
}

static TrinhImportItem *
make_blank_note (TrinhImportReader *self,
                 const char *address)
{
  const char *note = trinh_value_get_note (trinh_report_get_value (get_report (self), address));
  TrinhImportItem *item;

  if (note[0] == '\0')
    return NULL;
  item = make_emptied (self, address, _ ("The table has no note here."));
  item->note = TRUE;
  item->old_text = g_strdup (note);

  return item;
}

void
_trinh_import_read_blank (TrinhImportReader *self,
                          guint row,
                          guint column_at,
                          TrinhForm *form,
                          TrinhFormRow *form_row,
                          TrinhFormColumn *column,
                          const char *key)
{
  const gboolean other = column != NULL && !trinh_form_column_get_main (column);
  const char *address = trinh_address_build (trinh_form_get_id (form), key, other ? trinh_form_column_get_id (column) : NULL);
  TrinhImportItem *item;

  if (!_trinh_import_table_is_own (self->table))
    return;
  if (column != NULL)
    item = make_blank_value (self, address, trinh_sheet_get_text (self->table->sheet, row, column_at), form_row, column);
  else
    item = make_blank_note (self, address);
  if (item == NULL)
    return;
  item->place = _trinh_import_dup_place (self->table, row, column_at);
  item->title = _trinh_import_dup_row_title (form, form_row, column, key);
  _trinh_import_add_item (self, item);
}

/* What tells the row from others: the first of its cells with something in it */
static char *
dup_row_text (TrinhImportReader *self,
              TrinhForm *form,
              const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
      g_autofree char *shown = trinh_evaluation_dup_display (self->evaluation, address);

      if (shown[0] != '\0')
        return g_steal_pointer (&shown);
    }

  return g_strdup ("");
}

static void
read_gone_rows (TrinhImportReader *self,
                TrinhForm *form)
{
  const char *id = trinh_form_get_id (form);
  const char *const *keys = trinh_report_get_rows (get_report (self), id);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const char *address = trinh_address_build (id, keys[i], NULL);
      TrinhImportItem *item;

      if (g_hash_table_contains (self->rows, address))
        continue;
      item = make_emptied (self, address, _ ("The table does not have this row."));
      item->gone = TRUE;
      item->place = g_strdup (item->table->title);
      item->title = _trinh_import_dup_row_title (form, trinh_form_get_row (form, 0), NULL, keys[i]);
      item->old_text = dup_row_text (self, form, keys[i]);
      _trinh_import_add_item (self, item);
    }
}

void
_trinh_import_read_gone (TrinhImportReader *self)
{
  GListModel *forms = trinh_regime_get_forms (self->regime);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      self->table = g_hash_table_lookup (self->lists, form);
      if (self->table != NULL)
        read_gone_rows (self, form);
    }
}
