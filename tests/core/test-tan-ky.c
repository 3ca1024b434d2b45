/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The guidance of UBND huyện Tân Kỳ (5/2023), as its own words give it: "trước ngày 28 tháng 2. Thời gian chốt
 * số liệu tính từ ngày 10 tháng 12 của năm trước kỳ báo cáo đến ngày 10 tháng 3 thuộc kỳ báo cáo." */

#include "config.h"

#include <string.h>

#include "trinh-calendar.h"
#include "trinh-regime-library.h"

static const struct
{
  const char *period;
  const char *from;
  const char *to;
  const char *deadline;
  const char *warnings; /* what and which days */
  const char *note;     /* a part of it */
} calendar[] = {
  { "2023-Q1",
    "2022-12-10",
    "2023-03-10",
    "2023-02-28",
    "estimate 2023-03-01 2023-03-10; shared 2022-12-10 2022-12-10; ",
    "trước ngày 04 tháng 3" },
  { "2023-H1",
    "2022-12-10",
    "2023-06-10",
    "2023-05-28",
    "estimate 2023-05-29 2023-06-10; shared 2022-12-10 2022-12-10; shared 2023-06-10 2023-06-10; weekend 2023-05-28 2023-05-28; ",
    "trước ngày 04 tháng 6" },
  { "2023-Q3",
    "2023-06-10",
    "2023-09-10",
    "2023-08-28",
    "estimate 2023-08-29 2023-09-10; shared 2023-06-10 2023-06-10; ",
    "trước ngày 04 tháng 9" },
  { "2023",
    "2022-12-10",
    "2023-12-10",
    "2023-11-28",
    "estimate 2023-11-29 2023-12-10; shared 2022-12-10 2022-12-10; shared 2023-12-10 2023-12-10; ",
    "trước ngày 04 tháng 12" },
};

static TrinhRegime *
load (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GError) error = NULL;
  TrinhRegime *regime = trinh_regime_library_load (library, "tan-ky-2023", &error);

  g_assert_no_error (error);
  return regime;
}

static void
assert_date (guint32 julian,
             const char *expected)
{
  g_autofree char *found = trinh_date_to_string (julian);

  g_assert_cmpstr (found, ==, expected);
}

static char *
describe_warnings (TrinhRegime *regime,
                   TrinhPeriod period)
{
  g_autoptr (GPtrArray) warnings = trinh_calendar_list_warnings (regime, period);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const TrinhCalendarWarning *warning = warnings->pdata[i];
      g_autofree char *from = trinh_date_to_string (warning->from);
      g_autofree char *to = trinh_date_to_string (warning->to);

      g_assert_cmpstr (warning->message, !=, "");
      g_string_append_printf (text, "%s %s %s; ", trinh_calendar_doubt_to_nick (warning->doubt), from, to);
    }
  return g_string_free_and_steal (text);
}

static void
test_calendar (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  g_autoptr (GArray) periods = trinh_calendar_list_periods (regime, 2023);

  g_assert_cmpuint (periods->len, ==, G_N_ELEMENTS (calendar));
  for (gsize i = 0; i < G_N_ELEMENTS (calendar); i++)
    {
      TrinhPeriod period = g_array_index (periods, TrinhPeriod, i);
      g_autofree char *name = trinh_period_to_string (period);
      g_autofree char *warnings = describe_warnings (regime, period);
      guint32 from, to, deadline;

      trinh_regime_get_dates (regime, period, &from, &to, &deadline);
      g_assert_cmpstr (name, ==, calendar[i].period);
      assert_date (from, calendar[i].from);
      assert_date (to, calendar[i].to);
      assert_date (deadline, calendar[i].deadline);
      g_assert_cmpstr (warnings, ==, calendar[i].warnings);
      g_assert_nonnull (strstr (trinh_regime_get_period_note (regime, period), calendar[i].note));
    }
}

