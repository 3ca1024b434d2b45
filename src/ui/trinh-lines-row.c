/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-lines-row.h"
#include "trinh-lines-view.h"

struct _TrinhLinesRow
{
  AdwPreferencesRow parent_instance;

  /* Template References */
  GtkTextView *view;
  GtkTextBuffer *buffer;
};

enum
{
  PROP_0,
  PROP_LINES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhLinesRow, trinh_lines_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (TrinhLinesRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

static void
title_changed_cb (TrinhLinesRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
trinh_lines_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_LINES_ROW);

  G_OBJECT_CLASS (trinh_lines_row_parent_class)->dispose (object);
}

static void
trinh_lines_row_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINES:
      g_value_take_boxed (value, trinh_lines_row_dup_lines (TRINH_LINES_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_lines_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINES:
      trinh_lines_row_set_lines (TRINH_LINES_ROW (object), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
trinh_lines_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRINH_LINES_ROW (widget)->view));
}

static void
trinh_lines_row_class_init (TrinhLinesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_lines_row_dispose;
  object_class->get_property = trinh_lines_row_get_property;
  object_class->set_property = trinh_lines_row_set_property;
  widget_class->grab_focus = trinh_lines_row_grab_focus;

  properties[PROP_LINES] = g_param_spec_boxed ("lines", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-lines-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhLinesRow, view);
  gtk_widget_class_bind_template_child (widget_class, TrinhLinesRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
trinh_lines_row_init (TrinhLinesRow *self)
{
  g_type_ensure (TRINH_TYPE_LINES_VIEW);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

GtkWidget *
trinh_lines_row_new (void)
{
  return g_object_new (TRINH_TYPE_LINES_ROW, NULL);
}

char **
trinh_lines_row_dup_lines (TrinhLinesRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (TRINH_IS_LINES_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_strstrip (lines[i])[0] != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}

/* Lines that are there already stay as they were typed, blank ones included. */
void
trinh_lines_row_set_lines (TrinhLinesRow *self,
                           const char *const *lines)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) old = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TRINH_IS_LINES_ROW (self));

  if (lines == NULL)
    lines = none;
  old = trinh_lines_row_dup_lines (self);
  if (g_strv_equal ((const char *const *) old, lines))
    return;

  text = g_strjoinv ("\n", (char **) lines);
  gtk_text_buffer_set_text (self->buffer, text, -1);
}
