/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-preview-page.h"
#include "trinh-review-page.h"
#include "trinh-review-row.h"
#include "trinh-work-remarks.h"
#include "trinh-work-review.h"

/* The sample has open errors: it is put before the signatory without being asked for them. */
static void
submit (HelperWork *fixture)
{
  g_autoptr (TrinhStep) step = trinh_step_new (TRINH_STEP_SUBMIT, "Văn phòng", TRINH_ROLE_CLERK, "2022-06-09T08:00:00+07:00", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhEdit) edit = trinh_review_make_step (fixture->report, step, &error);

  g_assert_no_error (error);
  g_assert_true (trinh_work_apply (fixture->work, edit, &error));
  g_assert_no_error (error);
}

static void
send_back (HelperWork *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_work_do_step (fixture->work, TRINH_STEP_RETURN, "Xem lại 2.1.", &error));
  g_assert_no_error (error);
}

static void
add_remark (HelperWork *fixture)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (fixture->work, "Đủ chưa?");
  g_autoptr (GError) error = NULL;

  trinh_work_add_remark (fixture->work, remark, &error);
  g_assert_no_error (error);
}

static GtkWidget *
show_wide (HelperWork *fixture,
           int width)
{
  GtkWidget *page = trinh_review_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, width, 700);
  helper_wait (50);

  return page;
}

static GtkWidget *
show (HelperWork *fixture)
{
  return show_wide (fixture, 1200);
}

static guint
count_rows (GtkWidget *page,
            const char *list)
{
  return helper_count_found (helper_get_child (page, list), TRINH_TYPE_REVIEW_ROW);
}

static const char *
get_list (GtkWidget *page)
{
  return adw_view_stack_get_visible_child_name (helper_get_child (page, "stack"));
}

/* The findings are in sight where there is nothing to compare. */
static void
test_first (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page;

  submit (fixture);
  page = show (fixture);
  g_assert_cmpuint (count_rows (page, "changes"), ==, 0);
  g_assert_cmpstr (adw_status_page_get_title (helper_get_child (page, "no_changes")), ==, "Reviewed for the first time");
  g_assert_cmpstr (adw_status_page_get_icon_name (helper_get_child (page, "no_changes")), ==, "dialog-information-symbolic");
  g_assert_cmpuint (count_rows (page, "findings"), ==, trinh_evaluation_get_n_errors (fixture->evaluation) + trinh_evaluation_get_n_warnings (fixture->evaluation));
  g_assert_cmpstr (get_list (page), ==, "findings");
  /* Somebody looks elsewhere, and stays there. */
  adw_view_stack_set_visible_child_name (helper_get_child (page, "stack"), "remarks");
  helper_work_enter (fixture, "bm1:2.1", "34");
  helper_wait (50);
  g_assert_cmpstr (get_list (page), ==, "remarks");

  helper_work_drop (fixture, page);
}

/* When it comes again, what changed is there, and nothing else. */
static void
test_again (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page;

  submit (fixture);
  send_back (fixture);
  page = show (fixture);
  g_assert_cmpstr (adw_status_page_get_title (helper_get_child (page, "no_changes")), ==, "Nothing changed");
  g_assert_cmpstr (adw_status_page_get_icon_name (helper_get_child (page, "no_changes")), ==, "object-select-symbolic");
  helper_work_enter (fixture, "bm1:2.1", "34");
  submit (fixture);
  helper_wait (50);
  g_assert_cmpuint (count_rows (page, "changes"), ==, 1);
  g_assert_cmpstr (trinh_review_row_get_place (helper_find (page, TRINH_TYPE_REVIEW_ROW, 0)), ==, "bm1:2.1");
  g_assert_cmpstr (adw_view_stack_page_get_title (helper_get_child (page, "changes_page")), ==, "Changes (1)");
  helper_work_drop (fixture, page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));

  page = show (fixture);
  g_assert_cmpstr (get_list (page), ==, "changes");
  helper_work_drop (fixture, page);
}

/* The first row of a place */
static TrinhReviewRow *
find_row (GtkWidget *page,
          const char *list,
          const char *place)
{
  TrinhReviewRow *row;

  for (guint i = 0; (row = helper_find (helper_get_child (page, list), TRINH_TYPE_REVIEW_ROW, i)) != NULL; i++)
    if (g_strcmp0 (trinh_review_row_get_place (row), place) == 0)
      return row;

  g_assert_not_reached ();
}

