/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhPersonButton:
 *
 * Says who works now, and lets another person of the office be chosen by "win.person".
 */
#define TRINH_TYPE_PERSON_BUTTON (trinh_person_button_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPersonButton, trinh_person_button, TRINH, PERSON_BUTTON, AdwBin)

/* @store: (nullable): whose people these are */
void trinh_person_button_set_store (TrinhPersonButton *self,
                                    TrinhStore *store);

G_END_DECLS
