/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

static TrinhReport *
make_report_from (TrinhCliContext *context,
                  const char *regime,
                  const char *period,
                  const char *office,
                  const char *from,
                  GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (from);
  g_autoptr (TrinhReport) last = trinh_session_read_file (context->session, file, error);

  return last != NULL ? trinh_session_make_report_from (context->session, regime, period, office, last, error) : NULL;
}

int
trinh_cli_new (TrinhCliContext *context,
               int argc,
               char **argv)
{
  g_autofree char *regime = NULL;
  g_autofree char *period = NULL;
  g_autofree char *office = NULL;
  g_autofree char *from = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "regime", 0, 0, G_OPTION_ARG_STRING, &regime, N_ ("The regime’s id"), "R" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &period, N_ ("The period, such as 2022-H1"), "P" },
    { "office", 0, 0, G_OPTION_ARG_STRING, &office, N_ ("The office’s name"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("Begin from this earlier report: its texts and the figures of a day; regime and office are its own"), "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "FILE" },
    { 0 }
  };
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!trinh_cli_parse (context, NULL, entries, &argc, &argv, 0, 0))
    return TRINH_CLI_BAD_INPUT;
  if (period == NULL || output == NULL || (from == NULL && (regime == NULL || office == NULL)))
    return trinh_cli_usage (_ ("A new report needs --regime, --period, --office and -o; with --from only --period and -o."));

  report = from != NULL ? make_report_from (context, regime, period, office, from, &error)
                        : trinh_session_make_report (context->session, regime, period, office, &error);
  if (report == NULL)
    return trinh_cli_fail (&error);

  bytes = trinh_report_to_bytes (report);

  return trinh_cli_write (output, bytes);
}

static gboolean
find_format (const char *name,
             TrinhExportFormat *format)
{
  static const char *const names[] = { "pdf", "json", "tsv", "png", "docx", "xlsx" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/* @last: (transfer full) */
static int
export_to (TrinhEvaluation *last,
           TrinhExportFormat format,
           const char *output)
{
  g_autoptr (TrinhEvaluation) evaluation = last;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (format == TRINH_EXPORT_PDF || format == TRINH_EXPORT_FINAL_PDF)
    return trinh_cli_export_pdf (g_steal_pointer (&evaluation), format, output);

  if (format == TRINH_EXPORT_PNG)
    {
      file = g_file_new_for_commandline_arg (output);
      if (!trinh_session_export_file (evaluation, format, file, NULL, NULL, NULL, &error))
        return trinh_cli_fail (&error);
      trinh_cli_advise_font ();
      return TRINH_CLI_DONE;
    }

  bytes = trinh_session_export_last (g_steal_pointer (&evaluation), format, &error);
  if (bytes == NULL)
    return trinh_cli_fail (&error);

  return trinh_cli_write (output, bytes);
}

int
trinh_cli_export (TrinhCliContext *context,
                  int argc,
                  char **argv)
{
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  gboolean final = FALSE;
  g_auto (GStrv) history = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("pdf, docx, xlsx, json, tsv or png"), N_ ("FORMAT") },
    { "history", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &history, N_ ("A report of an earlier period"), "FILE" },
    { "final", 0, 0, G_OPTION_ARG_NONE, &final, N_ ("The PDF that will be signed: without the mark “DỰ THẢO”"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "OUT" },
    { 0 }
  };
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  TrinhExportFormat format;
  int status;

  if (!trinh_cli_parse (context, "FILE", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  if (!find_format (to, &format))
    return trinh_cli_usage (_ ("--to takes pdf, docx, xlsx, json, tsv or png in this version."));
  if (final && format != TRINH_EXPORT_PDF)
    return trinh_cli_usage (_ ("--final goes with --to pdf."));
  if (output == NULL)
    return trinh_cli_usage (_ ("Say with -o where to write."));
  if (format == TRINH_EXPORT_PNG && g_str_equal (output, "-"))
    return trinh_cli_usage (_ ("Pictures of pages are several files: give a file name with -o."));

  evaluation = trinh_cli_compute (context, argv[1], history, &status);
  if (evaluation == NULL)
    return status;

  /* Of the regimes nothing is needed any more. */
  g_clear_object (&context->session);

  return export_to (g_steal_pointer (&evaluation), final ? TRINH_EXPORT_FINAL_PDF : format, output);
}
