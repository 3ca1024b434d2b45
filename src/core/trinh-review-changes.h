/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-merge-item.h"
#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * trinh_review_list_changes:
 * @before: what was reviewed last; its number, state, remarks and journal are not looked at
 * @after: the same report now, or the one that takes its place
 *
 * What a reviewer has to look at again: values, rows, texts, registers and the
 * head; of each item the base is what stood there and theirs what stands there now.
 *
 * Returns: (transfer full) (element-type TrinhMergeItem): figures, texts, then the head and the registers
 */
GPtrArray *trinh_review_list_changes (TrinhReport *before,
                                      TrinhReport *after);

G_END_DECLS
