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
    { "\xff\xfeS\0T\0T\0", 8, TRINH_EXCHANGE_ERROR_ENCODING },
    { "\1\2\0\3\xff", 5, TRINH_EXCHANGE_ERROR_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_bytes (cases[i].bytes, cases[i].size, &error));
      g_assert_error (error, TRINH_EXCHANGE_ERROR, cases[i].code);
    }
}

/* Every file cut anywhere and with single bytes changed: an answer or an error, never more. */
static void
test_mutation (void)
{
  static const char *const names[] = { "mot-bieu.xlsx", "mot-bieu.ods", "mot-bieu.xls" };

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
  g_test_add_func ("/exchange/workbook/xls", test_xls);
  g_test_add_func ("/exchange/workbook/text", test_text);
  g_test_add_func ("/exchange/workbook/lines", test_lines);
  g_test_add_func ("/exchange/workbook/html", test_html);
  g_test_add_func ("/exchange/workbook/bad-files", test_bad_files);
  g_test_add_func ("/exchange/workbook/bad-bytes", test_bad_bytes);
  g_test_add_func ("/exchange/workbook/mutation", test_mutation);
  g_test_add_func ("/exchange/workbook/too-large", test_too_large);

  return g_test_run ();
}
