/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-workbook-private.h"

#define SIGNIFICANT 15

/* 0.d₁d₂d₃… × 10^point */
typedef struct
{
  gboolean negative;
  char digits[64];
  guint n_digits;
  int point;
} Number;

static gboolean
take_exponent (const char *text,
               Number *number)
{
  char *end;
  gint64 exponent;

  if (*text == '\0')
    return TRUE;
  if (*text != 'e' && *text != 'E')
    return FALSE;
  exponent = g_ascii_strtoll (text + 1, &end, 10);
  if (end == text + 1 || *end != '\0' || exponent < -400 || exponent > 400)
    return FALSE;
  number->point += (int) exponent;

  return TRUE;
}

static gboolean
take_apart (const char *text,
            Number *number)
{
  gboolean fraction = FALSE;
  guint n_seen = 0;

  number->negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text) || (*text == '.' && !fraction); text++)
    {
      if (*text == '.')
        {
          fraction = TRUE;
          continue;
        }
      n_seen++;
      if (*text == '0' && number->n_digits == 0)
        {
          number->point -= fraction;
          continue;
        }
      if (number->n_digits + 1 < sizeof number->digits)
        number->digits[number->n_digits++] = *text;
      number->point += !fraction;
    }

  return n_seen > 0 && take_exponent (text, number);
}

/* Keeps the first @n digits, half up. */
static void
round_to (Number *number,
          int n)
{
  gboolean up;

  if (n < 0)
    number->n_digits = 0;
  if (n < 0 || (guint) n >= number->n_digits)
    return;

  up = number->digits[n] >= '5';
  number->n_digits = (guint) n;
  for (int i = n - 1; up && i >= 0; i--)
    {
      up = number->digits[i] == '9';
      number->digits[i] = up ? '0' : (char) (number->digits[i] + 1);
    }
  if (up)
    {
      memmove (number->digits + 1, number->digits, number->n_digits);
      number->digits[0] = '1';
      number->n_digits++;
      number->point++;
    }
}

static char
digit_at (const Number *number,
          int place)
{
  return place >= 0 && (guint) place < number->n_digits ? number->digits[place] : '0';
}

static char *
print (const Number *number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize end;

  for (int i = 0; i < number->point; i++)
    g_string_append_c (text, digit_at (number, i));
  if (number->point <= 0)
    g_string_append_c (text, '0');
  g_string_append_c (text, '.');
  for (int i = 0; i < TRINH_DECIMAL_MAX_DECIMALS; i++)
    g_string_append_c (text, digit_at (number, number->point + i));

  end = text->len;
  while (text->str[end - 1] == '0')
    end--;
  if (text->str[end - 1] == '.')
    end--;
  g_string_truncate (text, end);
  if (number->negative && !g_str_equal (text->str, "0"))
    g_string_prepend_c (text, '-');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
_trinh_number_from_digits (const char *digits,
                           int shift)
{
  Number number = { 0 };
  g_autofree char *text = NULL;
  TrinhDecimal decimal;

  if (!take_apart (digits, &number))
    return NULL;

  number.point = number.n_digits > 0 ? number.point + shift : 0;
  round_to (&number, SIGNIFICANT);
  round_to (&number, number.point + TRINH_DECIMAL_MAX_DECIMALS);
  if (number.point > SIGNIFICANT)
    return NULL;
  text = print (&number);

  return trinh_decimal_parse_canonical (text, &decimal, NULL) ? g_steal_pointer (&text) : NULL;
}

char *
_trinh_date_from_serial (const char *digits,
                         gboolean since_1904)
{
  g_autoptr (GDate) base = since_1904 ? g_date_new_dmy (1, G_DATE_JANUARY, 1904) : g_date_new_dmy (30, G_DATE_DECEMBER, 1899);
  char *end;
  const gint64 days = g_ascii_strtoll (digits, &end, 10);

  if (end == digits || days < 1 || days > 2000000)
    return NULL;

  return trinh_date_to_string (g_date_get_julian (base) + (guint32) days);
}
