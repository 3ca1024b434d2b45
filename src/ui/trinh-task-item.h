/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTaskItem:
 *
 * One row of the table of tasks: a task as it stands on the last day of the
 * report's data. Immutable, as the task is.
 *
 * Properties: title, lead, due, done, counts (string, as shown), badge (string:
 * "▲ overdue"), badge-classes (strv), spoken (string, for a screen reader).
 */
#define TRINH_TYPE_TASK_ITEM (trinh_task_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTaskItem, trinh_task_item, TRINH, TASK_ITEM, GObject)

TrinhTaskItem *trinh_task_item_new (TrinhWork *work,
                                    TrinhTask *task);
TrinhTask *trinh_task_item_get_task (TrinhTaskItem *self);
TrinhTaskState trinh_task_item_get_state (TrinhTaskItem *self);
/* Whether title, lead or dates hold the words */
gboolean trinh_task_item_matches (TrinhTaskItem *self,
                                  const char *words);
/* Whether both show the same */
gboolean trinh_task_item_equal (TrinhTaskItem *a,
                                TrinhTaskItem *b);

G_END_DECLS
