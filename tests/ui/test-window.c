/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <sqlite3.h>

#include "helper-work.h"
#include "trinh-application.h"
#include "trinh-dialogs.h"
#include "trinh-people-group.h"
#include "trinh-window.h"

typedef struct
{
  char *folder;
  TrinhSession *session;
  TrinhApplication *application;
  TrinhWindow *window;
} Fixture;

/* One application serves all: a second one on the same bus could not announce itself. */
static Fixture shared;

static void
set_up_application (void)
{
  g_autoptr (GError) error = NULL;

  shared.session = helper_new_session (&shared.folder);
  shared.application = trinh_application_new (shared.session);
  g_application_set_flags (G_APPLICATION (shared.application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (shared.application), NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down_application (void)
{
  g_clear_object (&shared.application);
  g_clear_object (&shared.session);
  helper_remove_folder (shared.folder);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  *fixture = shared;
  fixture->window = trinh_window_new (fixture->application, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  helper_wait (50);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  helper_wait (50);
}

static AdwAlertDialog *
get_alert (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));

  return ADW_ALERT_DIALOG (dialog);
}

/* What cannot be opened is named, and the window stays as it was. */
static void
test_open_error (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "no-report.trinhky", NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, "{ \"format\": 7", 13, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  trinh_window_open_file (fixture->window, file);
  helper_wait (30);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (fixture)), "no-report.trinhky"));
  g_assert_null (trinh_window_get_report_view (fixture->window));
  adw_dialog_force_close (ADW_DIALOG (get_alert (fixture)));
}

/* The same file twice changes nothing, and the window says so; what has been edited since stays. */
static void
test_twice (Fixture *fixture,
            gconstpointer data)
{
  static const char news[] = "The file has nothing new; the report has all of it.";
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", "ho-so-linh-vuc-2022-q2.trinhky", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  trinh_window_open_file (fixture->window, file);
  helper_wait (50);
  g_assert_false (helper_has_label (fixture->window, news));
  trinh_window_open_file (fixture->window, file);
  helper_wait (50);
  g_assert_true (helper_has_label (fixture->window, news));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* Opened, edited, and back at the start: everything is saved and the report's view goes. */
static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  TrinhReportView *view;
  g_autoptr (GError) error = NULL;
  gpointer alive;

  trinh_window_open_sample (fixture->window);
  helper_wait (50);
  view = trinh_window_get_report_view (fixture->window);
  g_assert_nonnull (view);
  trinh_work_enter_text (trinh_report_view_get_work (view), "bm1:2", "42,4", &error);
  g_assert_no_error (error);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (trinh_report_view_get_work (view)), "bm1:2")), ==, "63.6");

  alive = view;
  g_object_add_weak_pointer (G_OBJECT (view), &alive);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-start", NULL);
  helper_wait_until (is_gone, &alive);
  g_assert_null (trinh_window_get_report_view (fixture->window));
}

/* The report that is open is opened again: what is half typed there is in it. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  static const char *const words[] = { "Một ", "Hai " };

  trinh_window_open_sample (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      TrinhReportView *view = trinh_window_get_report_view (fixture->window);
      g_autofree char *id = g_strdup (trinh_report_get_id (trinh_work_get_report (trinh_report_view_get_work (view))));
      GtkTextView *text;
      TrinhReport *report;

      trinh_report_view_go_to (view, "s6");
      helper_wait (50);
      text = helper_find (view, GTK_TYPE_TEXT_VIEW, 0);
      gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (text), words[i], -1, TRUE);
      if (i == 0)
        trinh_window_open_stored (fixture->window, id);
      else
        trinh_window_open_sample (fixture->window);
      helper_wait (50);
      report = trinh_work_get_report (trinh_report_view_get_work (trinh_window_get_report_view (fixture->window)));
      g_assert_nonnull (strstr (trinh_section_get_text (trinh_report_find_section (report, "s6")), words[i]));
      g_assert_cmpuint (trinh_report_get_saved_revision (report), ==, trinh_report_get_revision (report));
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
    }
}

static const char *
get_dialog_name (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return dialog != NULL ? G_OBJECT_TYPE_NAME (dialog) : "none";
}

/* Ctrl+N makes what the page shown lists, else a report; an open dialog stays alone. */
static void
test_new (Fixture *fixture,
          gconstpointer data)
{
  static const struct
  {
    const char *place;
    const char *dialog;
  } cases[] = {
    { "documents", "TrinhDocumentDialog" },
    { "tasks", "TrinhTaskDialog" },
    { "bm1", "TrinhNewReportDialog" },
  };
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), "win.new");
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_cmpstr (accels[0], ==, "<Control>n");
  gtk_widget_activate_action (window, "win.new", NULL);
  g_assert_cmpstr (get_dialog_name (fixture), ==, "TrinhNewReportDialog");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  trinh_window_open_sample (fixture->window);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwDialog *dialog;

      helper_wait (50);
      trinh_report_view_go_to (trinh_window_get_report_view (fixture->window), cases[i].place);
      helper_wait (50);
      gtk_widget_activate_action (window, "win.new", NULL);
      g_assert_cmpstr (get_dialog_name (fixture), ==, cases[i].dialog);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      gtk_widget_activate_action (window, "win.new", NULL);
      g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == dialog);
      adw_dialog_force_close (dialog);
    }
}

