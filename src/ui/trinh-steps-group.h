/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhStepsGroup:
 *
 * The journal of a report's life on the overview: who has it now, and who did what, when, with what words, the last
 * first. Follows the report by itself.
 */
#define TRINH_TYPE_STEPS_GROUP (trinh_steps_group_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStepsGroup, trinh_steps_group, TRINH, STEPS_GROUP, AdwPreferencesGroup)

/* @work: (nullable) */
void trinh_steps_group_set_work (TrinhStepsGroup *self,
                                 TrinhWork *work);

G_END_DECLS
