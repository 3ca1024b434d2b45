/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cell-item.h"

G_BEGIN_DECLS

/**
 * TrinhRowItem:
 *
 * One row of a form as its table shows it, with an item for each of its values.
 *
 * Properties (read-only but narrow): code (Pango markup; paler where it is that of
 * the row it belongs to), label (Pango markup), unit, summary (unit and previous
 * value for narrow windows), spoken (for a screen reader) (strings); main
 * (TrinhCellItem: the value of the main column); depth (uint); heading, narrow
 * (boolean).
 */
#define TRINH_TYPE_ROW_ITEM (trinh_row_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRowItem, trinh_row_item, TRINH, ROW_ITEM, GObject)

/* @key: of the row; in a list one that the office added */
TrinhRowItem *trinh_row_item_new (TrinhWork *work,
                                  TrinhForm *form,
                                  const char *key,
                                  guint position);
TrinhFormRow *trinh_row_item_get_row (TrinhRowItem *self);
const char *trinh_row_item_get_key (TrinhRowItem *self);
/* In the form, whatever a search hides */
guint trinh_row_item_get_position (TrinhRowItem *self);
/* A list changes its order */
void trinh_row_item_set_position (TrinhRowItem *self,
                                  guint position);
/* What a list adds up to: under its rows, computed, never entered */
gboolean trinh_row_item_get_total (TrinhRowItem *self);
/* Whether it takes values */
gboolean trinh_row_item_get_open (TrinhRowItem *self);
guint trinh_row_item_get_n_cells (TrinhRowItem *self);
TrinhCellItem *trinh_row_item_get_cell (TrinhRowItem *self,
                                        guint column);
TrinhCellItem *trinh_row_item_get_main (TrinhRowItem *self);
/* @column: (out) (optional): where the value @address stands */
gboolean trinh_row_item_find_cell (TrinhRowItem *self,
                                   const char *address,
                                   guint *column);
void trinh_row_item_set_narrow (TrinhRowItem *self,
                                gboolean narrow);
gboolean trinh_row_item_matches (TrinhRowItem *self,
                                 const char *words);

G_END_DECLS
