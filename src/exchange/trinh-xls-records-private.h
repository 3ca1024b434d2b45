/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-workbook-private.h"

G_BEGIN_DECLS

/* The records of an .xls file, and where its sheets begin */
typedef struct _TrinhXlsRecords TrinhXlsRecords;

#define TRINH_XLS_VERSION 0x0600 /* of all from Excel 97 on */

typedef enum
{
  TRINH_XLS_FORMULA = 0x0006,
  TRINH_XLS_END = 0x000a,
  TRINH_XLS_SINCE_1904 = 0x0022,
  TRINH_XLS_LOCKED = 0x002f,
  TRINH_XLS_CONTINUED = 0x003c,
  TRINH_XLS_COLUMNS = 0x007d,
  TRINH_XLS_SHEET = 0x0085,
  TRINH_XLS_CELL_FORMAT = 0x00e0,
  TRINH_XLS_TEXTS = 0x00fc,
  TRINH_XLS_EXTENT = 0x0200,
  TRINH_XLS_LABEL = 0x0204,
  TRINH_XLS_TEXT = 0x0207,
  TRINH_XLS_ROW = 0x0208,
  TRINH_XLS_ARRAY = 0x0221,
  TRINH_XLS_TABLE = 0x0236,
  TRINH_XLS_NUMBER_FORMAT = 0x041e,
  TRINH_XLS_SHARED = 0x04bc,
  TRINH_XLS_BEGIN = 0x0809,
} TrinhXlsKind;

typedef enum
{
  TRINH_XLS_STATE_SOUND,
  TRINH_XLS_STATE_DAMAGED,
  TRINH_XLS_STATE_LOCKED,  /* with a password */
  TRINH_XLS_STATE_FOREIGN, /* no spreadsheet */
} TrinhXlsState;

/* @data: borrowed, @length bytes; @at: where the next one begins */
typedef struct
{
  guint kind;
  guint length;
  const guint8 *data;
  gsize at;
} TrinhXlsRecord;

/* Without records where the file is not as expected */
TrinhXlsRecords *_trinh_xls_records_new (GBytes *bytes);
void _trinh_xls_records_free (TrinhXlsRecords *self);
/* The whole record at @record->at, but the end of a part; %FALSE behind the last one. @left: bytes that may still be gone
 * through: sheets do not overlap, so that all of them together are no longer than the file is. */
gboolean _trinh_xls_records_next (TrinhXlsRecords *self,
                                  TrinhXlsRecord *record,
                                  gsize *left);
/* The library writes beyond what it has set aside for a file that is not sound: it must not get it. */
TrinhXlsState _trinh_xls_records_get_state (TrinhXlsRecords *self);
gsize _trinh_xls_records_get_size (TrinhXlsRecords *self);
guint _trinh_xls_records_get_n_sheets (TrinhXlsRecords *self);
/* Where the records of a sheet begin */
gsize _trinh_xls_records_get_sheet (TrinhXlsRecords *self,
                                    guint position);
gboolean _trinh_xls_records_is_hidden (TrinhXlsRecords *self,
                                       guint position);

/* (transfer full): the stream of the workbook, an empty one where there is none; @state says why then */
GByteArray *_trinh_xls_container_read (GBytes *bytes,
                                       TrinhXlsState *state);
/* Of the record with the texts that cells share, and of those behind it */
gboolean _trinh_xls_texts_are_whole (TrinhXlsRecords *records,
                                     const TrinhXlsRecord *record);

static inline guint
_trinh_xls_get_16 (const guint8 *data)
{
  return data[0] | (guint) data[1] << 8;
}

static inline guint32
_trinh_xls_get_32 (const guint8 *data)
{
  return _trinh_xls_get_16 (data) | (guint32) _trinh_xls_get_16 (data + 2) << 16;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhXlsRecords, _trinh_xls_records_free)

G_END_DECLS
