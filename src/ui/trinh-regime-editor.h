/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhRegimeEditor:
 *
 * A regime of one's own being edited: its parts at the side, the rows of one of them, undo, problems and saving.
 * Holds the actions "editor.undo", "editor.redo", "editor.save"; "regimes.back" is its surroundings' to know.
 */
#define TRINH_TYPE_REGIME_EDITOR (trinh_regime_editor_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegimeEditor, trinh_regime_editor, TRINH, REGIME_EDITOR, AdwNavigationPage)

/* @evaluation: (nullable): of the open report, to try expressions out */
TrinhRegimeEditor *trinh_regime_editor_new (TrinhSession *session,
                                            TrinhRegimeDraft *draft,
                                            TrinhEvaluation *evaluation);
TrinhRegimeDraft *trinh_regime_editor_get_draft (TrinhRegimeEditor *self);
/* Says what is wrong where it cannot */
gboolean trinh_regime_editor_save (TrinhRegimeEditor *self);
/* "general", "outline", "calendar", "rules", "problems" or "forms/ID" */
void trinh_regime_editor_go (TrinhRegimeEditor *self,
                             const char *section);
const char *trinh_regime_editor_get_section (TrinhRegimeEditor *self);

G_END_DECLS
