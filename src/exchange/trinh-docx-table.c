/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

/* A line of a table, times the font's size */
#define LINE 1.107

typedef struct
{
  TrinhDocx *docx;
  const TrinhTable *table;
  GArray *edges;
  double size;     /* of the letters */
  double *heights; /* of the body's rows, about */
  gboolean keep_last;
  gboolean keep_whole;
} Tabulator;

static double
get_edge (const Tabulator *self,
          guint column)
{
  return g_array_index (self->edges, double, column);
}

/* For the letters */
static double
get_room (const Tabulator *self,
          const TrinhTableCell *cell)
{
  return get_edge (self, cell->column + cell->column_span) - get_edge (self, cell->column) - 2 * self->docx->settings->cell_padding_x;
}

static double
measure_cell (const Tabulator *self,
              const TrinhTableCell *cell)
{
  const guint n_lines = trinh_measure_lines (self->docx->measure, cell->text, self->size, 0, get_room (self, cell));

  return n_lines * self->size * LINE + 2 * self->docx->settings->cell_padding_y;
}

static double *
measure_rows (const Tabulator *self)
{
  const guint n_rows = trinh_table_get_n_rows (self->table);
  double *heights = g_new0 (double, n_rows + 1);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < trinh_table_get_n_columns (self->table); column++)
      {
        const TrinhTableCell *cell = trinh_table_get_cell (self->table, row, column);

        if (cell->row_span == 1)
          heights[row] = MAX (heights[row], measure_cell (self, cell));
      }

  return heights;
}

/* @height: that it has at least */
static void
begin_row (const Tabulator *self,
           double height,
           gboolean splits,
           gboolean repeated)
{
  const double least = self->size * 1.2 + 2 * self->docx->settings->cell_padding_y;
  TrinhDocxPart *part = self->docx->part;

  _trinh_docx_begin (part, "w:tr", NULL);
  _trinh_docx_begin (part, "w:trPr", NULL);
  if (!splits)
    _trinh_docx_put (part, "w:cantSplit", NULL);
  _trinh_docx_begin (part, "w:trHeight", NULL);
  _trinh_docx_add_number (part, "w:val", TRINH_DOCX_TWIPS (MAX (height, least) - TRINH_DOCX_BORDER));
  _trinh_docx_add_attribute (part, "w:hRule", "atLeast");
  _trinh_docx_end (part);
  if (repeated)
    _trinh_docx_put (part, "w:tblHeader", NULL);
  _trinh_docx_end (part);
}

static void
begin_cell (const Tabulator *self,
            guint column,
            guint span,
            const char *merge,
            gboolean centred)
{
  const TrinhDocxCell cell = {
    .width = TRINH_DOCX_TWIPS (get_edge (self, column + span)) - TRINH_DOCX_TWIPS (get_edge (self, column)),
    .span = span,
    .merge = merge,
    .centred = centred,
  };

  _trinh_docx_begin_cell (self->docx, &cell);
}

/* @cell: (nullable): what lies over this place; it has its letters in its first row */
static void
add_letters (const Tabulator *self,
             const TrinhDocxParagraph *paragraph,
             const TrinhTableCell *cell,
             guint row,
             gboolean bold)
{
  _trinh_docx_begin_paragraph (self->docx, paragraph);
  if (cell != NULL && cell->row == row)
    {
      self->docx->size = self->size < self->docx->settings->table ? self->size : 0;
      self->docx->room = get_room (self, cell);
      _trinh_docx_add_text (self->docx, cell->text, 0, bold, FALSE);
      self->docx->size = self->docx->room = 0;
    }
  _trinh_docx_end_paragraph (self->docx);
}

/* The head's cell that lies over this place */
static const TrinhTableCell *
find_head (const TrinhTable *table,
           guint row,
           guint column)
{
  for (guint i = 0; i < trinh_table_get_n_heads (table); i++)
    {
      const TrinhTableCell *cell = trinh_table_get_head (table, i);

      if (row >= cell->row && row < cell->row + cell->row_span && column >= cell->column && column < cell->column + cell->column_span)
        return cell;
    }

  return NULL;
}

static const char *
get_merge (const TrinhTableCell *cell,
           guint row)
{
  if (cell->row_span == 1)
    return NULL;

  return cell->row == row ? "restart" : "continue";
}

static void
add_head_row (const Tabulator *self,
              guint row,
              double height,
              gboolean repeated)
{
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_HEAD };
  const TrinhTableCell *cell;

  begin_row (self, height, !repeated, repeated);
  for (guint column = 0; column < trinh_table_get_n_columns (self->table); column += cell != NULL ? cell->column_span : 1)
    {
      cell = find_head (self->table, row, column);
      begin_cell (self, column, cell != NULL ? cell->column_span : 1, cell != NULL ? get_merge (cell, row) : NULL, TRUE);
      add_letters (self, &paragraph, cell, row, TRUE);
      _trinh_docx_end (self->docx->part);
    }
  _trinh_docx_end (self->docx->part);
}

