/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "trinh-preview-page-private.h"

#define ZOOM_STEP 1.2
#define ZOOM_LEAST 0.3
#define ZOOM_MOST 5.0
/* A page as wide as a large screen would be read from afar. */
#define ZOOM_FIT_MOST 1.7
#define PAGE_GAP 18

/* Until the program ends, every preview opens as the last one was left. */
static double last_zoom = TRINH_ZOOM_WIDTH;

static int
get_pixels (double points,
            double zoom)
{
  return (int) (points * zoom + 0.5);
}

static guint
get_n_pages (TrinhPreviewPage *self)
{
  return self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;
}

static double
get_widest (TrinhPreviewPage *self)
{
  double widest = 1.0;

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      double width;

      trinh_pages_get_size (self->pages, i, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

double
trinh_preview_page_get_zoom (TrinhPreviewPage *self)
{
  const double width = (gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 3 * PAGE_GAP) / get_widest (self);
  double height = 1.0;

  if (self->zoom > 0)
    return self->zoom;
  if (self->zoom < 0 && self->pages != NULL)
    {
      trinh_pages_get_size (self->pages, MIN (trinh_preview_page_get_current (self), get_n_pages (self) - 1), NULL, &height);
      height = (gtk_widget_get_height (GTK_WIDGET (self->scroller)) - 2 * PAGE_GAP) / height;
      return CLAMP (MIN (width, height), ZOOM_LEAST, ZOOM_FIT_MOST);
    }

  return CLAMP (width, ZOOM_LEAST, ZOOM_FIT_MOST);
}

/* Pixels from the top of the paper, without regard to what was given out already */
static double
get_page_top (TrinhPreviewPage *self,
              guint page,
              double zoom)
{
  double top = PAGE_GAP;

  for (guint i = 0; i < page && i < get_n_pages (self); i++)
    {
      double height;

      trinh_pages_get_size (self->pages, i, NULL, &height);
      top += get_pixels (height, zoom) + PAGE_GAP;
    }

  return top;
}

static double
get_page_left (TrinhPreviewPage *self,
               guint page,
               double zoom)
{
  const double room = MAX (gtk_widget_get_width (GTK_WIDGET (self->scroller)), get_pixels (get_widest (self), zoom));
  double width;

  trinh_pages_get_size (self->pages, page, &width, NULL);

  return (room - get_pixels (width, zoom)) / 2;
}

/* The zoom that the pages were given last, which the place in the scroller goes with */
static double
get_shown_zoom (TrinhPreviewPage *self)
{
  return self->shown_zoom > 0 ? self->shown_zoom : 1.0;
}

static guint
find_page_at (TrinhPreviewPage *self,
              double y,
              double zoom)
{
  guint page = 0;

  while (page + 1 < get_n_pages (self) && get_page_top (self, page + 1, zoom) <= y)
    page++;

  return page;
}

guint
trinh_preview_page_get_current (TrinhPreviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  return find_page_at (self, gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2, get_shown_zoom (self));
}

TrinhPageView *
trinh_preview_page_get_view (TrinhPreviewPage *self,
                             guint page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));

  for (guint i = 0; child != NULL && i < page; i++)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? TRINH_PAGE_VIEW (child) : NULL;
}

/* The pages get their sizes only with the next frame: the range is told beforehand, or the place would be cut off. */
static void
move_to (GtkAdjustment *adjustment,
         double value,
         double upper)
{
  const double size = gtk_adjustment_get_page_size (adjustment);

  upper = MAX (upper, size);
  gtk_adjustment_set_upper (adjustment, upper);
  gtk_adjustment_set_value (adjustment, CLAMP (value, 0, upper - size));
}

