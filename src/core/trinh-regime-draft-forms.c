/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-edit-private.h"
#include "trinh-error.h"
#include "trinh-regime-draft-private.h"

static char *
get_document_name (const char *form)
{
  return g_strconcat ("forms/", form, NULL);
}

static gboolean
find_string (JsonArray *array,
             const char *text,
             guint *index)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_array_get_string_element (array, i), text) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static JsonArray *
get_strings (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
remove_string (JsonArray *array,
               const char *text)
{
  guint index;

  if (array != NULL && find_string (array, text, &index))
    json_array_remove_element (array, index);
}

/* In every object of @elements: the form out of "forms". */
static void
remove_from_each (JsonArray *elements,
                  const char *id)
{
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    remove_string (get_strings (json_array_get_object_element (elements, i), "forms"), id);
}

static void
remove_parts (JsonArray *parts,
              const char *id)
{
  for (guint i = parts != NULL ? json_array_get_length (parts) : 0; i > 0; i--)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (parts, i - 1), "form", NULL), id) == 0)
      json_array_remove_element (parts, i - 1);
}

static void
swap_strings (JsonArray *array,
              const char *text,
              int direction)
{
  g_autoptr (JsonNode) element = NULL;
  guint index;

  if (array == NULL || !find_string (array, text, &index) || (direction < 0 ? index == 0 : index + 1 >= json_array_get_length (array)))
    return;
  element = json_array_dup_element (array, index);
  json_array_remove_element (array, index);
  _trinh_json_array_insert (array, direction < 0 ? index - 1 : index + 1, g_steal_pointer (&element));
}

char **
trinh_regime_draft_list_forms (TrinhRegimeDraft *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *forms;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), NULL);

  forms = get_strings (json_node_get_object (trinh_regime_draft_get_document (self, "regime")), "forms");
  for (guint i = 0; forms != NULL && i < json_array_get_length (forms); i++)
    g_strv_builder_add (builder, json_array_get_string_element (forms, i));
  return g_strv_builder_end (builder);
}

gboolean
trinh_regime_draft_add_form (TrinhRegimeDraft *self,
                             JsonNode *form,
                             GError **error)
{
  g_autoptr (JsonNode) taken = form;
  g_autofree char *name = NULL;
  const char *id;
  TrinhDraftStep step;
  JsonArray *annexes;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);
  g_return_val_if_fail (form != NULL && JSON_NODE_HOLDS_OBJECT (form), FALSE);

  id = json_object_get_string_member_with_default (json_node_get_object (form), "id", "");
  name = get_document_name (id);
  if (!trinh_address_is_id (id))
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” cannot be the id of a form. Use lower-case letters, digits and “-”, like “bm1”."), id);
      return FALSE;
    }
  if (trinh_regime_draft_get_document (self, name) != NULL)
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE, _ ("The regime has a form “%s” already. Choose another id."), id);
      return FALSE;
    }
  _trinh_draft_step_begin (&step, self);
  g_hash_table_insert (step.documents, g_strdup (name), _trinh_json_dup_normalized (form));
  json_array_add_string_element (_trinh_draft_step_edit_array (&step, "regime", "forms"), id);
  annexes = get_strings (_trinh_draft_step_edit (&step, "regime"), "annexes");
  if (annexes != NULL && json_array_get_length (annexes) > 0)
    json_array_add_string_element (get_strings (json_array_get_object_element (annexes, json_array_get_length (annexes) - 1), "forms"), id);
  _trinh_draft_step_end (&step, NULL);
  return TRUE;
}

gboolean
trinh_regime_draft_add_empty_form (TrinhRegimeDraft *self,
                                   const char *id,
                                   const char *label,
                                   const char *title,
                                   GError **error)
{
  /* What is printed is Vietnamese always. */
  static const char rest[] =
    "{ \"heads\": { \"code\": \"STT\", \"label\": \"Chỉ tiêu thống kê\", \"unit\": \"Đơn vị tính\", \"note\": \"Ghi chú\" },"
    "  \"columns\": [ { \"id\": \"value\", \"title\": \"Kết quả\", \"main\": true } ],"
    "  \"rows\": [ { \"key\": \"1\", \"code\": \"1.\", \"label\": \"Chỉ tiêu\", \"kind\": \"count\" } ] }";
  g_autoptr (JsonNode) members = json_from_string (rest, NULL);
  JsonNode *form = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_return_val_if_fail (id != NULL && label != NULL && title != NULL, FALSE);

  json_object_set_string_member (object, "format", "trinhky-form/1");
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "label", label);
  json_object_set_string_member (object, "title", title);
  json_object_iter_init_ordered (&iter, json_node_get_object (members));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (object, name, json_node_copy (member));
  json_node_take_object (form, object);
  return trinh_regime_draft_add_form (self, form, error);
}

void
trinh_regime_draft_remove_form (TrinhRegimeDraft *self,
                                const char *id)
{
  g_autofree char *name = NULL;
  TrinhDraftStep step;
  JsonObject *regime;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));
  g_return_if_fail (id != NULL);

  name = get_document_name (id);
  _trinh_draft_step_begin (&step, self);
  g_hash_table_remove (step.documents, name);
  regime = _trinh_draft_step_edit (&step, "regime");
  remove_string (get_strings (regime, "forms"), id);
  remove_from_each (get_strings (regime, "annexes"), id);
  remove_parts (get_strings (regime, "parts"), id);
  remove_from_each (get_strings (_trinh_draft_step_edit (&step, "outline"), "items"), id);
  _trinh_draft_step_end (&step, NULL);
}

gboolean
trinh_regime_draft_move_form (TrinhRegimeDraft *self,
                              const char *id,
                              int direction)
{
  g_auto (GStrv) forms = NULL;
  TrinhDraftStep step;
  JsonObject *regime;
  JsonArray *annexes;
  guint n_forms, index = 0;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  forms = trinh_regime_draft_list_forms (self);
  n_forms = g_strv_length (forms);
  while (index < n_forms && !g_str_equal (forms[index], id))
    index++;
  if (index == n_forms || (direction < 0 ? index == 0 : index + 1 == n_forms))
    return FALSE;
  _trinh_draft_step_begin (&step, self);
  regime = _trinh_draft_step_edit (&step, "regime");
  swap_strings (get_strings (regime, "forms"), id, direction);
  annexes = get_strings (regime, "annexes");
  for (guint i = 0; annexes != NULL && i < json_array_get_length (annexes); i++)
    swap_strings (get_strings (json_array_get_object_element (annexes, i), "forms"), id, direction);
  _trinh_draft_step_end (&step, NULL);
  return TRUE;
}
