/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-form-page-private.h"
#include "trinh-text-cell.h"

static TrinhFormPage *
show_page (HelperWork *fixture,
           const char *form)
{
  GtkWidget *page = trinh_form_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_form_page_set_form (TRINH_FORM_PAGE (page), helper_work_get_form (fixture, form));
  helper_work_show (fixture, page, 1000, 760);

  return TRINH_FORM_PAGE (page);
}

static guint
count_rows (TrinhFormPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (page->selection));
}

static char *
dup_address (TrinhFormPage *page,
             guint position)
{
  g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (page->selection), position);

  g_assert_nonnull (item);

  return g_strdup (trinh_cell_item_get_address (trinh_row_item_get_main (item)));
}

static void
assert_current (TrinhFormPage *page,
                const char *address,
                guint column)
{
  g_autofree char *found = dup_address (page, page->current);

  g_assert_cmpstr (found, ==, address);
  g_assert_cmpuint (page->column, ==, column);
}

static GtkWidget *
get_focused_cell (HelperWork *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL ? gtk_widget_get_ancestor (focus, TRINH_TYPE_TEXT_CELL) : NULL;
}

/* Behind the last value column stands the note. */
static GtkWidget *
get_widget (TrinhRowItem *item,
            guint column)
{
  if (column == trinh_row_item_get_n_cells (item))
    return trinh_cell_item_get_widget (trinh_row_item_get_main (item), TRINH_CELL_NOTE);

  return trinh_cell_item_get_widget (trinh_row_item_get_cell (item, column), TRINH_CELL_VALUE);
}

typedef struct
{
  HelperWork *fixture;
  TrinhFormPage *page;
} Focus;

static gboolean
is_focused (gpointer user_data)
{
  const Focus *wanted = user_data;
  g_autoptr (TrinhRowItem) item = g_list_model_get_item (G_LIST_MODEL (wanted->page->selection), wanted->page->current);
  GtkWidget *cell = get_widget (item, wanted->page->column);
  GtkWidget *focus = gtk_window_get_focus (wanted->fixture->window);

  return cell != NULL && focus != NULL && (focus == cell || gtk_widget_is_ancestor (focus, cell));
}

/* Goes there and waits until the keyboard is there too */
static void
reveal (HelperWork *fixture,
        TrinhFormPage *page,
        const char *address)
{
  Focus wanted = { fixture, page };

  g_assert_true (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), address));
  helper_wait_until (is_focused, &wanted);
}

/* Whatever a search hides and however far away: the cell is shown, selected and has the focus. */
static void
test_reveal (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  TrinhForm *form = helper_work_get_form (fixture, "bm1");
  g_autoptr (TrinhRowItem) item = NULL;

  g_assert_cmpuint (count_rows (page), ==, trinh_form_get_n_rows (form));
  g_assert_cmpstr (trinh_report_page_get_title (TRINH_REPORT_PAGE (page)), ==, "Biểu mẫu 1");

  gtk_search_bar_set_search_mode (page->search_bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "khảo sát");
  helper_wait (400);
  g_assert_cmpuint (count_rows (page), <, trinh_form_get_n_rows (form));

  reveal (fixture, page, "bm1:4.2");
  assert_current (page, "bm1:4.2", TRINH_CELL_VALUE);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), page->current));
  item = g_list_model_get_item (G_LIST_MODEL (page->selection), page->current);
  g_assert_nonnull (get_focused_cell (fixture));
  g_assert_true (get_focused_cell (fixture) == get_widget (item, 0));

  g_assert_false (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "bm3:1.1"));
  g_clear_object (&item);
  helper_work_drop (fixture, page);
}

static const struct
{
  const char *words;
  guint n;
} searches[] = {
  { "2.1", 1 },
  { "NHIEM VU", 7 },
  { "không có từ này", 0 },
  { "", 0 },
};

