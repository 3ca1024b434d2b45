/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* The marks of lists are numbered paragraphs, so that the next item gets its own. Letters are text as printed:
 * Word has no order with đ in it. */
GBytes *
_trinh_docx_make_numbering (void)
{
  static const char *const marks[] = { "-", "+", "*" };
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "w:numbering", "xmlns:w", TRINH_DOCX_NAMESPACE, NULL);
  _trinh_docx_begin (part, "w:abstractNum", "w:abstractNumId", "0", NULL);
  _trinh_docx_put (part, "w:multiLevelType", "w:val", "hybridMultilevel", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      _trinh_docx_begin (part, "w:lvl", NULL);
      _trinh_docx_add_number (part, "w:ilvl", (int) i);
      _trinh_docx_put (part, "w:start", "w:val", "1", NULL);
      _trinh_docx_put (part, "w:numFmt", "w:val", "bullet", NULL);
      _trinh_docx_put (part, "w:suff", "w:val", "space", NULL);
      _trinh_docx_put (part, "w:lvlText", "w:val", marks[i], NULL);
      _trinh_docx_put (part, "w:lvlJc", "w:val", "left", NULL);
      _trinh_docx_begin (part, "w:pPr", NULL);
      _trinh_docx_begin (part, "w:ind", "w:left", "0", NULL);
      _trinh_docx_add_number (part, "w:firstLine", TRINH_DOCX_TWIPS (trinh_layout_settings_get ()->first_line));
      _trinh_docx_end (part);
      _trinh_docx_end (part);
      _trinh_docx_begin (part, "w:rPr", NULL);
      _trinh_docx_put (part, "w:rFonts", "w:ascii", "Times New Roman", "w:hAnsi", "Times New Roman", "w:cs", "Times New Roman", NULL);
      _trinh_docx_end (part);
      _trinh_docx_end (part);
    }
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "w:num", "w:numId", "1", NULL);
  _trinh_docx_put (part, "w:abstractNumId", "w:val", "0", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

/* Mode 15 is Word 2013 and later: the border of a table, not the text in it, stands at the margin. */
GBytes *
_trinh_docx_make_settings (void)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "w:settings", "xmlns:w", TRINH_DOCX_NAMESPACE, NULL);
  _trinh_docx_put (part, "w:zoom", "w:percent", "100", NULL);
  _trinh_docx_put (part, "w:defaultTabStop", "w:val", "720", NULL);
  _trinh_docx_put (part, "w:characterSpacingControl", "w:val", "doNotCompress", NULL);
  _trinh_docx_begin (part, "w:compat", NULL);
  _trinh_docx_put (part, "w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  _trinh_docx_end (part);
  _trinh_docx_put (part, "w:themeFontLang", "w:val", "vi-VN", NULL);
  _trinh_docx_put (part, "w:decimalSymbol", "w:val", ",", NULL);
  _trinh_docx_put (part, "w:listSeparator", "w:val", ";", NULL);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

GBytes *
_trinh_docx_make_fonts (void)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "w:fonts", "xmlns:w", TRINH_DOCX_NAMESPACE, NULL);
  _trinh_docx_begin (part, "w:font", "w:name", "Times New Roman", NULL);
  _trinh_docx_put (part, "w:altName", "w:val", "Liberation Serif", NULL);
  _trinh_docx_put (part, "w:panose1", "w:val", "02020603050405020304", NULL);
  _trinh_docx_put (part, "w:charset", "w:val", "00", NULL);
  _trinh_docx_put (part, "w:family", "w:val", "roman", NULL);
  _trinh_docx_put (part, "w:pitch", "w:val", "variable", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}

static void
write_field_mark (TrinhDocxPart *part,
                  const char *type)
{
  _trinh_docx_begin (part, "w:r", NULL);
  _trinh_docx_put (part, "w:fldChar", "w:fldCharType", type, NULL);
  _trinh_docx_end (part);
}

static void
write_page_number (TrinhDocxPart *part)
{
  write_field_mark (part, "begin");
  _trinh_docx_begin (part, "w:r", NULL);
  _trinh_docx_begin (part, "w:instrText", "xml:space", "preserve", NULL);
  _trinh_docx_add_letters (part, " PAGE ");
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  write_field_mark (part, "separate");
  _trinh_docx_begin (part, "w:r", NULL);
  _trinh_docx_put_letters (part, "w:t", "2");
  _trinh_docx_end (part);
  write_field_mark (part, "end");
}

GBytes *
_trinh_docx_make_page_header (gboolean numbered,
                              gboolean draft)
{
  g_autoptr (TrinhDocxPart) part = _trinh_docx_part_new ();

  _trinh_docx_begin (part, "w:hdr", "xmlns:w", TRINH_DOCX_NAMESPACE, "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office", NULL);
  _trinh_docx_begin (part, "w:p", NULL);
  _trinh_docx_begin (part, "w:pPr", NULL);
  _trinh_docx_put (part, "w:pStyle", "w:val", TRINH_DOCX_PAGE_NUMBER, NULL);
  _trinh_docx_end (part);
  if (numbered)
    write_page_number (part);
  if (draft)
    _trinh_docx_write_draft_mark (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);

  return _trinh_docx_part_end (part);
}
