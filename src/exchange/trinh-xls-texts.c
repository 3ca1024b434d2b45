/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Whether the texts that cells share are all there. [MS-XLS] 2.4.265 SST, 2.5.293 XLUnicodeRichExtendedString. */

#include "config.h"

#include "trinh-xls-records-private.h"

enum
{
  WIDE = 1 << 0,
  EXTENDED = 1 << 2,
  RICH = 1 << 3,
};

typedef struct
{
  TrinhXlsRecords *records;
  TrinhXlsRecord record;
  guint at; /* within the record */
} Reading;

/* On to the record that goes on where this one ends */
static gboolean
go_on (Reading *self)
{
  gsize left = G_MAXSIZE;

  self->at = 0;

  return _trinh_xls_records_next (self->records, &self->record, &left) && self->record.kind == TRINH_XLS_CONTINUED;
}

/* (nullable): @n bytes that stand together */
static const guint8 *
take (Reading *self,
      guint n)
{
  const guint8 *data = self->record.data + self->at;

  if (n > self->record.length - self->at)
    return NULL;
  self->at += n;

  return data;
}

/* Bytes that any number of records may hold */
static gboolean
skip (Reading *self,
      guint64 n)
{
  while (n > self->record.length - self->at)
    {
      n -= self->record.length - self->at;
      if (!go_on (self))
        return FALSE;
    }
  self->at += (guint) n;

  return TRUE;
}

/* Each record that goes on with letters says anew how wide they are. */
static gboolean
skip_letters (Reading *self,
              guint n,
              gboolean wide)
{
  while (n > 0)
    {
      const guint room = (self->record.length - self->at) / (wide ? 2 : 1);
      const guint8 *width;

      if (n <= room)
        return take (self, wide ? 2 * n : n) != NULL;
      n -= room;
      if (!go_on (self) || (width = take (self, 1)) == NULL)
        return FALSE;
      wide = (*width & WIDE) != 0;
    }

  return TRUE;
}

static gboolean
skip_text (Reading *self)
{
  const guint8 *head;
  const guint8 *runs = NULL;
  const guint8 *size = NULL;

  if (self->at == self->record.length && !go_on (self))
    return FALSE;
  head = take (self, 3);
  if (head == NULL || ((head[2] & RICH) != 0 && (runs = take (self, 2)) == NULL) || ((head[2] & EXTENDED) != 0 && (size = take (self, 4)) == NULL))
    return FALSE;

  return skip_letters (self, _trinh_xls_get_16 (head), (head[2] & WIDE) != 0) &&
         skip (self, 4 * (guint64) (runs != NULL ? _trinh_xls_get_16 (runs) : 0) + (size != NULL ? _trinh_xls_get_32 (size) : 0));
}

gboolean
_trinh_xls_texts_are_whole (TrinhXlsRecords *records,
                            const TrinhXlsRecord *record)
{
  Reading self = { records, *record, 0 };
  const guint8 *head = take (&self, 8);
  const guint32 n = head != NULL ? _trinh_xls_get_32 (head + 4) : 0;

  for (guint32 i = 0; i < n; i++)
    if (!skip_text (&self))
      return FALSE;

  return head != NULL;
}
