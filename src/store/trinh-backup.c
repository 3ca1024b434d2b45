/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "trinh-backup-private.h"
#include "trinh-check-private.h"
#include "trinh-file-private.h"
#include "trinh-migration-private.h"

/* One file without anything beside it, whatever the source was. */
static gboolean
copy_pages (TrinhConnection *source,
            const char *path,
            GError **error)
{
  g_autoptr (TrinhConnection) target = g_new0 (TrinhConnection, 1);
  sqlite3_backup *backup;
  int code;

  target->path = g_strdup (path);
  code = sqlite3_open_v2 (path, &target->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  backup = code == SQLITE_OK ? sqlite3_backup_init (target->handle, "main", source->handle, "main") : NULL;
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  else if (code == SQLITE_OK)
    code = sqlite3_errcode (target->handle);

  if (code != SQLITE_OK)
    {
      trinh_connection_set_error (target, code, error);
      return FALSE;
    }
  return trinh_connection_run (target, "PRAGMA journal_mode = DELETE", error);
}

/* The copy is opened anew: a backup counts when it was read. */
static gboolean
check_copy (const char *path,
            const char *digest,
            GError **error)
{
  g_autoptr (TrinhConnection) copy = trinh_connection_open (path, TRINH_CONNECTION_READ_ONLY, error);
  g_autofree char *found = NULL;

  if (copy == NULL || !trinh_check_require (copy, error))
    return FALSE;
  found = trinh_digest_compute (copy, error);
  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, digest))
    return TRUE;

  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The copy “%s” differs from the database and was thrown away. Try again."), path);
  return FALSE;
}

/* Under one read transaction, so that what is compared is what was copied. */
static gboolean
copy_and_check (TrinhConnection *source,
                const char *path,
                GError **error)
{
  g_autofree char *digest = NULL;
  gboolean copied;

  if (!trinh_connection_run (source, "BEGIN", error))
    return FALSE;
  digest = trinh_digest_compute (source, error);
  copied = digest != NULL && copy_pages (source, path, error);
  sqlite3_exec (source->handle, "COMMIT", NULL, NULL, NULL);
  return copied && check_copy (path, digest, error);
}

gboolean
trinh_backup_write (TrinhConnection *source,
                    const char *path,
                    GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = NULL;

  if (g_str_equal (target, source->path))
    {
      trinh_store_set_error (error, SQLITE_CANTOPEN, path, _ ("a backup cannot take the place of the database itself"));
      return FALSE;
    }

  temporary = trinh_file_make_temporary (target, error);
  if (temporary == NULL)
    return FALSE;
  if (copy_and_check (source, temporary, error) && trinh_file_replace (temporary, target, error))
    return TRUE;

  trinh_file_remove (temporary);
  return FALSE;
}

/* Leaving the write-ahead log needs the file alone, and brings everything into it. A file that cannot
 * be read any more has no one working in it. */
static gboolean
settle_present (const char *path,
                GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TrinhConnection) present = trinh_connection_open (path, TRINH_CONNECTION_READ_WRITE, &reason);

  if (present != NULL)
    trinh_connection_run (present, "PRAGMA journal_mode = DELETE", &reason);
  if (!g_error_matches (reason, TRINH_STORE_ERROR, TRINH_STORE_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
keep_present (const char *path,
              GError **error)
{
  g_autofree char *stamp = trinh_file_stamp ();
  g_autofree char *kept = g_strdup_printf ("%s.before-restore-%s.db", path, stamp);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  /* A link, so that at no moment there is no database. */
  if (link (path, kept) != 0 && g_rename (path, kept) != 0)
    {
      trinh_store_set_error (error, errno == ENOSPC ? SQLITE_FULL : SQLITE_READONLY, kept, g_strerror (errno));
      return FALSE;
    }

  /* The log of a damaged file would be taken for the new one's. */
  g_rename (log, kept_log);
  return TRUE;
}

static gboolean
put_in_place (TrinhConnection *backup,
              const char *path,
              GError **error)
{
  g_autofree char *temporary = trinh_file_make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (copy_and_check (backup, temporary, error) &&
      (!g_file_test (path, G_FILE_TEST_EXISTS) || (settle_present (path, error) && keep_present (path, error))) &&
      trinh_file_replace (temporary, path, error))
    return TRUE;

  trinh_file_remove (temporary);
  return FALSE;
}

gboolean
trinh_backup_restore (const char *backup,
                      const char *path,
                      GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *source_path = g_canonicalize_filename (backup, NULL);
  g_autoptr (TrinhConnection) source = NULL;

  if (g_str_equal (target, source_path))
    {
      trinh_store_set_error (error, SQLITE_CANTOPEN, backup, _ ("this is the database itself"));
      return FALSE;
    }

  source = trinh_connection_open (source_path, TRINH_CONNECTION_READ_ONLY, error);
  return source != NULL &&
         trinh_check_require (source, error) &&
         put_in_place (source, target, error);
}
