/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The due-board on fixed days: the regime "tan-ky-2023" has Q1, H1, Q3 and the year, due on the 28th. */

#include "config.h"

#include "fixture.h"
#include "trinh-board.h"
#include "trinh-session-private.h"

#define REGIME "tan-ky-2023"

static guint32
day (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));

  return julian;
}

static TrinhPeriod
period (const char *text)
{
  TrinhPeriod parsed;

  g_assert_true (trinh_period_parse (text, &parsed, NULL));

  return parsed;
}

static TrinhOffice *
make_office (void)
{
  return trinh_office_new_for_name ("UBND xã Bình Lãng");
}

static void
expect_from (Fixture *fixture,
             const char *from)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (fixture->session);
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (GError) error = NULL;

  trinh_board_settings_set_from (settings, office, REGIME, from != NULL ? day (from) : 0);
  g_assert_true (trinh_session_set_board_settings (fixture->session, settings, &error));
  g_assert_no_error (error);
}

static TrinhBoard *
make_board (Fixture *fixture,
            const char *today,
            guint year)
{
  TrinhBoard *board = trinh_board_new (fixture->session, day (today));

  trinh_board_complete (board);
  trinh_board_set_year (board, year);

  return board;
}

/* "2023-Q1 overdue not-begun -3; …" */
static char *
describe (TrinhBoard *board)
{
  GString *text = g_string_new (NULL);

  trinh_board_update (board);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (board), i);
      g_autofree char *name = trinh_period_to_string (trinh_board_item_get_period (item));

      g_string_append_printf (text, "%s %s %s %d; ", name, trinh_due_to_nick (trinh_board_item_get_due (item)), trinh_board_state_to_nick (trinh_board_item_get_state (item)), trinh_board_item_get_days_left (item));
    }

  return g_string_free_and_steal (text);
}

static void
assert_board (TrinhBoard *board,
              const char *expected)
{
  g_autofree char *found = describe (board);

  g_assert_cmpstr (found, ==, expected);
}

/* Step by step, as a report goes; @state: (nullable): as it is */
static void
bring_to (TrinhReport *report,
          const char *state)
{
  while (state != NULL && !g_str_equal (trinh_report_state_to_nick (trinh_report_get_state (report)), state))
    {
      static const char *const next[] = { "submitted", "approved", NULL, "signed", "issued", NULL };
      const TrinhReportState now = trinh_report_get_state (report);
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
      g_autoptr (GError) error = NULL;

      trinh_edit_set_member_string (edit, "state", now == TRINH_STATE_SUBMITTED && g_str_equal (state, "returned") ? "returned" : next[now]);
      trinh_report_apply (report, edit, &error);
      g_assert_no_error (error);
    }
}

static void
add_report (Fixture *fixture,
            const char *name,
            const char *state)
{
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (fixture->session), REGIME, NULL);
  g_autoptr (TrinhReport) report = trinh_report_new (regime, period (name), office);
  g_autoptr (GError) error = NULL;

  bring_to (report, state);
  g_assert_true (trinh_store_import (fixture->store, report, NULL, &error));
  g_assert_no_error (error);
}

static const struct
{
  const char *from;
  const char *today;
  guint year;
  const char *expected;
} years[] = {
  /* nothing is expected of an office that chose nothing */
  { NULL, "2023-03-01", 2023, "" },
  /* the day itself is not overdue, the day after is; soon is within 14 days */
  { "2023-01-01", "2023-02-28", 2023, "2023-Q1 soon not-begun 0; 2023-H1 later not-begun 89; 2023-Q3 later not-begun 181; 2023 later not-begun 273; " },
  { "2023-01-01", "2023-03-01", 2023, "2023-Q1 overdue not-begun -1; 2023-H1 later not-begun 88; 2023-Q3 later not-begun 180; 2023 later not-begun 272; " },
  { "2023-01-01", "2023-05-14", 2023, "2023-Q1 overdue not-begun -75; 2023-H1 soon not-begun 14; 2023-Q3 later not-begun 106; 2023 later not-begun 198; " },
  { "2023-01-01", "2023-05-13", 2023, "2023-Q1 overdue not-begun -74; 2023-H1 later not-begun 15; 2023-Q3 later not-begun 107; 2023 later not-begun 199; " },
  /* from a day on: periods that end on it or later */
  { "2023-06-30", "2023-02-28", 2023, "2023-H1 later not-begun 89; 2023-Q3 later not-begun 181; 2023 later not-begun 273; " },
  { "2023-07-01", "2023-02-28", 2023, "2023-Q3 later not-begun 181; 2023 later not-begun 273; " },
  /* what was overdue in earlier years stays; the regime ends on 30/6/2025 */
  { "2023-07-01", "2024-03-01", 2024, "2023-Q3 overdue not-begun -186; 2023 overdue not-begun -94; 2024-Q1 overdue not-begun -2; 2024-H1 later not-begun 88; 2024-Q3 later not-begun 180; 2024 later not-begun 272; " },
  /* a year that is past: its own, and all that is overdue */
  { "2023-12-01", "2024-03-01", 2022, "2023 overdue not-begun -94; 2024-Q1 overdue not-begun -2; " },
  { "2025-01-01", "2026-11-29", 2026, "2025-Q1 overdue not-begun -639; 2025-H1 overdue not-begun -550; 2025 overdue not-begun -366; " },
};

