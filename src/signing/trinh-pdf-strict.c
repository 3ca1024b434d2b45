/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "trinh-pdf-scan.h"
#include "trinh-pdf-strict.h"

#define LARGEST_GENERATION 65535
/* Bytes of a number in a cross-reference stream */
#define WIDEST 7

/* What a number stands for that an update gave to its own cross-references: nobody writes it anew */
#define TAKEN (LARGEST_GENERATION + 2)

typedef struct
{
  TrinhPdfSource *before;
  TrinhPdfSource *whole;
  const char *data;
  gsize length;
  gsize begin;       /* where the update's own bytes begin */
  gsize section;     /* where its cross-references do */
  gsize word;        /* where "startxref" stands behind them */
  gint64 previous;   /* where the cross-references before it are */
  gint64 size;       /* as the trailer before it says */
  GHashTable *known; /* number → generation + 1: objects of earlier updates */
  GHashTable *own;   /* the same: of this update */
  GHashTable *heads; /* where they begin */
} Reader;

static qpdf_oh
get_object (TrinhPdfSource *source,
            gint64 id,
            gint64 generation)
{
  return qpdf_get_object_by_id (source->qpdf, (int) id, (int) generation);
}

/* A new object is of generation 0, another state of one that is there of the same as before. */
static gboolean
is_generation_of (Reader *self,
                  gint64 id,
                  gint64 generation)
{
  const gpointer known = g_hash_table_lookup (self->known, GINT_TO_POINTER ((int) id));

  if (known != NULL)
    return GPOINTER_TO_INT (known) == generation + 1;
  if (id >= self->before->next_id)
    return generation == 0;
  return generation < LARGEST_GENERATION && !qpdf_oh_is_null (self->before->qpdf, get_object (self->before, id, generation));
}

static gboolean
begins_there (Reader *self,
              gint64 id,
              gint64 generation,
              gsize place)
{
  g_autofree char *head = g_strdup_printf ("%d %d obj", (int) id, (int) generation);
  TrinhPdfScan scan = { self->data, place, self->word };

  return (place == self->begin || trinh_pdf_is_space (self->data[place - 1])) && trinh_pdf_scan_word (&scan, head) &&
         !g_ascii_isalnum (self->data[scan.place]);
}

static gboolean
add_entry (Reader *self,
           gint64 id,
           gint64 generation,
           gint64 offset)
{
  if (id < 1 || id > TRINH_PDF_MOST_OBJECTS || generation > LARGEST_GENERATION || offset < (gint64) self->begin || offset > (gint64) self->section)
    return FALSE;
  return is_generation_of (self, id, generation) && begins_there (self, id, generation, (gsize) offset) &&
         g_hash_table_insert (self->own, GINT_TO_POINTER ((int) id), GINT_TO_POINTER ((int) generation + 1)) &&
         g_hash_table_add (self->heads, GSIZE_TO_POINTER ((gsize) offset));
}

/* The head of the list of free numbers is no object, and there is no other free one. */
static gboolean
is_free_head (gint64 id,
              gint64 generation,
              gint64 next)
{
  return id == 0 && next == 0 && generation == LARGEST_GENERATION;
}

/* Twenty bytes (ISO 32000-1, 7.5.4) */
static gboolean
read_row (Reader *self,
          TrinhPdfScan *scan,
          gint64 id)
{
  gint64 offset, generation;
  gboolean used;

  if (!trinh_pdf_scan_number (scan, 10, &offset) || !trinh_pdf_scan_word (scan, " ") || !trinh_pdf_scan_number (scan, 5, &generation))
    return FALSE;
  used = trinh_pdf_scan_word (scan, " n");
  if (!used && !trinh_pdf_scan_word (scan, " f"))
    return FALSE;
  if (!trinh_pdf_scan_word (scan, " \n") && !trinh_pdf_scan_word (scan, "\r\n") && !trinh_pdf_scan_word (scan, " \r"))
    return FALSE;
  return used ? add_entry (self, id, generation, offset) : is_free_head (id, generation, offset);
}

