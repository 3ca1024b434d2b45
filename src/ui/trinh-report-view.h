/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhReportView:
 *
 * An open report: the sidebar and beside it the page that was chosen. Holds the
 * "report" actions that the pages call.
 */
#define TRINH_TYPE_REPORT_VIEW (trinh_report_view_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReportView, trinh_report_view, TRINH, REPORT_VIEW, AdwNavigationPage)

TrinhReportView *trinh_report_view_new (TrinhWork *work);
TrinhWork *trinh_report_view_get_work (TrinhReportView *self);
/* A cell's address, the id of a section or form, or "overview" "findings" "remarks" "comparison" "preview" "review" */
void trinh_report_view_go_to (TrinhReportView *self,
                              const char *place);
/* What is shown, in the words of trinh_report_view_go_to(); empty where nothing is */
const char *trinh_report_view_get_place (TrinhReportView *self);
/* Adds to what the page lists; %FALSE where it lists nothing that one adds to */
gboolean trinh_report_view_add (TrinhReportView *self);
/* What is half typed is entered, and what is entered is saved; %FALSE: it could not be saved */
gboolean trinh_report_view_finish (TrinhReportView *self,
                                   GError **error);

G_END_DECLS
