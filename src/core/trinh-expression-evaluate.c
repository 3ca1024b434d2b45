/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-decimal-private.h"
#include "trinh-expression-private.h"

typedef struct
{
  TrinhExpression *expression;
  TrinhMissing missing;
  TrinhExpressionSource source;
  gpointer user_data;
  guint testing; /* inside blank() or count(): blanks are looked at, not taken */
  guint n_seen;
  guint n_filled;
  gboolean skipped; /* a blank under skip-if-any */
  gboolean inexact;
  gboolean overflow;
} Evaluator;

typedef struct
{
  TrinhResultType type;
  TrinhDecimal number;
  int lean; /* as in TrinhResult */
  gboolean truth;
} Value;

typedef Value (*EvaluateNode) (Evaluator *evaluator,
                               const TrinhNode *node);

static const Value blank_value = { .type = TRINH_RESULT_BLANK };

/* Operands are expressions again. */
static Value evaluate (Evaluator *evaluator,
                       guint position);

static const TrinhNode *
node_at (Evaluator *evaluator,
         guint position)
{
  return trinh_expression_node (evaluator->expression, position);
}

static Value
number_value (TrinhDecimal number)
{
  return (Value) { .type = TRINH_RESULT_NUMBER, .number = number };
}

static Value
truth_value (gboolean truth)
{
  return (Value) { .type = TRINH_RESULT_BOOLEAN, .truth = truth };
}

static Value
overflow_value (Evaluator *evaluator)
{
  evaluator->overflow = TRUE;
  return blank_value;
}

static Value
take_blank (Evaluator *evaluator)
{
  if (evaluator->testing > 0)
    return blank_value;
  if (evaluator->missing != TRINH_MISSING_SKIP_IF_ANY)
    return number_value (TRINH_DECIMAL_INIT (0));
  evaluator->skipped = TRUE;
  return blank_value;
}

static Value
evaluate_reference (Evaluator *evaluator,
                    const TrinhNode *node)
{
  GArray *references = node->operation == TRINH_OPERATION_COUNTED ? evaluator->expression->counted : evaluator->expression->references;
  TrinhDecimal number = { 0 };
  gboolean filled;

  filled = evaluator->source (&g_array_index (references, TrinhReference, node->reference), &number, evaluator->user_data);
  if (evaluator->testing == 0)
    {
      evaluator->n_seen++;
      evaluator->n_filled += filled ? 1 : 0;
    }
  return filled ? number_value (number) : take_blank (evaluator);
}

static guint8
decimals_of (gint64 units)
{
  guint8 decimals = TRINH_DECIMAL_MAX_DECIMALS;

  while (decimals > 0 && units % 10 == 0)
    {
      units /= 10;
      decimals--;
    }
  return decimals;
}

/* Where the true quotient lies: known when what was divided was exact. */
static int
find_lean (Evaluator *evaluator,
           gboolean negative,
           gboolean away_from_zero)
{
  if (evaluator->inexact)
    return 0;
  return negative == away_from_zero ? 1 : -1;
}

/* a / b × factor in 128 bits, rounded half up to four decimals. Nothing over zero is blank. */
static Value
divide (Evaluator *evaluator,
        TrinhDecimal a,
        TrinhDecimal b,
        gint64 factor)
{
  __int128 top, bottom, quotient, rest;
  int lean = 0;

  if (b.units == 0)
    return blank_value;
  top = (__int128) a.units * factor * TRINH_DECIMAL_SCALE;
  bottom = b.units;
  if (bottom < 0)
    {
      top = -top;
      bottom = -bottom;
    }
  quotient = top / bottom;
  rest = top % bottom;
  if (rest < 0)
    rest = -rest;
  if (rest != 0)
    lean = find_lean (evaluator, top < 0, 2 * rest >= bottom);
  evaluator->inexact |= rest != 0;
  if (2 * rest >= bottom)
    quotient += top < 0 ? -1 : 1;
  if (quotient > TRINH_DECIMAL_MAX_UNITS || quotient < -TRINH_DECIMAL_MAX_UNITS)
    return overflow_value (evaluator);
  return (Value) { .type = TRINH_RESULT_NUMBER, .number = { (gint64) quotient, decimals_of ((gint64) quotient) }, .lean = lean };
}

static Value
multiply (Evaluator *evaluator,
          TrinhDecimal a,
          TrinhDecimal b)
{
  TrinhDecimal result;

  if (!trinh_decimal_multiply (a, b, &result))
    return overflow_value (evaluator);
  evaluator->inexact |= (__int128) a.units * b.units % TRINH_DECIMAL_SCALE != 0;
  return number_value (result);
}

