/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "trinh-archive.h"
#include "trinh-xls-hidden-private.h"

/* Workbooks that are put together here: what other programs write, and what somebody writes to do harm. */

#define SPREADSHEET "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define MEBIBYTE (1024 * 1024)

static TrinhWorkbook *
load_bytes (GBytes *bytes,
            const char *name,
            GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("trinh-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrinhWorkbook *workbook;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  workbook = trinh_workbook_load (file, error);
  g_unlink (path);
  g_rmdir (folder);

  return workbook;
}

/* @parts: name and content of each, NULL behind the last */
static TrinhWorkbook *
load_package (const char *const *parts,
              const char *name,
              GError **error)
{
  TrinhArchiveFile files[8] = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  TrinhWorkbook *workbook;
  guint n = 0;

  for (; parts[2 * n] != NULL; n++)
    files[n] = (TrinhArchiveFile) { parts[2 * n], g_bytes_new_static (parts[2 * n + 1], strlen (parts[2 * n + 1])) };
  bytes = trinh_archive_pack (files, n, NULL);
  g_assert_nonnull (bytes);
  workbook = load_bytes (bytes, name, error);
  for (guint i = 0; i < n; i++)
    g_bytes_unref (files[i].bytes);

  return workbook;
}

/* @rows: of the only sheet */
static TrinhWorkbook *
load_xlsx (const char *rows,
           const char *strings,
           const char *codes,
           GError **error)
{
  g_autofree char *sheet = g_strconcat ("<worksheet " SPREADSHEET "><sheetData>", rows, "</sheetData></worksheet>", NULL);
  g_autofree char *shared = g_strconcat ("<sst " SPREADSHEET ">", strings, "</sst>", NULL);
  g_autofree char *styles = g_strconcat ("<styleSheet " SPREADSHEET ">", codes, "</styleSheet>", NULL);
  const char *const parts[] = {
    "xl/workbook.xml",
    "<workbook " SPREADSHEET " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"BM1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    "xl/worksheets/sheet1.xml",
    sheet,
    "xl/sharedStrings.xml",
    shared,
    "xl/styles.xml",
    styles,
    NULL,
  };

  return load_package (parts, "bang.xlsx", error);
}

static TrinhWorkbook *
load_ods (const char *tables,
          GError **error)
{
  g_autofree char *content = g_strconcat ("<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                                          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>",
                                          tables,
                                          "</office:spreadsheet></office:body></office:document-content>",
                                          NULL);
  const char *const parts[] = { "content.xml", content, NULL };

  return load_package (parts, "bang.ods", error);
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

/* It names the file and says what to do. */
static void
assert_too_large (const GError *error,
                  const char *name)
{
  g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, "Leave only the tables that the report needs"));
}

static char *
make_table (guint n_rows,
            guint n_columns,
            const char *text)
{
  return g_strdup_printf ("<table:table table:name=\"BM1\"><table:table-row table:number-rows-repeated=\"%u\"><table:table-cell table:number-columns-repeated=\"%u\"><text:p>%s</text:p></table:table-cell></table:table-row></table:table>",
                          n_rows,
                          n_columns,
                          text);
}

