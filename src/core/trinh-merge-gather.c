/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-private.h"
#include "trinh-report-private.h"

JsonNode *
_trinh_merge_gather_row (TrinhMergeSide *side,
                         TrinhForm *form,
                         const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);
  g_autoptr (JsonObject) object = NULL;

  if (!g_strv_contains (_trinh_merge_side_get_rows (side, trinh_form_get_id (form)), key))
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "key", key);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
      JsonNode *cell = _trinh_merge_side_get_cell (side, address);

      if (cell != NULL)
        json_object_set_member (object, address, json_node_ref (cell));
    }
  return json_node_init_object (json_node_alloc (), object);
}

JsonNode *
_trinh_merge_gather_order (TrinhMerge *self,
                           TrinhMergeSide *side,
                           const char *form)
{
  const char *const *keys = _trinh_merge_side_get_rows (side, form);
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_strv_contains (_trinh_merge_side_get_rows (self->ours, form), keys[i]) &&
        g_strv_contains (_trinh_merge_side_get_rows (self->theirs, form), keys[i]) &&
        (self->base == NULL || g_strv_contains (_trinh_merge_side_get_rows (self->base, form), keys[i])))
      json_array_add_string_element (array, keys[i]);
  json_node_take_array (node, array);
  return node;
}

JsonNode *
_trinh_merge_gather_sections (TrinhMerge *self,
                              TrinhMergeSide *side)
{
  GListModel *sections = trinh_report_get_sections (side->report);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      const char *id = trinh_section_get_id (section);

      if (g_hash_table_contains (self->ours->sections, id) && g_hash_table_contains (self->theirs->sections, id) &&
          (self->base == NULL || g_hash_table_contains (self->base->sections, id)))
        json_array_add_string_element (array, id);
    }
  return json_node_init_array (json_node_alloc (), array);
}
