/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "trinh-document-private.h"
#include "trinh-docx.h"
#include "trinh-workbook-private.h"

typedef struct
{
  xmlDoc *document;
  xmlXPathContext *context;
} Body;

static void
body_clear (Body *body)
{
  g_clear_pointer (&body->context, xmlXPathFreeContext);
  g_clear_pointer (&body->document, xmlFreeDoc);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Body, body_clear)

/* @blocks: (transfer full) */
static GBytes *
render (GPtrArray *blocks)
{
  g_autoptr (TrinhDocument) document = trinh_document_new_for_blocks (blocks);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trinh_docx_render (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static Body
open_body (GPtrArray *blocks)
{
  static const char *const wanted[] = { "word/document.xml", NULL };
  g_autoptr (GBytes) bytes = render (blocks);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) package = _trinh_package_load (bytes, "test.docx", wanted, &error);
  GBytes *part;
  Body body;

  g_assert_no_error (error);
  part = g_hash_table_lookup (package, "word/document.xml");
  g_assert_nonnull (part);
  body.document = xmlReadMemory (g_bytes_get_data (part, NULL), (int) g_bytes_get_size (part), "document.xml", NULL, XML_PARSE_NONET);
  g_assert_nonnull (body.document);
  body.context = xmlXPathNewContext (body.document);
  xmlXPathRegisterNs (body.context, BAD_CAST "w", BAD_CAST "http://schemas.openxmlformats.org/wordprocessingml/2006/main");

  return body;
}

static guint
count (Body *body,
       const char *path)
{
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, body->context);
  guint n;

  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);

  return n;
}

static void
assert_string (Body *body,
               const char *path,
               const char *expected)
{
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, body->context);
  xmlChar *text = xmlXPathCastToString (found);

  g_assert_cmpstr ((const char *) text, ==, expected);
  xmlFree (text);
  xmlXPathFreeObject (found);
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_block_free);
}

static void
add_text (GPtrArray *blocks,
          TrinhBlockType type,
          const char *letters)
{
  g_ptr_array_add (blocks, trinh_block_new_text (type, NULL, trinh_text_new_plain (letters, FALSE, FALSE)));
}

/* @n_recipients: at least 2 */
static void
add_signature_to (GPtrArray *blocks,
                  guint n_recipients)
{
  const char *const capacity[] = { "TM. ỦY BAN NHÂN DÂN", NULL };
  g_autoptr (GStrvBuilder) recipients = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  TrinhBlock *block;

  g_strv_builder_add (recipients, "- Như trên;");
  for (guint i = 2; i < n_recipients; i++)
    g_strv_builder_take (recipients, g_strdup_printf ("- Thôn số %u;", i));
  g_strv_builder_add (recipients, "- Lưu: VT.");
  lines = g_strv_builder_end (recipients);
  block = trinh_block_new_signature ((const char *const *) lines);
  trinh_block_add_signer (block, capacity, "CHỦ TỊCH", "Nguyễn Văn An");
  g_ptr_array_add (blocks, block);
}

static void
add_signature (GPtrArray *blocks)
{
  add_signature_to (blocks, 2);
}

