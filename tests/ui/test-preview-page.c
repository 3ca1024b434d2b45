/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-preview-page-private.h"

static gboolean
has_pages (gpointer user_data)
{
  const TrinhPreviewPage *page = TRINH_PREVIEW_PAGE (user_data);

  return page->pages != NULL && !page->stale && gtk_widget_get_height (GTK_WIDGET (page->scroller)) > 0;
}

static TrinhPreviewPage *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_preview_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);
  helper_wait_until (has_pages, page);
  /* Until the pages are as wide as the window */
  helper_wait (200);

  return TRINH_PREVIEW_PAGE (page);
}

static gboolean
is_folded (gpointer user_data)
{
  const TrinhPreviewPage *page = TRINH_PREVIEW_PAGE (user_data);

  return gtk_widget_get_visible (page->more_button) && !gtk_widget_get_visible (page->wide_tools);
}

/* On a phone the tools fold into a menu, and take two rows at most. */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = trinh_preview_page_new ();
  GtkWidget *tools;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 360, 700);
  helper_wait_until (is_folded, page);
  helper_wait (200);
  tools = gtk_widget_get_parent (TRINH_PREVIEW_PAGE (page)->more_button);
  g_assert_cmpint (gtk_widget_get_height (tools), <, 3 * gtk_widget_get_height (TRINH_PREVIEW_PAGE (page)->more_button));

  helper_work_drop (fixture, page);
}

typedef struct
{
  TrinhPreviewPage *page;
  const char *number;
} Shown;

static gboolean
is_shown (gpointer user_data)
{
  const Shown *shown = user_data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (shown->page->page_entry)), shown->number);
}

static void
test_layout (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  const guint n = trinh_pages_get_n_pages (page->pages);
  g_autofree char *last = g_strdup_printf ("%u", n);
  g_autofree char *all = g_strdup_printf ("/ %u", n);

  g_assert_cmpuint (n, >, 3);
  helper_wait_until (is_shown, &(Shown) { page, "1" });
  g_assert_cmpstr (gtk_label_get_label (page->page_label), ==, all);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "pages");
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.last", NULL);
  helper_wait_until (is_shown, &(Shown) { page, last });

  gtk_editable_set_text (GTK_EDITABLE (page->page_entry), "2");
  g_signal_emit_by_name (page->page_entry, "activate");
  helper_wait_until (is_shown, &(Shown) { page, "2" });
  g_assert_cmpuint (trinh_preview_page_get_current (page), ==, 1);
  /* There is no such page: nothing moves, and the entry says where we are. */
  gtk_editable_set_text (GTK_EDITABLE (page->page_entry), "999");
  g_signal_emit_by_name (page->page_entry, "activate");
  helper_wait_until (is_shown, &(Shown) { page, "2" });

  helper_work_drop (fixture, page);
}

static double
get_bottom (TrinhPreviewPage *page)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (page->scroller);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* A finding about the pages names one: it is asked for before there are pages, and later. */
static void
test_reveal (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *widget = trinh_preview_page_new ();
  TrinhReportPage *page = TRINH_REPORT_PAGE (widget);

  trinh_report_page_set_work (page, fixture->work);
  g_assert_true (trinh_report_page_reveal (page, "preview:3"));
  helper_work_show (fixture, widget, 900, 700);
  helper_wait_until (has_pages, widget);
  helper_wait_until (is_shown, &(Shown) { TRINH_PREVIEW_PAGE (widget), "3" });
  g_assert_true (trinh_report_page_reveal (page, "preview:2"));
  helper_wait_until (is_shown, &(Shown) { TRINH_PREVIEW_PAGE (widget), "2" });
  g_assert_false (trinh_report_page_reveal (page, "preview:x"));
}

