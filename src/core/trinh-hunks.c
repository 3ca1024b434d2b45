/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-hunks-private.h"

/* Cells of the table of common pieces: 2000 against 2000 */
#define MAX_CELLS (4u * 1000u * 1000u)

/* Lengths of the longest common run of pieces, from each place to the end */
static guint16 *
measure (char **a,
         guint n,
         char **b,
         guint m)
{
  guint16 *lengths = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i > 0; i--)
    for (guint j = m; j > 0; j--)
      {
        const gsize at = (gsize) (i - 1) * (m + 1) + (j - 1);

        if (g_str_equal (a[i - 1], b[j - 1]))
          lengths[at] = (guint16) (lengths[at + m + 2] + 1);
        else
          lengths[at] = MAX (lengths[at + m + 1], lengths[at + 1]);
      }
  return lengths;
}

static void
add_hunk (GArray *hunks,
          TrinhHunk hunk)
{
  if (hunk.from < hunk.to || hunk.new_from < hunk.new_to)
    g_array_append_val (hunks, hunk);
}

/* What both begin with, and what both end with after that, need no table. */
static void
trim (char **base,
      char **side,
      TrinhHunk *middle)
{
  while (middle->from < middle->to && middle->new_from < middle->new_to &&
         g_str_equal (base[middle->from], side[middle->new_from]))
    {
      middle->from++;
      middle->new_from++;
    }
  while (middle->from < middle->to && middle->new_from < middle->new_to &&
         g_str_equal (base[middle->to - 1], side[middle->new_to - 1]))
    {
      middle->to--;
      middle->new_to--;
    }
}

static void
find_in_middle (GArray *hunks,
                char **base,
                char **side,
                const guint16 *lengths,
                const TrinhHunk *middle)
{
  const guint m = middle->new_to - middle->new_from;
  guint i = middle->from;
  guint j = middle->new_from;
  TrinhHunk hunk = { i, i, j, j };

  while (i < middle->to && j < middle->new_to)
    {
      const gsize at = (gsize) (i - middle->from) * (m + 1) + (j - middle->new_from);

      if (g_str_equal (base[i], side[j]))
        {
          add_hunk (hunks, (TrinhHunk) { hunk.from, i, hunk.new_from, j });
          hunk.from = ++i;
          hunk.new_from = ++j;
        }
      else if (lengths[at + m + 1] >= lengths[at + 1])
        i++;
      else
        j++;
    }
  add_hunk (hunks, (TrinhHunk) { hunk.from, middle->to, hunk.new_from, middle->new_to });
}

GArray *
_trinh_hunks_find (char **base,
                   char **side)
{
  TrinhHunk middle = { 0, g_strv_length (base), 0, g_strv_length (side) };
  g_autofree guint16 *lengths = NULL;
  GArray *hunks;
  guint n;
  guint m;

  trim (base, side, &middle);
  n = middle.to - middle.from;
  m = middle.new_to - middle.new_from;
  if ((guint64) (n + 1) * (m + 1) > MAX_CELLS || MIN (n, m) > G_MAXUINT16)
    return NULL;
  lengths = measure (base + middle.from, n, side + middle.new_from, m);
  hunks = g_array_new (FALSE, FALSE, sizeof (TrinhHunk));
  find_in_middle (hunks, base, side, lengths, &middle);
  return hunks;
}
