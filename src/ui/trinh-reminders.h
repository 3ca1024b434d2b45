/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhReminders:
 *
 * Notifications of the desktop some days before a deadline (the setting "reminder-days"), and of what is overdue: each
 * report once a day, also when the program runs past midnight; withdrawn when the report is done.
 */
#define TRINH_TYPE_REMINDERS (trinh_reminders_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReminders, trinh_reminders, TRINH, REMINDERS, GObject)

/* Nothing is shown before trinh_reminders_check(). */
TrinhReminders *trinh_reminders_new (GApplication *application,
                                     TrinhSession *session);
/* What is to be shown on this day, Julian */
void trinh_reminders_check (TrinhReminders *self,
                            guint32 today);
/* From now on by itself: when the board, the setting or the day changes */
void trinh_reminders_start (TrinhReminders *self);
/* The words of a reminder: "Report for Quý I năm 2023: due tomorrow". (transfer full) */
char *trinh_reminders_dup_text (TrinhBoardItem *item);

G_END_DECLS
