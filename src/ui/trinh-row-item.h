/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhRowItem:
 *
 * One row of a form as its table shows it; follows the report and its
 * evaluation by itself.
 *
 * Properties (read-only but narrow): code, label (Pango markup), unit, value
 * (as displayed), previous, change, note, summary (unit and previous value for
 * narrow windows), spoken (for a screen reader) (strings); n-errors, n-warnings,
 * depth (uint); gap, heading, computed, estimate, narrow (boolean).
 */
#define TRINH_TYPE_ROW_ITEM (trinh_row_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRowItem, trinh_row_item, TRINH, ROW_ITEM, GObject)

TrinhRowItem *trinh_row_item_new (TrinhWork *work,
                                  TrinhForm *form,
                                  guint position);
TrinhWork *trinh_row_item_get_work (TrinhRowItem *self);
TrinhFormRow *trinh_row_item_get_row (TrinhRowItem *self);
/* In the form, whatever a search hides */
guint trinh_row_item_get_position (TrinhRowItem *self);
const char *trinh_row_item_get_address (TrinhRowItem *self);
TrinhKind trinh_row_item_get_kind (TrinhRowItem *self);
/* As displayed; (transfer full) */
char *trinh_row_item_dup_value (TrinhRowItem *self);
const char *trinh_row_item_get_note (TrinhRowItem *self);
/* What a clerk would see when the cell begins to be edited: the entered text in the Vietnamese manner; "" */
char *trinh_row_item_dup_entry (TrinhRowItem *self);
void trinh_row_item_set_narrow (TrinhRowItem *self,
                                gboolean narrow);
gboolean trinh_row_item_matches (TrinhRowItem *self,
                                 const char *words);

/* Where the keyboard may go: the cells that show this row at the moment. Not owned. */
typedef enum
{
  TRINH_CELL_VALUE,
  TRINH_CELL_NOTE,
  TRINH_N_CELLS
} TrinhCellRole;

GtkWidget *trinh_row_item_get_cell (TrinhRowItem *self,
                                    TrinhCellRole role);
/* @widget: (nullable) */
void trinh_row_item_set_cell (TrinhRowItem *self,
                              TrinhCellRole role,
                              GtkWidget *widget);

G_END_DECLS
