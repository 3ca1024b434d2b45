/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

static void
spec_clear (gpointer data)
{
  g_free (((TrinhBoxSpec *) data)->place);
  g_free (((TrinhBoxSpec *) data)->unprinted);
}

TrinhBoxSpec
trinh_box_spec_copy (const TrinhBoxSpec *spec)
{
  TrinhBoxSpec copy = *spec;

  copy.place = g_strdup (spec->place);
  copy.unprinted = g_strdup (spec->unprinted);
  copy.last = NULL;
  return copy;
}

static void
table_clear (gpointer data)
{
  g_array_unref (((TrinhFlowTable *) data)->edges);
}

TrinhLayouter *
trinh_layouter_new (void)
{
  TrinhLayouter *self = g_new0 (TrinhLayouter, 1);

  self->settings = trinh_layout_settings_get ();
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->known_letters = g_hash_table_new (NULL, NULL);
  self->unprinted = g_string_new (NULL);
  self->strings = g_string_chunk_new (1024);
  self->items = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  self->fragments = g_array_new (FALSE, TRUE, sizeof (TrinhFragment));
  self->specs = g_array_new (FALSE, TRUE, sizeof (TrinhBoxSpec));
  self->tables = g_array_new (FALSE, TRUE, sizeof (TrinhFlowTable));
  self->records = g_array_new (FALSE, TRUE, sizeof (TrinhBlockRecord));
  self->table = -1;
  g_array_set_clear_func (self->records, trinh_block_record_clear);
  g_array_set_clear_func (self->specs, spec_clear);
  g_array_set_clear_func (self->tables, table_clear);
  return self;
}

void
trinh_layouter_free (TrinhLayouter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->known_letters, g_hash_table_unref);
  g_clear_object (&self->font);
  g_clear_object (&self->context);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_string_free (self->unprinted, TRUE);
  g_free (self->family);
  g_array_unref (self->items);
  g_array_unref (self->fragments);
  g_array_unref (self->specs);
  g_array_unref (self->tables);
  g_array_unref (self->records);
  g_free (self);
}

double
trinh_layouter_get_width (TrinhLayouter *self)
{
  const TrinhLayoutSettings *page = self->settings;

  return (self->landscape ? page->page_height : page->page_width) - page->left - page->right;
}

double
trinh_layouter_get_height (TrinhLayouter *self)
{
  const TrinhLayoutSettings *page = self->settings;

  return (self->landscape ? page->page_width : page->page_height) - page->top - page->bottom;
}

void
trinh_layouter_set_landscape (TrinhLayouter *self,
                              gboolean landscape)
{
  if (self->landscape == landscape)
    return;
  self->landscape = landscape;
  self->new_page = TRUE;
}

int
trinh_layouter_add_spec (TrinhLayouter *self,
                         const char *role,
                         const char *place,
                         const TrinhTextStyle *style)
{
  TrinhBoxSpec spec = { .role = role, .place = g_strdup (place), .table = self->table };

  if (style != NULL)
    {
      spec.size = style->size;
      spec.bold = style->bold;
      spec.italic = style->italic;
    }
  if (self->unprinted->len > 0)
    spec.unprinted = g_strdup (self->unprinted->str);
  g_string_truncate (self->unprinted, 0);
  g_array_append_val (self->specs, spec);
  return self->specs->len - 1;
}

void
trinh_layouter_begin_fragment (TrinhLayouter *self,
                               double space,
                               TrinhKeep keep)
{
  const TrinhKeep tied = self->keep_lines > 0 ? MAX (keep, self->keep) : keep;
  TrinhFragment fragment = {
    .space = space,
    .keep = self->new_page ? TRINH_KEEP_NOT : tied,
    .new_page = self->new_page,
    .restart = self->restart,
    .landscape = self->landscape,
    .table = self->table,
  };

  /* A tag that was begun between two fragments goes with the second. */
  if (self->fragments->len > 0)
    {
      TrinhFragment *last = &g_array_index (self->fragments, TrinhFragment, self->fragments->len - 1);

      fragment.first_item = last->first_item + last->n_items;
    }
  g_array_append_val (self->fragments, fragment);
  self->new_page = FALSE;
  self->restart = FALSE;
  if (self->keep_lines > 0)
    self->keep_lines--;
}

void
trinh_layouter_keep_next (TrinhLayouter *self,
                          guint n,
                          TrinhKeep keep)
{
  self->keep_lines = n;
  self->keep = keep;
}

static TrinhFragment *
last_fragment (TrinhLayouter *self)
{
  g_assert (self->fragments->len > 0);

  return &g_array_index (self->fragments, TrinhFragment, self->fragments->len - 1);
}

