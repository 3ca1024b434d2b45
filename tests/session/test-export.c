/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "trinh-pdf.h"

static TrinhReport *
read_sample (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_session_read_file (fixture->session, file, &error);

  g_assert_no_error (error);

  return report;
}

static TrinhEvaluation *
evaluate_sample (Fixture *fixture)
{
  g_autoptr (TrinhReport) report = read_sample (fixture);

  return trinh_evaluation_new (report);
}

static GBytes *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
assert_list (Fixture *fixture,
             const char *prefix,
             const char *expected)
{
  g_autofree char *names = fixture_list (fixture, prefix);

  g_assert_cmpstr (names, ==, expected);
}

/* The file has what standard output gets, and each begins as its kind does. */
static void
test_formats (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    TrinhExportFormat format;
    const char *begin;
  } rows[] = {
    { TRINH_EXPORT_PDF, "%PDF-" },
    { TRINH_EXPORT_DOCX, "PK\003\004" },
    { TRINH_EXPORT_XLSX, "PK\003\004" },
    { TRINH_EXPORT_JSON, "{\n  \"format\": \"trinhky-report\"" },
    { TRINH_EXPORT_TSV, "form\tkey\tcode\tlabel\tunit\tvalue\tnote\nbm1\t1\t1\t" },
  };
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "out");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_assert_true (trinh_session_export_file (evaluation, rows[i].format, file, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      written = load (file);
      bytes = trinh_session_export_bytes (evaluation, rows[i].format, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), rows[i].begin));
    }
  assert_list (fixture, "out", "out");
}

/* What is read out of the PDF is the report that went in, formulas in blank cells apart. */
static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  static const TrinhExportFormat formats[] = { TRINH_EXPORT_PDF, TRINH_EXPORT_JSON };
  g_autoptr (TrinhReport) report = read_sample (fixture);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (GBytes) expected = trinh_report_to_bytes (report);
  g_autoptr (GFile) file = fixture_get_file (fixture, "out.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (TrinhReport) back = NULL;
      g_autoptr (TrinhEvaluation) again = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) was = NULL;
      g_autoptr (JsonNode) is = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_true (trinh_session_export_file (evaluation, formats[i], file, NULL, NULL, NULL, &error));
      back = trinh_session_read_file (fixture->session, file, &error);
      g_assert_no_error (error);
      again = trinh_evaluation_new (back);
      was = trinh_evaluation_report_to_json (evaluation);
      is = trinh_evaluation_report_to_json (again);
      before = trinh_json_to_line (was);
      after = trinh_json_to_line (is);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (trinh_evaluation_get_n_errors (again), ==, trinh_evaluation_get_n_errors (evaluation));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, g_list_model_get_n_items (G_LIST_MODEL (evaluation)));
    }
}

/* The PDF carries the very bytes of the report file, with what formulas gave; for this office that is no change. */
static void
test_attachment (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const names[] = { "binh-lang-2022-h1.trinhky", "but-son-2022-h1.trinhky", "ho-so-linh-vuc-2022-q2.trinhky" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
      g_autoptr (TrinhReport) back = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) attached = NULL;
      g_autoptr (GBytes) exported = NULL;
      g_autoptr (GFile) target = fixture_get_file (fixture, "out.pdf");
      g_autofree char *digest = trinh_review_dup_digest (report);
      g_autofree char *digest_back = NULL;

      g_assert_no_error (error);
      if (i == 0)
        {
          g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", "bm1:2", NULL);

          g_assert_true (trinh_report_apply (report, edit, &error));
          g_set_str (&digest, NULL);
          digest = trinh_review_dup_digest (report);
        }
      pdf = trinh_session_export_bytes (evaluation, TRINH_EXPORT_PDF, &error);
      g_assert_no_error (error);
      attached = trinh_pdf_read_attachment (pdf, &error);
      g_assert_no_error (error);
      exported = trinh_session_export_bytes (evaluation, TRINH_EXPORT_JSON, &error);
      g_assert_true (g_bytes_equal (attached, exported));
      if (i == 0)
        g_assert_nonnull (g_strstr_len (g_bytes_get_data (attached, NULL), (gssize) g_bytes_get_size (attached), "\"42.42\""));
      g_assert_true (trinh_session_write_file (target, pdf, &error));
      back = trinh_session_read_file (fixture->session, target, &error);
      g_assert_no_error (error);
      digest_back = trinh_review_dup_digest (back);
      g_assert_cmpstr (digest_back, ==, digest);
    }
}

