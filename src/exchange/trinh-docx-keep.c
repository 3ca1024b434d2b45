/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What stays with the next paragraph */

#include "config.h"

#include "trinh-docx-private.h"
#include "trinh-pages.h"

/* LibreOffice moves a paragraph that stays with the next whole, Word its last two lines alone. So many may be moved. */
#define SHORT_LINES 6
/* Lines end elsewhere in other programs. With so many of the text on the second page, and two more on each that follows,
 * two stand there with the signature in every program. */
#define SURE_LINES 5

static guint
count_lines (TrinhDocx *self,
             const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;

  return block->text != NULL ? trinh_measure_lines (self->measure, block->text, settings->body, settings->first_line, _trinh_docx_get_width (self)) : 0;
}

static gboolean
is_one_line (TrinhDocx *self,
             const TrinhBlock *block)
{
  return block->text != NULL && count_lines (self, block) < 2;
}

/* The signature takes two lines of the text with it: the last paragraph, and where that is one line the one before. */
gboolean
_trinh_docx_goes_with_signature (TrinhDocx *self,
                                 GPtrArray *blocks,
                                 guint position)
{
  const TrinhBlock *next = position + 1 < blocks->len ? g_ptr_array_index (blocks, position + 1) : NULL;
  const TrinhBlock *second = position + 2 < blocks->len ? g_ptr_array_index (blocks, position + 2) : NULL;

  if (next == NULL)
    return FALSE;
  if (next->type == TRINH_BLOCK_TYPE_SIGNATURE)
    return TRUE;

  return second != NULL && second->type == TRINH_BLOCK_TYPE_SIGNATURE && is_one_line (self, next);
}

static gboolean
is_signature (const TrinhBox *box)
{
  static const char *const roles[] = { "recipients-head", "recipients", "capacity", "signatory-title", "signature", "signatory-name", NULL };

  return g_strv_contains (roles, box->role);
}

static gboolean
is_text (const TrinhBox *box)
{
  static const char *const roles[] = { "heading-1", "heading-2", "heading-3", "heading-4", "run-in", "paragraph", "list-item", NULL };

  return g_strv_contains (roles, box->role);
}

/* What stands on the page of the signature */
typedef struct
{
  guint page;
  gboolean begun; /* its first text began on the page before */
  guint n_lines;  /* of the text */
  double line;    /* height of one */
  double bottom;  /* of the signature */
} LastPage;

static guint
find_page (GPtrArray *boxes)
{
  guint i = 0;

  while (i < boxes->len && !is_signature (g_ptr_array_index (boxes, i)))
    i++;

  return i < boxes->len ? ((const TrinhBox *) g_ptr_array_index (boxes, i))->page : 0;
}

static void
add_text (LastPage *last,
          const TrinhBox *box)
{
  if (last->n_lines == 0)
    last->begun = box->continued;
  last->n_lines += box->lines->len;
  for (guint i = 0; i < box->lines->len; i++)
    last->line = MAX (last->line, g_array_index (box->lines, TrinhLine, i).height);
}

static LastPage
read_last_page (TrinhPages *pages)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  LastPage last = { .page = find_page (boxes) };

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (box->page == last.page && is_text (box))
        add_text (&last, box);
      else if (box->page == last.page && is_signature (box))
        last.bottom = MAX (last.bottom, box->y + box->height);
    }

  return last;
}

/* Our pages break a paragraph of @n_lines, and more of it than the signature takes with it stands on the last. One that
 * is higher than a page LibreOffice breaks in any case, and does not keep. */
static gboolean
breaks_by_itself (TrinhDocx *self,
                  TrinhPages *pages,
                  guint n_lines)
{
  const LastPage last = read_last_page (pages);
  const double height = _trinh_docx_get_height (self);
  const guint sure = n_lines * last.line > height ? SURE_LINES : SURE_LINES + 2 * last.page - 2;

  return last.begun && last.n_lines >= sure && last.bottom + last.line <= self->settings->top + height;
}

/* A long paragraph is tied where it has to be: not where pages would end in it without that, too. */
static gboolean
needs_tie (TrinhDocx *self,
           const TrinhBlock *block)
{
  const guint n_lines = count_lines (self, block);
  g_autoptr (TrinhPages) pages = n_lines > SHORT_LINES ? trinh_pages_new (self->document, NULL, NULL, NULL, NULL) : NULL;

  return pages == NULL || !breaks_by_itself (self, pages, n_lines);
}

TrinhDocxKeep
_trinh_docx_find_keep (TrinhDocx *self,
                       GPtrArray *blocks,
                       guint position)
{
  const TrinhBlock *block = g_ptr_array_index (blocks, position);
  const TrinhBlock *next = position + 1 < blocks->len ? g_ptr_array_index (blocks, position + 1) : NULL;
  const gboolean heading = block->type == TRINH_BLOCK_TYPE_HEADING || block->type == TRINH_BLOCK_TYPE_RUN_IN;

  if (_trinh_docx_goes_with_signature (self, blocks, position))
    return needs_tie (self, block) ? TRINH_DOCX_KEEP_NEXT : TRINH_DOCX_KEEP_AS_STYLE;

  /* A heading holds on to what it is the heading of, not to the next one of its kind. */
  return heading && (next == NULL || !trinh_block_belongs_to (next, block)) ? TRINH_DOCX_KEEP_NOT : TRINH_DOCX_KEEP_AS_STYLE;
}
