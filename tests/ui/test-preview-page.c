/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-preview-page-private.h"

static gboolean
has_pages (gpointer user_data)
{
  return TRINH_PREVIEW_PAGE (user_data)->pages != NULL;
}

static TrinhPreviewPage *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_preview_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);
  helper_wait_until (has_pages, page);

  return TRINH_PREVIEW_PAGE (page);
}

typedef struct
{
  TrinhPreviewPage *page;
  const char *label;
} Label;

static gboolean
is_labelled (gpointer user_data)
{
  const Label *label = user_data;

  return g_str_equal (gtk_label_get_label (label->page->page_label), label->label);
}

static void
test_layout (HelperWork *fixture,
             gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  const guint n = trinh_pages_get_n_pages (page->pages);
  g_autofree char *first = g_strdup_printf ("Page 1 of %u", n);
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n, n);

  g_assert_cmpuint (n, >, 3);
  helper_wait_until (is_labelled, &(Label) { page, first });
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "pages");
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.last", NULL);
  helper_wait_until (is_labelled, &(Label) { page, last });

  helper_work_drop (fixture, page);
}

static void
test_zoom (HelperWork *fixture,
           gconstpointer data)
{
  TrinhPreviewPage *page = show_page (fixture);
  double zoom;

  g_assert_true (page->zoom <= 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-in", NULL);
  zoom = page->zoom;
  g_assert_true (zoom > 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-out", NULL);
  g_assert_true (page->zoom < zoom);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-in", NULL);
  g_assert_true (page->zoom <= 5.0);
  gtk_widget_activate_action (GTK_WIDGET (page), "preview.zoom-fit", NULL);
  g_assert_true (page->zoom <= 0);

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
  g_assert_null (page->pages);
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

#define ADD(path, function) g_test_add ("/ui/preview-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("layout", test_layout);
  ADD ("zoom", test_zoom);
  ADD ("change", test_change);
  ADD ("export", test_export);

  return g_test_run ();
}
