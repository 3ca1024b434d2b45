/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-section.h"
#include "trinh-value.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_CHANGE_VALUE,   /* target: address; JSON as in "values" */
  TRINH_CHANGE_SECTION, /* target: section id; JSON as in "sections" */
  TRINH_CHANGE_ROWS,    /* target: list form's id; JSON: array of row keys in order */
  TRINH_CHANGE_MEMBER,  /* target: name of a member of the report file ("number", "addressees", "documents", "state", …) */
} TrinhChangeKind;

/**
 * TrinhChange:
 * @old_content: (nullable): filled when the edit was applied
 * @new_content: (nullable): %NULL takes the thing away
 */
typedef struct
{
  TrinhChangeKind kind;
  const char *target;
  JsonNode *old_content;
  JsonNode *new_content;
} TrinhChange;

/**
 * TrinhEdit:
 *
 * What changes a report: one or more changes that are applied, undone and
 * journalled together. trinh_report_apply() is the only way in. Reference-counted;
 * not changed any more once it was applied.
 */
#define TRINH_TYPE_EDIT (trinh_edit_get_type ())

GType trinh_edit_get_type (void) G_GNUC_CONST;
/* @label: translated, for "Undo …": "value of 2.1" */
TrinhEdit *trinh_edit_new (const char *label);
TrinhEdit *trinh_edit_new_value (const char *label,
                                 const char *address,
                                 TrinhValue *value);
TrinhEdit *trinh_edit_ref (TrinhEdit *self);
void trinh_edit_unref (TrinhEdit *self);
/* @value: (nullable) */
void trinh_edit_set_value (TrinhEdit *self,
                           const char *address,
                           TrinhValue *value);
void trinh_edit_set_section (TrinhEdit *self,
                             TrinhSection *section);
void trinh_edit_set_rows (TrinhEdit *self,
                          const char *form,
                          const char *const *keys);
/* @content: (transfer none) (nullable) */
void trinh_edit_set_member (TrinhEdit *self,
                            const char *name,
                            JsonNode *content);
void trinh_edit_set_member_string (TrinhEdit *self,
                                   const char *name,
                                   const char *content);
void trinh_edit_set_member_strv (TrinhEdit *self,
                                 const char *name,
                                 const char *const *content);
/* It cannot be undone, nor can what came before it: a step of the review, whose way back is another step. */
void trinh_edit_set_final (TrinhEdit *self);
/* Who did it, for the journal; "" unknown */
void trinh_edit_set_author (TrinhEdit *self,
                            const char *author);
const char *trinh_edit_get_author (TrinhEdit *self);
const char *trinh_edit_get_label (TrinhEdit *self);
guint trinh_edit_get_n_changes (TrinhEdit *self);
const TrinhChange *trinh_edit_get_change (TrinhEdit *self,
                                          guint position);
/* The edit that takes an applied one back. (transfer full) */
TrinhEdit *trinh_edit_invert (TrinhEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhEdit, trinh_edit_unref)

G_END_DECLS
