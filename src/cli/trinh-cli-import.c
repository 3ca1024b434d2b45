/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

/* What was not taken, so that nobody believes it was. Whether all was */
static gboolean
report_left_out (TrinhImport *import)
{
  gboolean all = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), i);
      const TrinhImportStatus status = trinh_import_item_get_status (item);

      if (status > TRINH_IMPORT_NOT_FOUND || trinh_import_item_get_take (item))
        continue;
      all = FALSE;
      g_printerr ("trinhky: %s: %s: “%s” %s %s\n", trinh_import_item_get_place (item), trinh_import_item_get_title (item), trinh_import_item_get_new (item), _ ("was not taken."), trinh_import_item_get_message (item));
    }

  return all;
}

/* What stays because the person has to say so, in the window: a table may be only partly filled in. */
static void
report_emptied (TrinhImport *import)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (import)); i++)
    {
      g_autoptr (TrinhImportItem) item = g_list_model_get_item (G_LIST_MODEL (import), i);

      if (trinh_import_item_get_status (item) == TRINH_IMPORT_EMPTIED)
        g_printerr (_ ("trinhky: %s: %s: %s The report keeps “%s”.\n"), trinh_import_item_get_place (item), trinh_import_item_get_title (item), trinh_import_item_get_message (item), trinh_import_item_get_old (item));
    }
}

static int
refuse_nothing (const char *table)
{
  g_printerr (_ ("trinhky: “%s” has no row of this report’s forms. Its first line must name the columns, such as “STT”, “Chỉ tiêu”, “Kết quả”.\n"), table);

  return TRINH_CLI_BAD_INPUT;
}

static int
write_report (TrinhEvaluation *evaluation,
              TrinhImport *import,
              const char *output)
{
  g_autoptr (TrinhEdit) edit = trinh_import_make_edit (import);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean all;
  int status;

  if (trinh_edit_get_n_changes (edit) > 0 && !trinh_report_apply (trinh_evaluation_get_report (evaluation), edit, &error))
    return trinh_cli_fail (&error);

  all = report_left_out (import);
  report_emptied (import);
  bytes = trinh_session_export_bytes (evaluation, TRINH_EXPORT_JSON, &error);
  if (bytes == NULL)
    return trinh_cli_fail (&error);
  status = trinh_cli_write (output, bytes);

  return status != TRINH_CLI_DONE || all ? status : TRINH_CLI_BAD_INPUT;
}

int
trinh_cli_import (TrinhCliContext *context,
                  int argc,
                  char **argv)
{
  g_autofree char *values = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "values", 0, 0, G_OPTION_ARG_FILENAME, &values, N_ ("The table: .xlsx, .xls, .ods, .csv or .tsv"), "TABLE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "OUT" },
    { 0 }
  };
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (TrinhImport) import = NULL;
  g_autoptr (GFile) table = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!trinh_cli_parse (context, "FILE", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  if (values == NULL || output == NULL)
    return trinh_cli_usage (_ ("Say with --values which table is imported, and with -o where the report goes."));

  evaluation = trinh_cli_evaluate (context, argv[1], NULL, &status);
  if (evaluation == NULL)
    return status;

  /* The choices that were made in the window count only where the database is named: a script says what it rests on. */
  table = g_file_new_for_commandline_arg (values);
  import = trinh_session_import_file (context->session, evaluation, table, context->database != NULL, &error);
  if (import == NULL)
    return trinh_cli_fail (&error);
  if (!trinh_import_get_finds_rows (import) && g_list_model_get_n_items (G_LIST_MODEL (import)) == trinh_import_count (import, TRINH_IMPORT_NOT_FOUND))
    {
      report_left_out (import);
      return refuse_nothing (values);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (import)) == 0)
    g_printerr (_ ("trinhky: “%s” holds no value; the report stays as it is.\n"), values);

  return write_report (evaluation, import, output);
}

int
trinh_cli_form_new (TrinhCliContext *context,
                    int argc,
                    char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *id = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The table: .xlsx, .xls, .ods, .csv or .tsv"), "TABLE" },
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("The form’s id, such as bm8"), "ID" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "FILE" },
    { 0 }
  };
  g_autoptr (GFile) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!trinh_cli_parse (context, "new", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  if (from == NULL || id == NULL || output == NULL)
    return trinh_cli_usage (_ ("A new form needs --from, --id and -o."));

  table = g_file_new_for_commandline_arg (from);
  bytes = trinh_session_make_form (context->session, table, id, &error);
  if (bytes == NULL)
    return trinh_cli_fail (&error);

  return trinh_cli_write (output, bytes);
}
