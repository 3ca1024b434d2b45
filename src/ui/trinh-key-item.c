/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-key-item.h"

struct _TrinhKeyItem
{
  GObject parent_instance;

  /* Owned References */
  char *id;
  char *path;   /* of a file */
  char *module; /* of a token */
  char *title;
  char *subtitle;
  TrinhCertificate *certificate;

  TrinhTokenPin pin;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhKeyItem, trinh_key_item, G_TYPE_OBJECT)

static void
trinh_key_item_finalize (GObject *object)
{
  TrinhKeyItem *self = TRINH_KEY_ITEM (object);

  g_free (self->id);
  g_free (self->path);
  g_free (self->module);
  g_free (self->title);
  g_free (self->subtitle);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (trinh_key_item_parent_class)->finalize (object);
}

static void
trinh_key_item_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  TrinhKeyItem *self = TRINH_KEY_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_key_item_class_init (TrinhKeyItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_key_item_finalize;
  object_class->get_property = trinh_key_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_key_item_init (TrinhKeyItem *self)
{
}

static char *
dup_day (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y") : g_strdup ("?");
}

static char *
describe (TrinhCertificate *certificate)
{
  g_autofree char *validity = trinh_certificate_dup_validity (certificate);

  return g_strdup_printf (_ ("Valid %s, by %s"), validity, trinh_certificate_get_issuer (certificate));
}

TrinhKeyItem *
trinh_key_item_new_for_file (const TrinhKeptKey *key)
{
  TrinhKeyItem *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (TRINH_TYPE_KEY_ITEM, NULL);
  self->id = g_strdup (key->id);
  self->path = g_strdup (key->path);
  g_set_object (&self->certificate, key->certificate);
  if (self->certificate != NULL)
    {
      self->title = g_strdup (trinh_certificate_get_name (self->certificate));
      self->subtitle = describe (self->certificate);
    }
  else
    {
      g_autofree char *day = dup_day (key->path);

      self->title = g_strdup_printf (_ ("Key file imported on %s"), day);
      self->subtitle = g_strdup (_ ("Whose it is shows when it is opened with its password"));
    }
  return self;
}

TrinhKeyItem *
trinh_key_item_new_for_token (const TrinhTokenKey *key)
{
  TrinhKeyItem *self;
  g_autofree char *described = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (TRINH_TYPE_KEY_ITEM, NULL);
  self->id = g_strdup (key->uri);
  self->module = g_strdup (key->module);
  self->certificate = g_object_ref (key->certificate);
  self->pin = key->pin;
  self->title = g_strdup (trinh_certificate_get_name (key->certificate));
  described = describe (key->certificate);
  self->subtitle = g_strdup_printf (_ ("Token “%s”. %s"), key->token, described);
  return self;
}

const char *
trinh_key_item_get_id (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), NULL);

  return self->id;
}

const char *
trinh_key_item_get_title (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), NULL);

  return self->title;
}

const char *
trinh_key_item_get_subtitle (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), NULL);

  return self->subtitle;
}

gboolean
trinh_key_item_is_token (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), FALSE);

  return self->module != NULL;
}

TrinhCertificate *
trinh_key_item_get_certificate (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), NULL);

  return self->certificate;
}

TrinhTokenPin
trinh_key_item_get_pin_state (TrinhKeyItem *self)
{
  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), TRINH_TOKEN_PIN_GOOD);

  return self->pin;
}

/* One that was pulled out meanwhile is named before a PIN is given to anything. */
static TrinhSigner *
open_token (TrinhKeyItem *self,
            TrinhSecret *pin,
            GError **error)
{
  g_autofree char *module = trinh_token_find_module (self->id, self->module, NULL, error);

  return module != NULL ? trinh_openssl_signer_new_for_token (self->id, module, pin, error) : NULL;
}

TrinhSigner *
trinh_key_item_open (TrinhKeyItem *self,
                     TrinhSecret *secret,
                     GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRINH_IS_KEY_ITEM (self), NULL);
  g_return_val_if_fail (secret != NULL, NULL);

  if (self->module != NULL)
    return open_token (self, secret, error);
  file = g_file_new_for_path (self->path);
  bytes = trinh_session_read_bytes (file, error);
  if (bytes == NULL)
    return NULL;
  return trinh_openssl_signer_new_for_key_file (bytes, secret, error);
}
