/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-error.h"
#include "trinh-expression-private.h"
#include "trinh-form.h"

typedef struct
{
  const char *text;
  const char *at;
  const char *form;
  TrinhExpression *expression;
  TrinhReach reach;
  guint depth;
  guint brackets;
  const char *equal_sign; /* of the last equation outside all brackets */
  char *message;
  const char *message_at;
} Parser;

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

typedef guint (*ParseOperand) (Parser *parser);

/* Expressions stand inside brackets, so the grammar is recursive. */
static guint parse_or (Parser *parser);

static guint G_GNUC_PRINTF (3, 4)
  fail (Parser *parser,
        const char *at,
        const char *format,
        ...)
{
  va_list arguments;

  if (parser->message != NULL)
    return TRINH_NODE_NONE;
  va_start (arguments, format);
  parser->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  parser->message_at = at;
  return TRINH_NODE_NONE;
}

static const char *
skip_space (Parser *parser)
{
  while (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\n')
    parser->at++;
  return parser->at;
}

static gboolean
take_sign (Parser *parser,
           const char *sign)
{
  if (!g_str_has_prefix (skip_space (parser), sign))
    return FALSE;
  parser->at += strlen (sign);
  return TRUE;
}

static const Operator *
take_operator (Parser *parser,
               const Operator *operators,
               gsize n_operators)
{
  for (gsize i = 0; i < n_operators; i++)
    if (take_sign (parser, operators[i].sign))
      return &operators[i];
  return NULL;
}

static gsize
name_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]) || at[length] == '_')
    length++;
  return length;
}

static gboolean
take_word (Parser *parser,
           const char *word)
{
  const char *at = skip_space (parser);

  if (name_length (at) != strlen (word) || !g_str_has_prefix (at, word))
    return FALSE;
  parser->at += strlen (word);
  return TRUE;
}

static TrinhNode *
node_at (Parser *parser,
         guint position)
{
  return &g_array_index (parser->expression->nodes, TrinhNode, position);
}

static guint
add_node (Parser *parser,
          TrinhOperation operation,
          const char *at)
{
  TrinhNode node = { .operation = operation, .first = TRINH_NODE_NONE, .next = TRINH_NODE_NONE };

  node.place = (guint) g_utf8_pointer_to_offset (parser->text, at);
  g_array_append_val (parser->expression->nodes, node);
  return parser->expression->nodes->len - 1;
}

static gboolean
expect_type (Parser *parser,
             guint position,
             gboolean condition,
             const char *at)
{
  if (position == TRINH_NODE_NONE)
    return FALSE;
  if (!node_at (parser, position)->condition == !condition)
    return TRUE;
  fail (parser, at, "%s", condition ? _ ("a condition must stand here, not a number") : _ ("a number must stand here, not a condition"));
  return FALSE;
}

static guint
add_pair (Parser *parser,
          TrinhOperation operation,
          gboolean condition,
          guint left,
          guint right,
          const char *at)
{
  guint position = add_node (parser, operation, at);

  node_at (parser, position)->condition = condition;
  node_at (parser, position)->first = left;
  node_at (parser, left)->next = right;
  return position;
}

static guint
parse_number (Parser *parser)
{
  const char *at = parser->at;
  gsize length = strspn (at, "0123456789.");
  g_autofree char *digits = g_strndup (at, length);
  TrinhDecimal number;
  guint position;

  if (!trinh_decimal_parse_canonical (digits, &number, NULL))
    return fail (parser, at, _ ("“%s” is not a number; write it like 12 or 12.5, with at most four decimals"), digits);
  parser->at += length;
  position = add_node (parser, TRINH_OPERATION_NUMBER, at);
  node_at (parser, position)->number = number;
  return position;
}

static const char *
resolve_name (Parser *parser,
              const char *name,
              const char *at)
{
  g_autofree char *address = NULL;

  if (trinh_address_is_concept (name) || trinh_address_split (name, NULL, NULL, NULL))
    return g_intern_string (name);

  address = g_strconcat (parser->form != NULL ? parser->form : "form", ":", name, NULL);
  if (!trinh_address_split (address, NULL, NULL, NULL))
    fail (parser, at, _ ("“%s” is not the name of a value; write it like [bm1:2.1]"), name);
  else if (parser->form == NULL)
    fail (parser, at, _ ("“%s” does not say which form; write it like [bm1:%s]"), name, name);
  else
    return g_intern_string (address);
  return NULL;
}