/* The words of the warnings name the days, so that they can be read without the table. */
static void
test_words (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  g_autoptr (GPtrArray) warnings = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2023-H1", &period, NULL));
  warnings = trinh_calendar_list_warnings (regime, period);
  g_assert_cmpuint (warnings->len, ==, 4);
  g_assert_cmpstr (((TrinhCalendarWarning *) warnings->pdata[0])->message, ==, "Due on 28/5/2023, 13 days before the data end (10/6/2023): what happens after that has to be estimated (ước).");
  g_assert_cmpstr (((TrinhCalendarWarning *) warnings->pdata[1])->message, ==, "The day 10/12/2022 is also in the data of năm 2022: count what happens then only once.");
  g_assert_cmpstr (((TrinhCalendarWarning *) warnings->pdata[2])->message, ==, "The day 10/6/2023 is also in the data of Quý III năm 2023: count what happens then only once.");
}

static void
test_periods (void)
{
  static const struct
  {
    const char *period;
    gboolean there;
  } periods[] = {
    { "2023-Q1", TRUE },
    { "2023-Q2", FALSE },
    { "2023-Q3", TRUE },
    { "2023-Q4", FALSE },
    { "2023-H1", TRUE },
    { "2023-H2", FALSE },
    { "2023", TRUE },
    { "2023-9M", FALSE },
    { "2023-05", FALSE },
    { "2023-05-03/2023-05-20", TRUE },
  };
  g_autoptr (TrinhRegime) regime = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      TrinhPeriod period;

      g_assert_true (trinh_period_parse (periods[i].period, &period, NULL));
      g_assert_cmpint (trinh_regime_has_period (regime, period), ==, periods[i].there);
    }
}

static void
test_missing (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  guint n_of_communes = 0;

  g_assert_cmpuint (g_list_model_get_n_items (trinh_regime_get_forms (regime)), ==, 0);
  g_assert_cmpuint (trinh_regime_get_n_missing (regime), ==, 9);
  g_assert_cmpstr (trinh_regime_get_missing (regime, 0)->form, ==, "Phụ lục 1A");
  g_assert_cmpstr (trinh_regime_get_missing (regime, 7)->form, ==, "Biểu mẫu 6");
  g_assert_true (g_str_has_prefix (trinh_regime_get_missing (regime, 7)->who, "Phòng Tài chính - Kế hoạch"));
  for (guint i = 0; i < 9; i++)
    {
      g_assert_cmpstr (trinh_regime_get_missing (regime, i)->note, !=, "");
      n_of_communes += strstr (trinh_regime_get_missing (regime, i)->who, "UBND các xã, thị trấn") != NULL;
    }
  /* Communes fill in 1B and 1 to 7. */
  g_assert_cmpuint (n_of_communes, ==, 8);
  g_assert_false (trinh_regime_get_example (regime));
  g_assert_cmpstr (trinh_regime_get_delivery (regime)[0], ==, "Hệ thống I-Office");
}

/* Numbers as the guidance prints them, every item with its words */
static void
test_outline (void)
{
  static const char *const numbers =
    "I 1 2 3 4 II 1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.2 3 3.1 3.2 3.4 4 4.1 4.2 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 "
    "5 5.1 5.2 5.3 5.4 6 6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8 7 III 1 2 3 IV V ";
  g_autoptr (TrinhRegime) regime = load ();
  GListModel *items = trinh_outline_get_items (trinh_regime_get_outline (regime));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (items, i);

      if (trinh_outline_item_get_required (item))
        g_assert_cmpuint (strlen (trinh_outline_item_get_guidance (item)), >, 20);
      if (trinh_outline_item_get_role (item) == TRINH_OUTLINE_HEADING)
        g_string_append_printf (found, "%s ", trinh_outline_item_get_number (item));
    }
  g_assert_cmpstr (found->str, ==, numbers);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tan-ky/calendar", test_calendar);
  g_test_add_func ("/tan-ky/words", test_words);
  g_test_add_func ("/tan-ky/periods", test_periods);
  g_test_add_func ("/tan-ky/missing", test_missing);
  g_test_add_func ("/tan-ky/outline", test_outline);
  return g_test_run ();
}
