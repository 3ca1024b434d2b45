/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-layout-private.h"

G_BEGIN_DECLS

/* The one painter of pages. @rule: thickness of drawn lines; @sink: (nullable) */
void trinh_painter_paint (const TrinhPage *page,
                          double rule,
                          cairo_t *cr,
                          const TrinhTagSink *sink);

G_END_DECLS
