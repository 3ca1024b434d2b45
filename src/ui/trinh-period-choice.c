/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-period-choice.h"

guint
trinh_period_choice_count (TrinhPeriodKind kind)
{
  switch (kind)
    {
    case TRINH_PERIOD_MONTH:
      return 12;
    case TRINH_PERIOD_QUARTER:
      return 4;
    case TRINH_PERIOD_HALF:
      return 2;
    case TRINH_PERIOD_NINE_MONTHS:
    case TRINH_PERIOD_YEAR:
    case TRINH_PERIOD_AD_HOC:
    default:
      return 0;
    }
}

char *
trinh_period_choice_dup_name (TrinhPeriodKind kind,
                              guint index)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  g_return_val_if_fail (index > 0 && index <= trinh_period_choice_count (kind), NULL);

  if (kind == TRINH_PERIOD_MONTH)
    return g_strdup_printf (_ ("Month %u"), index);
  if (kind == TRINH_PERIOD_QUARTER)
    return g_strdup_printf (_ ("Quarter %s"), quarters[index - 1]);

  return g_strdup (index == 1 ? _ ("First six months") : _ ("Last six months"));
}

GArray *
trinh_period_choice_list_indexes (TrinhRegime *regime,
                                  TrinhPeriodKind kind,
                                  guint year)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint index = 1; index <= trinh_period_choice_count (kind); index++)
    {
      TrinhPeriod period;

      if (trinh_period_make (kind, year, index, &period) && trinh_regime_has_period (regime, period))
        g_array_append_val (indexes, index);
    }

  return indexes;
}

gboolean
trinh_period_choice_make (TrinhPeriodKind kind,
                          guint year,
                          guint index,
                          guint32 from,
                          guint32 to,
                          TrinhPeriod *period)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (kind != TRINH_PERIOD_AD_HOC)
    return trinh_period_make (kind, year, index, period);
  if (from == 0 || to == 0 || from > to)
    return FALSE;

  first = trinh_date_to_string (from);
  last = trinh_date_to_string (to);
  text = g_strconcat (first, "/", last, NULL);

  return trinh_period_parse (text, period, NULL);
}

/* The calendar month before the one that @today is in */
static gboolean
find_last_month (guint32 today,
                 TrinhPeriod *period)
{
  GDate first;
  GDate last;

  g_date_clear (&first, 1);
  g_date_set_julian (&first, today);
  g_date_set_day (&first, 1);
  last = first;
  g_date_subtract_days (&last, 1);
  g_date_subtract_months (&first, 1);

  return trinh_period_choice_make (TRINH_PERIOD_AD_HOC, 0, 0, g_date_get_julian (&first), g_date_get_julian (&last), period);
}

gboolean
trinh_period_choice_find_last (TrinhRegime *regime,
                               TrinhPeriodKind kind,
                               guint32 today,
                               TrinhPeriod *period)
{
  const guint n = trinh_period_choice_count (kind);
  GDate date;
  guint index;
  guint32 to, deadline;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (kind == TRINH_PERIOD_AD_HOC)
    return find_last_month (today, period);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, today);
  index = n > 0 ? ((guint) g_date_get_month (&date) - 1) / (12 / n) + 1 : 0;
  if (!trinh_period_choice_make (kind, g_date_get_year (&date), index, 0, 0, period))
    return FALSE;

  /* From the period of today back to one whose data are complete, or that should have been sent before they are:
   * a year at the most. */
  for (guint i = 0; i <= n + 1; i++)
    {
      trinh_regime_get_dates (regime, *period, NULL, &to, &deadline);
      if (MIN (to, deadline) < today && trinh_regime_has_period (regime, *period))
        return TRUE;
      if (!trinh_period_previous (*period, period))
        return FALSE;
    }

  return FALSE;
}

gboolean
trinh_period_choice_find_kind (TrinhRegime *regime,
                               guint32 today,
                               TrinhPeriodKind *kind)
{
  guint32 latest = 0;
  gboolean found = FALSE;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  /* From the short to the long: a longer one that ends on the same day wins. */
  for (TrinhPeriodKind i = TRINH_PERIOD_MONTH; i <= TRINH_PERIOD_AD_HOC; i++)
    {
      TrinhPeriod period;
      guint32 to = 0;

      if (!trinh_regime_has_period_kind (regime, i) || (i == TRINH_PERIOD_AD_HOC && found))
        continue;
      if (trinh_period_choice_find_last (regime, i, today, &period))
        trinh_regime_get_dates (regime, period, NULL, &to, NULL);
      if (found && to < latest)
        continue;
      found = TRUE;
      latest = to;
      *kind = i;
    }

  return found;
}

gboolean
trinh_period_choice_read_date (const char *text,
                               guint32 *julian)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  g_autofree char *iso = NULL;
  guint64 numbers[3];

  if (trinh_date_parse (stripped, julian))
    return TRUE;

  parts = g_strsplit_set (stripped, "/-.", 4);
  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  iso = g_strdup_printf ("%04u-%02u-%02u", (guint) numbers[2], (guint) numbers[1], (guint) numbers[0]);

  return trinh_date_parse (iso, julian);
}
