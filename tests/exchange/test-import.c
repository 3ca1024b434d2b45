/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "trinh-import.h"
#include "trinh-workbook-private.h"

/* A report of the regime "kiem-thu" (fixtures/reports/data): k1 has one value column, k2 two, k3 is a list. */
typedef struct
{
  TrinhRegimeLibrary *library;
  TrinhReport *report;
  TrinhEvaluation *evaluation;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer regime_id)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "reports", "data", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  TrinhPeriod period;

  fixture->library = trinh_regime_library_new ((const char *const[]) { folder, NULL });
  regime = trinh_regime_library_load (fixture->library, regime_id, &error);
  g_assert_no_error (error);
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  fixture->report = trinh_report_new (regime, period, office);
  fixture->evaluation = trinh_evaluation_new (fixture->report);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->evaluation);
  g_assert_finalize_object (fixture->report);
  g_clear_object (&fixture->library);
}

static TrinhImport *
import_text (Fixture *fixture,
             const char *text,
             JsonNode *memory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text (text, &error);

  g_assert_no_error (error);

  return trinh_import_new (fixture->evaluation, workbook, memory);
}

static void
take (Fixture *fixture,
      TrinhImport *import)
{
  g_autoptr (TrinhEdit) edit = trinh_import_make_edit (import);
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_report_apply (fixture->report, edit, &error));
  g_assert_no_error (error);
}

static const char *
get_text (Fixture *fixture,
          const char *address)
{
  return trinh_value_get_text (trinh_report_get_value (fixture->report, address));
}

static TrinhImportItem *
find_item (TrinhImport *import,
           const char *address)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), i);

      if (g_strcmp0 (trinh_import_item_get_address (item), address) == 0)
        return item; /* the list holds it */
    }

  return NULL;
}

typedef struct
{
  const char *name;
  const char *table;
  const char *address;
  const char *value; /* %NULL: nothing taken */
} Case;

static const Case heads[] = {
  { "plain", "STT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t21\n", "k1:1.1", "21" },
  { "unit-and-note", "TT\tNội dung\tĐVT\tSố liệu\tGhi chú\n1.1\tTrực tuyến\tHồ sơ\t21\t\n", "k1:1.1", "21" },
  { "capitals-no-marks", "STT\tCHI TIEU\tKET QUA\n1.1\tTRUC TUYEN\t21\n", "k1:1.1", "21" },
  { "lines-above", "ỦY BAN NHÂN DÂN\t\t\nBiểu 1\t\t\nMã số\tTên chỉ tiêu\tThực hiện\n1.1.\tTrực tuyến\t21\n", "k1:1.1", "21" },
  { "numbered-columns", "STT\tChỉ tiêu\tKết quả\n(1)\t(2)\t(3)\n1.1\tTrực tuyến\t21\n", "k1:1.1", "21" },
  { "two-rows", "STT\tChỉ tiêu\tKết quả\t\n\t\tĐơn vị tính\tSố lượng\n1.1\tTrực tuyến\tHồ sơ\t21\n", "k1:1.1", "21" },
  { "label-only", "Chỉ tiêu\tKết quả\nTrực tuyến\t21\n", "k1:1.1", "21" },
  { "code-only", "Biểu 1\nMã\tKết quả\n1.1\t21\n", "k1:1.1", "21" },
  { "code-in-several-forms", "Mã\tKết quả\n1\t21\n", "k1:1", NULL },
  { "two-value-columns", "STT\tChỉ tiêu\tSố liệu 2021\tSố liệu 2022\n1.1\tTrực tuyến\t20\t21\n", "k1:1.1", NULL },
  { "no-heads", "1.1\tTrực tuyến\tHồ sơ\t21\n1.2\tTrực tiếp\tHồ sơ\t3\n", "k1:1.1", "21" },
  { "lines-of-a-pdf", "1.1 Trực tuyến 21\n1.2 Trực tiếp 3\n", "k1:1.1", "21" },
  { "wrong-code-right-label", "STT\tChỉ tiêu\tKết quả\n9.9\tTrực tuyến\t21\n", "k1:1.1", "21" },
  { "right-code-other-label", "Biểu 1\nSTT\tChỉ tiêu\tKết quả\n1.1\tMột thứ hoàn toàn khác hẳn\t21\n", "k1:1.1", NULL },
  { "next-form", "STT\tChỉ tiêu\tKết quả\nBiểu 1\n1.1\tTrực tuyến\t5\nBiểu 2\n1\tHàng một\t21\n", "k2:1", "21" },
  { "form-column", "form\tkey\tvalue\nk2\t1\t21\n", "k2:1", "21" },
  { "column-by-title", "Biểu 2\nSTT\tChỉ tiêu\tSố tiền\tSố người\n1\tHàng một\t1.500\t21\n", "k2:1", "21" },
  { "other-column", "Biểu 2\nSTT\tChỉ tiêu\tSố tiền\tSố người\n1\tHàng một\t1.500\t21\n", "k2:1@money", "1500" },
  { "column-by-id", "form\tkey\tvalue\tmoney\nk2\t2\t3\t1.500\n", "k2:2@money", "1500" },
};

