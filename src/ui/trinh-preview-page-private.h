/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-page-view.h"
#include "trinh-preview-page.h"

G_BEGIN_DECLS

struct _TrinhPreviewPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  TrinhPages *pages;
  GCancellable *layout_cancellable;
  GCancellable *export_cancellable;
  GSignalGroup *report_signals;
  GSignalGroup *findings_signals; /* of the layout checker */
  GArray *marks;                  /* of TrinhPageMark: what the search found */
  guint layout_source;
  guint fit_source;
  guint output; /* of the file that is being written, in trinh-preview-output.c */

  /* Template References */
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkScrolledWindow *scroller;
  GtkBox *paper;
  GtkEntry *page_entry;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkToggleButton *pane_button;
  GtkWidget *wide_tools;
  GtkWidget *more_button; /* the same where they have no room */
  GtkScrolledWindow *pane;
  GtkListBox *thumbnails;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_label;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  GtkLabel *progress_label;

  double zoom;       /* pixels per point, or one of TRINH_ZOOM_… */
  double shown_zoom; /* of the pages on the screen */
  guint n_hits;
  guint hit;       /* the current one */
  int cursor;      /* the box where the keyboard is, -1 none */
  guint wanted;    /* the page to show once it is there, from 1; 0 none */
  gboolean narrow; /* what was last made of the width */
  gboolean sized;
  gboolean stale;   /* the pages are not yet those of the report as it is */
  gboolean marking; /* the thumbnail of the page that is seen, not one that was chosen */
};

/* As wide as the window; all of the page */
#define TRINH_ZOOM_WIDTH 0.0
#define TRINH_ZOOM_PAGE -1.0

/* Where the pages are on the screen: trinh-preview-view.c */
double trinh_preview_page_get_zoom (TrinhPreviewPage *self);
/* What is under the pointer, @x and @y pixels within the scroller, stays there */
void trinh_preview_page_zoom_at (TrinhPreviewPage *self,
                                 double zoom,
                                 double x,
                                 double y);
/* What is in the middle stays; @zoom: or one of TRINH_ZOOM_… */
void trinh_preview_page_set_zoom (TrinhPreviewPage *self,
                                  double zoom);
/* The width, the pages or the zoom are others than before */
void trinh_preview_page_apply_zoom (TrinhPreviewPage *self);
guint trinh_preview_page_get_current (TrinhPreviewPage *self);
void trinh_preview_page_show_page (TrinhPreviewPage *self,
                                   guint page);
/* The page that was asked for, where the pages are there */
void trinh_preview_page_show_wanted (TrinhPreviewPage *self);
/* Scrolls no more than it takes to see it; points */
void trinh_preview_page_show_area (TrinhPreviewPage *self,
                                   guint page,
                                   double x,
                                   double y,
                                   double width,
                                   double height);
/* Which pages are seen, and what the bar says of it */
void trinh_preview_page_update_shown (TrinhPreviewPage *self);
TrinhPageView *trinh_preview_page_get_view (TrinhPreviewPage *self,
                                            guint page);
/* Shows other pages at the place of the text where the old ones were */
void trinh_preview_page_take_pages (TrinhPreviewPage *self,
                                    TrinhPages *pages);
void trinh_preview_page_add_zoom_gestures (TrinhPreviewPage *self);

/* Thumbnails: trinh-preview-pane.c */
void trinh_preview_page_fill_pane (TrinhPreviewPage *self);
void trinh_preview_page_mark_thumbnail (TrinhPreviewPage *self,
                                        guint page);
void trinh_preview_page_thumbnail_activated_cb (TrinhPreviewPage *self,
                                                GtkListBoxRow *row);
void trinh_preview_page_thumbnail_selected_cb (TrinhPreviewPage *self,
                                               GtkListBoxRow *row);
void trinh_preview_page_pane_toggled_cb (TrinhPreviewPage *self);

/* Search: trinh-preview-search.c */
gboolean trinh_preview_page_start_search (TrinhReportPage *page);
/* Again over other pages */
void trinh_preview_page_search (TrinhPreviewPage *self);
void trinh_preview_page_go_to_hit (TrinhPreviewPage *self,
                                   int step);
void trinh_preview_page_search_changed_cb (TrinhPreviewPage *self);
void trinh_preview_page_search_activated_cb (TrinhPreviewPage *self);
void trinh_preview_page_search_stopped_cb (TrinhPreviewPage *self);
gboolean trinh_preview_page_search_key_cb (TrinhPreviewPage *self,
                                           guint key,
                                           guint code,
                                           GdkModifierType state);

/* From box to box by keyboard: trinh-preview-boxes.c */
void trinh_preview_page_forget_cursor (TrinhPreviewPage *self);
gboolean trinh_preview_page_paper_key_cb (TrinhPreviewPage *self,
                                          guint key,
                                          guint code,
                                          GdkModifierType state);

/* Writing and printing: trinh-preview-output.c */
void trinh_preview_page_save_to (TrinhPreviewPage *self,
                                 TrinhExportFormat format,
                                 GFile *file);
void trinh_preview_page_cancel_export (TrinhPreviewPage *self);
/* The pages as a print operation, without a dialog yet. (transfer full) */
GtkPrintOperation *trinh_preview_page_make_operation (TrinhPreviewPage *self);

G_END_DECLS
