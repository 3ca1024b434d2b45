/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-draft-page.h"
#include "trinh-element-row.h"
#include "trinh-expression-row.h"
#include "trinh-lines-row.h"
#include "trinh-regime-editor.h"
#include "trinh-regimes-dialog.h"

static char *
make_own (HelperWork *fixture)
{
  g_autoptr (GError) error = NULL;
  char *id = trinh_session_copy_regime (fixture->session, "bieu-mau-2022", "Chế độ của xã", &error);

  g_assert_no_error (error);
  return id;
}

static TrinhRegimeDraft *
open_draft (HelperWork *fixture,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  TrinhRegimeDraft *draft = trinh_regime_draft_new (trinh_session_get_library (fixture->session), id, &error);

  g_assert_no_error (error);
  return draft;
}

/* The shipped ones and one's own stand apart; the dialog goes with all it holds. */
static void
test_list (HelperWork *fixture,
           gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  TrinhRegimesDialog *dialog = g_object_ref_sink (trinh_regimes_dialog_new (fixture->session, fixture->evaluation));
  GtkWidget *own = helper_get_child (dialog, "own_group");
  GtkWidget *shipped = helper_get_child (dialog, "shipped_group");

  g_assert_true (helper_has_label (own, "Chế độ của xã"));
  g_assert_false (helper_has_label (shipped, "Chế độ của xã"));
  g_assert_cmpuint (helper_count_found (own, ADW_TYPE_ACTION_ROW), ==, 1);
  g_assert_cmpuint (helper_count_found (shipped, ADW_TYPE_ACTION_ROW), >=, 1);
  trinh_regimes_dialog_edit (dialog, id);
  g_assert_true (TRINH_IS_REGIME_EDITOR (adw_navigation_view_get_visible_page (helper_get_child (dialog, "navigation"))));
  helper_settle ();
  helper_let_go (dialog);
}

static void
test_edit (HelperWork *fixture,
           gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  TrinhRegimeEditor *editor = g_object_ref_sink (trinh_regime_editor_new (fixture->session, draft, fixture->evaluation));
  g_autoptr (TrinhRegime) saved = NULL;
  GtkWidget *entry;

  trinh_regime_editor_go (editor, "general");
  entry = helper_find (editor, ADW_TYPE_ENTRY_ROW, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Chế độ của xã");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Chế độ mới");
  g_assert_cmpstr (trinh_regime_draft_get_title (draft), ==, "Chế độ mới");

  /* an undo is shown in the row */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.undo", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Chế độ của xã");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.redo", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Chế độ mới");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.save", NULL));
  g_assert_false (trinh_regime_draft_get_modified (draft));
  saved = trinh_regime_library_load (trinh_session_get_library (fixture->session), id, NULL);
  g_assert_cmpstr (trinh_regime_get_title (saved), ==, "Chế độ mới");
  helper_settle ();
  helper_let_go (editor);
}

static gpointer
open_element (gpointer page,
              guint position)
{
  gpointer row = helper_find (page, TRINH_TYPE_ELEMENT_ROW, position);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (row, TRUE);
  return row;
}

/* What is typed is checked at once, and what holds is tried out on the open report. */
static void
test_expression (HelperWork *fixture,
                 gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, fixture->evaluation, "rules"));
  TrinhExpressionRow *row = helper_find (open_element (page, 0), TRINH_TYPE_EXPRESSION_ROW, 0);
  GtkWidget *text = helper_get_child (row, "text");

  gtk_editable_set_text (GTK_EDITABLE (text), "[bm1:2.2] <=");
  g_assert_nonnull (strstr (trinh_expression_row_get_status (row), "ends too early"));
  g_assert_true (gtk_widget_has_css_class (helper_get_child (row, "status"), "error"));
  gtk_editable_set_text (GTK_EDITABLE (text), "[bm1:2.2] > [bm1:2.1]");
  g_assert_nonnull (strstr (trinh_expression_row_get_status (row), "14 > 33"));
  g_assert_nonnull (strstr (trinh_expression_row_get_status (row), "would be a finding"));
  gtk_editable_set_text (GTK_EDITABLE (text), "[bm1:2.2] <= [bm1:2.1]");
  g_assert_nonnull (strstr (trinh_expression_row_get_status (row), "which holds"));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", "rules", 0, "expression"), ==, "[bm1:2.2] <= [bm1:2.1]");
  helper_settle ();
  helper_let_go (page);
}

/* A row of a form is added, gets a formula, and goes; the outline's items move with what is below them. */
static void
test_elements (HelperWork *fixture,
               gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, fixture->evaluation, "forms/bm1"));
  guint n_rows = trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows");
  gpointer element = open_element (page, n_rows - 1);

  helper_click (helper_get_child (element, "add_button"));
  helper_settle ();
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows"), ==, n_rows + 1);
  element = helper_find (page, TRINH_TYPE_ELEMENT_ROW, n_rows);
  g_assert_true (adw_expander_row_get_expanded (element));
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (helper_find (element, TRINH_TYPE_EXPRESSION_ROW, 0), "text")), "[2.1] + [2.2]");
  g_assert_true (json_object_has_member (trinh_regime_draft_get_element (draft, "forms/bm1", "rows", n_rows), "formula"));
  helper_click (helper_get_child (element, "remove_button"));
  helper_settle ();
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows"), ==, n_rows);
  helper_let_go (page);

  page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "outline"));
  element = open_element (page, 1);
  helper_click (helper_get_child (element, "down_button"));
  helper_settle ();
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 1, "number"), ==, "II");
  helper_let_go (page);
}

static gboolean
has_new_form (gpointer draft)
{
  return trinh_regime_draft_get_document (draft, "forms/bm8") != NULL;
}

/* A form is made of a copied table, or empty, and shown. */
static void
test_new_forms (HelperWork *fixture,
                gconstpointer data)
{
  static const char table[] = "STT\tChỉ tiêu\tĐơn vị tính\tKết quả\n1\tSố lượt người được tiếp\tLượt\t\n2\tSố đơn đã nhận\tĐơn\t\n";
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  TrinhRegimeEditor *editor = g_object_ref_sink (trinh_regime_editor_new (fixture->session, draft, NULL));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (editor)), table);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.form-from-clipboard", NULL);
  helper_wait_until (has_new_form, draft);
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm8", "rows"), ==, 2);
  g_assert_cmpstr (trinh_regime_editor_get_section (editor), ==, "forms/bm8");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.add-form", NULL);
  g_assert_cmpstr (trinh_regime_editor_get_section (editor), ==, "forms/bm9");
  helper_settle ();
  helper_let_go (editor);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);
  g_test_add ("/regimes-dialog/list", HelperWork, NULL, helper_work_set_up, test_list, helper_work_tear_down);
  g_test_add ("/regimes-dialog/edit", HelperWork, NULL, helper_work_set_up, test_edit, helper_work_tear_down);
  g_test_add ("/regimes-dialog/expression", HelperWork, NULL, helper_work_set_up, test_expression, helper_work_tear_down);
  g_test_add ("/regimes-dialog/elements", HelperWork, NULL, helper_work_set_up, test_elements, helper_work_tear_down);
  g_test_add ("/regimes-dialog/new-forms", HelperWork, NULL, helper_work_set_up, test_new_forms, helper_work_tear_down);
  return g_test_run ();
}
