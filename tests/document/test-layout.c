/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "trinh-layout-rules.h"
#include "trinh-layout-settings.h"

#define DATE "Bình Lãng, ngày 09 tháng 6 năm 2022"

static TrinhLayoutRules *
load_rules (void)
{
  g_autoptr (GError) error = NULL;
  TrinhLayoutRules *rules = trinh_layout_rules_load_id ("nd30-2020", &error);

  g_assert_no_error (error);
  return rules;
}

static GPtrArray *
create_report (guint n_paragraphs,
               guint n_rows)
{
  GPtrArray *blocks = fixture_blocks_new ();

  fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
  g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain ("I. CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", TRUE, FALSE)));
  for (guint i = 0; i < n_paragraphs; i++)
    fixture_add_text (blocks, i % 3 == 2 ? TRINH_BLOCK_TYPE_LIST_ITEM : TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 10 + i % 5 * 15);
  fixture_add_signature (blocks);
  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, n_rows, "Số văn bản chỉ đạo");
  return blocks;
}

static gboolean
is_upper (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, -1);

  return g_str_equal (upper, text);
}

static void
check_must (TrinhMust must,
            gboolean value)
{
  g_assert_true (must == TRINH_MUST_FREE || (must == TRINH_MUST_BE) == value);
}

static void
check_box (const TrinhBox *box,
           const TrinhLayoutRole *role)
{
  g_test_message ("%s: %s", box->role, box->text);
  g_assert_true (trinh_limit_holds (role->size, box->size));
  check_must (role->bold, box->bold);
  check_must (role->italic, box->italic);
  if (role->capitals == TRINH_MUST_BE)
    g_assert_true (is_upper (box->text));
  if (role->single_line)
    g_assert_cmpfloat (box->height, <, 1.6 * box->size);
}

/* Every box of a role that the decree knows keeps to it. */
static void
test_roles (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules ();
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (40, 60));
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);
      const TrinhLayoutRole *role = trinh_layout_rules_find_role (rules, box->role);

      if (role == NULL)
        continue;
      check_box (box, role);
      g_hash_table_add (seen, (gpointer) box->role);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 19);
}

static void
test_margins (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules ();
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (40, 60));
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  double mm = 72 / 25.4;

  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 4);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);
      double width;
      double height;

      trinh_pages_get_size (pages, box->page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
      g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
      g_assert_cmpfloat (box->x, >=, rules->margin_left.least * mm - 0.01);
      g_assert_cmpfloat (box->x + box->width, <=, width - rules->margin_right.least * mm + 0.01);
      if (g_str_equal (box->role, "page-number"))
        continue;
      g_assert_cmpfloat (box->y, >=, rules->margin_top.least * mm - 0.01);
      g_assert_cmpfloat (box->y + box->height, <=, height - rules->margin_bottom.least * mm + 0.01);
    }
}

static const TrinhBox *
find_page_number (TrinhPages *pages,
                  guint page)
{
  for (guint n = 0;; n++)
    {
      const TrinhBox *box = fixture_find_box (pages, "page-number", n);

      if (box == NULL || box->page == page)
        return box;
    }
}

static void
test_page_numbers (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (40, 60));
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();
  guint annex = fixture_find_box (pages, "annex-label", 0)->page;

  g_assert_cmpuint (annex, >, 1);
  for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
    {
      const TrinhBox *box = find_page_number (pages, i);
      g_autofree char *number = g_strdup_printf ("%u", i < annex ? i + 1 : i - annex + 1);

      if (i == 0 || i == annex)
        {
          g_assert_null (box);
          continue;
        }
      g_assert_nonnull (box);
      g_assert_cmpstr (box->text, ==, number);
      g_assert_cmpfloat (box->y, >, 0);
      g_assert_cmpfloat (box->y + box->height, <, settings->top);
      g_assert_cmpfloat_with_epsilon (box->x + box->width / 2, (settings->left + settings->page_width - settings->right) / 2, 0.5);
    }
}

