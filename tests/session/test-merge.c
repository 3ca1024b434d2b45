/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-review.h"

/* The other machine: a database of its own in the same folder */
static TrinhSession *
open_other (Fixture *fixture)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  g_autofree char *database = g_build_filename (fixture->folder, "other.db", NULL);

  return trinh_session_new (database, (const char *const[]) { data, NULL });
}

static void
add_part (TrinhWork *work)
{
  g_autoptr (TrinhReportPart) part = trinh_report_part_new ("p1", "Biểu k1", (const char *const[]) { "k1", NULL }, NULL, "Tài chính", "2022-05-30");
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("part");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_part (edit, trinh_work_get_report (work), part);
  trinh_work_apply (work, edit, &error);
  g_assert_no_error (error);
}

static TrinhReportPartState
get_state (TrinhWork *work)
{
  g_autoptr (TrinhReportPart) part = trinh_report_part_find (trinh_work_get_report (work), "p1");

  return trinh_report_part_get_state (part, 0);
}

/* The part is filled in elsewhere and comes back in @back. */
static void
fill_elsewhere (Fixture *fixture,
                GFile *sent,
                GFile *back)
{
  g_autoptr (TrinhSession) other = open_other (fixture);
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;

  work = trinh_session_open_copy (other, sent, &merge, &error);
  g_assert_no_error (error);
  g_assert_null (merge);
  g_assert_cmpstr (trinh_report_part_get_own (trinh_work_get_report (work)), ==, "p1");
  fixture_enter (work, "k1:1.1", "15");
  fixture_enter (work, "k1:1.2", "7");
  fixture_enter (work, "k2:1", "3");
  g_assert_true (trinh_work_flush (work, NULL));
  trinh_session_send_back (work, back, &error);
  g_assert_no_error (error);
}

static TrinhMergeItem *
find_item (TrinhMerge *merge,
           const char *target)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      g_autoptr (TrinhMergeItem) item = g_list_model_get_item (G_LIST_MODEL (merge), i);

      if (g_str_equal (trinh_merge_item_get_target (item), target))
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
test_part (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (GFile) sent = fixture_get_file (fixture, "part.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhWork) again = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (TrinhMerge) second = NULL;
  g_autoptr (TrinhMergeItem) conflict = NULL;
  g_autoptr (TrinhMergeItem) outside = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (work, "k1:1.1", "14");
  add_part (work);
  trinh_session_send_part (fixture->session, work, "p1", sent, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (work), ==, TRINH_REPORT_PART_SENT);
  fixture_enter (work, "k1:1.1", "16");
  g_assert_true (trinh_work_flush (work, NULL));
  fill_elsewhere (fixture, sent, back);

  opened = trinh_session_open_copy (fixture->session, back, &merge, &error);
  g_assert_no_error (error);
  g_assert_nonnull (merge);
  g_assert_true (trinh_merge_get_has_base (merge));
  g_assert_cmpstr (fixture_get_text (opened, "k1:1.1"), ==, "16");
  g_assert_cmpuint (trinh_merge_count_conflicts (merge), ==, 1);
  g_assert_cmpuint (trinh_merge_count_outside (merge), ==, 1);
  conflict = find_item (merge, "k1:1.1");
  outside = find_item (merge, "k2:1");
  g_assert_true (trinh_merge_item_get_conflict (conflict));
  g_assert_true (trinh_merge_item_get_outside (outside));
  trinh_merge_item_set_choice (conflict, TRINH_MERGE_THEIRS);
  trinh_session_apply_merge (fixture->session, opened, merge, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get_text (opened, "k1:1.1"), ==, "15");
  g_assert_cmpstr (fixture_get_text (opened, "k1:1.2"), ==, "7");
  g_assert_null (fixture_get_text (opened, "k2:1"));
  g_assert_cmpint (get_state (opened), ==, TRINH_REPORT_PART_RETURNED);
  g_assert_true (trinh_work_flush (opened, NULL));

  /* The same file again brings nothing, also after a restart. */
  again = trinh_session_open_copy (fixture->session, back, &second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  g_assert_true (trinh_merge_get_known (second));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (second)), ==, 0);

  g_assert_true (trinh_report_undo (trinh_work_get_report (opened), NULL));
  g_assert_cmpstr (fixture_get_text (opened, "k1:1.1"), ==, "16");
  g_assert_cmpint (get_state (opened), ==, TRINH_REPORT_PART_SENT);
  g_assert_true (trinh_work_flush (opened, NULL));
}

