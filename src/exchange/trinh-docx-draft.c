/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* The shape that Word's own watermarks are made of: text along a straight line */
#define SHAPE_TYPE "_x0000_t136"
#define STYLE "position:absolute;margin-left:0;margin-top:0;width:430pt;height:108pt;rotation:305;z-index:-251658752;" \
              "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"                                \
              "mso-position-vertical:center;mso-position-vertical-relative:margin"

static void
write_shape_type (TrinhDocxPart *part)
{
  static const char *const formulas[] = {
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
  };

  _trinh_docx_begin (part, "v:shapetype", "id", SHAPE_TYPE, "coordsize", "21600,21600", "o:spt", "136", "adj", "10800", "path", "m@7,l@8,m@5,21600l@6,21600e", NULL);
  _trinh_docx_begin (part, "v:formulas", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    _trinh_docx_put (part, "v:f", "eqn", formulas[i], NULL);
  _trinh_docx_end (part);
  _trinh_docx_put (part, "v:path", "textpathok", "t", "o:connecttype", "custom", "o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800", "o:connectangles", "270,180,90,0", NULL);
  _trinh_docx_put (part, "v:textpath", "on", "t", "fitshape", "t", NULL);
  _trinh_docx_end (part);
}

void
_trinh_docx_write_draft_mark (TrinhDocxPart *part)
{
  _trinh_docx_begin (part, "w:r", NULL);
  _trinh_docx_begin (part, "w:pict", NULL);
  write_shape_type (part);
  _trinh_docx_begin (part, "v:shape", "id", "DuThao", "type", "#" SHAPE_TYPE, "style", STYLE, "o:allowincell", "f", "fillcolor", "#e0e0e0", "stroked", "f", NULL);
  _trinh_docx_put (part, "v:textpath", "style", "font-family:\"Times New Roman\";font-size:1pt;font-weight:bold", "string", TRINH_DRAFT_MARK, NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}
