/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "trinh-cli-private.h"
#include "trinh-session-draw.h"

#define OWN_PROGRAM "/proc/self/exe"

/* Only comes back when it could not. */
static int
become_completer (int descriptor,
                  const char *output)
{
  g_autofree char *number = g_strdup_printf ("%d", descriptor);
  char *const arguments[] = { (char *) "trinhky", (char *) TRINH_CLI_COMPLETE, number, (char *) output, NULL };

  execv (OWN_PROGRAM, arguments);
  g_printerr ("trinhky: %s: %s\n", _ ("The PDF file could not be completed"), g_strerror (errno));

  return TRINH_CLI_BAD_INPUT;
}

void
trinh_cli_advise_font (void)
{
  g_autofree char *advice = trinh_session_dup_font_advice ();

  if (advice != NULL)
    g_printerr ("trinhky: %s\n", advice);
}

int
trinh_cli_export_pdf (TrinhEvaluation *last,
                      TrinhExportFormat format,
                      const char *output)
{
  g_autoptr (GFile) target = g_str_equal (output, "-") ? NULL : g_file_new_for_commandline_arg (output);
  g_autoptr (GError) error = NULL;
  const int descriptor = trinh_session_draw_last (last, format, target, &error);

  if (descriptor < 0)
    return trinh_cli_fail (&error);
  trinh_cli_advise_font ();

  return become_completer (descriptor, output);
}
