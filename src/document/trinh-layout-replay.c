/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

void
trinh_block_record_clear (gpointer data)
{
  TrinhBlockRecord *record = data;

  g_clear_pointer (&record->fragments, g_array_unref);
}

static gboolean
has_open_tag (TrinhLayouter *self)
{
  const TrinhFragment *last;

  if (self->fragments->len == 0)
    return self->items->len > 0;
  last = &g_array_index (self->fragments, TrinhFragment, self->fragments->len - 1);
  return last->first_item + last->n_items < self->items->len;
}

static TrinhBlockState
get_state (TrinhLayouter *self)
{
  return (TrinhBlockState) {
    .landscape = self->landscape,
    .new_page = self->new_page,
    .restart = self->restart,
    .in_list = self->in_list,
    .open_tag = has_open_tag (self),
    .keep_lines = self->keep_lines,
    .keep = self->keep_lines > 0 ? self->keep : TRINH_KEEP_NOT,
  };
}

static void
set_state (TrinhLayouter *self,
           const TrinhBlockState *state)
{
  self->landscape = state->landscape;
  self->new_page = state->new_page;
  self->restart = state->restart;
  self->in_list = state->in_list;
  trinh_layouter_keep_next (self, state->keep_lines, state->keep);
}

static gboolean
state_equal (const TrinhBlockState *a,
             const TrinhBlockState *b)
{
  return a->landscape == b->landscape && a->new_page == b->new_page && a->restart == b->restart &&
         a->in_list == b->in_list && a->open_tag == b->open_tag && a->keep_lines == b->keep_lines &&
         a->keep == b->keep;
}

void
trinh_layouter_begin_record (TrinhLayouter *self)
{
  TrinhBlockRecord record = {
    .before = get_state (self),
    .first_item = self->items->len,
    .first_fragment = self->fragments->len,
    .first_spec = self->specs->len,
    .first_table = self->tables->len,
    .first_layout = self->layouts->len,
  };

  g_array_append_val (self->records, record);
}

void
trinh_layouter_end_record (TrinhLayouter *self)
{
  TrinhBlockRecord *record = &g_array_index (self->records, TrinhBlockRecord, self->records->len - 1);
  guint n_fragments = self->fragments->len - record->first_fragment;

  record->after = get_state (self);
  record->n_items = self->items->len - record->first_item;
  record->n_specs = self->specs->len - record->first_spec;
  record->n_tables = self->tables->len - record->first_table;
  record->n_layouts = self->layouts->len - record->first_layout;
  record->fragments = g_array_sized_new (FALSE, TRUE, sizeof (TrinhFragment), n_fragments);
  if (n_fragments > 0)
    g_array_append_vals (record->fragments, &g_array_index (self->fragments, TrinhFragment, record->first_fragment), n_fragments);
}

static void
copy_items (TrinhLayouter *self,
            TrinhLayouter *before,
            const TrinhBlockRecord *record)
{
  int shift = (int) self->specs->len - (int) record->first_spec;

  for (guint i = 0; i < record->n_items; i++)
    {
      TrinhItem item = g_array_index (before->items, TrinhItem, record->first_item + i);

      if (item.spec >= 0)
        item.spec += shift;
      if (item.kind == TRINH_ITEM_BOOKMARK || item.kind == TRINH_ITEM_FIGURE)
        item.name = g_string_chunk_insert (self->strings, item.name);
      g_array_append_val (self->items, item);
    }
}

static void
copy_specs (TrinhLayouter *self,
            TrinhLayouter *before,
            const TrinhBlockRecord *record)
{
  int shift = (int) self->tables->len - (int) record->first_table;

  for (guint i = 0; i < record->n_specs; i++)
    {
      TrinhBoxSpec spec = trinh_box_spec_copy (&g_array_index (before->specs, TrinhBoxSpec, record->first_spec + i));

      if (spec.table >= 0)
        spec.table += shift;
      g_array_append_val (self->specs, spec);
    }
}

static void
copy_tables (TrinhLayouter *self,
             TrinhLayouter *before,
             const TrinhBlockRecord *record)
{
  int shift = (int) self->fragments->len - (int) record->first_fragment;

  for (guint i = 0; i < record->n_tables; i++)
    {
      TrinhFlowTable table = g_array_index (before->tables, TrinhFlowTable, record->first_table + i);

      table.edges = g_array_ref (table.edges);
      if (table.head >= 0)
        table.head += shift;
      g_array_append_val (self->tables, table);
    }
}

/* @first_item, @first_table: where the block's own begin in @self */
static void
copy_fragments (TrinhLayouter *self,
                const TrinhBlockRecord *record,
                guint first_item,
                guint first_table)
{
  for (guint i = 0; i < record->fragments->len; i++)
    {
      TrinhFragment fragment = g_array_index (record->fragments, TrinhFragment, i);

      fragment.first_item = fragment.first_item - record->first_item + first_item;
      if (fragment.table >= 0)
        fragment.table = fragment.table - (int) record->first_table + (int) first_table;
      g_array_append_val (self->fragments, fragment);
    }
}

gboolean
trinh_layouter_replay (TrinhLayouter *self,
                       TrinhLayouter *before,
                       guint position)
{
  const TrinhBlockRecord *record = &g_array_index (before->records, TrinhBlockRecord, position);
  TrinhBlockState state = get_state (self);
  guint first_item = self->items->len;
  guint first_table = self->tables->len;

  g_assert (position < before->records->len);

  /* A tag from the block before would have to go along. */
  if (state.open_tag || !state_equal (&state, &record->before))
    return FALSE;
  copy_items (self, before, record);
  copy_specs (self, before, record);
  copy_tables (self, before, record);
  copy_fragments (self, record, first_item, first_table);
  for (guint i = 0; i < record->n_layouts; i++)
    g_ptr_array_add (self->layouts, g_object_ref (g_ptr_array_index (before->layouts, record->first_layout + i)));
  set_state (self, &record->after);
  return TRUE;
}
