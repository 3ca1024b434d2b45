/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-error.h"
#include "trinh-expression-parser-private.h"

typedef struct
{
  const char *name;
  TrinhOperation operation;
  guint n_min;
  guint n_max;
  gboolean condition;
} Function;

typedef struct
{
  const char *sign;
  TrinhOperation operation;
} Operator;

#define ANY_NUMBER G_MAXUINT

static const Function functions[] = {
  { "sum", TRINH_OPERATION_SUM, 1, ANY_NUMBER, FALSE },
  { "min", TRINH_OPERATION_MIN, 1, ANY_NUMBER, FALSE },
  { "max", TRINH_OPERATION_MAX, 1, ANY_NUMBER, FALSE },
  { "round", TRINH_OPERATION_ROUND, 2, 2, FALSE },
  { "abs", TRINH_OPERATION_ABS, 1, 1, FALSE },
  { "if", TRINH_OPERATION_IF, 3, 3, FALSE },
  { "blank", TRINH_OPERATION_BLANK, 1, 1, TRUE },
  { "count", TRINH_OPERATION_COUNT, 1, ANY_NUMBER, FALSE },
  { "percent", TRINH_OPERATION_PERCENT, 2, 2, FALSE },
  { "days", TRINH_OPERATION_DAYS, 2, 2, FALSE },
};

static const struct
{
  const char *name;
  TrinhReach reach;
} reaches[] = {
  { "previous", TRINH_REACH_PREVIOUS },
  { "last_year", TRINH_REACH_LAST_YEAR },
  { "preceding", TRINH_REACH_PRECEDING },
  { "same_year", TRINH_REACH_SAME_YEAR },
};

/* Longer signs first. */
static const Operator comparisons[] = {
  { "<>", TRINH_OPERATION_NOT_EQUAL },
  { "<=", TRINH_OPERATION_LESS_EQUAL },
  { ">=", TRINH_OPERATION_GREATER_EQUAL },
  { "=", TRINH_OPERATION_EQUAL },
  { "<", TRINH_OPERATION_LESS },
  { ">", TRINH_OPERATION_GREATER },
};
static const Operator additions[] = {
  { "+", TRINH_OPERATION_ADD },
  { "-", TRINH_OPERATION_SUBTRACT },
};
static const Operator multiplications[] = {
  { "*", TRINH_OPERATION_MULTIPLY },
  { "/", TRINH_OPERATION_DIVIDE },
};

typedef guint (*ParseOperand) (TrinhParser *parser);

/* Expressions stand inside brackets, so the grammar is recursive. */
static guint parse_or (TrinhParser *parser);

static const Operator *
take_operator (TrinhParser *parser,
               const Operator *operators,
               gsize n_operators)
{
  for (gsize i = 0; i < n_operators; i++)
    if (trinh_parser_take_sign (parser, operators[i].sign))
      return &operators[i];
  return NULL;
}

static guint
parse_reference (TrinhParser *parser)
{
  const char *at = parser->at;
  const char *name = trinh_parser_take_name (parser);
  guint reference, position;

  if (name == NULL)
    return TRINH_NODE_NONE;
  reference = trinh_parser_add_reference (parser->expression->references, parser->reach, name);
  position = trinh_parser_add_node (parser, TRINH_OPERATION_REFERENCE, at);
  trinh_parser_node_at (parser, position)->reference = reference;
  return position;
}

static guint
close_call (TrinhParser *parser,
            guint position)
{
  if (position == TRINH_NODE_NONE)
    return position;
  if (!trinh_parser_take_sign (parser, ")"))
    return trinh_parser_fail (parser, parser->at, _ ("“)” is missing"));
  parser->brackets--;
  return position;
}

static guint
parse_counted (TrinhParser *parser,
               const char *function,
               const char *at)
{
  g_autofree char *full = NULL;
  const char *name;
  guint reference, position;

  if (parser->reach != TRINH_REACH_THIS)
    return trinh_parser_fail (parser, at, _ ("%s() counts what stands in the registers of this report alone; take it out of the other function"), function);
  if (*trinh_parser_skip_space (parser) != '[')
    return trinh_parser_fail (parser, parser->at, _ ("%s() takes one name in brackets, like %s([bm1:1])"), function, function);
  name = trinh_parser_take_name (parser);
  if (name == NULL)
    return TRINH_NODE_NONE;
  if (trinh_address_split_own (name, NULL, NULL))
    return trinh_parser_fail (parser, at, _ ("%s() counts for a row that is named; it takes no column of every row"), function);
  full = g_strconcat (function, ":", name, NULL);
  reference = trinh_parser_add_reference (parser->expression->counted, TRINH_REACH_THIS, g_intern_string (full));
  position = trinh_parser_add_node (parser, TRINH_OPERATION_COUNTED, at);
  trinh_parser_node_at (parser, position)->reference = reference;
  return close_call (parser, position);
}

