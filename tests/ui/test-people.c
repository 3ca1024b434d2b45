/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-people-group.h"
#include "trinh-person-button.h"
#include "trinh-person-row.h"
#include "trinh-preferences-dialog.h"

static GtkWidget *
show_group (HelperWork *fixture)
{
  GtkWidget *group = g_object_new (TRINH_TYPE_PEOPLE_GROUP, NULL);

  trinh_people_group_set_session (TRINH_PEOPLE_GROUP (group), fixture->session);
  helper_work_show (fixture, group, 600, 700);

  return group;
}

static void
save (GtkWidget *group)
{
  g_autoptr (GError) error = NULL;

  trinh_people_group_save (TRINH_PEOPLE_GROUP (group), &error);
  g_assert_no_error (error);
}

static void
keep (HelperWork *fixture,
      const char *const *names)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i + 1);
      g_autoptr (TrinhPerson) person = trinh_person_new (id, names[i], "", TRINH_ROLE_CLERK);

      g_ptr_array_add (people, trinh_person_with_key (person, "file:00"));
    }
  trinh_session_set_people (fixture->session, people, &error);
  g_assert_no_error (error);
}

/* Nobody at first; who has no name yet is not kept; who has is, with roles and lines. */
static void
test_add (HelperWork *fixture,
          gconstpointer data)
{
  GtkWidget *group = show_group (fixture);
  GtkWidget *row;
  g_autoptr (GPtrArray) people = NULL;

  g_assert_false (gtk_widget_get_visible (helper_get_child (group, "now_row")));
  helper_click (helper_find (group, GTK_TYPE_BUTTON, 0));
  row = helper_find (group, TRINH_TYPE_PERSON_ROW, 0);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (group)), helper_get_child (row, "name_row")));
  save (group);
  people = trinh_session_list_people (fixture->session);
  g_assert_cmpuint (people->len, ==, 0);

  gtk_editable_set_text (helper_get_child (row, "name_row"), " Nguyễn Văn A ");
  gtk_editable_set_text (helper_get_child (row, "title_row"), "CHỦ TỊCH");
  adw_switch_row_set_active (helper_get_child (row, "clerk_row"), FALSE);
  adw_switch_row_set_active (helper_get_child (row, "signatory_row"), TRUE);
  g_object_set (helper_get_child (row, "authority_row"), "lines", (const char *const[]) { "TM. ỦY BAN NHÂN DÂN", NULL }, NULL);
  save (group);
  g_ptr_array_unref (people);
  people = trinh_session_list_people (fixture->session);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (trinh_person_get_name (people->pdata[0]), ==, "Nguyễn Văn A");
  g_assert_cmpstr (trinh_person_get_title (people->pdata[0]), ==, "CHỦ TỊCH");
  g_assert_cmpuint (trinh_person_get_roles (people->pdata[0]), ==, TRINH_ROLE_SIGNATORY);
  g_assert_cmpstr (trinh_person_get_authority (people->pdata[0])[0], ==, "TM. ỦY BAN NHÂN DÂN");
  g_assert_true (gtk_widget_get_visible (helper_get_child (group, "now_row")));

  helper_work_drop (fixture, group);
}

/* A change here leaves the key that was chosen elsewhere meanwhile; removing takes one away. */
static void
test_change (HelperWork *fixture,
             gconstpointer data)
{
  GtkWidget *group;
  GtkWidget *row;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) left = NULL;

  keep (fixture, (const char *const[]) { "Nguyễn Văn A", "Trần Thị B", NULL });
  group = show_group (fixture);
  row = helper_find (group, TRINH_TYPE_PERSON_ROW, 0);
  gtk_editable_set_text (helper_get_child (row, "name_row"), "Nguyễn Văn An");
  save (group);
  people = trinh_session_list_people (fixture->session);
  g_assert_cmpstr (trinh_person_get_name (people->pdata[0]), ==, "Nguyễn Văn An");
  g_assert_cmpstr (trinh_person_get_key (people->pdata[0]), ==, "file:00");
  g_signal_emit_by_name (row, "remove");
  left = trinh_session_list_people (fixture->session);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (trinh_person_get_name (left->pdata[0]), ==, "Trần Thị B");

  helper_work_drop (fixture, group);
}

static void
assert_now (HelperWork *fixture,
            const char *name)
{
  g_autoptr (TrinhPerson) person = trinh_session_get_person (fixture->session);

  g_assert_cmpstr (person != NULL ? trinh_person_get_name (person) : NULL, ==, name);
}

static void
assert_people (HelperWork *fixture,
               const char *const *names)
{
  g_autoptr (GPtrArray) people = trinh_session_list_people (fixture->session);

  g_assert_cmpuint (people->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; i < people->len; i++)
    {
      g_assert_cmpstr (trinh_person_get_name (people->pdata[i]), ==, names[i]);
      g_assert_cmpstr (trinh_person_get_key (people->pdata[i]), ==, "file:00");
    }
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = helper_find (widget, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;

  return NULL;
}

/* Who was removed by mistake comes back at the same place, with key and roles, and works now as before. */
static void
test_put_back (HelperWork *fixture,
               gconstpointer data)
{
  const char *const all[] = { "Nguyễn Văn A", "Trần Thị B", "Lê Văn C", NULL };
  const char *const left[] = { "Nguyễn Văn A", "Lê Văn C", NULL };
  AdwDialog *dialog;
  GtkWidget *row;

  keep (fixture, all);
  g_assert_true (trinh_session_set_person (fixture->session, "p2", NULL));
  dialog = ADW_DIALOG (trinh_preferences_dialog_new (fixture->session, NULL));
  helper_work_show (fixture, adw_bin_new (), 700, 800);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  helper_settle ();
  row = helper_find (dialog, TRINH_TYPE_PERSON_ROW, 1);
  g_signal_emit_by_name (row, "remove");
  helper_settle ();
  assert_people (fixture, left);
  helper_click (find_button (GTK_WIDGET (dialog), "Undo"));
  assert_people (fixture, all);
  assert_now (fixture, "Trần Thị B");
  g_assert_true (helper_find (dialog, TRINH_TYPE_PERSON_ROW, 1) == row);

  adw_dialog_force_close (dialog);
  helper_work_drop (fixture, adw_window_get_content (ADW_WINDOW (fixture->window)));
}

/* The choice of who works now, and the button that says it */
static void
test_now (HelperWork *fixture,
          gconstpointer data)
{
  GtkWidget *group;
  GtkWidget *button = g_object_ref_sink (g_object_new (TRINH_TYPE_PERSON_BUTTON, NULL));
  AdwComboRow *row;
  GtkLabel *label = helper_get_child (button, "name");

  keep (fixture, (const char *const[]) { "Nguyễn Văn A", "Trần Thị B", NULL });
  trinh_person_button_set_store (TRINH_PERSON_BUTTON (button), trinh_session_get_store (fixture->session, NULL));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Nobody named");
  group = show_group (fixture);
  row = helper_get_child (group, "now_row");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  assert_now (fixture, "Trần Thị B");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Trần Thị B");
  g_assert_cmpstr (trinh_work_get_author (fixture->work), ==, "Trần Thị B");
  adw_combo_row_set_selected (row, 0);
  assert_now (fixture, NULL);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Nobody named");
  g_assert_finalize_object (button);

  helper_work_drop (fixture, group);
}

#define ADD(path, function) g_test_add ("/ui/people/" path, HelperWork, NULL, helper_work_set_up, function, helper_work_tear_down)

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("put-back", test_put_back);
  ADD ("now", test_now);

  return g_test_run ();
}
