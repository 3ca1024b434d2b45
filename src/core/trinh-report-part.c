/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdlib.h>

#include "trinh-edit-private.h"
#include "trinh-report-part.h"

struct _TrinhReportPart
{
  GObject parent_instance;

  /* Owned References */
  JsonNode *node;
  char **forms;
  char **sections;
};

G_DEFINE_FINAL_TYPE (TrinhReportPart, trinh_report_part, G_TYPE_OBJECT)

static void
trinh_report_part_finalize (GObject *object)
{
  TrinhReportPart *self = TRINH_REPORT_PART (object);

  json_node_unref (self->node);
  g_strfreev (self->forms);
  g_strfreev (self->sections);

  G_OBJECT_CLASS (trinh_report_part_parent_class)->finalize (object);
}

static void
trinh_report_part_class_init (TrinhReportPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_report_part_finalize;
}

static void
trinh_report_part_init (TrinhReportPart *self)
{
}

static char **
dup_strings (JsonObject *object,
             const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/* @node: (transfer full) */
static TrinhReportPart *
take_node (JsonNode *node)
{
  TrinhReportPart *self = g_object_new (TRINH_TYPE_REPORT_PART, NULL);
  JsonObject *object = json_node_get_object (node);

  self->node = node;
  self->forms = dup_strings (object, "forms");
  self->sections = dup_strings (object, "sections");
  return self;
}

static void
set_strings (JsonObject *object,
             const char *name,
             const char *const *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  json_object_set_array_member (object, name, array);
}

/* What is not said is null: as the schema has it. */
static void
set_string_or_null (JsonObject *object,
                    const char *name,
                    const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
set_assignment (JsonObject *object,
                const char *title,
                const char *const *forms,
                const char *const *sections,
                const char *who,
                const char *due)
{
  json_object_set_string_member (object, "title", title);
  set_strings (object, "forms", forms);
  set_strings (object, "sections", sections);
  json_object_set_string_member (object, "who", who);
  set_string_or_null (object, "due", due);
}

TrinhReportPart *
trinh_report_part_new (const char *id,
                       const char *title,
                       const char *const *forms,
                       const char *const *sections,
                       const char *who,
                       const char *due)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (id != NULL && title != NULL && who != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  set_assignment (object, title, forms, sections, who, due);
  json_object_set_null_member (object, "sent");
  json_object_set_null_member (object, "returned");
  return take_node (json_node_init_object (json_node_alloc (), object));
}

TrinhReportPart *
trinh_report_part_assign (TrinhReportPart *self,
                          const char *title,
                          const char *const *forms,
                          const char *const *sections,
                          const char *who,
                          const char *due)
{
  JsonNode *copy;

  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);
  g_return_val_if_fail (title != NULL && who != NULL, NULL);

  copy = _trinh_json_dup_normalized (self->node);
  set_assignment (json_node_get_object (copy), title, forms, sections, who, due);
  return take_node (copy);
}

TrinhReportPart *
trinh_report_part_send (TrinhReportPart *self,
                        const char *at)
{
  JsonNode *copy;

  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  copy = _trinh_json_dup_normalized (self->node);
  set_string_or_null (json_node_get_object (copy), "sent", at);
  json_object_set_null_member (json_node_get_object (copy), "returned");
  return take_node (copy);
}

TrinhReportPart *
trinh_report_part_return (TrinhReportPart *self,
                          const char *at)
{
  JsonNode *copy;

  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  copy = _trinh_json_dup_normalized (self->node);
  set_string_or_null (json_node_get_object (copy), "returned", at);
  return take_node (copy);
}

static const char *
get_string (TrinhReportPart *self,
            const char *name)
{
  JsonNode *node = json_object_get_member (json_node_get_object (self->node), name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : "";
}

const char *
trinh_report_part_get_id (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "id");
}

const char *
trinh_report_part_get_title (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "title");
}

const char *const *
trinh_report_part_get_forms (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return (const char *const *) self->forms;
}

const char *const *
trinh_report_part_get_sections (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return (const char *const *) self->sections;
}

const char *
trinh_report_part_get_who (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "who");
}

const char *
trinh_report_part_get_due (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "due");
}

const char *
trinh_report_part_get_sent (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "sent");
}

const char *
trinh_report_part_get_returned (TrinhReportPart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), NULL);

  return get_string (self, "returned");
}

TrinhReportPartState
trinh_report_part_get_state (TrinhReportPart *self,
                             guint32 today)
{
  guint32 due = 0;

  g_return_val_if_fail (TRINH_IS_REPORT_PART (self), TRINH_REPORT_PART_OPEN);

  if (*trinh_report_part_get_returned (self) != '\0')
    return TRINH_REPORT_PART_RETURNED;
  if (today > 0 && trinh_date_parse (trinh_report_part_get_due (self), &due) && due < today)
    return TRINH_REPORT_PART_OVERDUE;
  return *trinh_report_part_get_sent (self) != '\0' ? TRINH_REPORT_PART_SENT : TRINH_REPORT_PART_OPEN;
}

