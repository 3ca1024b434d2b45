/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-workbook-private.h"

/* So many are no chance, where they are so great a part of all letters: in such a font one of fifteen is one of them. */
#define MANY 3
#define ONE_OF 50

typedef struct
{
  guint n_letters;
  guint n_old;
  guint n_hyphens; /* soft ones, which are an "ư" of TCVN3 too */
} Count;

/* ă â ê ô ơ đ of TCVN3 as they look in Unicode; none of them stands inside a Vietnamese word. */
static gboolean
is_old_letter (gunichar c)
{
  return (c >= 0xa8 && c <= 0xac) || c == 0xae;
}

/* As one that reads old letters takes it: those are letters too. */
static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || is_old_letter (c) || c == 0xad;
}

/* «Một cửa» and © have a letter on one side only, or none between words; a trade mark has it before, an "đ" after. */
static gboolean
is_inside (gunichar before,
           gunichar letter,
           gunichar after)
{
  return is_letter (letter == 0xae ? after : before);
}

static void
count_letters (Count *count,
               const char *text)
{
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      count->n_letters += g_unichar_isalpha (c);
      count->n_old += is_old_letter (c) && is_inside (before, c, after);
      count->n_hyphens += c == 0xad && is_letter (before) && is_letter (after);
      before = c;
    }
}

/* This program wrote it: what looks odd in it is what somebody wrote so. */
static gboolean
is_own (TrinhSheet *sheet)
{
  for (guint row = 0; row < trinh_sheet_get_n_rows (sheet); row++)
    for (guint column = 0; column + 1 < trinh_sheet_get_n_columns (sheet); column++)
      if (g_str_equal (trinh_sheet_get_text (sheet, row, column), "form") && g_str_equal (trinh_sheet_get_text (sheet, row, column + 1), "key"))
        return TRUE;

  return FALSE;
}

gboolean
_trinh_workbook_refuse_letters (TrinhWorkbook *self,
                                GError **error)
{
  Count count = { 0 };

  for (guint i = 0; i < trinh_workbook_get_n_sheets (self); i++)
    {
      TrinhSheet *sheet = trinh_workbook_get_sheet (self, i);

      for (guint row = 0; row < trinh_sheet_get_n_rows (sheet); row++)
        for (guint column = 0; column < trinh_sheet_get_n_columns (sheet); column++)
          count_letters (&count, trinh_sheet_get_text (sheet, row, column));
    }
  /* A soft hyphen alone tells nothing. */
  if (count.n_old > 0)
    count.n_old += count.n_hyphens;
  if (count.n_old < MANY || count.n_old * ONE_OF < count.n_letters)
    return FALSE;
  for (guint i = 0; i < trinh_workbook_get_n_sheets (self); i++)
    if (is_own (trinh_workbook_get_sheet (self, i)))
      return FALSE;

  g_set_error_literal (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCODING, _ ("The letters are those of an old font (.VnTime, TCVN3), not Unicode. Convert the table to Unicode first, for instance with UniKey (Ctrl+Shift+F6), then try once more."));

  return TRUE;
}
