/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-report.h"

#define N_YEARS 10

static void
fill (TrinhEdit *edit,
      TrinhForm *form)
{
  g_autoptr (TrinhValue) value = trinh_value_new ("1");

  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      if (trinh_form_row_get_kind (row) != TRINH_KIND_NONE)
        trinh_edit_set_value (edit, trinh_form_get_address (form, row, trinh_form_get_main_column (form)), value);
    }
}

static TrinhReport *
make_full_report (StoreFixture *fixture,
                  guint month)
{
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (fixture->library, "months", NULL);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autofree char *text = g_strdup_printf ("%u-%02u", 2015 + month / 12, 1 + month % 12);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  TrinhPeriod period;
  TrinhReport *report;

  g_assert_true (trinh_period_parse (text, &period, NULL));
  report = trinh_report_new (regime, period, office);
  for (guint i = 0; i < g_list_model_get_n_items (trinh_regime_get_forms (regime)); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (trinh_regime_get_forms (regime), i);

      fill (edit, form);
    }
  g_assert_true (trinh_report_apply (report, edit, NULL));
  return report;
}

/* Opening reads the table of reports alone, so that ten years cost no more than they show. */
static void
test_ten_years (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *n_values = NULL;
  g_autoptr (TrinhReport) loaded = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint month = 0; month < N_YEARS * 12; month++)
    {
      g_autoptr (TrinhReport) report = make_full_report (fixture, month);

      helper_import_report (fixture, report, TRUE);
      g_set_str (&id, trinh_report_get_id (report));
    }
  g_test_message ("%d reports imported in %.0f ms", N_YEARS * 12, (g_get_monotonic_time () - start) / 1e3);
  n_values = helper_dup_text (fixture->path, "SELECT count (*) FROM content WHERE kind = 'value'");
  g_clear_object (&fixture->store);

  start = g_get_monotonic_time ();
  store_fixture_reopen (fixture);
  g_test_minimized_result ((g_get_monotonic_time () - start) / 1e3, "%d reports with %s values open in %.1f ms", N_YEARS * 12, n_values, (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_store_get_entries (fixture->store)), ==, N_YEARS * 12);

  start = g_get_monotonic_time ();
  loaded = helper_load (fixture, id);
  g_test_message ("one of them loads in %.1f ms", (g_get_monotonic_time () - start) / 1e3);
  start = g_get_monotonic_time ();
  helper_save (fixture, loaded, helper_enter (loaded, "bm1:1", "2"));
  g_test_message ("an edit is on disk in %.1f ms", (g_get_monotonic_time () - start) / 1e3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/many/ten-years", StoreFixture, NULL, store_fixture_set_up, test_ten_years, store_fixture_tear_down);

  return g_test_run ();
}
