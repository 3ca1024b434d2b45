/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-person-button.h"
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
  TrinhPlace *place;     /* and what it shows */
  GBinding *title_binding;
  GBinding *subtitle_binding;
  GMenu *steps; /* that may be done to the report now */

  /* Template References */
  AdwNavigationSplitView *split;
  AdwNavigationPage *content;
  AdwWindowTitle *sidebar_title;
  AdwWindowTitle *page_title;
  TrinhSidebar *sidebar;
  GtkStack *stack;
  GtkLabel *saving_label;
  TrinhPersonButton *person_button;
  GtkButton *search_button;
  GtkButton *undo_button;
  GtkButton *redo_button;
  AdwSplitButton *next_button;
  GMenu *report_menu;
  AdwBanner *state_banner;
  AdwBanner *saving_banner;
  AdwBanner *part_banner;
  AdwBanner *problem_banner;
};

/* The "report" actions and their keys: trinh-report-view-actions.c */
void trinh_report_view_install_actions (GtkWidgetClass *widget_class);
/* trinh-report-view-signing.c */
void trinh_report_view_install_signing (GtkWidgetClass *widget_class);

/* The steps of the report's life: trinh-report-view-steps.c */
void trinh_report_view_install_steps (GtkWidgetClass *widget_class);
void trinh_report_view_follow_steps (TrinhReportView *self);
/* Another state, or somebody else works now */
void trinh_report_view_update_steps (TrinhReportView *self);
/* Another page */
void trinh_report_view_update_next (TrinhReportView *self);

/* The way to other machines: trinh-report-view-carry.c */
void trinh_report_view_install_carry (GtkWidgetClass *widget_class);

G_END_DECLS
