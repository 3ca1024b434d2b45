/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-markup-private.h"

/* Three bytes each */
#define LINE_SEPARATOR "\342\200\250"
#define PARAGRAPH_SEPARATOR "\342\200\251"

struct _TrinhMarkup
{
  gatomicrefcount ref_count;
  GPtrArray *blocks;
};

G_DEFINE_BOXED_TYPE (TrinhMarkup, trinh_markup, trinh_markup_ref, trinh_markup_unref)

static void
block_free (gpointer data)
{
  TrinhMarkupBlock *block = data;

  g_ptr_array_unref (block->spans);
  g_free (block->letter);
  g_free (block);
}

static TrinhMarkup *
markup_new (void)
{
  TrinhMarkup *self = g_new0 (TrinhMarkup, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

static const char *
next_or_end (const char *at,
             const char *end)
{
  return at < end ? g_utf8_next_char (at) : end;
}

/* The mark at the beginning of a line; the answer is its length in characters, all of one byte but a letter. */
static guint
read_block_mark (const char *line,
                 const char *end,
                 TrinhMarkupBlock *block,
                 const char **rest)
{
  const char *bracket = next_or_end (line, end);

  block->kind = TRINH_BLOCK_PARAGRAPH;
  *rest = line;
  if (end - line >= 2 && line[1] == ' ' && strchr ("-+*#", line[0]) != NULL)
    {
      block->kind = line[0] == '-'   ? TRINH_BLOCK_DASH
                    : line[0] == '+' ? TRINH_BLOCK_PLUS
                    : line[0] == '*' ? TRINH_BLOCK_STAR
                                     : TRINH_BLOCK_RUN_IN;
      *rest = line + 2;
      return 2;
    }
  if (line < end && g_unichar_islower (g_utf8_get_char (line)) && end - bracket >= 2 && bracket[0] == ')' && bracket[1] == ' ')
    {
      block->kind = TRINH_BLOCK_LETTER;
      block->letter = g_strndup (line, (gsize) (bracket - line));
      *rest = bracket + 2;
      return 3;
    }
  return 0;
}

static gboolean
is_empty (const char *line,
          const char *end)
{
  for (const char *at = line; at < end; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static void
add_line (TrinhMarkup *self,
          const char *line,
          const char *end,
          guint offset,
          guint length)
{
  TrinhMarkupBlock *block;
  const char *rest;
  guint mark;

  if (is_empty (line, end))
    return;
  block = g_new0 (TrinhMarkupBlock, 1);
  mark = read_block_mark (line, end, block, &rest);
  block->start = offset;
  block->end = offset + length;
  block->spans = _trinh_markup_read_spans (rest, end, offset + mark);
  g_ptr_array_add (self->blocks, block);
}

/* Bytes of the line's end at @at, 0 where none is. Word breaks lines within a paragraph by U+2028 or a vertical tab:
 * justified, the line before would be stretched, so they end a paragraph, too. */
static gsize
measure_line_end (const char *at)
{
  if (*at == '\n' || *at == '\v')
    return 1;
  return strncmp (at, LINE_SEPARATOR, 3) == 0 || strncmp (at, PARAGRAPH_SEPARATOR, 3) == 0 ? 3 : 0;
}

TrinhMarkup *
trinh_markup_parse (const char *text)
{
  g_autofree char *valid = NULL;
  TrinhMarkup *self;
  const char *line, *at;
  guint offset = 0, length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = markup_new ();
  valid = g_utf8_make_valid (text, -1);
  for (line = at = valid;; at = g_utf8_next_char (at))
    {
      const gsize n_end = measure_line_end (at);

      if (n_end == 0 && *at != '\0')
        {
          length++;
          continue;
        }
      add_line (self, line, at, offset, length);
      if (*at == '\0')
        break;
      line = at + n_end;
      offset += length + 1;
      length = 0;
    }
  return self;
}

TrinhMarkup *
trinh_markup_parse_inline (const char *text)
{
  g_autofree char *valid = NULL;
  TrinhMarkup *self;
  TrinhMarkupBlock *block;

  g_return_val_if_fail (text != NULL, NULL);

  self = markup_new ();
  valid = g_utf8_make_valid (text, -1);
  block = g_new0 (TrinhMarkupBlock, 1);
  block->kind = TRINH_BLOCK_PARAGRAPH;
  block->end = (guint) g_utf8_strlen (valid, -1);
  block->spans = _trinh_markup_read_spans (valid, valid + strlen (valid), 0);
  g_ptr_array_add (self->blocks, block);
  return self;
}

TrinhMarkup *
trinh_markup_ref (TrinhMarkup *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
trinh_markup_unref (TrinhMarkup *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

guint
trinh_markup_get_n_blocks (TrinhMarkup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const TrinhMarkupBlock *
trinh_markup_get_block (TrinhMarkup *self,
                        guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}

char *
trinh_markup_strip (const char *text)
{
  g_autoptr (TrinhMarkup) markup = NULL;
  const TrinhMarkupBlock *block;
  GString *letters;

  g_return_val_if_fail (text != NULL, NULL);

  markup = trinh_markup_parse_inline (text);
  block = trinh_markup_get_block (markup, 0);
  letters = g_string_new (NULL);
  for (guint i = 0; i < block->spans->len; i++)
    {
      const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, i);

      if (span->kind == TRINH_SPAN_TEXT)
        g_string_append (letters, span->text);
      else
        _trinh_markup_write_span (letters, span);
    }
  return g_string_free_and_steal (letters);
}

/* Escaped is what would begin a block at the start of a line: its last sign, so that the letter of "a)" stays readable. */
static const char *
escape_block_mark (GString *escaped,
                   const char *line)
{
  const char *bracket = *line != '\0' ? g_utf8_next_char (line) : line;

  if (*line != '\0' && line[1] == ' ' && strchr ("-+#", *line) != NULL)
    g_string_append_c (escaped, '\\');
  else if (g_unichar_islower (g_utf8_get_char (line)) && bracket[0] == ')' && bracket[1] == ' ')
    {
      g_string_append_len (escaped, line, bracket - line);
      g_string_append_c (escaped, '\\');
      line = bracket;
    }
  else
    return line;
  g_string_append_c (escaped, *line);
  return line + 1;
}

/* Whether the byte @at is the last of a line's end */
static gboolean
ends_line (const char *text,
           const char *at)
{
  return measure_line_end (at) == 1 || (at - text >= 2 && measure_line_end (at - 2) == 3);
}

char *
trinh_markup_escape (const char *text)
{
  g_autofree char *valid = NULL;
  GString *escaped;
  gboolean at_start = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  escaped = g_string_sized_new (strlen (valid) + 8);
  for (const char *at = valid; *at != '\0'; at++)
    {
      if (at_start)
        at = escape_block_mark (escaped, at);
      if (*at == '\0')
        break;
      at_start = ends_line (valid, at);
      if (*at == '\\' || *at == '*' || (*at == '{' && at[1] == '{'))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }
  return g_string_free_and_steal (escaped);
}
