/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <math.h>

#include "trinh-chart-private.h"
#include "trinh-document-private.h"

#define LABEL_WIDTH 44.0
#define LABEL_SHARE 0.34 /* of the width, at most, for the labels at the line ends */
#define INSET 36.0
#define RADIUS 3.6

static guint
get_n_periods (TrinhChartPlot *plot)
{
  return MAX (trinh_chart_get_n_periods (plot->chart), 1);
}

/* From the area's edge to the first point and from the last one to the other edge */
static double
get_inset (TrinhChartPlot *plot)
{
  return MIN ((plot->right - plot->left) / get_n_periods (plot) / 2, INSET);
}

static double
get_slot (TrinhChartPlot *plot)
{
  double room = plot->right - plot->left;

  return get_n_periods (plot) == 1 ? room : (room - 2 * get_inset (plot)) / (get_n_periods (plot) - 1);
}

static double
get_x (TrinhChartPlot *plot,
       guint period)
{
  if (get_n_periods (plot) == 1)
    return (plot->left + plot->right) / 2;
  return plot->left + get_inset (plot) + get_slot (plot) * period;
}

static gboolean
shows_period (TrinhChartPlot *plot,
              guint period)
{
  guint current = trinh_chart_get_current (plot->chart);
  guint stride = MAX ((guint) ceil (LABEL_WIDTH / get_slot (plot)), 1);

  return (current > period ? current - period : period - current) % stride == 0;
}

static PangoLayout *
create_period_text (TrinhChartPlot *plot,
                    guint period)
{
  gboolean current = period == trinh_chart_get_current (plot->chart);
  double width = MIN (get_slot (plot) * MAX (ceil (LABEL_WIDTH / get_slot (plot)), 1), 2 * INSET + 16) - 4;

  return trinh_chart_plot_create_text (plot, trinh_chart_get_period (plot->chart, period), plot->text_size, current, width, 3);
}

static gboolean
find_last (TrinhChartPlot *plot,
           guint series,
           guint *period,
           TrinhDecimal *value)
{
  for (guint i = trinh_chart_get_n_periods (plot->chart); i > 0; i--)
    if (trinh_chart_get_value (plot->chart, series, i - 1, value))
      {
        *period = i - 1;
        return TRUE;
      }
  return FALSE;
}

/* "59", "59 (ước)" of an estimate, and "50 (6T 2021)" where the line ends before the others */
static char *
dup_end_number (TrinhChartPlot *plot,
                guint series)
{
  g_autofree char *number = NULL;
  const char *estimate;
  TrinhDecimal value;
  guint period;

  if (!find_last (plot, series, &period, &value))
    return g_strdup ("–");
  number = trinh_chart_is_unit_of_many (trinh_chart_get_unit (plot->chart)) ? trinh_decimal_format (value) : trinh_chart_dup_short_number (value);
  estimate = trinh_chart_get_estimate (plot->chart, series, period) ? TRINH_VALUE_ESTIMATE_MARK : "";
  if (period + 1 == get_n_periods (plot))
    return g_strconcat (number, estimate, NULL);
  return g_strdup_printf ("%s%s (%s)", number, estimate, trinh_chart_get_period (plot->chart, period));
}

