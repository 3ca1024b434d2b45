/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-expression.h"
#include "trinh-finding.h"

G_BEGIN_DECLS

/**
 * TrinhRule:
 *
 * A relation that must hold among values ("quy tắc kiểm tra"), or the formula
 * of a row. Immutable.
 */
#define TRINH_TYPE_RULE (trinh_rule_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRule, trinh_rule, TRINH, RULE, GObject)

TrinhRule *trinh_rule_new (const char *id,
                           const char *target,
                           TrinhExpression *expression,
                           TrinhMissing missing,
                           TrinhSeverity severity,
                           const char *message);
const char *trinh_rule_get_id (TrinhRule *self); /* "bm1-2-ratio" */
/* (nullable): the address this is the formula of; then the expression is a number, otherwise a condition */
const char *trinh_rule_get_target (TrinhRule *self);
TrinhExpression *trinh_rule_get_expression (TrinhRule *self);
TrinhMissing trinh_rule_get_missing (TrinhRule *self);
TrinhSeverity trinh_rule_get_severity (TrinhRule *self);
/* Vietnamese, from the data; "" where the generated message will do. "{bm1:2.1}" stands for a value. */
const char *trinh_rule_get_message (TrinhRule *self);

G_END_DECLS