/* Whatever stands at the left, the motto is one line, and number and date are level. */
static void
test_header (void)
{
  static const struct
  {
    const char *superior;
    const char *locality;
    const char *date;
  } cases[] = {
    { NULL, "XÃ BÌNH LÃNG", DATE },
    { "UBND HUYỆN TỨ KỲ", "THỊ TRẤN BÚT SƠN", "Bút Sơn, ngày 10 tháng 12 năm 2022" },
    { "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "ĐẶC KHU CÔN ĐẢO VỚI MỘT TÊN RẤT DÀI KHÔNG AI ĐẶT", "Thành phố Phan Rang - Tháp Chàm, ngày … tháng … năm …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      const TrinhBox *motto;
      const TrinhBox *number;
      const TrinhBox *date;

      fixture_add_header (blocks, cases[i].superior, cases[i].locality, cases[i].date);
      pages = fixture_lay_out (blocks);
      motto = fixture_find_box (pages, "motto-country", 0);
      number = fixture_find_box (pages, "number", 0);
      date = fixture_find_box (pages, "date", 0);
      g_assert_cmpfloat (motto->height, <, 1.6 * motto->size);
      g_assert_cmpfloat_with_epsilon (number->y + number->size * 0.891, date->y + date->size * 0.891, 0.1);
      g_assert_cmpint (fixture_find_box (pages, "superior", 0) != NULL, ==, cases[i].superior != NULL);
      g_assert_cmpfloat (fixture_find_box (pages, "office", 1)->x + fixture_find_box (pages, "office", 1)->width, <, motto->x);
    }
}

static void
check_rule (TrinhPages *pages,
            TrinhLayoutRules *rules,
            const char *role,
            const char *rule_role)
{
  const TrinhBox *rule = fixture_find_box (pages, rule_role, 0);
  const TrinhBox *text = NULL;
  double widest = 0;

  g_assert_nonnull (rule);
  for (guint i = 0; fixture_find_box (pages, role, i) != NULL; i++)
    {
      text = fixture_find_box (pages, role, i);
      widest = MAX (widest, text->width);
    }
  g_assert_true (trinh_limit_holds (trinh_layout_rules_find_role (rules, role)->rule, rule->width / widest));
  g_assert_cmpfloat (rule->y, >=, text->y + text->height);
  g_assert_cmpfloat (rule->y, <, text->y + text->height + 6);
  g_assert_cmpfloat_with_epsilon (rule->x + rule->width / 2, text->x + text->width / 2, 1);
}

static void
test_rules (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules ();
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (3, 3));

  check_rule (pages, rules, "motto", "motto-rule");
  check_rule (pages, rules, "office", "office-rule");
  check_rule (pages, rules, "subject", "subject-rule");
}

static guint
count_lines (const TrinhBox *box)
{
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();

  return (guint) (box->height / (box->size * 1.1 * settings->line_spacing) + 0.5);
}

/* Lines of text on @page */
static guint
count_text_lines (TrinhPages *pages,
                  guint page)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (box->page == page && (g_str_equal (box->role, "paragraph") || g_str_equal (box->role, "list-item")))
        n += count_lines (box);
    }
  return n;
}

/* However long the text is, two lines of it go with the signature block, which stands whole. */
static void
test_signature (void)
{
  gboolean moved = FALSE;

  for (guint n = 0; n < 30; n++)
    {
      g_autoptr (TrinhPages) pages = NULL;
      GPtrArray *blocks = fixture_blocks_new ();
      const TrinhBox *first;
      const TrinhBox *last;

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      for (guint i = 0; i < n; i++)
        fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 5);
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 12 + n % 3 * 20);
      fixture_add_signature (blocks);
      pages = fixture_lay_out (blocks);
      first = fixture_find_box (pages, "capacity", 0);
      last = fixture_find_box (pages, "signatory-name", 0);
      g_assert_cmpuint (first->page, ==, last->page);
      g_assert_cmpuint (fixture_find_box (pages, "recipients", 1)->page, ==, last->page);
      if (n > 0)
        g_assert_cmpuint (count_text_lines (pages, first->page), >=, 2);
      moved = moved || first->page > 0;
    }
  g_assert_true (moved);
}

static const TrinhBox *
find_last_box (TrinhPages *pages,
               const char *role)
{
  guint n = 0;

  while (fixture_find_box (pages, role, n + 1) != NULL)
    n++;
  return fixture_find_box (pages, role, n);
}

/* A block of less than half a page stands whole. Of a longer list the first names stand beside the signatures, the
 * others below and overleaf, never fewer than five. */
