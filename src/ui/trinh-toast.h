/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What @text says, all of it also in a narrow window: a toast of libadwaita's own has one line. (transfer full) (floating) */
AdwToast *trinh_toast_new (const char *text);

G_END_DECLS
