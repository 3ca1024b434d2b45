/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-date-row.h"
#include "trinh-new-report-dialog.h"
#include "trinh-period-dates.h"

G_BEGIN_DECLS

struct _TrinhNewReportDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  GPtrArray *regimes; /* as in the drop-down */
  GArray *kinds;      /* of TrinhPeriodKind, as in the drop-down */
  GArray *indexes;    /* of guint, months, quarters or halves as in the drop-down */
  char *there;        /* id of the report that is there already */
  char *last;         /* id of the report to begin from */

  /* Template References */
  GtkWidget *create_button;
  AdwBanner *error_banner;
  AdwBanner *there_banner;
  AdwComboRow *regime_row;
  AdwEntryRow *office_row;
  AdwComboRow *kind_row;
  AdwComboRow *index_row;
  AdwSpinRow *year_row;
  TrinhDateRow *from_row;
  TrinhDateRow *to_row;
  AdwSwitchRow *last_row;
  TrinhPeriodDates *dates;

  guint32 today;
  gboolean filling; /* several rows change together */
};

/* Everything that follows from what is chosen (trinh-new-report-dialog.c) */
void trinh_new_report_dialog_update (TrinhNewReportDialog *self);

/* The choices (trinh-new-report-dialog-period.c); (nullable) */
TrinhRegime *trinh_new_report_dialog_get_regime (TrinhNewReportDialog *self);
void trinh_new_report_dialog_regime_selected_cb (TrinhNewReportDialog *self);
void trinh_new_report_dialog_kind_selected_cb (TrinhNewReportDialog *self);
void trinh_new_report_dialog_year_changed_cb (TrinhNewReportDialog *self);

G_END_DECLS
