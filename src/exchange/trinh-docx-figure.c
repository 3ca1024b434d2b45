/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* Dots for each point: 216 to an inch */
#define SCALE 3.0
/* The unit of lengths in drawings */
#define EMU(points) ((int) lround ((points) * 12700))
#define PICTURE "http://schemas.openxmlformats.org/drawingml/2006/picture"

static void
put_extent (TrinhDocxPart *part,
            const char *element,
            double width,
            double height)
{
  _trinh_docx_begin (part, element, NULL);
  _trinh_docx_add_number (part, "cx", EMU (width));
  _trinh_docx_add_number (part, "cy", EMU (height));
  _trinh_docx_end (part);
}

/* @description: what a screen reader says */
static void
put_name (TrinhDocxPart *part,
          const char *element,
          guint number,
          const char *description)
{
  g_autofree char *name = g_strdup_printf ("Biểu đồ %u", number);

  _trinh_docx_begin (part, element, NULL);
  _trinh_docx_add_number (part, "id", (int) number);
  _trinh_docx_add_attribute (part, "name", name);
  _trinh_docx_add_attribute (part, "descr", description);
  _trinh_docx_end (part);
}

/* In the order of the schema's CT_Picture */
static void
put_picture (TrinhDocxPart *part,
             guint number,
             const char *description,
             double width,
             double height)
{
  g_autofree char *relation = g_strdup_printf (TRINH_DOCX_PICTURE_RELATION, number);

  _trinh_docx_begin (part, "pic:pic", NULL);
  _trinh_docx_begin (part, "pic:nvPicPr", NULL);
  put_name (part, "pic:cNvPr", number, description);
  _trinh_docx_put (part, "pic:cNvPicPr", NULL);
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "pic:blipFill", NULL);
  _trinh_docx_put (part, "a:blip", "r:embed", relation, NULL);
  _trinh_docx_begin (part, "a:stretch", NULL);
  _trinh_docx_put (part, "a:fillRect", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "pic:spPr", NULL);
  _trinh_docx_begin (part, "a:xfrm", NULL);
  _trinh_docx_put (part, "a:off", "x", "0", "y", "0", NULL);
  put_extent (part, "a:ext", width, height);
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "a:prstGeom", "prst", "rect", NULL);
  _trinh_docx_put (part, "a:avLst", NULL);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

static void
put_drawing (TrinhDocxPart *part,
             guint number,
             const char *description,
             double width,
             double height)
{
  _trinh_docx_begin (part, "w:drawing", NULL);
  _trinh_docx_begin (part, "wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0", NULL);
  put_extent (part, "wp:extent", width, height);
  put_name (part, "wp:docPr", number, description);
  _trinh_docx_put (part, "wp:cNvGraphicFramePr", NULL);
  _trinh_docx_begin (part, "a:graphic", NULL);
  _trinh_docx_begin (part, "a:graphicData", "uri", PICTURE, NULL);
  put_picture (part, number, description, width, height);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
}

static void
add_chart (TrinhDocx *self,
           const TrinhFigureBlock *figure)
{
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_FIGURE };
  const double width = _trinh_docx_get_width (self);
  const double height = width * (self->landscape ? self->settings->figure_landscape : self->settings->figure);
  GBytes *picture = trinh_chart_make_png (figure->chart, width, height, SCALE);

  if (picture == NULL)
    {
      self->part->failed = TRUE;
      return;
    }
  g_ptr_array_add (self->pictures, picture);
  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_begin (self->part, "w:r", NULL);
  put_drawing (self->part, self->pictures->len, figure->alternative, width, height);
  _trinh_docx_end (self->part);
  _trinh_docx_end_paragraph (self);
}

void
_trinh_docx_add_figure (TrinhDocx *self,
                        const TrinhBlock *block)
{
  _trinh_docx_add_caption (self, block);
  if (block->figure->unit != NULL)
    _trinh_docx_add_line (self, TRINH_DOCX_FIGURE_UNIT, block->figure->unit);
  add_chart (self, block->figure);
  _trinh_docx_add_line (self, TRINH_DOCX_FIGURE_SOURCE, block->figure->source);
  _trinh_docx_add_space (self, self->settings->paragraph_space);
  _trinh_docx_add_table (self, block, FALSE, TRUE);
}
