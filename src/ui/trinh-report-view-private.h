/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"
#include "trinh-report-view.h"
#include "trinh-sidebar.h"

G_BEGIN_DECLS

struct _TrinhReportView
{
  AdwNavigationPage parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhReportPage *page; /* the one that is shown */
  GBinding *title_binding;
  GBinding *subtitle_binding;

  /* Template References */
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  AdwWindowTitle *sidebar_title;
  AdwWindowTitle *page_title;
  TrinhSidebar *sidebar;
  GtkStack *stack;
  GtkLabel *saving_label;
  GtkButton *search_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkButton *next_button;
  AdwBanner *saving_banner;
  AdwBanner *part_banner;
};

/* The "report" actions and their keys: trinh-report-view-actions.c */
void trinh_report_view_install_actions (GtkWidgetClass *widget_class);
/* trinh-report-view-signing.c */
void trinh_report_view_install_signing (GtkWidgetClass *widget_class);

G_END_DECLS
