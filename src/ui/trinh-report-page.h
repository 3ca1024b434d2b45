/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhReportPage:
 *
 * What stands beside the sidebar: one page of an open report. The report view
 * gives it the work and shows its title in the header bar.
 *
 * What a page asks of its surroundings it asks by actions, so that it knows
 * none of them: "report.go-to" (s: a cell's address, a section's or a form's id,
 * or "overview" "documents" "tasks" "findings" "remarks" "comparison" "preview" "review", "preview:4" its fourth page, "remarks:ID" a thread, "thread:ID" the place
 * that it is about), "report.undo", "report.redo",
 * "win.toast" (s: a translated sentence), "win.toast-undo" (s: the same with an
 * Undo button).
 */
#define TRINH_TYPE_REPORT_PAGE (trinh_report_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrinhReportPage, trinh_report_page, TRINH, REPORT_PAGE, AdwBin)

struct _TrinhReportPageClass
{
  AdwBinClass parent_class;

  /* The work changed; @work may be %NULL */
  void (*work_changed) (TrinhReportPage *self,
                        TrinhWork *work);
  /* Brings a place on this page into view and puts the focus there */
  gboolean (*reveal) (TrinhReportPage *self,
                      const char *place);
  /* Ctrl+F; %FALSE where the page has no search */
  gboolean (*start_search) (TrinhReportPage *self);
  /* The page is about to be left or the window closed: what is half typed is entered */
  void (*commit) (TrinhReportPage *self);
  /* What Ctrl+N does while the page is shown; %NULL: a new report */
  const char *add_action;
  /* What Ctrl+M does while the page is shown: a remark on what is chosen in it; %NULL: on the whole report */
  const char *remark_action;

  gpointer padding[2];
};

/* Properties: work (TrinhWork), title (string), subtitle (string), read-only (boolean: the report is signed, or has problems) */
TrinhWork *trinh_report_page_get_work (TrinhReportPage *self);
void trinh_report_page_set_work (TrinhReportPage *self,
                                 TrinhWork *work);
const char *trinh_report_page_get_title (TrinhReportPage *self);
void trinh_report_page_set_title (TrinhReportPage *self,
                                  const char *title);
const char *trinh_report_page_get_subtitle (TrinhReportPage *self);
void trinh_report_page_set_subtitle (TrinhReportPage *self,
                                     const char *subtitle);
gboolean trinh_report_page_reveal (TrinhReportPage *self,
                                   const char *place);
gboolean trinh_report_page_start_search (TrinhReportPage *self);
void trinh_report_page_commit (TrinhReportPage *self);
gboolean trinh_report_page_get_read_only (TrinhReportPage *self);
/* Tells a person who would edit a signed report that it is only read; %FALSE where it may be edited */
gboolean trinh_report_page_refuse (TrinhReportPage *self);
/* Helpers for pages: the actions above */
void trinh_report_page_go_to (GtkWidget *widget,
                              const char *place);
void trinh_report_page_toast (GtkWidget *widget,
                              const char *message);

G_END_DECLS
