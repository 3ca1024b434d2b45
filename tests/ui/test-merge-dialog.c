/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-merge-dialog.h"
#include "trinh-part-dialog.h"
#include "trinh-parts-group.h"

static void
set_value (TrinhReport *report,
           const char *address,
           const char *text)
{
  g_autoptr (TrinhValue) value = trinh_value_new (text);
  g_autoptr (TrinhEdit) edit = trinh_edit_new_value ("value", address, value);
  g_autoptr (GError) error = NULL;

  trinh_report_apply (report, edit, &error);
  g_assert_no_error (error);
}

/* A copy that has 2.1 as 41 and 2.2 as 15, where the report has 2.1 as 40 by now; both come from 33 */
static TrinhMerge *
make_merge (HelperWork *fixture)
{
  g_autoptr (TrinhReport) base = trinh_report_snapshot (fixture->report);
  g_autoptr (TrinhReport) theirs = trinh_report_snapshot (fixture->report);
  g_autoptr (GError) error = NULL;
  TrinhMerge *merge;

  set_value (theirs, "bm1:2.1", "41");
  set_value (theirs, "bm1:2.2", "15");
  helper_work_enter (fixture, "bm1:2.1", "40");
  merge = trinh_session_merge (fixture->session, fixture->report, theirs, base, FALSE, &error);
  g_assert_no_error (error);

  return merge;
}

static GtkWindow *
present (gpointer dialog)
{
  GtkWindow *window = helper_show (gtk_label_new (""));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  helper_settle ();

  return window;
}

static void
test_choose (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhMerge) merge = make_merge (fixture);
  g_autoptr (TrinhMergeDialog) dialog = g_object_ref_sink (trinh_merge_dialog_new (fixture->session, fixture->work, merge));
  GtkWidget *conflicts = helper_get_child (dialog, "conflicts_group");
  GtkCheckButton *theirs = helper_find (conflicts, GTK_TYPE_CHECK_BUTTON, 1);
  GtkWindow *window = present (dialog);

  g_assert_true (gtk_widget_get_visible (conflicts));
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "changes_group")));
  g_assert_false (gtk_widget_get_visible (helper_get_child (dialog, "outside_group")));
  g_assert_true (helper_has_label (conflicts, "40"));
  g_assert_true (helper_has_label (conflicts, "41"));
  g_assert_false (gtk_check_button_get_active (theirs));
  gtk_check_button_set_active (theirs, TRUE);
  g_assert_cmpuint (trinh_merge_count_open (merge), ==, 0);
  helper_click (helper_get_child (dialog, "take_button"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "41");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "15");
  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "40");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "14");
  gtk_window_destroy (window);
}

/* Nothing is overwritten unchosen, and what is not ticked stays out. */
static void
test_unchosen (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhMerge) merge = make_merge (fixture);
  g_autoptr (TrinhMergeDialog) dialog = g_object_ref_sink (trinh_merge_dialog_new (fixture->session, fixture->work, merge));
  GtkCheckButton *check = helper_find (helper_get_child (dialog, "changes_group"), GTK_TYPE_CHECK_BUTTON, 0);
  GtkWindow *window = present (dialog);

  g_assert_true (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, FALSE);
  helper_click (helper_get_child (dialog, "take_button"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "40");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "14");
  gtk_window_destroy (window);
}

static void
test_close (HelperWork *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhMerge) merge = make_merge (fixture);

  helper_finalize_dialog (ADW_DIALOG (trinh_merge_dialog_new (fixture->session, fixture->work, merge)));
  helper_finalize_dialog (ADW_DIALOG (trinh_part_dialog_new (fixture->work, NULL)));
}

static TrinhReportPart *
find_only_part (TrinhReport *report)
{
  g_autoptr (GPtrArray) parts = trinh_report_part_list (report);

  g_assert_cmpuint (parts->len, ==, 1);
  return g_object_ref (parts->pdata[0]);
}

/* A part is made, shown with its state, changed and removed; each step can be undone. */
static void
test_part (HelperWork *fixture,
           gconstpointer data)
{
  TrinhPartsGroup *group = g_object_new (TRINH_TYPE_PARTS_GROUP, NULL);
  g_autoptr (TrinhPartDialog) dialog = g_object_ref_sink (trinh_part_dialog_new (fixture->work, NULL));
  GtkWindow *window = present (dialog);
  g_autoptr (TrinhReportPart) part = NULL;
  g_autofree char *reminder = NULL;

  g_assert_false (gtk_widget_get_sensitive (helper_get_child (dialog, "save_button")));
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "title_row")), "Biểu mẫu 6");
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "who_row")), "Tài chính");
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "due_row")), "30/5/2022");
  adw_switch_row_set_active (helper_find (helper_get_child (dialog, "forms_group"), ADW_TYPE_SWITCH_ROW, 5), TRUE);
  helper_click (helper_get_child (dialog, "save_button"));
  gtk_window_destroy (window);

  part = find_only_part (fixture->report);
  g_assert_cmpstr (trinh_report_part_get_due (part), ==, "2022-05-30");
  g_assert_cmpstr (trinh_report_part_get_forms (part)[0], ==, "bm6");
  reminder = trinh_work_make_part_reminder (fixture->work, part, helper_day ("2022-06-02"));
  g_assert_true (g_str_has_prefix (reminder, "Kính gửi Tài chính: UBND xã Bình Lãng đề nghị hoàn thành và gửi lại phần “Biểu mẫu 6” (Biểu mẫu 6) của báo cáo “"));
  g_assert_nonnull (strstr (reminder, "”, thời hạn 30/5/2022 (đã quá hạn 3 ngày). "));
  g_assert_true (g_str_has_suffix (reminder, "Phần này không còn thiếu nội dung bắt buộc, đề nghị rà soát và gửi lại."));
  helper_work_enter (fixture, "bm6:1.2", "");
  g_clear_pointer (&reminder, g_free);
  reminder = trinh_work_make_part_reminder (fixture->work, part, helper_day ("2022-05-30"));
  g_assert_true (g_str_has_suffix (reminder, "”, thời hạn 30/5/2022. Theo bản của đơn vị tổng hợp còn thiếu: Biểu mẫu 6 còn 1 chỉ tiêu chưa điền."));
  helper_work_undo (fixture);

  g_object_ref_sink (group);
  trinh_parts_group_set_work (group, fixture->work);
  g_assert_cmpuint (helper_count_found (group, ADW_TYPE_ACTION_ROW), ==, 1);
  g_assert_true (helper_has_label (group, "Overdue"));
  helper_work_undo (fixture);
  trinh_parts_group_update (group);
  g_assert_cmpuint (helper_count_found (group, ADW_TYPE_ACTION_ROW), ==, 0);
  helper_let_go (group);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/merge-dialog/" path, HelperWork, NULL, helper_work_set_up, func, helper_work_tear_down)
  ADD ("choose", test_choose);
  ADD ("unchosen", test_unchosen);
  ADD ("close", test_close);
  ADD ("part", test_part);
#undef ADD

  return g_test_run ();
}