static gboolean
read_rows (Reader *self,
           TrinhPdfScan *scan)
{
  gint64 first, n;

  while (trinh_pdf_scan_number (scan, 0, &first))
    {
      if (!trinh_pdf_scan_word (scan, " ") || !trinh_pdf_scan_number (scan, 0, &n) || !trinh_pdf_scan_line_end (scan) || n < 1)
        return FALSE;
      for (gint64 i = 0; i < n; i++)
        if (!read_row (self, scan, first + i))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_number (GHashTable *members,
           const char *name,
           gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strcmp0 (g_hash_table_lookup (members, name), text) == 0;
}

static gboolean
is_same_root (Reader *self,
              GHashTable *members)
{
  qpdf_oh root = trinh_pdf_source_get_root (self->before);
  const char *text = g_hash_table_lookup (members, "Root");
  int id = 0, generation = 0;

  return text != NULL && sscanf (text, "%d %d R", &id, &generation) == 2 && id == qpdf_oh_get_object_id (self->before->qpdf, root) &&
         generation == qpdf_oh_get_generation (self->before->qpdf, root);
}

static gint64
find_size (Reader *self)
{
  gint64 size = self->size;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    size = MAX (size, (gint64) GPOINTER_TO_INT (id) + 1);
  return size;
}

/* Its size is one more than the highest number, and what it goes on from is what came last before it. */
static gboolean
check_trailer (Reader *self,
               GHashTable *members)
{
  const gint64 size = find_size (self);

  if (!is_number (members, "Size", size) || !is_number (members, "Prev", self->previous) || !is_same_root (self, members) ||
      g_hash_table_contains (members, "XRefStm") || g_hash_table_contains (members, "Encrypt"))
    return FALSE;
  self->size = size;
  return TRUE;
}

/* Nothing but spaces, and a comment with the program's name as some write it */
static gboolean
ends_section (Reader *self,
              TrinhPdfScan *scan)
{
  trinh_pdf_scan_spaces (scan);
  while (scan->place < self->word && self->data[scan->place] == '%')
    {
      while (scan->place < self->word && self->data[scan->place] != '\n' && self->data[scan->place] != '\r')
        scan->place++;
      trinh_pdf_scan_spaces (scan);
    }
  return scan->place == self->word;
}

static gboolean
read_table (Reader *self,
            TrinhPdfScan *scan)
{
  g_autoptr (GHashTable) members = NULL;

  if (!trinh_pdf_scan_line_end (scan) || !read_rows (self, scan) || !trinh_pdf_scan_word (scan, "trailer"))
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  members = trinh_pdf_scan_members (scan);
  return members != NULL && check_trailer (self, members) && ends_section (self, scan);
}

/* (transfer full) (nullable) */
static GBytes *
dup_rows (TrinhPdfSource *source,
          qpdf_oh stream)
{
  unsigned char *data = NULL;
  QPDF_BOOL filtered = QPDF_FALSE;
  GBytes *bytes = NULL;
  size_t length = 0;

  if (!qpdf_oh_is_stream (source->qpdf, stream))
    return NULL;
  if ((qpdf_oh_get_stream_data (source->qpdf, stream, qpdf_dl_generalized, &filtered, &data, &length) & QPDF_ERRORS) == 0 && filtered)
    bytes = g_bytes_new (data, length);
  qpdf_oh_free_buffer (&data);
  return bytes;
}

static gint64
take_number (const guchar **place,
             int width)
{
  gint64 number = 0;

  for (int i = 0; i < width; i++)
    number = number << 8 | *(*place)++;
  return number;
}

/* An object in a stream of objects is none that we read. */
static gboolean
add_rows (Reader *self,
          const guchar *place,
          const int widths[3],
          gint64 first,
          gint64 n)
{
  for (gint64 i = 0; i < n; i++)
    {
      const gint64 kind = widths[0] > 0 ? take_number (&place, widths[0]) : 1;
      const gint64 offset = take_number (&place, widths[1]);
      const gint64 generation = take_number (&place, widths[2]);

      if (kind == 0 ? first + i != 0 : kind != 1 || !add_entry (self, first + i, generation, offset))
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
add_ranges (Reader *self,
            GHashTable *members,
            GBytes *rows,
            const int widths[3])
{
  const char *ranges = g_hash_table_lookup (members, "Index");
  const gsize width = (gsize) (widths[0] + widths[1] + widths[2]);
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
      if (!trinh_pdf_scan_number (&scan, 0, &n) || (gsize) n > (length - place) / width || !add_rows (self, data + place, widths, first, n))
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

/* 7.5.8; its rows name the stream itself, too. */
static gboolean
read_stream (Reader *self,
             TrinhPdfScan *scan)
{
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GBytes) rows = NULL;
  int widths[3];
  gint64 id;

  if (!trinh_pdf_scan_number (scan, 0, &id) || id > TRINH_PDF_MOST_OBJECTS || !trinh_pdf_scan_word (scan, " 0 obj"))
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  members = trinh_pdf_scan_members (scan);
  if (members == NULL || g_strcmp0 (g_hash_table_lookup (members, "Type"), "/XRef") != 0 || !read_widths (members, widths) || !skip_stream (scan, members))
    return FALSE;
  rows = dup_rows (self->whole, get_object (self->whole, id, 0));
  if (rows == NULL || !add_ranges (self, members, rows, widths) || !g_hash_table_contains (self->heads, GSIZE_TO_POINTER (self->section)) ||
      !check_trailer (self, members) || !ends_section (self, scan))
    return FALSE;
  g_hash_table_insert (self->own, GINT_TO_POINTER ((int) id), GINT_TO_POINTER (TAKEN));
  return TRUE;
}

static guint
count_words (Reader *self,
             const char *word)
{
  const char *place = self->data + self->begin;
  const char *end = self->data + self->word;
  guint n = 0;

  while ((place = memmem (place, (gsize) (end - place), word, strlen (word))) != NULL)
    {
      place += strlen (word);
      n++;
    }
  return n;
}

/* A reader that looks for objects by itself takes the last one of each number, wherever it stands. */
static gboolean
has_hidden_object (Reader *self)
{
  const char *place = self->data + self->begin;
  const char *end = self->data + self->word;
  gsize head;

  while ((place = memmem (place, (gsize) (end - place), "obj", strlen ("obj"))) != NULL)
    {
      if (trinh_pdf_find_head (self->data, self->begin, (gsize) (place - self->data), &head) && !g_hash_table_contains (self->heads, GSIZE_TO_POINTER (head)))
        return TRUE;
      place += strlen ("obj");
    }
  return FALSE;
}

/* Streams of objects hold others, and those of cross-references say where others are: to a reader that looks for them. */
static gboolean
has_holder (Reader *self)
{
  GHashTableIter iter;
  gpointer id, generation;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, &generation))
    {
      qpdf_oh object = get_object (self->whole, GPOINTER_TO_INT (id), GPOINTER_TO_INT (generation) - 1);
      g_autofree char *type = NULL;

      if (GPOINTER_TO_INT (generation) == TAKEN)
        continue;
      type = trinh_pdf_source_dup_name (self->whole, trinh_pdf_source_get (self->whole, object, "/Type"));
      if (g_str_equal (type, "ObjStm") || g_str_equal (type, "XRef"))
        return TRUE;
    }
  return FALSE;
}

static void
remember (Reader *self)
{
  GHashTableIter iter;
  gpointer id, generation;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, &generation))
    g_hash_table_insert (self->known, id, generation);
  g_hash_table_remove_all (self->own);
  g_hash_table_remove_all (self->heads);
}

