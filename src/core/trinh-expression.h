/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-decimal.h"

G_BEGIN_DECLS

/**
 * TrinhMissing:
 * @TRINH_MISSING_SKIP_IF_ANY: the rule does not apply when any operand is blank
 * @TRINH_MISSING_SKIP_IF_ALL: … when all are; the others count as zero
 * @TRINH_MISSING_ZERO: blanks count as zero
 *
 * What a blank operand means. Every rule names it. blank() and count() look at
 * blanks and take nothing for them; what is not asked for (the other branch of
 * if(), the right of "and" and "or" where the left decides) does not count.
 * A figure of a report that is not there is blank too.
 */
typedef enum
{
  TRINH_MISSING_SKIP_IF_ANY,
  TRINH_MISSING_SKIP_IF_ALL,
  TRINH_MISSING_ZERO,
} TrinhMissing;

typedef enum
{
  TRINH_REACH_THIS,      /* this report */
  TRINH_REACH_PREVIOUS,  /* previous(): the same kind one earlier */
  TRINH_REACH_LAST_YEAR, /* last_year(): the same kind a year earlier */
  TRINH_REACH_PRECEDING, /* preceding(): whose data end where this one's begin */
  TRINH_REACH_SAME_YEAR, /* same_year(): the earlier cumulative report of the same year that is nearest */
} TrinhReach;

/**
 * TrinhReference:
 * @reach: which report
 * @name: an address ("bm1:2.1") or a concept name ("dossiers.received")
 * @slot: a number the caller of trinh_expression_bind() gave; G_MAXUINT unbound
 */
typedef struct
{
  TrinhReach reach;
  const char *name;
  guint slot;
} TrinhReference;

typedef enum
{
  TRINH_RESULT_BLANK,
  TRINH_RESULT_NUMBER,
  TRINH_RESULT_BOOLEAN,
} TrinhResultType;

typedef struct
{
  TrinhResultType type;
  TrinhDecimal number;
  gboolean truth;
  gboolean inexact;  /* a division was rounded on the way */
  int lean;          /* of such a quotient: 1 the true one is above @number, -1 below, 0 nobody knows */
  gboolean overflow; /* too large to hold; type is BLANK */
} TrinhResult;

/**
 * TrinhExpressionSource:
 *
 * Gives the value of a reference: fills @number and returns %TRUE, or returns %FALSE for a blank.
 */
typedef gboolean (*TrinhExpressionSource) (const TrinhReference *reference,
                                           TrinhDecimal *number,
                                           gpointer user_data);

/**
 * TrinhRegisterCount:
 * @TRINH_REGISTER_CITED: cited(): documents that count into a row
 * @TRINH_REGISTER_PLANNED: planned(): tasks that do
 * @TRINH_REGISTER_DONE: done(): … and were done by the last day of the data
 * @TRINH_REGISTER_LATE: late(): … of them those that were done after they were due
 * @TRINH_REGISTER_OVERDUE: overdue(): … and were due before the last day of the data and are not done
 *
 * What a report's registers are asked for.
 */
typedef enum
{
  TRINH_REGISTER_CITED,
  TRINH_REGISTER_PLANNED,
  TRINH_REGISTER_DONE,
  TRINH_REGISTER_LATE,
  TRINH_REGISTER_OVERDUE,
} TrinhRegisterCount;

/* @name: "cited", "planned", "done", "late", "overdue"; @count: (out) (optional) */
gboolean trinh_register_count_from_name (const char *name,
                                         TrinhRegisterCount *count);
/* @reference: the name of a reference, "done:bm1:2.1"; @address: (out): "bm1:2.1", within it. %FALSE: it asks for a value */
gboolean trinh_register_count_split (const char *reference,
                                     TrinhRegisterCount *count,
                                     const char **address);

/**
 * TrinhExpression:
 *
 * A parsed formula or condition:
 *
 *   [bm1:2] = percent([bm1:2.2], [bm1:2.1])
 *   [bm3:3.3.1] >= same_year([bm3:3.3.1])
 *
 * References in brackets, by form and key or by concept; inside a form its own
 * id may be left out ([2.1]); [@online] is that column of each row in turn. Numbers have a point for decimals. Functions:
 * sum min max round(x, n) abs if(c, a, b) blank(x) count(…) percent(part, whole)
 * days(from, to) cited([address]) planned([address]) done([address]) late([address])
 * overdue([address]) previous() last_year() preceding() same_year();
 * operators + - * / = <> < <= > >= and or not. A division by zero is blank, so
 * percent() of 0/0 is; sum(), min() and max() pass over such blanks. percent()
 * and "/" are rounded half up to four decimals. days() counts from the first
 * date to the second; the source gives dates as Julian days.
 * What is compared must be a number, what is joined a condition.
 * Immutable, reference-counted.
 */
