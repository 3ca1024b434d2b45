/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-calendar.h"
#include "trinh-citation.h"
#include "trinh-core-types.h"
#include "trinh-decimal.h"
#include "trinh-edit.h"
#include "trinh-error.h"
#include "trinh-evaluation.h"
#include "trinh-expression.h"
#include "trinh-finding.h"
#include "trinh-form-row.h"
#include "trinh-form.h"
#include "trinh-json.h"
#include "trinh-language.h"
#include "trinh-lexicon.h"
#include "trinh-markup.h"
#include "trinh-office.h"
#include "trinh-outline.h"
#include "trinh-period.h"
#include "trinh-regime-draft.h"
#include "trinh-regime-library.h"
#include "trinh-regime.h"
#include "trinh-report.h"
#include "trinh-rule.h"
#include "trinh-section.h"
#include "trinh-trial.h"
#include "trinh-value-input.h"
#include "trinh-value.h"
