/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-wrap-cell.h"

struct _TrinhWrapCell
{
  GtkWidget parent_instance;

  GtkWidget *child;

  int width; /* that the column gave last; 0: none yet */
  guint resize_source;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhWrapCell, trinh_wrap_cell, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
trinh_wrap_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trinh_wrap_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TrinhWrapCell *self = TRINH_WRAP_CELL (widget);

  if (self->child == NULL)
    return;

  /* A cell is asked for the width at which it fits the row's height: wrapped text would want one long line. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  else if (self->width > 0)
    for_size = self->width;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > -1)
    {
      int least;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static gboolean
resize_idle (gpointer user_data)
{
  TrinhWrapCell *self = user_data;

  self->resize_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
trinh_wrap_cell_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  TrinhWrapCell *self = TRINH_WRAP_CELL (widget);

  if (self->width != width)
    {
      self->width = width;
      if (self->resize_source == 0)
        self->resize_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_idle, self, NULL);
    }

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, -1, NULL);
}

static void
trinh_wrap_cell_dispose (GObject *object)
{
  TrinhWrapCell *self = TRINH_WRAP_CELL (object);

  g_clear_handle_id (&self->resize_source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (trinh_wrap_cell_parent_class)->dispose (object);
}

static void
trinh_wrap_cell_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, TRINH_WRAP_CELL (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_wrap_cell_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  TrinhWrapCell *self = TRINH_WRAP_CELL (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_wrap_cell_class_init (TrinhWrapCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_wrap_cell_dispose;
  object_class->get_property = trinh_wrap_cell_get_property;
  object_class->set_property = trinh_wrap_cell_set_property;
  widget_class->get_request_mode = trinh_wrap_cell_get_request_mode;
  widget_class->measure = trinh_wrap_cell_measure;
  widget_class->size_allocate = trinh_wrap_cell_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_wrap_cell_init (TrinhWrapCell *self)
{
}
