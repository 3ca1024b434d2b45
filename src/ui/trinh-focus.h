/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the keyboard begins in a dialog that is about to be shown. AdwDialog:focus-widget is that only where it stays a
 * floating one: in a narrow window it becomes a sheet in its second frame, and the preferences then begin anywhere. */
void trinh_focus_first (GtkWidget *widget);

G_END_DECLS
