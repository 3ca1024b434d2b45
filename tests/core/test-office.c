/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-error.h"
#include "trinh-json.h"
#include "trinh-office.h"

static TrinhOffice *
read_office (const char *text,
             GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "office", error);

  g_assert_nonnull (document);

  return trinh_office_from_json (trinh_json_document_get_root (document), error);
}

static const struct
{
  const char *given;
  const char *name;
  const char *kind;
  const char *header;
  const char *place;
  const char *locality;
} names[] = {
  { "UBND xã Bình Lãng", "UBND xã Bình Lãng", "xã", "ỦY BAN NHÂN DÂN|XÃ BÌNH LÃNG", "Bình Lãng", "xã Bình Lãng" },
  { "UBND thị trấn Bút Sơn", "UBND thị trấn Bút Sơn", "thị trấn", "ỦY BAN NHÂN DÂN|THỊ TRẤN BÚT SƠN", "Bút Sơn", "thị trấn Bút Sơn" },
  { "UBND phường Đông Sơn", "UBND phường Đông Sơn", "phường", "ỦY BAN NHÂN DÂN|PHƯỜNG ĐÔNG SƠN", "Đông Sơn", "phường Đông Sơn" },
  { "UBND đặc khu Phú Quốc", "UBND đặc khu Phú Quốc", "đặc khu", "ỦY BAN NHÂN DÂN|ĐẶC KHU PHÚ QUỐC", "Phú Quốc", "đặc khu Phú Quốc" },
  { "Ủy ban nhân dân xã Bình Lương", "Ủy ban nhân dân xã Bình Lương", "xã", "ỦY BAN NHÂN DÂN|XÃ BÌNH LƯƠNG", "Bình Lương", "xã Bình Lương" },
  { "Uỷ ban nhân dân xã A", "Uỷ ban nhân dân xã A", "xã", "ỦY BAN NHÂN DÂN|XÃ A", "A", "xã A" },
  { "ỦY BAN NHÂN DÂN XÃ BÌNH LÃNG", "ỦY BAN NHÂN DÂN XÃ BÌNH LÃNG", "xã", "ỦY BAN NHÂN DÂN|XÃ BÌNH LÃNG", "BÌNH LÃNG", "XÃ BÌNH LÃNG" },
  { "  UBND  xã\tBình   Lãng ", "UBND xã Bình Lãng", "xã", "ỦY BAN NHÂN DÂN|XÃ BÌNH LÃNG", "Bình Lãng", "xã Bình Lãng" },
  { "xã Bình Lãng", "UBND xã Bình Lãng", "xã", "ỦY BAN NHÂN DÂN|XÃ BÌNH LÃNG", "Bình Lãng", "xã Bình Lãng" },
  { "UBND thị xã Nghi Sơn", "UBND thị xã Nghi Sơn", "thị xã", "ỦY BAN NHÂN DÂN|THỊ XÃ NGHI SƠN", "Nghi Sơn", "thị xã Nghi Sơn" },
  { "Sở Nội vụ", "Sở Nội vụ", "", "SỞ NỘI VỤ", "", "Sở Nội vụ" },
  { "UBND", "UBND", "", "UBND", "", "UBND" },
  { "UBND xã", "UBND xã", "", "UBND XÃ", "", "xã" },
  { "xãhội", "xãhội", "", "XÃHỘI", "", "xãhội" },
  { "", "", "", "", "", "" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TrinhOffice) office = trinh_office_new_for_name (names[i].given);
      g_autofree char *header = g_strjoinv ("|", (char **) trinh_office_get_header (office));

      g_assert_cmpstr (trinh_office_get_name (office), ==, names[i].name);
      g_assert_cmpstr (trinh_office_get_kind (office), ==, names[i].kind);
      g_assert_cmpstr (header, ==, names[i].header);
      g_assert_cmpstr (trinh_office_get_place (office), ==, names[i].place);
      g_assert_cmpstr (trinh_office_get_locality (office), ==, names[i].locality);
      g_assert_cmpstr (trinh_office_get_code (office), ==, "");
      g_assert_cmpstr (trinh_office_get_superior (office), ==, "");
    }
}

static void
test_round_trip (void)
{
  const char *text = "{\"name\":\"UBND xã Bình Lãng\",\"code\":\"11107\",\"kind\":\"xã\",\"header\":[\"ỦY BAN NHÂN DÂN\",\"XÃ BÌNH LÃNG\"],"
                     "\"superior\":\"UBND huyện Tứ Kỳ\",\"place\":\"Bình Lãng\",\"predecessors\":[],\"z\":1}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhOffice) office = read_office (text, &error);
  g_autoptr (TrinhOffice) again = NULL;
  g_autoptr (TrinhOffice) plain = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (trinh_office_get_code (office), ==, "11107");
  g_assert_cmpstr (trinh_office_get_superior (office), ==, "UBND huyện Tứ Kỳ");
  json = trinh_office_to_json (office);
  line = trinh_json_to_line (json);
  g_assert_cmpstr (line, ==, text);
  again = trinh_office_from_json (json, NULL);
  g_assert_true (trinh_office_equal (office, again));
  g_assert_false (trinh_office_equal (office, plain));
}

