/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-session.h"

G_BEGIN_DECLS

/* A PDF in two steps, for two processes one after the other: what completes a file takes as much memory as the pages
 * and the libraries that draw them. */

/**
 * trinh_session_draw_last:
 * @evaluation: (transfer full)
 * @format: TRINH_EXPORT_PDF or TRINH_EXPORT_FINAL_PDF
 * @target: (nullable): where the finished file will be written, %NULL no file
 *
 * Draws the pages into a file without a name, on the target's disk where that can have one.
 *
 * Returns: its descriptor, which another program inherits; -1 with @error
 */
int trinh_session_draw_last (TrinhEvaluation *evaluation,
                             TrinhExportFormat format,
                             GFile *target,
                             GError **error);
/* The finished file. @descriptor: of the above, closed by it. (transfer full) */
GBytes *trinh_session_complete (int descriptor,
                                GError **error);

/* What to say beside pages that were drawn in a font other than the decree's, (nullable): theirs is installed. (transfer full) */
char *trinh_session_dup_font_advice (void);

G_END_DECLS
