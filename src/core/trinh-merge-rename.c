/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "trinh-document-register-private.h"
#include "trinh-edit-private.h"
#include "trinh-merge-private.h"

typedef struct
{
  TrinhMergeSide *base;
  TrinhMergeSide *ours;
  TrinhMergeSide *theirs;
  GHashTable *names; /* as texts name it: "bm8:r3" → "bm8:r5", "doc:d2" → "doc:d4" */
  GHashTable *ids;   /* "documents/d2" → "d4" */
} Rename;

static gboolean
is_name_end (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == 0 || !(g_unichar_isalnum (c) || c == '-' || c == '_' || c == '.');
}

static const char *
find_name (GHashTable *names,
           const char *at,
           const char **old)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (at, key) && is_name_end (at + strlen (key)))
      {
        *old = key;
        return value;
      }
  return NULL;
}

/* (transfer full) */
static char *
rename_in_text (GHashTable *names,
                const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gboolean begin = TRUE;

  while (*text != '\0')
    {
      const char *old = NULL;
      const char *fresh = begin ? find_name (names, text, &old) : NULL;
      const char *next = g_utf8_next_char (text);

      if (fresh != NULL)
        {
          g_string_append (result, fresh);
          text += strlen (old);
          continue;
        }
      begin = is_name_end (text);
      g_string_append_len (result, text, next - text);
      text = next;
    }
  return g_string_free_and_steal (g_steal_pointer (&result));
}

static JsonNode *rename_in_node (GHashTable *names, JsonNode *node);

static JsonNode *
rename_in_array (GHashTable *names,
                 JsonNode *node)
{
  JsonArray *from = json_node_get_array (node);
  JsonArray *to = json_array_new ();
  JsonNode *copy = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < json_array_get_length (from); i++)
    json_array_add_element (to, rename_in_node (names, json_array_get_element (from, i)));
  json_node_take_array (copy, to);
  return copy;
}

static JsonNode *
rename_in_object (GHashTable *names,
                  JsonNode *node)
{
  JsonObject *to = json_object_new ();
  JsonNode *copy = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (to, name, rename_in_node (names, member));
  json_node_take_object (copy, to);
  return copy;
}

/* A copy in which every text names what has another name now. */
static JsonNode *
rename_in_node (GHashTable *names,
                JsonNode *node)
{
  g_autofree char *text = NULL;
  JsonNode *copy;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return rename_in_array (names, node);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return rename_in_object (names, node);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  text = rename_in_text (names, json_node_get_string (node));
  copy = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (copy, text);
  return copy;
}

static guint
find_last_number (const char *const *keys,
                  guint last)
{
  for (guint i = 0; keys[i] != NULL; i++)
    last = MAX (last, (guint) g_ascii_strtoull (keys[i] + 1, NULL, 10));
  return last;
}

/* A row of ours that the base has not and that says the same: it came from this copy before. */
static const char *
find_twin_row (Rename *rename,
               TrinhForm *form,
               const char *key,
               GHashTable *taken)
{
  const char *id = trinh_form_get_id (form);
  const char *const *ours = _trinh_merge_side_get_rows (rename->ours, id);
  const char *const *base = _trinh_merge_side_get_rows (rename->base, id);
  g_autofree char *wanted = _trinh_merge_side_describe_row (rename->theirs, form, key);

  for (guint i = 0; ours[i] != NULL; i++)
    {
      g_autofree char *text = NULL;

      if (g_strv_contains (base, ours[i]) || g_hash_table_contains (taken, ours[i]))
        continue;
      text = _trinh_merge_side_describe_row (rename->ours, form, ours[i]);
      if (g_str_equal (text, wanted))
        return ours[i];
    }
  return NULL;
}

static void
name_rows (Rename *rename,
           TrinhForm *form)
{
  const char *id = trinh_form_get_id (form);
  const char *const *ours = _trinh_merge_side_get_rows (rename->ours, id);
  const char *const *theirs = _trinh_merge_side_get_rows (rename->theirs, id);
  const char *const *base = _trinh_merge_side_get_rows (rename->base, id);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = find_last_number (base, find_last_number (ours, find_last_number (theirs, 0)));

  for (guint i = 0; theirs[i] != NULL; i++)
    {
      const char *twin;
      g_autofree char *fresh = NULL;

      if (g_strv_contains (base, theirs[i]))
        continue;
      twin = find_twin_row (rename, form, theirs[i], taken);
      if (twin != NULL)
        g_hash_table_add (taken, (gpointer) twin);
      if (twin == NULL && !g_strv_contains (ours, theirs[i]))
        continue;
      fresh = twin != NULL ? g_strdup (twin) : g_strdup_printf ("r%u", ++last);
      if (!g_str_equal (fresh, theirs[i]))
        g_hash_table_insert (rename->names, g_strdup_printf ("%s:%s", id, theirs[i]), g_strdup_printf ("%s:%s", id, fresh));
    }
}

static const char *
find_twin_entry (Rename *rename,
                 const char *name,
                 JsonNode *entry,
                 GHashTable *taken)
{
  JsonArray *ours = json_object_get_array_member (rename->ours->members, name);
  JsonNode *base = json_object_get_member (rename->base->members, name);
  g_autofree char *wanted = _trinh_merge_describe_entry (entry);

  for (guint i = 0; i < json_array_get_length (ours); i++)
    {
      JsonNode *candidate = json_array_get_element (ours, i);
      const char *id = json_object_get_string_member (json_node_get_object (candidate), "id");
      g_autofree char *text = _trinh_merge_describe_entry (candidate);

      if (g_str_equal (text, wanted) && _trinh_merge_find_entry (base, id) == NULL && !g_hash_table_contains (taken, id))
        return id;
    }
  return NULL;
}

