/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-private.h"

/* An order is what it says of each two: which stands first. That has only two answers, so what one side alone turned
 * around holds; whether all of it together is an order has to be seen. */
typedef struct
{
  guint n;
  guint *before[3]; /* of the base, ours, theirs: where each of the base's names stands */
  gboolean *both;   /* turned around with another by both sides */
  gboolean *alone;  /* … by one of them */
} Moves;

static guint *
find_places (JsonArray *names,
             JsonArray *order)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint *result = g_new0 (guint, json_array_get_length (names) + 1);

  for (guint i = 0; i < json_array_get_length (order); i++)
    g_hash_table_insert (places, (gpointer) json_array_get_string_element (order, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < json_array_get_length (names); i++)
    result[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, json_array_get_string_element (names, i)));
  return result;
}

static gboolean
is_turned (const Moves *self,
           guint side,
           guint a,
           guint b)
{
  return (self->before[0][a] < self->before[0][b]) != (self->before[side][a] < self->before[side][b]);
}

/* Whether @a stands before @b when both sides have had their way */
static gboolean
stands_first (Moves *self,
              guint a,
              guint b)
{
  const gboolean ours = is_turned (self, 1, a, b);
  const gboolean theirs = is_turned (self, 2, a, b);

  if (ours || theirs)
    {
      gboolean *touched = ours && theirs ? self->both : self->alone;

      touched[a] = touched[b] = TRUE;
    }
  return (self->before[0][a] < self->before[0][b]) != (ours || theirs);
}

/* As many as stand before a name make its place; in an order no two have the same. (transfer full) (nullable) */
static JsonNode *
put_in_order (Moves *self,
              JsonArray *names)
{
  g_autofree const char **order = g_new0 (const char *, self->n + 1);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint a = 0; a < self->n; a++)
    {
      guint place = 0;

      for (guint b = 0; b < self->n; b++)
        if (a != b && stands_first (self, b, a))
          place++;
      if (order[place] != NULL)
        return NULL;
      order[place] = json_array_get_string_element (names, a);
    }
  for (guint i = 0; i < self->n; i++)
    json_array_add_string_element (array, order[i]);
  return json_node_init_array (json_node_alloc (), array);
}

/* One name that both moved, and not to the same place */
static gboolean
is_moved_twice (const Moves *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->both[i] && self->alone[i])
      return TRUE;
  return FALSE;
}

JsonNode *
_trinh_merge_unite_orders (JsonNode *base,
                           JsonNode *ours,
                           JsonNode *theirs)
{
  JsonArray *names = json_node_get_array (base);
  const guint n = json_array_get_length (names);
  g_autofree guint *first = find_places (names, names);
  g_autofree guint *second = find_places (names, json_node_get_array (ours));
  g_autofree guint *third = find_places (names, json_node_get_array (theirs));
  g_autofree gboolean *both = g_new0 (gboolean, n + 1);
  g_autofree gboolean *alone = g_new0 (gboolean, n + 1);
  Moves self = { n, { first, second, third }, both, alone };
  g_autoptr (JsonNode) united = put_in_order (&self, names);

  return united != NULL && !is_moved_twice (&self) ? g_steal_pointer (&united) : NULL;
}
