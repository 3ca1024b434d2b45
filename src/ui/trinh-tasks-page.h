/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhTasksPage:
 *
 * The register of tasks: the year's plan, what of it is done, late and overdue
 * on the last day of the data. Search, filter by state, add, edit, mark as done,
 * remove, move, paste from a spreadsheet, take over from another report.
 */
#define TRINH_TYPE_TASKS_PAGE (trinh_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTasksPage, trinh_tasks_page, TRINH, TASKS_PAGE, TrinhReportPage)

GtkWidget *trinh_tasks_page_new (void);

G_END_DECLS