/* What is computed of large numbers can be read again, too. */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhReport) report = read_sample (fixture);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (TrinhValue) one = trinh_value_new ("1");
  g_autoptr (TrinhValue) many = trinh_value_new ("5000000000000");
  g_autoptr (TrinhReport) back = NULL;
  g_autoptr (GFile) file = fixture_get_file (fixture, "out.trinhky");
  g_autoptr (GError) error = NULL;
  TrinhDecimal computed;

  trinh_edit_set_value (edit, "bm1:2.1", one);
  trinh_edit_set_value (edit, "bm1:2.2", many);
  trinh_edit_set_value (edit, "bm1:2", NULL);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  g_assert_false (trinh_evaluation_get_computed (evaluation, "bm1:2", &computed));
  g_assert_true (trinh_session_export_file (evaluation, TRINH_EXPORT_JSON, file, NULL, NULL, NULL, &error));
  back = trinh_session_read_file (fixture->session, file, &error);
  g_assert_no_error (error);
}

static void
test_pictures (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (TrinhDocument) document = trinh_document_new (evaluation);
  g_autoptr (TrinhPages) pages = trinh_pages_new (document, NULL, NULL, NULL, NULL);
  g_autoptr (GFile) file = fixture_get_file (fixture, "trang.png");
  g_autoptr (GError) error = NULL;
  const guint n_pages = trinh_pages_get_n_pages (pages);

  g_assert_cmpuint (n_pages, >, 1);
  trinh_session_export_file (evaluation, TRINH_EXPORT_PNG, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i <= n_pages + 1; i++)
    {
      g_autofree char *name = g_strdup_printf ("trang-%u.png", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_IS_REGULAR), ==, i >= 1 && i <= n_pages);
    }
  assert_list (fixture, ".", "");
}

typedef struct
{
  GThread *thread;
  guint calls;
  guint done;
  guint total;
  gboolean finished;
  gboolean written;
  GError *error;
} Answer;

static void
progress_cb (guint done,
             guint total,
             gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_true (g_thread_self () == answer->thread);
  g_assert_false (answer->finished);
  answer->calls++;
  answer->done = done;
  answer->total = total;
}

static void
exported_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Answer *answer = user_data;

  answer->written = trinh_session_export_finish (result, &answer->error);
  answer->finished = TRUE;
}

static void
run_async (Fixture *fixture,
           TrinhExportFormat format,
           GFile *file,
           GCancellable *cancellable,
           Answer *answer)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);

  answer->thread = g_thread_self ();
  trinh_session_export_async (evaluation, format, file, progress_cb, answer, cancellable, exported_cb, answer);
  /* What is read was read before: the report may go. */
  g_clear_object (&evaluation);
  while (!answer->finished)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "out.pdf");
  g_autoptr (GBytes) bytes = NULL;
  Answer answer = { 0 };

  run_async (fixture, TRINH_EXPORT_PDF, file, NULL, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.written);
  g_assert_cmpuint (answer.calls, >, 1);
  g_assert_cmpuint (answer.done, ==, answer.total);
  bytes = load (file);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  static const TrinhExportFormat formats[] = { TRINH_EXPORT_PDF, TRINH_EXPORT_DOCX, TRINH_EXPORT_PNG, TRINH_EXPORT_TSV, TRINH_EXPORT_JSON };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GFile) file = fixture_get_file (fixture, "out");
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Answer answer = { 0 };

      g_cancellable_cancel (cancellable);
      run_async (fixture, formats[i], file, cancellable, &answer);
      g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&answer.error);
      assert_list (fixture, "out", "");
      assert_list (fixture, ".", "");
    }
}

