/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-session-letters.h"
#include "trinh-session-private.h"

/* Words beside those that differ */
#define CONTEXT 2

/* A text, and where its letters stand: spaces are none. */
typedef struct
{
  char *text;      /* composed */
  GArray *letters; /* of gunichar */
  GArray *offsets; /* of gsize: the letter's first byte, and the text's end */
} Spelling;

static void
spelling_init (Spelling *self,
               const char *text)
{
  gsize offset;

  self->text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  self->letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *c = self->text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      offset = (gsize) (c - self->text);
      if (!_trinh_letters_has (letter))
        continue;
      g_array_append_val (self->letters, letter);
      g_array_append_val (self->offsets, offset);
    }
  offset = strlen (self->text);
  g_array_append_val (self->offsets, offset);
}

static void
spelling_clear (Spelling *self)
{
  g_free (self->text);
  g_array_unref (self->letters);
  g_array_unref (self->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spelling, spelling_clear)

static gsize
get_offset (const Spelling *self,
            guint letter)
{
  return g_array_index (self->offsets, gsize, letter);
}

static gboolean
are_same (const Spelling *a,
          guint i,
          const Spelling *b,
          guint j)
{
  return g_array_index (a->letters, gunichar, i) == g_array_index (b->letters, gunichar, j);
}

/* Where the letter before this one ends */
static gsize
get_end (const Spelling *self,
         guint letter)
{
  return letter > 0 ? (gsize) (g_utf8_next_char (self->text + get_offset (self, letter - 1)) - self->text) : 0;
}

/* Of the text between: where a letter is missing, the spaces around its place are not in it. */
static gsize
get_begin (const Spelling *self,
           guint before,
           guint after)
{
  const gsize begin = get_offset (self, before);
  const gsize end = get_end (self, self->letters->len - after);

  return MIN (begin, end);
}

/* How many letters at the beginning are the same, and of the rest how many at the end */
static void
find_difference (const Spelling *a,
                 const Spelling *b,
                 guint *before,
                 guint *after)
{
  const guint shorter = MIN (a->letters->len, b->letters->len);

  *before = 0;
  *after = 0;
  while (*before < shorter && are_same (a, *before, b, *before))
    ++*before;
  while (*after < shorter - *before && are_same (a, a->letters->len - 1 - *after, b, b->letters->len - 1 - *after))
    ++*after;
}

/* Back to the beginning of a word, and so many words more */
static gsize
go_back (const char *text,
         gsize from)
{
  const char *place = text + from;

  for (guint words = 0; place > text; place = g_utf8_prev_char (place))
    if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (place))) && !g_unichar_isspace (g_utf8_get_char (place)) && ++words > CONTEXT)
      break;
  return (gsize) (place - text);
}

static gsize
go_on (const char *text,
       gsize from)
{
  const char *place = text + from;

  for (guint words = 0; *place != '\0'; place = g_utf8_next_char (place))
    if (g_unichar_isspace (g_utf8_get_char (place)) && (place == text || !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (place)))) && ++words > CONTEXT)
      break;
  return (gsize) (place - text);
}

/* What stands between the letters that both have, in the words of ours around it */
static char *
dup_theirs (const Spelling *ours,
            const Spelling *theirs,
            guint before,
            guint after)
{
  const gsize first = get_begin (ours, before, after);
  const gsize last = get_end (ours, ours->letters->len - after);
  const gsize begin = go_back (ours->text, first);
  const gsize from = get_offset (theirs, before);
  const gsize to = get_end (theirs, theirs->letters->len - after);
  GString *words = g_string_new_len (ours->text + begin, (gssize) (first - begin));

  if (to > from)
    g_string_append_len (words, theirs->text + from, (gssize) (to - from));
  g_string_append_len (words, ours->text + last, (gssize) (go_on (ours->text, last) - last));
  return g_strstrip (g_string_free_and_steal (words));
}

void
_trinh_session_match_dup_words (const char *found,
                                const char *text,
                                char **words_found,
                                char **words_expected)
{
  g_auto (Spelling) theirs = { 0 };
  g_auto (Spelling) ours = { 0 };
  guint before, after;
  gsize begin, end;

  spelling_init (&theirs, found);
  spelling_init (&ours, text);
  find_difference (&ours, &theirs, &before, &after);
  begin = go_back (ours.text, get_begin (&ours, before, after));
  end = go_on (ours.text, get_end (&ours, ours.letters->len - after));
  *words_expected = g_strstrip (g_strndup (ours.text + begin, end - begin));
  *words_found = dup_theirs (&ours, &theirs, before, after);
}
