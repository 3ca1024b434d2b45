/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The report as a workbook: what stands in it, and that it comes back as it went out. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "trinh-import.h"
#include "trinh-spreadsheet.h"

typedef struct
{
  TrinhRegimeLibrary *library;
  TrinhReport *report;
  TrinhEvaluation *evaluation;
  GFile *file;
} Fixture;

static TrinhReport *
load (Fixture *fixture,
      const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_report_load_file (file, fixture->library, &error);

  g_assert_no_error (error);

  return report;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *reports = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  g_autofree char *tables = g_test_build_filename (G_TEST_DIST, "fixtures", "tables", NULL);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  fixture->library = trinh_regime_library_new ((const char *const[]) { reports, tables, NULL });
  fixture->file = g_file_new_tmp ("trinh-spreadsheet-XXXXXX.xlsx", &stream, &error);
  g_assert_no_error (error);
}

static void
begin (Fixture *fixture,
       TrinhReport *report)
{
  g_clear_object (&fixture->evaluation);
  g_set_object (&fixture->report, report);
  fixture->evaluation = trinh_evaluation_new (report);
}

static void
begin_new (Fixture *fixture,
           const char *regime_id)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;

  regime = trinh_regime_library_load (fixture->library, regime_id, &error);
  g_assert_no_error (error);
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  report = trinh_report_new (regime, period, office);
  begin (fixture, report);
}

static void
begin_sample (Fixture *fixture,
              const char *name)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", name, NULL);
  g_autoptr (TrinhReport) report = load (fixture, path);

  begin (fixture, report);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->evaluation);
  if (fixture->report != NULL)
    g_assert_finalize_object (fixture->report);
  g_clear_object (&fixture->library);
}

static GBytes *
render (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_spreadsheet_render (fixture->evaluation, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static TrinhWorkbook *
write_and_read (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = render (fixture);
  g_autoptr (GError) error = NULL;
  TrinhWorkbook *workbook;

  g_file_replace_contents (fixture->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  workbook = trinh_workbook_load (fixture->file, &error);
  g_assert_no_error (error);

  return workbook;
}

static void
put (Fixture *fixture,
     const char *address,
     const char *text)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Nhập");
  g_autoptr (TrinhValue) value = trinh_value_new (text);
  g_autoptr (GError) error = NULL;

  trinh_edit_set_value (edit, address, value);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
}

static void
put_rows (Fixture *fixture,
          const char *form,
          guint n)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Thêm dòng");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (builder, g_strdup_printf ("r%u", i + 1));
  keys = g_strv_builder_end (builder);
  trinh_edit_set_rows (edit, form, (const char *const *) keys);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
}

/* Nothing to take, nothing to ask: returns how many cells were found */
static guint
assert_same (Fixture *fixture)
{
  g_autoptr (TrinhWorkbook) workbook = write_and_read (fixture);
  g_autoptr (TrinhImport) import = trinh_import_new (fixture->evaluation, workbook, NULL);
  g_autoptr (TrinhEdit) edit = trinh_import_make_edit (import);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), i);

      if (trinh_import_item_get_status (item) != TRINH_IMPORT_SAME)
        g_test_message ("%s: “%s” → “%s” %s", trinh_import_item_get_place (item), trinh_import_item_get_old (item), trinh_import_item_get_new (item), trinh_import_item_get_message (item));
      g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_SAME);
    }
  g_assert_cmpuint (trinh_edit_get_n_changes (edit), ==, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (import));
}

static const struct
{
  const char *name;
  guint n_least;
} samples[] = {
  { "binh-lang-2022-h1.trinhky", 80 },
  { "binh-lang-2021-h2.trinhky", 40 },
  { "but-son-2022-h1.trinhky", 50 },
  { "dong-son-2024-06.trinhky", 20 },
  { "binh-luong-2021-9m.trinhky", 10 },
  { "ho-so-linh-vuc-2022-q2.trinhky", 20 },
};

