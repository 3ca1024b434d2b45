/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhFindingsPage:
 *
 * All findings, by severity and place, with what mends them.
 */
#define TRINH_TYPE_FINDINGS_PAGE (trinh_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFindingsPage, trinh_findings_page, TRINH, FINDINGS_PAGE, TrinhReportPage)

GtkWidget *trinh_findings_page_new (void);

G_END_DECLS
