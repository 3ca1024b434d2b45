/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhReviewRow:
 *
 * Something a reviewer reads and nothing he has to do there: what changed since
 * he saw the report last, or a finding with the reason why it stays.
 *
 * Its place is where it is in the report.
 */
#define TRINH_TYPE_REVIEW_ROW (trinh_review_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhReviewRow, trinh_review_row, TRINH, REVIEW_ROW, GtkListBoxRow)

/* @change: its base is what stood there, theirs what stands there now */
GtkWidget *trinh_review_row_new_for_change (TrinhMergeItem *change);
GtkWidget *trinh_review_row_new_for_finding (TrinhWork *work,
                                             TrinhFinding *finding);
/* (nullable): an address or a section's id */
const char *trinh_review_row_get_place (TrinhReviewRow *self);

G_END_DECLS
