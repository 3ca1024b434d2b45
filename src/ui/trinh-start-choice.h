/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhStartChoice:
 *
 * Of which year, and of which office where there are several, the due-board is. Signal: "changed".
 */
#define TRINH_TYPE_START_CHOICE (trinh_start_choice_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStartChoice, trinh_start_choice, TRINH, START_CHOICE, AdwBin)

GtkWidget *trinh_start_choice_new (TrinhBoard *board);
/* Years and offices may have come. */
void trinh_start_choice_update (TrinhStartChoice *self);
/* Every year and office */
void trinh_start_choice_show_all (TrinhStartChoice *self);
/* (nullable): all */
TrinhOffice *trinh_start_choice_get_office (TrinhStartChoice *self);
/* 0: all. @self: (nullable): nothing was chosen, this year */
guint trinh_start_choice_get_year (TrinhStartChoice *self,
                                   TrinhBoard *board);

G_END_DECLS
