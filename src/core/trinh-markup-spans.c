/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-markup-private.h"

static const char *const format_names[] = {
  [TRINH_VALUE_FORMAT_PLAIN] = "",
  [TRINH_VALUE_FORMAT_WORDS] = "words",
  [TRINH_VALUE_FORMAT_PAD] = "pad",
  [TRINH_VALUE_FORMAT_LABEL] = "label",
};

/* A span on the way: text, a bound value, or a "*" or "**" that may turn out to be text. */
typedef struct
{
  TrinhMarkupSpan *span;
  guint stars; /* 0: a span */
  gboolean paired;
  gboolean can_open;
  gboolean can_close;
} Piece;

typedef struct
{
  const char *begin;
  const char *at;
  const char *end;
  guint offset;   /* of at, in characters */
  GArray *pieces; /* of Piece */
  GString *text;  /* text not yet in a piece */
  guint text_start;
} Scanner;

static void
span_free (gpointer data)
{
  TrinhMarkupSpan *span = data;

  g_free (span->text);
  g_free (span);
}

static TrinhMarkupSpan *
span_new (TrinhMarkupSpanKind kind,
          char *text,
          guint start,
          guint end)
{
  TrinhMarkupSpan *span = g_new0 (TrinhMarkupSpan, 1);

  span->kind = kind;
  span->text = text;
  span->start = start;
  span->end = end;
  return span;
}

static void
add_piece (Scanner *scanner,
           TrinhMarkupSpan *span)
{
  Piece piece = { span, 0 };

  g_array_append_val (scanner->pieces, piece);
}

static void
flush_text (Scanner *scanner)
{
  if (scanner->text->len == 0)
    return;
  add_piece (scanner, span_new (TRINH_SPAN_TEXT, g_strdup (scanner->text->str), scanner->text_start, scanner->offset));
  g_string_truncate (scanner->text, 0);
}

/* One character of text whose source is @source_length characters long. */
static void
take_character (Scanner *scanner,
                guint source_length)
{
  const char *next;

  if (scanner->text->len == 0)
    scanner->text_start = scanner->offset;
  if (source_length == 2)
    scanner->at++;
  next = g_utf8_next_char (scanner->at);
  g_string_append_len (scanner->text, scanner->at, next - scanner->at);
  scanner->at = next;
  scanner->offset += source_length;
}

static gboolean
is_space_at (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* A mark opens before something and closes behind something; alone between spaces it is a star. */
static void
take_stars (Scanner *scanner)
{
  guint stars = scanner->end - scanner->at >= 2 && scanner->at[1] == '*' ? 2 : 1;
  const char *behind = scanner->at + stars;
  Piece piece = { NULL, stars };

  flush_text (scanner);
  piece.span = span_new (TRINH_SPAN_TEXT, g_strndup ("**", stars), scanner->offset, scanner->offset + stars);
  piece.can_open = behind < scanner->end && !is_space_at (behind);
  piece.can_close = scanner->at > scanner->begin && !is_space_at (g_utf8_prev_char (scanner->at));
  g_array_append_val (scanner->pieces, piece);
  scanner->at = behind;
  scanner->offset += stars;
}

/* Up to the "}}"; a brace or the line's end on the way means that it does not close. */
static const char *
find_close (Scanner *scanner)
{
  const char *at = scanner->at + 2;

  while (at < scanner->end && *at != '{' && *at != '}' && *at != '\n')
    at++;
  return scanner->end - at >= 2 && at[0] == '}' && at[1] == '}' ? at : NULL;
}

static TrinhMarkupValueFormat
cut_format (char *content)
{
  char *bar = strchr (content, '|');

  for (guint i = TRINH_VALUE_FORMAT_WORDS; bar != NULL && i <= TRINH_VALUE_FORMAT_LABEL; i++)
    if (g_str_equal (bar + 1, format_names[i]))
      {
        *bar = '\0';
        return (TrinhMarkupValueFormat) i;
      }
  return TRINH_VALUE_FORMAT_PLAIN;
}

static TrinhMarkupSpan *
read_binding (char *content)
{
  if (g_str_has_prefix (content, "doc:") && content[4] != '\0')
    return span_new (TRINH_SPAN_DOCUMENT, g_strdup (content + 4), 0, 0);
  if (g_str_has_prefix (content, "table:") && content[6] != '\0')
    return span_new (TRINH_SPAN_TABLE, g_strdup (content + 6), 0, 0);
  return NULL;
}

static gboolean
take_binding (Scanner *scanner)
{
  const char *close = scanner->end - scanner->at >= 2 && scanner->at[1] == '{' ? find_close (scanner) : NULL;
  g_autofree char *content = NULL;
  TrinhMarkupSpan *span;
  guint length;

  if (close == NULL)
    return FALSE;
  length = (guint) g_utf8_pointer_to_offset (scanner->at, close) + 2;
  content = g_strstrip (g_strndup (scanner->at + 2, (gsize) (close - scanner->at - 2)));
  if (*content == '\0' || *content == '|')
    return FALSE;
  flush_text (scanner);
  span = read_binding (content);
  if (span == NULL)
    {
      TrinhMarkupValueFormat format = cut_format (content);

      span = span_new (TRINH_SPAN_VALUE, g_steal_pointer (&content), 0, 0);
      span->format = format;
      span->inside = !trinh_markup_begins_sentence (scanner->begin, (gsize) (scanner->at - scanner->begin));
    }
  span->start = scanner->offset;
  span->end = scanner->offset + length;
  add_piece (scanner, span);
  scanner->at = close + 2;
  scanner->offset += length;
  return TRUE;
}

static void
scan (Scanner *scanner)
{
  while (scanner->at < scanner->end)
    {
      if (*scanner->at == '\\' && scanner->at + 1 < scanner->end && scanner->at[1] != '\n')
        take_character (scanner, 2);
      else if (*scanner->at == '*')
        take_stars (scanner);
      else if (*scanner->at != '{' || !take_binding (scanner))
        take_character (scanner, 1);
    }
  flush_text (scanner);
}

/* The first mark that can open goes with the next that can close; what is left over stays a star. */
static void
pair_stars (GArray *pieces,
            guint stars)
{
  guint open = G_MAXUINT;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->stars != stars)
        continue;
      if (open == G_MAXUINT)
        {
          if (piece->can_open)
            open = i;
        }
      else if (piece->can_close && i > open + 1)
        {
          g_array_index (pieces, Piece, open).paired = TRUE;
          piece->paired = TRUE;
          open = G_MAXUINT;
        }
    }
}