static void
test_samples (Fixture *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_test_message ("%s", samples[i].name);
      begin_sample (fixture, samples[i].name);
      g_assert_cmpuint (assert_same (fixture), >=, samples[i].n_least);
    }
}

/* Two runs give the same bytes, and the clock is not in them. */
static void
test_deterministic (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  first = render (fixture);
  g_usleep (2100 * 1000);
  second = render (fixture);
  g_assert_true (g_bytes_equal (first, second));
}

static const struct
{
  const char *address;
  const char *text;
} values[] = {
  { "k1:1.1", "1934" },
  { "k1:1.2", "0" },
  { "k1:2", "0.5" }, /* neither a half nor a doubt */
  { "k1:3", "63.60" },
  { "k1:3.1", "-3" },
  { "k1:3.2", "1.5" },
  { "k1:4", "1" },
  { "k1:5", "0" },
  { "k1:6", "2022-06-09" },
  { "k1:7", "=1+1 & <b>\"x\"</b> _x0041_ 'y'\nDòng hai, 1.4" },
  { "k1:9.1", "12345678901.2345" },
  { "k1:9.2", "99999999999999" },
  { "k1:11", "99999999999999.1234" },
  { "k2:1", "7" },
  { "k2:1@money", "1500.25" },
  { "k3:r1", "Cộng tác viên" },
  { "k3:r1@amount", "3" },
  { "k3:r2", "Cộng tác viên" },
  { "k3:r2@amount", "4" },
  { "k3:r3@amount", "5" },
};

/* Every kind, at its bounds; two rows of the same name */
static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  begin_new (fixture, "kiem-thu");
  put_rows (fixture, "k3", 3);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put (fixture, values[i].address, values[i].text);
  g_assert_cmpuint (assert_same (fixture), >=, G_N_ELEMENTS (values));
}

static TrinhSheet *
find_sheet (TrinhWorkbook *workbook,
            const char *name)
{
  for (guint i = 0; i < trinh_workbook_get_n_sheets (workbook); i++)
    if (g_str_equal (trinh_sheet_get_name (trinh_workbook_get_sheet (workbook, i)), name))
      return trinh_workbook_get_sheet (workbook, i);

  return NULL;
}

/* The row of the sheet whose column A is @code */
static guint
find_row (TrinhSheet *sheet,
          const char *code)
{
  for (guint row = 0; row < trinh_sheet_get_n_rows (sheet); row++)
    if (g_str_equal (trinh_sheet_get_text (sheet, row, 0), code))
      return row;
  g_assert_not_reached ();
}

/* As printed: title, heads over each other, codes as texts, numbers as numbers */
static void
test_sheet (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  TrinhSheet *sheet;
  guint row;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  workbook = write_and_read (fixture);
  g_assert_cmpuint (trinh_workbook_get_n_sheets (workbook), ==, 8);
  g_assert_nonnull (find_sheet (workbook, "Thông tin"));
  sheet = find_sheet (workbook, "Biểu mẫu 1");
  g_assert_nonnull (sheet);
  g_assert_cmpstr (trinh_sheet_get_text (sheet, 0, 0), ==, "Biểu mẫu 1");
  g_assert_cmpstr (trinh_sheet_get_text (sheet, 3, 2), ==, "Kết quả thống kê");
  g_assert_cmpstr (trinh_sheet_get_text (sheet, 4, 3), ==, "Số lượng/ Tỷ lệ");
  row = find_row (sheet, "2.");
  g_assert_cmpint (trinh_sheet_get_kind (sheet, row, 0), ==, TRINH_SHEET_TEXT);
  g_assert_cmpint (trinh_sheet_get_kind (sheet, row, 3), ==, TRINH_SHEET_NUMBER);
  g_assert_cmpstr (trinh_sheet_get_text (sheet, row, 3), ==, "63.6");
  g_assert_cmpstr (trinh_sheet_get_text (sheet, row, 2), ==, "%");
}

/* The name of a part, unpacked and searched: (transfer full) */
static char *
unpack (Fixture *fixture,
        const char *part)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *const arguments[] = { "python3", "-c", "import sys, zipfile; sys.stdout.write (zipfile.ZipFile (sys.argv[1]).read (sys.argv[2]).decode ())", path, part, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&text);
}

