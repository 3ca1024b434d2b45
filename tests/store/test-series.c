/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-report.h"
#include "trinh-store-numbers.h"

#define NAME "Báo cáo.pdf"

static TrinhEdit *
give_number (TrinhReport *report,
             const char *number,
             const char *date)
{
  TrinhEdit *edit = trinh_edit_new ("number");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member_string (edit, "number", number);
  trinh_edit_set_member_string (edit, "date", date);
  g_assert_true (trinh_report_apply (report, edit, &error));
  g_assert_no_error (error);
  return edit;
}

/* Two processes have one database: each saw that the number is free, and the one that writes second is refused whole. */
static void
test_two_processes (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhStore) second = trinh_store_open (fixture->path, &error);
  g_autoptr (TrinhReport) ours = helper_make_report (fixture, "2022-H1");
  g_autoptr (TrinhReport) theirs = helper_make_report (fixture, "2022-Q1");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  const TrinhStoreFile file = { NAME, "application/pdf", bytes };
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (TrinhEdit) their_edit = NULL;
  g_autoptr (TrinhReport) stored = NULL;
  g_autoptr (GPtrArray) numbers = NULL;

  g_assert_no_error (error);
  g_assert_true (trinh_store_import (fixture->store, ours, NULL, &error));
  g_assert_true (trinh_store_import (second, theirs, NULL, &error));
  edit = give_number (ours, "7", "2022-06-09");
  their_edit = give_number (theirs, "07", "2022-03-09");
  g_assert_true (trinh_store_check_number (fixture->store, ours, NULL, 0, &error));
  g_assert_true (trinh_store_check_number (second, theirs, NULL, 0, &error));
  g_assert_true (trinh_store_save_step (second, trinh_report_get_id (theirs), trinh_report_get_revision (theirs), their_edit, TRINH_STORE_NUMBER_FREE, NULL, 0, &error));
  g_assert_no_error (error);

  g_assert_false (trinh_store_save_step (fixture->store, trinh_report_get_id (ours), trinh_report_get_revision (ours), edit, TRINH_STORE_NUMBER_FREE, &file, 1, &error));
  g_assert_error (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER);
  g_clear_error (&error);
  g_assert_false (trinh_store_has_file (fixture->store, sha256));
  stored = helper_load (fixture, trinh_report_get_id (ours));
  g_assert_cmpstr (trinh_report_get_number (stored), ==, "");
  /* What the other process wrote is seen here, and what a signed file says is taken as it is. */
  numbers = trinh_store_list_numbers (fixture->store, ours, &error);
  g_assert_cmpuint (numbers->len, ==, 1);
  g_assert_cmpstr (numbers->pdata[0], ==, "07");
  g_assert_true (trinh_store_save_step (fixture->store, trinh_report_get_id (ours), trinh_report_get_revision (ours), edit, TRINH_STORE_NUMBER_ANY, &file, 1, &error));
  g_assert_no_error (error);
}

/* What is one series, and what is one number */
static void
test_series (StoreFixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *number;
    const char *date;
    gboolean is_free;
  } cases[] = {
    { "7", "2022-12-31", FALSE },
    { "007", "2022", FALSE },
    { "7a", "2022-06-09", TRUE },
    { "7A", "2022-06-09", TRUE },
    { "7", "2023-01-01", TRUE },
    { "", "2022-06-09", TRUE },
  };
  g_autoptr (TrinhReport) report = helper_make_report (fixture, "2022-Q1");
  g_autoptr (TrinhEdit) edit = give_number (report, "7", "2022-03-09");
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_store_import (fixture->store, report, NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) other = helper_make_report (fixture, "2022-H1");
      g_autoptr (TrinhEdit) given = give_number (other, cases[i].number, cases[i].date);

      g_test_message ("%s of %s", cases[i].number, cases[i].date);
      g_assert_cmpint (trinh_store_check_number (fixture->store, other, NULL, 0, &error), ==, cases[i].is_free);
      g_assert_cmpint (g_error_matches (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_NUMBER), ==, !cases[i].is_free);
      g_clear_error (&error);
    }
  g_assert_true (trinh_store_is_same_number ("15A", "015a"));
  g_assert_false (trinh_store_is_same_number ("15", "15a"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/series/two-processes", test_two_processes);
  ADD ("/series/one-number", test_series);
#undef ADD

  return g_test_run ();
}
