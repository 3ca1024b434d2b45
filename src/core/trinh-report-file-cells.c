/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-edit-private.h"
#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-report-file-private.h"

static gboolean
refuse_type (TrinhReader *reader,
             JsonNode *node,
             const char *what,
             gboolean list)
{
  trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_TYPE, list ? _ ("“%s” must be a list in square brackets.") : _ ("“%s” must hold members in curly brackets."), what);
  return FALSE;
}

static gboolean
read_value (TrinhReader *reader,
            TrinhFormRow *row,
            TrinhFormColumn *column,
            const char *address,
            JsonNode *node,
            JsonNode *place)
{
  g_autoptr (JsonNode) copy = _trinh_json_dup_normalized (node);
  g_autoptr (TrinhValue) value = NULL;
  GError *reason = NULL;

  value = _trinh_report_parse_value (trinh_kind_of_cell (row, column), copy, &reason);
  if (value == NULL)
    {
      g_prefix_error (&reason, "%s: ", address);
      return _trinh_reader_refuse (reader, place, reason);
    }
  _trinh_report_put_value (reader->report, address, value);
  return TRUE;
}

static TrinhFormColumn *
find_column (TrinhReader *reader,
             TrinhForm *form,
             const char *id,
             JsonNode *node)
{
  TrinhFormColumn *column = trinh_form_find_column (form, id);

  if (column == NULL)
    trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_UNKNOWN, _ ("The form “%s” has no column “%s”."), trinh_form_get_id (form), id);
  return column;
}

/* A form with several columns has an object of values for each row. */
static gboolean
read_columns (TrinhReader *reader,
              TrinhForm *form,
              TrinhFormRow *row,
              JsonNode *node)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, node, trinh_form_row_get_key (row), FALSE);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, &member))
    {
      TrinhFormColumn *column = find_column (reader, form, id, member);

      if (column == NULL || !read_value (reader, row, column, trinh_form_get_address (form, row, column), member, member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_row (TrinhReader *reader,
          TrinhForm *form,
          const char *key,
          JsonNode *node)
{
  TrinhFormRow *row = trinh_form_find_row (form, key);
  TrinhFormColumn *column = trinh_form_get_main_column (form);

  if (row == NULL)
    {
      trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_UNKNOWN, _ ("The form “%s” has no row “%s”."), trinh_form_get_id (form), key);
      return FALSE;
    }
  if (g_list_model_get_n_items (trinh_form_get_columns (form)) > 1)
    return read_columns (reader, form, row, node);
  return read_value (reader, row, column, trinh_form_get_address (form, row, column), node, node);
}

static TrinhForm *
find_form (TrinhReader *reader,
           const char *id,
           JsonNode *node,
           gboolean list)
{
  TrinhForm *form = trinh_regime_find_form (reader->report->regime, id);

  if (form != NULL && trinh_form_get_list (form) == list)
    return form;
  if (form == NULL)
    trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_UNKNOWN, _ ("The regime “%s” has no form “%s”."), trinh_regime_get_id (reader->report->regime), id);
  else
    trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_UNKNOWN, list ? _ ("“%s” is no list; its values stand in “values”.") : _ ("“%s” is a list; its rows stand in “lists”."), id);
  return NULL;
}

static gboolean
read_form (TrinhReader *reader,
           TrinhForm *form,
           JsonNode *node)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, node, trinh_form_get_id (form), FALSE);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &member))
    if (!read_row (reader, form, key, member))
      return FALSE;
  return TRUE;
}

gboolean
_trinh_reader_read_values (TrinhReader *reader)
{
  JsonNode *node = json_object_get_member (reader->root, "values");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, node, "values", FALSE);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, &member))
    {
      TrinhForm *form = find_form (reader, id, member, FALSE);

      if (form == NULL || !read_form (reader, form, member))
        return FALSE;
    }
  return TRUE;
}

/* In a list a value may be its text alone. */
static gboolean
read_list_value (TrinhReader *reader,
                 TrinhForm *form,
                 TrinhFormColumn *column,
                 const char *key,
                 JsonNode *node)
{
  const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
  TrinhFormRow *row = trinh_form_get_row (form, 0);
  g_autoptr (TrinhValue) value = NULL;
  g_autoptr (JsonNode) full = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return read_value (reader, row, column, address, node, node);
  value = trinh_value_new (json_node_get_string (node));
  full = trinh_value_to_json (value);
  return read_value (reader, row, column, address, full, node);
}

static const char *
read_key (TrinhReader *reader,
          JsonNode *node,
          GHashTable *seen)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "key") : NULL;
  const char *key = member != NULL && JSON_NODE_HOLDS_VALUE (member) ? json_node_get_string (member) : NULL;
  GError *reason = NULL;

  if (key == NULL)
    {
      trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_MISSING, _ ("Each row of a list has a “key”: r1, r2 and so on."));
      return NULL;
    }
  if (!_trinh_report_check_row_key (key, &reason))
    {
      _trinh_reader_refuse (reader, member, reason);
      return NULL;
    }
  if (g_hash_table_add (seen, (gpointer) key))
    return key;
  trinh_json_document_set_error (reader->document, member, reader->error, TRINH_CORE_ERROR_DUPLICATE, _ ("The row “%s” stands in the list twice."), key);
  return NULL;
}

static gboolean
read_list_row (TrinhReader *reader,
               TrinhForm *form,
               const char *key,
               JsonNode *node)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, &member))
    {
      TrinhFormColumn *column;

      if (g_str_equal (id, "key"))
        continue;
      column = find_column (reader, form, id, member);
      if (column == NULL || !read_list_value (reader, form, column, key, member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_list (TrinhReader *reader,
           TrinhForm *form,
           JsonNode *node)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, node, trinh_form_get_id (form), TRUE);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *key = read_key (reader, element, seen);

      if (key == NULL || !read_list_row (reader, form, key, element))
        return FALSE;
      g_strv_builder_add (keys, key);
    }
  _trinh_report_put_rows (reader->report, trinh_form_get_id (form), g_strv_builder_end (keys));
  return TRUE;
}

gboolean
_trinh_reader_read_lists (TrinhReader *reader)
{
  JsonNode *node = json_object_get_member (reader->root, "lists");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, node, "lists", FALSE);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, &member))
    {
      TrinhForm *form = find_form (reader, id, member, TRUE);

      if (form == NULL || !read_list (reader, form, member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_section (TrinhReader *reader,
              JsonNode *node)
{
  g_autoptr (JsonNode) copy = _trinh_json_dup_normalized (node);
  g_autoptr (TrinhSection) section = NULL;
  GError *reason = NULL;

  section = trinh_section_from_json (copy, &reason);
  if (section == NULL)
    return _trinh_reader_refuse (reader, node, reason);
  if (_trinh_report_find_section_position (reader->report, trinh_section_get_id (section)) != G_MAXUINT)
    {
      trinh_json_document_set_error (reader->document, node, reader->error, TRINH_CORE_ERROR_DUPLICATE, _ ("“%s” holds the id “%s” twice."), "sections", trinh_section_get_id (section));
      return FALSE;
    }
  g_list_store_append (reader->report->sections, section);
  return TRUE;
}

gboolean
_trinh_reader_read_sections (TrinhReader *reader)
{
  JsonNode *node = json_object_get_member (reader->root, "sections");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, node, "sections", TRUE);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_section (reader, json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}
