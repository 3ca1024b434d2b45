/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-due.h"
#include "trinh-period-dates.h"

struct _TrinhPeriodDates
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  GPtrArray *remarks; /* rows that are there for this period only */

  /* Template References */
  AdwActionRow *title_row;
  AdwActionRow *data_row;
  AdwActionRow *deadline_row;
};

G_DEFINE_FINAL_TYPE (TrinhPeriodDates, trinh_period_dates, ADW_TYPE_PREFERENCES_GROUP)

static void
add_remark (TrinhPeriodDates *self,
            const char *text,
            const char *icon,
            const char *kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (image, kind);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->remarks, row);
}

static void
show_remarks (TrinhPeriodDates *self,
              TrinhRegime *regime,
              TrinhPeriod period)
{
  g_autoptr (GPtrArray) warnings = trinh_calendar_list_warnings (regime, period);
  const char *note = trinh_regime_get_period_note (regime, period);

  for (guint i = 0; i < self->remarks->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->remarks->pdata[i]);
  g_ptr_array_set_size (self->remarks, 0);

  for (guint i = 0; i < warnings->len; i++)
    add_remark (self, ((TrinhCalendarWarning *) warnings->pdata[i])->message, "trinhky-warning-symbolic", "warning");
  if (note != NULL)
    add_remark (self, note, "trinhky-info-symbolic", "accent");
}

static void
trinh_period_dates_dispose (GObject *object)
{
  TrinhPeriodDates *self = TRINH_PERIOD_DATES (object);

  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PERIOD_DATES);

  G_OBJECT_CLASS (trinh_period_dates_parent_class)->dispose (object);
}

static void
trinh_period_dates_class_init (TrinhPeriodDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_period_dates_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-period-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPeriodDates, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPeriodDates, data_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPeriodDates, deadline_row);
}

static void
trinh_period_dates_init (TrinhPeriodDates *self)
{
  self->remarks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_period_dates_new (void)
{
  return g_object_new (TRINH_TYPE_PERIOD_DATES, NULL);
}

void
trinh_period_dates_show (TrinhPeriodDates *self,
                         TrinhRegime *regime,
                         TrinhPeriod period,
                         guint32 today)
{
  guint32 from, to, deadline;
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *range = NULL;
  g_autofree char *due = NULL;

  g_return_if_fail (TRINH_IS_PERIOD_DATES (self));
  g_return_if_fail (TRINH_IS_REGIME (regime));

  trinh_regime_get_dates (regime, period, &from, &to, &deadline);
  title = trinh_period_get_title (period);
  first = trinh_date_format (from);
  last = trinh_date_format (to);
  day = trinh_date_format (deadline);
  words = trinh_due_dup_days (deadline, today);
  range = g_strdup_printf ("%s – %s", first, last);
  due = g_strdup_printf ("%s · %s", day, words);
  adw_action_row_set_subtitle (self->title_row, title);
  adw_action_row_set_subtitle (self->data_row, range);
  adw_action_row_set_subtitle (self->deadline_row, due);
  show_remarks (self, regime, period);
}
