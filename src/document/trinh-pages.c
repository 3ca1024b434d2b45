/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"
#include "trinh-painter.h"

struct _TrinhPages
{
  GObject parent_instance;

  /* Owned References */
  TrinhDocument *document;
  TrinhLayouter *layouter; /* its layouts hold the lines that the pages paint */
  GPtrArray *pages;        /* of TrinhPage */
  GPtrArray *boxes;
  GPtrArray *bookmarks;
};

G_DEFINE_FINAL_TYPE (TrinhPages, trinh_pages, G_TYPE_OBJECT)

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

static gboolean
lay_out (TrinhPages *self,
         TrinhProgressFunc progress,
         gpointer user_data,
         GCancellable *cancellable,
         GError **error)
{
  GPtrArray *blocks = trinh_document_get_blocks (self->document);

  if (!trinh_layouter_prepare_fonts (self->layouter, error))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i, blocks->len, user_data);
      trinh_layouter_add_block (self->layouter, g_ptr_array_index (blocks, i));
    }
  self->pages = trinh_layouter_deal (self->layouter, self->boxes, self->bookmarks);
  if (progress != NULL)
    progress (blocks->len, blocks->len, user_data);
  return TRUE;
}

static void
trinh_pages_finalize (GObject *object)
{
  TrinhPages *self = TRINH_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_clear_pointer (&self->layouter, trinh_layouter_free);
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
  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->bookmarks = g_ptr_array_new ();
}

TrinhPages *
trinh_pages_new (TrinhDocument *document,
                 TrinhProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TrinhPages) self = NULL;

  g_return_val_if_fail (TRINH_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  self = g_object_new (TRINH_TYPE_PAGES, NULL);
  self->document = g_object_ref (document);
  if (!lay_out (self, progress, user_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
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

  return self->boxes;
}

GPtrArray *
trinh_pages_list_bookmarks (TrinhPages *self)
{
  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);

  return self->bookmarks;
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

  trinh_painter_paint (g_ptr_array_index (self->pages, page), self->layouter->settings->rule, cr, sink);
}

void
trinh_pages_draw (TrinhPages *self,
                  guint page,
                  cairo_t *cr)
{
  trinh_pages_draw_tagged (self, page, cr, NULL);
}
