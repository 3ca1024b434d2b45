/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Files that are nearly right are read or refused with a reason, never more: no crash, no criticals, no leak. */

#include "config.h"

#include <glib/gstdio.h>

#include "../fuzz/mutate.h"
#include "report-fixture.h"

/* Mutations of which one at least is refused */
#define ENOUGH 200

static GBytes *
read_file (const char *path)
{
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

/* What was read is evaluated and written, and what was written is read again. */
static void
use_report (TrinhReport *report,
            TrinhReport *past,
            TrinhRegimeLibrary *library)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (GPtrArray) history = g_ptr_array_new ();
  g_autoptr (JsonNode) findings = NULL;
  g_autoptr (JsonNode) file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhReport) again = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (history, past);
  trinh_evaluation_set_history (evaluation, history);
  findings = trinh_evaluation_to_json (evaluation);
  file = trinh_evaluation_report_to_json (evaluation);
  text = trinh_json_to_text (file);
  bytes = g_bytes_new (text, strlen (text));
  document = trinh_json_document_parse (bytes, "again.trinhky", &error);
  g_assert_no_error (error);
  again = trinh_report_load (document, library, &error);
  g_assert_no_error (error);
}

static gboolean
try_report (GBytes *bytes,
            TrinhReport *past,
            TrinhRegimeLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "mutated.trinhky", &error);
  g_autoptr (TrinhReport) report = NULL;

  if (document != NULL)
    report = trinh_report_load (document, library, &error);
  g_assert_true ((report != NULL) == (error == NULL));
  if (report != NULL)
    use_report (report, past, library);
  return report != NULL;
}

static void
test_report (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRINHKY_DATA"), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "good.trinhky", NULL);
  g_autoptr (GBytes) original = read_file (data != NULL ? fixture : path);
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) past = fixture_load (library, "good.trinhky");
  gint64 end = mutate_get_end (1.5);
  guint n = 0, n_read = 0;

  g_assert_true (try_report (original, past, library));
  /* On a busy machine a sanitized report may take all of the time. */
  for (; g_get_monotonic_time () < end || (n == n_read && n < ENOUGH); n++)
    {
      g_autoptr (GBytes) bytes = mutate_json (original);

      n_read += try_report (bytes, past, library);
    }
  g_test_message ("%u reports, %u of them readable", n, n_read);
  g_assert_cmpuint (n, >, n_read);
}

/* A regime of changed data holds whatever the loader lets through. */
static gboolean
use_data (TrinhRegimeLibrary *library,
          GBytes *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "bieu-mau-2022", &error);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhReport) report = NULL;
  TrinhPeriod period;

  g_assert_true ((regime != NULL) == (error == NULL));
  if (regime == NULL || !trinh_period_parse ("2022-H1", &period, NULL) || !trinh_regime_has_period_kind (regime, period.kind))
    return FALSE;
  report = trinh_report_new (regime, period, office);
  use_report (report, report, library);
  try_report (sample, report, library);
  return TRUE;
}

static gboolean
try_data (const char *folder,
          const char *path,
          GBytes *bytes,
          GBytes *sample)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new ((const char *const[]) { folder, NULL });
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  problems = trinh_regime_library_check_file (library, file, &error);
  g_assert_true ((problems != NULL) == (error == NULL));
  return use_data (library, sample);
}

static void
test_data (gconstpointer name)
{
  g_autofree char *shipped = g_build_filename (g_getenv ("TRINHKY_DATA"), name, NULL);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *report = g_build_filename (g_getenv ("TRINHKY_DATA"), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GBytes) original = read_file (shipped);
  g_autoptr (GBytes) sample = read_file (report);
  gint64 end = mutate_get_end (1);
  guint n = 0, n_read = 0;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (try_data (folder, path, original, sample));
  for (; g_get_monotonic_time () < end; n++)
    {
      g_autoptr (GBytes) bytes = mutate_json (original);

      n_read += try_data (folder, path, bytes, sample);
    }
  g_test_message ("%u files, %u of them readable", n, n_read);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (parent);
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/mutation/report/sample", NULL, test_report);
  g_test_add_data_func ("/mutation/report/all-shapes", "good", test_report);
  g_test_add_data_func ("/mutation/form", "forms/bm6.json", test_data);
  g_test_add_data_func ("/mutation/outline", "outlines/bieu-mau-2022.json", test_data);
  g_test_add_data_func ("/mutation/regime", "regimes/bieu-mau-2022.json", test_data);
  return g_test_run ();
}
