/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-decimal-private.h"
#include "trinh-error.h"

#define MAX_DIGITS 14

static const gint64 powers[] = { 1, 10, 100, 1000, 10000 };

static guint64
magnitude (gint64 units)
{
  return units < 0 ? -(guint64) units : (guint64) units;
}

/* A decimal made by hand may hold more decimals than it says; none is lost then. */
static guint
count_decimals (TrinhDecimal decimal)
{
  guint decimals = MIN (decimal.decimals, TRINH_DECIMAL_MAX_DECIMALS);

  while (magnitude (decimal.units) % powers[TRINH_DECIMAL_MAX_DECIMALS - decimals] != 0)
    decimals++;

  return decimals;
}

static char *
write_fraction (TrinhDecimal decimal,
                guint decimals,
                const char *point)
{
  guint64 fraction = magnitude (decimal.units) % TRINH_DECIMAL_SCALE;

  if (decimals == 0)
    return g_strdup ("");

  return g_strdup_printf ("%s%0*" G_GUINT64_FORMAT,
                          point,
                          (int) decimals,
                          fraction / powers[TRINH_DECIMAL_MAX_DECIMALS - decimals]);
}

static char *
write_grouped (guint64 whole)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  GString *grouped = g_string_new (NULL);
  size_t length = strlen (digits);

  for (size_t i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (grouped, '.');
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free (grouped, FALSE);
}

static gboolean
refuse_syntax (const char *text,
               GError **error)
{
  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_SYNTAX,
               _ ("“%s” is not a number as the file writes it; write it like 1934 or 63.6"),
               text);

  return FALSE;
}

static gboolean
refuse_range (const char *text,
              GError **error)
{
  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_RANGE,
               _ ("“%s” has too many digits; at most 14 before and 4 after the point can be held"),
               text);

  return FALSE;
}

/* The length of the digits that the report file allows before the point, 0 if they are wrong. */
static size_t
whole_length (const char *text)
{
  size_t length = strspn (text, "0123456789");

  return length > 1 && *text == '0' ? 0 : length;
}

static gint64
read_units (const char *whole,
            size_t n_whole,
            const char *fraction,
            size_t n_fraction)
{
  gint64 units = 0;

  for (size_t i = 0; i < n_whole; i++)
    units = units * 10 + (whole[i] - '0');
  for (size_t i = 0; i < TRINH_DECIMAL_MAX_DECIMALS; i++)
    units = units * 10 + (i < n_fraction ? fraction[i] - '0' : 0);

  return units;
}

/* Sums keep the decimals of their terms; products and quotients pass 0 and get as many as they need. */
static gboolean
store_units (__int128 units,
             guint decimals,
             TrinhDecimal *result)
{
  if (units > TRINH_DECIMAL_MAX_UNITS || units < -TRINH_DECIMAL_MAX_UNITS)
    return FALSE;

  result->units = (gint64) units;
  result->decimals = (guint8) MIN (decimals, TRINH_DECIMAL_MAX_DECIMALS);
  result->decimals = (guint8) count_decimals (*result);

  return TRUE;
}

static __int128
divide_half_up (__int128 numerator,
                __int128 denominator)
{
  gboolean negative = (numerator < 0) != (denominator < 0);
  __int128 n = numerator < 0 ? -numerator : numerator;
  __int128 d = denominator < 0 ? -denominator : denominator;
  __int128 quotient = (2 * n + d) / (2 * d);

  return negative ? -quotient : quotient;
}

/**
 * trinh_decimal_parse_canonical:
 * @text: a number as the report file writes it
 * @decimal: (out): the number
 * @error: return location: SYNTAX, or RANGE with more digits than can be held
 *
 * Returns: %TRUE when @decimal was set
 */
gboolean
trinh_decimal_parse_canonical (const char *text,
                               TrinhDecimal *decimal,
                               GError **error)
{
  gboolean negative = FALSE;
  const char *whole = text;
  const char *fraction = NULL;
  size_t n_whole = 0;
  size_t n_fraction = 0;
  gint64 units = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (decimal != NULL, FALSE);

  negative = *whole == '-';
  whole += negative ? 1 : 0;
  n_whole = whole_length (whole);
  fraction = whole + n_whole;
  if (n_whole > 0 && *fraction == '.')
    n_fraction = strspn (++fraction, "0123456789");

  if (n_whole == 0 || fraction[n_fraction] != '\0' || (n_fraction == 0 && fraction[-1] == '.'))
    return refuse_syntax (text, error);
  if (n_whole > MAX_DIGITS || n_fraction > TRINH_DECIMAL_MAX_DECIMALS)
    return refuse_range (text, error);

  units = read_units (whole, n_whole, fraction, n_fraction);
  decimal->units = negative ? -units : units;
  decimal->decimals = (guint8) n_fraction;

  return TRUE;
}

