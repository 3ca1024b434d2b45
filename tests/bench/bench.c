/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <time.h>

#include "bench.h"

static int
compare_samples (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

double
bench_percentile (GArray *samples,
                  double share)
{
  g_assert (samples->len > 0);

  g_array_sort (samples, compare_samples);
  return g_array_index (samples, double, (guint) ((samples->len - 1) * share + 0.5));
}

void
bench_print (const char *what,
             const char *measured,
             const char *limit,
             gboolean within)
{
  g_print ("%s\t%s\t%s\t%s\n", what, measured, limit != NULL ? limit : "", limit == NULL ? "" : within ? "ok"
                                                                                                       : "over");
}

TrinhRegimeLibrary *
bench_get_library (void)
{
  static TrinhRegimeLibrary *library;

  if (library == NULL)
    library = trinh_regime_library_new (NULL);
  return library;
}

TrinhReport *
bench_load_sample (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".trinhky", NULL);
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_report_load_file (file, bench_get_library (), &error);

  if (report == NULL)
    g_error ("The sample cannot be read: %s", error->message);
  return report;
}

TrinhEvaluation *
bench_evaluate_sample (void)
{
  static const char *const earlier[] = { "binh-lang-2020-h1", "binh-lang-2021-h1", "binh-lang-2021-h2" };
  g_autoptr (TrinhReport) report = bench_load_sample ("binh-lang-2022-h1");
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  TrinhEvaluation *evaluation = trinh_evaluation_new (report);

  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    g_ptr_array_add (history, bench_load_sample (earlier[i]));
  trinh_evaluation_set_history (evaluation, history);
  return evaluation;
}

TrinhEvaluation *
bench_evaluate_charts (void)
{
  TrinhEvaluation *evaluation = bench_evaluate_sample ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("charts");
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, CHARTS, &error))
    g_error ("%s", error->message);
  trinh_edit_set_member (edit, "charts", json_parser_get_root (parser));
  if (!trinh_report_apply (trinh_evaluation_get_report (evaluation), edit, &error))
    g_error ("%s", error->message);
  return evaluation;
}
