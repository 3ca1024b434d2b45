/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-form-page.h"
#include "trinh-open-point-row.h"
#include "trinh-overview-page.h"
#include "trinh-report-view.h"
#include "trinh-review-text.h"
#include "trinh-row-cell.h"
#include "trinh-section-page.h"
#include "trinh-session-review.h"
#include "trinh-sign-sheet.h"
#include "trinh-step-dialog.h"
#include "trinh-submit-dialog.h"
#include "trinh-text-cell.h"
#include "trinh-work-remarks.h"
#include "trinh-work-review.h"

/* As far as a state, past what submission asks for */
static void
do_steps (HelperWork *fixture,
          TrinhReportState state)
{
  static const TrinhStepKind kinds[] = { TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_SIGN_ON_PAPER, TRINH_STEP_ISSUE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && trinh_report_get_state (fixture->report) != state; i++)
    if (trinh_review_check (fixture->report, kinds[i], TRINH_ROLE_ALL, NULL))
      {
        g_autoptr (TrinhStep) step = trinh_step_new (kinds[i], "Nguyễn Văn A", TRINH_ROLE_SIGNATORY, "2022-06-09T08:00:00+07:00", "");
        g_autoptr (GError) error = NULL;
        g_autoptr (TrinhEdit) edit = trinh_review_make_step (fixture->report, step, &error);

        g_assert_no_error (error);
        trinh_work_apply (fixture->work, edit, &error);
        g_assert_no_error (error);
      }
}

static void
count_words (char **words,
             const char *text)
{
  g_set_str (words, text);
}

/* A return needs a reason, a recall none. */
static void
test_words (HelperWork *fixture,
            gconstpointer data)
{
  static const struct
  {
    TrinhStepKind kind;
    gboolean needs;
  } cases[] = {
    { TRINH_STEP_RECALL, FALSE },
    { TRINH_STEP_RETURN, TRUE },
    { TRINH_STEP_APPROVE, FALSE },
    { TRINH_STEP_CORRECT, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwDialog *dialog = trinh_step_dialog_new (fixture->work, cases[i].kind);
      GtkTextView *view = helper_find (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)), GTK_TYPE_TEXT_VIEW, 0);
      g_autofree char *words = NULL;

      g_assert_cmpint (trinh_step_dialog_get_kind (TRINH_STEP_DIALOG (dialog)), ==, cases[i].kind);
      g_assert_cmpint (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "do"), ==, !cases[i].needs);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), " \n", -1);
      g_assert_cmpint (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "do"), ==, !cases[i].needs);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Sai số liệu ", -1);
      g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "do"));
      g_signal_connect_swapped (dialog, "confirmed", G_CALLBACK (count_words), &words);
      g_signal_emit_by_name (dialog, "response", "cancel");
      g_assert_null (words);
      g_signal_emit_by_name (dialog, "response", "do");
      g_assert_cmpstr (words, ==, "Sai số liệu");
      helper_finalize_dialog (dialog);
    }
}

/* Explained or not, an error is no warning: the sheet before the signature says the same. */
static void
assert_findings (HelperWork *fixture,
                 const char *words)
{
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (trinh_step_dialog_new (fixture->work, TRINH_STEP_APPROVE));
  g_autoptr (AdwDialog) sheet = g_object_ref_sink (ADW_DIALOG (trinh_sign_sheet_new (fixture->session, fixture->work, TRINH_SIGNING_ROLE_SIGNATORY)));
  GtkWidget *facts = helper_find (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)), GTK_TYPE_LIST_BOX, 0);

  g_assert_cmpstr (adw_action_row_get_subtitle (helper_find (facts, ADW_TYPE_ACTION_ROW, 2)), ==, words);
  g_assert_cmpstr (adw_expander_row_get_subtitle (helper_get_child (sheet, "warnings_row")), ==, words);
}

