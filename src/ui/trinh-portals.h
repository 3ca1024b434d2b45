/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/*
 * In a sandbox the desktop's portals show the dialogs for files and for printing. Where they are missing, GTK takes each of
 * these dialogs for a cancelled one, and nothing would be seen at all.
 */

/* Whether the program runs in a sandbox, and so needs them */
gboolean trinh_portals_are_needed (void);
/**
 * trinh_portals_look_for:
 * @connection: of the session's bus
 *
 * Asks for the dialog of files, which may start the portal first.
 */
void trinh_portals_look_for (GDBusConnection *connection,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Whether it is there */
gboolean trinh_portals_look_for_finish (GDBusConnection *connection,
                                        GAsyncResult *result);
/* Says what is missing, and what to do. */
void trinh_portals_tell_missing (GtkWidget *parent);

G_END_DECLS
