/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trinh-page-findings.h"
#include "trinh-page-view.h"

/* Pixels; a page is painted in strips, and only those that changed are painted again. */
#define STRIP_HEIGHT 128

struct _TrinhPageView
{
  GtkWidget parent_instance;

  /* Owned References */
  TrinhPages *pages;
  GPtrArray *strips; /* of GskRenderNode, NULL where nothing was painted yet */
  GArray *marks;     /* of TrinhPageMark */
  GPtrArray *spots;  /* of TrinhPageSpot: findings in the margin */

  guint page;
  guint hit;
  double zoom;
  gboolean shown;
  const TrinhBox *hovered; /* of the pages */
  const TrinhBox *cursor;
};

G_DEFINE_FINAL_TYPE (TrinhPageView, trinh_page_view, GTK_TYPE_WIDGET)

static void
strip_free (gpointer data)
{
  if (data != NULL)
    gsk_render_node_unref (data);
}

static void
forget_strips (TrinhPageView *self)
{
  g_ptr_array_set_size (self->strips, 0);
}

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

static gboolean
is_over (const TrinhBox *box,
         double x,
         double y)
{
  return x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height;
}

const TrinhBox *
trinh_page_view_find_box (TrinhPageView *self,
                          double x,
                          double y)
{
  GPtrArray *boxes;
  const TrinhBox *found = NULL;

  g_return_val_if_fail (TRINH_IS_PAGE_VIEW (self), NULL);

  boxes = trinh_pages_get_boxes (self->pages);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];

      if (box->page == self->page && box->place != NULL && is_over (box, x / self->zoom, y / self->zoom) &&
          (found == NULL || box->width * box->height < found->width * found->height))
        found = box;
    }

  return found;
}

/* The place of the report that a click there goes to: a finding's in the margin, a box's on the page. (transfer full)
 * (nullable) */
static char *
dup_place (TrinhPageView *self,
           double x,
           double y)
{
  const TrinhPageSpot *spot = trinh_page_spots_find (self->spots, x / self->zoom, y / self->zoom);
  const TrinhBox *box = spot == NULL ? trinh_page_view_find_box (self, x, y) : NULL;

  if (spot != NULL)
    return g_strdup (spot->place);

  return box != NULL ? trinh_pages_dup_place (self->pages, box) : NULL;
}

static void
released_cb (TrinhPageView *self,
             int n_press,
             double x,
             double y)
{
  g_autofree char *place = dup_place (self, x, y);

  if (n_press == 1 && place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "report.go-to", "s", place);
}

static void
set_hovered (TrinhPageView *self,
             const TrinhBox *box,
             gboolean clickable)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), clickable ? "pointer" : NULL);
  if (self->hovered == box)
    return;

  self->hovered = box;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TrinhPageView *self,
           double x,
           double y)
{
  const TrinhPageSpot *spot = trinh_page_spots_find (self->spots, x / self->zoom, y / self->zoom);
  const TrinhBox *box = spot == NULL ? trinh_page_view_find_box (self, x, y) : NULL;

  set_hovered (self, box, spot != NULL ? spot->place != NULL : box != NULL && box->place != NULL);
}

static void
leave_cb (TrinhPageView *self)
{
  set_hovered (self, NULL, FALSE);
}

static gboolean
query_tooltip_cb (TrinhPageView *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  const TrinhPageSpot *spot = keyboard ? NULL : trinh_page_spots_find (self->spots, x / self->zoom, y / self->zoom);

  if (spot == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, spot->message);

  return TRUE;
}

static GskRenderNode *
paint_strip (TrinhPageView *self,
             guint strip)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, strip * STRIP_HEIGHT, gtk_widget_get_width (GTK_WIDGET (self)), STRIP_HEIGHT);
  GskRenderNode *node = gsk_cairo_node_new (&area);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  const double top = strip * STRIP_HEIGHT / self->zoom;

  cairo_scale (cr, self->zoom, self->zoom);
  trinh_pages_draw_strip (self->pages, self->page, top, top + STRIP_HEIGHT / self->zoom, cr);
  cairo_destroy (cr);

  return node;
}

static void
append_paper (TrinhPageView *self,
              GtkSnapshot *snapshot)
{
  const guint n = (guint) (gtk_widget_get_height (GTK_WIDGET (self)) + STRIP_HEIGHT - 1) / STRIP_HEIGHT;

  g_ptr_array_set_size (self->strips, (int) n);
  for (guint i = 0; i < n; i++)
    {
      if (self->strips->pdata[i] == NULL)
        self->strips->pdata[i] = paint_strip (self, i);
      gtk_snapshot_append_node (snapshot, self->strips->pdata[i]);
    }
}

static void
append_marks (TrinhPageView *self,
              GtkSnapshot *snapshot)
{
  const GdkRGBA found = { 1.0, 0.85, 0.0, 0.45 };
  const GdkRGBA current = { 1.0, 0.45, 0.0, 0.55 };

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const TrinhPageMark *mark = &g_array_index (self->marks, TrinhPageMark, i);
      const graphene_rect_t area = GRAPHENE_RECT_INIT (mark->x * self->zoom, mark->y * self->zoom, mark->width * self->zoom, mark->height * self->zoom);

      if (mark->page == self->page)
        gtk_snapshot_append_color (snapshot, mark->hit == self->hit ? &current : &found, &area);
    }
}

