/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The stream of a workbook in the sectors of an .xls file: [MS-CFB] */

#include "config.h"

#include <string.h>

#include "trinh-xls-records-private.h"

#define HEAD 512
#define HEAD_SECTORS 109
#define END_OF_CHAIN 0xfffffffa
#define ENTRY 128
#define SMALL 4096
#define SMALL_SECTOR 64

typedef struct
{
  const guint8 *data;
  gsize size;
  guint sector;   /* bytes of each */
  GArray *tables; /* numbers of the sectors that say which sector comes next */
} File;

/* (nullable): the sector, wholly within the file */
static const guint8 *
get_sector (const File *file,
            guint32 number)
{
  const gsize at = ((gsize) number + 1) * file->sector;

  return number < END_OF_CHAIN && at + file->sector <= file->size ? file->data + at : NULL;
}

static void
add_tables (File *file,
            const guint8 *numbers,
            guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const guint32 number = _trinh_xls_get_32 (numbers + 4 * i);

      g_array_append_val (file->tables, number);
    }
}

/* The first of them stand in the head, those of a large file in a chain of their own, which is no longer than the file. */
static void
find_tables (File *file)
{
  const guint8 *sector;
  guint32 number = _trinh_xls_get_32 (file->data + 0x44);

  add_tables (file, file->data + 0x4c, HEAD_SECTORS);
  while ((sector = get_sector (file, number)) != NULL && file->tables->len < file->size / file->sector)
    {
      add_tables (file, sector, file->sector / 4 - 1);
      number = _trinh_xls_get_32 (sector + file->sector - 4);
    }
}

static guint32
get_next (const File *file,
          guint32 number)
{
  const guint32 per_sector = file->sector / 4;
  const guint32 table = number / per_sector;
  const guint8 *sector = table < file->tables->len ? get_sector (file, g_array_index (file->tables, guint32, table)) : NULL;

  return sector != NULL ? _trinh_xls_get_32 (sector + 4 * (number % per_sector)) : G_MAXUINT32;
}

static GByteArray *
read_chain (const File *file,
            guint32 number,
            gsize size)
{
  GByteArray *stream = g_byte_array_new ();
  const guint8 *sector;

  /* A chain that bites its tail is no longer than the file. */
  while ((sector = get_sector (file, number)) != NULL && stream->len < MIN (size, file->size))
    {
      g_byte_array_append (stream, sector, file->sector);
      number = get_next (file, number);
    }

  return stream;
}

/* What is small lies in a stream of the folder's first entry, which has sectors of its own. */
static GByteArray *
read_small (const File *file,
            const GByteArray *folder,
            guint32 number,
            gsize size)
{
  g_autoptr (GByteArray) room = read_chain (file, _trinh_xls_get_32 (folder->data + 116), _trinh_xls_get_32 (folder->data + 120));
  g_autoptr (GByteArray) table = read_chain (file, _trinh_xls_get_32 (file->data + 0x3c), file->size);
  GByteArray *stream = g_byte_array_new ();

  while (number < room->len / SMALL_SECTOR && stream->len < size)
    {
      g_byte_array_append (stream, room->data + number * SMALL_SECTOR, SMALL_SECTOR);
      number = number < table->len / 4 ? _trinh_xls_get_32 (table->data + 4 * number) : G_MAXUINT32;
    }

  return stream;
}

/* "Workbook", or "Book" as Excel 95 calls it */
static gboolean
is_workbook (const guint8 *entry)
{
  static const char name[] = "W\0o\0r\0k\0b\0o\0o\0k\0\0";
  static const char old_name[] = "B\0o\0o\0k\0\0";

  return memcmp (entry, name, sizeof name) == 0 || memcmp (entry, old_name, sizeof old_name) == 0;
}

static GByteArray *
read_workbook (const File *file,
               TrinhXlsState *state)
{
  g_autoptr (GByteArray) folder = read_chain (file, _trinh_xls_get_32 (file->data + 0x30), file->size);

  for (guint at = 0; at + ENTRY <= folder->len; at += ENTRY)
    if (is_workbook (folder->data + at))
      {
        const guint32 number = _trinh_xls_get_32 (folder->data + at + 116);
        const guint32 size = _trinh_xls_get_32 (folder->data + at + 120);

        return size < SMALL ? read_small (file, folder, number, size) : read_chain (file, number, size);
      }
  *state = TRINH_XLS_STATE_FOREIGN;

  return g_byte_array_new ();
}

GByteArray *
_trinh_xls_container_read (GBytes *bytes,
                           TrinhXlsState *state)
{
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (guint32));
  File file = { .tables = tables };

  *state = TRINH_XLS_STATE_DAMAGED;
  file.data = g_bytes_get_data (bytes, &file.size);
  if (file.size < HEAD || _trinh_xls_get_32 (file.data + 0x38) != SMALL)
    return g_byte_array_new ();

  file.sector = 1u << MIN (_trinh_xls_get_16 (file.data + 0x1e), 16);
  if (file.sector != 512 && file.sector != 4096)
    return g_byte_array_new ();

  find_tables (&file);

  return read_workbook (&file, state);
}
