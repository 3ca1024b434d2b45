/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_REPORT_CHART_BAR,
  TRINH_REPORT_CHART_LINE,
} TrinhReportChartKind;

/* "bar", "line" */
gboolean trinh_report_chart_kind_from_nick (const char *nick,
                                            TrinhReportChartKind *kind);

/**
 * TrinhReportChart:
 *
 * A comparison that is printed in the annex of charts, as in the report file's
 * "charts": indicators over earlier periods and the report's own. The figures of
 * the earlier periods are kept with it, so that the report looks the same where
 * those reports are not. Immutable; unknown members are kept.
 */
#define TRINH_TYPE_REPORT_CHART (trinh_report_chart_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReportChart, trinh_report_chart, TRINH, REPORT_CHART, GObject)

/* @id: "c1"; @title: "": made of the indicators; @indicators: addresses; @periods: "2021-H1", oldest first, without the report's own */
TrinhReportChart *trinh_report_chart_new (const char *id,
                                          const char *title,
                                          TrinhReportChartKind kind,
                                          const char *const *indicators,
                                          const char *const *periods);
/* The last @past periods before the report's own that the history has, with their figures */
TrinhReportChart *trinh_report_chart_new_from_history (TrinhEvaluation *evaluation,
                                                       const char *id,
                                                       TrinhReportChartKind kind,
                                                       const char *const *indicators,
                                                       guint past);
/* The same chart with something else; unknown members stay. */
TrinhReportChart *trinh_report_chart_with_id (TrinhReportChart *self,
                                              const char *id);
TrinhReportChart *trinh_report_chart_with_title (TrinhReportChart *self,
                                                 const char *title);
/* … with the figures that the history has now; where it has none of a period, those kept stay */
TrinhReportChart *trinh_report_chart_with_history (TrinhReportChart *self,
                                                   TrinhEvaluation *evaluation);
/* … for the report after @last, in which it stands: the period of @last comes to those before it with its figures, and
 * the oldest of them goes, so that as many are compared as were */
TrinhReportChart *trinh_report_chart_with_next (TrinhReportChart *self,
                                                TrinhReport *last);
TrinhReportChart *trinh_report_chart_from_json (JsonNode *node,
                                                GError **error);
JsonNode *trinh_report_chart_to_json (TrinhReportChart *self);
const char *trinh_report_chart_get_id (TrinhReportChart *self);
const char *trinh_report_chart_get_title (TrinhReportChart *self);
TrinhReportChartKind trinh_report_chart_get_kind (TrinhReportChart *self);
const char *const *trinh_report_chart_get_indicators (TrinhReportChart *self);
const char *const *trinh_report_chart_get_periods (TrinhReportChart *self);
/* Whether figures of the period are kept, blanks though they may be */
gboolean trinh_report_chart_has_period (TrinhReportChart *self,
                                        const char *period);
/* The figure that is kept: %FALSE where there is none */
gboolean trinh_report_chart_get_kept (TrinhReportChart *self,
                                      const char *period,
                                      const char *address,
                                      TrinhDecimal *number);
/* The figure that is drawn: the one kept, else the history's */
gboolean trinh_report_chart_get_figure (TrinhReportChart *self,
                                        TrinhEvaluation *evaluation,
                                        const char *period,
                                        const char *address,
                                        TrinhDecimal *number);
gboolean trinh_report_chart_equal (TrinhReportChart *a,
                                   TrinhReportChart *b);

/* Periods that neither the chart nor the history has figures of. (transfer full) */
char **trinh_report_chart_dup_missing (TrinhReportChart *self,
                                       TrinhEvaluation *evaluation);

/* What the axis of an indicator counts: "%" of a percentage; "" nothing is said. Indicators of one unit share a figure. */
const char *trinh_report_chart_get_unit (TrinhReport *report,
                                         const char *address);

/* Rules of the findings that say so, that figures kept are not those of the history any more, or that there are none at
 * all and nothing is printed */
#define TRINH_RULE_CHART_MISSING "chart-missing"
#define TRINH_RULE_CHART_CHANGED "chart-changed"
#define TRINH_RULE_CHART_EMPTY "chart-empty"

/* The annex of charts: what stands in a report's "charts", and the edits that change it. */

/* (transfer full) (element-type TrinhReportChart): in printed order, each with its earlier periods once, oldest first */
GPtrArray *trinh_report_charts_list (TrinhReport *report);
/* (transfer full) (nullable) */
TrinhReportChart *trinh_report_charts_find (TrinhReport *report,
                                            const char *id);

/* One edit each; %NULL where nothing would change. (transfer full) (nullable) */
/* @chart: added at the end with an id of its own, unless the same comparison is there already */
TrinhEdit *trinh_report_charts_make_add (TrinhReport *report,
                                         TrinhReportChart *chart);
/* @chart: in the place of the one with the same id */
TrinhEdit *trinh_report_charts_make_change (TrinhReport *report,
                                            TrinhReportChart *chart);
TrinhEdit *trinh_report_charts_make_remove (TrinhReport *report,
                                            const char *id);
/* @position: where it stands afterwards */
TrinhEdit *trinh_report_charts_make_move (TrinhReport *report,
                                          const char *id,
                                          guint position);
/* The charts of @last, where the report has none yet and is for a period of the same kind */
TrinhEdit *trinh_report_charts_make_take_over (TrinhReport *report,
                                               TrinhReport *last);
/* The figures of all charts anew from the history */
TrinhEdit *trinh_report_charts_make_refresh (TrinhReport *report,
                                             TrinhEvaluation *evaluation);

G_END_DECLS
