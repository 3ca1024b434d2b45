/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-period.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/* Vietnam has had no summer time since long before the first report. */
#define VIETNAM_OFFSET (7 * 60 * 60)

static gboolean
set_julian (GDate *date,
            guint32 julian)
{
  g_date_clear (date, 1);
  if (!g_date_valid_julian (julian))
    return FALSE;
  g_date_set_julian (date, julian);

  return TRUE;
}

static guint
read_number (const char *text,
             size_t length)
{
  guint number = 0;

  for (size_t i = 0; i < length; i++)
    number = number * 10 + (guint) (text[i] - '0');

  return number;
}

gboolean
trinh_date_parse (const char *text,
                  guint32 *julian)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;
  GDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (julian != NULL, FALSE);

  if (strlen (text) != 10 || strspn (text, "0123456789") != 4 || text[4] != '-' || strspn (text + 5, "0123456789") != 2 || text[7] != '-' || strspn (text + 8, "0123456789") != 2)
    return FALSE;

  year = read_number (text, 4);
  month = read_number (text + 5, 2);
  day = read_number (text + 8, 2);
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *julian = g_date_get_julian (&date);

  return TRUE;
}

/* "" for no date, here and below */
char *
trinh_date_to_string (guint32 julian)
{
  GDate date;

  if (!set_julian (&date, julian))
    return g_strdup ("");

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
trinh_date_format (guint32 julian)
{
  GDate date;

  if (!set_julian (&date, julian))
    return g_strdup ("");

  return g_strdup_printf ("%02u/%s%u/%u",
                          g_date_get_day (&date),
                          g_date_get_month (&date) <= 2 ? "0" : "",
                          g_date_get_month (&date),
                          g_date_get_year (&date));
}

char *
trinh_date_format_long (guint32 julian)
{
  GDate date;

  if (!set_julian (&date, julian))
    return g_strdup ("");

  return g_strdup_printf ("ngày %02u tháng %s%u năm %u",
                          g_date_get_day (&date),
                          g_date_get_month (&date) <= 2 ? "0" : "",
                          g_date_get_month (&date),
                          g_date_get_year (&date));
}

guint32
trinh_date_today (void)
{
  g_autoptr (GTimeZone) vietnam = g_time_zone_new_offset (VIETNAM_OFFSET);
  g_autoptr (GDateTime) now = g_date_time_new_now (vietnam);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));

  return g_date_get_julian (&date);
}

gboolean
trinh_date_is_weekend (guint32 julian)
{
  GDate date;

  return set_julian (&date, julian) && g_date_get_weekday (&date) >= G_DATE_SATURDAY;
}