static void
test_search (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  g_assert_true (trinh_report_page_start_search (TRINH_REPORT_PAGE (page)));
  g_assert_true (gtk_search_bar_get_search_mode (page->search_bar));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      const guint all = trinh_form_get_n_rows (helper_work_get_form (fixture, "bm1"));

      g_test_message ("%s", searches[i].words);
      gtk_editable_set_text (GTK_EDITABLE (page->search_entry), searches[i].words);
      helper_wait (400);
      g_assert_cmpuint (count_rows (page), ==, searches[i].words[0] == '\0' ? all : searches[i].n);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (page->table_stack), ==, count_rows (page) > 0 ? "table" : "nothing");
    }

  helper_work_drop (fixture, page);
}

/* Down goes over headings that take no value; Tab goes to the note and on to the next row. */
static void
test_move (HelperWork *fixture,
           gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  reveal (fixture, page, "bm1:2.2");
  trinh_form_page_move (page, 1, 0);
  helper_wait (50);
  assert_current (page, "bm1:3.1", TRINH_CELL_VALUE);
  trinh_form_page_move (page, -1, 0);
  assert_current (page, "bm1:2.2", TRINH_CELL_VALUE);
  trinh_form_page_move (page, 0, 1);
  assert_current (page, "bm1:2.2", TRINH_CELL_NOTE);
  trinh_form_page_move (page, 0, 1);
  assert_current (page, "bm1:3.1", TRINH_CELL_VALUE);
  trinh_form_page_move (page, 0, -1);
  assert_current (page, "bm1:2.2", TRINH_CELL_NOTE);

  /* At the ends it stays. */
  reveal (fixture, page, "bm1:1");
  trinh_form_page_move (page, -1, 0);
  assert_current (page, "bm1:1", TRINH_CELL_VALUE);
  reveal (fixture, page, "bm1:6");
  trinh_form_page_move (page, 1, 0);
  assert_current (page, "bm1:6", TRINH_CELL_VALUE);

  helper_work_drop (fixture, page);
}

typedef struct
{
  HelperWork *fixture;
  const char *address;
  const char *text;
} Expected;

static gboolean
has_text (gpointer user_data)
{
  const Expected *expected = user_data;

  return g_strcmp0 (helper_work_get_text (expected->fixture, expected->address), expected->text) == 0;
}

/* A block from a spreadsheet goes from the focused cell down, values and notes, as one edit. */
static void
test_paste (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  Expected expected = { fixture, "bm1:2.2", "15" };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));

  reveal (fixture, page, "bm1:2.1");
  gdk_clipboard_set_text (clipboard, "34\tđã rà soát\n15\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.paste", NULL);
  helper_wait_until (has_text, &expected);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "34");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->report, "bm1:2.1")), ==, "đã rà soát");
  g_assert_nonnull (fixture->toast);

  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "33");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "14");

  helper_work_drop (fixture, page);
}

/* What cannot be read is left out, and a dialog says which. */
static gboolean
has_dialog (gpointer user_data)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (((HelperWork *) user_data)->window)) != NULL;
}

static void
test_paste_skipped (HelperWork *fixture,
                    gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  AdwAlertDialog *dialog;

  reveal (fixture, page, "bm1:2.1");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), "ba mươi ba\n15");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.paste", NULL);
  helper_wait_until (has_dialog, fixture);

  dialog = helper_get_alert (fixture);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "ba mươi ba"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "33");
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.2"), ==, "15");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  helper_wait (20);

  helper_work_drop (fixture, page);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
is_read (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static void
assert_copied (TrinhFormPage *page,
               const char *expected)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "form.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  helper_wait_until (is_read, &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
extend (TrinhFormPage *page,
        int step)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "form.extend", "i", step);
}

static guint64
count_selected (TrinhFormPage *page)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (page->selection));

  return gtk_bitset_get_size (selected);
}

/* One cell alone, or the selected block with its notes */
static void
test_copy (HelperWork *fixture,
           gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  g_autoptr (GError) error = NULL;

  trinh_work_enter_note (fixture->work, "bm1:2.1", "đã\trà soát", &error);
  g_assert_no_error (error);
  reveal (fixture, page, "bm1:2.1");
  assert_copied (page, "33");

  extend (page, 1);
  g_assert_cmpuint (count_selected (page), ==, 2);
  assert_copied (page, "33\tđã rà soát\n14\t");

  helper_work_drop (fixture, page);
}