static void
check_recipients (guint n,
                  guint n_paragraphs)
{
  g_autoptr (TrinhPages) pages = NULL;
  GPtrArray *blocks = fixture_blocks_new ();
  const TrinhBox *head, *last, *space;

  fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
  for (guint i = 0; i < n_paragraphs; i++)
    fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 30);
  fixture_add_signature_to (blocks, n);
  pages = fixture_lay_out (blocks);
  head = fixture_find_box (pages, "recipients-head", 0);
  last = find_last_box (pages, "recipients");
  space = fixture_find_box (pages, "signature", 0);
  g_test_message ("%u recipients after %u paragraphs: pages %u to %u", n, n_paragraphs, head->page + 1, last->page + 1);
  g_assert_cmpuint (fixture_find_box (pages, "capacity", 0)->page, ==, head->page);
  g_assert_cmpuint (fixture_find_box (pages, "signatory-name", 0)->page, ==, head->page);
  g_assert_cmpfloat (head->x + head->width, <, space->x);
  g_assert_cmpuint (count_text_lines (pages, head->page), >=, 2);
  if (last->page == head->page)
    return;
  g_assert_cmpuint (n, >, 25);
  g_assert_cmpuint (fixture_count_boxes (pages, "recipients", last->page), >=, 5);
  g_assert_cmpuint (fixture_count_boxes (pages, "recipients", head->page), >=, 5);
  /* The page is used up to its foot, but for what stays together overleaf. */
  if (n > 50)
    {
      const TrinhBox *lowest = fixture_find_box (pages, "recipients", fixture_count_boxes (pages, "recipients", head->page) - 1);

      g_assert_cmpuint (lowest->page, ==, head->page);
      g_assert_cmpfloat (lowest->y + lowest->height, >, 841.89 - trinh_layout_settings_get ()->bottom - 6 * lowest->height);
    }
}

static void
test_many_recipients (void)
{
  static const guint lists[] = { 2, 10, 24, 30, 45, 60, 140 };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint n_paragraphs = 1; n_paragraphs < 14; n_paragraphs++)
      check_recipients (lists[i], n_paragraphs);
}

static void
test_signature_place (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (3, 3));
  const TrinhBox *head = fixture_find_box (pages, "recipients-head", 0);
  const TrinhBox *capacity = fixture_find_box (pages, "capacity", 0);
  const TrinhBox *title = fixture_find_box (pages, "signatory-title", 0);
  const TrinhBox *space = fixture_find_box (pages, "signature", 0);
  const TrinhBox *name = fixture_find_box (pages, "signatory-name", 0);

  /* Level by the baseline */
  g_assert_cmpfloat_with_epsilon (head->y + head->size * 0.891, capacity->y + capacity->size * 0.891, 0.1);
  g_assert_cmpfloat (head->x + head->width, <, capacity->x);
  g_assert_cmpfloat_with_epsilon (capacity->x + capacity->width / 2, title->x + title->width / 2, 0.5);
  g_assert_cmpfloat_with_epsilon (capacity->x + capacity->width / 2, name->x + name->width / 2, 0.5);
  g_assert_cmpfloat (space->height, >=, 50);
  g_assert_cmpfloat (title->y + title->height, <=, space->y + 0.01);
  g_assert_cmpfloat (space->y + space->height, <=, name->y + 0.01);
}

/* A heading goes with the two lines after it; a paragraph leaves two lines and takes two. */
static void
test_headings (void)
{
  for (guint n = 0; n < 40; n++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      const TrinhBox *heading;
      const TrinhBox *part;
      guint on_page = 0;

      for (guint i = 0; i < n; i++)
        fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "before", 3);
      g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain ("I. A", TRUE, FALSE)));
      g_ptr_array_add (blocks, trinh_block_new_heading ("s2", 2, trinh_text_new_plain ("1. B", TRUE, FALSE)));
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "s2", 90);
      pages = fixture_lay_out (blocks);
      heading = fixture_find_box (pages, "heading-1", 0);
      g_assert_cmpuint (fixture_find_box (pages, "heading-2", 0)->page, ==, heading->page);
      for (guint i = 0; (part = fixture_find_box (pages, "list-item", i)) != NULL; i++)
        {
          g_assert_cmpuint (count_lines (part), >=, 2);
          on_page += part->page == heading->page;
        }
      g_assert_cmpuint (on_page, ==, 1);
    }
}

/* Every page but the last is filled to its foot, but for what a heading and its lines need. */
static void
check_filled (TrinhPages *pages,
              double foot)
{
  g_autofree double *bottoms = g_new0 (double, trinh_pages_get_n_pages (pages));
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      bottoms[box->page] = MAX (bottoms[box->page], box->y + box->height);
    }
  for (guint i = 0; i + 1 < trinh_pages_get_n_pages (pages); i++)
    g_assert_cmpfloat (bottoms[i], >, foot);
}

/* Headings without text, and with a line each, as a new report has them: none holds on to the next of its kind. */
static void
test_many_headings (void)
{
  for (guint with_text = 0; with_text < 2; with_text++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      for (guint i = 0; i < 40; i++)
        {
          g_autofree char *place = g_strdup_printf ("s%u", i);

          g_ptr_array_add (blocks, trinh_block_new_heading (place, i % 5 == 0 ? 1 : 2, trinh_text_new_plain ("1. VIỆC", TRUE, FALSE)));
          if (with_text)
            fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, place, 3);
        }
      pages = fixture_lay_out (blocks);
      g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 1);
      check_filled (pages, 842 - 57 - 100);
    }
}

