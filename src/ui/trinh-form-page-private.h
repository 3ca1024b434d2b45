/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-badge-popover.h"
#include "trinh-form-page.h"
#include "trinh-offer-banner.h"
#include "trinh-row-details.h"
#include "trinh-row-item.h"
#include "trinh-table-head.h"

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
  GSignalGroup *report_signals;
  GSignalGroup *root_signals;
  GPtrArray *made_columns; /* of GtkColumnViewColumn: those of a form with several values to a row */
  GtkWidget *popover;

  /* Template References */
  GtkColumnView *table;
  TrinhTableHead *head;
  GtkStack *table_stack;
  GtkColumnViewColumn *code_column;
  GtkColumnViewColumn *label_column;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *badge_column;
  GtkColumnViewColumn *previous_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *note_column;
  AdwBanner *banner;
  TrinhOfferBanner *offer;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *switcher;
  GtkDropDown *column_choice;
  GtkWidget *list_bar;
  GtkWidget *up_button;
  GtkWidget *down_button;
  TrinhRowDetails *details;

  guint current;     /* position of the row the keyboard is in, among those shown */
  guint column;      /* and the value column; as many as there are: the note */
  gboolean tight;    /* the columns are narrower, and the change is only in the details */
  gboolean narrow;   /* one column is seen, the others stand below the indicator */
  gboolean choosing; /* the choice of the column is set by the program, not by a person */
};

/* (transfer full) (nullable) */
TrinhRowItem *trinh_form_page_dup_item (TrinhFormPage *self,
                                        guint position);
guint trinh_form_page_get_n_columns (TrinhFormPage *self);
/* The rows are those that the search finds, or a page says that there are none. */
void trinh_form_page_update_search (TrinhFormPage *self);
/* The details under the table follow the keyboard. */
void trinh_form_page_show_current (TrinhFormPage *self);

/* The columns of the table (trinh-form-page-columns.c) */
void trinh_form_page_bind_columns (GtkWidgetClass *widget_class);
void trinh_form_page_make_columns (TrinhFormPage *self);
void trinh_form_page_make_heads (TrinhFormPage *self);
/* Which of them are seen: all that have something to show and room, in a narrow window only the one the keyboard is in */
void trinh_form_page_update_columns (TrinhFormPage *self);

/* The rows of a list (trinh-form-page-list.c) */
void trinh_form_page_install_list_actions (GtkWidgetClass *widget_class);
void trinh_form_page_update_list (TrinhFormPage *self);
/* Keys of the rows of a list as they are shown, the totals last. (transfer full) */
char **trinh_form_page_dup_keys (TrinhFormPage *self);
/* The rows are those of the report again, and those that stay keep their cells */
void trinh_form_page_follow_rows (TrinhFormPage *self,
                                  const char *form);

/* What is said of the cells (trinh-form-page-remarks.c) */
void trinh_form_page_install_remarks (GtkWidgetClass *widget_class);
/* Other rows, or another remark */
void trinh_form_page_update_remarks (TrinhFormPage *self);

/* Copying and pasting (trinh-form-page-clipboard.c) */
void trinh_form_page_install_clipboard_actions (GtkWidgetClass *widget_class);

/* The keyboard in the table (trinh-form-page-keys.c) */
void trinh_form_page_install_actions (GtkWidgetClass *widget_class);
/* The table would take the arrows for its rows */
void trinh_form_page_add_keys (TrinhFormPage *self);
void trinh_form_page_focus_cell (TrinhFormPage *self,
                                 guint position,
                                 guint column);
void trinh_form_page_move (TrinhFormPage *self,
                           int rows,
                           int columns);
/* Where the keyboard really is: a click moves it without asking. */
void trinh_form_page_find_focus (TrinhFormPage *self);

G_END_DECLS
