/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-form-private.h"
#include "trinh-regime-private.h"

static void
add_slot (TrinhRegime *self,
          const char *address)
{
  g_ptr_array_add (self->slot_addresses, (gpointer) address);
  g_hash_table_insert (self->slots, (gpointer) address, GUINT_TO_POINTER (self->slot_addresses->len));
}

/* @row: one that is printed as it stands, or the totals under a list */
static void
add_row (TrinhRegime *self,
         TrinhForm *form,
         TrinhFormRow *row)
{
  guint n_columns = g_list_model_get_n_items (trinh_form_get_columns (form));

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (trinh_form_get_columns (form), i);

      if (row != form->total || trinh_form_adds_up (form, column))
        add_slot (self, trinh_form_get_address (form, row, column));
    }
}

static void
add_concept (TrinhRegime *self,
             TrinhFormRow *row,
             TrinhLoader *loader,
             JsonNode *node)
{
  const char *taken = g_hash_table_lookup (self->concepts, row->concept);

  if (taken == NULL)
    g_hash_table_insert (self->concepts, (gpointer) g_intern_string (row->concept), (gpointer) row->address);
  else
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the concept “%s” stands for two rows: %s and %s; a concept is one row of a regime"), row->concept, taken, row->address);
}

void
trinh_regime_add_cells (TrinhRegime *self,
                        TrinhForm *form,
                        TrinhLoader *loader,
                        JsonNode *node)
{
  for (guint i = 0; !form->list && i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      if (row->kind != TRINH_KIND_NONE)
        add_row (self, form, row);
      if (row->concept != NULL)
        add_concept (self, row, loader, node);
    }
  if (form->total == NULL)
    return;
  add_row (self, form, form->total);
  if (form->total->concept != NULL)
    add_concept (self, form->total, loader, node);
}

/* A column of every row: which cell it is, only the row tells that a rule is checked for. */
static gboolean
is_own (TrinhRegime *self,
        const char *name)
{
  g_autofree char *id = NULL;
  TrinhForm *form;
  const char *column;

  if (!trinh_address_split_own (name, &id, &column))
    return FALSE;
  form = trinh_regime_find_form (self, id);
  return form != NULL && trinh_form_find_column (form, column) != NULL;
}

gboolean
trinh_regime_bind_name (const char *name,
                        const char **address,
                        guint *slot,
                        gpointer user_data)
{
  TrinhRegime *self = user_data;
  const char *known = trinh_regime_find_concept (self, name);

  *slot = G_MAXUINT;
  if (is_own (self, name))
    return TRUE;
  if (!trinh_regime_find_slot (self, known != NULL ? known : name, slot))
    return FALSE;
  *address = trinh_regime_get_slot_address (self, *slot);
  return TRUE;
}

guint
trinh_regime_get_n_slots (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), 0);

  return self->slot_addresses->len;
}

gboolean
trinh_regime_find_slot (TrinhRegime *self,
                        const char *address,
                        guint *slot)
{
  TrinhForm *form;
  TrinhFormRow *row;
  TrinhFormColumn *column;
  guint found;

  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, address));
  /* The main column may be named all the same. */
  if (found == 0 && trinh_regime_find_cell (self, address, &form, &row, &column))
    found = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, trinh_form_get_address (form, row, column)));
  if (found == 0)
    return FALSE;
  if (slot != NULL)
    *slot = found - 1;
  return TRUE;
}

const char *
trinh_regime_get_slot_address (TrinhRegime *self,
                               guint slot)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);
  g_return_val_if_fail (slot < self->slot_addresses->len, NULL);

  return g_ptr_array_index (self->slot_addresses, slot);
}

const char *
trinh_regime_find_concept (TrinhRegime *self,
                           const char *concept)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  return g_hash_table_lookup (self->concepts, concept);
}

gboolean
trinh_regime_find_cell (TrinhRegime *self,
                        const char *address,
                        TrinhForm **form,
                        TrinhFormRow **row,
                        TrinhFormColumn **column)
{
  g_autofree char *form_id = NULL;
  g_autofree char *key = NULL;
  g_autofree char *column_id = NULL;
  const char *concept;
  TrinhForm *found_form;
  TrinhFormRow *found_row;
  TrinhFormColumn *found_column;

  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  concept = trinh_regime_find_concept (self, address);
  if (!trinh_address_split (concept != NULL ? concept : address, &form_id, &key, &column_id))
    return FALSE;
  found_form = trinh_regime_find_form (self, form_id);
  found_row = found_form != NULL ? trinh_form_find_row (found_form, key) : NULL;
  if (found_row == NULL)
    return FALSE;
  found_column = column_id != NULL ? trinh_form_find_column (found_form, column_id) : trinh_form_get_main_column (found_form);
  if (found_column == NULL)
    return FALSE;

  if (form != NULL)
    *form = found_form;
  if (row != NULL)
    *row = found_row;
  if (column != NULL)
    *column = found_column;
  return TRUE;
}
