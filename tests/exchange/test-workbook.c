/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "trinh-workbook-private.h"

static TrinhWorkbook *
load (const char *name,
      GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return trinh_workbook_load (file, error);
}

static void
assert_cell (TrinhSheet *sheet,
             guint row,
             guint column,
             TrinhSheetKind kind,
             const char *text)
{
  g_assert_cmpstr (trinh_sheet_get_text (sheet, row, column), ==, text);
  g_assert_cmpint (trinh_sheet_get_kind (sheet, row, column), ==, kind);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *digits;
    int shift;
    const char *number;
  } cases[] = {
    { "63.600000000000001", 0, "63.6" },
    { "0.30000000000000004", 0, "0.3" },
    { "1.9340000000000002E3", 0, "1934" },
    { "0.42424242424242425", 2, "42.4242" },
    { "0.9545454545454546", 2, "95.4545" },
    { "1", 2, "100" },
    { "0", 2, "0" },
    { "-0.5", 0, "-0.5" },
    { "-0.00001", 0, "0" },
    { "0.00005", 0, "0.0001" },
    { "99.99995", 0, "100" },
    { "99999999999999", 0, "99999999999999" },
    { "999999999999999", 0, NULL },
    { "1e400", 0, NULL },
    { "1e20", 0, NULL },
    { "", 0, NULL },
    { "1.2.3", 0, NULL },
    { "12a", 0, NULL },
    { "007", 0, "7" },
    { "5e-1", 0, "0.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = _trinh_number_from_digits (cases[i].digits, cases[i].shift);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_dates (void)
{
  g_autofree char *first = _trinh_date_from_serial ("44721", FALSE);
  g_autofree char *second = _trinh_date_from_serial ("44721.75", FALSE);
  g_autofree char *third = _trinh_date_from_serial ("43259", TRUE);

  g_assert_cmpstr (first, ==, "2022-06-09");
  g_assert_cmpstr (second, ==, "2022-06-09");
  g_assert_cmpstr (third, ==, "2022-06-09");
  g_assert_null (_trinh_date_from_serial ("x", FALSE));
  g_assert_null (_trinh_date_from_serial ("-3", FALSE));
}

static void
test_xlsx (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("mot-bieu.xlsx", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  /* The hidden sheet is not there. */
  g_assert_cmpuint (trinh_workbook_get_n_sheets (workbook), ==, 1);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  g_assert_cmpstr (trinh_sheet_get_name (sheet), ==, "Biểu mẫu 1");
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 2, 3, TRINH_SHEET_NUMBER, "22");
  assert_cell (sheet, 3, 3, TRINH_SHEET_PERCENT, "42.4242");
  assert_cell (sheet, 4, 3, TRINH_SHEET_NUMBER, "33");
  assert_cell (sheet, 5, 3, TRINH_SHEET_TEXT, "1,934");
  assert_cell (sheet, 6, 3, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 999, 999, TRINH_SHEET_EMPTY, "");
}

static void
test_kinds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("kieu.xlsx", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_NUMBER, "63.6");
  assert_cell (sheet, 0, 1, TRINH_SHEET_NUMBER, "1934");
  assert_cell (sheet, 0, 2, TRINH_SHEET_NUMBER, "0.3");
  assert_cell (sheet, 0, 3, TRINH_SHEET_NUMBER, "-0.5");
  assert_cell (sheet, 1, 0, TRINH_SHEET_PERCENT, "42.4");
  assert_cell (sheet, 1, 1, TRINH_SHEET_PERCENT, "95.4545");
  assert_cell (sheet, 1, 2, TRINH_SHEET_PERCENT, "100");
  assert_cell (sheet, 1, 3, TRINH_SHEET_DATE, "2022-06-09");
  assert_cell (sheet, 2, 0, TRINH_SHEET_TEXT, "1E+20");
  assert_cell (sheet, 2, 1, TRINH_SHEET_NUMBER, "0");
  assert_cell (sheet, 2, 2, TRINH_SHEET_NUMBER, "100");
}

static void
test_ods (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("mot-bieu.ods", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (trinh_workbook_get_n_sheets (workbook), ==, 1);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  g_assert_cmpstr (trinh_sheet_get_name (sheet), ==, "BM1");
  assert_cell (sheet, 2, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 3, 1, TRINH_SHEET_TEXT, "Số văn bản chỉ đạo\nCCHC đã ban hành");
  assert_cell (sheet, 4, 3, TRINH_SHEET_PERCENT, "42.4");
  assert_cell (sheet, 5, 0, TRINH_SHEET_NUMBER, "7");
  assert_cell (sheet, 5, 1, TRINH_SHEET_NUMBER, "7");
  assert_cell (sheet, 5, 2, TRINH_SHEET_DATE, "2022-06-09");
  assert_cell (sheet, 5, 3, TRINH_SHEET_NUMBER, "1");
}

static void
test_xls_hidden (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("an.xls", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 0, 2, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 1, 0, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 1, 2, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 2, 0, TRINH_SHEET_BARE_NUMBER, "4");
  assert_cell (sheet, 2, 1, TRINH_SHEET_EMPTY, "");
}

/* What nobody sees does not come in; the next table has columns of its own. */
static void
test_ods_hidden (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("cot-an.ods", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 0, 2, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 0, 3, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (trinh_workbook_get_sheet (workbook, 1), 0, 1, TRINH_SHEET_NUMBER, "7");
}

static void
test_xls (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("mot-bieu.xls", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  g_assert_cmpstr (trinh_sheet_get_name (sheet), ==, "Biểu mẫu 1");
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 1, 3, TRINH_SHEET_BARE_NUMBER, "22");
  assert_cell (sheet, 2, 3, TRINH_SHEET_BARE_NUMBER, "63.6");
}

/* What formulas came to is what the person sees; without it they say that they are formulas. */
static void
test_xls_formulas (void)
{
  static const struct
  {
    guint row, column;
    TrinhSheetKind kind;
    const char *text;
  } cases[] = {
    { 1, 3, TRINH_SHEET_NUMBER, "22" },
    { 2, 3, TRINH_SHEET_PERCENT, "42.4242" },
    { 3, 3, TRINH_SHEET_NUMBER, "33" },
    { 4, 0, TRINH_SHEET_DATE, "2022-06-09" },
    { 4, 1, TRINH_SHEET_TEXT, "Biểu mẫu" },
    { 4, 2, TRINH_SHEET_TEXT, "Latin" },
    { 4, 3, TRINH_SHEET_TEXT, "Đúng hạn" },
    { 5, 0, TRINH_SHEET_NUMBER, "1" },
    { 5, 1, TRINH_SHEET_TEXT, "#DIV/0!" },
    { 5, 2, TRINH_SHEET_EMPTY, "" },
    { 5, 3, TRINH_SHEET_FORMULA, "=" },
    /* In a row that nobody sees */
    { 6, 0, TRINH_SHEET_EMPTY, "" },
    { 6, 1, TRINH_SHEET_EMPTY, "" },
    { 7, 0, TRINH_SHEET_TEXT, "1e+20" },
    { 7, 1, TRINH_SHEET_FORMULA, "=" },
    { 7, 2, TRINH_SHEET_FORMULA, "=" },
    { 7, 3, TRINH_SHEET_FORMULA, "=" },
    { 8, 0, TRINH_SHEET_FORMULA, "=" },
    /* Of a format that the file does not have */
    { 8, 1, TRINH_SHEET_BARE_NUMBER, "0.5" },
    { 8, 2, TRINH_SHEET_NUMBER, "-0.5" },
    { 8, 3, TRINH_SHEET_EMPTY, "" },
    { 9, 2, TRINH_SHEET_FORMULA, "=" },
    { 9, 3, TRINH_SHEET_TEXT, "Cuối" },
    /* A nought that may stand for an empty text, and one of a program that tells them apart */
    { 10, 0, TRINH_SHEET_NUMBER, "0" },
    { 10, 1, TRINH_SHEET_FORMULA, "=" },
    { 10, 2, TRINH_SHEET_NUMBER, "0" },
    { 10, 3, TRINH_SHEET_NUMBER, "5" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("cong-thuc.xls", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("row %u, column %u", cases[i].row, cases[i].column);
      assert_cell (trinh_workbook_get_sheet (workbook, 0), cases[i].row, cases[i].column, cases[i].kind, cases[i].text);
    }
}

/* Letters of one byte and of two, in more colours than one, with what they sound like, and over two records */
static void
test_xls_shared (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("chu-chung.xls", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 0, 2, TRINH_SHEET_TEXT, "Kết quả");
  assert_cell (sheet, 1, 1, TRINH_SHEET_TEXT, "Đúng hạn");
  assert_cell (sheet, 1, 2, TRINH_SHEET_BARE_NUMBER, "2.5");
}

/* Excel 95 keeps its texts otherwise: what its formulas came to is not read, and not left out either. */
static void
test_xls_old (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("cu.xls", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_FORMULA, "=");
  assert_cell (sheet, 1, 0, TRINH_SHEET_BARE_NUMBER, "1");
  assert_cell (sheet, 1, 1, TRINH_SHEET_BARE_NUMBER, "33");
}

/* What is short has sectors of its own. */
static void
test_xls_small (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load ("nho.xls", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_BARE_NUMBER, "22");
  assert_cell (sheet, 1, 0, TRINH_SHEET_TEXT, "Đúng hạn");
  assert_cell (sheet, 1, 1, TRINH_SHEET_BARE_NUMBER, "33");
}

static TrinhWorkbook *
load_bytes (const char *bytes,
            gsize size,
            GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("trinh-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bang.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrinhWorkbook *workbook;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  workbook = trinh_workbook_load (file, error);
  g_unlink (path);
  g_rmdir (folder);

  return workbook;
}

static void
test_text (void)
{
  static const char *const texts[] = {
    "STT;Chỉ tiêu;Kết quả\n1;\"Số \"\"hồ sơ\"\";\nđúng hạn\";63,6\n",
    "\xef\xbb\xbfSTT,Chỉ tiêu,Kết quả\r\n1,\"Số \"\"hồ sơ\"\";\nđúng hạn\",\"63,6\"\r\n",
    "STT\tChỉ tiêu\tKết quả\n1\t\"Số \"\"hồ sơ\"\";\nđúng hạn\"\t63,6",
    "STT|Chỉ tiêu|Kết quả\n1|\"Số \"\"hồ sơ\"\";\nđúng hạn\"|63,6\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = load_bytes (texts[i], strlen (texts[i]), &error);
      TrinhSheet *sheet;

      g_assert_no_error (error);
      sheet = trinh_workbook_get_sheet (workbook, 0);
      assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
      assert_cell (sheet, 1, 1, TRINH_SHEET_TEXT, "Số \"hồ sơ\";\nđúng hạn");
      assert_cell (sheet, 1, 2, TRINH_SHEET_TEXT, "63,6");
      g_assert_cmpuint (trinh_sheet_get_n_columns (sheet), ==, 3);
    }
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text ("1. Số văn bản chỉ đạo CCHC Văn bản 21\n2.1  Số nhiệm vụ  Nhiệm vụ  33\n", &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "1.");
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Số văn bản chỉ đạo CCHC Văn bản");
  assert_cell (sheet, 0, 2, TRINH_SHEET_TEXT, "21");
  assert_cell (sheet, 1, 0, TRINH_SHEET_TEXT, "2.1");
  assert_cell (sheet, 1, 3, TRINH_SHEET_TEXT, "33");
}

/* Labels that a PDF breaks over lines, with gaps for cells and without */
static void
test_broken_lines (void)
{
  static const char text[] = "STT  Chỉ tiêu  Đơn vị tính  Kết quả\n"
                             "1.   Số văn bản chỉ đạo     Văn bản   21\n"
                             "     đã ban hành trong kỳ\n"
                             "2.1  Số nhiệm vụ\u00a0đề ra     Nhiệm vụ  33\n"
                             "     Người lập biểu\n";
  static const char plain[] = "1 Số văn bản chỉ đạo\nCCHC đã ban hành 21\n2 Số nhiệm vụ\nđề ra trong\nkế hoạch 33\n- trong đó: quá hạn 2\n3 Tỷ lệ 95,5%\n";
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text (text, NULL);
  g_autoptr (TrinhWorkbook) second = trinh_workbook_new_from_text (plain, NULL);
  TrinhSheet *sheet = trinh_workbook_get_sheet (workbook, 0);

  assert_cell (sheet, 0, 3, TRINH_SHEET_TEXT, "Kết quả");
  assert_cell (sheet, 1, 1, TRINH_SHEET_TEXT, "Số văn bản chỉ đạo đã ban hành trong kỳ");
  assert_cell (sheet, 1, 3, TRINH_SHEET_TEXT, "21");
  assert_cell (sheet, 2, 1, TRINH_SHEET_TEXT, "Số nhiệm vụ đề ra");
  assert_cell (sheet, 2, 3, TRINH_SHEET_TEXT, "33");
  assert_cell (sheet, 3, 0, TRINH_SHEET_TEXT, "Người lập biểu");

  sheet = trinh_workbook_get_sheet (second, 0);
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Số văn bản chỉ đạo CCHC đã ban hành");
  assert_cell (sheet, 0, 2, TRINH_SHEET_TEXT, "21");
  assert_cell (sheet, 1, 1, TRINH_SHEET_TEXT, "Số nhiệm vụ đề ra trong kế hoạch");
  assert_cell (sheet, 1, 2, TRINH_SHEET_TEXT, "33");
  assert_cell (sheet, 2, 0, TRINH_SHEET_TEXT, "- trong đó: quá hạn 2");
  assert_cell (sheet, 3, 2, TRINH_SHEET_TEXT, "95,5%");
}

static void
test_utf16 (void)
{
  static const char text[] = "\ufeffSTT\tChỉ tiêu\tKết quả\r\n1\tSố hồ sơ\t1.934\r\n";

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size;
      g_autofree char *bytes = g_convert (text, -1, i == 0 ? "UTF-16LE" : "UTF-16BE", "UTF-8", NULL, &size, NULL);
      g_autoptr (TrinhWorkbook) workbook = load_bytes (bytes, size, &error);

      g_assert_no_error (error);
      assert_cell (trinh_workbook_get_sheet (workbook, 0), 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
      assert_cell (trinh_workbook_get_sheet (workbook, 0), 1, 2, TRINH_SHEET_TEXT, "1.934");
    }
}

/* Signs that are no broken letters */
static void
test_good_letters (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text ("«Một cửa» «điện tử» «liên thông»\t© 2022 ©\t25 ± 1\tVNPT® iGate\n", &error);

  g_assert_no_error (error);
  g_assert_nonnull (workbook);
}

/* As a word processor copies it: classes, conditional comments, marks of its own, spans, lines within a cell, struck-out words */
static void
test_word (void)
{
  static const char html[] =
    "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta charset=\"windows-1258\">"
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
    "<style><!-- p.MsoNormal {margin:0cm; mso-style-parent:\"\";} --></style></head><body lang=VI><!--StartFragment-->"
    "<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>"
    "<tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td rowspan=2><p class=MsoNormal align=center><b><span lang=VI style='font-size:13.0pt'>STT<o:p></o:p></span></b></p></td>"
    "<td rowspan=2><p class=MsoNormal><b><span\n lang=VI>Ch\u1ec9<span style='mso-spacerun:yes'>\u00a0 </span>ti\u00eau</span></b></p></td><td colspan=2><p class=MsoNormal>K\u1ebft qu\u1ea3<o:p></o:p></p></td></tr>"
    "<tr style='mso-yfti-irow:1'><td><p class=MsoNormal>Tr\u1ef1c\ntuy\u1ebfn</p></td><td><p class=MsoNormal>Tr\u1ef1c ti\u1ebfp</p></td></tr>"
    "<tr style='mso-yfti-irow:2'><td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]><o:p>&nbsp;</o:p></p></td>"
    "<td><p class=MsoNormal>H\u1ed3 s\u01a1<br>ti\u1ebfp nh\u1eadn</p><p class=MsoNormal><del>c\u0169</del>trong k\u1ef3<span style='display:none;mso-hide:all'>\u1ea9n</span></p></td><td><p class=MsoNormal>1.934</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>"
    "<![if !supportMisalignedColumns]><tr height=0><td width=48 style='border:none'></td><td width=200 style='border:none'></td></tr><![endif]>"
    "</table><!--EndFragment--></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_html (html, strlen (html), &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (trinh_workbook_get_n_sheets (workbook), ==, 1);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "STT");
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 1, 2, TRINH_SHEET_TEXT, "Trực tuyến");
  g_assert_cmpstr (trinh_sheet_get_covering_text (sheet, 0, 3), ==, "Kết quả");
  assert_cell (sheet, 2, 0, TRINH_SHEET_TEXT, "1.");
  assert_cell (sheet, 2, 1, TRINH_SHEET_TEXT, "Hồ sơ tiếp nhận trong kỳ");
  assert_cell (sheet, 2, 2, TRINH_SHEET_TEXT, "1.934");
  assert_cell (sheet, 2, 3, TRINH_SHEET_EMPTY, "");
}

static void
test_html (void)
{
  static const char html[] = "<html><head><style>td{}</style></head><body><p>Trước bảng</p>"
                             "<table><thead><tr><th rowspan=2>STT</th><th rowspan=2><p>Chỉ\n tiêu</p></th><th colspan=\"2\">Kết quả</th></tr>"
                             "<tr><th>Đơn vị</th><th>Số&nbsp;lượng</th></tr></thead>"
                             "<tbody><tr><td>1<td><b>Số</b> hồ&nbsp; sơ<td>Hồ sơ<td>1.934</tr></tbody></table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_html (html, strlen (html), &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (trinh_workbook_get_n_sheets (workbook), ==, 1);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 1, TRINH_SHEET_TEXT, "Chỉ tiêu");
  assert_cell (sheet, 1, 2, TRINH_SHEET_TEXT, "Đơn vị");
  assert_cell (sheet, 1, 3, TRINH_SHEET_TEXT, "Số lượng");
  assert_cell (sheet, 2, 1, TRINH_SHEET_TEXT, "Số hồ sơ");
  assert_cell (sheet, 2, 3, TRINH_SHEET_TEXT, "1.934");
  g_assert_cmpstr (trinh_sheet_get_covering_text (sheet, 1, 0), ==, "STT");
  g_assert_cmpstr (trinh_sheet_get_covering_text (sheet, 0, 3), ==, "Kết quả");
}

static void
test_bad_files (void)
{
  static const struct
  {
    const char *name;
    int code;
  } cases[] = {
    { "bi-cat.xlsx", TRINH_EXCHANGE_ERROR_READ },
    { "mat-khau.xlsx", TRINH_EXCHANGE_ERROR_ENCRYPTED },
    { "mat-khau.ods", TRINH_EXCHANGE_ERROR_ENCRYPTED },
    { "bieu-do.xls", TRINH_EXCHANGE_ERROR_READ },
    { "van-ban.docx", TRINH_EXCHANGE_ERROR_FOREIGN },
    { "khong-co.xlsx", TRINH_EXCHANGE_ERROR_READ },
    { ".", TRINH_EXCHANGE_ERROR_READ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (cases[i].name, &error));
      g_assert_error (error, TRINH_EXCHANGE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, g_str_equal (cases[i].name, ".") ? "exchange" : cases[i].name));
    }
}

static void
test_bad_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    int code;
  } cases[] = {
    { "", 0, TRINH_EXCHANGE_ERROR_READ },
    { "%PDF-1.7", 8, TRINH_EXCHANGE_ERROR_FOREIGN },
    { "PK\3\4rubbish", 11, TRINH_EXCHANGE_ERROR_READ },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, TRINH_EXCHANGE_ERROR_READ },
    { "STT;Ch\xcc ti\xeau\n", 13, TRINH_EXCHANGE_ERROR_ENCODING },
    /* Half a sign at the end; letters of Windows-1258; letters of TCVN3 that some program has made Unicode of */
    { "\xff\xfeS\0T\0T", 7, TRINH_EXCHANGE_ERROR_ENCODING },
    { "STT;Ch\xec ti\xeau;K\xeat qu\xe3\n", 21, TRINH_EXCHANGE_ERROR_ENCODING },
    { "STT;Ch\u00d8 ti\u00aau;S\u00e8 l\u00ad\u00eeng;\u00ae\u00b7 ti\u00d5p nh\u00cbn h\u00e5 s\u00ac\n", 52, TRINH_EXCHANGE_ERROR_ENCODING },
    { "\1\2\0\3\xff", 5, TRINH_EXCHANGE_ERROR_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_bytes (cases[i].bytes, cases[i].size, &error));
      g_assert_error (error, TRINH_EXCHANGE_ERROR, cases[i].code);
    }
}

/* Three signs that an old font has for letters are no old font. */
static void
test_odd_letters (void)
{
  static const struct
  {
    const char *text;
    gboolean read;
  } cases[] = {
    { "STT\tSè hå s¬ ®­îc tiÕp nhËn, c¸n bé c«ng chøc ®¬n vÞ\n", FALSE },
    { "STT\tPhần mềm Office® của xã, Windows® của huyện, Zalo® của thôn\n", TRUE },
    { "STT\tthông\u00adtin, trực\u00adtuyến, hành\u00adchính\n", TRUE },
    { "STT\t«Một cửa», «Một cửa liên thông», «Dịch vụ công»\n", TRUE },
    /* Among so many others */
    { "STT\tOffice®của, Zalo®của, Excel®của\n", FALSE },
    { "STT\tOffice®của, Zalo®của, Excel®của\n1\tSố thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình trong kỳ báo cáo của Ủy ban nhân dân xã, tính đến ngày chốt số liệu theo quy định\n2\tTrong đó: số hồ sơ trả trước hạn và đúng hạn\n", TRUE },
    /* This program wrote it: a note is what it is. */
    { "form\tkey\tvalue\tnote\nk1\t1\t5\tSè hå s¬ ®­îc tiÕp nhËn, c¸n bé c«ng chøc ®¬n vÞ\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_true ((workbook != NULL) == cases[i].read);
      if (!cases[i].read)
        g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCODING);
    }
}

/* Every file cut anywhere and with single bytes changed: an answer or an error, never more. */
static void
test_mutation (void)
{
  static const char *const names[] = { "mot-bieu.xlsx", "mot-bieu.ods", "mot-bieu.xls", "cong-thuc.xls" };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", names[n], NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      for (guint i = 0; i < 200; i++)
        {
          g_autofree char *copy = g_memdup2 (bytes, size);
          g_autoptr (GError) error = NULL;
          g_autoptr (TrinhWorkbook) workbook = NULL;
          const gsize length = i % 2 == 0 ? size : (gsize) g_test_rand_int_range (0, (int) size);

          copy[g_test_rand_int_range (0, (int) size)] ^= (char) g_test_rand_int_range (1, 255);
          workbook = load_bytes (copy, length, &error);
          g_assert_true ((workbook == NULL) == (error != NULL));
        }
    }
}

