/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-content-private.h"

/* What is built here of other parts; as a member only a foreign hand can have written it. */
static const char *const apart[] = { "revision", "values", "lists", "sections", NULL };

static JsonNode *
parse_part (const TrinhPart *part)
{
  JsonNode *node = json_from_string (part->json, NULL);

  return node != NULL ? node : json_node_new (JSON_NODE_NULL);
}

static JsonObject *
require_object (JsonObject *parent,
                const char *name)
{
  if (!json_object_has_member (parent, name))
    json_object_set_object_member (parent, name, json_object_new ());
  return json_object_get_object_member (parent, name);
}

static gboolean
has_key (JsonObject *row,
         const char *key)
{
  JsonNode *node = json_object_get_member (row, "key");

  return JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), key) == 0;
}

/* Values of a list stand in its rows: a text alone where there is nothing else to say. */
static void
put_in_list (JsonObject *lists,
             const char *form,
             const char *key,
             const char *column,
             JsonNode *value)
{
  JsonArray *rows = json_object_has_member (lists, form) ? json_object_get_array_member (lists, form) : NULL;
  JsonObject *object = json_node_get_object (value);
  g_autoptr (JsonNode) cell = NULL;

  if (json_object_get_size (object) == 1 && json_object_has_member (object, "value"))
    cell = json_object_dup_member (object, "value");
  else
    cell = json_node_ref (value);

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (cell != NULL && has_key (row, key))
        json_object_set_member (row, column, g_steal_pointer (&cell));
    }
}

/* An address that the regime no longer has is put as it stands, for the reader to name it. */
static void
put_value (JsonObject *root,
           TrinhRegime *regime,
           const TrinhPart *part)
{
  g_autofree char *form_id = NULL;
  g_autofree char *key = NULL;
  g_autofree char *column_id = NULL;
  JsonNode *value = parse_part (part);
  TrinhForm *form;
  JsonObject *rows;

  if (!trinh_address_split (part->target, &form_id, &key, &column_id) || !JSON_NODE_HOLDS_OBJECT (value))
    {
      json_node_unref (value);
      return;
    }

  form = trinh_regime_find_form (regime, form_id);
  if (form != NULL && column_id == NULL)
    column_id = g_strdup (trinh_form_column_get_id (trinh_form_get_main_column (form)));

  if (form != NULL && trinh_form_get_list (form))
    {
      put_in_list (require_object (root, "lists"), form_id, key, column_id, value);
      json_node_unref (value);
      return;
    }

  rows = require_object (require_object (root, "values"), form_id);
  if (form != NULL && g_list_model_get_n_items (trinh_form_get_columns (form)) > 1)
    json_object_set_member (require_object (rows, key), column_id, value);
  else
    json_object_set_member (rows, key, value);
}

static void
put_rows (JsonObject *root,
          const TrinhPart *part)
{
  g_autoptr (JsonNode) node = parse_part (part);
  JsonArray *keys = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *rows = json_array_new ();

  for (guint i = 0; keys != NULL && i < json_array_get_length (keys); i++)
    {
      JsonObject *row = json_object_new ();

      json_object_set_member (row, "key", json_array_dup_element (keys, i));
      json_array_add_object_element (rows, row);
    }
  json_object_set_array_member (require_object (root, "lists"), part->target, rows);
}

static void
put_section (JsonObject *root,
             const TrinhPart *part)
{
  if (!json_object_has_member (root, "sections"))
    json_object_set_array_member (root, "sections", json_array_new ());
  json_array_add_element (json_object_get_array_member (root, "sections"), parse_part (part));
}

/* Parts come by kind: members, rows, sections, values; so a value finds its row. */
static JsonNode *
write_file (TrinhContent *self,
            TrinhRegime *regime)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();

  json_node_take_object (node, root);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (self->parts, i);

      if (part->kind == TRINH_CHANGE_MEMBER && g_strv_contains (apart, part->target))
        continue;
      if (part->kind == TRINH_CHANGE_MEMBER)
        json_object_set_member (root, part->target, parse_part (part));
      else if (part->kind == TRINH_CHANGE_ROWS)
        put_rows (root, part);
      else if (part->kind == TRINH_CHANGE_SECTION)
        put_section (root, part);
      else
        put_value (root, regime, part);
    }
  json_object_set_int_member (root, "revision", self->revision);
  return node;
}

TrinhReport *
trinh_content_to_report (TrinhContent *self,
                         const char *name,
                         TrinhRegimeLibrary *library,
                         GError **error)
{
  g_autoptr (TrinhHeader) header = trinh_content_make_header (self);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load_edition (library, header->regime, header->regime_sha256, error);
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (regime == NULL)
    return NULL;

  node = write_file (self, regime);
  text = trinh_json_to_text (node);
  bytes = g_bytes_new_take (text, strlen (text));
  document = trinh_json_document_parse (bytes, name, error);
  return document != NULL ? trinh_report_load (document, library, error) : NULL;
}
