/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The checker against pages that are right, and against the same pages with one box altered. */

#include "config.h"

#include <string.h>

#include "../core/data-folder.h"
#include "fixture.h"
#include "trinh-layout-check.h"

#define DATE "Bình Lãng, ngày 09 tháng 6 năm 2022"
#define GAP "\302\240\302\240\302\240" /* for the pen: spaces that do not break */
#define MM(length) ((length) * 72 / 25.4)

/* The shipped limits with one part written otherwise. @old: (nullable): as they are */
static TrinhLayoutRules *
load_rules (const char *old,
            const char *new)
{
  g_autofree char *source = g_build_filename (trinh_data_folder_get (), "layouts", "nd30-2020.json", NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "limits.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  TrinhLayoutRules *rules;

  if (old == NULL)
    return trinh_layout_rules_load_id ("nd30-2020", NULL);
  g_assert_true (g_file_get_contents (source, &contents, NULL, NULL));
  {
    g_auto (GStrv) parts = g_strsplit (contents, old, 2);
    g_autofree char *altered = g_strjoinv (new, parts);

    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
    g_assert_true (g_file_set_contents (path, altered, -1, NULL));
  }
  rules = trinh_layout_rules_load (file, &error);
  g_assert_no_error (error);
  return rules;
}

static TrinhPages *
lay_out (guint n_paragraphs,
         guint n_rows)
{
  GPtrArray *blocks = fixture_blocks_new ();

  fixture_add_header (blocks, "UBND HUYỆN TỨ KỲ", "XÃ BÌNH LÃNG", DATE);
  fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 12);
  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *section = g_strdup_printf ("s%u", i / 4 + 1);

      if (i % 4 == 0)
        g_ptr_array_add (blocks, trinh_block_new_heading (section, 1, trinh_text_new_plain ("I. CÔNG TÁC CHỈ ĐẠO", TRUE, FALSE)));
      if (i % 4 == 2)
        g_ptr_array_add (blocks, trinh_block_new_heading (section, 2, trinh_text_new_plain ("1. Việc đã làm", TRUE, FALSE)));
      fixture_add_text (blocks, i % 3 == 2 ? TRINH_BLOCK_TYPE_LIST_ITEM : TRINH_BLOCK_TYPE_PARAGRAPH, section, 14 + i % 5 * 15);
    }
  trinh_document_close_text (blocks);
  fixture_add_signature (blocks);
  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, n_rows, "Số văn bản chỉ đạo");
  return fixture_lay_out (blocks);
}

static TrinhBox *
find (TrinhPages *pages,
      const char *role,
      guint n)
{
  TrinhBox *box = (TrinhBox *) fixture_find_box (pages, role, n);

  g_assert_nonnull (box);
  return box;
}

static TrinhLine *
get_line (TrinhBox *box,
          guint n)
{
  g_assert_cmpuint (n, <, box->lines->len);
  return &g_array_index (box->lines, TrinhLine, n);
}

static TrinhFinding *
find_finding (GPtrArray *findings,
              const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (trinh_finding_get_rule (findings->pdata[i]), rule))
      return findings->pdata[i];
  return NULL;
}

static void
say (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", trinh_finding_get_rule (findings->pdata[i]), trinh_finding_get_message (findings->pdata[i]));
}

/* @rule: (nullable): what is found, %NULL nothing at all */
static void
expect (TrinhPages *pages,
        TrinhLayoutRules *rules,
        const char *rule)
{
  g_autoptr (GPtrArray) findings = trinh_layout_check (pages, rules, NULL);

  say (findings);
  if (rule == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_nonnull (find_finding (findings, rule));
  g_assert_cmpuint (trinh_finding_get_page (find_finding (findings, rule)), >, 0);
  g_assert_cmpint (trinh_finding_get_source (find_finding (findings, rule)), ==, TRINH_SOURCE_LAYOUT);
}

/* Behind a table that lies on its side stands the signature block on its last page, two of its lines with it. */
static void
test_end_on_side (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint n = 1; n < 60; n += n < 24 ? 1 : 7)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      g_test_message ("%u rows", n);
      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 40);
      fixture_add_table (blocks, TRUE, n, "Số văn bản chỉ đạo");
      trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      ((TrinhBlock *) g_ptr_array_index (blocks, blocks->len - 1))->landscape = TRUE;
      pages = fixture_lay_out (blocks);
      expect (pages, rules, NULL);
    }
}

/* A text that many words make, @n of them */
static char *
repeat (const char *word,
        guint n)
{
  g_autoptr (GString) text = g_string_new (word);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, " %s", word);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Texts of the heads that go on overleaf are too long, and that is all that is said of them. */
static void
test_long_heads (void)
{
  static const struct
  {
    guint superior, office, subject, title, note; /* words */
    guint n_findings;
    const char *rule;
    const char *message;
  } cases[] = {
    { 1, 1, 60, 40, 40, 0, NULL, NULL },
    { 1, 1, 400, 1, 3, 1, "layout-part", "“Hành chính Hành chính Hành chính Hành ch…” is too long: it begins on page 1 and ends on page 2. Write it shorter." },
    { 1, 400, 1, 1, 3, 1, "layout-part", "“HÀNH CHÍNH HÀNH CHÍNH HÀNH CHÍNH HÀNH CH…” is too long: it begins on page 1 and ends on page 5. Write it shorter." },
    { 300, 1, 1, 1, 3, 1, "layout-part", NULL },
    { 1, 1, 1, 500, 3, 1, "layout-annex", NULL },
    { 1, 1, 1, 1, 400, 1, "layout-annex", NULL },
    { 1, 1, 1, 700, 400, 2, "layout-annex", NULL },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *superior = repeat ("HÀNH CHÍNH", cases[i].superior);
      g_autofree char *name = repeat ("HÀNH CHÍNH", cases[i].office);
      g_autofree char *subject = repeat ("Hành chính", cases[i].subject);
      g_autofree char *heading = repeat ("HÀNH CHÍNH", cases[i].title);
      g_autofree char *note = repeat ("(Kèm theo Báo cáo)", cases[i].note);
      const char *const office[] = { "ỦY BAN NHÂN DÂN", name, NULL };
      const char *const title[] = { "BÁO CÁO", subject, NULL };
      const char *const annex[] = { heading, NULL };
      const char *const caption[] = { "Biểu mẫu 1", NULL };
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_test_message ("case %u", i);
      g_ptr_array_add (blocks, trinh_block_new_header (superior, office, "Số: 15/BC-UBND", DATE));
      g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_TITLE, NULL, title));
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 40);
      trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      g_ptr_array_add (blocks, trinh_block_new_annex (NULL, FALSE, "PHỤ LỤC", annex, note));
      g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_CAPTION, "bm1", caption));
      fixture_add_table (blocks, FALSE, 80, "Số văn bản chỉ đạo");
      pages = fixture_lay_out (blocks);
      findings = trinh_layout_check (pages, rules, NULL);
      say (findings);
      g_assert_cmpuint (findings->len, ==, cases[i].n_findings);
      if (cases[i].rule != NULL)
        g_assert_nonnull (find_finding (findings, cases[i].rule));
      if (cases[i].message != NULL)
        g_assert_cmpstr (trinh_finding_get_message (findings->pdata[0]), ==, cases[i].message);
    }
}