/* Who approves is told how many pages, what changed and what is open. */
static void
test_approved (HelperWork *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) points = trinh_work_list_open_points (fixture->work);
  g_autofree char *all = NULL;
  g_autofree char *explained = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;
  GtkWidget *facts;
  guint n_errors;

  for (guint i = 0; i < points->len && edit == NULL; i++)
    if (trinh_open_point_get_kind (points->pdata[i]) == TRINH_OPEN_POINT_ERROR)
      edit = trinh_evaluation_make_acknowledge (fixture->evaluation, trinh_open_point_get_finding (points->pdata[i]), "Theo huyện", "Lan");
  g_assert_nonnull (edit);
  do_steps (fixture, TRINH_STATE_SUBMITTED);
  n_errors = trinh_evaluation_get_n_errors (fixture->evaluation);
  all = g_strdup_printf ("%u errors not explained, %u warnings", n_errors, trinh_evaluation_get_n_warnings (fixture->evaluation));
  explained = g_strdup_printf ("%u errors not explained, 1 error explained, %u warnings", n_errors - 1, trinh_evaluation_get_n_warnings (fixture->evaluation));
  assert_findings (fixture, all);
  dialog = trinh_step_dialog_new (fixture->work, TRINH_STEP_APPROVE);
  facts = helper_find (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)), GTK_TYPE_LIST_BOX, 0);
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (helper_find (facts, ADW_TYPE_ACTION_ROW, 0)), " pages"));
  g_assert_cmpstr (adw_action_row_get_subtitle (helper_find (facts, ADW_TYPE_ACTION_ROW, 1)), ==, "Reviewed for the first time");
  helper_finalize_dialog (dialog);

  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
  assert_findings (fixture, explained);
}

static gboolean
settle_row (GtkWidget *row)
{
  GtkWidget *buttons = helper_get_child (row, "buttons");

  if (gtk_widget_get_visible (buttons))
    {
      gtk_widget_grab_focus (helper_find (buttons, GTK_TYPE_BUTTON, 0));
      helper_click (helper_find (buttons, GTK_TYPE_BUTTON, 0));
      return TRUE;
    }
  gtk_editable_set_text (helper_get_child (row, "words"), "Theo số liệu của huyện");
  gtk_widget_grab_focus (helper_get_child (row, "words"));
  g_signal_emit_by_name (helper_get_child (row, "words"), "activate");
  helper_settle ();

  return TRUE;
}

/* Nothing is submitted while something is open; each point is settled in its row, and then it goes. */
static void
test_submit (HelperWork *fixture,
             gconstpointer data)
{
  AdwDialog *dialog = trinh_submit_dialog_new (fixture->work);
  g_autoptr (GPtrArray) points = trinh_work_list_open_points (fixture->work);
  GtkWidget *button;
  GtkWidget *list;
  guint n_submitted = 0;
  guint turns;

  helper_work_show (fixture, adw_bin_new (), 800, 700);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  helper_settle ();
  button = helper_get_child (dialog, "submit_button");
  list = helper_get_child (dialog, "list");
  g_assert_cmpuint (points->len, >, 0);
  g_assert_cmpuint (helper_count_found (list, TRINH_TYPE_OPEN_POINT_ROW), ==, points->len);
  g_assert_true (helper_has_label (list, "Biểu mẫu 1, 4.1: Tổng số nhiệm vụ được giao"));
  g_assert_false (gtk_widget_get_sensitive (button));

  for (turns = 0; turns < 200 && helper_find (list, TRINH_TYPE_OPEN_POINT_ROW, 0) != NULL; turns++)
    settle_row (helper_find (list, TRINH_TYPE_OPEN_POINT_ROW, 0));
  g_assert_cmpuint (turns, <, 200);
  g_assert_true (gtk_widget_get_sensitive (button));
  helper_wait (250);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  g_signal_connect_swapped (dialog, "submitted", G_CALLBACK (helper_count), &n_submitted);
  gtk_text_buffer_set_text (helper_get_child (dialog, "buffer"), "Kính trình.", -1);
  helper_click (button);
  g_assert_cmpuint (n_submitted, ==, 1);
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_SUBMITTED);
}

