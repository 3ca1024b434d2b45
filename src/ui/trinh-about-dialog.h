/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhAboutDialog:
 *
 * What the program is, its version beside those of the libraries it runs on (to be copied
 * into a question), where the reports are kept, and the licence. AdwAboutDialog would say
 * much of this in English on a Vietnamese screen.
 */
#define TRINH_TYPE_ABOUT_DIALOG (trinh_about_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhAboutDialog, trinh_about_dialog, TRINH, ABOUT_DIALOG, AdwDialog)

/* @database: (nullable): the file that holds the reports */
AdwDialog *trinh_about_dialog_new (const char *database);

G_END_DECLS
