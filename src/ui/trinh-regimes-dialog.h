/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhRegimesDialog:
 *
 * The regimes there are: to make one's own from one, edit it, import, export and delete. Over the list lies the editor.
 */
#define TRINH_TYPE_REGIMES_DIALOG (trinh_regimes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegimesDialog, trinh_regimes_dialog, TRINH, REGIMES_DIALOG, AdwDialog)

/* @evaluation: (nullable): of the open report, to try rules out */
TrinhRegimesDialog *trinh_regimes_dialog_new (TrinhSession *session,
                                              TrinhEvaluation *evaluation);
/* Opens one's own regime in the editor. */
void trinh_regimes_dialog_edit (TrinhRegimesDialog *self,
                                const char *id);

G_END_DECLS
