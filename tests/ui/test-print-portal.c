/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <gio/gunixfdlist.h>
#include <gio/gunixinputstream.h>
#include <string.h>

#include "helper-work.h"
#include "trinh-pdf-letters.h"
#include "trinh-pdf.h"
#include "trinh-preview-page-private.h"

/* The print portal of a desktop, whose dialog is answered at once: it says which pages, and keeps what it is given. In a
 * thread, as GTK asks it while nothing else runs in this one. */
typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GVariant *answer; /* of the dialog */
  GBytes *printed;
  int ready;
  int done;
} Portal;

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define TOKEN 7

static const char interface_text[] = "<node><interface name='org.freedesktop.portal.Print'>"
                                     "<method name='PreparePrint'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                                     "<arg type='a{sv}' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
                                     "<method name='Print'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='in'/>"
                                     "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
                                     "<property name='version' type='u' access='read'/></interface></node>";

static void
read_printed (Portal *self,
              GDBusMethodInvocation *invocation)
{
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (g_unix_fd_list_get (list, 0, &error), TRUE);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  self->printed = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

/* What a request is answered with comes as a signal of its own, after its name, and to the one who asked: GTK listens for no
 * other. */
static void
answer (GDBusConnection *connection,
        GDBusMethodInvocation *invocation,
        GVariant *options,
        GVariant *results)
{
  g_autofree char *asker = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  g_autofree char *sender = g_strdelimit (g_strdup (asker + 1), ".", '_');
  g_autofree char *path = NULL;
  const char *token = "none";

  g_variant_lookup (options, "handle_token", "&s", &token);
  path = g_strdup_printf ("%s/request/%s/%s", PORTAL_PATH, sender, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_dbus_connection_emit_signal (connection, asker, path, "org.freedesktop.portal.Request", "Response", g_variant_new ("(u@a{sv})", 0, results), NULL);
}

static void
method_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  Portal *self = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);

  if (g_str_equal (method, "PreparePrint"))
    {
      answer (connection, invocation, options, self->answer);
      return;
    }

  read_printed (self, invocation);
  answer (connection, invocation, options, g_variant_new ("a{sv}", NULL));
  g_atomic_int_set (&self->done, TRUE);
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
  return g_variant_new_uint32 (3);
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable table = { method_cb, property_cb };
  Portal *self = data;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  node = g_dbus_node_info_new_for_xml (interface_text, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, PORTAL_PATH, node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", PORTAL_NAME, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&self->ready, TRUE);
  g_main_loop_run (self->loop);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static gboolean
is_set (gpointer user_data)
{
  return g_atomic_int_get ((int *) user_data);
}

/* @ranges: pages from 0, as the dialog's person chose them */
static void
portal_start (Portal *self,
              GtkPageRange *ranges,
              guint n_ranges)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GVariantDict dict;

  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, ranges, (int) n_ranges);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "settings", gtk_print_settings_to_gvariant (settings));
  g_variant_dict_insert_value (&dict, "page-setup", gtk_page_setup_to_gvariant (setup));
  g_variant_dict_insert (&dict, "token", "u", TOKEN);
  self->answer = g_variant_ref_sink (g_variant_dict_end (&dict));
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("portal", serve, self);
  helper_wait_until (is_set, &self->ready);
}

static void
portal_stop (Portal *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_variant_unref (self->answer);
  g_bytes_unref (self->printed);
}

