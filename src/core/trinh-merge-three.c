/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-merge-text-private.h"
#include "trinh-merge-three-private.h"

/* Members that belong together: who changes one has changed the thing. The first is what it is called. */
static const char *const groups[][4] = {
  { "value", "blank", "origin", NULL },
  { "text", "none", "carried_from", NULL },
};

/* Says how the value came in, not what it is. */
static const char *const silent[] = { "origin", "carried_from", NULL };

gboolean
_trinh_merge_is_blank (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) == 0;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return *json_node_get_string (node) == '\0';
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node);
}

gboolean
_trinh_merge_is_same (JsonNode *a,
                      JsonNode *b)
{
  if (_trinh_merge_is_blank (a) || _trinh_merge_is_blank (b))
    return _trinh_merge_is_blank (a) && _trinh_merge_is_blank (b);
  return _trinh_json_equal (a, b);
}

TrinhMergeVerdict
_trinh_merge_judge (gboolean has_base,
                    const TrinhMergeThree *three)
{
  if (_trinh_merge_is_same (three->ours, three->theirs))
    return TRINH_VERDICT_NOTHING;
  if (has_base && _trinh_merge_is_same (three->base, three->theirs))
    return TRINH_VERDICT_NOTHING;
  if (has_base && _trinh_merge_is_same (three->base, three->ours))
    return TRINH_VERDICT_TAKE;
  if (!has_base && _trinh_merge_is_blank (three->theirs))
    return TRINH_VERDICT_NOTHING;
  if (!has_base && _trinh_merge_is_blank (three->ours))
    return TRINH_VERDICT_TAKE;
  return TRINH_VERDICT_CONFLICT;
}

static JsonNode *
get_member (JsonNode *node,
            const char *name)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;
}

/* (nullable) */
const char *const *
_trinh_merge_find_group (TrinhMergeKind kind,
                         const char *name)
{
  if (kind != TRINH_MERGE_VALUE && kind != TRINH_MERGE_SECTION)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strv_contains (groups[i], name))
      return groups[i];
  return NULL;
}

/* The members of a group as an object, or the one member. (transfer full) (nullable) */
JsonNode *
_trinh_merge_pick (JsonNode *node,
                   const char *name,
                   const char *const *group,
                   gboolean all)
{
  g_autoptr (JsonNode) picked = NULL;
  JsonNode *member;

  if (group == NULL)
    {
      member = get_member (node, name);
      return member != NULL ? json_node_ref (member) : NULL;
    }
  picked = json_node_init_object (json_node_alloc (), NULL);
  json_node_take_object (picked, json_object_new ());
  for (guint i = 0; group[i] != NULL; i++)
    {
      member = get_member (node, group[i]);
      if (member != NULL && (all || (!g_strv_contains (silent, group[i]) && !_trinh_merge_is_blank (member))))
        json_object_set_member (json_node_get_object (picked), group[i], json_node_ref (member));
    }
  return g_steal_pointer (&picked);
}

/* Entries inside an entry (answers to a remark): each by its id. (transfer full) (nullable): %NULL where they do not merge */
static JsonNode *
merge_entries (const TrinhMergeThree *three)
{
  g_autoptr (JsonNode) result = NULL;
  JsonArray *ours;
  JsonArray *theirs;
  JsonArray *array;

  if (three->ours == NULL || three->theirs == NULL || !_trinh_merge_is_register (three->ours) || !_trinh_merge_is_register (three->theirs))
    return NULL;
  ours = json_node_get_array (three->ours);
  theirs = json_node_get_array (three->theirs);
  array = json_array_new ();
  result = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (result, array);
  for (guint i = 0; i < json_array_get_length (ours); i++)
    {
      JsonNode *entry = json_array_get_element (ours, i);
      const char *id = json_object_get_string_member (json_node_get_object (entry), "id");
      const TrinhMergeThree inner = { _trinh_merge_find_entry (three->base, id), entry, _trinh_merge_find_entry (three->theirs, id) };
      const TrinhMergeVerdict verdict = _trinh_merge_judge (three->base != NULL, &inner);

      if (verdict == TRINH_VERDICT_CONFLICT)
        return NULL;
      if (verdict == TRINH_VERDICT_NOTHING || inner.theirs != NULL)
        json_array_add_element (array, json_node_ref (verdict == TRINH_VERDICT_TAKE ? inner.theirs : entry));
    }
  for (guint i = 0; i < json_array_get_length (theirs); i++)
    {
      JsonNode *entry = json_array_get_element (theirs, i);
      const char *id = json_object_get_string_member (json_node_get_object (entry), "id");
      const TrinhMergeThree inner = { _trinh_merge_find_entry (three->base, id), NULL, entry };

      if (_trinh_merge_find_entry (three->ours, id) != NULL)
        continue;
      if (inner.base != NULL && !_trinh_json_equal (inner.base, entry))
        return NULL;
      if (inner.base == NULL)
        json_array_add_element (array, json_node_ref (entry));
    }
  return g_steal_pointer (&result);
}

static gboolean
is_none (JsonNode *node)
{
  JsonNode *none = get_member (node, "none");

  return none != NULL && json_node_get_boolean (none);
}

static const char *
get_text (JsonNode *node)
{
  JsonNode *text = get_member (node, "text");

  return text != NULL ? json_node_get_string (text) : "";
}

/* (transfer full) (nullable): what both changed, where it merges after all */
JsonNode *
_trinh_merge_reconcile (const char *name,
                        const TrinhMergeThree *three,
                        gboolean section)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!section || !g_str_equal (name, "text"))
    return merge_entries (three);
  if (three->base == NULL || is_none (three->ours) || is_none (three->theirs) || is_none (three->base))
    return NULL;
  text = _trinh_merge_text (get_text (three->base), get_text (three->ours), get_text (three->theirs));
  if (text == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "text", text);
  json_object_set_boolean_member (object, "none", FALSE);
  return json_node_init_object (json_node_alloc (), object);
}