/* All tables together count. */
static void
test_cells (void)
{
  g_autofree char *half = make_table (TRINH_WORKBOOK_MAX_CELLS / 1000, 500, "x");
  g_autofree char *bound = g_strconcat (half, half, NULL);
  g_autofree char *over = g_strconcat (half, half, "<table:table table:name=\"BM2\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load_ods (bound, &error);

  g_assert_no_error (error);
  assert_cell (trinh_workbook_get_sheet (workbook, 1), TRINH_WORKBOOK_MAX_CELLS / 1000 - 1, 499, TRINH_SHEET_TEXT, "x");
  g_assert_null (load_ods (over, &error));
  assert_too_large (error, "bang.ods");
}

/* One long text that a short file repeats */
static void
test_repeated_text (void)
{
  g_autofree char *text = g_strnfill (MEBIBYTE, 'x');
  g_autofree char *table = make_table (2000, 500, text);
  g_autofree char *bound = make_table (TRINH_WORKBOOK_MAX_LETTERS / MEBIBYTE, 1, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load_ods (bound, &error);

  g_assert_no_error (error);
  /* It is there once. */
  g_assert_true (trinh_sheet_get_text (trinh_workbook_get_sheet (workbook, 0), 0, 0) == trinh_sheet_get_text (trinh_workbook_get_sheet (workbook, 0), 1, 0));
  g_assert_null (load_ods (table, &error));
  assert_too_large (error, "bang.ods");
}

/* One long text that many cells name */
static void
test_shared_text (void)
{
  g_autofree char *text = g_strnfill (MEBIBYTE, 'x');
  g_autofree char *strings = g_strconcat ("<si><t>", text, "</t></si>", NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TRINH_WORKBOOK_MAX_LETTERS / MEBIBYTE; i++)
    g_string_append_printf (rows, "<row r=\"%u\"><c r=\"A%u\" t=\"s\"><v>0</v></c></row>", i + 1, i + 1);
  g_assert_null (load_xlsx (rows->str, strings, "", &error));
  assert_too_large (error, "bang.xlsx");
}

/* Texts that no cell has */
static void
test_many_texts (void)
{
  g_autoptr (GString) strings = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TRINH_WORKBOOK_MAX_CELLS; i++)
    g_string_append (strings, "<si/>");
  g_assert_null (load_xlsx ("", strings->str, "", &error));
  assert_too_large (error, "bang.xlsx");
}

static void
test_copied (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TRINH_WORKBOOK_MAX_CELLS; i++)
    g_string_append (text, i % 500 == 499 ? "x\n" : "x\t");
  g_assert_null (trinh_workbook_new_from_text (text->str, &error));
  g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "Copy only the table"));
}

static void
put_16 (guint8 *place,
        guint value)
{
  place[0] = (guint8) value;
  place[1] = (guint8) (value >> 8);
}

static void
put_32 (guint8 *place,
        guint32 value)
{
  put_16 (place, value & 0xffff);
  put_16 (place + 2, value >> 16);
}

/* A hidden sheet for each of @n records, in as many sectors as they need: head, table of sectors, folder, stream */
static GBytes *
make_xls (guint n)
{
  static const char name[] = "W\0o\0r\0k\0b\0o\0o\0k\0\0";
  const guint n_sectors = MAX (8, (10 * n + 511) / 512);
  const gsize size = (3 + n_sectors) * 512;
  guint8 *data = g_malloc0 (size);
  guint8 *table = data + 512;
  guint8 *folder = data + 1024;

  g_assert_cmpuint (n_sectors, <=, 126);
  put_16 (data + 0x1e, 9);
  put_32 (data + 0x30, 1);
  put_32 (data + 0x38, 4096);
  put_32 (data + 0x4c, 0);
  put_32 (table, G_MAXUINT32);
  put_32 (table + 4, G_MAXUINT32);
  for (guint i = 0; i < n_sectors; i++)
    put_32 (table + 8 + 4 * i, i + 1 < n_sectors ? i + 3 : G_MAXUINT32);
  memcpy (folder, name, sizeof name);
  put_32 (folder + 116, 2);
  put_32 (folder + 120, n_sectors * 512);
  for (guint i = 0; i < n; i++)
    {
      guint8 *record = data + 1536 + 10 * i;

      put_16 (record, 0x0085);
      put_16 (record + 2, 6);
      put_32 (record + 4, G_MAXUINT32);
      record[8] = 1;
    }

  return g_bytes_new_take (data, size);
}

/* No more of them than are read */
static void
test_xls_sheets (void)
{
  g_autoptr (GBytes) bytes = make_xls (TRINH_WORKBOOK_MAX_SHEETS + 100);
  g_autoptr (TrinhXlsRecords) records = _trinh_xls_records_new (bytes);
  g_autoptr (TrinhXlsHidden) hidden = _trinh_xls_hidden_new (records);

  g_assert_true (_trinh_xls_hidden_has_sheet (hidden, 0));
  g_assert_true (_trinh_xls_hidden_has_sheet (hidden, TRINH_WORKBOOK_MAX_SHEETS - 1));
  g_assert_false (_trinh_xls_hidden_has_sheet (hidden, TRINH_WORKBOOK_MAX_SHEETS));
}