static Value
evaluate_arithmetic (Evaluator *evaluator,
                     const TrinhNode *node)
{
  Value a = evaluate (evaluator, node->first);
  Value b = evaluate (evaluator, node_at (evaluator, node->first)->next);
  TrinhDecimal result;
  gboolean fits;

  if (a.type == TRINH_RESULT_BLANK || b.type == TRINH_RESULT_BLANK)
    return blank_value;
  if (node->operation == TRINH_OPERATION_MULTIPLY)
    return multiply (evaluator, a.number, b.number);
  if (node->operation == TRINH_OPERATION_DIVIDE)
    return divide (evaluator, a.number, b.number, 1);
  if (node->operation == TRINH_OPERATION_PERCENT)
    return divide (evaluator, a.number, b.number, 100);

  /* days (from, to) counts forward */
  if (node->operation == TRINH_OPERATION_DAYS)
    fits = trinh_decimal_subtract (b.number, a.number, &result);
  else if (node->operation == TRINH_OPERATION_ADD)
    fits = trinh_decimal_add (a.number, b.number, &result);
  else
    fits = trinh_decimal_subtract (a.number, b.number, &result);
  return fits ? number_value (result) : overflow_value (evaluator);
}

static Value
evaluate_comparison (Evaluator *evaluator,
                     const TrinhNode *node)
{
  Value a = evaluate (evaluator, node->first);
  Value b = evaluate (evaluator, node_at (evaluator, node->first)->next);
  int order;

  if (a.type == TRINH_RESULT_BLANK || b.type == TRINH_RESULT_BLANK)
    return blank_value;
  order = trinh_decimal_compare (a.number, b.number);
  switch ((int) node->operation)
    {
    case TRINH_OPERATION_EQUAL:
      return truth_value (order == 0);
    case TRINH_OPERATION_NOT_EQUAL:
      return truth_value (order != 0);
    case TRINH_OPERATION_LESS:
      return truth_value (order < 0);
    case TRINH_OPERATION_LESS_EQUAL:
      return truth_value (order <= 0);
    case TRINH_OPERATION_GREATER:
      return truth_value (order > 0);
    default:
      return truth_value (order >= 0);
    }
}

/* The second operand is not asked for when the first decides: "blank([a]) or [a] > 0" can be written. */
static Value
evaluate_joined (Evaluator *evaluator,
                 const TrinhNode *node)
{
  gboolean deciding = node->operation == TRINH_OPERATION_OR;
  Value a = evaluate (evaluator, node->first);
  Value b;

  if (a.type == TRINH_RESULT_BOOLEAN && !a.truth == !deciding)
    return a;
  b = evaluate (evaluator, node_at (evaluator, node->first)->next);
  if (b.type == TRINH_RESULT_BOOLEAN && !b.truth == !deciding)
    return b;
  return a.type == TRINH_RESULT_BLANK ? a : b;
}

/* 99999999999999.9999 has no whole number near it that the file can hold. */
static Value
round_value (Evaluator *evaluator,
             Value value,
             guint decimals)
{
  TrinhDecimal rounded = trinh_decimal_round_leaning (value.number, value.lean, decimals);

  if (rounded.units > TRINH_DECIMAL_MAX_UNITS || rounded.units < -TRINH_DECIMAL_MAX_UNITS)
    return overflow_value (evaluator);
  return number_value (rounded);
}

static Value
evaluate_single (Evaluator *evaluator,
                 const TrinhNode *node)
{
  Value value = evaluate (evaluator, node->first);

  if (value.type == TRINH_RESULT_BLANK)
    return value;
  if (node->operation == TRINH_OPERATION_NOT)
    return truth_value (!value.truth);
  if (node->operation == TRINH_OPERATION_ROUND)
    return round_value (evaluator, value, (guint) (node_at (evaluator, node_at (evaluator, node->first)->next)->number.units / TRINH_DECIMAL_SCALE));
  if (node->operation == TRINH_OPERATION_NEGATE || value.number.units < 0)
    {
      value.number.units = -value.number.units;
      value.lean = -value.lean;
    }
  return value;
}

static gboolean
fold (Evaluator *evaluator,
      const TrinhNode *node,
      Value *total,
      Value value)
{
  int order;

  if (total->type == TRINH_RESULT_BLANK)
    {
      *total = value;
      return TRUE;
    }
  if (node->operation == TRINH_OPERATION_SUM)
    {
      total->lean = 0;
      return trinh_decimal_add (total->number, value.number, &total->number);
    }
  order = trinh_decimal_compare (value.number, total->number);
  if (node->operation == TRINH_OPERATION_MIN ? order < 0 : order > 0)
    *total = value;
  return TRUE;
}

