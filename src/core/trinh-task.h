/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhTaskState:
 * @TRINH_TASK_OPEN: not done yet, and still in time or without a date by which it is due
 * @TRINH_TASK_DONE: done by the day it was due
 * @TRINH_TASK_LATE: done, but after the day it was due
 * @TRINH_TASK_OVERDUE: not done, and the day it was due has passed
 *
 * How a task stands on a day.
 */
typedef enum
{
  TRINH_TASK_OPEN,
  TRINH_TASK_DONE,
  TRINH_TASK_LATE,
  TRINH_TASK_OVERDUE,
} TrinhTaskState;

#define TRINH_TASK_N_STATES (TRINH_TASK_OVERDUE + 1)

/* Translated: "open", "done", "done late", "overdue" */
const char *trinh_task_state_get_name (TrinhTaskState state);

/**
 * TrinhTask:
 *
 * One task of the year's plan, as in the report file's "tasks". Immutable; a
 * change puts a new one in its place. Unknown members are kept.
 */
#define TRINH_TYPE_TASK (trinh_task_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTask, trinh_task, TRINH, TASK, GObject)

/* @id: "k1"; @due, @done: Julian, 0 none; @counts: (nullable): addresses of the rows it counts into */
TrinhTask *trinh_task_new (const char *id,
                           const char *title,
                           const char *lead,
                           guint32 due,
                           guint32 done,
                           const char *const *counts);
/* The same task with other contents: id and unknown members stay. */
TrinhTask *trinh_task_with_content (TrinhTask *self,
                                    const char *title,
                                    const char *lead,
                                    guint32 due,
                                    guint32 done,
                                    const char *const *counts);
TrinhTask *trinh_task_with_done (TrinhTask *self,
                                 guint32 done);
TrinhTask *trinh_task_with_id (TrinhTask *self,
                               const char *id);
TrinhTask *trinh_task_from_json (JsonNode *node,
                                 GError **error);
JsonNode *trinh_task_to_json (TrinhTask *self);
const char *trinh_task_get_id (TrinhTask *self);
const char *trinh_task_get_title (TrinhTask *self);
const char *trinh_task_get_lead (TrinhTask *self); /* who is in charge; "" nobody is named */
guint32 trinh_task_get_due (TrinhTask *self);      /* Julian; 0 none */
guint32 trinh_task_get_done (TrinhTask *self);     /* Julian; 0 not yet */
const char *const *trinh_task_get_counts (TrinhTask *self);
gboolean trinh_task_counts_into (TrinhTask *self,
                                 const char *address);
/* @day: Julian, the last day of the report's data; what is done after it is not done yet on it */
TrinhTaskState trinh_task_get_state (TrinhTask *self,
                                     guint32 day);
gboolean trinh_task_equal (TrinhTask *a,
                           TrinhTask *b);
/* Whether both mean the same: the same title, however it is spelled, due on the same day */
gboolean trinh_task_is_same (TrinhTask *a,
                             TrinhTask *b);

G_END_DECLS
