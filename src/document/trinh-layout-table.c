/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

typedef struct
{
  TrinhLayouter *layouter;
  const TrinhTable *table;
  const char *place;
  GArray *edges;
  double size; /* of the letters */
} Tabulator;

typedef struct
{
  const TrinhTableCell *cell;
  PangoLayout *layout;
  double x;
  double width;
  double height;
  int spec;
} CellBox;

static double
get_edge (const Tabulator *self,
          guint column)
{
  return g_array_index (self->edges, double, column);
}

static void
prepare_cell (const Tabulator *self,
              const TrinhTableCell *cell,
              gboolean head,
              CellBox *box)
{
  static const PangoAlignment aligns[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  const TrinhLayoutSettings *settings = self->layouter->settings;
  const TrinhRun *run = trinh_text_is_empty (cell->text) ? NULL : trinh_text_get_run (cell->text, 0);
  TrinhTextStyle style = { .size = self->size, .align = aligns[cell->align] };
  g_autoptr (TrinhText) clean = run != NULL ? trinh_layouter_clean_text (self->layouter, cell->text) : NULL;

  box->cell = cell;
  box->x = get_edge (self, cell->column);
  box->width = get_edge (self, cell->column + cell->column_span) - box->x;
  if (run != NULL)
    {
      box->layout = trinh_layouter_make_layout (self->layouter, clean != NULL ? clean : cell->text, &style, box->width - 2 * settings->cell_padding_x);
      trinh_layout_measure (box->layout, NULL, &box->height);
      style.bold = run->bold;
      style.italic = run->italic;
    }
  box->height += 2 * settings->cell_padding_y;
  box->spec = trinh_layouter_add_spec (self->layouter, head ? "table-head" : "cell", cell->place != NULL ? cell->place : self->place, &style);
}

static void
place_cell (const Tabulator *self,
            TrinhCanvas *canvas,
            const CellBox *box,
            const char *tag,
            guint n_rows,
            double y,
            double height,
            gboolean centred)
{
  const TrinhLayoutSettings *settings = self->layouter->settings;
  double top = y + settings->cell_padding_y;

  if (centred)
    top += MAX (0, (height - box->height) / 2);
  trinh_canvas_add_item (canvas, TRINH_ITEM_BEGIN, tag);
  g_array_index (canvas->items, TrinhItem, canvas->items->len - 1).level = TRINH_SPANS (n_rows, box->cell->column_span);
  trinh_canvas_add_spot (canvas, box->spec, box->x, y, box->width, height);
  if (box->layout != NULL)
    trinh_canvas_add_layout (canvas, box->layout, box->spec, box->x + settings->cell_padding_x, top, 1);
  trinh_canvas_add_item (canvas, TRINH_ITEM_END, tag);
}

static double
sum_heights (const double *heights,
             guint first,
             guint n_rows)
{
  double sum = 0;

  for (guint row = first; row < first + n_rows; row++)
    sum += heights[row];
  return sum;
}

/* A cell over several rows makes the last of them higher where it needs more. @first: the row of heights[0] */
static void
grow_last_rows (const CellBox *boxes,
                guint n_boxes,
                guint first,
                guint n_rows,
                double *heights)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      const CellBox *box = &boxes[i];
      guint row, span;
      double sum;

      g_assert (box->cell != NULL);
      row = box->cell->row - first;
      span = MIN (box->cell->row_span, n_rows - row);
      sum = sum_heights (heights, row, span);
      if (sum < box->height)
        heights[row + span - 1] += box->height - sum;
    }
}

static void
measure_head_rows (const CellBox *boxes,
                   guint n_boxes,
                   guint n_rows,
                   double *heights)
{
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].cell->row_span == 1)
      heights[boxes[i].cell->row] = MAX (heights[boxes[i].cell->row], boxes[i].height);
  grow_last_rows (boxes, n_boxes, 0, n_rows, heights);
}

