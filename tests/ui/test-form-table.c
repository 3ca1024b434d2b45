/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-form-page-private.h"
#include "trinh-row-cell.h"
#include "trinh-text-cell.h"

#define NOTE 9

static TrinhFormPage *
show_page (HelperWork *fixture,
           const char *form,
           int width)
{
  GtkWidget *page = trinh_form_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_form_page_set_form (TRINH_FORM_PAGE (page), helper_work_get_form (fixture, form));
  helper_work_show (fixture, page, width, 760);

  return TRINH_FORM_PAGE (page);
}

static guint
count_rows (TrinhFormPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (page->selection));
}

static TrinhCellItem *
get_cell (TrinhFormPage *page,
          guint position,
          guint column)
{
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (page, position);

  g_assert_nonnull (item);

  return column < trinh_row_item_get_n_cells (item) ? trinh_row_item_get_cell (item, column) : trinh_row_item_get_main (item);
}

static void
assert_current (TrinhFormPage *page,
                const char *address)
{
  g_assert_cmpstr (trinh_cell_item_get_address (get_cell (page, page->current, page->column)), ==, address);
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
  TrinhFormPage *page = wanted->page;
  const gboolean note = page->column >= trinh_form_page_get_n_columns (page);
  GtkWidget *widget = trinh_cell_item_get_widget (get_cell (page, page->current, page->column), note ? TRINH_CELL_NOTE : TRINH_CELL_VALUE);
  GtkWidget *focus = gtk_window_get_focus (wanted->fixture->window);

  return widget != NULL && focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
wait_for_focus (HelperWork *fixture,
                TrinhFormPage *page)
{
  helper_wait_until (is_focused, &(Focus) { fixture, page });
}

static void
reveal (HelperWork *fixture,
        TrinhFormPage *page,
        const char *address)
{
  g_assert_true (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), address));
  wait_for_focus (fixture, page);
  assert_current (page, address);
}

static char *
dup_details (TrinhFormPage *page)
{
  return g_strdup (gtk_label_get_label (helper_get_child (page->details, "title")));
}

/* A finding of any column is jumped to, and the details are of that cell. */
static void
test_reveal (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);
  g_autofree char *details = NULL;

  g_assert_cmpuint (count_rows (page), ==, 8);
  g_assert_cmpuint (page->made_columns->len, ==, 9);
  g_assert_false (gtk_column_view_column_get_visible (page->value_column));
  g_assert_cmpstr (trinh_report_page_get_subtitle (TRINH_REPORT_PAGE (page)), ==, "Hồ sơ theo lĩnh vực 6 tháng đầu năm 2022");

  reveal (fixture, page, "h1:2@overdue");
  details = dup_details (page);
  g_assert_cmpstr (details, ==, "2 Chứng thực, Hồ sơ đang giải quyết › Quá hạn");
  g_assert_false (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "h2:r1"));

  helper_work_drop (fixture, page);
}

/* Tab goes over all columns and the note to the next row; down stays in the column and steps over headings. */
static void
test_move (HelperWork *fixture,
           gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);

  reveal (fixture, page, "h1:1@overdue");
  trinh_form_page_move (page, 0, 1);
  wait_for_focus (fixture, page);
  assert_current (page, "h1:1@closed");
  trinh_form_page_move (page, 0, 1);
  wait_for_focus (fixture, page);
  g_assert_cmpuint (page->column, ==, NOTE);
  trinh_form_page_move (page, 0, 1);
  wait_for_focus (fixture, page);
  assert_current (page, "h1:1a");
  trinh_form_page_move (page, 0, -1);
  wait_for_focus (fixture, page);
  g_assert_cmpuint (page->column, ==, NOTE);

  reveal (fixture, page, "h1:1@late");
  trinh_form_page_move (page, -1, 0);
  assert_current (page, "h1:1@late");
  trinh_form_page_move (page, 1, 0);
  assert_current (page, "h1:1a@late");

  helper_work_drop (fixture, page);
}

static TrinhRowCell *
get_row_cell (TrinhFormPage *page,
              guint position,
              guint column)
{
  GtkWidget *widget = trinh_cell_item_get_widget (get_cell (page, position, column), TRINH_CELL_VALUE);

  return TRINH_ROW_CELL (gtk_widget_get_ancestor (widget, TRINH_TYPE_ROW_CELL));
}

static gboolean
has_mark (TrinhFormPage *page,
          guint position,
          guint column)
{
  GtkWidget *mark = helper_find (get_row_cell (page, position, column), GTK_TYPE_BUTTON, 0);

  return mark != NULL && gtk_widget_get_visible (mark);
}