/* A line below empty lines is far from its text. */
static void
test_empty_lines (void)
{
  static const struct
  {
    const char *office;
    const char *subject;
    const char *rule;
  } cases[] = {
    { "XÃ BÌNH LÃNG", "Công tác X\n6 tháng", NULL },
    { "XÃ BÌNH LÃNG\n\u00a0\n\u00a0", "Công tác X", "layout-rule" },
    { "XÃ BÌNH LÃNG", "Công tác X\n\n", "layout-rule" },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) office = g_strsplit (cases[i].office, "\n", -1);
      const char *const title[] = { "BÁO CÁO", cases[i].subject, NULL };
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      g_ptr_array_add (blocks, trinh_block_new_header (NULL, (const char *const *) office, "Số: 15/BC-UBND", DATE));
      g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_TITLE, NULL, title));
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 40);
      trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      pages = fixture_lay_out (blocks);
      expect (pages, rules, cases[i].rule);
    }
}

/* Whatever is centred today is found where the limits want it elsewhere; the lines of a table and of the text have no such limits. */
static void
test_aligned_by_data (void)
{
  static const struct
  {
    const char *role;
    const char *align;
    const char *other;
  } cases[] = {
    { "page-number", "center", "left" },
    { "motto-country", "center", "right" },
    { "motto", "center", "left" },
    { "superior", "center", "left" },
    { "office", "center", "right" },
    { "number", "center", "left" },
    { "date", "center", "right" },
    { "kind", "center", "left" },
    { "subject", "center", "left" },
    { "recipients-head", "left", "center" },
    { "recipients", "left", "right" },
    { "capacity", "center", "left" },
    { "signatory-title", "center", "left" },
    { "signatory-name", "center", "right" },
    { "annex-label", "center", "right" },
    { "annex-title", "center", "left" },
    { "annex-note", "center", "left" },
  };
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "layouts", "nd30-2020.json", NULL);
  g_autoptr (TrinhPages) pages = lay_out (40, 3);
  g_autofree char *limits = NULL;

  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  /* As long as the office's name by chance */
  find (pages, "number", 0)->x -= 5;
  find (pages, "number", 0)->width += 10;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("    \"%s\": {", cases[i].role);
      const char *start = strstr (limits, name);
      g_autofree char *line = start != NULL ? g_strndup (start, strcspn (start, "\n")) : NULL;
      g_autofree char *old = g_strdup_printf ("\"align\": \"%s\"", cases[i].align);
      g_autofree char *new = g_strdup_printf ("\"align\": \"%s\"", cases[i].other);
      g_auto (GStrv) parts = NULL;
      g_autofree char *altered = NULL;
      g_autoptr (TrinhLayoutRules) rules = NULL;

      g_test_message ("%s %s", cases[i].role, cases[i].other);
      g_assert_nonnull (line);
      parts = g_strsplit (line, old, -1);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      altered = g_strjoinv (new, parts);
      rules = load_rules (line, altered);
      expect (pages, rules, "layout-align");
    }
}

/* Where the report is kept stands last among the recipients. */
static void
test_last_recipient (void)
{
  static const struct
  {
    const char *recipients[3];
    const char *rule;
  } cases[] = {
    { { "- Như trên;", "- Lưu: VT." }, NULL },
    { { "- Lưu: VT." }, NULL },
    { { "- Như trên." }, "layout-signature" },
    { { "- Lưu: VT;", "- Như trên." }, "layout-signature" },
    { { "- Như trên;", "Lưu: VT." }, "layout-signature" },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhLayoutRules) free_rules = load_rules (", \"last\": \"- Lưu: \"", "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const capacity[] = { "TM. ỦY BAN NHÂN DÂN", NULL };
      GPtrArray *blocks = fixture_blocks_new ();
      TrinhBlock *block = trinh_block_new_signature (cases[i].recipients);
      g_autoptr (TrinhPages) pages = NULL;

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 40);
      trinh_document_close_text (blocks);
      trinh_block_add_signer (block, capacity, "CHỦ TỊCH", "Nguyễn Văn An");
      g_ptr_array_add (blocks, block);
      pages = fixture_lay_out (blocks);
      expect (pages, rules, cases[i].rule);
      expect (pages, free_rules, NULL);
    }
}

/* Points ("a)") are regular, and no more in capitals than they are bold. */
static void
test_points (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain ("I. CÔNG TÁC CHỈ ĐẠO", TRUE, FALSE)));
      g_ptr_array_add (blocks, trinh_block_new_heading ("s2", 4, trinh_text_new_plain ("a) Việc đã làm", i == 1, FALSE)));
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s2", 40);
      trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      pages = fixture_lay_out (blocks);
      g_assert_nonnull (fixture_find_box (pages, "heading-4", 0));
      expect (pages, rules, i == 1 ? "layout-bold" : NULL);
    }
}

/* From a page to forty, nothing is found. */
static void
test_silent (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  guint most = 0;

  for (guint n = 0; n <= 320; n += n < 40 ? 1 : 35)
    {
      g_autoptr (TrinhPages) pages = lay_out (n, n * 2 + 1);

      g_test_message ("%u paragraphs", n);
      expect (pages, rules, NULL);
      most = MAX (most, trinh_pages_get_n_pages (pages));
    }
  g_assert_cmpuint (most, >=, 40);
}

/* Altered boxes: each function spoils one thing, @amount says how much */
typedef void (*Alter) (TrinhPages *pages,
                       TrinhBox *box,
                       double amount);

static void
set_size (TrinhPages *pages,
          TrinhBox *box,
          double amount)
{
  box->size = amount;
}

static void
toggle_bold (TrinhPages *pages,
             TrinhBox *box,
             double amount)
{
  box->bold = !box->bold;
}

static void
toggle_italic (TrinhPages *pages,
               TrinhBox *box,
               double amount)
{
  box->italic = !box->italic;
}

static void
lower (TrinhPages *pages,
       TrinhBox *box,
       double amount)
{
  g_autofree char *text = g_steal_pointer (&box->text);

  box->text = g_utf8_strdown (text, -1);
}

static void
break_line (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  TrinhLine line = *get_line (box, 0);

  g_array_append_val (box->lines, line);
}

/* The first line stands @amount mm right of the others */
static void
set_indent (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  TrinhLine *line = get_line (box, 0);
  const double x = get_line (box, 1)->x + MM (amount);

  line->width -= x - line->x;
  line->x = x;
}

/* A heading of one line stands @amount points further right */
static void
indent_all (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  g_assert_cmpuint (box->lines->len, ==, 1);
  get_line (box, 0)->x += amount;
}

