/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* Names of a form's rows and columns as the window shows and speaks them: placeholders filled, without markup. Texts
 * are (transfer full). */

/* Any title of the form */
char *trinh_form_heads_expand (TrinhReport *report,
                               const char *text);
/* (transfer container) (element-type TrinhFormGroup): the groups over the column, the outermost first: of two the longer
 * holds the other */
GPtrArray *trinh_form_heads_list_groups (TrinhForm *form,
                                         TrinhFormColumn *column);
/* "Tiếp nhận › Trực tuyến": the heads of the groups over the column and its own */
char *trinh_form_heads_dup_path (TrinhReport *report,
                                 TrinhForm *form,
                                 TrinhFormColumn *column);
/* What stands in the first cell that this row has together with others ("Trong đó"); (nullable); @first: (out): whether
 * the cell begins with this row */
char *trinh_form_heads_dup_merged (TrinhForm *form,
                                   const char *key,
                                   gboolean *first);
/* "3.1 Hồ sơ tiếp nhận", or "Row 3" of a list */
char *trinh_form_heads_dup_row (TrinhReport *report,
                                TrinhForm *form,
                                const char *key);
/* The row, and the column where there are several: "3.1 Hồ sơ tiếp nhận, Tiếp nhận › Trực tuyến" */
char *trinh_form_heads_dup_cell (TrinhReport *report,
                                 TrinhForm *form,
                                 const char *key,
                                 TrinhFormColumn *column);
/* Where a row of a list stands, from 1; 0: nowhere */
guint trinh_form_heads_find_row (TrinhReport *report,
                                 TrinhForm *form,
                                 const char *key);
/* Whether the form is more than one value to a row */
gboolean trinh_form_heads_is_wide (TrinhForm *form);

G_END_DECLS
