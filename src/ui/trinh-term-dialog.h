/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhTermDialog:
 *
 * Cut-off and deadline of one period as the office was told them, with a note; beside them the calendar's, to go
 * back to. "Save" keeps them with the office's settings.
 */
#define TRINH_TYPE_TERM_DIALOG (trinh_term_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhTermDialog, trinh_term_dialog, TRINH, TERM_DIALOG, AdwDialog)

TrinhTermDialog *trinh_term_dialog_new (TrinhSession *session,
                                        TrinhOffice *office,
                                        const char *regime,
                                        TrinhPeriod period);
/* What is entered, into the settings; FALSE, and the dialog says why, where it cannot be kept */
gboolean trinh_term_dialog_save (TrinhTermDialog *self);

G_END_DECLS
