/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-form.h"

G_BEGIN_DECLS

/**
 * trinh_kind_of_cell:
 * @column: (nullable): the main one
 *
 * What a cell holds: its column's kind where that has one, else its row's. A row without a kind, as a heading is, has no
 * value in any column.
 */
TrinhKind trinh_kind_of_cell (TrinhFormRow *row,
                              TrinhFormColumn *column);
/* Whether the value is a number, which a formula can give */
gboolean trinh_kind_is_number (TrinhKind kind);

G_END_DECLS
