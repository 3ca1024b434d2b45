/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhLinesRow:
 *
 * A row of preferences that holds a list, one entry a line. The title stands above.
 *
 * Properties: lines (GStrv; blank lines left out).
 */
#define TRINH_TYPE_LINES_ROW (trinh_lines_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhLinesRow, trinh_lines_row, TRINH, LINES_ROW, AdwPreferencesRow)

GtkWidget *trinh_lines_row_new (void);
/* (transfer full) */
char **trinh_lines_row_dup_lines (TrinhLinesRow *self);
/* @lines: (nullable) */
void trinh_lines_row_set_lines (TrinhLinesRow *self,
                                const char *const *lines);

G_END_DECLS
