/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-work.h"

G_BEGIN_DECLS

/* (element-type TrinhReport): the office's earlier reports that @report is compared with, oldest first and of one
 * period the last changed one last, as the evaluation wants them. (transfer container) */
GPtrArray *_trinh_work_load_history (TrinhReport *report,
                                     TrinhStore *store,
                                     TrinhRegimeLibrary *library);

/* Who works here where nobody was named: as the office's settings say, else as the computer knows. @store: (nullable) */
char *_trinh_work_dup_account (TrinhStore *store);

/* @problems: (element-type TrinhProblem): found when the report was opened; with any of them it is only read */
void _trinh_work_set_problems (TrinhWork *self,
                               GPtrArray *problems);
/* Applies what the store has already, as the revision that comes next; nothing is pending. */
gboolean _trinh_work_apply_stored (TrinhWork *self,
                                   TrinhEdit *edit,
                                   GError **error);
/* trinh-work-review.c: %TRUE with TRINH_STORE_ERROR_DAMAGED where it is only read for that */
gboolean _trinh_work_refuse (TrinhWork *self,
                             GError **error);

/* trinh-work-deadline.c: the evaluation gets the day that the office was given. */
void _trinh_work_follow_deadline (TrinhWork *self);

TrinhRegimeLibrary *_trinh_work_get_library (TrinhWork *self);

/* What the period before shows, its formulas computed. (transfer none) (nullable) */
TrinhEvaluation *_trinh_work_get_previous (TrinhWork *self);

/* Keys of the form's rows, those that the office added for a list. (transfer full) (element-type utf8) */
GPtrArray *_trinh_work_list_keys (TrinhWork *self,
                                  TrinhForm *form);
/* For a row that is added to them. (transfer full) */
char *_trinh_work_make_key (GPtrArray *keys);
/* Puts what @text says into @edit; nothing where it says what is there already, or is blank and the cell a heading's. */
gboolean _trinh_work_enter (TrinhWork *self,
                            TrinhEdit *edit,
                            const char *address,
                            const char *text,
                            GError **error);
void _trinh_work_enter_note (TrinhWork *self,
                             TrinhEdit *edit,
                             const char *address,
                             const char *note);

G_END_DECLS
