/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TrinhMergeKind:
 * @TRINH_MERGE_VALUE: a cell's value (with the reason why it is blank), note or mark "estimate"
 * @TRINH_MERGE_ROW: a row of a list that was added or taken away
 * @TRINH_MERGE_ORDER: the order of a list's rows, or of the sections
 * @TRINH_MERGE_SECTION: a section's text, title or number, or a whole section
 * @TRINH_MERGE_ENTRY: an entry of a register (documents, tasks, comments, …), or a member of one
 * @TRINH_MERGE_MEMBER: a member of the header
 * @TRINH_MERGE_STATE: the report's state
 */
typedef enum
{
  TRINH_MERGE_VALUE,
  TRINH_MERGE_ROW,
  TRINH_MERGE_ORDER,
  TRINH_MERGE_SECTION,
  TRINH_MERGE_ENTRY,
  TRINH_MERGE_MEMBER,
  TRINH_MERGE_STATE,
} TrinhMergeKind;

/**
 * TrinhMergeChoice:
 * @TRINH_MERGE_OPEN: a conflict that nobody has decided: ours stays
 */
typedef enum
{
  TRINH_MERGE_OPEN,
  TRINH_MERGE_OURS,
  TRINH_MERGE_THEIRS,
} TrinhMergeChoice;

#define TRINH_TYPE_MERGE_CHOICE (trinh_merge_choice_get_type ())
GType trinh_merge_choice_get_type (void);

/**
 * TrinhMergeItem:
 *
 * One thing that the other copy has differently: it comes in, or it is a conflict.
 *
 * Properties: choice (TrinhMergeChoice, read-write).
 */
#define TRINH_TYPE_MERGE_ITEM (trinh_merge_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhMergeItem, trinh_merge_item, TRINH, MERGE_ITEM, GObject)

TrinhMergeKind trinh_merge_item_get_kind (TrinhMergeItem *self);
/* Both sides changed it, in different ways. */
gboolean trinh_merge_item_get_conflict (TrinhMergeItem *self);
/* The other copy is a part of the report, and this is not of that part: ours unless chosen */
gboolean trinh_merge_item_get_outside (TrinhMergeItem *self);
/* "bm1:2.1", "bm8:r3", "s1", "documents/d2", "subject" */
const char *trinh_merge_item_get_target (TrinhMergeItem *self);
/* The form, section or register, for people: "Biểu mẫu 1" */
const char *trinh_merge_item_get_place (TrinhMergeItem *self);
/* What of it: "2.1 Số nhiệm vụ đề ra" */
const char *trinh_merge_item_get_title (TrinhMergeItem *self);
/* In words; "" for a blank, and for what is not there. @base: (nullable) %NULL where no common state is known */
const char *trinh_merge_item_get_base (TrinhMergeItem *self);
const char *trinh_merge_item_get_ours (TrinhMergeItem *self);
const char *trinh_merge_item_get_theirs (TrinhMergeItem *self);
TrinhMergeChoice trinh_merge_item_get_choice (TrinhMergeItem *self);
void trinh_merge_item_set_choice (TrinhMergeItem *self,
                                  TrinhMergeChoice choice);

G_END_DECLS
