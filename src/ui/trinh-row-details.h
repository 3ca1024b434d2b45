/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cell-item.h"

G_BEGIN_DECLS

/**
 * TrinhRowDetails:
 *
 * What is known of one value: its findings with what mends them, and what it
 * was in earlier periods. Stands under a form's table and in a badge's popover.
 *
 * Properties: item (TrinhCellItem).
 */
#define TRINH_TYPE_ROW_DETAILS (trinh_row_details_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRowDetails, trinh_row_details, TRINH, ROW_DETAILS, AdwBin)

GtkWidget *trinh_row_details_new (void);

G_END_DECLS
