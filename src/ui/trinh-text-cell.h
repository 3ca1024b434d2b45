/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTextCell:
 *
 * A cell as a spreadsheet has it: shows a text and takes the focus; typing
 * replaces, F2 or a double click edits, Enter and leaving enter what was typed,
 * Escape restores.
 *
 * Signals: "entered" (text → error text or %NULL; transfer full): a person
 * entered it; an error keeps the cell open with what was typed and says why.
 * "edit" (→ text; transfer full): what to begin editing with.
 *
 * It asks for movement by the action "form.move" (ii: rows, columns).
 */
#define TRINH_TYPE_TEXT_CELL (trinh_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTextCell, trinh_text_cell, TRINH, TEXT_CELL, GtkWidget)

GtkWidget *trinh_text_cell_new (float xalign);
void trinh_text_cell_set_text (TrinhTextCell *self,
                               const char *text);
/* Name for a screen reader */
void trinh_text_cell_set_spoken (TrinhTextCell *self,
                                 const char *name);
/* A style class on the text: "computed", "estimate" */
void trinh_text_cell_set_style (TrinhTextCell *self,
                                const char *style,
                                gboolean set);
/* Shown and chosen, but not edited: who types is told @why (nullable), which has to stay */
void trinh_text_cell_set_read_only (TrinhTextCell *self,
                                    const char *why);
gboolean trinh_text_cell_get_editing (TrinhTextCell *self);
void trinh_text_cell_start (TrinhTextCell *self);
/* Enters what was typed; %FALSE where it could not be read (the cell stays open) */
gboolean trinh_text_cell_commit (TrinhTextCell *self);

G_END_DECLS
