/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhComparisonPage:
 *
 * Chosen indicators over periods, as a chart with its table.
 */
#define TRINH_TYPE_COMPARISON_PAGE (trinh_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhComparisonPage, trinh_comparison_page, TRINH, COMPARISON_PAGE, TrinhReportPage)

GtkWidget *trinh_comparison_page_new (void);
/* Adds an indicator to what is compared */
void trinh_comparison_page_add (TrinhComparisonPage *self,
                                const char *address);

G_END_DECLS
