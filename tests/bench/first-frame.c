/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#define _GNU_SOURCE /* RTLD_NEXT */

#include "config.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <gtk/gtk.h>
#include <unistd.h>

/* Preloaded into any GTK program, this writes to the file named by FIRST_FRAME when the
 * first frame stands on the display: the monotonic clock in microseconds, the size of the
 * window, then /proc/self/status. The program itself knows nothing of being measured. */

typedef int (*RunFunc) (GApplication *application,
                        int argc,
                        char **argv);

static GdkSurface *painted;
static gboolean written;

/* Plain calls: what is measured is not to be moved by the measuring. */
static void
write_status (const char *path,
              gint64 now)
{
  char buffer[8192];
  int length = g_snprintf (buffer, sizeof buffer, "Time: %" G_GINT64_FORMAT "\nWindow: %d %d\n", now, gdk_surface_get_width (painted), gdk_surface_get_height (painted));
  int out = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  int status = open ("/proc/self/status", O_RDONLY | O_CLOEXEC);

  while (length > 0 && write (out, buffer, length) == length)
    length = read (status, buffer, sizeof buffer);
  close (status);
  close (out);
}

static gboolean
surface_render_cb (GSignalInvocationHint *hint,
                   guint n_values,
                   const GValue *values,
                   gpointer data)
{
  GdkSurface *surface = g_value_get_object (&values[0]);

  if (painted == NULL && GDK_IS_TOPLEVEL (surface))
    painted = surface;
  return painted == NULL;
}

static gboolean
after_paint_cb (GSignalInvocationHint *hint,
                guint n_values,
                const GValue *values,
                gpointer data)
{
  const char *path = g_getenv ("FIRST_FRAME");
  gint64 now;

  if (painted == NULL || written || gdk_surface_get_frame_clock (painted) != g_value_get_object (&values[0]))
    return !written;
  written = TRUE;
  /* The display has carried out all that was drawn. */
  gdk_display_sync (gdk_surface_get_display (painted));
  now = g_get_monotonic_time ();
  if (path != NULL)
    write_status (path, now);
  return FALSE;
}

static void
watch_frames (void)
{
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE));
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, surface_render_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_paint_cb, NULL, NULL);
}

int
g_application_run (GApplication *application,
                   int argc,
                   char **argv)
{
  RunFunc run = (RunFunc) (gpointer) dlsym (RTLD_NEXT, "g_application_run");

  watch_frames ();
  return run (application, argc, argv);
}
