/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhRegimeRows:
 *
 * By which regimes an office reports, and from which year on; kept at once. The due-board expects their reports.
 */
#define TRINH_TYPE_REGIME_ROWS (trinh_regime_rows_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegimeRows, trinh_regime_rows, TRINH, REGIME_ROWS, AdwPreferencesGroup)

/* @session: (nullable): %NULL lets go of the one it has; @today: Julian, of which "this year" is */
void trinh_regime_rows_set_session (TrinhRegimeRows *self,
                                    TrinhSession *session,
                                    guint32 today);
/* @office: (nullable): none has a name yet, and nothing can be chosen */
void trinh_regime_rows_set_office (TrinhRegimeRows *self,
                                   TrinhOffice *office);

G_END_DECLS
