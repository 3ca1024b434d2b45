/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-error.h"
#include "trinh-report-private.h"

static const char *
resolve_in_list (TrinhReport *self,
                 TrinhForm *form,
                 TrinhFormColumn *column,
                 const char *address,
                 GHashTable *rows,
                 GError **error)
{
  g_autofree char *key = NULL;
  char **keys = NULL;

  trinh_address_split (address, NULL, &key, NULL);
  if (rows != NULL)
    keys = g_hash_table_lookup (rows, trinh_form_get_id (form));
  if (keys == NULL)
    keys = g_hash_table_lookup (self->rows, trinh_form_get_id (form));
  if (key != NULL && keys != NULL && g_strv_contains ((const char *const *) keys, key))
    return trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The list “%s” has no row “%s”; add the row first."), trinh_form_get_label (form), key != NULL ? key : "");
  return NULL;
}

const char *
_trinh_report_resolve (TrinhReport *self,
                       const char *address,
                       GHashTable *rows,
                       GError **error)
{
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;

  if (!trinh_regime_find_cell (self->regime, address, &form, &row, &column))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no value “%s”."), trinh_regime_get_id (self->regime), address);
      return NULL;
    }
  if (trinh_form_get_list (form))
    return resolve_in_list (self, form, column, address, rows, error);
  return trinh_form_get_address (form, row, column);
}

TrinhValue *
_trinh_report_parse_value (TrinhKind kind,
                           JsonNode *node,
                           GError **error)
{
  g_autoptr (TrinhValue) value = trinh_value_from_json (node, error);
  TrinhDecimal decimal;

  if (value == NULL)
    return NULL;
  if (kind == TRINH_KIND_NONE && trinh_value_get_text (value) != NULL)
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("a heading takes no value; take it out"));
      return NULL;
    }
  if (!trinh_kind_is_number (kind))
    return g_steal_pointer (&value);
  if (trinh_value_get_text (value) != NULL && !trinh_decimal_parse_canonical (trinh_value_get_text (value), &decimal, error))
    return NULL;
  return g_steal_pointer (&value);
}

gboolean
_trinh_report_check_row_key (const char *key,
                             GError **error)
{
  if (trinh_address_is_list_key (key))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no key for a row of a list; keys are r1, r2 and so on."), key);
  return FALSE;
}

void
_trinh_report_put_value (TrinhReport *self,
                         const char *address,
                         TrinhValue *value)
{
  if (value == NULL || trinh_value_is_empty (value))
    g_hash_table_remove (self->values, address);
  else
    g_hash_table_insert (self->values, (gpointer) g_intern_string (address), trinh_value_ref (value));
}

void
_trinh_report_put_rows (TrinhReport *self,
                        const char *form,
                        char **keys)
{
  g_hash_table_insert (self->rows, g_strdup (form), keys);
}

guint
_trinh_report_find_section_position (TrinhReport *self,
                                     const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sections));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (g_str_equal (trinh_section_get_id (section), id))
        return i;
    }
  return G_MAXUINT;
}

TrinhValue *
trinh_report_get_value (TrinhReport *self,
                        const char *address)
{
  TrinhValue *value;
  const char *resolved;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  /* Nearly always the address is already written as the report writes it. */
  value = g_hash_table_lookup (self->values, address);
  if (value != NULL || g_hash_table_size (self->values) == 0)
    return value;
  resolved = _trinh_report_resolve (self, address, NULL, NULL);
  return resolved != NULL ? g_hash_table_lookup (self->values, resolved) : NULL;
}

gboolean
trinh_report_get_decimal (TrinhReport *self,
                          const char *address,
                          TrinhDecimal *decimal)
{
  return trinh_value_get_decimal (trinh_report_get_value (self, address), decimal);
}

const char *const *
trinh_report_get_rows (TrinhReport *self,
                       const char *form)
{
  static const char *const none[] = { NULL };
  char **keys;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  keys = g_hash_table_lookup (self->rows, form);
  return keys != NULL ? (const char *const *) keys : none;
}

GListModel *
trinh_report_get_sections (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return G_LIST_MODEL (self->sections);
}

TrinhSection *
trinh_report_find_section (TrinhReport *self,
                           const char *id)
{
  g_autoptr (TrinhSection) section = NULL;
  guint position;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  position = _trinh_report_find_section_position (self, id);
  if (position == G_MAXUINT)
    return NULL;
  /* The list keeps it alive. */
  section = g_list_model_get_item (G_LIST_MODEL (self->sections), position);
  return section;
}
