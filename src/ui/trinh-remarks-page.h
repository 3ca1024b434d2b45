/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhRemarksPage:
 *
 * All remarks on the report. Its places are "thread:" with the id of a thread.
 */
#define TRINH_TYPE_REMARKS_PAGE (trinh_remarks_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRemarksPage, trinh_remarks_page, TRINH, REMARKS_PAGE, TrinhReportPage)

GtkWidget *trinh_remarks_page_new (void);

G_END_DECLS
