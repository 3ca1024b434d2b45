/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-appearance.h"
#include "trinh-application.h"
#include "trinh-dialogs.h"
#include "trinh-kept-copy.h"
#include "trinh-portals.h"
#include "trinh-reminders.h"
#include "trinh-session-watch.h"
#include "trinh-signatures-page.h"
#include "trinh-start-actions.h"
#include "trinh-toolkit-words.h"

/* Nothing that is due is so urgent that the window should wait for it. */
#define REMINDERS_SECONDS 3
/* The database is checked when the window has long been drawn, and in one that stays open every day. */
#define CHECK_SECONDS 8
#define DAY_SECONDS (24 * 60 * 60)

struct _TrinhApplication
{
  AdwApplication parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhReminders *reminders; /* after the first frames */

  guint reminders_source;
  guint check_source;
};

G_DEFINE_FINAL_TYPE (TrinhApplication, trinh_application, ADW_TYPE_APPLICATION)

static TrinhWindow *
ensure_window (TrinhApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TRINH_IS_WINDOW (window) ? TRINH_WINDOW (window) : trinh_window_new (self, self->session);
}

static void
open_dialog_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhWindow) window = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    trinh_window_open_file (window, file);
}

static void
open_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  TrinhWindow *window = ensure_window (user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Reports (.trinhky, PDF)"));
  gtk_file_filter_add_suffix (filter, "trinhky");
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a report"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, open_dialog_cb, g_object_ref (window));
}

static void
new_report_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  trinh_new_report_dialog_present (ensure_window (user_data));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  trinh_preferences_dialog_present (ensure_window (user_data));
}

static void
preferences_page_action (GSimpleAction *action,
                         GVariant *parameter,
                         gpointer user_data)
{
  trinh_preferences_dialog_present_page (ensure_window (user_data), g_variant_get_string (parameter, NULL));
}

static void
check_signatures_action (GSimpleAction *action,
                         GVariant *parameter,
                         gpointer user_data)
{
  TrinhWindow *window = ensure_window (user_data);

  trinh_signatures_page_present (trinh_window_get_session (window), NULL, GTK_WIDGET (window));
}

static void
regimes_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  trinh_regimes_dialog_present (ensure_window (user_data));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  trinh_shortcuts_dialog_present (ensure_window (user_data));
}

static void
about_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  trinh_about_dialog_present (ensure_window (user_data));
}

static void
sample_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  trinh_window_open_sample (ensure_window (user_data));
}

static void
quit_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* The window may want to stay: something may be unsaved. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
show_due_action (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer user_data)
{
  TrinhApplication *self = user_data;
  TrinhWindow *window = ensure_window (self);
  g_autoptr (TrinhBoard) board = trinh_board_new (self->session, trinh_date_today ());

  gtk_window_present (GTK_WINDOW (window));
  trinh_board_complete (board);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      g_autoptr (TrinhBoardItem) item = g_list_model_get_item (G_LIST_MODEL (board), i);

      if (g_str_equal (trinh_board_item_get_key (item), g_variant_get_string (parameter, NULL)))
        {
          trinh_start_open_item (GTK_WIDGET (window), item);
          return;
        }
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-start", NULL);
}

static void
check_database_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer user_data)
{
  trinh_session_watch_store (TRINH_APPLICATION (user_data)->session);
}

static gboolean
check_again (gpointer user_data)
{
  trinh_session_watch_store (TRINH_APPLICATION (user_data)->session);

  return G_SOURCE_CONTINUE;
}

static gboolean
check_first (gpointer user_data)
{
  TrinhApplication *self = user_data;

  trinh_session_watch_store (self->session);
  self->check_source = g_timeout_add_seconds (DAY_SECONDS, check_again, self);

  return G_SOURCE_REMOVE;
}

static gboolean
start_reminders (gpointer user_data)
{
  TrinhApplication *self = user_data;

  self->reminders_source = 0;
  if (trinh_session_get_store (self->session, NULL) == NULL)
    return G_SOURCE_REMOVE;
  self->reminders = trinh_reminders_new (G_APPLICATION (self), self->session);
  trinh_reminders_start (self->reminders);

  return G_SOURCE_REMOVE;
}