static void
set_file_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
assert_refused (TrinhEvaluation *evaluation,
                TrinhExportFormat format,
                GFile *file,
                const char *pattern)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_session_export_file (evaluation, format, file, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static const TrinhExportFormat all_formats[] = { TRINH_EXPORT_PDF, TRINH_EXPORT_DOCX, TRINH_EXPORT_JSON, TRINH_EXPORT_TSV, TRINH_EXPORT_PNG };

/* A disk that takes 4 KiB more, and a file of before: it stays, and nothing lies beside it. */
static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "out");
  g_autofree char *path = g_file_get_path (file);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      set_file_limit (4096);
      assert_refused (evaluation, all_formats[i], file, "*");
      set_file_limit (RLIM_INFINITY);
      bytes = load (file);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "before", 6);
      assert_list (fixture, "out", "out");
      assert_list (fixture, ".", "");
    }
}

/* The third picture meets a folder: the first two were not put in place either. */
static void
test_pictures_all_or_none (Fixture *fixture,
                           gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "out.png");
  g_autofree char *third = g_build_filename (fixture->folder, "out-3.png", NULL);

  g_assert_cmpint (g_mkdir (third, 0700), ==, 0);
  assert_refused (evaluation, TRINH_EXPORT_PNG, file, "*out-3.png*folder*");
  assert_list (fixture, "out", "out-3.png");
  assert_list (fixture, ".", "");
}

static void
test_device (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) nothing = g_file_new_for_path ("/dev/null");
  struct stat info;

  assert_refused (evaluation, TRINH_EXPORT_TSV, full, "*/dev/full*disk is full*");
  g_assert_true (trinh_session_export_file (evaluation, TRINH_EXPORT_TSV, nothing, NULL, NULL, NULL, NULL));
  /* A device is written into, never replaced. */
  g_assert_cmpint (stat ("/dev/null", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = fixture_get_file (fixture, "none/out");
  g_autoptr (GFile) below_file = fixture_get_file (fixture, "trinhky.db/out");

  for (guint i = 0; i < G_N_ELEMENTS (all_formats); i++)
    {
      if (all_formats[i] != TRINH_EXPORT_PNG)
        assert_refused (evaluation, all_formats[i], folder, "*folder*file name*");
      assert_refused (evaluation, all_formats[i], missing, "*folder does not exist*");
      assert_refused (evaluation, all_formats[i], below_file, "*is a file*");
    }
  assert_list (fixture, ".", "");
}

/* As somebody without rights, where the test runs as root. */
static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "locked", NULL);
  g_autoptr (GFile) file = fixture_get_file (fixture, "locked/out");
  const gboolean root = geteuid () == 0;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_cmpint (chmod (path, 0555), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (all_formats); i++)
    assert_refused (evaluation, all_formats[i], file, "*may not write there*");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
  g_autoptr (GFile) file = fixture_get_file (fixture, "real");
  g_autoptr (GFile) link = fixture_get_file (fixture, "link");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (file, "before", 6, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_assert_true (g_file_make_symbolic_link (link, "real", NULL, NULL));
  g_assert_true (trinh_session_export_file (evaluation, TRINH_EXPORT_TSV, link, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_file_query_file_type (link, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL), ==, G_FILE_TYPE_SYMBOLIC_LINK);
  bytes = load (file);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 6);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GFile) file = fixture_get_file (fixture, "empty");
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_write_file (file, nothing, &error));
  g_assert_no_error (error);
  bytes = load (file);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

