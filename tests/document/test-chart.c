/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-svg.h>
#include <glib/gstdio.h>
#include <math.h>

#include "trinh-chart.h"

#define WIDTH 600
#define HEIGHT 320

typedef struct
{
  double x;
  double width;
} Band;

static const Band everywhere = { 0, WIDTH };

/* "50 - 100": a value for each period, "-" for a blank */
static TrinhChart *
create_chart (TrinhChartType type,
              const char *unit,
              const char *numbers)
{
  g_auto (GStrv) words = g_strsplit (numbers, " ", -1);
  guint length = g_strv_length (words);
  g_autofree TrinhDecimal *values = g_new0 (TrinhDecimal, length);
  g_autofree gboolean *known = g_new0 (gboolean, length);
  g_auto (GStrv) periods = g_new0 (char *, length + 1);
  TrinhChart *chart = trinh_chart_new (type, "Tỷ lệ hoàn thành", "Biểu mẫu 1, dòng 2", unit);

  for (guint i = 0; i < length; i++)
    {
      periods[i] = g_strdup_printf ("Năm %u", 2020 + i);
      known[i] = trinh_decimal_parse_canonical (words[i], &values[i], NULL);
    }
  trinh_chart_set_periods (chart, (const char *const *) periods, length - 1);
  trinh_chart_add_series (chart, "Tỷ lệ", values, known);
  return chart;
}

