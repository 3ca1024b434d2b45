/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-preview-page-private.h"

static void
show_marks (TrinhPreviewPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper)); child != NULL; child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_marks (TRINH_PAGE_VIEW (child), self->marks, self->hit);
}

static void
update_label (TrinhPreviewPage *self)
{
  const gboolean searched = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
  g_autofree char *text = NULL;

  if (searched && self->n_hits > 0)
    /* Translators: the third of seventeen places that a search found */
    text = g_strdup_printf (_ ("%u / %u"), self->hit + 1, self->n_hits);
  else
    text = g_strdup (searched ? _ ("Not on the pages") : "");

  gtk_label_set_label (self->search_label, text);
  if (searched && self->n_hits == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-hit", self->n_hits > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-hit", self->n_hits > 0);
}

static const TrinhPageMark *
find_mark (TrinhPreviewPage *self)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    if (g_array_index (self->marks, TrinhPageMark, i).hit == self->hit)
      return &g_array_index (self->marks, TrinhPageMark, i);

  return NULL;
}

static void
show_hit (TrinhPreviewPage *self)
{
  const TrinhPageMark *mark = find_mark (self);

  if (mark != NULL)
    trinh_preview_page_show_area (self, mark->page, mark->x, mark->y, mark->width, mark->height);
}

void
trinh_preview_page_search (TrinhPreviewPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_clear_pointer (&self->marks, g_array_unref);
  self->n_hits = 0;
  if (self->pages != NULL && gtk_search_bar_get_search_mode (self->search_bar))
    self->marks = trinh_pages_search (self->pages, text, &self->n_hits);
  if (self->hit >= self->n_hits)
    self->hit = 0;
  show_marks (self);
  update_label (self);
}

/* The first hit that is not before @from, or not above the page that is seen: a longer word stays where it was found. */
static guint
find_first_hit (TrinhPreviewPage *self,
                const TrinhPageMark *from)
{
  const guint page = from != NULL ? from->page : trinh_preview_page_get_current (self);
  const double y = from != NULL ? from->y - 1 : 0;

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const TrinhPageMark *mark = &g_array_index (self->marks, TrinhPageMark, i);

      if (mark->page > page || (mark->page == page && mark->y >= y && (from == NULL || mark->y > from->y + 1 || mark->x >= from->x - 1)))
        return mark->hit;
    }

  return 0;
}

void
trinh_preview_page_search_changed_cb (TrinhPreviewPage *self)
{
  const TrinhPageMark *current = find_mark (self);
  TrinhPageMark from = { 0 };

  if (current != NULL)
    from = *current;
  trinh_preview_page_search (self);
  self->hit = find_first_hit (self, current != NULL ? &from : NULL);
  show_marks (self);
  update_label (self);
  show_hit (self);
}

void
trinh_preview_page_go_to_hit (TrinhPreviewPage *self,
                              int step)
{
  if (self->n_hits == 0)
    return;

  self->hit = (self->hit + self->n_hits + (guint) (step + (int) self->n_hits)) % self->n_hits;
  show_marks (self);
  update_label (self);
  show_hit (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->search_label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
trinh_preview_page_search_activated_cb (TrinhPreviewPage *self)
{
  trinh_preview_page_go_to_hit (self, 1);
}

void
trinh_preview_page_search_stopped_cb (TrinhPreviewPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  trinh_preview_page_search (self);
  /* Where it was found, and not on what GTK thinks next to the entry */
  if (self->pages != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (trinh_preview_page_get_view (self, trinh_preview_page_get_current (self))));
}

gboolean
trinh_preview_page_search_key_cb (TrinhPreviewPage *self,
                                  guint key,
                                  guint code,
                                  GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  trinh_preview_page_go_to_hit (self, -1);

  return GDK_EVENT_STOP;
}

gboolean
trinh_preview_page_start_search (TrinhReportPage *page)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
  trinh_preview_page_search (self);

  return TRUE;
}
