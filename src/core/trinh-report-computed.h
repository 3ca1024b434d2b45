/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * trinh_report_dup_entered:
 *
 * What formulas once gave stays in a report that was read without the reports that they look into. It is not what
 * somebody entered: two copies that differ in nothing else say the same.
 *
 * Returns: (transfer full): a copy without it
 */
TrinhReport *trinh_report_dup_entered (TrinhReport *self);

G_END_DECLS
