/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

static void
write_table_properties (TrinhDocxPart *part,
                        const char *style,
                        int width)
{
  _trinh_docx_begin (part, "w:tblPr", NULL);
  _trinh_docx_put (part, "w:tblStyle", "w:val", style, NULL);
  _trinh_docx_begin (part, "w:tblW", NULL);
  _trinh_docx_add_number (part, "w:w", width);
  _trinh_docx_add_attribute (part, "w:type", "dxa");
  _trinh_docx_end (part);
  _trinh_docx_put (part, "w:tblInd", "w:w", "0", "w:type", "dxa", NULL);
  _trinh_docx_put (part, "w:tblLayout", "w:type", "fixed", NULL);
  _trinh_docx_put (part, "w:tblLook", "w:val", "0000", "w:firstRow", "0", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1", NULL);
  _trinh_docx_end (part);
}

/* The widths add up to the table's: each edge is rounded, not each width. */
void
_trinh_docx_begin_table (TrinhDocx *self,
                         const char *style,
                         const double *edges,
                         guint n_columns)
{
  TrinhDocxPart *part = self->part;

  if (self->after_table)
    _trinh_docx_add_gap (self, TRUE);
  _trinh_docx_begin (part, "w:tbl", NULL);
  write_table_properties (part, style, TRINH_DOCX_TWIPS (edges[n_columns]));
  _trinh_docx_begin (part, "w:tblGrid", NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      _trinh_docx_begin (part, "w:gridCol", NULL);
      _trinh_docx_add_number (part, "w:w", TRINH_DOCX_TWIPS (edges[i + 1]) - TRINH_DOCX_TWIPS (edges[i]));
      _trinh_docx_end (part);
    }
  _trinh_docx_end (part);
}

void
_trinh_docx_end_table (TrinhDocx *self)
{
  _trinh_docx_end (self->part);
  self->after_table = TRUE;
}

static void
write_right_margin (TrinhDocxPart *part,
                    double points)
{
  _trinh_docx_begin (part, "w:tcMar", NULL);
  _trinh_docx_begin (part, "w:right", NULL);
  _trinh_docx_add_number (part, "w:w", TRINH_DOCX_TWIPS (points));
  _trinh_docx_add_attribute (part, "w:type", "dxa");
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

/* In the order of the schema's CT_TcPr */
void
_trinh_docx_begin_cell (TrinhDocx *self,
                        const TrinhDocxCell *cell)
{
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:tc", NULL);
  _trinh_docx_begin (part, "w:tcPr", NULL);
  _trinh_docx_begin (part, "w:tcW", NULL);
  _trinh_docx_add_number (part, "w:w", cell->width);
  _trinh_docx_add_attribute (part, "w:type", "dxa");
  _trinh_docx_end (part);
  if (cell->span > 1)
    _trinh_docx_put_number (part, "w:gridSpan", (int) cell->span);
  if (cell->merge != NULL)
    _trinh_docx_put (part, "w:vMerge", "w:val", cell->merge, NULL);
  if (cell->no_wrap)
    _trinh_docx_put (part, "w:noWrap", NULL);
  if (cell->right > 0)
    write_right_margin (part, cell->right);
  if (cell->centred)
    _trinh_docx_put (part, "w:vAlign", "w:val", "center", NULL);
  _trinh_docx_end (part);
}