/* The same for every byte of the records that an .xls file has: what is worst for lengths and places, or the end */
static void
mutate_records (const char *name)
{
  static const guint8 values[] = { 0x00, 0x01, 0x7f, 0x00, 0xff };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", name, NULL);
  g_autofree char *bytes = NULL;
  gsize size, end;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (end = size; bytes[end - 1] == '\0'; end--)
    ;
  for (gsize at = 1536; at < end; at++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = NULL;

      copy[at] = (char) values[at % G_N_ELEMENTS (values)];
      if (at % 7 == 0)
        memset (copy + at, 0, size - at);
      workbook = load_bytes (copy, size, &error);
      g_assert_true ((workbook == NULL) == (error != NULL));
    }
}

static void
test_mutation_xls (void)
{
  mutate_records ("cong-thuc.xls");
  mutate_records ("chu-chung.xls");
  mutate_records ("cu.xls");
}

static void
test_too_large (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) columns = g_string_new ("a");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TRINH_SHEET_MAX_ROWS; i++)
    g_string_append (rows, "a;b\n");
  g_assert_null (load_bytes (rows->str, rows->len, &error));
  g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i <= TRINH_SHEET_MAX_COLUMNS; i++)
    g_string_append (columns, ";a");
  g_assert_null (load_bytes (columns->str, columns->len, &error));
  g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_places (void)
{
  static const struct
  {
    guint row, column;
    const char *place;
  } cases[] = { { 0, 0, "A1" }, { 6, 3, "D7" }, { 0, 25, "Z1" }, { 0, 26, "AA1" }, { 9, 701, "ZZ10" }, { 0, 702, "AAA1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = trinh_sheet_dup_place (cases[i].row, cases[i].column);

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/workbook/numbers", test_numbers);
  g_test_add_func ("/exchange/workbook/dates", test_dates);
  g_test_add_func ("/exchange/workbook/places", test_places);
  g_test_add_func ("/exchange/workbook/xlsx", test_xlsx);
  g_test_add_func ("/exchange/workbook/kinds", test_kinds);
  g_test_add_func ("/exchange/workbook/ods", test_ods);
  g_test_add_func ("/exchange/workbook/xls-hidden", test_xls_hidden);
  g_test_add_func ("/exchange/workbook/ods-hidden", test_ods_hidden);
  g_test_add_func ("/exchange/workbook/xls", test_xls);
  g_test_add_func ("/exchange/workbook/xls-formulas", test_xls_formulas);
  g_test_add_func ("/exchange/workbook/xls-shared", test_xls_shared);
  g_test_add_func ("/exchange/workbook/xls-old", test_xls_old);
  g_test_add_func ("/exchange/workbook/xls-small", test_xls_small);
  g_test_add_func ("/exchange/workbook/text", test_text);
  g_test_add_func ("/exchange/workbook/lines", test_lines);
  g_test_add_func ("/exchange/workbook/broken-lines", test_broken_lines);
  g_test_add_func ("/exchange/workbook/utf16", test_utf16);
  g_test_add_func ("/exchange/workbook/good-letters", test_good_letters);
  g_test_add_func ("/exchange/workbook/word", test_word);
  g_test_add_func ("/exchange/workbook/html", test_html);
  g_test_add_func ("/exchange/workbook/bad-files", test_bad_files);
  g_test_add_func ("/exchange/workbook/bad-bytes", test_bad_bytes);
  g_test_add_func ("/exchange/workbook/odd-letters", test_odd_letters);
  g_test_add_func ("/exchange/workbook/mutation", test_mutation);
  g_test_add_func ("/exchange/workbook/mutation-xls", test_mutation_xls);
  g_test_add_func ("/exchange/workbook/too-large", test_too_large);

  return g_test_run ();
}
