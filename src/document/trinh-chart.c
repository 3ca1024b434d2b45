/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-chart-private.h"

typedef struct
{
  char *label;
  TrinhDecimal *values;
  gboolean *known;
  gboolean *estimates;
} Series;

struct _TrinhChart
{
  GObject parent_instance;

  /* Owned References */
  char *title;
  char *subtitle;
  char *unit;
  char **periods;
  GPtrArray *series; /* (element-type Series) */

  TrinhChartType type;
  guint current;
};

enum
{
  PROP_0,
  PROP_CHART_TYPE,
  N_PROPS
};

G_DEFINE_ENUM_TYPE (TrinhChartType, trinh_chart_type, G_DEFINE_ENUM_VALUE (TRINH_CHART_BAR, "bar"), G_DEFINE_ENUM_VALUE (TRINH_CHART_LINE, "line"))

G_DEFINE_FINAL_TYPE (TrinhChart, trinh_chart, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
series_free (Series *series)
{
  g_free (series->label);
  g_free (series->values);
  g_free (series->known);
  g_free (series->estimates);
  g_free (series);
}

static const Series *
get_series (TrinhChart *self,
            guint position)
{
  return position < self->series->len ? g_ptr_array_index (self->series, position) : NULL;
}

static void
append_value (TrinhChart *self,
              GString *summary,
              guint series,
              guint period)
{
  g_autofree char *number = NULL;
  TrinhDecimal value;

  if (trinh_chart_get_value (self, series, period, &value))
    number = trinh_decimal_format (value);

  /* Translators: a period of a chart and its value, read by a screen reader */
  g_string_append_printf (summary, _ ("%s: %s"), self->periods[period], number != NULL ? number : _ ("no value"));
  if (trinh_chart_get_estimate (self, series, period))
    g_string_append_printf (summary, " (%s)", _ ("estimate"));
  if (period == self->current)
    g_string_append_printf (summary, " (%s)", _ ("current period"));
}

static void
append_series (TrinhChart *self,
               GString *summary,
               guint position)
{
  guint n_periods = trinh_chart_get_n_periods (self);

  g_string_append_printf (summary, "\n%s. ", trinh_chart_get_series (self, position));
  for (guint i = 0; i < n_periods; i++)
    {
      append_value (self, summary, position, i);
      g_string_append (summary, i + 1 < n_periods ? "; " : ".");
    }
}

static void
trinh_chart_finalize (GObject *object)
{
  TrinhChart *self = TRINH_CHART (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->periods, g_strfreev);
  g_clear_pointer (&self->series, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_chart_parent_class)->finalize (object);
}

static void
trinh_chart_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  TrinhChart *self = TRINH_CHART (object);

  switch (prop_id)
    {
    case PROP_CHART_TYPE:
      g_value_set_enum (value, self->type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_chart_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  TrinhChart *self = TRINH_CHART (object);

  switch (prop_id)
    {
    case PROP_CHART_TYPE:
      trinh_chart_set_chart_type (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_chart_class_init (TrinhChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trinh_chart_finalize;
  object_class->get_property = trinh_chart_get_property;
  object_class->set_property = trinh_chart_set_property;

  properties[PROP_CHART_TYPE] =
    g_param_spec_enum ("chart-type", NULL, NULL, TRINH_TYPE_CHART_TYPE, TRINH_CHART_BAR, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_chart_init (TrinhChart *self)
{
  self->periods = g_new0 (char *, 1);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
}

TrinhChart *
trinh_chart_new (TrinhChartType type,
                 const char *title,
                 const char *subtitle,
                 const char *unit)
{
  TrinhChart *self = g_object_new (TRINH_TYPE_CHART, "chart-type", type, NULL);

  self->title = g_strdup (title != NULL ? title : "");
  self->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  self->unit = g_strdup (unit != NULL ? unit : "");
  return self;
}

void
trinh_chart_set_periods (TrinhChart *self,
                         const char *const *titles,
                         guint current)
{
  g_return_if_fail (TRINH_IS_CHART (self));
  g_return_if_fail (titles != NULL);
  g_return_if_fail (self->series->len == 0);

  g_strfreev (self->periods);
  self->periods = g_strdupv ((char **) titles);
  self->current = current;
}

void
trinh_chart_add_series (TrinhChart *self,
                        const char *label,
                        const TrinhDecimal *values,
                        const gboolean *known)
{
  guint n_periods;
  Series *series;

  g_return_if_fail (TRINH_IS_CHART (self));
  g_return_if_fail (values != NULL && known != NULL);

  n_periods = trinh_chart_get_n_periods (self);
  series = g_new0 (Series, 1);
  series->label = g_strdup (label != NULL ? label : "");
  series->values = g_memdup2 (values, n_periods * sizeof *values);
  series->known = g_memdup2 (known, n_periods * sizeof *known);
  series->estimates = g_new0 (gboolean, n_periods);
  g_ptr_array_add (self->series, series);
}

void
trinh_chart_mark_estimate (TrinhChart *self,
                           guint series,
                           guint period)
{
  g_return_if_fail (TRINH_IS_CHART (self));
  g_return_if_fail (series < self->series->len);
  g_return_if_fail (period < trinh_chart_get_n_periods (self));

  get_series (self, series)->estimates[period] = TRUE;
}

void
trinh_chart_set_chart_type (TrinhChart *self,
                            TrinhChartType type)
{
  g_return_if_fail (TRINH_IS_CHART (self));

  if (self->type == type)
    return;
  self->type = type;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_TYPE]);
}

TrinhChartType
trinh_chart_get_chart_type (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), TRINH_CHART_BAR);

  return self->type;
}

guint
trinh_chart_get_n_series (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), 0);

  return self->series->len;
}

guint
trinh_chart_get_n_periods (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), 0);

  return g_strv_length (self->periods);
}

