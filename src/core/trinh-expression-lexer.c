/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-expression-parser-private.h"
#include "trinh-form.h"

guint
trinh_parser_fail (TrinhParser *parser,
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

const char *
trinh_parser_skip_space (TrinhParser *parser)
{
  while (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\n')
    parser->at++;
  return parser->at;
}

gboolean
trinh_parser_take_sign (TrinhParser *parser,
                        const char *sign)
{
  if (!g_str_has_prefix (trinh_parser_skip_space (parser), sign))
    return FALSE;
  parser->at += strlen (sign);
  return TRUE;
}

gsize
trinh_parser_name_length (const char *at)
{
  gsize length = 0;

  while (g_ascii_isalpha (at[length]) || at[length] == '_')
    length++;
  return length;
}

gboolean
trinh_parser_take_word (TrinhParser *parser,
                        const char *word)
{
  const char *at = trinh_parser_skip_space (parser);

  if (trinh_parser_name_length (at) != strlen (word) || !g_str_has_prefix (at, word))
    return FALSE;
  parser->at += strlen (word);
  return TRUE;
}

TrinhNode *
trinh_parser_node_at (TrinhParser *parser,
                      guint position)
{
  return &g_array_index (parser->expression->nodes, TrinhNode, position);
}

guint
trinh_parser_add_node (TrinhParser *parser,
                       TrinhOperation operation,
                       const char *at)
{
  TrinhNode node = { .operation = operation, .first = TRINH_NODE_NONE, .next = TRINH_NODE_NONE };

  node.place = (guint) g_utf8_pointer_to_offset (parser->text, at);
  g_array_append_val (parser->expression->nodes, node);
  return parser->expression->nodes->len - 1;
}

gboolean
trinh_parser_expect_type (TrinhParser *parser,
                          guint position,
                          gboolean condition,
                          const char *at)
{
  if (position == TRINH_NODE_NONE)
    return FALSE;
  if (!trinh_parser_node_at (parser, position)->condition == !condition)
    return TRUE;
  trinh_parser_fail (parser, at, "%s", condition ? _ ("a condition must stand here, not a number") : _ ("a number must stand here, not a condition"));
  return FALSE;
}

guint
trinh_parser_add_pair (TrinhParser *parser,
                       TrinhOperation operation,
                       gboolean condition,
                       guint left,
                       guint right,
                       const char *at)
{
  guint position = trinh_parser_add_node (parser, operation, at);

  trinh_parser_node_at (parser, position)->condition = condition;
  trinh_parser_node_at (parser, position)->first = left;
  trinh_parser_node_at (parser, left)->next = right;
  return position;
}

guint
trinh_parser_take_number (TrinhParser *parser)
{
  const char *at = parser->at;
  gsize length = strspn (at, "0123456789.");
  g_autofree char *digits = g_strndup (at, length);
  TrinhDecimal number;
  guint position;

  if (!trinh_decimal_parse_canonical (digits, &number, NULL))
    return trinh_parser_fail (parser, at, _ ("“%s” is not a number; write it like 12 or 12.5, with at most four decimals"), digits);
  parser->at += length;
  position = trinh_parser_add_node (parser, TRINH_OPERATION_NUMBER, at);
  trinh_parser_node_at (parser, position)->number = number;
  return position;
}

static const char *
resolve_name (TrinhParser *parser,
              const char *name,
              const char *at)
{
  g_autofree char *address = NULL;

  if (trinh_address_is_concept (name) || trinh_address_split (name, NULL, NULL, NULL))
    return g_intern_string (name);

  address = g_strconcat (parser->form != NULL ? parser->form : "form", ":", name, NULL);
  if (trinh_address_split_own (address, NULL, NULL))
    {
      if (parser->form != NULL)
        return g_intern_string (address);
      trinh_parser_fail (parser, at, _ ("“%s” is a column of every row; a rule that names it stands in the form"), name);
    }
  else if (!trinh_address_split (address, NULL, NULL, NULL))
    trinh_parser_fail (parser, at, _ ("“%s” is not the name of a value; write it like [bm1:2.1]"), name);
  else if (parser->form == NULL)
    trinh_parser_fail (parser, at, _ ("“%s” does not say which form; write it like [bm1:%s]"), name, name);
  else
    return g_intern_string (address);
  return NULL;
}

const char *
trinh_parser_take_name (TrinhParser *parser)
{
  const char *at = parser->at;
  const char *end = strpbrk (at + 1, "[]");
  g_autofree char *raw = NULL;
  g_autofree char *name = NULL;

  if (end == NULL || *end != ']')
    {
      trinh_parser_fail (parser, at, _ ("the bracket “[” is not closed by “]”"));
      return NULL;
    }
  raw = g_strstrip (g_strndup (at + 1, (gsize) (end - at - 1)));
  name = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);
  if (*name == '\0')
    {
      trinh_parser_fail (parser, at, _ ("the brackets are empty; write a name like [bm1:2.1]"));
      return NULL;
    }
  parser->at = end + 1;
  return resolve_name (parser, name, at);
}

guint
trinh_parser_add_reference (GArray *references,
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
