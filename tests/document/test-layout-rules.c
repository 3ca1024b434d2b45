/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-rules.h"
#include "trinh-layout-settings.h"

#define MM(points) ((points) * 25.4 / 72)

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhLayoutRules) rules = trinh_layout_rules_load_id ("nd30-2020", &error);
  const TrinhLayoutRole *role;

  g_assert_no_error (error);
  role = trinh_layout_rules_find_role (rules, "motto-country");
  g_assert_nonnull (role);
  g_assert_true (role->single_line);
  g_assert_cmpint (role->bold, ==, TRINH_MUST_BE);
  g_assert_cmpint (role->italic, ==, TRINH_MUST_NOT_BE);
  g_assert_cmpstr (role->align, ==, "center");
  g_assert_cmpstr (role->align_to, ==, "motto");
  g_assert_null (role->last);
  g_assert_cmpstr (trinh_layout_rules_find_role (rules, "recipients")->last, ==, "- Lưu: ");
  role = trinh_layout_rules_find_role (rules, "page-number");
  g_assert_true (role->top_margin);
  g_assert_false (role->first_page);
  g_assert_true (trinh_layout_rules_find_role (rules, "list-item") == trinh_layout_rules_find_role (rules, "body"));
  g_assert_nonnull (trinh_layout_rules_find_role (rules, "cell"));
  g_assert_null (trinh_layout_rules_find_role (rules, "value"));
  g_assert_true (trinh_limit_holds (rules->drawn_line, trinh_layout_settings_get ()->rule));
  g_assert_cmpuint (rules->signature_lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (rules->signature_whole, 0.5, 0.001);
  g_assert_cmpstr (rules->ending, ==, "./.");
  g_assert_true (trinh_limit_holds (rules->paragraph_space, 100));
}

/* The settings are the layouter's own; the limits judge them. */
static void
test_settings (void)
{
  g_autoptr (TrinhLayoutRules) rules = trinh_layout_rules_load_id ("nd30-2020", NULL);
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();

  g_assert_nonnull (rules);
  g_assert_true (trinh_limit_holds (rules->margin_top, MM (settings->top)));
  g_assert_true (trinh_limit_holds (rules->margin_bottom, MM (settings->bottom)));
  g_assert_true (trinh_limit_holds (rules->margin_left, MM (settings->left)));
  g_assert_true (trinh_limit_holds (rules->margin_right, MM (settings->right)));
  g_assert_true (trinh_limit_holds (rules->first_line, MM (settings->first_line)));
  g_assert_true (trinh_limit_holds (rules->paragraph_space, settings->paragraph_space));
  g_assert_true (trinh_limit_holds (rules->line_spacing, settings->line_spacing));
}

static void
test_bounds (void)
{
  TrinhLimit limit = { 13, 14 };

  g_assert_true (trinh_limit_holds (limit, 13));
  g_assert_true (trinh_limit_holds (limit, 14));
  g_assert_false (trinh_limit_holds (limit, 12.9));
  g_assert_false (trinh_limit_holds (limit, 14.1));
}

static void
check_broken (const char *contents,
              const char *pattern)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "rules.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhLayoutRules) rules = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  rules = trinh_layout_rules_load (file, &error);
  g_assert_null (rules);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_broken (void)
{
  check_broken ("{ \"format\": \"trinhky-form/1\" }", "*:1:*format*");
  check_broken ("{ \"format\": \"trinhky-layout/1\" }", "*:1:*page*");
  check_broken ("{ \"format\": \"trinhky-layout/1\",\n\"page\": { \"margins-mm\": { \"top\": 20 } } }", "*:2:*top*pair*");
  check_broken ("{ \"format\": \"trinhky-layout/1\",\n\"page\": { \"margins-mm\": { \"top\": [25, 20] } } }", "*:2:*top*least*");
  check_broken ("[", "*");
  check_broken ("[]", "*format*");
}

/* As the corpus of tests/core, which has no layouter: file, line and reason. */
static void
test_bad_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *expect_path = g_strconcat (stem, ".expect", NULL);
  g_autofree char *expect = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhLayoutRules) rules = trinh_layout_rules_load (file, &error);

  g_assert_null (rules);
  g_assert_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_LAYOUT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, ".json:"));
  g_assert_true (g_file_get_contents (expect_path, &expect, NULL, NULL));
  lines = g_strsplit (g_strchomp (expect), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (error->message, lines[i]));
}

static void
add_bad_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "data", "bad", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    if (g_str_has_prefix (name, "layout-") && g_str_has_suffix (name, ".json"))
      {
        g_autofree char *test = g_strconcat ("/layout-rules/bad/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_bad_file, g_free);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout-rules/shipped", test_shipped);
  g_test_add_func ("/layout-rules/settings", test_settings);
  g_test_add_func ("/layout-rules/bounds", test_bounds);
  g_test_add_func ("/layout-rules/broken", test_broken);
  add_bad_files ();
  return g_test_run ();
}
