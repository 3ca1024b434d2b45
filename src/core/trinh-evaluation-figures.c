/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-decimal-private.h"
#include "trinh-evaluation-private.h"

void
_trinh_figures_open (TrinhFigures *figures,
                     TrinhReport *report,
                     guint n)
{
  figures->report = g_object_ref (report);
  figures->figures = g_new0 (TrinhFigure, n);
  figures->n_figures = n;
}

void
_trinh_figures_close (TrinhFigures *figures)
{
  g_clear_object (&figures->report);
  g_clear_pointer (&figures->figures, g_free);
  figures->n_figures = 0;
}

TrinhDecimal
_trinh_decimal_trim (TrinhDecimal number)
{
  gint64 units = number.units;

  for (number.decimals = TRINH_DECIMAL_MAX_DECIMALS; number.decimals > 0 && units % 10 == 0; number.decimals--)
    units /= 10;
  return number;
}

gboolean
_trinh_decimal_is_absolute (TrinhDecimal number)
{
  return number.units == 0 || number.units == 100 * TRINH_DECIMAL_SCALE;
}

TrinhDecimal
_trinh_cell_round (const TrinhCell *cell,
                   const TrinhFigure *figure)
{
  gboolean percent = cell->kind == TRINH_KIND_PERCENT;
  guint decimals = trinh_form_row_get_decimals (cell->row);
  TrinhDecimal rounded;

  if (percent)
    decimals = MIN (decimals, 2);
  rounded = trinh_decimal_round_leaning (figure->computed, figure->lean, decimals);
  /* 99,998 % is not 100 %, and who typed 100 would hear so: it is printed as finely as it takes. */
  while (percent && _trinh_decimal_is_absolute (rounded) && rounded.units != figure->computed.units)
    rounded = trinh_decimal_round_leaning (figure->computed, figure->lean, ++decimals);
  return _trinh_decimal_trim (rounded);
}

gboolean
_trinh_figure_get_shown (const TrinhFigure *figure,
                         TrinhDecimal *number)
{
  if (figure->flags & TRINH_FIGURE_ENTERED)
    *number = figure->entered;
  else if (figure->flags & TRINH_FIGURE_TEXT)
    return FALSE;
  else if (figure->flags & TRINH_FIGURE_COMPUTED)
    *number = figure->computed;
  else if (figure->flags & TRINH_FIGURE_STORED)
    *number = figure->entered;
  else
    return FALSE;
  return TRUE;
}

static guint
read_value (TrinhValue *value,
            TrinhKind kind,
            gboolean has_formula,
            TrinhDecimal *number)
{
  gboolean computed = has_formula && trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED;
  guint32 julian;

  if (trinh_value_get_text (value) == NULL)
    return trinh_value_get_blank (value) != TRINH_BLANK_NO_REASON ? TRINH_FIGURE_REASON : 0;
  if (kind == TRINH_KIND_TEXT)
    return TRINH_FIGURE_TEXT;
  if (kind == TRINH_KIND_DATE)
    {
      if (!trinh_date_parse (trinh_value_get_text (value), &julian))
        return TRINH_FIGURE_TEXT;
      /* days() counts with day numbers. */
      *number = TRINH_DECIMAL_INIT (julian);
      return TRINH_FIGURE_TEXT | TRINH_FIGURE_ENTERED;
    }
  if (!trinh_value_get_decimal (value, number))
    return TRINH_FIGURE_TEXT;
  return computed ? TRINH_FIGURE_STORED : TRINH_FIGURE_TEXT | TRINH_FIGURE_ENTERED;
}

gboolean
_trinh_figures_load (TrinhEvaluation *self,
                     TrinhFigures *figures,
                     guint slot)
{
  const guint computed = TRINH_FIGURE_COMPUTED | TRINH_FIGURE_INEXACT | TRINH_FIGURE_OVERFLOW;
  const TrinhCell *cell = &self->cells[slot];
  TrinhFigure *figure = &figures->figures[slot];
  TrinhValue *value = trinh_report_get_value (figures->report, cell->address);
  TrinhFigure before = *figure;

  if (cell->total)
    return _trinh_figures_load_total (self, figures, slot);
  figure->entered = (TrinhDecimal) { 0 };
  figure->flags &= computed;
  if (value != NULL)
    figure->flags |= read_value (value, cell->kind, cell->formula != TRINH_NO_SLOT, &figure->entered);
  return before.flags != figure->flags ||
         before.entered.units != figure->entered.units || before.entered.decimals != figure->entered.decimals;
}

