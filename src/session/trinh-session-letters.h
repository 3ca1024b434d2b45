/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The letters of printed pages beside those of a text. Blanks are none, nor is what only chooses the form of the letter
 * before it. A bag is a GHashTable from each letter to how often it is there, which may be less than nothing.
 */

gboolean _trinh_letters_has (gunichar letter);
/* All of @text, composed, without what is none. (transfer full) */
char *_trinh_letters_dup (const char *text);

void _trinh_letters_count (GHashTable *bag,
                           gunichar letter,
                           int step);
void _trinh_letters_count_text (GHashTable *bag,
                                const char *text,
                                int step);
/* Whether @bag has at least the letters of @part, counted downwards */
gboolean _trinh_letters_has_all (GHashTable *bag,
                                 GHashTable *part);
void _trinh_letters_take (GHashTable *bag,
                          GHashTable *part);

/* A chart's letters stand in no order, and a label may be cut with "…": whether @found has none that @expected has not. */
gboolean _trinh_letters_is_part (const char *found,
                                 const char *expected);
/* Letters written from right to left stand on a page in another order than in the text, those beside them in the same. */
gboolean _trinh_letters_is_same (const char *found,
                                 const char *expected);

G_END_DECLS