/* What is half written in one row stays while another goes. */
static void
test_half_written (HelperWork *fixture,
                   gconstpointer data)
{
  AdwDialog *dialog = g_object_ref_sink (trinh_submit_dialog_new (fixture->work));
  GtkWidget *list = helper_get_child (dialog, "list");
  GtkWidget *row;
  GtkWidget *error_row = NULL;

  for (guint i = 0; (row = helper_find (list, TRINH_TYPE_OPEN_POINT_ROW, i)) != NULL && error_row == NULL; i++)
    if (gtk_widget_get_visible (helper_get_child (row, "words_box")))
      error_row = row;
  g_assert_nonnull (error_row);
  gtk_editable_set_text (helper_get_child (error_row, "words"), "Đang viết");
  settle_row (helper_find (list, TRINH_TYPE_OPEN_POINT_ROW, 0));
  g_assert_true (gtk_widget_is_ancestor (error_row, list));
  g_assert_cmpstr (gtk_editable_get_text (helper_get_child (error_row, "words")), ==, "Đang viết");
  g_assert_finalize_object (dialog);
}

static gboolean
menu_has (GMenuModel *menu,
          const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) && g_str_equal (text, label))
        return TRUE;
      if (section != NULL && menu_has (section, label))
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
find_point (GtkWidget *list,
            const char *place)
{
  GtkWidget *row;

  for (guint i = 0; (row = helper_find (list, TRINH_TYPE_OPEN_POINT_ROW, i)) != NULL; i++)
    if (g_str_has_prefix (gtk_label_get_label (helper_get_child (row, "title")), place))
      return row;

  g_assert_not_reached ();
}

/* The keyboard is in a cell, and all of it is seen in the table. */
static gboolean
is_in_row (gpointer user_data)
{
  GtkWidget *focus = gtk_window_get_focus (user_data);
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, TRINH_TYPE_ROW_CELL) : NULL;
  GtkWidget *table = cell != NULL ? gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW) : NULL;
  graphene_rect_t bounds;

  return table != NULL && gtk_widget_compute_bounds (cell, table, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (table);
}

/* From the dialog to the row, whatever lies over what: the window is wide, or the list of pages is shown in a narrow
 * one. */
static void
test_go (HelperWork *fixture,
         gconstpointer data)
{
  static const int widths[] = { 1100, 660, 360 };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      TrinhReportView *view = trinh_report_view_new (fixture->work);
      AdwDialog *dialog;
      GtkWidget *row;

      g_test_message ("%d", widths[i]);
      helper_work_show (fixture, GTK_WIDGET (view), widths[i], 700);
      adw_navigation_split_view_set_show_content (helper_get_child (view, "split"), FALSE);
      helper_wait (500);
      gtk_widget_activate_action (GTK_WIDGET (view), "report.step", "s", "submit");
      helper_wait (500);
      dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
      row = find_point (helper_get_child (dialog, "list"), "Biểu mẫu 1, 4.1");
      gtk_widget_grab_focus (helper_get_child (row, "go_button"));
      helper_click (helper_get_child (row, "go_button"));
      helper_wait_until (is_in_row, fixture->window);
      helper_wait (500);
      g_assert_true (is_in_row (fixture->window));
      g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
      helper_work_drop (fixture, view);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
be (HelperWork *fixture,
    guint roles)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (people, trinh_person_new ("p1", "Trần Thị B", "", roles));
  trinh_session_set_people (fixture->session, people, &error);
  g_assert_no_error (error);
  trinh_session_set_person (fixture->session, "p1", &error);
  g_assert_no_error (error);
}

/* Button, menu and banner of the report follow its state and who works now. */
static void
test_view (HelperWork *fixture,
           gconstpointer data)
{
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  AdwSplitButton *button = helper_get_child (view, "next_button");
  AdwBanner *banner = helper_get_child (view, "state_banner");

  helper_work_show (fixture, GTK_WIDGET (view), 1000, 700);
  g_assert_cmpstr (adw_split_button_get_label (button), ==, "Submit…");
  g_assert_false (adw_banner_get_revealed (banner));
  be (fixture, TRINH_ROLE_REGISTRAR);
  g_assert_cmpstr (adw_split_button_get_label (button), ==, "Preview");
  do_steps (fixture, TRINH_STATE_SUBMITTED);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_false (menu_has (adw_split_button_get_menu_model (button), "Return…"));
  be (fixture, TRINH_ROLE_SIGNATORY);
  g_assert_cmpstr (adw_split_button_get_label (button), ==, "Review");
  g_assert_true (menu_has (adw_split_button_get_menu_model (button), "Return…"));
  /* The review's own three buttons are enough there. */
  gtk_widget_activate_action (GTK_WIDGET (view), "report.go-to", "s", "review");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (button)));
  gtk_widget_activate_action (GTK_WIDGET (view), "report.go-to", "s", "overview");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  be (fixture, TRINH_ROLE_CLERK);
  g_assert_cmpstr (adw_split_button_get_label (button), ==, "Take back…");
  do_steps (fixture, TRINH_STATE_SIGNED);
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "read only"));

  helper_work_drop (fixture, view);
}