/* In a file of more than 7 MB the sectors of the table are named in a chain of their own; one that bites its tail ends too. */
static void
test_xls_large_file (void)
{
  static const char name[] = "W\0o\0r\0k\0b\0o\0o\0k\0\0";
  const guint first = 109 * 128;
  const gsize size = (first + 9) * 512;
  guint8 *data = g_malloc0 (size);
  guint8 *sectors = data + 512;
  guint8 *workbook = sectors + first * 512;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (TrinhXlsRecords) records = NULL;

  put_16 (data + 0x1e, 9);
  put_32 (data + 0x30, 1);
  put_32 (data + 0x38, 4096);
  put_32 (data + 0x44, 2);
  put_32 (sectors + 4, G_MAXUINT32);
  memcpy (sectors + 512, name, sizeof name);
  put_32 (sectors + 512 + 116, first);
  put_32 (sectors + 512 + 120, 8 * 512);
  put_32 (sectors + 2 * 512, 3);
  put_32 (sectors + 3 * 512 - 4, 2);
  for (guint i = 0; i < 8; i++)
    put_32 (sectors + 3 * 512 + 4 * i, i < 7 ? first + i + 1 : G_MAXUINT32);
  put_16 (workbook, 0x0001);
  put_16 (workbook + 2, 1000);
  put_16 (workbook + 1004, 0x0085);
  put_16 (workbook + 1006, 6);

  records = _trinh_xls_records_new (bytes);
  g_assert_cmpuint (_trinh_xls_records_get_size (records), ==, 8 * 512);
  g_assert_cmpuint (_trinh_xls_records_get_n_sheets (records), ==, 1);
}

/* The number of row 3 becomes one that no value can be. */
static void
test_xls_large_number (void)
{
  static const char place[] = { 0x03, 0x02, 0x0e, 0x00, 0x02, 0x00, 0x03, 0x00 };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", "mot-bieu.xls", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhWorkbook) workbook = NULL;
  const guint64 number[] = { GUINT64_TO_LE (0x4415af1d78b58c40) }; /* 1e20 */
  char *contents;
  char *record;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  bytes = g_bytes_new_take (contents, size);
  record = memmem (contents, size, place, sizeof place);
  g_assert_nonnull (record);
  memcpy (record + 10, number, sizeof number);
  workbook = load_bytes (bytes, "bang.xls", &error);

  g_assert_no_error (error);
  assert_cell (trinh_workbook_get_sheet (workbook, 0), 2, 3, TRINH_SHEET_TEXT, "1e+20");
}

/* What a program writes that does not compute */
static void
test_formulas (void)
{
  static const char rows[] = "<row r=\"1\"><c r=\"A1\"><f>SUM(A2:A3)</f></c><c r=\"B1\"><f>SUM(A2:A3)</f><v></v></c><c r=\"C1\"><f>1+1</f><v>2</v></c>"
                             "<c r=\"D1\" t=\"str\"><f>IF(A1=0,\"\",1)</f><v></v></c><c r=\"E1\"><f t=\"shared\" si=\"0\"/></c><c r=\"F1\"><v></v></c></row>";
  static const char table[] = "<table:table table:name=\"BM1\"><table:table-row><table:table-cell table:formula=\"of:=1+1\"/>"
                              "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell>"
                              "<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" office:string-value=\"\"><text:p/></table:table-cell>"
                              "<table:table-cell table:formula=\"of:=&quot;&quot;\"><text:p/></table:table-cell></table:table-row></table:table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load_xlsx (rows, "", "", &error);
  g_autoptr (TrinhWorkbook) second = load_ods (table, NULL);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_FORMULA, "=");
  assert_cell (sheet, 0, 1, TRINH_SHEET_FORMULA, "=");
  assert_cell (sheet, 0, 2, TRINH_SHEET_NUMBER, "2");
  assert_cell (sheet, 0, 3, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 0, 4, TRINH_SHEET_FORMULA, "=");
  assert_cell (sheet, 0, 5, TRINH_SHEET_EMPTY, "");

  g_assert_nonnull (second);
  sheet = trinh_workbook_get_sheet (second, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_FORMULA, "=");
  assert_cell (sheet, 0, 1, TRINH_SHEET_NUMBER, "2");
  assert_cell (sheet, 0, 2, TRINH_SHEET_EMPTY, "");
  assert_cell (sheet, 0, 3, TRINH_SHEET_EMPTY, "");
}

