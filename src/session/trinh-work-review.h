/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-open-point.h"
#include "trinh-people.h"
#include "trinh-work.h"

G_BEGIN_DECLS

/* The review of a report: what who works now may do to it, and the steps that need no signed file. Signing, issuing and
 * correcting are in trinh-session-review.h. */

/* Bits of TrinhRole: of who works now; all of them where nobody was named */
guint trinh_work_get_roles (TrinhWork *self);
/* TRINH_CORE_ERROR_STATE: neither the state nor the roles stand in the way. What is open does not count here: whoever
 * submits is shown it. */
gboolean trinh_work_can_step (TrinhWork *self,
                              TrinhStepKind kind,
                              GError **error);
/* Whether who works now may sign here, with a key: what is submitted is approved by the signature, and not before it. */
gboolean trinh_work_can_sign (TrinhWork *self,
                              GError **error);
/**
 * trinh_work_get_next_step:
 * @kind: (out): submit, approve, sign or issue; recall where nothing but that is left to the clerk
 *
 * What the primary button offers to who works now.
 *
 * Returns: %FALSE: the report waits for somebody else, or for nobody
 */
gboolean trinh_work_get_next_step (TrinhWork *self,
                                   TrinhStepKind *kind);
/* What submission asks for: required blanks without a reason, open errors, remarks that wait for an answer; in this
 * order. (transfer full) (element-type TrinhOpenPoint) */
GPtrArray *trinh_work_list_open_points (TrinhWork *self);
/* Those of them that are remarks */
guint trinh_work_count_open_remarks (TrinhWork *self);
/**
 * trinh_work_do_step:
 * @kind: submit, recall, return or approve
 * @remark: "" for none
 *
 * The step is on disk, with the content that it was done to, before the report changes. Submission is refused while
 * something is open.
 *
 * Returns: %FALSE with TRINH_CORE_ERROR_STATE, TRINH_CORE_ERROR_MISSING (a reason; what is open) or what the store
 *   meets: the report is then as it was
 */
gboolean trinh_work_do_step (TrinhWork *self,
                             TrinhStepKind kind,
                             const char *remark,
                             GError **error);
/* What the signatory saw last, before what is before him or her now: at the last return or approval, else at the
 * submission before. %NULL without @error: nothing, or it is not kept here. (transfer full) (nullable) */
TrinhReport *trinh_work_load_reviewed (TrinhWork *self,
                                       GError **error);

G_END_DECLS
