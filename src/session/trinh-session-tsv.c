/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session.h"

static void
append_cell (GString *text,
             const char *cell)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\t');

  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* The first cell of a line is never empty: it names the form. */
static void
append_head (GString *text,
             TrinhForm *form)
{
  GListModel *columns = trinh_form_get_columns (form);

  g_string_append (text, "form\tkey\tcode\tlabel\tunit\tvalue");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (!trinh_form_column_get_main (column))
        g_string_append_printf (text, "\t%s", trinh_form_column_get_id (column));
    }
  g_string_append (text, "\tnote\n");
}

static char *
dup_cell (TrinhForm *form,
          TrinhEvaluation *evaluation,
          const char *key,
          TrinhFormColumn *column)
{
  const char *address;

  if (evaluation == NULL)
    return g_strdup ("");

  address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));

  return trinh_evaluation_dup_display (evaluation, address);
}

static const char *
find_note (TrinhForm *form,
           TrinhEvaluation *evaluation,
           const char *key)
{
  const char *address;

  if (evaluation == NULL)
    return "";

  address = trinh_address_build (trinh_form_get_id (form), key, NULL);

  return trinh_value_get_note (trinh_report_get_value (trinh_evaluation_get_report (evaluation), address));
}

static void
append_row (GString *text,
            TrinhForm *form,
            TrinhEvaluation *evaluation,
            TrinhFormRow *row,
            const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);
  g_autofree char *main_cell = dup_cell (form, evaluation, key, trinh_form_get_main_column (form));

  append_cell (text, trinh_form_get_id (form));
  append_cell (text, key);
  append_cell (text, trinh_form_row_get_plain_code (row));
  append_cell (text, trinh_form_row_get_plain_label (row));
  append_cell (text, trinh_form_row_get_unit (row));
  append_cell (text, main_cell);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (!trinh_form_column_get_main (column))
        {
          g_autofree char *cell = dup_cell (form, evaluation, key, column);

          append_cell (text, cell);
        }
    }
  append_cell (text, find_note (form, evaluation, key));
  g_string_append_c (text, '\n');
}

char *
trinh_session_form_to_tsv (TrinhForm *form,
                           TrinhEvaluation *evaluation)
{
  GString *text;

  g_return_val_if_fail (TRINH_IS_FORM (form), NULL);
  g_return_val_if_fail (evaluation == NULL || TRINH_IS_EVALUATION (evaluation), NULL);

  text = g_string_new (NULL);
  append_head (text, form);

  if (trinh_form_get_list (form) && evaluation != NULL)
    {
      const char *const *keys = trinh_report_get_rows (trinh_evaluation_get_report (evaluation), trinh_form_get_id (form));

      for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        append_row (text, form, evaluation, trinh_form_find_row (form, keys[i]), keys[i]);
      if (trinh_form_get_total (form) != NULL)
        append_row (text, form, evaluation, trinh_form_get_total (form), trinh_form_row_get_key (trinh_form_get_total (form)));
    }
  else
    for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
      {
        TrinhFormRow *row = trinh_form_get_row (form, i);

        append_row (text, form, evaluation, row, trinh_form_row_get_key (row));
      }

  return g_string_free_and_steal (text);
}
