/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-lines-view.h"

struct _TrinhLinesView
{
  GtkTextView parent_instance;

  int width;
  guint resize_source;
};

G_DEFINE_FINAL_TYPE (TrinhLinesView, trinh_lines_view, GTK_TYPE_TEXT_VIEW)

static gboolean
resize_idle (gpointer user_data)
{
  TrinhLinesView *self = user_data;

  self->resize_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* A text view measures its height at the width it had before, which is nearly nothing at first:
 * when the lines are wrapped anew (in an idle of a higher priority), it is asked again. */
static void
trinh_lines_view_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  TrinhLinesView *self = TRINH_LINES_VIEW (widget);

  GTK_WIDGET_CLASS (trinh_lines_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (self->width == width)
    return;
  self->width = width;
  if (self->resize_source == 0)
    self->resize_source = g_idle_add (resize_idle, self);
}

static void
trinh_lines_view_dispose (GObject *object)
{
  TrinhLinesView *self = TRINH_LINES_VIEW (object);

  g_clear_handle_id (&self->resize_source, g_source_remove);

  G_OBJECT_CLASS (trinh_lines_view_parent_class)->dispose (object);
}

static void
trinh_lines_view_class_init (TrinhLinesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_lines_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = trinh_lines_view_size_allocate;
}

static void
trinh_lines_view_init (TrinhLinesView *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
}

void
trinh_lines_view_add_send_key (GtkWidget *widget,
                               GtkShortcutFunc send)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK), gtk_callback_action_new (send, NULL, NULL)));
  gtk_widget_add_controller (widget, controller);
}

char *
trinh_lines_view_dup_words (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_strstrip (trinh_language_normalize (text));
}
