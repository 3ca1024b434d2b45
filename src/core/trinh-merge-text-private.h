/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Three texts, merged paragraph by paragraph (a line is a paragraph). Neighbouring paragraphs that were changed by one side each
 * merge; the same paragraph changed in two ways, or two paragraphs put in at one place, do not. (transfer full) (nullable): %NULL
 * where both changed the same, or where the texts are too long to compare */
char *_trinh_merge_text (const char *base,
                         const char *ours,
                         const char *theirs);

G_END_DECLS