/* The menu sends the report to whoever has it now, and what is told names the same. */
static void
test_send (HelperWork *fixture,
           gconstpointer data)
{
  static const struct
  {
    TrinhReportState state;
    const char *verb;
    const char *told;
  } cases[] = {
    { TRINH_STATE_DRAFT, "Send for review…", "reviews it" },
    { TRINH_STATE_SUBMITTED, "Send for review…", "reviews it" },
    { TRINH_STATE_RETURNED, "Send back to be mended…", "prepared it" },
    { TRINH_STATE_APPROVED, "Send to be signed…", "signs it" },
    { TRINH_STATE_SIGNED, "Send to be issued…", "registrar" },
    { TRINH_STATE_ISSUED, "Send the report…", "was written." },
  };
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  AdwSplitButton *button = helper_get_child (view, "next_button");

  helper_work_show (fixture, GTK_WIDGET (view), 1000, 700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].state == TRINH_STATE_RETURNED)
        trinh_work_do_step (fixture->work, TRINH_STEP_RETURN, "Xem lại 2.1", NULL);
      else
        do_steps (fixture, cases[i].state);
      g_assert_cmpint (trinh_report_get_state (fixture->report), ==, cases[i].state);
      g_assert_true (menu_has (adw_split_button_get_menu_model (button), cases[i].verb));
      g_assert_nonnull (strstr (trinh_review_text_get_sent (cases[i].state), cases[i].told));
    }

  helper_work_drop (fixture, view);
}

/* A report that waits to be issued is not put before the registrar as one to be corrected; the menu has it from then on. */
static void
test_correct (HelperWork *fixture,
              gconstpointer data)
{
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  AdwSplitButton *button = helper_get_child (view, "next_button");
  AdwBanner *banner = helper_get_child (view, "state_banner");

  do_steps (fixture, TRINH_STATE_APPROVED);
  helper_work_show (fixture, GTK_WIDGET (view), 1000, 700);
  g_assert_false (menu_has (adw_split_button_get_menu_model (button), "Correct…"));
  do_steps (fixture, TRINH_STATE_SIGNED);
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "");
  g_assert_true (menu_has (adw_split_button_get_menu_model (button), "Correct…"));
  do_steps (fixture, TRINH_STATE_ISSUED);
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "Correct…");
  g_assert_true (menu_has (adw_split_button_get_menu_model (button), "Correct…"));

  helper_work_drop (fixture, view);
}

/* The step of a button opens its dialog, and what the dialog confirms is done and told. */
static void
test_return (HelperWork *fixture,
             gconstpointer data)
{
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  GtkTextView *text;

  do_steps (fixture, TRINH_STATE_SUBMITTED);
  helper_work_show (fixture, GTK_WIDGET (view), 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (view), "report.step", "s", "return");
  text = helper_find (adw_alert_dialog_get_extra_child (helper_get_alert (fixture)), GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "Xem lại 2.1", -1);
  g_signal_emit_by_name (helper_get_alert (fixture), "response", "do");
  g_assert_cmpint (trinh_report_get_state (fixture->report), ==, TRINH_STATE_RETURNED);
  g_assert_cmpstr (fixture->toast, ==, "The report was returned");
  g_assert_nonnull (strstr (adw_banner_get_title (helper_get_child (view, "state_banner")), "Xem lại 2.1"));
  adw_dialog_force_close (ADW_DIALOG (helper_get_alert (fixture)));
  helper_wait (20);
  /* What cannot follow opens nothing. */
  gtk_widget_activate_action (GTK_WIDGET (view), "report.step", "s", "approve");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));

  helper_work_drop (fixture, view);
}