/* All lines of a heading stand on one page, and its text with them, wherever it comes. */
static void
test_long_headings (void)
{
  static const char title[] = "1. Tổng hợp, cập nhật số lượng thủ tục hành chính thuộc thẩm quyền giải quyết của địa phương (tổng số thủ tục; chi tiết số lượng thủ tục cấp huyện, cấp xã và số lượng thủ tục thuộc các cơ quan ngành dọc đóng tại địa phương, kể cả thủ tục chưa công bố)";

  for (guint n = 18; n < 34; n++)
    for (guint run_in = 0; run_in < 2; run_in++)
      {
        GPtrArray *blocks = fixture_blocks_new ();
        g_autoptr (TrinhPages) pages = NULL;
        const TrinhBox *heading;

        for (guint i = 0; i < n; i++)
          fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 2);
        if (run_in)
          g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_RUN_IN, "s1", trinh_text_new_plain (title, TRUE, TRUE)));
        else
          g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 2, trinh_text_new_plain (title, TRUE, FALSE)));
        fixture_add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "s1", 60);
        pages = fixture_lay_out (blocks);
        heading = fixture_find_box (pages, run_in ? "run-in" : "heading-2", 0);
        g_assert_cmpuint (heading->lines->len, ==, 4);
        g_assert_cmpuint (fixture_find_box (pages, "list-item", 0)->page, ==, heading->page);
      }
}

/* What is tied together and fits no page leaves no page empty: rows that are headings all of them. */
static void
test_many_heading_rows (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (TrinhPages) pages = NULL;
  TrinhTable *table;

  for (guint i = 0; i < 4; i++)
    fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 2);
  fixture_add_table (blocks, FALSE, 90, "Số văn bản");
  table = ((TrinhBlock *) g_ptr_array_index (blocks, 4))->table;
  for (guint i = 0; i < 90; i++)
    trinh_table_keep_row (table, i);
  pages = fixture_lay_out (blocks);
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 2);
  check_filled (pages, 842 - 57 - 30);
}

static void
check_table_pages (guint n)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (3, n));
  guint annex = fixture_find_box (pages, "annex-label", 0)->page;
  guint n_rows = 0;

  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >=, annex + 2);
  for (guint i = annex; i < trinh_pages_get_n_pages (pages); i++)
    {
      guint n_cells = fixture_count_boxes (pages, "cell", i);

      g_assert_cmpuint (fixture_count_boxes (pages, "table-head", i), ==, 5);
      /* Rows are whole, and none goes alone. */
      g_assert_cmpuint (n_cells % 4, ==, 0);
      g_assert_cmpuint (n_cells, >=, 8);
      n_rows += n_cells / 4;
    }
  g_assert_cmpuint (n_rows, ==, n);
}

static void
test_table_heads (void)
{
  for (guint n = 60; n < 100; n++)
    check_table_pages (n);
}

/* Heads stand above the first cell, group heads over what they span. */
static void
test_table_head_spans (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (3, 3));
  const TrinhBox *code = fixture_find_box (pages, "table-head", 0);
  const TrinhBox *group = fixture_find_box (pages, "table-head", 2);
  const TrinhBox *unit = fixture_find_box (pages, "table-head", 3);
  const TrinhBox *value = fixture_find_box (pages, "table-head", 4);

  g_assert_cmpstr (group->text, ==, "Kết quả thống kê");
  g_assert_cmpfloat_with_epsilon (group->width, unit->width + value->width, 0.01);
  g_assert_cmpfloat_with_epsilon (code->height, group->height + unit->height, 0.01);
  g_assert_cmpfloat_with_epsilon (fixture_find_box (pages, "cell", 0)->y, code->y + code->height, 0.01);
}

/* @n_merged rows behind @n_before others */
static TrinhPages *
lay_out_merged (guint n_before,
                guint n_merged,
                const char *merged)
{
  GPtrArray *blocks = fixture_blocks_new ();
  TrinhTable *table = trinh_table_new ();

  trinh_table_add_column (table, TRINH_COLUMN_CODE);
  trinh_table_add_column (table, TRINH_COLUMN_LABEL);
  trinh_table_add_head (table, 0, 0, 1, 1, trinh_text_new_plain ("STT", TRUE, FALSE), "bm1");
  trinh_table_add_head (table, 0, 1, 1, 1, trinh_text_new_plain ("Chỉ tiêu", TRUE, FALSE), "bm1");
  for (guint i = 0; i < n_before + n_merged + 2; i++)
    {
      trinh_table_add_cell (table, trinh_text_new_plain (i == n_before ? merged : "", FALSE, FALSE), TRINH_ALIGN_CENTER, i == n_before ? "merged" : "code");
      if (i == n_before)
        trinh_table_merge_cell (table, n_merged);
      trinh_table_add_cell (table, trinh_text_new_plain ("Số hồ sơ", FALSE, FALSE), TRINH_ALIGN_START, i >= n_before && i < n_before + n_merged ? "part" : "row");
    }
  fixture_add_annex (blocks, FALSE);
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
  return fixture_lay_out (blocks);
}

