/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRINH_TEXT_SAME,
  TRINH_TEXT_REMOVED,
  TRINH_TEXT_ADDED,
} TrinhTextChangeKind;

/**
 * TrinhTextChange:
 * @text: words with the spaces and line ends between them
 */
typedef struct
{
  TrinhTextChangeKind kind;
  char *text;
} TrinhTextChange;

/**
 * trinh_text_changes_find:
 * @before: a text
 * @after: the same text later
 *
 * What stayed, went and came, word by word: those that stayed or went make up
 * @before, those that stayed or came make up @after. What went stands ahead of
 * what came in its place. Of texts of many thousands of words all went and came.
 *
 * Returns: (transfer full) (element-type TrinhTextChange): in the order of the text
 */
GArray *trinh_text_changes_find (const char *before,
                                 const char *after);

G_END_DECLS
