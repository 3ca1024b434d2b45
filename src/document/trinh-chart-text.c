/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "trinh-chart-private.h"
#include "trinh-document-private.h"

/* Around a number, in units of the chart */
#define RIM 1.5
/* A line, in sizes of its letters */
#define LINE 1.3
/* Of the number's letters, those of "(ước)" under it */
#define ESTIMATE_SIZE 0.87

/* Glyphs stand where the outlines say, not on whole pixels, so that a chart has
 * the same line breaks on every screen and on paper. */
PangoContext *
trinh_chart_plot_create_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

PangoLayout *
trinh_chart_plot_create_text (TrinhChartPlot *plot,
                              const char *text,
                              double size,
                              gboolean bold,
                              double width,
                              guint n_lines)
{
  PangoLayout *layout = pango_layout_new (plot->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, plot->palette->font);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

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
  if (plot->texts != NULL)
    g_string_append_printf (plot->texts, "%s\n", pango_layout_get_text (layout));
  pango_layout_get_extents (layout, NULL, &logical);
  trinh_chart_plot_set_color (plot, color);
  cairo_move_to (plot->cr, x - align * pango_units_to_double (logical.width) - pango_units_to_double (logical.x), y);
  pango_cairo_show_layout (plot->cr, layout);
}

/* Where a grid line or a line of the chart passes behind a number, it ends before it. */
static void
clear_ground (TrinhChartPlot *plot,
              PangoLayout *layout,
              double x,
              double y)
{
  /* A ground that is not painted has its colour all the same: it is what lies under the chart. */
  const double *ground = plot->palette->ground;
  const double opaque[4] = { ground[0], ground[1], ground[2], 1 };
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  trinh_chart_plot_set_color (plot, opaque);
  cairo_rectangle (plot->cr,
                   x + pango_units_to_double (ink.x) - RIM,
                   y + pango_units_to_double (ink.y) - RIM,
                   pango_units_to_double (ink.width) + 2 * RIM,
                   pango_units_to_double (ink.height) + 2 * RIM);
  cairo_fill (plot->cr);
}

/* In the way chosen */
static char *
dup_number (TrinhChartPlot *plot,
            TrinhDecimal value)
{
  if (trinh_chart_is_unit_of_many (trinh_chart_get_unit (plot->chart)))
    return trinh_decimal_format (value);
  switch (plot->brevity)
    {
    case 0:
      return trinh_decimal_format (value);
    case 1:
      return trinh_chart_dup_short_number (value);
    default:
      return trinh_chart_dup_shortest_number (value);
    }
}

static void
add_attribute (PangoAttrList *attributes,
               PangoAttribute *attribute,
               gsize begin)
{
  attribute->start_index = (guint) begin;
  pango_attr_list_insert (attributes, attribute);
}

/* "738", and "(ước)" under it where it is an estimate */
static PangoLayout *
create_number (TrinhChartPlot *plot,
               guint series,
               guint period,
               gboolean bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  PangoLayout *layout;
  TrinhDecimal value = { 0 };

  trinh_chart_get_value (plot->chart, series, period, &value);
  number = dup_number (plot, value);
  if (!trinh_chart_get_estimate (plot->chart, series, period))
    return trinh_chart_plot_create_text (plot, number, plot->text_size, bold, -1, 1);
  text = g_strconcat (number, "\n", &TRINH_VALUE_ESTIMATE_MARK[1], NULL);
  layout = trinh_chart_plot_create_text (plot, text, plot->text_size, bold, -1, 1);
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), strlen (number));
  add_attribute (attributes, pango_attr_scale_new (ESTIMATE_SIZE), strlen (number));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

void
trinh_chart_plot_show_number (TrinhChartPlot *plot,
                              guint series,
                              guint period,
                              double x,
                              double y)
{
  g_autoptr (PangoLayout) layout = create_number (plot, series, period, period == trinh_chart_get_current (plot->chart));
  double width;

  trinh_chart_plot_measure (layout, &width, NULL);
  x = MAX (MIN (x - width / 2, plot->width - width - 4), 4);
  clear_ground (plot, layout, x, y);
  trinh_chart_plot_show_text (plot, layout, x + width / 2, y, 0.5, plot->palette->text);
}

double
trinh_chart_plot_get_estimate_height (TrinhChartPlot *plot,
                                      guint series,
                                      guint period)
{
  return trinh_chart_get_estimate (plot->chart, series, period) ? plot->text_size * ESTIMATE_SIZE * LINE : 0;
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

static double
measure_widest_number (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  guint n_periods = trinh_chart_get_n_periods (plot->chart);
  double widest = 0, width;
  TrinhDecimal value;

  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < n_periods; j++)
      if (trinh_chart_get_value (plot->chart, i, j, &value))
        {
          g_autoptr (PangoLayout) number = create_number (plot, i, j, TRUE);

          trinh_chart_plot_measure (number, &width, NULL);
          widest = MAX (widest, width);
        }
  return widest;
}

gboolean
trinh_chart_plot_fit_numbers (TrinhChartPlot *plot,
                              double room)
{
  for (plot->brevity = 0; plot->brevity < 2; plot->brevity++)
    if (measure_widest_number (plot) <= room)
      return TRUE;
  return measure_widest_number (plot) <= room;
}
