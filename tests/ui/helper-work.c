/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"

/* A slow machine at work on something else; what never comes is told before meson ends the test. */
#define LONGEST_WAIT (60 * G_USEC_PER_SEC)
/* Frames of what nobody sees never come. */
#define LONGEST_FRAME G_USEC_PER_SEC

void
helper_work_listen (void)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
}

void
helper_work_init (int *argc,
                  char ***argv)
{
  helper_init (argc, argv);
  trinh_session_use_all_formats ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

void
helper_work_set_up (HelperWork *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->session = helper_new_session (&self->folder);
  self->work = trinh_session_open_sample (self->session, &error);
  g_assert_no_error (error);
  self->report = trinh_work_get_report (self->work);
  self->evaluation = trinh_work_get_evaluation (self->work);
}

void
helper_work_set_up_tables (HelperWork *self,
                           gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "tables", NULL);
  g_autofree char *path = g_build_filename (folder, "bang.trinhky", NULL);
  g_autofree char *database = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("trinh-ui-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (self->folder, "test.db", NULL);
  self->session = trinh_session_new (database, (const char *const[]) { folder, NULL });
  self->work = trinh_session_open_file (self->session, file, &error);
  g_assert_no_error (error);
  self->report = trinh_work_get_report (self->work);
  self->evaluation = trinh_work_get_evaluation (self->work);
}

void
helper_work_set_up_sample (HelperWork *self,
                           gconstpointer data)
{
  g_autofree char *path = g_build_filename (trinh_data_folder_get (), "samples", data, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->session = helper_new_session (&self->folder);
  self->work = trinh_session_open_file (self->session, file, &error);
  g_assert_no_error (error);
  self->report = trinh_work_get_report (self->work);
  self->evaluation = trinh_work_get_evaluation (self->work);
}

static void
toast_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  g_set_str (&((HelperWork *) user_data)->toast, g_variant_get_string (parameter, NULL));
}

static void
go_to_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  g_set_str (&((HelperWork *) user_data)->place, g_variant_get_string (parameter, NULL));
}

static void
move_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  HelperWork *self = user_data;

  g_variant_get (parameter, "(ii)", &self->rows, &self->columns);
  self->n_moves++;
}

static void
add_actions (HelperWork *self,
             const char *prefix,
             const GActionEntry *entries,
             guint n)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, n, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), prefix, G_ACTION_GROUP (group));
}

void
helper_work_show (HelperWork *self,
                  GtkWidget *child,
                  int width,
                  int height)
{
  static const GActionEntry report[] = { { "go-to", go_to_cb, "s" } };
  static const GActionEntry win[] = { { "toast", toast_cb, "s" }, { "toast-undo", toast_cb, "s" } };
  static const GActionEntry form[] = { { "move", move_cb, "(ii)" } };

  self->window = GTK_WINDOW (adw_window_new ());
  add_actions (self, "report", report, G_N_ELEMENTS (report));
  add_actions (self, "win", win, G_N_ELEMENTS (win));
  add_actions (self, "form", form, G_N_ELEMENTS (form));
  gtk_window_set_default_size (self->window, width, height);
  adw_window_set_content (ADW_WINDOW (self->window), child);
  gtk_window_present (self->window);
  helper_wait (50);
}

void
helper_work_enter (HelperWork *self,
                   const char *address,
                   const char *text)
{
  g_autoptr (GError) error = NULL;

  trinh_work_enter_text (self->work, address, text, &error);
  g_assert_no_error (error);
}

void
helper_work_undo (HelperWork *self)
{
  g_autoptr (GError) error = NULL;

  trinh_report_undo (self->report, &error);
  g_assert_no_error (error);
}

const char *
helper_work_get_text (HelperWork *self,
                      const char *address)
{
  return trinh_value_get_text (trinh_report_get_value (self->report, address));
}

TrinhForm *
helper_work_get_form (HelperWork *self,
                      const char *id)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (self->report), id);

  g_assert_nonnull (form);

  return form;
}