/* The boxes of a place, in reading order. (transfer container) */
static GPtrArray *
list_boxes_at (TrinhPages *pages,
               const char *place)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < trinh_pages_get_boxes (pages)->len; i++)
    {
      TrinhBox *box = g_ptr_array_index (trinh_pages_get_boxes (pages), i);

      if (g_strcmp0 (box->place, place) == 0)
        g_ptr_array_add (found, box);
    }
  return found;
}

/* A merged cell is as high as its rows, and no page ends among them, wherever they stand. */
static void
test_merged_rows (void)
{
  for (guint n_before = 0; n_before < 60; n_before++)
    {
      g_autoptr (TrinhPages) pages = lay_out_merged (n_before, 4, "Trong đó");
      g_autoptr (GPtrArray) merged = list_boxes_at (pages, "merged");
      g_autoptr (GPtrArray) parts = list_boxes_at (pages, "part");
      g_autoptr (GPtrArray) codes = list_boxes_at (pages, "code");
      const TrinhBox *cell = g_ptr_array_index (merged, 0);
      double height = 0;

      g_assert_cmpuint (merged->len, ==, 1);
      g_assert_cmpuint (parts->len, ==, 4);
      g_assert_cmpuint (codes->len, ==, n_before + 2);
      for (guint i = 0; i < parts->len; i++)
        {
          const TrinhBox *part = g_ptr_array_index (parts, i);

          g_assert_cmpuint (part->page, ==, cell->page);
          g_assert_cmpfloat_with_epsilon (part->x, cell->x + cell->width, 0.01);
          g_assert_cmpfloat_with_epsilon (part->y, cell->y + height, 0.01);
          height += part->height;
        }
      g_assert_cmpfloat_with_epsilon (cell->height, height, 0.01);
    }
}

/* More text than its rows have room for makes the last one higher. */
static void
test_merged_text (void)
{
  g_autoptr (TrinhPages) pages = lay_out_merged (1, 2, "Trong đó, kể cả hồ sơ kỳ trước chuyển qua");
  g_autoptr (GPtrArray) merged = list_boxes_at (pages, "merged");
  g_autoptr (GPtrArray) parts = list_boxes_at (pages, "part");
  const TrinhBox *cell = g_ptr_array_index (merged, 0);
  const TrinhBox *first = g_ptr_array_index (parts, 0);
  const TrinhBox *last = g_ptr_array_index (parts, 1);

  g_assert_cmpfloat (last->height, >, 2 * first->height);
  g_assert_cmpfloat_with_epsilon (cell->height, first->height + last->height, 0.01);
}

/* Rows that would fill more than half a page go apart, each with its own cell. */
static void
test_merged_too_high (void)
{
  g_autoptr (TrinhPages) pages = lay_out_merged (20, 60, "Trong đó");
  g_autoptr (GPtrArray) merged = list_boxes_at (pages, "merged");
  g_autoptr (GPtrArray) parts = list_boxes_at (pages, "part");
  g_autoptr (GPtrArray) codes = list_boxes_at (pages, "code");
  const TrinhBox *cell = g_ptr_array_index (merged, 0);
  const TrinhBox *first = g_ptr_array_index (parts, 0);
  const TrinhBox *last = g_ptr_array_index (parts, 59);

  g_assert_cmpuint (parts->len, ==, 60);
  g_assert_cmpuint (codes->len, ==, 20 + 59 + 2);
  g_assert_cmpfloat_with_epsilon (cell->height, first->height, 0.01);
  g_assert_cmpuint (last->page, >, first->page);
}

static char *
make_long (guint n_letters,
           gboolean spaces)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < n_letters; i++)
    g_string_append (letters, spaces && i % 8 == 7 ? " " : "ộ");
  return g_string_free (letters, FALSE);
}

