/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-finding-box.h"

static TrinhFinding *
find_finding (HelperWork *fixture,
              const char *address)
{
  g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (fixture->evaluation, address);

  g_assert_cmpuint (findings->len, >, 0);

  return g_object_ref (findings->pdata[0]);
}

static GtkWidget *
show_box (HelperWork *fixture,
          TrinhFinding *finding,
          const char *here)
{
  GtkWidget *box = trinh_finding_box_new (fixture->work, finding, here);

  helper_work_show (fixture, box, 500, 300);

  return box;
}

static void
test_texts (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");

  g_assert_true (helper_has_label (box, trinh_finding_get_message (finding)));
  g_assert_true (helper_has_label (box, "●"));
  helper_assert_spoken (helper_find (box, GTK_TYPE_LABEL, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, trinh_severity_get_name (TRINH_SEVERITY_ERROR));

  helper_work_drop (fixture, box);
}

static void
test_take (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");
  GtkButton *take = helper_find_button (box, "Take 42,4");

  g_assert_nonnull (take);
  helper_click (take);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "42.4");
  g_assert_nonnull (fixture->toast);

  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "63.6");
  helper_work_drop (fixture, box);
}

/* To every other cell of the rule, not to the one where it is shown */
static void
test_jumps (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");

  g_assert_null (helper_find_button (box, "Go to 2"));
  g_assert_nonnull (helper_find_button (box, "Go to 2.2"));
  helper_click (helper_find_button (box, "Go to 2.1"));
  g_assert_cmpstr (fixture->place, ==, "bm1:2.1");

  helper_work_drop (fixture, box);
}

/* Away from the form the jump says which form it means. */
static void
test_jumps_from_afar (HelperWork *fixture,
                      gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, NULL);

  helper_click (helper_find_button (box, "Go to Biểu mẫu 1 · 2"));
  g_assert_cmpstr (fixture->place, ==, "bm1:2");
  g_assert_nonnull (helper_find_button (box, "Go to 2.1"));

  helper_work_drop (fixture, box);
}

/* What the head of the report lacks is mended there. */
static void
test_jump_to_head (HelperWork *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = g_object_new (TRINH_TYPE_FINDING, "severity", TRINH_SEVERITY_ERROR, "source", TRINH_SOURCE_LAYOUT, "rule", "layout-part", "page", 1, "message", "At the head of the report is missing: the subject.", NULL);
  GtkWidget *box = show_box (fixture, finding, NULL);

  g_assert_nonnull (helper_find_button (box, "Go to page 1"));
  helper_click (helper_find_button (box, "Go to the head of the report"));
  g_assert_cmpstr (fixture->place, ==, "head:");

  helper_work_drop (fixture, box);
}

/* Explaining needs a reason; it travels with the report. */
static void
test_explain (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");
  AdwAlertDialog *dialog;
  GtkEditable *reason;
  g_autoptr (TrinhFinding) explained = NULL;

  helper_click (helper_find_button (box, "Explain…"));
  dialog = helper_get_alert (fixture);
  reason = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "explain"));
  gtk_editable_set_text (reason, "   ");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "explain"));
  gtk_editable_set_text (reason, "Theo quyết định của huyện");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "explain"));

  g_signal_emit_by_name (dialog, "response::explain", "explain");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  helper_wait (20);
  explained = find_finding (fixture, "bm1:2");
  g_assert_true (trinh_finding_get_acknowledged (explained));
  g_assert_cmpstr (trinh_finding_get_explanation (explained), ==, "Theo quyết định của huyện");
  helper_work_drop (fixture, box);

  gtk_window_destroy (fixture->window);
  box = show_box (fixture, explained, "bm1:2");
  g_assert_true (helper_has_label (box, "Explained: Theo quyết định của huyện"));
  g_assert_null (helper_find_button (box, "Explain…"));
  helper_work_drop (fixture, box);
}

