/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhRemarkDialog:
 *
 * What was said of one place of a report, and a field to say something new of it.
 */
#define TRINH_TYPE_REMARK_DIALOG (trinh_remark_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRemarkDialog, trinh_remark_dialog, TRINH, REMARK_DIALOG, AdwDialog)

/**
 * trinh_remark_dialog_new:
 * @work: the report
 * @cell: (nullable): a cell's address
 * @section: (nullable): a section's id; both %NULL: the whole report
 * @quote: (nullable): words of the section's source that the remark is about
 * @start: where they begin, in characters
 */
AdwDialog *trinh_remark_dialog_new (TrinhWork *work,
                                    const char *cell,
                                    const char *section,
                                    const char *quote,
                                    guint start);

G_END_DECLS