/* As much of a long reason stands in the banner as it shows at every width; its button shows the rest, and the way to the
 * remarks. */
static void
test_reason (HelperWork *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *reason;
    const char *shown; /* NULL: all of it */
  } cases[] = {
    { "Xem lại 2.1", NULL },
    { "Đề nghị rà soát lại số nhiệm vụ đề ra ở mục hai chấm một nhé", NULL },
    { "Đề nghị rà soát lại số nhiệm vụ đề ra ở mục hai chấm một nhé!", "Đề nghị rà soát lại số nhiệm vụ đề ra ở mục hai chấm một …" },
    { "Xem lại 2.1\nvà 2.2", "Xem lại 2.1 …" },
  };
  TrinhReportView *view = trinh_report_view_new (fixture->work);
  AdwBanner *banner = helper_get_child (view, "state_banner");

  helper_work_show (fixture, GTK_WIDGET (view), 1000, 700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      do_steps (fixture, TRINH_STATE_SUBMITTED);
      trinh_work_do_step (fixture->work, TRINH_STEP_RETURN, cases[i].reason, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (adw_banner_get_title (banner), cases[i].shown != NULL ? cases[i].shown : cases[i].reason));
      g_assert_cmpstr (adw_banner_get_button_label (banner), ==, cases[i].shown != NULL ? "See the reason" : "");
    }
  helper_click (helper_find_button (banner, "See the reason"));
  g_assert_true (g_str_has_suffix (adw_alert_dialog_get_body (helper_get_alert (fixture)), "Xem lại 2.1\nvà 2.2"));
  g_assert_false (adw_alert_dialog_has_response (helper_get_alert (fixture), "remarks"));
  adw_dialog_force_close (ADW_DIALOG (helper_get_alert (fixture)));
  helper_wait (20);

  helper_work_drop (fixture, view);
}

/* A signed report is read: cells do not open and say why, texts are not edited. */
static void
test_read_only (HelperWork *fixture,
                gconstpointer data)
{
  GtkWidget *form = trinh_form_page_new ();
  GtkWidget *section = trinh_section_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  TrinhTextCell *cell;

  gtk_box_append (GTK_BOX (box), form);
  gtk_box_append (GTK_BOX (box), section);
  trinh_report_page_set_work (TRINH_REPORT_PAGE (form), fixture->work);
  trinh_report_page_set_work (TRINH_REPORT_PAGE (section), fixture->work);
  trinh_form_page_set_form (TRINH_FORM_PAGE (form), helper_work_get_form (fixture, "bm1"));
  trinh_section_page_set_section (TRINH_SECTION_PAGE (section), "s6");
  helper_work_show (fixture, box, 1000, 900);
  cell = helper_find (form, TRINH_TYPE_TEXT_CELL, 0);
  trinh_text_cell_start (cell);
  g_assert_true (trinh_text_cell_get_editing (cell));
  trinh_text_cell_commit (cell);
  g_assert_true (gtk_text_view_get_editable (helper_get_child (section, "view")));

  do_steps (fixture, TRINH_STATE_SIGNED);
  trinh_text_cell_start (cell);
  g_assert_false (trinh_text_cell_get_editing (cell));
  g_assert_nonnull (fixture->toast);
  g_assert_false (gtk_text_view_get_editable (helper_get_child (section, "view")));
  g_assert_false (gtk_widget_get_sensitive (helper_get_child (section, "toolbar")));
  g_clear_pointer (&fixture->toast, g_free);
  gtk_widget_activate_action (form, "form.paste", NULL);
  g_assert_nonnull (fixture->toast);

  helper_work_drop (fixture, box);
}

/* The overview says who has it and who did what; names come from the people of the office. */
static void
test_overview (HelperWork *fixture,
               gconstpointer data)
{
  GtkWidget *page = trinh_overview_page_new ();
  g_autofree char *clerk = trinh_review_text_dup_holder (fixture->work);
  g_autofree char *named = NULL;

  g_assert_cmpstr (clerk, ==, trinh_role_get_name (TRINH_ROLE_CLERK));
  be (fixture, TRINH_ROLE_ALL);
  named = trinh_review_text_dup_holder (fixture->work);
  g_assert_cmpstr (named, ==, "Trần Thị B");
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 800, 900);
  g_assert_true (helper_has_label (page, "Trần Thị B"));
  do_steps (fixture, TRINH_STATE_SUBMITTED);
  helper_settle ();
  g_assert_true (helper_has_label (page, "09/06/2022 08:00"));

  helper_work_drop (fixture, page);
}

