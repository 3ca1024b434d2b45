/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart.h"
#include "trinh-chart-axis.h"

G_BEGIN_DECLS

/**
 * TrinhChartPlot:
 *
 * What the parts of the painter share while they draw one chart: the area inside
 * the axes, the sizes of the text and the value axis.
 */
typedef struct
{
  TrinhChart *chart;
  cairo_t *cr;
  PangoContext *context; /* one for all texts of a drawing: it keeps the fonts */
  const TrinhChartPalette *palette;
  TrinhChartAxis axis;
  double width; /* of the whole chart */
  double left;
  double top;
  double right;
  double bottom;
  double title_size;
  double text_size;
  guint brevity;  /* how numbers are shortened: one way for all of a chart */
  GString *texts; /* (nullable): gets what is written */
} TrinhChartPlot;

const char *trinh_chart_get_unit (TrinhChart *self);
guint trinh_chart_get_current (TrinhChart *self);

/* As trinh_chart_draw(). @context: (nullable): whose fonts are taken; @texts: (nullable): gets every text that is written, a
 * line each; one that is shortened stands there in full */
void trinh_chart_draw_full (TrinhChart *self,
                            cairo_t *cr,
                            double width,
                            double height,
                            const TrinhChartPalette *palette,
                            PangoContext *context,
                            GString *texts);

/* (transfer full) */
PangoContext *trinh_chart_plot_create_context (cairo_t *cr);
/* Text that is ellipsized at @width (below 0: any width); wrapped on up to @n_lines lines.
 * (transfer full) */
PangoLayout *trinh_chart_plot_create_text (TrinhChartPlot *plot,
                                           const char *text,
                                           double size,
                                           gboolean bold,
                                           double width,
                                           guint n_lines);
void trinh_chart_plot_measure (PangoLayout *layout,
                               double *width,
                               double *height);
/* @align: 0 begins at @x, 0.5 is centred on it, 1 ends there; @y is the top */
void trinh_chart_plot_show_text (TrinhChartPlot *plot,
                                 PangoLayout *layout,
                                 double x,
                                 double y,
                                 double align,
                                 const double color[4]);
/* The number of a series in a period, which is known, at its mark: centred on @x but inside the chart, "(ước)" under it
 * where it is an estimate, with a rim of the ground so that a line or a bar behind does not disturb it. @y: its top */
void trinh_chart_plot_show_number (TrinhChartPlot *plot,
                                   guint series,
                                   guint period,
                                   double x,
                                   double y);
/* The height that "(ước)" takes under a number; 0 where it is no estimate */
double trinh_chart_plot_get_estimate_height (TrinhChartPlot *plot,
                                             guint series,
                                             guint period);
/* Chooses the longest way to write the numbers in which each fits into @room.
 * Returns: %FALSE where not even the shortest does */
gboolean trinh_chart_plot_fit_numbers (TrinhChartPlot *plot,
                                       double room);
double trinh_chart_plot_text_width (TrinhChartPlot *plot,
                                    const char *text,
                                    double size,
                                    gboolean bold);
void trinh_chart_plot_set_color (TrinhChartPlot *plot,
                                 const double color[4]);
/* Where a value stands between bottom and top */
double trinh_chart_plot_get_y (TrinhChartPlot *plot,
                               TrinhDecimal value);
double trinh_chart_plot_get_origin (TrinhChartPlot *plot);
/* The mark of a blank: a short dash on the base line */
void trinh_chart_plot_mark_blank (TrinhChartPlot *plot,
                                  double x);

/* The room that labels need beside and below the area, then the area itself */
double trinh_chart_bars_get_bottom (TrinhChartPlot *plot);
void trinh_chart_bars_draw (TrinhChartPlot *plot);
double trinh_chart_lines_get_bottom (TrinhChartPlot *plot);
double trinh_chart_lines_get_right (TrinhChartPlot *plot);
void trinh_chart_lines_draw (TrinhChartPlot *plot);

/* Moves labels of @height apart so that none overlaps and all stand between @top and
 * @bottom; @centres: where they want to stand, in any order, changed in place. */
void trinh_chart_spread_labels (double *centres,
                                guint n_centres,
                                double height,
                                double top,
                                double bottom);

G_END_DECLS
