/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text, @html: (nullable): what was copied, while the call lasts; @user_data: the widget that asked */
typedef void (*TrinhClipboardRead) (const char *text,
                                    const char *html,
                                    gpointer user_data);

/* What was copied, as text and as HTML where it has such; @widget is kept until @callback was called once. */
void trinh_clipboard_read (GtkWidget *widget,
                           TrinhClipboardRead callback);

G_END_DECLS
