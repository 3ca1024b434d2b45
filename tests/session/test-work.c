/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static void
set_writable (Fixture *fixture,
              gboolean writable)
{
  g_autoptr (GError) error = NULL;

  trinh_store_run_sql (fixture->store, writable ? "PRAGMA query_only = OFF" : "PRAGMA query_only = ON", &error);
  g_assert_no_error (error);
}

static guint
get_stored_revision (Fixture *fixture,
                     TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) stored = trinh_store_load (fixture->store, trinh_report_get_id (trinh_work_get_report (work)), trinh_session_get_library (fixture->session), &error);

  g_assert_no_error (error);

  return trinh_report_get_revision (stored);
}

static guint
get_saved (TrinhWork *work)
{
  return trinh_report_get_saved_revision (trinh_work_get_report (work));
}

/* What is called saved is on disk: whenever the saved revision moves, the store is asked. */
static void
saved_revision_changed_cb (TrinhReport *report,
                           GParamSpec *pspec,
                           Fixture *fixture)
{
  g_autoptr (TrinhReport) stored = trinh_store_load (fixture->store, trinh_report_get_id (report), trinh_session_get_library (fixture->session), NULL);

  g_assert_nonnull (stored);
  g_assert_cmpuint (trinh_report_get_saved_revision (report), <=, trinh_report_get_revision (stored));
}

static TrinhWork *
create (Fixture *fixture)
{
  TrinhWork *work = fixture_create (fixture, "kiem-thu", "2022-06");

  g_signal_connect (trinh_work_get_report (work), "notify::saved-revision", G_CALLBACK (saved_revision_changed_cb), fixture);

  return work;
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          guint *count)
{
  (*count)++;
}

static void
test_saved (Fixture *fixture,
            gconstpointer data)
{
  TrinhWork *work = create (fixture);
  TrinhReport *report = trinh_work_get_report (work);
  const guint first = trinh_report_get_revision (report);
  guint count = 0;

  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_SAVED);
  g_assert_cmpuint (get_saved (work), ==, first);
  g_signal_connect (work, "notify::saving", G_CALLBACK (count_cb), &count);

  fixture_enter (work, "k1:1.1", "14");
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_PENDING);
  g_assert_cmpuint (get_saved (work), ==, first);
  fixture_wait (work, TRINH_SAVING_SAVED);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (get_saved (work), ==, first + 1);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 1);
  g_assert_true (g_str_has_prefix (trinh_work_get_saving_message (work), "Saved "));

  /* Undo is an edit like others. */
  g_assert_true (trinh_report_undo (report, NULL));
  fixture_wait (work, TRINH_SAVING_SAVED);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 2);
  g_assert_null (fixture_get_text (work, "k1:1.1"));

  g_assert_finalize_object (work);
}

static void
test_failing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = create (fixture);
  const guint first = get_saved (work);

  fixture_enter (work, "k1:1.1", "1");
  fixture_wait (work, TRINH_SAVING_SAVED);

  set_writable (fixture, FALSE);
  fixture_enter (work, "k1:1.1", "2");
  fixture_enter (work, "k1:1.1", "3");
  fixture_wait (work, TRINH_SAVING_FAILED);
  g_assert_true (g_str_has_prefix (trinh_work_get_saving_message (work), "Not saved: "));
  g_assert_nonnull (strstr (trinh_work_get_saving_message (work), fixture->database));

  /* A further edit tries again, and fails again. */
  fixture_enter (work, "k1:1.1", "4");
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_PENDING);
  fixture_wait (work, TRINH_SAVING_FAILED);
  g_assert_cmpuint (get_saved (work), ==, first + 1);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 1);
  g_assert_cmpuint (trinh_report_get_revision (trinh_work_get_report (work)), ==, first + 4);

  /* Nothing was dropped, and it goes in order. */
  set_writable (fixture, TRUE);
  trinh_work_retry (work);
  fixture_wait (work, TRINH_SAVING_SAVED);
  g_assert_cmpuint (get_saved (work), ==, first + 4);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 4);
}

static char *
dup_journal (Fixture *fixture,
             TrinhWork *work,
             const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) rows = trinh_store_list_journal (fixture->store, trinh_report_get_id (trinh_work_get_report (work)), target, 0, &error);

  g_assert_no_error (error);

  return trinh_json_to_line (rows);
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = create (fixture);
  g_autofree char *journal = NULL;
  const char *place;

  set_writable (fixture, FALSE);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("10%u", i);

      fixture_enter (work, "k1:1.1", text);
    }
  fixture_wait (work, TRINH_SAVING_FAILED);
  set_writable (fixture, TRUE);
  trinh_work_retry (work);
  fixture_wait (work, TRINH_SAVING_SAVED);

  /* Newest first */
  journal = dup_journal (fixture, work, "k1:1.1");
  place = journal;
  for (guint i = 5; i >= 1; i--)
    {
      g_autofree char *text = g_strdup_printf ("10%u", i);

      place = strstr (place, text);
      g_assert_nonnull (place);
    }
}

static void
test_flush (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWork) work = create (fixture);
  const guint first = get_saved (work);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      fixture_enter (work, "k1:1.1", text);
    }
  g_assert_true (trinh_work_flush (work, &error));
  g_assert_no_error (error);
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_SAVED);
  g_assert_cmpuint (get_saved (work), ==, first + 3);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 3);
  g_assert_true (trinh_work_flush (work, &error));
}

