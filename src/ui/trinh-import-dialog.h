/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhImportDialog:
 *
 * What a table would change in the report, before it does: doubts first, every
 * change with a check mark, what is left out and why, and which column is what.
 * Taking it over is one step that can be undone.
 */
#define TRINH_TYPE_IMPORT_DIALOG (trinh_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrinhImportDialog, trinh_import_dialog, TRINH, IMPORT_DIALOG, AdwDialog)

TrinhImportDialog *trinh_import_dialog_new (TrinhSession *session,
                                            TrinhWork *work,
                                            TrinhImport *import);
/* @parent: says afterwards that it was done */
void trinh_import_dialog_present (TrinhSession *session,
                                  TrinhWork *work,
                                  TrinhImport *import,
                                  GtkWidget *parent);
/* Asks for the file first. */
void trinh_import_dialog_choose (TrinhSession *session,
                                 TrinhWork *work,
                                 GtkWidget *parent);

G_END_DECLS
