/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhThreadRow:
 *
 * A thread of remarks in a list: its place, what was said, and a field to answer, settle or open it again.
 * "Go to the place" activates "report.go-to" with "thread:" and the thread's id.
 */
#define TRINH_TYPE_THREAD_ROW (trinh_thread_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhThreadRow, trinh_thread_row, TRINH, THREAD_ROW, GtkListBoxRow)

GtkWidget *trinh_thread_row_new (TrinhWork *work,
                                 TrinhRemarkThread *thread);
TrinhRemarkThread *trinh_thread_row_get_thread (TrinhThreadRow *self);
/* The same thread as it is now; what is half written stays */
void trinh_thread_row_set_thread (TrinhThreadRow *self,
                                  TrinhRemarkThread *thread);
/* Without the place and the way to it, where all threads have the same */
void trinh_thread_row_hide_place (TrinhThreadRow *self);
/* Whether all @words stand in the thread, marks over letters aside */
gboolean trinh_thread_row_matches (TrinhThreadRow *self,
                                   const char *words);

G_END_DECLS
