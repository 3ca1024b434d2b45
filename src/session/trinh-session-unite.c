/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Two copies of a report of which one comes from the other: their remarks, reasons and steps, united by id. */

#include "config.h"

#include <string.h>

#include "trinh-session-review-private.h"

/* What somebody said or did; never changed, only added to */
static const char *const talk[] = { "comments", "acknowledgements", "journal" };
/* What this machine notes about copies that left it or came */
static const char *const own_notes[] = { "parts", "part", "merged", "base" };

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_text (JsonNode *node,
          const char *name)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_string_member_with_default (json_node_get_object (node), name, "") : "";
}

static gboolean
holds (JsonArray *array,
       const char *id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_str_equal (get_text (json_array_get_element (array, i), "id"), id))
      return TRUE;
  return FALSE;
}

typedef struct
{
  JsonNode *node; /* borrowed */
  gint64 at;
  guint position;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

/* A time that cannot be read is that of the entry before. */
static void
add_entry (GArray *entries,
           JsonNode *node)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (get_text (node, "at"), NULL);
  Entry entry = { node, 0, entries->len };

  if (time != NULL)
    entry.at = g_date_time_to_unix_usec (time);
  else if (entries->len > 0)
    entry.at = g_array_index (entries, Entry, entries->len - 1).at;
  g_array_append_val (entries, entry);
}

static gboolean
has_news (JsonArray *array,
          JsonArray *more)
{
  for (guint i = 0; more != NULL && i < json_array_get_length (more); i++)
    if (!holds (array, get_text (json_array_get_element (more, i), "id")))
      return TRUE;
  return FALSE;
}

static void
add_entries (GArray *entries,
             JsonArray *array,
             JsonArray *but)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!holds (but, get_text (json_array_get_element (array, i), "id")))
      add_entry (entries, json_array_get_element (array, i));
}

/* A copy that has all that the other has keeps its order, whatever the clocks say; where each has more, the times tell.
 * (transfer full) */
static JsonArray *
unite (JsonArray *array,
       JsonArray *more)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  JsonArray *united = json_array_new ();

  if (has_news (more, array))
    {
      add_entries (entries, array, NULL);
      add_entries (entries, more, array);
      g_array_sort (entries, compare_entries);
    }
  else
    add_entries (entries, more, NULL);
  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (united, json_node_copy (g_array_index (entries, Entry, i).node));
  return united;
}

static void
take_member (JsonObject *object,
             const char *name,
             JsonNode *node)
{
  if (node != NULL)
    json_object_set_member (object, name, json_node_copy (node));
  else
    json_object_remove_member (object, name);
}

/* The registrar's number and date: what one copy has the other gets. */
static gboolean
unite_blanks (JsonObject *object,
              TrinhReport *newer,
              TrinhReport *older)
{
  const char *const number = trinh_report_get_number (older);
  const char *const date = trinh_report_get_date (older);
  const char *const their_date = trinh_report_get_date (newer);

  if (*trinh_report_get_number (newer) == '\0' && *number != '\0')
    json_object_set_string_member (object, "number", number);
  else if (*number != '\0' && !g_str_equal (number, trinh_report_get_number (newer)))
    return FALSE;
  if (g_str_has_prefix (date, their_date) && !g_str_equal (date, their_date))
    json_object_set_string_member (object, "date", date);
  else if (!g_str_has_prefix (their_date, date))
    return FALSE;
  return TRUE;
}

JsonNode *
_trinh_session_unite (TrinhReport *ours,
                      TrinhReport *newer,
                      TrinhReport *older)
{
  g_autoptr (JsonNode) node = trinh_report_to_json (newer);
  g_autoptr (JsonNode) old = trinh_report_to_json (older);
  JsonObject *object = json_node_get_object (node);
  JsonObject *old_object = json_node_get_object (old);

  if (!unite_blanks (object, newer, older))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (talk); i++)
    if (has_news (get_array (object, talk[i]), get_array (old_object, talk[i])))
      json_object_set_array_member (object, talk[i], unite (get_array (object, talk[i]), get_array (old_object, talk[i])));
  for (guint i = 0; i < G_N_ELEMENTS (own_notes); i++)
    take_member (object, own_notes[i], trinh_report_get_member (ours, own_notes[i]));

  return g_steal_pointer (&node);
}

TrinhReport *
_trinh_session_load_node (TrinhSession *self,
                          JsonNode *node,
                          GError **error)
{
  char *text = trinh_json_to_text (node);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "report", error);

  return document != NULL ? trinh_report_load (document, trinh_session_get_library (self), error) : NULL;
}

static gboolean
has_content (TrinhReport *report,
             const char *digest)
{
  g_autoptr (GPtrArray) steps = trinh_review_list_steps (report);

  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (trinh_step_get_content (steps->pdata[i]), digest) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_all_steps (TrinhReport *report,
               TrinhReport *other)
{
  g_autoptr (JsonNode) node = trinh_report_to_json (report);
  g_autoptr (JsonNode) other_node = trinh_report_to_json (other);

  return !has_news (get_array (json_node_get_object (node), "journal"), get_array (json_node_get_object (other_node), "journal"));
}

TrinhDescent
_trinh_session_find_descent (TrinhReport *ours,
                             TrinhReport *theirs)
{
  g_autofree char *our_digest = trinh_review_dup_digest (ours);
  g_autofree char *their_digest = trinh_review_dup_digest (theirs);
  const gboolean from_us = has_content (theirs, our_digest);
  const gboolean from_them = has_content (ours, their_digest);

  if (g_str_equal (our_digest, their_digest))
    return TRINH_DESCENT_SAME;
  if (from_us && (!from_them || has_all_steps (theirs, ours)))
    return TRINH_DESCENT_THEIRS_LATER;
  if (from_them && (!from_us || has_all_steps (ours, theirs)))
    return TRINH_DESCENT_OURS_LATER;
  return TRINH_DESCENT_NONE;
}
