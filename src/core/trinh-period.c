/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-period.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

static const char *const kind_nicks[] = { "month", "quarter", "half", "nine-months", "year", "ad-hoc" };
static const char *const quarters[] = { "I", "II", "III", "IV" };

GType
trinh_period_kind_get_type (void)
{
  static GType type = 0;

  if (g_once_init_enter_pointer (&type))
    {
      static const GEnumValue values[] = {
        { TRINH_PERIOD_MONTH, "TRINH_PERIOD_MONTH", "month" },
        { TRINH_PERIOD_QUARTER, "TRINH_PERIOD_QUARTER", "quarter" },
        { TRINH_PERIOD_HALF, "TRINH_PERIOD_HALF", "half" },
        { TRINH_PERIOD_NINE_MONTHS, "TRINH_PERIOD_NINE_MONTHS", "nine-months" },
        { TRINH_PERIOD_YEAR, "TRINH_PERIOD_YEAR", "year" },
        { TRINH_PERIOD_AD_HOC, "TRINH_PERIOD_AD_HOC", "ad-hoc" },
        { 0, NULL, NULL },
      };

      g_once_init_leave_pointer (&type, g_enum_register_static ("TrinhPeriodKind", values));
    }

  return type;
}

static guint32
julian (guint year,
        guint month,
        guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static guint
count_months (TrinhPeriodKind kind)
{
  static const guint months[] = { 1, 3, 6, 9, 12 };

  return months[kind];
}

/* Fills the days of @kind; %FALSE where the year or the index is none. */
static gboolean
period_init (TrinhPeriod *period,
             TrinhPeriodKind kind,
             guint year,
             guint index)
{
  guint n_months = count_months (kind);
  guint first = index > 0 ? (index - 1) * n_months + 1 : 1;
  guint last = first + n_months - 1;

  if (year < FIRST_YEAR || year > LAST_YEAR || last > 12)
    return FALSE;

  *period = (TrinhPeriod) {
    .kind = kind,
    .year = (guint16) year,
    .index = (guint8) index,
    .from = julian (year, first, 1),
    .to = julian (year, last, g_date_get_days_in_month ((GDateMonth) last, (GDateYear) year)),
  };

  return TRUE;
}

static gboolean
parse_ad_hoc (const char *text,
              TrinhPeriod *period)
{
  g_auto (GStrv) days = g_strsplit (text, "/", 3);
  guint32 from = 0;
  guint32 to = 0;
  GDate date;

  if (g_strv_length (days) != 2 || !trinh_date_parse (days[0], &from) || !trinh_date_parse (days[1], &to) || from > to)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, to);
  *period = (TrinhPeriod) { TRINH_PERIOD_AD_HOC, g_date_get_year (&date), 0, from, to };

  return TRUE;
}

/* What stands behind the year: "-06", "-Q1", "-H2", "-9M" or nothing */
static gboolean
parse_part (const char *part,
            guint year,
            TrinhPeriod *period)
{
  size_t length = strlen (part);

  if (length == 0)
    return period_init (period, TRINH_PERIOD_YEAR, year, 0);
  if (length != 3 || part[0] != '-')
    return FALSE;
  if (g_str_equal (part, "-9M"))
    return period_init (period, TRINH_PERIOD_NINE_MONTHS, year, 0);
  if (!g_ascii_isdigit (part[2]) || (part[1] != '1' && part[2] == '0'))
    return FALSE;
  if (part[1] == 'Q')
    return period_init (period, TRINH_PERIOD_QUARTER, year, (guint) g_ascii_digit_value (part[2]));
  if (part[1] == 'H')
    return period_init (period, TRINH_PERIOD_HALF, year, (guint) g_ascii_digit_value (part[2]));
  if (part[1] != '0' && part[1] != '1')
    return FALSE;

  return period_init (period, TRINH_PERIOD_MONTH, year, (guint) (g_ascii_digit_value (part[1]) * 10 + g_ascii_digit_value (part[2])));
}

const char *
trinh_period_kind_to_nick (TrinhPeriodKind kind)
{
  g_return_val_if_fail (kind <= TRINH_PERIOD_AD_HOC, NULL);

  return kind_nicks[kind];
}

