/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-new-report-dialog.h"

#define OFFICE "UBND xã Bình Lãng"

typedef struct
{
  char *folder;
  TrinhSession *session;
  TrinhNewReportDialog *dialog;
} Fixture;

static void
make_dialog (Fixture *fixture)
{
  fixture->dialog = g_object_ref_sink (trinh_new_report_dialog_new (fixture->session, helper_day ("2022-06-20")));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = helper_new_session (&fixture->folder);
  make_dialog (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->dialog);
  g_assert_finalize_object (fixture->session);
  helper_remove_folder (fixture->folder);
}

static void
set_office (Fixture *fixture,
            const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (fixture->dialog, "office_row")), name);
}

static char *
dup_period (Fixture *fixture)
{
  TrinhPeriod period;

  return trinh_new_report_dialog_get_period (fixture->dialog, &period) ? trinh_period_to_string (period) : NULL;
}

static const char *
get_date (Fixture *fixture,
          const char *row)
{
  return adw_action_row_get_subtitle (helper_get_child (helper_get_child (fixture->dialog, "dates"), row));
}

static void
test_preset (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *period = dup_period (fixture);
  GtkWidget *create = helper_get_child (fixture->dialog, "create_button");

  g_assert_cmpstr (period, ==, "2022-H1");
  g_assert_cmpstr (get_date (fixture, "data_row"), ==, "15/12/2021 – 14/6/2022");
  g_assert_cmpstr (get_date (fixture, "deadline_row"), ==, "15/6/2022 · 5 days overdue");
  g_assert_false (gtk_widget_get_sensitive (create));
  set_office (fixture, "  ");
  g_assert_false (gtk_widget_get_sensitive (create));
  set_office (fixture, OFFICE);
  g_assert_true (gtk_widget_get_sensitive (create));
}

/* Every kind of the regime makes a period, and the rows of that kind only are shown. */
static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  static const char *const expected[] = { "2022-Q2", "2022-H1", "2021-9M", "2021" };
  AdwComboRow *kind_row = helper_get_child (fixture->dialog, "kind_row");

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (kind_row)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *period = NULL;

      adw_combo_row_set_selected (kind_row, i);
      period = dup_period (fixture);
      g_assert_cmpstr (period, ==, expected[i]);
      g_assert_cmpint (gtk_widget_get_visible (helper_get_child (fixture->dialog, "index_row")), ==, i < 2);
      g_assert_true (gtk_widget_get_visible (helper_get_child (fixture->dialog, "year_row")));
      g_assert_false (gtk_widget_get_visible (helper_get_child (fixture->dialog, "from_row")));
    }
}

static void
test_live (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *period = NULL;

  adw_spin_row_set_value (helper_get_child (fixture->dialog, "year_row"), 2023);
  adw_combo_row_set_selected (helper_get_child (fixture->dialog, "index_row"), 1);
  period = dup_period (fixture);
  g_assert_cmpstr (period, ==, "2023-H2");
  g_assert_cmpstr (get_date (fixture, "title_row"), ==, "6 tháng cuối năm 2023");
}

static void
select_regime (Fixture *fixture,
               const char *title)
{
  AdwComboRow *row = helper_get_child (fixture->dialog, "regime_row");
  GListModel *titles = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (titles); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (titles, i);

      if (strstr (gtk_string_object_get_string (item), title) != NULL)
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_test_fail_printf ("there is no regime “%s”", title);
}

static const struct
{
  const char *regime;
  const char *period;
} choices[] = {
  { "tan-ky-2023", "2023-Q3" },
  { "tan-ky-2023", "2022" },
  { "bieu-mau-2022", "2021-9M" },
  { "bieu-mau-2022", "2019-H2" },
  { "bieu-mau-2022", "2024-Q1" },
  { "bieu-mau-2022", "2022-H1" },
};

/* From a row of the board: regime, period and office are filled in, whatever stood there before. */
static void
test_choose (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name (OFFICE);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *chosen = NULL;
      TrinhPeriod period;
      TrinhWork *work;

      g_assert_true (trinh_period_parse (choices[i].period, &period, NULL));
      trinh_new_report_dialog_choose (fixture->dialog, choices[i].regime, period, office);
      chosen = dup_period (fixture);
      g_assert_cmpstr (chosen, ==, choices[i].period);
      g_assert_true (gtk_widget_get_sensitive (helper_get_child (fixture->dialog, "create_button")));
      work = trinh_new_report_dialog_create (fixture->dialog);
      g_assert_nonnull (work);
      g_assert_cmpstr (trinh_regime_get_id (trinh_report_get_regime (trinh_work_get_report (work))), ==, choices[i].regime);
      g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (trinh_work_get_report (work))), ==, OFFICE);
      g_assert_finalize_object (work);
    }
}

