/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a foreign hand does to the database, the chain made anew behind it where it knows how. */

#include "config.h"

#include <sqlite3.h>

#include "helper-sign.h"
#include "trinh-problem.h"
#include "trinh-session-watch.h"
#include "trinh-work-remarks.h"

static TrinhWork *
issue (Fixture *fixture)
{
  g_auto (Keys) keys = { 0 };
  TrinhWork *work = sign_approve (fixture);

  keys_set_up (&keys);
  sign_work (fixture, work, &keys);
  sign_issue (fixture, work, &keys, "15");
  return work;
}

static void
run (Fixture *fixture,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  trinh_store_run_sql (fixture->store, sql, &error);
  g_assert_no_error (error);
}

static char *
dup_problems (Fixture *fixture)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  trinh_session_check_store (fixture->session, &problems, NULL, &error);
  g_assert_no_error (error);
  return g_strjoinv ("\n", problems);
}

static void
assert_problem (Fixture *fixture,
                const char *words)
{
  g_autofree char *problems = dup_problems (fixture);

  g_test_message ("%s", problems);
  g_assert_nonnull (strstr (problems, words));
}

static void
test_sound (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autoptr (TrinhWork) draft = fixture_create (fixture, "kiem-thu", "2022-Q1");
  g_autofree char *problems = dup_problems (fixture);

  g_assert_cmpstr (problems, ==, "");
}

