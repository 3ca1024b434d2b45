/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSubmitDialog:
 *
 * Submission: every blank, error and remark that is open, each to be settled here or gone to, and the button that
 * submits once nothing is left.
 *
 * Signals: "go" (place, as of "report.go-to"); the dialog closes itself. "submitted": it is done.
 */
#define TRINH_TYPE_SUBMIT_DIALOG (trinh_submit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSubmitDialog, trinh_submit_dialog, TRINH, SUBMIT_DIALOG, AdwDialog)

AdwDialog *trinh_submit_dialog_new (TrinhWork *work);

G_END_DECLS
