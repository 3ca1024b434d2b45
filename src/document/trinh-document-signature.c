/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"

void
trinh_document_builder_add_signature (TrinhDocumentBuilder *self)
{
  g_auto (GStrv) recipients = trinh_document_format_list (trinh_report_get_recipients (self->report));
  TrinhBlock *block = trinh_block_new_signature ((const char *const *) recipients);
  const TrinhBlock *above = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;

  /* Never alone on a page: where the text ends on one that lies on its side, it is signed there. */
  block->landscape = above != NULL && above->landscape;

  for (guint i = 0; i < trinh_report_get_n_signatories (self->report); i++)
    {
      const TrinhSignatory *signatory = trinh_report_get_signatory (self->report, i);
      g_auto (GStrv) capacity = trinh_document_format_lines ((const char *const *) signatory->capacity);

      trinh_block_add_signer (block, (const char *const *) capacity, signatory->title, signatory->name);
    }
  g_ptr_array_add (self->blocks, block);
}
