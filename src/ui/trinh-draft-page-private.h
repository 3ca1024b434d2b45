/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-draft-page.h"
#include "trinh-element-row.h"

G_BEGIN_DECLS

/* A group at the end of the page */
AdwPreferencesGroup *_trinh_draft_page_add_group (TrinhDraftPage *self,
                                                  const char *title,
                                                  const char *description);
/* A list of the document, an opening row for each element. @array outlives the page. */
AdwPreferencesGroup *_trinh_draft_page_add_elements (TrinhDraftPage *self,
                                                     const char *document,
                                                     const char *array,
                                                     TrinhElementKind kind,
                                                     const char *title,
                                                     const char *description);
/* What a regime has besides outline, forms and calendar; its rules, and what reading the text finds
 * (trinh-draft-page-regime.c) */
void _trinh_draft_page_build_general (TrinhDraftPage *self,
                                      TrinhRegimeDraft *draft);
void _trinh_draft_page_build_rules (TrinhDraftPage *self,
                                    TrinhRegimeDraft *draft);

G_END_DECLS
