/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-chart-axis.h"

/* Wide enough for every value of a report file (14 digits before the comma), and
 * far enough from the ends of gint64 that the arithmetic below cannot overflow. */
#define LIMIT (G_GINT64_CONSTANT (1000000000000000000))
#define HUNDRED (100 * TRINH_DECIMAL_SCALE)
#define MILLION (1000000 * TRINH_DECIMAL_SCALE)
#define BILLION (1000 * MILLION)

static gint64
floor_to (gint64 units,
          gint64 step)
{
  gint64 rest = units % step;

  return rest < 0 ? units - rest - step : units - rest;
}

static gint64
ceil_to (gint64 units,
         gint64 step)
{
  return -floor_to (-units, step);
}

/* The smallest of 1, 2, 5 times a power of ten, from @least on, that covers the span in @n_steps */
static gint64
nice_step (gint64 lowest,
           gint64 highest,
           gint64 least,
           guint n_steps)
{
  static const gint64 factors[] = { 1, 2, 5 };

  for (gint64 power = least; power < LIMIT; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        gint64 step = power * factors[i];

        if ((ceil_to (highest, step) - floor_to (lowest, step)) / step <= n_steps)
          return step;
      }
  return LIMIT;
}

/* Half a document is no tick: whole values have whole ticks. */
static gint64
least_step (guint8 decimals)
{
  gint64 step = TRINH_DECIMAL_SCALE;

  for (guint i = 0; i < decimals; i++)
    step /= 10;
  return step;
}

static guint8
decimals_of (gint64 step)
{
  guint8 decimals = 0;

  for (gint64 unit = TRINH_DECIMAL_SCALE; unit > 1 && step % unit != 0; unit /= 10)
    decimals++;
  return decimals;
}

/* A line may leave zero out only where its changes would be too small to see from there. */
static gboolean
is_close_together (gint64 lowest,
                   gint64 highest)
{
  gint64 span = highest - lowest;

  return span > 0 && (lowest > 0 || highest < 0) &&
         span < MAX (ABS (lowest), ABS (highest)) / 4;
}

static void
choose_span (const TrinhChartAxis *axis,
             gboolean from_zero,
             gboolean per_cent,
             gint64 *lowest,
             gint64 *highest)
{
  *lowest = axis->seen ? axis->lowest : 0;
  *highest = axis->seen ? axis->highest : 0;

  if (from_zero || !is_close_together (*lowest, *highest))
    {
      *lowest = MIN (*lowest, 0);
      *highest = MAX (*highest, 0);
    }
  if (per_cent && *highest >= 0)
    *highest = MAX (*highest, HUNDRED);
  if (*lowest == *highest)
    *highest = *lowest + least_step (axis->entered);
}

void
trinh_chart_axis_init (TrinhChartAxis *axis)
{
  g_return_if_fail (axis != NULL);

  *axis = (TrinhChartAxis) { .maximum = TRINH_DECIMAL_SCALE, .step = TRINH_DECIMAL_SCALE };
}

void
trinh_chart_axis_include (TrinhChartAxis *axis,
                          TrinhDecimal value)
{
  gint64 units;

  g_return_if_fail (axis != NULL);

  units = CLAMP (value.units, -LIMIT, LIMIT);
  axis->lowest = axis->seen ? MIN (axis->lowest, units) : units;
  axis->highest = axis->seen ? MAX (axis->highest, units) : units;
  axis->entered = MAX (axis->entered, MIN (value.decimals, TRINH_DECIMAL_MAX_DECIMALS));
  axis->seen = TRUE;
}

void
trinh_chart_axis_settle (TrinhChartAxis *axis,
                         gboolean from_zero,
                         gboolean per_cent,
                         guint n_steps)
{
  gint64 lowest;
  gint64 highest;

  g_return_if_fail (axis != NULL);

  choose_span (axis, from_zero, per_cent, &lowest, &highest);
  axis->step = nice_step (lowest, highest, least_step (axis->entered), MAX (n_steps, 2));
  axis->minimum = floor_to (lowest, axis->step);
  axis->maximum = ceil_to (highest, axis->step);
  axis->decimals = decimals_of (axis->step);
}

guint
trinh_chart_axis_get_n_ticks (const TrinhChartAxis *axis)
{
  g_return_val_if_fail (axis != NULL, 0);

  return (guint) ((axis->maximum - axis->minimum) / axis->step) + 1;
}

TrinhDecimal
trinh_chart_axis_get_tick (const TrinhChartAxis *axis,
                           guint position)
{
  g_return_val_if_fail (axis != NULL, (TrinhDecimal) { 0 });

  return (TrinhDecimal) { axis->minimum + axis->step * position, axis->decimals };
}

double
trinh_chart_axis_normalize (const TrinhChartAxis *axis,
                            TrinhDecimal value)
{
  gint64 units;

  g_return_val_if_fail (axis != NULL, 0);

  units = CLAMP (value.units, axis->minimum, axis->maximum);
  return (double) (units - axis->minimum) / (double) (axis->maximum - axis->minimum);
}

double
trinh_chart_axis_get_origin (const TrinhChartAxis *axis)
{
  return trinh_chart_axis_normalize (axis, TRINH_DECIMAL_INIT (0));
}

static char *
format_in (TrinhDecimal value,
           gint64 scale,
           guint decimals,
           const char *word)
{
  g_autofree char *number = NULL;
  TrinhDecimal scaled = { value.units / (scale / TRINH_DECIMAL_SCALE), TRINH_DECIMAL_MAX_DECIMALS };

  scaled = trinh_decimal_round (scaled, decimals);
  scaled.decimals = decimals_of (scaled.units);
  number = trinh_decimal_format (scaled);
  return g_strdup_printf ("%s %s", number, word);
}

char *
trinh_chart_axis_dup_label (const TrinhChartAxis *axis,
                            guint position)
{
  TrinhDecimal tick;
  gint64 reach;

  g_return_val_if_fail (axis != NULL, NULL);

  tick = trinh_chart_axis_get_tick (axis, position);
  reach = MAX (axis->maximum, -axis->minimum);
  if (tick.units != 0 && reach >= BILLION && axis->step % (BILLION / 10) == 0)
    return format_in (tick, BILLION, 1, "tỷ");
  if (tick.units != 0 && reach >= MILLION && axis->step % (MILLION / 10) == 0)
    return format_in (tick, MILLION, 1, "triệu");
  return trinh_decimal_format (tick);
}

gboolean
trinh_chart_is_unit_of_many (const char *unit)
{
  static const char *const words[] = { "nghìn", "ngàn", "triệu", "tỷ", "tỉ", NULL };
  g_autofree char *lower = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (unit != NULL, FALSE);

  lower = g_utf8_strdown (unit, -1);
  parts = g_strsplit (lower, " ", 2);
  return parts[0] != NULL && g_strv_contains (words, parts[0]);
}

char *
trinh_chart_dup_short_number (TrinhDecimal value)
{
  if (ABS (value.units) >= BILLION)
    return format_in (value, BILLION, 2, "tỷ");
  if (ABS (value.units) >= MILLION)
    return format_in (value, MILLION, 2, "triệu");
  return trinh_decimal_format (value);
}

char *
trinh_chart_dup_shortest_number (TrinhDecimal value)
{
  if (ABS (value.units) >= BILLION)
    return format_in (value, BILLION, 1, "tỷ");
  if (ABS (value.units) >= MILLION)
    return format_in (value, MILLION, 1, "tr");
  return trinh_decimal_format (value);
}
