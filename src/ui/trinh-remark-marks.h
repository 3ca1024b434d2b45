/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-section-buffer.h"

G_BEGIN_DECLS

/**
 * TrinhRemarkMarks:
 *
 * Marks in the text of a section the words that open remarks are about, and follows the words while the text is
 * edited. Words that are not there any more have no mark; their thread stays in the list.
 */
#define TRINH_TYPE_REMARK_MARKS (trinh_remark_marks_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRemarkMarks, trinh_remark_marks, TRINH, REMARK_MARKS, GObject)

TrinhRemarkMarks *trinh_remark_marks_new (TrinhSectionBuffer *buffer);
/* @report, @section: (nullable) */
void trinh_remark_marks_set_section (TrinhRemarkMarks *self,
                                     TrinhReport *report,
                                     const char *section);
/* The open thread about the words at @place. (transfer none) (nullable) */
TrinhRemarkThread *trinh_remark_marks_find (TrinhRemarkMarks *self,
                                            const GtkTextIter *place);
/* Where the words of a thread stand now; %FALSE where they do not */
gboolean trinh_remark_marks_get_range (TrinhRemarkMarks *self,
                                       TrinhRemarkThread *thread,
                                       GtkTextIter *start,
                                       GtkTextIter *end);

G_END_DECLS
