/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhNewReportDialog:
 *
 * Regime, period and office of a new report, with the dates that follow from
 * them. "Create" puts it into the store and shows it in the window.
 */
#define TRINH_TYPE_NEW_REPORT_DIALOG (trinh_new_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhNewReportDialog, trinh_new_report_dialog, TRINH, NEW_REPORT_DIALOG, AdwDialog)

/* @today: Julian, what "last finished" and "days left" refer to */
TrinhNewReportDialog *trinh_new_report_dialog_new (TrinhSession *session,
                                                   guint32 today);
/* Chooses the regime, the period and the office; what is not there is left as it was. */
void trinh_new_report_dialog_choose (TrinhNewReportDialog *self,
                                     const char *regime,
                                     TrinhPeriod period,
                                     TrinhOffice *office);
/* %FALSE while the period that is chosen is none */
gboolean trinh_new_report_dialog_get_period (TrinhNewReportDialog *self,
                                             TrinhPeriod *period);
/* Creates the report as chosen; what went wrong is shown in the dialog too. (transfer full) (nullable) */
TrinhWork *trinh_new_report_dialog_create (TrinhNewReportDialog *self);

G_END_DECLS
