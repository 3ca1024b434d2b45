/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrinhProblem:
 * @report_id: (nullable): the report it is about; %NULL: the whole database
 * @title: (nullable): of that report, where it can be read
 * @target: (nullable): the cell, section or member that it is about
 * @words: translated; of a report without its name: "it does not say what was signed."
 *
 * Something that the program did not write, or that does not fit the signed file.
 */
typedef struct
{
  char *report_id;
  char *title;
  char *target;
  char *words;
} TrinhProblem;

/* All (nullable) but @words */
TrinhProblem *trinh_problem_new (const char *report_id,
                                 const char *title,
                                 const char *target,
                                 const char *words);
void trinh_problem_free (TrinhProblem *self);
/* With the report's name before it, where there is one. (transfer full) */
char *trinh_problem_to_line (const TrinhProblem *self);

/* (transfer full) (element-type TrinhProblem): empty */
GPtrArray *trinh_problem_list_new (void);

G_END_DECLS