static char *
dup_remarks (Fixture *fixture)
{
  GtkWidget *dates = helper_get_child (fixture->dialog, "dates");
  GString *text = g_string_new (NULL);
  AdwActionRow *row;

  for (guint i = 3; (row = helper_find (dates, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    g_string_append_printf (text, "%s\n", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return g_string_free_and_steal (text);
}

/* Only the quarters and halves of the calendar are offered; what to mind stands below the dates. */
static void
test_calendar (Fixture *fixture,
               gconstpointer data)
{
  AdwComboRow *index_row = helper_get_child (fixture->dialog, "index_row");
  g_autofree char *period = NULL;
  g_autofree char *remarks = NULL;
  g_autofree char *fewer = NULL;

  remarks = dup_remarks (fixture);
  g_assert_cmpstr (remarks, ==, "");
  g_clear_pointer (&remarks, g_free);

  select_regime (fixture, "Tân Kỳ");
  adw_combo_row_set_selected (helper_get_child (fixture->dialog, "kind_row"), 0);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (index_row)), ==, 2);
  adw_spin_row_set_value (helper_get_child (fixture->dialog, "year_row"), 2023);
  adw_combo_row_set_selected (index_row, 1);
  period = dup_period (fixture);
  g_assert_cmpstr (period, ==, "2023-Q3");
  g_assert_cmpstr (get_date (fixture, "data_row"), ==, "10/6/2023 – 10/9/2023");
  g_assert_true (g_str_has_prefix (get_date (fixture, "deadline_row"), "28/8/2023"));
  remarks = dup_remarks (fixture);
  g_assert_nonnull (strstr (remarks, "13 days before the data end"));
  g_assert_nonnull (strstr (remarks, "6 tháng đầu năm 2023"));
  g_assert_nonnull (strstr (remarks, "04 tháng 9"));

  /* The quarter stays when the year changes; another regime has none of this to say. */
  adw_spin_row_set_value (helper_get_child (fixture->dialog, "year_row"), 2024);
  g_clear_pointer (&period, g_free);
  period = dup_period (fixture);
  g_assert_cmpstr (period, ==, "2024-Q3");
  select_regime (fixture, "Biểu mẫu 1–7");
  fewer = dup_remarks (fixture);
  g_assert_cmpstr (fewer, ==, "");
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  AdwBanner *there = helper_get_child (fixture->dialog, "there_banner");
  TrinhWork *work;
  TrinhReport *report;

  set_office (fixture, OFFICE);
  g_assert_false (adw_banner_get_revealed (there));
  work = trinh_new_report_dialog_create (fixture->dialog);
  g_assert_nonnull (work);
  report = trinh_work_get_report (work);
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, OFFICE);
  g_assert_cmpstr (trinh_report_get_title (report), ==, "Báo cáo 6 tháng đầu năm 2022");
  g_assert_finalize_object (work);

  /* The next dialog knows the office, and that this report is there. */
  g_assert_finalize_object (fixture->dialog);
  make_dialog (fixture);
  there = helper_get_child (fixture->dialog, "there_banner");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (helper_get_child (fixture->dialog, "office_row"))), ==, OFFICE);
  g_assert_true (adw_banner_get_revealed (there));
  set_office (fixture, " UBND  xã Bình Lãng ");
  g_assert_true (adw_banner_get_revealed (there));
  set_office (fixture, "UBND thị trấn Bút Sơn");
  g_assert_false (adw_banner_get_revealed (there));
}

/* The switch names the report it would begin from, and is there only when there is one. */
static void
test_last (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *last = helper_get_child (fixture->dialog, "last_row");
  TrinhWork *work;
  g_autoptr (TrinhWork) next = NULL;

  set_office (fixture, OFFICE);
  g_assert_false (gtk_widget_get_visible (last));
  work = trinh_new_report_dialog_create (fixture->dialog);
  g_assert_true (trinh_work_enter_text (work, "bm1:1", "21", NULL));
  g_assert_true (trinh_work_enter_text (work, "bm4:2.2", "20", NULL));
  g_assert_true (trinh_work_flush (work, NULL));
  g_object_unref (work);

  adw_spin_row_set_value (helper_get_child (fixture->dialog, "year_row"), 2023);
  g_assert_true (gtk_widget_get_visible (last));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (last)), ==, "Begin from the report for 6 tháng đầu năm 2022");
  next = trinh_new_report_dialog_create (fixture->dialog);
  g_assert_nonnull (next);
  g_assert_null (trinh_report_get_value (trinh_work_get_report (next), "bm1:1"));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (next), "bm4:2.2")), ==, "20");
}

static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *database = g_build_filename (fixture->folder, "other.db", NULL);
  AdwBanner *error;
  g_autoptr (TrinhSession) session = NULL;
  TrinhNewReportDialog *dialog;

  /* A file that is no database, where the database should be */
  g_assert_true (g_file_set_contents (database, "This is no database, but it is long enough to look at its head.", -1, NULL));
  session = trinh_session_new (database, NULL);
  dialog = g_object_ref_sink (trinh_new_report_dialog_new (session, helper_day ("2022-06-20")));
  error = helper_get_child (dialog, "error_banner");
  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (dialog, "office_row")), OFFICE);
  g_assert_null (trinh_new_report_dialog_create (dialog));
  g_assert_true (adw_banner_get_revealed (error));
  g_assert_nonnull (strstr (adw_banner_get_title (error), "other.db"));
  g_assert_finalize_object (dialog);
}

static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  helper_finalize_dialog (ADW_DIALOG (trinh_new_report_dialog_new (fixture->session, helper_day ("2022-06-20"))));
}

#define ADD(name, func) g_test_add ("/new-report-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  ADD ("preset", test_preset);
  ADD ("kinds", test_kinds);
  ADD ("live", test_live);
  ADD ("calendar", test_calendar);
  ADD ("choose", test_choose);
  ADD ("create", test_create);
  ADD ("last", test_last);
  ADD ("failure", test_failure);
  ADD ("close", test_close);

  return g_test_run ();
}
