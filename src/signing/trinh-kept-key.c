/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "trinh-kept-key.h"
#include "trinh-key-file.h"
#include "trinh-signing-error.h"

#define PREFIX "file:"
#define KEY_SUFFIX ".p12"
#define CERTIFICATE_SUFFIX ".cer"
#define DIGEST_LENGTH 64

void
trinh_kept_key_free (TrinhKeptKey *self)
{
  g_clear_object (&self->certificate);
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}

static void
free_key (gpointer key)
{
  trinh_kept_key_free (key);
}

/* Whether it is what trinh_key_file_import() calls its copies: nothing else of the folder is ever touched. */
static gboolean
is_copy (const char *name)
{
  return strlen (name) == DIGEST_LENGTH + strlen (KEY_SUFFIX) && strspn (name, "0123456789abcdef") == DIGEST_LENGTH &&
         g_str_has_suffix (name, KEY_SUFFIX);
}

/* (transfer full) (nullable): %NULL where @id names no file */
static char *
dup_path (const char *folder,
          const char *id,
          const char *suffix)
{
  const char *digest = g_str_has_prefix (id, PREFIX) ? id + strlen (PREFIX) : "";
  g_autofree char *copy = g_strconcat (digest, KEY_SUFFIX, NULL);
  g_autofree char *name = g_strconcat (digest, suffix, NULL);

  return is_copy (copy) ? g_build_filename (folder, name, NULL) : NULL;
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, NULL);
}

static TrinhCertificate *
find_certificate (const char *folder,
                  const char *id,
                  const char *key_path)
{
  g_autofree char *path = dup_path (folder, id, CERTIFICATE_SUFFIX);
  g_autoptr (GBytes) known = read_bytes (path);
  g_autoptr (GBytes) key = NULL;

  if (known != NULL)
    return trinh_certificate_new_from_bytes (known, NULL);
  key = read_bytes (key_path);
  return key != NULL ? trinh_key_file_peek (key) : NULL;
}

char *
trinh_kept_key_dup_id (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  digest = g_strndup (name, DIGEST_LENGTH);
  return g_strconcat (PREFIX, digest, NULL);
}

static TrinhKeptKey *
load (const char *folder,
      const char *name)
{
  TrinhKeptKey *self = g_new0 (TrinhKeptKey, 1);
  g_autofree char *digest = g_strndup (name, DIGEST_LENGTH);

  self->id = g_strconcat (PREFIX, digest, NULL);
  self->path = g_build_filename (folder, name, NULL);
  self->certificate = find_certificate (folder, self->id, self->path);
  return self;
}

GPtrArray *
trinh_kept_key_list (const char *folder)
{
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *keys = g_ptr_array_new_with_free_func (free_key);
  const char *name;

  g_return_val_if_fail (folder != NULL, keys);

  directory = g_dir_open (folder, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (is_copy (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (keys, load (folder, g_ptr_array_index (names, i)));
  return keys;
}

gboolean
trinh_kept_key_remember (const char *folder,
                         const char *id,
                         TrinhCertificate *certificate,
                         GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) der = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (TRINH_IS_CERTIFICATE (certificate), FALSE);

  path = dup_path (folder, id, CERTIFICATE_SUFFIX);
  if (path == NULL)
    return TRUE; /* of a token: it says itself whose it is */
  der = trinh_certificate_to_bytes (certificate);
  data = g_bytes_get_data (der, &length);
  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
trinh_kept_key_remove (const char *folder,
                       const char *id,
                       GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *certificate = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  path = dup_path (folder, id, KEY_SUFFIX);
  certificate = dup_path (folder, id, CERTIFICATE_SUFFIX);
  if (path == NULL || (g_unlink (path) != 0 && errno != ENOENT))
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_KEY, _ ("“%s” could not be deleted. See that you may write there."), path != NULL ? path : id);
      return FALSE;
    }
  g_unlink (certificate);
  return TRUE;
}