static void
assert_holds (const char *text,
              const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

/* Formulas compute, what does not agree with its formula stays, inputs are unlocked, lists offered. */
static void
test_live (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *total = NULL;

  begin_new (fixture, "kiem-thu");
  put (fixture, "k1:1.1", "14");
  put (fixture, "k1:1.2", "19");
  put (fixture, "k1:2", "42.4");
  put (fixture, "k1:3", "63.6");
  put (fixture, "k1:3.1", "14");
  put (fixture, "k1:3.2", "33");
  workbook = write_and_read (fixture);
  sheet = unpack (fixture, "xl/worksheets/sheet2.xml");
  assert_holds (sheet, "<f>IF(COUNT(A6:A7)=0,\"\",SUM(A6:A7))</f><v>33</v>");
  assert_holds (sheet, "ROUND(A6*100/A5,");
  assert_holds (sheet, "<v>42.4</v>");
  assert_holds (sheet, "<v>63.6</v>");
  g_assert_null (strstr (sheet, "A10*100/A11"));
  assert_holds (sheet, "<sheetProtection ");
  assert_holds (sheet, "<formula1>\"0,1\"</formula1>");
  assert_holds (sheet, "type=\"whole\"");
  assert_holds (sheet, "fitToHeight=\"0\"");
  total = unpack (fixture, "xl/styles.xml");
  assert_holds (total, "<protection locked=\"0\"/>");
  assert_holds (total, "[$-42A]#,##0");
}

/* The total of a list follows its rows and is no row of it when it comes back. */
static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *sheet = NULL;
  g_autoptr (TrinhWorkbook) workbook = NULL;

  begin_sample (fixture, "ho-so-linh-vuc-2022-q2.trinhky");
  assert_same (fixture);
  workbook = write_and_read (fixture);
  sheet = unpack (fixture, "xl/worksheets/sheet2.xml");
  assert_holds (sheet, "SUM(C");
  assert_holds (sheet, "insertRows=\"0\"");
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  begin_new (fixture, "bieu-mau-2022");
  g_assert_cmpuint (assert_same (fixture), ==, 0);
  begin_new (fixture, "kiem-thu");
  g_assert_cmpuint (assert_same (fixture), ==, 0);
}

/* The note of a column that has no column of notes hangs at its cell, and nothing of it comes back as another's. */
static void
test_notes (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Ghi chú");
  g_autoptr (TrinhValue) bare = trinh_value_new ("2");
  g_autoptr (TrinhValue) value = trinh_value_with_note (bare, "chưa đối chiếu & chờ");
  g_autoptr (GError) error = NULL;
  g_autofree char *comments = NULL;

  begin_new (fixture, "kiem-thu");
  put_rows (fixture, "k3", 1);
  trinh_edit_set_value (edit, "k3:r1@amount", value);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
  assert_same (fixture);
  comments = unpack (fixture, "xl/comments1.xml");
  assert_holds (comments, "chưa đối chiếu &amp; chờ");
}

/* 500 rows, texts of 2,000 letters */
static void
test_large (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *text = g_strnfill (2000, 'x');

  begin_new (fixture, "kiem-thu");
  put_rows (fixture, "k3", 500);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *address = g_strdup_printf ("k3:r%u", i + 1);
      g_autofree char *number = g_strdup_printf ("k3:r%u@amount", i + 1);

      put (fixture, address, text);
      put (fixture, number, "1");
    }
  g_assert_cmpuint (assert_same (fixture), ==, 1000);
}

/* What no cell holds is said, with its place, and nothing is made. */
static void
test_too_long (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  begin_new (fixture, "kiem-thu");
  put (fixture, "k1:7", text);
  bytes = trinh_spreadsheet_render (fixture->evaluation, &error);
  g_assert_null (bytes);
  g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE);
  assert_holds (error->message, "Biểu 1, A");
  assert_holds (error->message, "32,767");
}

