/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* Light, dark, or as the system: the setting "color-scheme". */

/* The program follows the setting from now on. */
void trinh_appearance_follow (void);
/* @row offers system, light, dark, in this order. */
void trinh_appearance_bind (AdwComboRow *row);

G_END_DECLS
