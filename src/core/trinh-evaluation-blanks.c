/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

static void
add_list_blanks (TrinhEvaluation *self,
                 TrinhForm *form,
                 GPtrArray *blanks)
{
  const char *const *keys = trinh_report_get_rows (self->report, trinh_form_get_id (form));
  GListModel *columns = trinh_form_get_columns (form);
  TrinhFormRow *row = trinh_form_get_row (form, 0);

  for (guint i = 0; trinh_form_row_get_required (row) && keys[i] != NULL; i++)
    for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
      {
        g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, j);
        const char *id = trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column);
        const char *address = trinh_address_build (trinh_form_get_id (form), keys[i], id);

        if (trinh_kind_of_cell (row, column) != TRINH_KIND_NONE && !_trinh_evaluation_list_cell_is_filled (self, address))
          g_ptr_array_add (blanks, (gpointer) address);
      }
}

static void
add_cell_blanks (TrinhEvaluation *self,
                 guint form,
                 GPtrArray *blanks)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      const TrinhCell *cell = &self->cells[i];

      if (cell->form_index == form && cell->applies && cell->kind != TRINH_KIND_NONE && trinh_form_row_get_required (cell->row) &&
          !_trinh_evaluation_cell_is_filled (self, i))
        g_ptr_array_add (blanks, (gpointer) cell->address);
    }
}

GPtrArray *
trinh_evaluation_list_blanks (TrinhEvaluation *self)
{
  GPtrArray *blanks;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  blanks = g_ptr_array_new ();
  for (guint i = 0; i < self->texts->len; i++)
    {
      const char *id = trinh_section_get_id (((TrinhTextCheck *) self->texts->pdata[i])->section);
      const TrinhPlaceStatus status = trinh_evaluation_get_place (self, id);

      if (status.n_filled < status.n_required)
        g_ptr_array_add (blanks, (gpointer) g_intern_string (id));
    }
  for (guint i = 0; i < self->n_forms; i++)
    {
      if (self->forms[i].list)
        add_list_blanks (self, self->forms[i].form, blanks);
      add_cell_blanks (self, i, blanks);
    }
  return blanks;
}
