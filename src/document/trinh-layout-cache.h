/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-layout-private.h"

G_BEGIN_DECLS

/*
 * TrinhLayoutCache:
 *
 * The texts that were laid out for the pages before, by their letters, look and width, so that pages of nearly the
 * same document lay out only what is new. The pages made from one cache share its fonts, and Pango's objects may be
 * used by one thread at a time only: whoever lays out, draws or lets go of such pages holds the lock meanwhile.
 */
TrinhLayoutCache *trinh_layout_cache_new (void);
TrinhLayoutCache *trinh_layout_cache_ref (TrinhLayoutCache *self);
void trinh_layout_cache_unref (TrinhLayoutCache *self);
void trinh_layout_cache_lock (TrinhLayoutCache *self);
void trinh_layout_cache_unlock (TrinhLayoutCache *self);

/* All below: with the lock held. */

/* Gives @layouter the fonts and the texts of the cache. TRINH_DOCUMENT_ERROR_FONT */
gboolean trinh_layout_cache_begin (TrinhLayoutCache *self,
                                   TrinhLayouter *layouter,
                                   GError **error);
/* A document was laid out: texts that no pages show any more are forgotten. */
void trinh_layout_cache_end (TrinhLayoutCache *self);
/* Of all texts; the fonts stay */
void trinh_layout_cache_forget (TrinhLayoutCache *self);
/* (nullable) (transfer none) */
PangoLayout *trinh_layout_cache_find (TrinhLayoutCache *self,
                                      const char *look);
/* @look: (transfer full). Nobody changes @layout any more. */
void trinh_layout_cache_add (TrinhLayoutCache *self,
                             char *look,
                             PangoLayout *layout);
/* Of texts that were only measured. @look: (transfer full) where it is added */
gboolean trinh_layout_cache_find_width (TrinhLayoutCache *self,
                                        const char *look,
                                        double *width);
void trinh_layout_cache_add_width (TrinhLayoutCache *self,
                                   char *look,
                                   double width);
/* How many texts it knows */
guint trinh_layout_cache_get_size (TrinhLayoutCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhLayoutCache, trinh_layout_cache_unref)

G_END_DECLS
