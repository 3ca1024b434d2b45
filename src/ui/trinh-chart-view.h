/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhChartView:
 *
 * A chart on screen, in the light or dark palette that the style has; drawn by
 * the painter that draws it on paper.
 *
 * Properties: chart (TrinhChart).
 */
#define TRINH_TYPE_CHART_VIEW (trinh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TrinhChartView, trinh_chart_view, TRINH, CHART_VIEW, GtkWidget)

GtkWidget *trinh_chart_view_new (TrinhChart *chart);
TrinhChart *trinh_chart_view_get_chart (TrinhChartView *self);

G_END_DECLS
