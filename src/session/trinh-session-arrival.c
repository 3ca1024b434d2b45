/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A file comes to a machine that may have the report already. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf.h"
#include "trinh-session-review-private.h"

/* What is signed here stays signed, also where no step says how it came to be. */
static void
set_state (JsonNode *node,
           TrinhReport *united,
           TrinhReport *ours)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (united);
  g_autofree char *digest = trinh_review_dup_digest (united);
  TrinhReportState state = trinh_review_compute_state (steps, digest);

  if (trinh_report_get_state (ours) >= TRINH_STATE_SIGNED && state < trinh_report_get_state (ours))
    state = trinh_report_get_state (ours);
  json_object_set_string_member (json_node_get_object (node), "state", trinh_report_state_to_nick (state));
}

static gboolean
is_equal_but_for_revision (JsonNode *node,
                           TrinhReport *report)
{
  g_autoptr (JsonNode) other = trinh_report_to_json (report);

  json_object_set_int_member (json_node_get_object (node), "revision", trinh_report_get_revision (report));

  return json_node_equal (node, other);
}

/* A state without steps is that of the copy whose content it is: there is nothing to compute it from. */
static JsonNode *
make_united (TrinhSession *self,
             TrinhReport *ours,
             TrinhReport *newer,
             TrinhReport *older,
             GError **error)
{
  g_autoptr (JsonNode) node = _trinh_session_unite (ours, newer, older);
  g_autoptr (TrinhReport) united = node != NULL ? _trinh_session_load_node (self, node, error) : NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (united == NULL)
    return NULL;
  steps = trinh_review_list_steps (united);
  if (steps->len > 0)
    set_state (node, united, ours);

  return g_steal_pointer (&node);
}

/* @united says the same as @ours but for what came in. */
static gboolean
take_over (TrinhSession *self,
           JsonNode *united,
           TrinhReport *ours,
           TrinhReport *theirs,
           GError **error)
{
  const guint revision = MAX (trinh_report_get_revision (ours), trinh_report_get_revision (theirs));
  g_autoptr (TrinhReport) report = NULL;

  if (is_equal_but_for_revision (united, ours))
    return TRUE;
  if (!is_equal_but_for_revision (united, theirs) || trinh_report_get_revision (ours) >= trinh_report_get_revision (theirs))
    json_object_set_int_member (json_node_get_object (united), "revision", revision + 1);
  report = _trinh_session_load_node (self, united, error);

  return report != NULL && trinh_store_import (trinh_session_get_store (self, NULL), report, NULL, error);
}

gboolean
_trinh_session_bring_in (TrinhSession *self,
                         TrinhReport *ours,
                         TrinhReport *theirs,
                         gboolean *done,
                         GError **error)
{
  const TrinhDescent descent = _trinh_session_find_descent (ours, theirs);
  const gboolean later = descent == TRINH_DESCENT_THEIRS_LATER;
  g_autoptr (JsonNode) united = NULL;
  g_autoptr (GError) local_error = NULL;

  *done = FALSE;
  if (descent == TRINH_DESCENT_NONE || trinh_report_part_get_own (ours) != NULL || trinh_report_part_get_own (theirs) != NULL ||
      (later && trinh_report_get_state (ours) >= TRINH_STATE_SIGNED))
    return TRUE;

  united = make_united (self, ours, later ? theirs : ours, later ? ours : theirs, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (united == NULL)
    return TRUE;
  *done = TRUE;

  return take_over (self, united, ours, theirs, error);
}

/* What the signatory is shown here is what is compared with at the next submission. */
gboolean
_trinh_session_keep_reviewed (TrinhSession *self,
                              TrinhReport *report,
                              GError **error)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (report);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  if (steps->len == 0 || !trinh_review_is_on_content (report, steps->pdata[steps->len - 1]))
    return TRUE;
  content = trinh_report_dup_content (report);
  sha256 = trinh_store_put_file (trinh_session_get_store (self, NULL), "reviewed.trinhky", TRINH_REPORT_MEDIA_TYPE, content, error);

  return sha256 != NULL;
}

/* The last step that both know, where what it was done to is kept here. (transfer full) (nullable) */
TrinhReport *
_trinh_session_load_common (TrinhSession *self,
                            TrinhReport *ours,
                            TrinhReport *theirs)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (theirs);
  g_autoptr (GPtrArray) own = trinh_review_list_steps (ours);
  TrinhReport *found = NULL;

  for (guint i = steps->len; i > 0 && found == NULL; i--)
    for (guint j = own->len; j > 0 && found == NULL; j--)
      {
        const char *content = trinh_step_get_content (steps->pdata[i - 1]);

        if (content != NULL && g_str_equal (trinh_step_get_id (steps->pdata[i - 1]), trinh_step_get_id (own->pdata[j - 1])))
          found = _trinh_session_load_kept (self, content);
      }
  return found;
}
