/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-evaluation.h"

G_BEGIN_DECLS

/**
 * trinh_spreadsheet_render:
 * @evaluation: its report is read now; where it has history, a sheet compares the periods
 *
 * The report's figures as an .xlsx workbook: a sheet for each form as printed, with numbers that are numbers
 * and formulas that compute. Reading it by trinh_import_new() changes nothing in the report. The same report
 * gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with TRINH_EXCHANGE_ERROR_MAKE
 */
GBytes *trinh_spreadsheet_render (TrinhEvaluation *evaluation,
                                  GError **error);

G_END_DECLS
