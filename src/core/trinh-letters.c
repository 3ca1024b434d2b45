/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-letters.h"

static gboolean
is_letter (gunichar letter)
{
  return !g_unichar_iscntrl (letter) && letter != 0x2028 && letter != 0x2029 && letter != 0xFFFE && letter != 0xFFFF;
}

char *
trinh_letters_dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (line, is_letter (g_utf8_get_char (c)) ? g_utf8_get_char (c) : ' ');
  return g_string_free_and_steal (line);
}

gboolean
trinh_letters_is_blank (const char *text,
                        gssize length)
{
  const char *end = length >= 0 ? text + length : NULL;

  for (const char *c = text; c != end && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

gboolean
trinh_letters_turns (gunichar letter)
{
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

gboolean
trinh_letters_selects (gunichar letter)
{
  return letter == 0x034F || (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
}
