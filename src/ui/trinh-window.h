/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-view.h"

G_BEGIN_DECLS

/**
 * TrinhWindow:
 *
 * The window: the start page, and over it the report that was opened. Holds the
 * "win" actions: "toast" (s), "toast-undo" (s), "show-start".
 *
 * Properties: person (string: the id of who works now, "" for nobody; "win.person" sets it).
 */
#define TRINH_TYPE_WINDOW (trinh_window_get_type ())
G_DECLARE_FINAL_TYPE (TrinhWindow, trinh_window, TRINH, WINDOW, AdwApplicationWindow)

TrinhWindow *trinh_window_new (TrinhApplication *application,
                               TrinhSession *session);
TrinhSession *trinh_window_get_session (TrinhWindow *self);
/* (nullable): the report that is shown */
TrinhReportView *trinh_window_get_report_view (TrinhWindow *self);
void trinh_window_show_work (TrinhWindow *self,
                             TrinhWork *work);
/* What was open when the window was last closed, unless the person wants the start page */
void trinh_window_restore (TrinhWindow *self);
/* Opens and shows, or says why not */
void trinh_window_open_file (TrinhWindow *self,
                             GFile *file);
void trinh_window_open_stored (TrinhWindow *self,
                               const char *report_id);
void trinh_window_open_sample (TrinhWindow *self);
/* A dialog with what went wrong and what to do */
void trinh_window_show_error (TrinhWindow *self,
                              const char *heading,
                              const GError *error);

G_END_DECLS
