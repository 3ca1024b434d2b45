/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

TrinhCanvas *
trinh_canvas_new (void)
{
  TrinhCanvas *self = g_new0 (TrinhCanvas, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  return self;
}

void
trinh_canvas_free (TrinhCanvas *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

void
trinh_canvas_add_item (TrinhCanvas *self,
                       TrinhItemKind kind,
                       const char *name)
{
  TrinhItem item = { .kind = kind, .spec = -1, .name = name };

  g_array_append_val (self->items, item);
}

static void
add_area (TrinhCanvas *self,
          TrinhItemKind kind,
          int spec,
          double x,
          double y,
          double width,
          double height)
{
  TrinhItem item = { .kind = kind, .spec = spec, .x = x, .y = y, .width = width, .height = height };

  g_array_append_val (self->items, item);
  self->height = MAX (self->height, y + height);
}

void
trinh_canvas_add_rule (TrinhCanvas *self,
                       int spec,
                       double x,
                       double y,
                       double width,
                       double height)
{
  add_area (self, TRINH_ITEM_RULE, spec, x, y, width, height);
}

void
trinh_canvas_add_spot (TrinhCanvas *self,
                       int spec,
                       double x,
                       double y,
                       double width,
                       double height)
{
  add_area (self, TRINH_ITEM_SPOT, spec, x, y, width, height);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  double first = ((const TrinhItem *) a)->y;
  double second = ((const TrinhItem *) b)->y;

  return (first > second) - (first < second);
}

/* Where a canvas taller than a page is cut: tops of lines, the first at 0. */
static GArray *
find_cuts (TrinhCanvas *canvas,
           double max)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sorted = NULL;
  double top = 0;

  g_array_append_val (cuts, top);
  if (canvas->height <= max)
    return cuts;
  sorted = g_array_copy (canvas->items);
  g_array_sort (sorted, compare_tops);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TrinhItem *item = &g_array_index (sorted, TrinhItem, i);

      if (item->kind != TRINH_ITEM_TEXT || item->y <= top || item->y + item->height - top <= max)
        continue;
      top = item->y;
      g_array_append_val (cuts, top);
    }
  return cuts;
}

static gboolean
is_in_slice (const TrinhItem *item,
             double top,
             double bottom,
             gboolean first,
             gboolean last)
{
  switch (item->kind)
    {
    case TRINH_ITEM_BEGIN:
    case TRINH_ITEM_END:
      return TRUE; /* begun anew in every slice */
    case TRINH_ITEM_BOOKMARK:
      return first;
    case TRINH_ITEM_SPOT:
      return item->y < bottom && item->y + item->height > top;
    case TRINH_ITEM_TEXT:
    case TRINH_ITEM_RULE:
    case TRINH_ITEM_FIGURE:
    default:
      return item->y >= top && (last || item->y < bottom);
    }
}

static void
copy_slice (TrinhLayouter *self,
            TrinhCanvas *canvas,
            double top,
            double bottom,
            gboolean first,
            gboolean last)
{
  for (guint i = 0; i < canvas->items->len; i++)
    {
      TrinhItem item = g_array_index (canvas->items, TrinhItem, i);

      if (!is_in_slice (&item, top, bottom, first, last))
        continue;
      if (item.kind == TRINH_ITEM_SPOT)
        {
          item.height = MIN (item.y + item.height, bottom) - MAX (item.y, top);
          item.y = MAX (item.y, top);
        }
      item.y -= top;
      g_array_append_val (self->items, item);
    }
}

void
trinh_layouter_emit_canvas (TrinhLayouter *self,
                            TrinhCanvas *canvas,
                            double space,
                            gboolean keep,
                            double max)
{
  g_autoptr (GArray) cuts = find_cuts (canvas, max);

  for (guint i = 0; i < cuts->len; i++)
    {
      gboolean last = i + 1 == cuts->len;
      double top = g_array_index (cuts, double, i);
      double bottom = last ? canvas->height : g_array_index (cuts, double, i + 1);

      trinh_layouter_begin_fragment (self, i == 0 ? space : 0, i == 0 && keep);
      copy_slice (self, canvas, top, bottom, i == 0, last);
      trinh_layouter_end_fragment (self, bottom - top);
    }
}

void
trinh_stack_add_text (TrinhStack *self,
                      const char *text,
                      const TrinhTextStyle *style,
                      const char *role,
                      const char *place,
                      const char *tag)
{
  g_autofree char *clean = NULL;
  PangoLayout *layout;
  int spec;

  self->text_width = 0;
  if (text == NULL || *text == '\0')
    return;
  clean = trinh_layouter_clean (self->layouter, text);
  layout = trinh_layouter_make_plain (self->layouter, clean != NULL ? clean : text, style, self->width);
  spec = trinh_layouter_add_spec (self->layouter, role, place, style);
  trinh_canvas_add_item (self->canvas, TRINH_ITEM_BEGIN, tag);
  self->y += trinh_canvas_add_layout (self->canvas, layout, spec, self->x, self->y, 1);
  trinh_canvas_add_item (self->canvas, TRINH_ITEM_END, tag);
  trinh_layout_measure (layout, &self->text_width, NULL);
}

void
trinh_stack_add_rule (TrinhStack *self,
                      const char *role,
                      double width)
{
  int spec;

  if (width <= 0)
    return;
  spec = trinh_layouter_add_spec (self->layouter, role, NULL, NULL);
  self->y += 3;
  trinh_canvas_add_rule (self->canvas, spec, self->x + (self->width - width) / 2, self->y, width, 0);
  self->y += 2;
}
