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

/* The row of preferences with that title, however deep */
static gpointer
find_titled (gpointer widget,
             const char *title)
{
  for (guint i = 0;; i++)
    {
      gpointer row = helper_find (widget, ADW_TYPE_PREFERENCES_ROW, i);

      if (row == NULL)
        g_error ("no row “%s”", title);
      if (g_strcmp0 (adw_preferences_row_get_title (row), title) == 0)
        return row;
    }
}

static JsonNode *
get_member (TrinhRegimeDraft *draft,
            const char *document,
            const char *member)
{
  return json_object_get_member (json_node_get_object (trinh_regime_draft_get_document (draft, document)), member);
}

/* Each member of a regime has its row, and what is blank is not written. */
static void
test_regime_members (HelperWork *fixture,
                     gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "general"));
  gpointer row = find_titled (page, "Holds to; blank: no end");

  gtk_editable_set_text (row, "31/12/2023");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (get_member (draft, "regime", "valid")), "to"), ==, "2023-12-31");
  gtk_editable_set_text (row, "");
  g_assert_false (json_object_has_member (json_node_get_object (get_member (draft, "regime", "valid")), "to"));

  row = find_titled (page, "A large change asks for a reason");
  adw_switch_row_set_active (row, FALSE);
  g_assert_true (JSON_NODE_HOLDS_NULL (get_member (draft, "regime", "large-change")));
  g_assert_false (gtk_widget_get_visible (find_titled (page, "More than so many percent")));
  adw_switch_row_set_active (row, TRUE);
  g_assert_null (get_member (draft, "regime", "large-change"));
  adw_spin_row_set_value (find_titled (page, "More than so many percent"), 30);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (get_member (draft, "regime", "large-change")), "percent"), ==, 30);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (get_member (draft, "regime", "large-change")), "count"), ==, 20);
  helper_settle ();
  helper_let_go (page);

  page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "rules"));
  row = find_titled (page, "A document is dated on a weekend");
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (get_member (draft, "regime", "text-checks"))), ==, 1);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", "text-checks", 0, "severity"), ==, "error");
  adw_combo_row_set_selected (row, 0);
  g_assert_null (get_member (draft, "regime", "text-checks"));
  helper_settle ();
  helper_let_go (page);
}

static guint
count_problems (TrinhRegimeDraft *draft)
{
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (draft, NULL);

  return problems->len;
}

/* The rows of a row that are seldom needed, annexes and the heads over several columns */
static void
test_form_members (HelperWork *fixture,
                   gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "annexes"));
  gpointer element = open_element (page, 0);
  gpointer check = helper_find (element, GTK_TYPE_CHECK_BUTTON, 6);
  gpointer row;

  gtk_check_button_set_active (check, FALSE);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (trinh_regime_draft_get_element (draft, "regime", "annexes", 0), "forms")), ==, 6);
  trinh_regime_draft_undo (draft);
  g_assert_true (gtk_check_button_get_active (check));
  helper_settle ();
  helper_let_go (page);

  page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "forms/bm1"));
  element = open_element (page, 0);
  adw_combo_row_set_selected (find_titled (element, "Over several offices it is"), 4);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "aggregation"), ==, "none");
  row = find_titled (element, "Decimals, 0 to 4");
  gtk_editable_set_text (row, "0");
  g_assert_cmpint (json_object_get_int_member (trinh_regime_draft_get_element (draft, "forms/bm1", "rows", 0), "decimals"), ==, 0);
  g_assert_cmpuint (count_problems (draft), ==, 0);
  gtk_editable_set_text (row, "hai");
  g_assert_cmpuint (count_problems (draft), >, 0);
  gtk_editable_set_text (row, "");
  g_assert_false (json_object_has_member (trinh_regime_draft_get_element (draft, "forms/bm1", "rows", 0), "decimals"));
  adw_switch_row_set_active (find_titled (element, "One text in place of the codes of several rows"), TRUE);
  g_assert_true (gtk_widget_get_visible (find_titled (element, "Over so many rows from this one on")));
  adw_switch_row_set_active (find_titled (element, "One text in place of the codes of several rows"), FALSE);
  g_assert_cmpuint (count_problems (draft), ==, 0);

  /* A list may have a row of totals. */
  adw_combo_row_set_selected (find_titled (page, "Its rows are"), 1);
  helper_settle ();
  adw_switch_row_set_active (find_titled (page, "A row of totals under the others"), TRUE);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (get_member (draft, "forms/bm1", "total")), "key"), ==, "total");
  gtk_editable_set_text (find_titled (page, "Unit"), "Hồ sơ");
  gtk_editable_set_text (find_titled (page, "Decimals, 0 to 4"), "2");
  adw_combo_row_set_selected (find_titled (page, "The value is printed"), 1);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (get_member (draft, "forms/bm1", "total")), "unit"), ==, "Hồ sơ");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (get_member (draft, "forms/bm1", "total")), "decimals"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (get_member (draft, "forms/bm1", "total")), "value-style"), ==, "bold");
  helper_settle ();
  helper_let_go (page);
}

