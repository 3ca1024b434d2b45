/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* From a printed paragraph back to the signs that it came from */

#include "config.h"

#include "trinh-letters.h"
#include "trinh-markup.h"

static gboolean
has_mark (const TrinhMarkupBlock *block)
{
  return block->kind != TRINH_BLOCK_PARAGRAPH && block->kind != TRINH_BLOCK_RUN_IN;
}

/* The paragraphs of a line, less those that were looked for before it */
static gboolean
find_in_block (const TrinhMarkupBlock *block,
               guint *position,
               guint *start)
{
  gboolean printed = has_mark (block);

  *start = block->start;
  for (guint i = 0; i < block->spans->len; i++)
    {
      const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, i);

      if (span->kind != TRINH_SPAN_TABLE)
        {
          printed = printed || span->kind != TRINH_SPAN_TEXT || !trinh_letters_is_blank (span->text, -1);
          continue;
        }
      if (printed && (*position)-- == 0)
        return TRUE;
      *start = span->end;
      printed = FALSE;
    }
  return printed && (*position)-- == 0;
}

guint
trinh_markup_find_paragraph (TrinhMarkup *self,
                             guint position)
{
  const guint n = trinh_markup_get_n_blocks (self);
  guint start = 0;

  for (guint i = 0; i < n; i++)
    if (find_in_block (trinh_markup_get_block (self, i), &position, &start))
      return start;
  return n > 0 ? trinh_markup_get_block (self, n - 1)->end : 0;
}
