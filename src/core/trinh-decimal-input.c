/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-decimal.h"
#include "trinh-error.h"

#define MAX_RUNS 8
#define MAX_DIGITS 14

/* A typed number taken apart: runs of digits with single separators between them, ' ' for any space. */
typedef struct
{
  const char *text;
  gboolean negative;
  char *runs[MAX_RUNS];
  char separators[MAX_RUNS];
  guint n_runs;
} Typed;

static void
typed_clear (Typed *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed->runs); i++)
    g_clear_pointer (&typed->runs[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
refuse_syntax (Typed *typed,
               GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (typed->text, -1);

  if (*typed->text == '\0')
    g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("Nothing was typed; type a number like 1934 or 95,45"));
  else
    g_set_error (error,
                 TRINH_CORE_ERROR,
                 TRINH_CORE_ERROR_SYNTAX,
                 _ ("“%s” is not a number; type it like 1934, 1.934 or 95,45"),
                 shown);

  return FALSE;
}

static gboolean
refuse_range (Typed *typed,
              GError **error)
{
  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_RANGE,
               _ ("“%s” has too many digits; type at most 14 before and 4 after the comma"),
               typed->text);

  return FALSE;
}

/* The person chooses between @a and @b; the program never does. */
static gboolean
refuse_ambiguous (Typed *typed,
                  const char *a,
                  const char *b,
                  GError **error)
{
  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_AMBIGUOUS,
               _ ("“%s” can be read in two ways; type %s or %s"),
               typed->text,
               a,
               b);

  return FALSE;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR;
}

/* The text without spaces around it, the sign and the unit behind it. */
static char *
strip_unit (const char *text)
{
  static const char *const units[] = { "%", "đồng", "đ", "₫" };
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  const char *start = composed;
  const char *end = NULL;

  if (composed == NULL)
    return NULL;

  while (is_space (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    {
      size_t length = strlen (units[i]);

      if ((size_t) (end - start) > length && strncmp (end - length, units[i], length) == 0)
        {
          end -= length;
          break;
        }
    }
  while (end > start && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, (size_t) (end - start));
}

static char
separator_at (const char **place)
{
  gunichar c = g_utf8_get_char (*place);
  char separator = c == '.' || c == ',' ? (char) c : is_space (c) ? ' '
                                                                  : '\0';

  if (separator != '\0')
    *place = g_utf8_next_char (*place);

  return separator;
}

/* Leading zeros say nothing ("07"), but a group keeps its own. */
static gboolean
take_apart (Typed *typed)
{
  g_autofree char *body = strip_unit (typed->text);
  const char *place = body;

  if (body == NULL)
    return FALSE;

  typed->negative = *place == '-' || g_str_has_prefix (place, "−");
  if (typed->negative)
    place = g_utf8_next_char (place);

  while (typed->n_runs < MAX_RUNS)
    {
      size_t length = strspn (place, "0123456789");

      if (length == 0)
        return FALSE;
      typed->runs[typed->n_runs] = g_strndup (place, length);
      place += length;
      if (*place == '\0')
        return typed->n_runs++, TRUE;
      typed->separators[typed->n_runs] = separator_at (&place);
      if (typed->separators[typed->n_runs++] == '\0')
        return FALSE;
    }

  return FALSE;
}

/* Whether the first @n_runs are groups of thousands: "11 250 000", with one separator throughout. */
static gboolean
are_groups (Typed *typed,
            guint n_runs)
{
  if (n_runs > 1 && (strlen (typed->runs[0]) > 3 || typed->separators[0] == ','))
    return FALSE;

  for (guint i = 1; i < n_runs; i++)
    if (strlen (typed->runs[i]) != 3 || typed->separators[i - 1] != typed->separators[0])
      return FALSE;

  return TRUE;
}

static gboolean
finish (Typed *typed,
        guint n_whole,
        TrinhDecimal *decimal,
        GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *fraction = n_whole < typed->n_runs ? typed->runs[n_whole] : NULL;
  const char *whole = NULL;

  for (guint i = 0; i < n_whole; i++)
    g_string_append (digits, typed->runs[i]);
  whole = digits->str + strspn (digits->str, "0");

  if (strlen (whole) > MAX_DIGITS || (fraction != NULL && strlen (fraction) > TRINH_DECIMAL_MAX_DECIMALS))
    return refuse_range (typed, error);

  g_autofree char *canonical = g_strconcat (typed->negative ? "-" : "",
                                            *whole != '\0' ? whole : "0",
                                            fraction != NULL ? "." : "",
                                            fraction,
                                            NULL);

  return trinh_decimal_parse_canonical (canonical, decimal, error);
}

/* "1,934" is 1,934 here and 1934 to whoever is used to English; "1934.567" may miss a dot or mean a comma. */
static gboolean
refuse_three (Typed *typed,
              GError **error)
{
  const char *sign = typed->negative ? "-" : "";
  g_autofree char *whole = g_strconcat (sign, typed->runs[0], typed->runs[1], NULL);
  g_autofree char *fraction = g_strconcat (sign, typed->runs[0], ",", typed->runs[1], "0", NULL);

  return refuse_ambiguous (typed, whole, fraction, error);
}

static gboolean
read_comma (Typed *typed,
            TrinhDecimal *decimal,
            GError **error)
{
  guint n_whole = typed->n_runs - 1;
  const char *first = typed->runs[0];

  if (!are_groups (typed, n_whole))
    return refuse_syntax (typed, error);
  if (n_whole == 1 && strlen (typed->runs[1]) == 3 && strlen (first) <= 3 && *first != '0')
    return refuse_three (typed, error);

  return finish (typed, n_whole, decimal, error);
}

static gboolean
read_point (Typed *typed,
            TrinhDecimal *decimal,
            GError **error)
{
  gboolean three = strlen (typed->runs[1]) == 3;
  gboolean group = three && *typed->runs[0] != '0';

  if (group && strlen (typed->runs[0]) > 3)
    return refuse_three (typed, error);
  if (three && !group && strlen (typed->runs[0]) > 1)
    return refuse_three (typed, error);

  return finish (typed, group ? 2 : 1, decimal, error);
}

gboolean
trinh_decimal_parse (const char *text,
                     TrinhDecimal *decimal,
                     GError **error)
{
  g_auto (Typed) typed = { .text = text };
  guint last = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (decimal != NULL, FALSE);

  if (!take_apart (&typed))
    return refuse_syntax (&typed, error);

  last = typed.n_runs - 1;
  if (last > 0 && typed.separators[last - 1] == ',')
    return read_comma (&typed, decimal, error);
  if (last == 1 && typed.separators[0] == '.')
    return read_point (&typed, decimal, error);
  if (are_groups (&typed, typed.n_runs))
    return finish (&typed, typed.n_runs, decimal, error);
  /* "11 250.5": grouped by spaces, so the dot can only begin decimals */
  if (last > 1 && typed.separators[last - 1] == '.' && typed.separators[0] == ' ' && are_groups (&typed, last) && strlen (typed.runs[last]) != 3)
    return finish (&typed, last, decimal, error);

  return refuse_syntax (&typed, error);
}