static gboolean
read_section (Reader *self)
{
  TrinhPdfScan scan = { self->data, self->section, self->word };
  const gboolean is_table = trinh_pdf_scan_word (&scan, "xref");

  if (!(is_table ? read_table (self, &scan) : read_stream (self, &scan)))
    return FALSE;
  return count_words (self, "trailer") == (is_table ? 1 : 0) && !has_hidden_object (self) && !has_holder (self);
}

/* From @begin to the spaces behind "%%EOF" */
static gboolean
read_update (Reader *self)
{
  const char *word = memmem (self->data + self->begin, self->length - self->begin, "startxref", strlen ("startxref"));
  TrinhPdfScan scan = { self->data, word != NULL ? (gsize) (word - self->data) : self->length, self->length };
  gint64 section;

  self->word = scan.place;
  if (!trinh_pdf_scan_word (&scan, "startxref") || !trinh_pdf_scan_line_end (&scan) || !trinh_pdf_scan_number (&scan, 0, &section) ||
      !trinh_pdf_scan_line_end (&scan) || !trinh_pdf_scan_word (&scan, "%%EOF"))
    return FALSE;
  if (scan.place < self->length && !trinh_pdf_is_space (self->data[scan.place]))
    return FALSE;
  if (section < (gint64) self->begin || section >= (gint64) self->word)
    return FALSE;
  self->section = (gsize) section;
  if (!read_section (self))
    return FALSE;
  trinh_pdf_scan_spaces (&scan);
  self->previous = section;
  self->begin = scan.place;
  return TRUE;
}

static gboolean
read_updates (Reader *self)
{
  while (self->begin < self->length)
    {
      if (!read_update (self))
        return FALSE;
      remember (self);
    }
  return self->previous == self->whole->startxref;
}

gboolean
trinh_pdf_is_strict (TrinhPdfSource *before,
                     TrinhPdfSource *whole)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);
  Reader self = { .before = before, .whole = whole, .known = known, .own = own, .heads = heads };
  TrinhPdfScan scan;

  self.data = g_bytes_get_data (whole->bytes, &self.length);
  scan = (TrinhPdfScan) { self.data, g_bytes_get_size (before->bytes), self.length };
  trinh_pdf_scan_spaces (&scan);
  self.begin = scan.place;
  self.previous = before->startxref;
  self.size = before->next_id;
  return read_updates (&self);
}

gsize
trinh_pdf_count_after (TrinhPdfSource *source,
                       gsize end)
{
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);

  while (length > end && trinh_pdf_is_space (data[length - 1]))
    length--;
  return length > end ? length - end : 0;
}
