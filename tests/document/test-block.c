/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-block.h"
#include "trinh-document-private.h"

static void
test_runs (void)
{
  g_autoptr (TrinhText) text = trinh_text_new_plain ("Đạt ", FALSE, FALSE);
  g_autofree char *plain = NULL;

  trinh_text_add (text, "tỷ lệ ", FALSE, FALSE, NULL);
  trinh_text_add (text, "42,4", FALSE, FALSE, "bm1:2");
  trinh_text_add (text, "", TRUE, FALSE, NULL);
  trinh_text_add (text, "%", FALSE, FALSE, NULL);
  trinh_text_add (text, " rất tốt", TRUE, FALSE, NULL);
  plain = trinh_text_dup_plain (text);
  g_assert_cmpstr (plain, ==, "Đạt tỷ lệ 42,4% rất tốt");
  /* Same style is one run; a bound value is one of its own. */
  g_assert_cmpuint (trinh_text_get_n_runs (text), ==, 4);
  g_assert_cmpstr (trinh_text_get_run (text, 1)->place, ==, "bm1:2");
  g_assert_null (trinh_text_get_run (text, 2)->place);
  g_assert_true (trinh_text_get_run (text, 3)->bold);
}

static void
test_trim (void)
{
  static const struct
  {
    const char *text;
    const char *trimmed;
  } cases[] = {
    { "Bình Lãng.", "Bình Lãng" },
    { "Bình Lãng ;: ", "Bình Lãng" },
    { "…", "…" },
    { ".;", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhText) text = trinh_text_new_plain (cases[i].text, FALSE, FALSE);
      g_autofree char *plain = NULL;

      trinh_text_trim_end (text, ".;:");
      plain = trinh_text_dup_plain (text);
      g_assert_cmpstr (plain, ==, cases[i].trimmed);
      g_assert_cmpint (trinh_text_is_empty (text), ==, *cases[i].trimmed == '\0');
    }
}

static void
test_trim_over_runs (void)
{
  g_autoptr (TrinhText) text = trinh_text_new_plain ("Hết", TRUE, FALSE);

  trinh_text_add (text, ". ", FALSE, FALSE, NULL);
  trinh_text_add (text, ";", FALSE, TRUE, NULL);
  trinh_text_trim_end (text, ".;");
  g_assert_cmpuint (trinh_text_get_n_runs (text), ==, 1);
  g_assert_cmpstr (trinh_text_get_run (text, 0)->text, ==, "Hết");
}

static void
test_table (void)
{
  g_autoptr (TrinhTable) table = trinh_table_new ();

  trinh_table_add_column (table, TRINH_COLUMN_CODE);
  trinh_table_add_column (table, TRINH_COLUMN_LABEL);
  g_assert_cmpuint (trinh_table_get_n_rows (table), ==, 0);
  trinh_table_add_head (table, 0, 0, 2, 1, trinh_text_new (), NULL);
  trinh_table_add_head (table, 0, 1, 1, 1, trinh_text_new (), NULL);
  for (guint i = 0; i < 6; i++)
    trinh_table_add_cell (table, trinh_text_new (), TRINH_ALIGN_START, i == 3 ? "bm1:2" : NULL);
  g_assert_cmpuint (trinh_table_get_n_head_rows (table), ==, 2);
  g_assert_cmpuint (trinh_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (trinh_table_get_cell (table, 1, 1)->place, ==, "bm1:2");
}

static void
test_number (void)
{
  static const struct
  {
    const char *number;
    const char *printed;
  } cases[] = {
    { "", "      /BC-UBND" },
    { "7", "07/BC-UBND" },
    { "07", "07/BC-UBND" },
    { "9a", "09a/BC-UBND" },
    { "10", "10/BC-UBND" },
    { "115", "115/BC-UBND" },
    { "0", "0/BC-UBND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = trinh_document_format_number (cases[i].number, "BC-UBND", "      ");

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

static void
test_date (void)
{
  static const struct
  {
    const char *date;
    const char *printed;
  } cases[] = {
    { "2022-06-09", "ngày 09 tháng 6 năm 2022" },
    { "2022-01-31", "ngày 31 tháng 01 năm 2022" },
    { "2022-12-10", "ngày 10 tháng 12 năm 2022" },
    { "2022-06", "ngày … tháng 6 năm 2022" },
    { "2022-02", "ngày … tháng 02 năm 2022" },
    { "2022-11", "ngày … tháng 11 năm 2022" },
    { "2022", "ngày … tháng … năm 2022" },
    { "", "ngày … tháng … năm …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = trinh_document_format_date (cases[i].date);

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

static void
test_list (void)
{
  const char *const names[] = { "Như trên", "- CT, PCT UBND xã;", "", "Lưu: VT, NV.", NULL };
  const char *const expected[] = { "- Như trên;", "- CT, PCT UBND xã;", "- Lưu: VT, NV.", NULL };
  g_auto (GStrv) lines = trinh_document_format_list (names);
  g_auto (GStrv) none = trinh_document_format_list (NULL);

  g_assert_cmpstrv (lines, expected);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static char *
close_text (const char *letters)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_block_free);
  const TrinhBlock *last;

  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain ("Trước.", FALSE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s2", trinh_text_new_plain (letters, FALSE, FALSE)));
  trinh_document_close_text (blocks);
  trinh_document_close_text (blocks);
  last = g_ptr_array_index (blocks, 1);
  return trinh_text_dup_plain (last->text);
}

static void
test_ending (void)
{
  static const struct
  {
    const char *text;
    const char *closed;
  } cases[] = {
    { "Trên đây là báo cáo", "Trên đây là báo cáo./." },
    { "Trên đây là báo cáo.", "Trên đây là báo cáo./." },
    { "Trên đây là báo cáo./.", "Trên đây là báo cáo./." },
    { "Trên đây là báo cáo./. ", "Trên đây là báo cáo./. " },
    { "Trên đây là báo cáo;", "Trên đây là báo cáo./." },
    { "Trên đây là báo cáo/", "Trên đây là báo cáo./." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *closed = close_text (cases[i].text);

      g_assert_cmpstr (closed, ==, cases[i].closed);
    }
}

/* A report without any text has nothing to end. */
static void
test_ending_nothing (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_block_free);

  trinh_document_close_text (blocks);
  g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain ("I. A", TRUE, FALSE)));
  trinh_document_close_text (blocks);
  g_assert_cmpuint (blocks->len, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/block/runs", test_runs);
  g_test_add_func ("/block/trim", test_trim);
  g_test_add_func ("/block/trim-over-runs", test_trim_over_runs);
  g_test_add_func ("/block/table", test_table);
  g_test_add_func ("/block/number", test_number);
  g_test_add_func ("/block/date", test_date);
  g_test_add_func ("/block/list", test_list);
  g_test_add_func ("/block/ending", test_ending);
  g_test_add_func ("/block/ending-nothing", test_ending_nothing);
  return g_test_run ();
}
