/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhFormPage:
 *
 * One form as a table of indicators to be filled in.
 */
#define TRINH_TYPE_FORM_PAGE (trinh_form_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFormPage, trinh_form_page, TRINH, FORM_PAGE, TrinhReportPage)

GtkWidget *trinh_form_page_new (void);
/* (transfer none) (nullable) */
void trinh_form_page_set_form (TrinhFormPage *self,
                               TrinhForm *form);

G_END_DECLS
