/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhThreadList:
 *
 * The threads of remarks on a report, open ones first, to be read, answered and settled: of the whole report with
 * everything in it, or of one place. Follows the report by itself; what is half written in an answer stays. Scrolls
 * by itself. The way to a place is the action "report.go-to" with "thread:ID".
 */
#define TRINH_TYPE_THREAD_LIST (trinh_thread_list_get_type ())
G_DECLARE_FINAL_TYPE (TrinhThreadList, trinh_thread_list, TRINH, THREAD_LIST, AdwBin)

/* @work: (nullable) */
GtkWidget *trinh_thread_list_new (TrinhWork *work);
/* @work: (nullable) */
void trinh_thread_list_set_work (TrinhThreadList *self,
                                 TrinhWork *work);
/* Only what was said of this cell or in this section: the place is not named again, and what is settled is shown too */
void trinh_thread_list_set_place (TrinhThreadList *self,
                                  const char *cell,
                                  const char *section);
guint trinh_thread_list_get_n_shown (TrinhThreadList *self);
/* Brings the thread into view with the keyboard in its answer; %FALSE where there is none */
gboolean trinh_thread_list_reveal (TrinhThreadList *self,
                                   const char *thread);
void trinh_thread_list_start_search (TrinhThreadList *self);

G_END_DECLS
