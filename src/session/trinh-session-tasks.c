/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session-private.h"

static gboolean
is_source (TrinhReport *report,
           TrinhStoreEntry *entry)
{
  g_autoptr (TrinhOffice) office = trinh_office_new (trinh_store_entry_get_office (entry), trinh_store_entry_get_office_code (entry), NULL, NULL, NULL, NULL);

  return !g_str_equal (trinh_store_entry_get_id (entry), trinh_report_get_id (report)) &&
         trinh_office_is_same (trinh_report_get_office (report), office);
}

/* The newest period first */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return trinh_period_compare (trinh_store_entry_get_period (*(TrinhStoreEntry **) b), trinh_store_entry_get_period (*(TrinhStoreEntry **) a));
}

GPtrArray *
trinh_session_list_task_sources (TrinhSession *self,
                                 TrinhReport *report)
{
  GPtrArray *sources;
  TrinhStore *store;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  sources = g_ptr_array_new_with_free_func (g_object_unref);
  store = trinh_session_get_store (self, NULL);
  for (guint i = 0; store != NULL && i < g_list_model_get_n_items (trinh_store_get_entries (store)); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (trinh_store_get_entries (store), i);

      if (is_source (report, entry))
        g_ptr_array_add (sources, g_steal_pointer (&entry));
    }
  g_ptr_array_sort (sources, compare_entries);

  return sources;
}

gboolean
trinh_session_take_over_tasks (TrinhSession *self,
                               TrinhWork *work,
                               const char *id,
                               guint *n_taken,
                               GError **error)
{
  TrinhStore *store;
  TrinhReport *report;
  g_autoptr (TrinhReport) other = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  TrinhTaskCounts before, after;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (n_taken != NULL, FALSE);

  *n_taken = 0;
  report = trinh_work_get_report (work);
  store = trinh_session_get_store (self, error);
  other = store != NULL ? trinh_store_load (store, id, trinh_session_get_library (self), error) : NULL;
  if (other == NULL)
    return FALSE;

  edit = trinh_tasks_make_take_over (report, other);
  if (edit == NULL)
    return TRUE;
  trinh_tasks_count (report, NULL, &before);
  if (!trinh_work_apply (work, edit, error))
    return FALSE;
  trinh_tasks_count (report, NULL, &after);
  *n_taken = after.n_planned - before.n_planned;

  return TRUE;
}