/* What was pasted into the head from elsewhere: the workbook's properties and the foot of its pages name it too. */
static void
test_pasted (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Trích yếu");
  g_autoptr (GError) error = NULL;

  begin_new (fixture, "kiem-thu");
  put (fixture, "k1:7", "Hai ký tự \uFFFE, \uFFFF mà XML không có");
  trinh_edit_set_member_string (edit, "subject", "Công tác\vcải cách \xEF\xBF\xBE hành\001chính & khác");
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (assert_same (fixture), ==, 1);
}

static void
mark_estimate (Fixture *fixture,
               const char *address)
{
  g_autoptr (TrinhValue) estimate = trinh_value_with_estimate (trinh_report_get_value (fixture->report, address), TRUE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Ước");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_value (edit, address, estimate);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
}

/* The number's format of a cell: (transfer full) */
static char *
dup_format (Fixture *fixture,
            const char *sheet,
            const char *place)
{
  static const char script[] = "import re, sys, zipfile\n"
                               "book = zipfile.ZipFile (sys.argv[1])\n"
                               "style = re.search ('<c r=\"%s\" s=\"([0-9]+)\"' % sys.argv[3], book.read (sys.argv[2]).decode ()).group (1)\n"
                               "styles = book.read ('xl/styles.xml').decode ()\n"
                               "xf = re.findall ('<xf [^>]*numFmtId=\"([0-9]+)\"', styles.split ('<cellXfs')[1])[int (style)]\n"
                               "sys.stdout.write (re.search ('numFmtId=\"%s\" formatCode=\"([^\"]*)\"' % xf, styles).group (1))\n";
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *const arguments[] = { "python3", "-c", script, path, sheet, place, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&text);
}

static void
assert_format (Fixture *fixture,
               const char *sheet,
               const char *place,
               const char *expected)
{
  g_autofree char *format = dup_format (fixture, sheet, place);

  g_assert_cmpstr (format, ==, expected);
}

#define FIGURES "xl/worksheets/sheet9.xml" /* behind cover and seven forms */
#define MARK " (có số liệu ước)"

/* With earlier reports a sheet compares, with charts that take the numbers from its cells. */
static void
test_comparison (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const names[] = { "binh-lang-2020-h1.trinhky", "binh-lang-2021-h1.trinhky", "binh-lang-2021-h2.trinhky" };
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *table = NULL;
  g_autofree char *per_cent = NULL;
  g_autofree char *dossiers = NULL;
  TrinhSheet *sheet;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", names[i], NULL);

      g_ptr_array_add (history, load (fixture, path));
    }
  mark_estimate (fixture, "bm3:3.3.1");
  trinh_evaluation_set_history (fixture->evaluation, history);
  assert_same (fixture);
  workbook = write_and_read (fixture);
  sheet = find_sheet (workbook, "So sánh");
  g_assert_nonnull (sheet);
  g_assert_cmpuint (trinh_sheet_get_n_columns (sheet), >=, 6);
  chart = unpack (fixture, "xl/charts/chart1.xml");
  assert_holds (chart, "'So sánh'!$");
  assert_holds (chart, "<c:min val=\"0\"/>");
  assert_holds (chart, "<c:barDir val=\"bar\"/>");
  /* 671, and this report's 738, which is an estimate; whole per cents and others */
  assert_format (fixture, FIGURES, "E12", "[$-42A]#,##0");
  assert_format (fixture, FIGURES, "G12", "[$-42A]#,##0&quot; (ước)&quot;");
  table = unpack (fixture, FIGURES);
  assert_holds (table, "AND(ISNUMBER(G11),G11=INT(G11))");
  per_cent = unpack (fixture, "xl/charts/chart6.xml");
  assert_holds (per_cent, "formatCode=\"[&lt;1000][$-42A]General;[$-42A]#,##0\"");
  g_assert_null (strstr (per_cent, MARK));
  dossiers = unpack (fixture, "xl/charts/chart7.xml");
  assert_holds (dossiers, MARK);
}