/* Two head rows with a group over the values, @n_rows of which the second and third share a code */
static TrinhTable *
make_table (guint n_rows,
            const char *label)
{
  static const TrinhColumnUse uses[] = { TRINH_COLUMN_CODE, TRINH_COLUMN_LABEL, TRINH_COLUMN_VALUE, TRINH_COLUMN_VALUE };
  TrinhTable *table = trinh_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    trinh_table_add_column (table, uses[i]);
  trinh_table_add_head (table, 0, 0, 2, 1, trinh_text_new_plain ("STT", TRUE, FALSE), NULL);
  trinh_table_add_head (table, 0, 1, 2, 1, trinh_text_new_plain ("Chỉ tiêu", TRUE, FALSE), NULL);
  trinh_table_add_head (table, 0, 2, 1, 2, trinh_text_new_plain ("Kết quả", TRUE, FALSE), NULL);
  trinh_table_add_head (table, 1, 2, 1, 1, trinh_text_new_plain ("Kỳ này", TRUE, FALSE), NULL);
  trinh_table_add_head (table, 1, 3, 1, 1, trinh_text_new_plain ("Kỳ trước", TRUE, FALSE), NULL);
  for (guint row = 0; row < n_rows; row++)
    {
      trinh_table_add_cell (table, trinh_text_new_plain ("Trong đó", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
      if (row == 1 && n_rows > 3)
        trinh_table_merge_cell (table, 2);
      trinh_table_add_cell (table, trinh_text_new_plain (label, FALSE, TRUE), TRINH_ALIGN_START, NULL);
      trinh_table_add_cell (table, trinh_text_new_plain ("63,6", TRUE, FALSE), TRINH_ALIGN_CENTER, NULL);
      trinh_table_add_cell (table, trinh_text_new_plain ("", FALSE, FALSE), TRINH_ALIGN_END, NULL);
    }

  return table;
}

static void
test_empty (void)
{
  g_auto (Body) body = open_body (new_blocks ());

  g_assert_cmpuint (count (&body, "//w:body/w:sectPr"), ==, 1);
  assert_string (&body, "//w:sectPr/w:pgSz/@w:w", "11906");
}

static void
test_text (void)
{
  GPtrArray *blocks = new_blocks ();
  TrinhText *text = trinh_text_new_plain ("Đạt ", FALSE, FALSE);
  TrinhText *heading = trinh_text_new_plain ("1. Kiến nghị", TRUE, FALSE);

  trinh_text_add (text, "42,4%", TRUE, TRUE, "bm1:2");
  trinh_text_add (text, "\tsau\ndòng", FALSE, FALSE, NULL);
  trinh_text_add (heading, ": Không.", FALSE, FALSE, NULL);
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, NULL, text));
  g_ptr_array_add (blocks, trinh_block_new_heading (NULL, 2, heading));
  add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "+ Hai");
  add_text (blocks, TRINH_BLOCK_TYPE_LIST_ITEM, "đ) Tư pháp - Hộ tịch");
  g_auto (Body) body = open_body (blocks);

  assert_string (&body, "//w:p[1]/w:pPr/w:pStyle/@w:val", "BodyText");
  assert_string (&body, "count(//w:p[1]/w:r)", "3");
  assert_string (&body, "string(//w:p[1]/w:r[2]/w:rPr/w:b/@w:val)", "1");
  assert_string (&body, "string(//w:p[1]/w:r[2]/w:rPr/w:i/@w:val)", "1");
  g_assert_cmpuint (count (&body, "//w:p[1]/w:r[3]/w:tab"), ==, 1);
  g_assert_cmpuint (count (&body, "//w:p[1]/w:r[3]/w:br"), ==, 1);
  /* What follows the title of a heading is not bold in a bold style. */
  assert_string (&body, "//w:p[2]/w:pPr/w:pStyle/@w:val", "Heading2");
  g_assert_cmpuint (count (&body, "//w:p[2]/w:r[1]/w:rPr"), ==, 0);
  assert_string (&body, "string(//w:p[2]/w:r[2]/w:rPr/w:b/@w:val)", "0");
  /* A mark is the list's, a letter is text. */
  assert_string (&body, "string(//w:p[3]/w:pPr/w:numPr/w:ilvl/@w:val)", "1");
  assert_string (&body, "string(//w:p[3])", "Hai");
  g_assert_cmpuint (count (&body, "//w:p[4]/w:pPr/w:numPr"), ==, 0);
  assert_string (&body, "string(//w:p[4])", "đ) Tư pháp\302\240- Hộ tịch");
}