static const char *
parse_name (Parser *parser)
{
  const char *at = parser->at;
  const char *end = strpbrk (at + 1, "[]");
  g_autofree char *raw = NULL;
  g_autofree char *name = NULL;

  if (end == NULL || *end != ']')
    {
      fail (parser, at, _ ("the bracket “[” is not closed by “]”"));
      return NULL;
    }
  raw = g_strstrip (g_strndup (at + 1, (gsize) (end - at - 1)));
  name = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);
  if (*name == '\0')
    {
      fail (parser, at, _ ("the brackets are empty; write a name like [bm1:2.1]"));
      return NULL;
    }
  parser->at = end + 1;
  return resolve_name (parser, name, at);
}

static guint
add_reference (GArray *references,
               TrinhReach reach,
               const char *name)
{
  TrinhReference added = { reach, name, G_MAXUINT };

  for (guint i = 0; i < references->len; i++)
    {
      const TrinhReference *known = &g_array_index (references, TrinhReference, i);

      if (known->reach == reach && known->name == name)
        return i;
    }
  g_array_append_val (references, added);
  return references->len - 1;
}

static guint
parse_reference (Parser *parser)
{
  const char *at = parser->at;
  const char *name = parse_name (parser);
  guint reference, position;

  if (name == NULL)
    return TRINH_NODE_NONE;
  reference = add_reference (parser->expression->references, parser->reach, name);
  position = add_node (parser, TRINH_OPERATION_REFERENCE, at);
  node_at (parser, position)->reference = reference;
  return position;
}

static guint
close_call (Parser *parser,
            guint position)
{
  if (position == TRINH_NODE_NONE)
    return position;
  if (!take_sign (parser, ")"))
    return fail (parser, parser->at, _ ("“)” is missing"));
  parser->brackets--;
  return position;
}

static guint
parse_cited (Parser *parser,
             const char *at)
{
  g_autofree char *full = NULL;
  const char *name;
  guint reference, position;

  if (parser->reach != TRINH_REACH_THIS)
    return fail (parser, at, _ ("cited() counts documents of this report alone; take it out of the other function"));
  if (*skip_space (parser) != '[')
    return fail (parser, parser->at, _ ("cited() takes one name in brackets, like cited([bm1:1])"));
  name = parse_name (parser);
  if (name == NULL)
    return TRINH_NODE_NONE;
  full = g_strconcat (TRINH_CITED_PREFIX, name, NULL);
  reference = add_reference (parser->expression->cited, TRINH_REACH_THIS, g_intern_string (full));
  position = add_node (parser, TRINH_OPERATION_CITED, at);
  node_at (parser, position)->reference = reference;
  return close_call (parser, position);
}

static guint
parse_reach (Parser *parser,
             TrinhReach reach,
             const char *at)
{
  guint position;

  if (parser->reach != TRINH_REACH_THIS)
    return fail (parser, at, _ ("a report of another period cannot be asked for inside another such function"));
  parser->reach = reach;
  position = parse_or (parser);
  parser->reach = TRINH_REACH_THIS;
  return close_call (parser, position);
}

static gboolean
check_argument (Parser *parser,
                const Function *function,
                guint index,
                guint position,
                const char *at)
{
  const TrinhNode *node = node_at (parser, position);

  if (function->operation == TRINH_OPERATION_IF && index > 0)
    return TRUE;
  if (!expect_type (parser, position, function->operation == TRINH_OPERATION_IF, at))
    return FALSE;
  if (function->operation != TRINH_OPERATION_ROUND || index == 0)
    return TRUE;
  if (node->operation == TRINH_OPERATION_NUMBER && trinh_decimal_is_whole (node->number) &&
      node->number.units <= TRINH_DECIMAL_MAX_DECIMALS * TRINH_DECIMAL_SCALE)
    return TRUE;
  fail (parser, at, _ ("the decimals of round() are a number from 0 to 4"));
  return FALSE;
}

