/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* How the life of a report reads in the window. */

/* What a button says that does the step, or asks something first */
const char *trinh_review_text_get_verb (TrinhStepKind kind);
/* What is told once the step is done */
const char *trinh_review_text_get_done (TrinhStepKind kind);
/* What the menu says that writes the file for whoever has the report now, and what is told once it is written */
const char *trinh_review_text_get_send (TrinhReportState state);
const char *trinh_review_text_get_sent (TrinhReportState state);
/* One sentence for the head of the report: what was done last and what it waits for; "" for a draft nothing has happened
 * to. Of a long reason only the beginning, for a banner. (transfer full) */
char *trinh_review_text_dup_state (TrinhWork *work);
/* The same with the whole reason. (transfer full) */
char *trinh_review_text_dup_whole_state (TrinhWork *work);
/* Who has the report now: names of the office's people, else their role. (transfer full) */
char *trinh_review_text_dup_holder (TrinhWork *work);

G_END_DECLS
