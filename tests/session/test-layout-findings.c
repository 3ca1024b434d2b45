/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "fixture.h"
#include "trinh-layout-findings.h"

/* Until the list has @n findings, for a minute at most */
static void
wait_for (TrinhLayoutFindings *list,
          guint n)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

static void
set_text (TrinhReport *report,
          const char *text)
{
  g_autoptr (TrinhSection) section = g_list_model_get_item (trinh_report_get_sections (report), 1);
  g_autoptr (TrinhSection) changed = trinh_section_with_text (section, text, FALSE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_section (edit, changed);
  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

/* The list follows the report while somebody looks at it, and goes without waiting for anything. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "dong-son-2024-06.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  TrinhLayoutFindings *list;

  g_assert_no_error (error);
  evaluation = trinh_evaluation_new (report);
  list = trinh_layout_findings_new (evaluation);
  set_text (report, "Chữ\001 lạ");
  wait_for (list, 0);
  trinh_layout_findings_set_active (list, TRUE);
  wait_for (list, 1);
  {
    g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (list), 0);

    g_assert_cmpstr (trinh_finding_get_rule (finding), ==, "layout-letter");
  }
  set_text (report, "Chữ quen");
  wait_for (list, 0);
  set_text (report, "Chữ\002 lạ");
  g_assert_finalize_object (list);
}

/* Pages that were laid out anyway are checked once for all who show the findings. */
static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "dong-son-2024-06.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_session_read_file (fixture->session, file, &error);
  g_autoptr (TrinhWork) work = trinh_work_new (report, NULL, trinh_session_get_library (fixture->session));
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (TrinhPages) pages = NULL;
  TrinhLayoutFindings *list = trinh_work_get_layout_findings (work);

  g_assert_no_error (error);
  g_assert_true (trinh_work_get_layout_findings (work) == list);
  set_text (report, "Chữ\001 lạ");
  document = trinh_document_new (trinh_work_get_evaluation (work));
  pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  trinh_layout_findings_take_pages (list, pages);
  wait_for (list, 1);
  g_assert_cmpuint (trinh_layout_findings_get_all (list)->len, ==, 1);
  g_assert_cmpuint (trinh_layout_findings_count (list, TRINH_SEVERITY_ERROR) + trinh_layout_findings_count (list, TRINH_SEVERITY_WARNING), ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* What is listed is of these pages: nothing is done again for those who look. */
  trinh_layout_findings_set_active (list, TRUE);
  trinh_layout_findings_take_pages (list, pages);
  g_assert_false (g_main_context_pending (NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/layout-findings/follows", Fixture, NULL, fixture_set_up, test_follows, fixture_tear_down);
  g_test_add ("/layout-findings/pages", Fixture, NULL, fixture_set_up, test_pages, fixture_tear_down);
  return g_test_run ();
}
