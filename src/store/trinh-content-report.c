/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-content-private.h"
#include "trinh-edit-private.h"

/* Members that have tables or columns of their own */
static const char *const apart[] = { "revision", "values", "lists", "sections", NULL };

static void
add_node (TrinhContent *self,
          TrinhChangeKind kind,
          const char *target,
          gint64 position,
          JsonNode *node)
{
  g_autofree char *json = trinh_json_to_line (node);

  trinh_content_add (self, kind, target, position, json);
}

static void
add_members (TrinhContent *self,
             JsonObject *root)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gint64 position = 0;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!g_strv_contains (apart, name))
        add_node (self, TRINH_CHANGE_MEMBER, name, position++, node);
    }
}

static void
add_sections (TrinhContent *self,
              GListModel *sections)
{
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      g_autoptr (JsonNode) node = trinh_section_to_json (section);

      add_node (self, TRINH_CHANGE_SECTION, trinh_section_get_id (section), i, node);
    }
}

static void
add_row (TrinhContent *self,
         TrinhReport *report,
         TrinhForm *form,
         const char *key,
         gint64 *position)
{
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      const char *id = trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column);
      const char *address = trinh_address_build (trinh_form_get_id (form), key, id);
      TrinhValue *value = trinh_report_get_value (report, address);
      g_autoptr (JsonNode) node = NULL;

      if (value == NULL || trinh_value_is_empty (value))
        continue;
      node = trinh_value_to_json (value);
      add_node (self, TRINH_CHANGE_VALUE, address, (*position)++, node);
    }
}

static void
add_list (TrinhContent *self,
          TrinhReport *report,
          TrinhForm *form,
          gint64 *position)
{
  const char *const *keys = trinh_report_get_rows (report, trinh_form_get_id (form));
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (node, array);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      json_array_add_string_element (array, keys[i]);
      add_row (self, report, form, keys[i], position);
    }
  if (keys[0] != NULL)
    add_node (self, TRINH_CHANGE_ROWS, trinh_form_get_id (form), trinh_content_count (self, TRINH_CHANGE_ROWS), node);
}

static void
add_values (TrinhContent *self,
            TrinhReport *report)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (report));
  gint64 position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_form_get_list (form))
        {
          add_list (self, report, form, &position);
          continue;
        }
      for (guint j = 0; j < trinh_form_get_n_rows (form); j++)
        add_row (self, report, form, trinh_form_row_get_key (trinh_form_get_row (form, j)), &position);
    }
}

TrinhContent *
trinh_content_from_report (TrinhReport *report)
{
  TrinhContent *self = trinh_content_new (trinh_report_get_id (report), trinh_report_get_revision (report));
  g_autoptr (JsonNode) root = trinh_report_to_json (report);
  guint32 deadline = 0;

  trinh_regime_get_dates (trinh_report_get_regime (report), trinh_report_get_period (report), NULL, NULL, &deadline);
  self->deadline = deadline != 0 ? trinh_date_to_string (deadline) : NULL;
  self->subject = g_strdup (trinh_report_get_subject (report));
  add_members (self, json_node_get_object (root));
  add_sections (self, trinh_report_get_sections (report));
  add_values (self, report);
  return self;
}

/* What stands for nothing is taken away, so that an edited report is the same as one that was read. */
static gboolean
is_nothing (const TrinhChange *change)
{
  JsonNode *node = change->new_content;

  if (node == NULL)
    return TRUE;
  if (change->kind == TRINH_CHANGE_ROWS)
    return JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0;
  if (change->kind == TRINH_CHANGE_VALUE)
    return JSON_NODE_HOLDS_NULL (node) || (JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == 0);
  return FALSE;
}

static void
add_section_change (TrinhContent *self,
                    const TrinhChange *change)
{
  g_autoptr (JsonNode) node = json_node_copy (change->new_content);
  g_autoptr (JsonObject) object = json_object_new ();
  gint64 position = -1;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (change->new_content));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (g_str_equal (name, TRINH_EDIT_POSITION))
        position = json_node_get_int (member);
      else
        json_object_set_member (object, name, json_node_copy (member));
    }
  json_node_set_object (node, object);
  add_node (self, TRINH_CHANGE_SECTION, change->target, position, node);
}

TrinhContent *
trinh_content_from_edit (const char *report_id,
                         guint revision,
                         TrinhEdit *edit)
{
  TrinhContent *self = trinh_content_new (report_id, revision);

  g_set_str (&self->author, trinh_edit_get_author (edit) != NULL ? trinh_edit_get_author (edit) : "");
  g_set_str (&self->label, trinh_edit_get_label (edit) != NULL ? trinh_edit_get_label (edit) : "");
  for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
    {
      const TrinhChange *change = trinh_edit_get_change (edit, i);

      if (is_nothing (change))
        trinh_content_add (self, change->kind, change->target, -1, NULL);
      else if (change->kind == TRINH_CHANGE_SECTION)
        add_section_change (self, change);
      else
        add_node (self, change->kind, change->target, -1, change->new_content);
    }
  return self;
}
