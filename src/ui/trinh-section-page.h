/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhSectionPage:
 *
 * One narrative section: its text with bound values, guidance beside it.
 */
#define TRINH_TYPE_SECTION_PAGE (trinh_section_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSectionPage, trinh_section_page, TRINH, SECTION_PAGE, TrinhReportPage)

GtkWidget *trinh_section_page_new (void);
/* The words of the thread are chosen, where they still stand in the text that is shown */
void trinh_section_page_show_remark (TrinhSectionPage *self,
                                     TrinhRemarkThread *thread);
/* Shows another section of the same report; what is half typed in the one before is entered */
void trinh_section_page_set_section (TrinhSectionPage *self,
                                     const char *section);

G_END_DECLS
