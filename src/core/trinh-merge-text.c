/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-hunks-private.h"
#include "trinh-merge-text-private.h"

static gboolean
is_same (const TrinhHunk *a,
         char **ours,
         const TrinhHunk *b,
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
collide (const TrinhHunk *a,
         const TrinhHunk *b)
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
      const TrinhHunk *a = next[0] < texts->hunks[0]->len ? &g_array_index (texts->hunks[0], TrinhHunk, next[0]) : NULL;
      const TrinhHunk *b = next[1] < texts->hunks[1]->len ? &g_array_index (texts->hunks[1], TrinhHunk, next[1]) : NULL;
      const gboolean same = a != NULL && b != NULL && is_same (a, texts->lines[0], b, texts->lines[1]);
      guint side;
      const TrinhHunk *hunk;

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
  g_autoptr (GArray) our_hunks = _trinh_hunks_find (base_lines, our_lines);
  g_autoptr (GArray) their_hunks = _trinh_hunks_find (base_lines, their_lines);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  Texts texts = { base_lines, { our_lines, their_lines }, { our_hunks, their_hunks } };

  if (our_hunks == NULL || their_hunks == NULL || !weave (&texts, result))
    return NULL;
  g_ptr_array_add (result, NULL);
  return g_strjoinv ("\n", (char **) result->pdata);
}
