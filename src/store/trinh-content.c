/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-content-private.h"

static const char *const nicks[] = {
  [TRINH_CHANGE_VALUE] = "value",
  [TRINH_CHANGE_SECTION] = "section",
  [TRINH_CHANGE_ROWS] = "rows",
  [TRINH_CHANGE_MEMBER] = "member",
};

const char *
trinh_change_kind_to_nick (TrinhChangeKind kind)
{
  return nicks[kind];
}

gboolean
trinh_change_kind_from_nick (const char *nick,
                             TrinhChangeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

TrinhPart *
trinh_part_new (TrinhChangeKind kind,
                const char *target,
                gint64 position,
                const char *json)
{
  TrinhPart *self = g_new0 (TrinhPart, 1);

  self->kind = kind;
  self->target = g_strdup (target);
  self->position = position;
  self->json = g_strdup (json);
  return self;
}

void
trinh_part_free (TrinhPart *self)
{
  g_free (self->target);
  g_free (self->json);
  g_free (self);
}

TrinhContent *
trinh_content_new (const char *id,
                   guint revision)
{
  TrinhContent *self = g_new0 (TrinhContent, 1);

  self->id = g_strdup (id);
  self->revision = revision;
  self->author = g_strdup ("");
  self->label = g_strdup ("");
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_part_free);
  return self;
}

void
trinh_content_free (TrinhContent *self)
{
  g_free (self->id);
  g_free (self->deadline);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->label);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

void
trinh_content_add (TrinhContent *self,
                   TrinhChangeKind kind,
                   const char *target,
                   gint64 position,
                   const char *json)
{
  g_ptr_array_add (self->parts, trinh_part_new (kind, target, position, json));
}

guint
trinh_content_count (TrinhContent *self,
                     TrinhChangeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((TrinhPart *) g_ptr_array_index (self->parts, i))->kind == kind;
  return n;
}

TrinhPart *
trinh_content_find (TrinhContent *self,
                    TrinhChangeKind kind,
                    const char *target)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      TrinhPart *part = g_ptr_array_index (self->parts, i);

      if (part->kind == kind && g_str_equal (part->target, target))
        return part;
    }
  return NULL;
}

/* The order of members and values says nothing, that of sections is the printed one. */
static int
part_compare (gconstpointer a,
              gconstpointer b)
{
  const TrinhPart *left = *(const TrinhPart *const *) a;
  const TrinhPart *right = *(const TrinhPart *const *) b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->kind == TRINH_CHANGE_SECTION && left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return strcmp (left->target, right->target);
}

static void
update_with_text (GChecksum *checksum,
                  const char *text)
{
  g_autofree char *head = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
}

static void update_with_node (GChecksum *checksum, JsonNode *node);

static void
update_with_object (GChecksum *checksum,
                    JsonObject *object)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  update_with_text (checksum, "{");
  for (GList *name = names; name != NULL; name = name->next)
    {
      update_with_text (checksum, name->data);
      update_with_node (checksum, json_object_get_member (object, name->data));
    }
  update_with_text (checksum, "}");
}

static void
update_with_node (GChecksum *checksum,
                  JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    update_with_object (checksum, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      update_with_text (checksum, "[");
      for (guint i = 0; i < json_array_get_length (array); i++)
        update_with_node (checksum, json_array_get_element (array, i));
      update_with_text (checksum, "]");
    }
  else
    {
      g_autofree char *line = trinh_json_to_line (node);

      update_with_text (checksum, line);
    }
}

/* A file that was exported and comes back is the same report, in whatever order its members were written. */
static void
update_with_json (GChecksum *checksum,
                  const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  if (node != NULL)
    update_with_node (checksum, node);
  else
    update_with_text (checksum, json);
}

/* How a copy came to be is not what it says. */
static gboolean
is_about_copy (const TrinhPart *part)
{
  return part->kind == TRINH_CHANGE_MEMBER && (g_str_equal (part->target, "base") || g_str_equal (part->target, "journal"));
}

char *
trinh_content_hash (TrinhContent *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->parts, NULL, NULL);

  /* A copy of the array shares the parts. */
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, part_compare);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TrinhPart *part = g_ptr_array_index (sorted, i);

      if (is_about_copy (part))
        continue;
      update_with_text (checksum, nicks[part->kind]);
      update_with_text (checksum, part->target);
      update_with_json (checksum, part->json);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static JsonNode *
dup_member (TrinhContent *self,
            const char *name)
{
  TrinhPart *part = trinh_content_find (self, TRINH_CHANGE_MEMBER, name);

  return part != NULL ? json_from_string (part->json, NULL) : NULL;
}

/* @within: (nullable): a member of the member; "" and NULL stand for what is not there */
static char *
dup_text (TrinhContent *self,
          const char *name,
          const char *within,
          const char *otherwise)
{
  g_autoptr (JsonNode) member = dup_member (self, name);
  JsonNode *node = member;

  if (node != NULL && within != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), within);
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup (otherwise);
  return json_node_dup_string (node);
}

TrinhHeader *
trinh_content_make_header (TrinhContent *self)
{
  TrinhHeader *header = g_new0 (TrinhHeader, 1);

  header->id = g_strdup (self->id);
  header->regime = dup_text (self, "regime", "id", "");
  header->regime_version = dup_text (self, "regime", "version", "");
  header->regime_sha256 = dup_text (self, "regime", "sha256", NULL);
  header->period = dup_text (self, "period", NULL, "");
  header->office_code = dup_text (self, "office", "code", "");
  header->office_name = dup_text (self, "office", "name", "");
  header->subject = dup_text (self, "subject", NULL, self->subject != NULL ? self->subject : "");
  header->state = dup_text (self, "state", NULL, "draft");
  header->deadline = g_strdup (self->deadline);
  header->data_from = dup_text (self, "data_from", NULL, NULL);
  header->data_to = dup_text (self, "data_to", NULL, NULL);
  header->sha256 = trinh_content_hash (self);
  header->revision = self->revision;
  header->modified = g_get_real_time () / G_USEC_PER_SEC;
  return header;
}

void
trinh_header_free (TrinhHeader *self)
{
  g_free (self->id);
  g_free (self->regime);
  g_free (self->regime_version);
  g_free (self->regime_sha256);
  g_free (self->period);
  g_free (self->office_code);
  g_free (self->office_name);
  g_free (self->subject);
  g_free (self->state);
  g_free (self->deadline);
  g_free (self->data_from);
  g_free (self->data_to);
  g_free (self->sha256);
  g_free (self);
}
