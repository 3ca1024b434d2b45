/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-board-settings.h"
#include "trinh-regime-rows.h"

#define REGIME "tan-ky-2023"

typedef struct
{
  char *folder;
  TrinhSession *session;
  TrinhRegimeRows *rows;
  TrinhOffice *office;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = helper_new_session (&fixture->folder);
  fixture->rows = g_object_ref_sink (g_object_new (TRINH_TYPE_REGIME_ROWS, NULL));
  fixture->office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  trinh_regime_rows_set_session (fixture->rows, fixture->session, helper_day ("2023-06-20"));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->rows);
  g_assert_finalize_object (fixture->office);
  g_assert_finalize_object (fixture->session);
  helper_remove_folder (fixture->folder);
}

static AdwExpanderRow *
find_row (Fixture *fixture)
{
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (fixture->session), REGIME, NULL);
  AdwExpanderRow *row;

  for (guint i = 0; (row = helper_find (fixture->rows, ADW_TYPE_EXPANDER_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), trinh_regime_get_title (regime)))
      return row;

  return NULL;
}

static guint32
get_from (Fixture *fixture)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (fixture->session);

  return trinh_board_settings_get_from (settings, fixture->office, REGIME);
}

/* Without an office there is nobody to report. */
static void
test_no_office (Fixture *fixture,
                gconstpointer data)
{
  AdwExpanderRow *row = find_row (fixture);

  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_cmpuint (get_from (fixture), ==, 0);

  trinh_regime_rows_set_office (fixture->rows, fixture->office);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_false (adw_expander_row_get_enable_expansion (row));
}

/* From this year on when it is chosen, from another when that is said, and no longer */
static void
test_kept (Fixture *fixture,
           gconstpointer data)
{
  AdwExpanderRow *row = find_row (fixture);
  AdwSpinRow *year = helper_find (row, ADW_TYPE_SPIN_ROW, 0);

  trinh_regime_rows_set_office (fixture->rows, fixture->office);
  adw_expander_row_set_enable_expansion (row, TRUE);
  g_assert_cmpuint (get_from (fixture), ==, helper_day ("2023-01-01"));
  adw_spin_row_set_value (year, 2021);
  g_assert_cmpuint (get_from (fixture), ==, helper_day ("2021-01-01"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "Reports that end on 01/01/2021 or later");
  adw_expander_row_set_enable_expansion (row, FALSE);
  g_assert_cmpuint (get_from (fixture), ==, 0);
  g_assert_cmpstr (adw_expander_row_get_subtitle (row), ==, "");
}

/* Each office has its own; looking at one changes nothing of the other. */
static void
test_offices (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhOffice) other = trinh_office_new_for_name ("UBND thị trấn Bút Sơn");
  AdwExpanderRow *row = find_row (fixture);
  AdwSpinRow *year = helper_find (row, ADW_TYPE_SPIN_ROW, 0);

  trinh_regime_rows_set_office (fixture->rows, fixture->office);
  adw_expander_row_set_enable_expansion (row, TRUE);
  adw_spin_row_set_value (year, 2022);
  trinh_regime_rows_set_office (fixture->rows, other);
  g_assert_false (adw_expander_row_get_enable_expansion (row));
  g_assert_cmpuint (get_from (fixture), ==, helper_day ("2022-01-01"));

  trinh_regime_rows_set_office (fixture->rows, fixture->office);
  g_assert_true (adw_expander_row_get_enable_expansion (row));
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (year), 2022, 0.1);
}

#define ADD(name, func) g_test_add ("/regime-rows/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  ADD ("no-office", test_no_office);
  ADD ("kept", test_kept);
  ADD ("offices", test_offices);

  return g_test_run ();
}
