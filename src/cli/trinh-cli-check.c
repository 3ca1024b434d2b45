/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

static const char *
get_place (TrinhFinding *finding)
{
  const char *const *subjects = trinh_finding_get_subjects (finding);

  if (subjects != NULL && subjects[0] != NULL)
    return subjects[0];

  return trinh_finding_get_section (finding) != NULL ? trinh_finding_get_section (finding) : "";
}

static void
append_finding (GString *text,
                TrinhFinding *finding)
{
  g_string_append_printf (text, "%s\t%s\t%s", trinh_severity_get_name (trinh_finding_get_severity (finding)), get_place (finding), trinh_finding_get_message (finding));
  if (trinh_finding_get_acknowledged (finding))
    g_string_append_printf (text, " (%s: %s)", _ ("explained"), trinh_finding_get_explanation (finding));
  g_string_append_c (text, '\n');
}

static guint
count_layout (GPtrArray *layout,
              TrinhSeverity severity)
{
  guint n = 0;

  for (guint i = 0; layout != NULL && i < layout->len; i++)
    n += trinh_finding_get_severity (layout->pdata[i]) == severity;
  return n;
}

static char *
describe (TrinhEvaluation *evaluation,
          GPtrArray *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);

      append_finding (text, finding);
    }
  for (guint i = 0; layout != NULL && i < layout->len; i++)
    append_finding (text, layout->pdata[i]);

  g_string_append_printf (text, _ ("%u errors, %u warnings, %u hints"), trinh_evaluation_get_n_errors (evaluation) + count_layout (layout, TRINH_SEVERITY_ERROR), trinh_evaluation_get_n_warnings (evaluation) + count_layout (layout, TRINH_SEVERITY_WARNING), trinh_evaluation_get_n_infos (evaluation) + count_layout (layout, TRINH_SEVERITY_INFO));
  g_string_append_c (text, '\n');

  return g_string_free_and_steal (text);
}

static int
print (TrinhEvaluation *evaluation,
       GPtrArray *layout,
       gboolean json)
{
  g_autofree char *text = NULL;

  if (json)
    {
      g_autoptr (JsonNode) node = trinh_session_findings_to_json (evaluation, layout);

      return trinh_cli_write_json (node);
    }

  text = describe (evaluation, layout);

  return trinh_cli_write_text (text);
}

int
trinh_cli_check (TrinhCliContext *context,
                 int argc,
                 char **argv)
{
  gboolean json = FALSE;
  gboolean with_pages = FALSE;
  g_auto (GStrv) history = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { "pages", 0, 0, G_OPTION_ARG_NONE, &with_pages, N_ ("Hold the pages against the rules of their layout too"), NULL },
    { "history", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &history, N_ ("A report of an earlier period"), "FILE" },
    { 0 }
  };
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) layout = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!trinh_cli_parse (context, "FILE", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;

  evaluation = trinh_cli_evaluate (context, argv[1], history, &status);
  if (evaluation == NULL)
    return status;
  if (with_pages)
    {
      layout = trinh_session_check_pages (evaluation, &error);
      if (layout == NULL)
        return trinh_cli_fail (&error);
    }

  status = print (evaluation, layout, json);
  if (status != TRINH_CLI_DONE)
    return status;

  return trinh_evaluation_get_n_errors (evaluation) == 0 && count_layout (layout, TRINH_SEVERITY_ERROR) == 0 ? TRINH_CLI_DONE : TRINH_CLI_NO;
}
