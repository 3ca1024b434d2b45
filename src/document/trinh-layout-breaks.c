/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

/* Longer than any document's number; a longer word must be broken somewhere. */
#define LONGEST_NUMBER 24
#define SPACES " \n\t"

/* @list: the text's attributes; @kept: whether it has such a place */
typedef struct
{
  PangoAttrList *list;
  gboolean kept;
} Keeper;

static void
forbid_breaks (Keeper *self,
               gsize start,
               gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (self->list, attribute);
  self->kept = TRUE;
}

/* "59/KH-UBND" */
static void
keep_numbers (Keeper *self,
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
        forbid_breaks (self, start - text, end - text);
      slash = strchr (end, '/');
    }
}

/* "Không = 0": a code stays with what it means. */
static void
keep_legends (Keeper *self,
              const char *text)
{
  for (const char *sign = strstr (text, " = "); sign != NULL; sign = strstr (sign + 1, " = "))
    {
      const char *start = sign;

      while (start > text && strchr (SPACES, start[-1]) == NULL)
        start--;
      if (sign - start <= LONGEST_NUMBER)
        forbid_breaks (self, start - text, sign + strlen (" = ") + 1 - text);
    }
}

/* A line that began with the dash of "Tư pháp - Hộ tịch" would look like an item of a list. */
static void
keep_dashes (Keeper *self,
             const char *text)
{
  for (const char *dash = strstr (text, " - "); dash != NULL; dash = strstr (dash + 1, " - "))
    forbid_breaks (self, dash - text, dash + strlen (" -") - text);
}

gboolean
trinh_layout_keep_whole (PangoAttrList *list,
                         const char *text)
{
  Keeper keeper = { list, FALSE };

  keep_numbers (&keeper, text);
  keep_legends (&keeper, text);
  keep_dashes (&keeper, text);
  return keeper.kept;
}
