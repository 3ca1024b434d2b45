/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhBadge:
 *
 * A small mark for a number of findings: shape, colour, count and accessible
 * name ("2 errors"), never colour alone. Hidden when there is nothing to show.
 *
 * Properties: n-errors, n-warnings (guint), complete, started, gap, plain (boolean;
 * plain: the shape without the number, where there is little room):
 * "● n" errors, else "▲ n" warnings, else a hollow ring for a gap, else "✓"
 * complete, else "…" started, else nothing.
 */
#define TRINH_TYPE_BADGE (trinh_badge_get_type ())
G_DECLARE_FINAL_TYPE (TrinhBadge, trinh_badge, TRINH, BADGE, GtkWidget)

GtkWidget *trinh_badge_new (void);

G_END_DECLS
