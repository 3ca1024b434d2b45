/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "helper-work.h"
#include "trinh-cell-item.h"
#include "trinh-comparison-page.h"
#include "trinh-findings-page.h"
#include "trinh-form-page.h"
#include "trinh-overview-page.h"
#include "trinh-place.h"
#include "trinh-preview-page-private.h"
#include "trinh-report-view.h"
#include "trinh-section-page.h"
#include "trinh-store-private.h"
#include "trinh-tasks-page.h"

static TrinhReportView *
show_view (HelperWork *fixture,
           int width)
{
  TrinhReportView *view = trinh_report_view_new (fixture->work);

  helper_work_show (fixture, GTK_WIDGET (view), width, 700);

  return view;
}

static GtkWidget *
get_page (TrinhReportView *view)
{
  return gtk_stack_get_visible_child (helper_get_child (view, "stack"));
}

/* A cell, a section, a form or a page: each is found where it stands. */
static void
test_go_to (HelperWork *fixture,
            gconstpointer data)
{
  const struct
  {
    const char *place;
    GType type;
  } places[] = {
    { "findings", TRINH_TYPE_FINDINGS_PAGE },
    { "s6", TRINH_TYPE_SECTION_PAGE },
    { "bm3", TRINH_TYPE_FORM_PAGE },
    { "bm1:2.2", TRINH_TYPE_FORM_PAGE },
    { "comparison", TRINH_TYPE_COMPARISON_PAGE },
    { "tasks", TRINH_TYPE_TASKS_PAGE },
    { "preview", TRINH_TYPE_PREVIEW_PAGE },
    { "no-such-place", TRINH_TYPE_PREVIEW_PAGE },
    { "overview", TRINH_TYPE_OVERVIEW_PAGE },
  };
  TrinhReportView *view = show_view (fixture, 1100);

  g_assert_true (TRINH_IS_OVERVIEW_PAGE (get_page (view)));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].place);
      gtk_widget_activate_action (GTK_WIDGET (view), "report.go-to", "s", places[i].place);
      helper_wait (30);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (get_page (view)), places[i].type));
    }

  helper_work_drop (fixture, view);
}

/* A click on a paragraph of the preview: the cursor stands where it begins, and the keyboard writes there. */
static void
test_paragraph (HelperWork *fixture,
                gconstpointer data)
{
  TrinhReportView *view = show_view (fixture, 1100);
  g_autoptr (TrinhDocument) document = trinh_document_new (trinh_work_get_evaluation (fixture->work));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPages) pages = trinh_pages_new (document, NULL, NULL, NULL, &error);
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];
      g_autofree char *place = trinh_pages_dup_place (pages, box);
      GtkTextView *text;
      GtkTextBuffer *buffer;
      GtkTextIter start;
      GtkTextIter end;
      g_autofree char *line = NULL;
      const char *printed;

      if (box->continued || place == NULL || !g_str_has_prefix (place, "s2#") || g_str_has_suffix (place, "#0"))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (view), "report.go-to", "s", place);
      text = helper_find (get_page (view), GTK_TYPE_TEXT_VIEW, 0);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (text)));
      buffer = gtk_text_view_get_buffer (text);
      gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
      end = start;
      gtk_text_iter_forward_chars (&end, 12);
      line = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      g_test_message ("%s: %s", place, line);
      printed = g_str_has_prefix (line, "# ") ? line + strlen ("# ") : line;
      g_assert_true (g_str_has_prefix (box->text, printed));
      n++;
    }
  g_assert_cmpuint (n, >, 5);

  helper_work_drop (fixture, view);
}

static void
test_undo (HelperWork *fixture,
           gconstpointer data)
{
  TrinhReportView *view = show_view (fixture, 1100);
  GtkWidget *undo = helper_get_child (view, "undo_button");
  GtkWidget *redo = helper_get_child (view, "redo_button");

  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_false (gtk_widget_get_sensitive (redo));
  helper_work_enter (fixture, "bm1:2", "42,4");
  g_assert_true (gtk_widget_get_sensitive (undo));
  helper_click (undo);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "63.6");
  g_assert_false (gtk_widget_get_sensitive (undo));
  helper_click (redo);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "42.4");

  helper_work_drop (fixture, view);
}