static void
set_text (HelperWork *fixture,
          const char *text)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (TrinhSection) section = trinh_section_with_text (trinh_report_find_section (fixture->report, "s2"), text, FALSE);
  g_autoptr (GError) error = NULL;

  trinh_edit_set_section (edit, section);
  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
}

static const char *
get_text (HelperWork *fixture)
{
  return trinh_section_get_text (trinh_report_find_section (fixture->report, "s2"));
}

/* What the text says otherwise stands at the value too; bound, it is gone, and undo brings it back. */
static void
test_bind (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = NULL;
  GtkWidget *box;

  set_text (fixture, "Đã hoàn thành 15 nhiệm vụ.");
  finding = find_finding (fixture, "bm1:2.2");
  box = show_box (fixture, finding, "s2");
  g_assert_nonnull (helper_find_button (box, "Go to Biểu mẫu 1 · 2.2"));
  helper_click (helper_find_button (box, "Bind to 2.2"));
  g_assert_cmpstr (get_text (fixture), ==, "Đã hoàn thành {{bm1:2.2}} nhiệm vụ.");

  helper_work_undo (fixture);
  g_assert_cmpstr (get_text (fixture), ==, "Đã hoàn thành 15 nhiệm vụ.");
  helper_work_drop (fixture, box);
}

static void
set_state (HelperWork *fixture,
           const char *state)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new (state);
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member_string (edit, "state", state);
  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
}

/* A box that is on the screen while the report is signed keeps the ways to the cells alone. */
static void
test_signed (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");
  GtkWidget *take = GTK_WIDGET (helper_find_button (box, "Take 42,4"));
  GtkWidget *explain = GTK_WIDGET (helper_find_button (box, "Explain…"));

  set_state (fixture, "submitted");
  set_state (fixture, "approved");
  g_assert_true (gtk_widget_get_visible (take));
  set_state (fixture, "signed");
  g_assert_false (gtk_widget_get_visible (take));
  g_assert_false (gtk_widget_get_visible (explain));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (helper_find_button (box, "Go to 2.1"))));

  helper_work_drop (fixture, box);
}

static void
test_cancelled (HelperWork *fixture,
                gconstpointer data)
{
  g_autoptr (TrinhFinding) finding = find_finding (fixture, "bm1:2");
  GtkWidget *box = show_box (fixture, finding, "bm1:2");
  AdwAlertDialog *dialog;

  helper_click (helper_find_button (box, "Explain…"));
  dialog = helper_get_alert (fixture);
  gtk_editable_set_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)), "Lý do");
  adw_dialog_close (ADW_DIALOG (dialog));
  helper_wait (20);
  g_assert_false (trinh_report_get_can_undo (fixture->report));

  helper_work_drop (fixture, box);
}

int
main (int argc,
      char *argv[])
{
  helper_work_listen ();
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/finding-box/texts", HelperWork, NULL, helper_work_set_up, test_texts, helper_work_tear_down);
  g_test_add ("/ui/finding-box/take", HelperWork, NULL, helper_work_set_up, test_take, helper_work_tear_down);
  g_test_add ("/ui/finding-box/jumps", HelperWork, NULL, helper_work_set_up, test_jumps, helper_work_tear_down);
  g_test_add ("/ui/finding-box/jumps-from-afar", HelperWork, NULL, helper_work_set_up, test_jumps_from_afar, helper_work_tear_down);
  g_test_add ("/ui/finding-box/jump-to-head", HelperWork, NULL, helper_work_set_up, test_jump_to_head, helper_work_tear_down);
  g_test_add ("/ui/finding-box/explain", HelperWork, NULL, helper_work_set_up, test_explain, helper_work_tear_down);
  g_test_add ("/ui/finding-box/signed", HelperWork, NULL, helper_work_set_up, test_signed, helper_work_tear_down);
  g_test_add ("/ui/finding-box/bind", HelperWork, NULL, helper_work_set_up, test_bind, helper_work_tear_down);
  g_test_add ("/ui/finding-box/cancelled", HelperWork, NULL, helper_work_set_up, test_cancelled, helper_work_tear_down);

  return g_test_run ();
}