static cairo_surface_t *
draw (TrinhChart *chart,
      double width,
      double height,
      const TrinhChartPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  trinh_chart_draw (chart, cr, width, height, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_color (guint32 pixel,
          const double color[4])
{
  for (guint i = 0; i < 3; i++)
    if (fabs ((double) ((pixel >> (16 - 8 * i)) & 0xff) - color[i] * 255) > 2)
      return FALSE;
  return TRUE;
}

static guint
count_pixels (cairo_surface_t *surface,
              Band band,
              const double color[4])
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  guint count = 0;

  for (int y = 0; y < height; y++)
    for (int x = (int) band.x; x < (int) (band.x + band.width); x++)
      count += is_color (((const guint32 *) (gconstpointer) (data + y * stride))[x], color);
  return count;
}

/* How many pixels of a palette's colour a chart has */
static guint
count_in_chart (TrinhChart *chart,
                const TrinhChartPalette *palette,
                Band band,
                const double color[4])
{
  cairo_surface_t *surface = draw (chart, WIDTH, HEIGHT, palette);
  guint count = count_pixels (surface, band, color);

  cairo_surface_destroy (surface);
  return count;
}

static void
count_notify (GObject *object,
              GParamSpec *pspec,
              gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_object (void)
{
  TrinhChart *chart = create_chart (TRINH_CHART_BAR, "%", "58.1 - 63.6");
  guint notified = 0;
  TrinhDecimal value;
  TrinhChartType type;

  g_signal_connect (chart, "notify::chart-type", G_CALLBACK (count_notify), &notified);
  trinh_chart_set_chart_type (chart, TRINH_CHART_BAR);
  g_assert_cmpuint (notified, ==, 0);
  g_object_set (chart, "chart-type", TRINH_CHART_LINE, NULL);
  g_object_get (chart, "chart-type", &type, NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpint (type, ==, TRINH_CHART_LINE);

  g_assert_cmpuint (trinh_chart_get_n_series (chart), ==, 1);
  g_assert_cmpuint (trinh_chart_get_n_periods (chart), ==, 3);
  g_assert_cmpstr (trinh_chart_get_title (chart), ==, "Tỷ lệ hoàn thành");
  g_assert_cmpstr (trinh_chart_get_subtitle (chart), ==, "Biểu mẫu 1, dòng 2");
  g_assert_cmpstr (trinh_chart_get_period (chart, 1), ==, "Năm 2021");
  g_assert_cmpstr (trinh_chart_get_series (chart, 0), ==, "Tỷ lệ");
  g_assert_true (trinh_chart_get_value (chart, 0, 2, &value));
  g_assert_cmpint (value.units, ==, 636000);
  g_assert_false (trinh_chart_get_value (chart, 0, 1, &value));
  g_assert_false (trinh_chart_get_value (chart, 0, 3, &value));
  g_assert_false (trinh_chart_get_value (chart, 1, 0, &value));
  g_assert_finalize_object (chart);
}

static void
test_summary (void)
{
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "%", "58.1 - 1934.5");
  g_autofree char *summary = trinh_chart_dup_summary (chart);

  g_assert_cmpstr (summary, ==, "Bar chart: Tỷ lệ hoàn thành. Biểu mẫu 1, dòng 2. Unit: %.\nTỷ lệ. Năm 2020: 58,1; Năm 2021: no value; Năm 2022: 1.934,5 (current period).");
}

static void
test_bars_from_zero (void)
{
  const TrinhChartPalette *light = trinh_chart_palette_light ();
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "%", "50 100");
  double accent = count_in_chart (chart, light, everywhere, light->accent);
  double earlier = count_in_chart (chart, light, everywhere, light->earlier);

  g_assert_cmpfloat (accent, >, 2000);
  g_assert_cmpfloat_with_epsilon (earlier / accent, 0.5, 0.02);
}

static void
test_per_cent_ends_at_hundred (void)
{
  const TrinhChartPalette *light = trinh_chart_palette_light ();
  g_autoptr (TrinhChart) half = create_chart (TRINH_CHART_BAR, "%", "10 50");
  g_autoptr (TrinhChart) full = create_chart (TRINH_CHART_BAR, "%", "10 100");
  double low = count_in_chart (half, light, everywhere, light->accent);
  double high = count_in_chart (full, light, everywhere, light->accent);

  g_assert_cmpfloat_with_epsilon (low / high, 0.5, 0.02);
}

static void
test_blank_is_no_zero (void)
{
  const TrinhChartPalette *light = trinh_chart_palette_light ();
  g_autoptr (TrinhChart) blank = create_chart (TRINH_CHART_BAR, "%", "- 100");
  g_autoptr (TrinhChart) zero = create_chart (TRINH_CHART_BAR, "%", "0 100");
  cairo_surface_t *first = draw (blank, WIDTH, HEIGHT, light);
  cairo_surface_t *second = draw (zero, WIDTH, HEIGHT, light);

  g_assert_cmpuint (count_pixels (first, everywhere, light->earlier), <, 40);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (first), cairo_image_surface_get_data (second), (gsize) cairo_image_surface_get_stride (first) * HEIGHT), !=, 0);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_negative_stands_below (void)
{
  const TrinhChartPalette *light = trinh_chart_palette_light ();
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "", "5 -5");
  double accent = count_in_chart (chart, light, everywhere, light->accent);
  double earlier = count_in_chart (chart, light, everywhere, light->earlier);

  g_assert_cmpfloat_with_epsilon (earlier / accent, 1, 0.03);
}

/* Without colours the current bar is full and the earlier ones are hatched. */
static void
test_paper_patterns (void)
{
  const TrinhChartPalette *paper = trinh_chart_palette_paper ();
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "%", "100 100");
  double full = count_in_chart (chart, paper, everywhere, paper->accent);
  double hatched = count_in_chart (chart, paper, everywhere, paper->earlier);

  g_assert_true (paper->patterns);
  g_assert_cmpfloat (full, >, 2000);
  g_assert_cmpfloat (hatched, <, full / 3);
}

static void
test_line_breaks_at_blank (void)
{
  const TrinhChartPalette *light = trinh_chart_palette_light ();
  Band middle = { WIDTH / 2 - 20, 40 };
  g_autoptr (TrinhChart) whole = create_chart (TRINH_CHART_LINE, "%", "40 50 60 70");
  g_autoptr (TrinhChart) first = create_chart (TRINH_CHART_LINE, "%", "40 - 60 70");
  g_autoptr (TrinhChart) second = create_chart (TRINH_CHART_LINE, "%", "40 50 - 70");

  g_assert_cmpuint (count_in_chart (whole, light, middle, light->accent), >, 20);
  g_assert_cmpuint (count_in_chart (first, light, middle, light->accent), ==, 0);
  g_assert_cmpuint (count_in_chart (second, light, middle, light->accent), ==, 0);
}

