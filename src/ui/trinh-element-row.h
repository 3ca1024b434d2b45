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
  TRINH_ELEMENT_KIND_GROUP,  /* of columns of a form */
  TRINH_ELEMENT_KIND_ANNEX,
  TRINH_ELEMENT_KIND_SIGNATORY,
  TRINH_ELEMENT_KIND_PART,    /* who fills a form in */
  TRINH_ELEMENT_KIND_MISSING, /* a form that is not here */
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
/* The rows of a list's total, and whether it has one */
void trinh_element_add_total_fields (AdwPreferencesGroup *group,
                                     const TrinhDraftPlace *place);
/* Opens it, and puts the keyboard where typing begins. */
void trinh_element_row_begin (TrinhElementRow *self);

G_END_DECLS
