/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-findings-page.h"
#include "trinh-overview-page.h"

static GtkWidget *
show_page (HelperWork *fixture,
           GtkWidget *page)
{
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);

  return page;
}

static GListModel *
get_shown (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (helper_get_child (page, "list")));
}

static guint
count (GtkWidget *page,
       const char *severity)
{
  adw_toggle_group_set_active_name (helper_get_child (page, "severities"), severity);

  return g_list_model_get_n_items (get_shown (page));
}

/* Each kind is what the evaluation counts; together they are all. */
static void
test_severities (HelperWork *fixture,
                 gconstpointer data)
{
  GtkWidget *page = show_page (fixture, trinh_findings_page_new ());

  g_assert_cmpuint (count (page, "all"), ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->evaluation)));
  g_assert_cmpuint (count (page, "error"), ==, trinh_evaluation_get_n_errors (fixture->evaluation));
  g_assert_cmpuint (count (page, "warning"), ==, trinh_evaluation_get_n_warnings (fixture->evaluation));
  g_assert_cmpuint (count (page, "info"), ==, trinh_evaluation_get_n_infos (fixture->evaluation));
  g_assert_cmpuint (count (page, "explained"), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (helper_get_child (page, "stack")), ==, "nothing");

  helper_work_drop (fixture, page);
}

static void
test_places (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *page = show_page (fixture, trinh_findings_page_new ());
  GtkDropDown *places = helper_get_child (page, "places");

  /* Everywhere, Texts, Printed pages, then the forms */
  gtk_drop_down_set_selected (places, 3);
  g_assert_cmpuint (g_list_model_get_n_items (get_shown (page)), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (get_shown (page)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (get_shown (page), i);
      gboolean here = FALSE;

      for (guint j = 0; trinh_finding_get_subjects (finding)[j] != NULL; j++)
        here = here || g_str_has_prefix (trinh_finding_get_subjects (finding)[j], "bm1:");
      g_assert_true (here);
    }

  gtk_drop_down_set_selected (places, 1);
  for (guint i = 0; i < g_list_model_get_n_items (get_shown (page)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (get_shown (page), i);

      g_assert_nonnull (trinh_finding_get_section (finding));
    }

  helper_work_drop (fixture, page);
}

/* Explained, a finding is counted no more, and stands under Explained. */
static void
test_acknowledge (HelperWork *fixture,
                  gconstpointer data)
{
  GtkWidget *page = show_page (fixture, trinh_findings_page_new ());
  g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (fixture->evaluation, "bm1:2");
  const guint errors = count (page, "error");
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_acknowledge (fixture->evaluation, findings->pdata[0], "Theo huyện", "Lan");
  g_autoptr (GError) error = NULL;

  trinh_work_apply (fixture->work, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (page, "error"), ==, errors - 1);
  g_assert_cmpuint (count (page, "explained"), ==, 1);
  helper_work_undo (fixture);
  g_assert_cmpuint (count (page, "explained"), ==, 0);
  g_assert_cmpuint (count (page, "error"), ==, errors);

  helper_work_drop (fixture, page);
}

/* The overview says the same numbers, and follows. */
static void
test_overview (HelperWork *fixture,
               gconstpointer data)
{
  GtkWidget *page = show_page (fixture, trinh_overview_page_new ());
  AdwActionRow *row = helper_get_child (page, "errors_row");
  const guint errors = trinh_evaluation_get_n_errors (fixture->evaluation);
  g_autofree char *before = g_strdup_printf ("%u", errors);
  g_autofree char *after = g_strdup_printf ("%u", errors - 1);

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, before);
  helper_work_enter (fixture, "bm1:2", "42,4");
  helper_wait (20);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, after);

  helper_work_drop (fixture, page);
}

/* What the regime says is missing stands there for that regime's reports only. */
static void
test_missing (HelperWork *fixture,
              gconstpointer data)
{
  GtkWidget *page = show_page (fixture, trinh_overview_page_new ());
  GtkWidget *group = helper_get_child (page, "missing_group");
  AdwExpanderRow *row = helper_get_child (page, "missing_row");
  AdwActionRow *delivery = helper_get_child (page, "delivery_row");
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã An Bình");
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;
  TrinhWork *work;

  g_assert_false (gtk_widget_get_visible (group));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (delivery)));

  g_assert_true (trinh_period_parse ("2023-H1", &period, NULL));
  work = trinh_session_create (fixture->session, "tan-ky-2023", period, office, &error);
  g_assert_no_error (error);
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), work);
  g_assert_true (gtk_widget_get_visible (group));
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (row), "Phụ lục 1A, Phụ lục 1B, Biểu mẫu 1"));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (delivery), "Hệ thống I-Office\n"));
  /* The expander's own row stands first. */
  g_assert_cmpuint (helper_count_found (row, ADW_TYPE_ACTION_ROW), ==, 1 + 9);

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  g_assert_false (gtk_widget_get_visible (group));
  g_assert_cmpuint (helper_count_found (row, ADW_TYPE_ACTION_ROW), ==, 1);
  g_assert_finalize_object (work);

  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/findings-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("severities", test_severities);
  ADD ("places", test_places);
  ADD ("acknowledge", test_acknowledge);
  ADD ("overview", test_overview);
  ADD ("missing", test_missing);

  return g_test_run ();
}
