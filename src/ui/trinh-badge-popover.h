/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-cell-item.h"

G_BEGIN_DECLS

/**
 * TrinhBadgePopover:
 *
 * What the badge of a value means: the same as the details under the table. One
 * serves all cells of a table, which come and go as it is scrolled; it closes
 * when its value has nothing left to say.
 */
#define TRINH_TYPE_BADGE_POPOVER (trinh_badge_popover_get_type ())
G_DECLARE_FINAL_TYPE (TrinhBadgePopover, trinh_badge_popover, TRINH, BADGE_POPOVER, GtkPopover)

GtkWidget *trinh_badge_popover_new (void);
/* (transfer none) (nullable): the value that is explained; %NULL while closed */
TrinhCellItem *trinh_badge_popover_get_item (TrinhBadgePopover *self);
/* Opens at @badge, which stands somewhere in the popover's parent */
void trinh_badge_popover_show (TrinhBadgePopover *self,
                               TrinhCellItem *item,
                               GtkWidget *badge);

G_END_DECLS
