/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhCellItem:
 *
 * One value of a form as its table shows it; follows the report and its
 * evaluation by itself.
 *
 * Properties (read-only): value (as displayed), previous, change, note, spoken
 * (for a screen reader: row and column) (strings); n-errors, n-warnings,
 * n-remarks (uint);
 * gap, computed, estimate (boolean).
 */
#define TRINH_TYPE_CELL_ITEM (trinh_cell_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhCellItem, trinh_cell_item, TRINH, CELL_ITEM, GObject)

/* @key: of the row; in a list one that the office added */
TrinhCellItem *trinh_cell_item_new (TrinhWork *work,
                                    TrinhForm *form,
                                    const char *key,
                                    TrinhFormColumn *column);
TrinhWork *trinh_cell_item_get_work (TrinhCellItem *self);
/* In a list the pattern of all rows */
TrinhFormRow *trinh_cell_item_get_row (TrinhCellItem *self);
const char *trinh_cell_item_get_address (TrinhCellItem *self);
TrinhKind trinh_cell_item_get_kind (TrinhCellItem *self);
/* Whether it is the only value of its row */
gboolean trinh_cell_item_get_alone (TrinhCellItem *self);
/* In the row of totals: shown, never entered */
gboolean trinh_cell_item_get_total (TrinhCellItem *self);
/* As displayed; (transfer full) */
char *trinh_cell_item_dup_value (TrinhCellItem *self);
const char *trinh_cell_item_get_note (TrinhCellItem *self);
/* What a clerk would see when the cell begins to be edited: the entered text in the Vietnamese manner; "" */
char *trinh_cell_item_dup_entry (TrinhCellItem *self);
/* Its name for a screen reader; of the note: "Note of …". (transfer full) */
char *trinh_cell_item_dup_spoken (TrinhCellItem *self,
                                  gboolean note);

/* Whether the report is signed, or was changed outside the program: nothing is entered any more */
gboolean trinh_cell_item_get_read_only (TrinhCellItem *self);
/* In words; (nullable): it is edited */
const char *trinh_cell_item_explain_read_only (TrinhCellItem *self);
/* Open threads of remarks on it, as whoever shows it has counted them */
guint trinh_cell_item_get_n_remarks (TrinhCellItem *self);
void trinh_cell_item_set_n_remarks (TrinhCellItem *self,
                                    guint n_remarks);

/* Where the keyboard may go: the widgets that show the value and the note at the moment. Not owned. */
typedef enum
{
  TRINH_CELL_VALUE,
  TRINH_CELL_NOTE,
  TRINH_N_CELLS
} TrinhCellRole;

GtkWidget *trinh_cell_item_get_widget (TrinhCellItem *self,
                                       TrinhCellRole role);
/* @widget: (nullable) */
void trinh_cell_item_set_widget (TrinhCellItem *self,
                                 TrinhCellRole role,
                                 GtkWidget *widget);

G_END_DECLS