guint
trinh_chart_get_current (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), 0);

  return self->current;
}

const char *
trinh_chart_get_title (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);

  return self->title;
}

const char *
trinh_chart_get_subtitle (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);

  return self->subtitle;
}

const char *
trinh_chart_get_unit (TrinhChart *self)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);

  return self->unit;
}

const char *
trinh_chart_get_period (TrinhChart *self,
                        guint position)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);
  g_return_val_if_fail (position < trinh_chart_get_n_periods (self), NULL);

  return self->periods[position];
}

const char *
trinh_chart_get_series (TrinhChart *self,
                        guint position)
{
  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);
  g_return_val_if_fail (position < self->series->len, NULL);

  return get_series (self, position)->label;
}

gboolean
trinh_chart_get_value (TrinhChart *self,
                       guint series,
                       guint period,
                       TrinhDecimal *value)
{
  const Series *found;

  g_return_val_if_fail (TRINH_IS_CHART (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  found = get_series (self, series);
  if (found == NULL || period >= trinh_chart_get_n_periods (self) || !found->known[period])
    return FALSE;
  *value = found->values[period];
  return TRUE;
}

gboolean
trinh_chart_get_estimate (TrinhChart *self,
                          guint series,
                          guint period)
{
  const Series *found;

  g_return_val_if_fail (TRINH_IS_CHART (self), FALSE);

  found = get_series (self, series);
  return found != NULL && period < trinh_chart_get_n_periods (self) && found->known[period] && found->estimates[period];
}

char *
trinh_chart_dup_summary (TrinhChart *self)
{
  g_autoptr (GString) summary = NULL;

  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);

  summary = g_string_new (self->type == TRINH_CHART_BAR ? _ ("Bar chart") : _ ("Line chart"));
  g_string_append_printf (summary, ": %s.", self->title);
  if (*self->subtitle != '\0')
    g_string_append_printf (summary, " %s.", self->subtitle);
  if (*self->unit != '\0')
    g_string_append_printf (summary, " %s: %s.", _ ("Unit"), self->unit);
  for (guint i = 0; i < self->series->len; i++)
    append_series (self, summary, i);
  return g_string_free (g_steal_pointer (&summary), FALSE);
}
