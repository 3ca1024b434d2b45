/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-open-point.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhOpenPointRow:
 *
 * What is in the way of submission, with what settles it on the spot: why a blank is blank, the reason of an error,
 * the answer to a remark.
 *
 * Signals: "go" (place, as of "report.go-to"): a person wants to see it first.
 */
#define TRINH_TYPE_OPEN_POINT_ROW (trinh_open_point_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOpenPointRow, trinh_open_point_row, TRINH, OPEN_POINT_ROW, GtkListBoxRow)

GtkWidget *trinh_open_point_row_new (TrinhWork *work,
                                     TrinhOpenPoint *point);
/* Whether it shows the same point, so that what is half written can stay */
gboolean trinh_open_point_row_shows (TrinhOpenPointRow *self,
                                     TrinhOpenPoint *point);

G_END_DECLS
