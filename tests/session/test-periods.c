/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Shorter periods, the last report and the offices before a merger, out of the store. */

#include "config.h"

#include "fixture.h"

static TrinhWork *
create_for (Fixture *fixture,
            const char *office_json,
            const char *period)
{
  g_autoptr (JsonNode) node = json_from_string (office_json, NULL);
  g_autoptr (TrinhOffice) office = trinh_office_from_json (node, NULL);
  g_autoptr (GError) error = NULL;
  TrinhPeriod parsed;
  TrinhWork *work;

  g_assert_true (trinh_period_parse (period, &parsed, NULL));
  work = trinh_session_create (fixture->session, "kiem-thu", parsed, office, &error);
  g_assert_no_error (error);

  return work;
}

static void
add_report (Fixture *fixture,
            const char *office_json,
            const char *period,
            const char *address,
            const char *text)
{
  g_autoptr (TrinhWork) work = create_for (fixture, office_json, period);

  fixture_enter (work, address, text);
  g_assert_true (trinh_work_flush (work, NULL));
}

#define OWN "{\"name\":\"UBND xã Bình Lãng\"}"

static void
test_take (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;
  TrinhForm *form;
  TrinhReport *report;

  add_report (fixture, OWN, "2022-Q1", "k1:1.1", "3");
  add_report (fixture, OWN, "2022-Q2", "k1:1.1", "5");
  work = create_for (fixture, OWN, "2022-H1");
  report = trinh_work_get_report (work);
  form = trinh_regime_find_form (trinh_report_get_regime (report), "k1");
  all = trinh_work_list_proposals (work, form);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (trinh_work_take_proposals (work, all, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get_text (work, "k1:1.1"), ==, "8");
  g_assert_cmpint (trinh_value_get_origin (trinh_report_get_value (report, "k1:1.1")), ==, TRINH_ORIGIN_IMPORTED);
  rest = trinh_work_list_proposals (work, NULL);
  g_assert_cmpuint (rest->len, ==, 0);
  g_assert_true (trinh_report_undo (report, NULL));
  g_assert_null (fixture_get_text (work, "k1:1.1"));
}

/* What has gaps, is filled, explained, or another form's is not offered. */
static void
test_not_offered (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) explained = NULL;

  add_report (fixture, OWN, "2022-Q1", "k1:1.1", "3");
  work = create_for (fixture, OWN, "2022-H1");
  gaps = trinh_work_list_proposals (work, NULL);
  g_assert_cmpuint (gaps->len, ==, 0);
  g_assert_cmpuint (trinh_work_take_proposals (work, gaps, NULL), ==, 0);
  g_clear_object (&work);

  add_report (fixture, OWN, "2022-Q2", "k1:1.1", "5");
  work = create_for (fixture, OWN, "2022-H1");
  other = trinh_work_list_proposals (work, trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (work)), "k2"));
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_true (trinh_work_enter_blank (work, "k1:1.1", TRINH_BLANK_NOT_AVAILABLE, NULL));
  explained = trinh_work_list_proposals (work, NULL);
  g_assert_cmpuint (explained->len, ==, 0);
}

/* A sum with an estimate in it is one. */
static void
test_estimate (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhWork) quarter = create_for (fixture, OWN, "2022-Q2");
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_work_enter_estimate (quarter, "k1:1.1", TRUE, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  g_clear_error (&error);
  fixture_enter (quarter, "k1:1.1", "5");
  g_assert_true (trinh_work_enter_estimate (quarter, "k1:1.1", TRUE, &error));
  g_assert_true (trinh_work_enter_estimate (quarter, "k1:1.1", TRUE, &error));
  g_assert_true (trinh_work_flush (quarter, NULL));
  add_report (fixture, OWN, "2022-Q1", "k1:1.1", "3");

  work = create_for (fixture, OWN, "2022-H1");
  proposals = trinh_work_list_proposals (work, NULL);
  g_assert_cmpuint (trinh_work_take_proposals (work, proposals, NULL), ==, 1);
  g_assert_true (trinh_value_get_estimate (trinh_report_get_value (trinh_work_get_report (work), "k1:1.1")));
  g_assert_true (trinh_work_enter_estimate (work, "k1:1.1", FALSE, &error));
  g_assert_false (trinh_value_get_estimate (trinh_report_get_value (trinh_work_get_report (work), "k1:1.1")));
  g_assert_true (trinh_report_undo (trinh_work_get_report (work), NULL));
  g_assert_true (trinh_value_get_estimate (trinh_report_get_value (trinh_work_get_report (work), "k1:1.1")));
}

static void
test_merged (Fixture *fixture,
             gconstpointer data)
{
  static const char *const merged = "{\"name\":\"UBND xã Tứ Kỳ Mới\",\"predecessors\":[\"UBND xã Bình Lãng\",{\"name\":\"UBND xã Bút Sơn\",\"code\":\"2\"}]}";
  g_autoptr (TrinhWork) work = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *change = NULL;

  add_report (fixture, OWN, "2021-H2", "k1:1.1", "3");
  add_report (fixture, "{\"name\":\"UBND xã Bút Sơn cũ\",\"code\":\"2\"}", "2021-H2", "k1:1.1", "5");
  work = create_for (fixture, merged, "2022-H1");
  previous = trinh_work_dup_previous (work, "k1:1.1");
  g_assert_cmpstr (previous, ==, "8");
  fixture_enter (work, "k1:1.1", "10");
  change = trinh_work_dup_change (work, "k1:1.1");
  g_assert_cmpstr (change, ==, "+2");
}

/* The latest before the period, of the same regime and office. */
static void
test_last (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhStoreEntry) none = NULL;
  g_autoptr (TrinhStoreEntry) entry = NULL;
  g_autoptr (TrinhReport) last = NULL;
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhWork) later = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *period_text = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  none = trinh_session_find_last (fixture->session, "kiem-thu", period, office);
  g_assert_null (none);
  add_report (fixture, OWN, "2021-H1", "k1:1.1", "1");
  add_report (fixture, OWN, "2021-H2", "k1:1.1", "2");
  add_report (fixture, OWN, "2022-H2", "k1:1.1", "3");
  add_report (fixture, "{\"name\":\"UBND xã Đông Sơn\"}", "2022-Q1", "k1:1.1", "4");
  entry = trinh_session_find_last (fixture->session, "kiem-thu", period, office);
  g_assert_nonnull (entry);
  period_text = trinh_period_to_string (trinh_store_entry_get_period (entry));
  g_assert_cmpstr (period_text, ==, "2021-H2");

  last = trinh_store_load (fixture->store, trinh_store_entry_get_id (entry), trinh_session_get_library (fixture->session), &error);
  work = trinh_session_create_from (fixture->session, "kiem-thu", period, office, last, &error);
  g_assert_no_error (error);
  g_assert_null (fixture_get_text (work, "k1:1.1"));
  g_assert_true (trinh_period_parse ("2021-H1", &period, NULL));
  later = trinh_session_create_from (fixture->session, "kiem-thu", period, office, last, &error);
  g_assert_null (later);
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_RANGE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/periods/take", test_take);
  ADD ("/periods/not-offered", test_not_offered);
  ADD ("/periods/estimate", test_estimate);
  ADD ("/periods/merged", test_merged);
  ADD ("/periods/last", test_last);

  return g_test_run ();
}
