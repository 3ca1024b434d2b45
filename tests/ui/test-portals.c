/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-portals.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  gboolean answered;
  gboolean there;
} Answer;

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Answer *answer = user_data;

  answer->there = trinh_portals_look_for_finish (G_DBUS_CONNECTION (object), result);
  answer->answered = TRUE;
}

static gboolean
is_answered (gpointer user_data)
{
  return ((Answer *) user_data)->answered;
}

static gboolean
look (GDBusConnection *connection)
{
  Answer answer = { FALSE, FALSE };

  trinh_portals_look_for (connection, answered_cb, &answer);
  helper_wait_until (is_answered, &answer);

  return answer.there;
}

static GVariant *
property_cb (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer user_data)
{
  return g_variant_new_uint32 (4);
}

/* A desktop's portal with one interface */
static guint
serve (GDBusConnection *connection,
       const char *interface)
{
  static const GDBusInterfaceVTable table = { NULL, property_cb };
  g_autofree char *text = g_strdup_printf ("<node><interface name='%s'><property name='version' type='u' access='read'/></interface></node>", interface);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (text, NULL);
  guint id = g_dbus_connection_register_object (connection, PORTAL_PATH, node->interfaces[0], &table, NULL, NULL, NULL);

  g_assert_cmpuint (id, !=, 0);

  return id;
}

/* No portal at all; one without any desktop's dialogs; one that has them */
static void
test_look (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  guint id;

  g_test_dbus_up (bus);
  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus), G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (look (connection));

  owned = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", PORTAL_NAME, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  id = serve (connection, "org.freedesktop.portal.OpenURI");
  g_assert_false (look (connection));
  g_assert_true (g_dbus_connection_unregister_object (connection, id));
  serve (connection, "org.freedesktop.portal.FileChooser");
  g_assert_true (look (connection));

  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_test_dbus_stop (bus);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", own, TRUE);
}

static void
test_tell (HelperWork *fixture,
           gconstpointer data)
{
  AdwAlertDialog *alert;

  helper_work_show (fixture, adw_bin_new (), 700, 720);
  trinh_portals_tell_missing (GTK_WIDGET (fixture->window));
  helper_wait (50);
  alert = helper_get_alert (fixture);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "xdg-desktop-portal-gtk"));
  helper_click (helper_find (alert, GTK_TYPE_BUTTON, 0));
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add_func ("/portals/look", test_look);
  g_test_add ("/portals/tell", HelperWork, NULL, helper_work_set_up, test_tell, helper_work_tear_down);

  return g_test_run ();
}
