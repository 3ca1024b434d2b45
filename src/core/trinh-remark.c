/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-json-private.h"
#include "trinh-remark.h"

typedef enum
{
  TEXT_ID,
  TEXT_THREAD,
  TEXT_CELL,
  TEXT_SECTION,
  TEXT_QUOTE,
  TEXT_BY,
  TEXT_ROLE,
  TEXT_AT,
  TEXT_TEXT,
  N_TEXTS,
} Text;

struct _TrinhRemark
{
  GObject parent_instance;

  TrinhRemarkMark mark;
  guint start;

  /* Owned References */
  char *texts[N_TEXTS];
  JsonObject *unknown; /* (nullable) */
};

static const char *const members[] = { "id", "thread", "cell", "section", "quote", "by", "role", "at", "text", "start", "mark", NULL };

static const char *const marks[] = { "says", "settles", "reopens" };

G_DEFINE_FINAL_TYPE (TrinhRemark, trinh_remark, G_TYPE_OBJECT)

static void
trinh_remark_finalize (GObject *object)
{
  TrinhRemark *self = TRINH_REMARK (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_remark_parent_class)->finalize (object);
}

static void
trinh_remark_class_init (TrinhRemarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_remark_finalize;
}

static void
trinh_remark_init (TrinhRemark *self)
{
}

TrinhRemark *
trinh_remark_new (const char *by,
                  const char *role,
                  const char *at,
                  const char *text)
{
  TrinhRemark *self;

  g_return_val_if_fail (by != NULL, NULL);
  g_return_val_if_fail (role != NULL, NULL);
  g_return_val_if_fail (at != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (TRINH_TYPE_REMARK, NULL);
  self->texts[TEXT_ID] = g_uuid_string_random ();
  self->texts[TEXT_BY] = g_strdup (by);
  self->texts[TEXT_ROLE] = g_strdup (role);
  self->texts[TEXT_AT] = g_strdup (at);
  self->texts[TEXT_TEXT] = g_strdup (text);

  return self;
}

static TrinhRemark *
copy (TrinhRemark *self)
{
  TrinhRemark *copy = g_object_new (TRINH_TYPE_REMARK, NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  copy->mark = self->mark;
  copy->start = self->start;
  if (self->unknown != NULL)
    copy->unknown = json_object_ref (self->unknown);
  return copy;
}

TrinhRemark *
trinh_remark_on_cell (TrinhRemark *self,
                      const char *address)
{
  TrinhRemark *placed;

  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  placed = copy (self);
  g_set_str (&placed->texts[TEXT_CELL], address);

  return placed;
}

TrinhRemark *
trinh_remark_on_section (TrinhRemark *self,
                         const char *section,
                         const char *quote,
                         guint start)
{
  TrinhRemark *placed;

  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  placed = copy (self);
  g_set_str (&placed->texts[TEXT_SECTION], section);
  g_set_str (&placed->texts[TEXT_QUOTE], quote);
  placed->start = start;

  return placed;
}

TrinhRemark *
trinh_remark_in_thread (TrinhRemark *self,
                        const char *first,
                        TrinhRemarkMark mark)
{
  TrinhRemark *answer;

  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);
  g_return_val_if_fail (first != NULL, NULL);

  answer = copy (self);
  g_set_str (&answer->texts[TEXT_THREAD], first);
  answer->mark = mark;

  return answer;
}

static gboolean
read_texts (TrinhRemark *self,
            JsonObject *object,
            GError **error)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (!trinh_json_dup_string (object, members[i], &self->texts[i], error))
      return FALSE;
  if (self->texts[TEXT_ID] == NULL)
    self->texts[TEXT_ID] = g_strdup ("");
  return TRUE;
}

/* A mark that a later program gave says nothing here. */
static gboolean
read_mark (TrinhRemark *self,
           JsonObject *object,
           GError **error)
{
  const char *nick = NULL;

  if (!trinh_json_get_string (object, "mark", &nick, error))
    return FALSE;
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (nick, marks[i]))
      self->mark = (TrinhRemarkMark) i;
  return TRUE;
}

TrinhRemark *
trinh_remark_from_json (JsonNode *node,
                        GError **error)
{
  g_autoptr (TrinhRemark) self = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a remark"), &object, error))
    return NULL;
  self = g_object_new (TRINH_TYPE_REMARK, NULL);
  if (!read_texts (self, object, error) || !trinh_json_get_count (object, "start", &self->start, error) || !read_mark (self, object, error))
    return NULL;
  for (guint i = TEXT_BY; i < N_TEXTS; i++)
    if (self->texts[i] == NULL)
      self->texts[i] = g_strdup ("");
  self->unknown = trinh_json_keep_unknown (object, members);

  return g_steal_pointer (&self);
}

JsonNode *
trinh_remark_to_json (TrinhRemark *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  object = json_object_new ();
  for (guint i = 0; i < N_TEXTS; i++)
    if (self->texts[i] != NULL)
      json_object_set_string_member (object, members[i], self->texts[i]);
  if (self->texts[TEXT_QUOTE] != NULL)
    json_object_set_int_member (object, "start", self->start);
  if (self->mark != TRINH_REMARK_SAYS)
    json_object_set_string_member (object, "mark", marks[self->mark]);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_remark_get_id (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_ID];
}

const char *
trinh_remark_get_thread (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_THREAD];
}

TrinhRemarkMark
trinh_remark_get_mark (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), TRINH_REMARK_SAYS);

  return self->mark;
}

const char *
trinh_remark_get_cell (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_CELL];
}

const char *
trinh_remark_get_section (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_SECTION];
}

const char *
trinh_remark_get_quote (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_QUOTE];
}

const char *
trinh_remark_get_by (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_BY];
}

const char *
trinh_remark_get_role (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_ROLE];
}

const char *
trinh_remark_get_at (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_AT];
}

const char *
trinh_remark_get_text (TrinhRemark *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK (self), NULL);

  return self->texts[TEXT_TEXT];
}

gboolean
trinh_remark_find_quote (TrinhRemark *self,
                         const char *text,
                         guint *from,
                         guint *to)
{
  const char *quote;
  guint best = G_MAXUINT;

  g_return_val_if_fail (TRINH_IS_REMARK (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  quote = self->texts[TEXT_QUOTE];
  if (quote == NULL || *quote == '\0')
    return FALSE;
  for (const char *found = strstr (text, quote); found != NULL; found = strstr (g_utf8_next_char (found), quote))
    {
      const guint at = (guint) g_utf8_pointer_to_offset (text, found);
      const guint far = at > self->start ? at - self->start : self->start - at;

      if (far < best)
        {
          best = far;
          *from = at;
        }
    }
  if (best == G_MAXUINT)
    return FALSE;
  *to = *from + (guint) g_utf8_strlen (quote, -1);
  return TRUE;
}
