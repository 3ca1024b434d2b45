/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-layout-private.h"

G_BEGIN_DECLS

/* How far the ends and edges of drawn lines stand out, in points */
#define TRINH_STRIP_OVER 1.0

/* A part of a page from edge to edge, in points from the top */
typedef struct
{
  double top;
  double bottom;
} TrinhStrip;

/* "DỰ THẢO" across the page, below everything else (trinh-draft-mark.c) */
void trinh_painter_paint_draft_mark (PangoContext *context,
                                     double width,
                                     double height,
                                     cairo_t *cr);
/* The one painter of pages. @rule: thickness of drawn lines; @strip: (nullable): leaves out what cannot be seen in
 * it; @sink: (nullable) */
void trinh_painter_paint (const TrinhPage *page,
                          double rule,
                          const TrinhStrip *strip,
                          cairo_t *cr,
                          const TrinhTagSink *sink);

G_END_DECLS