static void
test_years (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (TrinhBoard) board = NULL;

      expect_from (fixture, years[i].from);
      board = make_board (fixture, years[i].today, years[i].year);
      assert_board (board, years[i].expected);
    }
}

/* Until it is complete, the board reads no regime: what is stored alone. */
static void
test_incomplete (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhBoard) board = NULL;

  expect_from (fixture, "2023-01-01");
  add_report (fixture, "2023-Q1", NULL);
  board = trinh_board_new (fixture->session, day ("2023-03-02"));
  trinh_board_set_year (board, 2023);
  assert_board (board, "2023-Q1 overdue in-progress -2; ");
  trinh_board_complete (board);
  assert_board (board, "2023-Q1 overdue in-progress -2; 2023-H1 later not-begun 87; 2023-Q3 later not-begun 179; 2023 later not-begun 271; ");
}

static const struct
{
  const char *state;
  const char *expected;
} states[] = {
  { NULL, "2023-Q1 overdue in-progress -3; " },
  { "submitted", "2023-Q1 overdue submitted -3; " },
  { "returned", "2023-Q1 overdue returned -3; " },
  { "approved", "2023-Q1 overdue approved -3; " },
  { "signed", "2023-Q1 done signed -3; " },
  { "issued", "2023-Q1 done sent -3; " },
};

static void
test_states (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (TrinhBoard) board = NULL;
      g_autoptr (TrinhStoreEntry) entry = NULL;

      add_report (fixture, "2023-Q1", states[i].state);
      board = make_board (fixture, "2023-03-03", 2023);
      assert_board (board, states[i].expected);
      entry = g_list_model_get_item (trinh_store_get_entries (fixture->store), 0);
      g_assert_true (trinh_store_remove (fixture->store, trinh_store_entry_get_id (entry), NULL));
    }
}

/* What is done leaves another year's board, what is not done does not. */
static void
test_other_year (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhBoard) board = NULL;

  add_report (fixture, "2023-Q1", "issued");
  add_report (fixture, "2023-H1", NULL);
  board = make_board (fixture, "2024-01-02", 2024);
  assert_board (board, "2023-H1 overdue in-progress -219; ");
  trinh_board_set_year (board, 2023);
  assert_board (board, "2023-H1 overdue in-progress -219; 2023-Q1 done sent -308; ");
  trinh_board_set_year (board, 0);
  assert_board (board, "2023-H1 overdue in-progress -219; 2023-Q1 done sent -308; ");
}

static void
test_terms (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (TrinhBoardItem) item = NULL;
  g_autoptr (GError) error = NULL;
  TrinhBoardTerm term = { .data_to = day ("2023-03-05"), .deadline = day ("2023-03-10"), .note = "Công văn 12" };

  expect_from (fixture, "2023-01-01");
  board = make_board (fixture, "2023-03-03", 2023);
  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period ("2023-Q1"), &term, &error));
  g_assert_no_error (error);
  assert_board (board, "2023-Q1 soon not-begun 7; 2023-H1 later not-begun 86; 2023-Q3 later not-begun 178; 2023 later not-begun 270; ");
  item = trinh_board_find (board, office, REGIME, period ("2023-Q1"));
  g_assert_true (trinh_board_item_get_moved (item));
  g_assert_cmpuint (trinh_board_item_get_data_to (item), ==, term.data_to);
  g_assert_cmpuint (trinh_board_item_get_usual_deadline (item), ==, day ("2023-02-28"));
  g_assert_cmpstr (trinh_board_item_get_note (item), ==, "Công văn 12");

  /* taken back */
  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period ("2023-Q1"), &(TrinhBoardTerm) { 0 }, &error));
  assert_board (board, "2023-Q1 overdue not-begun -3; 2023-H1 later not-begun 86; 2023-Q3 later not-begun 178; 2023 later not-begun 270; ");

  /* not required, with a reason that stays */
  term = (TrinhBoardTerm) { .reason = "Mới nhập xã" };
  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period ("2023-Q1"), &term, &error));
  fixture_reopen (fixture);
  g_clear_object (&board);
  g_clear_object (&item);
  board = make_board (fixture, "2023-03-03", 2023);
  assert_board (board, "2023-H1 later not-begun 86; 2023-Q3 later not-begun 178; 2023 later not-begun 270; 2023-Q1 done not-required -3; ");
  item = trinh_board_find (board, office, REGIME, period ("2023-Q1"));
  g_assert_cmpstr (trinh_board_item_get_reason (item), ==, "Mới nhập xã");
}

