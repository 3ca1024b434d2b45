/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhReviewPage:
 *
 * For who signs: the finished pages, and beside them what changed since they were
 * seen last, what the checks find with the reasons why it stays, and the remarks.
 * Below stand the three things that can be done: return, approve, sign.
 */
#define TRINH_TYPE_REVIEW_PAGE (trinh_review_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReviewPage, trinh_review_page, TRINH, REVIEW_PAGE, TrinhReportPage)

GtkWidget *trinh_review_page_new (void);

G_END_DECLS
