/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-portals.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define DIALOG_OF_FILES "org.freedesktop.portal.FileChooser"

gboolean
trinh_portals_are_needed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* The portal may run without any desktop's part that shows dialogs: it has no such interface then. */
void
trinh_portals_look_for (GDBusConnection *connection,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (connection));

  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", DIALOG_OF_FILES, "version"), G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, callback, user_data);
}

gboolean
trinh_portals_look_for_finish (GDBusConnection *connection,
                               GAsyncResult *result)
{
  g_autoptr (GVariant) version = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);

  version = g_dbus_connection_call_finish (connection, result, NULL);

  return version != NULL;
}

void
trinh_portals_tell_missing (GtkWidget *parent)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = adw_alert_dialog_new (_ ("Files cannot be chosen here"), _ ("The desktop lacks what shows the dialogs for files and for printing to an installed program. Until it is there, opening, importing, exporting and printing show nothing; reports are kept all the same.\n\nLet whoever looks after the computer install the packages xdg-desktop-portal and xdg-desktop-portal-gtk, then log out and in again."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}