/* A block grows away from the row where it began and shrinks back to it. */
static void
test_extend (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  reveal (fixture, page, "bm1:2.1");
  extend (page, 1);
  extend (page, 1);
  g_assert_cmpuint (count_selected (page), ==, 3);
  extend (page, -1);
  extend (page, -1);
  g_assert_cmpuint (count_selected (page), ==, 1);
  extend (page, -1);
  g_assert_cmpuint (count_selected (page), ==, 2);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), page->current));
  extend (page, 1);
  g_assert_cmpuint (count_selected (page), ==, 1);
  assert_current (page, "bm1:2.1", TRINH_CELL_VALUE);

  /* Never over the first row */
  for (guint i = 0; i < 20; i++)
    extend (page, -1);
  g_assert_cmpuint (count_selected (page), ==, page->current + 1);

  helper_work_drop (fixture, page);
}

/* The banner keeps its place while the form is filled in: the rows do not move under the pointer. */
static void
test_banner (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  const guint n = trinh_evaluation_get_place (fixture->evaluation, "bm1").n_errors;
  g_autofree char *before = g_strdup (adw_banner_get_title (page->banner));

  g_assert_cmpuint (n, >, 0);
  g_assert_true (adw_banner_get_revealed (page->banner));
  helper_work_enter (fixture, "bm1:2", "42,4");
  g_assert_cmpstr (adw_banner_get_title (page->banner), !=, before);
  g_assert_true (adw_banner_get_revealed (page->banner));
  helper_work_undo (fixture);
  g_assert_cmpstr (adw_banner_get_title (page->banner), ==, before);

  helper_work_drop (fixture, page);
}

/* What is half typed is entered when the page is left; what is shown follows the form. */
static void
test_leave (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  reveal (fixture, page, "bm1:2.1");
  trinh_text_cell_start (TRINH_TEXT_CELL (get_focused_cell (fixture)));
  gtk_editable_set_text (helper_find (get_focused_cell (fixture), GTK_TYPE_TEXT, 0), "35");
  trinh_form_page_set_form (page, helper_work_get_form (fixture, "bm2"));
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2.1"), ==, "35");
  g_assert_cmpuint (count_rows (page), ==, trinh_form_get_n_rows (helper_work_get_form (fixture, "bm2")));
  helper_wait (50);

  trinh_form_page_set_form (page, NULL);
  g_assert_cmpuint (count_rows (page), ==, 0);
  helper_work_drop (fixture, page);
}

static GtkWidget *
find_badge_button (TrinhFormPage *page)
{
  GtkWidget *button;

  for (guint i = 0; (button = helper_find (page->table, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_widget_has_css_class (button, "badge-button") && gtk_widget_get_visible (button) && gtk_widget_get_mapped (button))
      return button;

  return NULL;
}

/* The popover explains the row of its badge, and goes when there is nothing left to explain. */
static void
test_popover (HelperWork *fixture,
              gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  TrinhBadgePopover *popover = TRINH_BADGE_POPOVER (page->popover);

  helper_click (find_badge_button (page));
  helper_wait (50);
  g_assert_cmpstr (trinh_cell_item_get_address (trinh_badge_popover_get_item (popover)), ==, "bm1:2");
  g_assert_true (gtk_widget_get_visible (page->popover));

  helper_click (helper_find_button (popover, "Take 42,4"));
  helper_wait (50);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "42.4");
  g_assert_false (gtk_widget_get_visible (page->popover));
  g_assert_null (trinh_badge_popover_get_item (popover));

  helper_work_undo (fixture);
  helper_wait (50);
  helper_click (find_badge_button (page));
  helper_wait (50);
  g_assert_true (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "bm1:2.2"));
  helper_wait (50);
  g_assert_false (gtk_widget_get_visible (page->popover));

  helper_work_drop (fixture, page);
}

