/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-workbook-private.h"

/* So many are no chance. */
#define MANY 3

/* ă â ê ô ơ ư đ of TCVN3 as they look in Unicode; none of them stands inside a Vietnamese word. */
static gboolean
is_old_letter (gunichar c)
{
  return c == 0xa8 || c == 0xa9 || c == 0xaa || c == 0xab || c == 0xac || c == 0xad || c == 0xae;
}

static gboolean
is_inside (gunichar before,
           gunichar after)
{
  return g_unichar_isalpha (after) || g_unichar_isalpha (before);
}

static guint
count_old_letters (const char *text)
{
  gunichar before = ' ';
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      /* «Một cửa», © and a soft hyphen have a letter on one side only, or none between words. */
      n += is_old_letter (c) && is_inside (before, g_utf8_get_char (g_utf8_next_char (p))) && (g_unichar_isalpha (before) || c == 0xae);
      before = c;
    }

  return n;
}

gboolean
_trinh_workbook_refuse_letters (TrinhWorkbook *self,
                                GError **error)
{
  guint n = 0;

  for (guint i = 0; i < trinh_workbook_get_n_sheets (self); i++)
    {
      TrinhSheet *sheet = trinh_workbook_get_sheet (self, i);

      for (guint row = 0; row < trinh_sheet_get_n_rows (sheet) && n < MANY; row++)
        for (guint column = 0; column < trinh_sheet_get_n_columns (sheet) && n < MANY; column++)
          n += count_old_letters (trinh_sheet_get_text (sheet, row, column));
    }
  if (n < MANY)
    return FALSE;

  g_set_error_literal (error, TRINH_EXCHANGE_ERROR, TRINH_EXCHANGE_ERROR_ENCODING, _ ("The letters are those of an old font (.VnTime, TCVN3), not Unicode. Convert the table to Unicode first, for instance with UniKey (Ctrl+Shift+F6), then try once more."));

  return TRUE;
}
