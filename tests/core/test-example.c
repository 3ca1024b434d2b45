/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* An office of the two-level order is set up by data alone. */

#include "config.h"

#include <string.h>

#include "trinh-calendar.h"
#include "trinh-regime-library.h"
#include "trinh-report.h"

static TrinhRegime *
load (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GError) error = NULL;
  TrinhRegime *regime = trinh_regime_library_load (library, "cap-xa-2025-vi-du", &error);

  g_assert_no_error (error);
  return regime;
}

/* An example says in its title that it is one, and no other does. */
static void
test_marked (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_auto (GStrv) ids = trinh_regime_library_list_ids (library);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, ids[i], NULL);

      g_assert_nonnull (regime);
      if (g_str_equal (ids[i], "cap-xa-2025-vi-du") || g_str_equal (ids[i], "bieu-mau-2022"))
        g_assert_cmpint (trinh_regime_get_example (regime), ==, !g_str_equal (ids[i], "bieu-mau-2022"));
      g_assert_cmpint (strstr (trinh_regime_get_title (regime), "(ví dụ)") != NULL, ==, trinh_regime_get_example (regime));
    }
}

static const struct
{
  const char *period;
  const char *from;
  const char *to;
  const char *deadline;
} dates[] = {
  /* the first of their kind begin with the new order */
  { "2025-07", "2025-07-01", "2025-07-14", "2025-07-15" },
  { "2025-Q3", "2025-07-01", "2025-09-14", "2025-09-15" },
  { "2025-9M", "2025-07-01", "2025-09-14", "2025-09-15" },
  { "2025-H2", "2025-07-01", "2025-12-14", "2025-12-15" },
  { "2025", "2025-07-01", "2025-12-14", "2025-12-15" },
  /* 14/11/2025 is a Friday */
  { "2025-11", "2025-10-15", "2025-11-14", "2025-11-17" },
  { "2026-Q3", "2026-06-15", "2026-09-14", "2026-09-15" },
  { "2026", "2025-12-15", "2026-12-14", "2026-12-15" },
  /* two working days: 20/3/2026 is a Friday */
  { "2026-03-02/2026-03-20", "2026-03-02", "2026-03-20", "2026-03-24" },
};

static void
assert_date (guint32 julian,
             const char *expected)
{
  g_autofree char *found = trinh_date_to_string (julian);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_calendar (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  g_autoptr (GArray) before = trinh_calendar_list_periods (regime, 2024);
  g_autoptr (GArray) first = trinh_calendar_list_periods (regime, 2025);
  g_autoptr (GArray) whole = trinh_calendar_list_periods (regime, 2026);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      TrinhPeriod period;
      guint32 from, to, deadline;

      g_assert_true (trinh_period_parse (dates[i].period, &period, NULL));
      trinh_regime_get_dates (regime, period, &from, &to, &deadline);
      assert_date (from, dates[i].from);
      assert_date (to, dates[i].to);
      assert_date (deadline, dates[i].deadline);
    }
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (first->len, ==, 6 + 2 + 1 + 1 + 1);
  g_assert_cmpuint (whole->len, ==, 12 + 4 + 2 + 1 + 1);
}

static const struct
{
  const char *office;
  const char *kind;
  const char *header;
  gboolean villages;
  gboolean quarters;
} offices[] = {
  { "UBND xã An Bình", "xã", "XÃ AN BÌNH", TRUE, FALSE },
  { "UBND phường An Bình", "phường", "PHƯỜNG AN BÌNH", FALSE, TRUE },
  { "UBND đặc khu An Bình", "đặc khu", "ĐẶC KHU AN BÌNH", TRUE, FALSE },
};

/* Each kind of office gets a report of its own name with the rows that are its own. */
static void
test_offices (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  TrinhForm *form = trinh_regime_find_form (regime, "vd-dvc");
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2025-H2", &period, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      g_autoptr (TrinhOffice) office = trinh_office_new_for_name (offices[i].office);
      g_autoptr (TrinhReport) report = trinh_report_new (regime, period, office);

      g_assert_cmpstr (trinh_office_get_kind (office), ==, offices[i].kind);
      g_assert_cmpstr (trinh_office_get_header (office)[1], ==, offices[i].header);
      g_assert_cmpstr (trinh_report_get_addressees (report)[0], ==, "UBND tỉnh (qua Sở Nội vụ)");
      g_assert_cmpint (trinh_form_row_applies_to (trinh_form_find_row (form, "4.2"), offices[i].kind), ==, offices[i].villages);
      g_assert_cmpint (trinh_form_row_applies_to (trinh_form_find_row (form, "4.3"), offices[i].kind), ==, offices[i].quarters);
    }
}

/* No word of the levels that are no more, nor of the district */
static void
test_words (void)
{
  g_autoptr (TrinhRegime) regime = load ();
  GListModel *forms = trinh_regime_get_forms (regime);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      for (guint j = 0; j < trinh_form_get_n_rows (form); j++)
        {
          const char *label = trinh_form_row_get_plain_label (trinh_form_get_row (form, j));

          g_assert_null (strstr (label, "mức độ"));
          g_assert_null (strstr (label, "huyện"));
        }
    }
  g_assert_cmpstr (trinh_regime_find_concept (regime, "procedures.online-full"), ==, "vd-dvc:1.2");
  g_assert_cmpstr (trinh_regime_find_concept (regime, "procedures.online-partial"), ==, "vd-dvc:2.1");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/example/marked", test_marked);
  g_test_add_func ("/example/calendar", test_calendar);
  g_test_add_func ("/example/offices", test_offices);
  g_test_add_func ("/example/words", test_words);
  return g_test_run ();
}
