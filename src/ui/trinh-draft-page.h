/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhDraftPage:
 *
 * One part of a regime being edited, as rows to fill in: "general", "outline", "calendar", "rules", "problems",
 * or a form by its document ("forms/bm1").
 *
 * Signal: "jump" (TrinhDraftProblem): a problem was chosen.
 */
#define TRINH_TYPE_DRAFT_PAGE (trinh_draft_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhDraftPage, trinh_draft_page, TRINH, DRAFT_PAGE, AdwBin)

/* @evaluation: (nullable): of the open report, to try expressions out */
GtkWidget *trinh_draft_page_new (TrinhRegimeDraft *draft,
                                 TrinhEvaluation *evaluation,
                                 const char *section);
const char *trinh_draft_page_get_section (TrinhDraftPage *self);
/* Opens the element of the array and goes to it. */
void trinh_draft_page_reveal (TrinhDraftPage *self,
                              const char *array,
                              guint index);

G_END_DECLS
