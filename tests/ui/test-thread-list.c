/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-thread-list.h"
#include "trinh-thread-row.h"
#include "trinh-work-remarks.h"

/* The id of the new remark's thread */
static char *
say (HelperWork *fixture,
     const char *cell,
     const char *text)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (fixture->work, text);
  g_autoptr (TrinhRemark) placed = cell != NULL ? trinh_remark_on_cell (remark, cell) : g_object_ref (remark);
  g_autoptr (GError) error = NULL;

  trinh_work_add_remark (fixture->work, placed, &error);
  g_assert_no_error (error);

  return g_strdup (trinh_remark_get_id (placed));
}

static GtkWidget *
show_list (HelperWork *fixture)
{
  GtkWidget *list = trinh_thread_list_new (fixture->work);

  helper_work_show (fixture, list, 700, 600);

  return list;
}

static void
write_answer (gpointer row,
              const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (helper_get_child (row, "answer")), text, -1);
}

static TrinhRemarkThread *
find_thread (HelperWork *fixture,
             const char *id)
{
  TrinhRemarkThread *thread = trinh_remarks_find_thread (fixture->report, id);

  g_assert_nonnull (thread);

  return thread;
}

/* Nothing, then a thread, then nothing again: an undo takes it away. */
static void
test_empty (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  GtkStack *stack = helper_get_child (list, "stack");
  g_autofree char *id = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  g_assert_false (gtk_widget_get_visible (helper_get_child (list, "bar")));
  id = say (fixture, "bm1:2", "Sao lại giảm?");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_true (helper_has_label (list, "Sao lại giảm?"));
  helper_work_undo (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");

  helper_work_drop (fixture, list);
}

/* An answer needs words; what is half written in another thread stays. */
static void
test_answer (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  g_autofree char *first = say (fixture, "bm1:2", "Sao lại giảm?");
  g_autofree char *second = say (fixture, NULL, "Gửi trước thứ Sáu.");
  GtkWidget *row = helper_find (list, TRINH_TYPE_THREAD_ROW, 0);
  GtkWidget *other = helper_find (list, TRINH_TYPE_THREAD_ROW, 1);
  GtkWidget *button = helper_get_child (row, "answer_button");
  g_autoptr (TrinhRemarkThread) thread = NULL;

  g_assert_false (gtk_widget_get_sensitive (button));
  write_answer (row, " \n");
  g_assert_false (gtk_widget_get_sensitive (button));
  write_answer (other, "Đang viết");
  write_answer (row, "Kỳ trước ghi nhầm.");
  helper_click (button);

  thread = find_thread (fixture, first);
  g_assert_cmpuint (trinh_remark_thread_get_remarks (thread)->len, ==, 2);
  g_assert_cmpstr (trinh_remark_get_text (trinh_remark_thread_get_last (thread)), ==, "Kỳ trước ghi nhầm.");
  g_assert_true (helper_has_label (row, "Kỳ trước ghi nhầm."));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (other, "answer_button")));

  helper_work_drop (fixture, list);
}

/* Ctrl+Enter sends; on nothing it does nothing. */
static void
test_keyboard (HelperWork *fixture,
               gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  g_autofree char *id = say (fixture, "bm1:2", "Sao lại giảm?");
  GtkWidget *row = helper_find (list, TRINH_TYPE_THREAD_ROW, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  g_autoptr (TrinhRemarkThread) thread = NULL;
  gboolean found = FALSE;

  g_assert_true (trinh_thread_list_reveal (TRINH_THREAD_LIST (list), id));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == helper_get_child (row, "answer"));
  g_assert_false (trinh_thread_list_reveal (TRINH_THREAD_LIST (list), "c99"));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!g_str_equal (keys, "<Control>Return"))
            continue;
          found = TRUE;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, NULL);
          write_answer (row, "Đã sửa.");
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, NULL);
        }
    }
  g_assert_true (found);
  thread = find_thread (fixture, id);
  g_assert_cmpuint (trinh_remark_thread_get_remarks (thread)->len, ==, 2);

  helper_work_drop (fixture, list);
}

