/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "helper.h"
#include "trinh-database-private.h"
#include "trinh-migration-private.h"
#include "trinh-statement-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

#define REPORT_COLUMNS "id, regime, regime_version, period, office_code, office_name, subject, state, deadline," \
                       " revision, modified, content_sha256, journal_id"

/* Of no bytes at all */
#define FILE_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
append_script (GString *sql,
               int version)
{
  g_autofree char *script = trinh_migration_get_script (version);

  g_string_append (sql, script);
}

/* A database as version @version of the program left it, made from its own scripts. */
static void
make_version (const char *path,
              const char *latest,
              int version)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  append_script (sql, 1);
  g_string_append_printf (sql, "ATTACH '%s' AS latest;", latest);
  g_string_append (sql, "INSERT INTO report (" REPORT_COLUMNS ") SELECT " REPORT_COLUMNS " FROM latest.report;");
  g_string_append (sql, "INSERT INTO content SELECT * FROM latest.content;");
  g_string_append (sql, "INSERT INTO journal SELECT * FROM latest.journal;");
  g_string_append (sql, "INSERT INTO setting SELECT * FROM latest.setting; DETACH latest;");
  for (int i = 2; i <= version; i++)
    append_script (sql, i);
  if (version >= 3)
    g_string_append (sql, "INSERT INTO file VALUES ('" FILE_SHA256 "', 'a.pdf', 'application/pdf', 0, x'');");
  g_string_append_printf (sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; PRAGMA journal_mode = WAL", TRINH_STORE_APPLICATION_ID, version);
  helper_tamper (path, sql->str);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *latest = NULL;

  fixture->folder = helper_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "trinhky.db", NULL);
  latest = g_build_filename (fixture->folder, "latest.db", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("report-%u", i);
      g_autoptr (TrinhContent) content = helper_make_content (id, i, "Báo cáo “tháng 6”", 123);

      helper_import (latest, content);
    }
  make_version (fixture->path, latest, version);
  g_unlink (latest);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  helper_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static char *
compute_digest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhConnection) connection = trinh_connection_open (path, TRINH_CONNECTION_READ_WRITE, &error);
  char *digest;

  g_assert_no_error (error);
  digest = trinh_digest_compute (connection, &error);
  g_assert_no_error (error);
  return digest;
}

static void
assert_version (const char *path,
                int version)
{
  g_autofree char *found = helper_dup_text (path, "PRAGMA user_version");
  g_autofree char *expected = g_strdup_printf ("%d", version);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_only_database (Fixture *fixture,
                      const char *prefix,
                      guint expected)
{
  g_auto (GStrv) names = helper_list (fixture->folder, prefix);

  g_assert_cmpuint (g_strv_length (names), ==, expected);
}

/* All that was there is there, and the backup is the old database, checked. */
static void
test_from_version (Fixture *fixture,
                   gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *before = compute_digest (fixture->path);
  g_autofree char *prefix = g_strdup_printf ("trinhky.db.backup-v%d-", version);
  g_autofree char *data_to = NULL;
  g_autofree char *data_from = NULL;
  g_autofree char *n_files = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrinhDatabase) database = trinh_database_open (fixture->path, &error);

      g_assert_no_error (error);
    }

  assert_version (fixture->path, TRINH_MIGRATION_LATEST);
  after = compute_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  data_to = helper_dup_text (fixture->path, "SELECT group_concat (data_to) FROM report");
  data_from = helper_dup_text (fixture->path, "SELECT group_concat (data_from) FROM report");
  g_assert_cmpstr (data_to, ==, "2022-06-08,2022-06-08,2022-06-08");
  g_assert_cmpstr (data_from, ==, NULL);
  n_files = helper_dup_text (fixture->path, "SELECT count (*) FROM file");
  g_assert_cmpstr (n_files, ==, version >= 3 ? "1" : "0");

  backups = helper_list (fixture->folder, prefix);
  g_assert_cmpuint (g_strv_length (backups), ==, version < TRINH_MIGRATION_LATEST ? 1 : 0);
  if (backups[0] != NULL)
    {
      g_autofree char *backup = g_build_filename (fixture->folder, backups[0], NULL);
      g_autofree char *kept = compute_digest (backup);

      g_assert_cmpstr (kept, ==, before);
      g_assert_cmpuint (helper_get_mode (backup), ==, 0600);
      assert_version (backup, version);
    }
  assert_only_database (fixture, "trinhky.db.tmp", 0);
}

static void
assert_stays (Fixture *fixture,
              TrinhStoreError code)
{
  g_autofree char *before = compute_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_database_open (fixture->path, &error));
  g_assert_error (error, TRINH_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_version (fixture->path, 1);
  after = compute_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  assert_only_database (fixture, "trinhky.db.tmp", 0);
}

/* The index is there already, so the script fails half-way: after two columns and an update. */
static void
test_failing (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *columns = NULL;

  helper_tamper (fixture->path, "CREATE INDEX journal_of_target ON journal (target)");
  assert_stays (fixture, TRINH_STORE_ERROR_MIGRATION);
  columns = helper_dup_text (fixture->path, "SELECT count (*) FROM pragma_table_info ('report') WHERE name IN ('data_from', 'data_to')");
  g_assert_cmpstr (columns, ==, "0");
}

/* A trigger that changes content as the migration goes: counts are right, the hash is not. */
static void
test_changing (Fixture *fixture,
               gconstpointer data)
{
  helper_tamper (fixture->path, "CREATE TRIGGER meddle AFTER UPDATE ON report BEGIN UPDATE content SET json = '\"x\"' WHERE target = 'subject'; END");
  assert_stays (fixture, TRINH_STORE_ERROR_MIGRATION);
}

/* What is damaged is not carried into a new schema, and is no backup. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  helper_tamper (fixture->path, "UPDATE content SET json = '{\"value\":\"8\"}' WHERE target = 'fixed:1'");
  assert_stays (fixture, TRINH_STORE_ERROR_DAMAGED);
  assert_only_database (fixture, "trinhky.db.backup", 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (int version = 1; version <= TRINH_MIGRATION_LATEST; version++)
    {
      g_autofree char *path = g_strdup_printf ("/migration/from-version/%d", version);

      g_test_add (path, Fixture, GINT_TO_POINTER (version), set_up, test_from_version, tear_down);
    }
  g_test_add ("/migration/failing", Fixture, GINT_TO_POINTER (1), set_up, test_failing, tear_down);
  g_test_add ("/migration/changing", Fixture, GINT_TO_POINTER (1), set_up, test_changing, tear_down);
  g_test_add ("/migration/damaged", Fixture, GINT_TO_POINTER (1), set_up, test_damaged, tear_down);

  return g_test_run ();
}