/* The second of two lines stands @amount lines below the first */
static void
set_pitch (TrinhPages *pages,
           TrinhBox *box,
           double amount)
{
  g_array_set_size (box->lines, 2);
  get_line (box, 1)->baseline = get_line (box, 0)->baseline + amount * get_line (box, 0)->font_height;
}

static void
move_up (TrinhPages *pages,
         TrinhBox *box,
         double amount)
{
  box->y -= amount;
}

/* @amount into the bottom margin */
static void
move_to_foot (TrinhPages *pages,
              TrinhBox *box,
              double amount)
{
  box->y = MM (297 - 20) - box->height + amount;
}

static void
move_right (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  box->x += amount;
}

static void
move_line (TrinhPages *pages,
           TrinhBox *box,
           double amount)
{
  get_line (box, 0)->x += amount;
}

static void
move_baseline (TrinhPages *pages,
               TrinhBox *box,
               double amount)
{
  get_line (box, 0)->baseline += amount;
}

static void
shorten_line (TrinhPages *pages,
              TrinhBox *box,
              double amount)
{
  get_line (box, 0)->width -= amount;
}

/* A drawn line @amount times as long as the widest line of office's two */
static void
set_rule (TrinhPages *pages,
          TrinhBox *box,
          double amount)
{
  const double middle = box->x + box->width / 2;

  box->width = amount * MAX (find (pages, "office", 0)->width, find (pages, "office", 1)->width);
  box->x = middle - box->width / 2;
}

static void
stretch (TrinhPages *pages,
         TrinhBox *box,
         double amount)
{
  box->width *= amount;
}

static void
remove_box (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  g_ptr_array_remove (trinh_pages_get_boxes (pages), box);
}

static void
move_page (TrinhPages *pages,
           TrinhBox *box,
           double amount)
{
  box->page = (guint) ((int) box->page + (int) amount);
}

static void
set_number (TrinhPages *pages,
            TrinhBox *box,
            double amount)
{
  g_free (box->text);
  box->text = g_strdup_printf ("%.0f", amount);
}

/* Of the cell's one line two, the second from its byte @amount on */
static void
tear (TrinhPages *pages,
      TrinhBox *box,
      double amount)
{
  TrinhLine line = *get_line (box, 0);

  line.first = FALSE;
  line.start = (guint) amount;
  line.length -= line.start;
  get_line (box, 0)->length = line.start;
  g_array_append_val (box->lines, line);
}

static void
set_text (TrinhPages *pages,
          TrinhBox *box,
          double amount)
{
  g_free (box->text);
  box->text = g_strdup ("MẪU SỐ LIỆU");
}

/* Single letters are capitals in any name. */
static void
set_initials (TrinhPages *pages,
              TrinhBox *box,
              double amount)
{
  g_free (box->text);
  box->text = g_strdup ("Y Ơ");
}

static const struct
{
  const char *name;
  const char *role;
  guint n;
  Alter alter;
  double amount;
  const char *rule; /* NULL: it still holds */
} cases[] = {
  { "size-least", "paragraph", 1, set_size, 13, NULL },
  { "size-most", "paragraph", 1, set_size, 14, NULL },
  { "size-small", "paragraph", 1, set_size, 12.9, "layout-size" },
  { "size-large", "annex-label", 0, set_size, 15, "layout-size" },
  { "bold", "office", 0, toggle_bold, 0, "layout-bold" },
  { "not-bold", "superior", 0, toggle_bold, 0, "layout-bold" },
  { "italic", "date", 0, toggle_italic, 0, "layout-italic" },
  { "not-italic", "recipients", 0, toggle_italic, 0, "layout-italic" },
  { "capitals", "kind", 0, lower, 0, "layout-capitals" },
  { "heading-capitals", "heading-1", 0, lower, 0, "layout-capitals" },
  { "name-capitals", "signatory-name", 0, set_text, 0, "layout-capitals" },
  { "name-initials", "signatory-name", 0, set_initials, 0, NULL },
  { "single-line", "motto-country", 0, break_line, 0, "layout-single-line" },
  { "indent-least", "paragraph", 2, set_indent, 10, NULL },
  { "indent-most", "paragraph", 2, set_indent, 12.7, NULL },
  { "indent-small", "paragraph", 2, set_indent, 9.8, "layout-indent" },
  { "indent-none", "paragraph", 2, set_indent, 0, "layout-indent" },
  { "indent-large", "paragraph", 2, set_indent, 13, "layout-indent" },
  { "heading-indent-most", "heading-2", 0, indent_all, 0, NULL },
  { "heading-indent", "heading-2", 0, indent_all, 120, "layout-indent" },
  { "heading-indent-none", "heading-1", 0, indent_all, -36, "layout-indent" },
  { "cell-size-least", "cell", 3, set_size, 10, NULL },
  { "cell-small", "cell", 3, set_size, 8, "layout-size" },
  { "head-small", "table-head", 1, set_size, 8, "layout-size" },
  { "caption-small", "caption", 0, set_size, 11, "layout-size" },
  { "pitch-least", "paragraph", 2, set_pitch, 1, NULL },
  { "pitch-most", "paragraph", 2, set_pitch, 1.5, NULL },
  { "pitch-small", "paragraph", 2, set_pitch, 0.9, "layout-line-spacing" },
  { "pitch-large", "paragraph", 2, set_pitch, 1.6, "layout-line-spacing" },
  { "space-bound", "paragraph", 2, move_up, 0, NULL },
  { "space-small", "paragraph", 2, move_up, 1, "layout-paragraph-space" },
  { "justified", "paragraph", 2, shorten_line, 0.5, NULL },
  { "not-justified", "paragraph", 2, shorten_line, 5, "layout-align" },
  { "centred", "subject", 0, move_right, 1, NULL },
  { "not-centred", "subject", 0, move_right, 20, "layout-align" },
  { "title-not-centred", "annex-title", 0, move_right, -30, "layout-align" },
  { "number-centred", "page-number", 0, move_right, 1, NULL },
  { "number-not-centred", "page-number", 0, move_right, 20, "layout-align" },
  { "country-not-centred", "motto-country", 0, move_right, 3, "layout-align" },
  { "superior-not-centred", "superior", 0, move_right, -3, "layout-align" },
  { "office-not-centred", "office", 1, move_right, 3, "layout-align" },
  { "symbol-not-centred", "number", 0, move_right, 3, "layout-align" },
  { "capacity-not-centred", "capacity", 0, move_right, 3, "layout-align" },
  { "signatory-not-centred", "signatory-name", 0, move_right, 3, "layout-align" },
  { "recipients-flush", "recipients", 1, move_right, 1, NULL },
  { "recipients-not-flush", "recipients", 1, move_right, 3, "layout-align" },
  { "recipients-head-not-flush", "recipients-head", 0, move_right, 16, "layout-align" },
  { "note-not-centred", "date", 0, move_right, 3, "layout-align" },
  { "motto-not-centred", "motto", 0, move_right, 3, "layout-align" },
  { "rule-least", "office-rule", 0, set_rule, 0.334, NULL },
  { "rule-most", "office-rule", 0, set_rule, 0.5, NULL },
  { "rule-short", "office-rule", 0, set_rule, 0.3, "layout-rule" },
  { "rule-long", "office-rule", 0, set_rule, 0.55, "layout-rule" },
  { "motto-rule-short", "motto-rule", 0, stretch, 0.9, "layout-rule" },
  { "rule-missing", "subject-rule", 0, remove_box, 0, "layout-rule" },
  { "annex-rule-missing", "annex-rule", 0, remove_box, 0, "layout-rule" },
  { "rule-aside", "subject-rule", 0, move_right, 5, "layout-rule" },
  { "rule-in-text", "subject-rule", 0, move_up, 10, "layout-rule" },
  { "rule-far", "subject-rule", 0, move_up, -20, "layout-rule" },
  { "level", "number", 0, move_baseline, 0.5, NULL },
  { "not-level", "number", 0, move_baseline, 3, "layout-level" },
  { "recipients-not-level", "recipients-head", 0, move_baseline, -3, "layout-level" },
  { "left-margin", "paragraph", 1, move_right, -3, "layout-margin" },
  { "right-margin", "paragraph", 1, move_right, 3, "layout-margin" },
  { "top-margin", "superior", 0, move_up, 3, "layout-margin" },
  { "bottom-margin", "paragraph", 1, move_to_foot, 3, "layout-margin" },
  { "outside", "paragraph", 1, move_right, 200, "layout-outside" },
  { "overlap", "cell", 6, move_right, 5, "layout-overlap" },
  { "superior-over-motto", "motto-country", 0, move_right, -60, "layout-overlap" },
  { "number-on-first-page", "page-number", 0, move_page, -1, "layout-first-page" },
  { "wrong-number", "page-number", 0, set_number, 7, "layout-page-number" },
  { "number-missing", "page-number", 0, remove_box, 0, "layout-page-number" },
  { "number-below", "page-number", 0, move_up, -60, "layout-page-number" },
  { "no-title", "signatory-title", 0, remove_box, 0, "layout-signature" },
  { "title-above", "signatory-title", 0, move_up, 40, "layout-signature" },
  { "capacity-aside", "capacity", 0, move_right, 10, "layout-signature" },
  { "name-aside", "signatory-name", 0, move_right, -10, "layout-signature" },
  { "name-overleaf", "signatory-name", 0, move_page, 1, "layout-signature" },
  { "no-recipients", "recipients-head", 0, remove_box, 0, "layout-signature" },
  { "recipients-at-right", "recipients", 0, move_right, 200, "layout-signature" },
  { "annex-label", "annex-label", 0, set_text, 0, "layout-annex" },
  { "annex-without-title", "annex-title", 0, move_page, 1, "layout-annex" },
  { "annex-without-note", "annex-note", 0, remove_box, 0, "layout-annex" },
  { "annex-on-a-page-of-text", "annex-label", 0, move_page, -1, "layout-annex" },
  { "number-torn", "cell", 3, tear, 3, "layout-value" },
  { "number-torn-at-dot", "cell", 3, tear, 2, "layout-value" },
  { "word-torn", "cell", 2, tear, 1, "layout-value" },
  { "head-torn", "table-head", 0, tear, 1, "layout-value" },
  { "words-apart", "cell", 1, tear, sizeof "Số " - 1, NULL },
  { "recipients-aside", "recipients", 0, move_line, 0, NULL },
};

