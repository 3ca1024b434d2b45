/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-draft-rows.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_ELEMENT_KIND_ITEM,   /* of the outline */
  TRINH_ELEMENT_KIND_ROW,    /* of a form */
  TRINH_ELEMENT_KIND_COLUMN, /* of a form */
  TRINH_ELEMENT_KIND_RULE,
  TRINH_ELEMENT_KIND_PERIOD, /* of the calendar */
} TrinhElementKind;

/**
 * TrinhElementRow:
 *
 * One element of a list of a draft: its members to be changed, and buttons to move it, to take it away and to add
 * another behind it. Its members are made when it is opened first.
 */
#define TRINH_TYPE_ELEMENT_ROW (trinh_element_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhElementRow, trinh_element_row, TRINH, ELEMENT_ROW, AdwExpanderRow)

/* @evaluation: (nullable): of the open report */
GtkWidget *trinh_element_row_new (const TrinhDraftPlace *place,
                                  TrinhElementKind kind,
                                  TrinhEvaluation *evaluation);
/* The element that a new one of this kind is. (transfer full): NULL for the outline, which makes its own */
JsonNode *trinh_element_kind_make (TrinhElementKind kind,
                                   TrinhRegimeDraft *draft,
                                   const char *document,
                                   const char *array);

G_END_DECLS
