/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Which numbers of official documents are given already. */

#include "config.h"

#include "trinh-number-private.h"
#include "trinh-store-numbers.h"
#include "trinh-store-private.h"

static gboolean
list_in_worker (TrinhConnection *connection,
                gpointer data,
                GError **error)
{
  GPtrArray **numbers = data;

  *numbers = trinh_repository_list_numbers (connection, error);
  return *numbers != NULL;
}

/* @date: Julian, 0: the report's own. (transfer full) */
static TrinhNumber *
make_number (TrinhReport *report,
             const char *number,
             guint32 date)
{
  g_autofree char *day = date != 0 ? trinh_date_to_string (date) : g_strdup (trinh_report_get_date (report));

  return trinh_number_new (trinh_report_get_id (report), trinh_report_get_office (report), number, trinh_report_get_symbol (report), day);
}

GPtrArray *
trinh_store_list_numbers (TrinhStore *self,
                          TrinhReport *report,
                          GError **error)
{
  g_autoptr (TrinhNumber) own = NULL;
  g_autoptr (GPtrArray) numbers = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  own = make_number (report, NULL, 0);

  return _trinh_store_call (self, list_in_worker, &numbers, error) ? trinh_number_list_series (own, numbers) : NULL;
}

gboolean
trinh_store_check_number (TrinhStore *self,
                          TrinhReport *report,
                          const char *number,
                          guint32 date,
                          GError **error)
{
  g_autoptr (TrinhNumber) own = NULL;
  g_autoptr (GPtrArray) numbers = NULL;

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);

  own = make_number (report, number != NULL ? number : trinh_report_get_number (report), date);
  if (*own->number == '\0')
    return TRUE;

  return _trinh_store_call (self, list_in_worker, &numbers, error) && trinh_number_check (own, numbers, error);
}
