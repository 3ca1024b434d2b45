/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-markup.h"

/* A parsed text in one line: kind of block, then its spans; b and i before what is bold or italic. */
static char *
describe (TrinhMarkup *markup)
{
  static const char *const kinds[] = { "P", "-", "+", "*", "L", "#" };
  static const char *const formats[] = { "", "|words", "|pad", "|label" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " / " : "", kinds[block->kind], block->letter != NULL ? block->letter : "");
      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);

          g_string_append_printf (text, " %s%s%c%s%s>", span->bold ? "b" : "", span->italic ? "i" : "", "<$@#"[span->kind], span -> text, formats[span->format]);
        }
    }
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "", "" },
  { "Một dòng", "P <Một dòng>" },
  { "một\nhai", "P <một> / P <hai>" },
  { "một\n\n \nhai", "P <một> / P <hai>" },
  { "một\342\200\250- hai\342\200\251ba\vbốn", "P <một> / - <hai> / P <ba> / P <bốn>" },
  { "một\342\200\246hai", "P <một…hai>" },
  { "- gạch\n+ cộng\n* sao\n# Đề mục", "- <gạch> / + <cộng> / * <sao> / # <Đề mục>" },
  { "a) mục a\nđ) mục đ", "La <mục a> / Lđ <mục đ>" },
  { "A) không phải mục", "P <A) không phải mục>" },
  { "aa) không phải mục", "P <aa) không phải mục>" },
  { "-không phải mục", "P <-không phải mục>" },
  { " - không phải mục", "P < - không phải mục>" },
  { "**đậm** thường", "P b<đậm> < thường>" },
  { "*nghiêng*", "P i<nghiêng>" },
  { "***cả hai***", "P bi<cả hai>" },
  { "**đậm *cả hai* đậm**", "P b<đậm > bi<cả hai> b< đậm>" },
  { "**không đóng", "P <**không đóng>" },
  { "không mở**", "P <không mở**>" },
  { "2 * 3 * 4", "P <2 * 3 * 4>" },
  { "****", "P <****>" },
  { "**a\nb**", "P <**a> / P <b**>" },
  { "\\*sao\\*", "P <*sao*>" },
  { "\\- gạch", "P <- gạch>" },
  { "a\\) b", "P <a) b>" },
  { "cuối\\", "P <cuối\\>" },
  { "cuối\\\nhai", "P <cuối\\> / P <hai>" },
  { "\\\\", "P <\\>" },
  { "Có {{bm1:2.1}} việc", "P <Có > $bm1:2.1> < việc>" },
  { "{{bm1:2|words}} {{bm1:2|pad}} {{bm7:2|label}}", "P $bm1:2|words> < > $bm1:2|pad> < > $bm7:2|label>" },
  { "{{bm1:2|other}}", "P $bm1:2|other>" },
  { "{{doc:d1}} {{table:bm1}}", "P @d1> < > #bm1>" },
  { "**{{bm1:1}}**", "P b$bm1:1>" },
  { "{{ bm1:1 }}", "P $bm1:1>" },
  { "{{}} {{bm1:1 {{doc:}}", "P <{{}} {{bm1:1 > $doc:>" },
  { "{{bm1:1", "P <{{bm1:1>" },
  { "{{bm1:1}", "P <{{bm1:1}>" },
  { "{{bm1\n:1}}", "P <{{bm1> / P <:1}}>" },
  { "\\{{bm1:1}}", "P <{{bm1:1}}>" },
  { "{{{bm1:1}}}", "P <{> $bm1:1> <}>" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhMarkup) markup = trinh_markup_parse (cases[i].text);
      g_autofree char *described = describe (markup);

      g_assert_cmpstr (described, ==, cases[i].expected);
    }
}

static void
test_inline (void)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse_inline ("- **a**\n# b");
  g_autofree char *described = describe (markup);

  g_assert_cmpstr (described, ==, "P <- > b<a> <\n# b>");
}

/* Offsets count characters, and what they enclose in the source is the span. */
static void
test_offsets (void)
{
  const char *text = "Đã có\n- **Sổ** {{bm1:3.3.1đ|pad}} \\*x";
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (text);
  static const char *const expected[] = { "Sổ", " ", "{{bm1:3.3.1đ|pad}}", " \\*x" };
  const TrinhMarkupBlock *block = trinh_markup_get_block (markup, 1);

  g_assert_cmpuint (block->start, ==, 6);
  g_assert_cmpuint (block->end, ==, g_utf8_strlen (text, -1));
  g_assert_cmpuint (block->spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < block->spans->len; i++)
    {
      const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, i);
      g_autofree char *source = g_utf8_substring (text, span->start, span->end);

      g_assert_cmpstr (source, ==, expected[i]);
    }
}

