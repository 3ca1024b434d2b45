/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-change-markup.h"
#include "trinh-core.h"

/* Letters that are left on each side of a change, and those that are worth leaving out */
#define NEAR 60
#define LEAST_LEFT_OUT 40
#define ELLIPSIS "…"

/* To the next space before @length letters of the beginning, or of the end */
static char *
dup_head (const char *text,
          glong length)
{
  const char *end = g_utf8_offset_to_pointer (text, length);

  while (end > text && !g_ascii_isspace (end[-1]))
    end--;

  return g_strndup (text, (gsize) (end - text));
}

static char *
dup_tail (const char *text,
          glong length)
{
  const char *start = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) - length);

  while (*start != '\0' && !g_ascii_isspace (*start))
    start++;

  return g_strdup (start);
}

/* What stayed the same between two changes, or before the first and behind the last one */
static char *
shorten (const char *text,
         gboolean first,
         gboolean last)
{
  const glong wanted = (first ? 0 : NEAR) + (last ? 0 : NEAR);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (g_utf8_strlen (text, -1) < wanted + LEAST_LEFT_OUT)
    return g_strdup (text);
  head = first ? g_strdup ("") : dup_head (text, NEAR);
  tail = last ? g_strdup ("") : dup_tail (text, NEAR);

  return g_strconcat (head, ELLIPSIS, tail, NULL);
}

static void
append (GString *markup,
        const TrinhTextChange *change,
        gboolean first,
        gboolean last)
{
  g_autofree char *text = change->kind == TRINH_TEXT_SAME ? shorten (change->text, first, last) : g_strdup (change->text);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (change->kind == TRINH_TEXT_SAME)
    g_string_append (markup, escaped);
  else if (change->kind == TRINH_TEXT_REMOVED)
    g_string_append_printf (markup, "<span strikethrough=\"true\" alpha=\"65%%\">%s</span>", escaped);
  else
    g_string_append_printf (markup, "<span underline=\"single\" weight=\"bold\">%s</span>", escaped);
}

char *
trinh_change_markup_new (const char *before,
                         const char *after)
{
  g_autoptr (GArray) changes = NULL;
  GString *markup = g_string_new (NULL);

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  changes = trinh_text_changes_find (before, after);
  for (guint i = 0; i < changes->len; i++)
    {
      const TrinhTextChange *change = &g_array_index (changes, TrinhTextChange, i);
      const TrinhTextChange *last = i > 0 ? change - 1 : NULL;

      /* A number that takes another's place touches it. */
      if (last != NULL && last->kind == TRINH_TEXT_REMOVED && change->kind == TRINH_TEXT_ADDED && !g_str_has_suffix (last->text, " "))
        g_string_append_c (markup, ' ');
      append (markup, change, i == 0, i == changes->len - 1);
    }

  return g_string_free_and_steal (markup);
}

char *
trinh_change_words_new (const char *before,
                        const char *after)
{
  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  if (*before == '\0')
    return g_strdup_printf (_ ("New: “%s”"), after);
  if (*after == '\0')
    return g_strdup_printf (_ ("Taken out: “%s”"), before);
  return g_strdup_printf (_ ("“%s” became “%s”"), before, after);
}
