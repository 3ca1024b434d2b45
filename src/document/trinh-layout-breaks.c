/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

/* Longer than any document's number; a longer word must be broken somewhere. */
#define LONGEST_NUMBER 24
#define SPACES " \n\t"

static void
forbid_breaks (PangoAttrList *list,
               gsize start,
               gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* "59/KH-UBND" */
static void
keep_numbers (PangoAttrList *list,
              const char *text)
{
  const char *slash = strchr (text, '/');

  while (slash != NULL)
    {
      const char *start = slash;
      const char *end = slash + strcspn (slash, SPACES);

      while (start > text && strchr (SPACES, start[-1]) == NULL)
        start--;
      if (end - start <= LONGEST_NUMBER && strcspn (start, "0123456789") < (gsize) (slash - start))
        forbid_breaks (list, start - text, end - text);
      slash = strchr (end, '/');
    }
}

/* "Không = 0": a code stays with what it means. */
static void
keep_legends (PangoAttrList *list,
              const char *text)
{
  for (const char *sign = strstr (text, " = "); sign != NULL; sign = strstr (sign + 1, " = "))
    {
      const char *start = sign;

      while (start > text && strchr (SPACES, start[-1]) == NULL)
        start--;
      if (sign - start <= LONGEST_NUMBER)
        forbid_breaks (list, start - text, sign + strlen (" = ") + 1 - text);
    }
}

/* A line that began with the dash of "Tư pháp - Hộ tịch" would look like an item of a list. */
static void
keep_dashes (PangoAttrList *list,
             const char *text)
{
  for (const char *dash = strstr (text, " - "); dash != NULL; dash = strstr (dash + 1, " - "))
    forbid_breaks (list, dash - text, dash + strlen (" -") - text);
}

void
trinh_layout_keep_whole (PangoAttrList *list,
                         const char *text)
{
  keep_numbers (list, text);
  keep_legends (list, text);
  keep_dashes (list, text);
}