static void
test_heads (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (TrinhImport) import = import_text (fixture, heads[i].table, NULL);
      TrinhImportItem *item = find_item (import, heads[i].address);
      g_autoptr (TrinhEdit) edit = trinh_import_make_edit (import);

      g_test_message ("%s", heads[i].name);
      if (heads[i].value == NULL)
        {
          g_assert_true (item == NULL || !trinh_import_item_get_take (item));
          continue;
        }
      g_assert_nonnull (item);
      g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_NEW);
      g_assert_true (trinh_import_item_get_take (item));
      g_assert_true (trinh_report_apply (fixture->report, edit, NULL));
      g_assert_cmpstr (get_text (fixture, heads[i].address), ==, heads[i].value);
      g_assert_cmpint (trinh_value_get_origin (trinh_report_get_value (fixture->report, heads[i].address)), ==, TRINH_ORIGIN_IMPORTED);
      /* One step */
      g_assert_true (trinh_report_undo (fixture->report, NULL));
      g_assert_null (get_text (fixture, heads[i].address));
    }
}

static void
test_values (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *text;
    TrinhImportStatus status;
    const char *value;
  } cases[] = {
    { "1.1", "1.934", TRINH_IMPORT_NEW, "1934" },
    { "1.1", "07", TRINH_IMPORT_NEW, "7" },
    { "3", "98.8%", TRINH_IMPORT_NEW, "98.8" },
    { "3", "100 %", TRINH_IMPORT_NEW, "100" },
    { "9.1", "250.000đ", TRINH_IMPORT_NEW, "250000" },
    { "1.1", "1,934", TRINH_IMPORT_AMBIGUOUS, NULL },
    { "1.1", "1934.567", TRINH_IMPORT_AMBIGUOUS, NULL },
    { "1.1", "không rõ", TRINH_IMPORT_REFUSED, NULL },
    { "1.1", "#DIV/0!", TRINH_IMPORT_REFUSED, NULL },
    { "8", "5", TRINH_IMPORT_REFUSED, NULL },
    { "4", "Phát phiếu", TRINH_IMPORT_NEW, "1" },
    { "4", "0", TRINH_IMPORT_NEW, "0" },
    { "5", "Có", TRINH_IMPORT_NEW, "1" },
    { "6", "09/6/2022", TRINH_IMPORT_NEW, "2022-06-09" },
    { "6", "hôm qua", TRINH_IMPORT_REFUSED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("form\tkey\tvalue\nk1\t%s\t%s\n", cases[i].key, cases[i].text);
      g_autoptr (TrinhImport) import = import_text (fixture, table, NULL);
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), 0);
      g_autofree char *address = g_strconcat ("k1:", cases[i].key, NULL);

      g_assert_nonnull (item);
      g_assert_cmpint (trinh_import_item_get_status (item), ==, cases[i].status);
      g_assert_true (trinh_import_item_get_take (item) == (cases[i].value != NULL));
      if (cases[i].value == NULL)
        g_assert_cmpstr (trinh_import_item_get_message (item), !=, "");
      take (fixture, import);
      g_assert_cmpstr (get_text (fixture, address), ==, cases[i].value);
      trinh_report_undo (fixture->report, NULL);
    }
}

