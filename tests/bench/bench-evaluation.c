/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "bench.h"

#define N_WARM 200
#define N_RUNS 2000
#define N_OPENED 200
#define LIMIT_MS 1.0
#define EDITED "bm1:2.1"

typedef void (*Job) (TrinhEvaluation *evaluation,
                     guint run);

static void
evaluate_everything (TrinhEvaluation *evaluation,
                     guint run)
{
  trinh_evaluation_run (evaluation);
}

/* As after opening: all findings are new objects. */
static void
evaluate_opened (TrinhEvaluation *evaluation,
                 guint run)
{
  g_autoptr (TrinhEvaluation) opened = trinh_evaluation_new (trinh_evaluation_get_report (evaluation));

  g_assert (g_list_model_get_n_items (G_LIST_MODEL (opened)) > 0);
}

/* Through the one door, as a cell does it: history, formulas, rules, findings. */
static void
edit_one_value (TrinhEvaluation *evaluation,
                guint run)
{
  g_autoptr (TrinhValue) value = trinh_value_new (run % 2 == 0 ? "47" : "33");
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", EDITED, value);
  g_autoptr (GError) error = NULL;

  if (!trinh_report_apply (trinh_evaluation_get_report (evaluation), edit, &error))
    g_error ("The value cannot be edited: %s", error->message);
}

/* Milliseconds of each run; warmed up before. */
static GArray *
measure (TrinhEvaluation *evaluation,
         Job job,
         guint n_runs)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_WARM; i++)
    job (evaluation, i);
  for (guint i = 0; i < n_runs; i++)
    {
      double start = bench_get_time ();
      double taken;

      job (evaluation, i);
      taken = (bench_get_time () - start) * 1e3;
      g_array_append_val (samples, taken);
    }
  return samples;
}

static guint
count_formulas (TrinhEvaluation *evaluation)
{
  GListModel *rules = trinh_regime_get_rules (trinh_report_get_regime (trinh_evaluation_get_report (evaluation)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      n += trinh_rule_get_target (rule) != NULL;
    }
  return n;
}

/* @limit: milliseconds for the median, 0 none */
static gboolean
print_times (const char *what,
             GArray *samples,
             double limit)
{
  double median = bench_percentile (samples, 0.5);
  g_autofree char *measured = g_strdup_printf ("%.3f ms (95 %%: %.3f ms)", median, bench_percentile (samples, 0.95));
  g_autofree char *allowed = limit > 0 ? g_strdup_printf ("%.0f ms", limit) : NULL;
  gboolean within = limit <= 0 || median <= limit;

  bench_print (what, measured, allowed, within);
  return within;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (TrinhEvaluation) evaluation = bench_evaluate_sample ();
  g_autoptr (GArray) everything = measure (evaluation, evaluate_everything, N_RUNS);
  g_autoptr (GArray) opened = measure (evaluation, evaluate_opened, N_OPENED);
  g_autoptr (GArray) edits = measure (evaluation, edit_one_value, N_RUNS);
  guint n_formulas = count_formulas (evaluation);
  guint n_rules = trinh_evaluation_get_n_rules (evaluation) - n_formulas;
  g_autofree char *what = g_strdup_printf ("all %u formulas and %u rules, median of %u", n_formulas, n_rules, N_RUNS);
  gboolean within = print_times (what, everything, LIMIT_MS);

  print_times ("the same for a report just opened", opened, 0);
  print_times ("one edit and all that depends on it", edits, 0);
  return within ? 0 : 1;
}
