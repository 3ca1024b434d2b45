/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-item.h"
#include "trinh-session.h"

G_BEGIN_DECLS

/**
 * TrinhBoard:
 *
 * The due-board: a list model of TrinhBoardItem, sorted. Every report that the calendars of the offices' regimes
 * expect in a year, whatever the store holds of the year, and what is not done of other years: overdue ones never
 * disappear. Follows the store and the settings in an idle moment; trinh_board_update() does at once.
 *
 * Until trinh_board_complete() no regime is read: the stored reports alone, by the dates kept with them.
 */
#define TRINH_TYPE_BOARD (trinh_board_get_type ())
G_DECLARE_FINAL_TYPE (TrinhBoard, trinh_board, TRINH, BOARD, GObject)

/* @today: Julian. All offices, all years */
TrinhBoard *trinh_board_new (TrinhSession *session,
                             guint32 today);
/* @office: (nullable): all of them */
void trinh_board_set_office (TrinhBoard *self,
                             TrinhOffice *office);
/* 0: all of them up to this one */
void trinh_board_set_year (TrinhBoard *self,
                           guint year);
void trinh_board_set_today (TrinhBoard *self,
                            guint32 today);
guint32 trinh_board_get_today (TrinhBoard *self);
void trinh_board_complete (TrinhBoard *self);
gboolean trinh_board_get_complete (TrinhBoard *self);
void trinh_board_update (TrinhBoard *self);
/* (transfer full) (element-type TrinhOffice): of the store and the settings, sorted */
GPtrArray *trinh_board_list_offices (TrinhBoard *self);
/* (transfer full) (element-type guint): years there is something of, and this one; the latest first */
GArray *trinh_board_list_years (TrinhBoard *self);
/* (transfer full) (nullable) */
TrinhBoardItem *trinh_board_find (TrinhBoard *self,
                                  TrinhOffice *office,
                                  const char *regime,
                                  TrinhPeriod period);
/**
 * trinh_board_list_reminders:
 * @today: Julian
 * @days: so many days before the deadline and on every day after; 0: none
 * @already_told: (nullable): keys of those that this day's reminder was given of
 *
 * What a notification should be shown of now, in the order of the board.
 *
 * Returns: (transfer full) (element-type TrinhBoardItem)
 */
GPtrArray *trinh_board_list_reminders (TrinhBoard *self,
                                       guint32 today,
                                       guint days,
                                       const char *const *already_told);
/* As `trinhky board --json` prints it. (transfer full) */
JsonNode *trinh_board_to_json (TrinhBoard *self);

G_END_DECLS