/* No line ends within the number of a document: hyphens of Word's own, where the column has room for it. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    guint kept;
    const char *rest;
  } rows[] = {
    { "Kế hoạch số 13/KH-UBND", 1, "Kế hoạch số 13/KHUBND" },
    { "13/KH-UBND, 45/2022/QĐ-TTg;\n07/BC-UBND.", 3, "13/KHUBND, 45/2022/QĐTTg;07/BCUBND." },
    { "Tư pháp - Hộ tịch, bán-dẫn và/hoặc chíp-bán-dẫn", 0, "Tư pháp\302\240- Hộ tịch, bán-dẫn và/hoặc chíp-bán-dẫn" },
    { "UBND-VX/13", 0, "UBND-VX/13" },
    { "01/KẾHOẠCH-CỦAỦYBANNHÂNDÂNXÃ", 0, "01/KẾHOẠCH-CỦAỦYBANNHÂNDÂNXÃ" },
    { "a\036b", 0, "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *blocks = new_blocks ();

      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, rows[i].text);
      g_auto (Body) body = open_body (blocks);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (count (&body, "//w:p[1]/w:r/w:noBreakHyphen"), ==, rows[i].kept);
      assert_string (&body, "string(//w:p[1])", rows[i].rest);
    }
}

static void
test_numbers_in_tables (void)
{
  for (guint n_columns = 4; n_columns <= 20; n_columns += 16)
    {
      GPtrArray *blocks = new_blocks ();
      TrinhTable *table = trinh_table_new ();

      for (guint i = 0; i < n_columns; i++)
        trinh_table_add_column (table, TRINH_COLUMN_VALUE);
      for (guint i = 0; i < n_columns; i++)
        trinh_table_add_cell (table, trinh_text_new_plain ("13/KH-UBND", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
      g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
      g_auto (Body) body = open_body (blocks);

      g_assert_cmpuint (count (&body, "//w:tc//w:noBreakHyphen"), ==, n_columns == 4 ? 4 : 0);
    }
}

/* A heading stays with what it is the heading of; Word breaks no heading. */
static void
test_headings (void)
{
  GPtrArray *blocks = new_blocks ();

  g_ptr_array_add (blocks, trinh_block_new_heading ("s1", 1, trinh_text_new_plain ("I. A", TRUE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_heading ("s2", 2, trinh_text_new_plain ("1. B", TRUE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_heading ("s3", 2, trinh_text_new_plain ("2. C", TRUE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s3", trinh_text_new_plain ("Chữ", FALSE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_heading ("s4", 1, trinh_text_new_plain ("II. D", TRUE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_text (TRINH_BLOCK_TYPE_PARAGRAPH, "s5", trinh_text_new_plain ("Chữ", FALSE, FALSE)));
  g_ptr_array_add (blocks, trinh_block_new_heading ("s6", 4, trinh_text_new_plain ("a) Đ", FALSE, FALSE)));
  g_auto (Body) body = open_body (blocks);

  g_assert_cmpuint (count (&body, "//w:p[1]/w:pPr/w:keepNext"), ==, 0);
  assert_string (&body, "string(//w:p[2]/w:pPr/w:keepNext/@w:val)", "0");
  g_assert_cmpuint (count (&body, "//w:p[3]/w:pPr/w:keepNext"), ==, 0);
  assert_string (&body, "string(//w:p[5]/w:pPr/w:keepNext/@w:val)", "0");
  assert_string (&body, "string(//w:p[7]/w:pPr/w:pStyle/@w:val)", "Heading4");
  g_assert_cmpuint (count (&body, "//w:p[7]//w:b"), ==, 0);
}

static void
test_table (void)
{
  GPtrArray *blocks = new_blocks ();

  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, make_table (5, "Số văn bản")));
  g_auto (Body) body = open_body (blocks);

  g_assert_cmpuint (count (&body, "//w:tr"), ==, 7);
  g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:tblHeader]"), ==, 2);
  g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:cantSplit]"), ==, 7);
  assert_string (&body, "sum(//w:gridCol/@w:w) = //w:tblPr/w:tblW/@w:w", "true");
  /* STT and Chỉ tiêu go over both head rows, Kết quả over two columns. */
  g_assert_cmpuint (count (&body, "//w:tr[1]/w:tc"), ==, 3);
  assert_string (&body, "string(//w:tr[1]/w:tc[3]/w:tcPr/w:gridSpan/@w:val)", "2");
  g_assert_cmpuint (count (&body, "//w:tr[1]/w:tc[w:tcPr/w:vMerge/@w:val='restart']"), ==, 2);
  g_assert_cmpuint (count (&body, "//w:tr[2]/w:tc[w:tcPr/w:vMerge/@w:val='continue']"), ==, 2);
  /* The second and third row share a code and a page; so do the last two. */
  assert_string (&body, "string(//w:tr[4]/w:tc[1]/w:tcPr/w:vMerge/@w:val)", "restart");
  assert_string (&body, "string(//w:tr[5]/w:tc[1]/w:tcPr/w:vMerge/@w:val)", "continue");
  assert_string (&body, "string(//w:tr[5]/w:tc[1])", "");
  g_assert_cmpuint (count (&body, "//w:tr[4]//w:keepNext"), ==, 4);
  g_assert_cmpuint (count (&body, "//w:tr[5]//w:keepNext"), ==, 0);
  g_assert_cmpuint (count (&body, "//w:tr[6]//w:keepNext"), ==, 4);
  g_assert_cmpuint (count (&body, "//w:tr[7]//w:keepNext"), ==, 0);
  assert_string (&body, "string(//w:tr[3]/w:tc[4]//w:jc/@w:val)", "right");
}

/* As high as on our pages with the line that Word draws beside it, and no line of its own for spaces at the end */
static void
test_rows (void)
{
  GPtrArray *blocks = new_blocks ();

  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, make_table (2, "Số  văn bản \t ")));
  g_auto (Body) body = open_body (blocks);

  /* 1.2 lines of 13 points, 1.5 above and below, half a point less */
  g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:trHeight/@w:val='362']"), ==, 4);
  assert_string (&body, "string(//w:tr[3]/w:tc[2])", "Số  văn bản");
  g_assert_cmpuint (count (&body, "//w:tr[3]/w:tc[2]//w:tab"), ==, 0);
}

