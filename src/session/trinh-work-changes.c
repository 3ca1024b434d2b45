/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-review-changes.h"
#include "trinh-work-changes.h"
#include "trinh-work-private.h"
#include "trinh-work-review.h"

/* The issued report whose place this one takes, where it is kept here. (transfer full) (nullable) */
static TrinhReport *
load_replaced (TrinhWork *self)
{
  JsonNode *node = trinh_report_get_member (trinh_work_get_report (self), "replaces");
  const char *id = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_string_member_with_default (json_node_get_object (node), "id", NULL) : NULL;

  return id != NULL ? trinh_store_load (trinh_work_get_store (self), id, _trinh_work_get_library (self), NULL) : NULL;
}

GPtrArray *
trinh_work_list_changes (TrinhWork *self,
                         GError **error)
{
  g_autoptr (TrinhReport) before = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), NULL);

  before = trinh_work_load_reviewed (self, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (before == NULL)
    before = load_replaced (self);

  return before != NULL ? trinh_review_list_changes (before, trinh_work_get_report (self)) : NULL;
}
