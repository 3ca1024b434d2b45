/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-element-row.h"

G_BEGIN_DECLS

/* The rows of an element's members, in order (trinh-element-fields.c) */
void _trinh_element_add_fields (AdwExpanderRow *row,
                                const TrinhDraftPlace *place,
                                TrinhElementKind kind,
                                TrinhEvaluation *evaluation);
/* (transfer full): what stands on an element's row */
char *_trinh_element_dup_title (const TrinhDraftPlace *place,
                                TrinhElementKind kind);
char *_trinh_element_dup_subtitle (const TrinhDraftPlace *place,
                                   TrinhElementKind kind);

G_END_DECLS
