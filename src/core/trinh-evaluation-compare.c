/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-kind.h"

GPtrArray *
trinh_evaluation_list_telling (TrinhEvaluation *self)
{
  GPtrArray *addresses = g_ptr_array_new ();

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), addresses);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const TrinhCell *cell = &self->cells[i];
      TrinhDecimal number;

      if (cell->applies && !cell->total && trinh_kind_is_number (cell->kind) && trinh_form_row_get_concept (cell->row) != NULL &&
          trinh_form_column_get_main (cell->column) &&
          trinh_evaluation_get_decimal (self, cell->address, &number) && number.units != 0)
        g_ptr_array_add (addresses, (gpointer) cell->address);
    }
  return addresses;
}
