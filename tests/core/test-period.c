/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-error.h"
#include "trinh-period.h"

static TrinhPeriod
period (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrinhPeriod parsed = { 0 };

  trinh_period_parse (text, &parsed, &error);
  g_assert_no_error (error);

  return parsed;
}

static const struct
{
  const char *text;
  TrinhPeriodKind kind;
  const char *from;
  const char *to;
  const char *title;
  const char *short_title;
  const char *previous;
  const char *last_year;
} cases[] = {
  { "2022-06", TRINH_PERIOD_MONTH, "2022-06-01", "2022-06-30", "tháng 6 năm 2022", "T6/2022", "2022-05", "2021-06" },
  { "2024-01", TRINH_PERIOD_MONTH, "2024-01-01", "2024-01-31", "tháng 01 năm 2024", "T1/2024", "2023-12", "2023-01" },
  { "2024-02", TRINH_PERIOD_MONTH, "2024-02-01", "2024-02-29", "tháng 02 năm 2024", "T2/2024", "2024-01", "2023-02" },
  { "2022-12", TRINH_PERIOD_MONTH, "2022-12-01", "2022-12-31", "tháng 12 năm 2022", "T12/2022", "2022-11", "2021-12" },
  { "2022-Q1", TRINH_PERIOD_QUARTER, "2022-01-01", "2022-03-31", "Quý I năm 2022", "Quý I/2022", "2021-Q4", "2021-Q1" },
  { "2022-Q4", TRINH_PERIOD_QUARTER, "2022-10-01", "2022-12-31", "Quý IV năm 2022", "Quý IV/2022", "2022-Q3", "2021-Q4" },
  { "2022-H1", TRINH_PERIOD_HALF, "2022-01-01", "2022-06-30", "6 tháng đầu năm 2022", "6T/2022", "2021-H2", "2021-H1" },
  { "2022-H2", TRINH_PERIOD_HALF, "2022-07-01", "2022-12-31", "6 tháng cuối năm 2022", "6TC/2022", "2022-H1", "2021-H2" },
  { "2021-9M", TRINH_PERIOD_NINE_MONTHS, "2021-01-01", "2021-09-30", "9 tháng năm 2021", "9T/2021", "2020-9M", "2020-9M" },
  { "2022", TRINH_PERIOD_YEAR, "2022-01-01", "2022-12-31", "năm 2022", "2022", "2021", "2021" },
  { "1900", TRINH_PERIOD_YEAR, "1900-01-01", "1900-12-31", "năm 1900", "1900", NULL, NULL },
  { "1900-Q1", TRINH_PERIOD_QUARTER, "1900-01-01", "1900-03-31", "Quý I năm 1900", "Quý I/1900", NULL, NULL },
  { "2022-05-03/2022-05-20", TRINH_PERIOD_AD_HOC, "2022-05-03", "2022-05-20", "từ ngày 03 tháng 5 năm 2022 đến ngày 20 tháng 5 năm 2022", "03/5/2022–20/5/2022", NULL, NULL },
};

static void
assert_date (guint32 julian,
             const char *expected)
{
  g_autofree char *text = trinh_date_to_string (julian);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_neighbour (gboolean there,
                  TrinhPeriod neighbour,
                  const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (there, ==, expected != NULL);
  if (!there)
    return;
  text = trinh_period_to_string (neighbour);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (trinh_period_equal (neighbour, period (expected)));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrinhPeriod parsed = period (cases[i].text);
      TrinhPeriod other = { 0 };
      g_autofree char *text = trinh_period_to_string (parsed);
      g_autofree char *title = trinh_period_get_title (parsed);
      g_autofree char *short_title = trinh_period_get_short_title (parsed);
      gboolean there = FALSE;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (parsed.kind, ==, cases[i].kind);
      assert_date (parsed.from, cases[i].from);
      assert_date (parsed.to, cases[i].to);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (short_title, ==, cases[i].short_title);
      there = trinh_period_previous (parsed, &other);
      assert_neighbour (there, other, cases[i].previous);
      there = trinh_period_last_year (parsed, &other);
      assert_neighbour (there, other, cases[i].last_year);
    }
}

static const char *const refused[] = {
  "",
  "22",
  "1899",
  "3000",
  "20222",
  "2022-",
  "2022-0",
  "2022-00",
  "2022-13",
  "2022-6",
  "2022-006",
  "2022-Q0",
  "2022-Q5",
  "2022-q1",
  "2022-H0",
  "2022-H3",
  "2022-9m",
  "2022-6M",
  "2022/06",
  "06-2022",
  "2022-06-01",
  " 2022",
  "2022 ",
  "2022-Q1 ",
  "-2022",
  "2022-05-03/",
  "/2022-05-03",
  "2022-05-20/2022-05-03",
  "2022-02-30/2022-03-01",
  "2022-05-03/2022-05-04/2022-05-05",
  "2022-1a",
  "2022-20",
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      TrinhPeriod parsed;

      g_test_message ("“%s”", refused[i]);
      g_assert_false (trinh_period_parse (refused[i], &parsed, &error));
      g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
    }
}

