/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-item.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* What can be done with a row of the due-board. @page: a widget in the window */

/* Opens the report, or begins it: the dialog of a new report, filled in */
void trinh_start_open_item (GtkWidget *page,
                            TrinhBoardItem *item);
/* Cut-off and deadline that the office was given */
void trinh_start_set_days (GtkWidget *page,
                           TrinhSession *session,
                           TrinhBoardItem *item);
/* Asks for the reason and keeps it */
void trinh_start_ask_not_required (GtkWidget *page,
                                   TrinhSession *session,
                                   TrinhBoardItem *item);
/* @reason: (nullable): the report is required */
void trinh_start_set_reason (GtkWidget *page,
                             TrinhSession *session,
                             TrinhBoardItem *item,
                             const char *reason);

G_END_DECLS
