/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* An expression as the formula of a spreadsheet, giving the same number from the same cells. */

#include "config.h"

#include <string.h>

#include "trinh-expression-private.h"

/* What spreadsheets take is 8192 letters and 255 operands of one function. */
#define MAX_LENGTH 8000
#define MAX_OPERANDS 250

typedef struct
{
  TrinhExpression *expression;
  TrinhMissing missing;
  const TrinhFormulaStyle *style;
  TrinhExpressionPlace place;
  gpointer user_data;

  /* Of the part that is being written */
  GPtrArray *read;     /* places of the cells that it takes, each once */
  GPtrArray *divisors; /* what must not be zero */
} Writer;

/* Operands are expressions again. (nullable): it cannot be said */
static char *write_node (Writer *self,
                         guint position);

static const TrinhNode *
node_at (Writer *self,
         guint position)
{
  return trinh_expression_node (self->expression, position);
}

static guint
next_of (Writer *self,
         guint position)
{
  return node_at (self, position)->next;
}

static void
add_once (GPtrArray *texts,
          const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

static char *
dup_place (Writer *self,
           const TrinhNode *node)
{
  const TrinhReference *reference;

  if (node->operation != TRINH_OPERATION_REFERENCE)
    return NULL;
  reference = &g_array_index (self->expression->references, TrinhReference, node->reference);
  return reference->reach == TRINH_REACH_THIS ? self->place (reference, self->user_data) : NULL;
}

/* "'Biểu 1'!D5" apart: what stands before the row's number, and that number; 0: not such a place */
static guint64
split_place (const char *place,
             gsize *length)
{
  *length = strlen (place);
  while (*length > 0 && g_ascii_isdigit (place[*length - 1]))
    (*length)--;
  return g_ascii_strtoull (place + *length, NULL, 10);
}

static gboolean
follows (const char *place,
         const char *before)
{
  gsize length, length_before;
  guint64 row = split_place (place, &length);
  guint64 row_before = split_place (before, &length_before);

  return row == row_before + 1 && length == length_before && strncmp (place, before, length) == 0;
}

/* "D5:D7,D9": neighbours below each other as a range */
static char *
join_places (GPtrArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      guint end = i;

      while (end + 1 < places->len && follows (places->pdata[end + 1], places->pdata[end]))
        end++;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", (const char *) places->pdata[i]);
      /* The sheet is named once for a range. */
      if (end > i)
        {
          const char *last = strrchr (places->pdata[end], '!');

          g_string_append_printf (text, ":%s", last != NULL ? last + 1 : (const char *) places->pdata[end]);
        }
      i = end;
    }
  return g_string_free_and_steal (text);
}

static char *
write_number (Writer *self,
              const TrinhNode *node)
{
  return trinh_decimal_to_canonical (node->number);
}

/* A cell without a number counts as nothing, unless its being blank makes all blank. */
static char *
write_reference (Writer *self,
                 const TrinhNode *node)
{
  g_autofree char *place = dup_place (self, node);

  if (place == NULL)
    return NULL;
  add_once (self->read, place);
  return self->missing == TRINH_MISSING_SKIP_IF_ANY ? g_steal_pointer (&place) : g_strdup_printf ("N(%s)", place);
}

static gboolean
is_compound (const TrinhNode *node)
{
  return node->operation == TRINH_OPERATION_NEGATE || node->operation == TRINH_OPERATION_ADD ||
         node->operation == TRINH_OPERATION_SUBTRACT || (node->operation == TRINH_OPERATION_NUMBER && node->number.units < 0);
}

static char *
write_operand (Writer *self,
               guint position)
{
  g_autofree char *text = write_node (self, position);

  if (text == NULL || !is_compound (node_at (self, position)))
    return g_steal_pointer (&text);
  return g_strdup_printf ("(%s)", text);
}

