/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"
#include "trinh-step.h"

G_BEGIN_DECLS

/* The steps of a report's life: which may be done, and the edit that does one. What stands in the report's "journal". */

/* The state a step leads to; a correction begins a draft */
TrinhReportState trinh_step_kind_get_state (TrinhStepKind kind);
/* The roles whose step it is, as bits of TrinhRole */
guint trinh_step_kind_get_roles (TrinhStepKind kind);
/* Whether the step needs words: a return and a correction without a reason are refused */
gboolean trinh_step_kind_get_needs_remark (TrinhStepKind kind);

/**
 * trinh_review_check:
 * @roles: bits of TrinhRole: what the person who works now may do
 * @error: return location: TRINH_CORE_ERROR_STATE, with what is in the way
 *
 * Returns: whether the step may be done to the report as it stands
 */
gboolean trinh_review_check (TrinhReport *report,
                             TrinhStepKind kind,
                             guint roles,
                             GError **error);
/**
 * trinh_review_make_step:
 * @step: who, when and with what words
 * @error: return location: TRINH_CORE_ERROR_STATE; TRINH_CORE_ERROR_MISSING where a reason is wanted
 *
 * The step with the report's content in the journal, and the state it leads to.
 * An issue may bring number and date in the same edit. The edit cannot be
 * undone: the way back is a step too.
 *
 * Returns: (transfer full): the edit
 */
TrinhEdit *trinh_review_make_step (TrinhReport *report,
                                   TrinhStep *step,
                                   GError **error);

/* (transfer full) (element-type TrinhStep): the journal's rows, in its order */
GPtrArray *trinh_review_list_steps (TrinhReport *report);
/* The last row of one of the @kinds, as bits 1 << TrinhStepKind. (transfer full) (nullable) */
TrinhStep *trinh_review_find_last (TrinhReport *report,
                                   guint kinds);
/**
 * trinh_review_compute_state:
 * @steps: (element-type TrinhStep): a journal in the order of its times, such as one united of two machines'
 * @content: digest of what the report says
 *
 * The state that the lawful ones of the steps lead to, one after the other; what was submitted or approved and says
 * something else now is a draft.
 */
TrinhReportState trinh_review_compute_state (GPtrArray *steps,
                                             const char *content);
/* Whether the report says now what it said at the step; %FALSE too for a step that names no content */
gboolean trinh_review_is_on_content (TrinhReport *report,
                                     TrinhStep *step);
/* The report's content (trinh_report_dup_content()) as SHA-256 */
char *trinh_review_dup_digest (TrinhReport *report);

G_END_DECLS
