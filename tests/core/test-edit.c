/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

static void
test_contents (void)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("nhãn");
  g_autoptr (TrinhValue) value = trinh_value_new ("5");
  g_autoptr (TrinhSection) section = trinh_section_new ("s9", "I", "1", "Tên", "Chữ", FALSE);
  const char *const keys[] = { "r1", "r2", NULL };

  trinh_edit_set_value (edit, "k1:1.1", value);
  trinh_edit_set_section (edit, section);
  trinh_edit_set_rows (edit, "k3", keys);
  trinh_edit_set_member_strv (edit, "recipients", keys);
  trinh_edit_set_author (edit, "Lan");

  g_assert_cmpstr (trinh_edit_get_label (edit), ==, "nhãn");
  g_assert_cmpstr (trinh_edit_get_author (edit), ==, "Lan");
  g_assert_cmpuint (trinh_edit_get_n_changes (edit), ==, 4);
  g_assert_cmpint (trinh_edit_get_change (edit, 1)->kind, ==, TRINH_CHANGE_SECTION);
  g_assert_cmpstr (trinh_edit_get_change (edit, 1)->target, ==, "s9");
  g_assert_null (trinh_edit_get_change (edit, 0)->old_content);
}

/* A later change of the same thing takes the place of the earlier one. */
static void
test_one_change_a_target (void)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");

  trinh_edit_set_member_string (edit, "number", "1");
  trinh_edit_set_member_string (edit, "symbol", "BC");
  trinh_edit_set_member_string (edit, "number", "2");
  g_assert_cmpuint (trinh_edit_get_n_changes (edit), ==, 2);
  g_assert_cmpstr (json_node_get_string (trinh_edit_get_change (edit, 0)->new_content), ==, "2");
}

/* An empty value takes the value away. */
static void
test_empty_value (void)
{
  g_autoptr (TrinhValue) empty = trinh_value_new ("");
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("", "k1:1.1", empty);

  g_assert_null (trinh_edit_get_change (edit, 0)->new_content);
}

static void
test_normalized (void)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (JsonNode) node = fixture_json ("[{\"id\":\"d1\",\"abstract\":\"Ba\xcc\x81o ca\xcc\x81o\"}]");
  JsonNode *kept;

  trinh_edit_set_member (edit, "documents", node);
  kept = trinh_edit_get_change (edit, 0)->new_content;
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_node_get_array (kept), 0), "abstract"), ==, "Báo cáo");
  /* What the caller does to its own tree later is its own business. */
  json_array_remove_element (json_node_get_array (node), 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (kept)), ==, 1);
}

static void
test_invert (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("đổi");
  g_autoptr (TrinhEdit) inverse = NULL;
  g_autoptr (TrinhValue) value = trinh_value_new ("5");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_author (edit, "Lan");
  trinh_edit_set_value (edit, "k1:1.1", value);
  trinh_edit_set_member_string (edit, "number", "15");
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_node_get_string (trinh_edit_get_change (edit, 1)->old_content), ==, "");

  inverse = trinh_edit_invert (edit);
  g_assert_cmpstr (trinh_edit_get_label (inverse), ==, "đổi");
  g_assert_cmpstr (trinh_edit_get_author (inverse), ==, "Lan");
  g_assert_cmpstr (trinh_edit_get_change (inverse, 0)->target, ==, "number");
  g_assert_cmpstr (json_node_get_string (trinh_edit_get_change (inverse, 0)->new_content), ==, "");
  g_assert_cmpstr (trinh_edit_get_change (inverse, 1)->target, ==, "k1:1.1");
  g_assert_null (trinh_edit_get_change (inverse, 1)->new_content);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/edit/contents", test_contents);
  g_test_add_func ("/edit/one-change-a-target", test_one_change_a_target);
  g_test_add_func ("/edit/empty-value", test_empty_value);
  g_test_add_func ("/edit/normalized", test_normalized);
  g_test_add_func ("/edit/invert", test_invert);

  return g_test_run ();
}
