/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

/*
 * The past of a report as it can be compared with: the office's own reports, those of another regime brought into
 * this one's cells by concept, and for the periods before a merger the predecessors' reports added up.
 */

/* The cell of another regime that is the same indicator: by concept, else the same row of the same form where neither
 * names a concept. (nullable) */
static const char *
find_counterpart (TrinhRegime *other,
                  const TrinhCell *cell)
{
  const char *concept = trinh_form_row_get_concept (cell->row);
  const char *address = concept != NULL ? trinh_regime_find_concept (other, concept) : NULL;
  g_autofree char *form = NULL;
  g_autofree char *key = NULL;
  TrinhFormRow *row;
  guint slot;

  if (address != NULL && !trinh_form_column_get_main (cell->column) && trinh_address_split (address, &form, &key, NULL))
    address = trinh_address_build (form, key, trinh_form_column_get_id (cell->column));
  if (address != NULL)
    return trinh_regime_find_slot (other, address, &slot) ? address : NULL;
  if (!trinh_regime_find_slot (other, cell->address, &slot) || !trinh_regime_find_cell (other, cell->address, NULL, &row, NULL))
    return NULL;
  return concept == NULL || trinh_form_row_get_concept (row) == NULL ? cell->address : NULL;
}

/* Codes of another form are other codes, unless they say the same. */
static gboolean
is_comparable (TrinhRegime *other,
               const char *address,
               const TrinhCell *cell,
               const char *text)
{
  TrinhFormRow *row = NULL;
  TrinhFormColumn *column = NULL;
  TrinhKind kind;

  trinh_regime_find_cell (other, address, NULL, &row, &column);
  kind = trinh_kind_of_cell (row, column);
  if (trinh_kind_is_number (kind) && trinh_kind_is_number (cell->kind))
    return (kind == TRINH_KIND_PERCENT) == (cell->kind == TRINH_KIND_PERCENT);
  if (kind != cell->kind)
    return FALSE;
  return kind != TRINH_KIND_CHOICE || text == NULL ||
         g_strcmp0 (trinh_form_row_find_choice (row, text), trinh_form_row_find_choice (cell->row, text)) == 0;
}

/* What the cell's indicator was in that report, entered or computed; "" blank. */
static char *
dup_text (TrinhEvaluation *past,
          const TrinhCell *cell)
{
  TrinhRegime *regime = trinh_report_get_regime (past->report);
  const char *address = find_counterpart (regime, cell);
  TrinhValue *value = address != NULL ? trinh_report_get_value (past->report, address) : NULL;
  TrinhDecimal number;

  if (address == NULL || !is_comparable (regime, address, cell, trinh_value_get_text (value)))
    return g_strdup ("");
  if (trinh_evaluation_get_decimal (past, address, &number))
    return trinh_decimal_to_canonical (number);
  return g_strdup (trinh_value_get_text (value) != NULL ? trinh_value_get_text (value) : "");
}

/* %NULL where one of them is blank or the sum is too large */
static TrinhValue *
make_sum (char **texts)
{
  TrinhDecimal sum = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      TrinhDecimal number;

      if (!trinh_decimal_parse_canonical (texts[i], &number, NULL) || !trinh_decimal_add (sum, number, &sum))
        return NULL;
    }
  text = trinh_decimal_to_canonical (sum);
  return trinh_value_new (text);
}

/* "2 × Trực tuyến; 1 × Phát phiếu" as the note of a blank: a number of offices is no code. */
static TrinhValue *
make_counts (TrinhFormRow *row,
             char **texts)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < trinh_form_row_get_n_choices (row); i++)
    {
      guint n = 0;

      for (guint j = 0; texts[j] != NULL; j++)
        n += g_str_equal (texts[j], trinh_form_row_get_choice_code (row, i));
      if (n > 0)
        g_string_append_printf (note, "%s%u × %s", note->len > 0 ? "; " : "", n, trinh_form_row_get_choice_text (row, i));
    }
  return note->len > 0 ? trinh_value_new_full (NULL, TRINH_BLANK_NO_REASON, note->str, FALSE, TRINH_ORIGIN_COMPUTED) : NULL;
}

static TrinhValue *
make_value (const TrinhCell *cell,
            char **texts)
{
  if (texts[0] == NULL)
    return NULL;
  if (texts[1] == NULL)
    return *texts[0] != '\0' ? trinh_value_new (texts[0]) : NULL;
  switch (trinh_form_row_get_aggregation (cell->row))
    {
    case TRINH_AGGREGATION_SUM:
      return trinh_kind_is_number (cell->kind) ? make_sum (texts) : NULL;
    case TRINH_AGGREGATION_COUNT_BY_CODE:
      return make_counts (cell->row, texts);
    case TRINH_AGGREGATION_RECOMPUTE: /* by its formula, of the sums */
    case TRINH_AGGREGATION_NONE:
    default:
      return NULL;
    }
}