/* Tabs, line ends and spaces in a row are elements in an .ods. */
static void
test_letters (void)
{
  static const char table[] = "<table:table table:name=\"BM1\"><table:table-row><table:table-cell><text:p>a<text:tab/>b<text:s text:c=\"2\"/>c<text:s/>d<text:line-break/>e</text:p><text:p>f</text:p></table:table-cell>"
                              "<table:table-cell><text:p>x<text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row></table:table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = load_ods (table, &error);
  TrinhSheet *sheet;

  g_assert_no_error (error);
  sheet = trinh_workbook_get_sheet (workbook, 0);
  assert_cell (sheet, 0, 0, TRINH_SHEET_TEXT, "a\tb  c d\ne\nf");
  g_assert_cmpuint (strlen (trinh_sheet_get_text (sheet, 0, 1)), <, 200);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    TrinhSheetKind kind;
  } cases[] = {
    { "0.00", TRINH_SHEET_NUMBER },
    { "[Red]#,##0", TRINH_SHEET_NUMBER },
    { "[Red][&lt;10]#,##0;[Yellow]0", TRINH_SHEET_NUMBER },
    { "[$USD] #,##0", TRINH_SHEET_NUMBER },
    { "[$-42A]#,##0", TRINH_SHEET_NUMBER },
    { "#,##0_d", TRINH_SHEET_NUMBER },
    { "*d0", TRINH_SHEET_NUMBER },
    { "0\\d", TRINH_SHEET_NUMBER },
    { "0&quot; days&quot;", TRINH_SHEET_NUMBER },
    { "0&quot;\\&quot;yy", TRINH_SHEET_DATE },
    { "&quot;[&quot;dd/mm/yyyy&quot;]&quot;", TRINH_SHEET_DATE },
    { "&quot;a;b&quot;0%", TRINH_SHEET_PERCENT },
    { "[h]:mm", TRINH_SHEET_NUMBER },
    { "[mm]:ss", TRINH_SHEET_NUMBER },
    { "[Red]0%", TRINH_SHEET_PERCENT },
    { "_(0.0%_)", TRINH_SHEET_PERCENT },
    { "[$-42A]dd/mm/yyyy", TRINH_SHEET_DATE },
    { "[Blue]dd\\-mm\\-yyyy", TRINH_SHEET_DATE },
    { "_dyyyy", TRINH_SHEET_DATE },
    { "[d", TRINH_SHEET_DATE },
    { "0_", TRINH_SHEET_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *codes = g_strdup_printf ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"%s\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>", cases[i].code);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = load_xlsx ("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44721</v></c></row>", "", codes, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (trinh_sheet_get_kind (trinh_workbook_get_sheet (workbook, 0), 0, 0), ==, cases[i].kind);
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/workbook-made/cells", test_cells);
  g_test_add_func ("/exchange/workbook-made/repeated-text", test_repeated_text);
  g_test_add_func ("/exchange/workbook-made/shared-text", test_shared_text);
  g_test_add_func ("/exchange/workbook-made/many-texts", test_many_texts);
  g_test_add_func ("/exchange/workbook-made/copied", test_copied);
  g_test_add_func ("/exchange/workbook-made/xls-sheets", test_xls_sheets);
  g_test_add_func ("/exchange/workbook-made/xls-large-file", test_xls_large_file);
  g_test_add_func ("/exchange/workbook-made/xls-large-number", test_xls_large_number);
  g_test_add_func ("/exchange/workbook-made/formulas", test_formulas);
  g_test_add_func ("/exchange/workbook-made/letters", test_letters);
  g_test_add_func ("/exchange/workbook-made/formats", test_formats);

  return g_test_run ();
}