static void
set_views_zoom (TrinhPreviewPage *self,
                double zoom)
{
  /* A point is 1/72 inch, a pixel of the screen 1/96. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) (zoom * 75.0 + 0.5));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper)); child != NULL; child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_zoom (TRINH_PAGE_VIEW (child), zoom);
  self->shown_zoom = zoom;
  gtk_label_set_label (self->zoom_label, text);
}

static void
zoom_around (TrinhPreviewPage *self,
             double before,
             double x,
             double y)
{
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double zoom = trinh_preview_page_get_zoom (self);
  guint page;
  double down;
  double right;

  if (self->pages == NULL)
    return;
  page = find_page_at (self, gtk_adjustment_get_value (vertical) + y, before);
  down = (gtk_adjustment_get_value (vertical) + y - get_page_top (self, page, before)) / before;
  right = (gtk_adjustment_get_value (horizontal) + x - get_page_left (self, page, before)) / before;

  set_views_zoom (self, zoom);
  move_to (vertical, get_page_top (self, page, zoom) + down * zoom - y, get_page_top (self, get_n_pages (self), zoom));
  move_to (horizontal, get_page_left (self, page, zoom) + right * zoom - x, get_pixels (get_widest (self), zoom));
}

void
trinh_preview_page_zoom_at (TrinhPreviewPage *self,
                            double zoom,
                            double x,
                            double y)
{
  const double before = get_shown_zoom (self);

  last_zoom = self->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST) : zoom;
  zoom_around (self, before, x, y);
}

void
trinh_preview_page_set_zoom (TrinhPreviewPage *self,
                             double zoom)
{
  trinh_preview_page_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self->scroller)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self->scroller)) / 2.0);
}

void
trinh_preview_page_apply_zoom (TrinhPreviewPage *self)
{
  zoom_around (self, get_shown_zoom (self), gtk_widget_get_width (GTK_WIDGET (self->scroller)) / 2.0, 0);
}

void
trinh_preview_page_show_page (TrinhPreviewPage *self,
                              guint page)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), get_page_top (self, page, get_shown_zoom (self)) - PAGE_GAP / 2.0);
}

void
trinh_preview_page_show_area (TrinhPreviewPage *self,
                              guint page,
                              double x,
                              double y,
                              double width,
                              double height)
{
  const double zoom = get_shown_zoom (self);
  const double top = get_page_top (self, page, zoom) + y * zoom;
  const double left = get_page_left (self, page, zoom) + x * zoom;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), top - 3 * PAGE_GAP, top + height * zoom + 3 * PAGE_GAP);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller), left - PAGE_GAP, left + width * zoom + PAGE_GAP);
}

static void
update_page_entry (TrinhPreviewPage *self)
{
  static const char *const turns[] = { "preview.first", "preview.previous", "preview.next", "preview.last" };
  const guint n = get_n_pages (self);
  g_autofree char *page = g_strdup_printf ("%u", n > 0 ? trinh_preview_page_get_current (self) + 1 : 0);
  /* Translators: after the entry with the number of the page that is shown: 3 / 15 */
  g_autofree char *text = g_strdup_printf (_ ("/ %u"), n);

  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), turns[i], n > 0);
  gtk_label_set_label (self->page_label, text);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->page_entry)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->page_entry), page);
}

void
trinh_preview_page_update_shown (TrinhPreviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double top = gtk_adjustment_get_value (adjustment);
  const double bottom = top + gtk_adjustment_get_page_size (adjustment);
  const double zoom = get_shown_zoom (self);
  const guint first = find_page_at (self, top, zoom);
  const guint last = find_page_at (self, bottom, zoom);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_shown (TRINH_PAGE_VIEW (child), i >= first && i <= last);
  update_page_entry (self);
  trinh_preview_page_mark_thumbnail (self, trinh_preview_page_get_current (self));
}

/* What is seen first, so that other pages can be shown at the same place of the text */
typedef struct
{
  int box; /* -1 none */
  char *role;
  char *place;
  char *text;
  double below; /* pixels from the box to the top of what is seen */
} Anchor;

static void
anchor_clear (Anchor *self)
{
  g_free (self->role);
  g_free (self->place);
  g_free (self->text);
}

static double
get_box_top (TrinhPreviewPage *self,
             const TrinhBox *box,
             double zoom)
{
  return get_page_top (self, box->page, zoom) + box->y * zoom;
}

static Anchor
find_anchor (TrinhPreviewPage *self,
             double zoom)
{
  const double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  GPtrArray *boxes = trinh_pages_get_boxes (self->pages);
  Anchor anchor = { .box = -1 };

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];

      if (box->place == NULL || get_box_top (self, box, zoom) + box->height * zoom < top)
        continue;
      anchor = (Anchor) { (int) i, g_strdup (box->role), g_strdup (box->place), g_strdup (box->text), top - get_box_top (self, box, zoom) };
      break;
    }

  return anchor;
}

static gboolean
anchor_matches (const Anchor *anchor,
                const TrinhBox *box,
                gboolean text)
{
  return g_strcmp0 (box->place, anchor->place) == 0 && g_str_equal (box->role, anchor->role) &&
         (!text || g_strcmp0 (box->text, anchor->text) == 0);
}

