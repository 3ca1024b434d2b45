/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-section-buffer.h"

G_BEGIN_DECLS

/**
 * TrinhSpellingMarks:
 *
 * Underlines in the text of a section what the dictionary does not know, a
 * little after each edit and in small pieces, and has a menu of what could be meant
 * for the context menu of the text. What is bound is not looked at.
 */
#define TRINH_TYPE_SPELLING_MARKS (trinh_spelling_marks_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSpellingMarks, trinh_spelling_marks, TRINH, SPELLING_MARKS, GObject)

/* @view shows a TrinhSectionBuffer; it keeps the actions of the menu and must outlive the marks */
TrinhSpellingMarks *trinh_spelling_marks_new (GtkTextView *view);
/* What could be meant by the word under the pointer or the cursor: for the context menu of the text. (transfer none) */
GMenuModel *trinh_spelling_marks_get_menu (TrinhSpellingMarks *self);
/* Without it nothing is underlined */
void trinh_spelling_marks_set_enabled (TrinhSpellingMarks *self,
                                       gboolean enabled);
/* (nullable): whose office, superior and signatories are no mistakes */
void trinh_spelling_marks_set_report (TrinhSpellingMarks *self,
                                      TrinhReport *report);
/* Looks at once at all that is waiting, for tests and measurements */
void trinh_spelling_marks_finish (TrinhSpellingMarks *self);
/* Prepares the menu for the word at @place, as a click there does; %FALSE where it is right */
gboolean trinh_spelling_marks_point_at (TrinhSpellingMarks *self,
                                        const GtkTextIter *place);

G_END_DECLS
