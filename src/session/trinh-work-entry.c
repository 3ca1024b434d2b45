/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-kind.h"
#include "trinh-work-private.h"

gboolean
_trinh_work_enter (TrinhWork *self,
                   TrinhEdit *edit,
                   const char *address,
                   const char *text,
                   GError **error)
{
  TrinhReport *report = trinh_work_get_report (self);
  TrinhValue *old = trinh_report_get_value (report, address);
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  g_autofree char *stripped = g_strstrip (trinh_language_normalize (text));
  g_autofree char *content = NULL;
  g_autoptr (TrinhValue) value = NULL;

  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, NULL, &row, &column))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("There is no cell “%s”."), address);
      return FALSE;
    }

  if (stripped[0] != '\0')
    {
      content = trinh_value_read_text (row, trinh_kind_of_cell (row, column), stripped, error);
      if (content == NULL)
        return FALSE;
    }
  else if (trinh_kind_of_cell (row, column) == TRINH_KIND_NONE)
    return TRUE;

  if (g_strcmp0 (content, trinh_value_get_text (old)) == 0 && trinh_value_get_origin (old) == TRINH_ORIGIN_ENTERED)
    return TRUE;

  value = trinh_value_with_text (old, content, TRINH_ORIGIN_ENTERED);
  trinh_edit_set_value (edit, address, trinh_value_is_empty (value) ? NULL : value);

  return TRUE;
}

/* "2.1", or in a list the place of the row */
static char *
dup_row_code (TrinhWork *self,
              TrinhForm *form,
              TrinhFormRow *row,
              const char *address)
{
  const char *code = trinh_form_row_get_plain_code (row);
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *key = NULL;
  guint position;

  if (!trinh_form_get_list (form))
    return g_strdup (code[0] != '\0' ? code : trinh_form_row_get_key (row));
  if (row == trinh_form_get_total (form))
    return g_strdup (trinh_form_row_get_plain_label (row));

  keys = _trinh_work_list_keys (self, form);
  trinh_address_split (address, NULL, &key, NULL);

  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &position) ? g_strdup_printf ("%u", position + 1) : g_steal_pointer (&key);
}

char *
trinh_work_dup_code (TrinhWork *self,
                     const char *address)
{
  TrinhReport *report;
  TrinhForm *form = NULL;
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  g_autofree char *code = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  report = trinh_work_get_report (self);
  if (!trinh_regime_find_cell (trinh_report_get_regime (report), address, &form, &row, &column))
    return g_strdup (address);

  code = dup_row_code (self, form, row, address);
  if (g_list_model_get_n_items (trinh_form_get_columns (form)) == 1)
    return g_steal_pointer (&code);

  expanded = trinh_regime_expand (trinh_form_column_get_title (column), trinh_report_get_period (report), trinh_report_get_office (report));
  title = trinh_markup_strip (expanded);

  return g_strdup_printf ("%s, %s", code, title);
}

gboolean
trinh_work_enter_text (TrinhWork *self,
                       const char *address,
                       const char *text,
                       GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  code = trinh_work_dup_code (self, address);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (_ ("value of %s"), code);
  edit = trinh_edit_new (label);
  if (!_trinh_work_enter (self, edit, address, text, error))
    return FALSE;

  return trinh_edit_get_n_changes (edit) == 0 || trinh_work_apply (self, edit, error);
}

void
_trinh_work_enter_note (TrinhWork *self,
                        TrinhEdit *edit,
                        const char *address,
                        const char *note)
{
  TrinhValue *old = trinh_report_get_value (trinh_work_get_report (self), address);
  g_autofree char *normal = g_strstrip (trinh_language_normalize (note));
  g_autoptr (TrinhValue) value = NULL;

  if (g_strcmp0 (normal, trinh_value_get_note (old)) == 0)
    return;

  value = trinh_value_with_note (old, normal);
  trinh_edit_set_value (edit, address, trinh_value_is_empty (value) ? NULL : value);
}

gboolean
trinh_work_enter_note (TrinhWork *self,
                       const char *address,
                       const char *note,
                       GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  code = trinh_work_dup_code (self, address);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (_ ("note of %s"), code);
  edit = trinh_edit_new (label);
  _trinh_work_enter_note (self, edit, address, note);

  return trinh_edit_get_n_changes (edit) == 0 || trinh_work_apply (self, edit, error);
}