static void
test_altered (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (30, 60);

  cases[i].alter (pages, find (pages, cases[i].role, cases[i].n), cases[i].amount);
  expect (pages, rules, cases[i].rule);
}

/* Where all lines are short, none tells where the margin is: the limits do. */
static void
test_all_short (void)
{
  static const double amounts[] = { 10, 20 };

  for (guint n = 0; n < G_N_ELEMENTS (amounts); n++)
    {
      g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
      g_autoptr (TrinhPages) pages = lay_out (30, 60);
      GPtrArray *boxes = trinh_pages_get_boxes (pages);

      for (guint i = 0; i < boxes->len; i++)
        {
          TrinhBox *box = boxes->pdata[i];

          for (guint j = 0; (g_str_equal (box->role, "paragraph") || g_str_equal (box->role, "list-item")) && j < box->lines->len; j++)
            get_line (box, j)->width -= amounts[n];
        }
      expect (pages, rules, n == 0 ? NULL : "layout-align");
    }
}

/* Other limits make wrong what is right: the checker reads them, not the layouter's settings. */
static void
test_limits (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *rule; /* NULL: it still holds */
  } limits[] = {
    { "\"left\": [30, 35]", "\"left\": [31, 35]", "layout-margin" },
    { "\"left\": [30, 35]", "\"left\": [20, 25]", "layout-margin" },
    { "\"right\": [15, 20]", "\"right\": [5, 10]", "layout-margin" },
    { "\"top\": [20, 25]", "\"top\": [21, 25]", "layout-margin" },
    { "\"bottom\": [20, 25]", "\"bottom\": [29, 30]", "layout-margin" },
    { "\"top\": [20, 25]", "\"top\": [20, 20]", NULL },
    { "\"bottom\": [20, 25]", "\"bottom\": [20, 20]", NULL },
    { "\"top\": [20, 25]", "\"top\": [5, 10]", "layout-margin" },
    { "\"bottom\": [20, 25]", "\"bottom\": [0, 5]", "layout-margin" },
    { "\"thickness-pt\": [0.25, 1.5]", "\"thickness-pt\": [1, 1.5]", "layout-rule" },
    { "\"thickness-pt\": [0.25, 1.5]", "\"thickness-pt\": [0.25, 0.5]", "layout-rule" },
    { "\"size\": [11, 11]", "\"size\": [12, 12]", "layout-size" },
    { "\"first-line-mm\": [10, 12.7]", "\"first-line-mm\": [10, 12]", "layout-indent" },
    { "\"spacing-pt\": [6, null]", "\"spacing-pt\": [7, null]", "layout-paragraph-space" },
    { "\"line-spacing\": [1.0, 1.5]", "\"line-spacing\": [1.2, 1.5]", "layout-line-spacing" },
    { "\"rule\": [0.333, 0.5]", "\"rule\": [0.45, 0.5]", "layout-rule" },
    { "\"ending\": \"./.\"", "\"ending\": \"Hết.\"", "layout-ending" },
    { "[\"Times New Roman\", \"Liberation Serif\"]", "[\"Không có phông này\"]", "layout-font" },
    { "\"numbers-restart\": true", "\"numbers-restart\": false", "layout-page-number" },
    { "\"first-page\": false", "\"first-page\": true", "layout-page-number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (TrinhLayoutRules) rules = load_rules (limits[i].old, limits[i].new);
      g_autoptr (TrinhPages) pages = lay_out (30, 60);

      g_test_message ("%s", limits[i].new);
      expect (pages, rules, limits[i].rule);
    }
}