/* A quotient as it is; rounding is for who uses it. */
static char *
write_quotient (Writer *self,
                const TrinhNode *node)
{
  g_autofree char *top = write_operand (self, node->first);
  g_autofree char *bottom = write_operand (self, next_of (self, node->first));

  if (top == NULL || bottom == NULL)
    return NULL;
  if (node_at (self, next_of (self, node->first))->operation != TRINH_OPERATION_NUMBER)
    add_once (self->divisors, bottom);
  return g_strdup_printf (node->operation == TRINH_OPERATION_PERCENT ? "%s*100/%s" : "%s/%s", top, bottom);
}

static gboolean
is_quotient (const TrinhNode *node)
{
  return node->operation == TRINH_OPERATION_PERCENT || node->operation == TRINH_OPERATION_DIVIDE;
}

static char *
write_arithmetic (Writer *self,
                  const TrinhNode *node)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  /* On the way a quotient has four decimals. */
  if (is_quotient (node))
    {
      a = write_quotient (self, node);
      return a != NULL ? g_strdup_printf ("ROUND(%s,%d)", a, TRINH_DECIMAL_MAX_DECIMALS) : NULL;
    }
  a = write_operand (self, node->first);
  b = write_operand (self, next_of (self, node->first));
  if (a == NULL || b == NULL)
    return NULL;
  if (node->operation == TRINH_OPERATION_MULTIPLY)
    return g_strdup_printf ("ROUND(%s*%s,%d)", a, b, TRINH_DECIMAL_MAX_DECIMALS);
  if (node->operation == TRINH_OPERATION_DAYS)
    return g_strdup_printf ("%s-%s", b, a);
  return g_strdup_printf (node->operation == TRINH_OPERATION_ADD ? "%s+%s" : "%s-%s", a, b);
}

static char *
write_comparison (Writer *self,
                  const TrinhNode *node)
{
  static const char *const signs[] = {
    [TRINH_OPERATION_EQUAL] = "=",
    [TRINH_OPERATION_NOT_EQUAL] = "<>",
    [TRINH_OPERATION_LESS] = "<",
    [TRINH_OPERATION_LESS_EQUAL] = "<=",
    [TRINH_OPERATION_GREATER] = ">",
    [TRINH_OPERATION_GREATER_EQUAL] = ">=",
  };
  g_autofree char *a = write_operand (self, node->first);
  g_autofree char *b = write_operand (self, next_of (self, node->first));

  return a != NULL && b != NULL ? g_strconcat (a, signs[node->operation], b, NULL) : NULL;
}

/* A blank on the right does not count where the left decides; spreadsheets look at both, so only what has no blanks can be said. */
static char *
write_joined (Writer *self,
              const TrinhNode *node)
{
  const guint n_divisors = self->divisors->len;
  const guint n_read = self->read->len;
  g_autofree char *a = write_node (self, node->first);
  g_autofree char *b = write_node (self, next_of (self, node->first));
  const gboolean blanks = self->missing != TRINH_MISSING_ZERO && self->read->len > n_read;

  if (a == NULL || b == NULL || blanks || self->divisors->len > n_divisors)
    return NULL;
  return g_strdup_printf (node->operation == TRINH_OPERATION_AND ? "AND(%s,%s)" : "OR(%s,%s)", a, b);
}

static char *
write_single (Writer *self,
              const TrinhNode *node)
{
  const TrinhNode *operand = node_at (self, node->first);
  g_autofree char *text = NULL;

  if (node->operation == TRINH_OPERATION_ROUND)
    {
      text = is_quotient (operand) ? write_quotient (self, operand) : write_node (self, node->first);
      return text != NULL ? g_strdup_printf ("ROUND(%s,%d)", text, (int) (node_at (self, operand->next)->number.units / TRINH_DECIMAL_SCALE)) : NULL;
    }
  text = node->operation == TRINH_OPERATION_NEGATE ? write_operand (self, node->first) : write_node (self, node->first);
  if (text == NULL)
    return NULL;
  if (node->operation == TRINH_OPERATION_NEGATE)
    return g_strconcat ("-", text, NULL);
  return g_strdup_printf (node->operation == TRINH_OPERATION_NOT ? "NOT(%s)" : "ABS(%s)", text);
}

