/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pages-layout.h"
#include "trinh-painter.h"

G_DEFINE_FINAL_TYPE (TrinhPages, trinh_pages, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *blocks;
  GPtrArray *before; /* (nullable) */
  guint n_same_first;
  guint n_same_last;
} Twins;

static void
box_free (gpointer data)
{
  TrinhBox *box = data;

  g_free (box->place);
  g_free (box->text);
  g_free (box->unprinted);
  g_array_unref (box->lines);
  g_free (box);
}

/* The position of an equal block in the document before, -1 none. What was typed stands between blocks that are the
 * same, or changed as many as it was. */
static int
find_twin (const Twins *self,
           guint i)
{
  if (i < self->n_same_first)
    return (int) i;
  if (i + self->n_same_last >= self->blocks->len)
    return (int) (i + self->before->len - self->blocks->len);
  if (self->before->len == self->blocks->len && trinh_block_equal (g_ptr_array_index (self->before, i), g_ptr_array_index (self->blocks, i)))
    return (int) i;
  return -1;
}

static Twins
find_twins (GPtrArray *blocks,
            GPtrArray *before)
{
  Twins self = { .blocks = blocks, .before = before };
  guint n = before != NULL ? MIN (blocks->len, before->len) : 0;

  while (self.n_same_first < n &&
         trinh_block_equal (g_ptr_array_index (before, self.n_same_first), g_ptr_array_index (blocks, self.n_same_first)))
    self.n_same_first++;
  n -= self.n_same_first;
  while (self.n_same_last < n &&
         trinh_block_equal (g_ptr_array_index (before, before->len - 1 - self.n_same_last), g_ptr_array_index (blocks, blocks->len - 1 - self.n_same_last)))
    self.n_same_last++;
  return self;
}

/* The lock is held for a block at a time: pages that are on the screen can be drawn in between. */
static void
lay_out_block (TrinhPages *self,
               guint position,
               const Twins *twins,
               TrinhPages *before)
{
  const TrinhBlock *block = g_ptr_array_index (twins->blocks, position);
  int twin = before != NULL ? find_twin (twins, position) : -1;

  trinh_layout_cache_lock (self->cache);
  if (twin >= 0)
    trinh_layouter_add_block_again (self->layouter, block, before->layouter, (guint) twin);
  else
    trinh_layouter_add_block (self->layouter, block);
  trinh_layout_cache_unlock (self->cache);
}

static gboolean
prepare (TrinhPages *self,
         GError **error)
{
  gboolean prepared;

  trinh_layout_cache_lock (self->cache);
  prepared = trinh_layout_cache_begin (self->cache, self->layouter, error);
  trinh_layout_cache_unlock (self->cache);
  return prepared;
}

static void
deal (TrinhPages *self)
{
  trinh_layout_cache_lock (self->cache);
  self->pages = trinh_layouter_deal (self->layouter, self->bookmarks);
  trinh_layout_cache_end (self->cache);
  trinh_layout_cache_unlock (self->cache);
}

static gboolean
lay_out (TrinhPages *self,
         TrinhPages *before,
         TrinhProgressFunc progress,
         gpointer user_data,
         GCancellable *cancellable,
         GError **error)
{
  GPtrArray *blocks = trinh_document_get_blocks (self->document);
  Twins twins = find_twins (blocks, before != NULL ? trinh_document_get_blocks (before->document) : NULL);

  if (!prepare (self, error))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i, blocks->len, user_data);
      lay_out_block (self, i, &twins, before);
    }
  deal (self);
  if (progress != NULL)
    progress (blocks->len, blocks->len, user_data);
  return TRUE;
}

/* The layouts that go with it are Pango's too. */
static void
free_layouter (TrinhPages *self)
{
  if (self->cache != NULL)
    trinh_layout_cache_lock (self->cache);
  g_clear_pointer (&self->layouter, trinh_layouter_free);
  if (self->cache != NULL)
    trinh_layout_cache_unlock (self->cache);
}

