/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The family that pages were set in since the program began. (nullable): none were */
const char *trinh_layout_font_get_family (void);
/* It was found by a layouter. */
void _trinh_layout_font_remember (const char *family);
/* What is to be done where it is @family, for want of @prescribed and what is as wide. (transfer full) */
char *trinh_layout_font_describe (const char *family,
                                  const char *prescribed);

G_END_DECLS
