/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-evaluation-private.h"

typedef enum
{
  AGREES,
  CUT_OFF,
  DISAGREES,
} Agreement;

/* Nobody knows on which side of a tie the true quotient lies: both numbers it may round to are right. */
static gboolean
may_be (const TrinhFigure *figure,
        TrinhDecimal found)
{
  TrinhDecimal up = trinh_decimal_round_leaning (figure->computed, 1, found.decimals);
  TrinhDecimal down = trinh_decimal_round_leaning (figure->computed, -1, found.decimals);

  if ((figure->flags & TRINH_FIGURE_INEXACT) == 0 || figure->lean != 0 || found.decimals >= TRINH_DECIMAL_MAX_DECIMALS)
    return FALSE;
  return found.units == up.units || found.units == down.units;
}

/* A printed value is compared at its own precision. */
static Agreement
compare (TrinhKind kind,
         const TrinhFigure *figure)
{
  TrinhDecimal expected = figure->computed;
  TrinhDecimal found = figure->entered;
  gboolean inexact = (figure->flags & TRINH_FIGURE_INEXACT) != 0;

  if (expected.units == found.units && !inexact)
    return AGREES;
  if (kind != TRINH_KIND_PERCENT && !inexact)
    return DISAGREES;
  if (kind == TRINH_KIND_PERCENT && _trinh_decimal_is_absolute (found))
    return DISAGREES;
  if (trinh_decimal_round_leaning (expected, figure->lean, found.decimals).units == found.units || may_be (figure, found))
    return AGREES;
  return trinh_decimal_truncate_leaning (expected, figure->lean, found.decimals).units == found.units ? CUT_OFF : DISAGREES;
}

/* At the precision of what was entered, finer where that would look the same. */
static TrinhDecimal
round_like (const TrinhFigure *figure,
            TrinhKind kind)
{
  TrinhDecimal expected = figure->computed;
  TrinhDecimal rounded = trinh_decimal_round_leaning (expected, figure->lean, figure->entered.decimals);

  if (kind != TRINH_KIND_PERCENT)
    return trinh_decimal_compare (rounded, expected) == 0 ? rounded : _trinh_decimal_trim (expected);
  for (guint decimals = figure->entered.decimals + 1u; decimals <= TRINH_DECIMAL_MAX_DECIMALS; decimals++)
    if (rounded.units == figure->entered.units || (_trinh_decimal_is_absolute (rounded) && rounded.units != expected.units))
      rounded = trinh_decimal_round_leaning (expected, figure->lean, decimals);
  return rounded;
}

static char *
dup_difference (TrinhKind kind,
                TrinhDecimal expected,
                TrinhDecimal found)
{
  TrinhDecimal difference;
  g_autofree char *number = NULL;

  if (!trinh_decimal_subtract (found, expected, &difference))
    return g_strdup ("");
  difference.units = ABS (difference.units);
  number = trinh_decimal_format (difference);
  return kind == TRINH_KIND_PERCENT ? g_strdup_printf (_ ("%s points"), number) : g_steal_pointer (&number);
}

static void
add_disagreement (TrinhEvaluation *self,
                  TrinhCheck *check,
                  GPtrArray **findings,
                  Agreement agreement)
{
  const TrinhCell *cell = &self->cells[check->target];
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[check->target];
  TrinhDecimal expected = round_like (figure, cell->kind);
  g_autoptr (GPtrArray) subjects = _trinh_evaluation_list_subjects (self, check);
  g_autofree char *filled = trinh_expression_fill (check->expression, _trinh_evaluation_source, self);
  g_autofree char *name = _trinh_cell_dup_name (self, cell->address);
  g_autofree char *expected_text = _trinh_cell_dup_number (cell->kind, expected);
  g_autofree char *found_text = _trinh_cell_dup_number (cell->kind, figure->entered);
  g_autofree char *formula = g_strdup_printf ("%s = %s", filled, expected_text);
  g_autofree char *own = agreement == CUT_OFF ? NULL : _trinh_evaluation_fill_message (self, check);
  g_autofree char *message = NULL;
  g_autofree char *difference = dup_difference (cell->kind, expected, figure->entered);
  g_autofree char *expected_number = trinh_decimal_to_canonical (expected);
  g_autofree char *found_number = trinh_decimal_to_canonical (figure->entered);

  if (own != NULL)
    message = g_steal_pointer (&own);
  else
    message = g_strdup_printf (agreement == CUT_OFF ? _ ("%s is cut off instead of rounded: %s = %s; entered is %s.")
                                                    : _ ("%s must be %s = %s; entered is %s."),
                               name,
                               filled,
                               expected_text,
                               found_text);
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = agreement == CUT_OFF ? TRINH_SEVERITY_WARNING : trinh_rule_get_severity (check->rule),
                                           .rule = trinh_rule_get_id (check->rule),
                                           .subjects = (const char *const *) subjects->pdata,
                                           .message = message,
                                           .formula = formula,
                                           .difference = difference,
                                           .expected = expected_number,
                                           .found = found_number,
                                         });
}

typedef struct
{
  guint n;
  guint n_blank;
  guint n_open;        /* blank without a reason, and not asked for on their own */
  guint n_unstated;    /* blank without a reason */
  TrinhFormRow *blank; /* the first blank one that has no reason */
} Operands;