/* A page that goes while its popover is open takes it along. */
static void
test_popover_left_open (HelperWork *fixture,
                        gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  helper_click (find_badge_button (page));
  helper_wait (50);
  helper_work_drop (fixture, page);
}

/* An edit that leaves the finding alone leaves its box alone; taken, the keyboard is back in the table. */
static void
test_details (HelperWork *fixture,
              gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  Focus wanted = { fixture, page };
  GtkButton *take;

  reveal (fixture, page, "bm1:2");
  take = helper_find_button (page->details, "Take 42,4");
  g_assert_nonnull (take);
  helper_work_enter (fixture, "bm1:3.1", "9");
  g_assert_true (helper_find_button (page->details, "Take 42,4") == take);

  gtk_widget_grab_focus (GTK_WIDGET (take));
  helper_click (take);
  g_assert_cmpstr (helper_work_get_text (fixture, "bm1:2"), ==, "42.4");
  g_assert_null (helper_find_button (page->details, "Take 42,4"));
  helper_wait_until (is_focused, &wanted);

  helper_work_drop (fixture, page);
}

/* Every form draws, scrolls to its end and lets go of everything. */
static void
test_forms (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (fixture->report));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      trinh_form_page_set_form (page, form);
      helper_wait (60);
      trinh_form_page_focus_cell (page, count_rows (page) - 1, 0);
      helper_wait (60);
      g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), count_rows (page) - 1));
    }

  helper_work_drop (fixture, page);
}

/* What there is nothing to compare with takes no room; in a tight window the change is left to the details. */
static void
test_compared (HelperWork *fixture,
               gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  g_assert_true (gtk_column_view_column_get_visible (page->previous_column));
  g_assert_true (gtk_column_view_column_get_visible (page->change_column));
  helper_work_drop (fixture, page);

  page = TRINH_FORM_PAGE (trinh_form_page_new ());
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_form_page_set_form (page, helper_work_get_form (fixture, "bm1"));
  helper_work_show (fixture, GTK_WIDGET (page), 660, 760);
  helper_wait (100);
  g_assert_true (gtk_column_view_column_get_visible (page->previous_column));
  g_assert_false (gtk_column_view_column_get_visible (page->change_column));
  g_assert_true (gtk_column_view_column_get_visible (page->note_column));
  helper_work_drop (fixture, page);
}

static gboolean
is_badge_in_sight (gpointer user_data)
{
  TrinhFormPage *page = user_data;
  GtkScrollable *table = GTK_SCROLLABLE (page->table);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (table);

  return page->narrow && gtk_column_view_column_get_visible (page->badge_column) && gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across);
}

/* The smallest window there is: nothing lies beyond its edge, above all not what is wrong with a value. */
static void
test_smallest (HelperWork *fixture,
               gconstpointer data)
{
  TrinhFormPage *page = TRINH_FORM_PAGE (trinh_form_page_new ());

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_form_page_set_form (page, helper_work_get_form (fixture, "bm1"));
  helper_work_show (fixture, GTK_WIDGET (page), 360, 720);
  helper_wait_until (is_badge_in_sight, page);
  helper_work_drop (fixture, page);
}

static void
test_alone (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "bm1");

  g_assert_false (gtk_column_view_column_get_visible (page->previous_column));
  g_assert_false (gtk_column_view_column_get_visible (page->change_column));
  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/form-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("reveal", test_reveal);
  ADD ("search", test_search);
  ADD ("move", test_move);
  ADD ("paste", test_paste);
  ADD ("paste-skipped", test_paste_skipped);
  ADD ("copy", test_copy);
  ADD ("extend", test_extend);
  ADD ("banner", test_banner);
  ADD ("smallest", test_smallest);
  ADD ("leave", test_leave);
  ADD ("popover", test_popover);
  ADD ("popover-left-open", test_popover_left_open);
  ADD ("details", test_details);
  ADD ("forms", test_forms);
  ADD ("compared", test_compared);
  g_test_add ("/ui/form-page/alone", HelperWork, "binh-lang-2022-h1.trinhky", helper_work_set_up_sample, test_alone, helper_work_tear_down);

  return g_test_run ();
}
