/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"

G_BEGIN_DECLS

/**
 * trinh_evaluation_rehearse:
 * @edit: of nobody else's: it is applied to the copy
 *
 * What the formulas would give after an edit, with nothing changed.
 *
 * Returns: (transfer full) (nullable): of a copy of the report, with figures alone; %NULL where it refuses the edit
 */
TrinhEvaluation *trinh_evaluation_rehearse (TrinhEvaluation *self,
                                            TrinhEdit *edit,
                                            GError **error);

G_END_DECLS
