/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* What a person chooses of a period, and the period it makes. */

/* How many months, quarters or halves a year of @kind has; 0 where there is nothing to choose */
guint trinh_period_choice_count (TrinhPeriodKind kind);
/* Name of a month, quarter or half, translated */
char *trinh_period_choice_dup_name (TrinhPeriodKind kind,
                                    guint index);
/* The months, quarters or halves of a year that the regime's calendar has. (transfer full) (element-type guint) */
GArray *trinh_period_choice_list_indexes (TrinhRegime *regime,
                                          TrinhPeriodKind kind,
                                          guint year);
/* @from, @to: Julian, for an ad hoc period only. %FALSE: there is no such period */
gboolean trinh_period_choice_make (TrinhPeriodKind kind,
                                   guint year,
                                   guint index,
                                   guint32 from,
                                   guint32 to,
                                   TrinhPeriod *period);
/* The last period of @kind whose data ended before @today, by the regime's calendar; ad hoc: the month before @today */
gboolean trinh_period_choice_find_last (TrinhRegime *regime,
                                        TrinhPeriodKind kind,
                                        guint32 today,
                                        TrinhPeriod *period);
/* The regime's kind whose last period ended latest; the longest of several. %FALSE: the regime has none */
gboolean trinh_period_choice_find_kind (TrinhRegime *regime,
                                        guint32 today,
                                        TrinhPeriodKind *kind);
/* "2022-06-09", "09/6/2022", "9.6.2022" */
gboolean trinh_period_choice_read_date (const char *text,
                                        guint32 *julian);

G_END_DECLS
