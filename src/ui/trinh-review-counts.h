/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* How much is approved or signed, in words. All (transfer full) */

/* "4 pages", as the report would be printed now; "": it cannot be */
char *trinh_review_counts_dup_pages (TrinhWork *work);
/* "2 changes", "Nothing". What trinh_work_list_changes() gave: both %NULL: nothing earlier was reviewed, and all of it is new */
char *trinh_review_counts_dup_changes (GPtrArray *changes,
                                       const GError *error);
/* "3 errors explained, 9 warnings", "None": errors by whether somebody explained them. Hints are the clerk's. */
char *trinh_review_counts_dup_findings (TrinhWork *work);

G_END_DECLS
