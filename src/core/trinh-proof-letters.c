/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-language.h"
#include "trinh-period.h"
#include "trinh-proof-private.h"

typedef gboolean (*IsBad) (const char *at);

/* UTF-8 that was read byte by byte: "á»‹" for ị, "Ã¡" for á, "Ä‘" for đ. Of these only á and Ã are Vietnamese letters,
 * and no sign of the upper half of Latin-1 follows them in a word. */
static gboolean
is_mojibake (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar next;

  if (c != 0xC3 && c != 0xC4 && c != 0xC6 && c != 0xE1)
    return FALSE;
  next = g_utf8_get_char (g_utf8_next_char (at));
  if (c == 0xE1)
    return next == 0xBA || next == 0xBB;
  return (next >= 0x80 && next <= 0xBF && next != 0xA0 && next != 0xAB && next != 0xBB) || next == 0x2018 || next == 0x0192 || next == 0x2039;
}

/* Look-alikes of fonts of the nineties, what no font has, and what could not be read */
static gboolean
is_broken (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c < 0x80)
    return FALSE;
  if (c == 0xFFFD || c == 0x01A2 || c == 0x01A3 || c == 0x01CD || c == 0x01CE)
    return TRUE;
  return is_mojibake (at) || (c >= 0xE000 && g_unichar_type (c) == G_UNICODE_PRIVATE_USE);
}

/* Text is composed on its way in: what is left fits no letter. */
static gboolean
is_combining (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c >= 0x300 && g_unichar_ismark (c);
}

static const char *
find_first (const char *text,
            IsBad is_bad)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (((guchar) *at & 0x80) != 0 && is_bad (at))
      return at;
  return NULL;
}

static gboolean
ends_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == '\0' || c == TRINH_PROOF_OBJECT || g_unichar_isspace (c);
}

/* The word around @at */
static void
find_word (const char *text,
           const char *at,
           const char **start,
           const char **end)
{
  *start = *end = at;
  while (*start > text && !ends_word (g_utf8_prev_char (*start)))
    *start = g_utf8_prev_char (*start);
  while (!ends_word (*end))
    *end = g_utf8_next_char (*end);
}

/* The first word with something bad in it, or %NULL. The title comes first; it has no range. */
static char *
find_bad (TrinhTextCheck *check,
          IsBad is_bad,
          TrinhProofPlace *place)
{
  const char *title = trinh_section_get_title (check->section);
  const char *text = title;
  const char *at = find_first (title, is_bad);
  const char *start, *end;

  if (at == NULL)
    at = find_first (text = check->proof->plain, is_bad);
  if (at == NULL)
    return NULL;
  find_word (text, at, &start, &end);
  *place = text != title ? _trinh_proof_text_place (check, start, end) : (TrinhProofPlace) { check, 0, 0 };
  return g_strndup (start, (gsize) (end - start));
}

void
_trinh_proof_check_letters (TrinhEvaluation *self,
                            TrinhTextCheck *check,
                            GPtrArray **findings)
{
  TrinhProofPlace place;
  g_autofree char *broken = find_bad (check, is_broken, &place);
  g_autofree char *apart = NULL;

  if (broken != NULL)
    _trinh_proof_add (self, findings, "text-broken-letters", place, broken, NULL, g_strdup_printf (_ ("“%s” has letters of another encoding; type the word again."), broken));
  apart = find_bad (check, is_combining, &place);
  if (apart != NULL)
    _trinh_proof_add (self, findings, "text-combining-mark", place, apart, NULL, g_strdup_printf (_ ("In “%s” a mark stands by itself and not on its letter; type the word again."), apart));
}

/* Behind a cited document of its time the old words are its title. */
static gboolean
is_quoted (TrinhTextCheck *check,
           const char *at,
           guint32 from)
{
  TrinhProofPlace place = _trinh_proof_text_place (check, at, at + 1);
  GPtrArray *citations = check->proof->citations;

  for (guint i = 0; i < citations->len; i++)
    {
      const TrinhCitation *citation = g_ptr_array_index (citations, i);
      gboolean old = citation->date != 0 && citation->date < from;

      if (old && citation->end <= place.start && *citation->abstract != '\0' && place.start <= citation->end + 20 + g_utf8_strlen (citation->abstract, -1) + g_utf8_strlen (citation->issuer, -1))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_words (TrinhTextCheck *check,
            const char *lower,
            const char *words,
            guint32 from)
{
  for (const char *at = strstr (lower, words); at != NULL; at = strstr (at + 1, words))
    {
      const char *place = check->proof->plain + (at - lower);

      if (!g_unichar_isalnum (g_utf8_get_char (at + strlen (words))) && !is_quoted (check, place, from))
        return place;
    }
  return NULL;
}

static void
check_term (TrinhEvaluation *self,
            TrinhTextCheck *check,
            GPtrArray **findings,
            const char *lower,
            const TrinhObsoleteTerm *term)
{
  const char *first = NULL, *end = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; term->words[i] != NULL; i++)
    {
      const char *at = find_words (check, lower, term->words[i], term->from);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          end = at + strlen (term->words[i]);
        }
    }
  if (first == NULL)
    return;
  found = g_strndup (first, (gsize) (end - first));
  _trinh_proof_add (self, findings, "text-obsolete-term", _trinh_proof_text_place (check, first, end), found, NULL, g_strdup_printf (_ ("“%s” is no longer said for this period; write “%s”."), found, term->instead));
}

void
_trinh_proof_check_terms (TrinhEvaluation *self,
                          TrinhTextCheck *check,
                          GPtrArray **findings)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (self->report));
  guint32 day = trinh_report_get_data_to (self->report);
  g_autofree char *lower = NULL;

  for (guint i = 0; i < trinh_lexicon_get_n_terms (lexicon); i++)
    {
      const TrinhObsoleteTerm *term = trinh_lexicon_get_term (lexicon, i);

      if (day < term->from)
        continue;
      if (lower == NULL)
        lower = g_utf8_strdown (check->proof->plain, -1);
      /* Vietnamese letters are as long in bytes in either case; a text with others is left alone. */
      if (strlen (lower) == strlen (check->proof->plain))
        check_term (self, check, findings, lower, term);
    }
}
