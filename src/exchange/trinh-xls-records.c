/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The library that reads old spreadsheets does not tell what they hide, nor what their formulas came to: both are looked
 * up in the file. A file that is not as expected has no records. */

#include "config.h"

#include "trinh-xls-records-private.h"

#define MAX_ROWS 65536
#define MAX_CELLS (2 * MAX_ROWS * 256)

typedef struct
{
  guint32 offset;
  gboolean hidden;
} Sheet;

struct _TrinhXlsRecords
{
  GByteArray *stream;
  GArray *sheets;      /* of Sheet */
  TrinhXlsState state; /* of a file without a stream */
};

/* Whatever comes next */
static gboolean
read_record (TrinhXlsRecords *self,
             TrinhXlsRecord *record)
{
  const gsize at = record->at;

  if (at + 4 > self->stream->len)
    return FALSE;
  record->kind = _trinh_xls_get_16 (self->stream->data + at);
  record->length = _trinh_xls_get_16 (self->stream->data + at + 2);
  record->data = self->stream->data + at + 4;
  record->at = at + 4 + record->length;

  return record->at <= self->stream->len;
}

static void
find_sheets (TrinhXlsRecords *self)
{
  TrinhXlsRecord record = { 0 };
  gsize left = self->stream->len;

  while (_trinh_xls_records_next (self, &record, &left) && self->sheets->len < TRINH_WORKBOOK_MAX_SHEETS)
    if (record.kind == TRINH_XLS_SHEET && record.length >= 6)
      {
        Sheet sheet = { _trinh_xls_get_32 (record.data), (record.data[4] & 3) != 0 };

        g_array_append_val (self->sheets, sheet);
      }
}

TrinhXlsRecords *
_trinh_xls_records_new (GBytes *bytes)
{
  TrinhXlsRecords *self = g_new0 (TrinhXlsRecords, 1);

  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  self->stream = _trinh_xls_container_read (bytes, &self->state);
  find_sheets (self);

  return self;
}

void
_trinh_xls_records_free (TrinhXlsRecords *self)
{
  g_byte_array_unref (self->stream);
  g_array_unref (self->sheets);
  g_free (self);
}

gboolean
_trinh_xls_records_next (TrinhXlsRecords *self,
                         TrinhXlsRecord *record,
                         gsize *left)
{
  const gsize at = record->at;

  if (!read_record (self, record) || record->at - at > *left)
    return FALSE;
  *left -= record->at - at;

  return record->kind != 0 && record->kind != TRINH_XLS_END;
}

gsize
_trinh_xls_records_get_size (TrinhXlsRecords *self)
{
  return self->stream->len;
}

guint
_trinh_xls_records_get_n_sheets (TrinhXlsRecords *self)
{
  return self->sheets->len;
}

gsize
_trinh_xls_records_get_sheet (TrinhXlsRecords *self,
                              guint position)
{
  return g_array_index (self->sheets, Sheet, position).offset;
}

gboolean
_trinh_xls_records_is_hidden (TrinhXlsRecords *self,
                              guint position)
{
  return g_array_index (self->sheets, Sheet, position).hidden;
}

/* Texts in a cell are as long as they say. */
static gboolean
is_text_whole (const TrinhXlsRecord *record,
               guint version)
{
  const guint head = version == TRINH_XLS_VERSION ? 9 : 8;
  const gboolean wide = version == TRINH_XLS_VERSION && record->length >= head && (record->data[8] & 1) != 0;

  return record->length >= head && head + (wide ? 2 : 1) * _trinh_xls_get_16 (record->data + 6) <= record->length;
}

/* Rows and columns of a sheet, and what all of them come to */
static gboolean
is_extent_sound (const TrinhXlsRecord *record,
                 guint version,
                 gsize *n_cells)
{
  const gboolean long_rows = version == TRINH_XLS_VERSION;
  guint32 n_rows;

  if (record->length < (long_rows ? 12 : 8))
    return FALSE;
  n_rows = long_rows ? _trinh_xls_get_32 (record->data + 4) : _trinh_xls_get_16 (record->data + 2);
  *n_cells += (gsize) n_rows * _trinh_xls_get_16 (record->data + (long_rows ? 10 : 6));

  return n_rows <= MAX_ROWS && *n_cells <= MAX_CELLS;
}

static gboolean
is_sound (TrinhXlsRecords *self,
          const TrinhXlsRecord *record,
          guint version,
          gboolean extent,
          gsize *n_cells)
{
  switch (record->kind)
    {
    case TRINH_XLS_BEGIN:
      return record->length >= 2 && _trinh_xls_get_16 (record->data) == version;
    case TRINH_XLS_EXTENT:
      return !extent && is_extent_sound (record, version, n_cells);
    case TRINH_XLS_LABEL:
      return is_text_whole (record, version);
    case TRINH_XLS_TEXTS:
      return _trinh_xls_texts_are_whole (self, record);
    default:
      return TRUE;
    }
}

TrinhXlsState
_trinh_xls_records_get_state (TrinhXlsRecords *self)
{
  TrinhXlsRecord record = { 0 };
  gsize n_cells = 0;
  gboolean extent = FALSE;
  guint version;

  if (self->stream->len == 0)
    return self->state;
  if (!read_record (self, &record) || record.kind != TRINH_XLS_BEGIN || record.length < 2)
    return TRINH_XLS_STATE_DAMAGED;

  version = _trinh_xls_get_16 (record.data);
  while (read_record (self, &record))
    {
      if (record.kind == TRINH_XLS_LOCKED)
        return TRINH_XLS_STATE_LOCKED;
      if (!is_sound (self, &record, version, extent, &n_cells))
        return TRINH_XLS_STATE_DAMAGED;
      extent = record.kind == TRINH_XLS_EXTENT || (extent && record.kind != TRINH_XLS_BEGIN);
    }

  return TRINH_XLS_STATE_SOUND;
}