/* The first box of a body text that goes on overleaf, with its rest */
static TrinhBox *
find_broken (TrinhPages *pages,
             TrinhBox **rest)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  TrinhBox *last = NULL;

  for (guint i = 0; i < boxes->len; i++)
    {
      TrinhBox *box = boxes->pdata[i];

      if (!g_str_equal (box->role, "paragraph") && !g_str_equal (box->role, "list-item"))
        continue;
      *rest = box;
      if (box->continued)
        return last;
      last = box;
    }
  g_assert_not_reached ();
}

static void
test_lines (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr (TrinhPages) pages = lay_out (40, 3);
      g_autoptr (TrinhPages) others = lay_out (40, 3);
      TrinhBox *rest = NULL;
      TrinhBox *first = find_broken (pages, &rest);

      g_array_set_size (rest->lines, n);
      expect (pages, rules, n == 1 ? "layout-lines" : NULL);
      first = find_broken (others, &rest);
      g_array_set_size (first->lines, n);
      expect (others, rules, n == 1 ? "layout-lines" : NULL);
    }
}

/* A heading whose text begins overleaf; one that says all has no text. */
static void
test_headings (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (30, 3);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  TrinhBox *heading = find (pages, "heading-2", 0);
  g_autoptr (GPtrArray) findings = NULL;
  guint position = 0;

  g_assert_true (g_ptr_array_find (boxes, heading, &position));
  ((TrinhBox *) boxes->pdata[position + 1])->page++;
  findings = trinh_layout_check (pages, rules, NULL);
  say (findings);
  g_assert_nonnull (find_finding (findings, "layout-heading"));
  g_assert_cmpstr (trinh_finding_get_section (find_finding (findings, "layout-heading")), ==, heading->place);
  g_assert_cmpuint (trinh_finding_get_page (find_finding (findings, "layout-heading")), ==, heading->page + 1);
}

/* A page ends between the lines of a heading: a text that goes on overleaf is taken for one. */
static void
test_heading_broken (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (40, 3);
  TrinhBox *rest = NULL;
  TrinhBox *first = find_broken (pages, &rest);
  g_autoptr (GPtrArray) findings = NULL;

  first->role = rest->role = "heading-2";
  findings = trinh_layout_check (pages, rules, NULL);
  say (findings);
  g_assert_nonnull (find_finding (findings, "layout-heading"));
  g_assert_cmpuint (trinh_finding_get_page (find_finding (findings, "layout-heading")), ==, first->page + 1);
}

/* The signs stand behind the last thing of the text, and nowhere before. */
static void
test_ending (void)
{
  static const struct
  {
    gboolean heading; /* after the paragraph */
    gboolean table;
    gboolean late; /* the signs are set before they come */
    const char *last;
    gboolean found;
  } texts[] = {
    { FALSE, FALSE, FALSE, "nghiêng./.", FALSE },
    { TRUE, FALSE, FALSE, "1. Nguyên nhân./.", FALSE },
    { TRUE, FALSE, TRUE, "1. Nguyên nhân:", TRUE },
    { FALSE, TRUE, FALSE, "./.", FALSE },
    { FALSE, TRUE, TRUE, "nghiêng./.", TRUE },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      const TrinhBox *box = NULL;

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 30);
      if (texts[i].late)
        trinh_document_close_text (blocks);
      if (texts[i].heading)
        g_ptr_array_add (blocks, trinh_block_new_heading ("s2", 2, trinh_text_new_plain ("1. Nguyên nhân:", TRUE, FALSE)));
      if (texts[i].table)
        fixture_add_table (blocks, FALSE, 2, "Số văn bản");
      if (!texts[i].late)
        trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      pages = fixture_lay_out (blocks);
      for (guint n = 0; fixture_find_box (pages, texts[i].heading ? "heading-2" : "paragraph", n) != NULL; n++)
        box = fixture_find_box (pages, texts[i].heading ? "heading-2" : "paragraph", n);
      g_assert_nonnull (box);
      g_assert_true (g_str_has_suffix (box->text, texts[i].last));
      findings = trinh_layout_check (pages, rules, NULL);
      say (findings);
      g_assert_cmpint (find_finding (findings, "layout-ending") != NULL, ==, texts[i].found);
    }
}

static void
test_caption (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 3);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  for (guint i = 0; i < boxes->len; i++)
    if (((TrinhBox *) boxes->pdata[i])->table > 0)
      ((TrinhBox *) boxes->pdata[i])->page++;
  /* There is no such page: nothing but the places of boxes counts here. */
  for (guint i = 0; i < boxes->len; i++)
    ((TrinhBox *) boxes->pdata[i])->page = MIN (((TrinhBox *) boxes->pdata[i])->page, trinh_pages_get_n_pages (pages) - 1);
  find (pages, "caption", 1)->page--;
  expect (pages, rules, "layout-heading");
}

static void
test_rows (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 60);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  const guint page = find (pages, "annex-label", 0)->page + 1;
  g_autoptr (GPtrArray) findings = NULL;
  guint n = 0;

  for (guint i = 0; i < boxes->len && n < 4; i++)
    {
      TrinhBox *box = boxes->pdata[i];

      if (!g_str_equal (box->role, "cell") || box->page != page)
        continue;
      box->continued = TRUE;
      n++;
    }
  g_assert_cmpuint (n, ==, 4);
  findings = trinh_layout_check (pages, rules, NULL);
  say (findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (find_finding (findings, "layout-row"));
  g_assert_true (g_str_has_prefix (trinh_finding_get_subjects (findings->pdata[0])[0], "bm1:"));
}

static void
test_table_head (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 60);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  const guint page = find (pages, "annex-label", 0)->page + 1;

  for (guint i = boxes->len; i > 0; i--)
    if (g_str_equal (((TrinhBox *) boxes->pdata[i - 1])->role, "table-head") && ((TrinhBox *) boxes->pdata[i - 1])->page == page)
      g_ptr_array_remove_index (boxes, i - 1);
  expect (pages, rules, "layout-table-head");
}

/* The rows of the first page are gone. */
static void
test_table_head_alone (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 60);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  const guint page = find (pages, "annex-label", 0)->page;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = boxes->len; i > 0; i--)
    if (g_str_equal (((TrinhBox *) boxes->pdata[i - 1])->role, "cell") && ((TrinhBox *) boxes->pdata[i - 1])->page == page)
      g_ptr_array_remove_index (boxes, i - 1);
  findings = trinh_layout_check (pages, rules, NULL);
  say (findings);
  g_assert_nonnull (find_finding (findings, "layout-table-head"));
  g_assert_cmpuint (trinh_finding_get_page (find_finding (findings, "layout-table-head")), ==, page + 1);
}

