/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-regime-draft-private.h"

#define MAX_LEVEL 9

/* 0 for the opening and the closing. */
static guint
get_level (JsonObject *item)
{
  return (guint) json_object_get_int_member_with_default (item, "level", 0);
}

static guint
level_at (TrinhRegimeDraft *self,
          guint index)
{
  JsonObject *item = trinh_regime_draft_get_element (self, "outline", "items", index);

  return item != NULL ? get_level (item) : 0;
}

static char *
make_id (TrinhRegimeDraft *self)
{
  guint n_items = trinh_regime_draft_get_n_elements (self, "outline", "items");

  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", number);
      gboolean taken = FALSE;

      for (guint i = 0; i < n_items && !taken; i++)
        taken = g_str_equal (trinh_regime_draft_get_string (self, "outline", "items", i, "id"), id);
      if (!taken)
        return g_steal_pointer (&id);
    }
}

static char *
to_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *letters;
  } signs[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (roman, signs[i].letters);
  return g_string_free (roman, FALSE);
}

/* Domain, "The printed form": I. for the first level, 1. for the second, 1.1. below it. */
static char *
make_number (const guint *counts,
             guint level)
{
  GString *number;

  if (level == 1)
    return to_roman (counts[1]);
  number = g_string_new (NULL);
  for (guint i = 2; i <= level; i++)
    g_string_append_printf (number, "%s%u", i > 2 ? "." : "", counts[i]);
  return g_string_free (number, FALSE);
}

static void
renumber (JsonArray *items)
{
  guint counts[MAX_LEVEL + 1] = { 0 };

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      guint level = get_level (item);
      g_autofree char *number = NULL;

      if (level < 1 || level > MAX_LEVEL)
        continue;
      counts[level]++;
      for (guint below = level + 1; below <= MAX_LEVEL; below++)
        counts[below] = 0;
      number = make_number (counts, level);
      json_object_set_string_member (item, "number", number);
    }
}

/* The number that the item at @index would have, the others left as they are printed. */
static char *
next_number (TrinhRegimeDraft *self,
             guint index,
             guint level)
{
  guint counts[MAX_LEVEL + 1] = { 0 };

  for (guint i = 0; i < index; i++)
    {
      guint above = level_at (self, i);

      if (above < 1 || above > MAX_LEVEL)
        continue;
      counts[above]++;
      for (guint below = above + 1; below <= MAX_LEVEL; below++)
        counts[below] = 0;
    }
  counts[level]++;
  return make_number (counts, level);
}

static void
move_items (TrinhRegimeDraft *self,
            guint from,
            guint size,
            guint to)
{
  TrinhDraftStep step;
  JsonArray *items;
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  _trinh_draft_step_begin (&step, self);
  items = _trinh_draft_step_edit_array (&step, "outline", "items");
  for (guint i = 0; i < size; i++)
    {
      g_ptr_array_add (moved, json_array_dup_element (items, from));
      json_array_remove_element (items, from);
    }
  for (guint i = 0; i < size; i++)
    _trinh_json_array_insert (items, to + i, g_ptr_array_index (moved, i));
  _trinh_draft_step_end (&step, NULL);
}

guint
trinh_regime_draft_get_item_size (TrinhRegimeDraft *self,
                                  guint index)
{
  guint n_items, level, size = 1;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), 0);

  n_items = trinh_regime_draft_get_n_elements (self, "outline", "items");
  level = level_at (self, index);
  while (level > 0 && index + size < n_items && level_at (self, index + size) > level)
    size++;
  return size;
}

guint
trinh_regime_draft_add_item (TrinhRegimeDraft *self,
                             guint index,
                             const char *title)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = NULL;
  g_autofree char *number = NULL;
  guint level, place;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), 0);

  /* Behind the opening; never behind the closing. */
  level = MAX (level_at (self, index), 1);
  place = MIN (index + trinh_regime_draft_get_item_size (self, index), trinh_regime_draft_get_n_elements (self, "outline", "items"));
  if (place > 0 && g_str_equal (trinh_regime_draft_get_string (self, "outline", "items", place - 1, "role"), "closing"))
    place--;
  id = make_id (self);
  number = next_number (self, place, level);
  json_builder_begin_object (builder);
  json_builder_add_string_value (json_builder_set_member_name (builder, "id"), id);
  json_builder_add_string_value (json_builder_set_member_name (builder, "number"), number);
  json_builder_add_string_value (json_builder_set_member_name (builder, "title"), title);
  json_builder_add_int_value (json_builder_set_member_name (builder, "level"), level);
  json_builder_end_object (builder);
  trinh_regime_draft_insert (self, "outline", "items", place, json_builder_get_root (builder));
  return place;
}