static guint
parse_reach (TrinhParser *parser,
             TrinhReach reach,
             const char *at)
{
  guint position;

  if (parser->reach != TRINH_REACH_THIS)
    return trinh_parser_fail (parser, at, _ ("a report of another period cannot be asked for inside another such function"));
  parser->reach = reach;
  position = parse_or (parser);
  parser->reach = TRINH_REACH_THIS;
  return close_call (parser, position);
}

static gboolean
check_argument (TrinhParser *parser,
                const Function *function,
                guint index,
                guint position,
                const char *at)
{
  const TrinhNode *node = trinh_parser_node_at (parser, position);

  if (function->operation == TRINH_OPERATION_IF && index > 0)
    return TRUE;
  if (!trinh_parser_expect_type (parser, position, function->operation == TRINH_OPERATION_IF, at))
    return FALSE;
  if (function->operation != TRINH_OPERATION_ROUND || index == 0)
    return TRUE;
  if (node->operation == TRINH_OPERATION_NUMBER && trinh_decimal_is_whole (node->number) &&
      node->number.units <= TRINH_DECIMAL_MAX_DECIMALS * TRINH_DECIMAL_SCALE)
    return TRUE;
  trinh_parser_fail (parser, at, _ ("the decimals of round() are a number from 0 to 4"));
  return FALSE;
}

/* Links the arguments under @call and gives their count; 0 on an error. */
static guint
parse_arguments (TrinhParser *parser,
                 const Function *function,
                 guint call)
{
  guint previous = TRINH_NODE_NONE;
  guint n_arguments = 0;

  do
    {
      const char *at = trinh_parser_skip_space (parser);
      guint position = parse_or (parser);

      if (position == TRINH_NODE_NONE || !check_argument (parser, function, n_arguments, position, at))
        return 0;
      if (previous == TRINH_NODE_NONE)
        trinh_parser_node_at (parser, call)->first = position;
      else
        trinh_parser_node_at (parser, previous)->next = position;
      previous = position;
      n_arguments++;
    }
  while (trinh_parser_take_sign (parser, ","));

  return n_arguments;
}

/* Both branches must be of one type; it is the type of the whole. */
static gboolean
settle_if (TrinhParser *parser,
           guint call)
{
  guint condition = trinh_parser_node_at (parser, call)->first;
  guint yes = trinh_parser_node_at (parser, condition)->next;
  guint no = trinh_parser_node_at (parser, yes)->next;

  trinh_parser_node_at (parser, call)->condition = trinh_parser_node_at (parser, yes)->condition;
  return trinh_parser_expect_type (parser, no, trinh_parser_node_at (parser, yes)->condition, parser->at);
}

static guint
parse_function (TrinhParser *parser,
                const Function *function,
                const char *at)
{
  guint call = trinh_parser_add_node (parser, function->operation, at);
  guint n_arguments;

  trinh_parser_node_at (parser, call)->condition = function->condition;
  n_arguments = parse_arguments (parser, function, call);
  if (n_arguments == 0)
    return TRINH_NODE_NONE;
  if (n_arguments < function->n_min || n_arguments > function->n_max)
    return trinh_parser_fail (parser, at, ngettext ("%s() takes %u argument, not %u", "%s() takes %u arguments, not %u", function->n_min), function->name, function->n_min, n_arguments);
  if (function->operation == TRINH_OPERATION_IF && !settle_if (parser, call))
    return TRINH_NODE_NONE;
  return close_call (parser, call);
}

