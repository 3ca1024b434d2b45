/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-json.h"

/* Objects and arrays of scalars up to this many characters stay on one line, so that one row is one line. */
#define LINE_WIDTH 140

static void
write_string (GString *text,
              const char *string)
{
  static const char signs[] = "\"\\\b\f\n\r\t";
  static const char escapes[] = "\"\\bfnrt";

  g_string_append_c (text, '"');
  for (const char *place = string; *place != '\0'; place++)
    {
      const char *sign = strchr (signs, *place);

      if (sign != NULL)
        g_string_append_printf (text, "\\%c", escapes[sign - signs]);
      else if ((guchar) *place < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *place);
      else
        g_string_append_c (text, *place);
    }
  g_string_append_c (text, '"');
}

/* The shortest digits that read back as the same number; a point tells it from a whole number. */
static void
write_double (GString *text,
              double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(number >= -G_MAXDOUBLE && number <= G_MAXDOUBLE))
    {
      g_string_append (text, "null");
      return;
    }

  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];
      double back = 0;

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      back = g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, format, number), NULL);
      if (memcmp (&back, &number, sizeof number) == 0)
        break;
    }
  g_string_append (text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (text, ".0");
}

static void
write_scalar (GString *text,
              JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    write_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    write_double (text, json_node_get_double (node));
  else
    g_string_append (text, "null");
}

static void write_node (GString *text, JsonNode *node, int level);

/* The room between two parts: a new line with @level indents; a space or nothing on one line. */
static void
write_gap (GString *text,
           int level,
           gboolean spaced)
{
  if (level >= 0)
    g_string_append_printf (text, "\n%*s", level * 2, "");
  else if (spaced)
    g_string_append_c (text, ' ');
}

/* Levels below zero: -1 on one line with spaces, -2 without. */
static void
write_object (GString *text,
              JsonObject *object,
              int level)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!first)
        g_string_append_c (text, ',');
      write_gap (text, level >= 0 ? level + 1 : level, level == -1);
      write_string (text, name);
      g_string_append (text, level == -2 ? ":" : ": ");
      write_node (text, node, level >= 0 ? level + 1 : level);
      first = FALSE;
    }
  if (!first)
    write_gap (text, level, level == -1);
  g_string_append_c (text, '}');
}

static void
write_array (GString *text,
             JsonArray *array,
             int level)
{
  guint length = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      write_gap (text, level >= 0 ? level + 1 : level, level == -1 && i > 0);
      write_node (text, json_array_get_element (array, i), level >= 0 ? level + 1 : level);
    }
  if (length > 0)
    write_gap (text, level, FALSE);
  g_string_append_c (text, ']');
}

static gboolean
is_leaf (JsonNode *node)
{
  g_autoptr (GList) parts = NULL;

  parts = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_values (json_node_get_object (node))
                                        : json_array_get_elements (json_node_get_array (node));
  for (GList *part = parts; part != NULL; part = part->next)
    if (JSON_NODE_HOLDS_OBJECT (part->data) || JSON_NODE_HOLDS_ARRAY (part->data))
      return FALSE;

  return TRUE;
}

static void
write_nested (GString *text,
              JsonNode *node,
              int level)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (text, json_node_get_object (node), level);
  else
    write_array (text, json_node_get_array (node), level);
}

static void
write_node (GString *text,
            JsonNode *node,
            int level)
{
  gsize start = text->len;

  if (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node))
    {
      write_scalar (text, node);
      return;
    }
  if (level >= 0 && is_leaf (node))
    {
      write_nested (text, node, -1);
      if (level * 2 + g_utf8_strlen (text->str + start, -1) <= LINE_WIDTH)
        return;
      g_string_truncate (text, start);
    }

  write_nested (text, node, level);
}

char *
trinh_json_to_text (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, NULL);

  write_node (text, node, 0);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

char *
trinh_json_to_line (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, NULL);

  write_node (text, node, -2);

  return g_string_free (text, FALSE);
}
