/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "helper-report.h"
#include "trinh-store-private.h"

static char *
make_backup (StoreFixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  trinh_store_backup (fixture->store, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
assert_no_remains (StoreFixture *fixture)
{
  g_auto (GStrv) names = helper_list (fixture->folder, "");

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_null (strstr (names[i], ".tmp-"));
}

static void
assert_value (StoreFixture *fixture,
              TrinhReport *report,
              const char *text)
{
  g_autoptr (TrinhReport) loaded = helper_load (fixture, trinh_report_get_id (report));

  g_assert_cmpstr (helper_get_text (loaded, "fixed:1"), ==, text);
}

static void
test_backup_and_restore (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autofree char *backup = NULL;
  g_auto (GStrv) kept = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "1"));
  backup = make_backup (fixture);
  g_assert_cmpuint (helper_get_mode (backup), ==, 0600);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "2"));

  /* Not under an open store. */
  g_assert_false (trinh_store_restore (backup, fixture->path, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_BUSY);
  g_clear_error (&error);
  assert_value (fixture, report, "2");

  g_clear_object (&fixture->store);
  g_assert_true (trinh_store_restore (backup, fixture->path, &error));
  g_assert_no_error (error);
  store_fixture_reopen (fixture);
  assert_value (fixture, report, "1");
  assert_no_remains (fixture);

  /* What was there is beside it, and can be put back. */
  kept = helper_list (fixture->folder, "trinhky.db.before-restore-");
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  g_clear_object (&fixture->store);
  g_free (backup);
  backup = g_build_filename (fixture->folder, kept[0], NULL);
  g_assert_true (trinh_store_restore (backup, fixture->path, &error));
  store_fixture_reopen (fixture);
  assert_value (fixture, report, "2");
}

/* A backup over an earlier one leaves the earlier one until it is whole. */
static void
test_backup_twice (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autofree char *backup = make_backup (fixture);
  g_autofree char *n_reports = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "absent", "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  g_free (make_backup (fixture));
  n_reports = helper_dup_text (backup, "SELECT count (*) FROM report");
  g_assert_cmpstr (n_reports, ==, "1");

  g_assert_false (trinh_store_backup (fixture->store, nowhere, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (trinh_store_backup (fixture->store, fixture->path, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN);
  assert_no_remains (fixture);
}

static void
test_bad_backups (StoreFixture *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
  } rows[] = {
    { "UPDATE content SET json = '{\"value\":\"8\"}' WHERE target = 'fixed:1'", TRINH_STORE_ERROR_DAMAGED },
    { "DROP TRIGGER journal_keeps_rows; DELETE FROM journal WHERE id = 1", TRINH_STORE_ERROR_DAMAGED },
    { "PRAGMA user_version = 99", TRINH_STORE_ERROR_NEWER },
    { "PRAGMA application_id = 1", TRINH_STORE_ERROR_FOREIGN },
  };
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autofree char *backup = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "1"));
  backup = make_backup (fixture);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (backup, &whole, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (g_file_set_contents (backup, whole, length, NULL));
      helper_tamper (backup, rows[i].sql);
      g_assert_false (trinh_store_restore (backup, fixture->path, &error));
      g_assert_error (error, TRINH_STORE_ERROR, rows[i].code);
      g_clear_error (&error);
    }

  g_assert_true (g_file_set_contents (backup, whole, length / 2, NULL));
  g_assert_false (trinh_store_restore (backup, fixture->path, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_unlink (backup);
  g_assert_false (trinh_store_restore (backup, fixture->path, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN);

  assert_no_remains (fixture);
  store_fixture_reopen (fixture);
  assert_value (fixture, report, "1");
}

/* The reason for a backup: what cannot be opened any more is replaced, and kept. */
static void
test_restore_over_damaged (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autofree char *backup = NULL;
  g_auto (GStrv) kept = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "1"));
  backup = make_backup (fixture);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3", 16, NULL));
  g_assert_true (trinh_store_restore (backup, fixture->path, &error));
  g_assert_no_error (error);
  kept = helper_list (fixture->folder, "trinhky.db.before-restore-");
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  store_fixture_reopen (fixture);
  assert_value (fixture, report, "1");

  /* And where there is nothing at all. */
  g_clear_object (&fixture->store);
  g_unlink (fixture->path);
  g_assert_true (trinh_store_restore (backup, fixture->path, &error));
  store_fixture_reopen (fixture);
  assert_value (fixture, report, "1");
}

static void
test_check (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_auto (GStrv) problems = NULL;
  g_autofree char *undo = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "1"));
  helper_tamper (fixture->path, "UPDATE content SET json = '{\"value\":\"2\"}' WHERE target = 'fixed:1'");
  g_assert_true (trinh_store_check (fixture->store, &problems, &error));
  /* The report's own hash, which can be made anew, and the journal's last word */
  g_assert_cmpuint (g_strv_length (problems), ==, 2);
  g_assert_nonnull (strstr (problems[0], trinh_report_get_id (report)));
  g_assert_nonnull (strstr (problems[1], "“fixed:1” is not what the journal says"));
  helper_tamper (fixture->path, "UPDATE content SET json = '{\"value\":\"1\"}' WHERE target = 'fixed:1'");
}

