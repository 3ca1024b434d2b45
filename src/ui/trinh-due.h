/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhDue:
 * @TRINH_DUE_OVERDUE: the deadline has passed, and the report is neither signed nor issued
 * @TRINH_DUE_OPEN: still to be done
 * @TRINH_DUE_DONE: signed or issued
 *
 * Where a report stands on the due-board; in the order of the board.
 */
typedef enum
{
  TRINH_DUE_OVERDUE,
  TRINH_DUE_OPEN,
  TRINH_DUE_DONE,
} TrinhDue;

TrinhDue trinh_due_get (TrinhStoreEntry *entry,
                        guint32 today);
/* Translated heading of the group */
const char *trinh_due_get_name (TrinhDue due);
/* Overdue ones first, then by deadline; what is done last, the last changed first. */
int trinh_due_compare (TrinhStoreEntry *a,
                       TrinhStoreEntry *b,
                       guint32 today);
/* "3 days overdue", "Due today", "5 days left"; the state's name where it is done. (transfer full) */
char *trinh_due_dup_words (TrinhStoreEntry *entry,
                           guint32 today);
/* The same for a deadline alone; "" for 0. (transfer full) */
char *trinh_due_dup_days (guint32 deadline,
                          guint32 today);
/* Whether every word of @text is in the subject, the office or the period's title, marks aside;
 * of a number there its beginning counts, leading zeros aside. */
gboolean trinh_due_matches (TrinhStoreEntry *entry,
                            const char *text);

G_END_DECLS
