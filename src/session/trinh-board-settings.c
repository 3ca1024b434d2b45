/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-board-settings.h"

#define SETTING "board"

struct _TrinhBoardSettings
{
  JsonNode *root; /* an object, as it is kept: members that are not known here stay */
  GError *error;  /* why it could not be loaded: what is not known must not be written over */
};

/* Members of another kind than expected are taken for absent: another version may have written them. */
static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array,
            guint position)
{
  JsonNode *node = json_array_get_element (array, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static guint32
get_date (JsonObject *object,
          const char *name)
{
  const char *text = get_string (object, name);
  guint32 julian;

  return text != NULL && trinh_date_parse (text, &julian) ? julian : 0;
}

static void
set_string (JsonObject *object,
            const char *name,
            const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
  else
    json_object_remove_member (object, name);
}

static void
set_date (JsonObject *object,
          const char *name,
          guint32 julian)
{
  g_autofree char *text = trinh_date_to_string (julian);

  set_string (object, name, text);
}

static guint
count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static JsonArray *
ensure_array (JsonObject *object,
              const char *name)
{
  if (get_array (object, name) == NULL)
    json_object_set_array_member (object, name, json_array_new ());

  return get_array (object, name);
}

static JsonArray *
get_offices (TrinhBoardSettings *self)
{
  return get_array (json_node_get_object (self->root), "offices");
}

static TrinhOffice *
dup_office (JsonObject *object)
{
  const char *name = get_string (object, "name");
  const char *code = get_string (object, "code");

  return trinh_office_new (name != NULL ? name : "", code != NULL ? code : "", NULL, NULL, NULL, NULL);
}

static JsonObject *
find_office (TrinhBoardSettings *self,
             TrinhOffice *office)
{
  JsonArray *offices = get_offices (self);

  for (guint i = 0; i < count (offices); i++)
    {
      JsonObject *object = get_object (offices, i);
      g_autoptr (TrinhOffice) other = object != NULL ? dup_office (object) : NULL;

      if (other != NULL && trinh_office_is_same (office, other))
        return object;
    }

  return NULL;
}

static JsonObject *
ensure_office (TrinhBoardSettings *self,
               TrinhOffice *office)
{
  JsonObject *object = find_office (self, office);

  if (object != NULL)
    return object;
  object = json_object_new ();
  set_string (object, "name", trinh_office_get_name (office));
  set_string (object, "code", trinh_office_get_code (office));
  json_array_add_object_element (ensure_array (json_node_get_object (self->root), "offices"), object);

  return object;
}

/* The element with this string; G_MAXUINT: none */
static guint
find_regime (JsonObject *office,
             const char *regime)
{
  JsonArray *regimes = get_array (office, "regimes");

  for (guint i = 0; i < count (regimes); i++)
    {
      JsonObject *object = get_object (regimes, i);

      if (object != NULL && g_strcmp0 (get_string (object, "id"), regime) == 0)
        return i;
    }

  return G_MAXUINT;
}

static guint
find_period (JsonObject *office,
             const char *regime,
             const char *period)
{
  JsonArray *periods = get_array (office, "periods");

  for (guint i = 0; i < count (periods); i++)
    {
      JsonObject *object = get_object (periods, i);

      if (object != NULL && g_strcmp0 (get_string (object, "regime"), regime) == 0 && g_strcmp0 (get_string (object, "period"), period) == 0)
        return i;
    }

  return G_MAXUINT;
}

TrinhBoardSettings *
trinh_board_settings_load (TrinhStore *store)
{
  TrinhBoardSettings *self = g_new0 (TrinhBoardSettings, 1);

  if (store != NULL && !trinh_store_load_setting (store, SETTING, &self->root, &self->error))
    g_warning ("Reading the setting “%s”: %s", SETTING, self->error->message);
  if (self->root != NULL && !JSON_NODE_HOLDS_OBJECT (self->root))
    g_clear_pointer (&self->root, json_node_unref);
  if (self->root == NULL)
    {
      self->root = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (self->root, json_object_new ());
    }

  return self;
}

gboolean
trinh_board_settings_save (TrinhBoardSettings *self,
                           TrinhStore *store,
                           GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRINH_IS_STORE (store), FALSE);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

  return trinh_store_set_setting (store, SETTING, self->root, error);
}

void
trinh_board_settings_free (TrinhBoardSettings *self)
{
  json_node_unref (self->root);
  g_clear_error (&self->error);
  g_free (self);
}

guint
trinh_board_settings_get_n_offices (TrinhBoardSettings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return count (get_offices (self));
}

TrinhOffice *
trinh_board_settings_dup_office (TrinhBoardSettings *self,
                                 guint position)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < trinh_board_settings_get_n_offices (self), NULL);

  object = get_object (get_offices (self), position);

  return object != NULL ? dup_office (object) : trinh_office_new ("", "", NULL, NULL, NULL, NULL);
}

