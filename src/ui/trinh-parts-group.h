/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPartsGroup:
 *
 * The parts of a report: who has each, until when, how far it is; what is
 * overdue stands first. A row opens the part, its button sends it.
 */
#define TRINH_TYPE_PARTS_GROUP (trinh_parts_group_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPartsGroup, trinh_parts_group, TRINH, PARTS_GROUP, AdwPreferencesGroup)

/* @work: (nullable) */
void trinh_parts_group_set_work (TrinhPartsGroup *self,
                                 TrinhWork *work);
/* The parts anew; the page calls it when something has changed. */
void trinh_parts_group_update (TrinhPartsGroup *self);

G_END_DECLS