static char *
dup_text (GPtrArray *pages,
          guint page)
{
  GArray *letters = g_ptr_array_index (pages, page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (text, g_array_index (letters, TrinhPdfLetter, i).letter);

  return g_string_free_and_steal (text);
}

static gboolean
has_pages (gpointer user_data)
{
  const TrinhPreviewPage *page = user_data;

  return page->pages != NULL && !page->stale;
}

/* Prints those pages of the fixture's report. Returns the letters of what came out; @expected: (out): those of the file */
static GPtrArray *
print (HelperWork *fixture,
       GtkPageRange *ranges,
       guint n_ranges,
       GPtrArray **expected)
{
  GtkWidget *page = trinh_preview_page_new ();
  Portal portal = { 0 };
  GPtrArray *printed;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  portal_start (&portal, ranges, n_ranges);
  trinh_report_page_set_work (TRINH_REPORT_PAGE (page), fixture->work);
  helper_work_show (fixture, page, 900, 700);
  helper_wait_until (has_pages, page);
  trinh_preview_page_print (TRINH_PREVIEW_PAGE (page));
  helper_wait_until (is_set, &portal.done);
  file = trinh_pdf_render (TRINH_PREVIEW_PAGE (page)->pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  printed = trinh_pdf_list_letters (portal.printed, NULL, &error);
  g_assert_no_error (error);
  *expected = trinh_pdf_list_letters (file, NULL, &error);
  g_assert_no_error (error);
  helper_work_drop (fixture, page);
  portal_stop (&portal);
  return printed;
}

/* The pages that were chosen reach the printer, no others, and they are the same pages as those of the file. */
static void
test_ranges (HelperWork *fixture,
             gconstpointer data)
{
  GtkPageRange ranges[] = { { 0, 0 }, { 2, 3 } };
  const guint chosen[] = { 0, 2, 3 };
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (GPtrArray) printed = print (fixture, ranges, G_N_ELEMENTS (ranges), &expected);

  g_assert_cmpuint (expected->len, >, 4);
  g_assert_cmpuint (printed->len, ==, G_N_ELEMENTS (chosen));
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autofree char *text = dup_text (printed, i);
      g_autofree char *other = dup_text (expected, chosen[i]);

      g_assert_cmpuint (strlen (text), >, 100);
      g_assert_cmpstr (text, ==, other);
    }
}

/* The letter that stands furthest to the right */
static double
get_right (GArray *letters)
{
  double right = 0;

  for (guint i = 0; i < letters->len; i++)
    right = MAX (right, g_array_index (letters, TrinhPdfLetter, i).x);
  return right;
}

static void
assert_same_places (GArray *printed,
                    GArray *expected)
{
  g_assert_cmpuint (printed->len, ==, expected->len);
  for (guint i = 0; i < printed->len; i++)
    {
      const TrinhPdfLetter *letter = &g_array_index (printed, TrinhPdfLetter, i);
      const TrinhPdfLetter *other = &g_array_index (expected, TrinhPdfLetter, i);

      g_assert_cmpint (letter->letter, ==, other->letter);
      g_assert_cmpfloat_with_epsilon (letter->x, other->x, 0.5);
      g_assert_cmpfloat_with_epsilon (letter->y, other->y, 0.5);
    }
}

/* An upright page and one that lies on its side: nothing is turned, moved or made smaller. */
static void
test_landscape (HelperWork *fixture,
                gconstpointer data)
{
  GtkPageRange ranges[] = { { 0, 1 } };
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (GPtrArray) printed = print (fixture, ranges, G_N_ELEMENTS (ranges), &expected);

  g_assert_cmpuint (printed->len, ==, 2);
  g_assert_cmpuint (expected->len, ==, 2);
  g_assert_cmpfloat (get_right (printed->pdata[0]), <, 595);
  g_assert_cmpfloat (get_right (printed->pdata[1]), >, 700);
  for (guint i = 0; i < printed->len; i++)
    assert_same_places (printed->pdata[i], expected->pdata[i]);
}

int
main (int argc,
      char *argv[])
{
  /* Against run-with-display.sh, which keeps other tests from the desktop's portals */
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/print-portal/ranges", HelperWork, NULL, helper_work_set_up, test_ranges, helper_work_tear_down);
  g_test_add ("/ui/print-portal/landscape", HelperWork, "ho-so-linh-vuc-2022-q2.trinhky", helper_work_set_up_sample, test_landscape, helper_work_tear_down);

  return g_test_run ();
}
