/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-regime-draft-private.h"

static JsonArray *
get_array (TrinhRegimeDraft *self,
           const char *document,
           const char *array)
{
  JsonNode *root = trinh_regime_draft_get_document (self, document);
  JsonNode *node = root != NULL ? json_object_get_member (json_node_get_object (root), array) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_parent (TrinhRegimeDraft *self,
            const char *document,
            const char *array,
            guint index)
{
  JsonNode *root;

  if (array != NULL)
    return trinh_regime_draft_get_element (self, document, array, index);
  root = trinh_regime_draft_get_document (self, document);
  return root != NULL ? json_node_get_object (root) : NULL;
}

/* The same in the documents of a step, where it may be changed. */
static JsonObject *
edit_parent (TrinhDraftStep *step,
             const char *document,
             const char *array,
             guint index)
{
  JsonArray *elements;

  if (array == NULL)
    return _trinh_draft_step_edit (step, document);
  elements = _trinh_draft_step_edit_array (step, document, array);
  return elements != NULL ? json_array_get_object_element (elements, index) : NULL;
}

void
_trinh_json_array_insert (JsonArray *array,
                          guint index,
                          JsonNode *element)
{
  guint n_elements = json_array_get_length (array);
  g_autoptr (GPtrArray) behind = g_ptr_array_new ();

  /* json-glib has no insertion */
  for (guint i = index; i < n_elements; i++)
    g_ptr_array_add (behind, json_array_dup_element (array, i));
  for (guint i = n_elements; i > index; i--)
    json_array_remove_element (array, i - 1);
  json_array_add_element (array, element);
  for (guint i = 0; i < behind->len; i++)
    json_array_add_element (array, g_ptr_array_index (behind, i));
}

guint
trinh_regime_draft_get_n_elements (TrinhRegimeDraft *self,
                                   const char *document,
                                   const char *array)
{
  JsonArray *elements;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), 0);

  elements = get_array (self, document, array);
  return elements != NULL ? json_array_get_length (elements) : 0;
}

JsonObject *
trinh_regime_draft_get_element (TrinhRegimeDraft *self,
                                const char *document,
                                const char *array,
                                guint index)
{
  JsonArray *elements;
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), NULL);

  elements = get_array (self, document, array);
  node = elements != NULL && index < json_array_get_length (elements) ? json_array_get_element (elements, index) : NULL;
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
trinh_regime_draft_get_string (TrinhRegimeDraft *self,
                               const char *document,
                               const char *array,
                               guint index,
                               const char *member)
{
  JsonObject *parent;
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), "");
  g_return_val_if_fail (member != NULL, "");

  parent = get_parent (self, document, array, index);
  node = parent != NULL ? json_object_get_member (parent, member) : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

gboolean
trinh_regime_draft_set_member (TrinhRegimeDraft *self,
                               const char *document,
                               const char *array,
                               guint index,
                               const char *member,
                               JsonNode *value)
{
  g_autoptr (JsonNode) taken = value;
  g_autofree char *key = NULL;
  TrinhDraftStep step;
  JsonObject *parent;
  JsonNode *before;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);
  g_return_val_if_fail (member != NULL, FALSE);

  parent = get_parent (self, document, array, index);
  before = parent != NULL ? json_object_get_member (parent, member) : NULL;
  if (parent == NULL || _trinh_json_equal (before, value))
    return FALSE;
  key = g_strdup_printf ("%s/%s/%u/%s", document, array != NULL ? array : "", index, member);
  _trinh_draft_step_begin (&step, self);
  parent = edit_parent (&step, document, array, index);
  if (value != NULL)
    json_object_set_member (parent, member, _trinh_json_dup_normalized (value));
  else
    json_object_remove_member (parent, member);
  _trinh_draft_step_end (&step, key);
  return TRUE;
}

gboolean
trinh_regime_draft_set_string (TrinhRegimeDraft *self,
                               const char *document,
                               const char *array,
                               guint index,
                               const char *member,
                               const char *text,
                               gboolean keep_empty)
{
  JsonNode *value = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text != '\0' || keep_empty)
    value = json_node_init_string (json_node_alloc (), text);
  return trinh_regime_draft_set_member (self, document, array, index, member, value);
}

void
trinh_regime_draft_insert (TrinhRegimeDraft *self,
                           const char *document,
                           const char *array,
                           guint index,
                           JsonNode *element)
{
  g_autoptr (JsonNode) taken = element;
  TrinhDraftStep step;
  JsonArray *elements;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (element != NULL);

  _trinh_draft_step_begin (&step, self);
  elements = _trinh_draft_step_edit_array (&step, document, array);
  if (elements != NULL)
    _trinh_json_array_insert (elements, index, _trinh_json_dup_normalized (element));
  _trinh_draft_step_end (&step, NULL);
}

void
trinh_regime_draft_remove (TrinhRegimeDraft *self,
                           const char *document,
                           const char *array,
                           guint index)
{
  TrinhDraftStep step;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));

  if (index >= trinh_regime_draft_get_n_elements (self, document, array))
    return;
  _trinh_draft_step_begin (&step, self);
  json_array_remove_element (_trinh_draft_step_edit_array (&step, document, array), index);
  _trinh_draft_step_end (&step, NULL);
}

void
trinh_regime_draft_move (TrinhRegimeDraft *self,
                         const char *document,
                         const char *array,
                         guint from,
                         guint to)
{
  guint n_elements;
  TrinhDraftStep step;
  JsonArray *elements;
  g_autoptr (JsonNode) element = NULL;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));

  n_elements = trinh_regime_draft_get_n_elements (self, document, array);
  if (from >= n_elements || to >= n_elements || from == to)
    return;
  _trinh_draft_step_begin (&step, self);
  elements = _trinh_draft_step_edit_array (&step, document, array);
  element = json_array_dup_element (elements, from);
  json_array_remove_element (elements, from);
  _trinh_json_array_insert (elements, to, g_steal_pointer (&element));
  _trinh_draft_step_end (&step, NULL);
}
