/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-entries-private.h"
#include "trinh-error.h"
#include "trinh-remarks.h"

static const TrinhEntries entries = { "comments", (TrinhEntryRead) trinh_remark_from_json, (TrinhEntryWrite) trinh_remark_to_json, NULL, NULL };

/* Remarks of a merged copy may stand in another order than they were made in: the times decide. */
static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  TrinhRemark *first = *(TrinhRemark **) a;
  TrinhRemark *second = *(TrinhRemark **) b;
  g_autoptr (GDateTime) one = g_date_time_new_from_iso8601 (trinh_remark_get_at (first), NULL);
  g_autoptr (GDateTime) two = g_date_time_new_from_iso8601 (trinh_remark_get_at (second), NULL);
  const int order = one != NULL && two != NULL ? g_date_time_compare (one, two) : 0;

  if (order != 0)
    return order;
  return (trinh_remark_get_thread (first) != NULL) - (trinh_remark_get_thread (second) != NULL);
}

/* An answer whose thread is not there begins one: nothing that was said is hidden. */
static GPtrArray *
find_thread (GHashTable *threads,
             TrinhRemark *remark)
{
  const char *id = trinh_remark_get_thread (remark);

  return id != NULL ? g_hash_table_lookup (threads, id) : NULL;
}

GPtrArray *
trinh_remarks_list_threads (TrinhReport *report)
{
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GHashTable) threads = NULL;
  GPtrArray *list;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  remarks = _trinh_entries_list (&entries, report);
  g_ptr_array_sort (remarks, compare_times);
  threads = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < remarks->len; i++)
    {
      TrinhRemark *remark = remarks->pdata[i];
      GPtrArray *thread = find_thread (threads, remark);

      if (thread == NULL)
        {
          thread = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (thread, g_object_ref (remark));
          g_ptr_array_add (list, trinh_remark_thread_new (thread));
          g_hash_table_insert (threads, (gpointer) trinh_remark_get_id (remark), thread);
        }
      else
        g_ptr_array_add (thread, g_object_ref (remark));
    }
  return list;
}

static gboolean
is_at (TrinhRemark *remark,
       const char *cell,
       const char *section)
{
  return g_strcmp0 (trinh_remark_get_cell (remark), cell) == 0 && g_strcmp0 (trinh_remark_get_section (remark), section) == 0;
}

GPtrArray *
trinh_remarks_list_at (TrinhReport *report,
                       const char *cell,
                       const char *section)
{
  GPtrArray *threads;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  threads = trinh_remarks_list_threads (report);
  for (guint i = threads->len; i > 0; i--)
    if (!is_at (trinh_remark_thread_get_first (threads->pdata[i - 1]), cell, section))
      g_ptr_array_remove_index (threads, i - 1);
  return threads;
}

TrinhRemarkThread *
trinh_remarks_find_thread (TrinhReport *report,
                           const char *id)
{
  g_autoptr (GPtrArray) threads = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  threads = trinh_remarks_list_threads (report);
  for (guint i = 0; i < threads->len; i++)
    if (g_str_equal (trinh_remark_thread_get_id (threads->pdata[i]), id))
      return g_object_ref (threads->pdata[i]);
  return NULL;
}

guint
trinh_remarks_count_open (TrinhReport *report)
{
  g_autoptr (GPtrArray) threads = NULL;
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (report), 0);

  threads = trinh_remarks_list_threads (report);
  for (guint i = 0; i < threads->len; i++)
    n += !trinh_remark_thread_get_settled (threads->pdata[i]);
  return n;
}

guint
trinh_remarks_count_unanswered (TrinhReport *report,
                                const char *by)
{
  g_autoptr (GPtrArray) threads = NULL;
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (report), 0);
  g_return_val_if_fail (by != NULL, 0);

  threads = trinh_remarks_list_threads (report);
  for (guint i = 0; i < threads->len; i++)
    n += !trinh_remark_thread_get_settled (threads->pdata[i]) &&
         !g_str_equal (trinh_remark_get_by (trinh_remark_thread_get_first (threads->pdata[i])), by) &&
         !g_str_equal (trinh_remark_get_by (trinh_remark_thread_get_last (threads->pdata[i])), by);
  return n;
}

static gboolean
has_words (TrinhRemark *remark)
{
  g_autofree char *text = g_strdup (trinh_remark_get_text (remark));

  return *g_strstrip (text) != '\0';
}

TrinhEdit *
trinh_remarks_make_add (TrinhReport *report,
                        TrinhRemark *remark,
                        GError **error)
{
  TrinhEdit *edit;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REMARK (remark), NULL);

  if (trinh_remark_get_mark (remark) == TRINH_REMARK_SAYS && !has_words (remark))
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("A remark needs words."));
      return NULL;
    }
  /* Translators: what can be undone */
  edit = trinh_edit_new (_ ("remark"));
  trinh_edit_set_author (edit, trinh_remark_get_by (remark));
  _trinh_entries_append (&entries, report, edit, remark);

  return edit;
}
