/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-work.h"

G_BEGIN_DECLS

/**
 * trinh_work_list_changes:
 *
 * What the report says differently from what the signatory saw last; of a
 * correction that nobody has reviewed yet, from the report whose place it takes.
 *
 * Returns: (transfer full) (element-type TrinhMergeItem) (nullable): %NULL without an error where there is nothing
 *   to compare with
 */
GPtrArray *trinh_work_list_changes (TrinhWork *self,
                                    GError **error);

G_END_DECLS