/* The nearest box that is the same; else one of the same place, where the text itself was changed. (nullable) */
static const TrinhBox *
find_again (const Anchor *anchor,
            GPtrArray *boxes)
{
  for (guint text = 2; text > 0; text--)
    for (int distance = 0; distance < (int) boxes->len; distance++)
      {
        const int before = anchor->box - distance;
        const int after = anchor->box + distance;

        if (before >= 0 && before < (int) boxes->len && anchor_matches (anchor, boxes->pdata[before], text == 2))
          return boxes->pdata[before];
        if (after < (int) boxes->len && anchor_matches (anchor, boxes->pdata[after], text == 2))
          return boxes->pdata[after];
      }

  return NULL;
}

static void
fill_paper (TrinhPreviewPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));
  guint i = 0;

  for (; child != NULL && i < get_n_pages (self); i++, child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_pages (TRINH_PAGE_VIEW (child), self->pages);
  for (; i < get_n_pages (self); i++)
    {
      GtkWidget *view = trinh_page_view_new (self->pages, i);

      gtk_widget_set_focusable (view, TRUE);
      gtk_box_append (self->paper, view);
    }
  while (child != NULL)
    {
      GtkWidget *gone = child;

      child = gtk_widget_get_next_sibling (child);
      gtk_box_remove (self->paper, gone);
    }
}

void
trinh_preview_page_show_wanted (TrinhPreviewPage *self)
{
  const guint n = self->pages != NULL ? get_n_pages (self) : 0;
  const double zoom = get_shown_zoom (self);

  if (self->wanted == 0 || n == 0)
    return;
  move_to (gtk_scrolled_window_get_vadjustment (self->scroller), get_page_top (self, MIN (self->wanted, n) - 1, zoom) - PAGE_GAP / 2.0, get_page_top (self, n, zoom));
  if (!self->stale)
    self->wanted = 0;
}

void
trinh_preview_page_take_pages (TrinhPreviewPage *self,
                               TrinhPages *pages)
{
  const double shown = get_shown_zoom (self);
  Anchor anchor = { .box = -1 };
  const TrinhBox *box;
  double zoom;

  if (self->pages != NULL && gtk_widget_get_first_child (GTK_WIDGET (self->paper)) != NULL)
    anchor = find_anchor (self, shown);
  g_set_object (&self->pages, pages);
  trinh_preview_page_forget_cursor (self);
  fill_paper (self);
  zoom = trinh_preview_page_get_zoom (self);
  set_views_zoom (self, zoom);
  box = anchor.box >= 0 ? find_again (&anchor, trinh_pages_get_boxes (pages)) : NULL;
  if (box != NULL)
    move_to (gtk_scrolled_window_get_vadjustment (self->scroller), get_box_top (self, box, zoom) + anchor.below, get_page_top (self, get_n_pages (self), zoom));
  anchor_clear (&anchor);
  trinh_preview_page_show_wanted (self);
}

static gboolean
scroll_cb (TrinhPreviewPage *self,
           double dx,
           double dy,
           GtkEventController *scroll)
{
  GdkEvent *event = gtk_event_controller_get_current_event (scroll);
  graphene_point_t point = { 0, 0 };
  double x = 0;
  double y = 0;

  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double native_x;
      double native_y;

      /* An event counts from the surface's edge, shadow included. */
      gtk_native_get_surface_transform (native, &native_x, &native_y);
      if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->scroller), &GRAPHENE_POINT_INIT ((float) (x - native_x), (float) (y - native_y)), &point))
        point = GRAPHENE_POINT_INIT (0, 0);
    }
  trinh_preview_page_zoom_at (self, trinh_preview_page_get_zoom (self) * pow (ZOOM_STEP, -dy), point.x, point.y);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (TrinhPreviewPage *self,
                GdkEventSequence *sequence,
                GtkGesture *pinch)
{
  double *before = g_new (double, 1);

  *before = trinh_preview_page_get_zoom (self);
  g_object_set_data_full (G_OBJECT (pinch), "zoom", before, g_free);
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (TrinhPreviewPage *self,
          double scale,
          GtkGesture *pinch)
{
  const double *before = g_object_get_data (G_OBJECT (pinch), "zoom");
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (pinch, &x, &y);
  if (before != NULL)
    trinh_preview_page_zoom_at (self, *before * scale, x, y);
}

void
trinh_preview_page_add_zoom_gestures (TrinhPreviewPage *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->zoom = last_zoom;
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (pinch));
}
