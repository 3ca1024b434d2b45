/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gmodule.h>
#include <locale.h>
#include <signal.h>

#include "trinh-cli.h"
#include "window.h"

/* The window is a module of its own: GTK and all that it loads would be most of a command's memory. It stays loaded,
 * and brings its own copy of the layers below, so nothing of them may be touched before. Not bound locally: GtkBuilder
 * looks for the functions of its types among what all the program sees. */
static TrinhWindowMain
load_window (void)
{
  const char *folder = g_getenv ("TRINHKY_MODULES"); /* a build that is not installed (meson devenv) */
  g_autofree char *path = g_build_filename (folder != NULL ? folder : MODULEDIR, TRINH_WINDOW_MODULE, NULL);
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY);
  gpointer entry = NULL;

  if (module != NULL && g_module_symbol (module, TRINH_WINDOW_ENTRY, &entry))
    return (TrinhWindowMain) entry;
  g_printerr ("trinhky: %s\n%s\n", _ ("The window cannot be opened: a part of the program is missing or damaged. Install the program again."), g_module_error ());

  return NULL;
}

static int
run_window (int argc,
            char **argv)
{
  TrinhWindowMain run = load_window ();

  return run != NULL ? run (argc, argv) : TRINH_WINDOW_FAILED;
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