static void
add_more_series (TrinhChart *chart)
{
  const TrinhDecimal values[] = { TRINH_DECIMAL_INIT (1934), TRINH_DECIMAL_INIT (11250000), TRINH_DECIMAL_INIT (-3), TRINH_DECIMAL_INIT (0) };
  const gboolean known[] = { TRUE, TRUE, FALSE, TRUE };

  for (guint i = 0; i < 5; i++)
    trinh_chart_add_series (chart, "Số hồ sơ đã giải quyết đúng hạn và trước hạn trong kỳ báo cáo", values, known);
}

static void
test_every_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 360, 1600 };
  const TrinhChartPalette *palettes[] = { trinh_chart_palette_light (), trinh_chart_palette_dark (), trinh_chart_palette_paper () };
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "", "- 50 60 -");

  for (guint round = 0; round < 4; round++)
    {
      if (round == 2)
        add_more_series (chart);
      trinh_chart_set_chart_type (chart, round % 2 == 0 ? TRINH_CHART_BAR : TRINH_CHART_LINE);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
          cairo_surface_destroy (draw (chart, sizes[i], sizes[j], palettes[(i + j) % 3]));
    }
}

static void
test_empty (void)
{
  const char *const none[] = { NULL };
  g_autoptr (TrinhChart) bare = trinh_chart_new (TRINH_CHART_BAR, NULL, NULL, NULL);
  g_autoptr (TrinhChart) blank = create_chart (TRINH_CHART_LINE, "%", "- - -");

  cairo_surface_destroy (draw (bare, WIDTH, HEIGHT, trinh_chart_palette_light ()));
  trinh_chart_set_periods (bare, none, 0);
  trinh_chart_set_chart_type (bare, TRINH_CHART_LINE);
  cairo_surface_destroy (draw (bare, WIDTH, HEIGHT, trinh_chart_palette_dark ()));
  cairo_surface_destroy (draw (blank, WIDTH, HEIGHT, trinh_chart_palette_paper ()));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
test_write (void)
{
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "%", "58.1 63.6");
  g_autofree char *folder = g_dir_make_tmp ("chart-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (trinh_chart_write_png (chart, 300, 200, 2, png, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 600);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 400);
  cairo_surface_destroy (surface);

  g_assert_true (trinh_chart_write_svg (chart, 300, 200, svg, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (svg, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "</svg>"));
  g_assert_cmpuint (count_files (folder), ==, 2);

  g_remove (png);
  g_remove (svg);
  g_rmdir (folder);
}

static void
test_write_fails (void)
{
  g_autoptr (TrinhChart) chart = create_chart (TRINH_CHART_BAR, "%", "58.1 63.6");
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_chart_write_png (chart, 300, 200, 1, "/nonexistent/a.png", &error));
  g_assert_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/nonexistent/a.png"));
  g_clear_error (&error);
  g_assert_false (trinh_chart_write_svg (chart, 300, 200, "/nonexistent/a.svg", &error));
  g_assert_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_WRITE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chart/object", test_object);
  g_test_add_func ("/chart/summary", test_summary);
  g_test_add_func ("/chart/bars/from-zero", test_bars_from_zero);
  g_test_add_func ("/chart/bars/per-cent-ends-at-hundred", test_per_cent_ends_at_hundred);
  g_test_add_func ("/chart/bars/blank-is-no-zero", test_blank_is_no_zero);
  g_test_add_func ("/chart/bars/negative", test_negative_stands_below);
  g_test_add_func ("/chart/bars/paper", test_paper_patterns);
  g_test_add_func ("/chart/line/breaks-at-blank", test_line_breaks_at_blank);
  g_test_add_func ("/chart/every-size", test_every_size);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/chart/write", test_write);
  g_test_add_func ("/chart/write-fails", test_write_fails);

  return g_test_run ();
}
