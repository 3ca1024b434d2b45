/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-json.h"

static TrinhJsonDocument *
parse (const char *text,
       GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return trinh_json_document_parse (bytes, "a.json", error);
}

static const struct
{
  const char *text;
  int code;
  guint line;
  const char *reason;
} refused_cases[] = {
  { "", TRINH_CORE_ERROR_SYNTAX, 1, "ends too early" },
  { "\n\n", TRINH_CORE_ERROR_SYNTAX, 3, "ends too early" },
  { "\xEF\xBB\xBF{}", TRINH_CORE_ERROR_SYNTAX, 1, "byte-order mark" },
  { "{\n\"a\": \"\xFF\"}", TRINH_CORE_ERROR_SYNTAX, 2, "UTF-8" },
  { "\"\xED\xA0\x80\"", TRINH_CORE_ERROR_SYNTAX, 1, "UTF-8" },
  { "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", TRINH_CORE_ERROR_DUPLICATE, 3, "“a”" },
  { "{\"\\u0061\": 1,\n \"a\": 3}", TRINH_CORE_ERROR_DUPLICATE, 2, "“a”" },
  { "[\"a\\u0000b\"]", TRINH_CORE_ERROR_SYNTAX, 1, "U+0000" },
  { "[\"\\uD83D\"]", TRINH_CORE_ERROR_SYNTAX, 1, "first half" },
  { "[\"\\uD83Dx\"]", TRINH_CORE_ERROR_SYNTAX, 1, "first half" },
  { "[\"\\uD83D\\u0041\"]", TRINH_CORE_ERROR_SYNTAX, 1, "first half" },
  { "[\"\\uD83D\\uZZZZ\"]", TRINH_CORE_ERROR_SYNTAX, 1, "first half" },
  { "[\"\\uDE00\"]", TRINH_CORE_ERROR_SYNTAX, 1, "second half" },
  { "[\"\\u12\"]", TRINH_CORE_ERROR_SYNTAX, 1, "hexadecimal" },
  { "[\"\\x\"]", TRINH_CORE_ERROR_SYNTAX, 1, "backslash" },
  { "[\"a\nb\"]", TRINH_CORE_ERROR_SYNTAX, 1, "not closed" },
  { "[\"a", TRINH_CORE_ERROR_SYNTAX, 1, "not closed" },
  { "[\"a\\", TRINH_CORE_ERROR_SYNTAX, 1, "backslash" },
  { "/* x */ {}", TRINH_CORE_ERROR_SYNTAX, 1, "“/”" },
  { "{} // x", TRINH_CORE_ERROR_SYNTAX, 1, "end of the file" },
  { "{}\n{}", TRINH_CORE_ERROR_SYNTAX, 2, "end of the file" },
  { "[1,]", TRINH_CORE_ERROR_SYNTAX, 1, "“]”" },
  { "{\"a\":1,}", TRINH_CORE_ERROR_SYNTAX, 1, "“}”" },
  { "{a: 1}", TRINH_CORE_ERROR_SYNTAX, 1, "“a”" },
  { "{'a': 1}", TRINH_CORE_ERROR_SYNTAX, 1, "“'”" },
  { "{\"a\" 1}", TRINH_CORE_ERROR_SYNTAX, 1, "colon" },
  { "{\"a\":\n1 \"b\": 2}", TRINH_CORE_ERROR_SYNTAX, 2, "comma" },
  { "[1 2]", TRINH_CORE_ERROR_SYNTAX, 1, "comma" },
  { "[", TRINH_CORE_ERROR_SYNTAX, 1, "ends too early" },
  { "[07]", TRINH_CORE_ERROR_SYNTAX, 1, "“07”" },
  { "[0x10]", TRINH_CORE_ERROR_SYNTAX, 1, "“x”" },
  { "[+1]", TRINH_CORE_ERROR_SYNTAX, 1, "“+”" },
  { "[1.]", TRINH_CORE_ERROR_SYNTAX, 1, "“1.”" },
  { "[-]", TRINH_CORE_ERROR_SYNTAX, 1, "“-”" },
  { "[.5]", TRINH_CORE_ERROR_SYNTAX, 1, "“.”" },
  { "[NaN]", TRINH_CORE_ERROR_SYNTAX, 1, "“NaN”" },
  { "[True]", TRINH_CORE_ERROR_SYNTAX, 1, "“True”" },
  { "[nul]", TRINH_CORE_ERROR_SYNTAX, 1, "“nul”" },
  { "[9223372036854775808]", TRINH_CORE_ERROR_RANGE, 1, "too large" },
  { "[1e400]", TRINH_CORE_ERROR_RANGE, 1, "too large" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhJsonDocument) document = parse (refused_cases[i].text, &error);
      g_autofree char *start = g_strdup_printf ("a.json:%u: ", refused_cases[i].line);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_null (document);
      g_assert_error (error, TRINH_CORE_ERROR, refused_cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, start));
      g_assert_nonnull (strstr (error->message, refused_cases[i].reason));
    }
}

