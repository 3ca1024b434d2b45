/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhHeadDialog:
 *
 * The head and foot of one report: number, date, subject, the office as printed, days of the data,
 * addressees, recipients, who signs. What was changed is one edit when the dialog closes.
 */
#define TRINH_TYPE_HEAD_DIALOG (trinh_head_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhHeadDialog, trinh_head_dialog, TRINH, HEAD_DIALOG, AdwPreferencesDialog)

void trinh_head_dialog_present (TrinhWork *work,
                                GtkWidget *parent);

G_END_DECLS