/* Several columns, a list, tabs and line ends in texts, a blank */
static void
test_tsv (Fixture *fixture,
          gconstpointer data)
{
  static const char *const keys[] = { "r1", "r2", NULL };
  g_autoptr (TrinhWork) work = fixture_create (fixture, "kiem-thu", "2022-06");
  TrinhReport *report = trinh_work_get_report (work);
  TrinhRegime *regime = trinh_report_get_regime (report);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("rows");
  g_autoptr (TrinhEdit) text = NULL;
  g_autoptr (TrinhValue) value = trinh_value_new ("một\thai\nba");
  g_autofree char *one = NULL;
  g_autofree char *several = NULL;
  g_autofree char *list = NULL;
  g_autofree char *empty = NULL;

  trinh_edit_set_rows (edit, "k3", keys);
  g_assert_true (trinh_report_apply (report, edit, NULL));
  fixture_enter (work, "k2:1", "1934");
  fixture_enter (work, "k2:1@money", "250.000,5");
  fixture_enter (work, "k3:r2", "Sáng kiến");
  fixture_enter (work, "k3:r2@amount", "3");
  text = trinh_edit_new_value ("text", "k1:7", value);
  g_assert_true (trinh_report_apply (report, text, NULL));
  g_assert_true (trinh_work_enter_note (work, "k2:2", "ước\ttính", NULL));

  several = trinh_session_form_to_tsv (trinh_regime_find_form (regime, "k2"), trinh_work_get_evaluation (work));
  g_assert_cmpstr (several, ==, "form\tkey\tcode\tlabel\tunit\tvalue\tmoney\tnote\n"
                                "k2\t1\t1\tHàng một\t\t1.934\t250.000,5\t\n"
                                "k2\t2\t2\tHàng hai\t\t\t\tước tính\n");
  list = trinh_session_form_to_tsv (trinh_regime_find_form (regime, "k3"), trinh_work_get_evaluation (work));
  g_assert_cmpstr (list, ==, "form\tkey\tcode\tlabel\tunit\tvalue\tamount\tnote\n"
                             "k3\tr1\t1\tDòng mẫu\t\t\t\t\n"
                             "k3\tr2\t1\tDòng mẫu\t\tSáng kiến\t3\t\n");
  one = trinh_session_form_to_tsv (trinh_regime_find_form (regime, "k1"), trinh_work_get_evaluation (work));
  g_assert_nonnull (strstr (one, "\nk1\t7\t7\tNội dung\t\tmột hai ba\t\n"));
  g_assert_nonnull (strstr (one, "\nk1\t8\t8\tĐề mục\t\t\t\n"));
  empty = trinh_session_form_to_tsv (trinh_regime_find_form (regime, "k2"), NULL);
  g_assert_cmpstr (empty, ==, "form\tkey\tcode\tlabel\tunit\tvalue\tmoney\tnote\n"
                              "k2\t1\t1\tHàng một\t\t\t\t\n"
                              "k2\t2\t2\tHàng hai\t\t\t\t\n");
  g_assert_true (trinh_work_flush (work, NULL));
}

/* The shipped layout keeps to the shipped limits, whatever the report. */
static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *folder = g_build_filename (trinh_data_folder_get (), "samples", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);
      g_autoptr (TrinhEvaluation) evaluation = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      evaluation = trinh_evaluation_new (report);
      findings = trinh_session_check_pages (evaluation, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < findings->len; i++)
        g_test_message ("%s: %s", name, trinh_finding_get_message (findings->pdata[i]));
      g_assert_cmpuint (findings->len, ==, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/export/formats", test_formats);
  ADD ("/export/round-trip", test_round_trip);
  ADD ("/export/attachment", test_attachment);
  ADD ("/export/large", test_large);
  ADD ("/export/pictures", test_pictures);
  ADD ("/export/async", test_async);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/full", test_full);
  ADD ("/export/pictures-all-or-none", test_pictures_all_or_none);
  ADD ("/export/device", test_device);
  ADD ("/export/places", test_places);
  ADD ("/export/read-only", test_read_only);
  ADD ("/export/link", test_link);
  ADD ("/export/empty", test_empty);
  ADD ("/export/tsv", test_tsv);
  ADD ("/export/pages", test_pages);
#undef ADD

  return g_test_run ();
}
