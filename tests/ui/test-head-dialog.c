/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-date-row.h"
#include "trinh-head-dialog.h"
#include "trinh-lines-row.h"

typedef struct
{
  AdwWindow *window;
  GtkWidget *content;
  AdwDialog *dialog;
} Shown;

static void
show_wide (HelperWork *fixture,
           Shown *shown,
           int width)
{
  shown->window = ADW_WINDOW (adw_window_new ());
  shown->content = gtk_label_new ("");
  adw_window_set_content (shown->window, shown->content);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 600);
  gtk_window_present (GTK_WINDOW (shown->window));
  trinh_head_dialog_present (fixture->work, shown->content);
  shown->dialog = adw_window_get_visible_dialog (shown->window);
  g_assert_nonnull (shown->dialog);
}

static void
show (HelperWork *fixture,
      Shown *shown)
{
  show_wide (fixture, shown, 700);
}

/* What the dialog does when it is closed; %TRUE when it has gone */
static gboolean
close_dialog (Shown *shown)
{
  adw_dialog_close (shown->dialog);
  helper_wait (20);

  return adw_window_get_visible_dialog (shown->window) == NULL;
}

static void
take_away (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  helper_wait (20);
}

static void
set_day (Shown *shown,
         const char *row,
         const char *day)
{
  trinh_date_row_set_date (helper_get_child (shown->dialog, row), day != NULL ? helper_day (day) : 0);
}

static void
assert_days (HelperWork *fixture,
             const char *from,
             const char *to)
{
  g_autofree char *first = trinh_date_to_string (trinh_report_get_data_from (fixture->report));
  g_autofree char *last = trinh_date_to_string (trinh_report_get_data_to (fixture->report));

  g_assert_cmpstr (first, ==, from);
  g_assert_cmpstr (last, ==, to);
}

/* In a narrow window too it begins at its first row. */
static void
test_focus (HelperWork *fixture,
            gconstpointer data)
{
  static const int widths[] = { 700, 370 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Shown shown;
      GtkWidget *row;

      show_wide (fixture, &shown, widths[i]);
      helper_wait (200);
      row = helper_get_child (shown.dialog, "number_row");
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (shown.window)), row));
      take_away (&shown);
    }
}

/* Closed untouched, nothing is an edit. */
static void
test_untouched (HelperWork *fixture,
                gconstpointer data)
{
  const guint revision = trinh_report_get_revision (fixture->report);
  Shown shown;

  show (fixture, &shown);
  g_assert_true (close_dialog (&shown));
  g_assert_cmpuint (trinh_report_get_revision (fixture->report), ==, revision);
  take_away (&shown);
}

/* The office's own days go before the calendar's; blank, the calendar holds again. */
static void
test_days (HelperWork *fixture,
           gconstpointer data)
{
  Shown shown;

  assert_days (fixture, "2021-12-15", "2022-06-08");
  show (fixture, &shown);
  set_day (&shown, "data_from_row", "2021-12-11");
  set_day (&shown, "data_to_row", "2022-06-10");
  g_assert_true (close_dialog (&shown));
  assert_days (fixture, "2021-12-11", "2022-06-10");
  take_away (&shown);

  show (fixture, &shown);
  set_day (&shown, "data_from_row", NULL);
  set_day (&shown, "data_to_row", "2022-06-14");
  g_assert_true (close_dialog (&shown));
  assert_days (fixture, "2021-12-15", "2022-06-14");
  g_assert_true (JSON_NODE_HOLDS_NULL (trinh_report_get_member (fixture->report, "data_to")));
  take_away (&shown);

  /* One step each */
  helper_work_undo (fixture);
  assert_days (fixture, "2021-12-11", "2022-06-10");
  helper_work_undo (fixture);
  assert_days (fixture, "2021-12-15", "2022-06-08");
}

/* Days in the wrong order keep the dialog open, and the report as it was. */
static void
test_order (HelperWork *fixture,
            gconstpointer data)
{
  Shown shown;

  show (fixture, &shown);
  set_day (&shown, "data_from_row", "2022-06-11");
  set_day (&shown, "data_to_row", "2022-06-10");
  g_assert_false (close_dialog (&shown));
  assert_days (fixture, "2021-12-15", "2022-06-08");
  set_day (&shown, "data_from_row", "2022-06-10");
  g_assert_true (close_dialog (&shown));
  assert_days (fixture, "2022-06-10", "2022-06-10");
  take_away (&shown);
  helper_work_undo (fixture);
}

/* The office as it is printed: the place before the date, and its name line by line */
static void
test_office (HelperWork *fixture,
             gconstpointer data)
{
  static const char *const header[] = { "ỦY BAN NHÂN DÂN", "XÃ BÌNH LÃNG MỚI", NULL };
  Shown shown;

  show (fixture, &shown);
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (shown.dialog, "place_row")), "Tứ Kỳ");
  trinh_lines_row_set_lines (helper_get_child (shown.dialog, "header_row"), header);
  g_assert_true (close_dialog (&shown));
  take_away (&shown);
  g_assert_cmpstr (trinh_office_get_place (trinh_report_get_office (fixture->report)), ==, "Tứ Kỳ");
  g_assert_true (g_strv_equal (trinh_office_get_header (trinh_report_get_office (fixture->report)), header));
  helper_work_undo (fixture);
  g_assert_cmpstr (trinh_office_get_place (trinh_report_get_office (fixture->report)), ==, "Bình Lãng");
}

#define ADD(path, function) g_test_add ("/ui/head-dialog/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("focus", test_focus);
  ADD ("untouched", test_untouched);
  ADD ("days", test_days);
  ADD ("order", test_order);
  ADD ("office", test_office);

  return g_test_run ();
}
