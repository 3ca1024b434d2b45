/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* g_test_init() and the toolkit */
void helper_init (int *argc,
                  char ***argv);
/* A session with a database of its own in @folder, which is made. (transfer full) */
TrinhSession *helper_new_session (char **folder);
void helper_remove_folder (char *folder);
/* ISO to Julian */
guint32 helper_day (const char *text);
/* Adds one: for "notify::…" and signals without arguments, swapped */
void helper_count (guint *counter);
/* Turns the main loop until nothing is left to do */
void helper_settle (void);
/* A window with @child, shown. (transfer none): gtk_window_destroy() */
GtkWindow *helper_show (GtkWidget *child);
/* Presents the dialog, closes it, and proves that it goes. Takes @dialog. */
void helper_finalize_dialog (AdwDialog *dialog);
/* The template's child of @widget, which is of exactly this type */
gpointer helper_get_child (gpointer widget,
                           const char *name);
/* The descendant of this type, counted from 0 in order; (nullable) */
gpointer helper_find (gpointer widget,
                      GType type,
                      guint position);

G_END_DECLS
