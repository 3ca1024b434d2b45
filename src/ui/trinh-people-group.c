/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-focus.h"
#include "trinh-people-group.h"
#include "trinh-person-row.h"
#include "trinh-scroll.h"
#include "trinh-toast.h"

/* After the last key, so that a name is kept once. */
#define SAVE_DELAY_MS 600
#define UNDO_SECONDS 10
#define ROW "row"
#define POSITION "position"

struct _TrinhPeopleGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  TrinhSession *session;
  GPtrArray *rows;   /* of TrinhPersonRow, borrowed from the group */
  GPtrArray *people; /* of TrinhPerson: as they are kept, in the order of the choice */

  /* Template References */
  AdwComboRow *now_row;
  GtkWidget *add_button;

  guint save_source;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TrinhPeopleGroup, trinh_people_group, ADW_TYPE_PREFERENCES_GROUP)

/* @message: (transfer full) */
static void
show (TrinhPeopleGroup *self,
      AdwToast *message)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), message);
  else
    g_object_unref (g_object_ref_sink (message));
}

static void
toast (TrinhPeopleGroup *self,
       const GError *error)
{
  show (self, trinh_toast_new (error->message));
}

static guint
find_now (TrinhPeopleGroup *self)
{
  g_autoptr (TrinhPerson) now = trinh_session_get_person (self->session);

  for (guint i = 0; now != NULL && i < self->people->len; i++)
    if (g_str_equal (trinh_person_get_id (self->people->pdata[i]), trinh_person_get_id (now)))
      return i + 1;

  return 0;
}

/* The first choice is nobody. */
static void
fill_now (TrinhPeopleGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _ ("Nobody named: everything is allowed"), NULL });

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = trinh_session_list_people (self->session);
  for (guint i = 0; i < self->people->len; i++)
    gtk_string_list_append (names, trinh_person_get_name (self->people->pdata[i]));
  self->filling = TRUE;
  adw_combo_row_set_model (self->now_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->now_row, find_now (self));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->now_row), self->people->len > 0);
}

static void
now_selected_cb (TrinhPeopleGroup *self)
{
  const guint selected = adw_combo_row_get_selected (self->now_row);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->session == NULL || selected == GTK_INVALID_LIST_POSITION || selected > self->people->len)
    return;
  if (!trinh_session_set_person (self->session, selected > 0 ? trinh_person_get_id (self->people->pdata[selected - 1]) : NULL, &error))
    toast (self, error);
}

static void
save_now (TrinhPeopleGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!trinh_people_group_save (self, &error))
    toast (self, error);
}

static gboolean
save_timeout (gpointer user_data)
{
  TrinhPeopleGroup *self = user_data;

  self->save_source = 0;
  save_now (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (TrinhPeopleGroup *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY_MS, save_timeout, self);
}

/* A group only adds at its end: what comes after is taken out and put in again. */
static void
insert_row (TrinhPeopleGroup *self,
            guint position,
            GtkWidget *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  g_ptr_array_insert (self->rows, (int) position, row);
  adw_preferences_group_add (group, row);
  for (guint i = position + 1; i < self->rows->len; i++)
    {
      g_autoptr (GtkWidget) after = g_object_ref (self->rows->pdata[i]);

      adw_preferences_group_remove (group, after);
      adw_preferences_group_add (group, after);
    }
}

static void
put_back_cb (TrinhPeopleGroup *self,
             AdwToast *message)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (message), ROW);

  if (self->session == NULL || g_ptr_array_find (self->rows, row, NULL))
    return;
  insert_row (self, MIN (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (message), POSITION)), self->rows->len), row);
  save_now (self);
  gtk_widget_grab_focus (row);
  trinh_scroll_to (row);
}

/* The row with all that it says waits in the message for somebody who did not mean it. */
static void
offer_back (TrinhPeopleGroup *self,
            TrinhPersonRow *row,
            guint position)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was removed"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  AdwToast *message = trinh_toast_new (text);

  adw_toast_set_button_label (message, _ ("Undo"));
  adw_toast_set_timeout (message, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (message), ROW, g_object_ref (row), g_object_unref);
  g_object_set_data (G_OBJECT (message), POSITION, GUINT_TO_POINTER (position));
  g_signal_connect_object (message, "button-clicked", G_CALLBACK (put_back_cb), self, G_CONNECT_SWAPPED);
  show (self, message);
}

static void
remove_cb (TrinhPeopleGroup *self,
           TrinhPersonRow *row)
{
  g_autoptr (TrinhPersonRow) held = g_object_ref (row);
  g_autoptr (GPtrArray) kept = trinh_session_list_people (self->session);
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  trinh_person_row_set_kept (row, kept);
  g_ptr_array_remove_index (self->rows, position);
  gtk_widget_grab_focus (self->add_button);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  save_now (self);
  offer_back (self, row, position);
}

static GtkWidget *
add_row (TrinhPeopleGroup *self,
         TrinhPerson *person)
{
  GtkWidget *row = trinh_person_row_new (person);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  insert_row (self, self->rows->len, row);

  return row;
}

static void
add_clicked_cb (TrinhPeopleGroup *self)
{
  GtkWidget *row;

  if (self->session == NULL)
    return;
  row = add_row (self, NULL);
  trinh_person_row_begin (TRINH_PERSON_ROW (row));
}

static void
trinh_people_group_dispose (GObject *object)
{
  TrinhPeopleGroup *self = TRINH_PEOPLE_GROUP (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PEOPLE_GROUP);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_people_group_parent_class)->dispose (object);
}

static void
trinh_people_group_class_init (TrinhPeopleGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_people_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-people-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPeopleGroup, now_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPeopleGroup, add_button);
  gtk_widget_class_bind_template_callback (widget_class, now_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
trinh_people_group_init (TrinhPeopleGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
trinh_people_group_set_session (TrinhPeopleGroup *self,
                                TrinhSession *session)
{
  g_return_if_fail (TRINH_IS_PEOPLE_GROUP (self));
  g_return_if_fail (session == NULL || TRINH_IS_SESSION (session));

  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  fill_now (self);
  for (guint i = 0; i < self->people->len; i++)
    add_row (self, self->people->pdata[i]);
}

void
trinh_people_group_begin (TrinhPeopleGroup *self)
{
  g_return_if_fail (TRINH_IS_PEOPLE_GROUP (self));

  trinh_focus_first (self->add_button);
  trinh_scroll_to (GTK_WIDGET (self));
}

gboolean
trinh_people_group_save (TrinhPeopleGroup *self,
                         GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  g_return_val_if_fail (TRINH_IS_PEOPLE_GROUP (self), FALSE);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->session == NULL)
    return TRUE;
  people = g_ptr_array_new_with_free_func (g_object_unref);
  kept = trinh_session_list_people (self->session);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrinhPerson *person = trinh_person_row_dup_person (self->rows->pdata[i], kept);

      if (person != NULL)
        g_ptr_array_add (people, person);
    }
  if (!trinh_session_set_people (self->session, people, error))
    return FALSE;
  fill_now (self);

  return TRUE;
}
