/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gmodule.h>
#include <locale.h>
#include <signal.h>

#include "module.h"
#include "trinh-cli.h"

/* GTK and all that it loads would be most of a command's memory, and what signatures and spreadsheets need much of the
 * rest. A module stays loaded, and brings its own copy of the layers below, so nothing of them may be touched before. Not
 * bound locally: GtkBuilder looks for the functions of its types among what all the program sees. */
static TrinhModuleMain
load_module (const char *name,
             const char *symbol)
{
  const char *folder = g_getenv ("TRINHKY_MODULES"); /* a build that is not installed (meson devenv) */
  g_autofree char *path = g_build_filename (folder != NULL ? folder : MODULEDIR, name, NULL);
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY);
  gpointer entry = NULL;

  return module != NULL && g_module_symbol (module, symbol, &entry) ? (TrinhModuleMain) entry : NULL;
}

static int
run_window (int argc,
            char **argv)
{
  const TrinhModuleMain run = load_module (TRINH_WINDOW_MODULE, TRINH_WINDOW_ENTRY);

  if (run != NULL)
    return run (argc, argv);
  g_printerr ("trinhky: %s\n%s\n", _ ("The window cannot be opened: a part of the program is missing or damaged. Install the program again."), g_module_error ());

  return TRINH_MODULE_FAILED;
}

static int
run_module (const char *name,
            const char *symbol,
            int argc,
            char **argv)
{
  const TrinhModuleMain run = load_module (name, symbol);

  if (run != NULL)
    return run (argc, argv);
  g_printerr ("trinhky: %s\n%s\n", _ ("The command cannot run: a part of the program is missing or damaged. Install the program again."), g_module_error ());

  return TRINH_MODULE_FAILED;
}

static int
run_command (int argc,
             char **argv)
{
  if (trinh_cli_needs_module (argc, argv))
    return run_module (TRINH_COMMANDS_MODULE, TRINH_COMMANDS_ENTRY, argc, argv);

  return trinh_cli_run (argc, argv, NULL);
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

  if (argc == 4 && g_str_equal (argv[1], TRINH_CLI_COMPLETE))
    return run_module (TRINH_PDF_MODULE, TRINH_PDF_ENTRY, argc, argv);

  if (trinh_cli_is_command (argc, argv))
    return run_command (argc, argv);

  return run_window (argc, argv);
}
