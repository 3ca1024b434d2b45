/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-rule.h"

G_DEFINE_FINAL_TYPE (TrinhForm, trinh_form, G_TYPE_OBJECT)

static void
group_free (gpointer data)
{
  TrinhFormGroup *group = data;

  g_free (group->title);
  g_strfreev (group->columns);
  g_free (group);
}

static void
trinh_form_finalize (GObject *object)
{
  TrinhForm *self = TRINH_FORM (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->title);
  g_hash_table_unref (self->heads);
  g_hash_table_unref (self->rows_by_key);
  g_ptr_array_unref (self->groups);
  g_clear_object (&self->total);
  g_object_unref (self->rows);
  g_object_unref (self->columns);
  g_object_unref (self->rules);

  G_OBJECT_CLASS (trinh_form_parent_class)->finalize (object);
}

static void
trinh_form_class_init (TrinhFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_form_finalize;
}

static void
trinh_form_init (TrinhForm *self)
{
  self->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_list_store_new (TRINH_TYPE_FORM_ROW);
  self->columns = g_list_store_new (TRINH_TYPE_FORM_COLUMN);
  self->rules = g_list_store_new (TRINH_TYPE_RULE);
}

/* Borrowed: the store keeps the item. */
static gpointer
borrow_item (GListStore *store,
             guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item;
}

const char *
trinh_form_get_id (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return self->id;
}

const char *
trinh_form_get_label (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return self->label;
}

const char *
trinh_form_get_title (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return self->title;
}

gboolean
trinh_form_get_landscape (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), FALSE);

  return self->landscape;
}

gboolean
trinh_form_get_printed (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), FALSE);

  return self->printed;
}

gboolean
trinh_form_get_list (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), FALSE);

  return self->list;
}

const char *
trinh_form_get_head (TrinhForm *self,
                     const char *column)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return g_hash_table_lookup (self->heads, column);
}

guint
trinh_form_get_n_groups (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), 0);

  return self->groups->len;
}

const TrinhFormGroup *
trinh_form_get_group (TrinhForm *self,
                      guint position)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (position < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, position);
}

GListModel *
trinh_form_get_rows (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return G_LIST_MODEL (self->rows);
}

guint
trinh_form_get_n_rows (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

TrinhFormRow *
trinh_form_get_row (TrinhForm *self,
                    guint position)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (position < trinh_form_get_n_rows (self), NULL);

  return borrow_item (self->rows, position);
}

TrinhFormRow *
trinh_form_get_total (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return self->total;
}

TrinhFormRow *
trinh_form_find_row (TrinhForm *self,
                     const char *key)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (self->list && trinh_address_is_list_key (key))
    return trinh_form_get_row (self, 0);
  if (self->total != NULL && g_str_equal (key, self->total->key))
    return self->total;
  return g_hash_table_lookup (self->rows_by_key, key);
}

GListModel *
trinh_form_get_columns (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return G_LIST_MODEL (self->columns);
}

TrinhFormColumn *
trinh_form_find_column (TrinhForm *self,
                        const char *id)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)); i++)
    {
      TrinhFormColumn *column = borrow_item (self->columns, i);

      if (g_str_equal (trinh_form_column_get_id (column), id))
        return column;
    }
  return NULL;
}

TrinhFormColumn *
trinh_form_get_main_column (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return self->main_column;
}

GListModel *
trinh_form_get_rules (TrinhForm *self)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);

  return G_LIST_MODEL (self->rules);
}

const char *
trinh_form_get_address (TrinhForm *self,
                        TrinhFormRow *row,
                        TrinhFormColumn *column)
{
  g_return_val_if_fail (TRINH_IS_FORM (self), NULL);
  g_return_val_if_fail (TRINH_IS_FORM_ROW (row), NULL);
  g_return_val_if_fail (column == NULL || TRINH_IS_FORM_COLUMN (column), NULL);

  if (column == NULL || trinh_form_column_get_main (column))
    return row->address;
  return trinh_address_build (self->id, row->key, trinh_form_column_get_id (column));
}

gboolean
trinh_form_find_fixed (TrinhForm *self,
                       const char *row,
                       const char *column,
                       const char **address)
{
  TrinhFormRow *found_row = trinh_form_find_row (self, row);
  TrinhFormColumn *found_column = column != NULL ? trinh_form_find_column (self, column) : self->main_column;

  if (found_row == NULL || found_row->kind == TRINH_KIND_NONE || found_column == NULL)
    return FALSE;
  if (self->list && (found_row != self->total || !trinh_form_adds_up (self, found_column)))
    return FALSE;
  *address = trinh_form_get_address (self, found_row, found_column);
  return TRUE;
}

gboolean
trinh_form_is_own (TrinhForm *self,
                   const char *name,
                   gboolean *known)
{
  g_autofree char *form = NULL;
  const char *column;

  if (!trinh_address_split_own (name, &form, &column) || !g_str_equal (form, self->id))
    return FALSE;
  *known = trinh_form_find_column (self, column) != NULL;
  return TRUE;
}

gboolean
trinh_form_adds_up (TrinhForm *self,
                    TrinhFormColumn *column)
{
  TrinhKind kind = trinh_form_column_get_kind (column);

  if (kind == TRINH_KIND_NONE)
    kind = self->total->kind;
  return kind == TRINH_KIND_COUNT || kind == TRINH_KIND_AMOUNT;
}

const char *
trinh_form_find_concept (TrinhForm *self,
                         const char *concept)
{
  for (guint i = 0; i < trinh_form_get_n_rows (self); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (self, i);

      if (g_strcmp0 (row->concept, concept) == 0)
        return row->address;
    }
  if (self->total != NULL && g_strcmp0 (self->total->concept, concept) == 0)
    return self->total->address;
  return NULL;
}
