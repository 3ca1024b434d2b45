/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* "report.sign": the sheet before the password, for whoever's turn it is; "report.signatures": what the kept file proves */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-report-view-private.h"
#include "trinh-session-review.h"
#include "trinh-sign-sheet.h"
#include "trinh-signatures-page.h"
#include "trinh-window.h"

static TrinhSession *
get_session (GtkWidget *widget)
{
  return trinh_window_get_session (TRINH_WINDOW (gtk_widget_get_root (widget)));
}

static void
sign_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (self->page != NULL)
    trinh_report_page_commit (self->page);
  if (trinh_work_can_step (self->work, TRINH_STEP_ISSUE, NULL))
    trinh_sign_sheet_present (get_session (widget), self->work, TRINH_SIGNING_ROLE_OFFICE, widget);
  else if (trinh_work_can_sign (self->work, &error))
    trinh_sign_sheet_present (get_session (widget), self->work, TRINH_SIGNING_ROLE_SIGNATORY, widget);
  else
    trinh_report_page_toast (widget, error->message);
}

static gboolean
is_on_paper (TrinhReport *report)
{
  g_autoptr (TrinhStep) step = trinh_review_find_last (report, 1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER);

  return step != NULL && trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER;
}

static void
signatures_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  TrinhReportView *self = TRINH_REPORT_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (is_on_paper (trinh_work_get_report (self->work)))
    {
      trinh_report_page_toast (widget, _ ("Signed on paper: there is no digital signature to check. The scan stands on the overview."));
      return;
    }
  pdf = trinh_session_load_signed (self->work, &error);
  if (pdf != NULL)
    trinh_signatures_page_present_bytes (get_session (widget), trinh_report_get_title (trinh_work_get_report (self->work)), pdf, widget);
  else
    trinh_report_page_toast (widget, error != NULL ? error->message : _ ("No signed file of this report is kept"));
}

void
trinh_report_view_install_signing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "report.signatures", NULL, signatures_action);
}