/* Where each row ends, from the head's top: a cell over several rows makes the last of them higher where it needs more. */
static double *
measure_head (const Tabulator *self)
{
  const guint n_rows = trinh_table_get_n_head_rows (self->table);
  double *bottoms = g_new0 (double, n_rows + 1);

  for (guint end = 1; end <= n_rows; end++)
    {
      bottoms[end] = bottoms[end - 1];
      for (guint i = 0; i < trinh_table_get_n_heads (self->table); i++)
        {
          const TrinhTableCell *cell = trinh_table_get_head (self->table, i);

          if (MIN (cell->row + cell->row_span, n_rows) == end)
            bottoms[end] = MAX (bottoms[end], bottoms[cell->row] + measure_cell (self, cell));
        }
    }

  return bottoms;
}

/* A head that fills half the page would leave no room for rows: it is printed once. LibreOffice cuts off what goes over
 * the rows of a repeated one, unless they are high enough by themselves. */
static void
add_head (const Tabulator *self)
{
  const guint n_rows = trinh_table_get_n_head_rows (self->table);
  g_autofree double *bottoms = measure_head (self);
  const gboolean repeated = bottoms[n_rows] <= _trinh_docx_get_height (self->docx) / 2;

  for (guint row = 0; row < n_rows; row++)
    add_head_row (self, row, repeated ? bottoms[row + 1] - bottoms[row] : 0, repeated);
}

/* The cell above that lies over this one, or the cell itself */
static const TrinhTableCell *
find_cell (const TrinhTable *table,
           guint row,
           guint column)
{
  for (guint above = row; above > 0; above--)
    {
      const TrinhTableCell *cell = trinh_table_get_cell (table, above - 1, column);

      if (cell->row_span > row - (above - 1))
        return cell;
    }

  return trinh_table_get_cell (table, row, column);
}

/* Whether merged cells tie the row to the next: they stand together, unless they fill half a page. */
static gboolean
is_tied (const Tabulator *self,
         guint row)
{
  for (guint column = 0; column < trinh_table_get_n_columns (self->table); column++)
    {
      const TrinhTableCell *cell = find_cell (self->table, row, column);
      double height = 0;

      for (guint i = cell->row; i < cell->row + cell->row_span; i++)
        height += i < trinh_table_get_n_rows (self->table) ? self->heights[i] : 0;
      if (cell->row + cell->row_span > row + 1 && height <= _trinh_docx_get_height (self->docx) / 2)
        return TRUE;
    }

  return FALSE;
}

/* A heading is not the last row of a page, and the table's last row not the first. */
static gboolean
stays_with_next (const Tabulator *self,
                 guint row)
{
  const guint n_rows = trinh_table_get_n_rows (self->table);

  if (row + 1 == n_rows)
    return self->keep_last;

  return self->keep_whole || row + 2 == n_rows || trinh_table_get_row_kept (self->table, row) || is_tied (self, row);
}

static void
add_row (const Tabulator *self,
         guint row)
{
  static const char *const aligns[] = { "left", "center", "right" };
  const gboolean keep = stays_with_next (self, row);
  /* What goes over pages begins at the top: in the middle it would be on another page than its label. */
  const gboolean splits = self->heights[row] > _trinh_docx_get_height (self->docx) / 2;

  begin_row (self, 0, splits, FALSE);
  for (guint column = 0; column < trinh_table_get_n_columns (self->table); column++)
    {
      const TrinhTableCell *cell = find_cell (self->table, row, column);
      const TrinhDocxParagraph paragraph = {
        .style = TRINH_DOCX_CELL,
        .keep = keep ? TRINH_DOCX_KEEP_NEXT : TRINH_DOCX_KEEP_AS_STYLE,
        .align = cell->align == TRINH_ALIGN_START ? NULL : aligns[cell->align],
      };

      begin_cell (self, column, 1, get_merge (cell, row), !splits);
      add_letters (self, &paragraph, cell, row, FALSE);
      _trinh_docx_end (self->docx->part);
    }
  _trinh_docx_end (self->docx->part);
}

void
_trinh_docx_add_table (TrinhDocx *self,
                       const TrinhBlock *block,
                       gboolean keep_last,
                       gboolean keep_whole)
{
  const guint n_columns = trinh_table_get_n_columns (block->table);
  g_autoptr (GArray) edges = NULL;
  g_autofree double *heights = NULL;
  Tabulator tabulator = { .docx = self, .table = block->table, .keep_last = keep_last, .keep_whole = keep_whole };

  /* Word refuses a table without columns or rows. */
  if (n_columns == 0 || trinh_table_get_n_rows (block->table) + trinh_table_get_n_head_rows (block->table) == 0)
    return;

  edges = tabulator.edges = trinh_measure_edges (self->measure, block->table, self->landscape, &tabulator.size);
  heights = tabulator.heights = measure_rows (&tabulator);
  _trinh_docx_begin_table (self, TRINH_DOCX_FIGURES, (const double *) edges->data, n_columns);
  add_head (&tabulator);
  for (guint row = 0; row < trinh_table_get_n_rows (block->table); row++)
    add_row (&tabulator, row);
  _trinh_docx_end_table (self);
}
