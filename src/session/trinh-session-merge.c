/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-private.h"

#define MEDIA_TYPE "application/vnd.trinhky.report+json"

static char *
make_time (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format_iso8601 (now);
}

static char *
compute_sha256 (TrinhReport *report)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (report);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* (nullable): the SHA-256 of the state that a copy says it comes from */
static const char *
get_base (TrinhReport *report)
{
  JsonNode *node = trinh_report_get_member (report, "base");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* A state that was kept when a copy left; (transfer full) (nullable) */
TrinhReport *
_trinh_session_load_kept (TrinhSession *self,
                          const char *sha256)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;

  if (trinh_session_get_store (self, NULL) == NULL)
    return NULL;
  bytes = trinh_store_get_file (trinh_session_get_store (self, NULL), sha256, NULL, NULL, NULL);
  document = bytes != NULL ? trinh_json_document_parse (bytes, "base", NULL) : NULL;

  return document != NULL ? trinh_report_load (document, trinh_session_get_library (self), NULL) : NULL;
}

/* (nullable) */
static JsonArray *
get_merged (TrinhReport *report)
{
  JsonNode *node = trinh_report_get_member (report, "merged");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
holds (JsonArray *array,
       const char *sha256)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_array_get_string_element (array, i), sha256) == 0)
      return TRUE;
  return FALSE;
}

/* The state that a copy left with; (transfer full) (nullable) */
static TrinhReport *
load_base (TrinhSession *self,
           TrinhReport *ours,
           TrinhReport *theirs,
           gboolean kept)
{
  const char *sha256 = get_base (theirs);
  g_autofree char *own = sha256 != NULL ? compute_sha256 (ours) : NULL;

  if (sha256 == NULL)
    return NULL;
  if (g_str_equal (own, sha256))
    return trinh_report_snapshot (ours);
  return kept ? _trinh_session_load_kept (self, sha256) : NULL;
}

/* What a copy sent back before, and was brought in here, is nearer to both than the state it once left with: the last of
 * them. Those that @base knows already came before it. (transfer full) (nullable) */