static void
test_zoom (HelperWork *fixture,
           gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  double zoom;

  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-fit", NULL);
  g_assert_true (page->zoom <= 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-in", NULL);
  zoom = page->zoom;
  g_assert_true (zoom > 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-out", NULL);
  g_assert_true (page->zoom < zoom);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-in", NULL);
  g_assert_true (page->zoom <= 5.0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-page", NULL);
  g_assert_true (page->zoom < 0);
  g_assert_cmpfloat (trinh_preview_page_get_zoom (page) * 842, <=, gtk_widget_get_height (GTK_WIDGET (page->scroller)));
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-fit", NULL);
  g_assert_true (page->zoom <= 0);

  helper_work_drop (fixture, page);
}

/* The point of the page that is under the pointer stays there; the zoom is kept for the next preview. */
static void
test_zoom_at (HelperWork *fixture,
              gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (page->scroller);
  TrinhPageView *view;
  GtkWidget *other;
  graphene_point_t before;
  graphene_point_t after;

  trinh_preview_page_set_zoom (page, 1.0);
  helper_wait (100);
  gtk_adjustment_set_value (adjustment, get_bottom (page) / 2);
  helper_wait (100);
  view = trinh_preview_page_get_view (page, trinh_preview_page_get_current (page));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (page->scroller), GTK_WIDGET (view), &GRAPHENE_POINT_INIT (300, 400), &before));
  trinh_preview_page_zoom_at (page, 2.0, 300, 400);
  helper_wait (100);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (page->scroller), GTK_WIDGET (view), &GRAPHENE_POINT_INIT (300, 400), &after));
  g_assert_cmpfloat_with_epsilon (after.x / 2, before.x, 2);
  g_assert_cmpfloat_with_epsilon (after.y / 2, before.y, 2);

  other = g_object_ref_sink (trinh_preview_page_new ());
  g_assert_cmpfloat_with_epsilon (TRINH_PREVIEW_PAGE (other)->zoom, 2.0, 0.001);
  g_object_unref (other);
  trinh_preview_page_set_zoom (page, TRINH_ZOOM_WIDTH);

  helper_work_drop (fixture, page);
}

static guint
count_hits (TrinhPreviewPage *page,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search_entry), text);
  trinh_preview_page_search_changed_cb (page);

  return page->n_hits;
}

static void
test_search (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint n;

  g_assert_true (trinh_report_page_start_search (TRINH_REPORT_PAGE (page)));
  g_assert_cmpstr (gtk_label_get_label (page->search_label), ==, "");
  n = count_hits (page, "cai cach");
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (count_hits (page, "CẢI CÁCH"), ==, n);
  first = g_strdup_printf ("1 / %u", n);
  last = g_strdup_printf ("%u / %u", n, n);
  g_assert_cmpstr (gtk_label_get_label (page->search_label), ==, first);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.previous-hit", NULL);
  g_assert_cmpstr (gtk_label_get_label (page->search_label), ==, last);
  helper_wait (100);
  g_assert_cmpuint (trinh_preview_page_get_current (page), >, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.next-hit", NULL);
  g_assert_cmpstr (gtk_label_get_label (page->search_label), ==, first);

  g_assert_cmpuint (count_hits (page, "không ai viết thế này"), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (page->search_label), ==, "Not on the pages");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (page->search_entry), "error"));
  trinh_preview_page_search_stopped_cb (page);
  g_assert_null (page->marks);
  g_assert_true (TRINH_IS_PAGE_VIEW (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)))));

  helper_work_drop (fixture, page);
}

/* From box to box, and from there to its place; a click does the same. */
static void
test_boxes (HelperWork *fixture,
            gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  GPtrArray *boxes = trinh_pages_get_boxes (page->pages);
  TrinhPageView *view = trinh_preview_page_get_view (page, 0);
  const TrinhBox *first;
  const TrinhBox *second;
  g_autofree char *place = NULL;
  double zoom;

  helper_wait (200);
  zoom = page->shown_zoom;
  g_assert_false (trinh_preview_page_paper_key_cb (page, GDK_KEY_Return, 0, 0));
  g_assert_true (trinh_preview_page_paper_key_cb (page, GDK_KEY_Down, 0, 0));
  first = boxes->pdata[page->cursor];
  g_assert_nonnull (first->place);
  g_assert_true (trinh_preview_page_paper_key_cb (page, GDK_KEY_Down, 0, 0));
  second = boxes->pdata[page->cursor];
  g_assert_true (second != first);
  g_assert_true (trinh_preview_page_paper_key_cb (page, GDK_KEY_Return, 0, 0));
  place = trinh_pages_dup_place (page->pages, second);
  g_assert_cmpstr (fixture->place, ==, place);
  g_assert_true (trinh_preview_page_paper_key_cb (page, GDK_KEY_Up, 0, 0));
  g_assert_true (boxes->pdata[page->cursor] == first);
  g_assert_true (trinh_page_view_find_box (view, (first->x + 1) * zoom, (first->y + 1) * zoom) == first);
  g_assert_true (trinh_preview_page_paper_key_cb (page, GDK_KEY_Escape, 0, 0));
  g_assert_cmpint (page->cursor, ==, -1);

  helper_work_drop (fixture, page);
}

