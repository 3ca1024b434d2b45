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

static const struct
{
  const char *regime;
  TrinhPeriodKind kind;
  const char *names;
} offered[] = {
  { "bieu-mau-2022", TRINH_PERIOD_QUARTER, "Quarter I; Quarter II; Quarter III; Quarter IV; " },
  { "bieu-mau-2022", TRINH_PERIOD_HALF, "First six months; Last six months; " },
  { "bieu-mau-2022", TRINH_PERIOD_MONTH, "" },
  { "bieu-mau-2022", TRINH_PERIOD_YEAR, "" },
  { "thang-2024", TRINH_PERIOD_MONTH, "Month 1; Month 2; Month 3; Month 4; Month 5; Month 6; Month 7; Month 8; Month 9; Month 10; Month 11; Month 12; " },
  { "tan-ky-2023", TRINH_PERIOD_QUARTER, "Quarter I; Quarter III; " },
  { "tan-ky-2023", TRINH_PERIOD_HALF, "First six months; " },
  { "tan-ky-2023", TRINH_PERIOD_AD_HOC, "" },
};

static void
test_names (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, offered[i].regime, &error);
      g_autoptr (GArray) indexes = NULL;
      g_autoptr (GString) names = g_string_new (NULL);

      g_assert_no_error (error);
      indexes = trinh_period_choice_list_indexes (regime, offered[i].kind, 2023);
      for (guint j = 0; j < indexes->len; j++)
        {
          g_autofree char *name = trinh_period_choice_dup_name (offered[i].kind, g_array_index (indexes, guint, j));

          g_string_append_printf (names, "%s; ", name);
        }
      g_assert_cmpstr (names->str, ==, offered[i].names);
    }
}

/* A quarter that the calendar does not have is passed over; one that is due before its data end counts when it is due. */
static void
test_last_of_few (void)
{
  static const struct
  {
    const char *today;
    TrinhPeriodKind kind;
    const char *last;
  } cases[] = {
    { "2023-02-28", TRINH_PERIOD_QUARTER, "2022-Q3" },
    { "2023-03-01", TRINH_PERIOD_QUARTER, "2023-Q1" },
    { "2023-07-15", TRINH_PERIOD_QUARTER, "2023-Q1" },
    { "2023-12-31", TRINH_PERIOD_QUARTER, "2023-Q3" },
    { "2023-12-31", TRINH_PERIOD_HALF, "2023-H1" },
    { "2023-11-29", TRINH_PERIOD_YEAR, "2023" },
  };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "tan-ky-2023", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrinhPeriod period;
      g_autofree char *text = NULL;

      g_assert_true (trinh_period_choice_find_last (regime, cases[i].kind, day (cases[i].today), &period));
      text = trinh_period_to_string (period);
      g_assert_cmpstr (text, ==, cases[i].last);
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
  g_test_add_func ("/period-choice/last-of-few", test_last_of_few);

  return g_test_run ();
}
