/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "trinh-form-maker.h"

static TrinhForm *
make (const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text (table, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  TrinhForm *form;

  g_assert_no_error (error);
  bytes = trinh_form_maker_make (workbook, "bm9", &error);
  g_assert_no_error (error);
  document = trinh_json_document_parse (bytes, "bm9.json", &error);
  g_assert_no_error (error);
  form = trinh_form_load (document, &problems);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_test_message ("%s", ((GError *) problems->pdata[i])->message);
  g_assert_nonnull (form);

  return form;
}

static void
test_rows (void)
{
  static const struct
  {
    const char *line;
    const char *key;
    TrinhKind kind;
    const char *unit;
    const char *parent;
  } rows[] = {
    { "I\tHồ sơ\t\t\t", "I", TRINH_KIND_NONE, "", NULL },
    { "1.\tTiếp nhận\tHồ sơ\t\t", "1", TRINH_KIND_COUNT, "Hồ sơ", "I" },
    { "1.1.\tTrực tuyến\tnt\t\t", "1.1", TRINH_KIND_COUNT, "Hồ sơ", "1" },
    { "\tTrong đó: cấp xã\t\"\t\t", "1.1a", TRINH_KIND_COUNT, "Hồ sơ", "1.1" },
    { "-\tcấp huyện\tHồ sơ\t\t", "1.1b", TRINH_KIND_COUNT, "Hồ sơ", "1.1" },
    { "2\tTỷ lệ đúng hạn\t%\t\t", "2", TRINH_KIND_PERCENT, "%", "I" },
    { "3\tLệ phí\tTriệu đồng\t\t", "3", TRINH_KIND_AMOUNT, "Triệu đồng", "I" },
    { "II\tKhảo sát\tCó = 1; Không = 0\t\t", "II", TRINH_KIND_YES_NO, "Có = 1; Không = 0", NULL },
    { "1\tHình thức\tTrực tuyến = 0 Phát phiếu = 1 Kết hợp = 2\t\t", "II.1", TRINH_KIND_CHOICE, "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2", "II" },
    { "2\tMức độ\t1: Tốt, 2: *Khá*\t\t", "II.2", TRINH_KIND_CHOICE, "1: Tốt, 2: *Khá*", "II" },
  };
  g_autoptr (GString) table = g_string_new ("UBND TỈNH\nBiểu mẫu 9\nKết quả {một cửa}\nSTT\tChỉ tiêu\tĐơn vị tính\tKết quả\tGhi chú\n(1)\t(2)\t(3)\t(4)\t(5)\n");
  g_autoptr (TrinhForm) form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (table, "%s\n", rows[i].line);
  g_string_append (table, "\tNgười lập biểu\t\t\t\n");
  form = make (table->str);

  g_assert_cmpstr (trinh_form_get_label (form), ==, "Biểu mẫu 9");
  g_assert_cmpstr (trinh_form_get_title (form), ==, "Kết quả (một cửa)");
  g_assert_cmpstr (trinh_form_get_head (form, "unit"), ==, "Đơn vị tính");
  g_assert_cmpuint (trinh_form_get_n_rows (form), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      g_assert_cmpstr (trinh_form_row_get_key (row), ==, rows[i].key);
      g_assert_cmpint (trinh_form_row_get_kind (row), ==, rows[i].kind);
      g_assert_cmpstr (trinh_form_row_get_unit (row), ==, rows[i].unit);
      g_assert_cmpstr (trinh_form_row_get_parent (row), ==, rows[i].parent);
    }
  g_assert_true (trinh_form_row_get_heading (trinh_form_get_row (form, 0)));
  g_assert_cmpuint (trinh_form_row_get_n_choices (trinh_form_get_row (form, 8)), ==, 3);
  g_assert_cmpstr (trinh_form_row_find_choice (trinh_form_get_row (form, 9), "1"), ==, "Tốt");
}

static void
test_columns (void)
{
  static const char html[] = "<table><tr><td rowspan=2>STT</td><td rowspan=2>Chỉ tiêu</td><td colspan=2>Tiếp nhận</td><td colspan=2>Giải quyết</td></tr>"
                             "<tr><td>Trực tuyến</td><td>Trực tiếp</td><td>Trực tuyến</td><td>Quá hạn</td></tr>"
                             "<tr><td>1</td><td>Đất đai</td><td></td><td></td><td></td><td></td></tr></table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_html (html, strlen (html), &error);
  g_autoptr (GBytes) bytes = trinh_form_maker_make (workbook, "b10", &error);
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhForm) form = NULL;

  g_assert_no_error (error);
  document = trinh_json_document_parse (bytes, "b10.json", &error);
  g_assert_no_error (error);
  form = trinh_form_load (document, NULL);
  g_assert_nonnull (form);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_form_get_columns (form)), ==, 4);
  g_assert_nonnull (trinh_form_find_column (form, "truc-tuyen"));
  g_assert_nonnull (trinh_form_find_column (form, "truc-tuyen-2"));
  g_assert_cmpstr (trinh_form_column_get_title (trinh_form_find_column (form, "qua-han")), ==, "Quá hạn");
  g_assert_cmpuint (trinh_form_get_n_groups (form), ==, 2);
  g_assert_cmpstr (trinh_form_get_group (form, 1)->title, ==, "Giải quyết");
}

/* What is bold in the circular is bold in the form; words within a label are not told apart. */
static void
test_bold (void)
{
  static const char html[] = "<table><tr><td><b>STT</b></td><td><b>Chỉ tiêu</b></td><td><b>Kết quả</b></td></tr>"
                             "<tr><td><b>1</b></td><td><p><b>Hồ sơ * </b><span style='font-weight:bold'>một cửa</span> </p></td><td></td></tr>"
                             "<tr><td>2</td><td><p><b>Trong</b> đó</p></td><td></td></tr>"
                             "<tr><td>3</td><td style='font-weight: bold'>Trực tuyến</td><td></td></tr></table>";
  static const char *const labels[] = { "**Hồ sơ \\* một cửa**", "Trong đó", "**Trực tuyến**" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_html (html, strlen (html), &error);
  g_autoptr (GBytes) bytes = trinh_form_maker_make (workbook, "b11", &error);
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhForm) form = NULL;

  g_assert_no_error (error);
  document = trinh_json_document_parse (bytes, "b11.json", &error);
  g_assert_no_error (error);
  form = trinh_form_load (document, NULL);
  g_assert_nonnull (form);
  g_assert_cmpuint (trinh_form_get_n_rows (form), ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (trinh_form_row_get_label (trinh_form_get_row (form, i)), ==, labels[i]);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *table;
    const char *id;
  } cases[] = {
    { "STT\tChỉ tiêu\n1\tTrực tuyến\n", "BM 9" },
    { "STT\tChỉ tiêu\n1\tTrực tuyến\n", "" },
    { "một\thai\nba\tbốn\n", "bm9" },
    { "STT\tChỉ tiêu\tKết quả\n", "bm9" },
    { "", "bm9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text (cases[i].table, NULL);

      g_assert_nonnull (workbook);
      g_assert_null (trinh_form_maker_make (workbook, cases[i].id, &error));
      g_assert_error (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_NOTHING);
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/form-maker/rows", test_rows);
  g_test_add_func ("/exchange/form-maker/columns", test_columns);
  g_test_add_func ("/exchange/form-maker/bold", test_bold);
  g_test_add_func ("/exchange/form-maker/bad", test_bad);

  return g_test_run ();
}