typedef struct
{
  TrinhEvaluation *evaluation;
  TrinhFigures *figures;
} Source;

/* Formulas of another report see that report alone. */
static gboolean
get_number (const TrinhReference *reference,
            TrinhDecimal *number,
            gpointer user_data)
{
  Source *source = user_data;

  if (source->figures->report == source->evaluation->report)
    return _trinh_evaluation_source (reference, number, source->evaluation);
  if (reference->reach != TRINH_REACH_THIS || reference->slot >= source->figures->n_figures)
    return FALSE;
  return _trinh_figure_get_shown (&source->figures->figures[reference->slot], number);
}

gboolean
_trinh_evaluation_source (const TrinhReference *reference,
                          TrinhDecimal *number,
                          gpointer user_data)
{
  TrinhEvaluation *self = user_data;
  TrinhFigures *figures = &self->figures[reference->reach];
  TrinhRegisterCount count;
  const char *address;

  if (figures->report == NULL)
    return FALSE;
  if (reference->slot < figures->n_figures)
    return _trinh_figure_get_shown (&figures->figures[reference->slot], number);
  if (trinh_register_count_split (reference->name, &count, &address))
    return _trinh_evaluation_count_register (self, count, address, number);
  return _trinh_evaluation_row_source (self, reference, number);
}

/* As it is shown it has to fit the report file too. */
static gboolean
fits (TrinhEvaluation *self,
      guint target,
      const TrinhFigure *figure)
{
  const TrinhDecimal shown = _trinh_cell_round (&self->cells[target], figure);

  return shown.units <= TRINH_DECIMAL_MAX_UNITS && shown.units >= -TRINH_DECIMAL_MAX_UNITS;
}

gboolean
_trinh_figures_compute (TrinhEvaluation *self,
                        TrinhFigures *figures,
                        guint check)
{
  const guint computed = TRINH_FIGURE_COMPUTED | TRINH_FIGURE_INEXACT | TRINH_FIGURE_OVERFLOW;
  TrinhRule *rule = self->checks[check].rule;
  TrinhFigure *figure = &figures->figures[self->checks[check].target];
  Source source = { self, figures };
  TrinhFigure before = *figure;
  TrinhResult result;

  result = trinh_expression_evaluate (self->checks[check].expression, trinh_rule_get_missing (rule), get_number, &source);
  figure->flags &= ~computed;
  figure->computed = (TrinhDecimal) { 0 };
  figure->lean = 0;
  if (result.type == TRINH_RESULT_NUMBER)
    {
      figure->flags |= TRINH_FIGURE_COMPUTED | (result.inexact ? TRINH_FIGURE_INEXACT : 0);
      figure->computed = result.number;
      figure->lean = result.lean;
    }
  else if (result.overflow)
    figure->flags |= TRINH_FIGURE_OVERFLOW;
  if ((figure->flags & TRINH_FIGURE_COMPUTED) != 0 && !fits (self, self->checks[check].target, figure))
    {
      figure->flags = (figure->flags & ~computed) | TRINH_FIGURE_OVERFLOW;
      figure->computed = (TrinhDecimal) { 0 };
      figure->lean = 0;
    }
  return before.flags != figure->flags || before.computed.units != figure->computed.units || before.lean != figure->lean;
}

void
_trinh_figures_load_all (TrinhEvaluation *self,
                         TrinhFigures *figures)
{
  for (guint i = 0; i < figures->n_figures; i++)
    _trinh_figures_load (self, figures, i);
  for (guint i = 0; i < self->n_formulas; i++)
    _trinh_figures_compute (self, figures, self->order[i]);
}
