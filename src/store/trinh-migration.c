/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-backup-private.h"
#include "trinh-check-private.h"
#include "trinh-file-private.h"
#include "trinh-migration-private.h"
#include "trinh-store-resources.h"

typedef struct
{
  int version;
  const char *digest; /* (nullable): of the content before; NULL for a new database */
} Step;

char *
trinh_migration_get_script (int version)
{
  g_autofree char *path = g_strdup_printf ("/io/github/trinhky/TrinhKy/store/migrations/%d.sql", version);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (trinh_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
compare (TrinhConnection *connection,
         const char *before,
         GError **error)
{
  g_autofree char *after = trinh_digest_compute (connection, error);

  if (after == NULL)
    return FALSE;
  if (g_str_equal (before, after))
    return TRUE;

  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_MIGRATION, _ ("the content changed (before: %s; after: %s)"), before, after);
  return FALSE;
}

static gboolean
take_step (TrinhConnection *connection,
           gpointer data,
           GError **error)
{
  Step *step = data;
  g_autofree char *script = trinh_migration_get_script (step->version);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", step->version);
  gint64 version;

  /* Another process may have been first. */
  if (!trinh_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= step->version)
    return TRUE;

  return trinh_connection_run (connection, script, error) &&
         trinh_connection_run (connection, stamp, error) &&
         (step->digest == NULL || compare (connection, step->digest, error));
}

static gboolean
climb (TrinhConnection *connection,
       int version,
       const char *digest,
       GError **error)
{
  while (version < TRINH_MIGRATION_LATEST)
    {
      Step step = { .version = ++version, .digest = digest };

      if (!trinh_connection_transact (connection, take_step, &step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
try_on_copy (TrinhConnection *connection,
             int version,
             const char *digest,
             GError **error)
{
  g_autofree char *path = trinh_file_make_temporary (connection->path, error);
  g_autoptr (TrinhConnection) copy = NULL;
  gboolean good;

  if (path == NULL)
    return FALSE;

  good = trinh_backup_write (connection, path, error) &&
         (copy = trinh_connection_open (path, TRINH_CONNECTION_READ_WRITE, error)) != NULL &&
         climb (copy, version, digest, error) &&
         trinh_check_require (copy, error);
  g_clear_pointer (&copy, trinh_connection_close);
  trinh_file_remove (path);
  return good;
}

static gboolean
name_new_database (TrinhConnection *connection,
                   gpointer data,
                   GError **error)
{
  Step *step = data;
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d", TRINH_STORE_APPLICATION_ID);

  return trinh_connection_run (connection, stamp, error) &&
         take_step (connection, step, error);
}

static gboolean
fill (TrinhConnection *connection,
      GError **error)
{
  Step first = { .version = 1 };

  return trinh_connection_transact (connection, name_new_database, &first, error) &&
         climb (connection, 1, NULL, error);
}

static gboolean
migrate (TrinhConnection *connection,
         int version,
         const char *backup,
         GError **error)
{
  g_autofree char *digest = trinh_digest_compute (connection, error);

  return digest != NULL &&
         trinh_backup_write (connection, backup, error) &&
         try_on_copy (connection, version, digest, error) &&
         climb (connection, version, digest, error);
}

/* What is not about the migration itself (a full disk, say) keeps its own code. */
static void
explain (TrinhConnection *connection,
         GError *reason,
         GError **error)
{
  int code = TRINH_STORE_ERROR_MIGRATION;

  if (g_error_matches (reason, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FULL) ||
      g_error_matches (reason, TRINH_STORE_ERROR, TRINH_STORE_ERROR_READ_ONLY) ||
      g_error_matches (reason, TRINH_STORE_ERROR, TRINH_STORE_ERROR_BUSY) ||
      g_error_matches (reason, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED))
    code = reason->code;
  g_set_error (error, TRINH_STORE_ERROR, code, _ ("“%s” could not be brought to the present schema: %s Its reports are as they were."), connection->path, reason->message);
}

gboolean
trinh_migration_run (TrinhConnection *connection,
                     GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *stamp = trinh_file_stamp ();
  g_autofree char *backup = NULL;
  gint64 version;

  if (!trinh_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == 0)
    return fill (connection, error);
  if (version == TRINH_MIGRATION_LATEST)
    return TRUE;

  backup = g_strdup_printf ("%s.backup-v%d-%s.db", connection->path, (int) version, stamp);
  if (migrate (connection, (int) version, backup, &reason))
    return TRUE;

  explain (connection, reason, error);
  return FALSE;
}