/* The report that is begun later takes the cut-off; one that is there gets it as an edit. */
static void
test_cut_off (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhReport) again = NULL;
  g_autoptr (GError) error = NULL;
  TrinhBoardTerm term = { .data_to = day ("2023-03-05") };

  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period ("2023-Q1"), &term, &error));
  work = trinh_session_create (fixture->session, REGIME, period ("2023-Q1"), office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_report_get_data_to (trinh_work_get_report (work)), ==, term.data_to);

  term.data_to = day ("2023-03-07");
  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period ("2023-Q1"), &term, &error));
  g_assert_no_error (error);
  again = trinh_store_load (fixture->store, trinh_report_get_id (trinh_work_get_report (work)), trinh_session_get_library (fixture->session), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trinh_report_get_data_to (again), ==, term.data_to);
}

/* The office goes on with the regime of a new report; an old report asks for nothing old. */
static void
test_expect (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *period;
    const char *today;
    const char *from;
  } reports[] = {
    { "2023-H1", "2023-05-02", "2023-06-30" },
    { "2023-Q1", "2023-12-31", "2023-03-31" },
    { "2023-Q1", "2024-01-01", "2024-01-01" },
    { "2023-Q1", "2026-11-29", "2026-11-29" },
  };
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (fixture->session), REGIME, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (TrinhReport) report = trinh_report_new (regime, period (reports[i].period), office);
      g_autoptr (TrinhBoardSettings) settings = NULL;
      g_autofree char *from = NULL;

      expect_from (fixture, NULL);
      g_assert_true (_trinh_session_expect (fixture->session, report, day (reports[i].today), NULL));
      /* and once it is so, it stays */
      g_assert_true (_trinh_session_expect (fixture->session, report, day ("2030-01-01"), NULL));
      settings = trinh_session_get_board_settings (fixture->session);
      from = trinh_date_to_string (trinh_board_settings_get_from (settings, office, REGIME));
      g_assert_cmpstr (from, ==, reports[i].from);
    }
}

static TrinhReport *
make_correction (Fixture *fixture,
                 TrinhReport *report,
                 const char *state)
{
  TrinhReport *correction = trinh_report_new (trinh_report_get_regime (report), trinh_report_get_period (report), trinh_report_get_office (report));
  g_autofree char *replaces = g_strdup_printf ("{\"id\":\"%s\",\"number\":\"\",\"date\":null,\"pdf_sha256\":\"\"}", trinh_report_get_id (report));
  g_autoptr (JsonNode) node = json_from_string (replaces, NULL);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member (edit, "replaces", node);
  g_assert_true (trinh_report_apply (correction, edit, &error));
  g_assert_no_error (error);
  bring_to (correction, state);
  g_assert_true (trinh_store_import (fixture->store, correction, NULL, &error));
  g_assert_no_error (error);

  return correction;
}

static TrinhReport *
load_first (Fixture *fixture)
{
  g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (trinh_store_get_entries (fixture->store), 0);

  return trinh_store_load (fixture->store, trinh_store_entry_get_id (entry), trinh_session_get_library (fixture->session), NULL);
}

/* A correction belongs to what it replaces: one row, that stays done while the correction is written. */
static void
test_corrections (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (TrinhReport) first = NULL;
  g_autoptr (TrinhReport) second = NULL;
  g_autoptr (TrinhReport) third = NULL;
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (TrinhBoardItem) item = NULL;

  add_report (fixture, "2023-Q1", "issued");
  first = load_first (fixture);
  second = make_correction (fixture, first, NULL);
  board = make_board (fixture, "2023-03-03", 2023);
  assert_board (board, "2023-Q1 done sent -3; ");
  item = g_list_model_get_item (G_LIST_MODEL (board), 0);
  g_assert_true (trinh_board_item_get_correcting (item));
  g_assert_cmpuint (trinh_board_item_get_n_corrections (item), ==, 1);
  g_assert_cmpstr (trinh_store_entry_get_id (trinh_board_item_get_entry (item)), ==, trinh_report_get_id (second));

  g_assert_true (trinh_store_remove (fixture->store, trinh_report_get_id (second), NULL));
  g_clear_object (&second);
  second = make_correction (fixture, first, "signed");
  third = make_correction (fixture, second, "signed");
  assert_board (board, "2023-Q1 done signed -3; ");
  g_clear_object (&item);
  item = g_list_model_get_item (G_LIST_MODEL (board), 0);
  g_assert_false (trinh_board_item_get_correcting (item));
  g_assert_cmpuint (trinh_board_item_get_n_corrections (item), ==, 2);
  g_assert_cmpstr (trinh_store_entry_get_id (trinh_board_item_get_entry (item)), ==, trinh_report_get_id (third));
}