/* What is torn at every letter is a word of so many letters: overleaf, too, where few of them are left. */
static void
test_long_word_overleaf (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  guint n_short = 0;

  for (guint n = 780; n < 860; n += 4)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      TrinhTable *table = trinh_table_new ();
      g_autofree char *word = g_strnfill (n, 'K');
      g_autoptr (TrinhPages) pages = NULL;
      const TrinhBox *box;

      trinh_table_add_column (table, TRINH_COLUMN_LABEL);
      trinh_table_add_column (table, TRINH_COLUMN_UNIT);
      trinh_table_add_cell (table, trinh_text_new_plain ("Số hồ sơ", FALSE, FALSE), TRINH_ALIGN_START, NULL);
      trinh_table_add_cell (table, trinh_text_new_plain (word, FALSE, FALSE), TRINH_ALIGN_START, NULL);
      fixture_add_annex (blocks, FALSE);
      g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
      pages = fixture_lay_out (blocks);
      for (guint i = 0; (box = fixture_find_box (pages, "cell", i)) != NULL; i++)
        n_short += box->continued && strlen (box->text) < 24 && box->lines->len > 1;
      g_test_message ("%u letters", n);
      {
        g_autoptr (GPtrArray) findings = trinh_layout_check (pages, rules, NULL);

        say (findings);
        g_assert_null (find_finding (findings, "layout-value"));
      }
    }
  g_assert_cmpuint (n_short, >, 0);
}

/* The last word of the last row before a page's end: as long as it is there, or longer, when the row goes on. */
static void
test_word_before_page_end (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint goes_on = 0; goes_on < 2; goes_on++)
    {
      g_autoptr (TrinhPages) pages = lay_out (3, 60);
      GPtrArray *boxes = trinh_pages_get_boxes (pages);
      const guint page = find (pages, "annex-label", 0)->page;
      g_autoptr (GPtrArray) findings = NULL;
      TrinhBox *last = NULL;

      for (guint i = 0; i < boxes->len; i++)
        {
          TrinhBox *box = boxes->pdata[i];

          if (g_str_equal (box->role, "cell") && box->page == page && g_str_equal (box->text, "Hồ sơ"))
            last = box;
          box->continued = goes_on > 0 && g_str_equal (box->role, "cell") && box->page == page + 1;
        }
      g_assert_nonnull (last);
      tear (pages, last, sizeof "Hồ s" - 1);
      findings = trinh_layout_check (pages, rules, NULL);
      g_assert_cmpint (find_finding (findings, "layout-value") == NULL, ==, goes_on);
    }
}

/* A head, a word and a number are torn: the number is told of, once. */
static void
test_torn_number_first (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 3);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) without = NULL;

  tear (pages, find (pages, "table-head", 0), 1);
  tear (pages, find (pages, "cell", 2), sizeof "Hồ s" - 1);
  without = trinh_layout_check (pages, rules, NULL);
  g_assert_cmpuint (without->len, ==, 1);
  g_assert_nonnull (strstr (trinh_finding_get_message (without->pdata[0]), "Hồ sơ"));
  tear (pages, find (pages, "cell", 3), 3);
  findings = trinh_layout_check (pages, rules, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (trinh_finding_get_message (findings->pdata[0]), "1.934"));
}

/* What lies on its side already is not to be turned. */
static void
test_torn_advice (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint landscape = 0; landscape < 2; landscape++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      TrinhFinding *finding;

      fixture_add_annex (blocks, landscape > 0);
      fixture_add_table (blocks, landscape > 0, 3, "Số văn bản");
      pages = fixture_lay_out (blocks);
      tear (pages, find (pages, "cell", 3), 3);
      findings = trinh_layout_check (pages, rules, NULL);
      finding = find_finding (findings, "layout-value");
      g_assert_nonnull (finding);
      g_assert_cmpint (strstr (trinh_finding_get_message (finding), "on its side") == NULL, ==, landscape);
    }
}

static void
test_signature_lines (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint left = 1; left <= 2; left++)
    {
      g_autoptr (TrinhPages) pages = lay_out (24, 3);
      GPtrArray *boxes = trinh_pages_get_boxes (pages);
      const guint page = find (pages, "capacity", 0)->page;
      g_autoptr (GPtrArray) findings = NULL;
      TrinhBox *last = NULL;

      g_assert_cmpuint (page, >, 0);
      for (guint i = boxes->len; i > 0; i--)
        {
          TrinhBox *box = boxes->pdata[i - 1];
          const gboolean body = g_str_has_prefix (box->role, "heading") || g_str_equal (box->role, "paragraph") || g_str_equal (box->role, "list-item");

          if (!body || box->page != page)
            continue;
          if (last == NULL)
            last = box;
          else
            g_ptr_array_remove_index (boxes, i - 1);
        }
      g_assert_nonnull (last);
      g_array_set_size (last->lines, left);
      findings = trinh_layout_check (pages, rules, NULL);
      say (findings);
      g_assert_cmpint (find_finding (findings, "layout-signature-lines") != NULL, ==, left == 1);
    }
}

static TrinhPages *
lay_out_recipients (guint n,
                    guint n_paragraphs)
{
  GPtrArray *blocks = fixture_blocks_new ();

  fixture_add_header (blocks, "UBND HUYỆN TỨ KỲ", "XÃ BÌNH LÃNG", DATE);
  for (guint i = 0; i < n_paragraphs; i++)
    fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 30);
  trinh_document_close_text (blocks);
  fixture_add_signature_to (blocks, n);
  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 3, "Số văn bản");
  return fixture_lay_out (blocks);
}

/* A long list goes on overleaf; a signature does not, and neither does a short list. */
static void
test_many_recipients (void)
{
  static const guint lists[] = { 2, 24, 30, 60, 140 };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhLayoutRules) whole = load_rules (", \"whole-most\": 0.5", "");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint n_paragraphs = 1; n_paragraphs < 14; n_paragraphs += 3)
      {
        g_autoptr (TrinhPages) pages = lay_out_recipients (lists[i], n_paragraphs);

        expect (pages, rules, NULL);
      }
  {
    g_autoptr (TrinhPages) pages = lay_out_recipients (45, 5);

    g_assert_cmpuint (find (pages, "recipients", 44)->page, >, find (pages, "capacity", 0)->page);
    expect (pages, whole, "layout-signature");
    find (pages, "signatory-name", 0)->page++;
    expect (pages, rules, "layout-signature");
  }
  {
    g_autoptr (TrinhPages) pages = lay_out_recipients (10, 5);

    find (pages, "recipients", 9)->page++;
    expect (pages, rules, "layout-signature");
  }
}

/* A title that stands for the capacity is level with the recipients, too. */
static void
test_title_level (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out_recipients (4, 3);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  TrinhBox *head = find (pages, "recipients-head", 0);
  const double down = find (pages, "signatory-title", 0)->y - find (pages, "capacity", 0)->y;

  g_ptr_array_remove (boxes, find (pages, "capacity", 0));
  expect (pages, rules, "layout-level");
  for (guint i = 0; i < head->lines->len; i++)
    get_line (head, i)->baseline += down;
  expect (pages, rules, NULL);
}

