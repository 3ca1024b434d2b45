/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-place.h"

typedef struct
{
  guint n_errors;
  gboolean complete;
  gboolean started;
} State;

static State
get_state (TrinhPlace *place)
{
  State state;

  g_object_get (place, "n-errors", &state.n_errors, "complete", &state.complete, "started", &state.started, NULL);

  return state;
}

/* A form's counts are the evaluation's, before and after an edit and its undo. */
static void
test_form (HelperWork *fixture,
           gconstpointer data)
{
  TrinhPlace *place = trinh_place_new (TRINH_PLACE_FORM, "bm1", "Biểu mẫu 1", 0, fixture->evaluation);
  const guint before = trinh_evaluation_get_place (fixture->evaluation, "bm1").n_errors;
  guint notified = 0;

  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (get_state (place).n_errors, ==, before);
  g_signal_connect_swapped (place, "notify::n-errors", G_CALLBACK (helper_count), &notified);

  helper_work_enter (fixture, "bm1:2", "42,4");
  g_assert_cmpuint (get_state (place).n_errors, ==, before - 1);
  g_assert_cmpuint (notified, ==, 1);

  helper_work_undo (fixture);
  g_assert_cmpuint (get_state (place).n_errors, ==, before);
  g_assert_cmpuint (notified, ==, 2);

  /* Another form is none of its business. */
  helper_work_enter (fixture, "bm2:1.1", "3");
  g_assert_cmpuint (notified, ==, 2);

  g_assert_finalize_object (place);
}

static void
test_complete (HelperWork *fixture,
               gconstpointer data)
{
  TrinhPlace *place = trinh_place_new (TRINH_PLACE_FORM, "bm5", "Biểu mẫu 5", 0, fixture->evaluation);
  const TrinhPlaceStatus status = trinh_evaluation_get_place (fixture->evaluation, "bm5");

  g_assert_cmpint (get_state (place).complete, ==, status.n_filled >= status.n_required);
  helper_work_enter (fixture, "bm5:1.1", "");
  g_assert_false (get_state (place).complete);
  g_assert_true (get_state (place).started);

  g_assert_finalize_object (place);
}

static void
test_whole (HelperWork *fixture,
            gconstpointer data)
{
  TrinhPlace *findings = trinh_place_new (TRINH_PLACE_FINDINGS, "findings", "Findings", 0, fixture->evaluation);
  TrinhPlace *overview = trinh_place_new (TRINH_PLACE_OVERVIEW, "overview", "Overview", 0, fixture->evaluation);
  g_autofree char *expected = g_strdup_printf ("%d %%", trinh_evaluation_get_progress (fixture->evaluation));
  g_autofree char *note = NULL;
  const guint before = get_state (findings).n_errors;

  g_object_get (overview, "note", &note, NULL);
  g_assert_cmpstr (note, ==, expected);
  g_assert_cmpuint (before, ==, trinh_evaluation_get_n_errors (fixture->evaluation));
  g_assert_false (get_state (findings).complete);
  g_assert_cmpuint (get_state (overview).n_errors, ==, 0);

  helper_work_enter (fixture, "bm1:2", "42,4");
  g_assert_cmpuint (get_state (findings).n_errors, ==, before - 1);

  g_assert_finalize_object (findings);
  g_assert_finalize_object (overview);
}

static gboolean
has_findings (gpointer findings)
{
  return g_list_model_get_n_items (findings) > 0;
}

/* What the pages show counts too, once it is known. */
static void
test_layout (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPlace *place = trinh_place_new (TRINH_PLACE_FINDINGS, "findings", "Findings", 0, fixture->evaluation);
  TrinhLayoutFindings *findings = trinh_work_get_layout_findings (fixture->work);
  TrinhSection *section = trinh_report_find_section (fixture->report, "s6");
  g_autoptr (TrinhSection) changed = trinh_section_with_text (section, "Chữ\001 lạ", FALSE);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (GError) error = NULL;

  trinh_edit_set_section (edit, changed);
  trinh_report_apply (fixture->report, edit, &error);
  g_assert_no_error (error);
  trinh_place_set_layout_findings (place, findings);
  g_assert_cmpuint (get_state (place).n_errors, ==, trinh_evaluation_get_n_errors (fixture->evaluation));
  trinh_layout_findings_set_active (findings, TRUE);
  helper_wait_until (has_findings, findings);
  g_assert_cmpuint (get_state (place).n_errors, ==, trinh_evaluation_get_n_errors (fixture->evaluation) + trinh_layout_findings_count (findings, TRINH_SEVERITY_ERROR));
  g_assert_cmpuint (trinh_layout_findings_count (findings, TRINH_SEVERITY_ERROR), >, 0);

  g_assert_finalize_object (place);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/place/form", HelperWork, NULL, helper_work_set_up, test_form, helper_work_tear_down);
  g_test_add ("/ui/place/complete", HelperWork, NULL, helper_work_set_up, test_complete, helper_work_tear_down);
  g_test_add ("/ui/place/whole", HelperWork, NULL, helper_work_set_up, test_whole, helper_work_tear_down);
  g_test_add ("/ui/place/layout", HelperWork, NULL, helper_work_set_up, test_layout, helper_work_tear_down);

  return g_test_run ();
}
