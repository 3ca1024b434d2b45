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

static gboolean
sticks_out (const PangoRectangle *logical,
            PangoLayout *layout)
{
  return logical->x < 0 || logical->x + logical->width > pango_layout_get_width (layout);
}

/* Of PangoLayoutLine; borrowed from @layout */
static GPtrArray *
list_wide_lines (PangoLayout *layout)
{
  GPtrArray *lines = g_ptr_array_new ();
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;

  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (sticks_out (&logical, layout))
        g_ptr_array_add (lines, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

/* Whether it lies in one of those lines */
static gboolean
keeps_wide (PangoAttribute *attribute,
            gpointer user_data)
{
  GPtrArray *lines = user_data;

  if (attribute->klass->type != PANGO_ATTR_ALLOW_BREAKS)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const PangoLayoutLine *line = g_ptr_array_index (lines, i);

      if ((int) attribute->start_index < line->start_index + line->length && (int) attribute->end_index > line->start_index)
        return TRUE;
    }
  return FALSE;
}

PangoAttrList *
trinh_layout_loosen (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) list = NULL;
  g_autoptr (PangoAttrList) loose = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (!sticks_out (&logical, layout))
    return NULL;
  lines = list_wide_lines (layout);
  list = pango_attr_list_copy (pango_layout_get_attributes (layout));
  loose = pango_attr_list_filter (list, keeps_wide, lines);
  return loose != NULL ? g_steal_pointer (&list) : NULL;
}
