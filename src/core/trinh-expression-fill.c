/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-expression-private.h"
#include "trinh-period.h"

/* What binds tighter stands lower; an operand that binds less gets brackets. */
typedef enum
{
  LEVEL_OR,
  LEVEL_AND,
  LEVEL_NOT,
  LEVEL_COMPARISON,
  LEVEL_ADDITION,
  LEVEL_PRODUCT,
  LEVEL_NEGATION,
  LEVEL_PRIMARY,
} Level;

typedef struct
{
  TrinhExpression *expression;
  TrinhExpressionSource source;
  gpointer user_data;
  GString *out;
  guint dates; /* inside days(): numbers are dates */
} Filler;

/* Signs and words of exported documents: Vietnamese always. */
static const struct
{
  const char *sign;
  Level level;
} operators[] = {
  [TRINH_OPERATION_ADD] = { " + ", LEVEL_ADDITION },
  [TRINH_OPERATION_SUBTRACT] = { " - ", LEVEL_ADDITION },
  [TRINH_OPERATION_MULTIPLY] = { " × ", LEVEL_PRODUCT },
  [TRINH_OPERATION_DIVIDE] = { " / ", LEVEL_PRODUCT },
  [TRINH_OPERATION_EQUAL] = { " = ", LEVEL_COMPARISON },
  [TRINH_OPERATION_NOT_EQUAL] = { " ≠ ", LEVEL_COMPARISON },
  [TRINH_OPERATION_LESS] = { " < ", LEVEL_COMPARISON },
  [TRINH_OPERATION_LESS_EQUAL] = { " ≤ ", LEVEL_COMPARISON },
  [TRINH_OPERATION_GREATER] = { " > ", LEVEL_COMPARISON },
  [TRINH_OPERATION_GREATER_EQUAL] = { " ≥ ", LEVEL_COMPARISON },
  [TRINH_OPERATION_AND] = { " và ", LEVEL_AND },
  [TRINH_OPERATION_OR] = { " hoặc ", LEVEL_OR },
  [TRINH_OPERATION_SUM] = { " + ", LEVEL_ADDITION },
  [TRINH_OPERATION_PERCENT] = { " / ", LEVEL_PRODUCT },
};

static const char *const reach_remarks[] = {
  [TRINH_REACH_THIS] = "",
  [TRINH_REACH_PREVIOUS] = " (kỳ trước)",
  [TRINH_REACH_LAST_YEAR] = " (cùng kỳ năm trước)",
  [TRINH_REACH_PRECEDING] = " (kỳ liền trước)",
  [TRINH_REACH_SAME_YEAR] = " (lũy kế trong năm)",
};

/* Operands are expressions again. */
static void fill (Filler *filler,
                  guint position,
                  Level around);

static const TrinhNode *
node_at (Filler *filler,
         guint position)
{
  return trinh_expression_node (filler->expression, position);
}

static void
append_decimal (Filler *filler,
                TrinhDecimal number)
{
  g_autofree char *text = NULL;
  gint64 whole = number.units / TRINH_DECIMAL_SCALE;

  if (filler->dates > 0 && trinh_decimal_is_whole (number) && whole > 0 && whole < G_MAXINT32 && g_date_valid_julian ((guint32) whole))
    text = trinh_date_format ((guint32) whole);
  else
    text = trinh_decimal_format (number);
  g_string_append (filler->out, text);
}

static void
fill_reference (Filler *filler,
                GArray *references,
                guint position)
{
  const TrinhReference *reference = &g_array_index (references, TrinhReference, position);
  TrinhDecimal number;

  if (filler->source (reference, &number, filler->user_data))
    append_decimal (filler, number);
  else
    g_string_append (filler->out, "…");
  g_string_append (filler->out, reach_remarks[reference->reach]);
}

static void
fill_operands (Filler *filler,
               guint first,
               const char *between,
               Level around)
{
  for (guint at = first; at != TRINH_NODE_NONE; at = node_at (filler, at)->next)
    {
      if (at != first)
        g_string_append (filler->out, between);
      fill (filler, at, around);
    }
}

static void
fill_call (Filler *filler,
           const TrinhNode *node,
           const char *name)
{
  g_string_append_printf (filler->out, "%s(", name);
  fill_operands (filler, node->first, "; ", LEVEL_OR);
  g_string_append_c (filler->out, ')');
}

