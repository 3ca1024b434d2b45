/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What the desktop is told, day by day: the test is the desktop. The regime "tan-ky-2023" has Q1, H1, Q3 and the year,
 * due on 28/2, 28/5, 28/8 and 28/11. */

#include "config.h"

#include "helper.h"
#include "trinh-reminders.h"

#define REGIME "tan-ky-2023"
#define WAIT_SECONDS 60

typedef struct
{
  char *folder;
  TrinhSession *session;
  GApplication *application;
  TrinhReminders *reminders;
  GDBusConnection *bus;
  guint object;
  GString *told; /* since it was last looked at */
  gboolean reached;
} Fixture;

static const char interface[] =
  "<node><interface name='org.gtk.Notifications'>"
  "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
  "<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
  "</interface></node>";

static void
take_added (Fixture *fixture,
            const char *id,
            GVariant *notification)
{
  const char *title = NULL;
  const char *action = NULL;

  g_variant_lookup (notification, "title", "&s", &title);
  g_variant_lookup (notification, "default-action", "&s", &action);
  g_assert_cmpstr (action, ==, "app.show-due");
  g_string_append_printf (fixture->told, "%s%s; ", g_str_equal (id, "reminder-summary") ? "all: " : "", title);
}

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface_name,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GVariant) notification = NULL;
  const char *id;

  g_variant_get_child (arguments, 1, "&s", &id);
  if (g_str_equal (id, "marker"))
    fixture->reached = TRUE;
  else if (g_str_equal (method, "AddNotification"))
    {
      notification = g_variant_get_child_value (arguments, 2);
      take_added (fixture, id, notification);
    }
  else
    g_string_append_printf (fixture->told, "withdrawn%s; ", g_str_equal (id, "reminder-summary") ? " all" : "");
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* The desktop's part of org.gtk.Notifications */
static void
own_desktop (Fixture *fixture)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface, &error);
  g_autoptr (GVariant) reply = NULL;

  g_assert_no_error (error);
  fixture->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->object = g_dbus_connection_register_object (fixture->bus, "/org/gtk/Notifications", info->interfaces[0], &table, fixture, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", "org.gtk.Notifications", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
expect_from (Fixture *fixture,
             const char *from)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (fixture->session);
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (GError) error = NULL;

  trinh_board_settings_set_from (settings, office, REGIME, helper_day (from));
  g_assert_true (trinh_session_set_board_settings (fixture->session, settings, &error));
  g_assert_no_error (error);
}

static void
set_reason (Fixture *fixture,
            const char *name,
            const char *reason)
{
  const TrinhBoardTerm term = { .reason = reason };
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse (name, &period, NULL));
  g_assert_true (trinh_session_set_term (fixture->session, office, REGIME, period, &term, &error));
  g_assert_no_error (error);
  /* The board follows in an idle moment. */
  helper_settle ();
}

static void
set_days (guint days)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_set_uint (settings, "reminder-days", days);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GError) error = NULL;

  g_settings_reset (settings, "reminder-days");
  g_settings_reset (settings, "reminders-told");
  fixture->told = g_string_new (NULL);
  own_desktop (fixture);
  fixture->session = helper_new_session (&fixture->folder);
  fixture->application = g_application_new ("io.github.trinhky.TestReminders", G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (fixture->application, NULL, &error));
  g_assert_no_error (error);
  fixture->reminders = trinh_reminders_new (fixture->application, fixture->session);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->reminders);
  g_assert_finalize_object (fixture->application);
  g_assert_finalize_object (fixture->session);
  g_dbus_connection_unregister_object (fixture->bus, fixture->object);
  g_object_unref (fixture->bus);
  g_string_free (fixture->told, TRUE);
  helper_remove_folder (fixture->folder);
}

/* One message comes after the other: with the marker all that was told before it is there. */
static void
assert_told (Fixture *fixture,
             const char *today,
             const char *expected)
{
  const gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  g_autoptr (GNotification) marker = g_notification_new ("marker");

  trinh_reminders_check (fixture->reminders, helper_day (today));
  fixture->reached = FALSE;
  g_application_send_notification (fixture->application, "marker", marker);
  while (!fixture->reached && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (fixture->reached);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

/* From three days before the deadline on, once a day, and after it until it is done */
static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  expect_from (fixture, "2023-01-01");
  assert_told (fixture, "2023-02-24", "");
  assert_told (fixture, "2023-02-25", "Report for Quý I năm 2023: 3 days left; ");
  assert_told (fixture, "2023-02-25", "");
  assert_told (fixture, "2023-02-28", "Report for Quý I năm 2023: Due today; ");
  assert_told (fixture, "2023-03-01", "Report for Quý I năm 2023: 1 day overdue; ");
}

/* The program was ended and started again on the same day. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  expect_from (fixture, "2023-01-01");
  assert_told (fixture, "2023-02-27", "Report for Quý I năm 2023: Due tomorrow; ");
  g_assert_finalize_object (fixture->reminders);
  fixture->reminders = trinh_reminders_new (fixture->application, fixture->session);
  assert_told (fixture, "2023-02-27", "");
  assert_told (fixture, "2023-02-28", "Report for Quý I năm 2023: Due today; ");

  /* What the desktop still shows goes also when the report was done before the program was started again. */
  g_assert_finalize_object (fixture->reminders);
  set_reason (fixture, "2023-Q1", "Sáp nhập xã");
  fixture->reminders = trinh_reminders_new (fixture->application, fixture->session);
  assert_told (fixture, "2023-02-28", "withdrawn; withdrawn all; ");
}

static void
test_withdrawn (Fixture *fixture,
                gconstpointer data)
{
  expect_from (fixture, "2023-01-01");
  assert_told (fixture, "2023-02-28", "Report for Quý I năm 2023: Due today; ");
  set_reason (fixture, "2023-Q1", "Sáp nhập xã");
  assert_told (fixture, "2023-02-28", "withdrawn; withdrawn all; ");
  assert_told (fixture, "2023-03-01", "");
  set_reason (fixture, "2023-Q1", NULL);
  assert_told (fixture, "2023-03-01", "Report for Quý I năm 2023: 1 day overdue; ");
}

/* Three each by itself, four in one */
static void
test_summary (Fixture *fixture,
              gconstpointer data)
{
  expect_from (fixture, "2023-01-01");
  assert_told (fixture, "2023-09-01", "Report for Quý I năm 2023: 185 days overdue; Report for 6 tháng đầu năm 2023: 96 days overdue; Report for Quý III năm 2023: 4 days overdue; ");
  assert_told (fixture, "2023-11-29", "all: 4 reports are due or overdue; ");
}

/* 0 reminds of nothing and takes away what is shown; 7 reminds earlier. */
static void
test_setting (Fixture *fixture,
              gconstpointer data)
{
  expect_from (fixture, "2023-01-01");
  set_days (0);
  assert_told (fixture, "2023-02-28", "");
  set_days (7);
  assert_told (fixture, "2023-02-20", "");
  assert_told (fixture, "2023-02-21", "Report for Quý I năm 2023: 7 days left; ");
  set_days (0);
  assert_told (fixture, "2023-02-21", "withdrawn; withdrawn all; ");
}

#define ADD(name, func) g_test_add ("/reminders/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  ADD ("days", test_days);
  ADD ("again", test_again);
  ADD ("withdrawn", test_withdrawn);
  ADD ("summary", test_summary);
  ADD ("setting", test_setting);

  return g_test_run ();
}
