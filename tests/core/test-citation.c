/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The forms in which the five source documents cite. */

#include "config.h"

#include "trinh-core.h"

typedef struct
{
  const char *text;
  const char *expected; /* "KIND number symbol date issuer|abstract; …", what is not there as "-" */
} Row;

static TrinhLexicon *lexicon;

static const Row rows[] = {
  { "Kế hoạch số 15/KH-UBND ngày 02/3/2022 về tự kiểm tra.", "KH 15 KH-UBND 2022-03-02 -|tự kiểm tra" },
  { "kế hoạch số 13/KH-UBND ngày 25 tháng 02 năm 2022 về kiểm soát", "KH 13 KH-UBND 2022-02-25 -|kiểm soát" },
  { "Công văn số 281/BNV-CCHC ngày 07 tháng 3 năm 2022 của Ủy ban nhân dân huyện Tứ Kỳ về việc triển khai", "CV 281 BNV-CCHC 2022-03-07 Ủy ban nhân dân huyện Tứ Kỳ|việc triển khai" },
  { "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ và các văn bản", "NĐ 61/2018 NĐ-CP 2018-04-23 Chính phủ|-" },
  { "Nghị định 35/2015/NĐ-CP ngày 13 tháng 4 năm 2015 của Chính phủ quy định", "NĐ 35/2015 NĐ-CP 2015-04-13 Chính phủ|-" },
  { "Nghị quyết số 94/2014/NQ-HĐND15 ngày 11 tháng 12 năm 2014", "NQ 94/2014 NQ-HĐND15 2014-12-11 -|-" },
  { "Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ", "CT 26 CT-TTg 2016-09-05 Thủ tướng Chính phủ|-" },
  { "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018", "TT 01/2018 TT-VPCP 2018-11-23 -|-" },
  { "Quyết định số 34/2014/QĐ-UBND, ngày 20/12/2014", "QĐ 34/2014 QĐ-UBND 2014-12-20 -|-" },
  { "(Quyết định số 210/KH-UBND ngày 31/12/2021 về việc ban hành Kế hoạch)", "QĐ 210 KH-UBND 2021-12-31 -|việc ban hành Kế hoạch" },
  { "số 15 /KH-UBND ngày 02/3/2022; số 16 /KH-UBND ngày 02/3/2022", "KH 15 KH-UBND 2022-03-02 -|-; KH 16 KH-UBND 2022-03-02 -|-" },
  { "Kế hoạch số: 18/KH-UBND ngày 07/3/2022 của UBND xã Bình Lãng về việc tuyên truyền", "KH 18 KH-UBND 2022-03-07 UBND xã Bình Lãng|việc tuyên truyền" },
  { "các công văn: số 29/UBND-VP ngày 28/3/2022", "CV 29 UBND-VP 2022-03-28 -|-" },
  { "Công văn Số 09/UBND-VP về việc công khai", "CV 09 UBND-VP - -|việc công khai" },
  { "số 29/UBND-VP", "CV 29 UBND-VP - -|-" },
  { "Kế hoạch số 01a/KH-UBND ngày 20/01/2022", "KH 01a KH-UBND 2022-01-20 -|-" },
  { "Kế hoạch số 11 ngày 10/02/2022 về tăng cường", "KH 11 - 2022-02-10 -|tăng cường" },
  { "QĐ số 280,281 thành lập Tổ", "QĐ 280 - - -|-; QĐ 281 - - -|-" },
  { "Quyết định số 280, 281/QĐ-UBND ngày 20/4/2022", "QĐ 280 QĐ-UBND 2022-04-20 -|-; QĐ 281 QĐ-UBND 2022-04-20 -|-" },
  { "Ngày 31/12/2021 UBND xã ban hành quyết định số 631/QĐ-UBND kiện toàn", "QĐ 631 QĐ-UBND 2021-12-31 -|-" },
  { "Ngày 28 tháng 4 năm 2022, UBND xã ra Quyết định số 289/QĐ-UBND về việc kiện toàn", "QĐ 289 QĐ-UBND 2022-04-28 -|việc kiện toàn" },
  { "Ngày 31/1/2022, UBND xã ban hành Công văn số 08/UBND-VP theo Quyết định số 117/QĐ-UBND ngày 12/01/2022", "CV 08 UBND-VP 2022-01-31 -|-; QĐ 117 QĐ-UBND 2022-01-12 -|-" },
  { "Quy chế chi tiêu nội bộ số: 35/QĐ-UBND ngày 17/01/2022", "QĐ 35 QĐ-UBND 2022-01-17 -|-" },
  { "Kế hoạch số Kế hoạch số 02/KH-UBND ngày 07/01/2022", "KH 02 KH-UBND 2022-01-07 -|-" },
  { "Thông tư liên tịch số 05/2014/TTLT-BNV-BTC", "TTLT 05/2014 TTLT-BNV-BTC - -|-" },
  { "Kế hoạch số 12/KH- UBND ngày 02.3.2022", "KH 12 KH-UBND 2022-03-02 -|-" },
  /* An impossible date is none. */
  { "Kế hoạch số 12/KH-UBND ngày 31/02/2022", "KH 12 KH-UBND - -|-" },
  /* What is no document */
  { "tiếp nhận 170/738 hồ sơ, đạt 23%", "" },
  { "20 máy/20 cán bộ, 250.000đ/người/tháng, 24/7", "" },
  { "Trong tháng 7/ 2021 và ngày 08/6/2022 đã có 140 tài khoản", "" },
  { "Nghị định 61 của Chính phủ", "" },
  { "ISO 9001:2015, TCVN ISO 9001-2015, mức độ 3, 4", "" },
  { "Tổng số 738 phiếu; 6 tháng đầu năm 2022", "" },
  { "", "" },
};

