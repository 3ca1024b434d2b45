/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-remark-thread.h"
#include "trinh-report.h"

G_BEGIN_DECLS

/* The remarks on a report: what stands in its "comments", and the edits that add to it. */

/* (transfer full) (element-type TrinhRemarkThread): in the order in which they were begun */
GPtrArray *trinh_remarks_list_threads (TrinhReport *report);
/* Threads on a cell or in a section; both %NULL: on the whole report. (transfer full) (element-type TrinhRemarkThread) */
GPtrArray *trinh_remarks_list_at (TrinhReport *report,
                                  const char *cell,
                                  const char *section);
/* (transfer full) (nullable) */
TrinhRemarkThread *trinh_remarks_find_thread (TrinhReport *report,
                                              const char *id);
/* Threads that nobody has settled */
guint trinh_remarks_count_open (TrinhReport *report);
/* Open threads that others began, and whose last word is not @by's: what a clerk still has to answer */
guint trinh_remarks_count_unanswered (TrinhReport *report,
                                      const char *by);
/* @remark at the end. TRINH_CORE_ERROR_MISSING where it has no words, but for one that settles or reopens. (transfer full) */
TrinhEdit *trinh_remarks_make_add (TrinhReport *report,
                                   TrinhRemark *remark,
                                   GError **error);

G_END_DECLS
