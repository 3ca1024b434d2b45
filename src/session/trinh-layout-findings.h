/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"
#include "trinh-pages.h"

G_BEGIN_DECLS

/**
 * TrinhLayoutFindings:
 *
 * What the layout checker finds on the pages of a report, as a list of
 * #TrinhFinding that follows it: some time after a change the pages are laid out
 * in another thread and held against the rules. Only while it is active, for
 * that is work which nobody else waits for; or of pages that somebody laid out
 * anyway, as the preview does.
 */
#define TRINH_TYPE_LAYOUT_FINDINGS (trinh_layout_findings_get_type ())
G_DECLARE_FINAL_TYPE (TrinhLayoutFindings, trinh_layout_findings, TRINH, LAYOUT_FINDINGS, GObject)

TrinhLayoutFindings *trinh_layout_findings_new (TrinhEvaluation *evaluation);
/* Somebody looks at the list */
void trinh_layout_findings_set_active (TrinhLayoutFindings *self,
                                       gboolean active);
/* @pages: of the report as it is now; they are checked where what is listed is of an older one */
void trinh_layout_findings_take_pages (TrinhLayoutFindings *self,
                                       TrinhPages *pages);
/* (transfer none) (element-type TrinhFinding) */
GPtrArray *trinh_layout_findings_get_all (TrinhLayoutFindings *self);
guint trinh_layout_findings_count (TrinhLayoutFindings *self,
                                   TrinhSeverity severity);

G_END_DECLS
