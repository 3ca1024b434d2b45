/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

static void
add_spaced_line (TrinhDocx *self,
                 const char *style,
                 double before,
                 const char *text)
{
  const TrinhDocxParagraph paragraph = { .style = style, .before = before };

  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_add_run (self, text, 0);
  _trinh_docx_end_paragraph (self);
}

static void
add_recipients (TrinhDocx *self,
                const TrinhSignatureBlock *signature,
                double above)
{
  const TrinhLayoutSettings *settings = self->settings;
  char **recipients = signature->recipients;

  if (recipients == NULL || recipients[0] == NULL)
    {
      _trinh_docx_add_gap (self, FALSE);
      return;
    }
  /* Level with the first line at the right */
  above += trinh_measure_ascent (self->measure, settings->signatory) - trinh_measure_ascent (self->measure, settings->recipients_head);
  add_spaced_line (self, TRINH_DOCX_RECIPIENTS_HEAD, above, "Nơi nhận:");
  for (guint i = 0; recipients[i] != NULL; i++)
    _trinh_docx_add_line (self, TRINH_DOCX_RECIPIENTS, recipients[i]);
}

static void
add_signer (TrinhDocx *self,
            const TrinhPrintedSignatory *signer,
            double above)
{
  for (guint i = 0; signer->capacity != NULL && signer->capacity[i] != NULL; i++)
    {
      add_spaced_line (self, TRINH_DOCX_CAPACITY, above, signer->capacity[i]);
      above = 0;
    }
  add_spaced_line (self, TRINH_DOCX_CAPACITY, above, signer->title);
  /* Without a name the line is there to be filled in. */
  _trinh_docx_add_line (self, TRINH_DOCX_NAME, signer->name);
}

static void
begin_cell (TrinhDocx *self,
            double left,
            double right)
{
  const TrinhDocxCell cell = { .width = TRINH_DOCX_TWIPS (right) - TRINH_DOCX_TWIPS (left) };

  _trinh_docx_begin_cell (self, &cell);
}

/* One row that is never split; the text before it stays with it (trinh-docx-blocks.c). */
void
_trinh_docx_add_signature (TrinhDocx *self,
                           const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;
  const TrinhSignatureBlock *signature = block->signature;
  const double width = _trinh_docx_get_width (self);
  const double edges[] = { 0, trinh_measure_recipients_width (self->measure, block, self->landscape), width };
  const double above = 2 * settings->paragraph_space;

  _trinh_docx_begin_table (self, TRINH_DOCX_FRAME, edges, 2);
  _trinh_docx_begin (self->part, "w:tr", NULL);
  _trinh_docx_begin (self->part, "w:trPr", NULL);
  _trinh_docx_put (self->part, "w:cantSplit", NULL);
  _trinh_docx_end (self->part);
  begin_cell (self, edges[0], edges[1]);
  add_recipients (self, signature, above);
  _trinh_docx_end (self->part);
  begin_cell (self, edges[1], edges[2]);
  for (guint i = 0; i < signature->signers->len; i++)
    add_signer (self, g_ptr_array_index (signature->signers, i), i == 0 ? above : settings->paragraph_space);
  if (signature->signers->len == 0)
    _trinh_docx_add_gap (self, FALSE);
  _trinh_docx_end (self->part);
  _trinh_docx_end (self->part);
  _trinh_docx_end_table (self);
}