static guint
parse_call (TrinhParser *parser)
{
  const char *at = parser->at;
  g_autofree char *name = g_strndup (at, trinh_parser_name_length (at));

  parser->at += strlen (name);
  if (!trinh_parser_take_sign (parser, "("))
    return trinh_parser_fail (parser, at, _ ("“%s” is not known here; names of values stand in brackets, like [bm1:2.1]"), name);
  parser->brackets++;

  if (trinh_register_count_from_name (name, NULL))
    return parse_counted (parser, name, at);
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    if (g_str_equal (name, reaches[i].name))
      return parse_reach (parser, reaches[i].reach, at);
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (name, functions[i].name))
      return parse_function (parser, &functions[i], at);
  return trinh_parser_fail (parser, at, _ ("there is no function “%s”"), name);
}

static guint
parse_primary (TrinhParser *parser)
{
  const char *at = trinh_parser_skip_space (parser);

  if (*at == '[')
    return parse_reference (parser);
  if (g_ascii_isdigit (*at))
    return trinh_parser_take_number (parser);
  if (trinh_parser_name_length (at) > 0)
    return parse_call (parser);
  if (trinh_parser_take_sign (parser, "("))
    {
      parser->brackets++;
      return close_call (parser, parse_or (parser));
    }
  if (*at == '\0')
    return trinh_parser_fail (parser, at, _ ("the expression ends too early"));
  return trinh_parser_fail (parser, at, _ ("“%.*s” cannot stand here"), (int) (g_utf8_next_char (at) - at), at);
}

static guint
parse_negation (TrinhParser *parser)
{
  const char *at = trinh_parser_skip_space (parser);
  guint operand, position;

  if (!trinh_parser_take_sign (parser, "-"))
    return parse_primary (parser);
  if (*trinh_parser_skip_space (parser) == '-')
    return trinh_parser_fail (parser, parser->at, _ ("two minus signs stand in a row"));
  operand = parse_primary (parser);
  if (!trinh_parser_expect_type (parser, operand, FALSE, at))
    return TRINH_NODE_NONE;
  position = trinh_parser_add_node (parser, TRINH_OPERATION_NEGATE, at);
  trinh_parser_node_at (parser, position)->first = operand;
  return position;
}

static guint
parse_chain (TrinhParser *parser,
             const Operator *operators,
             gsize n_operators,
             ParseOperand operand)
{
  const char *begin = trinh_parser_skip_space (parser);
  guint left = operand (parser);
  const Operator *operation;
  const char *at;

  while (left != TRINH_NODE_NONE &&
         (at = trinh_parser_skip_space (parser), operation = take_operator (parser, operators, n_operators)) != NULL)
    {
      const char *right_at = trinh_parser_skip_space (parser);
      guint right;

      if (!trinh_parser_expect_type (parser, left, FALSE, begin))
        return TRINH_NODE_NONE;
      right = operand (parser);
      if (!trinh_parser_expect_type (parser, right, FALSE, right_at))
        return TRINH_NODE_NONE;
      left = trinh_parser_add_pair (parser, operation->operation, FALSE, left, right, at);
    }
  return left;
}

static guint
parse_product (TrinhParser *parser)
{
  return parse_chain (parser, multiplications, G_N_ELEMENTS (multiplications), parse_negation);
}

static guint
parse_addition (TrinhParser *parser)
{
  return parse_chain (parser, additions, G_N_ELEMENTS (additions), parse_product);
}

static guint
parse_comparison (TrinhParser *parser)
{
  const char *begin = trinh_parser_skip_space (parser);
  guint left = parse_addition (parser);
  const Operator *operation;
  const char *at, *right_at;
  guint right;

  at = trinh_parser_skip_space (parser);
  if (left == TRINH_NODE_NONE ||
      (operation = take_operator (parser, comparisons, G_N_ELEMENTS (comparisons))) == NULL)
    return left;
  if (operation->operation == TRINH_OPERATION_EQUAL && parser->brackets == 0)
    parser->equal_sign = at;
  right_at = trinh_parser_skip_space (parser);
  if (!trinh_parser_expect_type (parser, left, FALSE, begin))
    return TRINH_NODE_NONE;
  right = parse_addition (parser);
  if (!trinh_parser_expect_type (parser, right, FALSE, right_at))
    return TRINH_NODE_NONE;
  if (*trinh_parser_skip_space (parser) != '\0' && strchr ("=<>", *parser->at) != NULL)
    return trinh_parser_fail (parser, parser->at, _ ("comparisons cannot follow each other; join them by “and”"));
  return trinh_parser_add_pair (parser, operation->operation, TRUE, left, right, at);
}

