/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-merge-text-private.h"

/* Cells of the table of common paragraphs: 2000 against 2000 */
#define MAX_CELLS (4u * 1000u * 1000u)

/* The paragraphs [from, to) of the base became [new_from, new_to). */
typedef struct
{
  guint from;
  guint to;
  guint new_from;
  guint new_to;
} Hunk;

/* Lengths of the longest common run of paragraphs, from each place to the end */
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
          Hunk hunk)
{
  if (hunk.from < hunk.to || hunk.new_from < hunk.new_to)
    g_array_append_val (hunks, hunk);
}

/* (transfer full) (nullable) */
static GArray *
compare (char **base,
         char **side)
{
  const guint n = g_strv_length (base);
  const guint m = g_strv_length (side);
  g_autofree guint16 *lengths = NULL;
  GArray *hunks;
  Hunk hunk = { 0, 0, 0, 0 };
  guint i = 0;
  guint j = 0;

  if ((guint64) (n + 1) * (m + 1) > MAX_CELLS || MIN (n, m) > G_MAXUINT16)
    return NULL;
  lengths = measure (base, n, side, m);
  hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  while (i < n && j < m)
    {
      const gsize at = (gsize) i * (m + 1) + j;

      if (g_str_equal (base[i], side[j]))
        {
          add_hunk (hunks, (Hunk) { hunk.from, i, hunk.new_from, j });
          hunk.from = ++i;
          hunk.new_from = ++j;
        }
      else if (lengths[at + m + 1] >= lengths[at + 1])
        i++;
      else
        j++;
    }
  add_hunk (hunks, (Hunk) { hunk.from, n, hunk.new_from, m });
  return hunks;
}

static gboolean
is_same (const Hunk *a,
         char **ours,
         const Hunk *b,
         char **theirs)
{
  const guint n = a->new_to - a->new_from;

  if (a->from != b->from || a->to != b->to || n != b->new_to - b->new_from)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (ours[a->new_from + i], theirs[b->new_from + i]))
      return FALSE;
  return TRUE;
}

static gboolean
collide (const Hunk *a,
         const Hunk *b)
{
  if (a->from == a->to && b->from == b->to)
    return a->from == b->from;
  return a->from < b->to && b->from < a->to;
}

static void
take_lines (GPtrArray *lines,
            char **from,
            guint first,
            guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (lines, from[i]);
}

typedef struct
{
  char **base;
  char **lines[2];
  GArray *hunks[2];
} Texts;

/* Puts the changes of both sides into the base, in their order. FALSE: they meet. */
static gboolean
weave (Texts *texts,
       GPtrArray *result)
{
  guint next[2] = { 0, 0 };
  guint at = 0;

  while (next[0] < texts->hunks[0]->len || next[1] < texts->hunks[1]->len)
    {
      const Hunk *a = next[0] < texts->hunks[0]->len ? &g_array_index (texts->hunks[0], Hunk, next[0]) : NULL;
      const Hunk *b = next[1] < texts->hunks[1]->len ? &g_array_index (texts->hunks[1], Hunk, next[1]) : NULL;
      const gboolean same = a != NULL && b != NULL && is_same (a, texts->lines[0], b, texts->lines[1]);
      guint side;
      const Hunk *hunk;

      if (a != NULL && b != NULL && !same && collide (a, b))
        return FALSE;
      side = a != NULL && (b == NULL || a->from < b->from || (a->from == b->from && a->to <= b->to)) ? 0 : 1;
      hunk = side == 0 ? a : b;
      g_assert (hunk != NULL);
      take_lines (result, texts->base, at, hunk->from);
      take_lines (result, texts->lines[side], hunk->new_from, hunk->new_to);
      at = hunk->to;
      next[side]++;
      next[1 - side] += same;
    }
  take_lines (result, texts->base, at, g_strv_length (texts->base));
  return TRUE;
}

char *
_trinh_merge_text (const char *base,
                   const char *ours,
                   const char *theirs)
{
  g_auto (GStrv) base_lines = g_strsplit (base, "\n", -1);
  g_auto (GStrv) our_lines = g_strsplit (ours, "\n", -1);
  g_auto (GStrv) their_lines = g_strsplit (theirs, "\n", -1);
  g_autoptr (GArray) our_hunks = compare (base_lines, our_lines);
  g_autoptr (GArray) their_hunks = compare (base_lines, their_lines);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  Texts texts = { base_lines, { our_lines, their_lines }, { our_hunks, their_hunks } };

  if (our_hunks == NULL || their_hunks == NULL || !weave (&texts, result))
    return NULL;
  g_ptr_array_add (result, NULL);
  return g_strjoinv ("\n", (char **) result->pdata);
}
