/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-decimal.h"
#include "trinh-language.h"
#include "trinh-proof-figures-private.h"

static TrinhToken *
get_token (const TrinhTokens *self,
           guint position)
{
  return &g_array_index (self->tokens, TrinhToken, position);
}

static TrinhToken *
get_last (const TrinhTokens *self)
{
  return self->tokens->len > 0 ? get_token (self, self->tokens->len - 1) : NULL;
}

static void
append (TrinhTokens *self,
        TrinhTokenKind kind,
        const char *start,
        const char *end)
{
  TrinhToken token = { .kind = kind, .start = start, .end = end };

  g_array_append_val (self->tokens, token);
}

static void
append_word (TrinhTokens *self,
             const char *word,
             const char *start,
             const char *end)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *spelled = trinh_language_respell (lower);

  append (self, TRINH_TOKEN_WORD, start, end);
  get_last (self)->word = g_string_chunk_insert_const (self->words, spelled);
}

/* An abbreviation stands for its words. */
static const char *
read_word (TrinhTokens *self,
           const char *at,
           TrinhLexicon *lexicon)
{
  const char *end = at;
  const char *full;
  g_autofree char *word = NULL;

  while (g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_strndup (at, (gsize) (end - at));
  full = trinh_lexicon_find_abbreviation (lexicon, word);
  if (full != NULL)
    {
      g_auto (GStrv) words = g_strsplit_set (full, " ,", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          append_word (self, words[i], at, end);
    }
  else
    append_word (self, word, at, end);
  return end;
}

/* "mức độ 3", "tháng 6": the number is a name; "mức độ 3, 4" and "3 và 4" too. */
static gboolean
is_name (const TrinhTokens *self,
         TrinhLexicon *lexicon)
{
  const TrinhToken *last = get_last (self);
  const TrinhToken *before = self->tokens->len > 1 ? get_token (self, self->tokens->len - 2) : NULL;

  if (last == NULL)
    return FALSE;
  if (last->kind == TRINH_TOKEN_WORD && g_strv_contains (trinh_lexicon_get_ordinals (lexicon), last->word))
    return TRUE;
  return before != NULL && before->kind == TRINH_TOKEN_OTHER && before->word != NULL &&
         (last->kind == TRINH_TOKEN_COMMA || (last->kind == TRINH_TOKEN_WORD && g_str_equal (last->word, "và")));
}

/* "12a", "2021-2026" */
static gboolean
is_torn (const TrinhTokens *self,
         const char *start,
         const char *end)
{
  const TrinhToken *last = get_last (self);
  gboolean joined = last != NULL && last->end == start - 1 && strchr ("-:", start[-1]) != NULL;

  return joined || g_unichar_isalpha (g_utf8_get_char (end)) || (*end != '\0' && strchr ("-:", *end) != NULL && g_ascii_isdigit (end[1]));
}

/* "6 tháng" */
static gboolean
is_span_of_time (const char *end,
                 TrinhLexicon *lexicon)
{
  const char *const *ordinals = trinh_lexicon_get_ordinals (lexicon);
  const char *next = _trinh_scan_spaces (end);

  for (guint i = 0; next > end && ordinals[i] != NULL; i++)
    if (_trinh_scan_word (next, ordinals[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
read_number (TrinhTokens *self,
             const char *at,
             TrinhLexicon *lexicon)
{
  const char *end = at + strspn (at, "0123456789.,");
  g_autofree char *text = NULL;
  gboolean name = is_name (self, lexicon);
  TrinhDecimal number = { 0 };
  gboolean counts;

  while (end > at && strchr (".,", end[-1]) != NULL)
    end--;
  text = g_strndup (at, (gsize) (end - at));
  counts = !name && !is_torn (self, at, end) && !is_span_of_time (end, lexicon) && trinh_decimal_parse (text, &number, NULL);
  append (self, counts ? TRINH_TOKEN_NUMBER : TRINH_TOKEN_OTHER, at, end);
  get_last (self)->number = number;
  /* A year does not tell one row from another. */
  if (name && end - at < 4)
    get_last (self)->word = g_string_chunk_insert_const (self->words, text);
  return end;
}

static gboolean
is_figure (const TrinhToken *token)
{
  return token != NULL && (token->kind == TRINH_TOKEN_NUMBER || token->kind == TRINH_TOKEN_BOUND);
}

static gboolean
begins_figure (const char *at)
{
  return g_ascii_isdigit (*at) || g_utf8_get_char (at) == TRINH_PROOF_OBJECT;
}

/* "14/33" is a part of a whole; "12/3/2022", "35/QĐ-UBND" and "đồng/người" are something else. */
static const char *
read_slash (TrinhTokens *self,
            const char *at,
            TrinhLexicon *lexicon)
{
  TrinhToken *last = get_last (self);
  const char *next = at + 1 + strspn (at + 1, " ");
  gboolean chain = last != NULL && (last->whole || last->kind == TRINH_TOKEN_OTHER);
  guint part = self->tokens->len - 1;

  if (!is_figure (last) || chain || !begins_figure (next))
    {
      if (last != NULL && last->kind == TRINH_TOKEN_NUMBER)
        last->kind = TRINH_TOKEN_OTHER;
      if (last != NULL && last->whole && part > 0 && get_token (self, part - 1)->kind == TRINH_TOKEN_NUMBER)
        get_token (self, part - 1)->kind = TRINH_TOKEN_OTHER;
      if (!g_ascii_isdigit (*next))
        return at + 1;
      next = read_number (self, next, lexicon);
      get_last (self)->kind = TRINH_TOKEN_OTHER;
      return next;
    }
  if (g_ascii_isdigit (*next))
    next = read_number (self, next, lexicon);
  else
    {
      append (self, TRINH_TOKEN_BOUND, next, g_utf8_next_char (next));
      next = g_utf8_next_char (next);
    }
  get_token (self, part)->part = TRUE;
  get_last (self)->whole = TRUE;
  return next;
}

static const char *
read_sign (TrinhTokens *self,
           const char *at,
           TrinhLexicon *lexicon)
{
  const char *next = g_utf8_next_char (at);

  switch (g_utf8_get_char (at))
    {
    case TRINH_PROOF_OBJECT:
      append (self, TRINH_TOKEN_BOUND, at, next);
      break;
    case '%':
      if (is_figure (get_last (self)))
        get_last (self)->percent = TRUE;
      break;
    case '/':
      return read_slash (self, at, lexicon);
    case ',':
      append (self, TRINH_TOKEN_COMMA, at, next);
      break;
    case ':':
      append (self, TRINH_TOKEN_COLON, at, next);
      break;
    case '.':
    case ';':
    case '(':
    case ')':
    case '{':
    case '}':
    case '\n':
    case '?':
    case '!':
      append (self, TRINH_TOKEN_STOP, at, next);
      break;
    default:
      break;
    }
  return next;
}

TrinhTokens *
_trinh_tokens_new (const char *plain,
                   TrinhLexicon *lexicon)
{
  TrinhTokens *self = g_new0 (TrinhTokens, 1);

  self->tokens = g_array_new (FALSE, FALSE, sizeof (TrinhToken));
  self->words = g_string_chunk_new (512);
  for (const char *at = plain; *at != '\0';)
    {
      if (g_ascii_isdigit (*at))
        at = read_number (self, at, lexicon);
      else if (g_unichar_isalpha (g_utf8_get_char (at)))
        at = read_word (self, at, lexicon);
      else
        at = read_sign (self, at, lexicon);
    }
  return self;
}

void
_trinh_tokens_free (TrinhTokens *self)
{
  g_array_unref (self->tokens);
  g_string_chunk_free (self->words);
  g_free (self);
}

void
_trinh_window_init (TrinhWindow *self)
{
  self->left = g_ptr_array_new ();
  self->right = g_ptr_array_new ();
}

void
_trinh_window_clear (TrinhWindow *self)
{
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
}

gboolean
_trinh_words_have_word (GPtrArray *words,
                        const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return TRUE;
  return FALSE;
}

static gboolean
follow_at (GPtrArray *words,
           guint at,
           const char *const *phrase)
{
  for (; *phrase != NULL; phrase++, at++)
    if (at >= words->len || !g_str_equal (g_ptr_array_index (words, at), *phrase))
      return FALSE;
  return TRUE;
}

gboolean
_trinh_words_have (GPtrArray *words,
                   const char *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase, " ", -1);

  for (guint i = 0; i < words->len; i++)
    if (follow_at (words, i, (const char *const *) parts))
      return TRUE;
  return FALSE;
}

static gboolean
begins_joint (GPtrArray *words,
              guint at,
              TrinhLexicon *lexicon)
{
  const char *const *joints = trinh_lexicon_get_joints (lexicon);

  for (guint i = 0; joints[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (joints[i], " ", -1);

      if (follow_at (words, at, (const char *const *) parts))
        return TRUE;
    }
  return FALSE;
}

static void
note_year (TrinhWindow *self,
           const TrinhToken *token)
{
  if (token->end - token->start == 4)
    self->year = (guint) g_ascii_strtoull (token->start, NULL, 10);
}

/* From the sentence's beginning, or from the comma behind the figure before. */
static void
read_left (TrinhWindow *self,
           const TrinhTokens *tokens,
           guint position)
{
  guint begin = get_token (tokens, position)->whole ? position - 1 : position;
  guint first = begin;
  guint comma = begin;

  for (; first > 0; first--)
    {
      TrinhTokenKind kind = get_token (tokens, first - 1)->kind;

      if (kind == TRINH_TOKEN_COMMA)
        comma = first;
      if (kind == TRINH_TOKEN_STOP || kind == TRINH_TOKEN_NUMBER || kind == TRINH_TOKEN_BOUND)
        break;
    }
  if (first > 0 && get_token (tokens, first - 1)->kind != TRINH_TOKEN_STOP)
    first = comma;
  for (; first < begin; first++)
    {
      const TrinhToken *token = get_token (tokens, first);

      if (token->word != NULL)
        g_ptr_array_add (self->left, (gpointer) token->word);
      else if (token->kind == TRINH_TOKEN_OTHER)
        note_year (self, token);
    }
}

static void
read_right (TrinhWindow *self,
            const TrinhTokens *tokens,
            guint position)
{
  guint next = position + (get_token (tokens, position)->part ? 2 : 1);

  self->near = G_MAXUINT;
  for (; next < tokens->tokens->len; next++)
    {
      const TrinhToken *token = get_token (tokens, next);

      if (token->kind == TRINH_TOKEN_STOP || token->kind == TRINH_TOKEN_COLON)
        break;
      if (token->kind == TRINH_TOKEN_NUMBER || token->kind == TRINH_TOKEN_BOUND)
        {
          /* With no comma between, nobody knows to which of the two the words belong. */
          self->near = 0;
          break;
        }
      if (token->kind == TRINH_TOKEN_COMMA)
        self->near = MIN (self->near, self->right->len);
      else if (token->word != NULL)
        g_ptr_array_add (self->right, (gpointer) token->word);
      else
        note_year (self, token);
    }
  self->near = MIN (self->near, self->right->len);
}

void
_trinh_window_read (TrinhWindow *self,
                    const TrinhTokens *tokens,
                    guint position,
                    TrinhLexicon *lexicon)
{
  g_ptr_array_set_size (self->left, 0);
  g_ptr_array_set_size (self->right, 0);
  self->year = 0;
  read_left (self, tokens, position);
  read_right (self, tokens, position);
  for (guint i = 0; i < self->near; i++)
    if (begins_joint (self->right, i, lexicon))
      self->near = i;
}