static void
add_values (TrinhEvaluation *self,
            GPtrArray *evaluations,
            TrinhEdit *edit)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_auto (GStrv) texts = NULL;
      g_autoptr (TrinhValue) value = NULL;

      /* Nothing is entered there: the rows make it. */
      if (self->cells[i].total)
        continue;
      texts = g_new0 (char *, evaluations->len + 1);
      for (guint j = 0; j < evaluations->len; j++)
        texts[j] = dup_text (g_ptr_array_index (evaluations, j), &self->cells[i]);
      value = make_value (&self->cells[i], texts);
      if (value != NULL)
        trinh_edit_set_value (edit, self->cells[i].address, value);
    }
}

/* The dates of the data, where all reports have the same. */
static void
add_dates (GPtrArray *reports,
           TrinhEdit *edit)
{
  guint32 from = trinh_report_get_data_from (g_ptr_array_index (reports, 0));
  guint32 to = trinh_report_get_data_to (g_ptr_array_index (reports, 0));
  g_autofree char *first = trinh_date_to_string (from);
  g_autofree char *last = trinh_date_to_string (to);

  for (guint i = 1; i < reports->len; i++)
    if (trinh_report_get_data_from (g_ptr_array_index (reports, i)) != from ||
        trinh_report_get_data_to (g_ptr_array_index (reports, i)) != to)
      return;
  trinh_edit_set_member_string (edit, "data_from", first);
  trinh_edit_set_member_string (edit, "data_to", last);
}

/* Ratios of the sums; who reads the report without its formulas finds them too. */
static void
add_computed (TrinhReport *report)
{
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  TrinhDecimal number;

  for (guint i = 0; i < evaluation->n_formulas; i++)
    {
      const char *address = evaluation->cells[evaluation->checks[evaluation->order[i]].target].address;
      g_autofree char *text = NULL;
      g_autoptr (TrinhValue) value = NULL;

      if (trinh_report_get_value (report, address) != NULL || !trinh_evaluation_get_computed (evaluation, address, &number))
        continue;
      text = trinh_decimal_to_canonical (number);
      value = trinh_value_new_full (text, TRINH_BLANK_NO_REASON, NULL, FALSE, TRINH_ORIGIN_COMPUTED);
      trinh_edit_set_value (edit, address, value);
    }
  trinh_report_apply (report, edit, NULL);
}

/* One report of this regime and office out of those of one period: itself in other cells, or several added up. */
TrinhReport *
_trinh_evaluation_bring_home (TrinhEvaluation *self,
                              GPtrArray *reports)
{
  TrinhReport *first = g_ptr_array_index (reports, 0);
  TrinhReport *report = trinh_report_new (trinh_report_get_regime (self->report), trinh_report_get_period (first), trinh_report_get_office (self->report));
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (evaluations, trinh_evaluation_new (g_ptr_array_index (reports, i)));
  add_values (self, evaluations, edit);
  add_dates (reports, edit);
  if (!trinh_report_apply (report, edit, &error))
    g_message ("%s", error->message);
  add_computed (report);
  if (reports->len == 1)
    g_set_str (&report->id, trinh_report_get_id (first));
  return report;
}

/* After a merger the new office may keep the name of an old one: its own reports name their predecessors too. */
static gboolean
is_own (TrinhEvaluation *self,
        TrinhReport *report)
{
  TrinhOffice *own = trinh_report_get_office (self->report);
  TrinhOffice *other = trinh_report_get_office (report);
  gboolean merged = trinh_office_get_n_predecessors (other) > 0;

  if (g_str_equal (trinh_report_get_id (report), trinh_report_get_id (self->report)) || !trinh_office_is_same (own, other))
    return FALSE;
  for (guint i = 0; !merged && i < trinh_office_get_n_predecessors (own); i++)
    if (trinh_office_is_same (trinh_office_get_predecessor (own, i), other))
      return FALSE;
  return TRUE;
}

static gboolean
has_period (GPtrArray *reports,
            TrinhPeriod period)
{
  for (guint i = 0; i < reports->len; i++)
    if (trinh_period_equal (trinh_report_get_period (g_ptr_array_index (reports, i)), period))
      return TRUE;
  return FALSE;
}

static void
add_own (TrinhEvaluation *self)
{
  TrinhRegime *regime = trinh_report_get_regime (self->report);

  for (guint i = 0; i < self->history->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->history, i);
      g_autoptr (GPtrArray) only = NULL;

      if (!is_own (self, report))
        continue;
      if (trinh_report_get_regime (report) == regime)
        {
          g_ptr_array_add (self->past, g_object_ref (report));
          continue;
        }
      only = g_ptr_array_new ();
      g_ptr_array_add (only, report);
      report = _trinh_evaluation_bring_home (self, only);
      g_ptr_array_add (self->past, report);
      g_hash_table_add (self->brought, report);
    }
}

