/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-step.h"

struct _TrinhStep
{
  GObject parent_instance;

  TrinhStepKind kind;
  TrinhRole role;
  guint revision;

  /* Owned References */
  char *id;
  char *by;
  char *at;
  char *remark;
  char *content;     /* (nullable) */
  char *file_name;   /* (nullable) */
  char *file_sha256; /* (nullable) */
  JsonObject *unknown;
};

static const char *const members[] = { "id", "step", "by", "role", "at", "remark", "revision", "content", "file", NULL };

static const struct
{
  const char *nick;
  const char *name;
} kinds[] = {
  /* Translators: steps of a report that somebody has done: "Submitted by …" */
  [TRINH_STEP_SUBMIT] = { "submit", NC_ ("step", "Submitted") },
  [TRINH_STEP_RECALL] = { "recall", NC_ ("step", "Taken back") },
  [TRINH_STEP_RETURN] = { "return", NC_ ("step", "Sent back") },
  [TRINH_STEP_APPROVE] = { "approve", NC_ ("step", "Approved") },
  [TRINH_STEP_SIGN] = { "sign", NC_ ("step", "Signed") },
  [TRINH_STEP_SIGN_ON_PAPER] = { "sign-on-paper", NC_ ("step", "Signed on paper") },
  [TRINH_STEP_ISSUE] = { "issue", NC_ ("step", "Issued") },
  [TRINH_STEP_CORRECT] = { "correct", NC_ ("step", "Correction begun") },
};

G_DEFINE_FINAL_TYPE (TrinhStep, trinh_step, G_TYPE_OBJECT)

static void
trinh_step_finalize (GObject *object)
{
  TrinhStep *self = TRINH_STEP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->by, g_free);
  g_clear_pointer (&self->at, g_free);
  g_clear_pointer (&self->remark, g_free);
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->file_sha256, g_free);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_step_parent_class)->finalize (object);
}

static void
trinh_step_class_init (TrinhStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_step_finalize;
}

static void
trinh_step_init (TrinhStep *self)
{
}

const char *
trinh_step_kind_to_nick (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, NULL);

  return kinds[kind].nick;
}

gboolean
trinh_step_kind_from_nick (const char *nick,
                           TrinhStepKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < TRINH_STEP_N_KINDS; i++)
    if (g_str_equal (nick, kinds[i].nick))
      {
        *kind = (TrinhStepKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
trinh_step_kind_get_name (TrinhStepKind kind)
{
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "step", kinds[kind].name);
}

TrinhStep *
trinh_step_new (TrinhStepKind kind,
                const char *by,
                TrinhRole role,
                const char *at,
                const char *remark)
{
  TrinhStep *self;

  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS, NULL);
  g_return_val_if_fail (by != NULL, NULL);
  g_return_val_if_fail (at != NULL, NULL);
  g_return_val_if_fail (remark != NULL, NULL);

  self = g_object_new (TRINH_TYPE_STEP, NULL);
  self->kind = kind;
  self->id = g_uuid_string_random ();
  self->by = g_strdup (by);
  self->role = role;
  self->at = g_strdup (at);
  self->remark = g_strdup (remark);

  return self;
}

static TrinhStep *
copy (TrinhStep *self)
{
  TrinhStep *copy = trinh_step_new (self->kind, self->by, self->role, self->at, self->remark);

  g_set_str (&copy->id, self->id);
  g_set_str (&copy->content, self->content);
  g_set_str (&copy->file_name, self->file_name);
  g_set_str (&copy->file_sha256, self->file_sha256);
  copy->revision = self->revision;
  if (self->unknown != NULL)
    copy->unknown = json_object_ref (self->unknown);
  return copy;
}

TrinhStep *
trinh_step_on_content (TrinhStep *self,
                       guint revision,
                       const char *content)
{
  TrinhStep *placed;

  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);
  g_return_val_if_fail (content != NULL, NULL);

  placed = copy (self);
  placed->revision = revision;
  g_set_str (&placed->content, content);

  return placed;
}

TrinhStep *
trinh_step_with_id (TrinhStep *self,
                    const char *id)
{
  TrinhStep *renamed;

  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  renamed = copy (self);
  g_set_str (&renamed->id, id);

  return renamed;
}

