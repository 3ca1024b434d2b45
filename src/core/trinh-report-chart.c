/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-report-chart.h"

/* More periods than this are never looked for. */
#define MOST_PAST 120

struct _TrinhReportChart
{
  GObject parent_instance;

  TrinhReportChartKind kind;

  /* Owned References */
  char *id;
  char *title;
  char **indicators;
  char **periods;
  JsonObject *values;  /* period → address → number; never changed once it is there */
  JsonObject *unknown; /* (nullable) */
};

static const char *const members[] = { "id", "title", "kind", "indicators", "periods", "values", NULL };
static const char *const nicks[] = { [TRINH_REPORT_CHART_BAR] = "bar", [TRINH_REPORT_CHART_LINE] = "line" };

G_DEFINE_FINAL_TYPE (TrinhReportChart, trinh_report_chart, G_TYPE_OBJECT)

static void
trinh_report_chart_finalize (GObject *object)
{
  TrinhReportChart *self = TRINH_REPORT_CHART (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->indicators, g_strfreev);
  g_clear_pointer (&self->periods, g_strfreev);
  g_clear_pointer (&self->values, json_object_unref);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_report_chart_parent_class)->finalize (object);
}

static void
trinh_report_chart_class_init (TrinhReportChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_report_chart_finalize;
}

static void
trinh_report_chart_init (TrinhReportChart *self)
{
  self->values = json_object_new ();
}

gboolean
trinh_report_chart_kind_from_nick (const char *nick,
                                   TrinhReportChartKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *kind = (TrinhReportChartKind) i;
        return TRUE;
      }
  return FALSE;
}

TrinhReportChart *
trinh_report_chart_new (const char *id,
                        const char *title,
                        TrinhReportChartKind kind,
                        const char *const *indicators,
                        const char *const *periods)
{
  static const char *const none[] = { NULL };
  TrinhReportChart *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TRINH_TYPE_REPORT_CHART, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->kind = kind;
  self->indicators = g_strdupv ((char **) (indicators != NULL ? indicators : none));
  self->periods = g_strdupv ((char **) (periods != NULL ? periods : none));

  return self;
}

static void
set_values (TrinhReportChart *self,
            JsonObject *values)
{
  json_object_ref (values);
  json_object_unref (self->values);
  self->values = values;
}

static TrinhReportChart *
copy (TrinhReportChart *self)
{
  TrinhReportChart *twin = trinh_report_chart_new (self->id, self->title, self->kind, (const char *const *) self->indicators, (const char *const *) self->periods);

  set_values (twin, self->values);
  if (self->unknown != NULL)
    twin->unknown = json_object_ref (self->unknown);

  return twin;
}

TrinhReportChart *
trinh_report_chart_with_id (TrinhReportChart *self,
                            const char *id)
{
  TrinhReportChart *twin;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  twin = copy (self);
  g_set_str (&twin->id, id);

  return twin;
}

TrinhReportChart *
trinh_report_chart_with_title (TrinhReportChart *self,
                               const char *title)
{
  TrinhReportChart *twin;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  twin = copy (self);
  g_set_str (&twin->title, title);

  return twin;
}

/* (nullable): borrowed from @past */
static TrinhReport *
find_report (GPtrArray *past,
             const char *period)
{
  TrinhPeriod wanted;

  if (!trinh_period_parse (period, &wanted, NULL))
    return NULL;
  for (guint i = 0; i < past->len; i++)
    if (trinh_period_equal (trinh_report_get_period (past->pdata[i]), wanted))
      return past->pdata[i];
  return NULL;
}

/* The figures of one period in the file's form. (transfer full) */
static JsonObject *
take_figures (TrinhReportChart *self,
              TrinhReport *report)
{
  JsonObject *figures = json_object_new ();
  TrinhDecimal number;

  for (guint i = 0; self->indicators[i] != NULL; i++)
    if (trinh_report_get_decimal (report, self->indicators[i], &number))
      {
        g_autofree char *text = trinh_decimal_to_canonical (number);

        json_object_set_string_member (figures, self->indicators[i], text);
      }
  return figures;
}