static void
add_annex (GPtrArray *blocks,
           const char *label)
{
  guint first = blocks->len;
  TrinhBlock *block;

  fixture_add_annex (blocks, FALSE);
  block = blocks->pdata[first];
  g_free (block->annex->label);
  block->annex->label = g_strdup (label);
  fixture_add_table (blocks, FALSE, 3, "Số văn bản");
}

/* A table right below the note of an annex keeps its distance, as a caption does. */
static void
test_annex_space (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhLayoutRules) free_rules = load_rules (", \"below-pt\": [12, null]", "");

  for (guint bare = 0; bare < 2; bare++)
    {
      g_autoptr (TrinhPages) pages = NULL;
      GPtrArray *blocks = fixture_blocks_new ();

      fixture_add_header (blocks, NULL, "XÃ BÌNH LÃNG", DATE);
      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 40);
      trinh_document_close_text (blocks);
      fixture_add_signature (blocks);
      fixture_add_annex (blocks, FALSE);
      g_ptr_array_remove_index (blocks, blocks->len - 1);
      ((TrinhBlock *) blocks->pdata[blocks->len - 1])->annex->bare = bare > 0;
      fixture_add_table (blocks, FALSE, 3, "Số văn bản");
      pages = fixture_lay_out (blocks);
      expect (pages, rules, bare > 0 ? NULL : "layout-annex");
      expect (pages, free_rules, NULL);
    }
}

static void
test_annex_numbers (void)
{
  static const struct
  {
    const char *labels[4];
    const char *rule;
  } annexes[] = {
    { { "PHỤ LỤC" }, NULL },
    { { "Phụ lục 01b" }, NULL },
    { { "PHỤ LỤC I", "PHỤ LỤC II", "PHỤ LỤC III" }, NULL },
    { { "Phụ lục 01a", "Phụ lục 01b" }, NULL },
    { { "PHỤ LỤC", "PHỤ LỤC" }, "layout-annex" },
    { { "PHỤ LỤC I", "PHỤ LỤC III" }, "layout-annex" },
    { { "PHỤ LỤC A", "PHỤ LỤC B" }, "layout-annex" },
    { { "Phụ lục 01b", "Phụ lục II" }, NULL },
    { { "Phụ lục 01b", "PHỤ LỤC II" }, "layout-annex" },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (annexes); i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      for (guint j = 0; annexes[i].labels[j] != NULL; j++)
        add_annex (blocks, annexes[i].labels[j]);
      pages = fixture_lay_out (blocks);
      expect (pages, rules, annexes[i].rule);
    }
}

/* Text on a page that lies on its side */
static void
test_landscape (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhLayoutRules) always = load_rules ("\"landscape\": \"tables\"", "\"landscape\": \"always\"");

  for (guint with_table = 0; with_table < 2; with_table++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;

      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s1", 40);
      ((TrinhBlock *) blocks->pdata[0])->landscape = TRUE;
      if (with_table)
        fixture_add_table (blocks, TRUE, 2, "Số văn bản");
      trinh_document_close_text (blocks);
      pages = fixture_lay_out (blocks);
      expect (pages, rules, with_table ? NULL : "layout-paper");
      expect (pages, always, NULL);
    }
}

/* What no font has, and what is no letter at all, is named with its place. */
static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
    const char *found; /* NULL: nothing */
  } texts[] = {
    { "Kết quả ≥ 95 %./.", "Kết quả ≥ 95 %./.", NULL },
    { "Kết quả\001 tốt./.", "Kết quả  tốt./.", "U+0001" },
    { "Kết quả\xc2\x85 tốt./.", "Kết quả  tốt./.", "U+0085" },
    { "Kết \xe2\x80\xaequả./.", "Kết quả./.", "U+202E" },
    { "Kết quả \xf4\x8f\xbf\xbd./.", NULL, "U+10FFFD" },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain (texts[i].text, FALSE, FALSE)));
      pages = fixture_lay_out (blocks);
      findings = trinh_layout_check (pages, rules, NULL);
      say (findings);
      if (texts[i].printed != NULL)
        g_assert_cmpstr (find (pages, "paragraph", 0)->text, ==, texts[i].printed);
      else
        g_assert_null (strstr (find (pages, "paragraph", 0)->text, "\xf4\x8f\xbf\xbd"));
      g_assert_cmpuint (findings->len, ==, texts[i].found != NULL);
      if (texts[i].found == NULL)
        continue;
      g_assert_cmpstr (trinh_finding_get_rule (findings->pdata[0]), ==, "layout-letter");
      g_assert_cmpstr (trinh_finding_get_section (findings->pdata[0]), ==, "s1");
      g_assert_nonnull (strstr (trinh_finding_get_message (findings->pdata[0]), texts[i].found));
    }
}

/* What another font has to show is named with its place. */
static void
test_foreign_letters (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* NULL: nothing */
  } texts[] = {
    { "Kết quả ≥ 95 % – “tốt”…./.", NULL },
    { "Hồ\xc2\xa0sơ\xe2\x80\x8b đặc khu./.", NULL },
    { "Đạt ☑, chưa đạt, lại đạt ☑./.", ": ☑." },
    { "Đạt ☑ \xf4\x8f\xbf\xbd./.", ": ☑." },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      TrinhFinding *finding;

      fixture_add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "s0", 30);
      g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s1", trinh_text_new_plain (texts[i].text, FALSE, FALSE)));
      pages = fixture_lay_out (blocks);
      findings = trinh_layout_check (pages, rules, NULL);
      say (findings);
      finding = find_finding (findings, "layout-font");
      g_assert_cmpint (finding != NULL, ==, texts[i].found != NULL);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (trinh_finding_get_section (finding), ==, "s1");
      g_assert_cmpint (trinh_finding_get_severity (finding), ==, TRINH_SEVERITY_WARNING);
      g_assert_nonnull (strstr (trinh_finding_get_message (finding), texts[i].found));
    }
}

/* In a cell too, where equal texts share what they look like; the address leads there. */
static void
test_letters_in_cells (void)
{
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *blocks = fixture_blocks_new ();

  fixture_add_annex (blocks, FALSE);
  fixture_add_table (blocks, FALSE, 5, "Số\002 văn bản");
  pages = fixture_lay_out (blocks);
  findings = trinh_layout_check (pages, rules, NULL);
  say (findings);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (trinh_finding_get_subjects (findings->pdata[0])[0], ==, "bm1:3");
  g_assert_null (trinh_finding_get_section (findings->pdata[0]));
}

