/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>

#include "trinh-painter.h"

/* Light enough to be read through, dark enough to be seen on a copy */
#define GREY 0.88
/* Of the page's diagonal */
#define PART 0.55

static PangoLayout *
make_layout (PangoContext *context)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_size (font, 100 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, TRINH_DRAFT_MARK, -1);
  return layout;
}

/* As outlines: letters would be read aloud, found by a search and held against the report's text. */
void
trinh_painter_paint_draft_mark (PangoContext *context,
                                double width,
                                double height,
                                cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = make_layout (context);
  PangoRectangle ink;
  double scale;

  pango_layout_get_extents (layout, &ink, NULL);
  if (ink.width <= 0)
    return;
  scale = PART * sqrt (width * width + height * height) * PANGO_SCALE / ink.width;
  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -atan2 (height, width));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(ink.x + ink.width / 2.0) / PANGO_SCALE, -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  cairo_new_path (cr);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_fill (cr);
  cairo_restore (cr);
}
