/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "helper.h"
#include "trinh-worker.h"

static void
finish_threads (void)
{
  trinh_worker_finish (60000);
}

void
helper_init (int *argc,
             char ***argv)
{
  /* run-with-display.sh has made the folders already; without the system's data there is no loader for icons. */
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  atexit (finish_threads);
}

TrinhSession *
helper_new_session (char **folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;

  *folder = g_dir_make_tmp ("trinh-ui-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (*folder, "test.db", NULL);

  return trinh_session_new (database, NULL);
}

void
helper_remove_folder (char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

guint32
helper_day (const char *text)
{
  guint32 julian;

  g_assert_true (trinh_date_parse (text, &julian));

  return julian;
}

void
helper_count (guint *counter)
{
  (*counter)++;
}

void
helper_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

GtkWindow *
helper_show (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  helper_settle ();

  return GTK_WINDOW (window);
}

/* The dialog may wait for a frame before it is gone: a bounded wait. */
static gboolean
wait_for_end (gpointer *dialog)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (*dialog != NULL && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);

  return *dialog == NULL;
}

void
helper_finalize_dialog (AdwDialog *dialog)
{
  GtkWindow *window = helper_show (adw_bin_new ());
  gpointer alive = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  helper_settle ();
  adw_dialog_close (dialog);
  g_assert_true (wait_for_end (&alive));
  gtk_window_destroy (window);
}

gpointer
helper_get_child (gpointer widget,
                  const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return child;
}

static gpointer
find (GtkWidget *widget,
      GType type,
      guint *position)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*position)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
helper_find (gpointer widget,
             GType type,
             guint position)
{
  return find (widget, type, &position);
}