/* Joined texts grow in one buffer, so that a line of stars stays linear. */
static void
settle_text (GPtrArray *spans,
             GString *joined)
{
  TrinhMarkupSpan *last = spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;

  if (last != NULL && last->kind == TRINH_SPAN_TEXT)
    g_set_str (&last->text, joined->str);
}

static void
add_span (GPtrArray *spans,
          GString *joined,
          TrinhMarkupSpan *span)
{
  TrinhMarkupSpan *last = spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;

  if (last != NULL && last->kind == TRINH_SPAN_TEXT && span->kind == TRINH_SPAN_TEXT &&
      last->bold == span->bold && last->italic == span->italic && last->end == span->start)
    {
      g_string_append (joined, span->text);
      last->end = span->end;
      span_free (span);
      return;
    }
  settle_text (spans, joined);
  g_ptr_array_add (spans, span);
  g_string_assign (joined, span->text);
}

static GPtrArray *
join_pieces (GArray *pieces)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  GPtrArray *spans = g_ptr_array_new_with_free_func (span_free);
  gboolean bold = FALSE, italic = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->paired)
        {
          bold ^= piece->stars == 2;
          italic ^= piece->stars == 1;
          span_free (piece->span);
          continue;
        }
      piece->span->bold = bold;
      piece->span->italic = italic;
      add_span (spans, joined, piece->span);
    }
  settle_text (spans, joined);
  return spans;
}

GPtrArray *
_trinh_markup_read_spans (const char *text,
                          const char *end,
                          guint offset)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GString) buffer = g_string_new (NULL);
  Scanner scanner = { text, text, end, offset, pieces, buffer, offset };

  scan (&scanner);
  pair_stars (pieces, 1);
  pair_stars (pieces, 2);
  return join_pieces (pieces);
}

void
_trinh_markup_write_span (GString *text,
                          const TrinhMarkupSpan *span)
{
  g_string_append (text, span->kind == TRINH_SPAN_DOCUMENT ? "{{doc:" : span->kind == TRINH_SPAN_TABLE ? "{{table:"
                                                                                                       : "{{");
  g_string_append (text, span->text);
  if (span->format != TRINH_VALUE_FORMAT_PLAIN)
    g_string_append_printf (text, "|%s", format_names[span->format]);
  g_string_append (text, "}}");
}

gboolean
trinh_markup_begins_sentence (const char *text,
                              gsize length)
{
  static const char joints[] = ",;-–—/+}%)”\"'";
  const char *at;
  gunichar before;

  g_return_val_if_fail (text != NULL, FALSE);

  at = text + length;
  /* Spaces and marks of bold and italic are no letters. */
  do
    {
      if (at == text)
        return TRUE;
      at = g_utf8_prev_char (at);
      before = g_utf8_get_char (at);
    }
  while (g_unichar_isspace (before) || before == '*');

  return !g_unichar_isalnum (before) && g_utf8_strchr (joints, -1, before) == NULL;
}