static void
place_head_cell (const Tabulator *self,
                 TrinhCanvas *canvas,
                 const CellBox *box,
                 const double *heights)
{
  double y = 0;
  double height = 0;

  for (guint row = 0; row < box->cell->row; row++)
    y += heights[row];
  for (guint row = 0; row < box->cell->row_span; row++)
    height += heights[box->cell->row + row];
  place_cell (self, canvas, box, "TH", box->cell->row_span, y, height, TRUE);
  trinh_canvas_add_rule (canvas, -1, box->x + box->width, y, 0, height);
  trinh_canvas_add_rule (canvas, -1, box->x, y + height, box->width, 0);
}

static void
place_head_row (const Tabulator *self,
                TrinhCanvas *canvas,
                const CellBox *boxes,
                guint n_boxes,
                guint row,
                const double *heights)
{
  trinh_canvas_add_item (canvas, TRINH_ITEM_BEGIN, "TR");
  /* From the first column on, whatever came first: it is the order that is read aloud. */
  for (guint column = 0; column < trinh_table_get_n_columns (self->table); column++)
    for (guint i = 0; i < n_boxes; i++)
      if (boxes[i].cell->row == row && boxes[i].cell->column == column)
        place_head_cell (self, canvas, &boxes[i], heights);
  trinh_canvas_add_item (canvas, TRINH_ITEM_END, "TR");
}

static double
add_head (const Tabulator *self)
{
  TrinhLayouter *layouter = self->layouter;
  guint n_boxes = trinh_table_get_n_heads (self->table);
  guint n_rows = trinh_table_get_n_head_rows (self->table);
  g_autofree CellBox *boxes = g_new0 (CellBox, n_boxes + 1);
  g_autofree double *heights = g_new0 (double, n_rows + 1);
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double max = trinh_layouter_get_height (layouter);

  for (guint i = 0; i < n_boxes; i++)
    prepare_cell (self, trinh_table_get_head (self->table, i), TRUE, &boxes[i]);
  measure_head_rows (boxes, n_boxes, n_rows, heights);
  for (guint row = 0; row < n_rows; row++)
    place_head_row (self, canvas, boxes, n_boxes, row, heights);
  trinh_canvas_add_rule (canvas, -1, 0, 0, 0, canvas->height);
  trinh_layouter_emit_canvas (layouter, canvas, layouter->settings->paragraph_space, TRINH_KEEP_NOT, max);
  /* A head that fills half the page would leave no room for rows: it is printed once. */
  if (canvas->height > max / 2)
    return 0;
  g_array_index (layouter->tables, TrinhFlowTable, layouter->table).head = layouter->fragments->len - 1;
  return canvas->height;
}

/* No row goes without the head, a heading row or, at the table's end, a neighbour. */
static TrinhKeep
stays_with_last (const Tabulator *self,
                 guint row,
                 guint n_rows)
{
  if (row == 0 || row + n_rows == trinh_table_get_n_rows (self->table) || trinh_table_get_row_kept (self->table, row - 1))
    return TRINH_KEEP_BLOCK;
  return TRINH_KEEP_NOT;
}

/* Prepares the cells of rows that are merged somewhere and says how high each row is. */
static void
measure_rows (const Tabulator *self,
              guint first,
              guint n_rows,
              CellBox *boxes,
              double *heights)
{
  const TrinhLayoutSettings *settings = self->layouter->settings;
  guint n_columns = trinh_table_get_n_columns (self->table);

  for (guint row = 0; row < n_rows; row++)
    {
      heights[row] = self->size * 1.2 + 2 * settings->cell_padding_y;
      for (guint column = 0; column < n_columns; column++)
        {
          CellBox *box = &boxes[row * n_columns + column];

          *box = (CellBox) { 0 };
          prepare_cell (self, trinh_table_get_cell (self->table, first + row, column), FALSE, box);
          if (n_rows == 1 || box->cell->row_span == 1)
            heights[row] = MAX (heights[row], box->height);
        }
    }
}

