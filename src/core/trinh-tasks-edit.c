/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-form-row.h"
#include "trinh-tasks-private.h"

static void
append (GPtrArray *tasks,
        GPtrArray *added)
{
  guint number = _trinh_entries_find_last_number (&_trinh_tasks_entries, tasks, 'k');

  for (guint i = 0; i < added->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", ++number);

      g_ptr_array_add (tasks, trinh_task_with_id (added->pdata[i], id));
    }
}

TrinhEdit *
trinh_tasks_make_add (TrinhReport *report,
                      GPtrArray *tasks)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (tasks != NULL, NULL);

  if (tasks->len == 0)
    return NULL;
  all = trinh_tasks_list (report);
  append (all, tasks);
  /* Translators: what can be undone */
  label = tasks->len == 1 ? g_strdup (_ ("new task")) : g_strdup_printf (ngettext ("%u new task", "%u new tasks", tasks->len), tasks->len);
  return _trinh_entries_make_edit (&_trinh_tasks_entries, label, all);
}

TrinhEdit *
trinh_tasks_make_change (TrinhReport *report,
                         TrinhTask *task)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_TASK (task), NULL);

  return _trinh_entries_make_change (&_trinh_tasks_entries, report, task, _ ("task"));
}

TrinhEdit *
trinh_tasks_make_remove (TrinhReport *report,
                         const char *const *ids)
{
  g_autoptr (GPtrArray) tasks = NULL;
  guint before;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  tasks = trinh_tasks_list (report);
  before = tasks->len;
  for (guint i = tasks->len; i > 0; i--)
    if (g_strv_contains (ids, trinh_task_get_id (tasks->pdata[i - 1])))
      g_ptr_array_remove_index (tasks, i - 1);
  return tasks->len < before ? _trinh_entries_make_edit (&_trinh_tasks_entries, _ ("removed task"), tasks) : NULL;
}

TrinhEdit *
trinh_tasks_make_move (TrinhReport *report,
                       const char *id,
                       guint position)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return _trinh_entries_make_move (&_trinh_tasks_entries, report, id, position, _ ("order of the tasks"));
}

/* The same row here: of another regime by its concept */
static const char *
find_row (TrinhRegime *here,
          TrinhRegime *there,
          const char *address)
{
  TrinhFormRow *row = NULL;
  const char *concept;

  if (g_str_equal (trinh_regime_get_id (here), trinh_regime_get_id (there)))
    return trinh_regime_find_cell (here, address, NULL, NULL, NULL) ? address : NULL;
  if (!trinh_regime_find_cell (there, address, NULL, &row, NULL))
    return NULL;
  concept = trinh_form_row_get_concept (row);
  return concept != NULL ? trinh_regime_find_concept (here, concept) : NULL;
}

static TrinhTask *
bring_home (TrinhReport *report,
            TrinhReport *other,
            TrinhTask *task)
{
  const char *const *counts = trinh_task_get_counts (task);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; counts[i] != NULL; i++)
    {
      const char *row = find_row (trinh_report_get_regime (report), trinh_report_get_regime (other), counts[i]);

      if (row != NULL)
        g_ptr_array_add (rows, (gpointer) row);
    }
  g_ptr_array_add (rows, NULL);
  return trinh_task_with_content (task, trinh_task_get_title (task), trinh_task_get_lead (task), trinh_task_get_due (task), trinh_task_get_done (task), (const char *const *) rows->pdata);
}

static gboolean
has_task (GPtrArray *tasks,
          TrinhTask *task)
{
  for (guint i = 0; i < tasks->len; i++)
    if (trinh_task_is_same (tasks->pdata[i], task))
      return TRUE;
  return FALSE;
}

TrinhEdit *
trinh_tasks_make_take_over (TrinhReport *report,
                            TrinhReport *other)
{
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GPtrArray) taken = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (other), NULL);

  known = trinh_tasks_list (report);
  theirs = trinh_tasks_list (other);
  taken = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < theirs->len; i++)
    if (!has_task (known, theirs->pdata[i]))
      g_ptr_array_add (taken, bring_home (report, other, theirs->pdata[i]));
  return trinh_tasks_make_add (report, taken);
}