/* Nothing in a table takes nothing away: in one of ours it is offered, in another not even that. */
static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  static const char *const blanks[] = { "", "-", "…", "–" };
  g_autoptr (TrinhImport) first = import_text (fixture, "form\tkey\tvalue\tnote\nk1\t1.1\t5\ttheo sổ\nk1\t7\t-\t\n", NULL);

  take (fixture, first);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *table = g_strdup_printf ("form\tkey\tvalue\nk1\t1.1\t%s\nk1\t1\t%s\nk1\t1.2\t%s\n", blanks[i], blanks[i], blanks[i]);
      g_autofree char *foreign = g_strdup_printf ("STT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t%s\n", blanks[i]);
      g_autoptr (TrinhImport) import = import_text (fixture, table, NULL);
      g_autoptr (TrinhImport) other = import_text (fixture, foreign, NULL);
      TrinhImportItem *item = find_item (import, "k1:1.1");

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 0);
      /* The sum that a formula gives is no value of its own. */
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (import)), ==, 1);
      g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_EMPTIED);
      g_assert_cmpstr (trinh_import_item_get_old (item), ==, "5");
      g_assert_false (trinh_import_item_get_take (item));
      take (fixture, import);
      g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "5");
      trinh_import_item_set_take (item, TRUE);
      take (fixture, import);
      g_assert_null (get_text (fixture, "k1:1.1"));
      g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->report, "k1:1.1")), ==, "theo sổ");
      trinh_report_undo (fixture->report, NULL);
    }
}

/* What is blank here and filled in there is filled in; a dash that is a text is one; a note may be emptied alone. */
static void
test_emptied_aside (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhImport) first = import_text (fixture, "form\tkey\tvalue\tnote\nk1\t1.1\t5\ttheo sổ\n", NULL);
  g_autoptr (TrinhEdit) dash = trinh_edit_new ("");
  g_autoptr (TrinhValue) value = trinh_value_new ("-");
  g_autoptr (TrinhImport) twice = NULL;
  g_autoptr (TrinhImport) note = NULL;

  take (fixture, first);
  trinh_edit_set_value (dash, "k1:7", value);
  g_assert_true (trinh_report_apply (fixture->report, dash, NULL));
  twice = import_text (fixture, "form\tkey\tvalue\nk1\t1.1\t\nk1\t1.1\t6\nk1\t1.1\t\nk1\t7\t-\n", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (twice)), ==, 1);
  g_assert_cmpint (trinh_import_item_get_status (find_item (twice, "k1:1.1")), ==, TRINH_IMPORT_CHANGED);

  note = import_text (fixture, "form\tkey\tvalue\tnote\nk1\t1.1\t5\t\n", NULL);
  g_assert_cmpuint (trinh_import_count (note, TRINH_IMPORT_EMPTIED), ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (note)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (note), i);

      trinh_import_item_set_take (item, TRUE);
    }
  take (fixture, note);
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->report, "k1:1.1")), ==, "");
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "5");
}

/* A row that our table of a list has no more goes only where the person says so, with all that stands in it. */
static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhImport) first = import_text (fixture, "Danh sách\nSTT\tTên\tSố lượng\n1\tThôn Đông\t5\n2\tThôn Đoài\t6\n", NULL);
  g_autoptr (TrinhImport) import = NULL;
  g_autoptr (TrinhImport) other = NULL;
  TrinhImportItem *item;

  take (fixture, first);
  other = import_text (fixture, "Danh sách\nSTT\tTên\tSố lượng\n2\tThôn Đoài\t6\n", NULL);
  g_assert_cmpuint (trinh_import_count (other, TRINH_IMPORT_EMPTIED), ==, 0);

  import = import_text (fixture, "form\tkey\tname\tamount\nk3\tr2\tThôn Đoài\t\nk3\t\tThôn Nam\t1\n", NULL);
  item = find_item (import, "k3:r1");
  g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_EMPTIED);
  g_assert_cmpstr (trinh_import_item_get_old (item), ==, "Thôn Đông");
  g_assert_false (trinh_import_item_get_take (item));
  g_assert_cmpint (trinh_import_item_get_status (find_item (import, "k3:r2@amount")), ==, TRINH_IMPORT_EMPTIED);
  trinh_import_item_set_take (item, TRUE);
  take (fixture, import);
  g_assert_cmpuint (g_strv_length ((char **) trinh_report_get_rows (fixture->report, "k3")), ==, 2);
  g_assert_null (get_text (fixture, "k3:r1"));
  g_assert_null (get_text (fixture, "k3:r1@amount"));
  g_assert_cmpstr (get_text (fixture, "k3:r2@amount"), ==, "6");
  g_assert_cmpstr (get_text (fixture, "k3:r3"), ==, "Thôn Nam");
  g_assert_true (trinh_report_undo (fixture->report, NULL));
  g_assert_cmpstr (get_text (fixture, "k3:r1@amount"), ==, "5");
}

