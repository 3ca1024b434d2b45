/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/types.h>

#include "helper-report.h"
#include "trinh-store-check.h"
#include "trinh-store-private.h"

typedef struct
{
  GError *error;
  gboolean saved;
  guint order;
  GThread *thread;
} Answer;

static guint n_answers;

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Answer *answer = user_data;

  answer->saved = trinh_store_save_edit_finish (TRINH_STORE (object), result, &answer->error);
  answer->order = ++n_answers;
  answer->thread = g_thread_self ();
}

static void
wait_for (Answer *answer)
{
  while (answer->order == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
save_async (StoreFixture *fixture,
            TrinhReport *report,
            const char *text,
            Answer *answer)
{
  g_autoptr (TrinhEdit) edit = helper_enter (report, "fixed:1", text);

  trinh_store_save_edit_async (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), edit, NULL, answered_cb, answer);
}

static void
assert_value (StoreFixture *fixture,
              TrinhReport *report,
              guint revision,
              const char *text)
{
  g_autoptr (TrinhReport) loaded = helper_load (fixture, trinh_report_get_id (report));

  g_assert_cmpuint (trinh_report_get_revision (loaded), ==, revision);
  g_assert_cmpstr (helper_get_text (loaded, "fixed:1"), ==, text);
}

static void
test_async (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  Answer answers[20] = { 0 };
  GListModel *entries = trinh_store_get_entries (fixture->store);
  g_autoptr (TrinhStoreEntry) entry = NULL;

  n_answers = 0;
  helper_import_report (fixture, report, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);

      save_async (fixture, report, text, &answers[i]);
    }

  /* The callbacks come later, from the main loop alone. */
  g_assert_cmpuint (n_answers, ==, 0);
  wait_for (&answers[19]);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_assert_no_error (answers[i].error);
      g_assert_true (answers[i].saved);
      g_assert_cmpuint (answers[i].order, ==, i + 1);
      g_assert_true (answers[i].thread == g_thread_self ());
    }
  assert_value (fixture, report, 20, "20");
  entry = g_list_model_get_item (entries, 0);
  g_assert_cmpuint (trinh_store_entry_get_revision (entry), ==, 20);
}

/* Closing waits for what is under way; what comes after says so. */
static void
test_close (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  Answer first = { 0 };
  Answer late = { 0 };

  helper_import_report (fixture, report, TRUE);
  save_async (fixture, report, "1", &first);
  trinh_store_close (fixture->store);
  save_async (fixture, report, "2", &late);
  wait_for (&first);
  wait_for (&late);
  g_assert_true (first.saved);
  g_assert_error (late.error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN);
  g_clear_error (&late.error);

  store_fixture_reopen (fixture);
  assert_value (fixture, report, 1, "1");
}

static void
test_cancelled (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrinhEdit) edit = NULL;
  Answer answer = { 0 };

  helper_import_report (fixture, report, TRUE);
  edit = helper_enter (report, "fixed:1", "1");
  g_cancellable_cancel (cancellable);
  trinh_store_save_edit_async (fixture->store, trinh_report_get_id (report), 1, edit, cancellable, answered_cb, &answer);
  wait_for (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  assert_value (fixture, report, 0, NULL);
}

/* What the callback has announced survives the sharpest end there is. */
static void
test_killed (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhReport) report = NULL;

  if (g_test_subprocess ())
    {
      const char *path = g_getenv ("TRINH_TEST_DATABASE");
      Answer answers[3] = { 0 };

      g_clear_object (&fixture->store);
      g_set_str (&fixture->path, path);
      store_fixture_reopen (fixture);
      report = helper_load (fixture, g_getenv ("TRINH_TEST_REPORT"));
      save_async (fixture, report, "1", &answers[0]);
      save_async (fixture, report, "2", &answers[1]);
      save_async (fixture, report, "3", &answers[2]);
      wait_for (&answers[2]);
      kill (getpid (), SIGKILL);
    }

  report = helper_make_report (fixture, "2022-06");
  helper_import_report (fixture, report, TRUE);
  g_clear_object (&fixture->store);
  g_setenv ("TRINH_TEST_DATABASE", fixture->path, TRUE);
  g_setenv ("TRINH_TEST_REPORT", trinh_report_get_id (report), TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_assert_false (g_test_trap_has_passed ());

  store_fixture_reopen (fixture);
  assert_value (fixture, report, 3, "3");
}

