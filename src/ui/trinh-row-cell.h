/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cell-item.h"

G_BEGIN_DECLS

/**
 * TrinhRowCell:
 *
 * The cell of a value or a note in the form's table: a text cell, or a drop-down
 * with the texts of a choice; empty where a heading takes no value.
 *
 * Properties: item (TrinhCellItem); note (boolean, construct-only: shows the
 * note), marked (boolean, construct-only: has the badge of its value beside it;
 * pressed, it asks for "form.explain" with the address).
 */
#define TRINH_TYPE_ROW_CELL (trinh_row_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRowCell, trinh_row_cell, TRINH, ROW_CELL, AdwBin)

/* Enters what is half typed; %FALSE where it cannot be read */
gboolean trinh_row_cell_commit (TrinhRowCell *self);
/* (nullable) */
TrinhCellItem *trinh_row_cell_get_item (TrinhRowCell *self);
gboolean trinh_row_cell_get_note (TrinhRowCell *self);

G_END_DECLS
