/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPageView:
 *
 * One page of the finished report on white paper, at a zoom.
 */
#define TRINH_TYPE_PAGE_VIEW (trinh_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPageView, trinh_page_view, TRINH, PAGE_VIEW, GtkWidget)

GtkWidget *trinh_page_view_new (TrinhPages *pages,
                                guint page);
/* Pixels per point */
void trinh_page_view_set_zoom (TrinhPageView *self,
                               double zoom);

G_END_DECLS