static void
trinh_pages_finalize (GObject *object)
{
  TrinhPages *self = TRINH_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  free_layouter (self);
  g_clear_pointer (&self->cache, trinh_layout_cache_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (trinh_pages_parent_class)->finalize (object);
}

static void
trinh_pages_class_init (TrinhPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_pages_finalize;
}

static void
trinh_pages_init (TrinhPages *self)
{
  self->layouter = trinh_layouter_new ();
  self->bookmarks = g_ptr_array_new ();
}

TrinhPages *
trinh_pages_new_after (TrinhPages *before,
                       TrinhDocument *document,
                       TrinhProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TrinhPages) self = NULL;

  g_return_val_if_fail (before == NULL || TRINH_IS_PAGES (before), NULL);
  g_return_val_if_fail (TRINH_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  self = g_object_new (TRINH_TYPE_PAGES, NULL);
  self->document = g_object_ref (document);
  self->cache = before != NULL ? trinh_layout_cache_ref (before->cache) : trinh_layout_cache_new ();
  if (!lay_out (self, before, progress, user_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

TrinhPages *
trinh_pages_new (TrinhDocument *document,
                 TrinhProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  return trinh_pages_new_after (NULL, document, progress, user_data, cancellable, error);
}

TrinhDocument *
trinh_pages_get_document (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);

  return self->document;
}

guint
trinh_pages_get_n_pages (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), 0);

  return self->pages->len;
}

void
trinh_pages_get_size (TrinhPages *self,
                      guint page,
                      double *width,
                      double *height)
{
  const TrinhPage *sheet;

  g_return_if_fail (TRINH_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  sheet = g_ptr_array_index (self->pages, page);
  if (width != NULL)
    *width = sheet->width;
  if (height != NULL)
    *height = sheet->height;
}

GPtrArray *
trinh_pages_get_boxes (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);

  /* Made when they are asked for: a page can be painted without. */
  trinh_layout_cache_lock (self->cache);
  if (self->boxes == NULL)
    {
      self->boxes = g_ptr_array_new_with_free_func (box_free);
      trinh_layouter_collect_boxes (self->layouter, self->pages, self->boxes);
    }
  trinh_layout_cache_unlock (self->cache);
  return self->boxes;
}

GPtrArray *
trinh_pages_list_bookmarks (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);

  return self->bookmarks;
}

double
trinh_pages_get_rule (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), 0);

  return self->layouter->settings->rule;
}

char *
trinh_pages_dup_foreign_letters (TrinhPages *self,
                                 const char *text)
{
  char *letters;

  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  trinh_layout_cache_lock (self->cache);
  letters = trinh_layouter_find_foreign (self->layouter, text);
  trinh_layout_cache_unlock (self->cache);
  return letters;
}

static void
paint (TrinhPages *self,
       guint page,
       const TrinhStrip *strip,
       cairo_t *cr,
       const TrinhTagSink *sink)
{
  const TrinhPage *sheet = g_ptr_array_index (self->pages, page);

  trinh_layout_cache_lock (self->cache);
  if (trinh_document_get_draft (self->document))
    trinh_painter_paint_draft_mark (self->layouter->context, sheet->width, sheet->height, cr);
  trinh_painter_paint (sheet, trinh_pages_get_rule (self), strip, cr, sink);
  trinh_layout_cache_unlock (self->cache);
}

void
trinh_pages_draw_tagged (TrinhPages *self,
                         guint page,
                         cairo_t *cr,
                         const TrinhTagSink *sink)
{
  g_return_if_fail (TRINH_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  paint (self, page, NULL, cr, sink);
}

void
trinh_pages_draw_strip (TrinhPages *self,
                        guint page,
                        double top,
                        double bottom,
                        cairo_t *cr)
{
  TrinhStrip strip = { top, bottom };

  g_return_if_fail (TRINH_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  paint (self, page, &strip, cr, NULL);
}

void
trinh_pages_draw (TrinhPages *self,
                  guint page,
                  cairo_t *cr)
{
  trinh_pages_draw_tagged (self, page, cr, NULL);
}
