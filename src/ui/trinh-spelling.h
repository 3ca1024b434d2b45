/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/* The Vietnamese dictionary, which knows syllables. It is opened when it is first asked for and kept for the life of the
 * program. */

/* Whether there is one */
gboolean trinh_spelling_is_available (void);
/* Whether one syllable is spelled as the dictionary, or the person, knows it */
gboolean trinh_spelling_knows (const char *word);
/* (transfer full): never %NULL; at most @limit */
char **trinh_spelling_list_corrections (const char *word,
                                        guint limit);
/* From now on, and the next time too */
void trinh_spelling_add (const char *word);
/* Until the program ends */
void trinh_spelling_ignore (const char *word);

/**
 * TrinhSpellingFound:
 * @start: character offset of a syllable that nobody knows
 * @end: behind it
 */
typedef void (*TrinhSpellingFound) (guint start,
                                    guint end,
                                    gpointer user_data);

/**
 * trinh_spelling_check:
 * @text: one paragraph
 * @names: (nullable): set of syllables in lower case that are right here, such as those of the office's name
 *
 * What is no Vietnamese word on purpose is passed over: numbers, symbols of documents, abbreviations, addresses of
 * websites, single letters.
 */
void trinh_spelling_check (const char *text,
                           GHashTable *names,
                           TrinhSpellingFound found,
                           gpointer user_data);
/* Adds the syllables of @text to @names, a set that owns its strings. */
void trinh_spelling_add_names (GHashTable *names,
                               const char *text);
/* The foreign words that offices use. @lexicon: (nullable) */
void trinh_spelling_add_foreign (GHashTable *names,
                                 TrinhLexicon *lexicon);

G_END_DECLS
