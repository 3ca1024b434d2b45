/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The library that reads old spreadsheets does not tell what they hide: this looks it up in the file.
 * A file that is not as expected hides nothing. */

#include "config.h"

#include <string.h>

#include "trinh-xls-hidden-private.h"

#define SECTOR 512
#define HEAD_SECTORS 109
#define END_OF_CHAIN 0xfffffffa
#define ENTRY 128

enum
{
  RECORD_END = 0x000a,
  RECORD_COLUMNS = 0x007d,
  RECORD_SHEET = 0x0085,
  RECORD_ROW = 0x0208,
};

typedef struct
{
  guint32 offset;
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

static guint
get_16 (const guint8 *data)
{
  return data[0] | (guint) data[1] << 8;
}

static guint32
get_32 (const guint8 *data)
{
  return get_16 (data) | (guint32) get_16 (data + 2) << 16;
}

/* (nullable): the sector, wholly within the file */
static const guint8 *
get_sector (const guint8 *data,
            gsize size,
            guint32 number)
{
  const gsize at = ((gsize) number + 1) * SECTOR;

  return number < END_OF_CHAIN && at + SECTOR <= size ? data + at : NULL;
}

static guint32
get_next (const guint8 *data,
          gsize size,
          guint32 number)
{
  const guint32 table = number / (SECTOR / 4);
  const guint8 *sector = table < HEAD_SECTORS ? get_sector (data, size, get_32 (data + 0x4c + 4 * table)) : NULL;

  return sector != NULL ? get_32 (sector + 4 * (number % (SECTOR / 4))) : G_MAXUINT32;
}

static GByteArray *
read_chain (const guint8 *data,
            gsize size,
            guint32 number)
{
  GByteArray *stream = g_byte_array_new ();
  const guint8 *sector;

  /* A chain that bites its tail is no longer than the file. */
  while ((sector = get_sector (data, size, number)) != NULL && stream->len < size)
    {
      g_byte_array_append (stream, sector, SECTOR);
      number = get_next (data, size, number);
    }

  return stream;
}

/* What Excel writes is padded, so that its stream is never one of the small ones. */
static GByteArray *
read_workbook (const guint8 *data,
               gsize size)
{
  static const char name[] = "W\0o\0r\0k\0b\0o\0o\0k\0\0";
  g_autoptr (GByteArray) folder = read_chain (data, size, get_32 (data + 0x30));

  for (guint at = 0; at + ENTRY <= folder->len; at += ENTRY)
    if (memcmp (folder->data + at, name, sizeof name) == 0 && get_32 (folder->data + at + 120) >= 4096)
      return read_chain (data, size, get_32 (folder->data + at + 116));

  return g_byte_array_new ();
}

/* The record at @at; %FALSE behind the last whole one */
static gboolean
read_record (GByteArray *stream,
             gsize at,
             guint *kind,
             guint *length)
{
  if (at + 4 > stream->len)
    return FALSE;
  *kind = get_16 (stream->data + at);
  *length = get_16 (stream->data + at + 2);

  return *kind != 0 && at + 4 + *length <= stream->len;
}

static void
find_sheets (TrinhXlsHidden *self,
             GByteArray *stream)
{
  guint kind, length;

  for (gsize at = 0; read_record (stream, at, &kind, &length) && kind != RECORD_END && self->sheets->len < TRINH_WORKBOOK_MAX_SHEETS; at += 4 + length)
    if (kind == RECORD_SHEET && length >= 6)
      {
        Sheet *sheet = g_new0 (Sheet, 1);

        sheet->offset = get_32 (stream->data + at + 4);
        sheet->hidden = (stream->data[at + 8] & 3) != 0;
        sheet->rows = g_hash_table_new (NULL, NULL);
        g_ptr_array_add (self->sheets, sheet);
      }
}

static void
read_sheet (Sheet *sheet,
            GByteArray *stream)
{
  guint kind, length;

  for (gsize at = sheet->offset; read_record (stream, at, &kind, &length) && kind != RECORD_END; at += 4 + length)
    {
      const guint8 *record = stream->data + at + 4;

      if (kind == RECORD_ROW && length >= 14 && (get_16 (record + 12) & 0x20) != 0)
        g_hash_table_add (sheet->rows, GUINT_TO_POINTER (get_16 (record)));
      else if (kind == RECORD_COLUMNS && length >= 10 && (get_16 (record + 8) & 1) != 0)
        for (guint column = get_16 (record); column <= get_16 (record + 2) && column < TRINH_SHEET_MAX_COLUMNS; column++)
          sheet->columns[column] = TRUE;
    }
}

TrinhXlsHidden *
_trinh_xls_hidden_new (GBytes *bytes)
{
  TrinhXlsHidden *self = g_new0 (TrinhXlsHidden, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GByteArray) stream = NULL;

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (size < SECTOR || get_16 (data + 0x1e) != 9)
    return self;

  stream = read_workbook (data, size);
  find_sheets (self, stream);
  for (guint i = 0; i < self->sheets->len; i++)
    read_sheet (self->sheets->pdata[i], stream);

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
