/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"

static gboolean
begins_year (TrinhPeriod period)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, period.from);
  return g_date_get_day (&date) == 1 && g_date_get_month (&date) == G_DATE_JANUARY;
}

/* Some calendars begin on the day after the last data end, others on that day (Tân Kỳ 2023). */
static gboolean
is_followed (guint32 end,
             guint32 begin)
{
  return end == begin || end + 1 == begin;
}

static gboolean
is_meant (TrinhEvaluation *self,
          TrinhReach reach,
          TrinhReport *report)
{
  TrinhPeriod own = trinh_report_get_period (self->report);
  TrinhPeriod other = trinh_report_get_period (report);
  TrinhPeriod wanted;

  switch (reach)
    {
    case TRINH_REACH_PREVIOUS:
      return trinh_period_previous (own, &wanted) && trinh_period_equal (other, wanted);
    case TRINH_REACH_LAST_YEAR:
      return trinh_period_last_year (own, &wanted) && trinh_period_equal (other, wanted);
    case TRINH_REACH_PRECEDING:
      return is_followed (trinh_report_get_data_to (report), trinh_report_get_data_from (self->report));
    case TRINH_REACH_SAME_YEAR:
      return begins_year (own) && begins_year (other) && other.year == own.year && other.to < own.to;
    default:
      return FALSE;
    }
}

/* Of two that are meant: the later period, then the one of this regime, then the one that has come further, then the
 * later one of the history. */
gboolean
_trinh_evaluation_is_better (TrinhEvaluation *self,
                             TrinhReport *report,
                             TrinhReport *than)
{
  gboolean brought = g_hash_table_contains (self->brought, report);
  int order = trinh_period_compare (trinh_report_get_period (report), trinh_report_get_period (than));

  if (order != 0)
    return order > 0;
  if (brought != g_hash_table_contains (self->brought, than))
    return !brought;
  return trinh_report_get_state (report) >= trinh_report_get_state (than);
}

static TrinhReport *
find_reach (TrinhEvaluation *self,
            TrinhReach reach)
{
  TrinhReport *best = NULL;

  for (guint i = 0; i < self->past->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->past, i);

      if (is_meant (self, reach, report) && (best == NULL || _trinh_evaluation_is_better (self, report, best)))
        best = report;
    }
  return best;
}

void
_trinh_evaluation_find_reaches (TrinhEvaluation *self)
{
  _trinh_evaluation_find_past (self);
  for (guint i = TRINH_REACH_PREVIOUS; i < TRINH_N_REACHES; i++)
    {
      TrinhReport *report = find_reach (self, i);

      _trinh_figures_close (&self->figures[i]);
      if (report == NULL)
        continue;
      _trinh_figures_open (&self->figures[i], report, self->n_cells);
      _trinh_figures_load_all (self, &self->figures[i]);
    }
  self->past_dirty = TRUE;
}

TrinhReport *
trinh_evaluation_get_reach (TrinhEvaluation *self,
                            TrinhReach reach)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (reach < TRINH_N_REACHES, NULL);

  return self->figures[reach].report;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return trinh_period_compare (trinh_report_get_period (*(TrinhReport **) b), trinh_report_get_period (*(TrinhReport **) a));
}

GPtrArray *
trinh_evaluation_list_past (TrinhEvaluation *self,
                            guint limit)
{
  GPtrArray *past;
  TrinhPeriod own;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  past = g_ptr_array_new ();
  own = trinh_report_get_period (self->report);
  for (guint i = 0; i < self->past->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->past, i);
      TrinhPeriod period = trinh_report_get_period (report);

      if (period.kind == own.kind && trinh_period_compare (period, own) < 0)
        g_ptr_array_add (past, report);
    }
  g_ptr_array_sort (past, compare_newest_first);
  /* One report a period: the one that has come furthest. */
  for (guint i = 1; i < past->len;)
    {
      TrinhReport *kept = g_ptr_array_index (past, i - 1);
      TrinhReport *next = g_ptr_array_index (past, i);

      if (!trinh_period_equal (trinh_report_get_period (kept), trinh_report_get_period (next)))
        i++;
      else
        g_ptr_array_remove_index (past, _trinh_evaluation_is_better (self, next, kept) ? i - 1 : i);
    }
  if (past->len > limit)
    g_ptr_array_set_size (past, (int) limit);
  return past;
}
