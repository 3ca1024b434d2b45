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

static gboolean
measure (PangoLayout *layout,
         cairo_rectangle_t *ink)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, &extents, NULL);
  ink->x = (double) extents.x / PANGO_SCALE;
  ink->y = (double) extents.y / PANGO_SCALE;
  ink->width = (double) extents.width / PANGO_SCALE;
  ink->height = (double) extents.height / PANGO_SCALE;
  return extents.width > 0;
}

/* As outlines: letters would be read aloud, found by a search and held against the report's text. */
static void
fill (PangoLayout *layout,
      cairo_t *cr)
{
  cairo_new_path (cr);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_fill (cr);
}

static void
place (const cairo_rectangle_t *ink,
       double width,
       double height,
       cairo_t *cr)
{
  double scale = PART * sqrt (width * width + height * height) / ink->width;

  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -atan2 (height, width));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(ink->x + ink->width / 2), -(ink->y + ink->height / 2));
}

static cairo_surface_t *
record (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = make_layout (context);
  cairo_rectangle_t ink;
  cairo_surface_t *recording;
  cairo_t *cr;

  if (!measure (layout, &ink))
    return NULL;
  recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &ink);
  cr = cairo_create (recording);
  fill (layout, cr);
  cairo_destroy (cr);
  return recording;
}

/* A file holds the mark once, however many of its pages show it. */
static cairo_surface_t *
get_recording (PangoContext *context,
               cairo_surface_t *file)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *recording = cairo_surface_get_user_data (file, &key);

  if (recording != NULL)
    return recording;
  recording = record (context);
  if (recording != NULL)
    cairo_surface_set_user_data (file, &key, recording, (cairo_destroy_func_t) cairo_surface_destroy);
  return recording;
}

static void
paint_recording (cairo_surface_t *recording,
                 double width,
                 double height,
                 cairo_t *cr)
{
  cairo_rectangle_t ink;

  cairo_recording_surface_get_extents (recording, &ink);
  place (&ink, width, height, cr);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
}

static void
paint_outlines (PangoContext *context,
                double width,
                double height,
                cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = make_layout (context);
  cairo_rectangle_t ink;

  if (!measure (layout, &ink))
    return;
  place (&ink, width, height, cr);
  fill (layout, cr);
}

void
trinh_painter_paint_draft_mark (PangoContext *context,
                                double width,
                                double height,
                                cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_surface_t *recording;

  cairo_save (cr);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_PDF)
    paint_outlines (context, width, height, cr);
  else if ((recording = get_recording (context, target)) != NULL)
    paint_recording (recording, width, height, cr);
  cairo_restore (cr);
}
