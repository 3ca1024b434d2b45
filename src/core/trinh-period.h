/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

/**
 * TrinhPeriodKind:
 * @TRINH_PERIOD_MONTH: "2022-06"
 * @TRINH_PERIOD_QUARTER: "2022-Q1"
 * @TRINH_PERIOD_HALF: "2022-H1", "2022-H2"
 * @TRINH_PERIOD_NINE_MONTHS: "2021-9M"
 * @TRINH_PERIOD_YEAR: "2022"
 * @TRINH_PERIOD_AD_HOC: "2022-05-03/2022-05-20"
 */
typedef enum
{
  TRINH_PERIOD_MONTH,
  TRINH_PERIOD_QUARTER,
  TRINH_PERIOD_HALF,
  TRINH_PERIOD_NINE_MONTHS,
  TRINH_PERIOD_YEAR,
  TRINH_PERIOD_AD_HOC,
} TrinhPeriodKind;

/* Dates are Julian day numbers as in GDate; 0 is "none". */

/**
 * TrinhPeriod:
 * @kind: the kind
 * @year: the year, 1900 to 2999
 * @index: the month (1–12), quarter (1–4) or half (1–2); 0 otherwise
 * @from: first day of the calendar period, Julian
 * @to: last day, Julian
 *
 * A reporting period, passed by value. @from and @to are the calendar's; the
 * dates of the data come from the regime.
 */
struct _TrinhPeriod
{
  TrinhPeriodKind kind;
  guint16 year;
  guint8 index;
  guint32 from;
  guint32 to;
};

#define TRINH_TYPE_PERIOD_KIND (trinh_period_kind_get_type ())
GType trinh_period_kind_get_type (void);
/* "month" "quarter" "half" "nine-months" "year" "ad-hoc", as in the data files */
const char *trinh_period_kind_to_nick (TrinhPeriodKind kind);
gboolean trinh_period_kind_from_nick (const char *nick,
                                      TrinhPeriodKind *kind);
/* Translated: "Monthly", "Quarterly", … */
const char *trinh_period_kind_get_name (TrinhPeriodKind kind);

/* @index: 0 for nine months and a year; %FALSE where there is no such period, and for ad hoc */
gboolean trinh_period_make (TrinhPeriodKind kind,
                            guint year,
                            guint index,
                            TrinhPeriod *period);
gboolean trinh_period_parse (const char *text,
                             TrinhPeriod *period,
                             GError **error);
char *trinh_period_to_string (TrinhPeriod period);
/* Vietnamese always, as printed: "tháng 6 năm 2022", "Quý I năm 2022", "6 tháng đầu năm 2022",
 * "6 tháng cuối năm 2022", "9 tháng năm 2021", "năm 2022", "từ ngày … đến ngày …" */
char *trinh_period_get_title (TrinhPeriod period);
/* Short, for column heads and charts: "T6/2022", "Quý I/2022", "6T/2022", "6TC/2022", "9T/2021", "2022" */
char *trinh_period_get_short_title (TrinhPeriod period);

gboolean trinh_period_equal (TrinhPeriod a,
                             TrinhPeriod b);
/* By end, then by length. */
int trinh_period_compare (TrinhPeriod a,
                          TrinhPeriod b);
/* The same kind one earlier (2022-H1 → 2021-H2); ad hoc: %FALSE */
gboolean trinh_period_previous (TrinhPeriod period,
                                TrinhPeriod *previous);
/* The same kind a year earlier; ad hoc: %FALSE */
gboolean trinh_period_last_year (TrinhPeriod period,
                                 TrinhPeriod *last_year);

/* ISO "2022-06-09" to Julian and back. */
gboolean trinh_date_parse (const char *text,
                           guint32 *julian);
char *trinh_date_to_string (guint32 julian);
/* "09/6/2022": day < 10 and months 1, 2 get a leading zero, months 3–9 do not (Nghị định 30/2020/NĐ-CP). */
char *trinh_date_format (guint32 julian);
/* "ngày 09 tháng 6 năm 2022" */
char *trinh_date_format_long (guint32 julian);
/* Today in the Vietnam time zone. */
guint32 trinh_date_today (void);
gboolean trinh_date_is_weekend (guint32 julian);

G_END_DECLS
