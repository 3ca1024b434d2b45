/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-language-private.h"

/* Combining marks in the order of the tones; nothing for the level one. */
static const gunichar tone_marks[TRINH_N_TONES] = { 0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323 };

/* Fonts of the nineties and caron keyboards leave look-alikes behind; a tone may stand on them. */
static gunichar
mend_letter (gunichar c)
{
  switch (c)
    {
    case 0x01A2:
      return 0x01AF;
    case 0x01A3:
      return 0x01B0;
    case 0x01CD:
      return 0x0102;
    case 0x01CE:
      return 0x0103;
    default:
      return c;
    }
}

static char *
mend_letters (const char *text)
{
  GString *mended = g_string_sized_new (strlen (text));

  for (const char *place = text; *place != '\0'; place = g_utf8_next_char (place))
    {
      if (*place != '\r')
        g_string_append_unichar (mended, mend_letter (g_utf8_get_char (place)));
      else if (place[1] != '\n')
        g_string_append_c (mended, '\n');
    }

  return g_string_free (mended, FALSE);
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80 || *text == '\r')
      return FALSE;

  return TRUE;
}

static gboolean
is_vowel (gunichar c)
{
  return c != 0 && g_utf8_strchr ("aăâeêioôơuưy", -1, g_unichar_tolower (c)) != NULL;
}

/* Whether the tone on @second moves to @first when both end a syllable: oa, oe, uy, but not quy. */
static gboolean
is_open_pair (gunichar before,
              gunichar first,
              gunichar second)
{
  first = g_unichar_tolower (first);
  second = g_unichar_tolower (second);

  if (first == 'o')
    return second == 'a' || second == 'e';

  return first == 'u' && second == 'y' && g_unichar_tolower (before) != 'q';
}

static void
move_tone (gunichar *letters,
           glong place,
           glong length)
{
  guint tone = 0;
  gunichar second = trinh_language_split_tone (letters[place], &tone);
  gunichar before = place > 1 ? letters[place - 2] : 0;

  if (tone == 0 || !is_open_pair (before, letters[place - 1], second))
    return;
  if (place + 1 < length && g_unichar_isalpha (letters[place + 1]))
    return;
  if (trinh_language_join_tone (letters[place - 1], tone, &letters[place - 1]))
    letters[place] = second;
}

gunichar
trinh_language_split_tone (gunichar letter,
                           guint *tone)
{
  gunichar base = 0;
  gunichar mark = 0;

  *tone = 0;
  if (letter < 0x80 || !g_unichar_decompose (letter, &base, &mark))
    return letter;

  for (guint i = 1; i < TRINH_N_TONES; i++)
    {
      if (mark == tone_marks[i] && is_vowel (base))
        {
          *tone = i;
          return base;
        }
    }

  /* ậ comes apart into ạ and the hat: the tone is the inner one there */
  base = trinh_language_split_tone (base, tone);
  if (*tone > 0 && g_unichar_compose (base, mark, &base))
    return base;
  *tone = 0;

  return letter;
}

gboolean
trinh_language_join_tone (gunichar vowel,
                          guint tone,
                          gunichar *letter)
{
  char text[12] = { 0 };
  int length = g_unichar_to_utf8 (vowel, text);
  g_autofree char *composed = NULL;

  if (tone == 0 || tone >= TRINH_N_TONES || !is_vowel (vowel))
    return FALSE;

  g_unichar_to_utf8 (tone_marks[tone], text + length);
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (*g_utf8_next_char (composed) != '\0')
    return FALSE;
  *letter = g_utf8_get_char (composed);

  return TRUE;
}

char *
trinh_language_normalize (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *mended = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_plain (text))
    return g_strdup (text);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (composed == NULL)
    {
      valid = g_utf8_make_valid (text, -1);
      composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
    }
  mended = mend_letters (composed);

  return g_utf8_normalize (mended, -1, G_NORMALIZE_NFC);
}

char *
trinh_language_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  normal = trinh_language_normalize (text);
  lower = g_utf8_casefold (normal, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  folded = g_string_sized_new (strlen (apart));
  for (const char *place = apart; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar c = g_utf8_get_char (place);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c == 0x0111 ? 'd' : c);
    }

  return g_string_free (folded, FALSE);
}

char *
trinh_language_respell (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree gunichar *letters = NULL;
  glong length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  normal = trinh_language_normalize (text);
  letters = g_utf8_to_ucs4_fast (normal, -1, &length);
  for (glong place = 1; place < length; place++)
    move_tone (letters, place, length);

  return g_ucs4_to_utf8 (letters, length, NULL, NULL, NULL);
}

char *
trinh_language_capitalize (const char *text)
{
  g_autofree char *first = NULL;
  const char *rest;

  g_return_val_if_fail (text != NULL, NULL);

  if (text[0] == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

gboolean
trinh_language_contains (const char *text,
                         const char *needle)
{
  g_autofree char *folded = NULL;
  g_autofree char *folded_needle = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  folded = trinh_language_fold (text);
  folded_needle = trinh_language_fold (needle);

  return strstr (folded, folded_needle) != NULL;
}

const char *
trinh_language_list_letter (guint n)
{
  static const char *const letters[] = {
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"
  };
  g_autofree char *longer = NULL;

  if (n < G_N_ELEMENTS (letters))
    return letters[n];

  /* Behind "y" come "aa", "ab", … as in the columns of a table */
  longer = g_strconcat (trinh_language_list_letter (n / G_N_ELEMENTS (letters) - 1), letters[n % G_N_ELEMENTS (letters)], NULL);

  return g_intern_string (longer);
}
