/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-language-private.h"

/* What the first level compares: spaces, then other signs, then numbers by value, then letters. */
typedef enum
{
  CLASS_END,
  CLASS_SPACE,
  CLASS_SIGN,
  CLASS_NUMBER,
  CLASS_LETTER,
  CLASS_FOREIGN,
} SignClass;

typedef struct
{
  SignClass sign_class;
  gunichar rank;
  const char *digits;
  size_t n_digits;
  guint tone;
} Element;

/* The place in the alphabet of a lower-case letter without tone, 0 for a foreign one. */
static gunichar
find_rank (gunichar letter)
{
  static const char alphabet[] = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
  const char *place = g_utf8_strchr (alphabet, -1, letter);

  return place != NULL ? (gunichar) (place - alphabet) + 1 : 0;
}

static Element
next_number (const char **place)
{
  Element element = { .sign_class = CLASS_NUMBER };

  *place += strspn (*place, "0");
  element.digits = *place;
  element.n_digits = strspn (*place, "0123456789");
  *place += element.n_digits;

  return element;
}

static Element
next_element (const char **place)
{
  gunichar c = g_utf8_get_char (*place);
  Element element = { .sign_class = CLASS_END };

  if (c == 0)
    return element;
  if (g_ascii_isdigit (**place))
    return next_number (place);

  *place = g_utf8_next_char (*place);
  if (g_unichar_isalpha (c))
    {
      gunichar letter = g_unichar_tolower (trinh_language_split_tone (c, &element.tone));

      element.rank = find_rank (letter);
      element.sign_class = element.rank > 0 ? CLASS_LETTER : CLASS_FOREIGN;
      element.rank = element.rank > 0 ? element.rank : letter;
      return element;
    }
  element.sign_class = g_unichar_isspace (c) ? CLASS_SPACE : CLASS_SIGN;
  element.rank = element.sign_class == CLASS_SIGN ? c : 0;

  return element;
}

static int
compare_elements (const Element *a,
                  const Element *b)
{
  if (a->sign_class != b->sign_class)
    return a->sign_class < b->sign_class ? -1 : 1;
  if (a->sign_class != CLASS_NUMBER)
    return (a->rank > b->rank) - (a->rank < b->rank);
  if (a->n_digits != b->n_digits)
    return a->n_digits < b->n_digits ? -1 : 1;

  return a->n_digits > 0 ? strncmp (a->digits, b->digits, a->n_digits) : 0;
}

/**
 * trinh_language_compare:
 * @a: a text
 * @b: another
 *
 * Letters decide first, over the whole text, then the tones, then the place of
 * a tone, case and leading zeros, so that only equal texts compare as equal.
 *
 * Returns: below, at or above 0
 */
int
trinh_language_compare (const char *a,
                        const char *b)
{
  g_autofree char *spelled_a = NULL;
  g_autofree char *spelled_b = NULL;
  const char *place_a = NULL;
  const char *place_b = NULL;
  int tones = 0;

  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  spelled_a = trinh_language_respell (a);
  spelled_b = trinh_language_respell (b);
  place_a = spelled_a;
  place_b = spelled_b;

  while (*place_a != '\0' || *place_b != '\0')
    {
      Element element_a = next_element (&place_a);
      Element element_b = next_element (&place_b);
      int order = compare_elements (&element_a, &element_b);

      if (order != 0)
        return order;
      if (tones == 0)
        tones = (int) element_a.tone - (int) element_b.tone;
    }
  if (tones != 0)
    return tones;

  return strcmp (a, b);
}