/* More columns than the page has room for: the letters are smaller, as on our pages. */
static void
test_wide_table (void)
{
  GPtrArray *blocks = new_blocks ();
  TrinhTable *table = trinh_table_new ();

  for (guint i = 0; i < 9; i++)
    trinh_table_add_column (table, i == 0 ? TRINH_COLUMN_LABEL : TRINH_COLUMN_VALUE);
  for (guint i = 0; i < 9; i++)
    trinh_table_add_cell (table, trinh_text_new_plain ("1.234.567", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
  add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Sau");
  g_auto (Body) body = open_body (blocks);

  g_assert_cmpuint (count (&body, "//w:tc//w:r[w:rPr/w:sz/@w:val < 26 and w:rPr/w:sz/@w:val >= 20]"), ==, 9);
  g_assert_cmpuint (count (&body, "//w:body/w:p//w:sz"), ==, 0);
}

/* A head that is higher than half a page, in narrow columns or over several rows, is not printed on every page. */
static void
test_tall_head (void)
{
  const struct
  {
    guint n_columns;
    guint n_words; /* in a head that goes over both rows */
    guint repeated;
    const char *high; /* its rows are, by themselves */
  } rows[] = {
    { 4, 3, 2, "false" },
    { 4, 60, 2, "true" },
    { 4, 140, 0, "false" },
    { 20, 3, 2, "false" },
    { 20, 38, 0, "false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *blocks = new_blocks ();
      TrinhTable *table = trinh_table_new ();
      g_autoptr (GString) head = g_string_new (NULL);

      for (guint n = 0; n < rows[i].n_words; n++)
        g_string_append (head, "lưu ");
      for (guint n = 0; n < rows[i].n_columns; n++)
        {
          trinh_table_add_column (table, TRINH_COLUMN_VALUE);
          trinh_table_add_head (table, 0, n, n < 2 ? 2 : 1, 1, trinh_text_new_plain (n < 2 ? head->str : "Cột", TRUE, FALSE), NULL);
          if (n >= 2)
            trinh_table_add_head (table, 1, n, 1, 1, trinh_text_new_plain ("a", TRUE, FALSE), NULL);
        }
      for (guint n = 0; n < rows[i].n_columns; n++)
        trinh_table_add_cell (table, trinh_text_new_plain ("1", FALSE, FALSE), TRINH_ALIGN_CENTER, NULL);
      g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, table));
      g_auto (Body) body = open_body (blocks);

      g_test_message ("%u columns, %u words", rows[i].n_columns, rows[i].n_words);
      g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:tblHeader]"), ==, rows[i].repeated);
      g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:cantSplit]"), ==, rows[i].repeated + 1);
      /* LibreOffice cuts off what is higher than the rows it repeats. */
      assert_string (&body, "sum(//w:trHeight/@w:val) > 3000", rows[i].high);
    }
}

