/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Rules that hold for every row of a form, and the totals of rows that the office adds. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

static const char *
build_address (TrinhForm *form,
               const char *key,
               TrinhFormColumn *column)
{
  return trinh_address_build (trinh_form_get_id (form), key, trinh_form_column_get_main (column) ? NULL : trinh_form_column_get_id (column));
}

gboolean
_trinh_figures_load_total (TrinhEvaluation *self,
                           TrinhFigures *figures,
                           guint slot)
{
  const TrinhCell *cell = &self->cells[slot];
  const char *const *keys = trinh_report_get_rows (figures->report, trinh_form_get_id (cell->form));
  TrinhFigure *figure = &figures->figures[slot];
  TrinhFigure before = *figure;
  TrinhDecimal number;

  *figure = (TrinhFigure) { 0 };
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (!trinh_report_get_decimal (figures->report, build_address (cell->form, keys[i], cell->column), &number))
        continue;
      if (!trinh_decimal_add (figure->computed, number, &figure->computed))
        figure->flags |= TRINH_FIGURE_OVERFLOW;
      figure->flags |= TRINH_FIGURE_COMPUTED;
    }
  if (figure->flags & TRINH_FIGURE_OVERFLOW)
    figure->flags = TRINH_FIGURE_OVERFLOW;
  return before.flags != figure->flags || before.computed.units != figure->computed.units;
}

/* Adding a column up tells the readers of the sum; every rule of the rows looks again. */
void
_trinh_evaluation_follow_rows (TrinhEvaluation *self,
                               const char *form)
{
  self->charts_dirty = TRUE;
  for (guint i = 0; i < self->n_forms; i++)
    self->forms[i].dirty |= g_str_equal (trinh_form_get_id (self->forms[i].form), form);
  for (guint i = 0; i < self->n_checks; i++)
    self->checks[i].dirty |= self->checks[i].rows != NULL && g_str_equal (trinh_form_get_id (self->checks[i].rows), form);
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].total && g_str_equal (trinh_form_get_id (self->cells[i].form), form) &&
        _trinh_figures_load (self, &self->figures[TRINH_REACH_THIS], i))
      _trinh_evaluation_mark_cell (self, i);
}

/* %NULL: not a column of every row */
static const char *
resolve (TrinhEvaluation *self,
         const char *name)
{
  TrinhFormColumn *column;
  TrinhForm *form;
  g_autofree char *id = NULL;
  const char *column_id;

  if (self->row == NULL || !trinh_address_split_own (name, &id, &column_id))
    return NULL;
  form = trinh_regime_find_form (trinh_report_get_regime (self->report), id);
  column = form != NULL ? trinh_form_find_column (form, column_id) : NULL;
  return column != NULL ? build_address (form, self->row, column) : NULL;
}

const char *
_trinh_evaluation_resolve (TrinhEvaluation *self,
                           const char *name)
{
  const char *resolved = resolve (self, name);

  return resolved != NULL ? resolved : name;
}

gboolean
_trinh_evaluation_row_source (TrinhEvaluation *self,
                              const TrinhReference *reference,
                              TrinhDecimal *number)
{
  const char *address = _trinh_evaluation_resolve (self, reference->name);
  const TrinhFigures *figures = &self->figures[reference->reach];
  guint slot;

  if (trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot))
    return slot < figures->n_figures && _trinh_figure_get_shown (&figures->figures[slot], number);
  /* Another report has other rows under the same keys. */
  return reference->reach == TRINH_REACH_THIS && trinh_report_get_decimal (self->report, address, number);
}

GPtrArray *
_trinh_evaluation_list_row_subjects (TrinhEvaluation *self,
                                     TrinhCheck *check)
{
  GPtrArray *subjects = g_ptr_array_new ();

  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const char *address = _trinh_evaluation_resolve (self, trinh_expression_get_reference (check->expression, i)->name);

      /* Addresses are interned. */
      if (!g_ptr_array_find (subjects, address, NULL))
        g_ptr_array_add (subjects, (gpointer) g_intern_string (address));
    }
  g_ptr_array_add (subjects, NULL);
  return subjects;
}

static gboolean
applies (TrinhEvaluation *self,
         TrinhFormRow *row)
{
  return trinh_form_row_get_kind (row) != TRINH_KIND_NONE &&
         trinh_form_row_applies_to (row, trinh_office_get_kind (trinh_report_get_office (self->report)));
}

GPtrArray *
_trinh_evaluation_list_row_keys (TrinhEvaluation *self,
                                 TrinhForm *form)
{
  const char *const *added = trinh_report_get_rows (self->report, trinh_form_get_id (form));
  TrinhFormRow *total = trinh_form_get_total (form);
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhFormRow *row = trinh_form_get_row (form, i);

      if (!applies (self, row))
        continue;
      if (!trinh_form_get_list (form))
        g_ptr_array_add (keys, (gpointer) trinh_form_row_get_key (row));
      for (guint j = 0; trinh_form_get_list (form) && added[j] != NULL; j++)
        g_ptr_array_add (keys, (gpointer) added[j]);
    }
  if (total != NULL && applies (self, total))
    g_ptr_array_add (keys, (gpointer) trinh_form_row_get_key (total));
  return keys;
}

/* What stands in the first column of texts */
static const char *
find_name (TrinhEvaluation *self,
           TrinhForm *form,
           TrinhFormRow *row,
           const char *key)
{
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (trinh_kind_of_cell (row, column) == TRINH_KIND_TEXT)
        return trinh_value_get_text (trinh_report_get_value (self->report, build_address (form, key, column)));
    }
  return NULL;
}

char *
_trinh_evaluation_dup_row_name (TrinhEvaluation *self,
                                TrinhForm *form)
{
  const char *const *added = trinh_report_get_rows (self->report, trinh_form_get_id (form));
  TrinhFormRow *row = trinh_form_find_row (form, self->row);
  const char *name;
  guint position = 0;

  if (!trinh_address_is_list_key (self->row) || !trinh_form_get_list (form))
    return _trinh_row_dup_name (row);
  name = find_name (self, form, row, self->row);
  if (name != NULL)
    return g_strdup (name);
  while (added[position] != NULL && !g_str_equal (added[position], self->row))
    position++;
  /* Translators: a row of a table that has no name yet; %u is its number */
  return g_strdup_printf (_ ("row %u"), position + 1);
}