/* By end, then the shorter one first */
static void
test_compare (void)
{
  static const char *const ordered[] = { "2021", "2022-05", "2022-06", "2022-H1", "2022-9M", "2022-12", "2022-Q4", "2022-H2", "2022" };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int expected = (i > j) - (i < j);

        g_assert_cmpint (trinh_period_compare (period (ordered[i]), period (ordered[j])), ==, expected);
        g_assert_cmpint (trinh_period_equal (period (ordered[i]), period (ordered[j])), ==, i == j);
      }
}

static void
test_kinds (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (TRINH_TYPE_PERIOD_KIND);

  for (TrinhPeriodKind kind = TRINH_PERIOD_MONTH; kind <= TRINH_PERIOD_AD_HOC; kind++)
    {
      TrinhPeriodKind back = TRINH_PERIOD_MONTH;

      g_assert_cmpstr (g_enum_get_value (kinds, (int) kind)->value_nick, ==, trinh_period_kind_to_nick (kind));
      g_assert_true (trinh_period_kind_from_nick (trinh_period_kind_to_nick (kind), &back));
      g_assert_cmpint (back, ==, kind);
      g_assert_cmpstr (trinh_period_kind_get_name (kind), !=, "");
    }
  g_assert_false (trinh_period_kind_from_nick ("week", &(TrinhPeriodKind) { 0 }));
}

static const struct
{
  const char *iso;
  const char *text;
  const char *long_text;
  gboolean weekend;
} dates[] = {
  { "2022-06-09", "09/6/2022", "ngày 09 tháng 6 năm 2022", FALSE },
  { "2021-12-28", "28/12/2021", "ngày 28 tháng 12 năm 2021", FALSE },
  { "2022-01-01", "01/01/2022", "ngày 01 tháng 01 năm 2022", TRUE },
  { "2022-02-27", "27/02/2022", "ngày 27 tháng 02 năm 2022", TRUE },
  { "2022-03-10", "10/3/2022", "ngày 10 tháng 3 năm 2022", FALSE },
  { "2024-02-29", "29/02/2024", "ngày 29 tháng 02 năm 2024", FALSE },
};

static void
test_dates (void)
{
  static const char *const wrong[] = { "", "2022", "2022-06", "2022-6-9", "2023-02-29", "2022-13-01", "2022-00-01", "2022-01-00", "09/06/2022", "2022-06-09 ", "2022-06-0a", "1899-12-31", "3000-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      guint32 julian = 0;
      g_autofree char *text = NULL;
      g_autofree char *long_text = NULL;

      g_assert_true (trinh_date_parse (dates[i].iso, &julian));
      assert_date (julian, dates[i].iso);
      text = trinh_date_format (julian);
      long_text = trinh_date_format_long (julian);
      g_assert_cmpstr (text, ==, dates[i].text);
      g_assert_cmpstr (long_text, ==, dates[i].long_text);
      g_assert_cmpint (trinh_date_is_weekend (julian), ==, dates[i].weekend);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (trinh_date_parse (wrong[i], &(guint32) { 0 }));
  assert_date (0, "");
}

/* Vietnam's day, whatever the clock of the machine says */
static void
test_today (void)
{
  g_autoptr (GDateTime) utc = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) vietnam = g_date_time_add_hours (utc, 7);
  g_autofree char *expected = g_date_time_format (vietnam, "%Y-%m-%d");

  assert_date (trinh_date_today (), expected);
}

static void
test_make (void)
{
  static const struct
  {
    TrinhPeriodKind kind;
    guint year;
    guint index;
    const char *text; /* NULL: there is none */
  } made[] = {
    { TRINH_PERIOD_MONTH, 2022, 12, "2022-12" },
    { TRINH_PERIOD_MONTH, 2022, 13, NULL },
    { TRINH_PERIOD_MONTH, 2022, 0, NULL },
    { TRINH_PERIOD_QUARTER, 2022, 4, "2022-Q4" },
    { TRINH_PERIOD_QUARTER, 2022, 5, NULL },
    { TRINH_PERIOD_QUARTER, 2022, G_MAXUINT, NULL },
    { TRINH_PERIOD_HALF, 2022, 2, "2022-H2" },
    { TRINH_PERIOD_HALF, 2022, 3, NULL },
    { TRINH_PERIOD_NINE_MONTHS, 2021, 0, "2021-9M" },
    { TRINH_PERIOD_NINE_MONTHS, 2021, 1, NULL },
    { TRINH_PERIOD_YEAR, 2022, 0, "2022" },
    { TRINH_PERIOD_YEAR, 2022, 1, NULL },
    { TRINH_PERIOD_YEAR, 1899, 0, NULL },
    { TRINH_PERIOD_AD_HOC, 2022, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      TrinhPeriod found = { 0 };
      const gboolean there = trinh_period_make (made[i].kind, made[i].year, made[i].index, &found);
      g_autofree char *text = there ? trinh_period_to_string (found) : NULL;

      g_assert_cmpstr (text, ==, made[i].text);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/period/cases", test_cases);
  g_test_add_func ("/period/refused", test_refused);
  g_test_add_func ("/period/compare", test_compare);
  g_test_add_func ("/period/kinds", test_kinds);
  g_test_add_func ("/period/dates", test_dates);
  g_test_add_func ("/period/today", test_today);
  g_test_add_func ("/period/make", test_make);

  return g_test_run ();
}