/* Whether a cell of the rows above lies over this one; @boxes begin where nothing does. */
static gboolean
is_covered (const CellBox *boxes,
            guint n_columns,
            guint row,
            guint column)
{
  for (guint above = 0; above < row; above++)
    if (boxes[above * n_columns + column].cell->row_span > row - above)
      return TRUE;
  return FALSE;
}

/* Rows that stand in one fragment: their outer edges are drawn with it, those between here. */
static void
place_rows (const Tabulator *self,
            TrinhCanvas *canvas,
            const CellBox *boxes,
            const double *heights,
            guint n_rows,
            gboolean centred)
{
  guint n_columns = trinh_table_get_n_columns (self->table);

  for (guint row = 0; row < n_rows; row++)
    {
      double y = sum_heights (heights, 0, row);

      trinh_canvas_add_item (canvas, TRINH_ITEM_BEGIN, "TR");
      for (guint column = 0; column < n_columns; column++)
        {
          const CellBox *box = &boxes[row * n_columns + column];
          const guint span = MIN (box->cell->row_span, n_rows - row);

          if (is_covered (boxes, n_columns, row, column))
            continue;
          if (row > 0)
            trinh_canvas_add_rule (canvas, -1, box->x, y, box->width, 0);
          place_cell (self, canvas, box, "TD", span, y, sum_heights (heights, row, span), centred);
        }
      trinh_canvas_add_item (canvas, TRINH_ITEM_END, "TR");
    }
}

/* So many rows are tied together by merged cells, 1 where none is. */
static guint
count_merged (const TrinhTable *table,
              guint first)
{
  guint n_rows = 1;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < trinh_table_get_n_columns (table); column++)
      n_rows = MAX (n_rows, row + trinh_table_get_cell (table, first + row, column)->row_span);
  return MIN (n_rows, trinh_table_get_n_rows (table) - first);
}

/* Returns how many were added. Merged rows stand together, unless they would fill half a page. */
static guint
add_rows (const Tabulator *self,
          guint first,
          double max)
{
  TrinhLayouter *layouter = self->layouter;
  guint n_columns = trinh_table_get_n_columns (self->table);
  guint n_rows = count_merged (self->table, first);
  g_autofree CellBox *boxes = g_new0 (CellBox, n_rows * n_columns);
  g_autofree double *heights = g_new0 (double, n_rows);
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();

  measure_rows (self, first, n_rows, boxes, heights);
  grow_last_rows (boxes, n_rows * n_columns, first, n_rows, heights);
  if (n_rows > 1 && sum_heights (heights, 0, n_rows) > max / 2)
    {
      n_rows = 1;
      measure_rows (self, first, n_rows, boxes, heights);
    }
  place_rows (self, canvas, boxes, heights, n_rows, heights[0] <= max);
  trinh_layouter_emit_canvas (layouter, canvas, 0, stays_with_last (self, first, n_rows), max);
  return n_rows;
}

void
trinh_layouter_add_table (TrinhLayouter *self,
                          const TrinhBlock *block)
{
  Tabulator tabulator = { .layouter = self, .table = block->table, .place = block->place };
  TrinhFlowTable table = { .head = -1 };
  double max = trinh_layouter_get_height (self);

  if (trinh_table_get_n_columns (block->table) == 0)
    return;
  table.edges = tabulator.edges = trinh_layouter_make_edges (self, block->table, &tabulator.size);
  g_array_append_val (self->tables, table);
  self->table = self->tables->len - 1;
  trinh_layouter_add_tag (self, TRINH_ITEM_BEGIN, "Table");
  if (trinh_table_get_n_heads (block->table) > 0)
    max -= add_head (&tabulator);
  for (guint row = 0; row < trinh_table_get_n_rows (block->table);)
    row += add_rows (&tabulator, row, max);
  if (trinh_table_get_n_heads (block->table) > 0 || trinh_table_get_n_rows (block->table) > 0)
    trinh_layouter_add_tag (self, TRINH_ITEM_END, "Table");
  self->table = -1;
}
