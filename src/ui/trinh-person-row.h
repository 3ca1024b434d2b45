/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-people.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPersonRow:
 *
 * Somebody of the office in the preferences: name, title, roles and signing authority.
 *
 * Signals: "changed", "remove".
 */
#define TRINH_TYPE_PERSON_ROW (trinh_person_row_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPersonRow, trinh_person_row, TRINH, PERSON_ROW, AdwExpanderRow)

/* @person: (nullable): somebody new, who prepares reports */
GtkWidget *trinh_person_row_new (TrinhPerson *person);
/* Unfolds, and what is typed next is the name */
void trinh_person_row_begin (TrinhPersonRow *self);
/* Key and picture are from here on those that the person has among @people (element-type TrinhPerson). */
void trinh_person_row_set_kept (TrinhPersonRow *self,
                                GPtrArray *people);
/* What the row says now of the person as kept among @people (element-type TrinhPerson), whose key and picture stay.
 * (transfer full) (nullable): %NULL without a name */
TrinhPerson *trinh_person_row_dup_person (TrinhPersonRow *self,
                                          GPtrArray *people);

G_END_DECLS
