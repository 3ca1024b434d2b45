/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-comparison-page-private.h"

static TrinhComparisonPage *
show_page (HelperWork *fixture)
{
  GtkWidget *page = trinh_comparison_page_new ();

  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);

  return TRINH_COMPARISON_PAGE (page);
}

static void
clear (TrinhComparisonPage *page)
{
  g_ptr_array_set_size (page->chosen, 0);
}

static guint
count_columns (TrinhComparisonPage *page)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (page->table));
}

static guint
count_charts (TrinhComparisonPage *page)
{
  return helper_count_found (page->charts, TRINH_TYPE_CHART_VIEW);
}

/* One chart for each unit; the table has a column for each indicator. */
static void
test_units (HelperWork *fixture,
            gconstpointer data)
{
  TrinhComparisonPage *page = show_page (fixture);

  clear (page);
  trinh_comparison_page_add (page, "bm1:2.1");
  trinh_comparison_page_add (page, "bm1:2.2");
  trinh_comparison_page_add (page, "bm1:2.2");
  helper_wait (30);
  g_assert_cmpuint (count_charts (page), ==, 1);
  g_assert_cmpuint (count_columns (page), ==, 3);

  trinh_comparison_page_add (page, "bm1:2");
  helper_wait (30);
  g_assert_cmpuint (count_charts (page), ==, 2);
  g_assert_cmpuint (count_columns (page), ==, 4);

  helper_work_drop (fixture, page);
}

static void
test_remove (HelperWork *fixture,
             gconstpointer data)
{
  TrinhComparisonPage *page = show_page (fixture);

  clear (page);
  trinh_comparison_page_add (page, "bm1:2.1");
  trinh_comparison_page_add (page, "bm1:2");
  helper_wait (30);
  helper_click (gtk_widget_get_first_child (GTK_WIDGET (page->chips)));
  helper_wait (30);
  g_assert_cmpuint (page->chosen->len, ==, 1);
  g_assert_cmpstr (page->chosen->pdata[0], ==, "bm1:2");
  g_assert_cmpuint (count_charts (page), ==, 1);

  helper_click (gtk_widget_get_first_child (GTK_WIDGET (page->chips)));
  helper_wait (30);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "nothing");

  helper_work_drop (fixture, page);
}

/* The newest period first, with the number that the form shows. */
static void
test_table (HelperWork *fixture,
            gconstpointer data)
{
  TrinhComparisonPage *page = show_page (fixture);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (page->table));
  g_autoptr (TrinhReport) first = g_list_model_get_item (rows, 0);
  g_autofree char *value = NULL;
  g_autofree char *estimate = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (first == fixture->report);
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 1);
  value = trinh_comparison_dup_value (fixture->work, first, "bm1:2");
  g_assert_cmpstr (value, ==, "63,6");

  trinh_work_enter_estimate (fixture->work, "bm1:2", TRUE, &error);
  g_assert_no_error (error);
  estimate = trinh_comparison_dup_value (fixture->work, first, "bm1:2");
  g_assert_cmpstr (estimate, ==, "63,6 (ước)");

  g_clear_object (&first);
  helper_work_drop (fixture, page);
}

/* At most six; none left says so. */
static void
test_most (HelperWork *fixture,
           gconstpointer data)
{
  static const char *const addresses[] = { "bm1:1", "bm1:2", "bm1:2.1", "bm1:2.2", "bm1:3.1", "bm1:3.2", "bm1:4.1" };
  TrinhComparisonPage *page = show_page (fixture);

  clear (page);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    trinh_comparison_page_add (page, addresses[i]);
  helper_wait (30);
  g_assert_cmpuint (page->chosen->len, ==, 6);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (page->add_button)));

  helper_work_drop (fixture, page);
}

/* The view draws in both colour schemes. */
static void
test_schemes (HelperWork *fixture,
              gconstpointer data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_DARK, ADW_COLOR_SCHEME_FORCE_LIGHT };
  TrinhComparisonPage *page = show_page (fixture);
  TrinhChartView *view = helper_find (page->charts, TRINH_TYPE_CHART_VIEW, 0);

  g_assert_nonnull (trinh_chart_view_get_chart (view));
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      helper_wait (30);
      GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
      gsk_render_node_unref (node);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);

  helper_work_drop (fixture, page);
}

/* Added once, listed, renamed, taken out; undo brings it back, and a figure's place leads to its choice. */
static void
test_annex (HelperWork *fixture,
            gconstpointer data)
{
  TrinhComparisonPage *page = show_page (fixture);
  g_autoptr (TrinhReportChart) chart = NULL;

  clear (page);
  trinh_comparison_page_add (page, "bm1:2.1");
  helper_wait (30);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "comparison.annex-add", "s", "Nhiệm vụ"));
  helper_wait (30);
  g_assert_cmpuint (page->annex_rows->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (page), "comparison.annex-add", "s", "Nhiệm vụ");
  helper_wait (30);
  g_assert_cmpuint (page->annex_rows->len, ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (page->annex_rows->pdata[0]), "Nhiệm vụ được giao");
  g_signal_emit_by_name (page->annex_rows->pdata[0], "apply");
  helper_wait (30);
  chart = trinh_report_charts_find (fixture->report, "c1");
  g_assert_cmpstr (trinh_report_chart_get_title (chart), ==, "Nhiệm vụ được giao");
  g_assert_cmpuint (g_strv_length ((char **) trinh_report_chart_get_periods (chart)), >, 0);

  clear (page);
  g_assert_true (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "comparison:c1"));
  g_assert_false (trinh_report_page_reveal (TRINH_REPORT_PAGE (page), "comparison:c9"));
  helper_wait (30);
  g_assert_cmpuint (page->chosen->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (page), "comparison.annex-remove", "s", "c1");
  helper_wait (30);
  g_assert_cmpuint (page->annex_rows->len, ==, 0);
  g_assert_true (trinh_report_undo (fixture->report, NULL));
  helper_wait (30);
  g_assert_cmpuint (page->annex_rows->len, ==, 1);

  helper_work_drop (fixture, page);
}

#define ADD(path, function) g_test_add ("/ui/comparison-page/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("units", test_units);
  ADD ("remove", test_remove);
  ADD ("table", test_table);
  ADD ("most", test_most);
  ADD ("schemes", test_schemes);
  ADD ("annex", test_annex);

  return g_test_run ();
}
