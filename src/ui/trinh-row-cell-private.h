/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-row-cell.h"

G_BEGIN_DECLS

struct _TrinhRowCell
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhCellItem *item;
  GSignalGroup *item_signals;

  /* Within the child */
  GtkWidget *content; /* the text cell or the drop-down; NULL where there is no value */
  GtkWidget *mark;    /* the button with the badge; NULL where the cell has none */

  gboolean note;
  gboolean marked;
  gboolean filling; /* the drop-down is set by the program, not by a person */
};

/* Puts it into the report. (transfer full) (nullable): why it cannot be read */
char *trinh_row_cell_enter (TrinhRowCell *self,
                            const char *text);

/* The drop-down of a choice: trinh-row-cell-choice.c */
GtkWidget *trinh_row_cell_make_choice (TrinhRowCell *self);
void trinh_row_cell_fill_choice (TrinhRowCell *self,
                                 GtkDropDown *drop_down);

G_END_DECLS