/* What is half typed is entered and saved before the report is left. */
static void
test_finish (HelperWork *fixture,
             gconstpointer data)
{
  TrinhReportView *view = show_view (fixture, 1100);
  g_autoptr (GError) error = NULL;
  GtkTextView *text;

  trinh_report_view_go_to (view, "s6");
  helper_wait (30);
  text = helper_find (get_page (view), GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (text), "Một ", -1, TRUE);
  trinh_report_view_finish (view, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (trinh_section_get_text (trinh_report_find_section (fixture->report, "s6")), "Một "));
  g_assert_cmpuint (trinh_report_get_saved_revision (fixture->report), ==, trinh_report_get_revision (fixture->report));

  helper_work_drop (fixture, view);
}

static gboolean
has_pages (gpointer user_data)
{
  const TrinhPreviewPage *page = user_data;

  return page->pages != NULL && !page->stale && gtk_widget_get_height (GTK_WIDGET (page->scroller)) > 0;
}

static gboolean
is_larger (gpointer user_data)
{
  const TrinhPreviewPage *page = user_data;

  return page->zoom > 0;
}

static gboolean
is_whole (gpointer user_data)
{
  const TrinhPreviewPage *page = user_data;

  return page->zoom < TRINH_ZOOM_WIDTH;
}

static gboolean
is_wide (gpointer user_data)
{
  const TrinhPreviewPage *page = user_data;

  return page->zoom <= TRINH_ZOOM_WIDTH && page->zoom > TRINH_ZOOM_PAGE;
}

static void
type_key (const char *key)
{
  g_autofree char *command = g_strdup_printf ("xdotool key %s", key);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_async (command, &error);
  g_assert_no_error (error);
}

/* Real keys go to the window; FALSE, and the test is skipped, where there are none. */
static gboolean
take_keys (HelperWork *fixture)
{
  if (g_find_program_in_path ("xdotool") == NULL)
    {
      g_test_skip ("xdotool is not there");
      return FALSE;
    }

  gtk_window_set_title (fixture->window, "report-keys");
  helper_wait (100);
  g_spawn_command_line_sync ("xdotool search --name report-keys windowfocus --sync", NULL, NULL, NULL, NULL);

  return TRUE;
}

static gpointer
get_list (TrinhReportView *view)
{
  return helper_find (helper_get_child (view, "sidebar"), GTK_TYPE_LIST_VIEW, 0);
}

/* Real keys, while the keyboard is at the sidebar */
static void
test_preview_keys (HelperWork *fixture,
                   gconstpointer data)
{
  TrinhReportView *view = show_view (fixture, 1100);
  GtkWidget *list = get_list (view);
  gpointer page;

  trinh_report_view_go_to (view, "preview");
  page = get_page (view);
  helper_wait_until (has_pages, page);
  if (take_keys (fixture))
    {
      /* Tab goes to the list, and from its row on to what is below it. */
      gtk_window_set_focus (fixture->window, NULL);
      g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
      g_assert_false (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
      helper_wait (100);
      type_key ("ctrl+plus");
      helper_wait_until (is_larger, page);
      type_key ("ctrl+9");
      helper_wait_until (is_whole, page);
      type_key ("ctrl+0");
      helper_wait_until (is_wide, page);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), list));
    }

  helper_work_drop (fixture, view);
}

typedef struct
{
  TrinhReportView *view;
  const char *place; /* that is selected in the list */
  gboolean shown;    /* the page is, not the list */
} Expected;

static gboolean
stands_at (gpointer user_data)
{
  const Expected *expected = user_data;
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (get_list (expected->view)));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (expected->view)));

  return g_str_equal (trinh_place_get_id (gtk_single_selection_get_selected_item (selection)), expected->place) &&
         adw_navigation_split_view_get_show_content (helper_get_child (expected->view, "split")) == expected->shown &&
         focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, expected->shown ? get_page (expected->view) : get_list (expected->view));
}

