/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"

G_BEGIN_DECLS

/**
 * TrinhLayoutFindings:
 *
 * What the layout checker finds on the pages of a report, as a list of
 * #TrinhFinding that follows it: some time after a change the pages are laid out
 * in another thread and held against the rules. Only while it is active, for
 * that is work which nobody else waits for.
 */
#define TRINH_TYPE_LAYOUT_FINDINGS (trinh_layout_findings_get_type ())
G_DECLARE_FINAL_TYPE (TrinhLayoutFindings, trinh_layout_findings, TRINH, LAYOUT_FINDINGS, GObject)

TrinhLayoutFindings *trinh_layout_findings_new (TrinhEvaluation *evaluation);
/* Somebody looks at the list */
void trinh_layout_findings_set_active (TrinhLayoutFindings *self,
                                       gboolean active);

G_END_DECLS
