/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-chart.h"
#include "trinh-report-chart.h"

G_BEGIN_DECLS

/*
 * What a comparison of a report shows, ready for the painter. Indicators of one unit share
 * a figure: one axis has one unit.
 */

/* (transfer container) (element-type utf8): units of the comparison's indicators, each once, in their order */
GPtrArray *trinh_figure_list_units (TrinhReport *report,
                                    TrinhReportChart *chart);
/* (transfer container) (element-type utf8): its indicators of @unit */
GPtrArray *trinh_figure_list_indicators (TrinhReport *report,
                                         TrinhReportChart *chart,
                                         const char *unit);
/* Label of an indicator without markup */
const char *trinh_figure_get_label (TrinhReport *report,
                                    const char *address);
/* "Biểu mẫu 1, 2.1; Biểu mẫu 3, 1": where the figures of @unit stand. (transfer full) */
char *trinh_figure_dup_places (TrinhReport *report,
                               TrinhReportChart *chart,
                               const char *unit);
/* "6T đầu 2021", …, the report's own last. (transfer full) */
char **trinh_figure_dup_periods (TrinhReport *report,
                                 TrinhReportChart *chart);
/* The figure of one indicator in the period at @position: the report's own is the last, as it is shown and printed.
 * %FALSE: a blank */
gboolean trinh_figure_get_value (TrinhEvaluation *evaluation,
                                 TrinhReportChart *chart,
                                 const char *address,
                                 guint position,
                                 TrinhDecimal *number);
/* Whether that figure is an estimate. Of the report's own only: what is kept of other periods does not say so */
gboolean trinh_figure_get_estimate (TrinhEvaluation *evaluation,
                                    TrinhReportChart *chart,
                                    const char *address,
                                    guint position);
/* As it is printed: "738", "738 (ước)". (transfer full) (nullable): a blank */
char *trinh_figure_dup_number (TrinhEvaluation *evaluation,
                               TrinhReportChart *chart,
                               const char *address,
                               guint position);
/* Whether any of its figures is known. @unit: (nullable): of all units */
gboolean trinh_figure_has_numbers (TrinhEvaluation *evaluation,
                                   TrinhReportChart *chart,
                                   const char *unit);
/* What the office called it, else the indicator; several have what they have in common. (transfer full) */
char *trinh_figure_dup_title (TrinhReport *report,
                              TrinhReportChart *chart,
                              const char *unit);
/* @title, @subtitle: as the painter writes them, "" none. (transfer full) */
TrinhChart *trinh_figure_make_chart (TrinhEvaluation *evaluation,
                                     TrinhReportChart *chart,
                                     const char *unit,
                                     const char *title,
                                     const char *subtitle);

G_END_DECLS