static char *
join_operands (GPtrArray *places,
               GPtrArray *others)
{
  g_autofree char *joined = join_places (places);
  GString *text = g_string_new (joined);

  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", (const char *) others->pdata[i]);
  return g_string_free_and_steal (text);
}

/* SUM() passes over what is no number by itself, and over a blank that counts as nothing too. */
static char *
write_fold (Writer *self,
            const TrinhNode *node)
{
  const guint n_divisors = self->divisors->len;
  const char *name = node->operation == TRINH_OPERATION_SUM ? "SUM" : node->operation == TRINH_OPERATION_MIN ? "MIN"
                                                                                                             : "MAX";
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint at = node->first; at != TRINH_NODE_NONE; at = next_of (self, at))
    {
      g_autofree char *place = node->operation == TRINH_OPERATION_SUM ? dup_place (self, node_at (self, at)) : NULL;
      char *operand = place == NULL ? write_node (self, at) : NULL;

      if (place == NULL && operand == NULL)
        return NULL;
      if (place != NULL)
        {
          add_once (self->read, place);
          g_ptr_array_add (places, g_steal_pointer (&place));
        }
      else
        g_ptr_array_add (others, operand);
    }
  /* A quotient over nothing would be passed over; in a spreadsheet it is an error. */
  if (self->divisors->len > n_divisors || places->len + others->len > MAX_OPERANDS)
    return NULL;
  joined = join_operands (places, others);
  return g_strdup_printf ("%s(%s)", name, joined);
}

/* Blanks are looked at here and not taken. */
static char *
write_test (Writer *self,
            const TrinhNode *node)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint at = node->first; at != TRINH_NODE_NONE; at = next_of (self, at))
    {
      char *place = dup_place (self, node_at (self, at));

      if (place == NULL)
        return NULL;
      g_ptr_array_add (places, place);
    }
  if (places->len > MAX_OPERANDS)
    return NULL;
  joined = join_places (places);
  return g_strdup_printf (node->operation == TRINH_OPERATION_BLANK ? "COUNT(%s)=0" : "COUNT(%s)", joined);
}

static char *
write_node (Writer *self,
            guint position)
{
  const TrinhNode *node = node_at (self, position);

  switch (node->operation)
    {
    case TRINH_OPERATION_NUMBER:
      return write_number (self, node);
    case TRINH_OPERATION_REFERENCE:
      return write_reference (self, node);
    case TRINH_OPERATION_NEGATE:
    case TRINH_OPERATION_NOT:
    case TRINH_OPERATION_ROUND:
    case TRINH_OPERATION_ABS:
      return write_single (self, node);
    case TRINH_OPERATION_ADD:
    case TRINH_OPERATION_SUBTRACT:
    case TRINH_OPERATION_MULTIPLY:
    case TRINH_OPERATION_DIVIDE:
    case TRINH_OPERATION_PERCENT:
    case TRINH_OPERATION_DAYS:
      return write_arithmetic (self, node);
    case TRINH_OPERATION_EQUAL:
    case TRINH_OPERATION_NOT_EQUAL:
    case TRINH_OPERATION_LESS:
    case TRINH_OPERATION_LESS_EQUAL:
    case TRINH_OPERATION_GREATER:
    case TRINH_OPERATION_GREATER_EQUAL:
      return write_comparison (self, node);
    case TRINH_OPERATION_AND:
    case TRINH_OPERATION_OR:
      return write_joined (self, node);
    case TRINH_OPERATION_SUM:
    case TRINH_OPERATION_MIN:
    case TRINH_OPERATION_MAX:
      return write_fold (self, node);
    case TRINH_OPERATION_BLANK:
    case TRINH_OPERATION_COUNT:
      return write_test (self, node);
    case TRINH_OPERATION_IF:      /* only where nothing is computed with it: write_part() */
    case TRINH_OPERATION_COUNTED: /* the registers are not in the spreadsheet */
    default:
      return NULL;
    }
}

