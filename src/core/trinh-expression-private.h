/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-expression.h"

G_BEGIN_DECLS

#define TRINH_NODE_NONE G_MAXUINT
#define TRINH_EXPRESSION_MAX_SIZE 4096
#define TRINH_EXPRESSION_MAX_DEPTH 48

typedef enum
{
  TRINH_OPERATION_NUMBER,
  TRINH_OPERATION_REFERENCE,
  TRINH_OPERATION_COUNTED,
  TRINH_OPERATION_NEGATE,
  TRINH_OPERATION_ADD,
  TRINH_OPERATION_SUBTRACT,
  TRINH_OPERATION_MULTIPLY,
  TRINH_OPERATION_DIVIDE,
  TRINH_OPERATION_EQUAL,
  TRINH_OPERATION_NOT_EQUAL,
  TRINH_OPERATION_LESS,
  TRINH_OPERATION_LESS_EQUAL,
  TRINH_OPERATION_GREATER,
  TRINH_OPERATION_GREATER_EQUAL,
  TRINH_OPERATION_AND,
  TRINH_OPERATION_OR,
  TRINH_OPERATION_NOT,
  TRINH_OPERATION_SUM,
  TRINH_OPERATION_MIN,
  TRINH_OPERATION_MAX,
  TRINH_OPERATION_ROUND,
  TRINH_OPERATION_ABS,
  TRINH_OPERATION_IF,
  TRINH_OPERATION_BLANK,
  TRINH_OPERATION_COUNT,
  TRINH_OPERATION_PERCENT,
  TRINH_OPERATION_DAYS,
} TrinhOperation;

/*
 * TrinhNode:
 * @condition: it gives a truth value, not a number
 * @first: its first operand, TRINH_NODE_NONE if there is none
 * @next: the operand after it under the same parent
 * @reference: index into references (REFERENCE) or counted (COUNTED)
 * @place: character offset in the text
 */
typedef struct
{
  TrinhOperation operation;
  gboolean condition;
  guint first;
  guint next;
  guint reference;
  guint place;
  TrinhDecimal number;
} TrinhNode;

struct _TrinhExpression
{
  gatomicrefcount ref_count;
  char *text;
  GArray *nodes;      /* of TrinhNode */
  GArray *references; /* of TrinhReference, names interned */
  GArray *counted;    /* of TrinhReference, names "cited:ADDRESS", slots unused */
  guint root;
  TrinhExpression *left; /* the sides of an equation; else NULL */
  TrinhExpression *right;
};

static inline const TrinhNode *
trinh_expression_node (TrinhExpression *self,
                       guint position)
{
  return &g_array_index (self->nodes, TrinhNode, position);
}

/* Without nodes yet */
TrinhExpression *trinh_expression_new (const char *text);
/* Whether it is a relation that holds or not; otherwise it is a number. */
gboolean trinh_expression_is_condition (TrinhExpression *self);

G_END_DECLS
