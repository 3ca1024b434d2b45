/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trinh_text_table_take_cell:
 * @rest: (inout): the beginning of a cell; then the separator, the line's end or the text's end behind it
 * @separator: what stands between cells: a tab on the clipboard, ';' in a file
 *
 * A cell that holds a separator or a line's end stands in quotation marks.
 *
 * Returns: (transfer full): the cell without the marks, without spaces around it
 */
char *trinh_text_table_take_cell (const char **rest,
                                  char separator);
/* @rest: (inout): at a line's end, then behind it */
void trinh_text_table_end_line (const char **rest);

G_END_DECLS