void
helper_wait_until (HelperCondition condition,
                   gpointer user_data)
{
  const gint64 end = g_get_monotonic_time () + LONGEST_WAIT;

  while (!condition (user_data) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_true (condition (user_data));
}

static gboolean
count_frame (GtkWidget *window,
             GdkFrameClock *clock,
             gpointer n_left)
{
  return --*(int *) n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* What was asked of the display is answered, and what follows from it is laid out: that takes two frames. */
static void
wait_for_frames (GtkWidget *window)
{
  const gint64 end = g_get_monotonic_time () + LONGEST_FRAME;
  int n_left = 2;
  guint id;

  gdk_display_sync (gtk_widget_get_display (window));
  g_object_ref (window);
  id = gtk_widget_add_tick_callback (window, count_frame, &n_left, NULL);
  while (n_left > 0 && gtk_widget_get_mapped (window) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  if (n_left > 0)
    gtk_widget_remove_tick_callback (window, id);
  g_object_unref (window);
}

static void
wait_for_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next)
    g_object_ref (i->data);
  for (GList *i = windows; i != NULL; i = i->next)
    {
      if (gtk_widget_get_mapped (i->data))
        wait_for_frames (i->data);
      g_object_unref (i->data);
    }
}

void
helper_wait (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  gboolean over, idle;

  /* On a slow machine longer: what came due before the end is done. */
  do
    {
      over = g_get_monotonic_time () >= end;
      idle = !g_main_context_iteration (NULL, FALSE);
      if (idle && !over)
        g_usleep (1000);
    }
  while ((!over || !idle) && g_get_monotonic_time () < end + LONGEST_WAIT);
  wait_for_windows ();
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* The window may keep it until the next frame. */
void
helper_work_drop (HelperWork *self,
                  gpointer child)
{
  gpointer alive = child;

  gtk_window_set_focus (self->window, NULL);
  g_object_add_weak_pointer (child, &alive);
  adw_window_set_content (ADW_WINDOW (self->window), NULL);
  helper_wait_until (is_gone, &alive);
}

void
helper_let_go (gpointer object)
{
  gpointer alive = object;

  g_object_add_weak_pointer (object, &alive);
  g_object_unref (object);
  helper_wait_until (is_gone, &alive);
}

/* A thread that lays pages out may hold it for a moment. */
void
helper_work_tear_down (HelperWork *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->window != NULL)
    gtk_window_destroy (self->window);
  helper_settle ();
  trinh_work_flush (self->work, &error);
  g_assert_no_error (error);
  helper_settle ();
  helper_let_go (self->work);
  g_assert_finalize_object (self->session);
  helper_remove_folder (self->folder);
  g_free (self->toast);
  g_free (self->place);
}

guint
helper_count_found (gpointer widget,
                    GType type)
{
  guint n = 0;

  while (helper_find (widget, type, n) != NULL)
    n++;

  return n;
}

GtkButton *
helper_find_button (gpointer widget,
                    const char *label)
{
  GtkButton *button;

  for (guint i = 0; (button = helper_find (widget, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
      return button;

  return NULL;
}

gboolean
helper_has_label (gpointer widget,
                  const char *text)
{
  GtkLabel *label;

  for (guint i = 0; (label = helper_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_strcmp0 (gtk_label_get_text (label), text) == 0)
      return TRUE;

  return FALSE;
}

void
helper_click (gpointer button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  helper_settle ();
}

gboolean
helper_press (gpointer widget,
              guint key,
              GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; !stopped && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stopped);
    }

  return stopped;
}

AdwAlertDialog *
helper_get_alert (HelperWork *self)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window));

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));

  return ADW_ALERT_DIALOG (dialog);
}

void
helper_assert_spoken (gpointer widget,
                      GtkAccessibleProperty property,
                      const char *text)
{
  g_autofree char *found = gtk_test_accessible_check_property (widget, property, text);

  g_assert_cmpstr (found, ==, NULL);
}
