/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhStepDialog:
 *
 * Asks before a step that needs nothing but words: taking back, returning (with the reason, which is compulsory),
 * approving, and the reason of a correction.
 *
 * Signals: "confirmed" (the words; "" for none): the step is to be done.
 */
#define TRINH_TYPE_STEP_DIALOG (trinh_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStepDialog, trinh_step_dialog, TRINH, STEP_DIALOG, AdwAlertDialog)

AdwDialog *trinh_step_dialog_new (TrinhWork *work,
                                  TrinhStepKind kind);
TrinhStepKind trinh_step_dialog_get_kind (TrinhStepDialog *self);

G_END_DECLS
