/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-json.h"
#include "trinh-outline.h"

static TrinhOutline *
load (const char *items,
      GPtrArray **problems)
{
  g_autofree char *content = g_strdup_printf ("{ \"format\": \"trinhky-outline/1\", \"id\": \"o1\", \"title\": \"T\", \"items\": [\n%s ] }", items);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "o1.json", &error);

  g_assert_no_error (error);
  return trinh_outline_load (document, problems);
}

static void
test_items (void)
{
  g_autoptr (TrinhOutline) outline = load (
    "{ \"id\": \"opening\", \"role\": \"opening\", \"template\": \"{office} báo cáo\" },\n"
    "{ \"id\": \"I\", \"number\": \"I\", \"title\": \"MỘT\", \"level\": 1, \"guidance\": \"Nêu\", \"forms\": [\"bm1\", \"bm2\"], \"required\": true },\n"
    "{ \"id\": \"I.1\", \"title\": \"Hai\", \"level\": 2 },\n"
    "{ \"id\": \"closing\", \"role\": \"closing\" }",
    NULL);
  TrinhOutlineItem *item;

  g_assert_nonnull (outline);
  g_assert_cmpstr (trinh_outline_get_id (outline), ==, "o1");
  g_assert_cmpstr (trinh_outline_get_title (outline), ==, "T");
  g_assert_cmpuint (g_list_model_get_n_items (trinh_outline_get_items (outline)), ==, 4);
  item = trinh_outline_find_item (outline, "opening");
  g_assert_cmpint (trinh_outline_item_get_role (item), ==, TRINH_OUTLINE_OPENING);
  g_assert_cmpuint (trinh_outline_item_get_level (item), ==, 0);
  g_assert_cmpstr (trinh_outline_item_get_template (item), ==, "{office} báo cáo");
  item = trinh_outline_find_item (outline, "I");
  g_assert_cmpint (trinh_outline_item_get_role (item), ==, TRINH_OUTLINE_HEADING);
  g_assert_cmpstr (trinh_outline_item_get_number (item), ==, "I");
  g_assert_cmpstr (trinh_outline_item_get_title (item), ==, "MỘT");
  g_assert_cmpstr (trinh_outline_item_get_guidance (item), ==, "Nêu");
  g_assert_true (trinh_outline_item_get_required (item));
  g_assert_cmpstr (trinh_outline_item_get_forms (item)[1], ==, "bm2");
  item = trinh_outline_find_item (outline, "I.1");
  g_assert_cmpuint (trinh_outline_item_get_level (item), ==, 2);
  g_assert_false (trinh_outline_item_get_required (item));
  g_assert_cmpstr (trinh_outline_item_get_number (item), ==, "");
  g_assert_null (trinh_outline_item_get_forms (item)[0]);
  g_assert_null (trinh_outline_find_item (outline, "II"));
}

#define HEADING(id, level) "{ \"id\": \"" id "\", \"title\": \"T\", \"level\": " level " }"

static const struct
{
  const char *items;
  const char *problem;
} wrong[] = {
  { "", "o1.json:1: the outline has no items" },
  { HEADING ("I", "1") ",\n" HEADING ("I", "1"), "o1.json:3: the id “I” stands there twice" },
  { HEADING ("I", "2"), "o1.json:2: the level of “I” is 2" },
  { HEADING ("I", "1") ",\n" HEADING ("J", "3"), "o1.json:3: the level of “J” is 3" },
  { HEADING ("I", "1") ",\n{ \"id\": \"o\", \"role\": \"opening\" }", "o1.json:3: the opening “o” must be the first" },
  { "{ \"id\": \"c\", \"role\": \"closing\" },\n" HEADING ("I", "1"), "o1.json:3: “I” stands behind the closing" },
  { "{ \"id\": \"o\", \"role\": \"opening\", \"level\": 1 }", "only a heading has a level" },
  { "{ \"id\": \"I\", \"level\": 1 }", "o1.json:2: the member “title” is missing" },
  { "{ \"id\": \"I\", \"title\": \"T\" }", "o1.json:2: the member “level” is missing" },
  { "{ \"title\": \"T\", \"level\": 1 }", "o1.json:2: the member “id” is missing" },
  { "{ \"id\": \"\", \"title\": \"T\", \"level\": 1 }", "must not be empty" },
  { "{ \"id\": \"o\", \"role\": \"middle\" , \"title\": \"T\", \"level\": 1 }", "“role” cannot be “middle”" },
  { "{ \"id\": \"I\", \"title\": \"T\", \"level\": 1, \"form\": \"bm1\" }", "no member “form”" },
  { "{ \"id\": \"I\", \"title\": \"T\", \"level\": 1, \"forms\": [1] }", "“forms” must be a text" },
  { "\"I\"", "must be an object" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GPtrArray *problems = NULL;
      g_autoptr (TrinhOutline) outline = load (wrong[i].items, &problems);
      g_autoptr (GPtrArray) found = problems;

      g_assert_null (outline);
      g_assert_cmpuint (found->len, ==, 1);
      if (strstr (((GError *) g_ptr_array_index (found, 0))->message, wrong[i].problem) == NULL)
        g_test_fail_printf ("“%s”, not “%s”", ((GError *) g_ptr_array_index (found, 0))->message, wrong[i].problem);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/outline/items", test_items);
  g_test_add_func ("/outline/wrong", test_wrong);
  return g_test_run ();
}