/* The person goes on and sends again. */
static void
correct_elsewhere (Fixture *fixture,
                   const char *id,
                   GFile *back)
{
  g_autoptr (TrinhSession) other = open_other (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_stored (other, id, &error);

  g_assert_no_error (error);
  fixture_enter (work, "k1:1.2", "8");
  g_assert_true (trinh_work_flush (work, NULL));
  trinh_session_send_back (work, back, &error);
  g_assert_no_error (error);
}

/* What was decided at the first return is not asked again at the second, and what came then counts as known. */
static void
test_second_return (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (GFile) sent = fixture_get_file (fixture, "part.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (GFile) again = fixture_get_file (fixture, "again.trinhky");
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhWork) reopened = NULL;
  g_autoptr (TrinhMerge) first = NULL;
  g_autoptr (TrinhMerge) second = NULL;
  g_autoptr (TrinhMergeItem) conflict = NULL;
  g_autoptr (TrinhMergeItem) fresh = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (work, "k1:1.1", "14");
  add_part (work);
  g_assert_true (trinh_session_send_part (fixture->session, work, "p1", sent, &error));
  fixture_enter (work, "k1:1.1", "16");
  g_assert_true (trinh_work_flush (work, NULL));
  fill_elsewhere (fixture, sent, back);
  opened = trinh_session_open_copy (fixture->session, back, &first, &error);
  g_assert_no_error (error);
  conflict = find_item (first, "k1:1.1");
  trinh_merge_item_set_choice (conflict, TRINH_MERGE_OURS);
  g_assert_true (trinh_session_apply_merge (fixture->session, opened, first, &error));
  g_assert_true (trinh_work_flush (opened, NULL));

  correct_elsewhere (fixture, trinh_report_get_id (trinh_work_get_report (work)), again);
  reopened = trinh_session_open_copy (fixture->session, again, &second, &error);
  g_assert_no_error (error);
  g_assert_true (trinh_merge_get_has_base (second));
  g_assert_cmpuint (trinh_merge_count_conflicts (second), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (second)), ==, 1);
  fresh = find_item (second, "k1:1.2");
  g_assert_nonnull (fresh);
  g_assert_true (trinh_session_apply_merge (fixture->session, reopened, second, &error));
  g_assert_cmpstr (fixture_get_text (reopened, "k1:1.1"), ==, "16");
  g_assert_cmpstr (fixture_get_text (reopened, "k1:1.2"), ==, "8");
  g_assert_true (trinh_work_flush (reopened, NULL));
}

static void
register_document (TrinhWork *work,
                   const char *date)
{
  g_autoptr (TrinhRegisteredDocument) plain = trinh_registered_document_new ("d1");
  g_autoptr (TrinhRegisteredDocument) numbered = trinh_registered_document_with_text (plain, TRINH_DOCUMENT_NUMBER, "59");
  g_autoptr (TrinhRegisteredDocument) document = trinh_registered_document_with_text (numbered, TRINH_DOCUMENT_DATE, date);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, document);
  edit = trinh_document_register_put (trinh_work_get_report (work), documents);
  trinh_work_apply (work, edit, &error);
  g_assert_no_error (error);
}