/* Estimates of what was sent are told of once the period has closed, those of a draft are its findings. */
static void
test_estimates (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *state;
    const char *today;
    guint n;
  } cases[] = {
    { NULL, "2022-07-01", 0 },
    { "submitted", "2022-06-14", 0 },
    { "submitted", "2022-06-15", 1 },
    { "issued", "2022-06-14", 0 },
    { "issued", "2022-06-15", 1 },
  };
  g_autoptr (TrinhWork) work = fixture_create (fixture, "bieu-mau-2022", "2022-H1");
  TrinhReport *report = trinh_work_get_report (work);

  fixture_enter (work, "bm1:1", "21");
  fixture_enter (work, "bm1:2.1", "33");
  g_assert_true (trinh_work_enter_estimate (work, "bm1:1", TRUE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhBoard) board = NULL;
      g_autoptr (TrinhBoardItem) item = NULL;

      bring_to (report, cases[i].state);
      g_assert_true (trinh_work_flush (work, NULL));
      /* The store's list hears of it with the answer. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      board = make_board (fixture, cases[i].today, 2022);
      item = trinh_board_find (board, trinh_report_get_office (report), "bieu-mau-2022", trinh_report_get_period (report));
      g_assert_cmpuint (trinh_board_item_get_n_estimates (item), ==, cases[i].n);
    }
}

/* The days before the deadline, the day itself, every day after; once each day; nothing of what is done. */
static void
test_reminders (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *today;
    guint days;
    guint n;
  } cases[] = {
    { "2023-02-24", 3, 0 },
    { "2023-02-25", 3, 1 },
    { "2023-02-28", 3, 1 },
    { "2023-03-01", 3, 1 },
    { "2023-02-27", 1, 1 },
    { "2023-02-26", 1, 0 },
    { "2023-03-01", 0, 0 },
    { "2023-06-01", 3, 2 },
  };
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) done = NULL;

  expect_from (fixture, "2023-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhBoard) that_day = make_board (fixture, cases[i].today, 2023);
      g_autoptr (GPtrArray) reminders = trinh_board_list_reminders (that_day, day (cases[i].today), cases[i].days, NULL);

      g_assert_cmpuint (reminders->len, ==, cases[i].n);
    }

  board = make_board (fixture, "2023-06-01", 2023);
  told = trinh_board_list_reminders (board, day ("2023-06-01"), 3, NULL);
  again = trinh_board_list_reminders (board, day ("2023-06-01"), 3, (const char *const[]) { trinh_board_item_get_key (told->pdata[0]), NULL });
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_true (again->pdata[0] == told->pdata[1]);
  add_report (fixture, "2023-Q1", "signed");
  add_report (fixture, "2023-H1", "issued");
  trinh_board_update (board);
  done = trinh_board_list_reminders (board, day ("2023-06-01"), 3, NULL);
  g_assert_cmpuint (done->len, ==, 0);
}

