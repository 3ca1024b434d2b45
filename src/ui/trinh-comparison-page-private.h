/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart-view.h"
#include "trinh-comparison-page.h"

G_BEGIN_DECLS

struct _TrinhComparisonPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GPtrArray       *chosen;     /* addresses, interned */
  GtkStringList   *candidates; /* addresses that can be chosen */
  GtkCustomFilter *filter;
  GSignalGroup    *report_signals;
  guint            update_source;

  /* Template References */
  GtkSearchEntry *search;
  GtkListView    *found;
  GtkMenuButton  *add_button;
  AdwWrapBox     *chips;
  AdwToggleGroup *types;
  AdwToggleGroup *spans;
  GtkStack       *stack;
  GtkBox         *charts;
  GtkColumnView  *table;
};

/* The figures behind the charts (trinh-comparison-data.c) */

/* (transfer full) (element-type TrinhReport): oldest first, the current one last */
GPtrArray  *trinh_comparison_list_reports (TrinhWork   *work,
                                           guint        past);
/* (transfer full) (element-type TrinhChart): one for each unit among the addresses */
GPtrArray  *trinh_comparison_make_charts  (TrinhWork      *work,
                                           GPtrArray      *addresses,
                                           GPtrArray      *reports,
                                           TrinhChartType  type);
/* The value of an address in one of the reports; the current one's computed values count. (transfer full): "–" for a blank */
char       *trinh_comparison_dup_value    (TrinhWork   *work,
                                           TrinhReport *report,
                                           const char  *address);
/* "Biểu mẫu 3 · 3.3.1. Tổng số hồ sơ …" (transfer full) */
char       *trinh_comparison_dup_name     (TrinhWork   *work,
                                           const char  *address);
gboolean    trinh_comparison_is_number    (TrinhFormRow *row);

G_END_DECLS
