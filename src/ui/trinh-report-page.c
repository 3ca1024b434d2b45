/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-report-page.h"

typedef struct
{
  /* Owned References */
  TrinhWork *work;
  char *title;
  char *subtitle;
  GSignalGroup *report_signals;
} TrinhReportPagePrivate;

enum
{
  PROP_0,
  PROP_WORK,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrinhReportPage, trinh_report_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((TrinhReportPagePrivate *) trinh_report_page_get_instance_private (self))

static void
trinh_report_page_dispose (GObject *object)
{
  TrinhReportPagePrivate *priv = PRIVATE (TRINH_REPORT_PAGE (object));

  g_clear_object (&priv->report_signals);
  g_clear_object (&priv->work);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->subtitle, g_free);

  G_OBJECT_CLASS (trinh_report_page_parent_class)->dispose (object);
}

static void
trinh_report_page_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  TrinhReportPagePrivate *priv = PRIVATE (TRINH_REPORT_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORK:
      g_value_set_object (value, priv->work);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, trinh_report_page_get_read_only (TRINH_REPORT_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_report_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  TrinhReportPage *self = TRINH_REPORT_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORK:
      trinh_report_page_set_work (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      trinh_report_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      trinh_report_page_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_report_page_class_init (TrinhReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_report_page_dispose;
  object_class->get_property = trinh_report_page_get_property;
  object_class->set_property = trinh_report_page_set_property;

  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, TRINH_TYPE_WORK, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
state_changed_cb (TrinhReportPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

static void
trinh_report_page_init (TrinhReportPage *self)
{
  PRIVATE (self)->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (PRIVATE (self)->report_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
}

TrinhWork *
trinh_report_page_get_work (TrinhReportPage *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), NULL);

  return PRIVATE (self)->work;
}

void
trinh_report_page_set_work (TrinhReportPage *self,
                            TrinhWork *work)
{
  g_return_if_fail (TRINH_IS_REPORT_PAGE (self));
  g_return_if_fail (work == NULL || TRINH_IS_WORK (work));

  if (!g_set_object (&PRIVATE (self)->work, work))
    return;

  g_signal_group_set_target (PRIVATE (self)->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  if (TRINH_REPORT_PAGE_GET_CLASS (self)->work_changed != NULL)
    TRINH_REPORT_PAGE_GET_CLASS (self)->work_changed (self, work);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

const char *
trinh_report_page_get_title (TrinhReportPage *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), NULL);

  return PRIVATE (self)->title;
}

void
trinh_report_page_set_title (TrinhReportPage *self,
                             const char *title)
{
  g_return_if_fail (TRINH_IS_REPORT_PAGE (self));

  if (g_set_str (&PRIVATE (self)->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
trinh_report_page_get_subtitle (TrinhReportPage *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), NULL);

  return PRIVATE (self)->subtitle;
}

void
trinh_report_page_set_subtitle (TrinhReportPage *self,
                                const char *subtitle)
{
  g_return_if_fail (TRINH_IS_REPORT_PAGE (self));

  if (g_set_str (&PRIVATE (self)->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

gboolean
trinh_report_page_get_read_only (TrinhReportPage *self)
{
  TrinhWork *work;

  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), FALSE);

  work = PRIVATE (self)->work;

  return work != NULL && trinh_work_get_read_only (work);
}

gboolean
trinh_report_page_refuse (TrinhReportPage *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), FALSE);

  if (!trinh_report_page_get_read_only (self))
    return FALSE;
  if (trinh_work_get_problems (PRIVATE (self)->work) != NULL)
    trinh_report_page_toast (GTK_WIDGET (self), _ ("The report was changed outside the program and is only read."));
  else
    trinh_report_page_toast (GTK_WIDGET (self), _ ("The report is signed and only read; a correction is a new report."));

  return TRUE;
}

gboolean
trinh_report_page_reveal (TrinhReportPage *self,
                          const char *place)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  if (TRINH_REPORT_PAGE_GET_CLASS (self)->reveal == NULL)
    return FALSE;

  return TRINH_REPORT_PAGE_GET_CLASS (self)->reveal (self, place);
}

gboolean
trinh_report_page_start_search (TrinhReportPage *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT_PAGE (self), FALSE);

  if (TRINH_REPORT_PAGE_GET_CLASS (self)->start_search == NULL)
    return FALSE;

  return TRINH_REPORT_PAGE_GET_CLASS (self)->start_search (self);
}

void
trinh_report_page_commit (TrinhReportPage *self)
{
  g_return_if_fail (TRINH_IS_REPORT_PAGE (self));

  if (TRINH_REPORT_PAGE_GET_CLASS (self)->commit != NULL)
    TRINH_REPORT_PAGE_GET_CLASS (self)->commit (self);
}

void
trinh_report_page_go_to (GtkWidget *widget,
                         const char *place)
{
  gtk_widget_activate_action (widget, "report.go-to", "s", place);
}

void
trinh_report_page_toast (GtkWidget *widget,
                         const char *message)
{
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}