/* A row says where it is and, of a finding, how bad, to the eye and to a screen reader. */
static void
test_rows (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page;
  TrinhReviewRow *row;

  submit (fixture);
  send_back (fixture);
  helper_work_enter (fixture, "bm1:2.1", "34");
  submit (fixture);
  page = show (fixture);
  row = find_row (page, "findings", "bm1:2");
  g_assert_true (helper_has_label (row, "Biểu mẫu 1 · 2"));
  helper_assert_spoken (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Error. Biểu mẫu 1 · 2. Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo… must be 14 / 34 = 41,2 %; entered is 63,6 %. Not explained");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (helper_find (find_row (page, "findings", "s11"), GTK_TYPE_LABEL, 1)), "2.2. Tổng hợp"));
  helper_assert_spoken (find_row (page, "changes", "bm1:2.1"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Biểu mẫu 1. 2.1 Số nhiệm vụ đề ra trong kế hoạch. “33” became “34”");

  helper_work_drop (fixture, page);
}

static void
step_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  g_set_str (user_data, g_variant_get_string (parameter, NULL));
}

static void
add_actions (HelperWork *fixture,
             char **asked)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("step", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (step_cb), asked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "report", G_ACTION_GROUP (group));
}

static void
assert_buttons (GtkWidget *page,
                gboolean can_return,
                gboolean can_approve,
                gboolean can_sign)
{
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (page, "return_button")) == can_return);
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (page, "approve_button")) == can_approve);
  g_assert_true (gtk_widget_get_sensitive (helper_get_child (page, "sign_button")) == can_sign);
}

/* The report as its file; (transfer full) */
static char *
dup_report (HelperWork *fixture)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (fixture->report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Each of the three is offered when it can be done. Asking for a signature changes nothing, and what is approved can still be
 * returned. */
static void
test_buttons (HelperWork *fixture,
              gconstpointer data)
{
  g_autofree char *asked = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  page = show (fixture);
  add_actions (fixture, &asked);
  assert_buttons (page, FALSE, FALSE, FALSE);
  submit (fixture);
  helper_wait (50);
  assert_buttons (page, TRUE, TRUE, TRUE);
  helper_click (helper_get_child (page, "return_button"));
  g_assert_cmpstr (asked, ==, "return");
  helper_click (helper_get_child (page, "approve_button"));
  g_assert_cmpstr (asked, ==, "approve");
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_SUBMITTED);
  before = dup_report (fixture);
  helper_click (helper_get_child (page, "sign_button"));
  g_assert_cmpstr (asked, ==, "sign");
  after = dup_report (fixture);
  g_assert_cmpstr (before, ==, after);
  helper_wait (50);
  assert_buttons (page, TRUE, TRUE, TRUE);
  g_assert_true (trinh_work_do_step (fixture->work, TRINH_STEP_APPROVE, "", &error));
  g_assert_no_error (error);
  helper_wait (50);
  assert_buttons (page, TRUE, FALSE, TRUE);

  helper_work_drop (fixture, page);
}

/* In a usual window the pages have the room: the lists are folded, and their button says what they hold. */
static void
test_folded (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page;
  g_autofree char *words = NULL;
  const char *found;

  submit (fixture);
  /* What a window of 1180 leaves beside the list of pages */
  page = show_wide (fixture, 843);
  found = adw_view_stack_page_get_title (helper_get_child (page, "findings_page"));
  words = g_strdup_printf ("%s · Remarks (1)", found);
  g_assert_cmpint (gtk_widget_get_width (helper_get_child (page, "pages")), >, 800);
  g_assert_true (gtk_widget_get_mapped (helper_get_child (page, "side_words")));
  g_assert_cmpstr (gtk_label_get_label (helper_get_child (page, "side_words")), ==, found);
  helper_assert_spoken (helper_get_child (page, "side_button"), GTK_ACCESSIBLE_PROPERTY_LABEL, found);
  add_remark (fixture);
  helper_wait (50);
  g_assert_cmpstr (gtk_label_get_label (helper_get_child (page, "side_words")), ==, words);
  helper_work_drop (fixture, page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));

  page = show_wide (fixture, 1200);
  g_assert_false (adw_overlay_split_view_get_collapsed (helper_get_child (page, "split")));
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "side_button")));
  helper_work_drop (fixture, page);
}

