/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-preview-page-private.h"

static const TrinhBox *
get_box (TrinhPreviewPage *self,
         int position)
{
  GPtrArray *boxes = self->pages != NULL ? trinh_pages_get_boxes (self->pages) : NULL;

  return boxes != NULL && position >= 0 && position < (int) boxes->len ? boxes->pdata[position] : NULL;
}

/* Cells of one row that go to the same place are one step. */
static gboolean
is_step (const TrinhBox *from,
         const TrinhBox *box)
{
  if (box->place == NULL)
    return FALSE;

  return from == NULL || from->page != box->page || g_strcmp0 (from->place, box->place) != 0 ||
         box->y >= from->y + from->height || from->y >= box->y + box->height;
}

static int
find_next (TrinhPreviewPage *self,
           int step)
{
  const TrinhBox *from = get_box (self, self->cursor);
  const guint page = trinh_preview_page_get_current (self);
  const TrinhBox *box;
  int position = from != NULL ? self->cursor + step : 0;

  /* From nowhere: the first one of the page that is seen */
  while ((box = get_box (self, position)) != NULL && (!is_step (from, box) || (from == NULL && box->page < page)))
    position += from != NULL ? step : 1;

  return box != NULL ? position : self->cursor;
}

static void
set_cursor (TrinhPreviewPage *self,
            int position)
{
  const TrinhBox *before = get_box (self, self->cursor);
  const TrinhBox *box = get_box (self, position);

  self->cursor = box != NULL ? position : -1;
  if (before != NULL && (box == NULL || box->page != before->page))
    trinh_page_view_set_cursor (trinh_preview_page_get_view (self, before->page), NULL);
  if (box == NULL)
    return;

  trinh_page_view_set_cursor (trinh_preview_page_get_view (self, box->page), box);
  gtk_widget_grab_focus (GTK_WIDGET (trinh_preview_page_get_view (self, box->page)));
  trinh_preview_page_show_area (self, box->page, box->x, box->y, box->width, box->height);
}

gboolean
trinh_preview_page_show_place (TrinhPreviewPage *self,
                               const char *place)
{
  const TrinhBox *box;

  g_return_val_if_fail (TRINH_IS_PREVIEW_PAGE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  for (int i = 0; (box = get_box (self, i)) != NULL; i++)
    if (g_strcmp0 (box->place, place) == 0)
      {
        set_cursor (self, i);
        return TRUE;
      }

  return FALSE;
}

void
trinh_preview_page_forget_cursor (TrinhPreviewPage *self)
{
  self->cursor = -1;
}

static gboolean
go_to_cursor (TrinhPreviewPage *self)
{
  const TrinhBox *box = get_box (self, self->cursor);
  g_autofree char *place = NULL;

  if (box == NULL)
    return GDK_EVENT_PROPAGATE;

  place = trinh_pages_dup_place (self->pages, box);
  gtk_widget_activate_action (GTK_WIDGET (self), "report.go-to", "s", place);

  return GDK_EVENT_STOP;
}

gboolean
trinh_preview_page_paper_key_cb (TrinhPreviewPage *self,
                                 guint key,
                                 guint code,
                                 GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Right:
      set_cursor (self, find_next (self, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      set_cursor (self, find_next (self, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return go_to_cursor (self);
    case GDK_KEY_Escape:
      if (self->cursor < 0)
        return GDK_EVENT_PROPAGATE;
      set_cursor (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      gtk_widget_activate_action (GTK_WIDGET (self), "preview.next", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      gtk_widget_activate_action (GTK_WIDGET (self), "preview.previous", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      gtk_widget_activate_action (GTK_WIDGET (self), "preview.first", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      gtk_widget_activate_action (GTK_WIDGET (self), "preview.last", NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