/* The people's page begins at the people, also where it becomes a sheet. */
static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  static const int widths[] = { 1100, 370 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      TrinhWindow *window = trinh_window_new (fixture->application, fixture->session);
      AdwDialog *dialog;
      GtkWidget *group;

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
      gtk_window_present (GTK_WINDOW (window));
      helper_wait (50);
      trinh_preferences_dialog_present_page (window, "people");
      helper_wait (200);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      group = helper_find (dialog, TRINH_TYPE_PEOPLE_GROUP, 0);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == helper_get_child (group, "add_button"));
      adw_dialog_force_close (dialog);
      helper_wait (50);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* The store cannot write: closing asks, and staying keeps the window and the report. */
static void
test_unsaved (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.db", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *database = NULL;
  TrinhWork *work;

  trinh_window_open_sample (fixture->window);
  helper_wait (50);
  work = trinh_report_view_get_work (trinh_window_get_report_view (fixture->window));
  trinh_work_flush (work, &error);
  g_assert_no_error (error);

  /* Another program takes a table away. */
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 10000);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE journal RENAME TO taken", NULL, NULL, NULL), ==, SQLITE_OK);

  trinh_work_enter_text (work, "bm1:2", "42,4", &error);
  g_assert_no_error (error);
  gtk_window_close (GTK_WINDOW (fixture->window));
  helper_wait (50);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (get_alert (fixture)), ==, "stay");
  adw_dialog_force_close (ADW_DIALOG (get_alert (fixture)));
  helper_wait (30);
  g_assert_nonnull (trinh_window_get_report_view (fixture->window));
  g_assert_cmpint (trinh_work_get_saving (work), ==, TRINH_SAVING_FAILED);

  /* Mended, it is saved and closes. */
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE taken RENAME TO journal", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  trinh_work_retry (work);
  trinh_work_flush (work, &error);
  g_assert_no_error (error);
}

/* A second window, as after a start, shows what the first showed when it was closed, unless the person wants the start page. */
static void
test_restore (Fixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *report; /* NULL: the one that was open */
    gboolean wanted;
    gboolean restored;
  } cases[] = {
    { NULL, TRUE, TRUE },
    { NULL, FALSE, FALSE },
    { "", TRUE, FALSE },
    { "0f0e0d0c-0000-4000-8000-000000000000", TRUE, FALSE },
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *kept = NULL;

  trinh_window_open_sample (fixture->window);
  helper_wait (50);
  trinh_report_view_go_to (trinh_window_get_report_view (fixture->window), "bm3:1");
  gtk_window_close (GTK_WINDOW (fixture->window));
  helper_wait (50);
  kept = g_settings_get_string (settings, "last-report");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrinhReportView *view;

      g_settings_set_string (settings, "last-report", cases[i].report != NULL ? cases[i].report : kept);
      g_settings_set_boolean (settings, "reopen-last", cases[i].wanted);
      fixture->window = trinh_window_new (fixture->application, fixture->session);
      gtk_window_present (GTK_WINDOW (fixture->window));
      trinh_window_restore (fixture->window);
      helper_wait (50);
      view = trinh_window_get_report_view (fixture->window);
      g_assert_cmpint (view != NULL, ==, cases[i].restored);
      if (view != NULL)
        g_assert_cmpstr (trinh_report_view_get_place (view), ==, "bm3");
      if (i + 1 < G_N_ELEMENTS (cases))
        gtk_window_destroy (GTK_WINDOW (fixture->window));
      helper_wait (50);
    }
}

/* A database that this program cannot open, as one of a later version: what was open last is not forgotten over it. */
static void
test_no_store (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (TrinhSession) refused = NULL;
  GtkWindow *window;

  g_assert_true (g_file_set_contents (path, "This is no database, but it is long enough to look at its head.", -1, NULL));
  refused = trinh_session_new (path, NULL);
  g_settings_set_string (settings, "last-report", "0f0e0d0c-0000-4000-8000-000000000000");
  window = GTK_WINDOW (trinh_window_new (fixture->application, refused));
  gtk_window_present (window);
  helper_wait (50);
  gtk_window_close (window);
  helper_wait (50);
  kept = g_settings_get_string (settings, "last-report");
  g_assert_cmpstr (kept, ==, "0f0e0d0c-0000-4000-8000-000000000000");

  gtk_window_close (GTK_WINDOW (fixture->window));
  helper_wait (50);
  g_free (kept);
  kept = g_settings_get_string (settings, "last-report");
  g_assert_cmpstr (kept, ==, "");
  fixture->window = trinh_window_new (fixture->application, fixture->session);
}

#define ADD(path, function) g_test_add ("/ui/window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  int status;

  helper_work_init (&argc, &argv);
  set_up_application ();

  ADD ("open-error", test_open_error);
  ADD ("twice", test_twice);
  ADD ("sample", test_sample);
  ADD ("again", test_again);
  ADD ("new", test_new);
  ADD ("restore", test_restore);
  ADD ("no-store", test_no_store);
  ADD ("people", test_people);
  ADD ("unsaved", test_unsaved);

  status = g_test_run ();
  tear_down_application ();

  return status;
}