/* A disk that is full or turned read-only: nothing is half-written, and once there is room the same save succeeds. */
static void
test_failed (StoreFixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *fail;
    const char *mend;
    int code;
  } rows[] = {
    { "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", TRINH_STORE_ERROR_FULL },
    { "PRAGMA query_only = ON", "PRAGMA query_only = OFF", TRINH_STORE_ERROR_READ_ONLY },
  };
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autoptr (TrinhSection) section = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *before = NULL;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "1"));
  section = g_list_model_get_item (trinh_report_get_sections (report), 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *longer = g_strdup_printf ("%s%u", text, i);
      g_autoptr (TrinhSection) changed = trinh_section_with_text (section, longer, FALSE);
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("long text");
      g_autoptr (TrinhReport) stored = NULL;
      g_autoptr (GError) error = NULL;

      trinh_edit_set_section (edit, changed);
      trinh_edit_set_member_string (edit, "number", i == 0 ? "15" : "16");
      g_assert_true (trinh_report_apply (report, edit, NULL));
      g_assert_true (trinh_store_run_sql (fixture->store, rows[i].fail, NULL));
      for (guint attempt = 0; attempt < 2; attempt++)
        {
          g_assert_false (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), edit, &error));
          g_assert_error (error, TRINH_STORE_ERROR, rows[i].code);
          g_assert_nonnull (strstr (error->message, fixture->path));
          g_clear_error (&error);
        }
      stored = helper_load (fixture, trinh_report_get_id (report));
      g_assert_cmpuint (trinh_report_get_revision (stored), ==, i + 1);
      g_assert_cmpstr (trinh_report_get_number (stored), ==, i == 0 ? "" : "15");

      g_assert_true (trinh_store_run_sql (fixture->store, rows[i].mend, NULL));
      g_assert_true (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), edit, &error));
      g_assert_no_error (error);
      assert_value (fixture, report, i + 2, "1");
    }
}

static void
assert_refused (StoreFixture *fixture,
                TrinhReport *report,
                guint revision,
                TrinhEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), revision, edit, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CONFLICT);
}

static void
test_conflict (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autoptr (TrinhReport) other = NULL;
  g_autoptr (TrinhEdit) mine = NULL;
  g_autoptr (TrinhEdit) theirs = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  other = helper_load (fixture, trinh_report_get_id (report));
  theirs = helper_enter (other, "fixed:1", "2");
  mine = helper_enter (report, "fixed:1", "1");
  helper_save (fixture, report, trinh_edit_ref (mine));

  assert_refused (fixture, report, 1, theirs);
  assert_refused (fixture, report, 0, theirs);
  assert_refused (fixture, report, 3, theirs);
  assert_value (fixture, report, 1, "1");

  /* The same edit again is the answer that was lost, and adds no row to the journal. */
  g_assert_true (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), 1, mine, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (helper_count_journal (fixture, trinh_report_get_id (report), "fixed:1"), ==, 1);

  g_assert_false (trinh_store_save_edit (fixture->store, "no-such-report", 1, mine, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND);
}

/* What a foreign hand changed is neither made the program's own by the next edit nor written over. */
static void
test_changed_outside (StoreFixture *fixture,
                      gconstpointer data)
{
  static const struct
  {
    const char *change;
    const char *address; /* what is typed then */
    gboolean refused;
  } rows[] = {
    /* In a cell that came with a file and has no row of the journal, and in one that was typed here */
    { "UPDATE content SET json = replace (json, '\"7\"', '\"9\"') WHERE target = 'fixed:2'", "fixed:1", TRUE },
    { "UPDATE content SET json = replace (json, '\"3\"', '\"4\"') WHERE target = 'fixed:1'", "fixed:2", TRUE },
    { "DELETE FROM content WHERE target = 'fixed:2'", "fixed:1", TRUE },
    { "UPDATE report SET content_sha256 = ''", "fixed:1", TRUE },
    /* What says nothing of the content */
    { "UPDATE report SET modified = modified - 1", "fixed:1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
      g_autofree char *change = g_strdup_printf ("%s %s report_id = '%s'", rows[i].change, strstr (rows[i].change, "WHERE") != NULL ? "AND" : "--", trinh_report_get_id (report));
      g_autoptr (TrinhEdit) typed = NULL;
      g_autoptr (TrinhEdit) imported = helper_enter (report, "fixed:2", "7");
      g_autoptr (TrinhReport) stored = NULL;
      g_autoptr (GError) error = NULL;

      helper_import_report (fixture, report, TRUE);
      helper_save (fixture, report, helper_enter (report, "fixed:1", "3"));
      helper_tamper (fixture->path, change);
      typed = helper_enter (report, rows[i].address, "5");
      g_assert_true (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), typed, &error) != rows[i].refused);
      if (!rows[i].refused)
        continue;
      g_test_message ("%s", error->message);
      g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, trinh_report_get_subject (report)));
      g_assert_nonnull (strstr (error->message, "database check"));
      stored = helper_load (fixture, trinh_report_get_id (report));
      g_assert_cmpuint (trinh_report_get_revision (stored), ==, 2);
      g_assert_cmpuint (helper_count_journal (fixture, trinh_report_get_id (report), rows[i].address), ==, g_str_equal (rows[i].address, "fixed:1") ? 1 : 0);

      /* Nor by a copy that comes with a file */
      g_clear_error (&error);
      g_assert_false (trinh_store_import (fixture->store, report, NULL, &error));
      g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
      g_assert_true (trinh_store_remove (fixture->store, trinh_report_get_id (report), NULL));
    }
}