TrinhReportChart *
trinh_report_chart_with_history (TrinhReportChart *self,
                                 TrinhEvaluation *evaluation)
{
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (JsonObject) values = NULL;
  TrinhReportChart *twin;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  past = trinh_evaluation_list_past (evaluation, MOST_PAST);
  values = json_object_new ();
  for (guint i = 0; self->periods[i] != NULL; i++)
    {
      TrinhReport *report = find_report (past, self->periods[i]);

      if (report != NULL)
        json_object_set_object_member (values, self->periods[i], take_figures (self, report));
      else if (trinh_report_chart_has_period (self, self->periods[i]))
        json_object_set_member (values, self->periods[i], json_node_copy (json_object_get_member (self->values, self->periods[i])));
    }
  twin = copy (self);
  set_values (twin, values);

  return twin;
}

TrinhReportChart *
trinh_report_chart_with_next (TrinhReportChart *self,
                              TrinhReport *last)
{
  g_autofree char *period = NULL;
  g_autoptr (JsonObject) values = NULL;
  g_autoptr (GStrvBuilder) periods = NULL;
  TrinhReportChart *twin;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (last), NULL);

  twin = copy (self);
  if (self->periods[0] == NULL)
    return twin;

  period = trinh_period_to_string (trinh_report_get_period (last));
  values = json_object_new ();
  periods = g_strv_builder_new ();
  for (guint i = 1; self->periods[i] != NULL; i++)
    {
      g_strv_builder_add (periods, self->periods[i]);
      if (trinh_report_chart_has_period (self, self->periods[i]))
        json_object_set_member (values, self->periods[i], json_node_copy (json_object_get_member (self->values, self->periods[i])));
    }
  g_strv_builder_add (periods, period);
  json_object_set_object_member (values, period, take_figures (self, last));
  g_strfreev (twin->periods);
  twin->periods = g_strv_builder_end (periods);
  set_values (twin, values);

  return twin;
}

TrinhReportChart *
trinh_report_chart_new_from_history (TrinhEvaluation *evaluation,
                                     const char *id,
                                     TrinhReportChartKind kind,
                                     const char *const *indicators,
                                     guint past)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) periods = NULL;
  g_autoptr (TrinhReportChart) bare = NULL;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  reports = trinh_evaluation_list_past (evaluation, MIN (past, MOST_PAST));
  for (guint i = reports->len; i > 0; i--)
    g_strv_builder_take (builder, trinh_period_to_string (trinh_report_get_period (reports->pdata[i - 1])));
  periods = g_strv_builder_end (builder);
  bare = trinh_report_chart_new (id, NULL, kind, indicators, (const char *const *) periods);

  return trinh_report_chart_with_history (bare, evaluation);
}

static gboolean
read_kind (JsonObject *object,
           TrinhReportChartKind *kind,
           GError **error)
{
  const char *nick = NULL;

  *kind = TRINH_REPORT_CHART_BAR;
  if (!trinh_json_get_string (object, "kind", &nick, error))
    return FALSE;
  if (nick == NULL || trinh_report_chart_kind_from_nick (nick, kind))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no kind of chart; known are “bar” and “line”."), nick);
  return FALSE;
}

/**
 * trinh_report_chart_from_json:
 * @node: a chart as in the report file; all but "id" may be absent
 * @error: return location: TYPE, MISSING, UNKNOWN; the message names the member, the caller adds file and line
 *
 * Returns: (transfer full): the chart
 */
TrinhReportChart *
trinh_report_chart_from_json (JsonNode *node,
                              GError **error)
{
  JsonObject *object = NULL;
  JsonNode *values;
  const char *id = NULL;
  const char *title = NULL;
  TrinhReportChartKind kind;
  g_auto (GStrv) indicators = NULL;
  g_auto (GStrv) periods = NULL;
  TrinhReportChart *self;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a chart"), &object, error) || !trinh_json_get_string (object, "id", &id, error) ||
      !trinh_json_get_string (object, "title", &title, error) || !read_kind (object, &kind, error) ||
      !trinh_json_get_strv (object, "indicators", &indicators, error) || !trinh_json_get_strv (object, "periods", &periods, error))
    return NULL;
  if (id == NULL || *id == '\0')
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("a chart has no “id”; give it one that no other chart has"));
      return NULL;
    }

  self = trinh_report_chart_new (id, title, kind, (const char *const *) indicators, (const char *const *) periods);
  values = json_object_get_member (object, "values");
  if (values != NULL && JSON_NODE_HOLDS_OBJECT (values))
    set_values (self, json_node_get_object (values));
  self->unknown = trinh_json_keep_unknown (object, members);

  return self;
}

