/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhPreviewPage:
 *
 * The real pages, on screen as on paper; export and print.
 */
#define TRINH_TYPE_PREVIEW_PAGE (trinh_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPreviewPage, trinh_preview_page, TRINH, PREVIEW_PAGE, TrinhReportPage)

GtkWidget *trinh_preview_page_new (void);
/* What the header bar's buttons and the shortcuts call */
void trinh_preview_page_export (TrinhPreviewPage *self,
                                TrinhExportFormat format);
void trinh_preview_page_print (TrinhPreviewPage *self);
/* Ctrl and Page Up, Page Down, Home or End: which page is shown; whether it was one of them */
gboolean trinh_preview_page_turn (TrinhPreviewPage *self,
                                  guint key,
                                  GdkModifierType state);
/* The first box of a place, with the keyboard on it; %FALSE where no page that is laid out shows it */
gboolean trinh_preview_page_show_place (TrinhPreviewPage *self,
                                        const char *place);

G_END_DECLS
