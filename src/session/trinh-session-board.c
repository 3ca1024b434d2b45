/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* By which regimes the offices report, and what they were told of single periods. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-private.h"

TrinhBoardSettings *
trinh_session_get_board_settings (TrinhSession *self)
{
  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  return trinh_board_settings_load (trinh_session_get_store (self, NULL));
}

gboolean
trinh_session_set_board_settings (TrinhSession *self,
                                  TrinhBoardSettings *settings,
                                  GError **error)
{
  TrinhStore *store;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (settings != NULL, FALSE);

  store = trinh_session_get_store (self, error);
  if (store == NULL || !trinh_board_settings_save (settings, store, error))
    return FALSE;
  _trinh_session_emit_board_changed (self);

  return TRUE;
}

static guint32
get_year_start (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, g_date_get_year (&date));

  return g_date_get_julian (&date);
}

/* An office that makes a report by a regime goes on with it: from this period on, but nothing that was due before this
 * year is asked for because an old report is entered. */
gboolean
_trinh_session_expect (TrinhSession *self,
                       TrinhReport *report,
                       guint32 today,
                       GError **error)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (self);
  TrinhRegime *regime = trinh_report_get_regime (report);
  const TrinhPeriod period = trinh_report_get_period (report);
  const char *id = trinh_regime_get_id (regime);
  guint32 deadline;

  if (trinh_board_settings_get_from (settings, trinh_report_get_office (report), id) != 0)
    return TRUE;
  trinh_regime_get_dates (regime, period, NULL, NULL, &deadline);
  trinh_board_settings_set_from (settings, trinh_report_get_office (report), id, deadline >= get_year_start (today) ? period.to : today);

  return trinh_session_set_board_settings (self, settings, error);
}

static TrinhEdit *
make_edit (TrinhReport *report,
           guint32 data_to)
{
  TrinhEdit *edit = trinh_edit_new (_ ("cut-off of the report"));
  g_autofree char *text = trinh_date_to_string (data_to);

  if (data_to != 0 && data_to != trinh_report_get_data_to (report) && data_to >= trinh_report_get_data_from (report))
    trinh_edit_set_member_string (edit, "data_to", text);

  return edit;
}

/* The days that the office was told before it began the report */
gboolean
_trinh_session_apply_term (TrinhSession *self,
                           TrinhReport *report,
                           GError **error)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (self);
  g_autoptr (TrinhEdit) edit = NULL;
  TrinhBoardTerm term;

  if (!trinh_board_settings_get_term (settings, trinh_report_get_office (report), trinh_regime_get_id (trinh_report_get_regime (report)), trinh_report_get_period (report), &term))
    return TRUE;
  edit = make_edit (report, term.data_to);

  return trinh_report_apply (report, edit, error);
}

static gboolean
change_stored (TrinhSession *self,
               TrinhOffice *office,
               const char *regime,
               TrinhPeriod period,
               guint32 data_to,
               GError **error)
{
  g_autoptr (TrinhStoreEntry) entry = trinh_store_find_entry (trinh_session_get_store (self, NULL), regime, trinh_office_get_name (office), period);
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  if (entry == NULL || trinh_store_entry_get_state (entry) == TRINH_STATE_SIGNED || trinh_store_entry_get_state (entry) == TRINH_STATE_ISSUED)
    return TRUE;
  work = trinh_session_open_stored (self, trinh_store_entry_get_id (entry), error);
  if (work == NULL)
    return FALSE;
  edit = make_edit (trinh_work_get_report (work), data_to);

  return trinh_work_apply (work, edit, error) && trinh_work_flush (work, error);
}

gboolean
trinh_session_set_term (TrinhSession *self,
                        TrinhOffice *office,
                        const char *regime,
                        TrinhPeriod period,
                        const TrinhBoardTerm *term,
                        GError **error)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), FALSE);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (regime != NULL, FALSE);
  g_return_val_if_fail (term != NULL, FALSE);

  settings = trinh_session_get_board_settings (self);
  trinh_board_settings_set_term (settings, office, regime, period, term);
  if (!trinh_session_set_board_settings (self, settings, error))
    return FALSE;

  return term->data_to == 0 || change_stored (self, office, regime, period, term->data_to, error);
}
