/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-kind.h"
#include "trinh-work-private.h"

gboolean
trinh_work_has_previous (TrinhWork *self)
{
  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  return _trinh_work_get_previous (self) != NULL;
}

char *
trinh_work_dup_previous (TrinhWork *self,
                         const char *address)
{
  TrinhEvaluation *previous;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  previous = _trinh_work_get_previous (self);

  return previous != NULL ? trinh_evaluation_dup_display (previous, address) : g_strdup ("");
}

/* A code is no quantity: it has no difference. */
static gboolean
is_quantity (TrinhWork *self,
             const char *address)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_work_get_report (self));
  TrinhFormRow *row;
  TrinhFormColumn *column;

  if (!trinh_regime_find_cell (regime, address, NULL, &row, &column))
    return FALSE;

  switch (trinh_kind_of_cell (row, column))
    {
    case TRINH_KIND_COUNT:
    case TRINH_KIND_AMOUNT:
    case TRINH_KIND_PERCENT:
      return TRUE;
    case TRINH_KIND_NONE:
    case TRINH_KIND_CHOICE:
    case TRINH_KIND_YES_NO:
    case TRINH_KIND_TEXT:
    case TRINH_KIND_DATE:
    default:
      return FALSE;
    }
}

char *
trinh_work_dup_change (TrinhWork *self,
                       const char *address)
{
  TrinhEvaluation *previous;
  TrinhDecimal now;
  TrinhDecimal before;
  TrinhDecimal difference;
  g_autofree char *number = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  previous = _trinh_work_get_previous (self);
  if (previous == NULL || !is_quantity (self, address) ||
      !trinh_evaluation_get_decimal (trinh_work_get_evaluation (self), address, &now) ||
      !trinh_evaluation_get_decimal (previous, address, &before) ||
      !trinh_decimal_subtract (now, before, &difference) || difference.units == 0)
    return g_strdup ("");

  number = trinh_decimal_format ((TrinhDecimal) { ABS (difference.units), difference.decimals });

  return g_strdup_printf ("%s%s", difference.units > 0 ? "+" : "−", number);
}