static void
add_charts (Fixture *fixture)
{
  static const char charts[] = "[{\"id\":\"c1\",\"title\":\"Kế hoạch & kết quả\",\"indicators\":[\"bm1:2.1\",\"bm1:2.2\",\"bm1:2\"],\"periods\":[\"2021-H1\"],"
                               "\"values\":{\"2021-H1\":{\"bm1:2.1\":\"30\",\"bm1:2.2\":\"12\",\"bm1:2\":\"40.5\"}}},"
                               "{\"id\":\"c2\",\"kind\":\"line\",\"indicators\":[\"bm1:1\",\"bm1:2.1\",\"bm1:2.2\"],\"periods\":[\"2021-H1\"],"
                               "\"values\":{\"2021-H1\":{\"bm1:1\":\"17\",\"bm1:2.1\":\"30\",\"bm1:2.2\":\"12\"}}}]";
  g_autoptr (JsonNode) node = json_from_string (charts, NULL);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Biểu đồ");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member (edit, "charts", node);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
}

/* The report's own charts, without any other report: each with its table, and no row of them is taken for a form's. */
static void
test_figures (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autofree char *bars = NULL;
  g_autofree char *per_cent = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *two_lines = NULL;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  add_charts (fixture);
  assert_same (fixture);
  workbook = write_and_read (fixture);
  g_assert_nonnull (find_sheet (workbook, "Biểu đồ của báo cáo"));
  bars = unpack (fixture, "xl/charts/chart1.xml");
  assert_holds (bars, "<c:barDir val=\"col\"/>");
  assert_holds (bars, "Kế hoạch &amp; kết quả");
  assert_holds (bars, "<c:v>30</c:v>");
  per_cent = unpack (fixture, "xl/charts/chart2.xml");
  assert_holds (per_cent, "<c:max val=\"100\"/>");
  lines = unpack (fixture, "xl/charts/chart3.xml");
  assert_holds (lines, "<c:lineChart>");
  assert_holds (lines, "'Biểu đồ của báo cáo'!$B$");
  /* One accent, the others grey and told by their dashes and marks */
  two_lines = unpack (fixture, "xl/charts/chart4.xml");
  g_assert_cmpuint (count (two_lines, "<c:ser>"), ==, 2);
  g_assert_cmpuint (count (two_lines, "<a:srgbClr val=\"1A5EB5\"/>"), ==, 3);
  g_assert_cmpuint (count (two_lines, "<a:srgbClr val=\"616168\"/>"), ==, 3);
  g_assert_cmpuint (count (two_lines, "<a:prstDash"), ==, 1);
  assert_holds (two_lines, "<c:symbol val=\"circle\"/>");
  assert_holds (two_lines, "<c:symbol val=\"square\"/>");
}

/* The figures of the report itself: an estimate is one there too, in its cell, and in the chart where there is room. */
static void
test_estimated_figure (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autofree char *bars = NULL;
  g_autofree char *per_cent = NULL;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  add_charts (fixture);
  mark_estimate (fixture, "bm1:2.1");
  mark_estimate (fixture, "bm1:2");
  assert_same (fixture);
  workbook = write_and_read (fixture);
  assert_format (fixture, FIGURES, "B4", "[$-42A]#,##0");
  assert_format (fixture, FIGURES, "C4", "[$-42A]#,##0&quot; (ước)&quot;");
  assert_format (fixture, FIGURES, "C5", "[$-42A]#,##0");
  /* Of two bars one is final: their labels have one format, and the title tells. */
  bars = unpack (fixture, "xl/charts/chart1.xml");
  assert_holds (bars, "Kế hoạch &amp; kết quả" MARK "<");
  g_assert_cmpuint (count (bars, "formatCode=\"[$-42A]#,##0\""), ==, 3);
  per_cent = unpack (fixture, "xl/charts/chart2.xml");
  assert_holds (per_cent, MARK);
  assert_holds (per_cent, "formatCode=\"[&lt;1000][$-42A]General&quot; (ước)&quot;;[$-42A]#,##0&quot; (ước)&quot;\"");
  assert_holds (per_cent, "formatCode=\"[&lt;1000][$-42A]General;[$-42A]#,##0\"");
}