/* The name alone is enough; what is there, even "", is taken as it is. */
static void
test_short (void)
{
  g_autoptr (TrinhOffice) name = read_office ("{\"name\":\"UBND xã Bình Lãng\"}", NULL);
  g_autoptr (TrinhOffice) expected = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhOffice) bare = read_office ("{\"name\":\"UBND xã Bình Lãng\",\"kind\":\"\",\"header\":[],\"place\":\"\"}", NULL);

  g_assert_true (trinh_office_equal (name, expected));
  g_assert_cmpstr (trinh_office_get_kind (bare), ==, "");
  g_assert_cmpstr (trinh_office_get_place (bare), ==, "");
  g_assert_null (trinh_office_get_header (bare)[0]);
}

static const struct
{
  const char *json;
  int code;
} refused[] = {
  { "{}", TRINH_CORE_ERROR_MISSING },
  { "{\"name\":\"\"}", TRINH_CORE_ERROR_MISSING },
  { "{\"name\":1}", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"code\":11107}", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"header\":\"X\"}", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"header\":[1]}", TRINH_CORE_ERROR_TYPE },
  { "\"UBND xã Bình Lãng\"", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"predecessors\":\"y\"}", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"predecessors\":[1]}", TRINH_CORE_ERROR_TYPE },
  { "{\"name\":\"x\",\"predecessors\":[\"\"]}", TRINH_CORE_ERROR_MISSING },
  { "{\"name\":\"x\",\"predecessors\":[{\"code\":\"1\"}]}", TRINH_CORE_ERROR_MISSING },
  { "{\"name\":\"x\",\"predecessors\":[{\"name\":\"y\",\"code\":1}]}", TRINH_CORE_ERROR_TYPE },
};

static void
test_predecessors (void)
{
  const char *text = "{\"name\":\"x\",\"code\":\"\",\"kind\":\"\",\"header\":[],\"superior\":\"\",\"place\":\"\","
                     "\"predecessors\":[\"UBND xã A\",{\"name\":\"UBND xã B\",\"code\":\"2\",\"until\":\"2025-06-30\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhOffice) office = read_office (text, &error);
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (trinh_office_get_n_predecessors (office), ==, 2);
  g_assert_cmpstr (trinh_office_get_name (trinh_office_get_predecessor (office, 0)), ==, "UBND xã A");
  g_assert_cmpstr (trinh_office_get_code (trinh_office_get_predecessor (office, 1)), ==, "2");
  json = trinh_office_to_json (office);
  line = trinh_json_to_line (json);
  g_assert_cmpstr (line, ==, text);
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_office (refused[i].json, &error));
      g_assert_error (error, TRINH_CORE_ERROR, refused[i].code);
    }
}

static const struct
{
  const char *name_a;
  const char *code_a;
  const char *name_b;
  const char *code_b;
  gboolean same;
} pairs[] = {
  { "UBND xã Bình Lãng", "1", "UBND xã Bình Lãng mới", "1", TRUE },
  { "UBND xã Bình Lãng", "1", "UBND xã Bình Lãng", "2", FALSE },
  { "UBND xã Bình Lãng", "1", "UBND xã Bình Lãng", "", TRUE },
  { "UBND xã Bình Lãng", "", "UBND xã Bình Lương", "", FALSE },
  { "UBND xã Hoà An", "", "UBND xã Hòa An", "", TRUE },
  { "UBND xã Hoà An", "", "Uỷ ban nhân dân xã Hòa An", "", TRUE },
  { "Đảng ủy xã Hòa An", "", "UBND xã Hòa An", "", FALSE },
};

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TrinhOffice) a = trinh_office_new (pairs[i].name_a, pairs[i].code_a, NULL, NULL, NULL, NULL);
      g_autoptr (TrinhOffice) b = trinh_office_new (pairs[i].name_b, pairs[i].code_b, NULL, NULL, NULL, NULL);

      g_assert_cmpint (trinh_office_is_same (a, b), ==, pairs[i].same);
      g_assert_cmpint (trinh_office_is_same (b, a), ==, pairs[i].same);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/office/names", test_names);
  g_test_add_func ("/office/round-trip", test_round_trip);
  g_test_add_func ("/office/short", test_short);
  g_test_add_func ("/office/predecessors", test_predecessors);
  g_test_add_func ("/office/refused", test_refused);
  g_test_add_func ("/office/same", test_same);

  return g_test_run ();
}
