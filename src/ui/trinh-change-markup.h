/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trinh_change_markup_new:
 * @before: what stood there
 * @after: what stands there now
 *
 * What went struck out and what came underlined, word by word. Of a long text the
 * words far from any change are left out.
 *
 * Returns: (transfer full): Pango markup
 */
char *trinh_change_markup_new (const char *before,
                               const char *after);
/* The same for who cannot see it: "“14” became “15”". Translated. (transfer full) */
char *trinh_change_words_new (const char *before,
                              const char *after);

G_END_DECLS
