/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-window.h"

G_BEGIN_DECLS

/* The program's dialogs, each presented on the window. */

/* Regime, period and office of a new report; creates it and shows it */
void trinh_new_report_dialog_present (TrinhWindow *window);
/* The same with these chosen beforehand */
void trinh_new_report_dialog_present_for (TrinhWindow *window,
                                          const char *regime,
                                          TrinhPeriod period,
                                          TrinhOffice *office);
/* The office's names, place, addressees, recipients, signatories; kept for the next report */
void trinh_preferences_dialog_present (TrinhWindow *window);
/* @page: as the pages are named there, or "people" */
void trinh_preferences_dialog_present_page (TrinhWindow *window,
                                            const char *page);
/* The regimes there are, and the editor of one's own */
void trinh_regimes_dialog_present (TrinhWindow *window);
/* Made from the table of actions */
void trinh_shortcuts_dialog_present (TrinhWindow *window);
void trinh_about_dialog_present (TrinhWindow *window);

G_END_DECLS
