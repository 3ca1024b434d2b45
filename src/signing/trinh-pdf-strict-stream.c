/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Cross-references in a stream, and the streams of objects that only those know. */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "trinh-pdf-strict-private.h"

/* Bytes of a number in a row */
#define WIDEST 7

/* An object in a stream of objects, and its place there */
typedef struct
{
  gint64 id;
  gint64 holder;
  gint64 index;
} Packed;

static gint64
take_number (const guchar **place,
             int width)
{
  gint64 number = 0;

  for (int i = 0; i < width; i++)
    number = number << 8 | *(*place)++;
  return number;
}

/* @kind: 0: free, which only the head of the list of free numbers is; 1: at @one, of the generation @other; 2: in the stream
 * @one, as the one of that number from 0 */
static gboolean
add_row (TrinhPdfReader *self,
         GArray *packed,
         gint64 id,
         gint64 kind,
         gint64 one,
         gint64 other)
{
  const Packed row = { id, one, other };

  if (kind == 0)
    return id == 0;
  if (kind == 1)
    return trinh_pdf_reader_add (self, id, other, one);
  g_array_append_val (packed, row);
  return kind == 2 && packed->len <= TRINH_PDF_MOST_FIELDS && trinh_pdf_reader_add_packed (self, id);
}

static gboolean
add_rows (TrinhPdfReader *self,
          GArray *packed,
          const guchar *place,
          const int widths[3],
          gint64 first,
          gint64 n)
{
  for (gint64 i = 0; i < n; i++)
    {
      const gint64 kind = widths[0] > 0 ? take_number (&place, widths[0]) : 1;
      const gint64 one = take_number (&place, widths[1]);
      const gint64 other = take_number (&place, widths[2]);

      if (!add_row (self, packed, first + i, kind, one, other))
        return FALSE;
    }
  return TRUE;
}

static gint64
get_number (TrinhPdfSource *source,
            qpdf_oh stream,
            const char *key)
{
  qpdf_oh number = trinh_pdf_source_get (source, stream, key);

  return qpdf_oh_is_integer (source->qpdf, number) ? qpdf_oh_get_int_value (source->qpdf, number) : -1;
}

static guint
count_packed (GArray *packed,
              gint64 holder)
{
  guint n = 0;

  for (guint i = 0; i < packed->len; i++)
    n += g_array_index (packed, Packed, i).holder == holder;
  return n;
}

