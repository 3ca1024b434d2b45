/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-draft-rows.h"

G_BEGIN_DECLS

/**
 * TrinhExpressionRow:
 *
 * The expression of a rule, or the formula of a row of a form. It is checked while it is typed, the wrong place
 * underlined; with a report at hand it is tried out on it.
 */
#define TRINH_TYPE_EXPRESSION_ROW (trinh_expression_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhExpressionRow, trinh_expression_row, TRINH, EXPRESSION_ROW, AdwPreferencesRow)

/* @place: the rule, or with @formula the row of a form; @evaluation: (nullable): of the open report */
GtkWidget *trinh_expression_row_new (const TrinhDraftPlace *place,
                                     gboolean formula,
                                     TrinhEvaluation *evaluation);
/* What stands under the expression: what is wrong, or what it gives; "" where there is nothing to say */
const char *trinh_expression_row_get_status (TrinhExpressionRow *self);

G_END_DECLS