gboolean
trinh_period_kind_from_nick (const char *nick,
                             TrinhPeriodKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_nicks); i++)
    {
      if (g_str_equal (nick, kind_nicks[i]))
        {
          *kind = (TrinhPeriodKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
trinh_period_kind_get_name (TrinhPeriodKind kind)
{
  switch (kind)
    {
    case TRINH_PERIOD_MONTH:
      return _ ("Monthly");
    case TRINH_PERIOD_QUARTER:
      return _ ("Quarterly");
    case TRINH_PERIOD_HALF:
      return _ ("Half-yearly");
    case TRINH_PERIOD_NINE_MONTHS:
      return _ ("Nine months");
    case TRINH_PERIOD_YEAR:
      return _ ("Yearly");
    case TRINH_PERIOD_AD_HOC:
      return _ ("Ad hoc");
    default:
      g_return_val_if_reached ("");
    }
}

gboolean
trinh_period_make (TrinhPeriodKind kind,
                   guint year,
                   guint index,
                   TrinhPeriod *period)
{
  const gboolean indexed = kind <= TRINH_PERIOD_HALF;

  g_return_val_if_fail (period != NULL, FALSE);

  return kind < TRINH_PERIOD_AD_HOC && indexed == (index > 0) && index <= 12 && period_init (period, kind, year, index);
}

/**
 * trinh_period_parse:
 * @text: "2022-06", "2022-Q1", "2022-H1", "2021-9M", "2022" or "2022-05-03/2022-05-20"
 * @period: (out): the period
 * @error: return location: UNKNOWN
 *
 * Returns: %TRUE when @period was set
 */
gboolean
trinh_period_parse (const char *text,
                    TrinhPeriod *period,
                    GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (strchr (text, '/') != NULL ? parse_ad_hoc (text, period)
                                 : strspn (text, "0123456789") == 4 && parse_part (text + 4, (guint) g_ascii_strtoull (text, NULL, 10), period))
    return TRUE;

  g_set_error (error,
               TRINH_CORE_ERROR,
               TRINH_CORE_ERROR_UNKNOWN,
               _ ("“%s” is not a period; write 2022-06 for a month, 2022-Q1 for a quarter, 2022-H1 for six months, "
                  "2021-9M for nine months, 2022 for a year or 2022-05-03/2022-05-20 from one day to another"),
               text);

  return FALSE;
}

char *
trinh_period_to_string (TrinhPeriod period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  switch (period.kind)
    {
    case TRINH_PERIOD_MONTH:
      return g_strdup_printf ("%04u-%02u", period.year, period.index);
    case TRINH_PERIOD_QUARTER:
      return g_strdup_printf ("%04u-Q%u", period.year, period.index);
    case TRINH_PERIOD_HALF:
      return g_strdup_printf ("%04u-H%u", period.year, period.index);
    case TRINH_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("%04u-9M", period.year);
    case TRINH_PERIOD_YEAR:
      return g_strdup_printf ("%04u", period.year);
    case TRINH_PERIOD_AD_HOC:
      from = trinh_date_to_string (period.from);
      to = trinh_date_to_string (period.to);
      return g_strdup_printf ("%s/%s", from, to);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
trinh_period_get_title (TrinhPeriod period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  switch (period.kind)
    {
    case TRINH_PERIOD_MONTH:
      /* Nghị định 30/2020/NĐ-CP: only months 1 and 2 get a leading zero */
      return g_strdup_printf ("tháng %s%u năm %u", period.index <= 2 ? "0" : "", period.index, period.year);
    case TRINH_PERIOD_QUARTER:
      return g_strdup_printf ("Quý %s năm %u", quarters[period.index - 1], period.year);
    case TRINH_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %u", period.index == 1 ? "đầu" : "cuối", period.year);
    case TRINH_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("9 tháng năm %u", period.year);
    case TRINH_PERIOD_YEAR:
      return g_strdup_printf ("năm %u", period.year);
    case TRINH_PERIOD_AD_HOC:
      from = trinh_date_format_long (period.from);
      to = trinh_date_format_long (period.to);
      return g_strdup_printf ("từ %s đến %s", from, to);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
trinh_period_get_short_title (TrinhPeriod period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  switch (period.kind)
    {
    case TRINH_PERIOD_MONTH:
      return g_strdup_printf ("T%u/%u", period.index, period.year);
    case TRINH_PERIOD_QUARTER:
      return g_strdup_printf ("Quý %s/%u", quarters[period.index - 1], period.year);
    case TRINH_PERIOD_HALF:
      return g_strdup_printf ("%s/%u", period.index == 1 ? "6T" : "6TC", period.year);
    case TRINH_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("9T/%u", period.year);
    case TRINH_PERIOD_YEAR:
      return g_strdup_printf ("%u", period.year);
    case TRINH_PERIOD_AD_HOC:
      from = trinh_date_format (period.from);
      to = trinh_date_format (period.to);
      return g_strdup_printf ("%s–%s", from, to);
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
trinh_period_equal (TrinhPeriod a,
                    TrinhPeriod b)
{
  return a.kind == b.kind && a.from == b.from && a.to == b.to;
}

int
trinh_period_compare (TrinhPeriod a,
                      TrinhPeriod b)
{
  if (a.to != b.to)
    return a.to < b.to ? -1 : 1;

  return (a.from < b.from) - (a.from > b.from);
}

gboolean
trinh_period_previous (TrinhPeriod period,
                       TrinhPeriod *previous)
{
  g_return_val_if_fail (previous != NULL, FALSE);

  if (period.kind == TRINH_PERIOD_AD_HOC)
    return FALSE;
  if (period.index > 1)
    return period_init (previous, period.kind, period.year, period.index - 1);

  return period_init (previous, period.kind, period.year - 1, period.index > 0 ? 12 / count_months (period.kind) : 0);
}

gboolean
trinh_period_last_year (TrinhPeriod period,
                        TrinhPeriod *last_year)
{
  g_return_val_if_fail (last_year != NULL, FALSE);

  if (period.kind == TRINH_PERIOD_AD_HOC)
    return FALSE;

  return period_init (last_year, period.kind, period.year - 1, period.index);
}
