/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-item.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* The due-board in words */

/* Translated heading of the group */
const char *trinh_due_get_name (TrinhDue due);
/* "3 days overdue", "Due today", "5 days left"; the state's name where it is done. (transfer full) */
char *trinh_due_dup_words (TrinhBoardItem *item);
/* The same for a deadline alone; "" for 0. (transfer full) */
char *trinh_due_dup_days (guint32 deadline,
                          guint32 today);
/* Whether every word of @text is in the subject, the office, the regime or the period's title, marks aside;
 * of a number there its beginning counts, leading zeros aside. */
gboolean trinh_due_matches (TrinhBoardItem *item,
                            const char *text);

G_END_DECLS
