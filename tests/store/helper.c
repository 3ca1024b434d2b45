/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "helper.h"
#include "trinh-database-private.h"
#include "trinh-file-private.h"
#include "trinh-repository-private.h"

char *
helper_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("trinh-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

char **
helper_list (const char *folder,
             const char *prefix)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_prefix (name, prefix))
        g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

void
helper_remove_folder (char *folder)
{
  g_auto (GStrv) names = helper_list (folder, "");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        helper_remove_folder (g_steal_pointer (&path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

guint
helper_get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

TrinhContent *
helper_make_content (const char *id,
                     guint revision,
                     const char *subject,
                     guint n_values)
{
  TrinhContent *content = trinh_content_new (id, revision);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", subject);

  content->deadline = g_strdup ("2022-06-15");
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "regime", 0, "{\"id\":\"store\",\"version\":\"1\"}");
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "period", 1, "\"2022-06\"");
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "office", 2, "{\"name\":\"UBND xã Bình Lãng\",\"code\":\"10849\"}");
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "subject", 3, quoted);
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "data_to", 4, "\"2022-06-08\"");
  trinh_content_add (content, TRINH_CHANGE_MEMBER, "data_from", 5, "null");
  for (guint i = 1; i <= n_values; i++)
    {
      g_autofree char *address = g_strdup_printf ("fixed:%u", i);
      g_autofree char *json = g_strdup_printf ("{\"value\":\"%u\"}", i * 7);

      trinh_content_add (content, TRINH_CHANGE_VALUE, address, i, json);
    }
  return content;
}

static gboolean
import_content (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  g_autoptr (TrinhHeader) header = NULL;

  return trinh_repository_import (connection, data, &header, error);
}

void
helper_import (const char *path,
               TrinhContent *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhDatabase) database = NULL;
  g_autoptr (TrinhConnection) connection = NULL;

  database = trinh_database_open (path, &error);
  g_assert_no_error (error);
  connection = trinh_connection_open (path, TRINH_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  trinh_connection_transact (connection, import_content, content, &error);
  g_assert_no_error (error);
}

void
helper_tamper (const char *path,
               const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

char *
helper_dup_text (const char *path,
                 const char *sql)
{
  sqlite3 *handle;
  sqlite3_stmt *statement;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return text;
}