/* A zero byte inside is no end of the text. */
static void
test_zero_byte (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}\0{}", 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_json_document_parse (bytes, "a.json", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
}

static const struct
{
  const char *text;
  const char *line; /* as written again */
} read_cases[] = {
  { "{}", "{}" },
  { " [ ] \r\n", "[]" },
  { "null", "null" },
  { "[true, false, null]", "[true,false,null]" },
  { "[0, -7, 9223372036854775807, -9223372036854775808]", "[0,-7,9223372036854775807,-9223372036854775808]" },
  { "[63.6, 0.1, 1e2, -0.5, 1E-7]", "[63.6,0.1,100.0,-0.5,1e-07]" },
  { "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"a\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "\"\\u1ec7 \\ud83d\\ude00 \\u0001\"", "\"ệ 😀 \\u0001\"" },
  { "{\"b\": 1, \"a\": {\"\": []}}", "{\"b\":1,\"a\":{\"\":[]}}" },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhJsonDocument) document = parse (read_cases[i].text, &error);
      g_autofree char *line = NULL;

      g_assert_no_error (error);
      line = trinh_json_to_line (trinh_json_document_get_root (document));
      g_assert_cmpstr (line, ==, read_cases[i].line);
    }
}

static char *
nest (guint levels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autoptr (GError) deep_error = NULL;
  g_autoptr (GError) large_error = NULL;
  g_autofree char *deepest = nest (TRINH_JSON_MAX_DEPTH);
  g_autofree char *too_deep = nest (TRINH_JSON_MAX_DEPTH + 1);
  g_autofree char *far_too_deep = nest (4 * 1024 * 1024);
  g_autofree char *spaces = g_strnfill (TRINH_JSON_MAX_SIZE, ' ');
  g_autofree char *large = NULL;
  g_autoptr (TrinhJsonDocument) document = parse (deepest, NULL);
  g_autoptr (TrinhJsonDocument) largest = NULL;

  g_assert_nonnull (document);
  g_assert_null (parse (too_deep, &deep_error));
  g_assert_error (deep_error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TOO_LARGE);
  g_assert_null (parse (far_too_deep, NULL));

  large = g_strconcat (spaces, "1", NULL);
  g_assert_null (parse (large, &large_error));
  g_assert_error (large_error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TOO_LARGE);
  largest = parse (large + 1, NULL);
  g_assert_nonnull (largest);
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = parse ("{\n  \"a\": {\n    \"b\": [\n      1,\n      {} ] },\n  \"c\":\n    2\n}\n", NULL);
  JsonNode *root = trinh_json_document_get_root (document);
  JsonObject *object = json_node_get_object (root);
  JsonNode *a = json_object_get_member (object, "a");
  JsonNode *b = json_object_get_member (json_node_get_object (a), "b");
  JsonNode *element = json_array_get_element (json_node_get_array (b), 1);
  g_autoptr (JsonNode) stranger = json_node_new (JSON_NODE_NULL);

  g_assert_cmpuint (trinh_json_document_get_line (document, root), ==, 1);
  g_assert_cmpuint (trinh_json_document_get_line (document, a), ==, 2);
  g_assert_cmpuint (trinh_json_document_get_line (document, b), ==, 3);
  g_assert_cmpuint (trinh_json_document_get_line (document, element), ==, 5);
  g_assert_cmpuint (trinh_json_document_get_line (document, json_object_get_member (object, "c")), ==, 7);
  g_assert_cmpuint (trinh_json_document_get_line (document, stranger), ==, 0);

  trinh_json_document_set_error (document, element, &error, TRINH_CORE_ERROR_TYPE, "row “%s”", "2.1");
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TYPE);
  g_assert_cmpstr (error->message, ==, "a.json:5: row “2.1”");
  g_clear_error (&error);
  trinh_json_document_set_error (document, NULL, &error, TRINH_CORE_ERROR_MISSING, "all");
  g_assert_cmpstr (error->message, ==, "a.json: all");
}

