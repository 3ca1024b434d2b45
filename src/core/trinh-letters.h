/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trinh_letters_dup_line:
 * @text: (nullable): any text, as it was typed or pasted
 *
 * The text as one line of letters that XML 1.0 has a place for: controls, line ends and what Unicode keeps for itself
 * become spaces, bytes that are no UTF-8 the sign for them.
 *
 * Returns: (transfer full): it may be empty
 */
char *trinh_letters_dup_line (const char *text);
/* Whether there is nothing but spaces, those that do not break too, in @length bytes of @text; negative: up to its end */
gboolean trinh_letters_is_blank (const char *text,
                                 gssize length);
/* What turns the order of the letters around it, and is never seen */
gboolean trinh_letters_turns (gunichar letter);
/* What only joins the letter before it or chooses its form (Unicode: Variation_Selector, COMBINING GRAPHEME JOINER) */
gboolean trinh_letters_selects (gunichar letter);

G_END_DECLS
