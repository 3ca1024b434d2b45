/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Settings: "people": { "people": [ TrinhPerson ], "unread": [ what was found there and is none ] }, "person-now": id */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-people.h"

#define SETTING_PEOPLE "people"
#define SETTING_NOW "person-now"
#define MEMBER_PEOPLE "people"
#define MEMBER_UNREAD "unread"

/* (nullable) */
static JsonArray *
get_array (JsonNode *node,
           const char *name)
{
  JsonNode *member = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;

  return member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
}

/* @unread: (nullable): gets what is no person */
static GPtrArray *
read_people (JsonNode *node,
             JsonArray *unread)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = get_array (node, MEMBER_PEOPLE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      TrinhPerson *person = trinh_person_from_json (json_array_get_element (array, i), NULL);

      if (person != NULL)
        g_ptr_array_add (people, person);
      else if (unread != NULL)
        json_array_add_element (unread, json_array_dup_element (array, i));
    }
  return people;
}

/* A setting that is damaged, or was written by another version, loses nothing when it is written anew. */
static JsonObject *
begin_setting (JsonNode *before)
{
  JsonArray *unread = json_array_new ();
  JsonArray *kept = get_array (before, MEMBER_UNREAD);
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) people = read_people (before, unread);

  for (guint i = 0; kept != NULL && i < json_array_get_length (kept); i++)
    json_array_add_element (unread, json_array_dup_element (kept, i));
  if (before != NULL && get_array (before, MEMBER_PEOPLE) == NULL)
    json_array_add_element (unread, json_node_copy (before));
  if (json_array_get_length (unread) > 0)
    json_object_set_array_member (object, MEMBER_UNREAD, unread);
  else
    json_array_unref (unread);
  return object;
}

static gboolean
check (GPtrArray *people,
       GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *name = g_strdup (trinh_person_get_name (people->pdata[i]));

      if (*g_strstrip (name) == '\0')
        {
          g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("A person needs a name."));
          return FALSE;
        }
      if (!g_hash_table_add (ids, (gpointer) trinh_person_get_id (people->pdata[i])))
        {
          g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE, _ ("“%s” stands in the list twice."), name);
          return FALSE;
        }
    }
  return TRUE;
}

static TrinhPerson *
find (GPtrArray *people,
      const char *id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (trinh_person_get_id (people->pdata[i]), id) == 0)
      return people->pdata[i];
  return NULL;
}

GPtrArray *
trinh_people_list (TrinhStore *store)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (store), NULL);

  node = trinh_store_get_setting (store, SETTING_PEOPLE);

  return read_people (node, NULL);
}

TrinhPerson *
trinh_people_get_now (TrinhStore *store)
{
  g_autoptr (JsonNode) now = NULL;
  g_autoptr (GPtrArray) people = NULL;
  TrinhPerson *person;

  g_return_val_if_fail (TRINH_IS_STORE (store), NULL);

  now = trinh_store_get_setting (store, SETTING_NOW);
  if (now == NULL || !JSON_NODE_HOLDS_VALUE (now) || json_node_get_value_type (now) != G_TYPE_STRING)
    return NULL;
  people = trinh_people_list (store);
  person = find (people, json_node_get_string (now));

  return person != NULL ? g_object_ref (person) : NULL;
}

GPtrArray *
trinh_session_list_people (TrinhSession *self)
{
  TrinhStore *store;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  store = trinh_session_get_store (self, NULL);

  return store != NULL ? trinh_people_list (store) : g_ptr_array_new_with_free_func (g_object_unref);
}

gboolean
trinh_session_set_people (TrinhSession *self,
                          GPtrArray *people,
                          GError **error)
{
  TrinhStore *store;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (people != NULL, FALSE);

  store = trinh_session_get_store (self, error);
  if (store == NULL || !check (people, error))
    return FALSE;

  if (!trinh_store_load_setting (store, SETTING_PEOPLE, &before, error))
    return FALSE;
  object = begin_setting (before);
  array = json_array_new ();
  for (guint i = 0; i < people->len; i++)
    json_array_add_element (array, trinh_person_to_json (people->pdata[i]));
  json_object_set_array_member (object, MEMBER_PEOPLE, array);
  node = json_node_init_object (json_node_alloc (), object);

  return trinh_store_set_setting (store, SETTING_PEOPLE, node, error);
}

TrinhPerson *
trinh_session_get_person (TrinhSession *self)
{
  TrinhStore *store;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  store = trinh_session_get_store (self, NULL);

  return store != NULL ? trinh_people_get_now (store) : NULL;
}

gboolean
trinh_session_set_person (TrinhSession *self,
                          const char *id,
                          GError **error)
{
  TrinhStore *store;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);

  store = trinh_session_get_store (self, error);
  if (store == NULL)
    return FALSE;

  people = trinh_people_list (store);
  if (id != NULL && find (people, id) == NULL)
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("This person is not in the office’s list any more; choose another."));
      return FALSE;
    }
  if (id != NULL)
    node = json_node_init_string (json_node_alloc (), id);

  return trinh_store_set_setting (store, SETTING_NOW, node, error);
}
