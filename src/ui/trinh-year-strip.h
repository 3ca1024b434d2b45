/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board-item.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhYearStrip:
 *
 * A year of one office at a glance: a button for each report that is expected or there, in the order of the periods, with
 * a shape for how it stands. Signal: "picked" with the key of the report.
 */
#define TRINH_TYPE_YEAR_STRIP (trinh_year_strip_get_type ())
G_DECLARE_FINAL_TYPE (TrinhYearStrip, trinh_year_strip, TRINH, YEAR_STRIP, AdwBin)

GtkWidget *trinh_year_strip_new (void);
/* @board: of TrinhBoardItem; @office: (nullable): the only one there is; @year: 0: none is shown. Hidden where there is
 * nothing of the year, or where the reports are several offices'. */
void trinh_year_strip_show (TrinhYearStrip *self,
                            GListModel *board,
                            TrinhOffice *office,
                            guint year);

G_END_DECLS
