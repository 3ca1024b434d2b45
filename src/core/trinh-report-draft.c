/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-report-private.h"

static void
add_sections (TrinhReport *self)
{
  GListModel *items = trinh_outline_get_items (trinh_regime_get_outline (self->regime));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (items, i);
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      g_autofree char *title = trinh_regime_expand (trinh_outline_item_get_title (item), self->period, self->office);
      g_autofree char *text = trinh_regime_expand (trinh_outline_item_get_template (item), self->period, self->office);
      g_autoptr (TrinhSection) section = trinh_section_new (id, trinh_outline_item_get_id (item), trinh_outline_item_get_number (item), title, text, FALSE);

      g_list_store_append (self->sections, section);
    }
}

static void
add_strings (TrinhReport *self,
             const char *name,
             const char *const *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_object_set_array_member (self->members, name, array);
}

static void
add_regime (TrinhReport *self)
{
  JsonObject *regime = json_object_new ();

  json_object_set_string_member (regime, "id", trinh_regime_get_id (self->regime));
  json_object_set_string_member (regime, "version", trinh_regime_get_version (self->regime));
  json_object_set_string_member (regime, "sha256", trinh_regime_get_sha256 (self->regime));
  json_object_set_object_member (self->members, "regime", regime);
}

static const char *
get_label (TrinhReport *self,
           const char *form)
{
  TrinhForm *found = trinh_regime_find_form (self->regime, form);

  return found != NULL ? trinh_form_get_label (found) : form;
}

static JsonObject *
find_part (JsonArray *parts,
           const char *who)
{
  for (guint i = 0; i < json_array_get_length (parts); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (parts, i), "who"), who))
      return json_array_get_object_element (parts, i);
  return NULL;
}

static JsonObject *
add_part (JsonArray *parts,
          const char *who)
{
  JsonObject *part = json_object_new ();
  g_autofree char *id = g_strdup_printf ("p%u", json_array_get_length (parts) + 1);

  json_object_set_string_member (part, "id", id);
  json_object_set_string_member (part, "title", "");
  json_object_set_array_member (part, "forms", json_array_new ());
  json_object_set_array_member (part, "sections", json_array_new ());
  json_object_set_string_member (part, "who", who);
  json_object_set_null_member (part, "due");
  json_object_set_null_member (part, "sent");
  json_object_set_null_member (part, "returned");
  json_array_add_object_element (parts, part);
  return part;
}

/* What the regime gives to one unit is one part: all its forms. */
static void
add_parts (TrinhReport *self)
{
  JsonNode *node = trinh_regime_get_parts (self->regime);
  JsonArray *given = node != NULL ? json_node_get_array (node) : NULL;
  JsonArray *parts = json_array_new ();

  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    {
      JsonObject *entry = json_array_get_object_element (given, i);
      const char *who = json_object_get_string_member (entry, "who");
      const char *form = json_object_get_string_member (entry, "form");
      JsonObject *part = find_part (parts, who);
      const char *title;
      g_autofree char *longer = NULL;

      if (part == NULL)
        part = add_part (parts, who);
      title = json_object_get_string_member (part, "title");
      longer = g_strdup_printf ("%s%s%s", title, *title != '\0' ? ", " : "", get_label (self, form));
      json_object_set_string_member (part, "title", longer);
      json_array_add_string_element (json_object_get_array_member (part, "forms"), form);
    }
  json_object_set_array_member (self->members, "parts", parts);
}

static void
add_members (TrinhReport *self)
{
  static const char *const empty_lists[] = { "documents", "tasks", "acknowledgements", "comments", "journal" };
  static const char *const nulls[] = { "base", "replaces", "data_from", "data_to", "date" };
  g_autofree char *period = trinh_period_to_string (self->period);
  g_autofree char *subject = trinh_regime_expand (trinh_regime_get_subject (self->regime), self->period, self->office);
  JsonNode *signatories = trinh_regime_get_signatories (self->regime);

  add_regime (self);
  json_object_set_string_member (self->members, "period", period);
  json_object_set_member (self->members, "office", trinh_office_to_json (self->office));
  json_object_set_string_member (self->members, "number", "");
  json_object_set_string_member (self->members, "symbol", trinh_regime_get_symbol (self->regime));
  json_object_set_string_member (self->members, "subject", subject);
  add_strings (self, "addressees", trinh_regime_get_addressees (self->regime));
  add_strings (self, "recipients", trinh_regime_get_recipients (self->regime));
  if (signatories != NULL)
    json_object_set_member (self->members, "signatories", _trinh_json_dup_normalized (signatories));
  add_parts (self);
  json_object_set_string_member (self->members, "state", "draft");
  for (guint i = 0; i < G_N_ELEMENTS (empty_lists); i++)
    json_object_set_array_member (self->members, empty_lists[i], json_array_new ());
  for (guint i = 0; i < G_N_ELEMENTS (nulls); i++)
    json_object_set_null_member (self->members, nulls[i]);
}

TrinhReport *
trinh_report_new (TrinhRegime *regime,
                  TrinhPeriod period,
                  TrinhOffice *office)
{
  TrinhReport *self;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);

  self = _trinh_report_create (regime, period);
  self->id = g_uuid_string_random ();
  self->office = g_object_ref (office);
  add_members (self);
  add_sections (self);
  _trinh_report_read_members (self);
  return self;
}

/* JSON nodes count their references without locks: a copy for another thread shares none. */
static JsonObject *
dup_members (JsonObject *from)
{
  JsonObject *to = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (to, name, _trinh_json_dup_normalized (node));
  return to;
}

static void
copy_cells (TrinhReport *to,
            TrinhReport *from)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, from->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->values, key, trinh_value_ref (value));
  g_hash_table_iter_init (&iter, from->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->rows, g_strdup (key), g_strdupv (value));
}

TrinhReport *
trinh_report_snapshot (TrinhReport *self)
{
  TrinhReport *copy;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  copy = _trinh_report_create (self->regime, self->period);
  copy->id = g_strdup (self->id);
  copy->office = g_object_ref (self->office);
  copy->revision = self->revision;
  copy->saved_revision = self->saved_revision;
  json_object_unref (copy->members);
  copy->members = dup_members (self->members);
  copy_cells (copy, self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      g_list_store_append (copy->sections, section);
    }
  _trinh_report_read_members (copy);
  return copy;
}
