/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-kind.h"

TrinhKind
trinh_kind_of_cell (TrinhFormRow *row,
                    TrinhFormColumn *column)
{
  TrinhKind kind;

  g_return_val_if_fail (TRINH_IS_FORM_ROW (row), TRINH_KIND_NONE);
  g_return_val_if_fail (column == NULL || TRINH_IS_FORM_COLUMN (column), TRINH_KIND_NONE);

  kind = trinh_form_row_get_kind (row);
  if (kind != TRINH_KIND_NONE && column != NULL && trinh_form_column_get_kind (column) != TRINH_KIND_NONE)
    return trinh_form_column_get_kind (column);

  return kind;
}

gboolean
trinh_kind_is_number (TrinhKind kind)
{
  return kind == TRINH_KIND_COUNT || kind == TRINH_KIND_AMOUNT || kind == TRINH_KIND_PERCENT;
}
