/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

static TrinhRegisteredDocument *
parse (const char *json)
{
  g_autoptr (JsonNode) node = fixture_json (json);

  return trinh_registered_document_from_json (node);
}

static char *
dup_json (TrinhRegisteredDocument *document)
{
  g_autoptr (JsonNode) node = trinh_registered_document_to_json (document);

  return trinh_json_to_line (node);
}

/* What is not known is kept, in the file too. */
static void
test_round_trip (void)
{
  static const char json[] = "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"59\",\"symbol\":\"KH-UBND\",\"date\":\"2021-12-28\",\"issuer\":\"UBND xã Bình Lãng\",\"abstract\":\"cải cách hành chính\","
                             "\"counts\":[\"k1:13\"],\"file\":{\"name\":\"a.pdf\",\"sha256\":\"00\",\"x\":1},\"x-document\":{\"y\":[]}}";
  g_autoptr (TrinhRegisteredDocument) document = parse (json);
  g_autoptr (TrinhRegisteredDocument) other = parse (json);
  g_autofree char *text = dup_json (document);
  g_autofree char *expected = dup_json (other);

  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, "x-document"));
  g_assert_true (trinh_registered_document_equal (document, other));
  g_assert_cmpstr (trinh_registered_document_get_id (document), ==, "d1");
  g_assert_cmpstr (trinh_registered_document_get_text (document, TRINH_DOCUMENT_ABSTRACT), ==, "cải cách hành chính");
  g_assert_cmpstr (trinh_registered_document_get_counts (document)[0], ==, "k1:13");
  g_assert_cmpstr (trinh_registered_document_get_file_name (document), ==, "a.pdf");
  g_assert_cmpstr (trinh_registered_document_get_file_sha256 (document), ==, "00");
  g_assert_cmpuint (trinh_registered_document_get_date (document), !=, 0);
}

/* Each change makes a new one, and leaves the old and what is not known as it was. */
static void
test_changes (void)
{
  g_autoptr (TrinhRegisteredDocument) document = parse ("{\"id\":\"d1\",\"date\":null,\"x\":1}");
  g_autoptr (TrinhRegisteredDocument) numbered = trinh_registered_document_with_text (document, TRINH_DOCUMENT_NUMBER, " 59 ");
  const char *const counts[] = { "k1:13", "k1:1", NULL };
  g_autoptr (TrinhRegisteredDocument) counted = trinh_registered_document_with_counts (numbered, counts);
  g_autoptr (TrinhRegisteredDocument) filed = trinh_registered_document_with_file (counted, "a.pdf", "00");
  g_autoptr (TrinhRegisteredDocument) bare = trinh_registered_document_with_file (filed, NULL, NULL);
  g_autofree char *text = dup_json (filed);

  g_assert_cmpstr (trinh_registered_document_get_text (document, TRINH_DOCUMENT_NUMBER), ==, "");
  g_assert_cmpstr (trinh_registered_document_get_text (document, TRINH_DOCUMENT_DATE), ==, "");
  g_assert_cmpstr (trinh_registered_document_get_text (numbered, TRINH_DOCUMENT_NUMBER), ==, "59");
  g_assert_false (trinh_registered_document_equal (document, numbered));
  g_assert_cmpuint (g_strv_length ((char **) trinh_registered_document_get_counts (counted)), ==, 2);
  g_assert_nonnull (strstr (text, "\"x\":1"));
  g_assert_cmpstr (trinh_registered_document_get_file_name (filed), ==, "a.pdf");
  g_assert_null (trinh_registered_document_get_file_name (bare));
  g_assert_true (trinh_registered_document_equal (bare, counted));
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục I: all at the first place, kind and number after. */
static void
test_cite (void)
{
  static const struct
  {
    const char *json;
    const char *full;
    const char *brief;
  } rows[] = {
    { "{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"15\",\"symbol\":\"KH-UBND\",\"date\":\"2022-03-02\",\"issuer\":\"UBND xã Bình Lãng\",\"abstract\":\"cải cách hành chính\"}",
      "Kế hoạch số 15/KH-UBND ngày 02 tháng 3 năm 2022 của UBND xã Bình Lãng về cải cách hành chính",
      "Kế hoạch số 15/KH-UBND" },
    { "{\"id\":\"d1\",\"kind\":\"HD\",\"number\":\"2\",\"symbol\":\"HD-SNV\",\"date\":\"2022-02\",\"abstract\":\"V/v báo cáo\"}",
      "Hướng dẫn số 02/HD-SNV tháng 02 năm 2022 về báo cáo",
      "Hướng dẫn số 02/HD-SNV" },
    { "{\"id\":\"d1\",\"kind\":\"NĐ\",\"number\":\"61/2018\",\"symbol\":\"NĐ-CP\",\"date\":\"2018\"}", "Nghị định số 61/2018/NĐ-CP năm 2018", "Nghị định số 61/2018/NĐ-CP" },
    { "{\"id\":\"d1\",\"kind\":\"Luật\"}", "Luật", "Luật" },
    { "{\"id\":\"d1\",\"symbol\":\"KH-UBND\"}", "Văn bản số …/KH-UBND", "Văn bản số …/KH-UBND" },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (report));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrinhRegisteredDocument) document = parse (rows[i].json);
      g_autofree char *full = trinh_registered_document_cite (document, lexicon, TRUE);
      g_autofree char *brief = trinh_registered_document_cite (document, lexicon, FALSE);

      g_assert_cmpstr (full, ==, rows[i].full);
      g_assert_cmpstr (brief, ==, rows[i].brief);
    }
}

static int
compare_by (const char *field,
            const char *a,
            const char *b)
{
  g_autofree char *first_json = g_strdup_printf ("{\"id\":\"d1\",\"%s\":\"%s\"}", field, a);
  g_autofree char *second_json = g_strdup_printf ("{\"id\":\"d2\",\"%s\":\"%s\"}", field, b);
  g_autoptr (TrinhRegisteredDocument) first = parse (first_json);
  g_autoptr (TrinhRegisteredDocument) second = parse (second_json);

  return g_str_equal (field, "date") ? trinh_registered_document_compare_date (first, second) : trinh_registered_document_compare_number (first, second);
}

static void
test_order (void)
{
  g_assert_cmpint (compare_by ("number", "9", "10"), <, 0);
  g_assert_cmpint (compare_by ("number", "02", "2"), ==, 0);
  g_assert_cmpint (compare_by ("number", "1", "01a"), <, 0);
  g_assert_cmpint (compare_by ("number", "01a", "02"), <, 0);
  g_assert_cmpint (compare_by ("symbol", "CV-UBND", "ĐA-UBND"), <, 0);
  g_assert_cmpint (compare_by ("symbol", "ĐA-UBND", "KH-UBND"), <, 0);
  g_assert_cmpint (compare_by ("date", "2021-12-28", "2022-01-04"), <, 0);
  g_assert_cmpint (compare_by ("date", "", "2022-01-04"), >, 0);
  g_assert_cmpint (compare_by ("date", "2022", "2022-01-04"), <, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registered-document/round-trip", test_round_trip);
  g_test_add_func ("/registered-document/changes", test_changes);
  g_test_add_func ("/registered-document/cite", test_cite);
  g_test_add_func ("/registered-document/order", test_order);
  return g_test_run ();
}
