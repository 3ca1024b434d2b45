/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-chart-axis.h"
#include "trinh-chart-private.h"

typedef struct
{
  const char *path;
  const char *values; /* separated by spaces */
  gboolean from_zero;
  gboolean per_cent;
  guint n_steps;
  const char *ticks;
} Case;

static const Case cases[] = {
  { "/axis/bars/whole", "21 18 33", TRUE, FALSE, 5, "0 10 20 30 40" },
  { "/axis/bars/no-half-document", "1 2", TRUE, FALSE, 6, "0 1 2" },
  { "/axis/bars/decimals", "0.4 0.7", TRUE, FALSE, 5, "0,0 0,2 0,4 0,6 0,8" },
  { "/axis/bars/thousands", "1934 1234", TRUE, FALSE, 5, "0 500 1.000 1.500 2.000" },
  { "/axis/bars/millions", "11250000 3400000", TRUE, FALSE, 4, "0 5 triệu 10 triệu 15 triệu" },
  { "/axis/bars/below-a-million", "450000 120000", TRUE, FALSE, 5, "0 100.000 200.000 300.000 400.000 500.000" },
  { "/axis/bars/billions", "3400000000", TRUE, FALSE, 4, "0 1 tỷ 2 tỷ 3 tỷ 4 tỷ" },
  { "/axis/bars/all-equal", "7 7 7", TRUE, FALSE, 4, "0 2 4 6 8" },
  { "/axis/bars/one", "5", TRUE, FALSE, 5, "0 1 2 3 4 5" },
  { "/axis/bars/all-blank", "", TRUE, FALSE, 5, "0 1" },
  { "/axis/bars/all-zero", "0 0", TRUE, FALSE, 5, "0 1" },
  { "/axis/bars/negative", "-3 8", TRUE, FALSE, 5, "-5 0 5 10" },
  { "/axis/bars/only-negative", "-4 -8", TRUE, FALSE, 4, "-8 -6 -4 -2 0" },
  { "/axis/bars/at-the-end", "40 10", TRUE, FALSE, 4, "0 10 20 30 40" },
  { "/axis/bars/largest", "99999999999999", TRUE, FALSE, 5, "0 20.000 tỷ 40.000 tỷ 60.000 tỷ 80.000 tỷ 100.000 tỷ" },
  { "/axis/bars/span-of-extremes", "99999999999999 -99999999999999", TRUE, FALSE, 4, "-100.000 tỷ -50.000 tỷ 0 50.000 tỷ 100.000 tỷ" },
  { "/axis/per-cent/ends-at-100", "63.6 42.4", TRUE, TRUE, 5, "0 20 40 60 80 100" },
  { "/axis/per-cent/small", "0.3", TRUE, TRUE, 2, "0 50 100" },
  { "/axis/per-cent/full", "100", TRUE, TRUE, 5, "0 20 40 60 80 100" },
  { "/axis/per-cent/above", "100.5", TRUE, TRUE, 3, "0 50 100 150" },
  { "/axis/per-cent/blank", "", TRUE, TRUE, 2, "0 50 100" },
  { "/axis/line/far-apart", "10 40", FALSE, FALSE, 4, "0 10 20 30 40" },
  { "/axis/line/close-together", "1900 1934", FALSE, FALSE, 4, "1.900 1.910 1.920 1.930 1.940" },
  { "/axis/line/all-equal", "1900 1900", FALSE, FALSE, 4, "0 500 1.000 1.500 2.000" },
  { "/axis/line/per-cent", "97.2 99.1", FALSE, TRUE, 4, "97 98 99 100" },
  { "/axis/line/negative-close", "-98 -100", FALSE, FALSE, 4, "-100 -99 -98" },
};

static void
include_all (TrinhChartAxis *axis,
             const char *values)
{
  g_auto (GStrv) words = g_strsplit (values, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      TrinhDecimal value;

      g_assert_true (trinh_decimal_parse_canonical (words[i], &value, NULL));
      trinh_chart_axis_include (axis, value);
    }
}

static char *
dup_ticks (const TrinhChartAxis *axis)
{
  g_autoptr (GString) ticks = g_string_new (NULL);

  for (guint i = 0; i < trinh_chart_axis_get_n_ticks (axis); i++)
    {
      g_autofree char *label = trinh_chart_axis_dup_label (axis, i);

      g_string_append_printf (ticks, "%s%s", i > 0 ? " " : "", label);
    }
  return g_string_free (g_steal_pointer (&ticks), FALSE);
}

