/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-sign.h"
#include "trinh-work-changes.h"

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
assert_replaces (TrinhWork *correction,
                 TrinhWork *work)
{
  JsonObject *replaces = json_node_get_object (trinh_report_get_member (trinh_work_get_report (correction), "replaces"));
  g_autoptr (GBytes) pdf = sign_load (work);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

  g_assert_cmpstr (json_object_get_string_member (replaces, "id"), ==, trinh_report_get_id (trinh_work_get_report (work)));
  g_assert_cmpstr (json_object_get_string_member (replaces, "number"), ==, "15");
  g_assert_cmpstr (json_object_get_string_member (replaces, "date"), ==, "2022-06-09");
  g_assert_cmpstr (json_object_get_string_member (replaces, "pdf_sha256"), ==, sha256);
}

static void
test_begin (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autofree char *before = review_dup_report (work);
  g_autofree char *after = NULL;
  g_autoptr (TrinhWork) correction = NULL;
  g_autoptr (TrinhWork) second = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  correction = trinh_session_begin_correction (fixture->session, work, "Huyện trả lại: sai số ở chỉ tiêu 12", &error);
  g_assert_no_error (error);
  g_assert_cmpint (review_get_state (correction), ==, TRINH_STATE_DRAFT);
  g_assert_cmpstr (trinh_report_get_id (trinh_work_get_report (correction)), !=, trinh_report_get_id (trinh_work_get_report (work)));
  g_assert_cmpstr (fixture_get_text (correction, "k1:12"), ==, "5");
  g_assert_cmpstr (trinh_report_get_number (trinh_work_get_report (correction)), ==, "");
  g_assert_cmpstr (trinh_report_get_date (trinh_work_get_report (correction)), ==, "");
  assert_replaces (correction, work);
  steps = trinh_review_list_steps (trinh_work_get_report (correction));
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (trinh_step_get_kind (steps->pdata[0]), ==, TRINH_STEP_CORRECT);
  g_assert_cmpstr (trinh_step_get_remark (steps->pdata[0]), ==, "Huyện trả lại: sai số ở chỉ tiêu 12");

  second = trinh_session_begin_correction (fixture->session, work, "Lại nữa", &error);
  g_assert_null (second);
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_CORRECTED);
  g_clear_error (&error);
  after = review_dup_report (work);
  g_assert_cmpstr (before, ==, after);
}

static void
test_compare (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = issue (fixture);
  g_autoptr (TrinhWork) correction = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  correction = trinh_session_begin_correction (fixture->session, work, "Sai số", &error);
  same = trinh_work_list_changes (correction, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->len, ==, 0);
  fixture_enter (correction, "k1:12", "6");
  changes = trinh_work_list_changes (correction, &error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (trinh_merge_item_get_target (changes->pdata[0]), ==, "k1:12");
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) draft = review_create (fixture);
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;
  guint n_reports;

  g_assert_null (trinh_session_begin_correction (fixture->session, draft, "Sai", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (trinh_store_remove (fixture->store, trinh_report_get_id (trinh_work_get_report (draft)), &error));
  work = issue (fixture);
  n_reports = g_list_model_get_n_items (trinh_store_get_entries (fixture->store));
  g_assert_null (trinh_session_begin_correction (fixture->session, work, "  ", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, n_reports);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/correction/begin", Fixture, NULL, fixture_set_up, test_begin, fixture_tear_down);
  g_test_add ("/correction/compare", Fixture, NULL, fixture_set_up, test_compare, fixture_tear_down);
  g_test_add ("/correction/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return g_test_run ();
}