/* An upright page, one on its side, an annex: three sections, the number begins anew in the annex alone. */
static void
test_sections (void)
{
  const char *const title[] = { "BIỂU MẪU THỐNG KÊ", NULL };
  GPtrArray *blocks = new_blocks ();

  add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Trước");
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", TRUE, make_table (2, "Ngang")));
  g_ptr_array_add (blocks, trinh_block_new_annex (NULL, FALSE, "PHỤ LỤC", title, "(Kèm theo\ncủa UBND)"));
  g_ptr_array_add (blocks, trinh_block_new_table ("bm2", FALSE, make_table (2, "Dọc")));
  g_auto (Body) body = open_body (blocks);

  g_assert_cmpuint (count (&body, "//w:sectPr"), ==, 3);
  g_assert_cmpuint (count (&body, "(//w:sectPr)[1]/w:titlePg"), ==, 1);
  assert_string (&body, "string((//w:sectPr)[2]/w:pgSz/@w:orient)", "landscape");
  g_assert_cmpuint (count (&body, "(//w:sectPr)[2]/w:titlePg | (//w:sectPr)[2]/w:pgNumType"), ==, 0);
  assert_string (&body, "string((//w:sectPr)[3]/w:pgNumType/@w:start)", "1");
  g_assert_cmpuint (count (&body, "(//w:sectPr)[3]/w:titlePg"), ==, 1);
  assert_string (&body, "sum((//w:tbl)[1]//w:gridCol/@w:w) > sum((//w:tbl)[2]//w:gridCol/@w:w) + 4000", "true");
  assert_string (&body, "string(//w:p[w:pPr/w:pStyle/@w:val='PhuLuc'])", "PHỤ LỤC");
}

/* Two lines of text: the last paragraph, and the one before it where that is short. */
static void
test_signature (void)
{
  const struct
  {
    const char *last;
    guint kept;
  } rows[] = {
    { "Ngắn./.", 2 },
    { "Một đoạn văn dài hơn một dòng của trang giấy A4 để dòng cuối cùng không đứng một mình trên trang sau cùng với khối chữ ký./.", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *blocks = new_blocks ();

      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Đầu");
      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Giữa");
      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, rows[i].last);
      add_signature (blocks);
      g_auto (Body) body = open_body (blocks);

      g_assert_cmpuint (count (&body, "/w:document/w:body/w:p[w:pPr/w:keepNext]"), ==, rows[i].kept);
      g_assert_cmpuint (count (&body, "//w:tbl/w:tr[w:trPr/w:cantSplit]"), ==, 1);
      assert_string (&body, "string((//w:tc)[1]/w:p[1])", "Nơi nhận:");
      assert_string (&body, "string((//w:tc)[2]/w:p[last()])", "Nguyễn Văn An");
    }
}

