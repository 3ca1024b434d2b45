/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>

#include "trinh-chart-private.h"

#define NARROW 420.0     /* below this width text and margins shrink */
#define BARE 200.0       /* below this the numbers of the axis go */
#define STEP_HEIGHT 36.0 /* room that one step of the axis wants */

static void
include_values (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  guint n_periods = trinh_chart_get_n_periods (plot->chart);
  TrinhDecimal value;

  trinh_chart_axis_init (&plot->axis);
  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < n_periods; j++)
      if (trinh_chart_get_value (plot->chart, i, j, &value))
        trinh_chart_axis_include (&plot->axis, value);
}

/* The numbers over bars and points that reach the top */
static double
measure_numbers (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  guint n_periods = trinh_chart_get_n_periods (plot->chart);
  double mark = 0;

  for (guint i = 0; i < n_series; i++)
    for (guint j = 0; j < n_periods; j++)
      mark = MAX (mark, trinh_chart_plot_get_estimate_height (plot, i, j));
  return 1.9 * plot->text_size + mark;
}

static gboolean
is_per_cent (TrinhChartPlot *plot)
{
  return g_str_equal (trinh_chart_get_unit (plot->chart), "%");
}

static char *
dup_tick_label (TrinhChartPlot *plot,
                guint position)
{
  g_autofree char *number = trinh_chart_is_unit_of_many (trinh_chart_get_unit (plot->chart)) ? trinh_decimal_format (trinh_chart_axis_get_tick (&plot->axis, position)) : trinh_chart_axis_dup_label (&plot->axis, position);

  /* The sign stands once, at the top: the subtitle names the unit. */
  if (is_per_cent (plot) && position + 1 == trinh_chart_axis_get_n_ticks (&plot->axis))
    return g_strconcat (number, "%", NULL);
  return g_steal_pointer (&number);
}

static double
draw_heading (TrinhChartPlot *plot,
              const char *text,
              double size,
              gboolean bold,
              double margin,
              double top)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (*text == '\0')
    return top;
  layout = trinh_chart_plot_create_text (plot, text, size, bold, plot->width - 2 * margin, 2);
  trinh_chart_plot_measure (layout, NULL, &height);
  trinh_chart_plot_show_text (plot, layout, margin, top, 0, bold ? plot->palette->text : plot->palette->dim);
  return top + height + 2;
}

static double
measure_ticks (TrinhChartPlot *plot)
{
  guint n_ticks = trinh_chart_axis_get_n_ticks (&plot->axis);
  double widest = 0;

  if (plot->width < BARE)
    return 0;
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *label = dup_tick_label (plot, i);

      widest = MAX (widest, trinh_chart_plot_text_width (plot, label, plot->text_size, FALSE));
    }
  return widest + 8;
}

static void
draw_tick (TrinhChartPlot *plot,
           guint position)
{
  TrinhDecimal tick = trinh_chart_axis_get_tick (&plot->axis, position);
  g_autofree char *label = dup_tick_label (plot, position);
  g_autoptr (PangoLayout) layout = trinh_chart_plot_create_text (plot, label, plot->text_size, FALSE, -1, 1);
  const double *dim = plot->palette->dim;
  double y = trinh_chart_plot_get_y (plot, tick);
  double height;

  cairo_set_source_rgba (plot->cr, dim[0], dim[1], dim[2], tick.units == 0 ? 0.8 : 0.22);
  cairo_set_line_width (plot->cr, plot->palette->patterns ? 0.6 : 1.0);
  cairo_move_to (plot->cr, plot->left, floor (y) + 0.5);
  cairo_line_to (plot->cr, plot->right, floor (y) + 0.5);
  cairo_stroke (plot->cr);

  trinh_chart_plot_measure (layout, NULL, &height);
  if (plot->width >= BARE)
    trinh_chart_plot_show_text (plot, layout, plot->left - 8, y - height / 2, 1, dim);
}

static void
draw_axis (TrinhChartPlot *plot)
{
  guint n_ticks = trinh_chart_axis_get_n_ticks (&plot->axis);

  for (guint i = 0; i < n_ticks; i++)
    draw_tick (plot, i);
}

/* The axis is settled on a guess of its height: the labels below need its width first. */
static void
arrange (TrinhChartPlot *plot,
         double height,
         double margin)
{
  gboolean bars = trinh_chart_get_chart_type (plot->chart) == TRINH_CHART_BAR;
  double room = height - plot->top - margin - 4 * plot->text_size;

  trinh_chart_axis_settle (&plot->axis, bars, is_per_cent (plot), (guint) CLAMP (room / STEP_HEIGHT, 2, 6));
  plot->left = margin + measure_ticks (plot);
  plot->right = plot->width - margin - (bars ? 0 : trinh_chart_lines_get_right (plot));
  plot->bottom = height - margin - (bars ? trinh_chart_bars_get_bottom (plot) : trinh_chart_lines_get_bottom (plot));
  plot->bottom = MAX (plot->bottom, plot->top + 2 * plot->text_size);
}

double
trinh_chart_plot_get_y (TrinhChartPlot *plot,
                        TrinhDecimal value)
{
  return plot->bottom - (plot->bottom - plot->top) * trinh_chart_axis_normalize (&plot->axis, value);
}

double
trinh_chart_plot_get_origin (TrinhChartPlot *plot)
{
  return plot->bottom - (plot->bottom - plot->top) * trinh_chart_axis_get_origin (&plot->axis);
}

void
trinh_chart_plot_mark_blank (TrinhChartPlot *plot,
                             double x)
{
  double y = trinh_chart_plot_get_origin (plot) - plot->text_size * 1.5;

  g_autoptr (PangoLayout) dash = trinh_chart_plot_create_text (plot, "–", plot->text_size, FALSE, -1, 1);

  trinh_chart_plot_show_text (plot, dash, x, y, 0.5, plot->palette->dim);
}

void
trinh_chart_draw_full (TrinhChart *self,
                       cairo_t *cr,
                       double width,
                       double height,
                       const TrinhChartPalette *palette,
                       PangoContext *context,
                       GString *texts)
{
  TrinhChartPlot plot = { .chart = self, .cr = cr, .palette = palette, .width = width, .texts = texts };
  double margin = width < NARROW ? 10 : 16;

  g_return_if_fail (TRINH_IS_CHART (self));
  g_return_if_fail (cr != NULL && palette != NULL);

  plot.context = context != NULL ? g_object_ref (context) : trinh_chart_plot_create_context (cr);
  plot.title_size = width < NARROW ? 13 : 15;
  plot.text_size = width < NARROW ? 10.5 : 11.5;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  trinh_chart_plot_set_color (&plot, palette->ground);
  cairo_paint (cr);

  plot.top = draw_heading (&plot, trinh_chart_get_title (self), plot.title_size, TRUE, margin, margin);
  plot.top = draw_heading (&plot, trinh_chart_get_subtitle (self), plot.text_size, FALSE, margin, plot.top);
  plot.top += measure_numbers (&plot);

  include_values (&plot);
  arrange (&plot, height, margin);
  draw_axis (&plot);
  if (trinh_chart_get_chart_type (self) == TRINH_CHART_BAR)
    trinh_chart_bars_draw (&plot);
  else
    trinh_chart_lines_draw (&plot);
  cairo_restore (cr);
  g_clear_object (&plot.context);
}

void
trinh_chart_draw (TrinhChart *self,
                  cairo_t *cr,
                  double width,
                  double height,
                  const TrinhChartPalette *palette)
{
  trinh_chart_draw_full (self, cr, width, height, palette, NULL, NULL);
}
