/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_date (JsonBuilder *builder,
          const char *name,
          guint32 julian)
{
  g_autofree char *date = trinh_date_to_string (julian);

  add_string (builder, name, date);
}

static void
add_strings (JsonBuilder *builder,
             const char *name,
             const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_warnings (JsonBuilder *builder,
              GPtrArray *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const TrinhCalendarWarning *warning = warnings->pdata[i];

      json_builder_begin_object (builder);
      add_string (builder, "kind", trinh_calendar_doubt_to_nick (warning->doubt));
      add_date (builder, "from", warning->from);
      add_date (builder, "to", warning->to);
      add_string (builder, "message", warning->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_period (JsonBuilder *builder,
            TrinhRegime *regime,
            TrinhPeriod period)
{
  g_autoptr (GPtrArray) warnings = trinh_calendar_list_warnings (regime, period);
  g_autofree char *name = trinh_period_to_string (period);
  g_autofree char *title = trinh_period_get_title (period);
  guint32 from, to, deadline;

  trinh_regime_get_dates (regime, period, &from, &to, &deadline);
  json_builder_begin_object (builder);
  add_string (builder, "period", name);
  add_string (builder, "title", title);
  add_date (builder, "data_from", from);
  add_date (builder, "data_to", to);
  add_date (builder, "deadline", deadline);
  add_string (builder, "note", trinh_regime_get_period_note (regime, period));
  add_warnings (builder, warnings);
  json_builder_end_object (builder);
}

static JsonNode *
describe_as_json (TrinhRegime *regime,
                  guint year,
                  GArray *periods)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const gboolean ad_hoc = trinh_regime_has_period_kind (regime, TRINH_PERIOD_AD_HOC);

  json_builder_begin_object (builder);
  add_string (builder, "regime", trinh_regime_get_id (regime));
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, year);
  add_strings (builder, "addressees", trinh_regime_get_addressees (regime));
  add_strings (builder, "delivery", trinh_regime_get_delivery (regime));
  json_builder_set_member_name (builder, "periods");
  json_builder_begin_array (builder);
  for (guint i = 0; i < periods->len; i++)
    add_period (builder, regime, g_array_index (periods, TrinhPeriod, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "ad-hoc");
  json_builder_add_boolean_value (builder, ad_hoc);
  add_string (builder, "ad-hoc-note", trinh_regime_get_period_note (regime, (TrinhPeriod) { .kind = TRINH_PERIOD_AD_HOC }));
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static void
append_period (GString *text,
               TrinhRegime *regime,
               TrinhPeriod period)
{
  g_autoptr (GPtrArray) warnings = trinh_calendar_list_warnings (regime, period);
  const char *note = trinh_regime_get_period_note (regime, period);
  g_autofree char *name = trinh_period_to_string (period);
  g_autofree char *title = trinh_period_get_title (period);
  guint32 days[3];

  trinh_regime_get_dates (regime, period, &days[0], &days[1], &days[2]);
  g_string_append_printf (text, "%s\t%s", name, title);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = trinh_date_format (days[i]);

      g_string_append_printf (text, "\t%s", day);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "  %s: %s\n", trinh_severity_get_name (TRINH_SEVERITY_WARNING), ((TrinhCalendarWarning *) warnings->pdata[i])->message);
  if (note != NULL)
    g_string_append_printf (text, "  %s: %s\n", _ ("Note"), note);
}

static void
append_strings (GString *text,
                const char *head,
                const char *const *strings)
{
  g_autofree char *joined = g_strjoinv ("; ", (char **) strings);

  if (joined[0] != '\0')
    g_string_append_printf (text, "%s: %s\n", head, joined);
}

static char *
describe (TrinhRegime *regime,
          GArray *periods)
{
  GString *text = g_string_new (NULL);
  const char *note = trinh_regime_get_period_note (regime, (TrinhPeriod) { .kind = TRINH_PERIOD_AD_HOC });

  g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\n", _ ("Period"), _ ("Report"), _ ("Data from"), _ ("Data to"), _ ("Due"));
  for (guint i = 0; i < periods->len; i++)
    append_period (text, regime, g_array_index (periods, TrinhPeriod, i));
  if (trinh_regime_has_period_kind (regime, TRINH_PERIOD_AD_HOC))
    g_string_append_printf (text, "%s\t%s\n", trinh_period_kind_to_nick (TRINH_PERIOD_AD_HOC), _ ("when it is asked for, with its own dates"));
  if (note != NULL)
    g_string_append_printf (text, "  %s: %s\n", _ ("Note"), note);
  append_strings (text, _ ("Addressees"), trinh_regime_get_addressees (regime));
  append_strings (text, _ ("Ways to send it"), trinh_regime_get_delivery (regime));

  return g_string_free_and_steal (text);
}

int
trinh_cli_regime_calendar (TrinhCliContext *context,
                           const char *id,
                           const char *year_text,
                           gboolean json)
{
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GArray) periods = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint year;

  if (!trinh_cli_read_year (year_text, &year))
    return TRINH_CLI_BAD_INPUT;
  regime = trinh_regime_library_load (trinh_session_get_library (context->session), id, &error);
  if (regime == NULL)
    return trinh_cli_fail (&error);

  periods = trinh_calendar_list_periods (regime, year);
  if (json)
    {
      node = describe_as_json (regime, year, periods);
      return trinh_cli_write_json (node);
    }
  text = describe (regime, periods);

  return trinh_cli_write_text (text);
}
