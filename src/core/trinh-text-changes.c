/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-hunks-private.h"
#include "trinh-text-changes.h"

static void
change_clear (gpointer data)
{
  TrinhTextChange *change = data;

  g_clear_pointer (&change->text, g_free);
}

/* 0: a space; 1: of a word; other signs stand alone */
static int
get_class (gunichar letter)
{
  if (g_unichar_isspace (letter))
    return 0;
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) ? 1 : 2;
}

/* Words, spaces and signs, so that they make up the text again */
static char **
cut (const char *text)
{
  g_autoptr (GStrvBuilder) pieces = g_strv_builder_new ();
  const char *start = text;

  while (*start != '\0')
    {
      const int class = get_class (g_utf8_get_char (start));
      const char *end = g_utf8_next_char (start);

      while (*end != '\0' && class != 2 && get_class (g_utf8_get_char (end)) == class)
        end = g_utf8_next_char (end);
      g_strv_builder_take (pieces, g_strndup (start, (gsize) (end - start)));
      start = end;
    }
  return g_strv_builder_end (pieces);
}

static void
add (GArray *changes,
     TrinhTextChangeKind kind,
     char **pieces,
     guint from,
     guint to)
{
  GString *text = g_string_new (NULL);
  TrinhTextChange change = { kind, NULL };

  for (guint i = from; i < to; i++)
    g_string_append (text, pieces[i]);
  change.text = g_string_free (text, FALSE);
  if (*change.text != '\0')
    g_array_append_val (changes, change);
  else
    g_free (change.text);
}

GArray *
trinh_text_changes_find (const char *before,
                         const char *after)
{
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) new = NULL;
  g_autoptr (GArray) hunks = NULL;
  GArray *changes;
  TrinhHunk whole;
  guint at = 0;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  old = cut (before);
  new = cut (after);
  hunks = _trinh_hunks_find (old, new);
  if (hunks == NULL)
    {
      whole = (TrinhHunk) { 0, g_strv_length (old), 0, g_strv_length (new) };
      hunks = g_array_new (FALSE, FALSE, sizeof (TrinhHunk));
      g_array_append_val (hunks, whole);
    }
  changes = g_array_new (FALSE, FALSE, sizeof (TrinhTextChange));
  g_array_set_clear_func (changes, change_clear);
  for (guint i = 0; i < hunks->len; i++)
    {
      const TrinhHunk *hunk = &g_array_index (hunks, TrinhHunk, i);

      add (changes, TRINH_TEXT_SAME, old, at, hunk->from);
      add (changes, TRINH_TEXT_REMOVED, old, hunk->from, hunk->to);
      add (changes, TRINH_TEXT_ADDED, new, hunk->new_from, hunk->new_to);
      at = hunk->to;
    }
  add (changes, TRINH_TEXT_SAME, old, at, g_strv_length (old));
  return changes;
}
