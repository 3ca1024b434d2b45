/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-language.h"

struct _TrinhEdit
{
  gatomicrefcount ref_count;
  char *label;
  char *author;
  GPtrArray *changes;
  gboolean applied;
  gboolean final;
};

G_DEFINE_BOXED_TYPE (TrinhEdit, trinh_edit, trinh_edit_ref, trinh_edit_unref)

static JsonNode *
dup_array (JsonNode *node)
{
  JsonArray *from = json_node_get_array (node);
  JsonArray *to = json_array_sized_new (json_array_get_length (from));
  JsonNode *copy = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < json_array_get_length (from); i++)
    json_array_add_element (to, _trinh_json_dup_normalized (json_array_get_element (from, i)));
  json_node_take_array (copy, to);
  return copy;
}

static JsonNode *
dup_object (JsonNode *node)
{
  JsonObject *to = json_object_new ();
  JsonNode *copy = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (to, name, _trinh_json_dup_normalized (member));
  json_node_take_object (copy, to);
  return copy;
}

JsonNode *
_trinh_json_dup_normalized (JsonNode *node)
{
  g_autofree char *text = NULL;
  JsonNode *copy;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_array (node);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return dup_object (node);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  text = trinh_language_normalize (json_node_get_string (node));
  copy = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (copy, text);
  return copy;
}

gboolean
_trinh_json_equal (JsonNode *a,
                   JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return json_node_equal (a, b);
}

static void
change_free (gpointer data)
{
  TrinhChange *change = data;

  g_free ((char *) change->target);
  g_clear_pointer (&change->old_content, json_node_unref);
  g_clear_pointer (&change->new_content, json_node_unref);
  g_free (change);
}

static TrinhChange *
change_new (TrinhChangeKind kind,
            const char *target,
            JsonNode *content)
{
  TrinhChange *change = g_new0 (TrinhChange, 1);

  change->kind = kind;
  change->target = g_strdup (target);
  change->new_content = content;
  return change;
}

TrinhChange *
_trinh_edit_find (TrinhEdit *self,
                  TrinhChangeKind kind,
                  const char *target)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      TrinhChange *change = g_ptr_array_index (self->changes, i);

      if (change->kind == kind && g_str_equal (change->target, target))
        return change;
    }
  return NULL;
}

void
_trinh_edit_put (TrinhEdit *self,
                 TrinhChangeKind kind,
                 const char *target,
                 JsonNode *content)
{
  TrinhChange *change = _trinh_edit_find (self, kind, target);

  if (change == NULL)
    {
      g_ptr_array_add (self->changes, change_new (kind, target, content));
      return;
    }
  g_clear_pointer (&change->new_content, json_node_unref);
  change->new_content = content;
}

void
_trinh_edit_insert (TrinhEdit *self,
                    guint position,
                    TrinhChangeKind kind,
                    const char *target,
                    JsonNode *content)
{
  g_ptr_array_insert (self->changes, (int) position, change_new (kind, target, content));
}

void
_trinh_edit_settle (TrinhEdit *self,
                    guint position,
                    const char *target,
                    JsonNode *old_content,
                    JsonNode *new_content)
{
  TrinhChange *change = g_ptr_array_index (self->changes, position);
  char *copy = g_strdup (target);

  g_free ((char *) change->target);
  change->target = copy;
  g_clear_pointer (&change->old_content, json_node_unref);
  g_clear_pointer (&change->new_content, json_node_unref);
  change->old_content = old_content;
  change->new_content = new_content;
}

void
_trinh_edit_drop_idle (TrinhEdit *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      TrinhChange *change = g_ptr_array_index (self->changes, i - 1);

      if (_trinh_json_equal (change->old_content, change->new_content))
        g_ptr_array_remove_index (self->changes, i - 1);
    }
}

gboolean
_trinh_edit_get_applied (TrinhEdit *self)
{
  return self->applied;
}

void
_trinh_edit_set_applied (TrinhEdit *self)
{
  self->applied = TRUE;
}

