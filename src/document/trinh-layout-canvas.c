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

void
trinh_layouter_emit_canvas (TrinhLayouter *self,
                            TrinhCanvas *canvas,
                            double space,
                            TrinhKeep keep,
                            double max)
{
  TrinhFragment *fragment;

  trinh_layouter_begin_fragment (self, space, keep);
  fragment = &g_array_index (self->fragments, TrinhFragment, self->fragments->len - 1);
  fragment->tall = canvas->height > max;
  fragment->lead = self->items->len - fragment->first_item;
  fragment->own = canvas->items->len;
  g_array_append_vals (self->items, canvas->items->data, canvas->items->len);
  trinh_layouter_end_fragment (self, canvas->height);
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
