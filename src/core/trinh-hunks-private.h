/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pieces [from, to) of the base became [new_from, new_to) of the other text. */
typedef struct
{
  guint from;
  guint to;
  guint new_from;
  guint new_to;
} TrinhHunk;

/* What differs between two texts that were cut into pieces: paragraphs, words.
 * (transfer full) (nullable) (element-type TrinhHunk): %NULL where they are too long to compare */
GArray *_trinh_hunks_find (char **base,
                           char **side);

G_END_DECLS
