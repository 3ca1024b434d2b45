/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-draft-rows.h"

G_BEGIN_DECLS

/* What a row is bound to; goes with the row. */
typedef struct
{
  TrinhRegimeDraft *draft;
  char *document;
  char *array;
  char *inner;
  char *member;
  guint index;
  const char *others;
  const TrinhDraftChoice *choices;
  const char *otherwise_text;
  gboolean otherwise;
  gboolean keep_empty;
  gboolean showing; /* what changes now comes from the draft */
} TrinhDraftBinding;

/* Binds the row and gives it its title. */
TrinhDraftBinding *_trinh_draft_bind (gpointer row,
                                      const TrinhDraftPlace *place,
                                      const char *member,
                                      const char *title);
/* Of a row that is bound */
TrinhDraftBinding *_trinh_draft_get_binding (gpointer row);
/* (nullable) (transfer none): the object that has the member */
JsonObject *_trinh_draft_binding_get_object (TrinhDraftBinding *self);
/* (nullable) (transfer none): the member */
JsonNode *_trinh_draft_binding_get_node (TrinhDraftBinding *self);
/* "" where it is absent or no text */
const char *_trinh_draft_binding_get_text (TrinhDraftBinding *self);
/* @value: (nullable) (transfer full): %NULL takes the member away, and an object that is empty without it */
void _trinh_draft_binding_set_node (TrinhDraftBinding *self,
                                    JsonNode *value);
/* (transfer full) (nullable): %NULL where it is empty and need not be there */
JsonNode *_trinh_draft_new_text (const char *text,
                                 gboolean keep_empty);

G_END_DECLS
