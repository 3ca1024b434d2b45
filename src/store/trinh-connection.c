/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "trinh-connection-private.h"
#include "trinh-file-private.h"
#include "trinh-migration-private.h"
#include "trinh-statement-private.h"

/* Long enough for another process's commit, short enough for a person who waits */
#define BUSY_TIMEOUT 2000

void
trinh_connection_set_error (TrinhConnection *self,
                            int code,
                            GError **error)
{
  trinh_store_set_error (error, code, self->path, sqlite3_errmsg (self->handle));
}

gboolean
trinh_connection_run (TrinhConnection *self,
                      const char *sql,
                      GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    trinh_connection_set_error (self, code, error);
  return code == SQLITE_OK;
}

gboolean
trinh_connection_get_number (TrinhConnection *self,
                             const char *sql,
                             gint64 *number,
                             GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (self, sql, error);

  if (statement == NULL)
    return FALSE;

  *number = trinh_statement_next (statement, error) ? trinh_statement_get_int (statement, 0) : 0;
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}

gboolean
trinh_connection_transact (TrinhConnection *self,
                           TrinhConnectionFunc func,
                           gpointer data,
                           GError **error)
{
  if (!trinh_connection_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, data, error) && trinh_connection_run (self, "COMMIT", error))
    return TRUE;

  /* A full disk may have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* A file without tables, name and version is one that was created and not yet filled. */
static gboolean
check_identity (TrinhConnection *self,
                TrinhConnectionMode mode,
                GError **error)
{
  gint64 application, version, n_tables;

  if (!trinh_connection_get_number (self, "PRAGMA application_id", &application, error) ||
      !trinh_connection_get_number (self, "PRAGMA user_version", &version, error) ||
      !trinh_connection_get_number (self, "SELECT count (*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (mode == TRINH_CONNECTION_CREATE && application == 0 && version == 0 && n_tables == 0)
    return TRUE;

  if (application != TRINH_STORE_APPLICATION_ID || version < 1)
    {
      trinh_store_set_error (error, SQLITE_NOTADB, self->path, NULL);
      return FALSE;
    }

  if (version > TRINH_MIGRATION_LATEST)
    {
      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NEWER, _ ("“%s” was written by a newer version of Trình Ký (schema %d; this one knows up to %d). It was left as it is; install the newer version."), self->path, (int) version, TRINH_MIGRATION_LATEST);
      return FALSE;
    }
  return TRUE;
}

/* Nothing here writes to the file; that comes after its identity is known. */
static gboolean
protect (TrinhConnection *self,
         GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return trinh_connection_run (self, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON", error);
}

static gboolean
prepare_writing (TrinhConnection *self,
                 GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      trinh_store_set_error (error, SQLITE_READONLY, self->path, NULL);
      return FALSE;
    }

  statement = trinh_statement_new (self, "PRAGMA journal_mode = WAL", error);
  if (statement == NULL || !trinh_statement_next (statement, error))
    return FALSE;
  if (g_strcmp0 (trinh_statement_get_text (statement, 0), "wal") != 0)
    {
      trinh_store_set_error (error, SQLITE_CANTOPEN, self->path, _ ("the file system cannot hold a write-ahead log"));
      return FALSE;
    }
  return trinh_connection_run (self, "PRAGMA synchronous = FULL", error);
}

static gboolean
open_handle (TrinhConnection *self,
             TrinhConnectionMode mode,
             GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX;
  int code;

  flags |= mode == TRINH_CONNECTION_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  code = sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  /* SQLite says only that it could not. */
  if ((code & 0xff) == SQLITE_CANTOPEN && mode != TRINH_CONNECTION_READ_ONLY && access (self->path, W_OK) != 0 && errno != ENOENT)
    code = SQLITE_READONLY;
  trinh_connection_set_error (self, code, error);
  return FALSE;
}

TrinhConnection *
trinh_connection_open (const char *path,
                       TrinhConnectionMode mode,
                       GError **error)
{
  g_autoptr (TrinhConnection) self = g_new0 (TrinhConnection, 1);

  self->path = g_strdup (path);
  if (mode == TRINH_CONNECTION_CREATE && !trinh_file_create (path, error))
    return NULL;
  if (!trinh_file_examine (path, error) ||
      !open_handle (self, mode, error) ||
      !protect (self, error) ||
      !check_identity (self, mode, error))
    return NULL;

  if (mode != TRINH_CONNECTION_READ_ONLY)
    {
      trinh_file_make_private (path);
      if (!prepare_writing (self, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
trinh_connection_close (TrinhConnection *self)
{
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}
