/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <adwaita.h>

#include "trinh-session-watch.h"

G_BEGIN_DECLS

/**
 * trinh_problem_dialog_new:
 * @problems: (element-type TrinhProblem)
 * @database: where they were found
 * @work: (nullable): the report that they are of, where it is open: its cells and sections are named then
 *
 * What was changed in the database outside the program, report by report, and what to do now.
 *
 * Returns: (transfer floating)
 */
AdwDialog *trinh_problem_dialog_new (GPtrArray *problems,
                                     const char *database,
                                     TrinhWork *work);
/* "“Báo cáo tháng 6 năm 2022” and 2 other reports were changed outside the program". (transfer full) */
char *trinh_problem_dialog_dup_title (GPtrArray *problems);

G_END_DECLS
