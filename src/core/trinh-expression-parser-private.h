/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-expression-private.h"

G_BEGIN_DECLS

/* The signs, words, numbers and names of an expression, and the nodes they become. */
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
} TrinhParser;

guint trinh_parser_fail (TrinhParser *parser, const char *at, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *trinh_parser_skip_space (TrinhParser *parser);
gboolean trinh_parser_take_sign (TrinhParser *parser, const char *sign);
gsize trinh_parser_name_length (const char *at);
gboolean trinh_parser_take_word (TrinhParser *parser, const char *word);
TrinhNode *trinh_parser_node_at (TrinhParser *parser, guint position);
guint trinh_parser_add_node (TrinhParser *parser, TrinhOperation operation, const char *at);
gboolean trinh_parser_expect_type (TrinhParser *parser, guint position, gboolean condition, const char *at);
guint trinh_parser_add_pair (TrinhParser *parser, TrinhOperation operation, gboolean condition, guint left, guint right, const char *at);
guint trinh_parser_take_number (TrinhParser *parser);
const char *trinh_parser_take_name (TrinhParser *parser);
guint trinh_parser_add_reference (GArray *references, TrinhReach reach, const char *name);

G_END_DECLS