/* 0 and 100 are claims about all or nothing: what is not quite that has as many decimals as it takes. */
static char *
write_decimals (const TrinhFormulaStyle *style,
                const char *number,
                guint decimals)
{
  g_autofree char *more = NULL;

  if (!style->percent || decimals >= TRINH_DECIMAL_MAX_DECIMALS)
    return g_strdup_printf ("%u", decimals);
  more = write_decimals (style, number, decimals + 1);
  return g_strdup_printf ("IF(OR(ROUND(%s,%u)=0,ROUND(%s,%u)=100),%s,%u)", number, decimals, number, decimals, more, decimals);
}

static char *
write_rounded (Writer *self,
               const TrinhNode *node,
               const char *number)
{
  g_autofree char *decimals = NULL;

  if (self->style->whole && (node->operation == TRINH_OPERATION_SUM || node->operation == TRINH_OPERATION_ADD || node->operation == TRINH_OPERATION_SUBTRACT))
    return g_strdup (number);
  decimals = write_decimals (self->style, number, MIN (self->style->decimals, TRINH_DECIMAL_MAX_DECIMALS));
  return g_strdup_printf ("ROUND(%s,%s)", number, decimals);
}

/* When the part is blank: "COUNT(D5:D6)<2,D5=0"; "" never */
static char *
write_blank_when (Writer *self)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *places = join_places (self->read);
  GString *text = g_string_new (NULL);

  if (self->read->len > 0 && self->missing == TRINH_MISSING_SKIP_IF_ANY)
    g_ptr_array_add (conditions, g_strdup_printf ("COUNT(%s)<%u", places, self->read->len));
  if (self->read->len > 0 && self->missing == TRINH_MISSING_SKIP_IF_ALL)
    g_ptr_array_add (conditions, g_strdup_printf ("COUNT(%s)=0", places));
  for (guint i = 0; i < self->divisors->len; i++)
    g_ptr_array_add (conditions, g_strconcat (self->divisors->pdata[i], "=0", NULL));
  for (guint i = 0; i < conditions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const char *) conditions->pdata[i]);
  if (conditions->len > 1)
    {
      g_string_prepend (text, "OR(");
      g_string_append_c (text, ')');
    }
  return g_string_free_and_steal (text);
}

static char *
guard (Writer *self,
       const char *body)
{
  g_autofree char *when = self->read->len > MAX_OPERANDS ? NULL : write_blank_when (self);

  if (when == NULL)
    return NULL;
  return *when != '\0' ? g_strdup_printf ("IF(%s,\"\",%s)", when, body) : g_strdup (body);
}

/* What stands alone, or in a branch that stands alone: with its rounding and its own blanks. */
static char *
write_part (Writer *whole,
            guint position)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) divisors = g_ptr_array_new_with_free_func (g_free);
  const TrinhNode *node = node_at (whole, position);
  Writer self = *whole;
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;

  self.read = read;
  self.divisors = divisors;
  if (node->operation == TRINH_OPERATION_IF)
    {
      const guint yes = next_of (&self, node->first);
      g_autofree char *condition = write_node (&self, node->first);
      g_autofree char *if_true = write_part (whole, yes);
      g_autofree char *if_false = write_part (whole, next_of (&self, yes));

      /* Which branch is taken says which cells count as seen. */
      if (condition == NULL || if_true == NULL || if_false == NULL || self.missing == TRINH_MISSING_SKIP_IF_ALL)
        return NULL;
      body = g_strdup_printf ("IF(%s,%s,%s)", condition, if_true, if_false);
      return guard (&self, body);
    }
  text = is_quotient (node) ? write_quotient (&self, node) : write_node (&self, position);
  if (text == NULL)
    return NULL;
  body = write_rounded (&self, node, text);
  return guard (&self, body);
}

char *
trinh_expression_to_formula (TrinhExpression *self,
                             TrinhMissing missing,
                             const TrinhFormulaStyle *style,
                             TrinhExpressionPlace place,
                             gpointer user_data)
{
  Writer writer = { .expression = self, .missing = missing, .style = style, .place = place, .user_data = user_data };
  g_autofree char *formula = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (trinh_expression_is_condition (self))
    return NULL;
  formula = write_part (&writer, self->root);
  return formula != NULL && strlen (formula) <= MAX_LENGTH ? g_strconcat ("=", formula, NULL) : NULL;
}
