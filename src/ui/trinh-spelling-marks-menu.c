/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-spelling-marks-private.h"
#include "trinh-spelling.h"

#define MOST_CORRECTIONS 6

static char *
dup_word (TrinhSpellingMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &start, self->start);
  gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &end, self->end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
correct_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  TrinhSpellingMarks *self = user_data;
  GtkTextBuffer *buffer = trinh_spelling_marks_get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, self->end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
add_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  g_autofree char *word = dup_word (user_data);

  trinh_spelling_add (word);
  trinh_spelling_marks_queue_all (user_data);
}

static void
ignore_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  g_autofree char *word = dup_word (user_data);

  trinh_spelling_ignore (word);
  trinh_spelling_marks_queue_all (user_data);
}

static const GActionEntry entries[] = {
  { .name = "correct", .activate = correct_cb, .parameter_type = "s" },
  { .name = "add", .activate = add_cb },
  { .name = "ignore", .activate = ignore_cb },
};

static void
fill_menu (TrinhSpellingMarks *self,
           const char *word)
{
  g_auto (GStrv) corrections = trinh_spelling_list_corrections (word, MOST_CORRECTIONS);
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; corrections[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (corrections[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", corrections[i]);
      g_menu_append_item (choices, item);
    }
  g_menu_append (others, _ ("Add to the dictionary"), "spelling.add");
  g_menu_append (others, _ ("Ignore"), "spelling.ignore");
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (others));
}

gboolean
trinh_spelling_marks_point_at (TrinhSpellingMarks *self,
                               const GtkTextIter *place)
{
  GtkTextIter start = *place;
  GtkTextIter end = *place;
  g_autofree char *word = NULL;

  g_return_val_if_fail (TRINH_IS_SPELLING_MARKS (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  g_menu_remove_all (self->menu);
  /* A cursor behind the last letter means the word too. */
  if (!gtk_text_iter_has_tag (&start, self->tag) && !gtk_text_iter_ends_tag (&start, self->tag))
    return FALSE;

  if (!gtk_text_iter_starts_tag (&start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
  if (!gtk_text_iter_ends_tag (&end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (&end, self->tag);
  gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (self), self->start, &start);
  gtk_text_buffer_move_mark (trinh_spelling_marks_get_buffer (self), self->end, &end);
  word = gtk_text_iter_get_text (&start, &end);
  fill_menu (self, word);

  return TRUE;
}

static void
pressed_cb (TrinhSpellingMarks *self,
            int n_press,
            double x,
            double y)
{
  GtkTextIter place;
  int bx;
  int by;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  gtk_text_view_get_iter_at_location (self->view, &place, bx, by);
  trinh_spelling_marks_point_at (self, &place);
}

static gboolean
key_pressed_cb (TrinhSpellingMarks *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  GtkTextIter place;

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (trinh_spelling_marks_get_buffer (self), &place, gtk_text_buffer_get_insert (trinh_spelling_marks_get_buffer (self)));
      trinh_spelling_marks_point_at (self, &place);
    }

  return GDK_EVENT_PROPAGATE;
}

void
trinh_spelling_marks_attach_menu (TrinhSpellingMarks *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  self->click = g_object_ref (GTK_EVENT_CONTROLLER (gtk_gesture_click_new ()));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (self->click, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, self->click);
  self->keys = g_object_ref (gtk_event_controller_key_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, self->keys);
  gtk_widget_insert_action_group (view, "spelling", G_ACTION_GROUP (self->actions));
}

void
trinh_spelling_marks_detach_menu (TrinhSpellingMarks *self)
{
  if (self->view == NULL)
    return;

  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", NULL);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->click);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), self->keys);
  g_clear_weak_pointer (&self->view);
}
