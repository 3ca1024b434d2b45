/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "trinh-document-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_CHART_BAR,
  TRINH_CHART_LINE,
} TrinhChartType;

#define TRINH_TYPE_CHART_TYPE (trinh_chart_type_get_type ())
GType trinh_chart_type_get_type (void);

/**
 * TrinhChartPalette:
 *
 * Colours (0 to 1) and the font of a chart. On paper patterns go with the colours.
 */
typedef struct
{
  double ground[4];
  double text[4];
  double dim[4];    /* axis text, grid */
  double accent[4]; /* the current period */
  double earlier[4];
  gboolean patterns;
  const char *font; /* Pango family */
} TrinhChartPalette;

/**
 * TrinhChart:
 *
 * One or more indicators over periods. Blanks are gaps, not zeros. Bars begin
 * at zero; a per cent axis ends at 100 unless a value passes it.
 *
 * Properties: chart-type.
 */
#define TRINH_TYPE_CHART (trinh_chart_get_type ())
G_DECLARE_FINAL_TYPE (TrinhChart, trinh_chart, TRINH, CHART, GObject)

/* @unit: "%" makes a per cent axis */
TrinhChart *trinh_chart_new (TrinhChartType type,
                             const char *title,
                             const char *subtitle,
                             const char *unit);
/* Points of all series, oldest first; @current: position of the current period */
void trinh_chart_set_periods (TrinhChart *self,
                              const char *const *titles,
                              guint current);
/* @values: one per period; @known: FALSE is a blank */
void trinh_chart_add_series (TrinhChart *self,
                             const char *label,
                             const TrinhDecimal *values,
                             const gboolean *known);
/* The number of a series in a period is an estimate: it is said with it wherever it is written. */
void trinh_chart_mark_estimate (TrinhChart *self,
                                guint series,
                                guint period);
void trinh_chart_set_chart_type (TrinhChart *self,
                                 TrinhChartType type);
TrinhChartType trinh_chart_get_chart_type (TrinhChart *self);
guint trinh_chart_get_n_series (TrinhChart *self);
guint trinh_chart_get_n_periods (TrinhChart *self);
const char *trinh_chart_get_title (TrinhChart *self);
const char *trinh_chart_get_subtitle (TrinhChart *self);
const char *trinh_chart_get_period (TrinhChart *self,
                                    guint position);
const char *trinh_chart_get_series (TrinhChart *self,
                                    guint position);
gboolean trinh_chart_get_value (TrinhChart *self,
                                guint series,
                                guint period,
                                TrinhDecimal *value);
/* %FALSE of a blank */
gboolean trinh_chart_get_estimate (TrinhChart *self,
                                   guint series,
                                   guint period);
/* What a screen reader says: title, unit, each value. (transfer full) */
char *trinh_chart_dup_summary (TrinhChart *self);
/* Light, dark, or paper (black and white, patterns) */
const TrinhChartPalette *trinh_chart_palette_light (void);
const TrinhChartPalette *trinh_chart_palette_dark (void);
const TrinhChartPalette *trinh_chart_palette_paper (void);
/* The one painter: in user units of @cr. */
void trinh_chart_draw (TrinhChart *self,
                       cairo_t *cr,
                       double width,
                       double height,
                       const TrinhChartPalette *palette);
/* On paper: black and white, with a white ground. (transfer full) (nullable): %NULL without memory for it */
GBytes *trinh_chart_make_png (TrinhChart *self,
                              double width,
                              double height,
                              double scale);
/* The picture in the light palette, to be placed in other documents. Written under a
 * temporary name and renamed. TRINH_DOCUMENT_ERROR_DRAW, TRINH_DOCUMENT_ERROR_WRITE */
gboolean trinh_chart_write_png (TrinhChart *self,
                                double width,
                                double height,
                                double scale,
                                const char *path,
                                GError **error);
gboolean trinh_chart_write_svg (TrinhChart *self,
                                double width,
                                double height,
                                const char *path,
                                GError **error);

G_END_DECLS
