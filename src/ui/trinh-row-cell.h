/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-row-item.h"

G_BEGIN_DECLS

/**
 * TrinhRowCell:
 *
 * The cell of a row's value or note in the form's table: a text cell, or a
 * drop-down with the texts of a choice; empty where a heading takes no value.
 *
 * Properties: item (TrinhRowItem), note (boolean, construct-only: shows the note).
 */
#define TRINH_TYPE_ROW_CELL (trinh_row_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRowCell, trinh_row_cell, TRINH, ROW_CELL, AdwBin)

/* Enters what is half typed; %FALSE where it cannot be read */
gboolean trinh_row_cell_commit (TrinhRowCell *self);

G_END_DECLS