/* A head that lacks a part, or has one that is written otherwise; the gaps for number and date are part of the form. */
static void
test_parts (void)
{
  static const struct
  {
    const char *removed; /* (nullable) role */
    const char *number;
    const char *date;
    const char *rule;
  } heads[] = {
    { NULL, "Số: 15/BC-UBND", DATE, NULL },
    { NULL, "Số:       /BC-UBND", "Bình Lãng, ngày       tháng       năm       ", NULL },
    { NULL, "Số:" GAP "/BC-UBND", "Bình Lãng, ngày" GAP "tháng" GAP "năm" GAP, NULL },
    { NULL, "Số: 15/BC-UBND", "ngày 09 tháng 6 năm 2022", "layout-part" },
    { NULL, "Số: 15/BC-UBND", "Bình Lãng, 09/6/2022", "layout-part" },
    { NULL, "Số: 15/", DATE, "layout-part" },
    { NULL, "15/BC-UBND", DATE, "layout-part" },
    { "addressees", "Số: 15/BC-UBND", DATE, NULL },
    { "subject", "Số: 15/BC-UBND", DATE, "layout-part" },
    { "kind", "Số: 15/BC-UBND", DATE, "layout-part" },
    { "motto", "Số: 15/BC-UBND", DATE, "layout-part" },
    { "number", "Số: 15/BC-UBND", DATE, "layout-part" },
    { "date", "Số: 15/BC-UBND", DATE, "layout-part" },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const char *const office[] = { "ỦY BAN NHÂN DÂN", "XÃ BÌNH LÃNG", NULL };
      GPtrArray *blocks = fixture_blocks_new ();
      g_autoptr (TrinhPages) pages = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      TrinhBox *box;

      fixture_add_header (blocks, NULL, "", DATE);
      g_ptr_array_remove_index (blocks, 0);
      g_ptr_array_insert (blocks, 0, trinh_block_new_header (NULL, office, heads[i].number, heads[i].date));
      pages = fixture_lay_out (blocks);
      while (heads[i].removed != NULL && (box = (TrinhBox *) fixture_find_box (pages, heads[i].removed, 0)) != NULL)
        g_ptr_array_remove (trinh_pages_get_boxes (pages), box);
      findings = trinh_layout_check (pages, rules, NULL);
      g_test_message ("%s %s %s", heads[i].removed, heads[i].number, heads[i].date);
      say (findings);
      g_assert_cmpint (find_finding (findings, "layout-part") != NULL, ==, heads[i].rule != NULL);
    }
}

/* "Kính gửi" has to be there where the regime says to whom its reports go. */
static void
test_addressees (void)
{
  static const struct
  {
    const char *members;
    guint n_findings;
  } regimes[] = {
    { "\"forms\": [\"f1\"]", 0 },
    { "\"forms\": [\"f1\"], \"addressees\": []", 0 },
    { "\"forms\": [\"f1\"], \"addressees\": [\"Sở Nội vụ\"]", 1 },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules (NULL, NULL);
  g_autoptr (TrinhPages) pages = lay_out (3, 3);

  g_ptr_array_remove (trinh_pages_get_boxes (pages), find (pages, "addressees", 0));
  for (guint i = 0; i < G_N_ELEMENTS (regimes); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      data_folder_set_regime (folder, regimes[i].members, "{ \"kind\": \"year\" }");
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      g_assert_no_error (error);
      findings = trinh_layout_check (pages, rules, regime);
      say (findings);
      g_assert_cmpuint (findings->len, ==, regimes[i].n_findings);
      if (findings->len > 0)
        g_assert_cmpstr (trinh_finding_get_rule (findings->pdata[0]), ==, "layout-part");
    }
}

/* A regime leaves a check out, or says how grave it is. */
static void
test_regime (void)
{
  static const struct
  {
    const char *members;
    int severity; /* -1: nothing is found */
  } regimes[] = {
    { "\"forms\": [\"f1\"]", TRINH_SEVERITY_ERROR },
    { "\"forms\": [\"f1\"], \"text-checks\": [ { \"id\": \"layout-ending\", \"severity\": \"info\" } ]", TRINH_SEVERITY_INFO },
    { "\"forms\": [\"f1\"], \"text-checks\": [ { \"id\": \"layout-ending\", \"enabled\": false } ]", -1 },
  };
  g_autoptr (TrinhLayoutRules) rules = load_rules ("\"ending\": \"./.\"", "\"ending\": \"Hết.\"");
  g_autoptr (TrinhPages) pages = lay_out (3, 3);

  for (guint i = 0; i < G_N_ELEMENTS (regimes); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      data_folder_set_regime (folder, regimes[i].members, "{ \"kind\": \"year\" }");
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      g_assert_no_error (error);
      findings = trinh_layout_check (pages, rules, regime);
      say (findings);
      g_assert_cmpuint (findings->len, ==, regimes[i].severity >= 0);
      if (findings->len > 0)
        g_assert_cmpint (trinh_finding_get_severity (findings->pdata[0]), ==, regimes[i].severity);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout-check/end-on-side", test_end_on_side);
  g_test_add_func ("/layout-check/long-heads", test_long_heads);
  g_test_add_func ("/layout-check/empty-lines", test_empty_lines);
  g_test_add_func ("/layout-check/aligned-by-data", test_aligned_by_data);
  g_test_add_func ("/layout-check/last-recipient", test_last_recipient);
  g_test_add_func ("/layout-check/points", test_points);
  g_test_add_func ("/layout-check/silent", test_silent);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/layout-check/altered/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_altered);
    }
  g_test_add_func ("/layout-check/all-short", test_all_short);
  g_test_add_func ("/layout-check/limits", test_limits);
  g_test_add_func ("/layout-check/lines", test_lines);
  g_test_add_func ("/layout-check/headings", test_headings);
  g_test_add_func ("/layout-check/heading-broken", test_heading_broken);
  g_test_add_func ("/layout-check/ending", test_ending);
  g_test_add_func ("/layout-check/caption", test_caption);
  g_test_add_func ("/layout-check/rows", test_rows);
  g_test_add_func ("/layout-check/table-head", test_table_head);
  g_test_add_func ("/layout-check/table-head-alone", test_table_head_alone);
  g_test_add_func ("/layout-check/long-word-overleaf", test_long_word_overleaf);
  g_test_add_func ("/layout-check/word-before-page-end", test_word_before_page_end);
  g_test_add_func ("/layout-check/torn-number-first", test_torn_number_first);
  g_test_add_func ("/layout-check/torn-advice", test_torn_advice);
  g_test_add_func ("/layout-check/signature-lines", test_signature_lines);
  g_test_add_func ("/layout-check/many-recipients", test_many_recipients);
  g_test_add_func ("/layout-check/title-level", test_title_level);
  g_test_add_func ("/layout-check/annex-space", test_annex_space);
  g_test_add_func ("/layout-check/annex-numbers", test_annex_numbers);
  g_test_add_func ("/layout-check/landscape", test_landscape);
  g_test_add_func ("/layout-check/letters", test_letters);
  g_test_add_func ("/layout-check/foreign-letters", test_foreign_letters);
  g_test_add_func ("/layout-check/letters-in-cells", test_letters_in_cells);
  g_test_add_func ("/layout-check/parts", test_parts);
  g_test_add_func ("/layout-check/addressees", test_addressees);
  g_test_add_func ("/layout-check/regime", test_regime);
  return g_test_run ();
}