/* Whatever sign says minus */
static void
test_negative_answer (Fixture *fixture,
                      gconstpointer data)
{
  static const char *const signs[] = { "-", "−" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *table = g_strdup_printf ("form\tkey\tvalue\nk1\t1.1\t%s1,934\n", signs[i]);
      g_autoptr (TrinhImport) import = import_text (fixture, table, NULL);
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), 0);

      g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_AMBIGUOUS);
      g_assert_cmpstr (trinh_import_item_get_answer_text (item, 0), ==, "-1.934");
      g_assert_cmpstr (trinh_import_item_get_answer_text (item, 1), ==, "-1,934");
    }
}

/* A result that is not there is no empty cell. */
static void
test_formula (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWorkbook) workbook = trinh_workbook_new_from_text ("form\tkey\tvalue\nk1\t1.2\t5\nk1\t1.1\n", &error);
  g_autoptr (TrinhImport) import = NULL;
  TrinhImportItem *item;

  g_assert_no_error (error);
  g_assert_true (_trinh_sheet_set (trinh_workbook_get_sheet (workbook, 0), 2, 2, TRINH_SHEET_FORMULA, "=", &error));
  import = trinh_import_new (fixture->evaluation, workbook, NULL);
  item = find_item (import, "k1:1.1");
  g_assert_nonnull (item);
  g_assert_cmpint (trinh_import_item_get_status (item), ==, TRINH_IMPORT_REFUSED);
  g_assert_nonnull (strstr (trinh_import_item_get_message (item), "as .xlsx"));
}

/* What the report's own formulas give is not entered over them, in a table that this program wrote. */
static void
test_computed (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *table;
    const char *sum; /* %NULL: stays the formula's */
    const char *ratio;
    const char *shown;
  } cases[] = {
    { "form\tkey\tvalue\nk1\t1\t94\nk1\t1.1\t28\nk1\t2\t29,79\n", NULL, NULL, "94" },
    { "form\tkey\tvalue\nk1\t2\t29,79\nk1\t1.1\t28\nk1\t1\t94\n", NULL, NULL, "94" },
    /* Overwritten in the table, and what was computed from that */
    { "form\tkey\tvalue\nk1\t1\t95\nk1\t1.1\t28\nk1\t2\t29,47\n", "95", NULL, "95" },
    { "form\tkey\tvalue\nk1\t1\t94\nk1\t1.1\t28\nk1\t2\t30\n", NULL, "30", "94" },
    /* Somebody else's table says what it says. */
    { "STT\tChỉ tiêu\tKết quả\n1\tTổng số hồ sơ\t94\n1.1\tTrực tuyến\t28\n", "94", NULL, "94" },
  };
  g_autoptr (TrinhImport) first = import_text (fixture, "form\tkey\tvalue\nk1\t1.1\t100\nk1\t1.2\t66\n", NULL);

  take (fixture, first);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhImport) import = import_text (fixture, cases[i].table, NULL);
      g_autofree char *shown = NULL;

      g_assert_true ((find_item (import, "k1:1") != NULL) == (cases[i].sum != NULL));
      g_assert_true ((find_item (import, "k1:2") != NULL) == (cases[i].ratio != NULL));
      take (fixture, import);
      shown = trinh_evaluation_dup_display (fixture->evaluation, "k1:1");
      g_assert_cmpstr (get_text (fixture, "k1:1"), ==, cases[i].sum);
      g_assert_cmpstr (get_text (fixture, "k1:2"), ==, cases[i].ratio);
      g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "28");
      g_assert_cmpstr (shown, ==, cases[i].shown);
      trinh_report_undo (fixture->report, NULL);
    }
}

/* Only the answer makes the formula give what the table has. */
static void
test_computed_answer (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (TrinhImport) import = import_text (fixture, "form\tkey\tvalue\nk1\t1\t2000\nk1\t1.1\t1,934\nk1\t1.2\t66\n", NULL);

  g_assert_true (trinh_import_item_get_take (find_item (import, "k1:1")));
  trinh_import_item_set_answer (find_item (import, "k1:1.1"), 0);
  take (fixture, import);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "1934");
  g_assert_null (get_text (fixture, "k1:1"));
}

