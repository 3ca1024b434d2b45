/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-rehearsal.h"

TrinhEvaluation *
trinh_evaluation_rehearse (TrinhEvaluation *self,
                           TrinhEdit *edit,
                           GError **error)
{
  g_autoptr (TrinhReport) copy = NULL;
  TrinhEvaluation *rehearsal;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (edit != NULL, NULL);

  copy = trinh_report_snapshot (self->report);
  if (!trinh_report_apply (copy, edit, error))
    return NULL;
  rehearsal = trinh_evaluation_new_figures (copy);
  if (self->history->len > 0)
    trinh_evaluation_set_history (rehearsal, self->history);

  return rehearsal;
}
