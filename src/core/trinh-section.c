/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-period.h"
#include "trinh-section.h"

struct _TrinhSection
{
  GObject parent_instance;

  gboolean none;

  /* Owned References */
  char *id;
  char *outline;
  char *number;
  char *title;
  char *text;
  char *carried_from; /* (nullable) */
  JsonObject *unknown;
};

static const char *const members[] = { "id", "outline", "number", "title", "text", "none", "carried_from", NULL };

G_DEFINE_FINAL_TYPE (TrinhSection, trinh_section, G_TYPE_OBJECT)

static void
trinh_section_finalize (GObject *object)
{
  TrinhSection *self = TRINH_SECTION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->outline, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->carried_from, g_free);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_section_parent_class)->finalize (object);
}

static void
trinh_section_class_init (TrinhSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_section_finalize;
}

static void
trinh_section_init (TrinhSection *self)
{
}

/**
 * trinh_section_new:
 * @id: "s1"
 * @outline: (nullable): id of the outline's item; "" for a section that the office added
 * @number: (nullable): as printed
 * @title: (nullable): as printed
 * @text: (nullable): markup
 * @none: whether ": Không" is printed after the title
 *
 * Returns: (transfer full): a new section
 */
TrinhSection *
trinh_section_new (const char *id,
                   const char *outline,
                   const char *number,
                   const char *title,
                   const char *text,
                   gboolean none)
{
  TrinhSection *self = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TRINH_TYPE_SECTION, NULL);
  self->id = g_strdup (id);
  self->outline = g_strdup (outline != NULL ? outline : "");
  self->number = g_strdup (number != NULL ? number : "");
  self->title = g_strdup (title != NULL ? title : "");
  self->text = g_strdup (text != NULL ? text : "");
  self->none = !!none;

  return self;
}

/* Who changes a text has gone through it: it is no longer carried over. */
TrinhSection *
trinh_section_with_text (TrinhSection *self,
                         const char *text,
                         gboolean none)
{
  TrinhSection *copy = NULL;

  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  copy = trinh_section_new (self->id, self->outline, self->number, self->title, text, none);
  if (self->unknown != NULL)
    copy->unknown = json_object_ref (self->unknown);
  if (g_str_equal (self->text, copy->text) && self->none == copy->none)
    copy->carried_from = g_strdup (self->carried_from);

  return copy;
}

/**
 * trinh_section_with_carried_from:
 * @period: (nullable): the period of the report that the text was taken from; %NULL: it is this report's own
 *
 * Returns: (transfer full): the section with the mark
 */
TrinhSection *
trinh_section_with_carried_from (TrinhSection *self,
                                 const char *period)
{
  TrinhSection *copy = NULL;

  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  copy = trinh_section_with_text (self, self->text, self->none);
  g_set_str (&copy->carried_from, period);

  return copy;
}

static gboolean
read_carried_from (TrinhSection *self,
                   JsonObject *object,
                   GError **error)
{
  JsonNode *node = json_object_get_member (object, "carried_from");
  const char *text = NULL;
  TrinhPeriod period;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!trinh_json_get_string (object, "carried_from", &text, error) || !trinh_period_parse (text, &period, error))
    return FALSE;
  self->carried_from = g_strdup (text);

  return TRUE;
}

/**
 * trinh_section_from_json:
 * @node: a section as in the report file; all but "id" may be absent
 * @error: return location: TYPE, MISSING; the message names the member, the caller adds file and line
 *
 * Returns: (transfer full): the section
 */
TrinhSection *
trinh_section_from_json (JsonNode *node,
                         GError **error)
{
  JsonObject *object = NULL;
  const char *texts[5] = { NULL };
  gboolean none = FALSE;
  g_autoptr (TrinhSection) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a section"), &object, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!trinh_json_get_string (object, members[i], &texts[i], error))
      return NULL;
  if (!trinh_json_get_boolean (object, "none", &none, error))
    return NULL;
  if (texts[0] == NULL || *texts[0] == '\0')
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("a section has no “id”; give it one that no other section has"));
      return NULL;
    }

  self = trinh_section_new (texts[0], texts[1], texts[2], texts[3], texts[4], none);
  self->unknown = trinh_json_keep_unknown (object, members);
  if (!read_carried_from (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

JsonNode *
trinh_section_to_json (TrinhSection *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "outline", self->outline);
  json_object_set_string_member (object, "number", self->number);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "text", self->text);
  json_object_set_boolean_member (object, "none", self->none);
  if (self->carried_from != NULL)
    json_object_set_string_member (object, "carried_from", self->carried_from);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_section_get_id (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->id;
}

const char *
trinh_section_get_outline (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->outline;
}

const char *
trinh_section_get_number (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->number;
}

const char *
trinh_section_get_title (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->title;
}

const char *
trinh_section_get_text (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->text;
}

gboolean
trinh_section_get_none (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), FALSE);

  return self->none;
}

const char *
trinh_section_get_carried_from (TrinhSection *self)
{
  g_return_val_if_fail (TRINH_IS_SECTION (self), NULL);

  return self->carried_from;
}

gboolean
trinh_section_equal (TrinhSection *a,
                     TrinhSection *b)
{
  g_return_val_if_fail (TRINH_IS_SECTION (a), FALSE);
  g_return_val_if_fail (TRINH_IS_SECTION (b), FALSE);

  return a->none == b->none &&
         g_str_equal (a->id, b->id) &&
         g_str_equal (a->outline, b->outline) &&
         g_str_equal (a->number, b->number) &&
         g_str_equal (a->title, b->title) &&
         g_str_equal (a->text, b->text) &&
         g_strcmp0 (a->carried_from, b->carried_from) == 0 &&
         trinh_json_unknown_equal (a->unknown, b->unknown);
}
