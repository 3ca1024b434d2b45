/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-task-item.h"
#include "trinh-tasks-page.h"

G_BEGIN_DECLS

struct _TrinhTasksPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GListStore *items; /* of TrinhTaskItem, in the order of the register */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GSignalGroup *report_signals;

  /* Template References */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkDropDown *states;
  GtkLabel *summary;
  GtkMenuButton *take_over_button;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkColumnView *table;

  gboolean filling; /* the choice of states follows the counts just now */
};

/* The task that the keyboard is at; (nullable) (transfer none) */
TrinhTask *trinh_tasks_page_get_current (TrinhTasksPage *self);
/* Brings the task into view and the keyboard to it */
void trinh_tasks_page_show_task (TrinhTasksPage *self,
                                 const char *id);
/* trinh-tasks-page-actions.c */
void trinh_tasks_page_install_actions (GtkWidgetClass *widget_class);
/* The popover of the button that takes tasks over: made when it opens */
void trinh_tasks_page_fill_take_over (GtkMenuButton *button,
                                      gpointer user_data);

G_END_DECLS