/* The answer to the save that the flush has overtaken comes while the next one is under way, and is not its answer. */
static void
test_overtaken (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (TrinhWork) work = create (fixture);
  const guint first = get_saved (work);
  g_autoptr (GError) error = NULL;

  fixture_enter (work, "k1:1.1", "1");
  g_assert_true (trinh_work_flush (work, &error));
  set_writable (fixture, FALSE);
  fixture_enter (work, "k1:1.1", "2");
  fixture_wait (work, TRINH_SAVING_FAILED);
  g_assert_cmpuint (get_saved (work), ==, first + 1);

  g_assert_false (trinh_work_flush (work, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpuint (get_saved (work), ==, first + 1);

  set_writable (fixture, TRUE);
  g_assert_true (trinh_work_flush (work, &error));
  g_assert_cmpuint (get_saved (work), ==, first + 2);
  g_assert_cmpuint (get_stored_revision (fixture, work), ==, first + 2);
}

/* Without a store everything stays in memory. */
static void
test_no_store (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_make_report (fixture->session, "kiem-thu", "2022-06", "UBND xã Bình Lãng", &error);
  g_autoptr (TrinhWork) work = trinh_work_new (report, NULL, trinh_session_get_library (fixture->session));

  fixture_enter (work, "k1:1.1", "1");
  trinh_work_retry (work);
  g_assert_true (trinh_work_flush (work, NULL));
  g_assert_cmpstr (fixture_get_text (work, "k1:1.1"), ==, "1");
  g_assert_cmpuint (get_saved (work), ==, 0);
}

static void
test_author (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (JsonNode) settings = json_from_string ("{\"author\":\"Nguyễn Thị Lan\"}", NULL);
  g_autoptr (TrinhWork) work = NULL;
  g_autofree char *journal = NULL;

  g_assert_true (trinh_session_set_office_settings (fixture->session, settings, NULL));
  work = create (fixture);
  fixture_enter (work, "k1:1.1", "1");
  g_assert_true (trinh_work_flush (work, NULL));
  journal = dup_journal (fixture, work, "k1:1.1");
  g_assert_nonnull (strstr (journal, "Nguyễn Thị Lan"));
}

static void
add_report (Fixture *fixture,
            const char *period,
            const char *text)
{
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", period);

  fixture_enter (work, "k1:11", text);
  g_assert_true (trinh_work_flush (work, NULL));
}

/* Twelve of each kind, the report of a year ago among them, however many of another kind there are. */
static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) past = NULL;
  TrinhEvaluation *evaluation;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *quarter = g_strdup_printf ("2021-Q%u", i);

      add_report (fixture, quarter, "1");
    }
  for (guint i = 1; i <= 18; i++)
    {
      g_autofree char *month = g_strdup_printf ("%u-%02u", i <= 12 ? 2021 : 2022, (i - 1) % 12 + 1);
      g_autofree char *text = g_strdup_printf ("%u", i);

      add_report (fixture, month, text);
    }

  work = fixture_create (fixture, "kiem-thu", "2022-07");
  evaluation = trinh_work_get_evaluation (work);
  past = trinh_evaluation_list_past (evaluation, 100);
  g_assert_cmpuint (past->len, ==, 12);
  g_assert_nonnull (trinh_evaluation_get_reach (evaluation, TRINH_REACH_LAST_YEAR));
  g_assert_nonnull (trinh_evaluation_get_reach (evaluation, TRINH_REACH_PREVIOUS));
}

/* Of two reports for one period the one that was changed last counts. */
static void
test_two_of_a_period (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autofree char *previous = NULL;

  add_report (fixture, "2022-05", "1");
  /* The store keeps seconds. */
  g_usleep (1100000);
  add_report (fixture, "2022-05", "2");
  work = create (fixture);
  previous = trinh_work_dup_previous (work, "k1:11");
  g_assert_cmpstr (previous, ==, "2");
}

/* Other offices, later periods and the report itself are not its history. */
static void
test_not_history (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhOffice) other = trinh_office_new_for_name ("UBND xã Đông Sơn");
  g_autoptr (TrinhWork) foreign = NULL;
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GPtrArray) past = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2022-05", &period, NULL));
  foreign = trinh_session_create (fixture->session, "kiem-thu", period, other, NULL);
  g_assert_nonnull (foreign);
  add_report (fixture, "2022-07", "1");
  add_report (fixture, "2022-06", "1");
  work = create (fixture);
  past = trinh_evaluation_list_past (trinh_work_get_evaluation (work), 100);
  g_assert_cmpuint (past->len, ==, 0);
  g_assert_null (trinh_evaluation_get_reach (trinh_work_get_evaluation (work), TRINH_REACH_PREVIOUS));
}

/* Hoà and hòa are one name. */
static void
test_spelling (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhOffice) old = trinh_office_new_for_name ("UBND xã Hoá Quỳ");
  g_autoptr (TrinhOffice) now = trinh_office_new_for_name ("UBND xã Hóa Quỳ");
  g_autoptr (TrinhWork) earlier = NULL;
  g_autoptr (TrinhWork) work = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2022-05", &period, NULL));
  earlier = trinh_session_create (fixture->session, "kiem-thu", period, old, NULL);
  g_assert_true (trinh_period_parse ("2022-06", &period, NULL));
  work = trinh_session_create (fixture->session, "kiem-thu", period, now, NULL);
  g_assert_nonnull (trinh_evaluation_get_reach (trinh_work_get_evaluation (work), TRINH_REACH_PREVIOUS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/work/saved", test_saved);
  ADD ("/work/failing", test_failing);
  ADD ("/work/order", test_order);
  ADD ("/work/flush", test_flush);
  ADD ("/work/overtaken", test_overtaken);
  ADD ("/work/no-store", test_no_store);
  ADD ("/work/author", test_author);
  ADD ("/work/history", test_history);
  ADD ("/work/two-of-a-period", test_two_of_a_period);
  ADD ("/work/not-history", test_not_history);
  ADD ("/work/spelling", test_spelling);
#undef ADD

  return g_test_run ();
}
