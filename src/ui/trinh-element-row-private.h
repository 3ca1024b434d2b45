/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-element-row.h"

G_BEGIN_DECLS

extern const TrinhDraftChoice _trinh_element_kinds[];
extern const TrinhDraftChoice _trinh_element_period_kinds[];
extern const TrinhDraftChoice _trinh_element_missings[];
extern const TrinhDraftChoice _trinh_element_severities[];

/* The rows of an element's members, in order (trinh-element-fields.c) */
void _trinh_element_add_fields (AdwExpanderRow *row,
                                const TrinhDraftPlace *place,
                                TrinhElementKind kind,
                                TrinhEvaluation *evaluation);
/* The field where typing begins */
void _trinh_element_set_first (AdwExpanderRow *row,
                               GtkWidget *first);
/* The key of a row or the id of a column: what names it follows */
GtkWidget *_trinh_element_new_name_row (const TrinhDraftPlace *place,
                                        const char *member);
/* Shown only while the object that the place's member is in is there; gives @row back */
GtkWidget *_trinh_element_need (GtkWidget *row,
                                const TrinhDraftPlace *place);
void _trinh_element_add_item_fields (AdwExpanderRow *row,
                                     const TrinhDraftPlace *place);
void _trinh_element_add_row_fields (AdwExpanderRow *row,
                                    const TrinhDraftPlace *place,
                                    TrinhEvaluation *evaluation);
/* A member of the element that is a text (trinh-element-titles.c) */
const char *_trinh_element_get (const TrinhDraftPlace *place,
                                const char *member);
/* (transfer full): what stands on an element's row */
char *_trinh_element_dup_title (const TrinhDraftPlace *place,
                                TrinhElementKind kind);
char *_trinh_element_dup_subtitle (const TrinhDraftPlace *place,
                                   TrinhElementKind kind);

G_END_DECLS
