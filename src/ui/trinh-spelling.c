/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <libspelling.h>
#include <string.h>

#include "trinh-language.h"
#include "trinh-spelling.h"

/* What stands in the text in place of something bound */
#define PLACE 0xFFFC

static const char *const languages[] = { "vi_VN", "vi" };

static GHashTable *known; /* of syllables asked for before: whether they are right */

/* (nullable): %NULL where there is no Vietnamese dictionary */
static SpellingChecker *
get_checker (void)
{
  static SpellingChecker *checker;
  static gboolean looked_for;
  SpellingProvider *provider;

  if (looked_for)
    return checker;

  looked_for = TRUE;
  provider = spelling_provider_get_default ();
  for (gsize i = 0; checker == NULL && provider != NULL && i < G_N_ELEMENTS (languages); i++)
    if (spelling_provider_supports_language (provider, languages[i]))
      checker = spelling_checker_new (provider, languages[i]);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return checker;
}

gboolean
trinh_spelling_is_available (void)
{
  return get_checker () != NULL;
}

/* The dictionary has "hoà" and "uỷ" alone; most people write "hòa" and "ủy". (transfer full) */
static char *
dup_other_tone (const char *word)
{
  static const char *const ends[][2] = {
    { "òa", "oà" },
    { "óa", "oá" },
    { "ỏa", "oả" },
    { "õa", "oã" },
    { "ọa", "oạ" },
    { "òe", "oè" },
    { "óe", "oé" },
    { "ỏe", "oẻ" },
    { "õe", "oẽ" },
    { "ọe", "oẹ" },
    { "ùy", "uỳ" },
    { "úy", "uý" },
    { "ủy", "uỷ" },
    { "ũy", "uỹ" },
    { "ụy", "uỵ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i][0]))
      return g_strdup_printf ("%.*s%s", (int) (strlen (word) - strlen (ends[i][0])), word, ends[i][1]);

  return g_strdup (word);
}

/* A capital at the beginning of a sentence is no name. */
static gboolean
look_up (SpellingChecker *checker,
         const char *word)
{
  g_autofree char *normal = trinh_language_normalize (word);
  g_autofree char *lower = g_utf8_strdown (normal, -1);
  g_autofree char *other = dup_other_tone (lower);

  return spelling_checker_check_word (checker, lower, -1) || spelling_checker_check_word (checker, other, -1) ||
         spelling_checker_check_word (checker, normal, -1);
}

gboolean
trinh_spelling_knows (const char *word)
{
  SpellingChecker *checker = get_checker ();
  gpointer answer;
  gboolean right;

  g_return_val_if_fail (word != NULL, TRUE);

  if (checker == NULL || *word == '\0')
    return TRUE;
  if (g_hash_table_lookup_extended (known, word, NULL, &answer))
    return GPOINTER_TO_INT (answer);

  right = look_up (checker, word);
  g_hash_table_insert (known, g_strdup (word), GINT_TO_POINTER (right));

  return right;
}

char **
trinh_spelling_list_corrections (const char *word,
                                 guint limit)
{
  SpellingChecker *checker = get_checker ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_return_val_if_fail (word != NULL, NULL);

  all = checker != NULL ? spelling_checker_list_corrections (checker, word) : NULL;
  for (guint i = 0; all != NULL && all[i] != NULL && i < limit; i++)
    g_strv_builder_take (list, trinh_language_respell (all[i]));

  return g_strv_builder_end (list);
}

void
trinh_spelling_add (const char *word)
{
  SpellingChecker *checker = get_checker ();

  g_return_if_fail (word != NULL);

  if (checker == NULL)
    return;
  spelling_checker_add_word (checker, word);
  g_hash_table_remove_all (known);
}

void
trinh_spelling_ignore (const char *word)
{
  SpellingChecker *checker = get_checker ();

  g_return_if_fail (word != NULL);

  if (checker == NULL)
    return;
  spelling_checker_ignore_word (checker, word);
  g_hash_table_remove_all (known);
}

static const char *
skip_letters (const char *at,
              const char *end)
{
  while (at < end && g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* "KH-UBND", "43/2006/NĐ-CP", "30%", "a.gov.vn": between two spaces something that is no word */
static gboolean
is_symbol (const char *at,
           const char *end)
{
  for (const char *p = at; p < end; p = g_utf8_next_char (p))
    {
      const gunichar letter = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      const gboolean inside = p > at && next < end && g_unichar_isalpha (g_utf8_get_char (next));

      if (g_unichar_isdigit (letter) || letter == '@' || letter == '_' || letter == PLACE || (inside && strchr ("./", (int) MIN (letter, 0x7f)) != NULL))
        return TRUE;
    }

  return FALSE;
}

/* "UBND", "TTr": capitals behind the first letter, and single letters */
static gboolean
is_abbreviation (const char *start,
                 const char *end)
{
  const char *second = g_utf8_next_char (start);

  for (const char *p = second; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;

  return second >= end;
}

static gboolean
is_name (GHashTable *names,
         const char *word)
{
  g_autofree char *spelled = NULL;
  g_autofree char *lower = NULL;

  if (names == NULL)
    return FALSE;

  spelled = trinh_language_respell (word);
  lower = g_utf8_strdown (spelled, -1);

  return g_hash_table_contains (names, lower);
}

static const char *
find_run_end (const char *at)
{
  while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

void
trinh_spelling_check (const char *text,
                      GHashTable *names,
                      TrinhSpellingFound found,
                      gpointer user_data)
{
  const char *at = text;
  guint offset = 0;

  g_return_if_fail (text != NULL);
  g_return_if_fail (found != NULL);

  while (*at != '\0')
    {
      const char *run = find_run_end (at);
      const gboolean symbol = is_symbol (at, run);

      while (at < run)
        {
          const char *end = skip_letters (at, run);
          const guint length = (guint) g_utf8_pointer_to_offset (at, end);
          g_autofree char *word = g_strndup (at, (gsize) (end - at));

          if (length == 0)
            {
              at = g_utf8_next_char (at);
              offset++;
              continue;
            }
          if (!symbol && !is_abbreviation (at, end) && !trinh_spelling_knows (word) && !is_name (names, word))
            found (offset, offset + length, user_data);
          at = end;
          offset += length;
        }
      if (*at != '\0')
        {
          at = g_utf8_next_char (at);
          offset++;
        }
    }
}

void
trinh_spelling_add_names (GHashTable *names,
                          const char *text)
{
  g_autofree char *spelled = NULL;
  g_autofree char *lower = NULL;
  const char *at;

  g_return_if_fail (names != NULL);
  g_return_if_fail (text != NULL);

  spelled = trinh_language_respell (text);
  lower = g_utf8_strdown (spelled, -1);
  at = lower;
  while (*at != '\0')
    {
      const char *end = skip_letters (at, at + strlen (at));

      if (end > at)
        g_hash_table_add (names, g_strndup (at, (gsize) (end - at)));
      at = end > at ? end : g_utf8_next_char (at);
    }
}

void
trinh_spelling_add_foreign (GHashTable *names,
                            TrinhLexicon *lexicon)
{
  const char *const *words = lexicon != NULL ? trinh_lexicon_get_foreign (lexicon) : NULL;

  g_return_if_fail (names != NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_add (names, g_strdup (words[i]));
}
