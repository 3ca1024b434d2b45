/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhOverviewPage:
 *
 * Where the report stands: progress, what is missing and wrong, deadline, next step.
 */
#define TRINH_TYPE_OVERVIEW_PAGE (trinh_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOverviewPage, trinh_overview_page, TRINH, OVERVIEW_PAGE, TrinhReportPage)

GtkWidget *trinh_overview_page_new (void);

G_END_DECLS
