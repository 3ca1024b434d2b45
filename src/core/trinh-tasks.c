/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-form-row.h"
#include "trinh-rule.h"
#include "trinh-tasks-private.h"

const TrinhEntries _trinh_tasks_entries = {
  "tasks",
  (TrinhEntryRead) trinh_task_from_json,
  (TrinhEntryWrite) trinh_task_to_json,
  (TrinhEntryGetId) trinh_task_get_id,
  (TrinhEntryEqual) trinh_task_equal,
};

GPtrArray *
trinh_tasks_list (TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  return _trinh_entries_list (&_trinh_tasks_entries, report);
}

TrinhTask *
trinh_tasks_find (TrinhReport *report,
                  const char *id)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return _trinh_entries_find (&_trinh_tasks_entries, report, id);
}

static gboolean
is_flow (TrinhReport *report,
         const char *address)
{
  TrinhFormRow *row = NULL;

  return address != NULL && trinh_regime_find_cell (trinh_report_get_regime (report), address, NULL, &row, NULL) &&
         trinh_form_row_get_behaviour (row) == TRINH_BEHAVIOUR_FLOW;
}

static void
add_task (TrinhTaskCounts *counts,
          TrinhTask *task,
          guint32 day)
{
  TrinhTaskState state = trinh_task_get_state (task, day);

  counts->n_planned++;
  counts->n_done += state == TRINH_TASK_DONE || state == TRINH_TASK_LATE;
  counts->n_late += state == TRINH_TASK_LATE;
  counts->n_overdue += state == TRINH_TASK_OVERDUE;
}

gboolean
trinh_tasks_count (TrinhReport *report,
                   const char *address,
                   TrinhTaskCounts *counts)
{
  g_autoptr (GPtrArray) tasks = NULL;
  gboolean named = FALSE;
  guint32 from, to;

  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  *counts = (TrinhTaskCounts) { 0 };
  tasks = trinh_tasks_list (report);
  from = is_flow (report, address) ? trinh_report_get_data_from (report) : 0;
  to = trinh_report_get_data_to (report);
  for (guint i = 0; i < tasks->len; i++)
    {
      TrinhTask *task = tasks->pdata[i];
      guint32 done = trinh_task_get_done (task);

      if (address != NULL && !trinh_task_counts_into (task, address))
        continue;
      named = TRUE;
      if (done == 0 || done >= from)
        add_task (counts, task, to);
    }
  return named;
}

GPtrArray *
trinh_tasks_list_rows (TrinhRegime *regime)
{
  GPtrArray *rows;
  GListModel *rules;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);

  rows = g_ptr_array_new ();
  rules = trinh_regime_get_rules (regime);
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);
      TrinhExpression *expression = trinh_rule_get_expression (rule);

      for (guint j = 0; j < trinh_expression_get_n_counted (expression); j++)
        {
          TrinhRegisterCount count = TRINH_REGISTER_CITED;
          const char *address = g_intern_string (trinh_expression_get_counted (expression, j, &count));

          if (count != TRINH_REGISTER_CITED && !g_ptr_array_find (rows, address, NULL))
            g_ptr_array_add (rows, (gpointer) address);
        }
    }
  return rows;
}
