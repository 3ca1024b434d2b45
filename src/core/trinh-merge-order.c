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
          TrinhEdit *edit)
{
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (built);

  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    if (is_ours (self, ids->pdata[i]))
      _trinh_edit_put (edit, TRINH_CHANGE_SECTION, ids->pdata[i], _trinh_json_dup_normalized (g_hash_table_lookup (built, ids->pdata[i])));
}

void
_trinh_merge_put_sections (TrinhMerge *self,
                           GHashTable *built,
                           TrinhEdit *edit)
{
  g_autoptr (GPtrArray) ids = list_kept (self, built);

  insert_theirs (self, built, ids);
  put_ours (self, built, edit);
  /* Once those that go are gone, each place holds when all before it are in theirs. */
  for (guint i = 0; i < ids->len; i++)
    if (!is_ours (self, ids->pdata[i]))
      {
        JsonNode *node = _trinh_json_dup_normalized (g_hash_table_lookup (built, ids->pdata[i]));

        json_object_set_int_member (json_node_get_object (node), TRINH_EDIT_POSITION, i);
        _trinh_edit_put (edit, TRINH_CHANGE_SECTION, ids->pdata[i], node);
      }
}
