/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPreferencesDialog:
 *
 * The office and what it writes on every report, kept in the store with each
 * change and used for the next report.
 */
#define TRINH_TYPE_PREFERENCES_DIALOG (trinh_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPreferencesDialog, trinh_preferences_dialog, TRINH, PREFERENCES_DIALOG, AdwPreferencesDialog)

/* @work: (nullable): the report that is open */
TrinhPreferencesDialog *trinh_preferences_dialog_new (TrinhSession *session,
                                                      TrinhWork *work);
/* Keeps what is entered now, if it is not kept yet; %FALSE: it could not be kept, and the dialog says why */
gboolean trinh_preferences_dialog_save (TrinhPreferencesDialog *self);

G_END_DECLS
