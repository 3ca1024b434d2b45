/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Every data file that is shipped is right, and every expression in it can be evaluated. */

#include "config.h"

#include <string.h>

#include "trinh-regime-library.h"

static const char *const folders[] = { "regimes", "outlines", "forms" };

static gboolean
give_one (const TrinhReference *reference,
          TrinhDecimal *number,
          gpointer user_data)
{
  *number = TRINH_DECIMAL_INIT (1);
  return TRUE;
}

static void
check_file (TrinhRegimeLibrary *library,
            GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = trinh_regime_library_check_file (library, file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

static guint
check_folder (TrinhRegimeLibrary *library,
              const char *name)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), name, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *child;
  guint n_files = 0;

  g_assert_nonnull (folder);
  while ((child = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, child, NULL);

      check_file (library, file);
      n_files++;
    }
  return n_files;
}

static void
test_files (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    g_assert_cmpuint (check_folder (library, folders[i]), >, 0);
}

static void
check_rule (TrinhRegime *regime,
            TrinhRule *rule)
{
  TrinhExpression *expression = trinh_rule_get_expression (rule);
  TrinhResult result;
  g_autofree char *filled = NULL;

  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (expression, i);

      /* A column of every row: only the row says which cell. */
      if (strstr (reference->name, ":@") != NULL)
        continue;
      g_assert_cmpuint (reference->slot, <, trinh_regime_get_n_slots (regime));
      g_assert_cmpstr (trinh_regime_get_slot_address (regime, reference->slot), ==, reference->name);
    }
  result = trinh_expression_evaluate (expression, trinh_rule_get_missing (rule), give_one, NULL);
  g_assert_cmpint (result.type, ==, trinh_rule_get_target (rule) != NULL ? TRINH_RESULT_NUMBER : TRINH_RESULT_BOOLEAN);
  if (trinh_rule_get_target (rule) != NULL)
    g_assert_true (trinh_regime_find_slot (regime, trinh_rule_get_target (rule), NULL));
  filled = trinh_expression_fill (expression, give_one, NULL);
  g_assert_cmpstr (filled, !=, "");
}

static void
test_expressions (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_auto (GStrv) ids = trinh_regime_library_list_ids (library);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, ids[i], &error);
      GListModel *rules;

      g_assert_no_error (error);
      rules = trinh_regime_get_rules (regime);
      /* Without forms there is nothing that could agree or not. */
      g_assert_true (g_list_model_get_n_items (rules) > 0 || g_list_model_get_n_items (trinh_regime_get_forms (regime)) == 0);
      for (guint j = 0; j < g_list_model_get_n_items (rules); j++)
        {
          g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, j);

          check_rule (regime, rule);
        }
    }
}

static void
test_rows_of_bieu_mau (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "bieu-mau-2022", NULL);
  guint n_rows = 0;

  g_assert_nonnull (regime);
  for (guint i = 0; i < g_list_model_get_n_items (trinh_regime_get_forms (regime)); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (trinh_regime_get_forms (regime), i);

      n_rows += trinh_form_get_n_rows (form);
    }
  g_assert_cmpuint (n_rows, ==, 123);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/data/files", test_files);
  g_test_add_func ("/data/expressions", test_expressions);
  g_test_add_func ("/data/rows-of-bieu-mau", test_rows_of_bieu_mau);
  return g_test_run ();
}
