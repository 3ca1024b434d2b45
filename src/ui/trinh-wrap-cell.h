/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhWrapCell:
 *
 * Holds wrapped text in a column view. A column view asks each cell how high it
 * is for the width of the whole row; this one answers for the width that its
 * column really gave it.
 *
 * Properties: child (GtkWidget).
 */
#define TRINH_TYPE_WRAP_CELL (trinh_wrap_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrinhWrapCell, trinh_wrap_cell, TRINH, WRAP_CELL, GtkWidget)

G_END_DECLS