static void
expect (TrinhReportView *view,
        const char *place,
        gboolean shown)
{
  Expected expected = { view, place, shown };

  g_test_message ("%s, %s", place, shown ? "its page" : "in the list");
  helper_wait_until (stands_at, &expected);
}

static void
click_row (TrinhReportView *view)
{
  GtkWidget *row = gtk_widget_get_focus_child (get_list (view));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (row));
  graphene_point_t point;
  g_autofree char *command = NULL;
  double x, y;

  g_assert_true (gtk_widget_compute_point (row, window, &GRAPHENE_POINT_INIT (40, 10), &point));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  command = g_strdup_printf ("xdotool search --name report-keys mousemove --window %%1 %d %d click 1", (int) (point.x + x), (int) (point.y + y));
  g_spawn_command_line_async (command, NULL);
}

static void
animate (gboolean animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
}

/* Where the list and the page take turns, arrows go through the list and Enter, Space or a click opens; back at the list
 * the keyboard is where the page was. */
static void
test_list_keys (HelperWork *fixture,
                gconstpointer data)
{
  TrinhReportView *view = show_view (fixture, 360);
  AdwNavigationSplitView *split = helper_get_child (view, "split");

  animate (data != NULL);
  if (take_keys (fixture))
    {
      adw_navigation_split_view_set_show_content (split, FALSE);
      expect (view, "overview", FALSE);
      type_key ("Down");
      expect (view, "s1", FALSE);
      type_key ("Down");
      expect (view, "s2", FALSE);
      g_assert_cmpstr (trinh_report_view_get_place (view), ==, "overview");
      type_key ("Return");
      expect (view, "s2", TRUE);
      type_key ("Escape");
      expect (view, "s2", FALSE);
      type_key ("Up");
      expect (view, "s1", FALSE);
      type_key ("space");
      expect (view, "s1", TRUE);
      /* As a banner's button goes */
      trinh_report_view_go_to (view, "review");
      gtk_window_set_focus (fixture->window, NULL);
      adw_navigation_split_view_set_show_content (split, FALSE);
      expect (view, "review", FALSE);
      /* It may slide in. */
      helper_wait (data != NULL ? 800 : 20);
      click_row (view);
      expect (view, "review", TRUE);
      /* A table that begins with a heading */
      gtk_window_set_focus (fixture->window, NULL);
      trinh_report_view_go_to (view, "bm3");
      expect (view, "bm3", TRUE);
    }
  animate (FALSE);

  helper_work_drop (fixture, view);
}

static void
submit (HelperWork *fixture)
{
  g_autoptr (TrinhStep) step = trinh_step_new (TRINH_STEP_SUBMIT, "Nguyễn Văn A", TRINH_ROLE_CLERK, "2022-06-09T08:00:00+07:00", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhEdit) edit = trinh_review_make_step (fixture->report, step, &error);

  g_assert_no_error (error);
  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
}

static gboolean
is_at_pages (gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (user_data));

  return focus != NULL && gtk_widget_is_ancestor (focus, helper_get_child (user_data, "pages"));
}

/* The banner's button goes once its page is there, and the keyboard is in the page then; F6 goes round its parts, also
 * from the list beside it and from the header. */
static void
test_review_keys (HelperWork *fixture,
                  gconstpointer data)
{
  static const int widths[] = { 1100, 660, 360 };

  submit (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      TrinhReportView *view = show_view (fixture, widths[i]);
      GtkWidget *button = GTK_WIDGET (helper_find_button (helper_get_child (view, "state_banner"), "Review"));

      g_test_message ("%d", widths[i]);
      gtk_widget_grab_focus (button);
      helper_click (button);
      expect (view, "review", TRUE);
      helper_wait (300);
      expect (view, "review", TRUE);
      if (take_keys (fixture))
        {
          g_assert_true (gtk_widget_grab_focus (i == 0 ? get_list (view) : helper_get_child (view, "search_button")));
          type_key ("F6");
          helper_wait_until (is_at_pages, get_page (view));
        }
      helper_work_drop (fixture, view);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

/* On a narrow screen every page fits. */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  static const char *const places[] = { "overview", "s6", "bm1", "tasks", "findings", "comparison", "preview" };
  TrinhReportView *view = show_view (fixture, 360);
  int least;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      trinh_report_view_go_to (view, places[i]);
      helper_wait (60);
      gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("%s: %d", places[i], least);
      g_assert_cmpint (least, <=, 360);
    }

  helper_work_drop (fixture, view);
}

