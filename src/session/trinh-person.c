/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-json-private.h"
#include "trinh-people.h"

struct _TrinhPerson
{
  GObject parent_instance;

  guint roles;

  /* Owned References */
  char *id;
  char *name;
  char *title;
  char **authority;
  char *key;
  char *picture;
  JsonObject *unknown;
};

static const char *const members[] = { "id", "name", "title", "roles", "authority", "key", "picture", NULL };

G_DEFINE_FINAL_TYPE (TrinhPerson, trinh_person, G_TYPE_OBJECT)

static void
trinh_person_finalize (GObject *object)
{
  TrinhPerson *self = TRINH_PERSON (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->authority, g_strfreev);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->picture, g_free);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_person_parent_class)->finalize (object);
}

static void
trinh_person_class_init (TrinhPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_person_finalize;
}

static void
trinh_person_init (TrinhPerson *self)
{
}

TrinhPerson *
trinh_person_new (const char *id,
                  const char *name,
                  const char *title,
                  guint roles)
{
  TrinhPerson *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (TRINH_TYPE_PERSON, NULL);
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->roles = roles & TRINH_ROLE_ALL;
  self->authority = g_new0 (char *, 1);
  self->key = g_strdup ("");
  self->picture = g_strdup ("");

  return self;
}

TrinhPerson *
trinh_person_describe (TrinhPerson *self,
                       const char *name,
                       const char *title,
                       guint roles)
{
  TrinhPerson *described;

  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  described = trinh_person_new (self->id, name, title, roles);
  g_strfreev (described->authority);
  described->authority = g_strdupv (self->authority);
  g_set_str (&described->key, self->key);
  g_set_str (&described->picture, self->picture);
  if (self->unknown != NULL)
    described->unknown = json_object_ref (self->unknown);

  return described;
}

TrinhPerson *
trinh_person_with_authority (TrinhPerson *self,
                             const char *const *lines)
{
  TrinhPerson *copy;

  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);
  g_return_val_if_fail (lines != NULL, NULL);

  copy = trinh_person_describe (self, self->name, self->title, self->roles);
  g_strfreev (copy->authority);
  copy->authority = g_strdupv ((char **) lines);

  return copy;
}

TrinhPerson *
trinh_person_with_key (TrinhPerson *self,
                       const char *key)
{
  TrinhPerson *copy;

  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  copy = trinh_person_describe (self, self->name, self->title, self->roles);
  g_set_str (&copy->key, key);

  return copy;
}

TrinhPerson *
trinh_person_with_picture (TrinhPerson *self,
                           const char *picture)
{
  TrinhPerson *copy;

  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);
  g_return_val_if_fail (picture != NULL, NULL);

  copy = trinh_person_describe (self, self->name, self->title, self->roles);
  g_set_str (&copy->picture, picture);

  return copy;
}

static gboolean
read_roles (TrinhPerson *self,
            JsonObject *object,
            GError **error)
{
  g_auto (GStrv) nicks = NULL;

  if (!trinh_json_get_strv (object, "roles", &nicks, error))
    return FALSE;
  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    self->roles |= trinh_role_from_nick (nicks[i]);
  return TRUE;
}

static gboolean
read_members (TrinhPerson *self,
              JsonObject *object,
              GError **error)
{
  if (!trinh_json_dup_string (object, "id", &self->id, error) || !trinh_json_dup_string (object, "name", &self->name, error) ||
      !trinh_json_dup_string (object, "title", &self->title, error) || !read_roles (self, object, error) ||
      !trinh_json_get_strv (object, "authority", &self->authority, error) ||
      !trinh_json_dup_string (object, "key", &self->key, error) || !trinh_json_dup_string (object, "picture", &self->picture, error))
    return FALSE;
  if (self->id != NULL && *self->id != '\0' && self->name != NULL)
    return TRUE;
  g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("A person needs an “id” and a “name”."));
  return FALSE;
}

TrinhPerson *
trinh_person_from_json (JsonNode *node,
                        GError **error)
{
  g_autoptr (TrinhPerson) self = NULL;
  JsonObject *object = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a person"), &object, error))
    return NULL;
  self = g_object_new (TRINH_TYPE_PERSON, NULL);
  if (!read_members (self, object, error))
    return NULL;
  if (self->title == NULL)
    self->title = g_strdup ("");
  if (self->authority == NULL)
    self->authority = g_new0 (char *, 1);
  if (self->key == NULL)
    self->key = g_strdup ("");
  if (self->picture == NULL)
    self->picture = g_strdup ("");
  self->unknown = trinh_json_keep_unknown (object, members);

  return g_steal_pointer (&self);
}

static JsonArray *
write_roles (TrinhPerson *self)
{
  JsonArray *array = json_array_new ();

  for (guint role = TRINH_ROLE_CLERK; role <= TRINH_ROLE_REGISTRAR; role <<= 1)
    if ((self->roles & role) != 0)
      json_array_add_string_element (array, trinh_role_to_nick ((TrinhRole) role));
  return array;
}

static JsonArray *
write_authority (TrinhPerson *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; self->authority[i] != NULL; i++)
    json_array_add_string_element (array, self->authority[i]);
  return array;
}

JsonNode *
trinh_person_to_json (TrinhPerson *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_array_member (object, "roles", write_roles (self));
  json_object_set_array_member (object, "authority", write_authority (self));
  json_object_set_string_member (object, "key", self->key);
  json_object_set_string_member (object, "picture", self->picture);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_person_get_id (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return self->id;
}

const char *
trinh_person_get_name (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return self->name;
}

const char *
trinh_person_get_title (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return self->title;
}

guint
trinh_person_get_roles (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), TRINH_ROLE_NONE);

  return self->roles;
}

const char *const *
trinh_person_get_authority (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return (const char *const *) self->authority;
}

const char *
trinh_person_get_key (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return self->key;
}

const char *
trinh_person_get_picture (TrinhPerson *self)
{
  g_return_val_if_fail (TRINH_IS_PERSON (self), NULL);

  return self->picture;
}