/* A row like any other, as trinh-journal.c chains it: whoever has the rows can. */
static char *
hash_row (sqlite3_stmt *row,
          const char *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) previous, -1);
  for (int i = 0; i < 10; i++)
    {
      const char *text = (const char *) sqlite3_column_text (row, i);
      g_autofree char *head = text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text)) : g_strdup ("-");

      g_checksum_update (checksum, (const guchar *) head, -1);
      if (text != NULL)
        g_checksum_update (checksum, (const guchar *) text, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* The whole chain anew, by a program of one's own */
static void
chain_anew (Fixture *fixture)
{
  g_autofree char *previous = g_strdup ("");
  g_autoptr (GString) sql = g_string_new ("DROP TRIGGER journal_keeps_words;");
  sqlite3 *handle;
  sqlite3_stmt *row;

  g_assert_cmpint (sqlite3_open (fixture->database, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT id, report_id, revision, at, author, label, kind, target, old, new FROM journal ORDER BY id", -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      g_autofree char *hash = hash_row (row, previous);

      g_string_append_printf (sql, "UPDATE journal SET previous_hash = '%s', hash = '%s' WHERE id = %d;", previous, hash, sqlite3_column_int (row, 0));
      g_set_str (&previous, hash);
    }
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  run (fixture, sql->str);
}

static void
test_journal (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_auto (GStrv) problems = NULL;

  run (fixture, "DROP TRIGGER journal_keeps_words; UPDATE journal SET author = 'Người khác' WHERE id = 3; CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, ''); END");
  assert_problem (fixture, "row 3");
  chain_anew (fixture);
  /* The chain alone proves nothing to its owner; the signed file does. */
  g_assert_true (trinh_store_check (fixture->store, &problems, NULL));
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  assert_problem (fixture, "the journal up to row");
}

static char *
dup_notes (Fixture *fixture)
{
  g_auto (GStrv) problems = NULL;
  g_auto (GStrv) notes = NULL;
  g_autoptr (GError) error = NULL;

  trinh_session_check_store (fixture->session, &problems, &notes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  return g_strjoinv ("\n", notes);
}

/* From the first row on: it is another journal then, which no kept file was made with; the check says so of each. */
static void
test_journal_whole (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autofree char *before = dup_notes (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  run (fixture, "DROP TRIGGER journal_keeps_words; UPDATE journal SET author = 'Người khác' WHERE id = 1; CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, ''); END");
  chain_anew (fixture);
  after = dup_notes (fixture);
  g_test_message ("%s", after);
  g_assert_nonnull (strstr (after, "the journal of another database"));
  g_assert_nonnull (strstr (after, trinh_report_get_id (trinh_work_get_report (work))));
}

/* Written by the command line, which asks no database, and signed elsewhere */
static void
test_no_journal (Fixture *fixture,
                 gconstpointer data)
{
  g_auto (Keys) keys = { 0 };
  g_autoptr (TrinhWork) work = sign_approve (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "signed.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = trinh_session_export_bytes (trinh_work_get_evaluation (work), TRINH_EXPORT_FINAL_PDF, &error);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  keys_set_up (&keys);
  signed_pdf = trinh_session_sign (pdf, trinh_work_get_report (work), keys.signer, &(const TrinhSigningOrder) { TRINH_SIGNING_ROLE_SIGNATORY }, &error);
  g_assert_no_error (error);
  sign_write (file, signed_pdf);
  g_assert_true (trinh_session_take_signed (fixture->session, work, file, &error));
  g_assert_no_error (error);
  notes = dup_notes (fixture);
  g_assert_nonnull (strstr (notes, "names no journal"));
}

/* A figure, with the report's hash made anew as well: the store alone does not see it. */
static void
test_report (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = replace (json, '\"5\"', '\"9\"') WHERE kind = 'value' AND target = 'k1:12'");
  assert_problem (fixture, "it does not say what was signed");
  assert_problem (fixture, "it does not say what the signed PDF says");
}

static void
test_number (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = '\"16\"' WHERE kind = 'member' AND target = 'number'");
  assert_problem (fixture, "its number is not the one that the signed PDF has");
}

/* Another file under the name of the signed one, the row's name changed with it */
static void
test_file (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autoptr (TrinhStep) step = trinh_review_find_last (trinh_work_get_report (work), 1 << TRINH_STEP_ISSUE);
  g_autoptr (GBytes) plain = make_pdf (CAIRO_PDF_VERSION_1_7);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = trinh_store_put_file (fixture->store, "other.pdf", "application/pdf", plain, &error);
  g_autofree char *swap = g_strdup_printf ("UPDATE content SET json = replace (json, '%s', '%s') WHERE kind = 'member' AND target = 'journal'", trinh_step_get_file_sha256 (step), other);
  g_autofree char *remove = g_strdup_printf ("DELETE FROM file WHERE sha256 = '%s'", trinh_step_get_file_sha256 (step));

  run (fixture, swap);
  assert_problem (fixture, "carries no signature");
  run (fixture, remove);
  assert_problem (fixture, "taken away");
}

/* The report's own hash leaves the steps out; the row that wrote them does not. */
static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = replace (json, '\"by\":\"', '\"by\":\"Người khác ') WHERE kind = 'member' AND target = 'journal'");
  assert_problem (fixture, "“journal” is not what the journal says was written last");
}

static void
test_file_unnamed (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = json_remove (json, '$[#-1].file', '$[#-2].file') WHERE kind = 'member' AND target = 'journal'");
  assert_problem (fixture, "none of its steps names");
  assert_problem (fixture, "the signed PDF of the step “Signed” is not kept here");
  assert_problem (fixture, "the signed PDF of the step “Issued” is not kept here");
}

static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autoptr (TrinhWork) draft = fixture_create (fixture, "kiem-thu", "2022-Q1");
  g_autofree char *draft_id = g_strdup (trinh_report_get_id (trinh_work_get_report (draft)));
  g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (work)));
  g_autofree char *problems = NULL;

  g_clear_object (&work);
  g_clear_object (&draft);
  g_assert_true (trinh_store_remove (fixture->store, draft_id, NULL));
  run (fixture, "DELETE FROM report");
  fixture_reopen (fixture);
  assert_problem (fixture, "it was taken away outside the program");
  problems = dup_problems (fixture);
  g_assert_nonnull (strstr (problems, id));
  g_assert_null (strstr (problems, draft_id));
}

static void
test_number_letter (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = '\"15a\"' WHERE kind = 'member' AND target = 'number'");
  assert_problem (fixture, "its number is not the one that the signed PDF has");
}

static void
test_date (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);

  run (fixture, "UPDATE content SET json = '\"2022-06-10\"' WHERE kind = 'member' AND target = 'date'");
  assert_problem (fixture, "its date is not the one that the signed PDF has");
}

