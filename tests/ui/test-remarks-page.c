/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-form-page.h"
#include "trinh-remark-dialog.h"
#include "trinh-remark-text.h"
#include "trinh-remarks-page.h"
#include "trinh-row-cell.h"
#include "trinh-row-details.h"
#include "trinh-thread-row.h"
#include "trinh-work-remarks.h"

static AdwDialog *
get_dialog (HelperWork *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
write_remark (AdwDialog *dialog,
              const char *text)
{
  gtk_text_buffer_set_text (helper_get_child (dialog, "buffer"), text, -1);
}

/* What is said of the whole report is added from the page; without words nothing is. */
static void
test_add (HelperWork *fixture,
          gconstpointer data)
{
  GtkWidget *page = trinh_remarks_page_new ();
  GtkWidget *button;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 700, 600);
  g_assert_cmpstr (trinh_report_page_get_subtitle (TRINH_REPORT_PAGE (page)), ==, "0 open, 0 to be answered");
  gtk_widget_activate_action (page, "remarks.add", NULL);
  g_assert_true (TRINH_IS_REMARK_DIALOG (get_dialog (fixture)));
  button = helper_get_child (get_dialog (fixture), "add_button");
  g_assert_false (gtk_widget_get_sensitive (button));
  write_remark (get_dialog (fixture), "  ");
  g_assert_false (gtk_widget_get_sensitive (button));
  write_remark (get_dialog (fixture), "Gửi trước thứ Sáu.");
  helper_click (button);
  helper_wait (20);

  g_assert_null (get_dialog (fixture));
  g_assert_cmpuint (trinh_remarks_count_open (fixture->report), ==, 1);
  g_assert_cmpstr (trinh_report_page_get_subtitle (TRINH_REPORT_PAGE (page)), ==, "1 open, 0 to be answered");
  g_assert_true (helper_has_label (page, "Gửi trước thứ Sáu."));

  helper_work_drop (fixture, page);
}

/* Said by the signatory, in whoever's name: submission asks for the answer, and the page says so. */
static void
test_unanswered (HelperWork *fixture,
                 gconstpointer data)
{
  g_autoptr (TrinhRemark) remark = trinh_remark_new (trinh_work_get_author (fixture->work), "signatory", "2022-06-09T10:00:00+07:00", "Xem lại.");
  g_autoptr (GError) error = NULL;
  GtkWidget *page = trinh_remarks_page_new ();

  trinh_work_add_remark (fixture->work, remark, &error);
  g_assert_no_error (error);
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 700, 600);
  g_assert_cmpstr (trinh_report_page_get_subtitle (TRINH_REPORT_PAGE (page)), ==, "1 open, 1 to be answered");
  helper_work_drop (fixture, page);
}

static guint
count_marked (GtkWidget *page)
{
  guint n = 0;
  GtkWidget *cell;

  for (guint i = 0; (cell = helper_find (page, TRINH_TYPE_ROW_CELL, i)) != NULL; i++)
    n += gtk_widget_has_css_class (cell, "remarked");

  return n;
}

/* On the cell the keyboard is in; the cell has a mark then, and the details say how many there are. */
static void
test_cell (HelperWork *fixture,
           gconstpointer data)
{
  GtkWidget *page = trinh_form_page_new ();
  AdwButtonContent *content;
  g_autoptr (GPtrArray) threads = NULL;

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  trinh_form_page_set_form (TRINH_FORM_PAGE (page), helper_work_get_form (fixture, "bm1"));
  helper_work_show (fixture, page, 1000, 700);
  g_assert_true (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "bm1:2.1"));
  helper_wait (100);
  g_assert_cmpuint (count_marked (page), ==, 0);
  gtk_widget_activate_action (page, "form.remark", NULL);
  g_assert_true (TRINH_IS_REMARK_DIALOG (get_dialog (fixture)));
  write_remark (get_dialog (fixture), "Đủ chưa?");
  helper_click (helper_get_child (get_dialog (fixture), "add_button"));
  helper_wait (20);

  threads = trinh_remarks_list_at (fixture->report, "bm1:2.1", NULL);
  g_assert_cmpuint (threads->len, ==, 1);
  g_assert_cmpuint (count_marked (page), ==, 1);
  content = helper_get_child (helper_find (page, TRINH_TYPE_ROW_DETAILS, 0), "remark_content");
  g_assert_cmpstr (adw_button_content_get_label (content), ==, "1 remark");
  helper_work_undo (fixture);
  g_assert_cmpuint (count_marked (page), ==, 0);
  g_assert_cmpstr (adw_button_content_get_label (content), ==, "Remark");

  helper_work_drop (fixture, page);
}

/* Over words the dialog shows what was said there before. */
static void
test_dialog (HelperWork *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (fixture->work, "Sao lại thế?");
  g_autoptr (TrinhRemark) placed = trinh_remark_on_section (remark, "s6", NULL, 0);
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  trinh_work_add_remark (fixture->work, placed, &error);
  g_assert_no_error (error);
  dialog = trinh_remark_dialog_new (fixture->work, NULL, "s6", "Tổng {{bm1:1}}", 4);
  g_assert_cmpstr (gtk_label_get_label (helper_get_child (dialog, "quote")), ==, "Tổng 21");
  g_assert_cmpuint (helper_count_found (helper_get_child (dialog, "threads"), TRINH_TYPE_THREAD_ROW), ==, 1);
  helper_finalize_dialog (dialog);
  helper_wait (20);
  helper_finalize_dialog (trinh_remark_dialog_new (fixture->work, "bm1:2", NULL, NULL, 0));
}

static void
test_texts (HelperWork *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *at;
    const char *text;
  } cases[] = {
    { "2022-06-09T08:05:00+07:00", "09/06/2022 08:05" },
    { "2022-06-09", "2022-06-09" },
    { "", "" },
  };
  g_autoptr (TrinhRemark) remark = trinh_remark_new ("Nguyễn Văn A", "signatory", cases[0].at, "?");
  g_autoptr (TrinhRemark) lost = trinh_remark_on_section (remark, "s999", NULL, 0);
  g_autofree char *byline = trinh_remark_text_dup_byline (remark);
  g_autofree char *place = trinh_remark_text_dup_place (fixture->work, lost);
  g_autofree char *expected = g_strdup_printf ("Nguyễn Văn A · %s · 09/06/2022 08:05", trinh_role_get_name (TRINH_ROLE_SIGNATORY));

  g_assert_cmpstr (byline, ==, expected);
  g_assert_cmpstr (place, ==, "A section that is not there any more");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = trinh_remark_text_dup_time (cases[i].at);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

#define ADD(path, function) g_test_add ("/ui/remarks-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("add", test_add);
  ADD ("unanswered", test_unanswered);
  ADD ("cell", test_cell);
  ADD ("dialog", test_dialog);
  ADD ("texts", test_texts);

  return g_test_run ();
}
