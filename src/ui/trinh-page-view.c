/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-page-view.h"

struct _TrinhPageView
{
  GtkWidget parent_instance;

  /* Owned References */
  TrinhPages *pages;

  guint page;
  double zoom;
};

G_DEFINE_FINAL_TYPE (TrinhPageView, trinh_page_view, GTK_TYPE_WIDGET)

static void
trinh_page_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TrinhPageView *self = TRINH_PAGE_VIEW (widget);
  double width;
  double height;

  trinh_pages_get_size (self->pages, self->page, &width, &height);
  *minimum = *natural = (int) ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom + 0.5);
}

/* Goes to the place of the report that a click on the page shows. */
static void
pressed_cb (TrinhPageView *self,
            int n_press,
            double x,
            double y)
{
  GPtrArray *boxes = trinh_pages_get_boxes (self->pages);

  for (guint i = 0; n_press == 2 && i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];
      const double px = x / self->zoom - box->x;
      const double py = y / self->zoom - box->y;

      if (box->page == self->page && box->place != NULL && px >= 0 && px <= box->width && py >= 0 && py <= box->height)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "report.go-to", "s", box->place);
          return;
        }
    }
}

static void
trinh_page_view_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  TrinhPageView *self = TRINH_PAGE_VIEW (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, self->zoom, self->zoom);
  trinh_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
trinh_page_view_dispose (GObject *object)
{
  TrinhPageView *self = TRINH_PAGE_VIEW (object);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (trinh_page_view_parent_class)->dispose (object);
}

static void
trinh_page_view_class_init (TrinhPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_page_view_dispose;
  widget_class->measure = trinh_page_view_measure;
  widget_class->snapshot = trinh_page_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
trinh_page_view_init (TrinhPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1.0;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* What stands on the page, for who cannot see it */
static char *
dup_text (TrinhPages *pages,
          guint page)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];

      if (box->page == page && box->text != NULL)
        g_string_append_printf (text, "%s\n", box->text);
    }

  return g_string_free_and_steal (text);
}

GtkWidget *
trinh_page_view_new (TrinhPages *pages,
                     guint page)
{
  TrinhPageView *self;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);

  self = g_object_new (TRINH_TYPE_PAGE_VIEW, NULL);
  self->pages = g_object_ref (pages);
  self->page = page;
  name = g_strdup_printf (_ ("Page %u"), page + 1);
  text = dup_text (pages, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return GTK_WIDGET (self);
}

void
trinh_page_view_set_zoom (TrinhPageView *self,
                          double zoom)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));
  g_return_if_fail (zoom > 0);

  if (zoom - self->zoom < 0.0001 && self->zoom - zoom < 0.0001)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