/* The cell a finding is of has the mark, no other; mended, it goes, and its popover says why it was there. */
static void
test_marks (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);

  g_assert_true (has_mark (page, 1, 0));
  g_assert_false (has_mark (page, 1, 1));
  helper_work_enter (fixture, "h1:1@late", "2000");
  g_assert_true (has_mark (page, 1, 5));
  helper_click (helper_find (get_row_cell (page, 1, 5), GTK_TYPE_BUTTON, 0));
  helper_wait (50);
  g_assert_cmpstr (trinh_cell_item_get_address (trinh_badge_popover_get_item (TRINH_BADGE_POPOVER (page->popover))), ==, "h1:1@late");

  helper_work_undo (fixture);
  helper_wait (50);
  g_assert_false (has_mark (page, 1, 5));
  g_assert_false (gtk_widget_get_visible (page->popover));
  helper_work_enter (fixture, "h1:1@direct", "339");
  g_assert_false (has_mark (page, 1, 0));

  helper_work_drop (fixture, page);
}

static void
test_edit (HelperWork *fixture,
           gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);
  TrinhTextCell *cell;

  reveal (fixture, page, "h1:2@early");
  cell = TRINH_TEXT_CELL (trinh_cell_item_get_widget (get_cell (page, page->current, page->column), TRINH_CELL_VALUE));
  trinh_text_cell_start (cell);
  gtk_editable_set_text (helper_find (cell, GTK_TYPE_TEXT, 0), "8");
  trinh_report_page_commit (TRINH_REPORT_PAGE (page));
  g_assert_cmpstr (helper_work_get_text (fixture, "h1:2@early"), ==, "8");
  g_assert_cmpstr (helper_work_get_text (fixture, "h1:2"), ==, "172");

  helper_work_undo (fixture);
  g_assert_cmpstr (helper_work_get_text (fixture, "h1:2@early"), ==, NULL);

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

/* A block is copied from the cell down and right, and comes back as it was. */
static void
test_block (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (page));
  g_autofree char *text = NULL;

  reveal (fixture, page, "h1:2@pending");
  gdk_clipboard_set_text (clipboard, "3\t1\t08/6/2022\tđã rà soát\n4\t2\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.paste", NULL);
  helper_wait_until (has_text, &(Expected) { fixture, "h1:2a@overdue", "2" });
  g_assert_cmpstr (helper_work_get_text (fixture, "h1:2@pending"), ==, "3");
  g_assert_cmpstr (helper_work_get_text (fixture, "h1:2@closed"), ==, "2022-06-08");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->report, "h1:2")), ==, "đã rà soát");

  gtk_widget_activate_action (GTK_WIDGET (page), "form.extend", "i", 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "form.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  helper_wait_until (is_read, &text);
  g_assert_cmpstr (text, ==, "3\t1\t08/6/2022\tđã rà soát\n4\t2\t\t");

  helper_work_drop (fixture, page);
}

static GtkWidget *
find_head (TrinhFormPage *page,
           const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->head)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), title))
      return child;

  g_assert_not_reached ();
}

static graphene_rect_t
get_bounds (TrinhFormPage *page,
            const char *title)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_head (page, title), GTK_WIDGET (page->head), &bounds));

  return bounds;
}

/* A group's head stands over its columns, those of no group go over all lines, and the rows begin below. */
static void
test_heads (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 1000);
  graphene_rect_t group = get_bounds (page, "Hồ sơ tiếp nhận 6 tháng đầu năm 2022");
  graphene_rect_t inner = get_bounds (page, "Trong kỳ");
  graphene_rect_t online = get_bounds (page, "Trực tuyến");
  graphene_rect_t code = get_bounds (page, "No.");
  graphene_rect_t first_row;

  g_assert_cmpint ((int) group.size.width, ==, 3 * (int) online.size.width);
  g_assert_cmpint ((int) inner.origin.x, ==, (int) online.origin.x);
  g_assert_cmpint ((int) inner.size.width, ==, 2 * (int) online.size.width);
  g_assert_cmpint ((int) inner.origin.y, ==, (int) (group.origin.y + group.size.height));
  g_assert_cmpint ((int) (code.origin.y + code.size.height), ==, (int) (online.origin.y + online.size.height));

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_row_cell (page, 1, 0)), GTK_WIDGET (page->head), &first_row));
  g_assert_cmpint ((int) first_row.origin.y, >=, (int) code.size.height);

  helper_work_drop (fixture, page);
}