/* What an item of the outline is; what cannot be is shown as it was. */
static void
test_standing (HelperWork *fixture,
               gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  const guint last = trinh_regime_draft_get_n_elements (draft, "outline", "items") - 1;
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "outline"));
  gpointer row = find_titled (open_element (page, 1), "It is");

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 3);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  row = find_titled (open_element (page, 15), "It is");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpint (json_object_get_int_member (trinh_regime_draft_get_element (draft, "outline", "items", 15), "level"), ==, 1);
  trinh_regime_draft_undo (draft);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);

  adw_combo_row_set_selected (find_titled (open_element (page, last), "It is"), 1);
  helper_settle ();
  g_assert_nonnull (find_titled (open_element (page, last), "Title of the section"));
  g_assert_cmpuint (count_problems (draft), ==, 0);
  helper_let_go (page);
}

/* The lists that texts are read with, and days off, are the shipped ones. */
static void
test_shipped (HelperWork *fixture,
              gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  static const char *const rows[][4] = {
    { "general", "Days off that deadlines go by", "holidays", "vn" },
    { "rules", "List of words it reads with", "lexicon", "nd30-2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, rows[i][0]));
      gpointer row = find_titled (page, rows[i][1]);

      adw_combo_row_set_selected (row, 1);
      g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", NULL, 0, rows[i][2]), ==, rows[i][3]);
      g_assert_cmpuint (count_problems (draft), ==, 0);
      adw_combo_row_set_selected (row, 0);
      g_assert_null (get_member (draft, "regime", rows[i][2]));
      helper_let_go (page);
    }
}

/* The lists of a combo row have search entries too, that nobody sees. */
static gpointer
find_search (gpointer page)
{
  gpointer entry = NULL;

  for (guint i = 0; (entry = helper_find (page, GTK_TYPE_SEARCH_ENTRY, i)) != NULL; i++)
    if (g_object_get_data (entry, "array") != NULL)
      return entry;
  g_error ("no search");
}

/* Rows are added, moved and taken out without the mouse, and found by a word. */
static void
test_keyboard (HelperWork *fixture,
               gconstpointer data)
{
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  GtkWidget *page = g_object_ref_sink (trinh_draft_page_new (draft, NULL, "forms/bm4"));
  guint n_rows = trinh_regime_draft_get_n_elements (draft, "forms/bm4", "rows");
  gpointer element = open_element (page, 0);

  g_signal_emit_by_name (find_titled (element, "Label"), "entry-activated");
  helper_settle ();
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm4", "rows"), ==, n_rows + 1);
  element = helper_find (page, TRINH_TYPE_ELEMENT_ROW, 1);
  g_assert_true (adw_expander_row_get_expanded (element));
  gtk_editable_set_text (find_titled (element, "Label"), "Hàng mới thêm");
  g_assert_true (gtk_widget_activate_action (element, "element.up", NULL));
  helper_settle ();
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm4", "rows", 0, "label"), ==, "Hàng mới thêm");
  element = helper_find (page, TRINH_TYPE_ELEMENT_ROW, 0);
  gtk_editable_set_text (find_search (page), "hang moi");
  g_signal_emit_by_name (find_search (page), "search-changed");
  g_assert_true (gtk_widget_get_visible (element));
  g_assert_false (gtk_widget_get_visible (helper_find (page, TRINH_TYPE_ELEMENT_ROW, 1)));
  gtk_widget_activate_action (element, "element.remove", NULL);
  helper_settle ();
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm4", "rows"), ==, n_rows);
  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm4", "rows"), ==, n_rows + 1);
  helper_settle ();
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

/* A word processor's table is in the HTML; its text breaks lines within a cell. */
static void
test_form_from_word (HelperWork *fixture,
                     gconstpointer data)
{
  static const char html[] = "<html><body><table class=MsoTableGrid><tr><td>TT</td><td><p class=MsoNormal>Ch\xe1\xbb\x89<o:p></o:p>\n ti\xc3\xaau</p></td><td>\xc4\x90\xc6\xa1n v\xe1\xbb\x8b</td><td>K\xe1\xba\xbft qu\xe1\xba\xa3</td></tr>"
                             "<tr><td>1</td><td>S\xe1\xbb\x91 \xc4\x91\xc6\xa1n<br>nh\xe1\xba\xadn</td><td>\xc4\x90\xc6\xa1n</td><td></td></tr></table></body></html>";
  g_autofree char *id = make_own (fixture);
  g_autoptr (TrinhRegimeDraft) draft = open_draft (fixture, id);
  TrinhRegimeEditor *editor = g_object_ref_sink (trinh_regime_editor_new (fixture->session, draft, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes), gdk_content_provider_new_typed (G_TYPE_STRING, "TT Chỉ tiêu") };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (editor)), both);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.form-from-clipboard", NULL);
  helper_wait_until (has_new_form, draft);
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm8", "rows"), ==, 1);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm8", "rows", 0, "label"), ==, "Số đơn nhận");
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
  g_test_add ("/regimes-dialog/form-from-word", HelperWork, NULL, helper_work_set_up, test_form_from_word, helper_work_tear_down);
  g_test_add ("/regimes-dialog/regime-members", HelperWork, NULL, helper_work_set_up, test_regime_members, helper_work_tear_down);
  g_test_add ("/regimes-dialog/form-members", HelperWork, NULL, helper_work_set_up, test_form_members, helper_work_tear_down);
  g_test_add ("/regimes-dialog/standing", HelperWork, NULL, helper_work_set_up, test_standing, helper_work_tear_down);
  g_test_add ("/regimes-dialog/shipped", HelperWork, NULL, helper_work_set_up, test_shipped, helper_work_tear_down);
  g_test_add ("/regimes-dialog/keyboard", HelperWork, NULL, helper_work_set_up, test_keyboard, helper_work_tear_down);
  return g_test_run ();
}
