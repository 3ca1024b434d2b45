/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-private.h"
#include "trinh-report-private.h"
#include "trinh-review-changes.h"

/* Of the report's life, and not of what it says */
static gboolean
is_beside (TrinhMergeItem *item)
{
  if (item->kind == TRINH_MERGE_STATE)
    return TRUE;
  return (item->kind == TRINH_MERGE_ENTRY || item->kind == TRINH_MERGE_MEMBER) &&
         (_trinh_report_is_side_member (item->group) || g_str_equal (item->group, "replaces"));
}

GPtrArray *
trinh_review_list_changes (TrinhReport *before,
                           TrinhReport *after)
{
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TRINH_IS_REPORT (before), changes);
  g_return_val_if_fail (TRINH_IS_REPORT (after), changes);

  items = _trinh_merge_list_differences (before, after);
  for (guint i = 0; i < items->len; i++)
    if (!is_beside (items->pdata[i]))
      g_ptr_array_add (changes, g_object_ref (items->pdata[i]));

  return changes;
}
