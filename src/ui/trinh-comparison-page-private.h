/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart-view.h"
#include "trinh-comparison-page.h"
#include "trinh-indicator-picker.h"

G_BEGIN_DECLS

struct _TrinhComparisonPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GPtrArray *chosen; /* addresses, interned */
  GSignalGroup *report_signals;
  guint update_source;

  /* Template References */
  TrinhIndicatorPicker *picker;
  GtkMenuButton *add_button;
  AdwWrapBox *chips;
  AdwToggleGroup *types;
  AdwToggleGroup *spans;
  GtkStack *stack;
  GtkLabel *predecessors;
  GtkBox *charts;
  GtkColumnView *table;
};

/* The figures behind the charts (trinh-comparison-data.c) */

/* (transfer full) (element-type TrinhReport): oldest first, the current one last */
GPtrArray *trinh_comparison_list_reports (TrinhWork *work,
                                          guint past);
/* (transfer full) (element-type TrinhChart): one for each unit among the addresses */
GPtrArray *trinh_comparison_make_charts (TrinhWork *work,
                                         GPtrArray *addresses,
                                         GPtrArray *reports,
                                         TrinhChartType type);
/* What the reader must know about periods before a merger: added up, or left out and why. (transfer full): "" nothing */
char *trinh_comparison_dup_predecessors (TrinhWork *work,
                                         GPtrArray *reports);
/* The value of an address in one of the reports; the current one's computed values count. (transfer full): "–" for a blank */
char *trinh_comparison_dup_value (TrinhWork *work,
                                  TrinhReport *report,
                                  const char *address);

G_END_DECLS
