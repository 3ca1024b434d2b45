/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"
#include "trinh-task.h"

G_BEGIN_DECLS

/* The register of tasks: what stands in a report's "tasks", and the edits that change it. */

/* (transfer full) (element-type TrinhTask): in the order of the register */
GPtrArray *trinh_tasks_list (TrinhReport *report);
/* (transfer full) (nullable) */
TrinhTask *trinh_tasks_find (TrinhReport *report,
                             const char *id);

/**
 * TrinhTaskCounts:
 * @n_planned: all of them
 * @n_done: done by the last day of the data, in time or late
 * @n_late: of these, those that were done late
 * @n_overdue: not done, and due before the last day of the data
 */
typedef struct
{
  guint n_planned;
  guint n_done;
  guint n_late;
  guint n_overdue;
} TrinhTaskCounts;

/**
 * trinh_tasks_count:
 * @address: (nullable): tasks that count into this row; %NULL: all of them
 *
 * The last day of the report's data says what is done and what is overdue. Into
 * a row that is a flow what was done before the period does not count any more:
 * an earlier report had it.
 *
 * Returns: %FALSE where no task counts into the row
 */
gboolean trinh_tasks_count (TrinhReport *report,
                            const char *address,
                            TrinhTaskCounts *counts);
/* (transfer container) (element-type utf8): addresses that the regime's rules count tasks for, each once */
GPtrArray *trinh_tasks_list_rows (TrinhRegime *regime);

/* One edit each; %NULL where nothing would change. (transfer full) (nullable) */
/* @tasks: (element-type TrinhTask): added at the end; each gets an id of its own */
TrinhEdit *trinh_tasks_make_add (TrinhReport *report,
                                 GPtrArray *tasks);
/* @task: in the place of the one with the same id */
TrinhEdit *trinh_tasks_make_change (TrinhReport *report,
                                    TrinhTask *task);
TrinhEdit *trinh_tasks_make_remove (TrinhReport *report,
                                    const char *const *ids);
/* @position: where it stands afterwards */
TrinhEdit *trinh_tasks_make_move (TrinhReport *report,
                                  const char *id,
                                  guint position);
/* Those of another report that this one does not have yet, with the rows they count into by concept */
TrinhEdit *trinh_tasks_make_take_over (TrinhReport *report,
                                       TrinhReport *other);

/**
 * trinh_tasks_parse:
 * @regime: the first row that it counts tasks for is what they count into
 * @text: lines from a spreadsheet: title, lead, due, done, with tabs between
 * @skipped: (out) (transfer full) (element-type utf8): lines that could not be read, each with the reason
 *
 * A line of column heads is passed over; so is a first column of running numbers.
 *
 * Returns: (transfer full) (element-type TrinhTask): tasks with ids that are no register's yet
 */
GPtrArray *trinh_tasks_parse (TrinhRegime *regime,
                              const char *text,
                              GPtrArray **skipped);

G_END_DECLS
