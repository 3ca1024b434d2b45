/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-bound.h"
#include "trinh-text-picker.h"

struct _TrinhTextPicker
{
  AdwBin parent_instance;

  /* Owned References */
  char **sources; /* one for each row */

  /* Template References */
  GtkListBox *list;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhTextPicker, trinh_text_picker, ADW_TYPE_BIN)

static void
row_activated_cb (TrinhTextPicker *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PICKED], 0, self->sources[gtk_list_box_row_get_index (row)]);
}

static void
trinh_text_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_TEXT_PICKER);

  G_OBJECT_CLASS (trinh_text_picker_parent_class)->dispose (object);
}

static void
trinh_text_picker_finalize (GObject *object)
{
  TrinhTextPicker *self = TRINH_TEXT_PICKER (object);

  g_strfreev (self->sources);

  G_OBJECT_CLASS (trinh_text_picker_parent_class)->finalize (object);
}

static void
trinh_text_picker_class_init (TrinhTextPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_text_picker_dispose;
  object_class->finalize = trinh_text_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-text-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhTextPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
trinh_text_picker_init (TrinhTextPicker *self)
{
  self->sources = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
trinh_text_picker_set_name (TrinhTextPicker *self,
                            const char *name)
{
  g_return_if_fail (TRINH_IS_TEXT_PICKER (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
trinh_text_picker_set_sources (TrinhTextPicker *self,
                               TrinhWork *work,
                               const char *const *sources)
{
  g_return_if_fail (TRINH_IS_TEXT_PICKER (self));
  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (sources != NULL);

  gtk_list_box_remove_all (self->list);
  g_strfreev (self->sources);
  self->sources = g_strdupv ((char **) sources);
  for (guint i = 0; self->sources[i] != NULL; i++)
    {
      g_autofree char *text = trinh_bound_dup_text (work, self->sources[i]);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->list, label);
    }
}