static void
test_answer (Fixture *fixture,
             gconstpointer data)
{
  static const char table[] = "STT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t1,934\n1.2\tTrực tiếp\t5\n";
  g_autoptr (TrinhImport) import = import_text (fixture, table, NULL);
  g_autoptr (TrinhImport) next = NULL;
  g_autoptr (JsonNode) memory = NULL;
  TrinhImportItem *item = find_item (import, "k1:1.1");

  /* What has to be answered stands first. */
  g_assert_cmpuint (trinh_import_get_n_taken (import), ==, 1);
  g_assert_cmpuint (trinh_import_item_get_n_answers (item), ==, 2);
  g_assert_cmpstr (trinh_import_item_get_answer_text (item, 0), ==, "1.934");
  g_assert_cmpstr (trinh_import_item_get_answer_text (item, 1), ==, "1,934");
  trinh_import_item_set_take (item, TRUE);
  g_assert_false (trinh_import_item_get_take (item));
  trinh_import_item_set_answer (item, 0);
  g_assert_true (trinh_import_item_get_take (item));
  trinh_import_item_set_answer (item, -1);
  g_assert_false (trinh_import_item_get_take (item));
  trinh_import_item_set_answer (item, 0);
  memory = trinh_import_dup_memory (import);
  take (fixture, import);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "1934");

  /* The same doubt in the next table with these heads is answered the same way. */
  next = import_text (fixture, "STT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t2,001\n", memory);
  take (fixture, next);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "2001");
}

static void
test_roles (Fixture *fixture,
            gconstpointer data)
{
  static const char table[] = "STT\tChỉ tiêu\tCột A\tCột B\n1.1\tTrực tuyến\t5\t21\n";
  g_autoptr (TrinhImport) import = import_text (fixture, table, NULL);
  g_autoptr (TrinhImport) next = NULL;
  g_autoptr (JsonNode) memory = NULL;
  g_auto (GStrv) roles = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (import)), ==, 0);
  g_assert_cmpuint (trinh_import_get_n_tables (import), ==, 1);
  g_assert_cmpuint (trinh_import_get_n_columns (import, 0), ==, 4);
  g_assert_cmpstr (trinh_import_get_column_head (import, 0, 3), ==, "Cột B");
  roles = trinh_import_list_roles (import, 0);
  g_assert_true (g_strv_contains ((const char *const *) roles, "value"));
  trinh_import_set_column_role (import, 0, 2, "value");
  g_assert_cmpstr (trinh_import_item_get_new (find_item (import, "k1:1.1")), ==, "5");
  trinh_import_set_column_role (import, 0, 3, "value");
  g_assert_cmpstr (trinh_import_get_column_role (import, 0, 2), ==, "");
  g_assert_cmpstr (trinh_import_item_get_new (find_item (import, "k1:1.1")), ==, "21");

  memory = trinh_import_dup_memory (import);
  next = import_text (fixture, "STT\tChỉ tiêu\tCột A\tCột B\n1.1\tTrực tuyến\t6\t22\n", memory);
  g_assert_cmpstr (trinh_import_item_get_new (find_item (next, "k1:1.1")), ==, "22");
  g_assert_true (trinh_import_get_remembered (next, 0));
  g_assert_false (trinh_import_get_remembered (import, 0));

  /* Forgotten: nothing is chosen, and the next one finds nothing either. */
  trinh_import_forget (next, 0);
  g_assert_false (trinh_import_get_remembered (next, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (next)), ==, 0);
  g_assert_cmpstr (trinh_import_get_table_title (next, 0), ==, trinh_import_get_table_title (import, 0));
  json_node_unref (memory);
  memory = trinh_import_dup_memory (next);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (memory)), ==, 0);
}