/* The first operand may stand at the operator's own level, the others must bind tighter: a - (b - c). */
static void
fill_operator (Filler *filler,
               const TrinhNode *node)
{
  Level level = operators[node->operation].level;

  fill (filler, node->first, level == LEVEL_COMPARISON ? LEVEL_ADDITION : level);
  for (guint at = node_at (filler, node->first)->next; at != TRINH_NODE_NONE; at = node_at (filler, at)->next)
    {
      g_string_append (filler->out, operators[node->operation].sign);
      fill (filler, at, level + 1);
    }
  if (node->operation == TRINH_OPERATION_PERCENT && node != node_at (filler, filler->expression->root))
    g_string_append (filler->out, " × 100");
}

static void
fill_if (Filler *filler,
         const TrinhNode *node)
{
  guint yes = node_at (filler, node->first)->next;

  g_string_append (filler->out, "nếu ");
  fill (filler, node->first, LEVEL_OR);
  g_string_append (filler->out, " thì ");
  fill (filler, yes, LEVEL_OR);
  g_string_append (filler->out, ", không thì ");
  fill (filler, node_at (filler, yes)->next, LEVEL_OR);
}

static void
fill_word (Filler *filler,
           const TrinhNode *node,
           const char *before,
           const char *after)
{
  g_string_append (filler->out, before);
  fill (filler, node->first, LEVEL_NEGATION);
  g_string_append (filler->out, after);
}

static void
fill_function (Filler *filler,
               const TrinhNode *node)
{
  switch ((int) node->operation)
    {
    case TRINH_OPERATION_MIN:
      fill_call (filler, node, "min");
      break;
    case TRINH_OPERATION_MAX:
      fill_call (filler, node, "max");
      break;
    case TRINH_OPERATION_ROUND:
      fill_call (filler, node, "làm tròn");
      break;
    case TRINH_OPERATION_COUNT:
      fill_call (filler, node, "số ô đã nhập");
      break;
    case TRINH_OPERATION_DAYS:
      filler->dates++;
      fill_call (filler, node, "số ngày");
      filler->dates--;
      break;
    case TRINH_OPERATION_ABS:
      g_string_append_c (filler->out, '|');
      fill (filler, node->first, LEVEL_OR);
      g_string_append_c (filler->out, '|');
      break;
    default:
      fill_if (filler, node);
      break;
    }
}

static Level
level_of (Filler *filler,
          const TrinhNode *node)
{
  if (node->operation == TRINH_OPERATION_SUM && node_at (filler, node->first)->next == TRINH_NODE_NONE)
    return level_of (filler, node_at (filler, node->first));
  if (node->operation < G_N_ELEMENTS (operators) && operators[node->operation].sign != NULL)
    return operators[node->operation].level;
  if (node->operation == TRINH_OPERATION_NOT || node->operation == TRINH_OPERATION_BLANK)
    return LEVEL_NOT;
  if (node->operation == TRINH_OPERATION_NEGATE)
    return LEVEL_NEGATION;
  return node->operation == TRINH_OPERATION_IF ? LEVEL_OR : LEVEL_PRIMARY;
}

static void
fill_node (Filler *filler,
           const TrinhNode *node)
{
  if (node->operation < G_N_ELEMENTS (operators) && operators[node->operation].sign != NULL)
    fill_operator (filler, node);
  else if (node->operation == TRINH_OPERATION_NUMBER)
    append_decimal (filler, node->number);
  else if (node->operation == TRINH_OPERATION_REFERENCE)
    fill_reference (filler, filler->expression->references, node->reference);
  else if (node->operation == TRINH_OPERATION_COUNTED)
    fill_reference (filler, filler->expression->counted, node->reference);
  else if (node->operation == TRINH_OPERATION_NEGATE)
    fill_word (filler, node, "-", "");
  else if (node->operation == TRINH_OPERATION_NOT)
    fill_word (filler, node, "không phải ", "");
  else if (node->operation == TRINH_OPERATION_BLANK)
    fill_word (filler, node, "", " để trống");
  else
    fill_function (filler, node);
}

static void
fill (Filler *filler,
      guint position,
      Level around)
{
  const TrinhNode *node = node_at (filler, position);
  gboolean brackets = level_of (filler, node) < around;

  if (brackets)
    g_string_append_c (filler->out, '(');
  fill_node (filler, node);
  if (brackets)
    g_string_append_c (filler->out, ')');
}

char *
trinh_expression_fill (TrinhExpression *self,
                       TrinhExpressionSource source,
                       gpointer user_data)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Filler filler = { .expression = self, .source = source, .user_data = user_data, .out = out };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  fill (&filler, self->root, LEVEL_OR);
  return g_strdup (out->str);
}
