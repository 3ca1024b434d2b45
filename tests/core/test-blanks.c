/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A blank needs a value or a reason, and with a reason nothing asks for it again. */

#include "config.h"

#include "report-fixture.h"

typedef struct
{
  const char *cells;  /* "1.1.1=28 1.1.2=" of pl01b */
  const char *reason; /* (nullable): key of the row whose blank has one */
  TrinhBlank blank;
  const char *rule;
  guint n; /* findings of the rule */
} Row;

static const Row rows[] = {
  /* what merely wants the value: there, missing, answered by each of the reasons */
  { "1.1.1=28 1.1.2=20", NULL, TRINH_BLANK_NO_REASON, "pl01b-1.1.2-missing", 0 },
  { "1.1.1=28", NULL, TRINH_BLANK_NO_REASON, "pl01b-1.1.2-missing", 1 },
  { "1.1.1=28", "1.1.2", TRINH_BLANK_NOT_APPLICABLE, "pl01b-1.1.2-missing", 0 },
  { "1.1.1=28", "1.1.2", TRINH_BLANK_NONE_OCCURRED, "pl01b-1.1.2-missing", 0 },
  { "1.1.1=28", "1.1.2", TRINH_BLANK_NOT_AVAILABLE, "pl01b-1.1.2-missing", 0 },
  { "3.3.1a=5", NULL, TRINH_BLANK_NO_REASON, "pl01b-3.3.1-total-missing", 1 },
  { "3.3.1a=5", "3.3.1", TRINH_BLANK_NOT_AVAILABLE, "pl01b-3.3.1-total-missing", 0 },
  { "1.3.1=7", NULL, TRINH_BLANK_NO_REASON, "pl01b-1.3-complete", 1 },
  { "1.3.1=7", "1.3.2", TRINH_BLANK_NONE_OCCURRED, "pl01b-1.3-complete", 0 },
  /* a reason does not make figures agree: none occurred is zero in a sum */
  { "3.1.3=10 3.2.1=4 3.2.3=6", "3.2.2", TRINH_BLANK_NONE_OCCURRED, "pl01b-3.1.3-parts", 0 },
  { "3.1.3=11 3.2.1=4 3.2.3=6", "3.2.2", TRINH_BLANK_NONE_OCCURRED, "pl01b-3.1.3-parts", 1 },
  { "3.1.3=11 3.2.1=4 3.2.3=6", "3.2.2", TRINH_BLANK_NOT_APPLICABLE, "pl01b-3.1.3-parts", 1 },
  /* a comparison with it is skipped */
  { "1.2.3=4", "1.2.2", TRINH_BLANK_NOT_AVAILABLE, "pl01b-1.2.3-within-1.2.2", 0 },
};

static TrinhReport *
make_report (const Row *row)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "phu-luc-01b-2022", &error);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND thị trấn Bút Sơn");
  g_auto (GStrv) cells = g_strsplit (row->cells, " ", -1);
  TrinhPeriod period;
  TrinhReport *report;

  g_assert_no_error (error);
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  report = trinh_report_new (regime, period, office);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (cells[i], "=", 2);
      g_autofree char *address = g_strconcat ("pl01b:", pair[0], NULL);

      fixture_set (report, address, pair[1]);
    }
  return report;
}

static guint
count_rule (TrinhEvaluation *evaluation,
            const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      n += g_str_equal (trinh_finding_get_rule (finding), rule);
    }
  return n;
}

static void
test_reasons (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhReport) report = make_report (&rows[i]);
      g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

      /* Stated while the evaluation follows, so that it has to look again. */
      if (rows[i].reason != NULL)
        {
          g_autofree char *address = g_strconcat ("pl01b:", rows[i].reason, NULL);
          g_autoptr (TrinhValue) value = trinh_value_with_blank (NULL, rows[i].blank);

          fixture_apply (report, trinh_edit_new_value ("", address, value));
        }
      g_test_message ("%s, %s: %s", rows[i].cells, rows[i].reason, rows[i].rule);
      g_assert_cmpuint (count_rule (evaluation, rows[i].rule), ==, rows[i].n);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/blanks/reasons", test_reasons);
  return g_test_run ();
}