static void
looked_for_portals_cb (GObject *object,
                       GAsyncResult *result,
                       gpointer user_data)
{
  g_autoptr (GtkApplication) application = user_data;
  GtkWindow *window = gtk_application_get_active_window (application);

  if (!trinh_portals_look_for_finish (G_DBUS_CONNECTION (object), result) && window != NULL)
    trinh_portals_tell_missing (GTK_WIDGET (window));
}

static void
look_for_portals (GApplication *application)
{
  GDBusConnection *connection = g_application_get_dbus_connection (application);

  if (connection != NULL && trinh_portals_are_needed ())
    trinh_portals_look_for (connection, looked_for_portals_cb, g_object_ref (application));
}

static void
trinh_application_activate (GApplication *application)
{
  const gboolean first = gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL;
  TrinhWindow *window = ensure_window (TRINH_APPLICATION (application));

  if (first)
    trinh_window_restore (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
trinh_application_open (GApplication *application,
                        GFile **files,
                        int n_files,
                        const char *hint)
{
  TrinhWindow *window = ensure_window (TRINH_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    trinh_window_open_file (window, files[i]);
}

static void
add_accelerators (GtkApplication *application)
{
  gtk_application_set_accels_for_action (application, "win.new", (const char *[]) { "<Control>n", NULL });
  gtk_application_set_accels_for_action (application, "app.open", (const char *[]) { "<Control>o", NULL });
  gtk_application_set_accels_for_action (application, "app.preferences", (const char *[]) { "<Control>comma", NULL });
  gtk_application_set_accels_for_action (application, "app.shortcuts", (const char *[]) { "<Control>question", NULL });
  gtk_application_set_accels_for_action (application, "app.quit", (const char *[]) { "<Control>q", NULL });
}

static void
trinh_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new-report", new_report_action },
    { "open", open_action },
    { "sample", sample_action },
    { "preferences", preferences_action },
    { "preferences-page", preferences_page_action, "s" },
    { "regimes", regimes_action },
    { "check-signatures", check_signatures_action },
    { "check-database", check_database_action },
    { "shortcuts", shortcuts_action },
    { "about", about_action },
    { "show-due", show_due_action, "s" },
    { "quit", quit_action },
  };

  G_APPLICATION_CLASS (trinh_application_parent_class)->startup (application);

  trinh_toolkit_words_complete ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  add_accelerators (GTK_APPLICATION (application));
  trinh_appearance_follow ();
  trinh_kept_copies_clear ();
  look_for_portals (application);
  TRINH_APPLICATION (application)->reminders_source = g_timeout_add_seconds (REMINDERS_SECONDS, start_reminders, application);
  TRINH_APPLICATION (application)->check_source = g_timeout_add_seconds (CHECK_SECONDS, check_first, application);
}

/* What finds nothing any more that could be shown need not be waited for. */
static void
trinh_application_shutdown (GApplication *application)
{
  trinh_session_cancel_watch (TRINH_APPLICATION (application)->session);

  G_APPLICATION_CLASS (trinh_application_parent_class)->shutdown (application);
}

static void
trinh_application_dispose (GObject *object)
{
  TrinhApplication *self = TRINH_APPLICATION (object);

  g_clear_handle_id (&self->reminders_source, g_source_remove);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->reminders);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trinh_application_parent_class)->dispose (object);
}

static void
trinh_application_class_init (TrinhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_application_dispose;
  application_class->startup = trinh_application_startup;
  application_class->shutdown = trinh_application_shutdown;
  application_class->activate = trinh_application_activate;
  application_class->open = trinh_application_open;
}

static void
trinh_application_init (TrinhApplication *self)
{
}

TrinhApplication *
trinh_application_new (TrinhSession *session)
{
  TrinhApplication *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/trinhky/TrinhKy",
                       NULL);
  g_set_object (&self->session, session);

  return self;
}

TrinhSession *
trinh_application_get_session (TrinhApplication *self)
{
  g_return_val_if_fail (TRINH_IS_APPLICATION (self), NULL);

  return self->session;
}
