/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The shipped calendar of public holidays, and what it does to deadlines. */

#include "config.h"

#include "data-folder.h"
#include "trinh-core.h"

static TrinhHolidays *
load_shipped (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "calendars", "vn.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_load (file, &error);
  GPtrArray *problems = NULL;
  TrinhHolidays *holidays;

  g_assert_no_error (error);
  holidays = trinh_holidays_load (document, &problems);
  g_assert_null (problems);
  g_assert_nonnull (holidays);

  return holidays;
}

static guint32
day (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));

  return julian;
}

static const struct
{
  const char *day;
  const char *name; /* NULL: none */
  gboolean working;
} days[] = {
  { "2023-01-01", "Tết Dương lịch", FALSE },
  { "2031-01-01", "Tết Dương lịch", FALSE }, /* of the same date every year */
  { "2023-01-19", NULL, TRUE },
  { "2023-01-20", "Tết Nguyên đán", FALSE }, /* first, within and last of several */
  { "2023-01-23", "Tết Nguyên đán", FALSE },
  { "2023-01-26", "Tết Nguyên đán", FALSE },
  { "2023-01-27", NULL, TRUE },
  { "2023-01-28", NULL, FALSE }, /* a Saturday */
  { "2025-04-07", "Giỗ Tổ Hùng Vương", FALSE },
  { "2024-04-07", NULL, FALSE },
  { "2024-04-18", "Giỗ Tổ Hùng Vương", FALSE },
  { "2030-02-02", "Tết Nguyên đán", FALSE }, /* a day before that of the Chinese calendar */
  { "2022-05-03", "Nghỉ bù Ngày Quốc tế lao động", FALSE },
  { "2025-05-02", NULL, TRUE },
  { "2025-09-02", "Quốc khánh", FALSE },
};

static void
test_days (void)
{
  g_autoptr (TrinhHolidays) holidays = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpstr (trinh_holidays_get_name (holidays, day (days[i].day)), ==, days[i].name);
      g_assert_cmpint (trinh_holidays_is_working_day (holidays, day (days[i].day)), ==, days[i].working);
    }
  g_assert_true (trinh_holidays_is_working_day (NULL, day ("2025-09-02")));
}

static const struct
{
  const char *periods;
  const char *period;
  const char *deadline;
  const char *warning; /* NULL: none */
} deadlines[] = {
  /* 14/02/2026 is the Saturday before Tết: the next working day is a Monday, nine days after. */
  { "{ \"kind\": \"month\" }", "2026-02", "2026-02-23", NULL },
  { "{ \"kind\": \"month\", \"deadline\": { \"working-days\": 2 } }", "2026-02", "2026-02-24", NULL },
  /* the cut-off itself is a holiday, the day after is not */
  { "{ \"kind\": \"month\" }", "2024-02", "2024-02-15", NULL },
  { "{ \"kind\": \"month\" }", "2026-03", "2026-03-16", NULL },
  /* a given day is kept, and told of */
  { "{ \"kind\": \"month\", \"deadline\": { \"month\": 0, \"day\": 30 } }", "2025-04", "2025-04-30", "Ngày Chiến thắng" },
  { "{ \"kind\": \"month\", \"deadline\": { \"month\": 0, \"day\": 29 } }", "2023-04", "2023-04-29", "Giỗ Tổ Hùng Vương" },
  { "{ \"kind\": \"month\", \"deadline\": { \"month\": 0, \"day\": 29 } }", "2025-04", "2025-04-29", NULL },
};

static void
test_deadlines (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      g_autoptr (DataFolder) folder = data_folder_new ();
      g_autoptr (TrinhRegime) regime = NULL;
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;
      TrinhPeriod period;
      guint32 deadline;

      data_folder_set_regime (folder, "\"forms\": [\"f1\"]", deadlines[i].periods);
      regime = trinh_regime_library_load (folder->library, "r1", &error);
      g_assert_no_error (error);
      g_assert_true (trinh_period_parse (deadlines[i].period, &period, NULL));
      trinh_regime_get_dates (regime, period, NULL, NULL, &deadline);
      found = trinh_date_to_string (deadline);
      g_assert_cmpstr (found, ==, deadlines[i].deadline);

      warnings = trinh_calendar_list_warnings (regime, period);
      g_assert_cmpuint (warnings->len, ==, deadlines[i].warning != NULL ? 1 : 0);
      if (deadlines[i].warning == NULL)
        continue;
      g_assert_cmpint (((TrinhCalendarWarning *) warnings->pdata[0])->doubt, ==, TRINH_CALENDAR_HOLIDAY);
      g_assert_nonnull (strstr (((TrinhCalendarWarning *) warnings->pdata[0])->message, deadlines[i].warning));
    }
  g_assert_cmpstr (trinh_calendar_doubt_to_nick (TRINH_CALENDAR_HOLIDAY), ==, "holiday");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/holidays/days", test_days);
  g_test_add_func ("/holidays/deadlines", test_deadlines);
  return g_test_run ();
}