/* An annex whose head goes on overleaf counts its pages from that head's first one. */
static void
test_page_numbers_of_long_head (void)
{
  g_autofree char *word = make_long (5000, TRUE);
  const char *const title[] = { word, NULL };
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (TrinhPages) pages = NULL;

  g_ptr_array_add (blocks, trinh_block_new_annex (NULL, FALSE, "PHỤ LỤC", title, word));
  fixture_add_table (blocks, FALSE, 60, "Số văn bản chỉ đạo");
  pages = fixture_lay_out (blocks);
  g_assert_cmpuint (fixture_find_box (pages, "table-head", 0)->page, >, 1);
  for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
    {
      const TrinhBox *box = find_page_number (pages, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_assert_true ((box == NULL) == (i == 0));
      if (box != NULL)
        g_assert_cmpstr (box->text, ==, number);
    }
}

/* A row taller than a page is the only one that is broken; nothing of it is lost. */
static void
test_tall_row (void)
{
  g_autofree char *label = make_long (8999, TRUE);
  g_autoptr (TrinhPages) pages = NULL;
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (GString) printed = g_string_new (NULL);
  const TrinhBox *box;

  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 3, label);
  pages = fixture_lay_out (blocks);
  g_assert_cmpuint (trinh_pages_get_n_pages (pages), >, 2);
  for (guint i = 0; (box = fixture_find_box (pages, "cell", i)) != NULL; i++)
    {
      g_assert_cmpfloat (box->y + box->height, <, 842 - 56);
      if (g_strcmp0 (box->place, "bm1:2") == 0 && strstr (box->text, "ộ") != NULL)
        g_string_append (printed, box->text);
    }
  g_assert_cmpstr (printed->str, ==, label);
}

/* It begins where there is room, so that no head stands without a row. */
static void
test_tall_row_begins (void)
{
  g_autofree char *label = make_long (9000, TRUE);

  for (guint n_rows = 1; n_rows < 12; n_rows += 5)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      fixture_add_annex (blocks, FALSE);
      fixture_add_table (blocks, FALSE, n_rows, label);
      pages = fixture_lay_out (blocks);
      for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
        g_assert_cmpuint (fixture_count_boxes (pages, "cell", i), >, 0);
      check_filled (pages, 842 - 57 - 40);
    }
}

/* @n_values columns of values, their heads of two words, behind a label */
static TrinhPages *
lay_out_values (guint n_values,
                const char *label,
                const char *value)
{
  GPtrArray *blocks = fixture_blocks_new ();
  TrinhTable *table = trinh_table_new ();

  trinh_table_add_column (table, TRINH_COLUMN_LABEL);
  for (guint i = 0; i < n_values; i++)
    trinh_table_add_column (table, TRINH_COLUMN_VALUE);
  for (guint i = 0; i <= n_values; i++)
    trinh_table_add_head (table, 0, i, 1, 1, trinh_text_new_plain ("Trước hạn", TRUE, FALSE), "bm1");
  for (guint i = 0; i <= n_values; i++)
    trinh_table_add_cell (table, trinh_text_new_plain (i == 0 ? label : value, FALSE, FALSE), TRINH_ALIGN_START, i == 0 ? "label" : "value");
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
  return fixture_lay_out (blocks);
}

/* A number is never in two lines: where the columns have no room, all letters of the table are smaller. */
static void
test_many_values (void)
{
  const TrinhLayoutSettings *settings = trinh_layout_settings_get ();

  for (guint n = 1; n <= 8; n++)
    {
      g_autoptr (TrinhPages) pages = lay_out_values (n, "Nghiêng", "1.234.567");
      g_autoptr (GPtrArray) values = list_boxes_at (pages, "value");
      g_autoptr (GPtrArray) labels = list_boxes_at (pages, "label");

      g_assert_cmpuint (values->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          const TrinhBox *box = g_ptr_array_index (values, i);

          g_assert_cmpuint (box->lines->len, ==, 1);
          g_assert_cmpfloat (box->size, >=, settings->table_least);
          g_assert_true (n > 5 || box->size > settings->table - 0.1);
          g_assert_true (n < 8 || box->size < settings->table - 0.1);
        }
      g_assert_cmpuint (((TrinhBox *) g_ptr_array_index (labels, 0))->lines->len, ==, 1);
    }
}

/* Many columns of short values leave room for what they are about. */
static void
test_long_label (void)
{
  g_autoptr (TrinhPages) pages = lay_out_values (5, "Tỷ lệ sử dụng văn bản điện tử của địa phương gửi hoàn toàn dưới dạng điện tử, sử dụng chữ ký số", "70");
  g_autoptr (GPtrArray) labels = list_boxes_at (pages, "label");

  g_assert_cmpfloat (((TrinhBox *) g_ptr_array_index (labels, 0))->width, >, 150);
}