static TrinhReport *
find_of_office (TrinhEvaluation *self,
                TrinhOffice *office,
                TrinhPeriod period)
{
  TrinhReport *best = NULL;

  for (guint i = 0; i < self->history->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->history, i);

      if (trinh_period_equal (trinh_report_get_period (report), period) && !is_own (self, report) &&
          trinh_office_is_same (trinh_report_get_office (report), office) &&
          (best == NULL || trinh_report_get_state (report) >= trinh_report_get_state (best)))
        best = report;
    }
  return best;
}

/* (transfer container) (nullable): one report of every predecessor; %NULL where one is missing, then @missing has the names */
static GPtrArray *
list_of_predecessors (TrinhEvaluation *self,
                      TrinhPeriod period,
                      char **missing)
{
  TrinhOffice *own = trinh_report_get_office (self->report);
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < trinh_office_get_n_predecessors (own); i++)
    {
      TrinhOffice *office = trinh_office_get_predecessor (own, i);
      TrinhReport *report = find_of_office (self, office, period);

      if (report != NULL)
        g_ptr_array_add (reports, report);
      else
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", trinh_office_get_name (office));
    }
  if (missing != NULL)
    *missing = g_strdup (names->str);
  return names->len == 0 && reports->len > 0 ? g_steal_pointer (&reports) : NULL;
}

static void
add_combined (TrinhEvaluation *self)
{
  if (trinh_office_get_n_predecessors (trinh_report_get_office (self->report)) == 0)
    return;
  for (guint i = 0; i < self->history->len; i++)
    {
      TrinhPeriod period = trinh_report_get_period (g_ptr_array_index (self->history, i));
      g_autoptr (GPtrArray) reports = NULL;
      TrinhReport *report;

      if (has_period (self->past, period) || trinh_period_equal (period, trinh_report_get_period (self->report)))
        continue;
      reports = list_of_predecessors (self, period, NULL);
      if (reports == NULL)
        continue;
      report = _trinh_evaluation_bring_home (self, reports);
      g_ptr_array_add (self->past, report);
      g_hash_table_add (self->combined, report);
    }
}

void
_trinh_evaluation_find_past (TrinhEvaluation *self)
{
  g_hash_table_remove_all (self->brought);
  g_hash_table_remove_all (self->combined);
  g_ptr_array_set_size (self->past, 0);
  add_own (self);
  add_combined (self);
}

/* "UBND xã A, UBND xã B" */
static char *
dup_predecessors (TrinhEvaluation *self)
{
  TrinhOffice *own = trinh_report_get_office (self->report);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < trinh_office_get_n_predecessors (own); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", trinh_office_get_name (trinh_office_get_predecessor (own, i)));
  return g_string_free_and_steal (names);
}

static TrinhReport *
find_combined (TrinhEvaluation *self,
               TrinhPeriod period)
{
  for (guint i = 0; i < self->past->len; i++)
    {
      TrinhReport *report = g_ptr_array_index (self->past, i);

      if (trinh_period_equal (trinh_report_get_period (report), period))
        return g_hash_table_contains (self->combined, report) ? report : NULL;
    }
  return NULL;
}

/* For a period before the merger: that it was added up, or why it is not compared with. %NULL where the office itself
 * reported. */
static char *
dup_line (TrinhEvaluation *self,
          TrinhPeriod period)
{
  g_autofree char *title = trinh_period_get_title (period);
  g_autofree char *names = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  if (find_combined (self, period) != NULL)
    {
      names = dup_predecessors (self);
      return g_strdup_printf (_ ("The figures of “%s” are those of the offices before the merger added up: %s."), title, names);
    }
  if (has_period (self->past, period))
    return NULL;
  reports = list_of_predecessors (self, period, &names);
  return g_strdup_printf (_ ("There is no comparison with “%s”: no report for it of %s."), title, names);
}

static void
add_line (TrinhEvaluation *self,
          GPtrArray **findings,
          TrinhPeriod period)
{
  g_autofree char *message = dup_line (self, period);
  g_autofree char *name = trinh_period_to_string (period);

  if (message != NULL)
    _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                             .severity = TRINH_SEVERITY_INFO,
                                             .rule = find_combined (self, period) != NULL ? TRINH_RULE_PREDECESSORS_ADDED : TRINH_RULE_PREDECESSORS_SKIPPED,
                                             .message = message,
                                             .expected = name,
                                           });
}

void
_trinh_evaluation_check_past (TrinhEvaluation *self)
{
  TrinhPeriod own = trinh_report_get_period (self->report);
  GPtrArray *findings = NULL;
  TrinhPeriod previous, last_year;

  self->past_dirty = FALSE;
  if (trinh_office_get_n_predecessors (trinh_report_get_office (self->report)) > 0 && trinh_period_last_year (own, &last_year))
    {
      add_line (self, &findings, last_year);
      if (trinh_period_previous (own, &previous) && !trinh_period_equal (previous, last_year))
        add_line (self, &findings, previous);
    }
  _trinh_evaluation_replace (self, &self->past_findings, findings);
}

gboolean
trinh_evaluation_get_combined (TrinhEvaluation *self,
                               TrinhReport *report)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);

  return g_hash_table_contains (self->combined, report);
}
