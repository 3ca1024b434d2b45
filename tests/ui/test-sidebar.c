/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-sidebar.h"

static GListModel *
get_places (TrinhSidebar *sidebar)
{
  return G_LIST_MODEL (gtk_list_view_get_model (helper_get_child (sidebar, "list")));
}

static void
activated_cb (TrinhSidebar *sidebar,
              TrinhPlace *place,
              char **id)
{
  g_set_str (id, trinh_place_get_id (place));
}

/* Overview, the sections in printed order, the forms, then the whole report */
static void
test_order (HelperWork *fixture,
            gconstpointer data)
{
  TrinhSidebar *sidebar = g_object_ref_sink (g_object_new (TRINH_TYPE_SIDEBAR, NULL));
  GListModel *sections = trinh_report_get_sections (fixture->report);
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (fixture->report));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *const whole[] = { "documents", "tasks", "findings", "remarks", "comparison", "preview", "review" };

  g_ptr_array_add (ids, g_strdup ("overview"));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      g_ptr_array_add (ids, g_strdup (trinh_section_get_id (section)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      g_ptr_array_add (ids, g_strdup (trinh_form_get_id (form)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    g_ptr_array_add (ids, g_strdup (whole[i]));

  trinh_sidebar_set_work (sidebar, fixture->work);
  g_assert_cmpuint (g_list_model_get_n_items (get_places (sidebar)), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TrinhPlace) place = g_list_model_get_item (get_places (sidebar), i);

      g_assert_cmpstr (trinh_place_get_id (place), ==, ids->pdata[i]);
    }

  trinh_sidebar_set_work (sidebar, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_places (sidebar)), ==, 0);
  g_assert_finalize_object (sidebar);
}

/* A person's selection says so; the program's does not. */
static void
test_selection (HelperWork *fixture,
                gconstpointer data)
{
  TrinhSidebar *sidebar = g_object_new (TRINH_TYPE_SIDEBAR, NULL);
  g_autofree char *id = NULL;
  GtkSingleSelection *selection;

  g_signal_connect (sidebar, "place-activated", G_CALLBACK (activated_cb), &id);
  trinh_sidebar_set_work (sidebar, fixture->work);
  helper_work_show (fixture, GTK_WIDGET (sidebar), 300, 600);
  g_assert_null (id);

  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (helper_get_child (sidebar, "list")));
  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpstr (id, ==, "s1");

  g_clear_pointer (&id, g_free);
  g_assert_cmpstr (trinh_place_get_id (trinh_sidebar_select (sidebar, "bm3")), ==, "bm3");
  g_assert_null (id);
  g_assert_cmpstr (trinh_place_get_id (gtk_single_selection_get_selected_item (selection)), ==, "bm3");
  g_assert_null (trinh_sidebar_select (sidebar, "no such place"));
  g_assert_cmpstr (trinh_place_get_id (gtk_single_selection_get_selected_item (selection)), ==, "bm3");

  helper_work_drop (fixture, sidebar);
}

/* Activating a place that is selected already shows it again and goes into it. */
static void
test_activation (HelperWork *fixture,
                 gconstpointer data)
{
  TrinhSidebar *sidebar = g_object_new (TRINH_TYPE_SIDEBAR, NULL);
  g_autofree char *id = NULL;
  guint entered = 0;

  trinh_sidebar_set_work (sidebar, fixture->work);
  helper_work_show (fixture, GTK_WIDGET (sidebar), 300, 600);
  trinh_sidebar_select (sidebar, "overview");
  g_signal_connect (sidebar, "place-activated", G_CALLBACK (activated_cb), &id);
  g_signal_connect_swapped (sidebar, "place-entered", G_CALLBACK (helper_count), &entered);

  g_signal_emit_by_name (helper_get_child (sidebar, "list"), "activate", 0);
  g_assert_cmpstr (id, ==, "overview");
  g_assert_cmpuint (entered, ==, 1);

  helper_work_drop (fixture, sidebar);
}

/* Where no page follows, what is selected is opened by Enter, Space or a click only, and then entered. */
static void
test_apart (HelperWork *fixture,
            gconstpointer data)
{
  TrinhSidebar *sidebar = g_object_new (TRINH_TYPE_SIDEBAR, NULL);
  GtkListView *list = helper_get_child (sidebar, "list");
  GtkSingleSelection *selection;
  g_autofree char *id = NULL;
  guint entered = 0;

  trinh_sidebar_set_work (sidebar, fixture->work);
  trinh_sidebar_set_follows (sidebar, FALSE);
  helper_work_show (fixture, GTK_WIDGET (sidebar), 300, 600);
  trinh_sidebar_select (sidebar, "s1");
  g_signal_connect (sidebar, "place-activated", G_CALLBACK (activated_cb), &id);
  g_signal_connect_swapped (sidebar, "place-entered", G_CALLBACK (helper_count), &entered);
  trinh_sidebar_take_keyboard (sidebar);
  helper_wait (30);
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (list)));

  g_assert_false (helper_press (list, GDK_KEY_Down, 0));
  g_assert_null (id);
  g_assert_true (helper_press (list, GDK_KEY_space, 0));
  g_assert_cmpstr (id, ==, "s1");
  g_assert_cmpuint (entered, ==, 1);

  g_clear_pointer (&id, g_free);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  gtk_single_selection_set_selected (selection, 2);
  g_assert_null (id);
  g_signal_emit_by_name (list, "activate", 2);
  g_assert_cmpstr (id, ==, "s2");
  g_assert_cmpuint (entered, ==, 2);

  helper_work_drop (fixture, sidebar);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/sidebar/order", HelperWork, NULL, helper_work_set_up, test_order, helper_work_tear_down);
  g_test_add ("/ui/sidebar/selection", HelperWork, NULL, helper_work_set_up, test_selection, helper_work_tear_down);
  g_test_add ("/ui/sidebar/activation", HelperWork, NULL, helper_work_set_up, test_activation, helper_work_tear_down);

  g_test_add ("/ui/sidebar/apart", HelperWork, NULL, helper_work_set_up, test_apart, helper_work_tear_down);

  return g_test_run ();
}
