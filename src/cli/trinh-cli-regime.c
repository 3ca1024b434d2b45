/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

static void
append_periods (GString *text,
                TrinhRegime *regime)
{
  for (int kind = TRINH_PERIOD_MONTH; kind <= TRINH_PERIOD_AD_HOC; kind++)
    if (trinh_regime_has_period_kind (regime, kind))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", trinh_period_kind_to_nick (kind));
}

static void
append_forms (GString *text,
              TrinhRegime *regime)
{
  GListModel *forms = trinh_regime_get_forms (regime);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", trinh_form_get_id (form));
    }
}

static void
add_words (JsonBuilder *builder,
           const char *name,
           GString *words)
{
  g_auto (GStrv) split = g_strsplit (words->str, " ", -1);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; split[i] != NULL && split[i][0] != '\0'; i++)
    json_builder_add_string_value (builder, split[i]);
  json_builder_end_array (builder);
}

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_missing (JsonBuilder *builder,
             TrinhRegime *regime)
{
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trinh_regime_get_n_missing (regime); i++)
    {
      const TrinhMissingForm *missing = trinh_regime_get_missing (regime, i);

      json_builder_begin_object (builder);
      add_string (builder, "form", missing->form);
      if (missing->who != NULL)
        add_string (builder, "who", missing->who);
      add_string (builder, "note", missing->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A column more, only where something is missing: those that read the first five are not disturbed. */
static void
append_missing (GString *lines,
                TrinhRegime *regime)
{
  for (guint i = 0; i < trinh_regime_get_n_missing (regime); i++)
    g_string_append_printf (lines, "%s%s", i == 0 ? _ ("\tmissing: ") : ", ", trinh_regime_get_missing (regime, i)->form);
}

static void
describe (TrinhRegime *regime,
          JsonBuilder *builder,
          GString *lines)
{
  g_autoptr (GString) periods = g_string_new (NULL);
  g_autoptr (GString) forms = g_string_new (NULL);

  append_periods (periods, regime);
  append_forms (forms, regime);
  json_builder_begin_object (builder);
  add_string (builder, "id", trinh_regime_get_id (regime));
  add_string (builder, "version", trinh_regime_get_version (regime));
  add_string (builder, "title", trinh_regime_get_title (regime));
  add_words (builder, "periods", periods);
  add_words (builder, "forms", forms);
  add_missing (builder, regime);
  json_builder_set_member_name (builder, "example");
  json_builder_add_boolean_value (builder, trinh_regime_get_example (regime));
  json_builder_end_object (builder);
  g_string_append_printf (lines, "%s\t%s\t%s\t%s\t%s", trinh_regime_get_id (regime), trinh_regime_get_version (regime), trinh_regime_get_title (regime), periods->str, forms->str);
  append_missing (lines, regime);
  g_string_append_c (lines, '\n');
}

static int
print_regimes (gboolean json,
               JsonBuilder *builder,
               const char *lines)
{
  g_autoptr (JsonNode) node = NULL;

  if (!json)
    return trinh_cli_write_text (lines);

  node = json_builder_get_root (builder);

  return trinh_cli_write_json (node);
}

int
trinh_cli_regimes (TrinhCliContext *context,
                   int argc,
                   char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL }, { 0 } };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (GStrv) ids = NULL;
  int status = TRINH_CLI_DONE;
  int written;

  if (!trinh_cli_parse (context, NULL, entries, &argc, &argv, 0, 0))
    return TRINH_CLI_BAD_INPUT;

  ids = trinh_regime_library_list_ids (trinh_session_get_library (context->session));
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (context->session), ids[i], &error);

      if (regime != NULL)
        describe (regime, builder, lines);
      else
        status = trinh_cli_fail (&error);
    }
  json_builder_end_array (builder);

  written = print_regimes (json, builder, lines->str);

  return written != TRINH_CLI_DONE ? written : status;
}

