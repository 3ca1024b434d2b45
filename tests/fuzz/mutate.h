/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Input that is nearly right: bytes and JSON trees changed at random places. The numbers come from
 * g_test_rand_int(), so that --seed runs them again. TRINHKY_MUTATE=SECONDS makes the loops longer. */

#pragma once

#include <string.h>

#include <json-glib/json-glib.h>

static inline gint64
mutate_get_end (double seconds)
{
  const char *longer = g_getenv ("TRINHKY_MUTATE");

  return g_get_monotonic_time () + (gint64) ((longer != NULL ? g_ascii_strtod (longer, NULL) : seconds) * G_USEC_PER_SEC);
}

static inline guint
mutate_pick (gsize n)
{
  return n > 0 ? (guint32) g_test_rand_int () % (guint) n : 0;
}

/* One change of a byte, a piece cut out, doubled or put elsewhere, or the end cut off. */
static inline void
mutate_bytes_once (GByteArray *bytes)
{
  guint at = mutate_pick (bytes->len);
  guint n = mutate_pick (64) + 1;
  g_autofree guint8 *piece = NULL;

  if (bytes->len == 0)
    return;
  n = MIN (n, bytes->len - at);
  piece = g_memdup2 (bytes->data + at, n);
  switch (mutate_pick (6))
    {
    case 0:
      bytes->data[at] ^= (guint8) (1u << mutate_pick (8));
      break;
    case 1:
      bytes->data[at] = (guint8) mutate_pick (256);
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      memcpy (bytes->data + mutate_pick (bytes->len - n + 1), piece, n);
      break;
    case 4:
      g_byte_array_append (bytes, piece, n);
      break;
    default:
      if (mutate_pick (8) == 0)
        g_byte_array_set_size (bytes, at);
      else
        memset (bytes->data + at, mutate_pick (2) ? 0xff : 0, n);
      break;
    }
}

static inline GBytes *
mutate_bytes (GBytes *original)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (original, &size);
  GByteArray *bytes = g_byte_array_append (g_byte_array_new (), data, (guint) size);

  for (guint i = mutate_pick (4) + 1; i > 0; i--)
    mutate_bytes_once (bytes);
  return g_byte_array_free_to_bytes (bytes);
}

static inline JsonNode *
mutate_make_value (void)
{
  static const char *const values[] = {
    "null",
    "true",
    "0",
    "-1",
    "2147483648",
    "9223372036854775807",
    "63.6",
    "\"\"",
    "\"0\"",
    "\"-1\"",
    "\"1.5\"",
    "\"99999999999999.9999\"",
    "\"r1\"",
    "\"bm1:2\"",
    "\"bm1\"",
    "\"2022-H1\"",
    "\"2022-06-31\"",
    "\"**{{bm1:2|words}}** {{doc:d1}} {{table:bm1}} \\\\\"",
    "\"[1] / [2]\"",
    "\"percent([2], [1]) = previous([1])\"",
    "\"\\u0300\\u202e\\ud83d\\ude00\"",
    "[]",
    "[null]",
    "[[\"a\"]]",
    "{}",
    "{ \"id\": \"s1\" }",
    "{ \"value\": \"1\", \"blank\": \"not-applicable\" }",
  };

  return json_from_string (values[mutate_pick (G_N_ELEMENTS (values))], NULL);
}

static inline void
mutate_object (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  g_autofree char *name = g_strdup (g_list_nth_data (names, mutate_pick (g_list_length (names))));
  const char *other = g_list_nth_data (names, mutate_pick (g_list_length (names)));

  switch (mutate_pick (4))
    {
    case 0:
      json_object_remove_member (object, name);
      break;
    case 1:
      json_object_set_member (object, name, json_object_dup_member (object, other));
      break;
    case 2:
      json_object_set_member (object, "x", mutate_make_value ());
      break;
    default:
      json_object_set_member (object, name, mutate_make_value ());
      break;
    }
}

static inline void
mutate_array (JsonArray *array)
{
  guint at = mutate_pick (json_array_get_length (array));

  switch (mutate_pick (3))
    {
    case 0:
      json_array_remove_element (array, at);
      break;
    case 1:
      json_array_add_element (array, json_array_dup_element (array, at));
      break;
    default:
      json_array_add_element (array, mutate_make_value ());
      break;
    }
}

/* Walks down at random and changes something on the way or at the end. */
static inline void
mutate_node (JsonNode *node)
{
  gboolean object = JSON_NODE_HOLDS_OBJECT (node);
  guint n = object                         ? json_object_get_size (json_node_get_object (node))
            : JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node))
                                           : 0;
  JsonNode *child = NULL;

  if (n == 0)
    return;
  if (object)
    {
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));

      child = json_object_get_member (json_node_get_object (node), g_list_nth_data (names, mutate_pick (n)));
    }
  else
    child = json_array_get_element (json_node_get_array (node), mutate_pick (n));
  if ((JSON_NODE_HOLDS_OBJECT (child) || JSON_NODE_HOLDS_ARRAY (child)) && mutate_pick (6) > 0)
    mutate_node (child);
  else if (object)
    mutate_object (json_node_get_object (node));
  else
    mutate_array (json_node_get_array (node));
}

/* One copy in four is changed as bytes, the others as JSON. */
static inline GBytes *
mutate_json (GBytes *original)
{
  gsize size;
  const char *data = g_bytes_get_data (original, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (JsonNode) node = NULL;
  char *written;

  if (mutate_pick (4) == 0)
    return mutate_bytes (original);
  node = json_from_string (text, NULL);
  for (guint i = mutate_pick (4) + 1; i > 0; i--)
    mutate_node (node);
  written = json_to_string (node, FALSE);
  return g_bytes_new_take (written, strlen (written));
}
