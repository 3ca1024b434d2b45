/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"

G_BEGIN_DECLS

/**
 * TrinhTrialVerdict:
 * @TRINH_TRIAL_SILENT: a value is blank, so the rule says nothing; a formula gives nothing
 * @TRINH_TRIAL_HOLDS: it holds
 * @TRINH_TRIAL_BROKEN: it does not: there would be a finding
 * @TRINH_TRIAL_NUMBER: a formula that gives a number, with nothing entered to compare it with
 */
typedef enum
{
  TRINH_TRIAL_SILENT,
  TRINH_TRIAL_HOLDS,
  TRINH_TRIAL_BROKEN,
  TRINH_TRIAL_NUMBER,
} TrinhTrialVerdict;

/**
 * trinh_trial_run:
 * @form: (nullable): id of the form whose rows may be named without it
 * @target: (nullable): the address whose formula it is; %NULL: a rule
 * @filled: (out) (transfer full): the text with the report's values, in the Vietnamese manner
 * @result: (out) (transfer full): what a formula gives, "" for a rule
 * @verdict: (out): what it would say
 *
 * Tries a formula or a rule out on a report, without changing anything. TRINH_CORE_ERROR_UNKNOWN where the
 * report's regime does not have a row that it names.
 */
gboolean trinh_trial_run (TrinhEvaluation *evaluation,
                          const char *text,
                          const char *form,
                          const char *target,
                          TrinhMissing missing,
                          char **filled,
                          char **result,
                          TrinhTrialVerdict *verdict,
                          GError **error);

G_END_DECLS
