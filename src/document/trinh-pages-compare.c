/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pages-layout.h"
#include "trinh-painter.h"

/* Cells of a row stand at heights of their own: what one lets in may cut another. */
#define N_ROUNDS 3

static gboolean
is_painted (const TrinhItem *item)
{
  return item->kind == TRINH_ITEM_TEXT || item->kind == TRINH_ITEM_RULE || item->kind == TRINH_ITEM_FIGURE;
}

/* The painted items of a page; of TrinhItem* */
static GPtrArray *
list_painted (const TrinhPage *page)
{
  GPtrArray *painted = g_ptr_array_sized_new (page->items->len);

  for (guint i = 0; i < page->items->len; i++)
    if (is_painted (&g_array_index (page->items, TrinhItem, i)))
      g_ptr_array_add (painted, &g_array_index (page->items, TrinhItem, i));
  return painted;
}

static gboolean
is_near (double a,
         double b)
{
  return a - b < 1e-6 && b - a < 1e-6;
}

/* A text that is the same is the same line: pages laid out one after the other share them. */
static gboolean
looks_equal (const TrinhItem *a,
             const TrinhItem *b)
{
  return a->kind == b->kind && a->line == b->line && a->chart == b->chart && is_near (a->x, b->x) && is_near (a->y, b->y) &&
         is_near (a->width, b->width) && is_near (a->height, b->height) && is_near (a->baseline, b->baseline);
}

static void
widen (TrinhStrip *strip,
       GPtrArray *items,
       guint first,
       guint end)
{
  for (guint i = first; i < end; i++)
    {
      const TrinhItem *item = g_ptr_array_index (items, i);
      double over = TRINH_STRIP_OVER + item->height / 3;

      strip->top = MIN (strip->top, item->y - over);
      strip->bottom = MAX (strip->bottom, item->y + item->height + over);
    }
}

/* A strip's edge does not go through a line of text: cairo is not exact at the edge of a clip. */
static void
spare_lines (TrinhStrip *strip,
             GPtrArray *items)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      TrinhStrip wider = *strip;

      for (guint i = 0; i < items->len; i++)
        {
          const TrinhItem *item = g_ptr_array_index (items, i);

          if (item->kind == TRINH_ITEM_RULE || item->y >= strip->bottom || item->y + item->height <= strip->top)
            continue;
          wider.top = MIN (wider.top, item->y);
          wider.bottom = MAX (wider.bottom, item->y + item->height);
        }
      *strip = wider;
    }
}

static gboolean
find_strip (const TrinhPage *page,
            const TrinhPage *before,
            TrinhStrip *strip)
{
  g_autoptr (GPtrArray) items = list_painted (page);
  g_autoptr (GPtrArray) old = list_painted (before);
  guint n = MIN (items->len, old->len);
  guint first = 0;
  guint last = 0;

  while (first < n && looks_equal (g_ptr_array_index (items, first), g_ptr_array_index (old, first)))
    first++;
  if (first == items->len && first == old->len)
    return FALSE;
  while (last < n - first && looks_equal (g_ptr_array_index (items, items->len - 1 - last), g_ptr_array_index (old, old->len - 1 - last)))
    last++;
  *strip = (TrinhStrip) { page->height, 0 };
  widen (strip, items, first, items->len - last);
  widen (strip, old, first, old->len - last);
  spare_lines (strip, items);
  return TRUE;
}

gboolean
trinh_pages_find_change (TrinhPages *self,
                         TrinhPages *before,
                         guint page,
                         double *top,
                         double *bottom)
{
  const TrinhPage *sheet;
  TrinhStrip strip;

  g_return_val_if_fail (TRINH_IS_PAGES (self), TRUE);
  g_return_val_if_fail (TRINH_IS_PAGES (before), TRUE);
  g_return_val_if_fail (page < self->pages->len, TRUE);
  g_return_val_if_fail (top != NULL && bottom != NULL, TRUE);

  sheet = g_ptr_array_index (self->pages, page);
  strip = (TrinhStrip) { 0, sheet->height };
  /* The mark of a draft lies across all of a page. */
  if (page < before->pages->len && trinh_document_get_draft (trinh_pages_get_document (self)) == trinh_document_get_draft (trinh_pages_get_document (before)))
    {
      const TrinhPage *old = g_ptr_array_index (before->pages, page);

      if (is_near (old->width, sheet->width) && is_near (old->height, sheet->height) && !find_strip (sheet, old, &strip))
        return FALSE;
    }
  *top = MAX (strip.top, 0);
  *bottom = MIN (strip.bottom, sheet->height);
  return TRUE;
}
