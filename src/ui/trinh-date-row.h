/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhDateRow:
 *
 * A day, typed in the Vietnamese manner or picked from a calendar.
 *
 * Properties: date (guint, Julian; 0 while what is typed is no date).
 */
#define TRINH_TYPE_DATE_ROW (trinh_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhDateRow, trinh_date_row, TRINH, DATE_ROW, AdwEntryRow)

GtkWidget *trinh_date_row_new (void);
guint32 trinh_date_row_get_date (TrinhDateRow *self);
void trinh_date_row_set_date (TrinhDateRow *self,
                              guint32 date);

G_END_DECLS
