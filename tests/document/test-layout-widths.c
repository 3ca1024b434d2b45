/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A word that is not broken has room in its column, or it is broken: no cell's text stands over the next cell. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "trinh-layout-settings.h"

/* A label, @n_values values and @words in a column of @use */
static TrinhPages *
lay_out_words (TrinhColumnUse use,
               const char *words,
               guint n_values)
{
  GPtrArray *blocks = fixture_blocks_new ();
  TrinhTable *table = trinh_table_new ();

  trinh_table_add_column (table, TRINH_COLUMN_LABEL);
  for (guint i = 0; i < n_values; i++)
    trinh_table_add_column (table, TRINH_COLUMN_VALUE);
  trinh_table_add_column (table, use);
  for (guint i = 0; i < n_values + 2; i++)
    trinh_table_add_head (table, 0, i, 1, 1, trinh_text_new_plain (i <= n_values ? "Số lượng" : "Ghi chú", TRUE, FALSE), NULL);
  trinh_table_add_cell (table, trinh_text_new_plain ("Số văn bản chỉ đạo", FALSE, FALSE), TRINH_ALIGN_START, NULL);
  for (guint i = 0; i < n_values; i++)
    trinh_table_add_cell (table, trinh_text_new_plain ("1.934", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
  trinh_table_add_cell (table, trinh_text_new_plain (words, FALSE, FALSE), TRINH_ALIGN_START, "words");
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
  return fixture_lay_out (blocks);
}

/* A box grows with its text: what stands out of a cell overlaps the next or the margin. */
static const TrinhBox *
check_cells (TrinhPages *pages)
{
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();
  const TrinhBox *words = NULL;
  const TrinhBox *box;
  double x = settings->left;

  for (guint i = 0; (box = fixture_find_box (pages, "cell", i)) != NULL; i++)
    {
      g_assert_cmpfloat_with_epsilon (box->x, x, 0.1);
      x = box->x + box->width;
      if (g_strcmp0 (box->place, "words") == 0)
        words = box;
    }
  g_assert_cmpfloat_with_epsilon (x, settings->page_width - settings->right, 0.1);
  g_assert_nonnull (words);
  return words;
}

static gboolean
has_line (const TrinhBox *box,
          const char *part)
{
  for (guint i = 0; i < box->lines->len; i++)
    {
      const TrinhLine *line = &g_array_index (box->lines, TrinhLine, i);
      g_autofree char *letters = g_strndup (box->text + line->start, line->length);

      if (strstr (letters, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const struct
{
  const char *words;
  const char *whole;
} cases[] = {
  { "Quyết định 123/2022/QĐ-UBND", "123/2022/QĐ-UBND" },
  { "Quyết định số 123/2022/QĐ-UBND ngày 05/01/2022", "05/01/2022" },
  { "(iiiiiiiiiiiiiiiiiiii) 12/KH-UBND", "12/KH-UBND" },
  { "(khoản i) 12/KH-UBND tiếp-tiếp-tiếp", "12/KH-UBND" },
  { "MMMMMMM iiiiiiiiii 15/KH-MMMM", "15/KH-MMMM" },
  { "Không = 0; Một phần = 0,5", "Không = 0" },
};

static void
test_words_whole (void)
{
  static const TrinhColumnUse uses[] = { TRINH_COLUMN_NOTE, TRINH_COLUMN_TEXT, TRINH_COLUMN_LABEL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (uses); j++)
      for (guint n = 1; n <= 3; n++)
        {
          g_autoptr (TrinhPages) pages = lay_out_words (uses[j], cases[i].words, n);
          const TrinhBox *box = check_cells (pages);

          g_test_message ("%s, %u values, use %u", cases[i].words, n, uses[j]);
          g_assert_true (has_line (box, cases[i].whole));
        }
}

/* Columns of values take all the room: the number is broken, and nothing of it is lost. */
static void
test_no_room (void)
{
  static const char *const words[] = { "1234/2022/QĐ-UBND-MMMMM", "Nhiều = 0", "MMMMMMMMMMMMMMMMMMMMMMMM" };
  guint n_broken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint n = 4; n <= 14; n++)
      {
        g_autoptr (TrinhPages) pages = lay_out_words (TRINH_COLUMN_NOTE, words[i], n);
        const TrinhBox *box = check_cells (pages);

        g_assert_cmpstr (box->text, ==, words[i]);
        n_broken += box->lines->len > 1;
      }
  g_assert_cmpuint (n_broken, >, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/layout-widths/words-whole", test_words_whole);
  g_test_add_func ("/layout-widths/no-room", test_no_room);
  return g_test_run ();
}
