/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-evaluation-private.h"
#include "trinh-regime-private.h"
#include "trinh-trial.h"

/* A formula is held against what was entered, at the precision that was entered. */
static TrinhTrialVerdict
judge_formula (TrinhEvaluation *evaluation,
               const char *target,
               const TrinhResult *outcome)
{
  TrinhValue *value = trinh_report_get_value (trinh_evaluation_get_report (evaluation), target);
  TrinhDecimal entered;

  if (outcome->type != TRINH_RESULT_NUMBER)
    return TRINH_TRIAL_SILENT;
  if (value == NULL || trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED || !trinh_value_get_decimal (value, &entered))
    return TRINH_TRIAL_NUMBER;
  return trinh_decimal_round_leaning (outcome->number, outcome->lean, entered.decimals).units == entered.units ? TRINH_TRIAL_HOLDS : TRINH_TRIAL_BROKEN;
}

gboolean
trinh_trial_run (TrinhEvaluation *evaluation,
                 const char *text,
                 const char *form,
                 const char *target,
                 TrinhMissing missing,
                 char **filled,
                 char **result,
                 TrinhTrialVerdict *verdict,
                 GError **error)
{
  g_autoptr (TrinhExpression) expression = NULL;
  g_autoptr (TrinhExpression) bound = NULL;
  TrinhResult outcome;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), FALSE);
  g_return_val_if_fail (text != NULL && filled != NULL && result != NULL && verdict != NULL, FALSE);

  expression = trinh_expression_parse (text, form, NULL, error);
  if (expression != NULL)
    bound = trinh_expression_bind (expression, trinh_regime_bind_name, trinh_report_get_regime (trinh_evaluation_get_report (evaluation)), error);
  if (bound == NULL)
    return FALSE;
  outcome = trinh_expression_evaluate (bound, missing, _trinh_evaluation_source, evaluation);
  *filled = trinh_expression_fill (bound, _trinh_evaluation_source, evaluation);
  *result = outcome.type == TRINH_RESULT_NUMBER ? trinh_decimal_format (_trinh_decimal_trim (outcome.number)) : g_strdup ("");
  if (target != NULL)
    *verdict = judge_formula (evaluation, target, &outcome);
  else if (outcome.type != TRINH_RESULT_BOOLEAN)
    *verdict = TRINH_TRIAL_SILENT;
  else
    *verdict = outcome.truth ? TRINH_TRIAL_HOLDS : TRINH_TRIAL_BROKEN;
  return TRUE;
}