/* What is settled goes from the open ones, stands last among all, and can be opened again. */
static void
test_settle (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  AdwToggleGroup *filters = helper_get_child (list, "filters");
  g_autofree char *first = say (fixture, "bm1:2", "Sao lại giảm?");
  g_autofree char *second = say (fixture, NULL, "Gửi trước thứ Sáu.");
  GtkWidget *row = helper_find (list, TRINH_TYPE_THREAD_ROW, 0);

  helper_click (helper_get_child (row, "settle_button"));
  g_assert_cmpuint (trinh_remarks_count_open (fixture->report), ==, 1);
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 1);
  g_assert_cmpstr (fixture->toast, ==, "The thread is settled");

  adw_toggle_group_set_active_name (filters, "all");
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 2);
  g_assert_true (helper_find (list, TRINH_TYPE_THREAD_ROW, 1) == row);
  g_assert_cmpstr (adw_toggle_get_label (adw_toggle_group_get_toggle_by_name (filters, "open")), ==, "Open (1)");

  write_answer (row, "Chưa đúng.");
  helper_click (helper_get_child (row, "settle_button"));
  g_assert_cmpuint (trinh_remarks_count_open (fixture->report), ==, 2);
  g_assert_true (helper_find (list, TRINH_TYPE_THREAD_ROW, 0) == row);
  g_assert_true (helper_has_label (row, "Chưa đúng."));

  helper_work_drop (fixture, list);
}

/* Many threads are searched, without regard to marks over letters; the way to a place is asked of the report. */
static void
test_search (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  GtkEditable *entry = helper_get_child (list, "search_entry");
  g_autofree char *last = NULL;
  g_autofree char *place = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("Nhận xét %u", i);

      g_free (last);
      last = say (fixture, i == 7 ? "bm1:2" : NULL, text);
    }
  g_assert_true (gtk_search_bar_get_search_mode (helper_get_child (list, "search_bar")));
  gtk_editable_set_text (entry, "nhan xet 7");
  helper_wait (300);
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 1);
  gtk_editable_set_text (entry, "không có");
  helper_wait (300);
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (list, "stack")), ==, "nothing");
  g_assert_true (trinh_thread_list_reveal (TRINH_THREAD_LIST (list), last));
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 8);

  place = g_strdup_printf ("thread:%s", last);
  helper_click (helper_get_child (helper_find (list, TRINH_TYPE_THREAD_ROW, 7), "go_button"));
  g_assert_cmpstr (fixture->place, ==, place);

  helper_work_drop (fixture, list);
}

/* A list of one place shows what was said there, settled or not. */
static void
test_place (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *list = show_list (fixture);
  g_autofree char *here = say (fixture, "bm1:2", "Sao lại giảm?");
  g_autofree char *there = say (fixture, "bm1:2.1", "Đủ chưa?");
  GtkWidget *row;

  trinh_thread_list_set_place (TRINH_THREAD_LIST (list), "bm1:2", NULL);
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 1);
  row = helper_find (list, TRINH_TYPE_THREAD_ROW, 0);
  g_assert_false (gtk_widget_get_visible (helper_get_child (row, "go_button")));
  helper_click (helper_get_child (row, "settle_button"));
  g_assert_cmpuint (trinh_thread_list_get_n_shown (TRINH_THREAD_LIST (list)), ==, 1);

  helper_work_drop (fixture, list);
}

/* To a signed report nothing is added. */
static void
test_signed (HelperWork *fixture,
             gconstpointer data)
{
  static const TrinhStepKind steps[] = { TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_SIGN_ON_PAPER };
  GtkWidget *list = show_list (fixture);
  g_autofree char *id = say (fixture, "bm1:2", "Sao lại giảm?");
  GtkWidget *row = helper_find (list, TRINH_TYPE_THREAD_ROW, 0);

  g_assert_true (gtk_widget_get_visible (helper_get_child (row, "answer_box")));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TrinhStep) step = trinh_step_new (steps[i], "Lan", TRINH_ROLE_CLERK, "2022-06-09T08:00:00+07:00", "");
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhEdit) edit = trinh_review_make_step (fixture->report, step, &error);

      g_assert_no_error (error);
      trinh_work_apply (fixture->work, edit, &error);
      g_assert_no_error (error);
    }
  g_assert_false (trinh_work_can_remark (fixture->work));
  g_assert_false (gtk_widget_get_visible (helper_get_child (row, "answer_box")));

  helper_work_drop (fixture, list);
}

#define ADD(path, function) g_test_add ("/ui/thread-list/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("answer", test_answer);
  ADD ("keyboard", test_keyboard);
  ADD ("settle", test_settle);
  ADD ("search", test_search);
  ADD ("place", test_place);
  ADD ("signed", test_signed);

  return g_test_run ();
}
