/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-session-private.h"

static gboolean
begin_from (TrinhReport *report,
            TrinhReport *last,
            GError **error)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_begin (evaluation, last);

  return trinh_report_apply (report, edit, error);
}

/* What was entered for a later period is no beginning. */
static gboolean
refuse_later (TrinhPeriod period,
              TrinhReport *last,
              GError **error)
{
  g_autofree char *title = NULL;

  if (trinh_period_compare (trinh_report_get_period (last), period) < 0)
    return FALSE;

  title = trinh_period_get_title (trinh_report_get_period (last));
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_RANGE, _ ("The report for “%s” is not earlier than the new one. Begin from an earlier report."), title);

  return TRUE;
}

TrinhWork *
trinh_session_create_from (TrinhSession *self,
                           const char *regime,
                           TrinhPeriod period,
                           TrinhOffice *office,
                           TrinhReport *last,
                           GError **error)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (last), NULL);

  if (refuse_later (period, last, error))
    return NULL;
  work = trinh_session_create (self, regime, period, office, error);
  if (work == NULL)
    return NULL;

  edit = trinh_evaluation_make_begin (trinh_work_get_evaluation (work), last);
  if (!trinh_work_apply (work, edit, error) || !trinh_work_flush (work, error))
    return NULL;

  return g_steal_pointer (&work);
}

static gboolean
is_better (TrinhStoreEntry *entry,
           TrinhStoreEntry *than,
           const char *regime)
{
  const gboolean same = g_str_equal (trinh_store_entry_get_regime (entry), regime);
  int order;

  if (than == NULL)
    return TRUE;
  if (same != g_str_equal (trinh_store_entry_get_regime (than), regime))
    return same;
  order = trinh_period_compare (trinh_store_entry_get_period (entry), trinh_store_entry_get_period (than));

  return order != 0 ? order > 0 : trinh_store_entry_get_modified (entry) > trinh_store_entry_get_modified (than);
}

TrinhStoreEntry *
trinh_session_find_last (TrinhSession *self,
                         const char *regime,
                         TrinhPeriod period,
                         TrinhOffice *office)
{
  TrinhStore *store;
  g_autoptr (TrinhStoreEntry) best = NULL;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (regime != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);

  store = trinh_session_get_store (self, NULL);
  for (guint i = 0; store != NULL && i < g_list_model_get_n_items (trinh_store_get_entries (store)); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (trinh_store_get_entries (store), i);
      g_autoptr (TrinhOffice) other = trinh_office_new (trinh_store_entry_get_office (entry), trinh_store_entry_get_office_code (entry), NULL, NULL, NULL, NULL);

      if (trinh_period_compare (trinh_store_entry_get_period (entry), period) < 0 && trinh_office_is_same (office, other) && is_better (entry, best, regime))
        g_set_object (&best, entry);
    }

  return g_steal_pointer (&best);
}

/* The office as the last report has it, with its code and header, unless another name was given. */
static TrinhReport *
make_report (TrinhSession *self,
             const char *regime_id,
             TrinhPeriod period,
             const char *office_name,
             TrinhReport *last,
             GError **error)
{
  g_autoptr (TrinhReport) checked = NULL;
  g_autofree char *text = trinh_period_to_string (period);
  TrinhOffice *office = trinh_report_get_office (last);

  checked = trinh_session_make_report (self, regime_id, text, office_name != NULL ? office_name : trinh_office_get_name (office), error);
  if (checked == NULL || office_name != NULL)
    return g_steal_pointer (&checked);

  return trinh_report_new (trinh_report_get_regime (checked), period, office);
}

TrinhReport *
trinh_session_make_report_from (TrinhSession *self,
                                const char *regime,
                                const char *period_text,
                                const char *office,
                                TrinhReport *last,
                                GError **error)
{
  g_autoptr (TrinhReport) report = NULL;
  TrinhPeriod period;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);
  g_return_val_if_fail (period_text != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (last), NULL);

  if (!trinh_period_parse (period_text, &period, error) || refuse_later (period, last, error))
    return NULL;
  report = make_report (self, regime != NULL ? regime : trinh_regime_get_id (trinh_report_get_regime (last)), period, office, last, error);
  if (report == NULL || !begin_from (report, last, error))
    return NULL;

  return g_steal_pointer (&report);
}