static JsonArray *
get_array (TrinhReport *report)
{
  JsonNode *node = trinh_report_get_member (report, "parts");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

GPtrArray *
trinh_report_part_list (TrinhReport *report)
{
  GPtrArray *parts;
  JsonArray *array;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  parts = g_ptr_array_new_with_free_func (g_object_unref);
  array = get_array (report);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (parts, take_node (_trinh_json_dup_normalized (json_array_get_element (array, i))));
  return parts;
}

TrinhReportPart *
trinh_report_part_find (TrinhReport *report,
                        const char *id)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  parts = trinh_report_part_list (report);
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (trinh_report_part_get_id (g_ptr_array_index (parts, i)), id))
      return g_object_ref (g_ptr_array_index (parts, i));
  return NULL;
}

gboolean
trinh_report_part_has_form (TrinhReport *report,
                            const char *part,
                            const char *form)
{
  g_autoptr (TrinhReportPart) found = trinh_report_part_find (report, part);

  return found != NULL && g_strv_contains ((const char *const *) found->forms, form);
}

gboolean
trinh_report_part_has_section (TrinhReport *report,
                               const char *part,
                               const char *section)
{
  g_autoptr (TrinhReportPart) found = trinh_report_part_find (report, part);

  return found != NULL && g_strv_contains ((const char *const *) found->sections, section);
}

const char *
trinh_report_part_get_own (TrinhReport *report)
{
  JsonNode *node;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  node = trinh_report_get_member (report, "part");
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

const char *
trinh_report_part_find_first_place (TrinhReport *report)
{
  const char *own;
  GListModel *sections;
  GListModel *forms;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  own = trinh_report_part_get_own (report);
  sections = trinh_report_get_sections (report);
  forms = trinh_regime_get_forms (trinh_report_get_regime (report));
  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      if (trinh_report_part_has_section (report, own, trinh_section_get_id (section)))
        return trinh_section_get_id (section);
    }
  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (trinh_report_part_has_form (report, own, trinh_form_get_id (form)))
        return trinh_form_get_id (form);
    }
  return NULL;
}

/* "p2" and "p2-7f3a" are numbered 2. */
static gboolean
has_number (TrinhReport *report,
            guint number)
{
  g_autoptr (GPtrArray) parts = trinh_report_part_list (report);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *id = trinh_report_part_get_id (parts->pdata[i]);

      if (*id == 'p' && strtoul (id + 1, NULL, 10) == number)
        return TRUE;
    }
  return FALSE;
}

char *
trinh_report_part_make_id (TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("p%u-%04x", number, g_random_int_range (0, 0x10000));

      if (!has_number (report, number))
        return g_steal_pointer (&id);
    }
}

/* @part: (nullable): %NULL takes it away */
static void
put_part (TrinhEdit *edit,
          TrinhReport *report,
          const char *id,
          TrinhReportPart *part)
{
  TrinhChange *earlier = _trinh_edit_find (edit, TRINH_CHANGE_MEMBER, "parts");
  JsonArray *old = earlier != NULL && earlier->new_content != NULL ? json_node_get_array (earlier->new_content) : get_array (report);
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  gboolean put = part == NULL;

  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonNode *element = json_array_get_element (old, i);
      gboolean found = g_str_equal (json_object_get_string_member (json_node_get_object (element), "id"), id);

      if (!found)
        json_array_add_element (array, json_node_ref (element));
      else if (!put)
        json_array_add_element (array, json_node_ref (part->node));
      put = put || found;
    }
  if (!put)
    json_array_add_element (array, json_node_ref (part->node));
  json_node_take_array (node, array);
  trinh_edit_set_member (edit, "parts", node);
}

void
trinh_edit_set_part (TrinhEdit *edit,
                     TrinhReport *report,
                     TrinhReportPart *part)
{
  g_return_if_fail (edit != NULL);
  g_return_if_fail (TRINH_IS_REPORT (report));
  g_return_if_fail (TRINH_IS_REPORT_PART (part));

  put_part (edit, report, trinh_report_part_get_id (part), part);
}

void
trinh_edit_remove_part (TrinhEdit *edit,
                        TrinhReport *report,
                        const char *id)
{
  g_return_if_fail (edit != NULL);
  g_return_if_fail (TRINH_IS_REPORT (report));
  g_return_if_fail (id != NULL);

  put_part (edit, report, id, NULL);
}
