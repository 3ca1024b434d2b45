/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pages-layout.h"

/* Lines of one text stand behind each other. */
static void
hold_texts (TrinhPage *page)
{
  PangoLayout *last = NULL;

  page->held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < page->items->len; i++)
    {
      const TrinhItem *item = &g_array_index (page->items, TrinhItem, i);

      if (item->layout != NULL && item->layout != last)
        g_ptr_array_add (page->held, g_object_ref (item->layout));
      if (item->layout != NULL)
        last = item->layout;
      if (item->chart != NULL)
        g_ptr_array_add (page->held, g_object_ref (item->chart));
    }
}

static void
let_go (TrinhPages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    hold_texts (g_ptr_array_index (self->pages, i));
  g_ptr_array_set_size (self->layouter->layouts, 0);
  trinh_layout_cache_forget (self->cache);

  /* The pages have copies; an array keeps its room when it is emptied. */
  g_array_unref (self->layouter->items);
  self->layouter->items = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  g_array_set_size (self->layouter->records, 0);
}

static void
blank (TrinhPage *page)
{
  g_array_unref (page->items);
  page->items = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  g_clear_pointer (&page->held, g_ptr_array_unref);
}

void
trinh_pages_draw_once (TrinhPages *self,
                       guint page,
                       cairo_t *cr,
                       const TrinhTagSink *sink)
{
  g_return_if_fail (TRINH_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  trinh_layout_cache_lock (self->cache);
  if (page == 0)
    let_go (self);
  trinh_pages_draw_tagged (self, page, cr, sink);
  blank (g_ptr_array_index (self->pages, page));
  trinh_layout_cache_unlock (self->cache);
}
