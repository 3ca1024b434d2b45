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

/* The last @n_below are left out. */
static void
add_recipients (TrinhDocx *self,
                const TrinhSignatureBlock *signature,
                double above,
                guint n_below)
{
  const TrinhLayoutSettings *settings = self->settings;
  const guint n = signature->recipients != NULL ? g_strv_length (signature->recipients) : 0;

  if (n == 0 || n < n_below)
    {
      _trinh_docx_add_gap (self, FALSE);
      return;
    }
  /* Level with the first line at the right */
  above += trinh_measure_ascent (self->measure, settings->signatory) - trinh_measure_ascent (self->measure, settings->recipients_head);
  add_spaced_line (self, TRINH_DOCX_RECIPIENTS_HEAD, above, "Nơi nhận:");
  for (guint i = 0; i + n_below < n; i++)
    _trinh_docx_add_line (self, TRINH_DOCX_RECIPIENTS, signature->recipients[i]);
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

static void
add_signers (TrinhDocx *self,
             const TrinhSignatureBlock *signature,
             double above)
{
  for (guint i = 0; i < signature->signers->len; i++)
    add_signer (self, g_ptr_array_index (signature->signers, i), i == 0 ? above : self->settings->paragraph_space);
  if (signature->signers->len == 0)
    _trinh_docx_add_gap (self, FALSE);
}

/* Never split */
static void
add_signed_row (TrinhDocx *self,
                const TrinhSignatureBlock *signature,
                const double *edges,
                guint n_below)
{
  const double above = 2 * self->settings->paragraph_space;

  _trinh_docx_begin (self->part, "w:tr", NULL);
  _trinh_docx_begin (self->part, "w:trPr", NULL);
  _trinh_docx_put (self->part, "w:cantSplit", NULL);
  _trinh_docx_end (self->part);
  begin_cell (self, edges[0], edges[1]);
  add_recipients (self, signature, above, n_below);
  _trinh_docx_end (self->part);
  begin_cell (self, edges[1], edges[2]);
  add_signers (self, signature, above);
  _trinh_docx_end (self->part);
  _trinh_docx_end (self->part);
}

/* Plain paragraphs: they go on overleaf as any text does, the last ones together. */
static void
add_below (TrinhDocx *self,
           const TrinhSignatureBlock *signature,
           double right,
           guint n_below)
{
  const guint n = g_strv_length (signature->recipients);

  if (n_below > n)
    _trinh_docx_add_line (self, TRINH_DOCX_RECIPIENTS_HEAD, "Nơi nhận:");
  for (guint i = n - MIN (n, n_below); i < n; i++)
    {
      const TrinhDocxParagraph paragraph = {
        .style = TRINH_DOCX_RECIPIENTS,
        .keep = i + 1 < n && i + self->settings->overleaf_least >= n ? TRINH_DOCX_KEEP_NEXT : TRINH_DOCX_KEEP_AS_STYLE,
        .right = right,
      };

      _trinh_docx_begin_paragraph (self, &paragraph);
      _trinh_docx_add_run (self, signature->recipients[i], 0);
      _trinh_docx_end_paragraph (self);
    }
}

/* The text before stays with it (trinh-docx-keep.c). A long list of recipients runs on below, as on our pages. */
void
_trinh_docx_add_signature (TrinhDocx *self,
                           const TrinhBlock *block)
{
  const double part = trinh_measure_recipients_width (self->measure, block, self->landscape);
  const double edges[] = { 0, part, _trinh_docx_get_width (self) };
  const guint n_below = trinh_measure_recipients_below (self->measure, block, self->landscape);

  _trinh_docx_begin_table (self, TRINH_DOCX_FRAME, edges, 2);
  add_signed_row (self, block->signature, edges, n_below);
  _trinh_docx_end_table (self);
  if (n_below > 0)
    add_below (self, block->signature, edges[2] - part, n_below);
}
