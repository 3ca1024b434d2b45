/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-journal-private.h"
#include "trinh-repository-private.h"
#include "trinh-statement-private.h"
#include "trinh-store.h"

void
trinh_kept_file_free (TrinhKeptFile *self)
{
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

TrinhKeptFile *
trinh_kept_file_new (const char *name,
                     const char *media_type,
                     GBytes *bytes,
                     GError **error)
{
  TrinhKeptFile *self;

  if (g_bytes_get_size (bytes) > TRINH_STORE_MAX_FILE_BYTES)
    {
      g_autofree char *limit = g_format_size_full (TRINH_STORE_MAX_FILE_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_TOO_LARGE, _ ("“%s” is too large to be kept: at most %s. Attach a smaller copy."), name, limit);
      return NULL;
    }

  self = g_new0 (TrinhKeptFile, 1);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->name = g_strdup (name);
  self->media_type = g_strdup (media_type);
  self->bytes = g_bytes_ref (bytes);
  return self;
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

/* That it was kept stands in the chain: a file that is taken away shows. */
static gboolean
journal_file (TrinhConnection *connection,
              const TrinhKeptFile *file,
              GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *json = NULL;
  TrinhJournalRow row = { .report_id = "", .author = "", .label = "", .kind = "file", .target = file->sha256 };
  gint64 id;

  json_object_set_string_member (object, "name", file->name);
  json_object_set_string_member (object, "media_type", file->media_type);
  json_object_set_int_member (object, "size", (gint64) g_bytes_get_size (file->bytes));
  json = trinh_json_to_line (node);
  row.new_json = json;

  return trinh_journal_append (connection, &row, &id, error);
}

gboolean
trinh_repository_put_file (TrinhConnection *connection,
                           TrinhKeptFile *file,
                           GError **error)
{
  if (!trinh_repository_has_file (connection, file, error))
    return FALSE;
  if (file->found)
    return TRUE;

  return trinh_statement_execute (connection, error, "INSERT INTO file (sha256, name, media_type, added, bytes) VALUES (?, ?, ?, ?, ?)", "sssib", file->sha256, file->name, file->media_type, g_get_real_time () / G_USEC_PER_SEC, file->bytes) &&
         journal_file (connection, file, error);
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

GPtrArray *
trinh_repository_list_unnamed_files (TrinhConnection *connection,
                                     const char *media_type,
                                     GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrinhStatement) statement = NULL;

  statement = trinh_statement_new (connection, "SELECT sha256 FROM file WHERE media_type = ? AND NOT EXISTS (SELECT 1 FROM content WHERE instr (json, sha256) > 0) ORDER BY sha256", error);
  if (statement == NULL)
    return NULL;

  trinh_statement_bind (statement, "s", media_type);
  while (trinh_statement_next (statement, error))
    g_ptr_array_add (names, g_strdup (trinh_statement_get_text (statement, 0)));
  return statement->code == SQLITE_DONE ? g_steal_pointer (&names) : NULL;
}
