/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Files kept beside the reports, by their content. */

#include "config.h"

#include "trinh-repository-private.h"
#include "trinh-store-files.h"
#include "trinh-store-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhKeptFile, trinh_kept_file_free)

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

typedef struct
{
  const char *media_type;
  GPtrArray *names;
} Listing;

static gboolean
list_in_worker (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  Listing *listing = data;

  listing->names = trinh_repository_list_unnamed_files (connection, listing->media_type, error);
  return listing->names != NULL;
}

char *
trinh_store_put_file (TrinhStore *self,
                      const char *name,
                      const char *media_type,
                      GBytes *bytes,
                      GError **error)
{
  g_autoptr (TrinhKeptFile) file = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (media_type != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  file = trinh_kept_file_new (name, media_type, bytes, error);
  if (file == NULL || !_trinh_store_call (self, put_in_worker, file, error))
    return NULL;

  return g_steal_pointer (&file->sha256);
}

GBytes *
trinh_store_get_file (TrinhStore *self,
                      const char *sha256,
                      char **name,
                      char **media_type,
                      GError **error)
{
  g_autoptr (TrinhKeptFile) file = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  file = g_new0 (TrinhKeptFile, 1);
  file->sha256 = g_strdup (sha256);
  if (!_trinh_store_call (self, get_in_worker, file, error))
    return NULL;

  if (name != NULL)
    *name = g_steal_pointer (&file->name);
  if (media_type != NULL)
    *media_type = g_steal_pointer (&file->media_type);
  return g_steal_pointer (&file->bytes);
}

gboolean
trinh_store_has_file (TrinhStore *self,
                      const char *sha256)
{
  g_autoptr (TrinhKeptFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (sha256 != NULL, FALSE);

  file = g_new0 (TrinhKeptFile, 1);
  file->sha256 = g_strdup (sha256);
  if (!_trinh_store_call (self, has_in_worker, file, &error))
    g_warning ("Looking for the file %s: %s", sha256, error->message);
  return file->found;
}

GPtrArray *
trinh_store_list_unnamed_files (TrinhStore *self,
                                const char *media_type,
                                GError **error)
{
  Listing listing = { media_type, NULL };

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (media_type != NULL, NULL);

  return _trinh_store_call (self, list_in_worker, &listing, error) ? listing.names : NULL;
}
