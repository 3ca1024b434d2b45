/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-badge-popover.h"
#include "trinh-form-page.h"
#include "trinh-row-details.h"

G_BEGIN_DECLS

struct _TrinhFormPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  TrinhForm *form;
  GListStore *rows;
  GtkCustomFilter *filter;
  GtkMultiSelection *selection;
  GSignalGroup *evaluation_signals;
  GtkWidget *popover;

  /* Template References */
  GtkColumnView *table;
  GtkStack *table_stack;
  GtkColumnViewColumn *unit_column;
  AdwBanner *banner;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TrinhRowDetails *details;

  guint current;      /* position of the row the keyboard is in, among those shown */
  TrinhCellRole role; /* and the column */
};

/* The keyboard in the table, copying and pasting (trinh-form-page-keys.c) */
void trinh_form_page_install_actions (GtkWidgetClass *widget_class);
/* The table would take the arrows for its rows */
void trinh_form_page_add_keys (TrinhFormPage *self);
void trinh_form_page_focus_row (TrinhFormPage *self,
                                guint position,
                                TrinhCellRole role);
void trinh_form_page_move (TrinhFormPage *self,
                           int rows,
                           int columns);

G_END_DECLS
