/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-workbook-private.h"

/* (nullable): the last sign of what says nothing of the kind: letters in quotation marks, brackets ("[Red]", "[$-42A]",
 * an elapsed time such as "[h]", which is no date), the sign that is shown, left out or repeated */
static const char *
find_aside (const char *p)
{
  if (*p == '"')
    return strchr (p + 1, '"');
  if (*p == '[')
    return strchr (p, ']');

  return strchr ("\\_*", *p) != NULL && p[1] != '\0' ? p + 1 : NULL;
}

/* The first section tells what the format is for. */
TrinhSheetKind
_trinh_sheet_kind_from_code (const char *code)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *aside = find_aside (p);

      if (aside != NULL)
        p = aside;
      else if (*p == '%')
        return TRINH_SHEET_PERCENT;
      else if (strchr ("ydYD", *p) != NULL)
        return TRINH_SHEET_DATE;
    }

  return TRINH_SHEET_NUMBER;
}

TrinhSheetKind
_trinh_sheet_kind_from_format (guint id)
{
  if (id == 9 || id == 10)
    return TRINH_SHEET_PERCENT;
  if ((id >= 14 && id <= 17) || id == 22)
    return TRINH_SHEET_DATE;

  return TRINH_SHEET_NUMBER;
}
