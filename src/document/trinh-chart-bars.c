/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>

#include "trinh-chart-private.h"

#define WIDEST_BAR 72.0
#define LABEL_WIDTH 40.0 /* a period's title in less room is no longer read */
#define GROUP_LINES 3
#define PERIOD_LINES 3

/* Where the bars of a chart stand: a group for each series, in it a bar for each period. */
typedef struct
{
  guint n_series;
  guint n_periods;
  double group; /* from one group to the next */
  double slot;  /* from one bar to the next */
  double bar;
} Layout;

static Layout
lay_out (TrinhChartPlot *plot)
{
  Layout layout = { 0 };

  layout.n_series = MAX (trinh_chart_get_n_series (plot->chart), 1);
  layout.n_periods = MAX (trinh_chart_get_n_periods (plot->chart), 1);
  layout.group = (plot->right - plot->left) / layout.n_series;
  layout.slot = layout.group * (layout.n_series > 1 ? 0.86 : 1.0) / layout.n_periods;
  layout.bar = MIN (layout.slot * (layout.n_series > 1 ? 0.8 : 0.64), WIDEST_BAR);
  return layout;
}

static double
get_center (TrinhChartPlot *plot,
            const Layout *layout,
            guint series,
            guint period)
{
  double middle = plot->left + layout->group * (series + 0.5);

  return middle + layout->slot * (period + 0.5 - layout->n_periods / 2.0);
}

static gboolean
shows_every_period (const Layout *layout)
{
  return layout->slot >= LABEL_WIDTH;
}

/* In little room one series names every second, third … period, the current one always;
 * several series name the first and the last under each group. */
static gboolean
shows_period (TrinhChartPlot *plot,
              const Layout *layout,
              guint period)
{
  guint current = trinh_chart_get_current (plot->chart);
  guint stride = (guint) ceil (LABEL_WIDTH / layout->slot);

  if (shows_every_period (layout))
    return TRUE;
  return layout->n_series == 1 && (current > period ? current - period : period - current) % stride == 0;
}

static double
get_period_width (const Layout *layout)
{
  return (shows_every_period (layout) ? layout->slot : layout->slot * ceil (LABEL_WIDTH / layout->slot)) - 4;
}

static PangoLayout *
create_period_text (TrinhChartPlot *plot,
                    const Layout *layout,
                    guint period)
{
  gboolean current = period == trinh_chart_get_current (plot->chart);

  return trinh_chart_plot_create_text (plot, trinh_chart_get_period (plot->chart, period), plot->text_size, current, get_period_width (layout), PERIOD_LINES);
}

/* The title in one piece where it fits a line: a break belongs between the two titles. */
static char *
dup_unbroken (TrinhChartPlot *plot,
              const char *title,
              double width)
{
  g_auto (GStrv) words = NULL;

  if (trinh_chart_plot_text_width (plot, title, plot->text_size - 1, FALSE) > width)
    return g_strdup (title);
  words = g_strsplit (title, " ", -1);
  return g_strjoinv ("\302\240", words);
}

static PangoLayout *
create_range_text (TrinhChartPlot *plot,
                   const Layout *layout)
{
  const char *oldest = trinh_chart_get_period (plot->chart, 0);
  const char *newest = trinh_chart_get_period (plot->chart, layout->n_periods - 1);
  g_autofree char *first = dup_unbroken (plot, oldest, layout->group - 20);
  g_autofree char *last = dup_unbroken (plot, newest, layout->group - 20);
  g_autofree char *range = g_strdup_printf ("%s\302\240– %s", first, last);

  return trinh_chart_plot_create_text (plot, range, plot->text_size - 1, FALSE, layout->group - 4, 2);
}

static PangoLayout *
create_group_text (TrinhChartPlot *plot,
                   const Layout *layout,
                   guint series)
{
  return trinh_chart_plot_create_text (plot, trinh_chart_get_series (plot->chart, series), plot->text_size, TRUE, layout->group - 8, GROUP_LINES);
}

static double
measure_periods (TrinhChartPlot *plot,
                 const Layout *layout)
{
  double tallest = 0;

  if (layout->n_series > 1 && !shows_every_period (layout))
    {
      g_autoptr (PangoLayout) text = create_range_text (plot, layout);

      trinh_chart_plot_measure (text, NULL, &tallest);
      return tallest;
    }
  for (guint i = 0; i < layout->n_periods; i++)
    if (shows_period (plot, layout, i))
      {
        g_autoptr (PangoLayout) text = create_period_text (plot, layout, i);
        double height;

        trinh_chart_plot_measure (text, NULL, &height);
        tallest = MAX (tallest, height);
      }
  return tallest;
}

static double
measure_groups (TrinhChartPlot *plot,
                const Layout *layout)
{
  double tallest = 0;

  if (layout->n_series == 1)
    return 0;
  for (guint i = 0; i < layout->n_series; i++)
    {
      g_autoptr (PangoLayout) text = create_group_text (plot, layout, i);
      double height;

      trinh_chart_plot_measure (text, NULL, &height);
      tallest = MAX (tallest, height);
    }
  return tallest + 4;
}

static void
trace_bar (cairo_t *cr,
           double left,
           double right,
           double base,
           double end)
{
  double radius = MIN (3.0, MIN ((right - left) / 3, fabs (base - end)));
  double inward = end < base ? radius : -radius;

  cairo_new_path (cr);
  cairo_move_to (cr, left, base);
  cairo_line_to (cr, left, end + inward);
  cairo_curve_to (cr, left, end, left, end, left + radius, end);
  cairo_line_to (cr, right - radius, end);
  cairo_curve_to (cr, right, end, right, end, right, end + inward);
  cairo_line_to (cr, right, base);
  cairo_close_path (cr);
}

