/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-regime.h"

G_BEGIN_DECLS

/**
 * TrinhCalendarDoubt:
 * @TRINH_CALENDAR_ESTIMATE: the report is due before its data end, so the values of the last days are
 *   estimates ("ước")
 * @TRINH_CALENDAR_SHARED: days at the beginning or the end are in the data of another period too
 * @TRINH_CALENDAR_WEEKEND: the report is due on a Saturday or Sunday
 * @TRINH_CALENDAR_HOLIDAY: the report is due on a public holiday
 */
typedef enum
{
  TRINH_CALENDAR_ESTIMATE,
  TRINH_CALENDAR_SHARED,
  TRINH_CALENDAR_WEEKEND,
  TRINH_CALENDAR_HOLIDAY,
} TrinhCalendarDoubt;

/**
 * TrinhCalendarWarning:
 * @from: first day it is about, Julian
 * @to: last day
 * @message: in plain words, translated
 *
 * What someone should know who keeps to the dates of a period.
 */
typedef struct
{
  TrinhCalendarDoubt doubt;
  guint32 from;
  guint32 to;
  char *message;
} TrinhCalendarWarning;

/* "estimate" "shared" "weekend" "holiday" */
const char *trinh_calendar_doubt_to_nick (TrinhCalendarDoubt doubt);
/**
 * trinh_calendar_list_periods:
 *
 * The periods of a year that the regime has, as far as it is valid then, by the end of their data;
 * ad-hoc ones have no dates beforehand.
 *
 * Returns: (transfer full) (element-type TrinhPeriod)
 */
GArray *trinh_calendar_list_periods (TrinhRegime *regime,
                                     guint year);
/* (transfer full) (element-type TrinhCalendarWarning): empty where the dates agree */
GPtrArray *trinh_calendar_list_warnings (TrinhRegime *regime,
                                         TrinhPeriod period);

G_END_DECLS
