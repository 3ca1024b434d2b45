/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

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
  guint layout_source;
  guint fit_source;
  guint output; /* of the file that is being written, in trinh-preview-output.c */

  /* Template References */
  GtkStack *stack;
  AdwStatusPage *problem;
  GtkScrolledWindow *scroller;
  GtkBox *paper;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  GtkLabel *progress_label;

  double zoom; /* pixels per point; 0: as wide as the window */
};

/* Writing and printing (trinh-preview-output.c) */
void trinh_preview_page_save_to (TrinhPreviewPage *self,
                                 TrinhExportFormat format,
                                 GFile *file);
void trinh_preview_page_cancel_export (TrinhPreviewPage *self);

G_END_DECLS
