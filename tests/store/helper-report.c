/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-report.h"

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "store", NULL);

  fixture->folder = helper_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "trinhky.db", NULL);
  fixture->library = trinh_regime_library_new ((const char *const[]) { folder, NULL });
  fixture->store = trinh_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  if (fixture->store != NULL)
    {
      g_auto (GStrv) problems = NULL;
      g_autoptr (GError) error = NULL;

      /* Whatever a test did, what it leaves is sound. */
      trinh_store_check (fixture->store, &problems, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (problems[0], ==, NULL);
    }
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->library);
  helper_remove_folder (fixture->folder);
  g_free (fixture->path);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = trinh_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

TrinhReport *
helper_make_report (StoreFixture *fixture,
                    const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (fixture->library, "store", &error);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  TrinhPeriod parsed;

  g_assert_no_error (error);
  g_assert_true (trinh_period_parse (period, &parsed, NULL));
  return trinh_report_new (regime, parsed, office);
}

TrinhReport *
helper_read_report (StoreFixture *fixture,
                    GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "test.trinhky", &error);
  TrinhReport *report;

  g_assert_no_error (error);
  report = trinh_report_load (document, fixture->library, &error);
  g_assert_no_error (error);
  return report;
}

TrinhReport *
helper_load (StoreFixture *fixture,
             const char *id)
{
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_store_load (fixture->store, id, fixture->library, &error);

  g_assert_no_error (error);
  return report;
}

char *
helper_dup_file (TrinhReport *report)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

TrinhEdit *
helper_enter (TrinhReport *report,
              const char *address,
              const char *text)
{
  g_autoptr (TrinhValue) value = text != NULL ? trinh_value_new (text) : NULL;
  g_autoptr (GError) error = NULL;
  TrinhEdit *edit = trinh_edit_new_value ("value", address, value);

  trinh_edit_set_author (edit, "Nguyễn Thị Lan");
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
  return edit;
}

void
helper_save (StoreFixture *fixture,
             TrinhReport *report,
             TrinhEdit *edit)
{
  g_autoptr (GError) error = NULL;

  trinh_store_save_edit (fixture->store, trinh_report_get_id (report), trinh_report_get_revision (report), edit, &error);
  g_assert_no_error (error);
  trinh_edit_unref (edit);
}

void
helper_import_report (StoreFixture *fixture,
                      TrinhReport *report,
                      gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = !expected;

  trinh_store_import (fixture->store, report, &changed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed, ==, expected);
}

const char *
helper_get_text (TrinhReport *report,
                 const char *address)
{
  return trinh_value_get_text (trinh_report_get_value (report, address));
}

guint
helper_count_journal (StoreFixture *fixture,
                      const char *id,
                      const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) rows = trinh_store_list_journal (fixture->store, id, target, 0, &error);

  g_assert_no_error (error);
  return json_array_get_length (json_node_get_array (rows));
}