char **
trinh_board_settings_list_regimes (TrinhBoardSettings *self,
                                   TrinhOffice *office)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonObject *object;
  JsonArray *regimes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);

  object = find_office (self, office);
  regimes = object != NULL ? get_array (object, "regimes") : NULL;
  for (guint i = 0; i < count (regimes); i++)
    {
      JsonObject *regime = get_object (regimes, i);

      if (regime != NULL && get_string (regime, "id") != NULL && get_date (regime, "from") != 0)
        g_strv_builder_add (ids, get_string (regime, "id"));
    }

  return g_strv_builder_end (ids);
}

guint32
trinh_board_settings_get_from (TrinhBoardSettings *self,
                               TrinhOffice *office,
                               const char *regime)
{
  JsonObject *object;
  guint position;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), 0);
  g_return_val_if_fail (regime != NULL, 0);

  object = find_office (self, office);
  position = object != NULL ? find_regime (object, regime) : G_MAXUINT;

  return position != G_MAXUINT ? get_date (get_object (get_array (object, "regimes"), position), "from") : 0;
}

void
trinh_board_settings_set_from (TrinhBoardSettings *self,
                               TrinhOffice *office,
                               const char *regime,
                               guint32 from)
{
  JsonObject *object;
  JsonArray *regimes;
  guint position;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TRINH_IS_OFFICE (office));
  g_return_if_fail (regime != NULL);

  object = ensure_office (self, office);
  regimes = ensure_array (object, "regimes");
  position = find_regime (object, regime);
  if (from == 0)
    {
      if (position != G_MAXUINT)
        json_array_remove_element (regimes, position);
      return;
    }
  if (position == G_MAXUINT)
    {
      position = json_array_get_length (regimes);
      json_array_add_object_element (regimes, json_object_new ());
      set_string (get_object (regimes, position), "id", regime);
    }
  set_date (get_object (regimes, position), "from", from);
}

gboolean
trinh_board_settings_get_term (TrinhBoardSettings *self,
                               TrinhOffice *office,
                               const char *regime,
                               TrinhPeriod period,
                               TrinhBoardTerm *term)
{
  g_autofree char *name = trinh_period_to_string (period);
  JsonObject *object;
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (regime != NULL, FALSE);
  g_return_val_if_fail (term != NULL, FALSE);

  *term = (TrinhBoardTerm) { 0 };
  object = find_office (self, office);
  position = object != NULL ? find_period (object, regime, name) : G_MAXUINT;
  if (position == G_MAXUINT)
    return FALSE;
  object = get_object (get_array (object, "periods"), position);
  term->data_to = get_date (object, "data_to");
  term->deadline = get_date (object, "deadline");
  term->note = get_string (object, "note");
  term->reason = get_string (object, "not_required");

  return TRUE;
}

void
trinh_board_settings_set_term (TrinhBoardSettings *self,
                               TrinhOffice *office,
                               const char *regime,
                               TrinhPeriod period,
                               const TrinhBoardTerm *term)
{
  g_autofree char *name = trinh_period_to_string (period);
  JsonObject *object = NULL;
  JsonArray *periods;
  guint position;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TRINH_IS_OFFICE (office));
  g_return_if_fail (regime != NULL);
  g_return_if_fail (term != NULL);

  object = ensure_office (self, office);
  periods = ensure_array (object, "periods");
  position = find_period (object, regime, name);
  if (term->data_to == 0 && term->deadline == 0 && term->note == NULL && term->reason == NULL)
    {
      if (position != G_MAXUINT)
        json_array_remove_element (periods, position);
      return;
    }
  if (position == G_MAXUINT)
    {
      position = json_array_get_length (periods);
      json_array_add_object_element (periods, json_object_new ());
    }
  object = get_object (periods, position);
  set_string (object, "regime", regime);
  set_string (object, "period", name);
  set_date (object, "data_to", term->data_to);
  set_date (object, "deadline", term->deadline);
  set_string (object, "note", term->note);
  set_string (object, "not_required", term->reason);
}
