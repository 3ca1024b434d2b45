/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-merge-private.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_VERDICT_NOTHING, /* the same, or only ours changed */
  TRINH_VERDICT_TAKE,    /* only theirs changed */
  TRINH_VERDICT_CONFLICT,
} TrinhMergeVerdict;

/* Three states of one thing, each nullable; @base is %NULL too where no base is known. */
typedef struct
{
  JsonNode *base;
  JsonNode *ours;
  JsonNode *theirs;
} TrinhMergeThree;

TrinhMergeVerdict _trinh_merge_judge (gboolean has_base,
                                      const TrinhMergeThree *three);
/* The members that change together with @name, the one they are called by first. (transfer none) (nullable) */
const char *const *_trinh_merge_find_group (TrinhMergeKind kind,
                                            const char *name);
/* The members of a group as an object, or the one member; @all: also those that only say how it came in.
 * (transfer full) (nullable) */
JsonNode *_trinh_merge_pick (JsonNode *node,
                             const char *name,
                             const char *const *group,
                             gboolean all);
/* What both changed, where it merges after all. (transfer full) (nullable) */
JsonNode *_trinh_merge_reconcile (const char *name,
                                  const TrinhMergeThree *three,
                                  gboolean section);

G_END_DECLS
