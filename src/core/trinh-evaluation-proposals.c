/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-language.h"
#include "trinh-report-private.h"

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

/* The rows of a list by their names, in the order in which they come up */
typedef struct
{
  TrinhForm *form;
  TrinhFormRow *pattern;
  TrinhFormColumn *name;
  GPtrArray *names; /* of char *, folded */
  GPtrArray *keys;  /* of char *: the row's here, an own one or a new one */
  guint last_key;
} Rows;

static const char *
build_address (TrinhForm *form,
               const char *key,
               TrinhFormColumn *column)
{
  return trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
}

/* (nullable): what the row of a report is called, for comparing */
static char *
dup_row_name (const Rows *rows,
              TrinhReport *report,
              const char *key)
{
  const char *text = trinh_value_get_text (trinh_report_get_value (report, build_address (rows->form, key, rows->name)));

  return text != NULL ? trinh_language_respell (text) : NULL;
}

static void
add_rows (Rows *rows,
          TrinhReport *report,
          gboolean own)
{
  const char *const *keys = trinh_report_get_rows (report, trinh_form_get_id (rows->form));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      char *name = dup_row_name (rows, report, keys[i]);

      if (own)
        rows->last_key = MAX (rows->last_key, (guint) g_ascii_strtoull (keys[i] + 1, NULL, 10));
      if (name == NULL || g_ptr_array_find_with_equal_func (rows->names, name, g_str_equal, NULL))
        {
          g_free (name);
          continue;
        }
      g_ptr_array_add (rows->names, name);
      g_ptr_array_add (rows->keys, own ? g_strdup (keys[i]) : g_strdup_printf ("r%u", ++rows->last_key));
    }
}

static const char *
find_row_key (const Rows *rows,
              TrinhReport *report,
              const char *name)
{
  const char *const *keys = trinh_report_get_rows (report, trinh_form_get_id (rows->form));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *other = dup_row_name (rows, report, keys[i]);

      if (g_strcmp0 (other, name) == 0)
        return keys[i];
    }
  return NULL;
}

/* Flows are added over the reports that have the row; of anything else the last is taken. */
static TrinhProposal *
propose_list_cell (const Rows *rows,
                   guint row,
                   TrinhFormColumn *column,
                   GPtrArray *reports,
                   gboolean complete)
{
  TrinhKind kind = trinh_kind_of_cell (rows->pattern, column);
  gboolean adds = trinh_form_row_get_behaviour (rows->pattern) == TRINH_BEHAVIOUR_FLOW && (kind == TRINH_KIND_COUNT || kind == TRINH_KIND_AMOUNT);
  g_autoptr (GString) sources = g_string_new (NULL);
  g_autofree char *text = NULL;
  TrinhDecimal sum = { 0 }, number;
  gboolean estimate = FALSE;
  TrinhProposal *proposal;

  if (trinh_form_row_get_behaviour (rows->pattern) == TRINH_BEHAVIOUR_FLOW && !adds && kind != TRINH_KIND_TEXT)
    return NULL;
  for (guint i = 0; i < reports->len; i++)
    {
      const char *key = find_row_key (rows, reports->pdata[i], rows->names->pdata[row]);
      TrinhValue *value = key != NULL ? trinh_report_get_value (reports->pdata[i], build_address (rows->form, key, column)) : NULL;

      if (trinh_value_get_text (value) == NULL || (adds && !trinh_value_get_decimal (value, &number)))
        continue;
      if (adds && !trinh_decimal_add (sum, number, &sum))
        return NULL;
      if (!adds)
        g_string_truncate (sources, 0);
      g_set_str (&text, trinh_value_get_text (value));
      estimate |= trinh_value_get_estimate (value);
      add_source (sources, reports->pdata[i]);
    }
  if (text == NULL)
    return NULL;
  proposal = g_new0 (TrinhProposal, 1);
  *proposal = (TrinhProposal) { g_intern_string (build_address (rows->form, rows->keys->pdata[row], column)), adds ? trinh_decimal_to_canonical (sum) : g_steal_pointer (&text), g_strdup (sources->str), complete, estimate };
  return proposal;
}

static TrinhFormColumn *
find_name_column (TrinhForm *form)
{
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      /* The form keeps it. */
      if (trinh_kind_of_cell (trinh_form_get_row (form, 0), column) == TRINH_KIND_TEXT)
        return column;
    }
  return NULL;
}

/* The reports that make up the period, of those that have rows in the list. (transfer container) */
static GPtrArray *
list_reports (TrinhForm *form,
              GArray *parts,
              guint n_months,
              gboolean *complete)
{
  g_autofree guint8 *known = g_new0 (guint8, parts->len + 1);
  GPtrArray *reports = g_ptr_array_new ();
  int chosen[MOST_MONTHS];

  for (guint i = 0; i < parts->len; i++)
    known[i] = trinh_report_get_rows (g_array_index (parts, Part, i).report, trinh_form_get_id (form))[0] != NULL;
  *complete = find_cover (parts, known, n_months, chosen) == 0;
  for (guint month = 0; month < n_months;)
    {
      const Part *part = chosen[month] >= 0 ? &g_array_index (parts, Part, chosen[month]) : NULL;

      if (part != NULL)
        g_ptr_array_add (reports, part->report);
      month = part != NULL ? part->to : month + 1;
    }
  return reports;
}

static void
propose_list (TrinhEvaluation *self,
              TrinhForm *form,
              GArray *parts,
              guint n_months,
              GPtrArray *proposals)
{
  gboolean complete = FALSE;
  g_autoptr (GPtrArray) reports = list_reports (form, parts, n_months, &complete);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GListModel *columns = trinh_form_get_columns (form);
  Rows rows = { form, trinh_form_get_row (form, 0), find_name_column (form), names, keys, 0 };

  /* Without names nobody knows which row is which. */
  if (rows.name == NULL)
    return;
  add_rows (&rows, self->report, TRUE);
  for (guint i = 0; i < reports->len; i++)
    add_rows (&rows, reports->pdata[i], FALSE);
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
      {
        g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, j);
        TrinhProposal *proposal = propose_list_cell (&rows, i, column, reports, complete);

        if (proposal != NULL)
          g_ptr_array_add (proposals, proposal);
      }
}

static void
propose_lists (TrinhEvaluation *self,
               const char *address,
               GArray *parts,
               guint n_months,
               GPtrArray *proposals)
{
  for (guint i = 0; i < self->n_forms; i++)
    if (self->forms[i].list)
      propose_list (self, self->forms[i].form, parts, n_months, proposals);
  for (guint i = proposals->len; address != NULL && i > 0; i--)
    if (!g_str_equal (((TrinhProposal *) proposals->pdata[i - 1])->address, address))
      g_ptr_array_remove_index (proposals, i - 1);
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
  propose_lists (self, address, parts, n_months, proposals);
  return proposals;
}