static void
test_claim (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = sign_approve (fixture);

  run (fixture, "UPDATE content SET json = '\"signed\"' WHERE kind = 'member' AND target = 'state'");
  assert_problem (fixture, "nobody signed it");
}

/* All that a report shows when it is opened; "" */
static char *
dup_shown (TrinhWork *work)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GPtrArray *problems = trinh_work_get_problems (work);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_string_append_printf (words, "%s\n", ((TrinhProblem *) problems->pdata[i])->words);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What was changed shows where people look: the report opens, says so, and is only read. */
static void
test_opened (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *change;
    const char *words;
  } rows[] = {
    { "UPDATE content SET json = replace (json, '\"5\"', '\"9\"') WHERE kind = 'value' AND target = 'k1:12'", "its content was changed outside" },
    { "UPDATE content SET json = replace (json, '\"5\"', '\"9\"') WHERE kind = 'value' AND target = 'k1:12'", "it does not say what was signed" },
    { "UPDATE content SET json = replace (json, '\"by\":\"', '\"by\":\"Người khác ') WHERE kind = 'member' AND target = 'journal'", "“journal” is not what the journal says" },
    { "UPDATE content SET json = '\"15a\"' WHERE kind = 'member' AND target = 'number'", "“number” is not what the journal says" },
    { "UPDATE report SET state = 'draft'", "what the list of reports says of it was changed" },
    { "UPDATE report SET office_name = 'UBND xã khác'", "what the list of reports says of it was changed" },
    { "DROP TRIGGER file_keeps_bytes; UPDATE file SET bytes = x'00' WHERE media_type = 'application/pdf'", "the signed file that is kept with it was changed" },
    { "DELETE FROM file WHERE media_type = 'application/pdf'", "was taken away" },
  };
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (work)));
  g_autoptr (TrinhWork) sound = trinh_session_open_stored (fixture->session, id, NULL);

  g_assert_null (trinh_work_get_problems (sound));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *change = g_strdup_printf ("SAVEPOINT now; %s", rows[i].change);
      g_autoptr (TrinhWork) opened = NULL;
      g_autoptr (GBytes) exported = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;

      run (fixture, change);
      opened = trinh_session_open_stored (fixture->session, id, &error);
      g_assert_no_error (error);
      shown = dup_shown (opened);
      g_test_message ("%s", shown);
      g_assert_nonnull (strstr (shown, rows[i].words));
      g_assert_cmpstr (((TrinhProblem *) trinh_work_get_problems (opened)->pdata[0])->title, ==, trinh_report_get_title (trinh_work_get_report (opened)));
      g_assert_false (trinh_work_can_step (opened, TRINH_STEP_CORRECT, &error));
      g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
      g_assert_null (trinh_session_begin_correction (fixture->session, opened, "sai", NULL));
      exported = trinh_session_export_bytes (trinh_work_get_evaluation (opened), TRINH_EXPORT_JSON, NULL);
      g_assert_nonnull (exported);
      run (fixture, "ROLLBACK TO now; RELEASE now");
    }
}

