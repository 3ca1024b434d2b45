/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_OUTLINE_OPENING, /* the paragraph before the first heading */
  TRINH_OUTLINE_HEADING,
  TRINH_OUTLINE_CLOSING, /* the paragraph after the last, ended by "./." */
} TrinhOutlineRole;

/**
 * TrinhOutlineItem:
 *
 * One narrative section that the regime asks for ("đề cương"). Immutable.
 */
#define TRINH_TYPE_OUTLINE_ITEM (trinh_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOutlineItem, trinh_outline_item, TRINH, OUTLINE_ITEM, GObject)

const char *trinh_outline_item_get_id (TrinhOutlineItem *self); /* "II.1.2" */
TrinhOutlineRole trinh_outline_item_get_role (TrinhOutlineItem *self);
const char *trinh_outline_item_get_number (TrinhOutlineItem *self);   /* as printed: "1.2"; "" */
const char *trinh_outline_item_get_title (TrinhOutlineItem *self);    /* placeholders unresolved */
guint trinh_outline_item_get_level (TrinhOutlineItem *self);          /* 1 for "I.", 2 for "1.", 3 for "1.1."; 0 for opening and closing */
const char *trinh_outline_item_get_guidance (TrinhOutlineItem *self); /* markup; "" */
gboolean trinh_outline_item_get_required (TrinhOutlineItem *self);    /* must have text or "none" */
/* Text that a new report's section begins with; "" */
const char *trinh_outline_item_get_template (TrinhOutlineItem *self);
/* Ids of forms whose figures belong to this section */
const char *const *trinh_outline_item_get_forms (TrinhOutlineItem *self);
/* Sentences that are offered for this section: texts with bound values, placeholders unresolved */
const char *const *trinh_outline_item_get_phrases (TrinhOutlineItem *self);

/**
 * TrinhOutline:
 *
 * The tree of sections, in printed order. Immutable.
 */
#define TRINH_TYPE_OUTLINE (trinh_outline_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOutline, trinh_outline, TRINH, OUTLINE, GObject)

TrinhOutline *trinh_outline_load (TrinhJsonDocument *document,
                                  GPtrArray **problems);
const char *trinh_outline_get_id (TrinhOutline *self);
const char *trinh_outline_get_title (TrinhOutline *self);
GListModel *trinh_outline_get_items (TrinhOutline *self); /* of TrinhOutlineItem */
TrinhOutlineItem *trinh_outline_find_item (TrinhOutline *self,
                                           const char *id);

G_END_DECLS
