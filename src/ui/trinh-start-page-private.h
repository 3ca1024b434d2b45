/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board.h"
#include "trinh-start-choice.h"
#include "trinh-start-page.h"
#include "trinh-year-strip.h"

G_BEGIN_DECLS

struct _TrinhStartPage
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhBoard *board; /* NULL where the store cannot be opened */
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GPtrArray *rows; /* of TrinhEntryRow */
  char *wanted;    /* (nullable): key of the row to go to */

  /* Template References */
  AdwWindowTitle *title;
  GtkToggleButton *search_button;
  AdwBin *search_place;
  AdwBin *problem_place;
  AdwBin *strip_place;
  AdwBin *person_place;
  GtkBox *choices;
  AdwToggleGroup *groups;
  GtkStack *stack;
  GtkListView *list;
  GtkMenuButton *menu_button;
  GMenuModel *start_menu;

  /* Unowned References, NULL until the first frames are drawn */
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  TrinhStartChoice *choice;
  TrinhYearStrip *strip;

  guint day_source;
  guint frames_left;
  guint top_frames; /* in which the list is kept at its top */
  int rows_width;   /* for which the rows were last laid out */
};

/* What is found by the search, the group, the year and the office, from the top */
void trinh_start_page_update_filter (TrinhStartPage *self);

/* The list and its headings (trinh-start-page-rows.c) */
void trinh_start_page_bind_rows (GtkWidgetClass *widget_class);
/* @filter: (transfer full): what the list leaves out */
void trinh_start_page_make_rows (TrinhStartPage *self,
                                 GtkFilter *filter);
void trinh_start_page_go_to_top (TrinhStartPage *self);
/* @key: of a report; where the group leaves it out, all are shown */
void trinh_start_page_go_to_item (TrinhStartPage *self,
                                  const char *key);
/* All rows, with their menus: what none of the first frames waits for */
gboolean trinh_start_page_has_all_rows (TrinhStartPage *self);
void trinh_start_page_show_all_rows (TrinhStartPage *self);
void trinh_start_page_add_menus (TrinhStartPage *self);

/* What does not fit in the database (trinh-start-page-problems.c) */
void trinh_start_page_bind_problems (GtkWidgetClass *widget_class);
void trinh_start_page_update_problems (TrinhStartPage *self);

/* The search over all years (trinh-start-page-search.c) */
void trinh_start_page_bind_search (GtkWidgetClass *widget_class);
void trinh_start_page_ensure_search (TrinhStartPage *self);

G_END_DECLS