/* Ids that two people give alike; a UUID is given once, so who has the same has the same entry. */
static gboolean
is_counted (const char *id)
{
  const gsize n = strcspn (id, "0123456789");

  return id[n] != '\0' && strspn (id + n, "0123456789") == strlen (id + n) && strlen (id + n) < 7;
}

/* The highest number that an entry with this stem has on any side; one of those below may have been taken out. */
static guint
find_highest (Rename *rename,
              const char *name,
              const char *stem)
{
  TrinhMergeSide *sides[] = { rename->base, rename->ours, rename->theirs };
  guint highest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      JsonNode *node = json_object_get_member (sides[i]->members, name);
      JsonArray *array = node != NULL && _trinh_merge_is_register (node) ? json_node_get_array (node) : NULL;

      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        {
          const char *id = json_object_get_string_member (json_array_get_object_element (array, j), "id");

          if (is_counted (id) && g_str_has_prefix (id, stem) && g_ascii_isdigit (id[strlen (stem)]))
            highest = MAX (highest, (guint) strtoul (id + strlen (stem), NULL, 10));
        }
      node = g_str_equal (name, TRINH_DOCUMENTS_MEMBER) ? json_object_get_member (sides[i]->members, TRINH_LAST_DOCUMENT_MEMBER) : NULL;
      if (node != NULL && _trinh_document_register_get_number (json_node_get_string (node)) > highest)
        highest = (guint) _trinh_document_register_get_number (json_node_get_string (node));
    }
  return highest;
}

/* "d2" → "d4": the letters kept, the next number that nobody has */
static char *
make_id (Rename *rename,
         const char *name,
         const char *id,
         GHashTable *taken)
{
  g_autofree char *stem = g_strndup (id, strcspn (id, "0123456789"));

  for (guint number = find_highest (rename, name, stem) + 1;; number++)
    {
      g_autofree char *fresh = g_strdup_printf ("%s%u", stem, number);

      if (!g_hash_table_contains (taken, fresh))
        return g_steal_pointer (&fresh);
    }
}

static void
name_entries (Rename *rename,
              const char *name,
              JsonNode *theirs)
{
  JsonNode *ours = json_object_get_member (rename->ours->members, name);
  JsonNode *base = json_object_get_member (rename->base->members, name);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = json_node_get_array (theirs);

  if (ours == NULL || !_trinh_merge_is_register (ours))
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *entry = json_array_get_element (array, i);
      const char *id = json_object_get_string_member (json_node_get_object (entry), "id");
      const char *twin;
      g_autofree char *fresh = NULL;

      if (!is_counted (id) || _trinh_merge_find_entry (base, id) != NULL)
        continue;
      twin = find_twin_entry (rename, name, entry, taken);
      if (twin == NULL && _trinh_merge_find_entry (ours, id) == NULL)
        continue;
      fresh = twin != NULL ? g_strdup (twin) : make_id (rename, name, id, taken);
      g_hash_table_add (taken, g_strdup (fresh));
      if (g_str_equal (fresh, id))
        continue;
      g_hash_table_insert (rename->ids, g_strdup_printf ("%s/%s", name, id), g_strdup (fresh));
      if (g_str_equal (name, "documents"))
        g_hash_table_insert (rename->names, g_strdup_printf ("doc:%s", id), g_strdup_printf ("doc:%s", fresh));
    }
}

static void
rename_rows (Rename *rename)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_node_unref);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, rename->theirs->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *address = rename_in_text (rename->names, key);

      g_hash_table_insert (cells, (gpointer) g_intern_string (address), json_node_ref (value));
    }
  g_hash_table_iter_init (&iter, rename->theirs->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (char **at = value; *at != NULL; at++)
      {
        g_autofree char *name = g_strdup_printf ("%s:%s", (const char *) key, *at);
        const char *fresh = g_hash_table_lookup (rename->names, name);

        if (fresh != NULL)
          g_set_str (at, fresh + strlen (key) + 1);
      }
  g_hash_table_unref (rename->theirs->cells);
  rename->theirs->cells = g_steal_pointer (&cells);
}

static void
rename_entries (Rename *rename,
                const char *name,
                JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      g_autofree char *key = g_strdup_printf ("%s/%s", name, json_object_get_string_member (entry, "id"));
      const char *fresh = g_hash_table_lookup (rename->ids, key);

      if (fresh != NULL)
        json_object_set_string_member (entry, "id", fresh);
    }
}

static void
carry_out (Rename *rename)
{
  TrinhMergeSide *theirs = rename->theirs;
  g_autoptr (GList) names = json_object_get_members (theirs->members);
  GHashTableIter iter;
  gpointer value;

  rename_rows (rename);
  g_hash_table_iter_init (&iter, theirs->sections);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_iter_replace (&iter, rename_in_node (rename->names, value));
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (theirs->members, l->data);
      JsonNode *renamed = rename_in_node (rename->names, node);

      if (_trinh_merge_is_register (renamed))
        rename_entries (rename, l->data, renamed);
      json_object_set_member (theirs->members, l->data, renamed);
    }
}

/* Without a base nobody knows whether a name that both have was given by both: it is one thing then. */
void
_trinh_merge_rename (TrinhMergeSide *base,
                     TrinhMergeSide *ours,
                     TrinhMergeSide *theirs)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Rename rename = { base, ours, theirs, names, ids };
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (ours->report));
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (base == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_form_get_list (form))
        name_rows (&rename, form);
    }
  json_object_iter_init_ordered (&iter, theirs->members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (_trinh_merge_is_register (node))
      name_entries (&rename, name, node);
  if (g_hash_table_size (names) > 0 || g_hash_table_size (ids) > 0)
    carry_out (&rename);
}
