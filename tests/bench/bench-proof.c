/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a reviewer would send back in the samples (tests/fixtures/proof/contradictions.json), against what is found: recall
 * is the share of the list that is found, precision the share of the errors and warnings that stand in the list. */

#include "config.h"

#include "bench.h"

#define N_RUNS 500

typedef struct
{
  guint n_listed;
  guint n_found;
  guint n_raised;
  guint n_right;
} Score;

static const char *
get_place (TrinhFinding *finding)
{
  const char *subject = trinh_finding_get_subjects (finding)[0];
  const char *section = trinh_finding_get_section (finding);

  return subject != NULL ? subject : section != NULL ? section
                                                     : "";
}

static gboolean
is_listed (JsonArray *list,
           const char *sample,
           TrinhFinding *finding)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);

      if (g_str_equal (json_object_get_string_member (entry, "sample"), sample) &&
          g_str_equal (json_object_get_string_member (entry, "rule"), trinh_finding_get_rule (finding)) &&
          g_str_equal (json_object_get_string_member (entry, "at"), get_place (finding)))
        return TRUE;
    }
  return FALSE;
}

static void
score_sample (JsonArray *list,
              const char *sample,
              Score *score)
{
  g_autoptr (TrinhReport) report = bench_load_sample (sample);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

  for (guint i = 0; i < json_array_get_length (list); i++)
    score->n_listed += g_str_equal (json_object_get_string_member (json_array_get_object_element (list, i), "sample"), sample);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      gboolean listed = is_listed (list, sample, finding);

      score->n_found += listed;
      if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_INFO)
        continue;
      score->n_raised++;
      score->n_right += listed;
    }
}

static gboolean
print_score (const char *sample,
             const Score *score)
{
  g_autofree char *what = g_strdup_printf ("contradictions of %s", sample);
  g_autofree char *measured = g_strdup_printf ("recall %u/%u, precision %u/%u", score->n_found, score->n_listed, score->n_right, score->n_raised);
  gboolean within = score->n_found == score->n_listed && score->n_right == score->n_raised;

  bench_print (what, measured, "all, none else", within);
  return within;
}

/* One section typed in, and all that hangs on it. */
static void
print_edits (void)
{
  g_autoptr (TrinhReport) report = bench_load_sample ("binh-lang-2022-h1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  TrinhSection *section = trinh_report_find_section (report, "s2");
  g_autofree char *text = g_strdup (trinh_section_get_text (section));
  g_autofree char *measured = NULL;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *typed = g_strdup_printf ("%s%u", text, i);
      g_autoptr (TrinhSection) changed = trinh_section_with_text (trinh_report_find_section (report, "s2"), typed, FALSE);
      g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
      double start = bench_get_time ();
      double taken;

      trinh_edit_set_section (edit, changed);
      if (!trinh_report_apply (report, edit, NULL))
        g_error ("The section cannot be edited");
      taken = (bench_get_time () - start) * 1e3;
      g_array_append_val (samples, taken);
    }
  measured = g_strdup_printf ("%.3f ms", bench_percentile (samples, 0.5));
  bench_print ("one edit of a section, read again", measured, NULL, TRUE);
}

int
main (int argc,
      char **argv)
{
  static const char *const names[] = { "binh-lang-2022-h1", "but-son-2022-h1", "dong-son-2024-06", "binh-luong-2021-9m" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gboolean within = TRUE;

  if (!json_parser_load_from_file (parser, CONTRADICTIONS, &error))
    g_error ("The list of contradictions cannot be read: %s", error->message);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Score score = { 0 };

      score_sample (json_node_get_array (json_parser_get_root (parser)), names[i], &score);
      within &= print_score (names[i], &score);
    }
  print_edits ();
  return within ? 0 : 1;
}