static JsonArray *
write_strings (char **strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

JsonNode *
trinh_report_chart_to_json (TrinhReportChart *self)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (JsonNode) values = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);

  object = json_object_new ();
  values = json_node_init_object (json_node_alloc (), self->values);
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "kind", nicks[self->kind]);
  json_object_set_array_member (object, "indicators", write_strings (self->indicators));
  json_object_set_array_member (object, "periods", write_strings (self->periods));
  json_object_set_member (object, "values", json_node_copy (values));
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_report_chart_get_id (TrinhReportChart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);

  return self->id;
}

const char *
trinh_report_chart_get_title (TrinhReportChart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);

  return self->title;
}

TrinhReportChartKind
trinh_report_chart_get_kind (TrinhReportChart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), TRINH_REPORT_CHART_BAR);

  return self->kind;
}

const char *const *
trinh_report_chart_get_indicators (TrinhReportChart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);

  return (const char *const *) self->indicators;
}

const char *const *
trinh_report_chart_get_periods (TrinhReportChart *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);

  return (const char *const *) self->periods;
}

static JsonObject *
get_figures (TrinhReportChart *self,
             const char *period)
{
  JsonNode *node = json_object_get_member (self->values, period);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

gboolean
trinh_report_chart_has_period (TrinhReportChart *self,
                               const char *period)
{
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  return get_figures (self, period) != NULL;
}

gboolean
trinh_report_chart_get_kept (TrinhReportChart *self,
                             const char *period,
                             const char *address,
                             TrinhDecimal *number)
{
  JsonObject *figures;
  const char *text;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), FALSE);
  g_return_val_if_fail (period != NULL && address != NULL, FALSE);

  figures = get_figures (self, period);
  text = figures != NULL ? json_object_get_string_member_with_default (figures, address, NULL) : NULL;
  return text != NULL && trinh_decimal_parse_canonical (text, number, NULL);
}

gboolean
trinh_report_chart_get_figure (TrinhReportChart *self,
                               TrinhEvaluation *evaluation,
                               const char *period,
                               const char *address,
                               TrinhDecimal *number)
{
  g_autoptr (GPtrArray) past = NULL;
  TrinhReport *report;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), FALSE);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), FALSE);
  g_return_val_if_fail (period != NULL && address != NULL, FALSE);

  if (trinh_report_chart_has_period (self, period))
    return trinh_report_chart_get_kept (self, period, address, number);
  past = trinh_evaluation_list_past (evaluation, MOST_PAST);
  report = find_report (past, period);
  return report != NULL && trinh_report_get_decimal (report, address, number);
}

char **
trinh_report_chart_dup_missing (TrinhReportChart *self,
                                TrinhEvaluation *evaluation)
{
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (self), NULL);
  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  past = trinh_evaluation_list_past (evaluation, MOST_PAST);
  for (guint i = 0; self->periods[i] != NULL; i++)
    if (!trinh_report_chart_has_period (self, self->periods[i]) && find_report (past, self->periods[i]) == NULL)
      g_strv_builder_add (builder, self->periods[i]);
  return g_strv_builder_end (builder);
}

gboolean
trinh_report_chart_equal (TrinhReportChart *a,
                          TrinhReportChart *b)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT_CHART (a), FALSE);
  g_return_val_if_fail (TRINH_IS_REPORT_CHART (b), FALSE);

  first = trinh_report_chart_to_json (a);
  second = trinh_report_chart_to_json (b);
  return json_node_equal (first, second);
}