/* The number stands first, so that an ellipsis never takes it. */
static PangoLayout *
create_end_text (TrinhChartPlot *plot,
                 guint series,
                 double width,
                 guint n_lines)
{
  const char *label = trinh_chart_get_series (plot->chart, series);
  g_autofree char *number = dup_end_number (plot, series);
  g_autofree char *text = g_strdup_printf ("%s  %s", number, label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoLayout *layout;

  layout = trinh_chart_plot_create_text (plot, text, plot->text_size, FALSE, width, n_lines);
  bold->end_index = strlen (number);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Lines differ by dash and mark as well as by colour. */
static void
set_line (TrinhChartPlot *plot,
          guint series)
{
  static const double dashes[][4] = { { 7, 4, 7, 4 }, { 2, 3, 2, 3 }, { 9, 3, 2, 3 }, { 4, 2, 4, 2 } };

  trinh_chart_plot_set_color (plot, series == 0 ? plot->palette->accent : plot->palette->dim);
  cairo_set_line_width (plot->cr, series == 0 ? 2.2 : 1.4);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  if (series > 0)
    cairo_set_dash (plot->cr, dashes[(series - 1) % G_N_ELEMENTS (dashes)], 4, 0);
}

static void
trace_line (TrinhChartPlot *plot,
            guint series)
{
  gboolean connected = FALSE;

  for (guint i = 0; i < get_n_periods (plot); i++)
    {
      TrinhDecimal value;

      if (!trinh_chart_get_value (plot->chart, series, i, &value))
        connected = FALSE;
      else if (connected)
        cairo_line_to (plot->cr, get_x (plot, i), trinh_chart_plot_get_y (plot, value));
      else
        {
          cairo_move_to (plot->cr, get_x (plot, i), trinh_chart_plot_get_y (plot, value));
          connected = TRUE;
        }
    }
}

static void
trace_mark (cairo_t *cr,
            guint series,
            double x,
            double y,
            double radius)
{
  guint corners = series % 4 == 0 ? 0 : series % 4 == 1 ? 4
                                                        : 3;
  double turn = series % 4 == 1 ? G_PI / 4 : series % 4 == 2 ? -G_PI / 2
                                                             : G_PI / 2;

  cairo_new_path (cr);
  if (corners == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  for (guint i = 0; i < corners; i++)
    cairo_line_to (cr, x + 1.25 * radius * cos (turn + 2 * G_PI * i / corners), y + 1.25 * radius * sin (turn + 2 * G_PI * i / corners));
  cairo_close_path (cr);
}

/* Earlier points are open, the current one is full and larger. */
static void
draw_marks (TrinhChartPlot *plot,
            guint series)
{
  const double *under = plot->palette->ground;
  const double ground[4] = { under[0], under[1], under[2], 1 };
  TrinhDecimal value;

  cairo_set_dash (plot->cr, NULL, 0, 0);
  for (guint i = 0; i < get_n_periods (plot); i++)
    if (trinh_chart_get_value (plot->chart, series, i, &value))
      {
        gboolean current = i == trinh_chart_get_current (plot->chart);

        trace_mark (plot->cr, series, get_x (plot, i), trinh_chart_plot_get_y (plot, value), current ? RADIUS + 1 : RADIUS);
        trinh_chart_plot_set_color (plot, ground);
        if (!current)
          cairo_fill_preserve (plot->cr);
        trinh_chart_plot_set_color (plot, series == 0 ? plot->palette->accent : plot->palette->dim);
        if (current)
          cairo_fill_preserve (plot->cr);
        cairo_set_line_width (plot->cr, 1.4);
        cairo_stroke (plot->cr);
      }
}

static void
draw_line (TrinhChartPlot *plot,
           guint series)
{
  cairo_save (plot->cr);
  set_line (plot, series);
  trace_line (plot, series);
  cairo_stroke (plot->cr);
  draw_marks (plot, series);
  cairo_restore (plot->cr);
}

/* A number in a valley stands under its point, or the line would run through it. */
static gboolean
is_valley (TrinhChartPlot *plot,
           guint period,
           TrinhDecimal value)
{
  TrinhDecimal other;
  gboolean lower = FALSE;

  if (period > 0 && trinh_chart_get_value (plot->chart, 0, period - 1, &other))
    {
      if (other.units <= value.units)
        return FALSE;
      lower = TRUE;
    }
  if (trinh_chart_get_value (plot->chart, 0, period + 1, &other))
    {
      if (other.units <= value.units)
        return FALSE;
      lower = TRUE;
    }
  return lower;
}

static void
draw_numbers (TrinhChartPlot *plot)
{
  gboolean every = trinh_chart_plot_fit_numbers (plot, get_slot (plot));
  guint current = trinh_chart_get_current (plot->chart);
  double under = RADIUS + 2;
  TrinhDecimal value;

  for (guint i = 0; i < get_n_periods (plot); i++)
    if (!trinh_chart_get_value (plot->chart, 0, i, &value))
      trinh_chart_plot_mark_blank (plot, get_x (plot, i));
    else if (every || i == current || shows_period (plot, i))
      {
        double height = plot->text_size * 1.35 + trinh_chart_plot_get_estimate_height (plot, 0, i);
        double y = trinh_chart_plot_get_y (plot, value);
        gboolean below = is_valley (plot, i, value) && y + under + height < plot->bottom;

        trinh_chart_plot_show_number (plot, 0, i, get_x (plot, i), below ? y + under : y - under - height);
      }
}

static void
draw_leader (TrinhChartPlot *plot,
             guint series,
             double y)
{
  TrinhDecimal value;
  guint period;

  if (!find_last (plot, series, &period, &value) || period + 1 < get_n_periods (plot))
    return;
  cairo_save (plot->cr);
  trinh_chart_plot_set_color (plot, plot->palette->dim);
  cairo_set_line_width (plot->cr, 0.6);
  cairo_move_to (plot->cr, get_x (plot, period) + RADIUS + 4, trinh_chart_plot_get_y (plot, value));
  cairo_line_to (plot->cr, plot->right + 4, y);
  cairo_stroke (plot->cr);
  cairo_restore (plot->cr);
}

static double
get_end_width (TrinhChartPlot *plot)
{
  return plot->width * LABEL_SHARE - 8;
}

static double
measure_ends (TrinhChartPlot *plot,
              guint n_lines)
{
  double tallest = 0;

  for (guint i = 0; i < trinh_chart_get_n_series (plot->chart); i++)
    {
      g_autoptr (PangoLayout) text = create_end_text (plot, i, get_end_width (plot), n_lines);
      double height;

      trinh_chart_plot_measure (text, NULL, &height);
      tallest = MAX (tallest, height);
    }
  return tallest + 3;
}

static void
draw_ends (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  double line = plot->text_size * 1.45;
  guint n_lines = (plot->bottom - plot->top) / n_series >= 2 * line ? 2 : 1;
  g_autofree double *centres = g_new0 (double, n_series);
  TrinhDecimal value;
  guint period;

  for (guint i = 0; i < n_series; i++)
    centres[i] = find_last (plot, i, &period, &value) ? trinh_chart_plot_get_y (plot, value) : plot->bottom;
  trinh_chart_spread_labels (centres, n_series, measure_ends (plot, n_lines), plot->top - line, plot->bottom + line);
  for (guint i = 0; i < n_series; i++)
    {
      g_autoptr (PangoLayout) text = create_end_text (plot, i, get_end_width (plot), n_lines);
      double height;

      trinh_chart_plot_measure (text, NULL, &height);
      draw_leader (plot, i, centres[i]);
      trinh_chart_plot_show_text (plot, text, plot->right + 8, centres[i] - height / 2, 0, i == 0 ? plot->palette->accent : plot->palette->text);
    }
}

static void
draw_periods (TrinhChartPlot *plot)
{
  for (guint i = 0; i < trinh_chart_get_n_periods (plot->chart); i++)
    if (shows_period (plot, i))
      {
        g_autoptr (PangoLayout) text = create_period_text (plot, i);
        gboolean current = i == trinh_chart_get_current (plot->chart);

        trinh_chart_plot_show_text (plot, text, get_x (plot, i), plot->bottom + 6, 0.5, current ? plot->palette->text : plot->palette->dim);
      }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const double *const *first = a;
  const double *const *second = b;

  if (**first > **second)
    return 1;
  return **first < **second ? -1 : *first < *second ? -1
                                                    : 1;
}

void
trinh_chart_spread_labels (double *centres,
                           guint n_centres,
                           double height,
                           double top,
                           double bottom)
{
  g_autofree double **order = g_new (double *, n_centres);
  double next = top;

  if (n_centres == 0)
    return;
  height = MIN (height, (bottom - top) / n_centres);
  for (guint i = 0; i < n_centres; i++)
    order[i] = centres + i;
  qsort (order, n_centres, sizeof *order, compare_places);
  for (guint i = 0; i < n_centres; i++)
    {
      *order[i] = MAX (*order[i], next + height / 2);
      next = *order[i] + height / 2;
    }
  next = bottom;
  for (guint i = n_centres; i > 0; i--)
    {
      *order[i - 1] = MIN (*order[i - 1], next - height / 2);
      next = *order[i - 1] - height / 2;
    }
}

double
trinh_chart_lines_get_bottom (TrinhChartPlot *plot)
{
  double tallest = 0;

  for (guint i = 0; i < trinh_chart_get_n_periods (plot->chart); i++)
    if (shows_period (plot, i))
      {
        g_autoptr (PangoLayout) text = create_period_text (plot, i);
        double height;

        trinh_chart_plot_measure (text, NULL, &height);
        tallest = MAX (tallest, height);
      }
  return tallest + 6;
}

double
trinh_chart_lines_get_right (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);
  double widest = 0;

  if (n_series < 2)
    return 0;
  for (guint i = 0; i < n_series; i++)
    {
      g_autoptr (PangoLayout) text = create_end_text (plot, i, get_end_width (plot), 2);
      double width;

      trinh_chart_plot_measure (text, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest + 8;
}

void
trinh_chart_lines_draw (TrinhChartPlot *plot)
{
  guint n_series = trinh_chart_get_n_series (plot->chart);

  draw_periods (plot);
  for (guint i = n_series; i > 0; i--)
    draw_line (plot, i - 1);
  if (n_series == 1)
    draw_numbers (plot);
  else if (n_series > 1)
    draw_ends (plot);
}
