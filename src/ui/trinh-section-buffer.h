/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhSectionBuffer:
 *
 * The text of a section while it is edited: the letters of the source, with
 * every bound value, citation and table (`{{…}}`) shown as what it prints.
 * Such a place cannot be typed into and is deleted whole. The report's history
 * is the undo; the buffer has none of its own.
 *
 * Signals: "edited": a person changed the text.
 */
#define TRINH_TYPE_SECTION_BUFFER (trinh_section_buffer_get_type ())
G_DECLARE_FINAL_TYPE (TrinhSectionBuffer, trinh_section_buffer, TRINH, SECTION_BUFFER, GtkTextBuffer)

TrinhSectionBuffer *trinh_section_buffer_new (void);
void trinh_section_buffer_set_evaluation (TrinhSectionBuffer *self,
                                          TrinhEvaluation *evaluation);
/* Replaces everything; the cursor stays where it can; no "edited" */
void trinh_section_buffer_set_source (TrinhSectionBuffer *self,
                                      const char *source);
/* (transfer full) */
char *trinh_section_buffer_dup_source (TrinhSectionBuffer *self);
/* Where the cursor is: how many characters of the source stand before it */
guint trinh_section_buffer_get_cursor (TrinhSectionBuffer *self);
/* At the cursor, in place of what is selected; @source is "{{bm3:3.3.1}}", or text with such places */
void trinh_section_buffer_insert (TrinhSectionBuffer *self,
                                  const char *source);
/* The values as they are now; no "edited" */
void trinh_section_buffer_refresh (TrinhSectionBuffer *self);
/* (nullable): the source of the bound place at @place */
const char *trinh_section_buffer_get_bound (TrinhSectionBuffer *self,
                                            const GtkTextIter *place);
/* Puts @mark ("**", "*") before and behind what is selected */
void trinh_section_buffer_wrap (TrinhSectionBuffer *self,
                                const char *mark);

G_END_DECLS