static TrinhReport *
load_last_return (TrinhSession *self,
                  TrinhReport *ours,
                  TrinhReport *theirs,
                  TrinhReport *base)
{
  JsonArray *sent = get_merged (theirs);
  JsonArray *before = base != NULL ? get_merged (base) : NULL;

  for (guint i = sent != NULL ? json_array_get_length (sent) : 0; i > 0; i--)
    {
      const char *sha256 = json_array_get_string_element (sent, i - 1);
      TrinhReport *found = NULL;

      if (holds (before, sha256))
        return NULL;
      if (holds (get_merged (ours), sha256))
        found = _trinh_session_load_kept (self, sha256);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The nearest state that both come from: a step is older than what left after it. (transfer full) (nullable) */
static TrinhReport *
find_base (TrinhSession *self,
           TrinhReport *ours,
           TrinhReport *theirs,
           gboolean kept)
{
  g_autoptr (TrinhReport) base = load_base (self, ours, theirs, kept);
  g_autoptr (TrinhReport) returned = kept ? load_last_return (self, ours, theirs, base) : NULL;

  if (returned != NULL)
    return g_steal_pointer (&returned);
  if (base == NULL && kept)
    return _trinh_session_load_common (self, ours, theirs);
  return g_steal_pointer (&base);
}

TrinhMerge *
trinh_session_merge (TrinhSession *self,
                     TrinhReport *ours,
                     TrinhReport *theirs,
                     TrinhReport *base,
                     gboolean kept,
                     GError **error)
{
  g_autoptr (TrinhReport) found = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (ours), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (theirs), NULL);

  found = base != NULL ? g_object_ref (base) : find_base (self, ours, theirs, kept);

  return trinh_merge_new (found, ours, theirs, error);
}

gboolean
_trinh_session_is_stored (TrinhSession *self,
                          const char *id)
{
  GListModel *entries = trinh_store_get_entries (trinh_session_get_store (self, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (trinh_store_entry_get_id (entry), id))
        return TRUE;
    }

  return FALSE;
}

gboolean
trinh_session_apply_merge (TrinhSession *self,
                           TrinhWork *work,
                           TrinhMerge *merge,
                           GError **error)
{
  g_autofree char *now = make_time ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (TRINH_IS_MERGE (merge), FALSE);

  /* Kept for the next return: what is brought in now is the state that both then come from. */
  bytes = trinh_report_to_bytes (trinh_merge_get_copy (merge));
  sha256 = trinh_store_put_file (trinh_work_get_store (work), "merged.trinhky", MEDIA_TYPE, bytes, error);
  if (sha256 == NULL)
    return FALSE;
  edit = trinh_merge_make_edit (merge, now);

  return trinh_work_apply (work, edit, error);
}

/* A snapshot as it leaves: what it comes from, and which part it is. (transfer full) */
static GBytes *
make_part_bytes (TrinhReport *report,
                 const char *part,
                 const char *sha256,
                 GError **error)
{
  g_autoptr (TrinhReport) copy = trinh_report_snapshot (report);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");

  trinh_edit_set_member_string (edit, "base", sha256);
  trinh_edit_set_member_string (edit, "part", part);

  return trinh_report_apply (copy, edit, error) ? trinh_report_to_bytes (copy) : NULL;
}

static TrinhReportPart *
find_part (TrinhReport *report,
           const char *id,
           GError **error)
{
  TrinhReportPart *part = trinh_report_part_find (report, id);

  if (part == NULL)
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The report has no part “%s”."), id);

  return part;
}

GBytes *
trinh_session_make_part (TrinhReport *report,
                         const char *id,
                         const char *sha256,
                         GError **error)
{
  g_autoptr (TrinhReportPart) part = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  part = find_part (report, id, error);

  return part != NULL ? make_part_bytes (report, id, sha256, error) : NULL;
}

static TrinhEdit *
make_sent_edit (TrinhReport *report,
                TrinhReportPart *part)
{
  g_autofree char *now = make_time ();
  g_autoptr (TrinhReportPart) sent = trinh_report_part_send (part, now);
  TrinhEdit *edit = trinh_edit_new (_ ("part sent"));

  trinh_edit_set_part (edit, report, sent);

  return edit;
}

/* The state that leaves is kept first, the file written next: only a part that has left counts as sent. */
gboolean
trinh_session_send_part (TrinhSession *self,
                         TrinhWork *work,
                         const char *id,
                         GFile *target,
                         GError **error)
{
  TrinhReport *report;
  g_autoptr (TrinhReportPart) part = NULL;
  g_autoptr (TrinhReport) leaving = NULL;
  g_autoptr (TrinhEdit) rehearsed = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GBytes) base = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  report = trinh_work_get_report (work);
  part = find_part (report, id, error);
  if (part == NULL)
    return FALSE;
  leaving = trinh_report_snapshot (report);
  edit = make_sent_edit (report, part);
  rehearsed = make_sent_edit (leaving, part);
  if (!trinh_report_apply (leaving, rehearsed, error))
    return FALSE;

  base = trinh_report_to_bytes (leaving);
  sha256 = trinh_store_put_file (trinh_work_get_store (work), "base.trinhky", MEDIA_TYPE, base, error);
  if (sha256 == NULL)
    return FALSE;
  bytes = make_part_bytes (leaving, id, sha256, error);

  return bytes != NULL && trinh_session_write_file (target, bytes, error) && trinh_work_apply (work, edit, error);
}

/* So that the next copy sent back tells which was before it */
static TrinhEdit *
make_sent_back_edit (TrinhReport *report,
                     GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  JsonArray *before = get_merged (report);
  g_autoptr (JsonArray) after = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  TrinhEdit *edit = trinh_edit_new (_ ("part sent"));

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    json_array_add_string_element (after, json_array_get_string_element (before, i));
  json_array_add_string_element (after, sha256);
  json_node_set_array (node, after);
  trinh_edit_set_member (edit, "merged", node);

  return edit;
}

gboolean
trinh_session_send_back (TrinhWork *work,
                         GFile *target,
                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  bytes = trinh_report_to_bytes (trinh_work_get_report (work));
  if (!trinh_session_write_file (target, bytes, error))
    return FALSE;
  /* What is only read takes no member any more, and does not change between two returns either. */
  if (trinh_work_get_read_only (work))
    return TRUE;
  edit = make_sent_back_edit (trinh_work_get_report (work), bytes);

  return trinh_work_apply (work, edit, error);
}