TrinhStep *
trinh_step_with_file (TrinhStep *self,
                      const char *name,
                      const char *sha256)
{
  TrinhStep *filed;

  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  filed = copy (self);
  g_set_str (&filed->file_name, name);
  g_set_str (&filed->file_sha256, sha256);

  return filed;
}

static gboolean
read_kind (TrinhStep *self,
           JsonObject *object,
           GError **error)
{
  g_autofree char *nick = NULL;
  g_autofree char *role = NULL;

  if (!trinh_json_dup_string (object, "step", &nick, error) || !trinh_json_dup_string (object, "role", &role, error))
    return FALSE;
  self->role = role != NULL ? trinh_role_from_nick (role) : TRINH_ROLE_NONE;
  if (nick != NULL && trinh_step_kind_from_nick (nick, &self->kind))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no step that is known here."), nick != NULL ? nick : "");
  return FALSE;
}

static gboolean
read_file (TrinhStep *self,
           JsonObject *object,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, "file");
  JsonObject *file = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  return trinh_json_get_object (node, _ ("the “file” of a row of the journal"), &file, error) &&
         trinh_json_dup_string (file, "name", &self->file_name, error) &&
         trinh_json_dup_string (file, "sha256", &self->file_sha256, error);
}

static gboolean
read_texts (TrinhStep *self,
            JsonObject *object,
            GError **error)
{
  if (!trinh_json_dup_string (object, "id", &self->id, error) || !trinh_json_dup_string (object, "by", &self->by, error) ||
      !trinh_json_dup_string (object, "at", &self->at, error) || !trinh_json_dup_string (object, "remark", &self->remark, error) ||
      !trinh_json_dup_string (object, "content", &self->content, error))
    return FALSE;
  if (self->id == NULL)
    self->id = g_strdup ("");
  return TRUE;
}

TrinhStep *
trinh_step_from_json (JsonNode *node,
                      GError **error)
{
  g_autoptr (TrinhStep) self = NULL;
  JsonObject *object = NULL;
  char **texts[3];

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a row of the journal"), &object, error))
    return NULL;
  self = g_object_new (TRINH_TYPE_STEP, NULL);
  if (!read_texts (self, object, error) || !read_kind (self, object, error) ||
      !trinh_json_get_count (object, "revision", &self->revision, error) || !read_file (self, object, error))
    return NULL;
  texts[0] = &self->by;
  texts[1] = &self->at;
  texts[2] = &self->remark;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] == NULL)
      *texts[i] = g_strdup ("");
  self->unknown = trinh_json_keep_unknown (object, members);

  return g_steal_pointer (&self);
}

static JsonObject *
write_file (TrinhStep *self)
{
  JsonObject *file = json_object_new ();

  json_object_set_string_member (file, "name", self->file_name != NULL ? self->file_name : "");
  json_object_set_string_member (file, "sha256", self->file_sha256);
  return file;
}

JsonNode *
trinh_step_to_json (TrinhStep *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "step", kinds[self->kind].nick);
  json_object_set_string_member (object, "by", self->by);
  json_object_set_string_member (object, "role", trinh_role_to_nick (self->role));
  json_object_set_string_member (object, "at", self->at);
  json_object_set_string_member (object, "remark", self->remark);
  json_object_set_int_member (object, "revision", self->revision);
  if (self->content != NULL)
    json_object_set_string_member (object, "content", self->content);
  if (self->file_sha256 != NULL)
    json_object_set_object_member (object, "file", write_file (self));
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_step_get_id (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->id;
}

TrinhStepKind
trinh_step_get_kind (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), TRINH_STEP_SUBMIT);

  return self->kind;
}

const char *
trinh_step_get_by (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->by;
}

TrinhRole
trinh_step_get_role (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), TRINH_ROLE_NONE);

  return self->role;
}

const char *
trinh_step_get_at (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->at;
}

const char *
trinh_step_get_remark (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->remark;
}

guint
trinh_step_get_revision (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), 0);

  return self->revision;
}

const char *
trinh_step_get_content (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->content;
}

const char *
trinh_step_get_file_name (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->file_name;
}

const char *
trinh_step_get_file_sha256 (TrinhStep *self)
{
  g_return_val_if_fail (TRINH_IS_STEP (self), NULL);

  return self->file_sha256;
}