gboolean
trinh_regime_draft_move_item (TrinhRegimeDraft *self,
                              guint index,
                              int direction,
                              guint *moved)
{
  guint level, size, other;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  level = level_at (self, index);
  size = trinh_regime_draft_get_item_size (self, index);
  if (level == 0)
    return FALSE;
  for (other = index; direction < 0 && other > 0;)
    if (level_at (self, --other) <= level)
      break;
  if (direction > 0)
    other = index + size;
  if (other == index || level_at (self, other) != level)
    return FALSE;
  if (direction > 0)
    other = index + trinh_regime_draft_get_item_size (self, other);
  move_items (self, index, size, other);
  if (moved != NULL)
    *moved = other;
  return TRUE;
}

gboolean
trinh_regime_draft_indent_item (TrinhRegimeDraft *self,
                                guint index,
                                int direction)
{
  guint level, above, size;
  TrinhDraftStep step;
  JsonArray *items;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  level = level_at (self, index);
  above = index > 0 ? level_at (self, index - 1) : 0;
  size = trinh_regime_draft_get_item_size (self, index);
  if (level == 0 || (direction > 0 && (level > above || level >= MAX_LEVEL)) || (direction < 0 && level == 1))
    return FALSE;
  _trinh_draft_step_begin (&step, self);
  items = _trinh_draft_step_edit_array (&step, "outline", "items");
  for (guint i = index; i < index + size; i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      json_object_set_int_member (item, "level", (gint64) get_level (item) + (direction > 0 ? 1 : -1));
    }
  _trinh_draft_step_end (&step, NULL);
  return TRUE;
}

static gboolean
has_role (TrinhRegimeDraft *self,
          const char *role)
{
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (self, "outline", "items"); i++)
    if (g_str_equal (trinh_regime_draft_get_string (self, "outline", "items", i, "role"), role))
      return TRUE;
  return FALSE;
}

static void
make_heading (JsonObject *item,
              const char *number,
              const char *title)
{
  json_object_remove_member (item, "role");
  json_object_set_string_member (item, "number", number);
  json_object_set_string_member (item, "title", title);
  json_object_set_int_member (item, "level", 1);
}

static void
make_end (JsonObject *item,
          const char *role)
{
  static const char *const members[] = { "number", "title", "level", "required" };

  json_object_set_string_member (item, "role", role);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_remove_member (item, members[i]);
}

/* The opening stands first and the closing last: an item that becomes one of them goes there. */
gboolean
trinh_regime_draft_set_item_role (TrinhRegimeDraft *self,
                                  guint index,
                                  const char *role,
                                  const char *title)
{
  const gboolean heading = g_str_equal (role, "heading");
  g_autofree char *number = NULL;
  TrinhDraftStep step;
  JsonArray *items;
  JsonObject *item;

  g_return_val_if_fail (TRINH_IS_REGIME_DRAFT (self), FALSE);

  if (index >= trinh_regime_draft_get_n_elements (self, "outline", "items") || heading == (level_at (self, index) > 0))
    return FALSE;
  if (!heading && (has_role (self, role) || trinh_regime_draft_get_item_size (self, index) > 1))
    return FALSE;
  number = next_number (self, index, 1);
  _trinh_draft_step_begin (&step, self);
  items = _trinh_draft_step_edit_array (&step, "outline", "items");
  item = json_object_ref (json_array_get_object_element (items, index));
  if (heading)
    make_heading (item, number, title);
  else
    {
      JsonNode *node = json_node_init_object (json_node_alloc (), item);

      make_end (item, role);
      json_array_remove_element (items, index);
      _trinh_json_array_insert (items, g_str_equal (role, "opening") ? 0 : json_array_get_length (items), node);
    }
  json_object_unref (item);
  _trinh_draft_step_end (&step, NULL);
  return TRUE;
}

void
trinh_regime_draft_remove_item (TrinhRegimeDraft *self,
                                guint index)
{
  guint size;
  TrinhDraftStep step;
  JsonArray *items;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));

  if (index >= trinh_regime_draft_get_n_elements (self, "outline", "items"))
    return;
  size = trinh_regime_draft_get_item_size (self, index);
  _trinh_draft_step_begin (&step, self);
  items = _trinh_draft_step_edit_array (&step, "outline", "items");
  for (guint i = 0; i < size; i++)
    json_array_remove_element (items, index);
  _trinh_draft_step_end (&step, NULL);
}

void
trinh_regime_draft_renumber (TrinhRegimeDraft *self)
{
  TrinhDraftStep step;
  JsonArray *items;

  g_return_if_fail (TRINH_IS_REGIME_DRAFT (self));

  _trinh_draft_step_begin (&step, self);
  items = _trinh_draft_step_edit_array (&step, "outline", "items");
  if (items != NULL)
    renumber (items);
  _trinh_draft_step_end (&step, NULL);
}
