/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-edit.h"

G_BEGIN_DECLS

/* Where a section that is new stands: a member of the change's content beside the section's own */
#define TRINH_EDIT_POSITION "position"

/* A deep copy whose texts went through trinh_language_normalize(): what came in never changes behind the report's back. */
JsonNode *_trinh_json_dup_normalized (JsonNode *node);
/* %NULL equals only %NULL. */
gboolean _trinh_json_equal (JsonNode *a,
                            JsonNode *b);

/* One change for a target: a later one takes the place of the earlier. @content: (transfer full) (nullable) */
void _trinh_edit_put (TrinhEdit *self,
                      TrinhChangeKind kind,
                      const char *target,
                      JsonNode *content);
/* The same, ahead of the change at @position */
void _trinh_edit_insert (TrinhEdit *self,
                         guint position,
                         TrinhChangeKind kind,
                         const char *target,
                         JsonNode *content);
/* What the report made of a change: its target as the report writes it, both contents. (transfer full) (nullable) */
void _trinh_edit_settle (TrinhEdit *self,
                         guint position,
                         const char *target,
                         JsonNode *old_content,
                         JsonNode *new_content);
TrinhChange *_trinh_edit_find (TrinhEdit *self,
                               TrinhChangeKind kind,
                               const char *target);
/* Takes out changes whose contents are the same before and after. */
void _trinh_edit_drop_idle (TrinhEdit *self);
gboolean _trinh_edit_get_final (TrinhEdit *self);
gboolean _trinh_edit_get_applied (TrinhEdit *self);
void _trinh_edit_set_applied (TrinhEdit *self);

G_END_DECLS
