/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "helper.h"
#include "trinh-database-private.h"
#include "trinh-migration-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = helper_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "trinhky.db", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  helper_remove_folder (fixture->folder);
  g_free (fixture->path);
}

/* The message names the file and says more than its name. */
static void
assert_refused (const char *path,
                TrinhStoreError code)
{
  g_autoptr (GError) error = NULL;
  TrinhDatabase *database = trinh_database_open (path, &error);

  g_assert_null (database);
  g_assert_error (error, TRINH_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strchr (error->message, '.'));
}

static void
assert_opens (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhDatabase) database = trinh_database_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "a", "b", NULL);
  g_autofree char *path = g_build_filename (folder, "trinhky.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhDatabase) database = trinh_database_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (helper_get_mode (folder), ==, 0700);
  g_assert_cmpuint (helper_get_mode (path), ==, 0600);
  g_assert_cmpuint (helper_get_mode (log), ==, 0600);
}

static void
test_make_private (Fixture *fixture,
                   gconstpointer data)
{
  assert_opens (fixture->path);
  g_chmod (fixture->path, 0644);
  assert_opens (fixture->path);
  g_assert_cmpuint (helper_get_mode (fixture->path), ==, 0600);
}

static gboolean
read_pragmas (TrinhConnection *connection,
              gpointer data,
              GError **error)
{
  static const struct
  {
    const char *sql;
    gint64 expected;
  } rows[] = {
    { "PRAGMA application_id", TRINH_STORE_APPLICATION_ID },
    { "PRAGMA user_version", TRINH_MIGRATION_LATEST },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA synchronous", 2 },
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
    { "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 number = -1;

      g_test_message ("%s", rows[i].sql);
      if (!trinh_connection_get_number (connection, rows[i].sql, &number, error))
        return FALSE;
      g_assert_cmpint (number, ==, rows[i].expected);
    }
  return TRUE;
}

static void
test_pragmas (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhDatabase) database = trinh_database_open (fixture->path, &error);

  g_assert_no_error (error);
  trinh_database_call (database, read_pragmas, NULL, &error);
  g_assert_no_error (error);
}

/* What is no database of ours is refused and not a byte of it changes. */
static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *content;
    int length; /* -1: up to its end */
    TrinhStoreError code;
  } rows[] = {
    { "Kính gửi: Phòng Nội vụ\n", -1, TRINH_STORE_ERROR_FOREIGN },
    { "PK\003\004", -1, TRINH_STORE_ERROR_FOREIGN },
    { "x", -1, TRINH_STORE_ERROR_FOREIGN },
    { "SQLite format 3", 16, TRINH_STORE_ERROR_DAMAGED },
    { "SQLite format 3\0\020\0\002\002\0", 22, TRINH_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;
      gsize expected = rows[i].length >= 0 ? (gsize) rows[i].length : strlen (rows[i].content);
      gsize length;

      g_assert_true (g_file_set_contents (fixture->path, rows[i].content, expected, NULL));
      assert_refused (fixture->path, rows[i].code);
      g_assert_true (g_file_get_contents (fixture->path, &after, &length, NULL));
      g_assert_cmpmem (after, length, rows[i].content, expected);
    }
}

static void
test_other_program (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *n_tables = NULL;

  helper_tamper (fixture->path, "CREATE TABLE bookmark (url TEXT)");
  assert_refused (fixture->path, TRINH_STORE_ERROR_FOREIGN);
  helper_tamper (fixture->path, "PRAGMA user_version = 2");
  assert_refused (fixture->path, TRINH_STORE_ERROR_FOREIGN);
  n_tables = helper_dup_text (fixture->path, "SELECT count (*) FROM sqlite_schema");
  g_assert_cmpstr (n_tables, ==, "1");
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_opens (fixture->path);
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *version = NULL;

  assert_opens (fixture->path);
  helper_tamper (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture->path, TRINH_STORE_ERROR_NEWER);
  version = helper_dup_text (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "99");
}

