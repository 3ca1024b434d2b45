/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * TrinhStoreProblem:
 * @report_id: (nullable): the report it is about; %NULL: the whole file, the journal or a kept file
 * @target: (nullable): the cell, section or member of the report that it is about
 * @words: translated; of a report without its name: "its content was changed outside the program."
 *
 * Something in the database that the program did not write.
 */
typedef struct
{
  char *report_id;
  char *target;
  char *words;
} TrinhStoreProblem;

void trinh_store_problem_free (TrinhStoreProblem *self);
/* As trinh_store_check() has it. (transfer full) */
char *trinh_store_problem_to_line (const TrinhStoreProblem *self);

/* The problems of trinh_store_check(). (transfer full) (element-type TrinhStoreProblem) */
GPtrArray *trinh_store_list_problems (TrinhStore *self,
                                      GError **error);
/**
 * trinh_store_list_problems_of:
 *
 * What of them one report's own rows show, fast enough for each opening: its content against its hash, each part against what
 * the journal says was written last, and whether the files that it names are still there.
 *
 * Returns: (transfer full) (element-type TrinhStoreProblem)
 */
GPtrArray *trinh_store_list_problems_of (TrinhStore *self,
                                         const char *report_id,
                                         GError **error);

/**
 * trinh_store_open_reading:
 *
 * A second view of a database that is open in this program, as it is now: what is written meanwhile does not show, and
 * nothing can be written through it. Used and closed on the thread that opens it.
 *
 * Returns: (transfer full): or %NULL with TRINH_STORE_ERROR
 */
TrinhStore *trinh_store_open_reading (const char *path,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhStoreProblem, trinh_store_problem_free)

G_END_DECLS
