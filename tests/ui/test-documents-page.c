/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-document-dialog.h"
#include "trinh-documents-page.h"

#define SECTION "s5"
#define TYPED "Theo Kế hoạch số 77/KH-UBND ngày 02/3/2022 về cải cách hành chính."

static void
set_text (HelperWork *fixture,
          const char *text)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("text");
  g_autoptr (TrinhSection) changed = trinh_section_with_text (trinh_report_find_section (fixture->report, SECTION), text, FALSE);

  trinh_edit_set_section (edit, changed);
  g_assert_true (trinh_work_apply (fixture->work, edit, NULL));
}

static GtkWidget *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_documents_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 1100, 700);
  return page;
}

static guint
count_documents (HelperWork *fixture)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (fixture->report);

  return documents->len;
}

static guint
count_rows (GtkWidget *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (helper_get_child (page, "table"))));
}

static const char *
get_text (HelperWork *fixture)
{
  return trinh_section_get_text (trinh_report_find_section (fixture->report, SECTION));
}

/* Typed, registered, cited; undone, it is typed again. */
static void
test_register (HelperWork *fixture,
               gconstpointer data)
{
  GtkWidget *page;
  const guint before = count_documents (fixture);

  set_text (fixture, TYPED);
  page = show_page (fixture);
  helper_settle ();
  g_assert_true (gtk_widget_get_visible (helper_get_child (page, "typed")));
  gtk_expander_set_expanded (helper_find (page, GTK_TYPE_EXPANDER, 0), TRUE);
  helper_settle ();
  g_assert_nonnull (helper_find_button (page, "Register"));
  g_signal_emit_by_name (helper_find_button (page, "Register all"), "clicked");
  helper_wait (50);

  g_assert_cmpuint (count_documents (fixture), >, before);
  g_assert_nonnull (strstr (get_text (fixture), "Theo {{doc:d"));
  g_assert_cmpuint (count_rows (page), ==, count_documents (fixture));
  g_assert_false (gtk_widget_get_visible (helper_get_child (page, "typed")));

  helper_work_undo (fixture);
  helper_wait (50);
  g_assert_cmpuint (count_documents (fixture), ==, before);
  g_assert_cmpstr (get_text (fixture), ==, TYPED);
  g_assert_true (gtk_widget_get_visible (helper_get_child (page, "typed")));
  helper_work_drop (fixture, page);
}

static void
test_search (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  const guint all = count_rows (page);

  g_assert_cmpuint (all, >, 1);
  gtk_editable_set_text (helper_get_child (page, "search_entry"), "59/KH-UBND");
  helper_wait (400);
  g_assert_cmpuint (count_rows (page), >=, 1);
  g_assert_cmpuint (count_rows (page), <, all);
  gtk_editable_set_text (helper_get_child (page, "search_entry"), "không có chữ này");
  helper_wait (400);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (page, "stack")), ==, "nothing");
  helper_work_drop (fixture, page);
}

static void
test_remove (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  const guint before = count_documents (fixture);

  gtk_widget_activate_action (page, "documents.remove", NULL);
  helper_wait (50);
  g_assert_cmpuint (count_documents (fixture), ==, before - 1);
  g_assert_cmpuint (count_rows (page), ==, before - 1);
  helper_work_undo (fixture);
  helper_wait (50);
  g_assert_cmpuint (count_rows (page), ==, before);
  helper_work_drop (fixture, page);
}

/* Two columns, none of them past the edge; what the others said stands on second lines. */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = trinh_documents_page_new ();
  GtkAdjustment *across;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 360, 700);
  helper_wait (100);
  across = gtk_scrollable_get_hadjustment (helper_get_child (page, "table"));
  g_assert_false (gtk_column_view_column_get_visible (helper_get_child (page, "date_column")));
  g_assert_cmpint ((int) gtk_adjustment_get_upper (across), <=, (int) gtk_adjustment_get_page_size (across));
  g_assert_true (helper_has_label (page, "28/12/2021"));
  g_assert_true (helper_has_label (page, "Kế hoạch · UBND xã Bình Lãng"));
  helper_work_drop (fixture, page);
}