/* Links the arguments under @call and gives their count; 0 on an error. */
static guint
parse_arguments (Parser *parser,
                 const Function *function,
                 guint call)
{
  guint previous = TRINH_NODE_NONE;
  guint n_arguments = 0;

  do
    {
      const char *at = skip_space (parser);
      guint position = parse_or (parser);

      if (position == TRINH_NODE_NONE || !check_argument (parser, function, n_arguments, position, at))
        return 0;
      if (previous == TRINH_NODE_NONE)
        node_at (parser, call)->first = position;
      else
        node_at (parser, previous)->next = position;
      previous = position;
      n_arguments++;
    }
  while (take_sign (parser, ","));

  return n_arguments;
}

/* Both branches must be of one type; it is the type of the whole. */
static gboolean
settle_if (Parser *parser,
           guint call)
{
  guint condition = node_at (parser, call)->first;
  guint yes = node_at (parser, condition)->next;
  guint no = node_at (parser, yes)->next;

  node_at (parser, call)->condition = node_at (parser, yes)->condition;
  return expect_type (parser, no, node_at (parser, yes)->condition, parser->at);
}

static guint
parse_function (Parser *parser,
                const Function *function,
                const char *at)
{
  guint call = add_node (parser, function->operation, at);
  guint n_arguments;

  node_at (parser, call)->condition = function->condition;
  n_arguments = parse_arguments (parser, function, call);
  if (n_arguments == 0)
    return TRINH_NODE_NONE;
  if (n_arguments < function->n_min || n_arguments > function->n_max)
    return fail (parser, at, ngettext ("%s() takes %u argument, not %u", "%s() takes %u arguments, not %u", function->n_min), function->name, function->n_min, n_arguments);
  if (function->operation == TRINH_OPERATION_IF && !settle_if (parser, call))
    return TRINH_NODE_NONE;
  return close_call (parser, call);
}

static guint
parse_call (Parser *parser)
{
  const char *at = parser->at;
  g_autofree char *name = g_strndup (at, name_length (at));

  parser->at += strlen (name);
  if (!take_sign (parser, "("))
    return fail (parser, at, _ ("“%s” is not known here; names of values stand in brackets, like [bm1:2.1]"), name);
  parser->brackets++;

  if (g_str_equal (name, "cited"))
    return parse_cited (parser, at);
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    if (g_str_equal (name, reaches[i].name))
      return parse_reach (parser, reaches[i].reach, at);
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (name, functions[i].name))
      return parse_function (parser, &functions[i], at);
  return fail (parser, at, _ ("there is no function “%s”"), name);
}

static guint
parse_primary (Parser *parser)
{
  const char *at = skip_space (parser);

  if (*at == '[')
    return parse_reference (parser);
  if (g_ascii_isdigit (*at))
    return parse_number (parser);
  if (name_length (at) > 0)
    return parse_call (parser);
  if (take_sign (parser, "("))
    {
      parser->brackets++;
      return close_call (parser, parse_or (parser));
    }
  if (*at == '\0')
    return fail (parser, at, _ ("the expression ends too early"));
  return fail (parser, at, _ ("“%.*s” cannot stand here"), (int) (g_utf8_next_char (at) - at), at);
}

static guint
parse_negation (Parser *parser)
{
  const char *at = skip_space (parser);
  guint operand, position;

  if (!take_sign (parser, "-"))
    return parse_primary (parser);
  if (*skip_space (parser) == '-')
    return fail (parser, parser->at, _ ("two minus signs stand in a row"));
  operand = parse_primary (parser);
  if (!expect_type (parser, operand, FALSE, at))
    return TRINH_NODE_NONE;
  position = add_node (parser, TRINH_OPERATION_NEGATE, at);
  node_at (parser, position)->first = operand;
  return position;
}

static guint
parse_chain (Parser *parser,
             const Operator *operators,
             gsize n_operators,
             ParseOperand operand)
{
  const char *begin = skip_space (parser);
  guint left = operand (parser);
  const Operator *operation;
  const char *at;

  while (left != TRINH_NODE_NONE &&
         (at = skip_space (parser), operation = take_operator (parser, operators, n_operators)) != NULL)
    {
      const char *right_at = skip_space (parser);
      guint right;

      if (!expect_type (parser, left, FALSE, begin))
        return TRINH_NODE_NONE;
      right = operand (parser);
      if (!expect_type (parser, right, FALSE, right_at))
        return TRINH_NODE_NONE;
      left = add_pair (parser, operation->operation, FALSE, left, right, at);
    }
  return left;
}

