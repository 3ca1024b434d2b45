/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "trinh-application.h"
#include "trinh-cli.h"

static gboolean
parse_options (int *argc,
               char ***argv,
               TrinhSession **session,
               GError **error)
{
  g_autofree char *database = NULL;
  g_auto (GStrv) data = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Another database"), "FILE" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &data, N_ ("More regimes, outlines, forms"), "DIR" },
    { 0 }
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("[FILE]");

  g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (options, argc, argv, error))
    return FALSE;

  *session = trinh_session_new (database, (const char *const *) data);

  return TRUE;
}

static int
run_window (int argc,
            char **argv)
{
  g_autoptr (TrinhSession) session = NULL;
  g_autoptr (TrinhApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_options (&argc, &argv, &session, &error))
    {
      g_printerr ("trinhky: %s\n%s\n", error->message, _ ("“trinhky --help” shows how it is used."));
      return TRINH_CLI_BAD_INPUT;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("trinhky: %s\n", _ ("There is no display to open a window on. Start it in a graphical session, or use a command: “trinhky --help”."));
      return TRINH_CLI_BAD_INPUT;
    }

  application = trinh_application_new (session);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

int
main (int argc,
      char **argv)
{
  /* A file that outgrows its limit is an error to be told, not an end halfway. */
  signal (SIGXFSZ, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (trinh_cli_is_command (argc, argv))
    return trinh_cli_run (argc, argv);

  return run_window (argc, argv);
}
