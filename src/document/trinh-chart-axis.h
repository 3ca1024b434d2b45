/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/**
 * TrinhChartAxis:
 * @minimum: where the axis begins, in units of a decimal
 * @maximum: where it ends
 * @step: between two ticks
 * @decimals: that the ticks' numbers need
 *
 * The value axis of a chart: 1, 2 or 5 times a power of ten between two ticks.
 * Values stay decimals; only the place on the screen is a floating-point number.
 */
typedef struct
{
  gint64 minimum;
  gint64 maximum;
  gint64 step;
  guint8 decimals;

  /*< private >*/
  gboolean seen; /* a value was included */
  gint64 lowest;
  gint64 highest;
  guint8 entered; /* the most decimals among the values */
} TrinhChartAxis;

void trinh_chart_axis_init (TrinhChartAxis *axis);
void trinh_chart_axis_include (TrinhChartAxis *axis,
                               TrinhDecimal value);
/* Chooses the ends and the step. @from_zero: the axis holds zero, as bars demand;
 * @per_cent: it ends at 100 unless a value passes it; @n_steps: the most steps that fit. */
void trinh_chart_axis_settle (TrinhChartAxis *axis,
                              gboolean from_zero,
                              gboolean per_cent,
                              guint n_steps);
guint trinh_chart_axis_get_n_ticks (const TrinhChartAxis *axis);
TrinhDecimal trinh_chart_axis_get_tick (const TrinhChartAxis *axis,
                                        guint position);
/* From 0 at the minimum to 1 at the maximum; held to these ends. */
double trinh_chart_axis_normalize (const TrinhChartAxis *axis,
                                   TrinhDecimal value);
/* Where zero stands; the near end where the axis does not hold it */
double trinh_chart_axis_get_origin (const TrinhChartAxis *axis);
/* "20", "2,5", and "5 triệu", "1,5 tỷ" where the axis counts in millions. (transfer full) */
char *trinh_chart_axis_dup_label (const TrinhChartAxis *axis,
                                  guint position);

/* The unit counts thousands, millions or milliards itself ("Triệu đồng"): "2 triệu" of it would say something else. */
gboolean trinh_chart_is_unit_of_many (const char *unit);
/* A number in little room: "11,25 triệu", "3,4 tỷ"; below a million in full. (transfer full) */
char *trinh_chart_dup_short_number (TrinhDecimal value);
/* In less still: "11,3 tr". (transfer full) */
char *trinh_chart_dup_shortest_number (TrinhDecimal value);

G_END_DECLS
