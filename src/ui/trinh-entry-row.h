/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-item.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhEntryRow:
 *
 * One report of the due-board: the period, how long it has, and below state, deadline, office and what else there is to
 * know. Few widgets, for long lists.
 */
#define TRINH_TYPE_ENTRY_ROW (trinh_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhEntryRow, trinh_entry_row, TRINH, ENTRY_ROW, AdwBin)

GtkWidget *trinh_entry_row_new (void);
/* @item: (nullable); @with_regime: the board is of several */
void trinh_entry_row_set_item (TrinhEntryRow *self,
                               TrinhBoardItem *item,
                               gboolean with_regime);
/* The button at the end, with what can be done with the row's report; not there before. */
void trinh_entry_row_add_menu (TrinhEntryRow *self);
/* What a screen reader says of the whole row. (transfer full) */
char *trinh_entry_row_dup_name (TrinhBoardItem *item);

G_END_DECLS
