/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhMergeDialog:
 *
 * What a copy of the report would bring in, before it does: what both sides
 * changed side by side, the rest by form and section with a check mark each.
 * Nothing is overwritten unchosen; bringing in is one step that can be undone.
 */
#define TRINH_TYPE_MERGE_DIALOG (trinh_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhMergeDialog, trinh_merge_dialog, TRINH, MERGE_DIALOG, AdwDialog)

TrinhMergeDialog *trinh_merge_dialog_new (TrinhSession *session,
                                          TrinhWork *work,
                                          TrinhMerge *merge);
/* @parent: says afterwards that it was done */
void trinh_merge_dialog_present (TrinhSession *session,
                                 TrinhWork *work,
                                 TrinhMerge *merge,
                                 GtkWidget *parent);

G_END_DECLS
