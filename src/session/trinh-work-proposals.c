/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work-private.h"

gboolean
trinh_work_enter_estimate (TrinhWork *self,
                           const char *address,
                           gboolean estimate,
                           GError **error)
{
  TrinhValue *old;
  g_autofree char *code = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrinhValue) value = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  old = trinh_report_get_value (trinh_work_get_report (self), address);
  if (trinh_value_get_estimate (old) == estimate)
    return TRUE;
  if (estimate && trinh_value_get_text (old) == NULL)
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("A blank is no estimate. Enter the value first."));
      return FALSE;
    }

  code = trinh_work_dup_code (self, address);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (estimate ? _ ("estimate of %s") : _ ("end of the estimate of %s"), code);
  value = trinh_value_with_estimate (old, estimate);
  edit = trinh_edit_new_value (label, address, trinh_value_is_empty (value) ? NULL : value);

  return trinh_work_apply (self, edit, error);
}

static gboolean
is_of_form (TrinhWork *self,
            const char *address,
            TrinhForm *form)
{
  TrinhForm *own = NULL;

  return form == NULL ||
         (trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (self)), address, &own, NULL, NULL) && own == form);
}

/* Whoever said why a cell is blank has looked at it. */
static gboolean
is_open (TrinhWork *self,
         const char *address)
{
  TrinhValue *value = trinh_report_get_value (trinh_work_get_report (self), address);

  return trinh_value_get_text (value) == NULL && trinh_value_get_blank (value) == TRINH_BLANK_NO_REASON;
}

GPtrArray *
trinh_work_list_proposals (TrinhWork *self,
                           TrinhForm *form)
{
  GPtrArray *proposals;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (form == NULL || TRINH_IS_FORM (form), NULL);

  proposals = trinh_evaluation_list_proposals (trinh_work_get_evaluation (self), NULL);
  for (guint i = proposals->len; i > 0; i--)
    {
      const TrinhProposal *proposal = proposals->pdata[i - 1];

      if (!proposal->complete || !is_open (self, proposal->address) || !is_of_form (self, proposal->address, form))
        g_ptr_array_remove_index (proposals, i - 1);
    }

  return proposals;
}

/* A row that only the shorter periods have is made along with its values. */
static void
add_row_of (TrinhWork *self,
            TrinhEdit *edit,
            const char *address,
            GHashTable *lists)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_work_get_report (self));
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  TrinhForm *form = trinh_address_split (address, &id, &key, NULL) ? trinh_regime_find_form (regime, id) : NULL;
  GPtrArray *keys;

  if (form == NULL || !trinh_form_get_list (form))
    return;
  keys = g_hash_table_lookup (lists, form);
  if (keys == NULL)
    {
      keys = _trinh_work_list_keys (self, form);
      g_hash_table_insert (lists, form, keys);
    }
  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    return;
  g_ptr_array_add (keys, g_steal_pointer (&key));
  trinh_edit_set_rows (edit, id, (const char *const *) keys->pdata);
}

static guint
count_cells (TrinhEdit *edit)
{
  guint n = 0;

  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    n += trinh_edit_get_change (edit, i)->kind == TRINH_CHANGE_VALUE;

  return n;
}

guint
trinh_work_take_proposals (TrinhWork *self,
                           GPtrArray *proposals,
                           GError **error)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GHashTable) lists = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), 0);
  g_return_val_if_fail (proposals != NULL, 0);

  lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  edit = trinh_edit_new (_ ("figures of shorter periods"));
  for (guint i = 0; i < proposals->len; i++)
    {
      const TrinhProposal *proposal = proposals->pdata[i];
      TrinhValue *old = trinh_report_get_value (trinh_work_get_report (self), proposal->address);
      g_autoptr (TrinhValue) taken = trinh_value_with_text (old, proposal->text, TRINH_ORIGIN_IMPORTED);
      g_autoptr (TrinhValue) value = trinh_value_with_estimate (taken, proposal->estimate);

      add_row_of (self, edit, proposal->address, lists);
      trinh_edit_set_value (edit, proposal->address, value);
    }

  return trinh_edit_get_n_changes (edit) > 0 && trinh_work_apply (self, edit, error) ? count_cells (edit) : 0;
}
