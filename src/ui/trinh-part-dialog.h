/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPartDialog:
 *
 * Who fills in which forms and sections, and until when. Saving and removing
 * are one step each that can be undone.
 */
#define TRINH_TYPE_PART_DIALOG (trinh_part_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPartDialog, trinh_part_dialog, TRINH, PART_DIALOG, AdwDialog)

/* @part: (nullable): %NULL for a new one */
TrinhPartDialog *trinh_part_dialog_new (TrinhWork *work,
                                        TrinhReportPart *part);
void trinh_part_dialog_present (TrinhWork *work,
                                TrinhReportPart *part,
                                GtkWidget *parent);

G_END_DECLS
