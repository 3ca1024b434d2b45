/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-remark-dialog.h"
#include "trinh-remarks-page.h"
#include "trinh-thread-list.h"
#include "trinh-work-remarks.h"
#include "trinh-work-review.h"

struct _TrinhRemarksPage
{
  TrinhReportPage parent_instance;

  /* Owned References */
  GSignalGroup *report_signals;

  /* Template References */
  TrinhThreadList *threads;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (TrinhRemarksPage, trinh_remarks_page, TRINH_TYPE_REPORT_PAGE)

static TrinhWork *
get_work (TrinhRemarksPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

/* Whoever submits answers what submission asks for, whatever name is at work; the others what was said to them. */
static guint
count_unanswered (TrinhWork *work)
{
  if (trinh_work_can_step (work, TRINH_STEP_SUBMIT, NULL))
    return trinh_work_count_open_remarks (work);

  return trinh_remarks_count_unanswered (trinh_work_get_report (work), trinh_work_get_author (work));
}

static void
update (TrinhRemarksPage *self)
{
  TrinhWork *work = get_work (self);
  TrinhReport *report = work != NULL ? trinh_work_get_report (work) : NULL;
  const guint n_open = report != NULL ? trinh_remarks_count_open (report) : 0;
  const guint n_unanswered = work != NULL ? count_unanswered (work) : 0;
  const gboolean can_remark = work != NULL && trinh_work_can_remark (work);
  /* Translators: threads of remarks; the second number are those that whoever works now has still to answer */
  g_autofree char *text = g_strdup_printf (_ ("%u open, %u to be answered"), n_open, n_unanswered);

  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), text);
  gtk_widget_set_visible (self->bar, can_remark);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "remarks.add", can_remark);
}

static void
trinh_remarks_page_work_changed (TrinhReportPage *page,
                                 TrinhWork *work)
{
  TrinhRemarksPage *self = TRINH_REMARKS_PAGE (page);

  trinh_thread_list_set_work (self->threads, work);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  update (self);
}

static gboolean
trinh_remarks_page_reveal (TrinhReportPage *page,
                           const char *place)
{
  const char *colon = strchr (place, ':');

  return colon != NULL && trinh_thread_list_reveal (TRINH_REMARKS_PAGE (page)->threads, colon + 1);
}

static gboolean
trinh_remarks_page_start_search (TrinhReportPage *page)
{
  trinh_thread_list_start_search (TRINH_REMARKS_PAGE (page)->threads);

  return TRUE;
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  adw_dialog_present (trinh_remark_dialog_new (get_work (TRINH_REMARKS_PAGE (widget)), NULL, NULL, NULL, 0), widget);
}

static void
trinh_remarks_page_dispose (GObject *object)
{
  TrinhRemarksPage *self = TRINH_REMARKS_PAGE (object);

  g_clear_object (&self->report_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REMARKS_PAGE);

  G_OBJECT_CLASS (trinh_remarks_page_parent_class)->dispose (object);
}

static void
trinh_remarks_page_class_init (TrinhRemarksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrinhReportPageClass *page_class = TRINH_REPORT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_remarks_page_dispose;
  page_class->work_changed = trinh_remarks_page_work_changed;
  page_class->reveal = trinh_remarks_page_reveal;
  page_class->start_search = trinh_remarks_page_start_search;
  page_class->add_action = "remarks.add";

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-remarks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarksPage, threads);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarksPage, bar);
  gtk_widget_class_install_action (widget_class, "remarks.add", NULL, add_action);
}

static void
trinh_remarks_page_init (TrinhRemarksPage *self)
{
  g_type_ensure (TRINH_TYPE_THREAD_LIST);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::comments", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::state", G_CALLBACK (update), self);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), _ ("Remarks"));
}

GtkWidget *
trinh_remarks_page_new (void)
{
  return g_object_new (TRINH_TYPE_REMARKS_PAGE, NULL);
}
