/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "fixture.h"
#include "trinh-session-draw.h"

static TrinhEvaluation *
evaluate_sample (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);

  g_assert_no_error (error);

  return trinh_evaluation_new_figures (report);
}

static void
assert_list (Fixture *fixture,
             const char *prefix,
             const char *expected)
{
  g_autofree char *names = fixture_list (fixture, prefix);

  g_assert_cmpstr (names, ==, expected);
}

/* In two steps the same file as in one, and in between there is nothing with a name. */
static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  static const TrinhExportFormat formats[] = { TRINH_EXPORT_PDF, TRINH_EXPORT_FINAL_PDF };
  g_autoptr (GFile) beside = fixture_get_file (fixture, "out.pdf");
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "none", "out.pdf", NULL);
  GFile *const targets[] = { beside, nowhere, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (targets); j++)
      {
        g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) whole = trinh_session_export_bytes (evaluation, formats[i], &error);
        g_autoptr (GBytes) pdf = NULL;
        int descriptor = trinh_session_draw_last (g_steal_pointer (&evaluation), formats[i], targets[j], &error);

        g_assert_no_error (error);
        g_assert_cmpint (fcntl (descriptor, F_GETFD) & FD_CLOEXEC, ==, 0);
        assert_list (fixture, "out", "");
        assert_list (fixture, ".", "");
        pdf = trinh_session_complete (descriptor, &error);
        g_assert_no_error (error);
        g_assert_true (g_bytes_equal (pdf, whole));
        g_assert_cmpint (fcntl (descriptor, F_GETFD), ==, -1);
      }
}

static void
set_file_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size < limit.rlim_max ? size : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk is full while the pages are drawn, at their end, and with the report behind them. */
static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) target = fixture_get_file (fixture, "out.pdf");
  g_autoptr (TrinhEvaluation) measured = evaluate_sample (fixture);
  const int descriptor = trinh_session_draw_last (g_steal_pointer (&measured), TRINH_EXPORT_PDF, target, NULL);
  const rlim_t size = (rlim_t) lseek (descriptor, 0, SEEK_END);
  const rlim_t limits[] = { 0, 4096, size - 4096, size - 1 };

  close (descriptor);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (TrinhEvaluation) evaluation = evaluate_sample (fixture);
      g_autoptr (GError) error = NULL;

      set_file_limit (limits[i]);
      g_assert_cmpint (trinh_session_draw_last (g_steal_pointer (&evaluation), TRINH_EXPORT_PDF, target, &error), ==, -1);
      set_file_limit (RLIM_INFINITY);
      g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "out.pdf"));
      assert_list (fixture, "out", "");
    }
}

static void
assert_refused (const char *content,
                gsize size)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp (NULL, &path, NULL);

  g_unlink (path);
  g_assert_cmpint (write (descriptor, content, size), ==, (gssize) size);
  g_assert_null (trinh_session_complete (descriptor, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, TRINH_DOCUMENT_ERROR);
}

/* What is no drawing, or not all of it */
static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  const guint64 far = G_MAXUINT64;
  const guint64 end = 16;
  char content[24] = "%PDF-1.7";

  assert_refused ("", 0);
  assert_refused ("1234567", 7);
  memcpy (content + 16, &far, sizeof far);
  assert_refused (content, sizeof content);
  memcpy (content + 16, &end, sizeof end);
  assert_refused (content, sizeof content);
  g_assert_null (trinh_session_complete (-1, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/draw/steps", test_steps);
  ADD ("/draw/full", test_full);
  ADD ("/draw/foreign", test_foreign);
#undef ADD

  return g_test_run ();
}