/* Words without a space break where the column ends. */
static void
test_long_words (void)
{
  g_autofree char *word = make_long (2000, FALSE);
  g_autoptr (TrinhPages) pages = NULL;
  GPtrArray *blocks = fixture_blocks_new ();
  GPtrArray *boxes;
  TrinhBlock *signature;
  const char *const names[] = { word, word, NULL };

  fixture_add_header (blocks, word, word, word);
  g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_ADDRESSEES, NULL, names));
  g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain (word, TRUE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain (word, FALSE, FALSE)));
  signature = trinh_block_new_signature (names);
  trinh_block_add_signer (signature, names, word, word);
  g_ptr_array_add (blocks, signature);
  g_ptr_array_add (blocks, trinh_block_new_annex (NULL, FALSE, word, names, word));
  fixture_add_table (blocks, FALSE, 3, word);
  pages = fixture_lay_out (blocks);
  boxes = trinh_pages_get_boxes (pages);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      g_assert_cmpfloat (box->x, >=, 85);
      g_assert_cmpfloat (box->x + box->width, <=, 595.3 - 42.4);
      g_assert_cmpfloat (box->y + box->height, <=, 842);
    }
}

static void
test_landscape (void)
{
  GPtrArray *blocks = create_report (3, 3);
  g_autoptr (TrinhPages) pages = NULL;
  double width;
  double height;
  guint annex;

  fixture_add_annex (blocks, TRUE);
  fixture_add_table (blocks, TRUE, 60, "Số hồ sơ");
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s9", 5);
  pages = fixture_lay_out (blocks);
  annex = fixture_find_box (pages, "annex-label", 1)->page;
  trinh_pages_get_size (pages, annex - 1, &width, &height);
  g_assert_cmpfloat (width, <, height);
  trinh_pages_get_size (pages, annex, &width, &height);
  g_assert_cmpfloat (width, >, height);
  trinh_pages_get_size (pages, trinh_pages_get_n_pages (pages) - 1, &width, &height);
  g_assert_cmpfloat (width, <, height);
}

static void
test_nothing (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (fixture_blocks_new ());

  g_assert_cmpuint (trinh_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpuint (trinh_pages_get_boxes (pages)->len, ==, 0);
}

static void
test_many_rows (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (0, 500));
  guint n_cells = 0;

  for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
    n_cells += fixture_count_boxes (pages, "cell", i);
  g_assert_cmpuint (n_cells, ==, 2000);
}

static void
test_value_places (void)
{
  GPtrArray *blocks = fixture_blocks_new ();
  g_autoptr (TrinhPages) pages = NULL;
  TrinhText *text = trinh_text_new_plain ("Đã hoàn thành ", FALSE, FALSE);
  const TrinhBox *value;
  const TrinhBox *paragraph;

  trinh_text_add (text, "14", FALSE, FALSE, "bm1:2.2");
  trinh_text_add (text, " nhiệm vụ.", FALSE, FALSE, NULL);
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", text));
  pages = fixture_lay_out (blocks);
  value = fixture_find_box (pages, "value", 0);
  paragraph = fixture_find_box (pages, "paragraph", 0);
  g_assert_cmpstr (value->place, ==, "bm1:2.2");
  g_assert_cmpstr (paragraph->place, ==, "s1");
  g_assert_cmpfloat (value->x, >, paragraph->x);
  g_assert_cmpfloat (value->x + value->width, <, paragraph->x + paragraph->width);
  /* Two figures at 14 points */
  g_assert_cmpfloat_with_epsilon (value->width, 14, 0.5);
}

static void
test_bookmarks (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (40, 3));
  GPtrArray *bookmarks = trinh_pages_list_bookmarks (pages);
  const TrinhBookmark *bookmark;

  g_assert_cmpuint (bookmarks->len, ==, 3);
  bookmark = g_ptr_array_index (bookmarks, 1);
  g_assert_cmpstr (bookmark->title, ==, "PHỤ LỤC");
  g_assert_cmpuint (bookmark->level, ==, 1);
  g_assert_cmpuint (bookmark->page, ==, fixture_find_box (pages, "annex-label", 0)->page);
  bookmark = g_ptr_array_index (bookmarks, 2);
  g_assert_cmpuint (bookmark->level, ==, 2);
}

typedef struct
{
  GPtrArray *open;
  guint n_begun;
  guint n_tables;
} Tags;

static void
tag_begun (cairo_t *cr,
           const char *tag,
           const char *attributes,
           gpointer user_data)
{
  Tags *tags = user_data;

  g_ptr_array_add (tags->open, (gpointer) tag);
  tags->n_begun++;
  tags->n_tables += g_str_equal (tag, "Table");
}

static void
tag_ended (cairo_t *cr,
           const char *tag,
           gpointer user_data)
{
  Tags *tags = user_data;

  g_assert_cmpuint (tags->open->len, >, 0);
  g_assert_cmpstr (g_ptr_array_index (tags->open, tags->open->len - 1), ==, tag);
  g_ptr_array_set_size (tags->open, tags->open->len - 1);
}