/* The number of each object that a stream holds, in their order. (transfer full) (nullable) (element-type gint64) */
static GArray *
list_held (TrinhPdfSource *source,
           qpdf_oh stream)
{
  g_autoptr (GBytes) bytes = trinh_pdf_source_dup_stream (source, stream, TRUE);
  const gint64 n = get_number (source, stream, "/N");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TrinhPdfScan scan = { 0 };

  if (bytes == NULL)
    return NULL;
  scan.data = g_bytes_get_data (bytes, &scan.end);
  for (gint64 i = 0; i < n; i++)
    {
      gint64 id, place;

      trinh_pdf_scan_spaces (&scan);
      if (!trinh_pdf_scan_number (&scan, 0, &id))
        return NULL;
      trinh_pdf_scan_spaces (&scan);
      if (!trinh_pdf_scan_number (&scan, 0, &place))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* A stream of this update that holds what the rows name and nothing else */
static gboolean
check_holder (TrinhPdfReader *self,
              GArray *packed,
              gint64 holder)
{
  const gpointer number = GINT_TO_POINTER ((int) holder);
  qpdf_oh stream = trinh_pdf_reader_get (self->whole, holder, 0);
  g_autofree char *type = trinh_pdf_source_dup_name (self->whole, trinh_pdf_source_get (self->whole, stream, "/Type"));
  g_autoptr (GArray) ids = NULL;

  if (GPOINTER_TO_INT (g_hash_table_lookup (self->own, number)) == TRINH_PDF_TAKEN)
    return TRUE;
  if (GPOINTER_TO_INT (g_hash_table_lookup (self->own, number)) != 1 || !g_str_equal (type, "ObjStm") || !qpdf_oh_is_stream (self->whole->qpdf, stream) ||
      qpdf_oh_has_key (self->whole->qpdf, qpdf_oh_get_dict (self->whole->qpdf, stream), "/Extends"))
    return FALSE;
  ids = list_held (self->whole, stream);
  if (ids == NULL || ids->len != count_packed (packed, holder))
    return FALSE;
  for (guint i = 0; i < packed->len; i++)
    {
      const Packed *row = &g_array_index (packed, Packed, i);

      if (row->holder == holder && (row->index >= ids->len || g_array_index (ids, gint64, row->index) != row->id))
        return FALSE;
    }
  g_hash_table_insert (self->own, number, GINT_TO_POINTER (TRINH_PDF_TAKEN));
  return TRUE;
}

static gboolean
check_holders (TrinhPdfReader *self,
               GArray *packed)
{
  for (guint i = 0; i < packed->len; i++)
    {
      const gint64 holder = g_array_index (packed, Packed, i).holder;

      if (holder < 1 || holder > TRINH_PDF_MOST_OBJECTS || !check_holder (self, packed, holder))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_widths (GHashTable *members,
             int widths[3])
{
  const char *text = g_hash_table_lookup (members, "W");

  if (text == NULL || sscanf (text, "[%d %d %d", &widths[0], &widths[1], &widths[2]) != 3)
    return FALSE;
  return widths[0] >= 0 && widths[0] <= 1 && widths[1] >= 1 && widths[1] <= WIDEST && widths[2] >= 0 && widths[2] <= WIDEST;
}

/* "[ 4 2 9 1 ]": which objects the rows are of */
static gboolean
add_ranges (TrinhPdfReader *self,
            GArray *packed,
            GHashTable *members,
            GBytes *rows,
            const int widths[3])
{
  const char *ranges = g_hash_table_lookup (members, "Index");
  const gsize width = (gsize) widths[0] + (gsize) widths[1] + (gsize) widths[2];
  gsize length, place = 0;
  const guchar *data = g_bytes_get_data (rows, &length);
  TrinhPdfScan scan = { ranges, 0, ranges != NULL ? strlen (ranges) : 0 };
  gint64 first, n;

  if (ranges == NULL || !trinh_pdf_scan_word (&scan, "["))
    return FALSE;
  trinh_pdf_scan_spaces (&scan);
  while (trinh_pdf_scan_number (&scan, 0, &first))
    {
      trinh_pdf_scan_spaces (&scan);
      if (!trinh_pdf_scan_number (&scan, 0, &n) || (gsize) n > (length - place) / width || !add_rows (self, packed, data + place, widths, first, n))
        return FALSE;
      place += (gsize) n * width;
      trinh_pdf_scan_spaces (&scan);
    }
  return place == length && trinh_pdf_scan_word (&scan, "]") && scan.place == scan.end;
}

/* Its bytes are as long as it says, and behind them the object ends. */
static gboolean
skip_stream (TrinhPdfScan *scan,
             GHashTable *members)
{
  const char *text = g_hash_table_lookup (members, "Length");
  TrinhPdfScan number = { text, 0, text != NULL ? strlen (text) : 0 };
  gint64 length;

  if (text == NULL || !trinh_pdf_scan_number (&number, 0, &length) || number.place != number.end)
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  if (!trinh_pdf_scan_word (scan, "stream") || !(trinh_pdf_scan_word (scan, "\r\n") || trinh_pdf_scan_word (scan, "\n")) || (gsize) length > scan->end - scan->place)
    return FALSE;
  scan->place += (gsize) length;
  trinh_pdf_scan_spaces (scan);
  if (!trinh_pdf_scan_word (scan, "endstream"))
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  return trinh_pdf_scan_word (scan, "endobj");
}

gboolean
trinh_pdf_reader_read_stream (TrinhPdfReader *self,
                              TrinhPdfScan *scan)
{
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GBytes) rows = NULL;
  g_autoptr (GArray) packed = g_array_new (FALSE, FALSE, sizeof (Packed));
  int widths[3];
  gint64 id;

  if (!trinh_pdf_scan_number (scan, 0, &id) || id > TRINH_PDF_MOST_OBJECTS || !trinh_pdf_scan_word (scan, " 0 obj"))
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  members = trinh_pdf_scan_members (scan);
  if (members == NULL || g_strcmp0 (g_hash_table_lookup (members, "Type"), "/XRef") != 0 || !read_widths (members, widths) || !skip_stream (scan, members))
    return FALSE;
  rows = trinh_pdf_source_dup_stream (self->whole, trinh_pdf_reader_get (self->whole, id, 0), TRUE);
  if (rows == NULL || !add_ranges (self, packed, members, rows, widths) || !g_hash_table_contains (self->heads, GSIZE_TO_POINTER (self->section)) || !check_holders (self, packed) ||
      !trinh_pdf_reader_check_trailer (self, members) || !trinh_pdf_reader_ends_section (self, scan))
    return FALSE;
  g_hash_table_insert (self->own, GINT_TO_POINTER ((int) id), GINT_TO_POINTER (TRINH_PDF_TAKEN));
  return TRUE;
}
