/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPeriodDates:
 *
 * What follows from a period by the regime's calendar: its title, the days of
 * the data, the deadline, and what to mind of them.
 */
#define TRINH_TYPE_PERIOD_DATES (trinh_period_dates_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPeriodDates, trinh_period_dates, TRINH, PERIOD_DATES, AdwPreferencesGroup)

GtkWidget *trinh_period_dates_new (void);
/* @today: Julian, what "days left" refers to */
void trinh_period_dates_show (TrinhPeriodDates *self,
                              TrinhRegime *regime,
                              TrinhPeriod period,
                              guint32 today);

G_END_DECLS
