/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-people.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPeopleGroup:
 *
 * The people of the office in the preferences, and who of them works now. With nobody named everybody may do everything.
 * What is entered is kept after a pause.
 */
#define TRINH_TYPE_PEOPLE_GROUP (trinh_people_group_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPeopleGroup, trinh_people_group, TRINH, PEOPLE_GROUP, AdwPreferencesGroup)

/* @session: (nullable) */
void trinh_people_group_set_session (TrinhPeopleGroup *self,
                                     TrinhSession *session);
/* Shows the group, with the keyboard on the button that adds somebody */
void trinh_people_group_begin (TrinhPeopleGroup *self);
/* At once what was entered. */
gboolean trinh_people_group_save (TrinhPeopleGroup *self,
                                  GError **error);

G_END_DECLS
