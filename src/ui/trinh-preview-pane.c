/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-preview-page-private.h"

/* Pixels per point: an upright page is 101 pixels wide. */
#define THUMBNAIL_ZOOM 0.17

static GtkWidget *
new_thumbnail (TrinhPages *pages,
               guint page)
{
  GtkWidget *view = trinh_page_view_new (pages, page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  GtkWidget *row = gtk_list_box_row_new ();

  /* The row is what is clicked. */
  gtk_widget_set_can_target (view, FALSE);
  trinh_page_view_set_zoom (TRINH_PAGE_VIEW (view), THUMBNAIL_ZOOM);
  trinh_page_view_set_shown (TRINH_PAGE_VIEW (view), TRUE);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), gtk_label_new (number));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static TrinhPageView *
get_thumbnail (GtkListBoxRow *row)
{
  return TRINH_PAGE_VIEW (gtk_widget_get_first_child (gtk_list_box_row_get_child (row)));
}

void
trinh_preview_page_fill_pane (TrinhPreviewPage *self)
{
  const guint n = self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;
  GtkListBoxRow *row;
  guint i = 0;

  /* Nobody sees them: they are made when the pane is opened. */
  if (!gtk_toggle_button_get_active (self->pane_button))
    return;

  for (; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->thumbnails, (int) i);
      if (row != NULL)
        trinh_page_view_set_pages (get_thumbnail (row), self->pages);
      else
        gtk_list_box_append (self->thumbnails, new_thumbnail (self->pages, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->thumbnails, (int) n)) != NULL)
    gtk_list_box_remove (self->thumbnails, GTK_WIDGET (row));
}

void
trinh_preview_page_mark_thumbnail (TrinhPreviewPage *self,
                                   guint page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->thumbnails, (int) page);
  graphene_rect_t bounds;

  if (row == NULL || row == gtk_list_box_get_selected_row (self->thumbnails))
    return;

  self->marking = TRUE;
  gtk_list_box_select_row (self->thumbnails, row);
  self->marking = FALSE;
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->thumbnails), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->pane), bounds.origin.y, bounds.origin.y + bounds.size.height);
}

void
trinh_preview_page_thumbnail_activated_cb (TrinhPreviewPage *self,
                                           GtkListBoxRow *row)
{
  trinh_preview_page_show_page (self, (guint) gtk_list_box_row_get_index (row));
}

/* By the keys of the list; what scrolling marks is seen already. */
void
trinh_preview_page_thumbnail_selected_cb (TrinhPreviewPage *self,
                                          GtkListBoxRow *row)
{
  if (row != NULL && !self->marking)
    trinh_preview_page_show_page (self, (guint) gtk_list_box_row_get_index (row));
}

void
trinh_preview_page_pane_toggled_cb (TrinhPreviewPage *self)
{
  const gboolean open = gtk_toggle_button_get_active (self->pane_button);

  gtk_widget_set_visible (GTK_WIDGET (self->pane), open);
  if (!open)
    return;

  trinh_preview_page_fill_pane (self);
  trinh_preview_page_mark_thumbnail (self, trinh_preview_page_get_current (self));
}