static JsonNode *
strv_to_json (const char *const *strings)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_node_take_array (node, array);
  return node;
}

TrinhEdit *
trinh_edit_new (const char *label)
{
  TrinhEdit *self = g_new0 (TrinhEdit, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->label = g_strdup (label != NULL ? label : "");
  self->author = g_strdup ("");
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

TrinhEdit *
trinh_edit_new_value (const char *label,
                      const char *address,
                      TrinhValue *value)
{
  TrinhEdit *self = trinh_edit_new (label);

  trinh_edit_set_value (self, address, value);
  return self;
}

TrinhEdit *
trinh_edit_ref (TrinhEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
trinh_edit_unref (TrinhEdit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->changes);
  g_free (self->author);
  g_free (self->label);
  g_free (self);
}

void
trinh_edit_set_value (TrinhEdit *self,
                      const char *address,
                      TrinhValue *value)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (self != NULL && !self->applied);
  g_return_if_fail (address != NULL);

  if (value != NULL && !trinh_value_is_empty (value))
    node = trinh_value_to_json (value);
  _trinh_edit_put (self, TRINH_CHANGE_VALUE, address, _trinh_json_dup_normalized (node));
}

void
trinh_edit_set_section (TrinhEdit *self,
                        TrinhSection *section)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (self != NULL && !self->applied);
  g_return_if_fail (TRINH_IS_SECTION (section));

  node = trinh_section_to_json (section);
  _trinh_edit_put (self, TRINH_CHANGE_SECTION, trinh_section_get_id (section), _trinh_json_dup_normalized (node));
}

void
trinh_edit_set_rows (TrinhEdit *self,
                     const char *form,
                     const char *const *keys)
{
  g_return_if_fail (self != NULL && !self->applied);
  g_return_if_fail (form != NULL);

  _trinh_edit_put (self, TRINH_CHANGE_ROWS, form, strv_to_json (keys));
}

void
trinh_edit_set_member (TrinhEdit *self,
                       const char *name,
                       JsonNode *content)
{
  g_return_if_fail (self != NULL && !self->applied);
  g_return_if_fail (name != NULL);

  _trinh_edit_put (self, TRINH_CHANGE_MEMBER, name, _trinh_json_dup_normalized (content));
}

void
trinh_edit_set_member_string (TrinhEdit *self,
                              const char *name,
                              const char *content)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (content != NULL);

  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, content);
  trinh_edit_set_member (self, name, node);
}

void
trinh_edit_set_member_strv (TrinhEdit *self,
                            const char *name,
                            const char *const *content)
{
  g_autoptr (JsonNode) node = strv_to_json (content);

  trinh_edit_set_member (self, name, node);
}

void
trinh_edit_set_final (TrinhEdit *self)
{
  g_return_if_fail (self != NULL && !self->applied);

  self->final = TRUE;
}

gboolean
_trinh_edit_get_final (TrinhEdit *self)
{
  return self->final;
}

void
trinh_edit_set_author (TrinhEdit *self,
                       const char *author)
{
  g_return_if_fail (self != NULL && !self->applied);

  g_set_str (&self->author, author != NULL ? author : "");
}

const char *
trinh_edit_get_author (TrinhEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

const char *
trinh_edit_get_label (TrinhEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

guint
trinh_edit_get_n_changes (TrinhEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const TrinhChange *
trinh_edit_get_change (TrinhEdit *self,
                       guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, position);
}

TrinhEdit *
trinh_edit_invert (TrinhEdit *self)
{
  TrinhEdit *inverse;

  g_return_val_if_fail (self != NULL && self->applied, NULL);

  /* Backwards: a row comes back before its values do. */
  inverse = trinh_edit_new (self->label);
  trinh_edit_set_author (inverse, self->author);
  for (guint i = self->changes->len; i > 0; i--)
    {
      TrinhChange *change = g_ptr_array_index (self->changes, i - 1);

      g_ptr_array_add (inverse->changes, change_new (change->kind, change->target, _trinh_json_dup_normalized (change->old_content)));
    }
  return inverse;
}
