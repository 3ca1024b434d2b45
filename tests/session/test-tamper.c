/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a foreign hand does to the database, the chain made anew behind it where it knows how. */

#include "config.h"

#include <sqlite3.h>

#include "helper-sign.h"

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
#undef ADD

  return g_test_run ();
}
