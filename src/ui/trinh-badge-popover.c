/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-badge-popover.h"
#include "trinh-row-details.h"

#define LEAST_WIDTH 320

struct _TrinhBadgePopover
{
  GtkPopover parent_instance;

  /* Owned References */
  TrinhCellItem *item;
  GSignalGroup *item_signals;

  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (TrinhBadgePopover, trinh_badge_popover, GTK_TYPE_POPOVER)

static void
set_item (TrinhBadgePopover *self,
          TrinhCellItem *item)
{
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  g_object_set (self->details, "item", item, NULL);
}

static void
item_changed_cb (TrinhBadgePopover *self)
{
  guint n_errors = 0;
  guint n_warnings = 0;
  gboolean gap = FALSE;

  g_object_get (self->item, "n-errors", &n_errors, "n-warnings", &n_warnings, "gap", &gap, NULL);
  if (n_errors == 0 && n_warnings == 0 && !gap)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
trinh_badge_popover_closed (GtkPopover *popover)
{
  set_item (TRINH_BADGE_POPOVER (popover), NULL);

  if (GTK_POPOVER_CLASS (trinh_badge_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (trinh_badge_popover_parent_class)->closed (popover);
}

static void
trinh_badge_popover_dispose (GObject *object)
{
  TrinhBadgePopover *self = TRINH_BADGE_POPOVER (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (trinh_badge_popover_parent_class)->dispose (object);
}

static void
trinh_badge_popover_class_init (TrinhBadgePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_badge_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = trinh_badge_popover_closed;
}

static void
trinh_badge_popover_init (TrinhBadgePopover *self)
{
  self->details = trinh_row_details_new ();
  gtk_widget_set_size_request (self->details, LEAST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->details);

  self->item_signals = g_signal_group_new (TRINH_TYPE_CELL_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::gap", G_CALLBACK (item_changed_cb), self);
}

GtkWidget *
trinh_badge_popover_new (void)
{
  return g_object_new (TRINH_TYPE_BADGE_POPOVER, NULL);
}

TrinhCellItem *
trinh_badge_popover_get_item (TrinhBadgePopover *self)
{
  g_return_val_if_fail (TRINH_IS_BADGE_POPOVER (self), NULL);

  return self->item;
}

void
trinh_badge_popover_show (TrinhBadgePopover *self,
                          TrinhCellItem *item,
                          GtkWidget *badge)
{
  graphene_rect_t bounds;

  g_return_if_fail (TRINH_IS_BADGE_POPOVER (self));
  g_return_if_fail (TRINH_IS_CELL_ITEM (item));
  g_return_if_fail (GTK_IS_WIDGET (badge));

  if (!gtk_widget_compute_bounds (badge, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  set_item (self, item);
  gtk_popover_popup (GTK_POPOVER (self));
}
