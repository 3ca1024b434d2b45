/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-date-row.h"
#include "trinh-period-choice.h"

struct _TrinhDateRow
{
  AdwEntryRow parent_instance;

  /* Template References */
  GtkCalendar *calendar;
  GtkPopover *popover;

  guint32 date;
  gboolean filling; /* the calendar follows the text just now */
};

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhDateRow, trinh_date_row, ADW_TYPE_ENTRY_ROW)

static void
changed_cb (TrinhDateRow *self)
{
  guint32 date = 0;

  trinh_period_choice_read_date (gtk_editable_get_text (GTK_EDITABLE (self)), &date);
  if (date != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");

  if (self->date == date)
    return;
  self->date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
popover_mapped_cb (TrinhDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (self->date == 0)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->date);
  day = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
day_selected_cb (TrinhDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  guint32 date;

  if (self->filling || !trinh_date_parse (iso, &date))
    return;

  trinh_date_row_set_date (self, date);
  gtk_popover_popdown (self->popover);
}

static void
trinh_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_DATE_ROW);

  G_OBJECT_CLASS (trinh_date_row_parent_class)->dispose (object);
}

static void
trinh_date_row_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_uint (value, trinh_date_row_get_date (TRINH_DATE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_date_row_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DATE:
      trinh_date_row_set_date (TRINH_DATE_ROW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_date_row_class_init (TrinhDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_date_row_dispose;
  object_class->get_property = trinh_date_row_get_property;
  object_class->set_property = trinh_date_row_set_property;

  properties[PROP_DATE] = g_param_spec_uint ("date", NULL, NULL, 0, G_MAXUINT32, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, TrinhDateRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
trinh_date_row_init (TrinhDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_date_row_new (void)
{
  return g_object_new (TRINH_TYPE_DATE_ROW, NULL);
}

guint32
trinh_date_row_get_date (TrinhDateRow *self)
{
  g_return_val_if_fail (TRINH_IS_DATE_ROW (self), 0);

  return self->date;
}

/* What was typed stays as it is while it means the same day. */
void
trinh_date_row_set_date (TrinhDateRow *self,
                         guint32 date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TRINH_IS_DATE_ROW (self));

  if (self->date == date)
    return;

  text = date != 0 ? trinh_date_format (date) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}
