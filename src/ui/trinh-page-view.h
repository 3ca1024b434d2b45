/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPageView:
 *
 * One page of the finished report on white paper, at a zoom. What stands under
 * the pointer is outlined, and a click on it goes to its place.
 */
#define TRINH_TYPE_PAGE_VIEW (trinh_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPageView, trinh_page_view, TRINH, PAGE_VIEW, GtkWidget)

GtkWidget *trinh_page_view_new (TrinhPages *pages,
                                guint page);
/* What looks the same is not painted again. */
void trinh_page_view_set_pages (TrinhPageView *self,
                                TrinhPages *pages);
/* Pixels per point */
void trinh_page_view_set_zoom (TrinhPageView *self,
                               double zoom);
/* Whether anybody sees it: else nothing but white paper is painted. */
void trinh_page_view_set_shown (TrinhPageView *self,
                                gboolean shown);
/* @marks: (nullable) (element-type TrinhPageMark): what a search found; those of @hit are the current ones */
void trinh_page_view_set_marks (TrinhPageView *self,
                                GArray *marks,
                                guint hit);
/* @box: (nullable): of these pages; where the keyboard is */
void trinh_page_view_set_cursor (TrinhPageView *self,
                                 const TrinhBox *box);
/* @findings: (nullable) (element-type TrinhFinding): those of this page stand in its margin */
void trinh_page_view_set_findings (TrinhPageView *self,
                                   GPtrArray *findings);
/* The box of a place at a point of the page, in pixels; (nullable): the innermost one */
const TrinhBox *trinh_page_view_find_box (TrinhPageView *self,
                                          double x,
                                          double y);

G_END_DECLS
