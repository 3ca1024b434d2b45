/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"

static gboolean
fail_type (const char *name,
           const char *expected,
           GError **error)
{
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be %s"), name, expected);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

JsonObject *
trinh_json_keep_unknown (JsonObject *object,
                         const char *const *known)
{
  JsonObject *unknown = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (g_strv_contains (known, name))
        continue;
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, name, json_node_copy (node));
    }

  return unknown;
}

void
trinh_json_write_unknown (JsonObject *unknown,
                          JsonObject *object)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (unknown == NULL)
    return;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (object, name, json_node_copy (node));
}

gboolean
trinh_json_unknown_equal (JsonObject *a,
                          JsonObject *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return json_object_equal (a, b);
}

gboolean
trinh_json_get_object (JsonNode *node,
                       const char *what,
                       JsonObject **object,
                       GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (what, _ ("an object in braces"), error);

  *object = json_node_get_object (node);

  return TRUE;
}

gboolean
trinh_json_get_string (JsonObject *object,
                       const char *name,
                       const char **text,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!is_string (node))
    return fail_type (name, _ ("a text in quotation marks"), error);

  *text = json_node_get_string (node);

  return TRUE;
}

gboolean
trinh_json_dup_string (JsonObject *object,
                       const char *name,
                       char **text,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *found = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!trinh_json_get_string (object, name, &found, error))
    return FALSE;

  g_set_str (text, found);

  return TRUE;
}

gboolean
trinh_json_get_count (JsonObject *object,
                      const char *name,
                      guint *count,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 number;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
  if (number < 0 || number > G_MAXINT)
    {
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a whole number from 0 on."), name);
      return FALSE;
    }

  *count = (guint) number;

  return TRUE;
}

gboolean
trinh_json_get_boolean (JsonObject *object,
                        const char *name,
                        gboolean *truth,
                        GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_type (name, _ ("true or false, without quotation marks"), error);

  *truth = json_node_get_boolean (node);

  return TRUE;
}

gboolean
trinh_json_get_strv (JsonObject *object,
                     const char *name,
                     char ***texts,
                     GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GStrvBuilder) builder = NULL;
  JsonArray *array = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_type (name, _ ("a list of texts in brackets"), error);

  builder = g_strv_builder_new ();
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element))
        return fail_type (name, _ ("a list of texts in brackets"), error);
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);

  return TRUE;
}
