/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-language.h"
#include "trinh-predecessors.h"

static JsonArray *
get_array (JsonObject *office)
{
  JsonNode *node = json_object_get_member (office, "predecessors");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* A name alone, or an object with "name" and "code". (transfer full) */
static char *
dup_line (JsonNode *node)
{
  JsonObject *object;
  const char *code;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL);
  object = json_node_get_object (node);
  code = json_object_get_string_member_with_default (object, "code", "");
  if (*code == '\0')
    return g_strdup (json_object_get_string_member_with_default (object, "name", ""));
  return g_strdup_printf ("%s; %s", json_object_get_string_member_with_default (object, "name", ""), code);
}

char **
trinh_predecessors_dup_lines (JsonObject *office)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  JsonArray *array;

  g_return_val_if_fail (office != NULL, NULL);

  builder = g_strv_builder_new ();
  array = get_array (office);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *line = dup_line (json_array_get_element (array, i));

      if (line != NULL && *line != '\0')
        g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

/* (nullable) (transfer full): what the line said before */
static JsonNode *
find_old (JsonObject *office,
          const char *line)
{
  JsonArray *array = get_array (office);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *old = dup_line (json_array_get_element (array, i));

      if (g_strcmp0 (old, line) == 0)
        return json_node_copy (json_array_get_element (array, i));
    }
  return NULL;
}

static JsonNode *
make_predecessor (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, ";", 2);
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  g_autoptr (JsonObject) object = NULL;

  g_strstrip (parts[0]);
  json_node_set_string (node, parts[0]);
  if (parts[1] == NULL || *g_strstrip (parts[1]) == '\0')
    return node;
  json_node_unref (node);
  object = json_object_new ();
  json_object_set_string_member (object, "name", parts[0]);
  json_object_set_string_member (object, "code", parts[1]);
  return json_node_init_object (json_node_alloc (), object);
}

void
trinh_predecessors_set_lines (JsonObject *office,
                              const char *const *lines)
{
  g_autoptr (JsonArray) array = NULL;

  g_return_if_fail (office != NULL);
  g_return_if_fail (lines != NULL);

  array = json_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (trinh_language_normalize (lines[i]));
      JsonNode *node;

      /* A code without a name is nobody. */
      if (*line == '\0' || *line == ';')
        continue;
      node = find_old (office, line);
      json_array_add_element (array, node != NULL ? node : make_predecessor (line));
    }
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (office, "predecessors", g_steal_pointer (&array));
  else
    json_object_remove_member (office, "predecessors");
}
