/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * trinh_regime_choice_load:
 * @today: Julian
 * @error: (out) (optional): why the first that cannot be read cannot; the others are there all the same
 *
 * The regimes in the order in which they are offered: those that hold today, what a document prescribes before
 * examples, by title.
 *
 * Returns: (transfer full) (element-type TrinhRegime)
 */
GPtrArray *trinh_regime_choice_load (TrinhRegimeLibrary *library,
                                     guint32 today,
                                     GError **error);

G_END_DECLS