/* Blue on white always: the paper does not follow the dark style. */
static void
append_outline (TrinhPageView *self,
                const TrinhBox *box,
                float width,
                GtkSnapshot *snapshot)
{
  const GdkRGBA blue = { 0.11, 0.44, 0.85, 0.9 };
  const GdkRGBA colors[] = { blue, blue, blue, blue };
  const float widths[] = { width, width, width, width };
  GskRoundedRect frame;

  if (box == NULL)
    return;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (box->x * self->zoom - 2, box->y * self->zoom - 2, box->width * self->zoom + 4, box->height * self->zoom + 4), 3);
  gtk_snapshot_append_border (snapshot, &frame, widths, colors);
}

static void
trinh_page_view_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  TrinhPageView *self = TRINH_PAGE_VIEW (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &white, &area);
  if (!self->shown)
    return;

  gtk_snapshot_push_clip (snapshot, &area);
  append_paper (self, snapshot);
  append_marks (self, snapshot);
  append_outline (self, self->hovered, 1, snapshot);
  append_outline (self, self->cursor, 2, snapshot);
  trinh_page_spots_snapshot (self->spots, self->zoom, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
trinh_page_view_dispose (GObject *object)
{
  TrinhPageView *self = TRINH_PAGE_VIEW (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->strips, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->spots, g_ptr_array_unref);

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
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->zoom = 1.0;
  self->strips = g_ptr_array_new_with_free_func (strip_free);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* What stands on the page, for who cannot see it */
static char *
dup_text (TrinhPageView *self)
{
  GPtrArray *boxes = trinh_pages_get_boxes (self->pages);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];

      if (box->page == self->page && box->text != NULL)
        g_string_append_printf (text, "%s\n", box->text);
    }

  return g_string_free_and_steal (text);
}

/* The box where the keyboard is comes first: it is what is read aloud. */
static void
update_spoken (TrinhPageView *self)
{
  g_autofree char *page = g_strdup_printf (_ ("Page %u"), self->page + 1);
  g_autofree char *name = self->cursor != NULL ? g_strdup_printf ("%s, %s", self->cursor->text, page) : NULL;
  g_autofree char *text = self->shown ? dup_text (self) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : page, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

GtkWidget *
trinh_page_view_new (TrinhPages *pages,
                     guint page)
{
  TrinhPageView *self;

  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);

  self = g_object_new (TRINH_TYPE_PAGE_VIEW, NULL);
  self->pages = g_object_ref (pages);
  self->page = page;
  update_spoken (self);

  return GTK_WIDGET (self);
}

/* @top, @bottom: points */
static void
forget_between (TrinhPageView *self,
                double top,
                double bottom)
{
  const guint first = (guint) (top * self->zoom / STRIP_HEIGHT);
  const guint last = (guint) (bottom * self->zoom / STRIP_HEIGHT);

  for (guint i = first; i <= last && i < self->strips->len; i++)
    g_clear_pointer (&self->strips->pdata[i], gsk_render_node_unref);
}

static gboolean
has_other_size (TrinhPageView *self,
                TrinhPages *pages)
{
  double size[2];
  double other[2];

  trinh_pages_get_size (self->pages, self->page, &size[0], &size[1]);
  trinh_pages_get_size (pages, self->page, &other[0], &other[1]);

  return fabs (size[0] - other[0]) > 0.01 || fabs (size[1] - other[1]) > 0.01;
}

void
trinh_page_view_set_pages (TrinhPageView *self,
                           TrinhPages *pages)
{
  double top;
  double bottom;

  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));
  g_return_if_fail (TRINH_IS_PAGES (pages));
  g_return_if_fail (self->page < trinh_pages_get_n_pages (pages));

  if (self->pages == pages)
    return;

  if (has_other_size (self, pages))
    {
      forget_strips (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else if (trinh_pages_find_change (pages, self->pages, self->page, &top, &bottom))
    {
      forget_between (self, top, bottom);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->hovered = NULL;
  self->cursor = NULL;
  g_set_object (&self->pages, pages);
  update_spoken (self);
}

void
trinh_page_view_set_zoom (TrinhPageView *self,
                          double zoom)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));
  g_return_if_fail (zoom > 0);

  if (fabs (zoom - self->zoom) < 0.0001)
    return;

  self->zoom = zoom;
  forget_strips (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
trinh_page_view_set_shown (TrinhPageView *self,
                           gboolean shown)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));

  if (self->shown == shown)
    return;

  self->shown = shown;
  if (!shown)
    forget_strips (self);
  update_spoken (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trinh_page_view_set_marks (TrinhPageView *self,
                           GArray *marks,
                           guint hit)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->marks, g_array_unref);
  if (marks != NULL)
    self->marks = g_array_ref (marks);
  self->hit = hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trinh_page_view_set_cursor (TrinhPageView *self,
                            const TrinhBox *box)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));

  if (self->cursor == box)
    return;

  self->cursor = box;
  update_spoken (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trinh_page_view_set_findings (TrinhPageView *self,
                              GPtrArray *findings)
{
  g_return_if_fail (TRINH_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->spots, g_ptr_array_unref);
  if (findings != NULL)
    self->spots = trinh_page_spots_new (findings, trinh_pages_get_boxes (self->pages), self->page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
