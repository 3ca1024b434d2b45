/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-repository-private.h"
#include "trinh-statement-private.h"

gboolean
trinh_repository_put_file (TrinhConnection *connection,
                           const TrinhKeptFile *file,
                           GError **error)
{
  return trinh_statement_execute (connection, error, "INSERT INTO file (sha256, name, media_type, added, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING", "sssib", file->sha256, file->name, file->media_type, g_get_real_time () / G_USEC_PER_SEC, file->bytes);
}

static gboolean
verify (TrinhConnection *connection,
        TrinhKeptFile *file,
        GError **error)
{
  g_autofree char *now = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);

  if (g_str_equal (now, file->sha256))
    return TRUE;

  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED, _ ("The file “%s” kept in “%s” is damaged. Attach it again from where it came."), file->name, connection->path);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  return FALSE;
}

gboolean
trinh_repository_get_file (TrinhConnection *connection,
                           TrinhKeptFile *file,
                           GError **error)
{
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection, "SELECT name, media_type, bytes FROM file WHERE sha256 = ?", error);
  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", file->sha256);
  if (trinh_statement_next (statement, error))
    {
      file->name = g_strdup (trinh_statement_get_text (statement, 0));
      file->media_type = g_strdup (trinh_statement_get_text (statement, 1));
      file->bytes = trinh_statement_dup_bytes (statement, 2);
      return verify (connection, file, error);
    }
  if (statement->code != SQLITE_DONE)
    return FALSE;

  g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND, _ ("The file is not kept in “%s”: the report came from elsewhere without it. Attach it again."), connection->path);
  return FALSE;
}

gboolean
trinh_repository_has_file (TrinhConnection *connection,
                           TrinhKeptFile *file,
                           GError **error)
{
  g_autoptr (TrinhStatement) statement = trinh_statement_new (connection, "SELECT 1 FROM file WHERE sha256 = ?", error);

  if (statement == NULL)
    return FALSE;

  trinh_statement_bind (statement, "s", file->sha256);
  file->found = trinh_statement_next (statement, error);
  return statement->code == SQLITE_ROW || statement->code == SQLITE_DONE;
}
