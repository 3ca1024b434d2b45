/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-regime.h"

/* What follows a period, in the words of a plan: after six months come "6 tháng cuối năm". */
static char *
dup_next_title (TrinhPeriod period)
{
  g_autofree char *name = NULL;
  TrinhPeriod next;
  guint year = period.year;

  switch (period.kind)
    {
    case TRINH_PERIOD_MONTH:
      name = g_strdup_printf ("%u-%02u", year + period.index / 12, period.index % 12 + 1);
      break;
    case TRINH_PERIOD_QUARTER:
      name = g_strdup_printf ("%u-Q%u", year + period.index / 4, period.index % 4 + 1);
      break;
    case TRINH_PERIOD_HALF:
      name = g_strdup_printf ("%u-H%u", year + period.index / 2, period.index % 2 + 1);
      break;
    case TRINH_PERIOD_YEAR:
      name = g_strdup_printf ("%u", year + 1);
      break;
    case TRINH_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("3 tháng cuối năm %u", year);
    case TRINH_PERIOD_AD_HOC:
    default:
      break;
    }

  if (name == NULL || !trinh_period_parse (name, &next, NULL))
    return g_strdup ("kỳ tiếp theo");
  return trinh_period_get_title (next);
}

static char *
dup_capitals (char *text)
{
  g_autofree char *lower = text;

  return g_utf8_strup (lower, -1);
}

/* %NULL: not a placeholder */
static char *
dup_value (const char *name,
           TrinhPeriod period,
           TrinhOffice *office)
{
  if (g_str_equal (name, "period"))
    return trinh_period_get_title (period);
  if (g_str_equal (name, "PERIOD"))
    return dup_capitals (trinh_period_get_title (period));
  if (g_str_equal (name, "year"))
    return g_strdup_printf ("%u", period.year);
  if (g_str_equal (name, "next-period"))
    return dup_next_title (period);
  if (g_str_equal (name, "NEXT-PERIOD"))
    return dup_capitals (dup_next_title (period));
  if (office == NULL)
    return NULL;
  if (g_str_equal (name, "office"))
    return g_strdup (trinh_office_get_name (office));
  if (g_str_equal (name, "OFFICE"))
    return g_utf8_strup (trinh_office_get_name (office), -1);
  if (g_str_equal (name, "locality"))
    return g_strdup (trinh_office_get_locality (office));
  if (g_str_equal (name, "LOCALITY"))
    return g_utf8_strup (trinh_office_get_locality (office), -1);
  return NULL;
}

char *
trinh_regime_expand (const char *text,
                     TrinhPeriod period,
                     TrinhOffice *office)
{
  g_autoptr (GString) expanded = g_string_new (NULL);
  const char *open, *close;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (office == NULL || TRINH_IS_OFFICE (office), NULL);

  while ((open = strchr (text, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *name = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *value = dup_value (name, period, office);

      g_string_append_len (expanded, text, open - text);
      if (value != NULL)
        g_string_append (expanded, value);
      /* "{{bm1:1}}" and the like belong to others: only the first sign is taken as it is. */
      else
        g_string_append_c (expanded, '{');
      text = value != NULL ? close + 1 : open + 1;
    }
  g_string_append (expanded, text);
  return g_strdup (expanded->str);
}
