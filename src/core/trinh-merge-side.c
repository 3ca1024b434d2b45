/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-json.h"
#include "trinh-merge-private.h"
#include "trinh-report-computed.h"
#include "trinh-report-private.h"

static void
read_cells (TrinhMergeSide *self,
            TrinhReport *report)
{
  g_autoptr (TrinhReport) entered = trinh_report_dup_entered (report);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, entered->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->cells, key, trinh_value_to_json (value));
  g_hash_table_iter_init (&iter, report->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->rows, g_strdup (key), g_strdupv (value));
}

TrinhMergeSide *
_trinh_merge_side_new (TrinhReport *report)
{
  TrinhMergeSide *self = g_new0 (TrinhMergeSide, 1);
  GListModel *sections = trinh_report_get_sections (report);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  self->report = g_object_ref (report);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_node_unref);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  self->members = json_object_new ();
  read_cells (self, report);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      g_hash_table_insert (self->sections, g_strdup (trinh_section_get_id (section)), trinh_section_to_json (section));
    }
  json_object_iter_init_ordered (&iter, report->members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (self->members, name, _trinh_json_dup_normalized (node));
  return self;
}

void
_trinh_merge_side_free (TrinhMergeSide *self)
{
  g_object_unref (self->report);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->sections);
  json_object_unref (self->members);
  g_free (self);
}

JsonNode *
_trinh_merge_side_get_cell (TrinhMergeSide *self,
                            const char *address)
{
  return self != NULL ? g_hash_table_lookup (self->cells, address) : NULL;
}

const char *const *
_trinh_merge_side_get_rows (TrinhMergeSide *self,
                            const char *form)
{
  static const char *const none[] = { NULL };
  char **keys = self != NULL ? g_hash_table_lookup (self->rows, form) : NULL;

  return keys != NULL ? (const char *const *) keys : none;
}

static const char *
get_id (JsonNode *entry)
{
  JsonNode *id = JSON_NODE_HOLDS_OBJECT (entry) ? json_object_get_member (json_node_get_object (entry), "id") : NULL;

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING ? json_node_get_string (id) : NULL;
}

gboolean
_trinh_merge_is_register (JsonNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *id = get_id (json_array_get_element (array, i));

      if (id == NULL || !g_hash_table_add (seen, (gpointer) id))
        return FALSE;
    }
  return TRUE;
}

JsonNode *
_trinh_merge_find_entry (JsonNode *node,
                         const char *id)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (get_id (json_array_get_element (array, i)), id) == 0)
      return json_array_get_element (array, i);
  return NULL;
}

char *
_trinh_merge_side_describe_row (TrinhMergeSide *self,
                                TrinhForm *form,
                                const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *address = trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
      JsonNode *cell = _trinh_merge_side_get_cell (self, address);
      g_autofree char *line = cell != NULL ? trinh_json_to_line (cell) : NULL;

      g_string_append_printf (text, "%s\n", line != NULL ? line : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
_trinh_merge_describe_entry (JsonNode *entry)
{
  g_autoptr (JsonNode) copy = _trinh_json_dup_normalized (entry);

  if (JSON_NODE_HOLDS_OBJECT (copy))
    json_object_remove_member (json_node_get_object (copy), "id");
  return trinh_json_to_line (copy);
}
