/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-merge-item.h"
#include "trinh-report.h"

G_BEGIN_DECLS

/**
 * TrinhMerge:
 *
 * Two copies of one report, merged three ways from the state that both come
 * from. A list model of TrinhMergeItem: what the other copy has differently,
 * conflicts first. Nothing is changed before trinh_merge_make_edit()'s edit is
 * applied.
 *
 * - What one side alone changed merges; what both changed to the same is the
 *   same; what both changed differently is a conflict and stays ours until
 *   somebody chooses.
 * - Cells merge by value (with the reason why it is blank), note and estimate;
 *   sections by id, a text that both changed by its paragraphs; comments,
 *   acknowledgements, documents, tasks, journal and every other register are
 *   united by id and merge by member. An entry or a list's row that each side
 *   added under the same id is kept twice: theirs gets an id of its own, and
 *   what names it in their copy follows.
 * - Without a base, only what is equal, or blank on one side, merges.
 * - A section that they added stands behind the one that is before it in
 *   their copy.
 * - Their state is taken where it may follow ours, where our copy has nothing
 *   that theirs lacks, and where everything of theirs is taken: a state is
 *   never put on a content that it was not given to.
 * - A copy that is a part (member "part") brings what is of the part; the rest
 *   is there, and ours unless chosen.
 */
#define TRINH_TYPE_MERGE (trinh_merge_get_type ())
G_DECLARE_FINAL_TYPE (TrinhMerge, trinh_merge, TRINH, MERGE, GObject)

/**
 * trinh_merge_new:
 * @base: (nullable): the state that both come from
 * @ours: the report that is changed
 * @theirs: the copy that comes in
 *
 * Returns: (transfer full): the merge, or %NULL with TRINH_CORE_ERROR_UNKNOWN where the copies are of two reports, and
 *   with TRINH_CORE_ERROR_STATE where @ours is signed and @theirs is something else
 */
TrinhMerge *trinh_merge_new (TrinhReport *base,
                             TrinhReport *ours,
                             TrinhReport *theirs,
                             GError **error);
/* @theirs was brought in before (its hash stands in the member "merged"): there are no items. */
gboolean trinh_merge_get_known (TrinhMerge *self);
gboolean trinh_merge_get_has_base (TrinhMerge *self);
/* @theirs, as it came in */
TrinhReport *trinh_merge_get_copy (TrinhMerge *self);
/* The id of the part that @theirs is; (nullable) %NULL: the whole report */
const char *trinh_merge_get_part (TrinhMerge *self);
guint trinh_merge_count_conflicts (TrinhMerge *self);
/* Conflicts that nobody has decided */
guint trinh_merge_count_open (TrinhMerge *self);
guint trinh_merge_count_outside (TrinhMerge *self);
/**
 * trinh_merge_make_edit:
 * @at: (nullable): now, as ISO 8601: the part has been returned then
 *
 * What merges and what was chosen, as one edit. Once no conflict is open, the
 * edit also remembers @theirs as brought in.
 *
 * Returns: (transfer full)
 */
TrinhEdit *trinh_merge_make_edit (TrinhMerge *self,
                                  const char *at);

G_END_DECLS