static gboolean
is_revealed (gpointer banner)
{
  return adw_banner_get_revealed (banner);
}

/* A report that was changed behind the program's back says so as long as it is open, names what, and is only read. */
static void
test_problems (HelperWork *fixture,
               gconstpointer data)
{
  g_autofree char *change = g_strdup_printf ("UPDATE content SET json = '{\"value\":\"63\"}' WHERE report_id = '%s' AND target = 'bm1:2.2'", trinh_report_get_id (fixture->report));
  TrinhReportView *sound = show_view (fixture, 1100);
  TrinhForm *form = helper_work_get_form (fixture, "bm1");
  g_autoptr (TrinhCellItem) item = NULL;
  g_autoptr (TrinhWork) work = NULL;
  TrinhReportView *view;
  AdwAlertDialog *dialog;
  const char *text;
  TrinhReportPage *page;
  g_autoptr (GError) error = NULL;

  g_assert_false (is_revealed (helper_get_child (sound, "problem_banner")));
  helper_work_drop (fixture, sound);
  helper_work_enter (fixture, "bm1:2.2", "11");
  g_assert_true (trinh_work_flush (fixture->work, &error));
  g_assert_true (trinh_store_run_sql (trinh_work_get_store (fixture->work), change, &error));
  work = trinh_session_open_stored (fixture->session, trinh_report_get_id (fixture->report), &error);
  g_assert_no_error (error);
  view = trinh_report_view_new (work);
  helper_work_show (fixture, GTK_WIDGET (view), 1100, 700);
  g_assert_true (is_revealed (helper_get_child (view, "problem_banner")));

  gtk_widget_activate_action (GTK_WIDGET (view), "report.problems", NULL);
  dialog = ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  text = gtk_label_get_label (GTK_LABEL (adw_alert_dialog_get_extra_child (dialog)));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, trinh_report_get_title (fixture->report)));
  g_assert_nonnull (strstr (text, "2.2"));
  g_assert_null (strstr (text, "bm1:2.2"));
  g_assert_nonnull (strstr (text, trinh_store_get_path (trinh_work_get_store (work))));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  trinh_report_view_go_to (view, "s6");
  page = TRINH_REPORT_PAGE (get_page (view));
  g_assert_true (trinh_report_page_get_read_only (page));
  g_assert_false (gtk_text_view_get_editable (helper_get_child (page, "view")));
  g_assert_true (trinh_report_page_refuse (page));
  g_assert_nonnull (strstr (fixture->toast, "outside the program"));
  item = trinh_cell_item_new (work, form, "2.2", trinh_form_get_main_column (form));
  g_assert_nonnull (strstr (trinh_cell_item_explain_read_only (item), "outside the program"));
  g_clear_object (&item);
  helper_work_drop (fixture, view);
}

#define ADD(path, function) g_test_add ("/ui/report-view/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("go-to", test_go_to);
  ADD ("paragraph", test_paragraph);
  ADD ("undo", test_undo);
  ADD ("finish", test_finish);
  ADD ("preview-keys", test_preview_keys);
  ADD ("list-keys", test_list_keys);
  g_test_add ("/ui/report-view/list-keys/sliding", HelperWork, "sliding", helper_work_set_up, test_list_keys, helper_work_tear_down);
  ADD ("review-keys", test_review_keys);
  ADD ("narrow", test_narrow);
  ADD ("problems", test_problems);

  return g_test_run ();
}
