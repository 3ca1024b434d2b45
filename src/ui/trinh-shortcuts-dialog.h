/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhShortcutsDialog:
 *
 * The keys of the program, from one table, with a search over it.
 */
#define TRINH_TYPE_SHORTCUTS_DIALOG (trinh_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhShortcutsDialog, trinh_shortcuts_dialog, TRINH, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *trinh_shortcuts_dialog_new (void);
/* Shows what has every word of @text only; "" everything */
void trinh_shortcuts_dialog_set_search (TrinhShortcutsDialog *self,
                                        const char *text);
/* How many shortcuts are shown */
guint trinh_shortcuts_dialog_get_n_shown (TrinhShortcutsDialog *self);

G_END_DECLS