/* Lines without letters print nothing, and a table stands between two paragraphs. */
static void
test_paragraphs (void)
{
  static const struct
  {
    const char *text;
    guint starts[4]; /* the rest are at the end */
    guint n;
  } texts[] = {
    { "", { 0 }, 0 },
    { "Một\nhai", { 0, 4 }, 2 },
    { "\n \nMột\n\n- hai\n- ", { 3, 8, 14 }, 3 },
    { "{{bm1:2}}\n{{table:bm1}}\nba", { 0, 24 }, 2 },
    { "Đầu {{table:bm1}} giữa {{table:bm2}}", { 0, 17 }, 2 },
    { "# Đầu\na) hai", { 0, 6 }, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TrinhMarkup) markup = trinh_markup_parse (texts[i].text);

      g_test_message ("%s", texts[i].text);
      for (guint j = 0; j < texts[i].n; j++)
        g_assert_cmpuint (trinh_markup_find_paragraph (markup, j), ==, texts[i].starts[j]);
      g_assert_cmpuint (trinh_markup_find_paragraph (markup, texts[i].n), ==, g_utf8_strlen (texts[i].text, -1));
    }
}

static void
test_escape (void)
{
  static const char *const texts[] = {
    "",
    "thường",
    "- gạch",
    "+ cộng",
    "* sao",
    "# đề mục",
    "a) b",
    "đ) b",
    "a*b**c",
    "\\",
    "{{x}}",
    "{{{x}}}",
    "a\n- b\nc) d",
    "-",
    "a)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *escaped = trinh_markup_escape (texts[i]);
      g_autoptr (TrinhMarkup) markup = trinh_markup_parse (escaped);
      g_autoptr (GString) read = g_string_new (NULL);

      for (guint j = 0; j < trinh_markup_get_n_blocks (markup); j++)
        {
          const TrinhMarkupBlock *block = trinh_markup_get_block (markup, j);

          g_assert_cmpint (block->kind, ==, TRINH_BLOCK_PARAGRAPH);
          g_assert_cmpuint (block->spans->len, ==, 1);
          g_string_append_printf (read, "%s%s", j > 0 ? "\n" : "", ((TrinhMarkupSpan *) g_ptr_array_index (block->spans, 0))->text);
        }
      g_assert_cmpstr (read->str, ==, texts[i]);
    }
}

/* A line may end otherwise, and what begins the next one is escaped, too. */
static void
test_escape_ends (void)
{
  g_autofree char *escaped = trinh_markup_escape ("a\342\200\250- b\v# c");

  g_assert_cmpstr (escaped, ==, "a\342\200\250\\- b\v\\# c");
}

static void
test_strip (void)
{
  g_autofree char *stripped = trinh_markup_strip ("**Số** *văn bản* \\*\n- {{bm1:1|pad}} {{doc:d1}}");

  g_assert_cmpstr (stripped, ==, "Số văn bản *\n- {{bm1:1|pad}} {{doc:d1}}");
}

static void
parse_repeated (const char *part,
                guint times)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TrinhMarkup) markup = NULL;

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  markup = trinh_markup_parse (text->str);
  g_assert_cmpuint (trinh_markup_get_n_blocks (markup), >, 0);
}

/* A megabyte of what does not close takes no longer than a megabyte of text may: quadratic work would take minutes. */
static void
test_linear (void)
{
  static const char *const parts[] = { "{{", "**", "* ", "{{a", "\\*", "**a", "{{a}", "a) ", "*{{" };
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parse_repeated (parts[i], 1024 * 1024 / strlen (parts[i]));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
}

static void
test_broken_utf8 (void)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse ("a\xff{{b\xc3");

  g_assert_cmpuint (trinh_markup_get_n_blocks (markup), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/markup/parse", test_parse);
  g_test_add_func ("/markup/inline", test_inline);
  g_test_add_func ("/markup/offsets", test_offsets);
  g_test_add_func ("/markup/paragraphs", test_paragraphs);
  g_test_add_func ("/markup/escape", test_escape);
  g_test_add_func ("/markup/escape-ends", test_escape_ends);
  g_test_add_func ("/markup/strip", test_strip);
  g_test_add_func ("/markup/linear", test_linear);
  g_test_add_func ("/markup/broken-utf8", test_broken_utf8);

  return g_test_run ();
}