/* The hash was made anew with it: the cell itself is not what the journal says. */
static void
test_changed_with_hash (StoreFixture *fixture,
                        gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autoptr (TrinhReport) foreign = NULL;
  g_autoptr (TrinhContent) content = NULL;
  g_autoptr (TrinhEdit) first = NULL;
  g_autoptr (TrinhEdit) second = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *change = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "3"));
  foreign = helper_load (fixture, trinh_report_get_id (report));
  first = helper_enter (foreign, "fixed:1", "4");
  content = trinh_content_from_report (foreign);
  sha256 = trinh_content_hash (content);
  change = g_strdup_printf ("UPDATE content SET json = replace (json, '3', '4') WHERE target = 'fixed:1'; UPDATE report SET content_sha256 = '%s'", sha256);
  helper_tamper (fixture->path, change);

  problems = trinh_store_list_problems_of (fixture->store, trinh_report_get_id (report), NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((TrinhStoreProblem *) problems->pdata[0])->report_id, ==, trinh_report_get_id (report));
  g_assert_nonnull (strstr (((TrinhStoreProblem *) problems->pdata[0])->words, "fixed:1"));
  second = helper_enter (report, "fixed:1", "5");
  g_assert_false (trinh_store_save_edit (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), second, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_assert_true (trinh_store_remove (fixture->store, trinh_report_get_id (report), NULL));
}

/* A second view shows what was there when it was opened, and takes nothing. */
static void
test_reading (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-06");
  g_autoptr (TrinhReport) late = helper_make_report (fixture, "2022-07");
  g_autoptr (TrinhReport) seen = NULL;
  g_autoptr (TrinhStore) view = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  helper_import_report (fixture, report, TRUE);
  view = trinh_store_open_reading (fixture->path, &error);
  g_assert_no_error (error);
  helper_save (fixture, report, helper_enter (report, "fixed:1", "3"));
  helper_import_report (fixture, late, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (view)), ==, 1);
  seen = trinh_store_load (view, trinh_report_get_id (report), fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_report_get_revision (seen), ==, 0);
  problems = trinh_store_list_problems (view, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_false (trinh_store_import (view, late, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/saving/async", test_async);
  ADD ("/saving/close", test_close);
  ADD ("/saving/cancelled", test_cancelled);
  ADD ("/saving/killed", test_killed);
  ADD ("/saving/failed", test_failed);
  ADD ("/saving/conflict", test_conflict);
  ADD ("/saving/changed-outside", test_changed_outside);
  ADD ("/saving/changed-with-hash", test_changed_with_hash);
  ADD ("/saving/reading", test_reading);
#undef ADD

  return g_test_run ();
}
