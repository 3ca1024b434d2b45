/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Every line of the running text but a paragraph's last reaches the right margin, whatever the next begins with; no
 * number is broken that has room on a line. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "trinh-layout-private.h"

#define N_PADDINGS 12
#define BEFORE "Trong kỳ báo cáo, UBND xã đã giao"

static double
get_right (void)
{
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();

  return settings->page_width - settings->right;
}

static TrinhPages *
lay_out_text (TrinhText *text)
{
  GPtrArray *blocks = fixture_blocks_new ();

  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", text));
  return fixture_lay_out (blocks);
}

static const TrinhLine *
get_line (const TrinhBox *box,
          guint n)
{
  g_assert_cmpuint (n, <, box->lines->len);
  return &g_array_index (box->lines, TrinhLine, n);
}

static void
check_lines (const TrinhBox *box)
{
  for (guint i = 0; i + 1 < box->lines->len; i++)
    g_assert_cmpfloat_with_epsilon (get_line (box, i)->x + get_line (box, i)->width, get_right (), 0.05);
}

/* The text's second line begins with @word, by one padding at least. */
static void
check_break (const char *word,
             const char *tail,
             gboolean bold,
             gboolean italic)
{
  guint n_broken = 0;

  for (guint n = 0; n < N_PADDINGS; n++)
    {
      g_autofree char *padding = g_strnfill (n, 'i');
      g_autofree char *before = g_strconcat (BEFORE, padding, " việc việc việc việc việc việc việc ", NULL);
      TrinhText *text = trinh_text_new_plain (before, FALSE, FALSE);
      g_autoptr (TrinhPages) pages = NULL;
      const TrinhBox *box;

      trinh_text_add (text, word, bold, italic, NULL);
      trinh_text_add (text, tail, FALSE, FALSE, NULL);
      pages = lay_out_text (text);
      box = fixture_find_box (pages, "paragraph", 0);
      check_lines (box);
      n_broken += g_str_has_prefix (box->text + get_line (box, 1)->start, word);
    }
  g_assert_cmpuint (n_broken, >=, 2);
}

static void
test_other_letters (void)
{
  const char *tail = " cho các bộ phận chuyên môn theo dõi, đôn đốc thực hiện từ đầu năm đến hết kỳ báo cáo.";

  check_break ("nhiệm vụ", tail, FALSE, FALSE);
  check_break ("nhiệm vụ", tail, TRUE, FALSE);
  check_break ("nhiệm vụ", tail, FALSE, TRUE);
  check_break ("nhiệm vụ", tail, TRUE, TRUE);
  /* Another font has it */
  check_break ("☑ nhiệm vụ", tail, FALSE, FALSE);
}

/* Two words too long for one line: each is drawn as it is, and where a space stands in the line, it takes the rest. */
static void
test_words (void)
{
  g_autofree char *word = g_strnfill (30, 'm');
  g_autofree char *letters = g_strdup_printf ("- %s %s %s.", word, word, word);
  g_autoptr (TrinhPages) pages = lay_out_text (trinh_text_new_plain (letters, FALSE, FALSE));
  const TrinhBox *box = fixture_find_box (pages, "paragraph", 0);

  g_assert_cmpuint (box->lines->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (get_line (box, 0)->x + get_line (box, 0)->width, get_right (), 0.05);
  g_assert_cmpfloat (get_line (box, 1)->width, <, get_line (box, 2)->width);
}

/* A forced line end is no reason to spread the line; a doubled space at its end is none to end it short. */
static void
test_ends (void)
{
  g_autofree char *words = g_strnfill (400, 'n');
  g_autoptr (TrinhPages) pages = NULL;
  const TrinhBox *box;

  for (guint i = 5; i < strlen (words); i += 7)
    words[i] = words[i + 1] = ' ';
  pages = lay_out_text (trinh_text_new_plain ("Ban hành Kế hoạch số 05\ntháng 6 năm 2022", FALSE, FALSE));
  box = fixture_find_box (pages, "paragraph", 0);
  g_assert_cmpuint (box->lines->len, ==, 2);
  g_assert_cmpfloat (get_line (box, 0)->x + get_line (box, 0)->width, <, get_right () - 100);
  g_clear_object (&pages);
  pages = lay_out_text (trinh_text_new_plain (words, FALSE, FALSE));
  box = fixture_find_box (pages, "paragraph", 0);
  g_assert_cmpuint (box->lines->len, >, 3);
  check_lines (box);
}

/* Whether a line of @layout ends within @word of its text */
static gboolean
breaks (PangoLayout *layout,
        const char *word)
{
  const char *text = pango_layout_get_text (layout);
  const int start = (int) (strstr (text, word) - text);
  gboolean broken = FALSE;

  for (GSList *link = pango_layout_get_lines_readonly (layout); link != NULL; link = link->next)
    {
      const PangoLayoutLine *line = link->data;

      broken |= line->start_index > start && line->start_index < start + (int) strlen (word);
    }
  return broken;
}

/* As in a cell, @text and then @bold; @check is called for every width. */
static void
try_widths (const char *text,
            const char *bold,
            void (*check) (TrinhLayouter *layouter,
                           PangoLayout *layout,
                           double width))
{
  const TrinhTextStyle style = { .size = 13 };
  g_autoptr (TrinhText) letters = trinh_text_new_plain (text, FALSE, FALSE);
  g_autoptr (TrinhLayouter) layouter = trinh_layouter_new ();
  g_autoptr (GError) error = NULL;

  trinh_text_add (letters, bold, TRUE, FALSE, NULL);
  trinh_layouter_prepare_fonts (layouter, &error);
  g_assert_no_error (error);
  for (double width = 20; width < 300; width += 0.5)
    check (layouter, trinh_layouter_make_layout (layouter, letters, &style, width), width);
}

static void
check_number (TrinhLayouter *layouter,
              PangoLayout *layout,
              double width)
{
  const gboolean fits = trinh_layouter_measure_width (layouter, "59/KH-UBND", 13, FALSE) <= width;

  g_test_message ("%.1f points", width);
  g_assert_cmpint (breaks (layout, "59/KH-UBND"), ==, !fits);
}

/* The space before the bold word is as good as none where the line ends with it. */
static void
test_number_in_cell (void)
{
  try_widths ("Kế hoạch của UBND xã số 59/KH-UBND ngày 05 tháng 6 ", "về việc", check_number);
  try_widths ("Số 59/KH-UBND ", "về việc", check_number);
  try_widths ("Số 59/KH-UBND ", "☑ việc", check_number);
}

static void
check_two_numbers (TrinhLayouter *layouter,
                   PangoLayout *layout,
                   double width)
{
  const gboolean fits = trinh_layouter_measure_width (layouter, "12345678/QCPH-CA-UBND", 13, FALSE) <= width;

  check_number (layouter, layout, width);
  g_assert_cmpint (breaks (layout, "12345678/QCPH-CA-UBND"), ==, !fits);
}

/* One that is too wide is broken, the other is not. */
static void
test_numbers_in_cell (void)
{
  try_widths ("Theo số 59/KH-UBND và số 12345678/QCPH-CA-UBND ", "về việc", check_two_numbers);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/layout-justify/other-letters", test_other_letters);
  g_test_add_func ("/layout-justify/words", test_words);
  g_test_add_func ("/layout-justify/ends", test_ends);
  g_test_add_func ("/layout-justify/number-in-cell", test_number_in_cell);
  g_test_add_func ("/layout-justify/numbers-in-cell", test_numbers_in_cell);
  return g_test_run ();
}
