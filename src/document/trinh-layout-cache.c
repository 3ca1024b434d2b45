/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-cache.h"

struct _TrinhLayoutCache
{
  gatomicrefcount references;
  GRecMutex lock;
  TrinhLayouter *fonts; /* lays out nothing: the others borrow its fonts */
  GHashTable *layouts;  /* look → layout */
  GHashTable *widths;   /* look → double* */
};

/* Numbers and words of a column; typing a text for a day must not fill the memory. */
#define MOST_WIDTHS 4096

TrinhLayoutCache *
trinh_layout_cache_new (void)
{
  TrinhLayoutCache *self = g_new0 (TrinhLayoutCache, 1);

  g_atomic_ref_count_init (&self->references);
  g_rec_mutex_init (&self->lock);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

TrinhLayoutCache *
trinh_layout_cache_ref (TrinhLayoutCache *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
trinh_layout_cache_unref (TrinhLayoutCache *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->widths);
  g_clear_pointer (&self->fonts, trinh_layouter_free);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

void
trinh_layout_cache_lock (TrinhLayoutCache *self)
{
  g_rec_mutex_lock (&self->lock);
}

void
trinh_layout_cache_unlock (TrinhLayoutCache *self)
{
  g_rec_mutex_unlock (&self->lock);
}

gboolean
trinh_layout_cache_begin (TrinhLayoutCache *self,
                          TrinhLayouter *layouter,
                          GError **error)
{
  if (self->fonts == NULL)
    {
      g_autoptr (TrinhLayouter) fonts = trinh_layouter_new ();

      if (!trinh_layouter_prepare_fonts (fonts, error))
        return FALSE;
      self->fonts = g_steal_pointer (&fonts);
    }
  trinh_layouter_borrow_fonts (layouter, self->fonts);
  layouter->cache = self;
  return TRUE;
}

static gboolean
is_unused (gpointer key,
           gpointer value,
           gpointer user_data)
{
  return G_OBJECT (value)->ref_count == 1;
}

void
trinh_layout_cache_end (TrinhLayoutCache *self)
{
  g_hash_table_foreach_remove (self->layouts, is_unused, NULL);
  if (g_hash_table_size (self->widths) > MOST_WIDTHS)
    g_hash_table_remove_all (self->widths);
}

void
trinh_layout_cache_forget (TrinhLayoutCache *self)
{
  g_hash_table_remove_all (self->layouts);
  g_hash_table_remove_all (self->widths);
}

PangoLayout *
trinh_layout_cache_find (TrinhLayoutCache *self,
                         const char *look)
{
  return g_hash_table_lookup (self->layouts, look);
}

void
trinh_layout_cache_add (TrinhLayoutCache *self,
                        char *look,
                        PangoLayout *layout)
{
  g_hash_table_insert (self->layouts, look, g_object_ref (layout));
}

gboolean
trinh_layout_cache_find_width (TrinhLayoutCache *self,
                               const char *look,
                               double *width)
{
  const double *known = g_hash_table_lookup (self->widths, look);

  if (known != NULL)
    *width = *known;
  return known != NULL;
}

void
trinh_layout_cache_add_width (TrinhLayoutCache *self,
                              char *look,
                              double width)
{
  double *known = g_new (double, 1);

  *known = width;
  g_hash_table_insert (self->widths, look, known);
}

guint
trinh_layout_cache_get_size (TrinhLayoutCache *self)
{
  return g_hash_table_size (self->layouts);
}
