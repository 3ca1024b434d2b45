/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Files kept beside the reports, by their content. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-repository-private.h"
#include "trinh-store-private.h"

static void
kept_file_clear (TrinhKeptFile *file)
{
  g_clear_pointer (&file->sha256, g_free);
  g_clear_pointer (&file->name, g_free);
  g_clear_pointer (&file->media_type, g_free);
  g_clear_pointer (&file->bytes, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrinhKeptFile, kept_file_clear)

static gboolean
put_in_transaction (TrinhConnection *connection,
                    gpointer data,
                    GError **error)
{
  return trinh_repository_put_file (connection, data, error);
}

static gboolean
put_in_worker (TrinhConnection *connection,
               gpointer data,
               GError **error)
{
  return trinh_connection_transact (connection, put_in_transaction, data, error);
}

static gboolean
get_in_worker (TrinhConnection *connection,
               gpointer data,
               GError **error)
{
  return trinh_repository_get_file (connection, data, error);
}

static gboolean
has_in_worker (TrinhConnection *connection,
               gpointer data,
               GError **error)
{
  return trinh_repository_has_file (connection, data, error);
}

char *
trinh_store_put_file (TrinhStore *self,
                      const char *name,
                      const char *media_type,
                      GBytes *bytes,
                      GError **error)
{
  g_auto (TrinhKeptFile) file = { 0 };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (media_type != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > TRINH_STORE_MAX_FILE_BYTES)
    {
      g_autofree char *limit = g_format_size_full (TRINH_STORE_MAX_FILE_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_TOO_LARGE, _ ("“%s” is too large to be kept: at most %s. Attach a smaller copy."), name, limit);
      return NULL;
    }

  file.sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  file.name = g_strdup (name);
  file.media_type = g_strdup (media_type);
  file.bytes = g_bytes_ref (bytes);
  return _trinh_store_call (self, put_in_worker, &file, error) ? g_steal_pointer (&file.sha256) : NULL;
}

GBytes *
trinh_store_get_file (TrinhStore *self,
                      const char *sha256,
                      char **name,
                      char **media_type,
                      GError **error)
{
  g_auto (TrinhKeptFile) file = { 0 };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  file.sha256 = g_strdup (sha256);
  if (!_trinh_store_call (self, get_in_worker, &file, error))
    return NULL;

  if (name != NULL)
    *name = g_steal_pointer (&file.name);
  if (media_type != NULL)
    *media_type = g_steal_pointer (&file.media_type);
  return g_steal_pointer (&file.bytes);
}

gboolean
trinh_store_has_file (TrinhStore *self,
                      const char *sha256)
{
  g_auto (TrinhKeptFile) file = { 0 };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (sha256 != NULL, FALSE);

  file.sha256 = g_strdup (sha256);
  if (!_trinh_store_call (self, has_in_worker, &file, &error))
    g_warning ("Looking for the file %s: %s", sha256, error->message);
  return file.found;
}