/* Another corrects the document's date, and nothing else. */
static void
correct_document (Fixture *fixture,
                  GFile *sent,
                  GFile *back)
{
  g_autoptr (TrinhSession) other = open_other (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_file (other, sent, &error);

  g_assert_no_error (error);
  register_document (work, "2022-01-28");
  g_assert_true (trinh_work_flush (work, NULL));
  trinh_session_send_back (work, back, &error);
  g_assert_no_error (error);
}

/* The state that left is nearer to both than the step before it. */
static void
test_step_before (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhWork) work = review_create (fixture);
  g_autoptr (GFile) sent = fixture_get_file (fixture, "part.trinhky");
  g_autoptr (GFile) back = fixture_get_file (fixture, "back.trinhky");
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (TrinhRegisteredDocument) document = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;

  review_do (work, TRINH_STEP_SUBMIT, "");
  review_do (work, TRINH_STEP_RETURN, "Xem lại");
  fixture_enter (work, "k1:12", "7");
  register_document (work, "2021-12-28");
  add_part (work);
  g_assert_true (trinh_session_send_part (fixture->session, work, "p1", sent, &error));
  fixture_enter (work, "k1:12", "5");
  g_assert_true (trinh_work_flush (work, NULL));
  correct_document (fixture, sent, back);

  opened = trinh_session_open_copy (fixture->session, back, &merge, &error);
  g_assert_no_error (error);
  g_assert_nonnull (merge);
  g_assert_cmpuint (trinh_merge_count_conflicts (merge), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (merge)), ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      g_autoptr (TrinhMergeItem) item = g_list_model_get_item (G_LIST_MODEL (merge), i);

      trinh_merge_item_set_choice (item, TRINH_MERGE_THEIRS);
    }
  trinh_session_apply_merge (fixture->session, opened, merge, &error);
  g_assert_no_error (error);
  documents = trinh_document_register_list (trinh_work_get_report (opened));
  document = trinh_document_register_find (trinh_work_get_report (opened), "d1");
  parts = trinh_report_part_list (trinh_work_get_report (opened));
  g_assert_cmpstr (fixture_get_text (opened, "k1:12"), ==, "5");
  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (trinh_registered_document_get_text (document, TRINH_DOCUMENT_DATE), ==, "2022-01-28");
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_true (trinh_work_flush (opened, NULL));
}

/* What could not be written does not count as sent. */
static void
test_unwritable (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (GFile) target = fixture_get_file (fixture, "absent/part.trinhky");
  g_autoptr (GError) error = NULL;

  add_part (work);
  g_assert_false (trinh_session_send_part (fixture->session, work, "p1", target, &error));
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE);
  g_assert_cmpint (get_state (work), ==, TRINH_REPORT_PART_OPEN);
  g_clear_error (&error);
  g_assert_false (trinh_session_send_part (fixture->session, work, "p9", target, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

/* Two copies that nobody kept the common state of: nothing is replaced. */
static void
test_diverged (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-H1");
  g_autoptr (TrinhReport) copy = trinh_report_snapshot (trinh_work_get_report (work));
  g_autoptr (GFile) file = fixture_get_file (fixture, "copy.trinhky");
  g_autoptr (TrinhValue) value = trinh_value_new ("20");
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("value", "k1:1.1", value);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (TrinhWork) opened = NULL;
  g_autoptr (GError) error = NULL;

  trinh_report_apply (copy, edit, &error);
  g_assert_no_error (error);
  bytes = trinh_report_to_bytes (copy);
  trinh_session_write_file (file, bytes, &error);
  g_assert_no_error (error);
  fixture_enter (work, "k1:1.1", "14");
  g_assert_true (trinh_work_flush (work, NULL));

  opened = trinh_session_open_copy (fixture->session, file, &merge, &error);
  g_assert_no_error (error);
  g_assert_false (trinh_merge_get_has_base (merge));
  g_assert_cmpuint (trinh_merge_count_open (merge), ==, 1);
  g_assert_cmpstr (fixture_get_text (opened, "k1:1.1"), ==, "14");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add ("/session/merge/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("part", test_part);
  ADD ("second-return", test_second_return);
  ADD ("step-before", test_step_before);
  ADD ("unwritable", test_unwritable);
  ADD ("diverged", test_diverged);
#undef ADD

  return g_test_run ();
}