/* Another program moves a long paragraph that is tied whole: it is tied only where the signature would stand alone. */
static void
test_long_last_paragraph (void)
{
  const struct
  {
    guint above; /* paragraphs of one line */
    guint times; /* about half a line */
    guint kept;
  } rows[] = {
    { 20, 10, 1 }, /* short */
    { 4, 40, 1 },  /* all on one page */
    { 12, 36, 1 }, /* the page has room for the text, and not for the signature */
    { 24, 36, 0 }, /* broken at a page's end */
    { 19, 36, 1 }, /* … where other programs may have room for the last lines */
    { 1, 87, 0 },  /* higher than a page */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *blocks = new_blocks ();
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < rows[i].times; n++)
        g_string_append (text, "Số liệu trong kỳ được thống kê đầy đủ. ");
      g_string_append (text, "Hết./.");
      for (guint n = 0; n < rows[i].above; n++)
        add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Một dòng");
      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, text->str);
      add_signature (blocks);
      g_auto (Body) body = open_body (blocks);

      g_test_message ("%u lines above, %u times", rows[i].above, rows[i].times);
      g_assert_cmpuint (count (&body, "/w:document/w:body/w:p[w:pPr/w:keepNext]"), ==, rows[i].kept);
    }
}

/* Up to half a page all stand beside the signatures, on one page; of more, those that find no room there may go
 * overleaf. */
static void
test_many_recipients (void)
{
  static const guint lists[] = { 2, 24, 30, 60, 140 };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *blocks = new_blocks ();

      add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Đầu");
      add_signature_to (blocks, lists[i]);
      g_auto (Body) body = open_body (blocks);

      g_test_message ("%u recipients", lists[i]);
      g_assert_cmpuint (count (&body, "//w:tr[w:trPr/w:cantSplit]"), ==, 1);
      assert_string (&body, "string(//w:tc[1]/w:p[1])", "Nơi nhận:");
      assert_string (&body, "string(//w:tc[2]/w:p[last()])", "Nguyễn Văn An");
      g_assert_cmpuint (count (&body, "//w:p[w:pPr/w:pStyle/@w:val='DanhSachNoiNhan']"), ==, lists[i]);
      assert_string (&body, "string((//w:p[w:pPr/w:pStyle/@w:val='DanhSachNoiNhan'])[last()])", "- Lưu: VT.");
      assert_string (&body, "count(//w:tc[1]/w:p) < 26", "true");
      g_assert_cmpint (count (&body, "//w:body/w:p[w:pPr/w:pStyle/@w:val='DanhSachNoiNhan']") > 0, ==, lists[i] > 24);
      /* Five go overleaf together, below the others and as wide. */
      g_assert_cmpuint (count (&body, "//w:tbl/following-sibling::w:p[w:pPr/w:keepNext]"), ==, lists[i] > 24 ? 4 : 0);
      assert_string (&body, "count(//w:body/w:p[w:pPr/w:pStyle/@w:val='DanhSachNoiNhan' and not(w:pPr/w:ind/@w:right > 4000)])", "0");
    }
}

/* On a page on its side, too, the recipients have their share of its width. */
static void
test_signature_on_side (void)
{
  for (guint landscape = 0; landscape < 2; landscape++)
    {
      GPtrArray *blocks = new_blocks ();

      g_ptr_array_add (blocks, trinh_block_new_table ("bm1", landscape > 0, make_table (2, "Cuối")));
      add_signature (blocks);
      ((TrinhBlock *) g_ptr_array_index (blocks, 1))->landscape = landscape > 0;
      g_auto (Body) body = open_body (blocks);

      g_assert_cmpuint (count (&body, "//w:sectPr/w:pgSz[@w:orient='landscape']"), ==, landscape);
      assert_string (&body, "sum(//w:tbl[2]//w:gridCol/@w:w) = //w:tbl[1]/w:tblPr/w:tblW/@w:w", "true");
      /* A title as short as this leaves them as much as they may have. */
      assert_string (&body, "round(100 * //w:tbl[2]//w:gridCol[1]/@w:w div sum(//w:tbl[2]//w:gridCol/@w:w))", "46");
    }
}

