/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-report-private.h"

static gboolean
find_slot (TrinhEvaluation *self,
           const char *address,
           guint *slot)
{
  return trinh_regime_find_slot (trinh_report_get_regime (self->report), address, slot);
}

gboolean
trinh_evaluation_get_computed (TrinhEvaluation *self,
                               const char *address,
                               TrinhDecimal *computed)
{
  const TrinhFigure *figure;
  guint slot;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  if (!find_slot (self, address, &slot))
    return FALSE;
  figure = &self->figures[TRINH_REACH_THIS].figures[slot];
  if ((figure->flags & TRINH_FIGURE_COMPUTED) == 0)
    return FALSE;
  *computed = _trinh_cell_round (&self->cells[slot], figure);
  return TRUE;
}

gboolean
trinh_evaluation_has_formula (TrinhEvaluation *self,
                              const char *address)
{
  guint slot;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  return find_slot (self, address, &slot) && (self->cells[slot].formula != TRINH_NO_SLOT || self->cells[slot].total);
}

/* The number that was entered, read from the report: right even before the evaluation has followed a change. */
static gboolean
get_entered (TrinhEvaluation *self,
             const char *address,
             TrinhDecimal *decimal)
{
  TrinhValue *value = trinh_report_get_value (self->report, address);

  if (trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED && trinh_evaluation_has_formula (self, address))
    return FALSE;
  return trinh_value_get_decimal (value, decimal);
}

gboolean
trinh_evaluation_get_decimal (TrinhEvaluation *self,
                              const char *address,
                              TrinhDecimal *decimal)
{
  TrinhValue *value;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  if (get_entered (self, address, decimal))
    return TRUE;
  value = trinh_report_get_value (self->report, address);
  if (trinh_value_get_text (value) != NULL && trinh_value_get_origin (value) != TRINH_ORIGIN_COMPUTED)
    return FALSE;
  return trinh_evaluation_get_computed (self, address, decimal) || trinh_value_get_decimal (value, decimal);
}

static char *
dup_text (TrinhKind kind,
          const char *text)
{
  TrinhDecimal number;
  guint32 julian;

  switch (kind)
    {
    case TRINH_KIND_COUNT:
    case TRINH_KIND_AMOUNT:
    case TRINH_KIND_PERCENT:
      return trinh_decimal_parse_canonical (text, &number, NULL) ? trinh_decimal_format (number) : g_strdup (text);
    case TRINH_KIND_DATE:
      return trinh_date_parse (text, &julian) ? trinh_date_format (julian) : g_strdup (text);
    case TRINH_KIND_CHOICE:
    case TRINH_KIND_YES_NO:
    case TRINH_KIND_TEXT:
    case TRINH_KIND_NONE:
    default:
      return g_strdup (text);
    }
}

char *
trinh_evaluation_dup_display (TrinhEvaluation *self,
                              const char *address)
{
  TrinhFormRow *row;
  TrinhFormColumn *column;
  TrinhValue *value;
  TrinhDecimal number;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (!trinh_regime_find_cell (trinh_report_get_regime (self->report), address, NULL, &row, &column))
    return g_strdup ("");
  value = trinh_report_get_value (self->report, address);
  if (trinh_value_get_text (value) != NULL && trinh_value_get_origin (value) != TRINH_ORIGIN_COMPUTED)
    return dup_text (trinh_kind_of_cell (row, column), trinh_value_get_text (value));
  if (trinh_evaluation_get_computed (self, address, &number))
    return trinh_decimal_format (number);
  if (trinh_value_get_text (value) != NULL)
    return dup_text (trinh_kind_of_cell (row, column), trinh_value_get_text (value));
  return g_strdup ("");
}

GPtrArray *
trinh_evaluation_list_findings (TrinhEvaluation *self,
                                const char *address)
{
  GPtrArray *findings;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  /* The list is sorted by severity. */
  findings = g_ptr_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (trinh_finding_get_subjects (g_ptr_array_index (self->items, i))[0], address) == 0)
      g_ptr_array_add (findings, g_ptr_array_index (self->items, i));
  return findings;
}

gboolean
trinh_evaluation_get_severity (TrinhEvaluation *self,
                               const char *address,
                               TrinhSeverity *severity)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      TrinhFinding *finding = g_ptr_array_index (self->items, i);

      if (trinh_finding_get_acknowledged (finding) ||
          g_strcmp0 (trinh_finding_get_subjects (finding)[0], address) != 0)
        continue;
      *severity = trinh_finding_get_severity (finding);
      return TRUE;
    }
  return FALSE;
}

guint
trinh_evaluation_get_n_errors (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), 0);

  return self->n_open[TRINH_SEVERITY_ERROR];
}

guint
trinh_evaluation_get_n_warnings (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), 0);

  return self->n_open[TRINH_SEVERITY_WARNING];
}

guint
trinh_evaluation_get_n_infos (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), 0);

  return self->n_open[TRINH_SEVERITY_INFO];
}

int
trinh_evaluation_get_progress (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), 0);

  return self->progress;
}

guint
trinh_evaluation_get_n_rules (TrinhEvaluation *self)
{
  g_return_val_if_fail (TRINH_IS_EVALUATION (self), 0);

  return self->n_checks;
}
