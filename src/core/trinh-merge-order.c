/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-merge-private.h"

static gboolean
is_ours (TrinhMerge *self,
         const char *id)
{
  return g_hash_table_contains (self->ours->sections, id);
}

/* Ours in their order, without those that go */
static GPtrArray *
list_kept (TrinhMerge *self,
           GHashTable *built)
{
  GListModel *sections = trinh_report_get_sections (self->report);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      const char *id = trinh_section_get_id (section);
      gpointer node = NULL;

      if (!g_hash_table_lookup_extended (built, id, NULL, &node) || node != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

static gpointer
copy_id (gconstpointer id,
         gpointer user_data)
{
  return g_strdup (id);
}

/* (nullable): the order that is taken instead of ours */
static JsonArray *
find_order (TrinhMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == TRINH_MERGE_ORDER && item->choice == TRINH_MERGE_THEIRS && g_str_equal (item->group, TRINH_MERGE_SECTIONS))
        return json_node_get_array (item->fresh);
    }
  return NULL;
}

/* What stands in the order, without what goes; what only we have stands behind the section that is before it with us. */
static GPtrArray *
list_in_order (JsonArray *order,
               GPtrArray *kept)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint place = 0;

  for (guint i = 0; i < json_array_get_length (order); i++)
    if (g_ptr_array_find_with_equal_func (kept, json_array_get_string_element (order, i), g_str_equal, NULL))
      g_ptr_array_add (ids, g_strdup (json_array_get_string_element (order, i)));
  for (guint i = 0; i < kept->len; i++)
    {
      guint found;

      if (g_ptr_array_find_with_equal_func (ids, kept->pdata[i], g_str_equal, &found))
        place = found + 1;
      else
        g_ptr_array_insert (ids, (int) place++, g_strdup (kept->pdata[i]));
    }
  return ids;
}

/* What the other copy adds stands behind the section that is before it there. */
static void
insert_theirs (TrinhMerge *self,
               GHashTable *built,
               GPtrArray *ids)
{
  GListModel *sections = trinh_report_get_sections (self->theirs->report);
  guint place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      const char *id = trinh_section_get_id (section);
      guint found;

      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &found))
        place = found + 1;
      else if (g_hash_table_lookup (built, id) != NULL)
        g_ptr_array_insert (ids, (int) place++, g_strdup (id));
    }
}

static void
put_ours (TrinhMerge *self,
          GHashTable *built,
          GHashTable *placed,
          TrinhEdit *edit)
{
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (built);

  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    if (is_ours (self, ids->pdata[i]) && !g_hash_table_contains (placed, ids->pdata[i]))
      _trinh_edit_put (edit, TRINH_CHANGE_SECTION, ids->pdata[i], _trinh_json_dup_normalized (g_hash_table_lookup (built, ids->pdata[i])));
}

/* Those that are put in and those that are moved, by the place; all before one are in theirs when it comes to its own.
 * (transfer full): a set */
static GHashTable *
find_placed (GPtrArray *kept,
             GPtrArray *ids)
{
  GHashTable *placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  g_ptr_array_extend (now, kept, NULL, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      char *id = ids->pdata[i];
      guint stands;

      if (i < now->len && g_str_equal (now->pdata[i], id))
        continue;
      if (g_ptr_array_find_with_equal_func (now, id, g_str_equal, &stands))
        g_ptr_array_remove_index (now, stands);
      g_ptr_array_insert (now, (int) i, id);
      g_hash_table_add (placed, id);
    }
  return placed;
}

void
_trinh_merge_put_sections (TrinhMerge *self,
                           GHashTable *built,
                           TrinhEdit *edit)
{
  JsonArray *order = find_order (self);
  g_autoptr (GPtrArray) kept = list_kept (self, built);
  g_autoptr (GPtrArray) ids = order != NULL ? list_in_order (order, kept) : g_ptr_array_copy (kept, copy_id, NULL);
  g_autoptr (GHashTable) placed = NULL;

  insert_theirs (self, built, ids);
  placed = find_placed (kept, ids);
  put_ours (self, built, placed, edit);
  for (guint i = 0; i < ids->len; i++)
    {
      JsonNode *content = g_hash_table_lookup (built, ids->pdata[i]);
      JsonNode *node;

      if (!g_hash_table_contains (placed, ids->pdata[i]))
        continue;
      node = _trinh_json_dup_normalized (content != NULL ? content : g_hash_table_lookup (self->ours->sections, ids->pdata[i]));
      json_object_set_int_member (json_node_get_object (node), TRINH_EDIT_POSITION, i);
      _trinh_edit_put (edit, TRINH_CHANGE_SECTION, ids->pdata[i], node);
    }
}