/* The hash that the report itself carries is made anew by whoever changed the report; the journal has the one that came. */
static void
test_check_imported (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_auto (GStrv) problems = NULL;
  g_auto (GStrv) found = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  g_assert_true (trinh_store_check (fixture->store, &problems, &error));
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  helper_tamper (fixture->path, "UPDATE report SET content_sha256 = 'made anew'");
  g_assert_true (trinh_store_check (fixture->store, &found, &error));
  all = g_strjoinv ("\n", found);
  g_assert_nonnull (strstr (all, "not what the journal says was brought in"));
  helper_tamper (fixture->path, "UPDATE report SET content_sha256 = (SELECT new ->> '$' FROM journal WHERE kind = 'import')");
}

static void
test_settings (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (JsonNode) office = json_from_string ("{\"office\":{\"name\":\"UBND xã Bình Lãng\"},\"recipients\":[\"Lưu: VT\"]}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_store_get_setting (fixture->store, "office"));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) found = NULL;

      g_assert_true (trinh_store_set_setting (fixture->store, "office", office, &error));
      store_fixture_reopen (fixture);
      found = trinh_store_get_setting (fixture->store, "office");
      g_assert_true (json_node_equal (found, office));
    }
  g_assert_cmpuint (helper_count_journal (fixture, "", "office"), ==, 1);
  g_assert_true (trinh_store_set_setting (fixture->store, "office", NULL, &error));
  g_assert_null (trinh_store_get_setting (fixture->store, "office"));
}

/* What could not be read is not written over. */
static void
test_unread (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (JsonNode) office = json_from_string ("{\"name\":\"UBND\"}", NULL);
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_store_set_setting (fixture->store, "office", office, NULL));
  g_assert_true (trinh_store_run_sql (fixture->store, "ALTER TABLE setting RENAME TO away", NULL));
  g_test_expect_message ("trinh-store", G_LOG_LEVEL_WARNING, "*office*");
  g_assert_null (trinh_store_get_setting (fixture->store, "office"));
  g_test_assert_expected_messages ();
  g_assert_false (trinh_store_set_setting (fixture->store, "office", office, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (trinh_store_run_sql (fixture->store, "ALTER TABLE away RENAME TO setting", NULL));
  g_assert_true (trinh_store_load_setting (fixture->store, "office", &found, &error));
  g_assert_nonnull (found);
  g_assert_false (trinh_store_set_setting (fixture->store, "office", office, NULL));
  json_node_unref (trinh_store_get_setting (fixture->store, "office"));
  g_assert_true (trinh_store_set_setting (fixture->store, "office", office, &error));
  g_assert_no_error (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/backup/backup-and-restore", test_backup_and_restore);
  ADD ("/backup/backup-twice", test_backup_twice);
  ADD ("/backup/bad-backups", test_bad_backups);
  ADD ("/backup/restore-over-damaged", test_restore_over_damaged);
  ADD ("/backup/check", test_check);
  ADD ("/backup/check-imported", test_check_imported);
  ADD ("/backup/settings", test_settings);
  ADD ("/backup/unread-setting", test_unread);
#undef ADD

  return g_test_run ();
}
