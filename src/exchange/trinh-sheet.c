/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-sheet-private.h"

typedef struct
{
  guint column;
  TrinhSheetKind kind;
  GRefString *text;
  gboolean bold;
} Cell;

typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} Merge;

struct _TrinhSheet
{
  /* Owned References */
  char *name;
  GPtrArray *rows; /* of GArray of Cell by column, or NULL for an empty row */
  GArray *merges;

  /* Borrowed References */
  TrinhWorkbook *workbook;

  guint n_columns;
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_ref_string_release (cell->text);
}

static void
row_free (gpointer row)
{
  if (row != NULL)
    g_array_unref (row);
}

TrinhSheet *
_trinh_sheet_new (TrinhWorkbook *workbook,
                  const char *name)
{
  TrinhSheet *self = g_new0 (TrinhSheet, 1);

  self->workbook = workbook;
  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));

  return self;
}

void
_trinh_sheet_free (TrinhSheet *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->merges);
  g_free (self);
}

static GArray *
make_row (TrinhSheet *self,
          guint row)
{
  if (row >= self->rows->len)
    g_ptr_array_set_size (self->rows, (int) row + 1);
  if (self->rows->pdata[row] == NULL)
    {
      self->rows->pdata[row] = g_array_new (FALSE, FALSE, sizeof (Cell));
      g_array_set_clear_func (self->rows->pdata[row], cell_clear);
    }

  return self->rows->pdata[row];
}

static gboolean
refuse_size (TrinhSheet *self,
             guint row,
             guint column,
             GError **error)
{
  if (row < TRINH_SHEET_MAX_ROWS && column < TRINH_SHEET_MAX_COLUMNS)
    return FALSE;

  g_set_error (error,
               TRINH_EXCHANGE_ERROR,
               TRINH_EXCHANGE_ERROR_TOO_LARGE,
               _ ("The table “%s” is too large: at most %u rows and %u columns are read. Leave only the rows that the report needs in it."),
               self->name,
               TRINH_SHEET_MAX_ROWS,
               TRINH_SHEET_MAX_COLUMNS);

  return TRUE;
}

gboolean
_trinh_sheet_share (TrinhSheet *self,
                    guint row,
                    guint column,
                    TrinhSheetKind kind,
                    GRefString *text,
                    GError **error)
{
  Cell cell = { column, kind, NULL, FALSE };
  GArray *cells;
  guint at;

  if (text[0] == '\0')
    return TRUE;
  if (refuse_size (self, row, column, error))
    return FALSE;

  cells = make_row (self, row);
  for (at = cells->len; at > 0 && g_array_index (cells, Cell, at - 1).column >= column; at--)
    if (g_array_index (cells, Cell, at - 1).column == column)
      return TRUE;
  if (!_trinh_workbook_spend (self->workbook, g_ref_string_length (text), error))
    return FALSE;
  cell.text = g_ref_string_acquire (text);
  g_array_insert_val (cells, at, cell);
  self->n_columns = MAX (self->n_columns, column + 1);

  return TRUE;
}

gboolean
_trinh_sheet_set (TrinhSheet *self,
                  guint row,
                  guint column,
                  TrinhSheetKind kind,
                  const char *text,
                  GError **error)
{
  GRefString *shared = g_ref_string_new (text);
  const gboolean set = _trinh_sheet_share (self, row, column, kind, shared, error);

  g_ref_string_release (shared);

  return set;
}

void
_trinh_sheet_merge (TrinhSheet *self,
                    guint row,
                    guint column,
                    guint n_rows,
                    guint n_columns)
{
  Merge merge = { row, column, n_rows, n_columns };

  if (self->merges->len < TRINH_SHEET_MAX_ROWS)
    g_array_append_val (self->merges, merge);
}

static Cell *
find_cell (TrinhSheet *self,
           guint row,
           guint column)
{
  GArray *cells = row < self->rows->len ? self->rows->pdata[row] : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (g_array_index (cells, Cell, i).column == column)
      return &g_array_index (cells, Cell, i);

  return NULL;
}

void
_trinh_sheet_set_bold (TrinhSheet *self,
                       guint row,
                       guint column)
{
  Cell *cell = find_cell (self, row, column);

  if (cell != NULL)
    cell->bold = TRUE;
}

gboolean
_trinh_sheet_get_bold (TrinhSheet *self,
                       guint row,
                       guint column)
{
  const Cell *cell = find_cell (self, row, column);

  return cell != NULL && cell->bold;
}

const char *
trinh_sheet_get_name (TrinhSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
trinh_sheet_get_n_rows (TrinhSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
trinh_sheet_get_n_columns (TrinhSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

TrinhSheetKind
trinh_sheet_get_kind (TrinhSheet *self,
                      guint row,
                      guint column)
{
  const Cell *cell;

  g_return_val_if_fail (self != NULL, TRINH_SHEET_EMPTY);

  cell = find_cell (self, row, column);

  return cell != NULL ? cell->kind : TRINH_SHEET_EMPTY;
}

const char *
trinh_sheet_get_text (TrinhSheet *self,
                      guint row,
                      guint column)
{
  const Cell *cell;

  g_return_val_if_fail (self != NULL, NULL);

  cell = find_cell (self, row, column);

  return cell != NULL ? cell->text : "";
}

const char *
trinh_sheet_get_covering_text (TrinhSheet *self,
                               guint row,
                               guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->merges->len; i++)
    {
      const Merge *merge = &g_array_index (self->merges, Merge, i);

      if (row >= merge->row && row - merge->row < merge->n_rows && column >= merge->column && column - merge->column < merge->n_columns)
        return trinh_sheet_get_text (self, merge->row, merge->column);
    }

  return trinh_sheet_get_text (self, row, column);
}

char *
trinh_sheet_dup_place (guint row,
                       guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));

  return g_strdup_printf ("%s%u", letters->str, row + 1);
}