static void
test_text (void)
{
  g_autoptr (TrinhJsonDocument) document =
    parse ("{\"id\":\"x\",\"rows\":[{\"key\":\"1\",\"label\":\"Tỷ lệ\"},{}],\"empty\":[],\"names\":[\"a\",\"b\"]}", NULL);
  g_autofree char *text = trinh_json_to_text (trinh_json_document_get_root (document));
  g_autofree char *again = NULL;
  g_autoptr (TrinhJsonDocument) second = parse (text, NULL);

  g_assert_cmpstr (text, ==, "{\n"
                             "  \"id\": \"x\",\n"
                             "  \"rows\": [\n"
                             "    { \"key\": \"1\", \"label\": \"Tỷ lệ\" },\n"
                             "    {}\n"
                             "  ],\n"
                             "  \"empty\": [],\n"
                             "  \"names\": [\"a\", \"b\"]\n"
                             "}\n");
  again = trinh_json_to_text (trinh_json_document_get_root (second));
  g_assert_cmpstr (again, ==, text);
}

/* A leaf stays on its line up to 140 characters, its indent among them. */
static void
test_text_width (void)
{
  g_autofree char *fits = g_strnfill (140 - strlen ("  [\"\"]"), 'x');
  g_autoptr (JsonArray) root = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), root);
  JsonArray *leaf = json_array_new ();
  g_autofree char *one_line = NULL;
  g_autofree char *more_lines = NULL;

  json_array_add_string_element (leaf, fits);
  json_array_add_array_element (root, leaf);
  one_line = trinh_json_to_text (node);
  g_assert_nonnull (strstr (one_line, "[\n  [\"xxx"));
  json_array_add_int_element (leaf, 1);
  more_lines = trinh_json_to_text (node);
  g_assert_nonnull (strstr (more_lines, "[\n  [\n    \"xxx"));
}

static void
test_load (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhJsonDocument) nothing = NULL;

  path = g_build_filename (g_get_user_cache_dir (), "kỳ.json", NULL);
  file = g_file_new_for_path (path);
  nothing = trinh_json_document_load (file, &error);
  g_assert_null (nothing);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "kỳ.json"));
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{}\n", -1, NULL));
  document = trinh_json_document_load (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_json_document_get_sha256 (document), ==, "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
  g_assert_true (g_str_has_suffix (trinh_json_document_get_name (document), "kỳ.json"));

  nothing = trinh_json_document_load (endless, &error);
  g_assert_null (nothing);
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TOO_LARGE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/zero-byte", test_zero_byte);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/lines", test_lines);
  g_test_add_func ("/json/text", test_text);
  g_test_add_func ("/json/text-width", test_text_width);
  g_test_add_func ("/json/load", test_load);

  return g_test_run ();
}