/* Wherever the end is missing. */
static void
test_cut (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (TrinhContent) content = helper_make_content ("a", 1, "Báo cáo", 500);
  g_autofree char *whole = NULL;
  gsize length;

  helper_import (fixture->path, content);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (gsize cut = length - 1; cut > 1; cut = cut * 2 / 3)
    {
      g_assert_true (g_file_set_contents (fixture->path, whole, cut, NULL));
      assert_refused (fixture->path, TRINH_STORE_ERROR_DAMAGED);
    }
  g_assert_true (g_file_set_contents (fixture->path, whole, length, NULL));
  assert_opens (fixture->path);
}

static void
test_no_folder (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *within = g_build_filename (fixture->path, "trinhky.db", NULL);
  g_autoptr (GError) error = NULL;

  /* A file stands where the folder should. */
  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  g_assert_null (trinh_database_open (within, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, fixture->path));

  assert_refused (fixture->folder, TRINH_STORE_ERROR_OPEN);
}

/* Rights do not bind root; as someone else they do. */
static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  const char *folder = g_getenv ("TRINH_TEST_FOLDER");
  g_autofree char *above = NULL;

  if (g_test_subprocess ())
    {
      g_autofree char *present = g_build_filename (folder, "trinhky.db", NULL);
      g_autofree char *absent = g_build_filename (folder, "absent.db", NULL);

      if (geteuid () == 0 && setuid (65534) != 0)
        {
          g_test_skip ("root here cannot become someone else");
          return;
        }
      assert_refused (present, TRINH_STORE_ERROR_READ_ONLY);
      assert_refused (absent, TRINH_STORE_ERROR_READ_ONLY);
      return;
    }

  assert_opens (fixture->path);
  above = g_path_get_dirname (fixture->folder);
  g_chmod (above, 0711);
  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0555);
  g_setenv ("TRINH_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_chmod (fixture->folder, 0755);
  g_test_trap_assert_passed ();
}

static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhDatabase) database = NULL;
  g_autoptr (TrinhConnection) other = NULL;
  g_autoptr (TrinhContent) content = helper_make_content ("a", 1, "Báo cáo", 1);

  helper_import (fixture->path, content);
  other = trinh_connection_open (fixture->path, TRINH_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (trinh_connection_run (other, "BEGIN IMMEDIATE", NULL));

  /* Reading goes on, writing says who is in the way. */
  database = trinh_database_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (trinh_database_call (database, (TrinhConnectionFunc) trinh_connection_run, (gpointer) "DELETE FROM setting", &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_BUSY);
}

static gboolean
note (TrinhConnection *connection,
      gpointer data,
      GError **error)
{
  GString *log = data;

  g_string_append_c (log, (char) ('a' + log->len));
  return TRUE;
}

static void
posted (gpointer data,
        GError *error)
{
  GString *log = data;

  g_assert_no_error (error);
  g_string_append_c (log, '.');
}

/* A call waits for what was posted before it; the answers come in the caller's main context. */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (TrinhDatabase) database = trinh_database_open (fixture->path, NULL);

  trinh_database_post (database, note, log, NULL, posted);
  trinh_database_post (database, note, log, NULL, posted);
  g_assert_true (trinh_database_call (database, note, log, NULL));
  g_assert_cmpstr (log->str, ==, "abc");
  while (log->len < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (log->str, ==, "abc..");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/database/create", test_create);
  ADD ("/database/make-private", test_make_private);
  ADD ("/database/pragmas", test_pragmas);
  ADD ("/database/foreign", test_foreign);
  ADD ("/database/other-program", test_other_program);
  ADD ("/database/empty", test_empty);
  ADD ("/database/newer", test_newer);
  ADD ("/database/cut", test_cut);
  ADD ("/database/no-folder", test_no_folder);
  ADD ("/database/read-only", test_read_only);
  ADD ("/database/busy", test_busy);
  ADD ("/database/order", test_order);
#undef ADD

  return g_test_run ();
}