static Operands
look_at_operands (TrinhEvaluation *self,
                  TrinhCheck *check)
{
  Operands operands = { 0 };

  for (guint i = 0; i < trinh_expression_get_n_references (check->expression); i++)
    {
      const TrinhReference *reference = trinh_expression_get_reference (check->expression, i);
      TrinhDecimal number;

      operands.n++;
      if (_trinh_evaluation_source (reference, &number, self))
        continue;
      operands.n_blank++;
      if (reference->reach != TRINH_REACH_THIS || reference->slot >= self->n_cells ||
          self->figures[TRINH_REACH_THIS].figures[reference->slot].flags & TRINH_FIGURE_REASON ||
          !self->cells[reference->slot].applies)
        continue;
      operands.n_unstated++;
      if (!trinh_form_row_get_required (self->cells[reference->slot].row))
        operands.n_open++;
      if (operands.blank == NULL)
        operands.blank = self->cells[reference->slot].row;
    }
  return operands;
}

/* A ratio over nothing, yet something was entered for it. */
static void
add_no_ratio (TrinhEvaluation *self,
              TrinhCheck *check,
              GPtrArray **findings)
{
  const TrinhCell *cell = &self->cells[check->target];
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[check->target];
  g_autoptr (GPtrArray) subjects = _trinh_evaluation_list_subjects (self, check);
  g_autofree char *filled = trinh_expression_fill (check->expression, _trinh_evaluation_source, self);
  g_autofree char *name = _trinh_cell_dup_name (self, cell->address);
  g_autofree char *found_text = _trinh_cell_dup_number (cell->kind, figure->entered);
  g_autofree char *found_number = trinh_decimal_to_canonical (figure->entered);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_ ("%s: %s has no ratio, so the cell should stay blank; entered is %s."), name, filled, found_text);
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = TRINH_SEVERITY_WARNING,
                                           .rule = trinh_rule_get_id (check->rule),
                                           .subjects = (const char *const *) subjects->pdata,
                                           .message = message,
                                           .formula = filled,
                                           .found = found_number,
                                         });
}

static void
add_incomplete (TrinhEvaluation *self,
                TrinhCheck *check,
                GPtrArray **findings,
                TrinhFormRow *blank)
{
  const TrinhCell *cell = &self->cells[check->target];
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[check->target];
  gboolean entered = figure->flags & TRINH_FIGURE_ENTERED;
  g_autoptr (GPtrArray) subjects = _trinh_evaluation_list_subjects (self, check);
  g_autofree char *filled = trinh_expression_fill (check->expression, _trinh_evaluation_source, self);
  g_autofree char *name = _trinh_cell_dup_name (self, cell->address);
  g_autofree char *found_text = entered ? _trinh_cell_dup_number (cell->kind, figure->entered) : NULL;
  g_autofree char *found_number = entered ? trinh_decimal_to_canonical (figure->entered) : NULL;
  g_autofree char *blank_name = _trinh_row_dup_name (blank);
  g_autofree char *message = NULL;

  if (entered)
    message = g_strdup_printf (_ ("%s is entered (%s), but “%s”, which it is computed from, is blank."), name, found_text, blank_name);
  else
    message = g_strdup_printf (_ ("%s cannot be computed: “%s” is blank."), name, blank_name);
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = TRINH_SEVERITY_WARNING,
                                           .rule = "incomplete",
                                           .subjects = (const char *const *) subjects->pdata,
                                           .message = message,
                                           .formula = filled,
                                           .found = found_number,
                                         });
}

static void
add_overflow (TrinhEvaluation *self,
              TrinhCheck *check,
              GPtrArray **findings)
{
  g_autoptr (GPtrArray) subjects = _trinh_evaluation_list_subjects (self, check);
  g_autofree char *name = _trinh_cell_dup_name (self, self->cells[check->target].address);
  g_autofree char *message = g_strdup_printf (_ ("%s cannot be computed: the numbers are too large."), name);

  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = TRINH_SEVERITY_WARNING,
                                           .rule = trinh_rule_get_id (check->rule),
                                           .subjects = (const char *const *) subjects->pdata,
                                           .message = message,
                                         });
}

static void
check_without_result (TrinhEvaluation *self,
                      TrinhCheck *check,
                      GPtrArray **findings)
{
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[check->target];
  gboolean entered = figure->flags & TRINH_FIGURE_ENTERED;
  Operands operands = look_at_operands (self, check);

  if (operands.n_blank == 0 && entered && self->cells[check->target].kind == TRINH_KIND_PERCENT)
    add_no_ratio (self, check, findings);
  else if (entered && operands.n_unstated > 0)
    add_incomplete (self, check, findings, operands.blank);
  /* A blank that is required is listed as such; the cell it would fill says nothing more. */
  else if ((figure->flags & (TRINH_FIGURE_TEXT | TRINH_FIGURE_REASON | TRINH_FIGURE_STORED)) == 0 &&
           operands.n_open > 0 && operands.n_blank < operands.n)
    add_incomplete (self, check, findings, operands.blank);
}

void
_trinh_evaluation_check_formula (TrinhEvaluation *self,
                                 TrinhCheck *check)
{
  const TrinhCell *cell = &self->cells[check->target];
  const TrinhFigure *figure = &self->figures[TRINH_REACH_THIS].figures[check->target];
  GPtrArray *findings = NULL;
  Agreement agreement = AGREES;

  if (cell->applies && (figure->flags & TRINH_FIGURE_OVERFLOW) != 0)
    add_overflow (self, check, &findings);
  else if (cell->applies && (figure->flags & TRINH_FIGURE_COMPUTED) == 0)
    check_without_result (self, check, &findings);
  else if (cell->applies && (figure->flags & TRINH_FIGURE_ENTERED) != 0)
    agreement = compare (cell->kind, figure);
  if (agreement != AGREES)
    add_disagreement (self, check, &findings, agreement);
  _trinh_evaluation_replace (self, &check->findings, findings);
}
