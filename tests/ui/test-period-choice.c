/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-period-choice.h"

static guint32
day (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));

  return julian;
}

static TrinhRegime *
load_regime (TrinhRegimeLibrary **library)
{
  g_autoptr (GError) error = NULL;
  TrinhRegime *regime;

  *library = trinh_regime_library_new (NULL);
  regime = trinh_regime_library_load (*library, "bieu-mau-2022", &error);
  g_assert_no_error (error);

  return regime;
}

static const struct
{
  TrinhPeriodKind kind;
  guint year;
  guint index;
  const char *from;
  const char *to;
  const char *text;
} choices[] = {
  { TRINH_PERIOD_MONTH, 2022, 6, NULL, NULL, "2022-06" },
  { TRINH_PERIOD_MONTH, 2022, 12, NULL, NULL, "2022-12" },
  { TRINH_PERIOD_MONTH, 2022, 13, NULL, NULL, NULL },
  { TRINH_PERIOD_QUARTER, 2022, 1, NULL, NULL, "2022-Q1" },
  { TRINH_PERIOD_QUARTER, 2022, 5, NULL, NULL, NULL },
  { TRINH_PERIOD_HALF, 2022, 2, NULL, NULL, "2022-H2" },
  { TRINH_PERIOD_NINE_MONTHS, 2021, 0, NULL, NULL, "2021-9M" },
  { TRINH_PERIOD_YEAR, 2022, 0, NULL, NULL, "2022" },
  { TRINH_PERIOD_YEAR, 3000, 0, NULL, NULL, NULL },
  { TRINH_PERIOD_AD_HOC, 0, 0, "2022-05-03", "2022-05-20", "2022-05-03/2022-05-20" },
  { TRINH_PERIOD_AD_HOC, 0, 0, "2022-05-03", "2022-05-03", "2022-05-03/2022-05-03" },
  { TRINH_PERIOD_AD_HOC, 0, 0, "2022-05-20", "2022-05-03", NULL },
  { TRINH_PERIOD_AD_HOC, 0, 0, NULL, "2022-05-03", NULL },
};

static void
test_make (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      TrinhPeriod period;
      const gboolean made = trinh_period_choice_make (choices[i].kind, choices[i].year, choices[i].index, choices[i].from != NULL ? day (choices[i].from) : 0, choices[i].to != NULL ? day (choices[i].to) : 0, &period);
      g_autofree char *text = made ? trinh_period_to_string (period) : NULL;

      g_assert_cmpstr (text, ==, choices[i].text);
    }
}

static const struct
{
  const char *today;
  TrinhPeriodKind kind;
  const char *last;
} finished[] = {
  { "2022-06-14", TRINH_PERIOD_HALF, "2021-H2" },
  { "2022-06-15", TRINH_PERIOD_HALF, "2022-H1" },
  { "2022-07-01", TRINH_PERIOD_HALF, "2022-H1" },
  { "2022-06-15", TRINH_PERIOD_QUARTER, "2022-Q2" },
  { "2022-01-02", TRINH_PERIOD_QUARTER, "2021-Q4" },
  { "2022-06-15", TRINH_PERIOD_YEAR, "2021" },
  { "2022-12-31", TRINH_PERIOD_YEAR, "2022" },
  { "2022-06-15", TRINH_PERIOD_NINE_MONTHS, "2021-9M" },
  { "2022-09-15", TRINH_PERIOD_NINE_MONTHS, "2022-9M" },
  { "2022-03-31", TRINH_PERIOD_AD_HOC, "2022-02-01/2022-02-28" },
};

static void
test_last (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegime) regime = load_regime (&library);

  for (guint i = 0; i < G_N_ELEMENTS (finished); i++)
    {
      TrinhPeriod period;
      g_autofree char *text = NULL;

      g_assert_true (trinh_period_choice_find_last (regime, finished[i].kind, day (finished[i].today), &period));
      text = trinh_period_to_string (period);
      g_assert_cmpstr (text, ==, finished[i].last);
    }
}

static const struct
{
  const char *today;
  TrinhPeriodKind kind;
} kinds[] = {
  { "2022-03-20", TRINH_PERIOD_QUARTER },
  { "2022-06-15", TRINH_PERIOD_HALF },
  { "2022-09-20", TRINH_PERIOD_NINE_MONTHS },
  { "2023-01-05", TRINH_PERIOD_YEAR },
};

static void
test_kind (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegime) regime = load_regime (&library);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TrinhPeriodKind kind = TRINH_PERIOD_MONTH;

      g_assert_true (trinh_period_choice_find_kind (regime, day (kinds[i].today), &kind));
      g_assert_cmpint (kind, ==, kinds[i].kind);
    }
}

static const struct
{
  const char *text;
  const char *iso;
} dates[] = {
  { "2022-06-09", "2022-06-09" },
  { "09/6/2022", "2022-06-09" },
  { " 9.6.2022 ", "2022-06-09" },
  { "9-6-2022", "2022-06-09" },
  { "31/12/2022", "2022-12-31" },
  { "31/02/2022", NULL },
  { "6/2022", NULL },
  { "9/6/22", NULL },
  { "a/6/2022", NULL },
  { "9/6/2022/1", NULL },
  { "", NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      guint32 julian = 0;
      const gboolean read = trinh_period_choice_read_date (dates[i].text, &julian);
      g_autofree char *iso = read ? trinh_date_to_string (julian) : NULL;

      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_names (void)
{
  for (TrinhPeriodKind kind = TRINH_PERIOD_MONTH; kind <= TRINH_PERIOD_AD_HOC; kind++)
    {
      g_auto (GStrv) names = trinh_period_choice_dup_names (kind);

      g_assert_cmpuint (g_strv_length (names), ==, trinh_period_choice_count (kind));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/period-choice/make", test_make);
  g_test_add_func ("/period-choice/last", test_last);
  g_test_add_func ("/period-choice/kind", test_kind);
  g_test_add_func ("/period-choice/dates", test_dates);
  g_test_add_func ("/period-choice/names", test_names);

  return g_test_run ();
}