static guint
parse_not (TrinhParser *parser)
{
  const char *at = trinh_parser_skip_space (parser);
  const char *operand_at;
  guint operand, position;

  if (!trinh_parser_take_word (parser, "not"))
    return parse_comparison (parser);
  operand_at = trinh_parser_skip_space (parser);
  operand = parse_comparison (parser);
  if (!trinh_parser_expect_type (parser, operand, TRUE, operand_at))
    return TRINH_NODE_NONE;
  position = trinh_parser_add_node (parser, TRINH_OPERATION_NOT, at);
  trinh_parser_node_at (parser, position)->condition = TRUE;
  trinh_parser_node_at (parser, position)->first = operand;
  return position;
}

static guint
parse_joined (TrinhParser *parser,
              const char *word,
              TrinhOperation operation,
              ParseOperand operand)
{
  const char *begin = trinh_parser_skip_space (parser);
  guint left = operand (parser);
  const char *at;

  while (left != TRINH_NODE_NONE && (at = trinh_parser_skip_space (parser), trinh_parser_take_word (parser, word)))
    {
      const char *right_at = trinh_parser_skip_space (parser);
      guint right;

      if (!trinh_parser_expect_type (parser, left, TRUE, begin))
        return TRINH_NODE_NONE;
      right = operand (parser);
      if (!trinh_parser_expect_type (parser, right, TRUE, right_at))
        return TRINH_NODE_NONE;
      left = trinh_parser_add_pair (parser, operation, TRUE, left, right, at);
    }
  return left;
}

static guint
parse_and (TrinhParser *parser)
{
  return parse_joined (parser, "and", TRINH_OPERATION_AND, parse_not);
}

static guint
parse_or (TrinhParser *parser)
{
  guint position;

  if (parser->depth >= TRINH_EXPRESSION_MAX_DEPTH)
    return trinh_parser_fail (parser, parser->at, _ ("brackets are nested too deeply"));
  parser->depth++;
  position = parse_joined (parser, "or", TRINH_OPERATION_OR, parse_and);
  parser->depth--;
  return position;
}

static void
parse_whole (TrinhParser *parser)
{
  TrinhExpression *self = parser->expression;

  self->root = parse_or (parser);
  if (self->root == TRINH_NODE_NONE)
    return;
  if (*trinh_parser_skip_space (parser) != '\0')
    trinh_parser_fail (parser, parser->at, _ ("“%s” is too much here"), parser->at);
  else if (trinh_parser_node_at (parser, self->root)->operation != TRINH_OPERATION_EQUAL)
    parser->equal_sign = NULL;
}

static gboolean
check_text (const char *text,
            guint *place,
            GError **error)
{
  if (g_utf8_validate (text, -1, NULL) && strlen (text) <= TRINH_EXPRESSION_MAX_SIZE)
    return TRUE;
  if (place != NULL)
    *place = 0;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_TOO_LARGE, _ ("at character 1: the expression is longer than %d bytes or not UTF-8"), TRINH_EXPRESSION_MAX_SIZE);
  return FALSE;
}

/* The text is right as a whole, so each side is too. */
static void
split_sides (TrinhExpression *self,
             const char *equal_sign,
             const char *form)
{
  g_autofree char *left = g_strndup (self->text, (gsize) (equal_sign - self->text));

  self->left = trinh_expression_parse (g_strstrip (left), form, NULL, NULL);
  self->right = trinh_expression_parse (equal_sign + 1, form, NULL, NULL);
}

TrinhExpression *
trinh_expression_parse (const char *text,
                        const char *form,
                        guint *place,
                        GError **error)
{
  g_autoptr (TrinhExpression) self = NULL;
  g_autofree char *message = NULL;
  TrinhParser parser = { 0 };
  guint offset;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, place, error))
    return NULL;
  self = trinh_expression_new (text);
  parser = (TrinhParser) { .text = self->text, .at = self->text, .form = form, .expression = self, .reach = TRINH_REACH_THIS };
  parse_whole (&parser);
  if (parser.message == NULL)
    {
      if (parser.equal_sign != NULL)
        split_sides (self, parser.equal_sign, form);
      return g_steal_pointer (&self);
    }

  message = parser.message;
  offset = (guint) g_utf8_pointer_to_offset (self->text, parser.message_at);
  if (place != NULL)
    *place = offset;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("at character %u: %s"), offset + 1, message);
  return NULL;
}
