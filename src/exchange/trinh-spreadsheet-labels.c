/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-spreadsheet-private.h"

#define THOUSAND (1000 * TRINH_DECIMAL_SCALE)
/* As many decimals as there are: no format with separators of thousands leaves the comma out where there are none. */
#define SHORT "[<1000]" TRINH_SPREADSHEET_LOCALE "General"

void
_trinh_spreadsheet_labels_add (TrinhSpreadsheetLabels *labels,
                               const TrinhSpreadsheetFigure *figure)
{
  gboolean fraction;

  if (figure->number == NULL)
    return;
  fraction = figure->number->units % TRINH_DECIMAL_SCALE != 0;
  labels->n_known++;
  labels->n_estimates += figure->estimate;
  labels->fractions = labels->fractions || fraction;
  labels->long_fractions = labels->long_fractions || (fraction && figure->number->units >= THOUSAND);
}

void
_trinh_spreadsheet_labels_set (const TrinhSpreadsheetLabels *labels,
                               lxw_chart_series *series,
                               gboolean has_room)
{
  const char *estimate = has_room && labels->n_estimates > 0 && labels->n_estimates == labels->n_known ? TRINH_SPREADSHEET_ESTIMATE : "";
  const char *format = labels->long_fractions ? TRINH_SPREADSHEET_DECIMALS : TRINH_SPREADSHEET_WHOLE;
  g_autofree char *number = labels->fractions ? g_strconcat (SHORT, estimate, ";", format, estimate, NULL) : g_strconcat (format, estimate, NULL);
  lxw_chart_font font = { .name = TRINH_SPREADSHEET_FONT, .size = 10 };

  chart_series_set_labels (series);
  chart_series_set_labels_font (series, &font);
  chart_series_set_labels_num_format (series, number);
}

char *
_trinh_spreadsheet_make_chart_title (const char *title,
                                     guint n_estimates)
{
  return g_strconcat (title, n_estimates > 0 ? " (có số liệu ước)" : "", NULL);
}
