/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-value.h"

static JsonNode *
node (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "value", &error);

  g_assert_no_error (error);

  return json_node_copy (trinh_json_document_get_root (document));
}

static TrinhValue *
read_value (const char *text,
            GError **error)
{
  g_autoptr (JsonNode) json = node (text);

  return trinh_value_from_json (json, error);
}

static const struct
{
  const char *json;
  const char *text;
  TrinhBlank blank;
  const char *note;
  gboolean estimate;
  TrinhOrigin origin;
  gboolean is_number;
  gboolean is_empty;
  const char *written; /* where it differs */
} cases[] = {
  { "{\"value\":\"63.6\"}", "63.6", .note = "", .is_number = TRUE },
  { "{\"value\":\"-5\",\"note\":\"ghi chú\",\"estimate\":true,\"origin\":\"imported\"}", "-5", .note = "ghi chú", .estimate = TRUE, .origin = TRINH_ORIGIN_IMPORTED, .is_number = TRUE },
  { "{\"value\":\"42.42\",\"origin\":\"computed\"}", "42.42", .note = "", .origin = TRINH_ORIGIN_COMPUTED, .is_number = TRUE },
  { "{\"value\":\"07\"}", "07", .note = "" },
  { "{\"value\":\"Tốt\"}", "Tốt", .note = "" },
  { "{\"blank\":\"not-applicable\",\"note\":\"x\"}", NULL, TRINH_BLANK_NOT_APPLICABLE, "x" },
  { "{\"blank\":\"none-occurred\"}", NULL, TRINH_BLANK_NONE_OCCURRED, "" },
  { "{\"blank\":\"not-available\"}", NULL, TRINH_BLANK_NOT_AVAILABLE, "" },
  { "{}", NULL, .note = "", .is_empty = TRUE },
  { "{\"value\":\"\"}", NULL, .note = "", .is_empty = TRUE, .written = "{}" },
  { "{\"value\":\"1\",\"note\":\"\",\"estimate\":false,\"origin\":\"entered\"}", "1", .note = "", .is_number = TRUE, .written = "{\"value\":\"1\"}" },
  { "{\"value\":\"1\",\"z\":[1,{\"y\":null}],\"b\":63.6}", "1", .note = "", .is_number = TRUE },
  { "{\"seen\":true}", NULL, .note = "" },
};

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhValue) value = read_value (cases[i].json, &error);
      g_autoptr (TrinhValue) again = NULL;
      g_autoptr (JsonNode) json = NULL;
      g_autofree char *line = NULL;
      TrinhDecimal number;

      g_assert_no_error (error);
      g_assert_cmpstr (trinh_value_get_text (value), ==, cases[i].text);
      g_assert_cmpint (trinh_value_get_blank (value), ==, cases[i].blank);
      g_assert_cmpstr (trinh_value_get_note (value), ==, cases[i].note);
      g_assert_cmpint (trinh_value_get_estimate (value), ==, cases[i].estimate);
      g_assert_cmpint (trinh_value_get_origin (value), ==, cases[i].origin);
      g_assert_cmpint (trinh_value_get_decimal (value, &number), ==, cases[i].is_number);
      g_assert_cmpint (trinh_value_is_empty (value), ==, cases[i].is_empty);

      json = trinh_value_to_json (value);
      line = trinh_json_to_line (json);
      g_assert_cmpstr (line, ==, cases[i].written != NULL ? cases[i].written : cases[i].json);
      again = trinh_value_from_json (json, NULL);
      g_assert_true (trinh_value_equal (value, again));
    }
}

static const struct
{
  const char *json;
  int code;
} refused[] = {
  { "{\"value\":63.6}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":33}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":null}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":true}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":[\"1\"]}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":\"1\",\"note\":1}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":\"1\",\"estimate\":\"true\"}", TRINH_CORE_ERROR_TYPE },
  { "{\"value\":\"1\",\"origin\":\"guessed\"}", TRINH_CORE_ERROR_UNKNOWN },
  { "{\"blank\":\"forgotten\"}", TRINH_CORE_ERROR_UNKNOWN },
  { "{\"value\":\"1\",\"blank\":\"not-available\"}", TRINH_CORE_ERROR_SYNTAX },
  { "\"63.6\"", TRINH_CORE_ERROR_TYPE },
  { "63.6", TRINH_CORE_ERROR_TYPE },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i].json);
      g_assert_null (read_value (refused[i].json, &error));
      g_assert_error (error, TRINH_CORE_ERROR, refused[i].code);
    }
}

