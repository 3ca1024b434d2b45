/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-letters.h"
#include "trinh-session-letters.h"

#define ELLIPSIS 0x2026

/* Unicode: the blocks of Bidi_Class R and AL */
static const struct
{
  gunichar first;
  gunichar last;
} leftwards[] = { { 0x0590, 0x08ff }, { 0xfb1d, 0xfdff }, { 0xfe70, 0xfefc }, { 0x10800, 0x10fff }, { 0x1e800, 0x1efff } };

static gboolean
is_leftwards (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leftwards); i++)
    if (letter >= leftwards[i].first && letter <= leftwards[i].last)
      return TRUE;
  return FALSE;
}

gboolean
_trinh_letters_has (gunichar letter)
{
  return g_unichar_isgraph (letter) && !g_unichar_isspace (letter) && !trinh_letters_selects (letter);
}

char *
_trinh_letters_dup (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *letters = g_string_new (NULL);

  for (const char *c = composed != NULL ? composed : ""; *c != '\0'; c = g_utf8_next_char (c))
    if (_trinh_letters_has (g_utf8_get_char (c)))
      g_string_append_unichar (letters, g_utf8_get_char (c));
  return g_string_free (letters, FALSE);
}

void
_trinh_letters_count (GHashTable *bag,
                      gunichar letter,
                      int step)
{
  gpointer key = GUINT_TO_POINTER (letter);
  const int count = GPOINTER_TO_INT (g_hash_table_lookup (bag, key)) + step;

  if (count == 0)
    g_hash_table_remove (bag, key);
  else
    g_hash_table_insert (bag, key, GINT_TO_POINTER (count));
}

void
_trinh_letters_count_text (GHashTable *bag,
                           const char *text,
                           int step)
{
  g_autofree char *letters = _trinh_letters_dup (text);

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    _trinh_letters_count (bag, g_utf8_get_char (c), step);
}

gboolean
_trinh_letters_has_all (GHashTable *bag,
                        GHashTable *part)
{
  GHashTableIter iter;
  gpointer letter, count;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    if (-GPOINTER_TO_INT (g_hash_table_lookup (bag, letter)) < GPOINTER_TO_INT (count))
      return FALSE;
  return g_hash_table_size (part) > 0;
}

void
_trinh_letters_take (GHashTable *bag,
                     GHashTable *part)
{
  GHashTableIter iter;
  gpointer letter, count;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    _trinh_letters_count (bag, GPOINTER_TO_UINT (letter), GPOINTER_TO_INT (count));
}

static GHashTable *
make_difference (const char *found,
                 const char *expected)
{
  GHashTable *bag = g_hash_table_new (NULL, NULL);

  _trinh_letters_count_text (bag, expected, 1);
  _trinh_letters_count_text (bag, found, -1);

  return bag;
}

gboolean
_trinh_letters_is_part (const char *found,
                        const char *expected)
{
  g_autoptr (GHashTable) bag = make_difference (found, expected);
  GHashTableIter iter;
  gpointer letter, count;

  g_hash_table_iter_init (&iter, bag);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    if (GPOINTER_TO_INT (count) < 0 && GPOINTER_TO_UINT (letter) != ELLIPSIS)
      return FALSE;
  return found[0] != '\0';
}

/* (transfer full) */
static char *
dup_rightwards (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!is_leftwards (g_utf8_get_char (c)))
      g_string_append_unichar (letters, g_utf8_get_char (c));
  return g_string_free (letters, FALSE);
}

gboolean
_trinh_letters_is_same (const char *found,
                        const char *expected)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autoptr (GHashTable) bag = NULL;

  if (g_str_equal (found, expected))
    return TRUE;
  ours = dup_rightwards (expected);
  theirs = dup_rightwards (found);
  if (g_str_equal (ours, expected) || !g_str_equal (ours, theirs))
    return FALSE;
  bag = make_difference (found, expected);

  return g_hash_table_size (bag) == 0;
}