#define TRINH_TYPE_EXPRESSION (trinh_expression_get_type ())

GType trinh_expression_get_type (void) G_GNUC_CONST;
/**
 * trinh_expression_parse:
 * @text: the expression
 * @form: (nullable): id of the form whose rows may be named without it
 * @place: (out) (optional): character offset of an error, from 0
 * @error: return location; the message says where ("at character 12: …")
 */
TrinhExpression *trinh_expression_parse (const char *text,
                                         const char *form,
                                         guint *place,
                                         GError **error);
TrinhExpression *trinh_expression_ref (TrinhExpression *self);
void trinh_expression_unref (TrinhExpression *self);
const char *trinh_expression_get_text (TrinhExpression *self);
/* Each (reach, name) once, in order of appearance. cited([x]) and the like are not among them. */
guint trinh_expression_get_n_references (TrinhExpression *self);
const TrinhReference *trinh_expression_get_reference (TrinhExpression *self,
                                                      guint position);
/* Addresses inside cited(), planned() and so on; @count: (out) (optional) */
guint trinh_expression_get_n_counted (TrinhExpression *self);
const char *trinh_expression_get_counted (TrinhExpression *self,
                                          guint position,
                                          TrinhRegisterCount *count);
/* Names turned into addresses (concepts resolved) and slots set: gives a bound copy; @bind returns %FALSE for an unknown name. */
typedef gboolean (*TrinhExpressionBind) (const char *name,
                                         const char **address,
                                         guint *slot,
                                         gpointer user_data);
TrinhExpression *trinh_expression_bind (TrinhExpression *self,
                                        TrinhExpressionBind bind,
                                        gpointer user_data,
                                        GError **error);
/* For "a = b": the two sides, else both %NULL. (transfer none) */
gboolean trinh_expression_get_sides (TrinhExpression *self,
                                     TrinhExpression **left,
                                     TrinhExpression **right);
/* @missing: how blanks are taken; @source also answers cited() with reach THIS and name "cited:ADDRESS", planned() and so on alike. No allocation. */
TrinhResult trinh_expression_evaluate (TrinhExpression *self,
                                       TrinhMissing missing,
                                       TrinhExpressionSource source,
                                       gpointer user_data);
/* The text with the values filled in, in the Vietnamese manner: "63,6 = 14 / 33 × 100"; percent() alone
 * gives "14 / 33", a blank "…", another report's value "12 (kỳ trước)". (transfer full) */
char *trinh_expression_fill (TrinhExpression *self,
                             TrinhExpressionSource source,
                             gpointer user_data);

/**
 * TrinhFormulaStyle:
 * @decimals: the result is rounded to, half up
 * @percent: what is not quite 0 or 100 is not rounded to it
 * @whole: the cells hold whole numbers, so that their sums need no rounding
 */
typedef struct
{
  guint decimals;
  gboolean percent;
  gboolean whole;
} TrinhFormulaStyle;

/* Where a spreadsheet has the value: "D5", "'Biểu mẫu 3'!D5". (transfer full) (nullable): nowhere as a number */
typedef char *(*TrinhExpressionPlace) (const TrinhReference *reference,
                                       gpointer user_data);
/**
 * trinh_expression_to_formula:
 * @missing: how blanks are taken
 *
 * The expression as a spreadsheet's formula, "=IF(OR(COUNT(D5:D6)<2,D5=0),"",ROUND(D6*100/D5,2))": in any
 * spreadsheet it gives what trinh_expression_evaluate() does, rounded, and "" for a blank.
 *
 * Returns: (transfer full) (nullable): %NULL where a spreadsheet cannot say it: other reports, cited(), a blank
 *   that matters only sometimes
 */
char *trinh_expression_to_formula (TrinhExpression *self,
                                   TrinhMissing missing,
                                   const TrinhFormulaStyle *style,
                                   TrinhExpressionPlace place,
                                   gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhExpression, trinh_expression_unref)

G_END_DECLS
