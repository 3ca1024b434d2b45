/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work-private.h"

GPtrArray *
_trinh_work_list_keys (TrinhWork *self,
                       TrinhForm *form)
{
  GPtrArray *keys = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *const *rows = trinh_report_get_rows (trinh_work_get_report (self), trinh_form_get_id (form));

  if (trinh_form_get_list (form))
    for (guint i = 0; rows[i] != NULL; i++)
      g_ptr_array_add (keys, g_strdup (rows[i]));
  else
    for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
      g_ptr_array_add (keys, g_strdup (trinh_form_row_get_key (trinh_form_get_row (form, i))));

  return keys;
}

/* Above all that stand there, so that a row that went and comes back keeps its own. */
char *
_trinh_work_make_key (GPtrArray *keys)
{
  guint64 last = 0;

  for (guint i = 0; i < keys->len; i++)
    last = MAX (last, g_ascii_strtoull ((const char *) keys->pdata[i] + 1, NULL, 10));

  return g_strdup_printf ("r%" G_GUINT64_FORMAT, last + 1);
}

static gboolean
apply_keys (TrinhWork *self,
            TrinhForm *form,
            const char *label,
            GPtrArray *keys,
            GError **error)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new (label);

  trinh_edit_set_rows (edit, trinh_form_get_id (form), (const char *const *) keys->pdata);

  return trinh_work_apply (self, edit, error);
}

static gboolean
find_key (GPtrArray *keys,
          TrinhForm *form,
          const char *key,
          guint *position,
          GError **error)
{
  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, position))
    return TRUE;

  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The list “%s” has no row “%s”."), trinh_form_get_label (form), key);

  return FALSE;
}

gboolean
trinh_work_add_row (TrinhWork *self,
                    TrinhForm *form,
                    guint position,
                    char **key,
                    GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (TRINH_IS_FORM (form) && trinh_form_get_list (form), FALSE);

  keys = _trinh_work_list_keys (self, form);
  made = _trinh_work_make_key (keys);
  g_ptr_array_insert (keys, (int) MIN (position, keys->len), g_strdup (made));
  if (!apply_keys (self, form, _ ("added row"), keys, error))
    return FALSE;
  if (key != NULL)
    *key = g_steal_pointer (&made);

  return TRUE;
}

gboolean
trinh_work_remove_row (TrinhWork *self,
                       TrinhForm *form,
                       const char *key,
                       GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  guint position;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (TRINH_IS_FORM (form) && trinh_form_get_list (form), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  keys = _trinh_work_list_keys (self, form);
  if (!find_key (keys, form, key, &position, error))
    return FALSE;
  g_ptr_array_remove_index (keys, position);

  return apply_keys (self, form, _ ("removed row"), keys, error);
}

gboolean
trinh_work_move_row (TrinhWork *self,
                     TrinhForm *form,
                     const char *key,
                     int step,
                     GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  guint position;
  char *moved;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (TRINH_IS_FORM (form) && trinh_form_get_list (form), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  keys = _trinh_work_list_keys (self, form);
  if (!find_key (keys, form, key, &position, error))
    return FALSE;
  moved = g_ptr_array_steal_index (keys, position);
  g_ptr_array_insert (keys, CLAMP ((int) position + step, 0, (int) keys->len), moved);

  return apply_keys (self, form, _ ("moved row"), keys, error);
}
