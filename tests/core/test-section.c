/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-section.h"

static TrinhSection *
read_section (const char *text,
              GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "section", error);

  g_assert_nonnull (document);

  return trinh_section_from_json (trinh_json_document_get_root (document), error);
}

static void
assert_line (TrinhSection *section,
             const char *expected)
{
  g_autoptr (JsonNode) json = trinh_section_to_json (section);
  g_autofree char *line = trinh_json_to_line (json);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"s1\",\"outline\":\"I.1\",\"number\":\"1\",\"title\":\"Về kế hoạch\",\"text\":\"Một.\\n- Hai\",\"none\":true,\"z\":[63.6]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhSection) section = read_section (text, &error);
  g_autoptr (TrinhSection) again = read_section (text, NULL);
  g_autoptr (TrinhSection) other = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (trinh_section_get_id (section), ==, "s1");
  g_assert_cmpstr (trinh_section_get_outline (section), ==, "I.1");
  g_assert_cmpstr (trinh_section_get_number (section), ==, "1");
  g_assert_cmpstr (trinh_section_get_title (section), ==, "Về kế hoạch");
  g_assert_cmpstr (trinh_section_get_text (section), ==, "Một.\n- Hai");
  g_assert_true (trinh_section_get_none (section));
  assert_line (section, text);
  g_assert_true (trinh_section_equal (section, again));

  other = trinh_section_with_text (section, "Ba", FALSE);
  assert_line (other, "{\"id\":\"s1\",\"outline\":\"I.1\",\"number\":\"1\",\"title\":\"Về kế hoạch\",\"text\":\"Ba\",\"none\":false,\"z\":[63.6]}");
  g_assert_false (trinh_section_equal (section, other));
}

/* The mark stays while the text does, and only then. */
static void
test_carried (void)
{
  const char *text = "{\"id\":\"s1\",\"outline\":\"I\",\"number\":\"\",\"title\":\"\",\"text\":\"Cũ\",\"none\":false,\"carried_from\":\"2021-H2\",\"z\":1}";
  g_autoptr (TrinhSection) section = read_section (text, NULL);
  g_autoptr (TrinhSection) same = trinh_section_with_text (section, "Cũ", FALSE);
  g_autoptr (TrinhSection) edited = trinh_section_with_text (section, "Mới", FALSE);
  g_autoptr (TrinhSection) none = trinh_section_with_text (section, "Cũ", TRUE);
  g_autoptr (TrinhSection) own = trinh_section_with_carried_from (section, NULL);

  assert_line (section, text);
  g_assert_cmpstr (trinh_section_get_carried_from (section), ==, "2021-H2");
  g_assert_true (trinh_section_equal (section, same));
  g_assert_null (trinh_section_get_carried_from (edited));
  g_assert_null (trinh_section_get_carried_from (none));
  g_assert_null (trinh_section_get_carried_from (own));
  g_assert_false (trinh_section_equal (section, own));
}

static void
test_short (void)
{
  g_autoptr (TrinhSection) section = read_section ("{\"id\":\"s1\"}", NULL);
  g_autoptr (TrinhSection) expected = trinh_section_new ("s1", NULL, NULL, NULL, NULL, FALSE);
  g_autoptr (TrinhSection) unknown = read_section ("{\"id\":\"s1\",\"z\":1}", NULL);

  g_assert_true (trinh_section_equal (section, expected));
  g_assert_false (trinh_section_equal (section, unknown));
  assert_line (section, "{\"id\":\"s1\",\"outline\":\"\",\"number\":\"\",\"title\":\"\",\"text\":\"\",\"none\":false}");
}

static const struct
{
  const char *json;
  int code;
} refused[] = {
  { "{}", TRINH_CORE_ERROR_MISSING },
  { "{\"id\":\"\"}", TRINH_CORE_ERROR_MISSING },
  { "{\"id\":1}", TRINH_CORE_ERROR_TYPE },
  { "{\"id\":\"s1\",\"text\":null}", TRINH_CORE_ERROR_TYPE },
  { "{\"id\":\"s1\",\"number\":1}", TRINH_CORE_ERROR_TYPE },
  { "{\"id\":\"s1\",\"none\":\"false\"}", TRINH_CORE_ERROR_TYPE },
  { "{\"id\":\"s1\",\"carried_from\":2021}", TRINH_CORE_ERROR_TYPE },
  { "{\"id\":\"s1\",\"carried_from\":\"2021-H3\"}", TRINH_CORE_ERROR_UNKNOWN },
  { "[]", TRINH_CORE_ERROR_TYPE },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_section (refused[i].json, &error));
      g_assert_error (error, TRINH_CORE_ERROR, refused[i].code);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/section/round-trip", test_round_trip);
  g_test_add_func ("/section/carried", test_carried);
  g_test_add_func ("/section/short", test_short);
  g_test_add_func ("/section/refused", test_refused);

  return g_test_run ();
}