static void
asked_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  g_autofree char *asked = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), g_variant_get_string (parameter, NULL));

  g_set_str (user_data, asked);
}

static void
add_actions (HelperWork *fixture,
             char **asked)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *names[] = { "step", "go-to" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], G_VARIANT_TYPE_STRING);

      g_signal_connect (action, "activate", G_CALLBACK (asked_cb), asked);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "report", G_ACTION_GROUP (group));
}

/* The overview has the next step of who works now, as the header's button does, and does it. */
static void
test_next (HelperWork *fixture,
           gconstpointer data)
{
  static const struct
  {
    TrinhReportState state;
    guint roles;
    const char *title; /* NULL: nothing is to be done */
    const char *asked;
  } cases[] = {
    { TRINH_STATE_DRAFT, TRINH_ROLE_CLERK, "Submit…", "step submit" },
    { TRINH_STATE_DRAFT, TRINH_ROLE_REGISTRAR, NULL, NULL },
    { TRINH_STATE_SUBMITTED, TRINH_ROLE_CLERK, "Take back…", "step recall" },
    { TRINH_STATE_SUBMITTED, TRINH_ROLE_SIGNATORY, "Review", "go-to review" },
    { TRINH_STATE_APPROVED, TRINH_ROLE_SIGNATORY, "Sign…", "step sign" },
    { TRINH_STATE_SIGNED, TRINH_ROLE_REGISTRAR, "Issue…", "step issue" },
    { TRINH_STATE_ISSUED, TRINH_ROLE_REGISTRAR, NULL, NULL },
  };
  GtkWidget *page = trinh_overview_page_new ();
  AdwPreferencesRow *row = helper_get_child (page, "next_row");
  graphene_rect_t bounds;
  g_autofree char *asked = NULL;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 360, 700);
  /* Without scrolling */
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), page, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (page));
  add_actions (fixture, &asked);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      do_steps (fixture, cases[i].state);
      be (fixture, cases[i].roles);
      helper_settle ();
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row)) == (cases[i].title != NULL));
      if (cases[i].title == NULL)
        continue;
      g_assert_cmpstr (adw_preferences_row_get_title (row), ==, cases[i].title);
      gtk_widget_activate (GTK_WIDGET (row));
      g_assert_cmpstr (asked, ==, cases[i].asked);
    }

  helper_work_drop (fixture, page);
}

/* What a step brought is opened from its row; a paper without a scan has nothing to open. */
static void
test_file (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = trinh_overview_page_new ();
  GtkWidget *group;
  g_autoptr (GFile) scan = g_file_new_build_filename (fixture->folder, "scan.pdf", NULL);
  g_autoptr (GError) error = NULL;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);
  group = helper_get_child (page, "steps_group");
  do_steps (fixture, TRINH_STATE_APPROVED);
  g_assert_null (helper_find (group, GTK_TYPE_BUTTON, 0));
  g_file_replace_contents (scan, "%PDF-1.7", 8, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  trinh_session_sign_work_on_paper (fixture->session, fixture->work, scan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (helper_find (group, GTK_TYPE_BUTTON, 0)), ==, "Open the signed file");
  g_assert_null (helper_find (group, GTK_TYPE_BUTTON, 1));

  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/steps/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("words", test_words);
  ADD ("approved", test_approved);
  ADD ("submit", test_submit);
  ADD ("half-written", test_half_written);
  ADD ("go", test_go);
  ADD ("view", test_view);
  ADD ("send", test_send);
  ADD ("correct", test_correct);
  ADD ("return", test_return);
  ADD ("reason", test_reason);
  ADD ("read-only", test_read_only);
  ADD ("overview", test_overview);
  ADD ("next", test_next);
  ADD ("file", test_file);

  return g_test_run ();
}
