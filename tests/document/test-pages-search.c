/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static TrinhPages *
lay_out_texts (void)
{
  GPtrArray *blocks = fixture_blocks_new ();

  fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", "Bình Lãng, ngày 09 tháng 6 năm 2022");
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 30);
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "s1", 3);
  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 60, "Hoà giải ở cơ sở");
  return fixture_lay_out (blocks);
}

static guint
count (TrinhPages *pages,
       const char *text)
{
  g_autoptr (GArray) marks = NULL;
  guint n_hits = 99;

  marks = trinh_pages_search (pages, text, &n_hits);
  if (marks->len > 0)
    g_assert_cmpuint (g_array_index (marks, TrinhPageMark, marks->len - 1).hit, ==, n_hits - 1);
  else
    g_assert_cmpuint (n_hits, ==, 0);
  return n_hits;
}

static void
test_letters (void)
{
  g_autoptr (TrinhPages) pages = lay_out_texts ();

  g_assert_cmpuint (count (pages, "BÌNH LÃNG"), ==, 2);
  g_assert_cmpuint (count (pages, "binh lang"), ==, 2);
  g_assert_cmpuint (count (pages, "hòa giải"), ==, 1);
  g_assert_cmpuint (count (pages, "hoà giải"), ==, 1);
  g_assert_cmpuint (count (pages, "dau nghieng"), ==, 2);
  g_assert_cmpuint (count (pages, "không có"), ==, 0);
  g_assert_cmpuint (count (pages, "  "), ==, 0);
  g_assert_cmpuint (count (pages, ""), ==, 0);
  /* Every cell that shares its look with others is one. */
  g_assert_cmpuint (count (pages, "1.934"), ==, 60);
}

/* A hit over a line's end has a mark on both lines, each within its page's box. */
static void
test_lines (void)
{
  g_autoptr (TrinhPages) pages = lay_out_texts ();
  const TrinhBox *paragraph = fixture_find_box (pages, "paragraph", 0);
  g_autoptr (GArray) marks = trinh_pages_search (pages, "nghieng nghieng nghieng nghieng nghieng nghieng nghieng nghieng nghieng nghieng nghieng", NULL);
  guint n_first = 0;

  g_assert_cmpuint (marks->len, >, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const TrinhPageMark *mark = &g_array_index (marks, TrinhPageMark, i);

      n_first += mark->hit == 0;
      g_assert_cmpuint (mark->page, ==, paragraph->page);
      g_assert_cmpfloat (mark->width, >, 0);
      g_assert_cmpfloat (mark->x, >=, paragraph->x - 0.01);
      g_assert_cmpfloat (mark->x + mark->width, <=, paragraph->x + paragraph->width + 0.01);
    }
  g_assert_cmpuint (n_first, ==, 2);
}

/* The mark stands over the word: in a cell that is centred, too. */
static void
test_place (void)
{
  g_autoptr (TrinhPages) pages = lay_out_texts ();
  const TrinhBox *head = fixture_find_box (pages, "table-head", 1);
  g_autoptr (GArray) marks = trinh_pages_search (pages, "chỉ tiêu", NULL);
  const TrinhPageMark *mark = &g_array_index (marks, TrinhPageMark, 0);

  g_assert_cmpuint (marks->len, >, 1);
  g_assert_cmpstr (head->text, ==, "Chỉ tiêu");
  g_assert_cmpuint (mark->page, ==, head->page);
  g_assert_cmpfloat_with_epsilon (mark->x + mark->width / 2, head->x + head->width / 2, 0.5);
  g_assert_cmpfloat (mark->y, >=, head->y);
  g_assert_cmpfloat (mark->y + mark->height, <=, head->y + head->height);
}

static void
assert_origin (TrinhPages *pages,
               const TrinhBox *box,
               const char *expected)
{
  g_autofree char *place = trinh_pages_dup_place (pages, box);

  g_assert_cmpstr (place, ==, expected);
}

/* Which paragraph of its section a box is; what goes on over the page is the same one. */
static void
test_origin (void)
{
  g_autoptr (TrinhPages) pages = NULL;
  GPtrArray *blocks = fixture_blocks_new ();
  GPtrArray *boxes;

  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 30);
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s2", 900);
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "s2", 3);
  fixture_add_table (blocks, FALSE, 3, "Một");
  pages = fixture_lay_out (blocks);
  boxes = trinh_pages_get_boxes (pages);
  assert_origin (pages, fixture_find_box (pages, "paragraph", 0), "s1#0");
  assert_origin (pages, fixture_find_box (pages, "paragraph", 1), "s2#0");
  assert_origin (pages, fixture_find_box (pages, "list-item", 0), "s2#1");
  g_assert_true (fixture_find_box (pages, "paragraph", 2)->continued);
  assert_origin (pages, fixture_find_box (pages, "paragraph", 2), "s2#0");
  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (((TrinhBox *) boxes->pdata[i])->role, "cell"))
      assert_origin (pages, boxes->pdata[i], ((TrinhBox *) boxes->pdata[i])->place);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/pages-search/letters", test_letters);
  g_test_add_func ("/document/pages-search/lines", test_lines);
  g_test_add_func ("/document/pages-search/place", test_place);
  g_test_add_func ("/document/pages-search/origin", test_origin);

  return g_test_run ();
}
