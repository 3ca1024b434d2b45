/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart-view.h"
#include "trinh-comparison-page.h"
#include "trinh-figure.h"
#include "trinh-indicator-picker.h"

G_BEGIN_DECLS

struct _TrinhComparisonPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GPtrArray *chosen;            /* addresses, interned */
  TrinhReportChart *comparison; /* what is shown; NULL without a report */
  GPtrArray *annex_rows;        /* of the group's rows, borrowed from it */
  char *annex_shown;            /* what they say: they stay, and keep the focus, while it is the same */
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
  AdwPreferencesGroup *annex;
  GtkWidget *renew_button;
};

/* Chooses what a chart of the annex shows. */
void trinh_comparison_page_show_chart (TrinhComparisonPage *self,
                                       TrinhReportChart *chart);

/* The annex of charts (trinh-comparison-page-annex.c) */

void trinh_comparison_annex_class_init (GtkWidgetClass *widget_class);
/* The rows as the report's charts are now */
void trinh_comparison_annex_update (TrinhComparisonPage *self);
/* The button that puts the chart of @unit into the annex, or says that it is there */
GtkWidget *trinh_comparison_annex_make_button (TrinhComparisonPage *self,
                                               const char *unit);

/* The figures behind the charts (trinh-comparison-data.c) */

/* (transfer full) (element-type TrinhReport): oldest first, the current one last */
GPtrArray *trinh_comparison_list_reports (TrinhWork *work,
                                          guint past);
/* What is chosen, with the figures of up to @past earlier periods. (transfer full) */
TrinhReportChart *trinh_comparison_make_comparison (TrinhWork *work,
                                                    GPtrArray *addresses,
                                                    guint past,
                                                    TrinhChartType type);
/* Of it what has one unit, for the annex. (transfer full) */
TrinhReportChart *trinh_comparison_make_part (TrinhWork *work,
                                              TrinhReportChart *comparison,
                                              const char *unit);
/* (transfer full) */
TrinhChart *trinh_comparison_make_chart (TrinhWork *work,
                                         TrinhReportChart *comparison,
                                         const char *unit);
/* What the reader must know about periods before a merger: added up, or left out and why. (transfer full): "" nothing */
char *trinh_comparison_dup_predecessors (TrinhWork *work,
                                         GPtrArray *reports);
/* The value of an address in one of the reports; the current one's computed values count. (transfer full): "–" for a blank */
char *trinh_comparison_dup_value (TrinhWork *work,
                                  TrinhReport *report,
                                  const char *address);

G_END_DECLS
