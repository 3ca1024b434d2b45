/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings @widget into the sight of what it scrolls in, also where it was only just made and while it unfolds. */
void trinh_scroll_to (GtkWidget *widget);

G_END_DECLS
