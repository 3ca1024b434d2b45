/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gmodule.h>
#include <unistd.h>

#include "module.h"
#include "trinh-application.h"
#include "trinh-worker.h"

/* How long the end waits for threads that still work, in milliseconds */
#define THREADS_LIMIT 10000

static gboolean
parse_options (int *argc,
               char ***argv,
               TrinhSession **session,
               gboolean *service,
               gboolean *apart,
               GError **error)
{
  g_autofree char *database = NULL;
  g_auto (GStrv) data = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Another database"), "FILE" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &data, N_ ("More regimes, outlines, forms"), "DIR" },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, service, NULL, NULL },
    { 0 }
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("[FILE]");

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, argc, argv, error))
    return FALSE;

  *apart = database != NULL || data != NULL;
  *session = trinh_session_new (database, (const char *const *) data);

  return TRUE;
}

G_MODULE_EXPORT int
trinh_window_main (int argc,
                   char **argv)
{
  g_autoptr (TrinhSession) session = NULL;
  g_autoptr (TrinhApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  gboolean service = FALSE;
  gboolean apart = FALSE;
  int status;

  if (!parse_options (&argc, &argv, &session, &service, &apart, &error))
    {
      g_printerr ("trinhky: %s\n%s\n", error->message, _ ("“trinhky --help” shows how it is used."));
      return TRINH_MODULE_FAILED;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("trinhky: %s\n", _ ("There is no display to open a window on. Start it in a graphical session, or use a command: “trinhky --help”."));
      return TRINH_MODULE_FAILED;
    }

  trinh_session_use_all_formats ();
  application = trinh_application_new (session);
  /* Started by the session bus: a click on a notification, or a file manager, says what to show. */
  if (service)
    g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_IS_SERVICE);
  /* The window that is open already has a database and data of its own. */
  if (apart)
    g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);

  status = g_application_run (G_APPLICATION (application), argc, argv);
  /* A token may keep its thread longer than anybody waits; the libraries are left standing under it then. */
  if (!trinh_worker_finish (THREADS_LIMIT))
    _exit (status);

  return status;
}
