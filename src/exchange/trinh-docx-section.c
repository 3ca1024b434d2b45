/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

double
_trinh_docx_get_width (TrinhDocx *self)
{
  const TrinhLayoutSettings *page = self->settings;

  return (self->landscape ? page->page_height : page->page_width) - page->left - page->right;
}

double
_trinh_docx_get_height (TrinhDocx *self)
{
  const TrinhLayoutSettings *page = self->settings;

  return (self->landscape ? page->page_width : page->page_height) - page->top - page->bottom;
}

static void
write_page (TrinhDocx *self)
{
  const TrinhLayoutSettings *page = self->settings;
  const int width = TRINH_DOCX_TWIPS (page->page_width);
  const int height = TRINH_DOCX_TWIPS (page->page_height);
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:pgSz", NULL);
  _trinh_docx_add_number (part, "w:w", self->landscape ? height : width);
  _trinh_docx_add_number (part, "w:h", self->landscape ? width : height);
  if (self->landscape)
    _trinh_docx_add_attribute (part, "w:orient", "landscape");
  _trinh_docx_end (part);
  _trinh_docx_begin (part, "w:pgMar", NULL);
  _trinh_docx_add_number (part, "w:top", TRINH_DOCX_TWIPS (page->top));
  _trinh_docx_add_number (part, "w:right", TRINH_DOCX_TWIPS (page->right));
  _trinh_docx_add_number (part, "w:bottom", TRINH_DOCX_TWIPS (page->bottom));
  _trinh_docx_add_number (part, "w:left", TRINH_DOCX_TWIPS (page->left));
  /* The number stands in the middle of the top margin. */
  _trinh_docx_add_number (part, "w:header", TRINH_DOCX_TWIPS ((page->top - page->page_number * 1.15) / 2));
  _trinh_docx_add_number (part, "w:footer", TRINH_DOCX_TWIPS (page->bottom / 2));
  _trinh_docx_add_number (part, "w:gutter", 0);
  _trinh_docx_end (part);
}

/* In the order of the schema's CT_SectPr */
void
_trinh_docx_write_section (TrinhDocx *self)
{
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:sectPr", NULL);
  _trinh_docx_put (part, "w:headerReference", "w:type", "default", "r:id", "rId5", NULL);
  _trinh_docx_put (part, "w:headerReference", "w:type", "first", "r:id", "rId6", NULL);
  _trinh_docx_put (part, "w:type", "w:val", "nextPage", NULL);
  write_page (self);
  if (self->restart)
    _trinh_docx_put (part, "w:pgNumType", "w:start", "1", NULL);
  _trinh_docx_put (part, "w:cols", "w:space", "720", NULL);
  if (self->restart)
    _trinh_docx_put (part, "w:titlePg", NULL);
  _trinh_docx_end (part);
}

static void
end_section (TrinhDocx *self)
{
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:p", NULL);
  _trinh_docx_begin (part, "w:pPr", NULL);
  _trinh_docx_put (part, "w:pStyle", "w:val", TRINH_DOCX_GAP, NULL);
  _trinh_docx_write_section (self);
  _trinh_docx_end (part);
  _trinh_docx_end (part);
  self->after_table = FALSE;
}

void
_trinh_docx_turn_page (TrinhDocx *self,
                       const TrinhBlock *block)
{
  const gboolean restart = block->type == TRINH_BLOCK_TYPE_ANNEX;

  if (!restart && block->landscape == self->landscape)
    return;
  end_section (self);
  self->landscape = block->landscape;
  self->restart = restart;
}
