/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_sample (fixture->session, &error);
  g_autoptr (TrinhWork) again = NULL;
  g_autoptr (GPtrArray) past = NULL;
  g_autofree char *period = NULL;

  g_assert_no_error (error);
  period = trinh_period_to_string (trinh_report_get_period (trinh_work_get_report (work)));
  g_assert_cmpstr (period, ==, "2022-H1");
  g_assert_cmpstr (fixture_get_text (work, "bm1:2"), ==, "63.6");
  /* The reports of the sample's office, and no other's */
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, 4);
  past = trinh_evaluation_list_past (trinh_work_get_evaluation (work), 10);
  g_assert_cmpuint (past->len, ==, 3);
  g_assert_nonnull (trinh_evaluation_get_reach (trinh_work_get_evaluation (work), TRINH_REACH_PREVIOUS));
  g_assert_nonnull (trinh_evaluation_get_reach (trinh_work_get_evaluation (work), TRINH_REACH_LAST_YEAR));

  /* Opened again, what was edited in it is kept. */
  fixture_enter (work, "bm1:2", "42,4");
  g_assert_true (trinh_work_flush (work, NULL));
  again = trinh_session_open_sample (fixture->session, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get_text (again, "bm1:2"), ==, "42.4");
  /* The reports of the sample's office, and no other's */
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, 4);
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (JsonNode) settings = json_from_string (
    "{ \"symbol\": \"BC-UBND-VP\", \"addressees\": [\"Sở Nội vụ\"], \"recipients\": [\"Như trên\", \"Lưu: VT, NV\"],"
    "  \"signatories\": [ { \"capacity\": [\"TM. ỦY BAN NHÂN DÂN\", \"KT. CHỦ TỊCH\"], \"title\": \"PHÓ CHỦ TỊCH\", \"name\": \"Lê Văn An\" } ],"
    "  \"author\": \"Nguyễn Thị Lan\" }",
    NULL);
  g_autoptr (JsonNode) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhWork) reopened = NULL;
  g_autofree char *id = NULL;
  TrinhReport *report;

  g_assert_null (trinh_session_get_office_settings (fixture->session));
  g_assert_true (trinh_session_set_office_settings (fixture->session, settings, &error));
  fixture_reopen (fixture);
  kept = trinh_session_get_office_settings (fixture->session);
  g_assert_true (json_node_equal (kept, settings));

  work = fixture_create (fixture, "kiem-thu", "2022-06");
  report = trinh_work_get_report (work);
  g_assert_cmpstr (trinh_report_get_symbol (report), ==, "BC-UBND-VP");
  g_assert_cmpstr (trinh_report_get_addressees (report)[0], ==, "Sở Nội vụ");
  g_assert_cmpstr (trinh_report_get_recipients (report)[1], ==, "Lưu: VT, NV");
  g_assert_cmpstr (trinh_report_get_signatory (report, 0)->name, ==, "Lê Văn An");
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
  g_assert_cmpuint (trinh_report_get_saved_revision (report), ==, trinh_report_get_revision (report));

  /* It is in the store, on a second start too. */
  id = g_strdup (trinh_report_get_id (report));
  g_clear_object (&work);
  fixture_reopen (fixture);
  reopened = trinh_session_open_stored (fixture->session, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_report_get_symbol (trinh_work_get_report (reopened)), ==, "BC-UBND-VP");
}

static void
test_create_refused (Fixture *fixture,
                     gconstpointer data)
{
  static const struct
  {
    const char *regime;
    const char *period;
    const char *office;
    const char *message;
  } rows[] = {
    { "nope", "2022-06", "UBND xã Bình Lãng", "*regime “nope”*" },
    { "../kiem-thu", "2022-06", "UBND xã Bình Lãng", "*../kiem-thu*" },
    { "kiem-thu", "2022-13", "UBND xã Bình Lãng", "*“2022-13” is not a period*" },
    { "kiem-thu", "2022-05-03/2022-05-20", "UBND xã Bình Lãng", "*has no report for*" },
    { "bieu-mau-2022", "2022-06", "UBND xã Bình Lãng", "*has no report for*" },
    { "kiem-thu", "2022-06", " ", "*office has no name*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhReport) report = trinh_session_make_report (fixture->session, rows[i].regime, rows[i].period, rows[i].office, &error);

      g_assert_null (report);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (rows[i].message, error->message));
    }
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, 0);
}

static GFile *
write_bytes (Fixture *fixture,
             const char *name,
             const char *bytes,
             gssize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
assert_unreadable (Fixture *fixture,
                   GFile *file,
                   const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);

  g_assert_null (report);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_pattern_match_simple (message, error->message));
}

/* What a file is is said by its bytes, whatever it is called. */
static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize size;
    const char *message;
  } rows[] = {
    { "empty.trinhky", "", 0, "*empty.trinhky*ends too early*" },
    { "bang.xlsx", "PK\3\4\24\0\0", 7, "*bang.xlsx*is no report*" },
    { "anh.png", "\x89PNG\r\n\x1a\n", 8, "*anh.png*is no report*" },
    { "anh.trinhky", "\xff\xd8\xff\xe0", 4, "*anh.trinhky*is no report*" },
    { "cu.doc", "\xd0\xcf\x11\xe0\xa1\xb1", 6, "*cu.doc*is no report*" },
    { "garbage.pdf", "%PDF-1.7\nnothing", -1, "*garbage.pdf*could not be read*" },
    { "text.txt", "xin chào", -1, "*text.txt:1:*" },
    { "bytes.bin", "\1\2\377\376", 4, "*bytes.bin:1:*UTF-8*" },
    { "other.json", "{ \"format\": \"other\" }", -1, "*other.json:1:*" },
    { "cut.trinhky", "{ \"format\": \"trinhky-report\", ", -1, "*cut.trinhky*ends too early*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = write_bytes (fixture, rows[i].name, rows[i].bytes, rows[i].size);

      assert_unreadable (fixture, file, rows[i].message);
    }
}

