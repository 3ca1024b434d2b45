/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-form-heads.h"

char *
trinh_form_heads_expand (TrinhReport *report,
                         const char *text)
{
  g_autofree char *expanded = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  expanded = trinh_regime_expand (text, trinh_report_get_period (report), trinh_report_get_office (report));

  return trinh_markup_strip (expanded);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TrinhFormGroup *first = *(const TrinhFormGroup **) a;
  const TrinhFormGroup *second = *(const TrinhFormGroup **) b;

  return (int) g_strv_length (second->columns) - (int) g_strv_length (first->columns);
}

GPtrArray *
trinh_form_heads_list_groups (TrinhForm *form,
                              TrinhFormColumn *column)
{
  GPtrArray *groups;

  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (column), NULL);

  groups = g_ptr_array_new ();
  for (guint i = 0; i < trinh_form_get_n_groups (form); i++)
    {
      const TrinhFormGroup *group = trinh_form_get_group (form, i);

      if (g_strv_contains ((const char *const *) group->columns, trinh_form_column_get_id (column)))
        g_ptr_array_add (groups, (gpointer) group);
    }
  g_ptr_array_sort (groups, compare_groups);

  return groups;
}

char *
trinh_form_heads_dup_path (TrinhReport *report,
                           TrinhForm *form,
                           TrinhFormColumn *column)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *title = NULL;
  GString *path;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (TRINH_IS_FORM_COLUMN (column), NULL);

  groups = trinh_form_heads_list_groups (form, column);
  title = trinh_form_heads_expand (report, trinh_form_column_get_title (column));
  path = g_string_new (NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *head = trinh_form_heads_expand (report, ((const TrinhFormGroup *) groups->pdata[i])->title);

      g_string_append_printf (path, "%s › ", head);
    }
  g_string_append (path, title);

  return g_string_free_and_steal (path);
}

guint
trinh_form_heads_find_row (TrinhReport *report,
                           TrinhForm *form,
                           const char *key)
{
  const char *const *keys;

  g_return_val_if_fail (TRINH_IS_REPORT (report), 0);
  g_return_val_if_fail (TRINH_IS_FORM (form), 0);
  g_return_val_if_fail (key != NULL, 0);

  keys = trinh_report_get_rows (report, trinh_form_get_id (form));
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      return i + 1;

  return 0;
}

char *
trinh_form_heads_dup_merged (TrinhForm *form,
                             const char *key,
                             gboolean *first)
{
  const char *merged = NULL;
  guint last = 0;

  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (first != NULL, NULL);

  *first = FALSE;
  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);
      guint n_rows = 0;
      const char *begun = trinh_form_row_get_merged_code (row, &n_rows);

      if (begun != NULL)
        last = i + n_rows;
      merged = begun != NULL ? begun : i < last ? merged
                                                : NULL;
      *first = begun != NULL;
      if (g_str_equal (trinh_form_row_get_key (row), key))
        break;
    }

  return merged != NULL ? trinh_markup_strip (merged) : NULL;
}

static char *
dup_row_code (TrinhForm *form,
              TrinhFormRow *row)
{
  gboolean first;
  char *merged = trinh_form_heads_dup_merged (form, trinh_form_row_get_key (row), &first);

  return merged != NULL ? merged : g_strdup (trinh_form_row_get_plain_code (row));
}

char *
trinh_form_heads_dup_row (TrinhReport *report,
                          TrinhForm *form,
                          const char *key)
{
  TrinhFormRow *row;
  g_autofree char *code = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  row = trinh_form_find_row (form, key);
  if (row == trinh_form_get_total (form))
    return g_strdup (trinh_form_row_get_plain_label (row));
  if (trinh_form_get_list (form))
    /* Translators: a row of a list, by its place */
    return g_strdup_printf (_ ("Row %u"), trinh_form_heads_find_row (report, form, key));

  code = dup_row_code (form, row);
  if (code[0] == '\0')
    return g_strdup (trinh_form_row_get_plain_label (row));

  return g_strdup_printf ("%s %s", code, trinh_form_row_get_plain_label (row));
}

char *
trinh_form_heads_dup_cell (TrinhReport *report,
                           TrinhForm *form,
                           const char *key,
                           TrinhFormColumn *column)
{
  g_autofree char *row = trinh_form_heads_dup_row (report, form, key);
  g_autofree char *path = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (!trinh_form_heads_is_wide (form))
    return g_steal_pointer (&row);

  path = trinh_form_heads_dup_path (report, form, column);

  return g_strdup_printf ("%s, %s", row, path);
}

gboolean
trinh_form_heads_is_wide (TrinhForm *form)
{
  g_return_val_if_fail (TRINH_IS_FORM (form), FALSE);

  return trinh_form_get_list (form) || g_list_model_get_n_items (trinh_form_get_columns (form)) > 1;
}
