/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_PLACE_OVERVIEW,
  TRINH_PLACE_SECTION,
  TRINH_PLACE_FORM,
  TRINH_PLACE_DOCUMENTS,
  TRINH_PLACE_TASKS,
  TRINH_PLACE_FINDINGS,
  TRINH_PLACE_REMARKS,
  TRINH_PLACE_COMPARISON,
  TRINH_PLACE_PREVIEW,
  TRINH_PLACE_REVIEW,
} TrinhPlaceKind;

/**
 * TrinhPlace:
 *
 * One row of the sidebar: a page of the report with how it stands. Follows the
 * evaluation by itself.
 *
 * Properties: title (string), depth (uint), n-errors, n-warnings (uint),
 * complete, started, aside (boolean), opacity (double: what is aside stands back), note (string: "82 %"; how many remarks are open).
 */
#define TRINH_TYPE_PLACE (trinh_place_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPlace, trinh_place, TRINH, PLACE, GObject)

/* @id: of the section or form; of the others "overview", "documents", "tasks", "findings", "remarks", "comparison", "preview", "review" */
TrinhPlace *trinh_place_new (TrinhPlaceKind kind,
                             const char *id,
                             const char *title,
                             guint depth,
                             TrinhEvaluation *evaluation);
TrinhPlaceKind trinh_place_get_kind (TrinhPlace *self);
const char *trinh_place_get_id (TrinhPlace *self);
const char *trinh_place_get_title (TrinhPlace *self);
/* The report is a copy for a part that this place is not of. */
gboolean trinh_place_get_aside (TrinhPlace *self);
void trinh_place_set_aside (TrinhPlace *self,
                            gboolean aside);
/* What the pages show counts with it too; once */
void trinh_place_set_layout_findings (TrinhPlace *self,
                                      TrinhLayoutFindings *findings);

G_END_DECLS