static void
test_ticks (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *ticks = NULL;
  TrinhChartAxis axis;

  trinh_chart_axis_init (&axis);
  include_all (&axis, test->values);
  trinh_chart_axis_settle (&axis, test->from_zero, test->per_cent, test->n_steps);
  ticks = dup_ticks (&axis);

  g_assert_cmpstr (ticks, ==, test->ticks);
  g_assert_cmpuint (trinh_chart_axis_get_n_ticks (&axis), <=, MAX (test->n_steps, 2) + 1);
}

static void
test_places (void)
{
  TrinhChartAxis axis;

  trinh_chart_axis_init (&axis);
  include_all (&axis, "-5 15");
  trinh_chart_axis_settle (&axis, TRUE, FALSE, 4);

  g_assert_cmpfloat_with_epsilon (trinh_chart_axis_normalize (&axis, TRINH_DECIMAL_INIT (-5)), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (trinh_chart_axis_get_origin (&axis), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (trinh_chart_axis_normalize (&axis, TRINH_DECIMAL_INIT (5)), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (trinh_chart_axis_normalize (&axis, TRINH_DECIMAL_INIT (15)), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (trinh_chart_axis_normalize (&axis, TRINH_DECIMAL_INIT (99)), 1, 1e-9);
}

static void
test_short_numbers (void)
{
  static const struct
  {
    const char *value;
    const char *shorter;
    const char *shortest;
  } numbers[] = {
    { "0", "0", "0" },
    { "63.6", "63,6", "63,6" },
    { "999999", "999.999", "999.999" },
    { "11250000", "11,25 triệu", "11,3 tr" },
    { "5000000", "5 triệu", "5 tr" },
    { "-3400000", "-3,4 triệu", "-3,4 tr" },
    { "3456000000", "3,46 tỷ", "3,5 tỷ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *shorter = NULL;
      g_autofree char *shortest = NULL;
      TrinhDecimal value;

      g_assert_true (trinh_decimal_parse_canonical (numbers[i].value, &value, NULL));
      shorter = trinh_chart_dup_short_number (value);
      shortest = trinh_chart_dup_shortest_number (value);
      g_assert_cmpstr (shorter, ==, numbers[i].shorter);
      g_assert_cmpstr (shortest, ==, numbers[i].shortest);
    }
}

/* What the unit counts in millions is not counted in millions again. */
static void
test_units (void)
{
  static const struct
  {
    const char *unit;
    gboolean many;
  } units[] = {
    { "Triệu đồng", TRUE },
    { "TRIỆU ĐỒNG", TRUE },
    { "nghìn đồng", TRUE },
    { "Tỷ đồng", TRUE },
    { "đồng", FALSE },
    { "%", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_assert_cmpint (trinh_chart_is_unit_of_many (units[i].unit), ==, units[i].many);
}

static void
assert_apart (const double *centres,
              guint n_centres,
              double height)
{
  for (guint i = 0; i < n_centres; i++)
    for (guint j = i + 1; j < n_centres; j++)
      g_assert_cmpfloat (ABS (centres[i] - centres[j]), >=, height - 1e-6);
}

static void
test_spread_leaves_apart (void)
{
  double centres[] = { 90, 10, 50 };

  trinh_chart_spread_labels (centres, 3, 20, 0, 100);

  g_assert_cmpfloat_with_epsilon (centres[0], 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[1], 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[2], 50, 1e-9);
}

static void
test_spread_collision (void)
{
  double centres[] = { 50, 50, 52, 98, 99 };

  trinh_chart_spread_labels (centres, 5, 15, 0, 100);

  assert_apart (centres, 5, 15);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (centres[i], >=, 7.5);
      g_assert_cmpfloat (centres[i], <=, 92.5);
    }
  g_assert_cmpfloat (centres[2], >, centres[1]);
}

static void
test_spread_no_room (void)
{
  double centres[] = { 3, 1, 2, 0 };

  trinh_chart_spread_labels (centres, 4, 50, 0, 40);

  assert_apart (centres, 4, 10);
  g_assert_cmpfloat_with_epsilon (centres[0], 35, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[3], 5, 1e-9);
  trinh_chart_spread_labels (centres, 0, 50, 0, 40);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, cases + i, test_ticks);
  g_test_add_func ("/axis/places", test_places);
  g_test_add_func ("/chart-axis/units", test_units);
  g_test_add_func ("/axis/short-numbers", test_short_numbers);
  g_test_add_func ("/axis/spread/apart", test_spread_leaves_apart);
  g_test_add_func ("/axis/spread/collision", test_spread_collision);
  g_test_add_func ("/axis/spread/no-room", test_spread_no_room);

  return g_test_run ();
}