static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GFile) missing = fixture_get_file (fixture, "none.trinhky");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;

  assert_unreadable (fixture, missing, "*none.trinhky” does not exist.");
  assert_unreadable (fixture, folder, "*is a folder*");

  work = trinh_session_open_file (fixture->session, missing, &error);
  g_assert_null (work);
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
  g_clear_error (&error);
  work = trinh_session_open_stored (fixture->session, "no-such-report", &error);
  g_assert_null (work);
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NOT_FOUND);
}

/* A PDF that went through other hands: without its report, and cut. */
static void
test_pdf (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_make_report (fixture->session, "kiem-thu", "2022-06", "UBND xã Bình Lãng", &error);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (GBytes) pdf = trinh_session_export_bytes (evaluation, TRINH_EXPORT_PDF, &error);
  g_autoptr (GFile) whole = NULL;
  g_autoptr (GFile) cut = NULL;
  g_autoptr (TrinhWork) work = NULL;

  g_assert_no_error (error);
  whole = write_bytes (fixture, "whole.pdf", g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  cut = write_bytes (fixture, "cut.pdf", g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf) / 2);
  assert_unreadable (fixture, cut, "*cut.pdf*could not be read*");

  work = trinh_session_open_file (fixture->session, whole, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_report_get_id (trinh_work_get_report (work)), ==, trinh_report_get_id (report));
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, 1);
}

/* The file itself is never written again. */
static void
test_file_untouched (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_make_report (fixture->session, "kiem-thu", "2022-06", "UBND xã Bình Lãng", &error);
  g_autoptr (GBytes) before = trinh_report_to_bytes (report);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GFile) file = write_bytes (fixture, "a.trinhky", g_bytes_get_data (before, NULL), (gssize) g_bytes_get_size (before));
  g_autoptr (TrinhWork) work = trinh_session_open_file (fixture->session, file, &error);
  g_autoptr (TrinhWork) again = NULL;

  g_assert_no_error (error);
  fixture_enter (work, "k1:1.1", "5");
  g_assert_true (trinh_work_flush (work, NULL));
  after = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (before, after));

  /* The store is further than the file: what is opened is the store's. */
  again = trinh_session_open_file (fixture->session, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture_get_text (again, "k1:1.1"), ==, "5");
}

/* A revision at the end of what can be counted comes neither into the store nor over the report that is there. */
static void
test_last_revision (Fixture *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *revision;
    gboolean taken;
  } rows[] = { { "2147483647", FALSE }, { "2000000001", FALSE }, { "2000000000", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\":\"trinhky-report\",\"version\":1,\"id\":\"r%u\",\"revision\":%s,\"regime\":\"kiem-thu\",\"period\":\"2022-H1\",\"office\":{\"name\":\"UBND xã A\"}}", i, rows[i].revision);
      g_autoptr (GFile) file = write_bytes (fixture, "far.trinhky", text, -1);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWork) work = trinh_session_open_file (fixture->session, file, &error);

      g_assert_true ((work != NULL) == rows[i].taken);
      if (work == NULL)
        {
          g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ);
          g_assert_nonnull (strstr (error->message, rows[i].revision));
          continue;
        }
      fixture_enter (work, "k1:12", "5");
      g_assert_true (trinh_work_flush (work, &error));
      g_clear_object (&work);
      work = trinh_session_open_stored (fixture->session, "r2", &error);
      g_assert_no_error (error);
    }
}

/* A database that cannot be opened leaves reading and exporting possible. */
static void
test_bad_database (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GFile) foreign = write_bytes (fixture, "foreign.db", "this is no database, but a text that is long enough to be taken for one", -1);
  g_autofree char *path = g_file_get_path (foreign);
  g_autoptr (TrinhSession) session = trinh_session_new (path, NULL);
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_session_get_store (session, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (trinh_session_open_sample (session, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (trinh_session_get_office_settings (session));
  report = trinh_session_make_report (session, "bieu-mau-2022", "2022-H1", "UBND xã Bình Lãng", &error);
  g_assert_no_error (error);
}

/* A cell of a list is named by its place and its column, the row of totals by its label. */
static void
test_list_codes (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "ho-so-linh-vuc-2022-q2.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_file (fixture->session, file, &error);
  g_autofree char *row = NULL;
  g_autofree char *total = NULL;

  g_assert_no_error (error);
  row = trinh_work_dup_code (work, "b06:r2@online");
  total = trinh_work_dup_code (work, "b06:total@overdue");
  g_assert_cmpstr (row, ==, "2, Trực tuyến");
  g_assert_cmpstr (total, ==, "Tổng cộng, Quá hạn");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/session/sample", test_sample);
  ADD ("/session/create", test_create);
  ADD ("/session/create-refused", test_create_refused);
  ADD ("/session/foreign", test_foreign);
  ADD ("/session/places", test_places);
  ADD ("/session/pdf", test_pdf);
  ADD ("/session/file-untouched", test_file_untouched);
  ADD ("/session/last-revision", test_last_revision);
  ADD ("/session/bad-database", test_bad_database);
  ADD ("/session/list-codes", test_list_codes);
#undef ADD

  return g_test_run ();
}
