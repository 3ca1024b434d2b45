/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-citation-private.h"

#define MAX_DIGITS 5

static gboolean
is_letter_at (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at));
}

static gboolean
is_space (gunichar c)
{
  return c != '\n' && g_unichar_isspace (c);
}

const char *
_trinh_scan_spaces (const char *at)
{
  while (is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

const char *
_trinh_scan_spaces_back (const char *begin,
                         const char *end)
{
  while (end > begin && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

const char *
_trinh_scan_word (const char *at,
                  const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != g_utf8_get_char (word))
      return NULL;
  return is_letter_at (at) ? NULL : at;
}

const char *
_trinh_scan_word_back (const char *begin,
                       const char *end,
                       const char *word)
{
  const char *letter = word + strlen (word);

  while (letter > word)
    {
      if (end <= begin)
        return NULL;
      letter = g_utf8_prev_char (letter);
      end = g_utf8_prev_char (end);
      if (g_unichar_tolower (g_utf8_get_char (end)) != g_utf8_get_char (letter))
        return NULL;
    }
  return end > begin && is_letter_at (g_utf8_prev_char (end)) ? NULL : end;
}

static const char *
scan_digits (const char *at,
             guint most,
             guint *number)
{
  guint n = 0;

  *number = 0;
  for (; g_ascii_isdigit (*at); at++, n++)
    {
      if (n == most)
        return NULL;
      *number = *number * 10 + (guint) (*at - '0');
    }
  return n > 0 ? at : NULL;
}

/* Between day, month and year: a sign, or a word of its own. */
static const char *
scan_separator (const char *at,
                const char *word,
                char *sign)
{
  const char *behind = _trinh_scan_spaces (at);

  if (*behind != '\0' && strchr ("/.-", *behind) != NULL && (*sign == '\0' || *sign == *behind))
    {
      *sign = *behind;
      return _trinh_scan_spaces (behind + 1);
    }
  behind = *sign == '\0' || *sign == 'w' ? _trinh_scan_word (behind, word) : NULL;
  *sign = 'w';
  return behind != NULL ? _trinh_scan_spaces (behind) : NULL;
}

const char *
_trinh_scan_date (const char *at,
                  guint32 *date)
{
  guint day, month, year;
  char sign = '\0';
  GDate parsed;

  if ((at = scan_digits (at, 2, &day)) == NULL || (at = scan_separator (at, "tháng", &sign)) == NULL ||
      (at = scan_digits (at, 2, &month)) == NULL || (at = scan_separator (at, "năm", &sign)) == NULL ||
      (at = scan_digits (at, 4, &year)) == NULL)
    return NULL;
  if (year < 1900 || year > 2999 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *date = g_date_get_julian (&parsed);
  return at;
}

const char *
_trinh_scan_number (const char *at)
{
  const char *next;
  guint number;

  at = scan_digits (at, MAX_DIGITS, &number);
  if (at == NULL || !is_letter_at (at))
    return at;
  next = g_utf8_next_char (at);
  return g_unichar_islower (g_utf8_get_char (at)) && !is_letter_at (next) ? next : NULL;
}

static const char *
scan_slash (const char *at)
{
  at = _trinh_scan_spaces (at);
  return *at == '/' ? _trinh_scan_spaces (at + 1) : NULL;
}

/* "UBND", "HĐND15", "QyĐ": begins with a capital */
static const char *
scan_part (const char *at)
{
  if (!g_unichar_isupper (g_utf8_get_char (at)))
    return NULL;
  while (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '&')
    at = g_utf8_next_char (at);
  return at;
}

static const char *
scan_parts (const char *at,
            char **symbol)
{
  GString *parts = g_string_new (NULL);
  const char *end = at;

  for (const char *part = at; part != NULL;)
    {
      const char *behind = scan_part (part);
      const char *dash;

      if (behind == NULL)
        break;
      g_string_append_printf (parts, "%s%.*s", parts->len > 0 ? "-" : "", (int) (behind - part), part);
      end = behind;
      dash = _trinh_scan_spaces (behind);
      part = *dash == '-' ? _trinh_scan_spaces (dash + 1) : NULL;
    }
  *symbol = g_string_free_and_steal (parts);
  return end;
}

const char *
_trinh_scan_symbol (const char *at,
                    const char **year,
                    char **symbol)
{
  const char *behind = scan_slash (at);
  const char *rest;
  guint number;

  *year = at;
  if (behind != NULL && (rest = scan_digits (behind, 4, &number)) != NULL && rest - behind == 4)
    {
      *year = rest;
      behind = scan_slash (rest);
    }
  if (behind == NULL)
    return NULL;
  rest = scan_parts (behind, symbol);
  /* "15/K" is no symbol, "15/QH" is one. */
  if (rest > behind && g_utf8_strlen (*symbol, -1) >= 2)
    return rest;
  g_clear_pointer (symbol, g_free);
  return NULL;
}