/* The table has no room for the period before: the details under it say what it was. */
static void
test_before (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;
  TrinhWork *work;
  TrinhFormPage *page;

  g_assert_true (trinh_period_parse ("2022-H2", &period, NULL));
  work = trinh_session_create (fixture->session, "bang", period, trinh_report_get_office (fixture->report), &error);
  g_assert_no_error (error);
  trinh_work_enter_text (work, "h1:1@online", "1600", &error);
  g_assert_no_error (error);

  page = TRINH_FORM_PAGE (trinh_form_page_new ());
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), work);
  trinh_form_page_set_form (page, helper_work_get_form (fixture, "h1"));
  helper_work_show (fixture, GTK_WIDGET (page), 1000, 760);
  reveal (fixture, page, "h1:1@online");
  g_assert_true (helper_has_label (page->details, "The period before: 1.595 (+5)"));

  helper_work_drop (fixture, page);
  g_assert_true (trinh_work_flush (work, NULL));
  helper_let_go (work);
}

static guint
count_shown (TrinhFormPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->made_columns->len; i++)
    n += gtk_column_view_column_get_visible (page->made_columns->pdata[i]);

  return n;
}

/* One column at a time, which the keyboard and the switcher change */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h1", 360);

  g_assert_true (page->narrow);
  g_assert_true (gtk_widget_get_visible (page->switcher));
  g_assert_cmpuint (count_shown (page), ==, 1);
  reveal (fixture, page, "h1:2@late");
  g_assert_cmpuint (count_shown (page), ==, 1);
  g_assert_true (gtk_column_view_column_get_visible (page->made_columns->pdata[5]));
  g_assert_cmpuint (gtk_drop_down_get_selected (page->column_choice), ==, 5);

  gtk_drop_down_set_selected (page->column_choice, 1);
  assert_current (page, "h1:2@online");
  g_assert_true (gtk_column_view_column_get_visible (page->made_columns->pdata[1]));
  g_assert_cmpuint (count_shown (page), ==, 1);

  /* There is no note to go to. */
  reveal (fixture, page, "h1:2@closed");
  trinh_form_page_move (page, 0, 1);
  wait_for_focus (fixture, page);
  assert_current (page, "h1:2a");

  helper_work_drop (fixture, page);
}

static void
assert_list (HelperWork *fixture,
             TrinhFormPage *page,
             const char *expected)
{
  g_autofree char *keys = g_strjoinv (" ", (char **) trinh_report_get_rows (fixture->report, "h2"));
  GString *shown = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < count_rows (page); i++)
    {
      g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (page, i);

      g_assert_cmpuint (trinh_row_item_get_position (item), ==, i);
      g_string_append_printf (shown, "%s%s", i > 0 ? " " : "", trinh_row_item_get_key (item));
    }
  text = g_string_free_and_steal (shown);
  g_assert_cmpstr (keys, ==, expected);
  g_assert_cmpstr (text, ==, expected);
}

static void
activate (TrinhFormPage *page,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
}

/* Rows are added at the end or under the current one, moved, removed and brought back. */
static void
test_list (HelperWork *fixture,
           gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h2", 1000);

  assert_list (fixture, page, "r1 r2");
  activate (page, "form.add-row");
  wait_for_focus (fixture, page);
  assert_current (page, "h2:r3");
  assert_list (fixture, page, "r1 r2 r3");

  reveal (fixture, page, "h2:r1@author");
  activate (page, "form.insert-row");
  wait_for_focus (fixture, page);
  assert_current (page, "h2:r4");
  assert_list (fixture, page, "r1 r4 r2 r3");

  reveal (fixture, page, "h2:r1@author");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.move-row", "i", 1);
  wait_for_focus (fixture, page);
  assert_current (page, "h2:r1@author");
  assert_list (fixture, page, "r4 r1 r2 r3");

  activate (page, "form.remove-row");
  wait_for_focus (fixture, page);
  assert_current (page, "h2:r2@author");
  assert_list (fixture, page, "r4 r2 r3");
  g_assert_cmpstr (fixture->toast, ==, "Row 2 was removed");
  g_assert_cmpstr (helper_work_get_text (fixture, "h2:r1"), ==, NULL);

  helper_work_undo (fixture);
  assert_list (fixture, page, "r4 r1 r2 r3");
  g_assert_cmpstr (helper_work_get_text (fixture, "h2:r1@saved"), ==, "12.5");

  helper_work_drop (fixture, page);
}

/* Without rows the page says how to begin; a pasted block makes its own. */
static void
test_empty_list (HelperWork *fixture,
                 gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h2", 1000);

  activate (page, "form.remove-row");
  activate (page, "form.remove-row");
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->table_stack), ==, "empty");
  g_assert_false (gtk_widget_get_visible (page->list_bar));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), "Một\tA\t1,5\nHai\tB\t2\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "form.paste", NULL);
  helper_wait_until (has_text, &(Expected) { fixture, "h2:r2@saved", "2" });
  assert_list (fixture, page, "r1 r2");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->table_stack), ==, "table");

  helper_work_drop (fixture, page);
}

