/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-xls-hidden-private.h"

typedef struct
{
  gboolean hidden;
  GHashTable *rows; /* numbers of rows */
  gboolean columns[TRINH_SHEET_MAX_COLUMNS];
} Sheet;

struct _TrinhXlsHidden
{
  GPtrArray *sheets; /* of Sheet */
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_hash_table_unref (sheet->rows);
  g_free (sheet);
}

static void
read_record (Sheet *sheet,
             const TrinhXlsRecord *record)
{
  const guint8 *data = record->data;

  if (record->kind == TRINH_XLS_ROW && record->length >= 14 && (_trinh_xls_get_16 (data + 12) & 0x20) != 0)
    g_hash_table_add (sheet->rows, GUINT_TO_POINTER (_trinh_xls_get_16 (data)));
  else if (record->kind == TRINH_XLS_COLUMNS && record->length >= 10 && (_trinh_xls_get_16 (data + 8) & 1) != 0)
    for (guint column = _trinh_xls_get_16 (data); column <= _trinh_xls_get_16 (data + 2) && column < TRINH_SHEET_MAX_COLUMNS; column++)
      sheet->columns[column] = TRUE;
}

TrinhXlsHidden *
_trinh_xls_hidden_new (TrinhXlsRecords *records)
{
  TrinhXlsHidden *self = g_new0 (TrinhXlsHidden, 1);
  gsize left = _trinh_xls_records_get_size (records);

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  for (guint i = 0; i < _trinh_xls_records_get_n_sheets (records); i++)
    {
      Sheet *sheet = g_new0 (Sheet, 1);
      TrinhXlsRecord record = { .at = _trinh_xls_records_get_sheet (records, i) };

      sheet->hidden = _trinh_xls_records_is_hidden (records, i);
      sheet->rows = g_hash_table_new (NULL, NULL);
      g_ptr_array_add (self->sheets, sheet);
      while (_trinh_xls_records_next (records, &record, &left))
        read_record (sheet, &record);
    }

  return self;
}

void
_trinh_xls_hidden_free (TrinhXlsHidden *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

gboolean
_trinh_xls_hidden_has_sheet (TrinhXlsHidden *self,
                             guint position)
{
  return position < self->sheets->len && ((Sheet *) self->sheets->pdata[position])->hidden;
}

gboolean
_trinh_xls_hidden_has_cell (TrinhXlsHidden *self,
                            guint position,
                            guint row,
                            guint column)
{
  const Sheet *sheet = position < self->sheets->len ? self->sheets->pdata[position] : NULL;

  return sheet != NULL && (g_hash_table_contains (sheet->rows, GUINT_TO_POINTER (row)) || (column < TRINH_SHEET_MAX_COLUMNS && sheet->columns[column]));
}
