/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-draft-binding.h"

static void
binding_free (gpointer data)
{
  TrinhDraftBinding *self = data;

  g_object_unref (self->draft);
  g_free (self->document);
  g_free (self->array);
  g_free (self->inner);
  g_free (self->member);
  g_free (self);
}

TrinhDraftBinding *
_trinh_draft_bind (gpointer row,
                   const TrinhDraftPlace *place,
                   const char *member,
                   const char *title)
{
  TrinhDraftBinding *self = g_new0 (TrinhDraftBinding, 1);

  self->draft = g_object_ref (place->draft);
  self->document = g_strdup (place->document);
  self->array = g_strdup (place->array);
  self->index = place->index;
  self->inner = g_strdup (place->inner);
  self->others = place->others;
  self->member = g_strdup (member);
  g_object_set_data_full (row, "draft-binding", self, binding_free);
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, title);
  return self;
}

TrinhDraftBinding *
_trinh_draft_get_binding (gpointer row)
{
  return g_object_get_data (row, "draft-binding");
}

/* The element, or the document itself */
static JsonObject *
get_element (TrinhDraftBinding *self)
{
  JsonNode *document = trinh_regime_draft_get_document (self->draft, self->document);

  if (self->array != NULL)
    return trinh_regime_draft_get_element (self->draft, self->document, self->array, self->index);
  return document != NULL ? json_node_get_object (document) : NULL;
}

JsonObject *
_trinh_draft_binding_get_object (TrinhDraftBinding *self)
{
  JsonObject *element = get_element (self);
  JsonNode *node = element != NULL && self->inner != NULL ? json_object_get_member (element, self->inner) : NULL;

  if (self->inner == NULL)
    return element;
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonNode *
_trinh_draft_binding_get_node (TrinhDraftBinding *self)
{
  JsonObject *object = _trinh_draft_binding_get_object (self);

  return object != NULL ? json_object_get_member (object, self->member) : NULL;
}

const char *
_trinh_draft_binding_get_text (TrinhDraftBinding *self)
{
  JsonNode *node = _trinh_draft_binding_get_node (self);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

static void
copy_members (JsonObject *from,
              JsonObject *to)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (to, name, json_node_copy (member));
}

/* The object that the member is in, as it is, with another value of the member. (transfer full) (nullable) */
static JsonNode *
dup_inner (TrinhDraftBinding *self,
           JsonNode *value)
{
  g_autoptr (JsonNode) others = self->others != NULL ? json_from_string (self->others, NULL) : NULL;
  JsonObject *before = _trinh_draft_binding_get_object (self);
  g_autoptr (JsonObject) object = json_object_new ();

  if (before != NULL)
    copy_members (before, object);
  else if (others != NULL)
    copy_members (json_node_get_object (others), object);
  if (value != NULL)
    json_object_set_member (object, self->member, value);
  else
    json_object_remove_member (object, self->member);
  /* What comes to be whole goes whole. */
  if (json_object_get_size (object) == 0 || (value == NULL && others != NULL && json_object_has_member (json_node_get_object (others), self->member)))
    return NULL;
  return json_node_init_object (json_node_alloc (), object);
}

void
_trinh_draft_binding_set_node (TrinhDraftBinding *self,
                               JsonNode *value)
{
  JsonNode *node = self->inner != NULL ? dup_inner (self, value) : value;

  self->showing = TRUE;
  trinh_regime_draft_set_member (self->draft, self->document, self->array, self->index, self->inner != NULL ? self->inner : self->member, node);
  self->showing = FALSE;
}

JsonNode *
_trinh_draft_new_text (const char *text,
                       gboolean keep_empty)
{
  return *text != '\0' || keep_empty ? json_node_init_string (json_node_alloc (), text) : NULL;
}
