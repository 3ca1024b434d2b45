/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-section-buffer.h"

G_BEGIN_DECLS

/* Between the letters of a section's source, which remarks count by, and what the buffer shows in place of them. */

/* Where the characters from @from to @to of the source stand; within a bound place it is its border */
void trinh_section_places_get_range (TrinhSectionBuffer *buffer,
                                     guint from,
                                     guint to,
                                     GtkTextIter *start,
                                     GtkTextIter *end);
/* The source of what is selected, without blanks at its ends; a bound place is in it wholly. @start: (out): where it
 * begins in the source, in characters. (transfer full) (nullable): %NULL where nothing is selected */
char *trinh_section_places_dup_selection (TrinhSectionBuffer *buffer,
                                          guint *start);

G_END_DECLS