static guint
parse_product (Parser *parser)
{
  return parse_chain (parser, multiplications, G_N_ELEMENTS (multiplications), parse_negation);
}

static guint
parse_addition (Parser *parser)
{
  return parse_chain (parser, additions, G_N_ELEMENTS (additions), parse_product);
}

static guint
parse_comparison (Parser *parser)
{
  const char *begin = skip_space (parser);
  guint left = parse_addition (parser);
  const Operator *operation;
  const char *at, *right_at;
  guint right;

  at = skip_space (parser);
  if (left == TRINH_NODE_NONE ||
      (operation = take_operator (parser, comparisons, G_N_ELEMENTS (comparisons))) == NULL)
    return left;
  if (operation->operation == TRINH_OPERATION_EQUAL && parser->brackets == 0)
    parser->equal_sign = at;
  right_at = skip_space (parser);
  if (!expect_type (parser, left, FALSE, begin))
    return TRINH_NODE_NONE;
  right = parse_addition (parser);
  if (!expect_type (parser, right, FALSE, right_at))
    return TRINH_NODE_NONE;
  if (*skip_space (parser) != '\0' && strchr ("=<>", *parser->at) != NULL)
    return fail (parser, parser->at, _ ("comparisons cannot follow each other; join them by “and”"));
  return add_pair (parser, operation->operation, TRUE, left, right, at);
}

static guint
parse_not (Parser *parser)
{
  const char *at = skip_space (parser);
  const char *operand_at;
  guint operand, position;

  if (!take_word (parser, "not"))
    return parse_comparison (parser);
  operand_at = skip_space (parser);
  operand = parse_comparison (parser);
  if (!expect_type (parser, operand, TRUE, operand_at))
    return TRINH_NODE_NONE;
  position = add_node (parser, TRINH_OPERATION_NOT, at);
  node_at (parser, position)->condition = TRUE;
  node_at (parser, position)->first = operand;
  return position;
}

static guint
parse_joined (Parser *parser,
              const char *word,
              TrinhOperation operation,
              ParseOperand operand)
{
  const char *begin = skip_space (parser);
  guint left = operand (parser);
  const char *at;

  while (left != TRINH_NODE_NONE && (at = skip_space (parser), take_word (parser, word)))
    {
      const char *right_at = skip_space (parser);
      guint right;

      if (!expect_type (parser, left, TRUE, begin))
        return TRINH_NODE_NONE;
      right = operand (parser);
      if (!expect_type (parser, right, TRUE, right_at))
        return TRINH_NODE_NONE;
      left = add_pair (parser, operation, TRUE, left, right, at);
    }
  return left;
}

static guint
parse_and (Parser *parser)
{
  return parse_joined (parser, "and", TRINH_OPERATION_AND, parse_not);
}

static guint
parse_or (Parser *parser)
{
  guint position;

  if (parser->depth >= TRINH_EXPRESSION_MAX_DEPTH)
    return fail (parser, parser->at, _ ("brackets are nested too deeply"));
  parser->depth++;
  position = parse_joined (parser, "or", TRINH_OPERATION_OR, parse_and);
  parser->depth--;
  return position;
}

static TrinhExpression *
expression_new (const char *text)
{
  TrinhExpression *self = g_new0 (TrinhExpression, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (TrinhNode));
  self->references = g_array_new (FALSE, FALSE, sizeof (TrinhReference));
  self->cited = g_array_new (FALSE, FALSE, sizeof (TrinhReference));
  self->root = TRINH_NODE_NONE;
  return self;
}

static void
parse_whole (Parser *parser)
{
  TrinhExpression *self = parser->expression;

  self->root = parse_or (parser);
  if (self->root == TRINH_NODE_NONE)
    return;
  if (*skip_space (parser) != '\0')
    fail (parser, parser->at, _ ("“%s” is too much here"), parser->at);
  else if (node_at (parser, self->root)->operation != TRINH_OPERATION_EQUAL)
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
  Parser parser = { 0 };
  guint offset;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, place, error))
    return NULL;
  self = expression_new (text);
  parser = (Parser) { .text = self->text, .at = self->text, .form = form, .expression = self, .reach = TRINH_REACH_THIS };
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