/* On a phone the three buttons have the whole bar. */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page;
  graphene_rect_t bounds;

  submit (fixture);
  /* The window's shadow takes 10 of them. */
  page = show_wide (fixture, 370);
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "state")));
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "side_words")));
  g_assert_true (gtk_widget_get_mapped (helper_get_child (page, "side_count")));
  g_assert_true (gtk_widget_compute_bounds (helper_get_child (page, "sign_button"), page, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 360);

  helper_work_drop (fixture, page);
}

/* What the widget's own shortcuts do */
static gboolean
press (GtkWidget *widget,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_not_reached ();
}

static gboolean
has_keyboard (HelperWork *fixture,
              GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* F6 goes round the parts that are there, and the other way with Shift; a page of the report is not one of them. */
static void
test_parts (HelperWork *fixture,
            gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *pages;
  GtkWidget *lists;
  GtkWidget *bar;

  submit (fixture);
  page = show (fixture);
  pages = helper_get_child (page, "pages");
  lists = adw_overlay_split_view_get_sidebar (helper_get_child (page, "split"));
  bar = gtk_widget_get_parent (helper_get_child (page, "sign_button"));
  gtk_widget_grab_focus (helper_get_child (page, "sign_button"));
  g_assert_true (press (page, "F6"));
  g_assert_true (has_keyboard (fixture, pages));
  g_assert_true (press (page, "F6"));
  g_assert_true (has_keyboard (fixture, lists));
  g_assert_true (press (page, "F6"));
  g_assert_true (has_keyboard (fixture, bar));
  g_assert_true (press (page, "<Shift>F6"));
  g_assert_true (has_keyboard (fixture, lists));
  helper_work_drop (fixture, page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));

  page = show_wide (fixture, 370);
  gtk_widget_grab_focus (helper_get_child (page, "side_button"));
  g_assert_true (press (page, "F6"));
  g_assert_true (has_keyboard (fixture, helper_get_child (page, "pages")));
  g_assert_true (press (page, "F6"));
  g_assert_true (has_keyboard (fixture, gtk_widget_get_parent (helper_get_child (page, "side_button"))));
  helper_work_drop (fixture, page);
}

/* Where the lists lie over the pages the keyboard is in them; Escape takes them away, and no more; beside the pages it is not the page's. */
static void
test_escape (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page;
  AdwOverlaySplitView *split;
  GtkWidget *button;

  submit (fixture);
  page = show_wide (fixture, 370);
  split = helper_get_child (page, "split");
  button = helper_get_child (page, "side_button");
  g_assert_false (press (page, "Escape"));
  gtk_widget_grab_focus (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  helper_wait (50);
  g_assert_true (has_keyboard (fixture, adw_overlay_split_view_get_sidebar (split)));
  g_assert_false (gtk_widget_get_can_focus (helper_get_child (page, "pages")));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));
  g_assert_true (press (page, "Escape"));
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  g_assert_true (gtk_widget_get_can_focus (helper_get_child (page, "pages")));
  helper_work_drop (fixture, page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));

  page = show_wide (fixture, 1200);
  g_assert_false (press (page, "Escape"));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (helper_get_child (page, "split")));
  helper_work_drop (fixture, page);
}

int
main (int argc,
      char *argv[])
{
  helper_work_listen ();
  helper_work_init (&argc, &argv);
  g_test_add ("/ui/review-page/first", HelperWork, NULL, helper_work_set_up, test_first, helper_work_tear_down);
  g_test_add ("/ui/review-page/again", HelperWork, NULL, helper_work_set_up, test_again, helper_work_tear_down);
  g_test_add ("/ui/review-page/rows", HelperWork, NULL, helper_work_set_up, test_rows, helper_work_tear_down);
  g_test_add ("/ui/review-page/folded", HelperWork, NULL, helper_work_set_up, test_folded, helper_work_tear_down);
  g_test_add ("/ui/review-page/narrow", HelperWork, NULL, helper_work_set_up, test_narrow, helper_work_tear_down);
  g_test_add ("/ui/review-page/parts", HelperWork, NULL, helper_work_set_up, test_parts, helper_work_tear_down);
  g_test_add ("/ui/review-page/escape", HelperWork, NULL, helper_work_set_up, test_escape, helper_work_tear_down);
  g_test_add ("/ui/review-page/buttons", HelperWork, NULL, helper_work_set_up, test_buttons, helper_work_tear_down);
  return g_test_run ();
}
