/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-office-settings.h"

static const char *const report_members[] = { "office", "symbol", "addressees", "recipients", "signatories" };

JsonObject *
trinh_office_settings_copy (JsonObject *settings)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (settings == NULL)
    return copy;

  json_object_iter_init_ordered (&iter, settings);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_copy (node));

  return copy;
}

static JsonNode *
get_member (JsonObject *object,
            const char *name,
            JsonNodeType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

JsonObject *
trinh_office_settings_copy_member (JsonObject *settings,
                                   const char *name)
{
  JsonNode *node = get_member (settings, name, JSON_NODE_OBJECT);

  return trinh_office_settings_copy (node != NULL ? json_node_get_object (node) : NULL);
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

const char *
trinh_office_settings_get_string (JsonObject *object,
                                  const char *name)
{
  const char *text = get_text (get_member (object, name, JSON_NODE_VALUE));

  return text != NULL ? text : "";
}

char **
trinh_office_settings_dup_lines (JsonObject *object,
                                 const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_ARRAY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; node != NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      const char *text = get_text (json_array_get_element (json_node_get_array (node), i));

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

void
trinh_office_settings_set_string (JsonObject *object,
                                  const char *name,
                                  const char *text)
{
  g_autofree char *normal = g_strstrip (trinh_language_normalize (text));

  if (normal[0] != '\0')
    json_object_set_string_member (object, name, normal);
  else
    json_object_remove_member (object, name);
}

void
trinh_office_settings_set_lines (JsonObject *object,
                                 const char *name,
                                 const char *const *lines)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *normal = g_strstrip (trinh_language_normalize (lines[i]));

      if (normal[0] != '\0')
        json_array_add_string_element (array, normal);
    }

  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, name, g_steal_pointer (&array));
  else
    json_object_remove_member (object, name);
}

JsonObject *
trinh_office_settings_from_report (TrinhReport *report)
{
  JsonObject *settings = json_object_new ();

  json_object_set_member (settings, "office", trinh_office_to_json (trinh_report_get_office (report)));
  for (guint i = 1; i < G_N_ELEMENTS (report_members); i++)
    {
      JsonNode *node = trinh_report_get_member (report, report_members[i]);

      if (node != NULL)
        json_object_set_member (settings, report_members[i], json_node_copy (node));
    }

  return settings;
}

/* The office is filled up from its name; without one there is none. */
static void
set_office (TrinhEdit *edit,
            JsonNode *node,
            TrinhReport *report)
{
  g_autoptr (TrinhOffice) office = trinh_office_from_json (node, NULL);
  g_autoptr (JsonNode) whole = NULL;

  if (office == NULL || trinh_office_equal (office, trinh_report_get_office (report)))
    return;

  whole = trinh_office_to_json (office);
  trinh_edit_set_member (edit, "office", whole);
}

TrinhEdit *
trinh_office_settings_make_edit (JsonObject *settings,
                                 TrinhReport *report)
{
  TrinhEdit *edit = trinh_edit_new (_ ("settings of the office"));

  for (guint i = 0; i < G_N_ELEMENTS (report_members); i++)
    {
      JsonNode *node = json_object_get_member (settings, report_members[i]);
      JsonNode *old = trinh_report_get_member (report, report_members[i]);

      if (node == NULL)
        continue;
      if (i == 0)
        set_office (edit, node, report);
      else if (old == NULL || !json_node_equal (node, old))
        trinh_edit_set_member (edit, report_members[i], node);
    }

  return edit;
}
