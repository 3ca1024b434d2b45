/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-row-item.h"

G_BEGIN_DECLS

/**
 * TrinhBadgePopover:
 *
 * What the badge of a row means: the same as the details under the table. One
 * serves all rows of a table, whose cells come and go as it is scrolled; it
 * closes when its row has nothing left to say.
 */
#define TRINH_TYPE_BADGE_POPOVER (trinh_badge_popover_get_type ())
G_DECLARE_FINAL_TYPE (TrinhBadgePopover, trinh_badge_popover, TRINH, BADGE_POPOVER, GtkPopover)

GtkWidget *trinh_badge_popover_new (void);
/* (transfer none) (nullable): the row that is explained; %NULL while closed */
TrinhRowItem *trinh_badge_popover_get_item (TrinhBadgePopover *self);
/* Opens at @badge, which stands somewhere in the popover's parent */
void trinh_badge_popover_show (TrinhBadgePopover *self,
                               TrinhRowItem *item,
                               GtkWidget *badge);

G_END_DECLS