/* Of other offices' reports, opened to look at them, nobody is reminded. */
static void
test_not_mine (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (JsonNode) settings = json_from_string ("{\"office\":{\"name\":\"UBND xã Bình Lãng\"}}", NULL);

  add_report (fixture, "2023-Q1", NULL);
  board = make_board (fixture, "2023-03-03", 2023);
  none = trinh_board_list_reminders (board, day ("2023-03-03"), 3, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (trinh_session_set_office_settings (fixture->session, settings, NULL));
  trinh_board_update (board);
  one = trinh_board_list_reminders (board, day ("2023-03-03"), 3, NULL);
  g_assert_cmpuint (one->len, ==, 1);
}

/* A row that shows the same stays where it is; a store that changes is followed in an idle moment. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (TrinhBoardItem) before = NULL;
  g_autoptr (TrinhBoardItem) after = NULL;

  expect_from (fixture, "2023-01-01");
  board = make_board (fixture, "2023-03-03", 2023);
  before = g_list_model_get_item (G_LIST_MODEL (board), 3);
  add_report (fixture, "2023-H1", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  after = g_list_model_get_item (G_LIST_MODEL (board), 3);
  g_assert_true (before == after);
  assert_board (board, "2023-Q1 overdue not-begun -3; 2023-H1 later in-progress 86; 2023-Q3 later not-begun 178; 2023 later not-begun 270; ");
}

static void
test_offices (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhOffice) other = trinh_office_new_for_name ("UBND xã Đông Sơn");
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhBoard) board = NULL;
  g_autoptr (GPtrArray) offices = NULL;
  g_autoptr (GArray) list = NULL;

  expect_from (fixture, "2023-01-01");
  work = trinh_session_create (fixture->session, "bieu-mau-2022", period ("2022-H1"), other, NULL);
  board = make_board (fixture, "2023-03-03", 2023);
  offices = trinh_board_list_offices (board);
  g_assert_cmpuint (offices->len, ==, 2);
  g_assert_cmpstr (trinh_office_get_name (offices->pdata[0]), ==, "UBND xã Bình Lãng");
  trinh_board_set_office (board, offices->pdata[0]);
  assert_board (board, "2023-Q1 overdue not-begun -3; 2023-H1 later not-begun 86; 2023-Q3 later not-begun 178; 2023 later not-begun 270; ");
  list = trinh_board_list_years (board);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (g_array_index (list, guint, 0), ==, 2023);
}

/* Deadline of an open report: its evaluation asks after estimates by the day that was given. */
static void
test_deadline (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhOffice) office = make_office ();
  g_autoptr (TrinhWork) work = trinh_session_create (fixture->session, REGIME, period ("2023-Q1"), office, NULL);
  g_autofree char *note = NULL;
  guint n = 0;

  g_signal_connect_swapped (work, "deadline-changed", G_CALLBACK (g_atomic_int_inc), &n);
  g_assert_cmpuint (trinh_work_get_deadline (work, NULL), ==, day ("2023-02-28"));
  g_assert_true (trinh_work_set_deadline (work, day ("2023-03-10"), "Điện thoại", NULL));
  g_assert_cmpuint (trinh_work_get_deadline (work, &note), ==, day ("2023-03-10"));
  g_assert_cmpstr (note, ==, "Điện thoại");
  g_assert_true (trinh_work_set_deadline (work, 0, NULL, NULL));
  g_assert_cmpuint (trinh_work_get_deadline (work, NULL), ==, day ("2023-02-28"));
  g_assert_cmpuint (n, ==, 2);
}

/* Terms that could not be read are not written over by those that are set now. */
static void
test_unread (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhOffice) office = trinh_office_new ("UBND xã Tân Kỳ", "", NULL, NULL, NULL, NULL);
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (fixture->session);
  g_autoptr (TrinhBoardSettings) unread = NULL;
  g_autoptr (TrinhBoardSettings) after = NULL;
  g_autoptr (GError) error = NULL;

  trinh_board_settings_set_from (settings, office, REGIME, day ("2023-01-01"));
  g_assert_true (trinh_session_set_board_settings (fixture->session, settings, &error));
  g_assert_true (trinh_store_run_sql (fixture->store, "ALTER TABLE setting RENAME TO away", &error));
  g_test_expect_message ("trinh-session", G_LOG_LEVEL_WARNING, "*board*");
  unread = trinh_session_get_board_settings (fixture->session);
  g_test_assert_expected_messages ();
  g_assert_true (trinh_store_run_sql (fixture->store, "ALTER TABLE away RENAME TO setting", &error));
  trinh_board_settings_set_from (unread, office, REGIME, day ("2023-02-01"));
  g_assert_false (trinh_session_set_board_settings (fixture->session, unread, &error));
  g_assert_nonnull (error);
  after = trinh_session_get_board_settings (fixture->session);
  g_assert_cmpuint (trinh_board_settings_get_from (after, office, REGIME), ==, day ("2023-01-01"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add ("/board/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("years", test_years);
  ADD ("incomplete", test_incomplete);
  ADD ("states", test_states);
  ADD ("other-year", test_other_year);
  ADD ("terms", test_terms);
  ADD ("cut-off", test_cut_off);
  ADD ("expect", test_expect);
  ADD ("corrections", test_corrections);
  ADD ("estimates", test_estimates);
  ADD ("reminders", test_reminders);
  ADD ("not-mine", test_not_mine);
  ADD ("follows", test_follows);
  ADD ("offices", test_offices);
  ADD ("deadline", test_deadline);
  ADD ("unread", test_unread);

  return g_test_run ();
}
