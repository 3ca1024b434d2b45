/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>

#include "helper.h"
#include "trinh-board.h"
#include "trinh-people.h"
#include "trinh-problem-dialog.h"
#include "trinh-start-actions.h"
#include "trinh-start-page.h"
#include "trinh-store-private.h"
#include "trinh-term-dialog.h"
#include "trinh-year-strip.h"

typedef struct
{
  char *folder;
  TrinhSession *session;
  TrinhStartPage *page;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = helper_new_session (&fixture->folder);
  fixture->page = g_object_ref_sink (g_object_new (TRINH_TYPE_START_PAGE, NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  helper_remove_folder (fixture->folder);
}

static void
set_people (Fixture *fixture,
            const char *name)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  if (name != NULL)
    g_ptr_array_add (people, trinh_person_new ("p1", name, "", TRINH_ROLE_CLERK));
  trinh_session_set_people (fixture->session, people, &error);
  g_assert_no_error (error);
  trinh_session_set_person (fixture->session, name != NULL ? "p1" : NULL, &error);
  g_assert_no_error (error);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (helper_get_child (fixture->page, "stack"));
}

static guint
count_rows (Fixture *fixture)
{
  GtkListView *list = helper_get_child (fixture->page, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
import_sample (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhWork) work = trinh_session_open_sample (fixture->session, &error);

  g_assert_no_error (error);
}

/* Reports appear as they come into the store. */
static void
test_live (Fixture *fixture,
           gconstpointer data)
{
  AdwWindowTitle *title = helper_get_child (fixture->page, "title");

  trinh_start_page_set_session (fixture->page, fixture->session);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "");

  import_sample (fixture);
  helper_settle ();
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "4 overdue");
}

static const struct
{
  const char *text;
  guint n;
} searches[] = {
  { "2021", 2 },
  { "binh lang", 4 },
  { "6 thang cuoi 2021", 1 },
  { "but son", 0 },
  { "", 4 },
};

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  GtkToggleButton *button = helper_get_child (fixture->page, "search_button");
  GtkSearchEntry *entry;

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  gtk_toggle_button_set_active (button, TRUE);
  entry = helper_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), searches[i].text);
      /* The entry waits for the end of typing. */
      g_signal_emit_by_name (entry, "search-changed");
      g_assert_cmpuint (count_rows (fixture), ==, searches[i].n);
      g_assert_cmpstr (get_page (fixture), ==, searches[i].n > 0 ? "list" : "nothing");
    }

  /* What was searched for goes with the bar. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "but son");
  gtk_toggle_button_set_active (button, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* "Show all" leads back from a search and a group that leave nothing. */
static void
test_show_all (Fixture *fixture,
               gconstpointer data)
{
  AdwToggleGroup *groups = helper_get_child (fixture->page, "groups");

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  adw_toggle_group_set_active_name (groups, "done");
  g_assert_cmpstr (get_page (fixture), ==, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "start.show-all", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_cmpuint (count_rows (fixture), ==, 4);
}

static void
test_groups (Fixture *fixture,
             gconstpointer data)
{
  AdwToggleGroup *groups = helper_get_child (fixture->page, "groups");

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  adw_toggle_group_set_active_name (groups, "done");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (get_page (fixture), ==, "nothing");
  adw_toggle_group_set_active_name (groups, "open");
  g_assert_cmpuint (count_rows (fixture), ==, 4);
}

/* The earliest deadline of the overdue ones first */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const char *const expected[] = { "2020-H1", "2021-H1", "2021-H2", "2022-H1" };
  GListModel *model;

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  model = G_LIST_MODEL (gtk_list_view_get_model (helper_get_child (fixture->page, "list")));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (model, i);
      g_autofree char *period = trinh_period_to_string (trinh_board_item_get_period (item));

      g_assert_cmpstr (period, ==, expected[i]);
    }
}

/* A database that cannot be opened is told of; when it is mended, "Try again" shows the reports. */
static void
test_failed (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->folder, "test.db", NULL);

  g_assert_true (g_file_set_contents (database, "This is no database, but it is long enough to look at its head.", -1, NULL));
  trinh_start_page_set_session (fixture->page, fixture->session);
  g_assert_cmpstr (get_page (fixture), ==, "failed");
  g_assert_nonnull (strstr (adw_status_page_get_description (helper_find (fixture->page, ADW_TYPE_STATUS_PAGE, 0)), "test.db"));

  g_assert_cmpint (g_remove (database), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "start.try-again", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
}

