/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTableHead:
 *
 * Holds a scrolled column view and writes heads over its columns that wrap and
 * span: a column view's own heads are one line for one column. Without heads of
 * its own it leaves the column view as it is.
 *
 * Properties: child (GtkWidget: what scrolls), table (GtkColumnView within it).
 */
#define TRINH_TYPE_TABLE_HEAD (trinh_table_head_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTableHead, trinh_table_head, TRINH, TABLE_HEAD, GtkWidget)

void trinh_table_head_clear (TrinhTableHead *self);
/* A head over the columns from @first to @last, in the lines from @line on; those that are hidden do not count. */
void trinh_table_head_add (TrinhTableHead *self,
                           const char *title,
                           guint line,
                           guint n_lines,
                           GtkColumnViewColumn *first,
                           GtkColumnViewColumn *last);

G_END_DECLS
