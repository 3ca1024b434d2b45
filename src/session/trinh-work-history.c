/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-work-private.h"

/* As many earlier periods of a kind as the details of a cell and a chart show; a year of months reaches last_year(). */
#define PAST_PERIODS 12

/* The office itself, or one that it was merged from */
static gboolean
is_of_office (TrinhReport *report,
              TrinhStoreEntry *entry)
{
  TrinhOffice *own = trinh_report_get_office (report);
  g_autoptr (TrinhOffice) office = trinh_office_new (trinh_store_entry_get_office (entry), trinh_store_entry_get_office_code (entry), NULL, NULL, NULL, NULL);

  for (guint i = 0; i < trinh_office_get_n_predecessors (own); i++)
    if (trinh_office_is_same (trinh_office_get_predecessor (own, i), office))
      return TRUE;

  return trinh_office_is_same (own, office);
}

/* Of other kinds of period only those that preceding() and same_year() can mean are of use. */
static gboolean
belongs_to_history (TrinhReport *report,
                    TrinhStoreEntry *entry)
{
  TrinhPeriod own = trinh_report_get_period (report);
  TrinhPeriod other = trinh_store_entry_get_period (entry);

  if (g_str_equal (trinh_store_entry_get_id (entry), trinh_report_get_id (report)) ||
      trinh_period_compare (other, own) >= 0)
    return FALSE;
  if (other.kind != own.kind && other.year + 1 < own.year)
    return FALSE;

  return is_of_office (report, entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  TrinhStoreEntry *left = *(TrinhStoreEntry **) a;
  TrinhStoreEntry *right = *(TrinhStoreEntry **) b;
  int order = trinh_period_compare (trinh_store_entry_get_period (left), trinh_store_entry_get_period (right));

  if (order != 0)
    return order;

  return (trinh_store_entry_get_modified (left) > trinh_store_entry_get_modified (right)) -
         (trinh_store_entry_get_modified (left) < trinh_store_entry_get_modified (right));
}

/* Every kind has its own count: twelve quarters do not push out the month of a year ago. */
static void
drop_oldest (GPtrArray *entries)
{
  guint counts[TRINH_PERIOD_AD_HOC + 1] = { 0 };
  TrinhPeriod last[TRINH_PERIOD_AD_HOC + 1] = { 0 };

  for (guint i = entries->len; i > 0; i--)
    {
      TrinhPeriod period = trinh_store_entry_get_period (entries->pdata[i - 1]);

      if (counts[period.kind] == 0 || !trinh_period_equal (period, last[period.kind]))
        counts[period.kind]++;
      last[period.kind] = period;
      if (counts[period.kind] > PAST_PERIODS)
        g_ptr_array_remove_index (entries, i - 1);
    }
}

static GPtrArray *
choose_entries (TrinhReport *report,
                GListModel *entries)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      if (belongs_to_history (report, entry))
        g_ptr_array_add (chosen, g_steal_pointer (&entry));
    }
  g_ptr_array_sort (chosen, compare_entries);
  drop_oldest (chosen);

  return chosen;
}

GPtrArray *
_trinh_work_load_history (TrinhReport *report,
                          TrinhStore *store,
                          TrinhRegimeLibrary *library)
{
  g_autoptr (GPtrArray) entries = choose_entries (report, trinh_store_get_entries (store));
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GError) error = NULL;
      TrinhReport *earlier = trinh_store_load (store, trinh_store_entry_get_id (entries->pdata[i]), library, &error);

      /* A period that cannot be read is one to compare with less, not a reason to refuse this report. */
      if (earlier == NULL)
        g_message ("%s", error->message);
      else
        g_ptr_array_add (reports, earlier);
    }

  return reports;
}