/* On a display: rows are made, and everything goes with the window. */
static void
test_shown (Fixture *fixture,
            gconstpointer data)
{
  GtkWindow *window;

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  window = helper_show (GTK_WIDGET (fixture->page));
  g_assert_true (gtk_widget_get_mapped (helper_get_child (fixture->page, "list")));
  gtk_window_destroy (window);
  helper_settle ();
}

static TrinhBoardItem *
get_item (Fixture *fixture,
          guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (helper_get_child (fixture->page, "list")));

  return g_list_model_get_item (model, position);
}

static void
note_key (TrinhYearStrip *strip,
          const char *key,
          char **noted)
{
  g_set_str (noted, key);
}

/* A button for each report of the year, in the order of the periods, which says how it stands. */
static void
test_strip (Fixture *fixture,
            gconstpointer data)
{
  TrinhYearStrip *strip = g_object_ref_sink (TRINH_YEAR_STRIP (trinh_year_strip_new ()));
  g_autoptr (TrinhBoard) board = NULL;
  g_autofree char *picked = NULL;
  GtkWidget *button;

  import_sample (fixture);
  board = trinh_board_new (fixture->session, helper_day ("2022-07-01"));
  trinh_board_set_year (board, 2021);
  trinh_year_strip_show (strip, G_LIST_MODEL (board), NULL, 2021);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (strip)));
  g_assert_nonnull (helper_find (strip, GTK_TYPE_BUTTON, 1));
  g_assert_null (helper_find (strip, GTK_TYPE_BUTTON, 2));
  button = helper_find (strip, GTK_TYPE_BUTTON, 0);
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (button), "Report for 6 tháng đầu năm 2021, UBND xã Bình Lãng, "));
  g_assert_cmpstr (gtk_label_get_label (helper_find (button, GTK_TYPE_LABEL, 0)), ==, "●");
  g_assert_cmpstr (gtk_label_get_label (helper_find (button, GTK_TYPE_LABEL, 1)), ==, "6T");
  g_signal_connect (strip, "picked", G_CALLBACK (note_key), &picked);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (picked);

  trinh_year_strip_show (strip, G_LIST_MODEL (board), NULL, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (strip)));
  g_assert_finalize_object (strip);
}

/* Where somebody is named the page says who works now; an office of one is not bothered. */
static void
test_person (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *place = helper_get_child (fixture->page, "person_place");
  GtkWindow *window;

  trinh_start_page_set_session (fixture->page, fixture->session);
  window = helper_show (GTK_WIDGET (fixture->page));
  while (adw_bin_get_child (ADW_BIN (place)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (place));
  set_people (fixture, "Nguyễn Văn A");
  g_assert_true (gtk_widget_get_visible (place));
  g_assert_cmpstr (gtk_label_get_label (helper_get_child (adw_bin_get_child (ADW_BIN (place)), "name")), ==, "Nguyễn Văn A");
  set_people (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (place));
  gtk_window_destroy (window);
  helper_settle ();
}

/* With a reason it goes to what is done; taken back, it is overdue again. */
static void
test_not_required (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhBoardItem) item = NULL;
  g_autoptr (TrinhBoardItem) after = NULL;
  g_autoptr (TrinhBoardItem) again = NULL;

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  item = get_item (fixture, 0);
  trinh_start_set_reason (GTK_WIDGET (fixture->page), fixture->session, item, "Xã chưa thành lập");
  helper_settle ();
  after = get_item (fixture, 0);
  g_assert_cmpstr (trinh_board_item_get_key (after), !=, trinh_board_item_get_key (item));
  g_assert_cmpuint (count_rows (fixture), ==, 3);

  trinh_start_set_reason (GTK_WIDGET (fixture->page), fixture->session, item, NULL);
  helper_settle ();
  again = get_item (fixture, 0);
  g_assert_cmpstr (trinh_board_item_get_key (again), ==, trinh_board_item_get_key (item));
}

