/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-loader-private.h"

static void
check_members (TrinhLoader *self,
               JsonObject *object,
               const char *what,
               const char *const *members)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *child;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &child))
    if (!g_strv_contains (members, name))
      trinh_loader_problem (self, child, TRINH_CORE_ERROR_UNKNOWN, _ ("%s has no member “%s”; take it out or mend its spelling"), what, name);
}

static const char *
check_string (TrinhLoader *self,
              JsonNode *node,
              const char *name)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      trinh_loader_problem (self, node, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a text in quotes"), name);
      return NULL;
    }
  text = json_node_get_string (node);
  if (!g_str_is_ascii (text))
    {
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

      if (g_strcmp0 (composed, text) != 0)
        trinh_loader_problem (self, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is not in the composed form of Unicode (NFC); type it anew"), name);
    }
  return text;
}

static char *
list_nicks (const TrinhLoaderNick *nicks)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (; nicks->name != NULL; nicks++)
    g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", nicks->name);
  return g_strdup (list->str);
}

GPtrArray *
trinh_loader_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
}

void
trinh_loader_problem (TrinhLoader *self,
                      JsonNode *node,
                      int code,
                      const char *format,
                      ...)
{
  g_autofree char *message = NULL;
  GError *error = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  trinh_json_document_set_error (self->document, node, &error, code, "%s", message);
  g_ptr_array_add (self->problems, error);
}

JsonObject *
trinh_loader_object (TrinhLoader *self,
                     JsonNode *node,
                     const char *what,
                     const char *const *members)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      trinh_loader_problem (self, node, TRINH_CORE_ERROR_TYPE, _ ("%s must be an object in braces"), what);
      return NULL;
    }
  check_members (self, json_node_get_object (node), what, members);
  return json_node_get_object (node);
}

JsonObject *
trinh_loader_root (TrinhLoader *self,
                   const char *format,
                   const char *what,
                   const char *const *members)
{
  JsonNode *root = trinh_json_document_get_root (self->document);
  JsonObject *object = trinh_loader_object (self, root, what, members);
  const char *found;

  if (object == NULL)
    return NULL;
  found = trinh_loader_string (self, root, "format", TRUE);
  if (found != NULL && !g_str_equal (found, format))
    trinh_loader_problem (self, json_object_get_member (object, "format"), TRINH_CORE_ERROR_VERSION, _ ("the format is “%s”, but this program reads “%s”"), found, format);
  return object;
}

JsonNode *
trinh_loader_member (TrinhLoader *self,
                     JsonNode *node,
                     const char *name,
                     gboolean required)
{
  JsonObject *object = json_node_get_object (node);
  JsonNode *member = json_object_get_member (object, name);

  if (member == NULL && required)
    trinh_loader_problem (self, node, TRINH_CORE_ERROR_MISSING, _ ("the member “%s” is missing"), name);
  return member;
}

const char *
trinh_loader_string (TrinhLoader *self,
                     JsonNode *node,
                     const char *name,
                     gboolean required)
{
  JsonNode *member = trinh_loader_member (self, node, name, required);

  return member != NULL ? check_string (self, member, name) : NULL;
}

gboolean
trinh_loader_boolean (TrinhLoader *self,
                      JsonNode *node,
                      const char *name,
                      gboolean fallback)
{
  JsonNode *member = trinh_loader_member (self, node, name, FALSE);

  if (member == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (member);
  trinh_loader_problem (self, member, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be true or false"), name);
  return fallback;
}

gint64
trinh_loader_integer (TrinhLoader *self,
                      JsonNode *node,
                      const char *name,
                      gint64 minimum,
                      gint64 maximum,
                      gint64 fallback)
{
  JsonNode *member = trinh_loader_member (self, node, name, FALSE);

  if (member == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_INT64)
    {
      gint64 found = json_node_get_int (member);

      if (found >= minimum && found <= maximum)
        return found;
    }
  trinh_loader_problem (self, member, TRINH_CORE_ERROR_RANGE, _ ("“%s” must be a whole number from %d to %d"), name, (int) minimum, (int) maximum);
  return fallback;
}

int
trinh_loader_nick (TrinhLoader *self,
                   JsonNode *node,
                   const char *name,
                   const TrinhLoaderNick *nicks,
                   gboolean required,
                   int fallback)
{
  const char *found = trinh_loader_string (self, node, name, required);
  g_autofree char *offered = NULL;

  if (found == NULL)
    return fallback;
  for (const TrinhLoaderNick *nick = nicks; nick->name != NULL; nick++)
    if (g_str_equal (nick->name, found))
      return nick->value;
  offered = list_nicks (nicks);
  trinh_loader_problem (self, json_object_get_member (json_node_get_object (node), name), TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” cannot be “%s”; it is one of %s"), name, found, offered);
  return fallback;
}

JsonArray *
trinh_loader_array (TrinhLoader *self,
                    JsonNode *node,
                    const char *name,
                    gboolean required)
{
  JsonNode *member = trinh_loader_member (self, node, name, required);

  if (member == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (member))
    return json_node_get_array (member);
  trinh_loader_problem (self, member, TRINH_CORE_ERROR_TYPE, _ ("“%s” must be a list in square brackets"), name);
  return NULL;
}

char **
trinh_loader_strings (TrinhLoader *self,
                      JsonNode *node,
                      const char *name,
                      gboolean required)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = trinh_loader_array (self, node, name, required);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = check_string (self, json_array_get_element (array, i), name);

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}
