/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-regime-draft.h"

G_BEGIN_DECLS

/* A change being made: copies of the documents that it touches. */
typedef struct
{
  TrinhRegimeDraft *draft;
  GHashTable *documents; /* name → JsonNode; the draft's own but for those that were copied */
} TrinhDraftStep;

TrinhRegimeDraft *_trinh_regime_draft_create (JsonNode *regime,
                                              JsonNode *outline);
/* (transfer full): the node; before the first step only */
void _trinh_regime_draft_put (TrinhRegimeDraft *self,
                              const char *document,
                              JsonNode *node);
void _trinh_draft_step_begin (TrinhDraftStep *step,
                              TrinhRegimeDraft *draft);
/* (transfer none): a copy that may be changed */
JsonObject *_trinh_draft_step_edit (TrinhDraftStep *step,
                                    const char *document);
/* %NULL where the element is not there */
JsonArray *_trinh_draft_step_edit_array (TrinhDraftStep *step,
                                         const char *document,
                                         const char *array);
/* @key: (nullable): steps of the same key in a row are one */
void _trinh_draft_step_end (TrinhDraftStep *step,
                            const char *key);
/* Not a step: the state itself becomes another. */
void _trinh_draft_step_amend (TrinhDraftStep *step);
/* @element: (transfer full) */
void _trinh_json_array_insert (JsonArray *array,
                               guint index,
                               JsonNode *element);
void _trinh_regime_draft_set_saved (TrinhRegimeDraft *self);
/* (transfer full): names in the order of the files: regime, outline, forms */
char **_trinh_regime_draft_list_documents (TrinhRegimeDraft *self);
GBytes *_trinh_regime_draft_get_bytes (TrinhRegimeDraft *self,
                                       const char *document);

G_END_DECLS