static char *
describe (GPtrArray *citations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      const TrinhCitation *citation = g_ptr_array_index (citations, i);
      g_autofree char *date = trinh_date_to_string (citation->date);

      g_string_append_printf (text, "%s%s %s %s %s %s|%s", i > 0 ? "; " : "", *citation->kind != '\0' ? citation->kind : "-", citation->number, *citation->symbol != '\0' ? citation->symbol : "-", *date != '\0' ? date : "-", *citation->issuer != '\0' ? citation->issuer : "-", *citation->abstract != '\0' ? citation->abstract : "-");
    }
  return g_string_free_and_steal (text);
}

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) citations = trinh_citation_parse (rows[i].text, lexicon);
      g_autofree char *found = describe (citations);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

/* Offsets are characters, and lead back to what was read. */
static void
test_places (void)
{
  static const char text[] = "Đã gửi Kế hoạch số 15/KH-UBND ngày 02/3/2022; QĐ số 280, 281; Ngày 05/5/2022 ra Chỉ thị số 4/CT-UBND.";
  static const char *const expected[] = { "Kế hoạch số 15/KH-UBND ngày 02/3/2022", "QĐ số 280", "281", "Chỉ thị số 4/CT-UBND" };
  g_autoptr (GPtrArray) citations = trinh_citation_parse (text, lexicon);

  g_assert_cmpuint (citations->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < citations->len; i++)
    {
      const TrinhCitation *citation = g_ptr_array_index (citations, i);
      g_autofree char *part = g_utf8_substring (text, citation->start, citation->end);

      g_assert_cmpstr (part, ==, expected[i]);
    }
}

static void
test_named (void)
{
  g_autoptr (GPtrArray) citations = trinh_citation_parse ("Kế hoạch số 1/KH-UBND; số 2/KH-UBND", lexicon);

  g_assert_true (((TrinhCitation *) g_ptr_array_index (citations, 0))->named);
  g_assert_false (((TrinhCitation *) g_ptr_array_index (citations, 1))->named);
}

/* Any text is read to its end. */
static void
test_odd (void)
{
  static const char *const texts[] = { "1/", "/", "số", "số 1", "Kế hoạch số 1,", "Kế hoạch số 1, 2, 3,", "1/2022/", "1/2022/A", "ngày 1/", "ngày 1 tháng", "QĐ số 99999, 999999", "1/A-", "1 / - B" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) citations = trinh_citation_parse (texts[i], lexicon);
      glong length = g_utf8_strlen (texts[i], -1);

      for (guint j = 0; j < citations->len; j++)
        {
          const TrinhCitation *citation = g_ptr_array_index (citations, j);

          g_assert_cmpuint (citation->start, <, citation->end);
          g_assert_cmpint (citation->end, <=, length);
        }
    }
}

static void
test_string (void)
{
  g_autoptr (GPtrArray) citations = trinh_citation_parse ("Kế hoạch số 11/KH-UBND ngày 11/02/2022; Kế hoạch số 12", lexicon);
  g_autofree char *first = trinh_citation_to_string (g_ptr_array_index (citations, 0), lexicon);
  g_autofree char *second = trinh_citation_to_string (g_ptr_array_index (citations, 1), lexicon);

  g_assert_cmpstr (first, ==, "11/KH-UBND ngày 11/02/2022");
  g_assert_cmpstr (second, ==, "Kế hoạch số 12");
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegime) regime = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  library = trinh_regime_library_new (NULL);
  regime = trinh_regime_library_load (library, "bieu-mau-2022", NULL);
  g_assert_nonnull (regime);
  lexicon = trinh_regime_get_lexicon (regime);

  g_test_add_func ("/citation/forms", test_forms);
  g_test_add_func ("/citation/places", test_places);
  g_test_add_func ("/citation/named", test_named);
  g_test_add_func ("/citation/odd", test_odd);
  g_test_add_func ("/citation/string", test_string);
  return g_test_run ();
}
