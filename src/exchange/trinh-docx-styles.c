/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* Lines of the body: times a line as Word measures it, in 240ths. Word's line of this font is higher
 * than Pango's by the gap between lines (1.149 to 1.107), so the factor is smaller than the layouter's. */
#define WORD_LINE 1.149
#define PANGO_LINE 1.107
/* So that a table of many rows has as many pages here as there */
#define TABLE_LINES (PANGO_LINE / WORD_LINE)

/**
 * Style:
 * @next: (nullable): of the paragraph after it, as it is typed
 * @size: points
 * @before: points above
 * @after: points below
 * @first_line: points
 * @spacing: lines
 * @level: 1 to 4 in the outline, 0 none
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *based_on;
  const char *next;
  double size;
  gboolean bold;
  gboolean italic;
  const char *align;
  double before;
  double after;
  double first_line;
  double spacing;
  guint level;
  gboolean keep_next;
} Style;

static void
write_paragraph_properties (TrinhDocxPart *part,
                            const Style *style)
{
  _trinh_docx_begin (part, "w:pPr", NULL);
  if (style->keep_next)
    {
      _trinh_docx_put (part, "w:keepNext", NULL);
      _trinh_docx_put (part, "w:keepLines", NULL);
    }
  _trinh_docx_begin (part, "w:spacing", NULL);
  _trinh_docx_add_number (part, "w:before", TRINH_DOCX_TWIPS (style->before));
  _trinh_docx_add_number (part, "w:after", TRINH_DOCX_TWIPS (style->after));
  _trinh_docx_add_number (part, "w:line", (int) lround (240 * style->spacing));
  _trinh_docx_add_attribute (part, "w:lineRule", "auto");
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "w:ind", NULL);
  _trinh_docx_add_number (part, "w:firstLine", TRINH_DOCX_TWIPS (style->first_line));
  _trinh_docx_end (part);
  _trinh_docx_put (part, "w:jc", "w:val", style->align, NULL);
  if (style->level > 0)
    _trinh_docx_put_number (part, "w:outlineLvl", (int) style->level - 1);
  _trinh_docx_end (part);
}

static void
write_run_properties (TrinhDocxPart *part,
                      const Style *style)
{
  const char *bold = style->bold ? "1" : "0";
  const char *italic = style->italic ? "1" : "0";

  _trinh_docx_begin (part, "w:rPr", NULL);
  _trinh_docx_put (part, "w:b", "w:val", bold, NULL);
  _trinh_docx_put (part, "w:bCs", "w:val", bold, NULL);
  _trinh_docx_put (part, "w:i", "w:val", italic, NULL);
  _trinh_docx_put (part, "w:iCs", "w:val", italic, NULL);
  _trinh_docx_put_number (part, "w:sz", TRINH_DOCX_HALF_POINTS (style->size));
  _trinh_docx_put_number (part, "w:szCs", TRINH_DOCX_HALF_POINTS (style->size));
  _trinh_docx_end (part);
}

static void
begin_style (TrinhDocxPart *part,
             const char *type,
             const char *id,
             const char *name,
             gboolean ours)
{
  _trinh_docx_begin (part, "w:style", "w:type", type, "w:styleId", id, NULL);
  if (ours)
    _trinh_docx_add_attribute (part, "w:customStyle", "1");
  _trinh_docx_put (part, "w:name", "w:val", name, NULL);
}

/* Word knows its own styles by these names, in whatever language it shows them. */
static gboolean
is_ours (const Style *style)
{
  static const char *const known[] = { "Title", "Subtitle", "Body Text", "List Paragraph", "caption", "header", "heading 1", "heading 2", "heading 3", "heading 4", NULL };

  return !g_strv_contains (known, style->name);
}

