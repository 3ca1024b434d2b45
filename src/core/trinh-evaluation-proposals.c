/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"

#define MOST_MONTHS 12

/* A report of a shorter period inside this one: which months of it */
typedef struct
{
  TrinhReport *report;
  guint from;
  guint to; /* behind the last */
} Part;

static void
proposal_free (gpointer data)
{
  TrinhProposal *proposal = data;

  g_free (proposal->text);
  g_free (proposal->sources);
  g_free (proposal);
}

static guint
count_months (guint32 from,
              guint32 to)
{
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_set_julian (&first, from);
  g_date_clear (&last, 1);
  g_date_set_julian (&last, to);
  return (guint) ((g_date_get_year (&last) - g_date_get_year (&first)) * 12 + g_date_get_month (&last) - g_date_get_month (&first));
}

/* By end, then by length; of one period the best report alone. */
static GArray *
list_parts (TrinhEvaluation *self)
{
  TrinhPeriod own = trinh_report_get_period (self->report);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; own.kind != TRINH_PERIOD_AD_HOC && i < self->past->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->past, i);
      TrinhPeriod period = trinh_report_get_period (report);
      Part part = { report, 0, 0 };
      guint at = 0;

      if (period.kind == TRINH_PERIOD_AD_HOC || period.from < own.from || period.to > own.to || trinh_period_equal (period, own))
        continue;
      part.from = count_months (own.from, period.from);
      part.to = count_months (own.from, period.to) + 1;
      while (at < parts->len && trinh_period_compare (trinh_report_get_period (g_array_index (parts, Part, at).report), period) < 0)
        at++;
      if (at == parts->len || !trinh_period_equal (trinh_report_get_period (g_array_index (parts, Part, at).report), period))
        g_array_insert_val (parts, at, part);
      else if (_trinh_evaluation_is_better (self, report, g_array_index (parts, Part, at).report))
        g_array_index (parts, Part, at) = part;
    }
  return parts;
}

/* The way through the months with the fewest gaps, then the fewest reports: for each month the part that begins there,
 * or -1 for a gap. */
static guint
find_cover (GArray *parts,
            const guint8 *known,
            guint n_months,
            int *chosen)
{
  guint cost[MOST_MONTHS + 1] = { 0 };

  for (guint month = n_months; month-- > 0;)
    {
      chosen[month] = -1;
      cost[month] = cost[month + 1] + MOST_MONTHS * MOST_MONTHS;
      for (guint i = 0; i < parts->len; i++)
        {
          const Part *part = &g_array_index (parts, Part, i);

          if (known[i] && part->from == month && part->to <= n_months && cost[part->to] + 1 < cost[month])
            {
              cost[month] = cost[part->to] + 1;
              chosen[month] = (int) i;
            }
        }
    }
  return cost[0] / (MOST_MONTHS * MOST_MONTHS);
}

static void
add_source (GString *sources,
            TrinhReport *report)
{
  g_autofree char *title = trinh_period_get_short_title (trinh_report_get_period (report));

  g_string_append_printf (sources, "%s%s", sources->len > 0 ? " + " : "", title);
}

static TrinhProposal *
propose_sum (const TrinhCell *cell,
             GArray *parts,
             guint n_months)
{
  g_autofree guint8 *known = g_new0 (guint8, parts->len + 1);
  g_autoptr (GString) sources = g_string_new (NULL);
  int chosen[MOST_MONTHS];
  TrinhDecimal sum = { 0 }, number;
  gboolean estimate = FALSE;
  TrinhProposal *proposal;
  guint gaps;

  for (guint i = 0; i < parts->len; i++)
    known[i] = trinh_report_get_decimal (g_array_index (parts, Part, i).report, cell->address, &number);
  gaps = find_cover (parts, known, n_months, chosen);
  for (guint month = 0; month < n_months;)
    {
      const Part *part = chosen[month] >= 0 ? &g_array_index (parts, Part, chosen[month]) : NULL;

      month = part != NULL ? part->to : month + 1;
      if (part == NULL || !trinh_report_get_decimal (part->report, cell->address, &number))
        continue;
      if (!trinh_decimal_add (sum, number, &sum))
        return NULL;
      estimate |= trinh_value_get_estimate (trinh_report_get_value (part->report, cell->address));
      add_source (sources, part->report);
    }
  if (sources->len == 0)
    return NULL;
  proposal = g_new0 (TrinhProposal, 1);
  *proposal = (TrinhProposal) { cell->address, trinh_decimal_to_canonical (sum), g_strdup (sources->str), gaps == 0, estimate };
  return proposal;
}

/* Heads counted on a day, and what is counted since the year's beginning, are never added. */
static TrinhProposal *
propose_last (const TrinhCell *cell,
              GArray *parts,
              guint n_months)
{
  for (guint i = parts->len; i > 0; i--)
    {
      const Part *part = &g_array_index (parts, Part, i - 1);
      TrinhValue *value = trinh_report_get_value (part->report, cell->address);
      g_autoptr (GString) sources = NULL;
      TrinhProposal *proposal;

      if (trinh_value_get_text (value) == NULL)
        continue;
      sources = g_string_new (NULL);
      add_source (sources, part->report);
      proposal = g_new0 (TrinhProposal, 1);
      *proposal = (TrinhProposal) { cell->address, g_strdup (trinh_value_get_text (value)), g_strdup (sources->str), part->to == n_months, trinh_value_get_estimate (value) };
      return proposal;
    }
  return NULL;
}

static TrinhProposal *
propose (const TrinhCell *cell,
         GArray *parts,
         guint n_months)
{
  gboolean counts = cell->kind == TRINH_KIND_COUNT || cell->kind == TRINH_KIND_AMOUNT;

  if (!cell->applies || cell->formula != TRINH_NO_SLOT || cell->kind == TRINH_KIND_NONE || cell->kind == TRINH_KIND_TEXT)
    return NULL;
  if (trinh_form_row_get_behaviour (cell->row) != TRINH_BEHAVIOUR_FLOW)
    return propose_last (cell, parts, n_months);
  return counts ? propose_sum (cell, parts, n_months) : NULL;
}

GPtrArray *
trinh_evaluation_list_proposals (TrinhEvaluation *self,
                                 const char *address)
{
  g_autoptr (GArray) parts = NULL;
  GPtrArray *proposals;
  TrinhPeriod own;
  guint n_months;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);

  own = trinh_report_get_period (self->report);
  parts = list_parts (self);
  proposals = g_ptr_array_new_with_free_func (proposal_free);
  if (parts->len == 0)
    return proposals;
  n_months = MIN (count_months (own.from, own.to) + 1, MOST_MONTHS);
  for (guint i = 0; i < self->n_cells; i++)
    {
      TrinhProposal *proposal;

      if (address != NULL && !g_str_equal (self->cells[i].address, address))
        continue;
      proposal = propose (&self->cells[i], parts, n_months);
      if (proposal != NULL)
        g_ptr_array_add (proposals, proposal);
    }
  return proposals;
}