static void
test_pane (HelperWork *fixture,
           gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  GtkListBoxRow *row;

  helper_wait_until (is_shown, &(Shown) { page, "1" });
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (page->pane)));
  row = gtk_list_box_get_row_at_index (page->thumbnails, (int) trinh_pages_get_n_pages (page->pages) - 1);
  g_assert_nonnull (row);
  g_signal_emit_by_name (page->thumbnails, "row-activated", row);
  helper_wait (100);
  g_assert_true (gtk_list_box_get_selected_row (page->thumbnails) == row);
  /* The keys of the list choose a row, which shows its page. */
  gtk_list_box_select_row (page->thumbnails, gtk_list_box_get_row_at_index (page->thumbnails, 1));
  helper_wait (100);
  g_assert_cmpuint (trinh_preview_page_get_current (page), ==, 1);
  gtk_toggle_button_set_active (page->pane_button, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->pane)));

  helper_work_drop (fixture, page);
}

typedef struct
{
  TrinhPreviewPage *page;
  TrinhPages *old;
} Change;

static gboolean
is_new (gpointer user_data)
{
  const Change *change = user_data;

  return change->page->pages != NULL && change->page->pages != change->old;
}

/* The report changes: the pages are laid out anew, shown or, when hidden, as soon as they are shown. */
static void
test_change (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  g_autoptr (TrinhPages) old = g_object_ref (page->pages);
  Change change = { page, old };

  helper_work_enter (fixture, "bm1:2", "42,4");
  helper_wait_until (is_new, &change);

  gtk_window_set_focus (fixture->window, NULL);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  helper_work_undo (fixture);
  g_assert_true (page->stale);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  helper_wait_until (has_pages, page);

  helper_work_drop (fixture, page);
}

static gboolean
is_told (gpointer user_data)
{
  return ((HelperWork *) user_data)->toast != NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

/* Cancelled, no file is left, not even half of one; then it is written whole. */
static void
test_export (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  g_autofree char *folder = g_dir_make_tmp ("trinh-preview-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "report.pdf", NULL);

  trinh_preview_page_save_to (page, TRINH_EXPORT_PDF, file);
  trinh_preview_page_cancel_export (page);
  helper_wait_until (is_told, fixture);
  g_assert_cmpstr (fixture->toast, ==, "Cancelled; no file was written");
  g_assert_cmpuint (count_files (folder), ==, 0);

  g_clear_pointer (&fixture->toast, g_free);
  trinh_preview_page_save_to (page, TRINH_EXPORT_PDF, file);
  helper_wait_until (is_told, fixture);
  g_assert_cmpstr (fixture->toast, ==, "The PDF was saved");
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_clear_pointer (&fixture->toast, g_free);
  trinh_preview_page_save_to (page, TRINH_EXPORT_DOCX, file);
  helper_wait_until (is_told, fixture);
  g_assert_cmpstr (fixture->toast, ==, "The Word document was saved");
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_assert_true (g_file_delete (file, NULL, NULL));
  helper_work_drop (fixture, page);
  helper_remove_folder (g_steal_pointer (&folder));
}

typedef struct
{
  GArray *drawn; /* of int */
  gboolean done;
} Printing;

static void
draw_page_cb (Printing *self,
              GtkPrintContext *context,
              int page)
{
  g_array_append_val (self->drawn, page);
}

static void
done_cb (Printing *self)
{
  self->done = TRUE;
}

static gboolean
is_printed (gpointer user_data)
{
  return ((Printing *) user_data)->done;
}

/* The same pages, each drawn once on paper of its own direction. Which of them is the dialog's choice: GTK finds no
 * printer to try it with where there is none. */
static void
test_print (HelperWork *fixture,
            gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  g_autoptr (GtkPrintOperation) operation = trinh_preview_page_make_operation (page);
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *contents = NULL;
  Printing printing = { g_array_new (FALSE, FALSE, sizeof (int)), FALSE };
  g_autoptr (GError) error = NULL;
  int current;

  g_object_get (operation, "current-page", &current, NULL);
  g_assert_cmpint (current, ==, (int) trinh_preview_page_get_current (page));
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), &printing);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), &printing);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  helper_wait_until (is_printed, &printing);
  g_assert_cmpuint (printing.drawn->len, ==, trinh_pages_get_n_pages (page->pages));
  for (guint i = 0; i < printing.drawn->len; i++)
    g_assert_cmpint (g_array_index (printing.drawn, int, i), ==, (int) i);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));

  g_array_unref (printing.drawn);
  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/preview-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("layout", test_layout);
  ADD ("reveal", test_reveal);
  ADD ("zoom", test_zoom);
  ADD ("zoom-at", test_zoom_at);
  ADD ("search", test_search);
  ADD ("boxes", test_boxes);
  ADD ("pane", test_pane);
  ADD ("narrow", test_narrow);
  ADD ("print", test_print);
  ADD ("change", test_change);
  ADD ("export", test_export);

  return g_test_run ();
}
