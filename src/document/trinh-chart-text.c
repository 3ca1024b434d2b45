/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <pango/pangocairo.h>

#include "trinh-chart-private.h"

/* Glyphs stand where the outlines say, not on whole pixels, so that a chart has
 * the same line breaks on every screen and on paper. */
static void
make_independent_of_device (PangoLayout *layout)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_context_changed (layout);
  cairo_font_options_destroy (options);
}

PangoLayout *
trinh_chart_plot_create_text (TrinhChartPlot *plot,
                              const char *text,
                              double size,
                              gboolean bold,
                              double width,
                              guint n_lines)
{
  PangoLayout *layout = pango_cairo_create_layout (plot->cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, plot->palette->font);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  make_independent_of_device (layout);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -(int) n_lines);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  return layout;
}

void
trinh_chart_plot_measure (PangoLayout *layout,
                          double *width,
                          double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = pango_units_to_double (logical.width);
  if (height != NULL)
    *height = pango_units_to_double (logical.height);
}

void
trinh_chart_plot_set_color (TrinhChartPlot *plot,
                            const double color[4])
{
  cairo_set_source_rgba (plot->cr, color[0], color[1], color[2], color[3]);
}

void
trinh_chart_plot_show_text (TrinhChartPlot *plot,
                            PangoLayout *layout,
                            double x,
                            double y,
                            double align,
                            const double color[4])
{
  PangoRectangle logical;

  pango_layout_set_alignment (layout, align < 0.25 ? PANGO_ALIGN_LEFT : align > 0.75 ? PANGO_ALIGN_RIGHT
                                                                                     : PANGO_ALIGN_CENTER);
  pango_layout_get_extents (layout, NULL, &logical);
  trinh_chart_plot_set_color (plot, color);
  cairo_move_to (plot->cr, x - align * pango_units_to_double (logical.width) - pango_units_to_double (logical.x), y);
  pango_cairo_show_layout (plot->cr, layout);
}

void
trinh_chart_plot_label (TrinhChartPlot *plot,
                        const char *text,
                        double size,
                        gboolean bold,
                        double x,
                        double y,
                        double align,
                        const double color[4])
{
  g_autoptr (PangoLayout) layout = trinh_chart_plot_create_text (plot, text, size, bold, -1, 1);

  trinh_chart_plot_show_text (plot, layout, x, y, align, color);
}

double
trinh_chart_plot_text_width (TrinhChartPlot *plot,
                             const char *text,
                             double size,
                             gboolean bold)
{
  g_autoptr (PangoLayout) layout = trinh_chart_plot_create_text (plot, text, size, bold, -1, 1);
  double width;

  trinh_chart_plot_measure (layout, &width, NULL);
  return width;
}