static void
assert_line (TrinhValue *value,
             const char *expected)
{
  g_autoptr (JsonNode) json = trinh_value_to_json (value);
  g_autofree char *line = trinh_json_to_line (json);

  g_assert_cmpstr (line, ==, expected);
}

/* What is not named is kept, what nobody knows too; a reason and a text exclude each other. */
static void
test_changes (void)
{
  g_autoptr (TrinhValue) value = read_value ("{\"value\":\"1\",\"note\":\"n\",\"estimate\":true,\"z\":1}", NULL);
  g_autoptr (TrinhValue) text = trinh_value_with_text (value, "2", TRINH_ORIGIN_COMPUTED);
  g_autoptr (TrinhValue) note = trinh_value_with_note (value, NULL);
  g_autoptr (TrinhValue) blank = trinh_value_with_blank (value, TRINH_BLANK_NOT_AVAILABLE);
  g_autoptr (TrinhValue) cleared = trinh_value_with_text (blank, NULL, TRINH_ORIGIN_ENTERED);
  g_autoptr (TrinhValue) refilled = trinh_value_with_text (blank, "3", TRINH_ORIGIN_ENTERED);
  g_autoptr (TrinhValue) same = trinh_value_with_blank (value, TRINH_BLANK_NO_REASON);
  g_autoptr (TrinhValue) measured = trinh_value_with_estimate (value, FALSE);

  assert_line (text, "{\"value\":\"2\",\"note\":\"n\",\"estimate\":true,\"origin\":\"computed\",\"z\":1}");
  assert_line (note, "{\"value\":\"1\",\"estimate\":true,\"z\":1}");
  assert_line (blank, "{\"blank\":\"not-available\",\"note\":\"n\",\"estimate\":true,\"z\":1}");
  assert_line (cleared, "{\"blank\":\"not-available\",\"note\":\"n\",\"estimate\":true,\"z\":1}");
  assert_line (refilled, "{\"value\":\"3\",\"note\":\"n\",\"estimate\":true,\"z\":1}");
  assert_line (measured, "{\"value\":\"1\",\"note\":\"n\",\"z\":1}");
  g_assert_true (trinh_value_equal (same, value));
  g_assert_false (trinh_value_equal (text, value));
  g_assert_false (trinh_value_equal (note, value));
  g_assert_false (trinh_value_equal (measured, value));
}

static void
test_nothing (void)
{
  g_autoptr (TrinhValue) value = trinh_value_with_note (NULL, "n");
  g_autoptr (TrinhValue) empty = trinh_value_new (NULL);
  g_autoptr (TrinhValue) known = trinh_value_new ("1");
  g_autoptr (TrinhValue) unknown = read_value ("{\"value\":\"1\",\"z\":1}", NULL);
  TrinhDecimal number;

  g_assert_null (trinh_value_get_text (NULL));
  g_assert_cmpstr (trinh_value_get_note (NULL), ==, "");
  g_assert_cmpint (trinh_value_get_blank (NULL), ==, TRINH_BLANK_NO_REASON);
  g_assert_false (trinh_value_get_decimal (NULL, &number));
  g_assert_true (trinh_value_is_empty (NULL));
  g_assert_true (trinh_value_is_empty (empty));
  g_assert_true (trinh_value_equal (NULL, NULL));
  g_assert_false (trinh_value_equal (NULL, empty));
  g_assert_false (trinh_value_equal (known, unknown));
  assert_line (value, "{\"note\":\"n\"}");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/value/round-trip", test_round_trip);
  g_test_add_func ("/value/refused", test_refused);
  g_test_add_func ("/value/changes", test_changes);
  g_test_add_func ("/value/nothing", test_nothing);

  return g_test_run ();
}
