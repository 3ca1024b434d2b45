/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhLinesView:
 *
 * A text view that is as high as its text, without scrolling.
 */
#define TRINH_TYPE_LINES_VIEW (trinh_lines_view_get_type ())
G_DECLARE_FINAL_TYPE (TrinhLinesView, trinh_lines_view, TRINH, LINES_VIEW, GtkTextView)

/* Ctrl+Enter in a text view within @widget calls @send with it: the text view itself would begin a line. */
void trinh_lines_view_add_send_key (GtkWidget *widget,
                                    GtkShortcutFunc send);
/* All that is written there, normalized and without space around it. (transfer full) */
char *trinh_lines_view_dup_words (GtkTextBuffer *buffer);

G_END_DECLS
