/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-chart-private.h"
#include "trinh-layout-private.h"

static void
add_chart (TrinhStack *stack,
           const TrinhBlock *block)
{
  TrinhLayouter *self = stack->layouter;
  double height = stack->width * (block->landscape ? self->settings->figure_landscape : self->settings->figure);
  TrinhItem item = { .kind = TRINH_ITEM_FIGURE, .x = stack->x, .y = stack->y, .width = stack->width, .height = height };

  item.chart = block->figure->chart;
  item.name = g_string_chunk_insert_const (self->strings, self->family);
  item.layout = pango_layout_new (self->context);
  item.spec = trinh_layouter_add_spec (self, "figure", block->place, NULL);
  g_ptr_array_add (self->layouts, item.layout);
  g_ptr_array_add (self->layouts, g_object_ref (item.chart));
  trinh_canvas_add_item (stack->canvas, TRINH_ITEM_BEGIN, "Figure");
  g_array_append_val (stack->canvas->items, item);
  trinh_canvas_add_item (stack->canvas, TRINH_ITEM_END, "Figure");
  stack->y += height;
  stack->canvas->height = MAX (stack->canvas->height, stack->y);
}

char *
trinh_layouter_dup_letters (TrinhLayouter *self,
                            const TrinhItem *figure)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  TrinhChartPalette palette = *trinh_chart_palette_paper ();
  g_autoptr (GString) texts = g_string_new (NULL);

  palette.font = figure->name;
  trinh_chart_draw_full (figure->chart, cr, figure->width, figure->height, &palette, self->context, texts);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free_and_steal (g_steal_pointer (&texts));
}

void
trinh_layouter_add_figure (TrinhLayouter *self,
                           const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  TrinhTextStyle style = { .size = self->settings->table, .italic = TRUE, .align = PANGO_ALIGN_RIGHT };
  TrinhStack stack = { .layouter = self, .canvas = canvas, .width = trinh_layouter_get_width (self) };

  trinh_layouter_add_caption (self, block);
  trinh_stack_add_text (&stack, block->figure->unit, &style, "figure-unit", block->place, "P");
  add_chart (&stack, block);
  style.align = PANGO_ALIGN_LEFT;
  trinh_stack_add_text (&stack, block->figure->source, &style, "figure-source", block->place, "P");
  canvas->height += self->settings->paragraph_space;
  trinh_layouter_emit_canvas (self, canvas, 0, TRINH_KEEP_BLOCK, trinh_layouter_get_height (self));
  /* The table stays with its figure, its head with its rows. */
  trinh_layouter_keep_next (self, 1 + trinh_table_get_n_rows (block->table), TRINH_KEEP_LOOSE);
  trinh_layouter_add_table (self, block);
  trinh_layouter_keep_next (self, 0, TRINH_KEEP_NOT);
}
