/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is higher than a page goes over several, broken between two lines. */

#include "config.h"

#include "trinh-layout-private.h"

double
trinh_layouter_find_slice (TrinhLayouter *self,
                           const TrinhFragment *fragment,
                           double top,
                           double room)
{
  double bottom = fragment->height;
  double line = 0;

  if (fragment->height - top <= room)
    return bottom;
  for (guint i = 0; i < fragment->n_items; i++)
    {
      const TrinhItem *item = &g_array_index (self->items, TrinhItem, fragment->first_item + i);

      if (item->kind != TRINH_ITEM_TEXT || item->y <= top || item->y + item->height - top <= room || item->y >= bottom)
        continue;
      bottom = item->y;
      line = item->height;
    }
  return bottom - top < 2 * line ? top : bottom;
}

gboolean
trinh_fragment_slice_item (const TrinhFragment *fragment,
                           guint position,
                           double top,
                           double bottom,
                           TrinhItem *item)
{
  const gboolean first = top <= 0;
  const gboolean last = bottom >= fragment->height;
  const double end = item->y + item->height;
  gboolean inside;

  if (position < fragment->lead)
    return first;
  if (position >= fragment->lead + fragment->own)
    return last;
  if (item->kind == TRINH_ITEM_BEGIN || item->kind == TRINH_ITEM_END)
    return TRUE; /* begun anew in every slice */
  if (item->kind == TRINH_ITEM_SPOT)
    {
      inside = item->y < bottom && end > top;
      item->y = MAX (item->y, top);
      item->height = MIN (end, bottom) - item->y;
    }
  else
    inside = item->y >= top && (last || item->y < bottom);
  item->y -= top;
  return inside;
}