/* Slanted one way, the other way, level: in turn by the age of the period */
static void
hatch (cairo_t *cr,
       guint age)
{
  static const struct
  {
    double slope;
    double distance;
  } hatches[] = { { 1, 5 }, { -1, 5 }, { 0, 3.5 }, { 1, 9 } };
  double slope = hatches[(age + 3) % G_N_ELEMENTS (hatches)].slope;
  double distance = hatches[(age + 3) % G_N_ELEMENTS (hatches)].distance;
  double left, top, right, bottom;

  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_save (cr);
  cairo_clip (cr);
  for (double y = top - (right - left); y < bottom + (right - left); y += distance)
    {
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, right, y - slope * (right - left));
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_bar (TrinhChartPlot *plot,
          guint period,
          guint n_series)
{
  guint current = trinh_chart_get_current (plot->chart);
  guint age = current > period ? current - period : period - current;
  cairo_path_t *outline;

  trinh_chart_plot_set_color (plot, age == 0 ? plot->palette->accent : plot->palette->earlier);
  if (age == 0 || !plot->palette->patterns)
    {
      cairo_fill (plot->cr);
      return;
    }
  outline = cairo_copy_path (plot->cr);
  cairo_set_line_width (plot->cr, 0.6);
  hatch (plot->cr, n_series > 1 ? age : 1);
  cairo_new_path (plot->cr);
  cairo_append_path (plot->cr, outline);
  cairo_set_line_width (plot->cr, 0.8);
  cairo_stroke (plot->cr);
  cairo_path_destroy (outline);
}

/* After all the bars: a number wider than its bar stands before its neighbours. */
static void
draw_numbers (TrinhChartPlot *plot,
              const Layout *layout,
              guint series,
              gboolean every)
{
  guint current = trinh_chart_get_current (plot->chart);
  TrinhDecimal value;

  for (guint i = 0; i < layout->n_periods; i++)
    if ((every || i == current) && trinh_chart_get_value (plot->chart, series, i, &value))
      {
        double y = trinh_chart_plot_get_y (plot, value);
        double over = plot->text_size * 1.5 + trinh_chart_plot_get_estimate_height (plot, series, i);

        trinh_chart_plot_show_number (plot, series, i, get_center (plot, layout, series, i), value.units < 0 ? y + 2 : y - over);
      }
}

static void
draw_bar (TrinhChartPlot *plot,
          const Layout *layout,
          guint series,
          guint period)
{
  double x = get_center (plot, layout, series, period);
  TrinhDecimal value;
  double y;

  if (!trinh_chart_get_value (plot->chart, series, period, &value))
    {
      trinh_chart_plot_mark_blank (plot, x);
      return;
    }
  y = trinh_chart_plot_get_y (plot, value);
  if (value.units != 0)
    {
      trace_bar (plot->cr, x - layout->bar / 2, x + layout->bar / 2, trinh_chart_plot_get_origin (plot), y);
      fill_bar (plot, period, layout->n_series);
    }
}

static double
draw_periods (TrinhChartPlot *plot,
              const Layout *layout,
              guint series,
              double top)
{
  if (layout->n_series > 1 && !shows_every_period (layout))
    {
      g_autoptr (PangoLayout) text = create_range_text (plot, layout);
      double x = plot->left + layout->group * (series + 0.5);

      trinh_chart_plot_show_text (plot, text, x, top, 0.5, plot->palette->dim);
      return top + measure_periods (plot, layout);
    }
  for (guint i = 0; i < layout->n_periods; i++)
    if (shows_period (plot, layout, i))
      {
        g_autoptr (PangoLayout) text = create_period_text (plot, layout, i);
        gboolean current = i == trinh_chart_get_current (plot->chart);

        trinh_chart_plot_show_text (plot, text, get_center (plot, layout, series, i), top, 0.5, current ? plot->palette->text : plot->palette->dim);
      }
  return top + measure_periods (plot, layout);
}

static void
draw_group (TrinhChartPlot *plot,
            const Layout *layout,
            guint series,
            gboolean every_number)
{
  double y;

  for (guint i = 0; i < layout->n_periods; i++)
    draw_bar (plot, layout, series, i);
  draw_numbers (plot, layout, series, every_number);
  y = draw_periods (plot, layout, series, plot->bottom + 6);
  if (layout->n_series > 1)
    {
      g_autoptr (PangoLayout) text = create_group_text (plot, layout, series);

      trinh_chart_plot_show_text (plot, text, plot->left + layout->group * (series + 0.5), y + 4, 0.5, plot->palette->text);
    }
}

double
trinh_chart_bars_get_bottom (TrinhChartPlot *plot)
{
  Layout layout = lay_out (plot);

  if (trinh_chart_get_n_periods (plot->chart) == 0)
    return 0;
  return 6 + measure_periods (plot, &layout) + (trinh_chart_get_n_series (plot->chart) > 1 ? measure_groups (plot, &layout) : 0);
}

void
trinh_chart_bars_draw (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  Layout layout = lay_out (plot);
  gboolean every_number;

  if (trinh_chart_get_n_periods (plot->chart) == 0)
    return;
  every_number = trinh_chart_plot_fit_numbers (plot, layout.slot);
  for (guint i = 0; i < n_series; i++)
    draw_group (plot, &layout, i, every_number);
}
