/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"

static char *
copy (Fixture *fixture,
      const char *title)
{
  g_autoptr (GError) error = NULL;
  char *id = trinh_session_copy_regime (fixture->session, "bieu-mau-2022", title, &error);

  g_assert_no_error (error);
  return id;
}

static void
set_symbol (Fixture *fixture,
            const char *id,
            const char *symbol)
{
  TrinhRegimeLibrary *library = trinh_session_get_library (fixture->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegimeDraft) draft = trinh_regime_draft_new (library, id, &error);

  g_assert_no_error (error);
  trinh_regime_draft_set_string (draft, "regime", NULL, 0, "symbol", symbol, FALSE);
  trinh_regime_draft_save (draft, library, &error);
  g_assert_no_error (error);
}

/* What a report was made with it keeps, on a second start and beside a newer report. */
static void
test_version (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *id = copy (fixture, "Báo cáo của xã A");
  g_autofree char *first_id = NULL;
  g_autoptr (TrinhWork) first = fixture_create (fixture, id, "2022-H1");
  g_autoptr (TrinhWork) second = NULL;
  g_autoptr (GError) error = NULL;
  TrinhRegime *regime;

  first_id = g_strdup (trinh_report_get_id (trinh_work_get_report (first)));
  set_symbol (fixture, id, "BC-MOI");
  second = fixture_create (fixture, id, "2022-H2");
  regime = trinh_report_get_regime (trinh_work_get_report (second));
  g_assert_cmpstr (trinh_regime_get_version (regime), ==, "2");
  g_assert_cmpstr (trinh_regime_get_symbol (regime), ==, "BC-MOI");
  /* the earlier report is still the one before */
  g_assert_nonnull (trinh_evaluation_get_reach (trinh_work_get_evaluation (second), TRINH_REACH_PREVIOUS));

  g_clear_object (&first);
  fixture_reopen (fixture);
  first = trinh_session_open_stored (fixture->session, first_id, &error);
  g_assert_no_error (error);
  regime = trinh_report_get_regime (trinh_work_get_report (first));
  g_assert_cmpstr (trinh_regime_get_version (regime), ==, "1");
  g_assert_cmpstr (trinh_regime_get_symbol (regime), ==, "BC-UBND");
  g_assert_null (trinh_report_get_other_version (trinh_work_get_report (first)));
}

static void
test_exchange (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *id = copy (fixture, "Báo cáo của xã B");
  g_autofree char *back = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GFile) file = fixture_get_file (fixture, "regime.json");
  g_autoptr (GFile) missing = fixture_get_file (fixture, "none.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  set_symbol (fixture, id, "BC-RIENG");
  g_assert_true (trinh_session_export_regime (fixture->session, id, file, &error));
  g_assert_no_error (error);
  problems = trinh_regime_library_check_file (trinh_session_get_library (fixture->session), file, &error);
  g_assert_cmpuint (problems->len, ==, 0);

  /* its id is taken: it gets another, and nothing is written over */
  back = trinh_session_import_regime (fixture->session, file, &error);
  g_assert_no_error (error);
  stripped = g_strconcat (id, "-2", NULL);
  g_assert_cmpstr (back, ==, stripped);

  /* its id is free: it is the same again */
  g_assert_true (trinh_session_delete_regime (fixture->session, id, &error));
  g_clear_pointer (&back, g_free);
  back = trinh_session_import_regime (fixture->session, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back, ==, id);

  g_assert_null (trinh_session_import_regime (fixture->session, missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (file, "{}", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  g_assert_null (trinh_session_import_regime (fixture->session, file, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *id = copy (fixture, "Báo cáo của xã C");
  g_autoptr (TrinhWork) work = fixture_create (fixture, id, "2022-H1");
  g_autoptr (GError) error = NULL;

  g_assert_false (trinh_session_delete_regime (fixture->session, id, &error));
  g_assert_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_IN_USE);
  g_assert_true (trinh_regime_library_is_own (trinh_session_get_library (fixture->session), id));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/regimes/version", Fixture, NULL, fixture_set_up, test_version, fixture_tear_down);
  g_test_add ("/regimes/exchange", Fixture, NULL, fixture_set_up, test_exchange, fixture_tear_down);
  g_test_add ("/regimes/delete", Fixture, NULL, fixture_set_up, test_delete, fixture_tear_down);
  return g_test_run ();
}
