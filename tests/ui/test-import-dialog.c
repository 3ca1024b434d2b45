/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-import-dialog.h"

static const char table[] = "STT\tChỉ tiêu\tKết quả\n"
                            "2.1.\tSố nhiệm vụ đề ra trong kế hoạch\t1,934\n"
                            "2.2.\tSố nhiệm vụ đã hoàn thành\t15\n"
                            "99\tKhông có chỉ tiêu này\t7\n";

static TrinhImportDialog *
make (HelperWork *fixture,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhImport) import = trinh_session_import_text (fixture->session, fixture->evaluation, text, NULL, &error);

  g_assert_no_error (error);

  return trinh_import_dialog_new (fixture->session, fixture->work, import);
}

/* Presented over a window of its own, which goes with it */
static GtkWindow *
present (TrinhImportDialog *dialog)
{
  GtkWindow *window = helper_show (gtk_label_new (""));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  helper_settle ();

  return window;
}

static void
test_take (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhImportDialog) dialog = g_object_ref_sink (make (fixture, table));
  AdwComboRow *doubt = helper_find (helper_get_child (dialog, "doubts_group"), ADW_TYPE_COMBO_ROW, 0);
  GtkWindow *window = present (dialog);

  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "doubts_group")));
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "conflicts_group")));
  g_assert_false (gtk_widget_get_visible (helper_get_child (dialog, "changes_group")));
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "left_out_group")));
  g_assert_nonnull (doubt);
  adw_combo_row_set_selected (doubt, 1);
  helper_click (helper_get_child (dialog, "take_button"));

  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "1934");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "15");
  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "33");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "14");
  gtk_window_destroy (window);
}

static void
test_uncheck (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhImportDialog) dialog = g_object_ref_sink (make (fixture, table));
  GtkCheckButton *check = helper_find (helper_get_child (dialog, "conflicts_group"), GTK_TYPE_CHECK_BUTTON, 0);
  GtkWidget *button = helper_get_child (dialog, "take_button");

  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (check, FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_columns (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (TrinhImportDialog) dialog = g_object_ref_sink (make (fixture, "STT\tChỉ tiêu\tCột A\tCột B\n2.2\tSố nhiệm vụ đã hoàn thành\t15\t16\n"));
  AdwPreferencesGroup *group = helper_get_child (dialog, "columns_group");
  AdwComboRow *role = helper_find (group, ADW_TYPE_COMBO_ROW, 4);
  GtkWindow *window = present (dialog);

  g_assert_false (gtk_widget_get_sensitive (helper_get_child (dialog, "take_button")));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (role)), ==, "Cột B");
  /* "", code, label, unit, value, note */
  adw_combo_row_set_selected (role, 4);
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (dialog, "take_button")));
  helper_click (helper_get_child (dialog, "take_button"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "16");
  gtk_window_destroy (window);

  /* The next table with these heads needs no choice. */
  {
    g_autoptr (TrinhImportDialog) next = g_object_ref_sink (make (fixture, "STT\tChỉ tiêu\tCột A\tCột B\n2.2\tSố nhiệm vụ đã hoàn thành\t17\t18\n"));

    GtkWidget *columns = helper_get_child (next, "columns_group");
    GtkWidget *forget;

    g_assert_true (gtk_widget_get_sensitive (helper_get_child (next, "take_button")));
    g_assert_true (helper_has_label (columns, "Chosen as last time"));
    forget = helper_find (columns, GTK_TYPE_BUTTON, 0);
    helper_click (forget);
    helper_settle ();
    g_assert_false (gtk_widget_get_sensitive (helper_get_child (next, "take_button")));
    g_assert_false (helper_has_label (columns, "Chosen as last time"));
  }
  {
    g_autoptr (TrinhImportDialog) next = g_object_ref_sink (make (fixture, "STT\tChỉ tiêu\tCột A\tCột B\n2.2\tSố nhiệm vụ đã hoàn thành\t17\t18\n"));

    g_assert_false (gtk_widget_get_sensitive (helper_get_child (next, "take_button")));
  }
}

/* Without a word on whose rows these are, the form is chosen by hand; what is there can be kept with one click. */
static void
test_form (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhImportDialog) dialog = g_object_ref_sink (make (fixture, "Mã\tKết quả\n1\t77\n"));
  AdwComboRow *form = helper_find (helper_get_child (dialog, "columns_group"), ADW_TYPE_COMBO_ROW, 0);
  GtkWidget *button = helper_get_child (dialog, "take_button");

  g_assert_false (gtk_widget_get_sensitive (button));
  adw_combo_row_set_selected (form, 1);
  helper_settle ();
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "conflicts_group")));
  helper_click (helper_find (helper_get_child (dialog, "conflicts_group"), GTK_TYPE_BUTTON, 0));
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_close (HelperWork *fixture,
            gconstpointer data)
{
  helper_finalize_dialog (ADW_DIALOG (make (fixture, table)));
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/import-dialog/" path, HelperWork, NULL, helper_work_set_up, func, helper_work_tear_down)
  ADD ("take", test_take);
  ADD ("uncheck", test_uncheck);
  ADD ("columns", test_columns);
  ADD ("form", test_form);
  ADD ("close", test_close);
#undef ADD

  return g_test_run ();
}
