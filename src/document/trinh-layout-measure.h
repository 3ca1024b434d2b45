/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-block.h"

G_BEGIN_DECLS

/**
 * TrinhMeasure:
 *
 * How wide texts and columns are on our pages, for another program's pages to
 * be alike. To be used in one thread.
 */
typedef struct _TrinhMeasure TrinhMeasure;

/* Returns: (transfer full) (nullable): TRINH_DOCUMENT_ERROR_FONT */
TrinhMeasure *trinh_measure_new (GError **error);
void trinh_measure_free (TrinhMeasure *self);
/* Points of the widest line of @text, in lines of at most @width; negative: in one line */
double trinh_measure_text (TrinhMeasure *self,
                           const char *text,
                           double size,
                           gboolean bold,
                           double width);
/* How many lines @text takes in @width points */
guint trinh_measure_lines (TrinhMeasure *self,
                           const TrinhText *text,
                           double size,
                           double indent,
                           double width);
/* From a line's top to its baseline */
double trinh_measure_ascent (TrinhMeasure *self,
                             double size);
/* Width of the motto's block at the right of the header and the size of the date in it; width of the recipients' beside who signs */
double trinh_measure_header_right (TrinhMeasure *self,
                                   const TrinhHeaderBlock *header);
double trinh_measure_date_size (TrinhMeasure *self,
                                const TrinhHeaderBlock *header);
double trinh_measure_recipients_width (TrinhMeasure *self,
                                       const TrinhBlock *block,
                                       gboolean landscape);
/* How many recipients follow below the signatures, as the list is too long to stand whole on a page; else 0 */
guint trinh_measure_recipients_below (TrinhMeasure *self,
                                      const TrinhBlock *block,
                                      gboolean landscape);
/* x of the columns' edges in points, from 0 to the width of the text; of double. (transfer full) */
GArray *trinh_measure_edges (TrinhMeasure *self,
                             const TrinhTable *table,
                             gboolean landscape,
                             double *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhMeasure, trinh_measure_free)

G_END_DECLS
