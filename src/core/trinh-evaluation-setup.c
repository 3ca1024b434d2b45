/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-address-private.h"
#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

static void
set_up_cell (TrinhEvaluation *self,
             guint slot,
             GHashTable *positions)
{
  TrinhRegime *regime = trinh_report_get_regime (self->report);
  TrinhCell *cell = &self->cells[slot];

  cell->address = trinh_regime_get_slot_address (regime, slot);
  cell->formula = TRINH_NO_SLOT;
  trinh_regime_find_cell (regime, cell->address, &cell->form, &cell->row, &cell->column);
  cell->kind = trinh_kind_of_cell (cell->row, cell->column);
  cell->form_index = GPOINTER_TO_UINT (g_hash_table_lookup (positions, cell->form));
  cell->row_index = GPOINTER_TO_UINT (g_hash_table_lookup (positions, cell->row));
  cell->total = cell->row == trinh_form_get_total (cell->form);
  cell->applies = trinh_form_row_applies_to (cell->row, trinh_office_get_kind (trinh_report_get_office (self->report)));
}

static void
set_up_forms (TrinhEvaluation *self,
              GHashTable *positions)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (self->report));

  self->n_forms = g_list_model_get_n_items (forms);
  self->forms = g_new0 (TrinhFormCheck, self->n_forms);
  for (guint i = 0; i < self->n_forms; i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      /* The regime keeps it. */
      self->forms[i].form = form;
      self->forms[i].list = trinh_form_get_list (form);
      g_hash_table_insert (positions, form, GUINT_TO_POINTER (i));
      for (guint j = 0; j < trinh_form_get_n_rows (form); j++)
        g_hash_table_insert (positions, trinh_form_get_row (form, j), GUINT_TO_POINTER (j));
    }
}

static void
add_dependent (TrinhEvaluation *self,
               guint slot,
               guint check)
{
  TrinhCell *cell = &self->cells[slot];

  if (cell->dependents == NULL)
    cell->dependents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (cell->dependents, check);
}

/* A rule that names a column of every row reads the whole column. */
static void
add_column (TrinhEvaluation *self,
            guint check,
            const char *name)
{
  g_autofree char *form = NULL;
  const char *column;

  if (!trinh_address_split_own (name, &form, &column))
    return;
  self->checks[check].rows = trinh_regime_find_form (trinh_report_get_regime (self->report), form);
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].form == self->checks[check].rows &&
        g_str_equal (trinh_form_column_get_id (self->cells[i].column), column))
      add_dependent (self, i, check);
}

static void
set_up_check (TrinhEvaluation *self,
              guint position,
              TrinhRule *rule)
{
  TrinhCheck *check = &self->checks[position];
  const char *target = trinh_rule_get_target (rule);

  check->rule = g_object_ref (rule);
  check->expression = trinh_rule_get_expression (rule);
  check->target = TRINH_NO_SLOT;
  check->counts = trinh_expression_get_n_counted (check->expression) > 0;
  if (target != NULL && trinh_regime_find_slot (trinh_report_get_regime (self->report), target, &check->target))
    {
      self->cells[check->target].formula = position;
      add_dependent (self, check->target, position);
    }
  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (check->expression, i);

      if (reference->reach == TRINH_REACH_SAME_YEAR && reference->slot < self->n_cells)
        self->cells[reference->slot].guarded = TRUE;
      if (reference->reach != TRINH_REACH_THIS)
        check->reaches = TRUE;
      else if (reference->slot < self->n_cells)
        add_dependent (self, reference->slot, position);
      if (reference->slot >= self->n_cells)
        add_column (self, position, reference->name);
    }
}

/* Depth first: a formula comes behind those whose results it reads. The loader has refused cycles. */
static void
visit (TrinhEvaluation *self,
       guint position,
       guint8 *visited)
{
  TrinhExpression *expression = self->checks[position].expression;

  if (visited[position])
    return;
  visited[position] = TRUE;
  for (guint i = 0; i < trinh_expression_get_n_references (expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (expression, i);

      if (reference->reach == TRINH_REACH_THIS && reference->slot < self->n_cells &&
          self->cells[reference->slot].formula != TRINH_NO_SLOT)
        visit (self, self->cells[reference->slot].formula, visited);
    }
  self->order[self->n_formulas++] = position;
}

static void
set_up_order (TrinhEvaluation *self)
{
  g_autofree guint8 *visited = g_new0 (guint8, self->n_checks + 1);

  self->order = g_new0 (guint, self->n_checks + 1);
  for (guint i = 0; i < self->n_checks; i++)
    if (self->checks[i].target != TRINH_NO_SLOT)
      visit (self, i, visited);
}

void
_trinh_evaluation_set_up (TrinhEvaluation *self)
{
  TrinhRegime *regime = trinh_report_get_regime (self->report);
  GListModel *rules = trinh_regime_get_rules (regime);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  set_up_forms (self, positions);
  self->n_cells = trinh_regime_get_n_slots (regime);
  self->cells = g_new0 (TrinhCell, self->n_cells + 1);
  self->cell_findings = g_new0 (GPtrArray *, self->n_cells + 1);
  self->cell_dirty = g_new0 (guint8, self->n_cells + 1);
  for (guint i = 0; i < self->n_cells; i++)
    set_up_cell (self, i, positions);

  self->n_checks = g_list_model_get_n_items (rules);
  self->checks = g_new0 (TrinhCheck, self->n_checks + 1);
  for (guint i = 0; i < self->n_checks; i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      set_up_check (self, i, rule);
    }
  set_up_order (self);
  _trinh_figures_open (&self->figures[TRINH_REACH_THIS], self->report, self->n_cells);
}

void
_trinh_evaluation_tear_down (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_clear_pointer (&self->cells[i].dependents, g_array_unref);
      g_clear_pointer (&self->cell_findings[i], g_ptr_array_unref);
    }
  for (guint i = 0; i < self->n_checks; i++)
    {
      g_clear_object (&self->checks[i].rule);
      g_clear_pointer (&self->checks[i].findings, g_ptr_array_unref);
    }
  for (guint i = 0; i < self->n_forms; i++)
    g_clear_pointer (&self->forms[i].findings, g_ptr_array_unref);
  for (guint i = 0; i < TRINH_N_REACHES; i++)
    _trinh_figures_close (&self->figures[i]);
  self->n_cells = self->n_checks = self->n_forms = 0;
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->cell_findings, g_free);
  g_clear_pointer (&self->cell_dirty, g_free);
  g_clear_pointer (&self->checks, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->forms, g_free);
}