char *
trinh_decimal_to_canonical (TrinhDecimal decimal)
{
  g_autofree char *fraction = write_fraction (decimal, count_decimals (decimal), ".");

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s",
                          decimal.units < 0 ? "-" : "",
                          magnitude (decimal.units) / TRINH_DECIMAL_SCALE,
                          fraction);
}

char *
trinh_decimal_format (TrinhDecimal decimal)
{
  g_autofree char *whole = write_grouped (magnitude (decimal.units) / TRINH_DECIMAL_SCALE);
  g_autofree char *fraction = write_fraction (decimal, count_decimals (decimal), ",");

  return g_strconcat (decimal.units < 0 ? "-" : "", whole, fraction, NULL);
}

char *
trinh_decimal_format_padded (TrinhDecimal decimal)
{
  g_autofree char *text = trinh_decimal_format (decimal);

  if (decimal.units > 0 && decimal.units < 10 * TRINH_DECIMAL_SCALE && strlen (text) == 1)
    return g_strconcat ("0", text, NULL);

  return g_steal_pointer (&text);
}

char *
trinh_decimal_format_with (TrinhDecimal decimal,
                           guint decimals)
{
  return trinh_decimal_format (trinh_decimal_round (decimal, decimals));
}

int
trinh_decimal_compare (TrinhDecimal a,
                       TrinhDecimal b)
{
  return (a.units > b.units) - (a.units < b.units);
}

gboolean
trinh_decimal_is_whole (TrinhDecimal decimal)
{
  return decimal.units % TRINH_DECIMAL_SCALE == 0;
}

TrinhDecimal
trinh_decimal_round (TrinhDecimal decimal,
                     guint decimals)
{
  guint kept = MIN (decimals, TRINH_DECIMAL_MAX_DECIMALS);
  gint64 step = powers[TRINH_DECIMAL_MAX_DECIMALS - kept];

  decimal.units = (gint64) (divide_half_up (decimal.units, step) * step);
  decimal.decimals = (guint8) kept;

  return decimal;
}

TrinhDecimal
trinh_decimal_truncate (TrinhDecimal decimal,
                        guint decimals)
{
  guint kept = MIN (decimals, TRINH_DECIMAL_MAX_DECIMALS);

  decimal.units -= decimal.units % powers[TRINH_DECIMAL_MAX_DECIMALS - kept];
  decimal.decimals = (guint8) kept;

  return decimal;
}

static gboolean
leans_to_zero (TrinhDecimal decimal,
               int lean)
{
  return (decimal.units > 0 && lean < 0) || (decimal.units < 0 && lean > 0);
}

TrinhDecimal
trinh_decimal_round_leaning (TrinhDecimal decimal,
                             int lean,
                             guint decimals)
{
  TrinhDecimal away = trinh_decimal_round (decimal, decimals);
  TrinhDecimal down = trinh_decimal_truncate (decimal, decimals);
  gboolean tie = away.units - decimal.units == decimal.units - down.units && away.units != down.units;

  return tie && leans_to_zero (decimal, lean) ? down : away;
}

TrinhDecimal
trinh_decimal_truncate_leaning (TrinhDecimal decimal,
                                int lean,
                                guint decimals)
{
  TrinhDecimal down = trinh_decimal_truncate (decimal, decimals);

  if (down.units == decimal.units && leans_to_zero (decimal, lean))
    down.units -= (decimal.units > 0 ? 1 : -1) * powers[TRINH_DECIMAL_MAX_DECIMALS - down.decimals];
  return down;
}

gboolean
trinh_decimal_add (TrinhDecimal a,
                   TrinhDecimal b,
                   TrinhDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return store_units ((__int128) a.units + b.units, MAX (a.decimals, b.decimals), result);
}

gboolean
trinh_decimal_subtract (TrinhDecimal a,
                        TrinhDecimal b,
                        TrinhDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  return store_units ((__int128) a.units - b.units, MAX (a.decimals, b.decimals), result);
}

gboolean
trinh_decimal_multiply (TrinhDecimal a,
                        TrinhDecimal b,
                        TrinhDecimal *result)
{
  __int128 product = (__int128) a.units * b.units;

  g_return_val_if_fail (result != NULL, FALSE);

  return store_units (divide_half_up (product, TRINH_DECIMAL_SCALE), 0, result);
}

gboolean
trinh_decimal_divide (TrinhDecimal a,
                      TrinhDecimal b,
                      TrinhDecimal *result)
{
  g_return_val_if_fail (result != NULL, FALSE);

  if (b.units == 0)
    return FALSE;

  return store_units (divide_half_up ((__int128) a.units * TRINH_DECIMAL_SCALE, b.units), 0, result);
}