/* Tags nest, and all that begin on a page end on it. */
static void
test_tags (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (create_report (40, 60));
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Tags tags = { .open = open };
  TrinhTagSink sink = { tag_begun, tag_ended, &tags };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  guint annex = fixture_find_box (pages, "annex-label", 0)->page;

  for (guint i = 0; i < trinh_pages_get_n_pages (pages); i++)
    {
      guint before = tags.n_begun;

      trinh_pages_draw_tagged (pages, i, cr, &sink);
      g_assert_cmpuint (open->len, ==, 0);
      g_assert_cmpuint (tags.n_begun, >, before);
    }
  g_assert_cmpuint (tags.n_tables, ==, trinh_pages_get_n_pages (pages) - annex);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_to_png (TrinhPages *pages,
             char **contents,
             gsize *length)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "page.png", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  trinh_pages_write_png (pages, 1, 72, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, contents, length, NULL));
}

static gpointer
draw_on_thread (gpointer data)
{
  char *contents = NULL;
  gsize length = 0;

  draw_to_png (data, &contents, &length);
  return g_bytes_new_take (contents, length);
}

/* The same blocks give the same page, whenever and on whatever thread it is drawn. */
static void
test_same_pages (void)
{
  g_autoptr (TrinhPages) first = fixture_lay_out (create_report (40, 60));
  g_autoptr (TrinhPages) second = fixture_lay_out (create_report (40, 60));
  g_autoptr (GBytes) on_thread = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  draw_to_png (first, &contents, &length);
  on_thread = g_thread_join (g_thread_new ("draw", draw_on_thread, second));
  g_assert_cmpmem (contents, length, g_bytes_get_data (on_thread, NULL), g_bytes_get_size (on_thread));
}

static void
test_png_cannot_be_written (void)
{
  g_autoptr (TrinhPages) pages = fixture_lay_out (fixture_blocks_new ());
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_pages_write_png (pages, 0, 72, "/proc/none/page.png", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
count_progress (guint done,
                guint total,
                gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (done, ==, *n);
  g_assert_cmpuint (done, <=, total);
  (*n)++;
}

static void
cancel_soon (guint done,
             guint total,
             gpointer user_data)
{
  if (done == 3)
    g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autoptr (TrinhDocument) document = trinh_document_new_for_blocks (create_report (10, 10));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (TrinhPages) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  pages = trinh_pages_new (document, count_progress, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, trinh_document_get_blocks (document)->len + 1);
  cancelled = trinh_pages_new (document, cancel_soon, cancellable, cancellable, &error);
  g_assert_null (cancelled);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/roles", test_roles);
  g_test_add_func ("/layout/margins", test_margins);
  g_test_add_func ("/layout/page-numbers", test_page_numbers);
  g_test_add_func ("/layout/page-numbers-of-long-head", test_page_numbers_of_long_head);
  g_test_add_func ("/layout/header", test_header);
  g_test_add_func ("/layout/rules", test_rules);
  g_test_add_func ("/layout/signature", test_signature);
  g_test_add_func ("/layout/many-recipients", test_many_recipients);
  g_test_add_func ("/layout/signature-place", test_signature_place);
  g_test_add_func ("/layout/headings", test_headings);
  g_test_add_func ("/layout/many-headings", test_many_headings);
  g_test_add_func ("/layout/long-headings", test_long_headings);
  g_test_add_func ("/layout/many-heading-rows", test_many_heading_rows);
  g_test_add_func ("/layout/table-heads", test_table_heads);
  g_test_add_func ("/layout/table-head-spans", test_table_head_spans);
  g_test_add_func ("/layout/merged-rows", test_merged_rows);
  g_test_add_func ("/layout/merged-text", test_merged_text);
  g_test_add_func ("/layout/merged-too-high", test_merged_too_high);
  g_test_add_func ("/layout/tall-row", test_tall_row);
  g_test_add_func ("/layout/tall-row-begins", test_tall_row_begins);
  g_test_add_func ("/layout/many-values", test_many_values);
  g_test_add_func ("/layout/long-label", test_long_label);
  g_test_add_func ("/layout/long-words", test_long_words);
  g_test_add_func ("/layout/landscape", test_landscape);
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/many-rows", test_many_rows);
  g_test_add_func ("/layout/value-places", test_value_places);
  g_test_add_func ("/layout/bookmarks", test_bookmarks);
  g_test_add_func ("/layout/tags", test_tags);
  g_test_add_func ("/layout/same-pages", test_same_pages);
  g_test_add_func ("/layout/png-cannot-be-written", test_png_cannot_be_written);
  g_test_add_func ("/layout/progress", test_progress);
  return g_test_run ();
}