static void
test_left_out (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhImport) import = import_text (fixture, "Biểu 1\nSTT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t5\n77\tKhông có hàng này\t9\n1.1\tTrực tuyến\t6\n1.2\tTrực tiếp\t4\n1.2\tTrực tiếp\t4\n", NULL);
  TrinhImportItem *twice = find_item (import, "k1:1.1");

  g_assert_cmpuint (trinh_import_count (import, TRINH_IMPORT_NOT_FOUND), ==, 1);
  g_assert_cmpint (trinh_import_item_get_status (twice), ==, TRINH_IMPORT_AMBIGUOUS);
  g_assert_cmpint (trinh_import_item_get_status (find_item (import, "k1:1.2")), ==, TRINH_IMPORT_NEW);
  trinh_import_item_set_answer (twice, 1);
  take (fixture, import);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "6");
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhImport) first = import_text (fixture, "Danh sách\nSTT\tTên\tSố lượng\n1\tThôn Đông\t5\n2\tThôn Đoài\t6\n", NULL);
  g_autoptr (TrinhImport) again = NULL;
  const char *const *keys;

  take (fixture, first);
  keys = trinh_report_get_rows (fixture->report, "k3");
  g_assert_cmpuint (g_strv_length ((char **) keys), ==, 2);
  g_assert_cmpstr (get_text (fixture, "k3:r1"), ==, "Thôn Đông");
  g_assert_cmpstr (get_text (fixture, "k3:r2@amount"), ==, "6");

  again = import_text (fixture, "Danh sách\nSTT\tTên\tSố lượng\n1\tThôn Đoài\t7\n2\tThôn Nam\t1\n", NULL);
  g_assert_cmpint (trinh_import_item_get_status (find_item (again, "k3:r2@amount")), ==, TRINH_IMPORT_CHANGED);
  take (fixture, again);
  g_assert_cmpuint (g_strv_length ((char **) trinh_report_get_rows (fixture->report, "k3")), ==, 3);
  g_assert_cmpstr (get_text (fixture, "k3:r2@amount"), ==, "7");
  g_assert_cmpstr (get_text (fixture, "k3:r3"), ==, "Thôn Nam");
  /* What was there and is not in the table stays. */
  g_assert_cmpstr (get_text (fixture, "k3:r1@amount"), ==, "5");
}

static void
test_note (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhImport) import = import_text (fixture, "STT\tChỉ tiêu\tKết quả\tGhi chú\n1.1\tTrực tuyến\t5\ttheo sổ\n", NULL);
  g_autoptr (TrinhImport) again = NULL;

  take (fixture, import);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "5");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->report, "k1:1.1")), ==, "theo sổ");

  again = import_text (fixture, "STT\tChỉ tiêu\tKết quả\tGhi chú\n1.1\tTrực tuyến\t5\ttheo  sổ\n", NULL);
  g_assert_cmpuint (trinh_import_count (again, TRINH_IMPORT_SAME), ==, 2);
  g_assert_cmpuint (trinh_import_get_n_taken (again), ==, 0);
}

static void
test_leave (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhImport) import = import_text (fixture, "STT\tChỉ tiêu\tKết quả\n1.1\tTrực tuyến\t5\n1.2\tTrực tiếp\t6\n", NULL);

  trinh_import_item_set_take (find_item (import, "k1:1.2"), FALSE);
  take (fixture, import);
  g_assert_cmpstr (get_text (fixture, "k1:1.1"), ==, "5");
  g_assert_null (get_text (fixture, "k1:1.2"));
}

/* A spreadsheet's fraction in a row of percentages, shown as one or not */
static void
test_files (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *ratio;
    guint n_doubts;
  } cases[] = { { "mot-bieu.xlsx", "42.42", 1 }, { "trong-o.xlsx", "42.42", 1 }, { "mot-bieu.ods", "42.4", 0 }, { "mot-bieu.xls", "63.6", 0 }, { "cong-thuc.xls", "42.42", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "exchange", cases[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhWorkbook) workbook = trinh_workbook_load (file, &error);
      g_autoptr (TrinhImport) import = NULL;

      g_assert_no_error (error);
      import = trinh_import_new (fixture->evaluation, workbook, NULL);
      g_assert_cmpuint (trinh_import_count (import, TRINH_IMPORT_AMBIGUOUS), ==, cases[i].n_doubts);
      take (fixture, import);
      g_assert_cmpstr (get_text (fixture, "bm1:1"), ==, "22");
      g_assert_cmpstr (get_text (fixture, "bm1:2"), ==, cases[i].ratio);
      trinh_report_undo (fixture->report, NULL);
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add ("/exchange/import/" path, Fixture, "kiem-thu", set_up, func, tear_down)
  ADD ("heads", test_heads);
  ADD ("values", test_values);
  ADD ("empty", test_empty);
  ADD ("emptied-aside", test_emptied_aside);
  ADD ("gone", test_gone);
  ADD ("negative-answer", test_negative_answer);
  ADD ("formula", test_formula);
  ADD ("computed", test_computed);
  ADD ("computed-answer", test_computed_answer);
  ADD ("answer", test_answer);
  ADD ("roles", test_roles);
  ADD ("left-out", test_left_out);
  ADD ("list", test_list);
  ADD ("note", test_note);
  ADD ("leave", test_leave);
#undef ADD
  g_test_add ("/exchange/import/files", Fixture, "bieu-mau-2022", set_up, test_files, tear_down);

  return g_test_run ();
}
