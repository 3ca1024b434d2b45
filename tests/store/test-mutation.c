/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A database that a failing disk or a foreign hand has changed is read, or refused with a reason, never more. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../fuzz/mutate.h"
#include "helper-report.h"

/* Criticals are fatal in tests: whatever is read may be wrong, but nothing may stumble over it. */
static gboolean
use_store (StoreFixture *fixture,
           const char *path,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhStore) store = trinh_store_open (path, &error);
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (GError) load_error = NULL;
  g_auto (GStrv) problems = NULL;

  g_assert_true ((store != NULL) == (error == NULL));
  if (store == NULL)
    return FALSE;
  report = trinh_store_load (store, id, fixture->library, &load_error);
  g_assert_true ((report != NULL) == (load_error == NULL));
  if (report != NULL)
    {
      g_autoptr (TrinhValue) value = trinh_value_new ("7");
      g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", "fixed:1", value);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

      if (trinh_report_apply (report, edit, NULL))
        trinh_store_save_edit (store, id, trinh_report_get_revision (report), edit, NULL);
    }
  trinh_store_check (store, &problems, NULL);
  return report != NULL;
}

static TrinhReport *
store_report (StoreFixture *fixture)
{
  TrinhReport *report = helper_make_report (fixture, "2022-06");
  const char *const rows[] = { "r2", "r1", NULL };
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (TrinhValue) value = trinh_value_new ("3");

  trinh_edit_set_rows (edit, "list", rows);
  trinh_edit_set_value (edit, "list:r1@count", value);
  trinh_edit_set_value (edit, "columns:1@online", value);
  trinh_edit_set_value (edit, "fixed:2", value);
  g_assert_true (trinh_report_apply (report, edit, NULL));
  helper_import_report (fixture, report, TRUE);
  g_clear_object (&fixture->store);
  return report;
}

static void
replace_file (const char *path,
              GBytes *bytes)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autoptr (GError) error = NULL;

  g_remove (journal);
  g_remove (shared);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

static void
test_file (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhReport) report = store_report (fixture);
  g_autoptr (GBytes) original = read_file (fixture->path);
  gint64 end = mutate_get_end (2);
  guint n = 0, n_read = 0;

  for (; g_get_monotonic_time () < end; n++)
    {
      g_autoptr (GBytes) bytes = mutate_bytes (original);

      replace_file (fixture->path, bytes);
      n_read += use_store (fixture, fixture->path, trinh_report_get_id (report));
    }
  replace_file (fixture->path, original);
  g_assert_true (use_store (fixture, fixture->path, trinh_report_get_id (report)));
  g_test_message ("%u databases, %u of them with a readable report", n, n_read);
}

/* Valid JSON of a wrong shape in the place of one part, or one part more. */
static char *
make_statement (void)
{
  static const char *const kinds[] = { "member", "rows", "section", "value" };
  static const char *const targets[] = { "values", "sections", "lists", "office", "regime", "period", "list", "fixed", "fixed:1", "columns:1", "columns:1@online", "list:r1", "list:r9@count", "list:1", "x:y", "s1", "state" };
  g_autoptr (JsonNode) value = mutate_make_value ();
  g_autofree char *json = json_to_string (value, FALSE);
  g_auto (GStrv) pieces = g_strsplit (json, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", pieces);

  if (mutate_pick (2) == 0)
    return g_strdup_printf ("UPDATE content SET json = '%s' WHERE (kind, target) = (SELECT kind, target FROM content LIMIT 1 OFFSET %u)",
                            quoted,
                            mutate_pick (30));
  return g_strdup_printf ("INSERT OR REPLACE INTO content SELECT id, '%s', '%s', %d, '%s' FROM report",
                          kinds[mutate_pick (G_N_ELEMENTS (kinds))],
                          targets[mutate_pick (G_N_ELEMENTS (targets))],
                          (int) mutate_pick (5) - 1,
                          quoted);
}

static void
test_content (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhReport) report = store_report (fixture);
  g_autoptr (GBytes) original = read_file (fixture->path);
  gint64 end = mutate_get_end (2);
  guint n = 0, n_read = 0;

  for (; g_get_monotonic_time () < end; n++)
    {
      g_autofree char *statement = make_statement ();

      replace_file (fixture->path, original);
      helper_tamper (fixture->path, statement);
      n_read += use_store (fixture, fixture->path, trinh_report_get_id (report));
    }
  replace_file (fixture->path, original);
  g_test_message ("%u contents, %u of them readable", n, n_read);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/mutation/file", StoreFixture, NULL, store_fixture_set_up, test_file, store_fixture_tear_down);
  g_test_add ("/mutation/content", StoreFixture, NULL, store_fixture_set_up, test_content, store_fixture_tear_down);
  return g_test_run ();
}
