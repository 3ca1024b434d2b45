/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "trinh-cli-private.h"

static const GOptionEntry *
make_common (TrinhCliContext *context,
             GOptionEntry *entries)
{
  entries[0] = (GOptionEntry) { "database", 0, 0, G_OPTION_ARG_FILENAME, &context->database, N_ ("Another database"), "FILE" };
  entries[1] = (GOptionEntry) { "data", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &context->data, N_ ("More regimes, outlines, forms"), "DIR" };

  return entries;
}

gboolean
trinh_cli_parse (TrinhCliContext *context,
                 const char *synopsis,
                 const GOptionEntry *entries,
                 int *argc,
                 char ***argv,
                 int least,
                 int most)
{
  GOptionEntry common[3] = { 0 };
  g_autoptr (GOptionContext) options = g_option_context_new (synopsis);
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, make_common (context, common), GETTEXT_PACKAGE);

  if (!g_option_context_parse (options, argc, argv, &error))
    {
      trinh_cli_usage (error->message);
      return FALSE;
    }
  if (*argc - 1 < least || *argc - 1 > most)
    {
      g_autofree char *help = g_option_context_get_help (options, TRUE, NULL);

      g_printerr ("%s", help);
      return FALSE;
    }

  context->session = trinh_session_new (context->database, (const char *const *) context->data);

  return TRUE;
}

int
trinh_cli_fail (GError **error)
{
  const gboolean writing = g_error_matches (*error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_WRITE) ||
                           g_error_matches (*error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_MAKE);

  g_printerr ("trinhky: %s\n", (*error)->message);
  g_clear_error (error);

  return writing ? TRINH_CLI_CANNOT_WRITE : TRINH_CLI_BAD_INPUT;
}

int
trinh_cli_usage (const char *message)
{
  g_printerr ("trinhky: %s\n%s\n", message, _ ("“trinhky --help” shows how it is used."));

  return TRINH_CLI_BAD_INPUT;
}

gboolean
trinh_cli_read_year (const char *text,
                     guint *year)
{
  g_autofree char *today = trinh_date_to_string (trinh_date_today ());
  TrinhPeriod period;

  if (text == NULL)
    {
      *year = (guint) g_ascii_strtoull (today, NULL, 10);
      return TRUE;
    }
  if (!trinh_period_parse (text, &period, NULL) || period.kind != TRINH_PERIOD_YEAR)
    {
      trinh_cli_usage (_ ("Write the year after --year with four digits, such as 2023."));
      return FALSE;
    }
  *year = period.year;

  return TRUE;
}

static int
write_standard_output (const char *data,
                       gsize size)
{
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRINH_CLI_DONE;

  g_printerr ("trinhky: %s: %s\n", _ ("Standard output could not be written"), g_strerror (errno));

  return TRINH_CLI_CANNOT_WRITE;
}

int
trinh_cli_write (const char *output,
                 GBytes *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (output, "-"))
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      return write_standard_output (data, size);
    }

  file = g_file_new_for_commandline_arg (output);

  return trinh_session_write_file (file, bytes, &error) ? TRINH_CLI_DONE : trinh_cli_fail (&error);
}

int
trinh_cli_write_text (const char *text)
{
  return write_standard_output (text, strlen (text));
}

int
trinh_cli_write_json (JsonNode *node)
{
  g_autofree char *text = trinh_json_to_text (node);

  return trinh_cli_write_text (text);
}

/* Results are another edition's then; whoever reads them should know. */
static void
tell_edition (TrinhReport *report,
              const char *path)
{
  const char *made_with = trinh_report_get_other_version (report);
  g_autofree char *message = NULL;

  if (made_with == NULL)
    return;
  message = g_strdup_printf (_ ("%s was made with another edition of its regime (version %s), which is not here; version %s is used."), path, made_with, trinh_regime_get_version (trinh_report_get_regime (report)));
  g_printerr ("trinhky: %s\n", message);
}

static TrinhReport *
read_report (TrinhCliContext *context,
             const char *path,
             int *status)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  TrinhReport *report = trinh_session_read_file (context->session, file, &error);

  if (report == NULL)
    *status = trinh_cli_fail (&error);
  else
    tell_edition (report, path);

  return report;
}

static TrinhEvaluation *
evaluate (TrinhCliContext *context,
          const char *path,
          char **history,
          TrinhEvaluation *(*make) (TrinhReport *report),
          int *status)
{
  g_autoptr (GPtrArray) earlier = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrinhReport) report = read_report (context, path, status);
  g_autoptr (TrinhEvaluation) evaluation = NULL;

  if (report == NULL)
    return NULL;

  for (guint i = 0; history != NULL && history[i] != NULL; i++)
    {
      TrinhReport *past = read_report (context, history[i], status);

      if (past == NULL)
        return NULL;
      g_ptr_array_add (earlier, past);
    }

  evaluation = make (report);
  trinh_evaluation_set_today (evaluation, trinh_date_today ());
  trinh_evaluation_set_history (evaluation, earlier);

  return g_steal_pointer (&evaluation);
}

TrinhEvaluation *
trinh_cli_evaluate (TrinhCliContext *context,
                    const char *path,
                    char **history,
                    int *status)
{
  return evaluate (context, path, history, trinh_evaluation_new, status);
}

TrinhEvaluation *
trinh_cli_compute (TrinhCliContext *context,
                   const char *path,
                   char **history,
                   int *status)
{
  return evaluate (context, path, history, trinh_evaluation_new_figures, status);
}