static Value
evaluate_fold (Evaluator *evaluator,
               const TrinhNode *node)
{
  Value total = blank_value;

  for (guint at = node->first; at != TRINH_NODE_NONE; at = node_at (evaluator, at)->next)
    {
      Value value = evaluate (evaluator, at);

      if (value.type != TRINH_RESULT_BLANK && !fold (evaluator, node, &total, value))
        return overflow_value (evaluator);
    }
  return total;
}

static Value
evaluate_test (Evaluator *evaluator,
               const TrinhNode *node)
{
  guint n_filled = 0;

  evaluator->testing++;
  for (guint at = node->first; at != TRINH_NODE_NONE; at = node_at (evaluator, at)->next)
    n_filled += evaluate (evaluator, at).type == TRINH_RESULT_BLANK ? 0 : 1;
  evaluator->testing--;

  if (node->operation == TRINH_OPERATION_BLANK)
    return truth_value (n_filled == 0);
  return number_value (TRINH_DECIMAL_INIT (n_filled));
}

static Value
evaluate_if (Evaluator *evaluator,
             const TrinhNode *node)
{
  Value condition = evaluate (evaluator, node->first);
  guint yes = node_at (evaluator, node->first)->next;

  if (condition.type == TRINH_RESULT_BLANK)
    return blank_value;
  return evaluate (evaluator, condition.truth ? yes : node_at (evaluator, yes)->next);
}

static Value
evaluate_number (Evaluator *evaluator,
                 const TrinhNode *node)
{
  return number_value (node->number);
}

static const EvaluateNode evaluate_nodes[] = {
  [TRINH_OPERATION_NUMBER] = evaluate_number,
  [TRINH_OPERATION_REFERENCE] = evaluate_reference,
  [TRINH_OPERATION_COUNTED] = evaluate_reference,
  [TRINH_OPERATION_NEGATE] = evaluate_single,
  [TRINH_OPERATION_ADD] = evaluate_arithmetic,
  [TRINH_OPERATION_SUBTRACT] = evaluate_arithmetic,
  [TRINH_OPERATION_MULTIPLY] = evaluate_arithmetic,
  [TRINH_OPERATION_DIVIDE] = evaluate_arithmetic,
  [TRINH_OPERATION_EQUAL] = evaluate_comparison,
  [TRINH_OPERATION_NOT_EQUAL] = evaluate_comparison,
  [TRINH_OPERATION_LESS] = evaluate_comparison,
  [TRINH_OPERATION_LESS_EQUAL] = evaluate_comparison,
  [TRINH_OPERATION_GREATER] = evaluate_comparison,
  [TRINH_OPERATION_GREATER_EQUAL] = evaluate_comparison,
  [TRINH_OPERATION_AND] = evaluate_joined,
  [TRINH_OPERATION_OR] = evaluate_joined,
  [TRINH_OPERATION_NOT] = evaluate_single,
  [TRINH_OPERATION_SUM] = evaluate_fold,
  [TRINH_OPERATION_MIN] = evaluate_fold,
  [TRINH_OPERATION_MAX] = evaluate_fold,
  [TRINH_OPERATION_ROUND] = evaluate_single,
  [TRINH_OPERATION_ABS] = evaluate_single,
  [TRINH_OPERATION_IF] = evaluate_if,
  [TRINH_OPERATION_BLANK] = evaluate_test,
  [TRINH_OPERATION_COUNT] = evaluate_test,
  [TRINH_OPERATION_PERCENT] = evaluate_arithmetic,
  [TRINH_OPERATION_DAYS] = evaluate_arithmetic,
};

static Value
evaluate (Evaluator *evaluator,
          guint position)
{
  const TrinhNode *node = node_at (evaluator, position);

  return evaluate_nodes[node->operation](evaluator, node);
}

TrinhResult
trinh_expression_evaluate (TrinhExpression *self,
                           TrinhMissing missing,
                           TrinhExpressionSource source,
                           gpointer user_data)
{
  Evaluator evaluator = { .expression = self, .missing = missing, .source = source, .user_data = user_data };
  TrinhResult result = { .type = TRINH_RESULT_BLANK };
  Value value;

  g_return_val_if_fail (self != NULL, result);
  g_return_val_if_fail (source != NULL, result);

  value = evaluate (&evaluator, self->root);
  result.overflow = evaluator.overflow;
  if (evaluator.overflow || evaluator.skipped)
    return result;
  if (missing == TRINH_MISSING_SKIP_IF_ALL && evaluator.n_seen > 0 && evaluator.n_filled == 0)
    return result;

  result.type = value.type;
  result.number = value.number;
  result.truth = value.truth;
  result.inexact = evaluator.inexact;
  result.lean = value.lean;
  return result;
}
