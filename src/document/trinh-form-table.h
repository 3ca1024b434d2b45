/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"
#include "trinh-table.h"

G_BEGIN_DECLS

/* A form as printed, for what writes tables of another kind: heads, rows, values filled in. (transfer full) */
TrinhTable *trinh_form_table_new (TrinhEvaluation *evaluation,
                                  TrinhForm *form);

G_END_DECLS