void
trinh_layouter_end_fragment (TrinhLayouter *self,
                             double height)
{
  TrinhFragment *fragment = last_fragment (self);

  fragment->height = height;
  fragment->n_items = self->items->len - fragment->first_item;
}

void
trinh_layouter_add_tag (TrinhLayouter *self,
                        TrinhItemKind kind,
                        const char *tag)
{
  TrinhItem item = { .kind = kind, .spec = -1, .name = tag };

  g_array_append_val (self->items, item);
  if (kind == TRINH_ITEM_END)
    last_fragment (self)->n_items++;
}

void
trinh_layouter_add_bookmark (TrinhLayouter *self,
                             const char *title,
                             guint level)
{
  TrinhItem item = { .kind = TRINH_ITEM_BOOKMARK, .spec = -1, .level = level };

  item.name = g_string_chunk_insert (self->strings, title);
  g_array_append_val (self->items, item);
}

/* The height of the line with its spacing; half of what is added stands above. */
static double
set_line (TrinhItem *item,
          PangoLayout *layout,
          PangoLayoutIter *iter,
          double spacing)
{
  PangoRectangle logical;
  double height;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  height = (double) logical.height / PANGO_SCALE;
  item->kind = TRINH_ITEM_TEXT;
  item->layout = layout;
  item->line = pango_layout_iter_get_line_readonly (iter);
  trinh_layout_keep_final_space (item->line);
  item->x += (double) logical.x / PANGO_SCALE;
  item->width = (double) logical.width / PANGO_SCALE;
  item->height = height * spacing;
  item->font_height = height;
  item->baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE + height * (spacing - 1) / 2;
  return item->height;
}

/* A box for every bound value in the line, to go to its cell. */
static void
add_value_spots (TrinhLayouter *self,
                 const TrinhText *text,
                 const TrinhItem *line)
{
  int first = line->line->start_index;
  int end = first + line->line->length;
  int offset = 0;

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);
      int start = MAX (offset, first);
      int stop;
      int *ranges = NULL;
      int n_ranges = 0;

      offset += strlen (run->text);
      stop = MIN (offset, end);
      if (run->place == NULL || start >= stop)
        continue;
      pango_layout_line_get_x_ranges (line->line, start, stop, &ranges, &n_ranges);
      if (n_ranges > 0)
        {
          TrinhItem spot = { .kind = TRINH_ITEM_SPOT, .height = line->height };

          spot.spec = trinh_layouter_add_spec (self, "value", run->place, NULL);
          spot.x = (double) ranges[0] / PANGO_SCALE;
          spot.width = (double) (ranges[1] - ranges[0]) / PANGO_SCALE;
          g_array_append_val (self->items, spot);
        }
      g_free (ranges);
    }
}

static gboolean
fills_half (TrinhLayouter *self,
            PangoLayout *layout)
{
  double height = 0;

  trinh_layout_measure (layout, NULL, &height);
  return height * self->settings->line_spacing > trinh_layouter_get_height (self) / 2;
}

void
trinh_layouter_flow_text (TrinhLayouter *self,
                          const TrinhText *text,
                          const TrinhTextStyle *style,
                          const char *role,
                          const char *place,
                          const char *tag,
                          double space)
{
  g_autoptr (TrinhText) clean = trinh_layouter_clean_text (self, text);
  const TrinhText *printed = clean != NULL ? clean : text;
  PangoLayout *layout = trinh_layouter_make_layout (self, printed, style, trinh_layouter_get_width (self));
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int spec = trinh_layouter_add_spec (self, role, place, style);
  gboolean whole = style->whole && !fills_half (self, layout);
  int n_lines = pango_layout_get_line_count (layout);
  int i = 0;

  trinh_layouter_add_tag (self, TRINH_ITEM_BEGIN, tag);
  do
    {
      TrinhItem item = { .spec = spec };

      const gboolean tied = i > 0 && (whole || i == 1 || i == n_lines - 1);

      trinh_layouter_begin_fragment (self, i == 0 ? space : 0, tied ? TRINH_KEEP_LINES : TRINH_KEEP_NOT);
      set_line (&item, layout, iter, self->settings->line_spacing);
      g_array_append_val (self->items, item);
      add_value_spots (self, printed, &item);
      trinh_layouter_end_fragment (self, item.height);
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  trinh_layouter_add_tag (self, TRINH_ITEM_END, tag);
}

double
trinh_canvas_add_layout (TrinhCanvas *self,
                         PangoLayout *layout,
                         int spec,
                         double x,
                         double y,
                         double spacing)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double top = y;

  do
    {
      TrinhItem item = { .spec = spec, .x = x, .y = y };

      y += set_line (&item, layout, iter, spacing);
      g_array_append_val (self->items, item);
    }
  while (pango_layout_iter_next_line (iter));
  self->height = MAX (self->height, y);
  return y - top;
}