/* No errors: the file is right, and cannot hold what its documents do not contain. */
static void
append_notes (GString *lines,
              TrinhCliContext *context,
              GFile *file)
{
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load_file (trinh_session_get_library (context->session), file, NULL);
  g_autofree char *name = g_file_get_basename (file);
  const guint n_missing = regime != NULL ? trinh_regime_get_n_missing (regime) : 0;

  for (guint i = 0; i < n_missing; i++)
    {
      const TrinhMissingForm *missing = trinh_regime_get_missing (regime, i);

      g_string_append_printf (lines, _ ("%s: “%s” is missing. %s"), name, missing->form, missing->note);
      g_string_append_c (lines, '\n');
    }
}

static int
check_file (TrinhCliContext *context,
            const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  int written;

  problems = trinh_regime_library_check_file (trinh_session_get_library (context->session), file, &error);
  if (problems == NULL)
    return trinh_cli_fail (&error);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (lines, "%s\n", ((GError *) problems->pdata[i])->message);
  if (problems->len == 0)
    append_notes (lines, context, file);
  written = trinh_cli_write_text (lines->str);
  if (written != TRINH_CLI_DONE)
    return written;

  return problems->len == 0 ? TRINH_CLI_DONE : TRINH_CLI_NO;
}

int
trinh_cli_regime (TrinhCliContext *context,
                  int argc,
                  char **argv)
{
  gboolean json = FALSE;
  g_autofree char *year = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year, N_ ("The year of the calendar, not this year"), "YYYY" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write the calendar as JSON"), NULL },
    { 0 }
  };

  if (!trinh_cli_parse (context, "check PATH | calendar REGIME", entries, &argc, &argv, 2, 2))
    return TRINH_CLI_BAD_INPUT;
  if (g_str_equal (argv[1], "calendar"))
    return trinh_cli_regime_calendar (context, argv[2], year, json);
  if (!g_str_equal (argv[1], "check"))
    return trinh_cli_usage (_ ("“regime” knows only “check” and “calendar”."));
  if (json || year != NULL)
    return trinh_cli_usage (_ ("--year and --json are for “regime calendar”."));

  return check_file (context, argv[2]);
}

static JsonNode *
form_to_json (TrinhForm *form)
{
  static const char *const kinds[] = { "none", "count", "amount", "percent", "choice", "yes-no", "text", "date" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      json_builder_begin_object (builder);
      add_string (builder, "form", trinh_form_get_id (form));
      add_string (builder, "key", trinh_form_row_get_key (row));
      add_string (builder, "code", trinh_form_row_get_plain_code (row));
      add_string (builder, "label", trinh_form_row_get_plain_label (row));
      add_string (builder, "unit", trinh_form_row_get_unit (row));
      add_string (builder, "kind", kinds[trinh_form_row_get_kind (row)]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return json_builder_get_root (builder);
}

int
trinh_cli_form (TrinhCliContext *context,
                int argc,
                char **argv)
{
  gboolean json = FALSE;
  gboolean tsv = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { "tsv", 0, 0, G_OPTION_ARG_NONE, &tsv, N_ ("Write tab-separated text"), NULL },
    { 0 }
  };
  g_autoptr (TrinhForm) form = NULL;
  g_autoptr (GError) error = NULL;

  if (!trinh_cli_parse (context, "FORM", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  if (json && tsv)
    return trinh_cli_usage (_ ("Choose either --json or --tsv."));

  form = trinh_regime_library_load_form (trinh_session_get_library (context->session), argv[1], &error);
  if (form == NULL)
    return trinh_cli_fail (&error);

  if (json)
    {
      g_autoptr (JsonNode) node = form_to_json (form);

      return trinh_cli_write_json (node);
    }
  else
    {
      g_autofree char *text = trinh_session_form_to_tsv (form, NULL);

      return trinh_cli_write_text (text);
    }
}