/* What is not right is said, and nothing is an edit; then it is one. */
static void
test_dialog (HelperWork *fixture,
             gconstpointer data)
{
  const guint before = count_documents (fixture);
  GtkWidget *content = gtk_label_new ("");
  TrinhDocumentDialog *dialog = trinh_document_dialog_new (fixture->work, NULL, NULL);
  g_autoptr (TrinhRegisteredDocument) added = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  helper_work_show (fixture, content, 700, 700);
  adw_dialog_present (ADW_DIALOG (dialog), content);
  gtk_editable_set_text (helper_get_child (dialog, "number_row"), "901");
  g_signal_emit_by_name (helper_get_child (dialog, "save_button"), "clicked");
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "problem")));
  g_assert_cmpuint (count_documents (fixture), ==, before);

  adw_combo_row_set_selected (helper_get_child (dialog, "kind_row"), 10); /* Kế hoạch */
  g_assert_cmpstr (gtk_editable_get_text (helper_get_child (dialog, "symbol_row")), ==, "KH-UBND");
  g_signal_emit_by_name (helper_get_child (dialog, "save_button"), "clicked");
  helper_wait (300);
  g_assert_cmpuint (count_documents (fixture), ==, before + 1);
  documents = trinh_document_register_list (fixture->report);
  added = g_object_ref (documents->pdata[before]);
  g_assert_cmpstr (trinh_registered_document_get_text (added, TRINH_DOCUMENT_KIND), ==, "KH");
  g_assert_cmpstr (trinh_registered_document_get_counts (added)[0], ==, "bm1:1");
  helper_work_drop (fixture, content);
}

static void
test_finalize (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (TrinhRegisteredDocument) document = trinh_document_register_find (fixture->report, "d1");

  helper_finalize_dialog (ADW_DIALOG (trinh_document_dialog_new (fixture->work, document, NULL)));
  helper_finalize_dialog (ADW_DIALOG (trinh_document_dialog_new (fixture->work, NULL, NULL)));
}

/* The store keeps the bytes; what another computer has is said, not an error. */
static void
test_file (HelperWork *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhRegisteredDocument) document = trinh_document_register_find (fixture->report, "d1");
  g_autofree char *path = g_build_filename (fixture->folder, "kh59.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrinhRegisteredDocument) filed = NULL;
  g_autoptr (TrinhRegisteredDocument) lost = NULL;
  g_autoptr (GError) error = NULL;
  TrinhDocumentDialog *dialog;

  g_assert_null (trinh_document_attach_file (fixture->work, document, file, &error));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "%PDF", 4, NULL));
  filed = trinh_document_attach_file (fixture->work, document, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_registered_document_get_file_name (filed), ==, "kh59.pdf");
  g_assert_true (trinh_store_has_file (trinh_work_get_store (fixture->work), trinh_registered_document_get_file_sha256 (filed)));

  dialog = trinh_document_dialog_new (fixture->work, filed, NULL);
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "open_button")));
  helper_finalize_dialog (ADW_DIALOG (dialog));
  lost = trinh_registered_document_with_file (document, "a.pdf", "00");
  dialog = trinh_document_dialog_new (fixture->work, lost, NULL);
  g_assert_false (gtk_widget_get_visible (helper_get_child (dialog, "open_button")));
  g_assert_true (gtk_widget_get_visible (helper_get_child (dialog, "detach_button")));
  helper_finalize_dialog (ADW_DIALOG (dialog));
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, HelperWork, NULL, helper_work_set_up, func, helper_work_tear_down)
  ADD ("/documents-page/register", test_register);
  ADD ("/documents-page/search", test_search);
  ADD ("/documents-page/remove", test_remove);
  ADD ("/documents-page/narrow", test_narrow);
  ADD ("/documents-page/dialog", test_dialog);
  ADD ("/documents-page/finalize", test_finalize);
  ADD ("/documents-page/file", test_file);
#undef ADD

  return g_test_run ();
}