/* A whole number shows no decimals, as in its form, and gets them when its form gets them. */
static void
test_whole_figure (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *value;
    const char *labels;
  } cases[] = {
    { "63", "formatCode=\"[$-42A]#,##0\"" },
    { "63.6", "formatCode=\"[&lt;1000][$-42A]General;[$-42A]#,##0\"" },
    { "1063.6", "formatCode=\"[&lt;1000][$-42A]General;[$-42A]#,##0.0#\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhWorkbook) workbook = NULL;
      g_autofree char *sheet = NULL;
      g_autofree char *labels = NULL;

      begin_sample (fixture, "binh-lang-2022-h1.trinhky");
      add_charts (fixture);
      put (fixture, "bm1:2", cases[i].value);
      workbook = write_and_read (fixture);
      sheet = unpack (fixture, FIGURES);
      assert_format (fixture, FIGURES, "C28", "[$-42A]#,##0.0#");
      assert_holds (sheet, "<conditionalFormatting sqref=\"C28\">");
      assert_holds (sheet, "AND(ISNUMBER(C28),C28=INT(C28))");
      g_assert_cmpuint (count (sheet, "<conditionalFormatting"), ==, 1);
      labels = unpack (fixture, "xl/charts/chart2.xml");
      assert_holds (labels, cases[i].labels);
    }
}

/* What is blank now is filled in afterwards: the chart follows that too. */
static void
test_blank_figure (Fixture *fixture,
                   gconstpointer data)
{
  static const char formula[] = "t=\"str\"><f>IF('Biểu mẫu 1'!";
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("Xóa");
  g_autoptr (TrinhWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *blank = NULL;
  g_autofree char *long_number = NULL;

  begin_sample (fixture, "binh-lang-2022-h1.trinhky");
  add_charts (fixture);
  workbook = write_and_read (fixture);
  filled = unpack (fixture, "xl/worksheets/sheet9.xml");
  assert_holds (filled, "<f>IF('Biểu mẫu 1'!");
  g_assert_null (strstr (filled, formula));
  g_clear_pointer (&workbook, trinh_workbook_unref);

  trinh_edit_set_value (edit, "bm1:1", NULL);
  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
  assert_same (fixture);
  blank = unpack (fixture, "xl/worksheets/sheet9.xml");
  assert_holds (blank, formula);

  /* Letters in its form are no number of a chart. */
  put (fixture, "bm1:1", "99999999999999.9999");
  workbook = write_and_read (fixture);
  long_number = unpack (fixture, "xl/worksheets/sheet9.xml");
  g_assert_null (strstr (long_number, formula));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/spreadsheet/samples", Fixture, NULL, set_up, test_samples, tear_down);
  g_test_add ("/spreadsheet/deterministic", Fixture, NULL, set_up, test_deterministic, tear_down);
  g_test_add ("/spreadsheet/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/spreadsheet/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/spreadsheet/live", Fixture, NULL, set_up, test_live, tear_down);
  g_test_add ("/spreadsheet/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/spreadsheet/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/spreadsheet/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/spreadsheet/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/spreadsheet/too-long", Fixture, NULL, set_up, test_too_long, tear_down);
  g_test_add ("/spreadsheet/pasted", Fixture, NULL, set_up, test_pasted, tear_down);
  g_test_add ("/spreadsheet/comparison", Fixture, NULL, set_up, test_comparison, tear_down);

  g_test_add ("/spreadsheet/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/spreadsheet/estimated-figure", Fixture, NULL, set_up, test_estimated_figure, tear_down);
  g_test_add ("/spreadsheet/whole-figure", Fixture, NULL, set_up, test_whole_figure, tear_down);
  g_test_add ("/spreadsheet/blank-figure", Fixture, NULL, set_up, test_blank_figure, tear_down);

  return g_test_run ();
}