static void
test_opened_draft (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (work)));
  g_autoptr (TrinhWork) sound = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("number");
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_work_flush (work, &error));
  sound = trinh_session_open_stored (fixture->session, id, &error);
  g_assert_false (trinh_work_get_read_only (sound));
  run (fixture, "UPDATE content SET json = replace (json, '\"5\"', '\"9\"') WHERE kind = 'value' AND target = 'k1:12'");
  opened = trinh_session_open_stored (fixture->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (opened), ==, TRINH_STATE_DRAFT);
  g_assert_true (trinh_work_get_read_only (opened));
  g_assert_false (trinh_work_can_remark (opened));
  trinh_edit_set_member_string (edit, "number", "15");
  g_assert_false (trinh_work_apply (opened, edit, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_assert_false (trinh_work_do_step (opened, TRINH_STEP_SUBMIT, "", NULL));
}

/* The next edit does not make what was changed the program's own: the check still tells of it, and what was typed stays. */
static void
test_not_washed (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_work_flush (work, &error));
  run (fixture, "UPDATE content SET json = replace (json, '\"5\"', '\"9\"') WHERE kind = 'value' AND target = 'k1:12'");
  fixture_enter (work, "k1:1.1", "4");
  g_assert_false (trinh_work_flush (work, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_DAMAGED);
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_FAILED);
  g_assert_cmpstr (fixture_get_text (work, "k1:1.1"), ==, "4");
  assert_problem (fixture, "“k1:12” is not what the journal says was written last");

  /* Once it is as it was, what was typed goes to disk. */
  run (fixture, "UPDATE content SET json = replace (json, '\"9\"', '\"5\"') WHERE kind = 'value' AND target = 'k1:12'");
  g_clear_error (&error);
  g_assert_true (trinh_work_flush (work, &error));
  g_assert_no_error (error);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
watch (Fixture *fixture)
{
  guint n = 0;
  const gulong handler = g_signal_connect_swapped (fixture->session, "problems-changed", G_CALLBACK (count_cb), &n);

  trinh_session_watch_store (fixture->session);
  trinh_session_watch_store (fixture->session);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (fixture->session, handler);
  g_assert_cmpuint (n, ==, 1);
}

/* In the background, where the same is found as by the command */
static void
test_watched (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  GPtrArray *problems;
  gboolean found = FALSE;

  watch (fixture);
  g_assert_null (trinh_session_get_problems (fixture->session));
  run (fixture, "UPDATE content SET json = '\"16\"' WHERE kind = 'member' AND target = 'number'");
  watch (fixture);
  problems = trinh_session_get_problems (fixture->session);
  g_assert_nonnull (problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const TrinhProblem *problem = problems->pdata[i];

      g_assert_cmpstr (problem->report_id, ==, trinh_report_get_id (trinh_work_get_report (work)));
      g_assert_cmpstr (problem->title, ==, trinh_report_get_title (trinh_work_get_report (work)));
      found = found || strstr (problem->words, "its number is not the one that the signed PDF has") != NULL;
    }
  g_assert_true (found);
  run (fixture, "UPDATE content SET json = '\"15\"' WHERE kind = 'member' AND target = 'number'");
  watch (fixture);
  g_assert_null (trinh_session_get_problems (fixture->session));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/tamper/sound", test_sound);
  ADD ("/tamper/journal", test_journal);
  ADD ("/tamper/journal-whole", test_journal_whole);
  ADD ("/tamper/no-journal", test_no_journal);
  ADD ("/tamper/report", test_report);
  ADD ("/tamper/number", test_number);
  ADD ("/tamper/file", test_file);
  ADD ("/tamper/steps", test_steps);
  ADD ("/tamper/file-unnamed", test_file_unnamed);
  ADD ("/tamper/deleted", test_deleted);
  ADD ("/tamper/number-letter", test_number_letter);
  ADD ("/tamper/date", test_date);
  ADD ("/tamper/claim", test_claim);
  ADD ("/tamper/opened", test_opened);
  ADD ("/tamper/opened-draft", test_opened_draft);
  ADD ("/tamper/not-washed", test_not_washed);
  ADD ("/tamper/watched", test_watched);
#undef ADD

  return g_test_run ();
}
