/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-chart.h"

/* The accent is darker (or, on a dark ground, lighter) than the greys, so that the
 * current period stands out where colours are lost too. */
static const TrinhChartPalette light = {
  .ground = { 1.00, 1.00, 1.00, 1.0 },
  .text = { 0.13, 0.13, 0.15, 1.0 },
  .dim = { 0.38, 0.38, 0.41, 1.0 },
  .accent = { 0.10, 0.37, 0.71, 1.0 },
  .earlier = { 0.71, 0.72, 0.75, 1.0 },
  .font = "Adwaita Sans, Cantarell, Noto Sans, Liberation Sans, sans-serif",
};

static const TrinhChartPalette dark = {
  .ground = { 0.13, 0.13, 0.15, 1.0 },
  .text = { 0.96, 0.96, 0.97, 1.0 },
  .dim = { 0.68, 0.68, 0.71, 1.0 },
  .accent = { 0.47, 0.68, 0.93, 1.0 },
  .earlier = { 0.40, 0.40, 0.44, 1.0 },
  .font = "Adwaita Sans, Cantarell, Noto Sans, Liberation Sans, sans-serif",
};

static const TrinhChartPalette paper = {
  .ground = { 1.0, 1.0, 1.0, 0.0 },
  .text = { 0.0, 0.0, 0.0, 1.0 },
  .dim = { 0.25, 0.25, 0.25, 1.0 },
  .accent = { 0.15, 0.15, 0.15, 1.0 },
  .earlier = { 0.45, 0.45, 0.45, 1.0 },
  .patterns = TRUE,
  .font = "Times New Roman, Liberation Serif, serif",
};

const TrinhChartPalette *
trinh_chart_palette_light (void)
{
  return &light;
}

const TrinhChartPalette *
trinh_chart_palette_dark (void)
{
  return &dark;
}

const TrinhChartPalette *
trinh_chart_palette_paper (void)
{
  return &paper;
}
