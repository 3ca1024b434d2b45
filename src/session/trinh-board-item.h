/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * TrinhDue:
 * @TRINH_DUE_OVERDUE: the deadline has passed, and the report is neither signed nor sent
 * @TRINH_DUE_SOON: due within TRINH_BOARD_SOON_DAYS days
 * @TRINH_DUE_LATER: still to be done, later
 * @TRINH_DUE_DONE: signed, sent, or not required
 *
 * Where a report stands on the due-board; in the order of the board.
 */
typedef enum
{
  TRINH_DUE_OVERDUE,
  TRINH_DUE_SOON,
  TRINH_DUE_LATER,
  TRINH_DUE_DONE,
} TrinhDue;

#define TRINH_BOARD_SOON_DAYS 14

/* "overdue" "soon" "later" "done" */
const char *trinh_due_to_nick (TrinhDue due);

typedef enum
{
  TRINH_BOARD_NOT_BEGUN,
  TRINH_BOARD_IN_PROGRESS,
  TRINH_BOARD_SUBMITTED,
  TRINH_BOARD_RETURNED,
  TRINH_BOARD_APPROVED,
  TRINH_BOARD_SIGNED,
  TRINH_BOARD_SENT,
  TRINH_BOARD_NOT_REQUIRED,
} TrinhBoardState;

/* "not-begun" "in-progress" "submitted" "returned" "approved" "signed" "sent" "not-required" */
const char *trinh_board_state_to_nick (TrinhBoardState state);
const char *trinh_board_state_get_name (TrinhBoardState state); /* translated */

/**
 * TrinhBoardItem:
 *
 * One report that is expected, or is there: office, regime and period, the dates, how it stands. Immutable; of a day
 * and what the store held then. Corrections belong to the report that they replace.
 */
#define TRINH_TYPE_BOARD_ITEM (trinh_board_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhBoardItem, trinh_board_item, TRINH, BOARD_ITEM, GObject)

/**
 * TrinhBoardItemDraft:
 * @regime_title: (nullable): not known yet
 * @term: what the office was told; texts are copied
 * @data_to: cut-off that holds, Julian; 0: not known
 * @deadline: deadline that holds; 0: none
 * @usual_deadline: the calendar's; 0: not known
 * @entry: (nullable): what is opened: the last correction, else the report
 * @done: (nullable): the last of them that is signed or sent
 * @n_estimates: of the values of the report that was sent
 * @expected: the office reports by the regime
 * @mine: it is to be reminded of
 */
typedef struct
{
  TrinhOffice *office;
  const char *regime;
  const char *regime_title;
  TrinhPeriod period;
  guint32 data_to;
  guint32 deadline;
  guint32 usual_deadline;
  const char *note;
  const char *reason;
  TrinhStoreEntry *entry;
  TrinhStoreEntry *done;
  guint n_corrections;
  guint n_estimates;
  gboolean expected;
  gboolean mine;
} TrinhBoardItemDraft;

TrinhBoardItem *trinh_board_item_new (const TrinhBoardItemDraft *draft,
                                      guint32 today);
/* The same whenever it is the same report: office, regime, period; the id where several are there */
const char *trinh_board_item_get_key (TrinhBoardItem *self);
TrinhOffice *trinh_board_item_get_office (TrinhBoardItem *self);
const char *trinh_board_item_get_regime (TrinhBoardItem *self);       /* id */
const char *trinh_board_item_get_regime_title (TrinhBoardItem *self); /* its id where the regime is not read */
TrinhPeriod trinh_board_item_get_period (TrinhBoardItem *self);
guint32 trinh_board_item_get_data_to (TrinhBoardItem *self);
guint32 trinh_board_item_get_deadline (TrinhBoardItem *self);
guint32 trinh_board_item_get_usual_deadline (TrinhBoardItem *self);
/* Another day than the calendar's was given. */
gboolean trinh_board_item_get_moved (TrinhBoardItem *self);
const char *trinh_board_item_get_note (TrinhBoardItem *self);       /* "" without one */
const char *trinh_board_item_get_reason (TrinhBoardItem *self);     /* why it is not required; "" where it is */
TrinhStoreEntry *trinh_board_item_get_entry (TrinhBoardItem *self); /* (nullable): what is opened */
TrinhBoardState trinh_board_item_get_state (TrinhBoardItem *self);
TrinhDue trinh_board_item_get_due (TrinhBoardItem *self);
/* Negative: overdue; of the day it was made. Only where there is a deadline */
int trinh_board_item_get_days_left (TrinhBoardItem *self);
guint trinh_board_item_get_n_corrections (TrinhBoardItem *self);
/* A correction of what was sent is being written. */
gboolean trinh_board_item_get_correcting (TrinhBoardItem *self);
/* Estimates in what was sent whose period has closed since: they wait for the real figures. */
guint trinh_board_item_get_n_estimates (TrinhBoardItem *self);
gboolean trinh_board_item_get_expected (TrinhBoardItem *self);
gboolean trinh_board_item_get_mine (TrinhBoardItem *self);
/* Overdue first, then by deadline; what is done last, the latest first */
int trinh_board_item_compare (TrinhBoardItem *a,
                              TrinhBoardItem *b);
/* Shows the same */
gboolean trinh_board_item_equal (TrinhBoardItem *a,
                                 TrinhBoardItem *b);

G_END_DECLS
