/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-date-row.h"
#include "trinh-finding-box.h"
#include "trinh-task-dialog.h"
#include "trinh-tasks-page-private.h"

static GtkWidget *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_tasks_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 1000, 700);

  return page;
}

static void
set_tasks (HelperWork *fixture,
           const char *lines)
{
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GPtrArray) tasks = trinh_tasks_parse (trinh_report_get_regime (fixture->report), lines, &skipped);
  g_autoptr (TrinhEdit) edit = trinh_tasks_make_add (fixture->report, tasks);
  g_autoptr (GError) error = NULL;

  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
}

#define PLAN "Một\tVăn phòng\t30/5/2022\t30/5/2022\nHai\tTư pháp\t30/5/2022\t02/6/2022\nBa\t\t01/6/2022\t\nBốn\t\t31/12/2022\t\n"

static guint
count_shown (GtkWidget *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TRINH_TASKS_PAGE (page)->selection));
}

static void
test_list (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkDropDown *states = helper_get_child (page, "states");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (page, "stack")), ==, "nothing");
  set_tasks (fixture, PLAN);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (page, "stack")), ==, "table");
  g_assert_cmpuint (count_shown (page), ==, 4);
  g_assert_cmpstr (gtk_label_get_label (helper_get_child (page, "summary")), ==, "4 tasks: 2 done, 1 of them late, 1 overdue");
  /* All, open, done, done late, overdue */
  gtk_drop_down_set_selected (states, 4);
  g_assert_cmpuint (count_shown (page), ==, 1);
  g_assert_cmpstr (trinh_task_get_title (trinh_tasks_page_get_current (TRINH_TASKS_PAGE (page))), ==, "Ba");
  gtk_drop_down_set_selected (states, 0);
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (page, "search_entry")), "tu phap");
  g_signal_emit_by_name (helper_get_child (page, "search_entry"), "search-changed");
  g_assert_cmpuint (count_shown (page), ==, 1);
  helper_work_undo (fixture);
  g_assert_cmpuint (count_shown (page), ==, 0);

  helper_work_drop (fixture, page);
}

static char *
dup_task (HelperWork *fixture,
          const char *id)
{
  g_autoptr (TrinhTask) task = trinh_tasks_find (fixture->report, id);

  return task != NULL ? g_strdup_printf ("%s %d", trinh_task_get_title (task), trinh_task_get_done (task) != 0) : g_strdup ("none");
}

static void
assert_task (HelperWork *fixture,
             const char *id,
             const char *expected)
{
  g_autofree char *text = dup_task (fixture, id);

  g_assert_cmpstr (text, ==, expected);
}

/* Done asks for the day, which is the last of the period for one that is over; done again takes it back. */
static void
test_done (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwAlertDialog *alert;
  g_autoptr (TrinhTask) task = NULL;

  set_tasks (fixture, PLAN);
  gtk_single_selection_set_selected (TRINH_TASKS_PAGE (page)->selection, 2);
  gtk_widget_activate_action (page, "tasks.done", NULL);
  alert = helper_get_alert (fixture);
  g_signal_emit_by_name (alert, "response", "done");
  adw_dialog_force_close (ADW_DIALOG (alert));
  assert_task (fixture, "k3", "Ba 1");
  task = trinh_tasks_find (fixture->report, "k3");
  g_assert_cmpuint (trinh_task_get_done (task), ==, trinh_report_get_data_to (fixture->report));
  g_assert_nonnull (fixture->toast);
  gtk_widget_activate_action (page, "tasks.done", NULL);
  assert_task (fixture, "k3", "Ba 0");

  helper_work_drop (fixture, page);
}

static void
test_remove_and_move (HelperWork *fixture,
                      gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  set_tasks (fixture, PLAN);
  gtk_single_selection_set_selected (TRINH_TASKS_PAGE (page)->selection, 1);
  gtk_widget_activate_action (page, "tasks.move", "i", 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (TRINH_TASKS_PAGE (page)->selection), ==, 2);
  gtk_widget_activate_action (page, "tasks.remove", NULL);
  assert_task (fixture, "k2", "none");
  g_assert_cmpuint (count_shown (page), ==, 3);
  helper_work_undo (fixture);
  assert_task (fixture, "k2", "Hai 1");

  helper_work_drop (fixture, page);
}

static gboolean
has_gone (gpointer dialog)
{
  return *(gpointer *) dialog == NULL;
}

static void
test_dialog (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  gpointer dialog = trinh_task_dialog_new (fixture->work, NULL);
  g_autoptr (TrinhTask) task = NULL;

  g_object_add_weak_pointer (dialog, &dialog);
  adw_dialog_present (dialog, page);
  g_assert_false (gtk_widget_get_sensitive (helper_get_child (dialog, "save_button")));
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "title_row")), "Rà soát");
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "due_row")), "31/2/2022");
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (dialog, "save_button")));
  helper_click (helper_get_child (dialog, "save_button"));
  assert_task (fixture, "k1", "none");
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "due_row")), "30/5/2022");
  helper_click (helper_get_child (dialog, "save_button"));
  assert_task (fixture, "k1", "Rà soát 0");
  task = trinh_tasks_find (fixture->report, "k1");
  g_assert_true (trinh_task_counts_into (task, "bm1:2.1"));
  helper_wait_until (has_gone, &dialog);

  helper_work_drop (fixture, page);
}

/* From the register into the form: a hint says that the numbers differ, one click takes the register's, and undo brings
 * the old one back. */
static void
test_offered (HelperWork *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) before = trinh_evaluation_list_findings (fixture->evaluation, "bm1:2.1");
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *box;

  set_tasks (fixture, PLAN);
  after = trinh_evaluation_list_findings (fixture->evaluation, "bm1:2.1");
  g_assert_cmpuint (after->len, ==, before->len + 1);
  box = trinh_finding_box_new (fixture->work, after->pdata[after->len - 1], "bm1:2.1");
  helper_work_show (fixture, box, 600, 300);
  g_assert_nonnull (helper_find_button (box, "Take 4"));
  helper_click (helper_find_button (box, "Take 4"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "4");
  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "33");

  helper_work_drop (fixture, box);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (HelperWork *fixture, gconstpointer data);
  } tests[] = {
    { "/tasks-page/list", test_list },
    { "/tasks-page/done", test_done },
    { "/tasks-page/remove-and-move", test_remove_and_move },
    { "/tasks-page/dialog", test_dialog },
    { "/tasks-page/offered", test_offered },
  };

  helper_work_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, HelperWork, NULL, helper_work_set_up, tests[i].test, helper_work_tear_down);

  return g_test_run ();
}
