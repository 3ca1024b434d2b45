/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-json.h"
#include "trinh-report-computed.h"
#include "trinh-report-private.h"

static JsonNode *
write_row (TrinhReport *self,
           TrinhForm *form,
           TrinhFormRow *row)
{
  GListModel *columns = trinh_form_get_columns (form);
  guint n = g_list_model_get_n_items (columns);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      TrinhValue *value = g_hash_table_lookup (self->values, trinh_form_get_address (form, row, column));

      if (value == NULL)
        continue;
      if (n == 1)
        {
          json_object_unref (object);
          json_node_unref (node);
          return trinh_value_to_json (value);
        }
      json_object_set_member (object, trinh_form_column_get_id (column), trinh_value_to_json (value));
    }
  json_node_take_object (node, object);
  return node;
}

static JsonObject *
write_form (TrinhReport *self,
            TrinhForm *form)
{
  JsonObject *rows = json_object_new ();

  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);
      g_autoptr (JsonNode) node = write_row (self, form, row);

      if (json_object_get_size (json_node_get_object (node)) > 0)
        json_object_set_member (rows, trinh_form_row_get_key (row), g_steal_pointer (&node));
    }
  return rows;
}

static JsonNode *
write_values (TrinhReport *self)
{
  GListModel *forms = trinh_regime_get_forms (self->regime);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      g_autoptr (JsonObject) rows = NULL;

      if (trinh_form_get_list (form))
        continue;
      rows = write_form (self, form);
      if (json_object_get_size (rows) > 0)
        json_object_set_object_member (object, trinh_form_get_id (form), g_steal_pointer (&rows));
    }
  json_node_take_object (node, object);
  return node;
}

/* A value of a list is its text alone where there is nothing else to say. */
static JsonNode *
write_list_value (TrinhValue *value)
{
  JsonNode *node = trinh_value_to_json (value);
  JsonObject *object = json_node_get_object (node);
  JsonNode *text = json_object_get_member (object, "value");

  if (text == NULL || json_object_get_size (object) > 1)
    return node;
  text = json_node_copy (text);
  json_node_unref (node);
  return text;
}

static JsonArray *
write_list (TrinhReport *self,
            TrinhForm *form)
{
  const char *const *keys = trinh_report_get_rows (self, trinh_form_get_id (form));
  GListModel *columns = trinh_form_get_columns (form);
  JsonArray *array = json_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "key", keys[i]);
      for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
        {
          g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, j);
          const char *id = trinh_form_column_get_id (column);
          const char *address = trinh_address_build (trinh_form_get_id (form), keys[i], trinh_form_column_get_main (column) ? NULL : id);
          TrinhValue *value = g_hash_table_lookup (self->values, address);

          if (value != NULL)
            json_object_set_member (object, id, write_list_value (value));
        }
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonNode *
write_lists (TrinhReport *self)
{
  GListModel *forms = trinh_regime_get_forms (self->regime);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_form_get_list (form) && *trinh_report_get_rows (self, trinh_form_get_id (form)) != NULL)
        json_object_set_array_member (object, trinh_form_get_id (form), write_list (self, form));
    }
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
write_sections (TrinhReport *self)
{
  GListModel *sections = G_LIST_MODEL (self->sections);
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      json_array_add_element (array, trinh_section_to_json (section));
    }
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
write_number (gint64 number)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_int (node, number);
  return node;
}

static JsonNode *
write_member (TrinhReport *self,
              const char *name)
{
  if (g_str_equal (name, "format"))
    return _trinh_json_string (TRINH_REPORT_FORMAT);
  if (g_str_equal (name, "version"))
    return write_number (TRINH_REPORT_VERSION);
  if (g_str_equal (name, "id"))
    return _trinh_json_string (self->id);
  if (g_str_equal (name, "revision"))
    return write_number (self->revision);
  if (g_str_equal (name, "values"))
    return write_values (self);
  if (g_str_equal (name, "lists"))
    return write_lists (self);
  if (g_str_equal (name, "sections"))
    return write_sections (self);
  return _trinh_json_dup_normalized (json_object_get_member (self->members, name));
}

JsonNode *
trinh_report_to_json (TrinhReport *self)
{
  const char *const *names = _trinh_report_list_members ();
  JsonObject *object = NULL;
  JsonNode *root;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  object = json_object_new ();
  root = json_node_new (JSON_NODE_OBJECT);
  for (guint i = 0; names[i] != NULL; i++)
    {
      node = write_member (self, names[i]);
      if (node != NULL)
        json_object_set_member (object, names[i], node);
    }
  json_object_iter_init_ordered (&iter, self->members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (names, name))
      json_object_set_member (object, name, _trinh_json_dup_normalized (node));
  json_node_take_object (root, object);
  return root;
}

GBytes *
trinh_report_to_bytes (TrinhReport *self)
{
  g_autoptr (JsonNode) root = trinh_report_to_json (self);
  char *text = trinh_json_to_text (root);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
trinh_report_dup_content (TrinhReport *self)
{
  g_autoptr (TrinhReport) entered = NULL;
  g_autoptr (JsonNode) root = NULL;
  const char *const *names = _trinh_report_list_members ();
  JsonObject *object;
  char *text;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  entered = trinh_report_dup_entered (self);
  root = trinh_report_to_json (entered);
  object = json_node_get_object (root);
  json_object_remove_member (object, "revision");
  for (guint i = 0; names[i] != NULL; i++)
    if (_trinh_report_is_side_member (names[i]) && json_object_has_member (object, names[i]))
      json_object_remove_member (object, names[i]);
  text = trinh_json_to_text (root);

  return g_bytes_new_take (text, strlen (text));
}
