/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-table.h"

struct _TrinhTable
{
  GArray *columns;  /* of TrinhColumnUse */
  GPtrArray *heads; /* of TrinhTableCell */
  GPtrArray *cells; /* of TrinhTableCell, row by row */
  GHashTable *kept; /* rows that the next one stays with */
  guint n_head_rows;
};

static void
cell_free (gpointer data)
{
  TrinhTableCell *cell = data;

  trinh_text_free (cell->text);
  g_free (cell->place);
  g_free (cell);
}

static TrinhTableCell *
cell_new (TrinhText *text,
          TrinhAlign align,
          const char *place)
{
  TrinhTableCell *cell = g_new0 (TrinhTableCell, 1);

  /* A space at the end of a full line would take a line of its own. */
  if (text != NULL)
    trinh_text_trim_end (text, "");
  cell->text = text;
  cell->align = align;
  cell->place = g_strdup (place);
  cell->row_span = 1;
  cell->column_span = 1;
  return cell;
}

TrinhTable *
trinh_table_new (void)
{
  TrinhTable *self = g_new0 (TrinhTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (TrinhColumnUse));
  self->heads = g_ptr_array_new_with_free_func (cell_free);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->kept = g_hash_table_new (NULL, NULL);
  return self;
}

void
trinh_table_free (TrinhTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->kept);
  g_free (self);
}

void
trinh_table_add_column (TrinhTable *self,
                        TrinhColumnUse use)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cells->len == 0);

  g_array_append_val (self->columns, use);
}

void
trinh_table_add_head (TrinhTable *self,
                      guint row,
                      guint column,
                      guint row_span,
                      guint column_span,
                      TrinhText *text,
                      const char *place)
{
  TrinhTableCell *cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row_span > 0 && column_span > 0);
  g_return_if_fail (column + column_span <= self->columns->len);

  cell = cell_new (text, TRINH_ALIGN_CENTER, place);
  cell->row = row;
  cell->column = column;
  cell->row_span = row_span;
  cell->column_span = column_span;
  g_ptr_array_add (self->heads, cell);
  self->n_head_rows = MAX (self->n_head_rows, row + row_span);
}

void
trinh_table_add_cell (TrinhTable *self,
                      TrinhText *text,
                      TrinhAlign align,
                      const char *place)
{
  TrinhTableCell *cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->columns->len > 0);

  cell = cell_new (text, align, place);
  cell->row = self->cells->len / self->columns->len;
  cell->column = self->cells->len % self->columns->len;
  g_ptr_array_add (self->cells, cell);
}

void
trinh_table_merge_cell (TrinhTable *self,
                        guint row_span)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cells->len > 0);
  g_return_if_fail (row_span > 0);

  ((TrinhTableCell *) g_ptr_array_index (self->cells, self->cells->len - 1))->row_span = row_span;
}

guint
trinh_table_get_n_columns (const TrinhTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

TrinhColumnUse
trinh_table_get_column_use (const TrinhTable *self,
                            guint column)
{
  g_return_val_if_fail (self != NULL, TRINH_COLUMN_LABEL);
  g_return_val_if_fail (column < self->columns->len, TRINH_COLUMN_LABEL);

  return g_array_index (self->columns, TrinhColumnUse, column);
}

guint
trinh_table_get_n_head_rows (const TrinhTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_head_rows;
}

guint
trinh_table_get_n_heads (const TrinhTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->heads->len;
}

const TrinhTableCell *
trinh_table_get_head (const TrinhTable *self,
                      guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->heads->len, NULL);

  return g_ptr_array_index (self->heads, position);
}

guint
trinh_table_get_n_rows (const TrinhTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len == 0 ? 0 : self->cells->len / self->columns->len;
}

const TrinhTableCell *
trinh_table_get_cell (const TrinhTable *self,
                      guint row,
                      guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);
  g_return_val_if_fail (row < trinh_table_get_n_rows (self), NULL);

  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}

void
trinh_table_keep_row (TrinhTable *self,
                      guint row)
{
  g_return_if_fail (self != NULL);

  g_hash_table_add (self->kept, GUINT_TO_POINTER (row));
}

gboolean
trinh_table_get_row_kept (const TrinhTable *self,
                          guint row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->kept, GUINT_TO_POINTER (row));
}

static gboolean
cells_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const TrinhTableCell *cell = g_ptr_array_index (a, i);
      const TrinhTableCell *other = g_ptr_array_index (b, i);

      if (cell->align != other->align || cell->row != other->row || cell->column != other->column ||
          cell->row_span != other->row_span || cell->column_span != other->column_span ||
          g_strcmp0 (cell->place, other->place) != 0 || !trinh_text_equal (cell->text, other->text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
rows_kept_equal (GHashTable *a,
                 GHashTable *b)
{
  GHashTableIter iter;
  gpointer row;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (!g_hash_table_contains (b, row))
      return FALSE;
  return TRUE;
}

gboolean
trinh_table_equal (const TrinhTable *a,
                   const TrinhTable *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->columns->len != b->columns->len || a->n_head_rows != b->n_head_rows)
    return FALSE;
  for (guint i = 0; i < a->columns->len; i++)
    if (g_array_index (a->columns, TrinhColumnUse, i) != g_array_index (b->columns, TrinhColumnUse, i))
      return FALSE;
  return cells_equal (a->heads, b->heads) && cells_equal (a->cells, b->cells) && rows_kept_equal (a->kept, b->kept);
}
