/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-citation-private.h"
#include "trinh-decimal.h"
#include "trinh-language.h"
#include "trinh-proof-private.h"

/* How far behind its fraction a percentage may stand, in characters */
#define MAX_DISTANCE 60

typedef struct
{
  TrinhDecimal number;
  gboolean percent;
  gboolean part; /* "7/9": @number of @whole */
  TrinhDecimal whole;
  const char *start;
  const char *end;
} Figure;

/* "6/2024" behind one of these is a date. */
static gboolean
is_dated (const char *text,
          const char *at)
{
  static const char *const words[] = { "tháng", "ngày", "quý", "năm", "số", "đến", "khóa" };
  const char *end = _trinh_scan_spaces_back (text, at);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (_trinh_scan_word_back (text, end, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
scan_figure (const char *at,
             TrinhDecimal *number)
{
  const char *end = at + strspn (at, "0123456789.,");
  g_autofree char *text = NULL;

  while (end > at && (end[-1] == '.' || end[-1] == ','))
    end--;
  text = g_strndup (at, (gsize) (end - at));
  return end > at && trinh_decimal_parse (text, number, NULL) ? end : NULL;
}

/* %NULL: nothing that is a figure; else behind it */
static const char *
read_figure (const char *text,
             const char *at,
             Figure *figure)
{
  const char *end = scan_figure (at, &figure->number);
  const char *rest;

  figure->start = at;
  figure->part = figure->percent = FALSE;
  if (end == NULL)
    return NULL;
  rest = _trinh_scan_spaces (end);
  if (*rest == '%')
    {
      figure->percent = TRUE;
      end = rest + 1;
    }
  else if (*rest == '/' && g_ascii_isdigit (*_trinh_scan_spaces (rest + 1)) && !is_dated (text, at))
    {
      end = scan_figure (_trinh_scan_spaces (rest + 1), &figure->whole);
      figure->part = end != NULL && *_trinh_scan_spaces (end) != '/' && trinh_decimal_is_whole (figure->number) && trinh_decimal_is_whole (figure->whole);
    }
  figure->end = end;
  return end;
}

static gboolean
is_near (const Figure *fraction,
         const Figure *percent)
{
  for (const char *at = fraction->end; at < percent->start; at = g_utf8_next_char (at))
    if (*at == '\n' || *at == ';' || (*at == '.' && at[1] == ' '))
      return FALSE;
  return g_utf8_pointer_to_offset (fraction->end, percent->start) <= MAX_DISTANCE;
}

static void
add (TrinhEvaluation *self,
     TrinhTextCheck *check,
     GPtrArray **findings,
     const Figure *fraction,
     const Figure *percent,
     const char *rule,
     const char *expected)
{
  g_autofree char *found = g_strndup (percent->start, (gsize) (percent->end - percent->start));
  g_autofree char *parts = g_strndup (fraction->start, (gsize) (fraction->end - fraction->start));
  char *message = expected != NULL ? g_strdup_printf (_ ("%s is %s %%, not %s."), parts, expected, found)
                                   : g_strdup_printf (_ ("%s has no ratio; leave “%s” out."), parts, found);

  _trinh_proof_add (self, findings, rule, _trinh_proof_text_place (check, percent->start, percent->end), found, expected, message);
}

/* At the printed precision; 0 and 100 only exactly (domain: "Numbers, dates, text"). */
static void
compare (TrinhEvaluation *self,
         TrinhTextCheck *check,
         GPtrArray **findings,
         const Figure *fraction,
         const Figure *percent)
{
  TrinhDecimal share, exact, rounded;
  g_autofree char *expected = NULL;

  if (fraction->whole.units == 0)
    {
      if (fraction->number.units == 0)
        add (self, check, findings, fraction, percent, "text-percent-of-nothing", NULL);
      return;
    }
  if (!trinh_decimal_multiply (fraction->number, TRINH_DECIMAL_INIT (100), &share) || !trinh_decimal_divide (share, fraction->whole, &exact))
    return;
  rounded = trinh_decimal_round (exact, percent->number.decimals);
  if (trinh_decimal_compare (rounded, percent->number) == 0 && (!_trinh_decimal_is_absolute (percent->number) || trinh_decimal_compare (exact, rounded) == 0))
    return;
  rounded = _trinh_decimal_trim (trinh_decimal_round (exact, 2));
  expected = trinh_decimal_format (rounded);
  add (self, check, findings, fraction, percent, "text-percent", expected);
}

static gboolean
may_begin (const char *text,
           const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  return g_ascii_isdigit (*at) && !g_unichar_isalnum (before) && before != '/' && before != ',' && before != '.';
}

/* A fraction and the next percentage, with no other figure that could be meant between them. */
void
_trinh_proof_check_percents (TrinhEvaluation *self,
                             TrinhTextCheck *check,
                             GPtrArray **findings)
{
  const char *text = check->proof->plain;
  Figure figure, fraction = { 0 };

  if (strchr (text, '%') == NULL)
    return;
  for (const char *at = text; *at != '\0';)
    {
      const char *end = may_begin (text, at) ? read_figure (text, at, &figure) : NULL;

      if (end != NULL && figure.percent && fraction.part && is_near (&fraction, &figure))
        compare (self, check, findings, &fraction, &figure);
      if (end != NULL)
        fraction = figure;
      if (g_utf8_get_char (at) == TRINH_PROOF_OBJECT)
        fraction.part = FALSE;
      at = end != NULL ? end : g_utf8_next_char (at);
    }
}
