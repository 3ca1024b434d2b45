/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* Points between the office's block and the motto's */
#define BETWEEN 6

typedef struct
{
  TrinhDocx *docx;
  const TrinhHeaderBlock *header;
  double edges[3];
} Frame;

static void
begin_row (const Frame *self)
{
  _trinh_docx_begin (self->docx->part, "w:tr", NULL);
  _trinh_docx_begin (self->docx->part, "w:trPr", NULL);
  _trinh_docx_put (self->docx->part, "w:cantSplit", NULL);
  _trinh_docx_end (self->docx->part);
}

static void
begin_cell (const Frame *self,
            guint column)
{
  const TrinhDocxCell cell = {
    .width = TRINH_DOCX_TWIPS (self->edges[column + 1]) - TRINH_DOCX_TWIPS (self->edges[column]),
    .right = column == 0 ? BETWEEN : 0,
    .no_wrap = column == 1,
  };

  _trinh_docx_begin_cell (self->docx, &cell);
}

static void
add_office (const Frame *self)
{
  TrinhDocx *docx = self->docx;
  const double room = self->edges[1] - BETWEEN;
  double widest = 0;

  begin_cell (self, 0);
  if (self->header->superior != NULL)
    _trinh_docx_add_line (docx, TRINH_DOCX_SUPERIOR, self->header->superior);
  for (guint i = 0; self->header->office[i] != NULL; i++)
    {
      _trinh_docx_add_line (docx, TRINH_DOCX_OFFICE, self->header->office[i]);
      widest = MAX (widest, trinh_measure_text (docx->measure, self->header->office[i], docx->settings->office, TRUE, room));
    }
  if (widest > 0)
    _trinh_docx_add_rule (docx, widest * docx->settings->rule_part, room);
  else
    _trinh_docx_add_gap (docx, FALSE);
  _trinh_docx_end (docx->part);
}

static void
add_motto (const Frame *self)
{
  TrinhDocx *docx = self->docx;
  const TrinhLayoutSettings *settings = docx->settings;

  begin_cell (self, 1);
  _trinh_docx_add_line (docx, TRINH_DOCX_COUNTRY, TRINH_COUNTRY);
  _trinh_docx_add_line (docx, TRINH_DOCX_MOTTO, TRINH_MOTTO);
  _trinh_docx_add_rule (docx, trinh_measure_text (docx->measure, TRINH_MOTTO, settings->motto, TRUE, -1), self->edges[2] - self->edges[1]);
  _trinh_docx_end (docx->part);
}

/* As on our pages; 0: the style's own */
static double
choose_date_size (const Frame *self)
{
  const double size = trinh_measure_date_size (self->docx->measure, self->header);

  return size < self->docx->settings->date ? size : 0;
}

static void
add_number_and_date (const Frame *self)
{
  TrinhDocx *docx = self->docx;
  const TrinhLayoutSettings *settings = docx->settings;
  const TrinhDocxParagraph date = { .style = TRINH_DOCX_DATE };
  /* On one line with the larger date */
  const TrinhDocxParagraph number = {
    .style = TRINH_DOCX_NUMBER,
    .before = 5 + trinh_measure_ascent (docx->measure, settings->date) - trinh_measure_ascent (docx->measure, settings->number),
  };

  begin_cell (self, 0);
  _trinh_docx_begin_paragraph (docx, &number);
  _trinh_docx_add_run (docx, self->header->number, 0);
  _trinh_docx_end_paragraph (docx);
  _trinh_docx_end (docx->part);
  begin_cell (self, 1);
  _trinh_docx_begin_paragraph (docx, &date);
  _trinh_docx_add_run (docx, self->header->date, choose_date_size (self));
  _trinh_docx_end_paragraph (docx);
  _trinh_docx_end (docx->part);
}

void
_trinh_docx_add_header (TrinhDocx *self,
                        const TrinhBlock *block)
{
  const double width = _trinh_docx_get_width (self);
  const double right = trinh_measure_header_right (self->measure, block->header);
  const Frame frame = { .docx = self, .header = block->header, .edges = { 0, width - right, width } };

  _trinh_docx_begin_table (self, TRINH_DOCX_FRAME, frame.edges, 2);
  begin_row (&frame);
  add_office (&frame);
  add_motto (&frame);
  _trinh_docx_end (self->part);
  begin_row (&frame);
  add_number_and_date (&frame);
  _trinh_docx_end (self->part);
  _trinh_docx_end_table (self);
}
