/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The deadline of a report: the calendar's, unless the office was given another day. */

#include "config.h"

#include "trinh-board-settings.h"
#include "trinh-work-private.h"

static gboolean
get_term (TrinhWork *self,
          TrinhBoardSettings *settings,
          TrinhBoardTerm *term)
{
  TrinhReport *report = trinh_work_get_report (self);

  return trinh_board_settings_get_term (settings, trinh_report_get_office (report), trinh_regime_get_id (trinh_report_get_regime (report)), trinh_report_get_period (report), term);
}

guint32
trinh_work_get_deadline (TrinhWork *self,
                         char **note)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;
  TrinhReport *report;
  TrinhBoardTerm term = { 0 };

  g_return_val_if_fail (TRINH_IS_WORK (self), 0);

  report = trinh_work_get_report (self);
  settings = trinh_board_settings_load (trinh_work_get_store (self));
  get_term (self, settings, &term);
  if (note != NULL)
    *note = g_strdup (term.note != NULL ? term.note : "");
  if (term.deadline == 0)
    trinh_regime_get_dates (trinh_report_get_regime (report), trinh_report_get_period (report), NULL, NULL, &term.deadline);

  return term.deadline;
}

void
_trinh_work_follow_deadline (TrinhWork *self)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_board_settings_load (trinh_work_get_store (self));
  TrinhBoardTerm term = { 0 };

  get_term (self, settings, &term);
  trinh_evaluation_set_deadline (trinh_work_get_evaluation (self), term.deadline);
}

gboolean
trinh_work_set_deadline (TrinhWork *self,
                         guint32 deadline,
                         const char *note,
                         GError **error)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;
  TrinhReport *report;
  TrinhStore *store;
  TrinhBoardTerm term;
  guint32 usual;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);

  report = trinh_work_get_report (self);
  store = trinh_work_get_store (self);
  if (store == NULL)
    return TRUE;
  settings = trinh_board_settings_load (store);
  get_term (self, settings, &term);
  trinh_regime_get_dates (trinh_report_get_regime (report), trinh_report_get_period (report), NULL, NULL, &usual);
  term.deadline = deadline != usual ? deadline : 0;
  term.note = note != NULL && *note != '\0' ? note : NULL;
  trinh_board_settings_set_term (settings, trinh_report_get_office (report), trinh_regime_get_id (trinh_report_get_regime (report)), trinh_report_get_period (report), &term);
  if (!trinh_board_settings_save (settings, store, error))
    return FALSE;
  trinh_evaluation_set_deadline (trinh_work_get_evaluation (self), term.deadline);
  g_signal_emit_by_name (self, "deadline-changed");

  return TRUE;
}