/* A row that is moved or taken away while the search hides some */
static void
test_list_search (HelperWork *fixture,
                  gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h2", 1000);

  trinh_report_page_start_search (TRINH_REPORT_PAGE (page));
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), "bưu điện");
  helper_wait (400);
  g_assert_cmpuint (count_rows (page), ==, 1);
  trinh_form_page_move (page, 0, 0);
  activate (page, "form.remove-row");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->table_stack), ==, "nothing");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (page->rows)), ==, 1);
  g_assert_cmpstr (trinh_report_get_rows (fixture->report, "h2")[0], ==, "r1");

  helper_work_drop (fixture, page);
}

/* A drop-down takes the click for itself: its row becomes the current one all the same. */
static void
test_drop_down (HelperWork *fixture,
                gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "h3", 1000);
  g_autofree char *details = NULL;

  reveal (fixture, page, "h3:1@share");
  gtk_widget_grab_focus (trinh_cell_item_get_widget (get_cell (page, 1, 0), TRINH_CELL_VALUE));
  helper_wait (50);
  assert_current (page, "h3:2");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), 1));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (page->selection), 0));
  details = dup_details (page);
  g_assert_cmpstr (details, ==, "2 Hình thức khảo sát, Hiện trạng");

  helper_work_drop (fixture, page);
}

/* From form to form, with all that hangs on them */
static void
test_forms (HelperWork *fixture,
            gconstpointer data)
{
  static const char *const forms[] = { "h1", "h2", "h3", "h1", "h2" };
  TrinhFormPage *page = show_page (fixture, "h3", 1000);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      trinh_form_page_set_form (page, helper_work_get_form (fixture, forms[i]));
      helper_wait (60);
      g_assert_cmpuint (page->made_columns->len, ==, trinh_form_page_get_n_columns (page));
      trinh_form_page_focus_cell (page, count_rows (page) - 1, trinh_form_page_get_n_columns (page));
      helper_wait (60);
    }

  helper_work_drop (fixture, page);
}

static const char *
get_shown (TrinhFormPage *page,
           guint position,
           guint column)
{
  GtkWidget *widget = trinh_cell_item_get_widget (get_cell (page, position, column), TRINH_CELL_VALUE);

  g_assert_true (GTK_IS_LABEL (widget));

  return gtk_label_get_label (GTK_LABEL (widget));
}

/* What a list adds up to stands under its rows, follows their values, and is not entered. */
static void
test_total (HelperWork *fixture,
            gconstpointer data)
{
  TrinhFormPage *page = show_page (fixture, "b06", 1400);
  const guint last = count_rows (page) - 1;
  g_autoptr (TrinhRowItem) item = trinh_form_page_dup_item (page, last);
  g_autofree char *code = NULL;

  g_assert_cmpuint (last, ==, 8);
  g_assert_true (trinh_row_item_get_total (item));
  g_assert_false (trinh_row_item_get_open (item));
  g_object_get (item, "code", &code, NULL);
  g_assert_cmpstr (code, ==, "");
  g_assert_cmpstr (get_shown (page, last, 0), ==, "Tổng cộng");
  g_assert_cmpstr (get_shown (page, last, 1), ==, "770");
  helper_work_enter (fixture, "b06:r1@received", "25");
  g_assert_cmpstr (get_shown (page, last, 1), ==, "771");

  activate (page, "form.add-row");
  g_assert_cmpuint (count_rows (page), ==, 10);
  g_clear_object (&item);
  item = trinh_form_page_dup_item (page, 9);
  g_assert_true (trinh_row_item_get_total (item));

  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/form-table/" path, HelperWork, NULL, helper_work_set_up_tables, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("reveal", test_reveal);
  ADD ("move", test_move);
  ADD ("marks", test_marks);
  ADD ("edit", test_edit);
  ADD ("block", test_block);
  ADD ("heads", test_heads);
  ADD ("before", test_before);
  ADD ("narrow", test_narrow);
  ADD ("list", test_list);
  ADD ("empty-list", test_empty_list);
  ADD ("list-search", test_list_search);
  ADD ("drop-down", test_drop_down);
  ADD ("forms", test_forms);
  g_test_add ("/ui/form-table/total", HelperWork, "ho-so-linh-vuc-2022-q2.trinhky", helper_work_set_up_sample, test_total, helper_work_tear_down);

  return g_test_run ();
}