/* A table at the end of the text and the signature are two tables. */
static void
test_neighbours (void)
{
  GPtrArray *blocks = new_blocks ();

  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, make_table (2, "Cuối")));
  add_signature (blocks);
  g_auto (Body) body = open_body (blocks);

  g_assert_cmpuint (count (&body, "//w:tbl[following-sibling::*[1][self::w:tbl]]"), ==, 0);
  g_assert_cmpuint (count (&body, "//w:tbl[1]/w:tr[last()]//w:keepNext"), ==, 4);
  g_assert_cmpuint (count (&body, "//w:body/w:tbl[2]/following-sibling::w:p"), ==, 1);
}

/* Letters that XML has no place for, a word without an end, a label longer than a page, 500 rows, no columns */
static void
test_bad (void)
{
  GPtrArray *blocks = new_blocks ();
  g_autofree char *word = g_strnfill (2000, 'x');
  g_autofree char *label = g_strnfill (20000, 'a');

  for (guint i = 7; i < 20000; i += 8)
    label[i] = ' ';
  add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "a\001\b<&>\"\357\277\276b");
  add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, word);
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, make_table (500, "Hàng")));
  g_ptr_array_add (blocks, trinh_block_new_table ("bm2", FALSE, make_table (1, label)));
  g_ptr_array_add (blocks, trinh_block_new_table ("bm3", FALSE, trinh_table_new ()));
  g_auto (Body) body = open_body (blocks);

  assert_string (&body, "string(//w:p[1])", "a  <&>\" b");
  g_assert_cmpuint (count (&body, "//w:tbl"), ==, 2);
  g_assert_cmpuint (count (&body, "//w:tbl[1]/w:tr"), ==, 502);
  /* Higher than half a page, it may go over two. */
  g_assert_cmpuint (count (&body, "//w:tbl[2]/w:tr[3]/w:trPr/w:cantSplit"), ==, 0);
  g_assert_cmpuint (count (&body, "//w:tbl[2]/w:tr[3]//w:vAlign"), ==, 0);
}

static GPtrArray *
make_blocks (void)
{
  GPtrArray *blocks = new_blocks ();

  add_text (blocks, TRINH_BLOCK_TYPE_PARAGRAPH, "Một");
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", FALSE, make_table (4, "Hàng")));
  add_signature (blocks);

  return blocks;
}

static void
test_same (void)
{
  g_autoptr (GBytes) one = render (make_blocks ());
  g_autoptr (GBytes) two = NULL;

  g_usleep (G_USEC_PER_SEC * 2.1); /* a zip's clock goes in steps of two seconds */
  two = render (make_blocks ());
  g_assert_true (g_bytes_equal (one, two));
}

static void
cancel_cb (guint done,
           guint total,
           gpointer user_data)
{
  g_assert_cmpuint (total, ==, 3);
  if (done == 1)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (TrinhDocument) document = trinh_document_new_for_blocks (make_blocks ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (trinh_docx_render (document, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/docx/empty", test_empty);
  g_test_add_func ("/docx/text", test_text);
  g_test_add_func ("/docx/numbers", test_numbers);
  g_test_add_func ("/docx/numbers-in-tables", test_numbers_in_tables);
  g_test_add_func ("/docx/headings", test_headings);
  g_test_add_func ("/docx/table", test_table);
  g_test_add_func ("/docx/rows", test_rows);
  g_test_add_func ("/docx/wide-table", test_wide_table);
  g_test_add_func ("/docx/tall-head", test_tall_head);
  g_test_add_func ("/docx/sections", test_sections);
  g_test_add_func ("/docx/signature", test_signature);
  g_test_add_func ("/docx/long-last-paragraph", test_long_last_paragraph);
  g_test_add_func ("/docx/many-recipients", test_many_recipients);
  g_test_add_func ("/docx/signature-on-side", test_signature_on_side);
  g_test_add_func ("/docx/neighbours", test_neighbours);
  g_test_add_func ("/docx/bad", test_bad);
  g_test_add_func ("/docx/same", test_same);
  g_test_add_func ("/docx/cancel", test_cancel);

  return g_test_run ();
}