static void
write_style (TrinhDocxPart *part,
             const Style *style)
{
  begin_style (part, "paragraph", style->id, style->name, is_ours (style));
  _trinh_docx_put (part, "w:basedOn", "w:val", style->based_on != NULL ? style->based_on : "Normal", NULL);
  if (style->next != NULL)
    _trinh_docx_put (part, "w:next", "w:val", style->next, NULL);
  _trinh_docx_put (part, "w:qFormat", NULL);
  write_paragraph_properties (part, style);
  write_run_properties (part, style);
  _trinh_docx_end (part);
}

static void
write_body_styles (TrinhDocxPart *part,
                   const TrinhLayoutSettings *page)
{
  const double line = page->line_spacing * PANGO_LINE / WORD_LINE;
  const double space = page->paragraph_space;
  const double first = page->first_line;
  const Style styles[] = {
    { "Heading1", "heading 1", NULL, TRINH_DOCX_BODY, page->heading, TRUE, FALSE, "both", space, 0, first, line, 1, TRUE },
    { "Heading2", "heading 2", NULL, TRINH_DOCX_BODY, page->heading, TRUE, FALSE, "both", space, 0, first, line, 2, TRUE },
    { "Heading3", "heading 3", NULL, TRINH_DOCX_BODY, page->heading, TRUE, TRUE, "both", space, 0, first, line, 3, TRUE },
    { "Heading4", "heading 4", NULL, TRINH_DOCX_BODY, page->heading, FALSE, FALSE, "both", space, 0, first, line, 4, TRUE },
    { TRINH_DOCX_BODY, "Body Text", NULL, NULL, page->body, FALSE, FALSE, "both", space, 0, first, line, 0, FALSE },
    { TRINH_DOCX_LIST, "List Paragraph", NULL, NULL, page->body, FALSE, FALSE, "both", space, 0, first, line, 0, FALSE },
    { TRINH_DOCX_RUN_IN, "Đề mục không số", NULL, TRINH_DOCX_BODY, page->body, TRUE, TRUE, "both", space, 0, first, line, 0, TRUE },
    { TRINH_DOCX_PAGE_NUMBER, "header", NULL, NULL, page->page_number, FALSE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (part, &styles[i]);
}

static void
write_head_styles (TrinhDocxPart *part,
                   const TrinhLayoutSettings *page)
{
  const Style styles[] = {
    { TRINH_DOCX_COUNTRY, "Quốc hiệu", NULL, TRINH_DOCX_MOTTO, page->motto_country, TRUE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_MOTTO, "Tiêu ngữ", NULL, NULL, page->motto, TRUE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_SUPERIOR, "Cơ quan chủ quản", NULL, TRINH_DOCX_OFFICE, page->office, FALSE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_OFFICE, "Cơ quan ban hành", NULL, NULL, page->office, TRUE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_NUMBER, "Số và ký hiệu", NULL, NULL, page->number, FALSE, FALSE, "center", 5, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_DATE, "Địa danh và ngày tháng", NULL, NULL, page->date, FALSE, TRUE, "center", 5, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_KIND, "Title", NULL, TRINH_DOCX_SUBJECT, page->heading, TRUE, FALSE, "center", 18, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_SUBJECT, "Subtitle", NULL, TRINH_DOCX_BODY, page->heading, TRUE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_ADDRESSEE, "Kính gửi", NULL, TRINH_DOCX_BODY, page->body, FALSE, FALSE, "center", TRINH_DOCX_ABOVE_ADDRESSEES, 2 * page->paragraph_space, 0, 1, 0, FALSE },
    { TRINH_DOCX_ADDRESSEES, "Kính gửi nhiều nơi", NULL, NULL, page->body, FALSE, FALSE, "left", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_RECIPIENTS_HEAD, "Nơi nhận", NULL, TRINH_DOCX_RECIPIENTS, page->recipients_head, TRUE, TRUE, "left", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_RECIPIENTS, "Danh sách nơi nhận", NULL, NULL, page->recipients, FALSE, FALSE, "left", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_CAPACITY, "Quyền hạn và chức vụ người ký", NULL, TRINH_DOCX_NAME, page->signatory, TRUE, FALSE, "center", 0, 0, 0, 1, 0, FALSE },
    { TRINH_DOCX_NAME, "Họ tên người ký", NULL, NULL, page->signatory, TRUE, FALSE, "center", page->signature_space, 0, 0, 1, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (part, &styles[i]);
}

static void
write_annex_styles (TrinhDocxPart *part,
                    const TrinhLayoutSettings *page)
{
  const Style styles[] = {
    { TRINH_DOCX_ANNEX, "Phụ lục", NULL, TRINH_DOCX_ANNEX_TITLE, page->annex_label, TRUE, FALSE, "center", 0, 0, 0, 1, 1, TRUE },
    { TRINH_DOCX_ANNEX_TITLE, "Tên phụ lục", NULL, TRINH_DOCX_ANNEX_NOTE, page->annex_label, TRUE, FALSE, "center", 0, 0, 0, 1, 0, TRUE },
    { TRINH_DOCX_ANNEX_NOTE, "Chú dẫn phụ lục", NULL, TRINH_DOCX_BODY, page->annex_label, FALSE, TRUE, "center", 0, 0, 0, 1, 0, TRUE },
    { TRINH_DOCX_CAPTION, "caption", NULL, TRINH_DOCX_BODY, page->heading, TRUE, FALSE, "center", 0, 0, 0, 1, 2, TRUE },
    { TRINH_DOCX_FIGURE, "Biểu đồ", NULL, NULL, page->table, FALSE, FALSE, "center", 0, 0, 0, 1, 0, TRUE },
    { TRINH_DOCX_FIGURE_UNIT, "Đơn vị tính", NULL, NULL, page->table, FALSE, TRUE, "right", 0, 0, 0, 1, 0, TRUE },
    { TRINH_DOCX_FIGURE_SOURCE, "Nguồn số liệu", NULL, NULL, page->table, FALSE, TRUE, "left", 0, 0, 0, 1, 0, TRUE },
    { TRINH_DOCX_HEAD, "Đầu bảng", NULL, NULL, page->table, TRUE, FALSE, "center", 0, 0, 0, TABLE_LINES, 0, TRUE },
    { TRINH_DOCX_CELL, "Chữ trong bảng", NULL, NULL, page->table, FALSE, FALSE, "left", 0, 0, 0, TABLE_LINES, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (part, &styles[i]);
}

/* Lines that hold nothing: as low as @twips whatever the font is */
static void
write_exact_style (TrinhDocxPart *part,
                   const char *id,
                   const char *name,
                   int before,
                   int twips)
{
  begin_style (part, "paragraph", id, name, TRUE);
  _trinh_docx_put (part, "w:basedOn", "w:val", "Normal", NULL);
  _trinh_docx_begin (part, "w:pPr", NULL);
  _trinh_docx_begin (part, "w:spacing", NULL);
  _trinh_docx_add_number (part, "w:before", before);
  _trinh_docx_add_number (part, "w:after", 0);
  _trinh_docx_add_number (part, "w:line", twips);
  _trinh_docx_add_attribute (part, "w:lineRule", "exact");
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "w:rPr", NULL);
  _trinh_docx_put (part, "w:sz", "w:val", "2", NULL);
  _trinh_docx_put (part, "w:szCs", "w:val", "2", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

static void
write_defaults (TrinhDocxPart *part,
                const TrinhLayoutSettings *page)
{
  _trinh_docx_begin (part, "w:docDefaults", NULL);
  _trinh_docx_begin (part, "w:rPrDefault", NULL);
  _trinh_docx_begin (part, "w:rPr", NULL);
  _trinh_docx_put (part, "w:rFonts", "w:ascii", "Times New Roman", "w:hAnsi", "Times New Roman", "w:eastAsia", "Times New Roman", "w:cs", "Times New Roman", NULL);
  _trinh_docx_put_number (part, "w:sz", TRINH_DOCX_HALF_POINTS (page->body));
  _trinh_docx_put_number (part, "w:szCs", TRINH_DOCX_HALF_POINTS (page->body));
  _trinh_docx_put (part, "w:lang", "w:val", "vi-VN", "w:eastAsia", "vi-VN", "w:bidi", "ar-SA", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "w:pPrDefault", NULL);
  _trinh_docx_begin (part, "w:pPr", NULL);
  _trinh_docx_put (part, "w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "auto", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

static void
write_default_style (TrinhDocxPart *part,
                     const char *type,
                     const char *id,
                     const char *name)
{
  _trinh_docx_begin (part, "w:style", "w:type", type, "w:default", "1", "w:styleId", id, NULL);
  _trinh_docx_put (part, "w:name", "w:val", name, NULL);
  if (g_str_equal (id, "Normal"))
    _trinh_docx_put (part, "w:qFormat", NULL);
  _trinh_docx_end (part);
}

static void
write_cell_margins (TrinhDocxPart *part,
                    int above,
                    int beside)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };

  _trinh_docx_begin (part, "w:tblCellMar", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      _trinh_docx_begin (part, sides[i], NULL);
      _trinh_docx_add_number (part, "w:w", i % 2 == 0 ? above : beside);
      _trinh_docx_add_attribute (part, "w:type", "dxa");
      _trinh_docx_end (part);
    }
  _trinh_docx_end (part);
}

static void
write_borders (TrinhDocxPart *part)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  _trinh_docx_begin (part, "w:tblBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    _trinh_docx_put (part, sides[i], "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000", NULL);
  _trinh_docx_end (part);
}

static void
write_table_style (TrinhDocxPart *part,
                   const char *id,
                   const char *name,
                   gboolean borders,
                   int above,
                   int beside)
{
  begin_style (part, "table", id, name, TRUE);
  _trinh_docx_put (part, "w:basedOn", "w:val", "TableNormal", NULL);
  _trinh_docx_begin (part, "w:tblPr", NULL);
  _trinh_docx_put (part, "w:tblInd", "w:w", "0", "w:type", "dxa", NULL);
  if (borders)
    write_borders (part);
  write_cell_margins (part, above, beside);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

static void
write_table_styles (TrinhDocxPart *part,
                    const TrinhLayoutSettings *page)
{
  _trinh_docx_begin (part, "w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal", NULL);
  _trinh_docx_put (part, "w:name", "w:val", "Normal Table", NULL);
  _trinh_docx_put (part, "w:uiPriority", "w:val", "99", NULL);
  _trinh_docx_put (part, "w:semiHidden", NULL);
  _trinh_docx_put (part, "w:unhideWhenUsed", NULL);
  _trinh_docx_begin (part, "w:tblPr", NULL);
  _trinh_docx_put (part, "w:tblInd", "w:w", "0", "w:type", "dxa", NULL);
  write_cell_margins (part, 0, 0);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  /* The border stands beside the padding in Word, and on its edge with us. */
  write_table_style (part, TRINH_DOCX_FIGURES, "Bảng số liệu", TRUE, TRINH_DOCX_TWIPS (page->cell_padding_y - TRINH_DOCX_BORDER / 2), TRINH_DOCX_TWIPS (page->cell_padding_x));
  write_table_style (part, TRINH_DOCX_FRAME, "Khung không viền", FALSE, 0, 0);
}

GBytes *
_trinh_docx_make_styles (void)
{
  const TrinhLayoutSettings *page = trinh_layout_settings_get ();
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "w:styles", "xmlns:w", TRINH_DOCX_NAMESPACE, NULL);
  write_defaults (part, page);
  write_default_style (part, "paragraph", "Normal", "Normal");
  write_default_style (part, "character", "DefaultParagraphFont", "Default Paragraph Font");
  write_default_style (part, "numbering", "NoList", "No List");
  write_head_styles (part, page);
  write_body_styles (part, page);
  write_annex_styles (part, page);
  write_exact_style (part, TRINH_DOCX_RULE, "Đường kẻ", 60, 40);
  write_exact_style (part, TRINH_DOCX_GAP, "Khoảng trống", 0, 20);
  write_table_styles (part, page);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}
