/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-chart-view.h"

#define LEAST_WIDTH 280
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 300

struct _TrinhChartView
{
  GtkWidget parent_instance;

  /* Owned References */
  TrinhChart *chart;
};

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhChartView, trinh_chart_view, GTK_TYPE_WIDGET)

static void
trinh_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : NATURAL_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* The style's own colours and font, so that the chart belongs to the window. */
static TrinhChartPalette
make_palette (TrinhChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  TrinhChartPalette palette = adw_style_manager_get_dark (style) ? *trinh_chart_palette_dark () : *trinh_chart_palette_light ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  palette.font = pango_font_description_get_family (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  palette.accent[0] = accent->red;
  palette.accent[1] = accent->green;
  palette.accent[2] = accent->blue;
  palette.ground[3] = 0;

  return palette;
}

static void
trinh_chart_view_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  TrinhChartView *self = TRINH_CHART_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const TrinhChartPalette palette = make_palette (self);
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  trinh_chart_draw (self->chart, cr, width, height, &palette);
  cairo_destroy (cr);
}

static void
trinh_chart_view_set_chart (TrinhChartView *self,
                            TrinhChart *chart)
{
  g_autofree char *summary = NULL;

  if (!g_set_object (&self->chart, chart))
    return;

  summary = chart != NULL ? trinh_chart_dup_summary (chart) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chart != NULL ? trinh_chart_get_title (chart) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
trinh_chart_view_dispose (GObject *object)
{
  TrinhChartView *self = TRINH_CHART_VIEW (object);

  g_clear_object (&self->chart);

  G_OBJECT_CLASS (trinh_chart_view_parent_class)->dispose (object);
}

static void
trinh_chart_view_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART:
      g_value_set_object (value, TRINH_CHART_VIEW (object)->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_chart_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART:
      trinh_chart_view_set_chart (TRINH_CHART_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_chart_view_class_init (TrinhChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_chart_view_dispose;
  object_class->get_property = trinh_chart_view_get_property;
  object_class->set_property = trinh_chart_view_set_property;
  widget_class->measure = trinh_chart_view_measure;
  widget_class->snapshot = trinh_chart_view_snapshot;

  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, TRINH_TYPE_CHART, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trinh_chart_view_init (TrinhChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
trinh_chart_view_new (TrinhChart *chart)
{
  return g_object_new (TRINH_TYPE_CHART_VIEW, "chart", chart, NULL);
}

TrinhChart *
trinh_chart_view_get_chart (TrinhChartView *self)
{
  g_return_val_if_fail (TRINH_IS_CHART_VIEW (self), NULL);

  return self->chart;
}