/* Another deadline, and the calendar's again */
static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhBoardItem) item = NULL;
  g_autoptr (TrinhBoardSettings) settings = NULL;
  TrinhTermDialog *dialog;
  TrinhBoardTerm term;

  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  item = get_item (fixture, 3);
  dialog = trinh_term_dialog_new (fixture->session, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item));
  gtk_editable_set_text (helper_get_child (dialog, "deadline_row"), "hôm nào đó");
  g_assert_false (trinh_term_dialog_save (dialog));
  gtk_editable_set_text (helper_get_child (dialog, "deadline_row"), "20/6/2022");
  gtk_editable_set_text (helper_get_child (dialog, "note_row"), " Công văn 12 ");
  g_assert_true (trinh_term_dialog_save (dialog));
  settings = trinh_session_get_board_settings (fixture->session);
  g_assert_true (trinh_board_settings_get_term (settings, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item), &term));
  g_assert_cmpuint (term.deadline, ==, helper_day ("2022-06-20"));
  g_assert_cmpuint (term.data_to, ==, 0);
  g_assert_cmpstr (term.note, ==, "Công văn 12");

  gtk_editable_set_text (helper_get_child (dialog, "deadline_row"), "");
  gtk_editable_set_text (helper_get_child (dialog, "note_row"), "");
  g_assert_true (trinh_term_dialog_save (dialog));
  g_clear_pointer (&settings, trinh_board_settings_free);
  settings = trinh_session_get_board_settings (fixture->session);
  g_assert_false (trinh_board_settings_get_term (settings, trinh_board_item_get_office (item), trinh_board_item_get_regime (item), trinh_board_item_get_period (item), &term));
  helper_finalize_dialog (ADW_DIALOG (dialog));
}

static void
check_database (Fixture *fixture)
{
  guint n = 0;
  const gulong handler = g_signal_connect_swapped (fixture->session, "problems-changed", G_CALLBACK (helper_count), &n);

  trinh_session_watch_store (fixture->session);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->session, handler);
}

/* What the check in the background finds is told with the reports' names, as long as it is so. */
static void
test_problems (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrinhStore *store = trinh_session_get_store (fixture->session, &error);
  AdwBin *place = helper_get_child (fixture->page, "problem_place");
  AdwDialog *dialog;
  GtkWindow *window;

  g_assert_no_error (error);
  import_sample (fixture);
  trinh_start_page_set_session (fixture->page, fixture->session);
  window = helper_show (GTK_WIDGET (fixture->page));
  check_database (fixture);
  g_assert_null (adw_bin_get_child (place));

  g_assert_true (trinh_store_run_sql (store, "CREATE TABLE kept AS SELECT * FROM content; UPDATE content SET json = '\"khác\"' WHERE target = 'subject'", &error));
  g_assert_no_error (error);
  check_database (fixture);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (adw_bin_get_child (place))));
  g_test_message ("%s", adw_banner_get_title (ADW_BANNER (adw_bin_get_child (place))));
  g_assert_nonnull (strstr (adw_banner_get_title (ADW_BANNER (adw_bin_get_child (place))), "Báo cáo"));

  dialog = trinh_problem_dialog_new (trinh_session_get_problems (fixture->session), trinh_store_get_path (store), NULL);
  g_test_message ("%s", gtk_label_get_label (GTK_LABEL (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)))));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)))), "changed outside the program"));
  helper_finalize_dialog (dialog);

  g_assert_true (trinh_store_run_sql (store, "DELETE FROM content; INSERT INTO content SELECT * FROM kept; DROP TABLE kept", &error));
  g_assert_no_error (error);
  check_database (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (adw_bin_get_child (place))));
  gtk_window_destroy (window);
  helper_settle ();
}

#define ADD(name, func) g_test_add ("/start-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  ADD ("live", test_live);
  ADD ("search", test_search);
  ADD ("show-all", test_show_all);
  ADD ("groups", test_groups);
  ADD ("order", test_order);
  ADD ("failed", test_failed);
  ADD ("strip", test_strip);
  ADD ("person", test_person);
  ADD ("not-required", test_not_required);
  ADD ("days", test_days);
  ADD ("shown", test_shown);
  ADD ("problems", test_problems);

  return g_test_run ();
}
