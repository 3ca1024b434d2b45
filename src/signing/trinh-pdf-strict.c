/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "trinh-pdf-strict-private.h"
#include "trinh-pdf-strict.h"

qpdf_oh
trinh_pdf_reader_get (TrinhPdfSource *source,
                      gint64 id,
                      gint64 generation)
{
  return qpdf_get_object_by_id (source->qpdf, (int) id, (int) generation);
}

/* A new object is of generation 0, another state of one that is there of the same as before. */
static gboolean
is_generation_of (TrinhPdfReader *self,
                  gint64 id,
                  gint64 generation)
{
  const gpointer known = g_hash_table_lookup (self->known, GINT_TO_POINTER ((int) id));

  if (known != NULL)
    return GPOINTER_TO_INT (known) == generation + 1;
  if (id >= self->before->next_id)
    return generation == 0;
  return generation < TRINH_PDF_LARGEST_GENERATION && !qpdf_oh_is_null (self->before->qpdf, trinh_pdf_reader_get (self->before, id, generation));
}

static gboolean
begins_there (TrinhPdfReader *self,
              gint64 id,
              gint64 generation,
              gsize place)
{
  g_autofree char *head = g_strdup_printf ("%d %d obj", (int) id, (int) generation);
  TrinhPdfScan scan = { self->data, place, self->word };

  return (place == self->begin || trinh_pdf_is_space (self->data[place - 1])) && trinh_pdf_scan_word (&scan, head) &&
         !g_ascii_isalnum (self->data[scan.place]);
}

gboolean
trinh_pdf_reader_add (TrinhPdfReader *self,
                      gint64 id,
                      gint64 generation,
                      gint64 offset)
{
  if (id < 1 || id > TRINH_PDF_MOST_OBJECTS || generation > TRINH_PDF_LARGEST_GENERATION || offset < (gint64) self->begin || offset > (gint64) self->section)
    return FALSE;
  return is_generation_of (self, id, generation) && begins_there (self, id, generation, (gsize) offset) &&
         g_hash_table_insert (self->own, GINT_TO_POINTER ((int) id), GINT_TO_POINTER ((int) generation + 1)) &&
         g_hash_table_add (self->heads, GSIZE_TO_POINTER ((gsize) offset));
}

gboolean
trinh_pdf_reader_add_packed (TrinhPdfReader *self,
                             gint64 id)
{
  return id >= 1 && id <= TRINH_PDF_MOST_OBJECTS && is_generation_of (self, id, 0) && g_hash_table_insert (self->own, GINT_TO_POINTER ((int) id), GINT_TO_POINTER (1));
}

/* The head of the list of free numbers is no object, and there is no other free one. */
static gboolean
is_free_head (gint64 id,
              gint64 generation,
              gint64 next)
{
  return id == 0 && next == 0 && generation == TRINH_PDF_LARGEST_GENERATION;
}

/* Twenty bytes (ISO 32000-1, 7.5.4) */
static gboolean
read_row (TrinhPdfReader *self,
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
  return used ? trinh_pdf_reader_add (self, id, generation, offset) : is_free_head (id, generation, offset);
}

static gboolean
read_rows (TrinhPdfReader *self,
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
is_same_root (TrinhPdfReader *self,
              GHashTable *members)
{
  qpdf_oh root = trinh_pdf_source_get_root (self->before);
  const char *text = g_hash_table_lookup (members, "Root");
  int id = 0, generation = 0;

  return text != NULL && sscanf (text, "%d %d R", &id, &generation) == 2 && id == qpdf_oh_get_object_id (self->before->qpdf, root) &&
         generation == qpdf_oh_get_generation (self->before->qpdf, root);
}

static gint64
find_size (TrinhPdfReader *self)
{
  gint64 size = self->size;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    size = MAX (size, (gint64) GPOINTER_TO_INT (id) + 1);
  return size;
}

gboolean
trinh_pdf_reader_check_trailer (TrinhPdfReader *self,
                                GHashTable *members)
{
  const gint64 size = find_size (self);

  if (!is_number (members, "Size", size) || !is_number (members, "Prev", self->previous) || !is_same_root (self, members) ||
      g_hash_table_contains (members, "XRefStm") || g_hash_table_contains (members, "Encrypt"))
    return FALSE;
  self->size = size;
  return TRUE;
}

gboolean
trinh_pdf_reader_ends_section (TrinhPdfReader *self,
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
read_table (TrinhPdfReader *self,
            TrinhPdfScan *scan)
{
  g_autoptr (GHashTable) members = NULL;

  if (!trinh_pdf_scan_line_end (scan) || !read_rows (self, scan) || !trinh_pdf_scan_word (scan, "trailer"))
    return FALSE;
  trinh_pdf_scan_spaces (scan);
  members = trinh_pdf_scan_members (scan);
  return members != NULL && trinh_pdf_reader_check_trailer (self, members) && trinh_pdf_reader_ends_section (self, scan);
}

static guint
count_words (TrinhPdfReader *self,
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
has_hidden_object (TrinhPdfReader *self)
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
has_holder (TrinhPdfReader *self)
{
  GHashTableIter iter;
  gpointer id, generation;

  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, &id, &generation))
    {
      qpdf_oh object = trinh_pdf_reader_get (self->whole, GPOINTER_TO_INT (id), GPOINTER_TO_INT (generation) - 1);
      g_autofree char *type = NULL;

      if (GPOINTER_TO_INT (generation) == TRINH_PDF_TAKEN)
        continue;
      type = trinh_pdf_source_dup_name (self->whole, trinh_pdf_source_get (self->whole, object, "/Type"));
      if (g_str_equal (type, "ObjStm") || g_str_equal (type, "XRef"))
        return TRUE;
    }
  return FALSE;
}

static void
remember (TrinhPdfReader *self)
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
read_section (TrinhPdfReader *self)
{
  TrinhPdfScan scan = { self->data, self->section, self->word };
  const gboolean is_table = trinh_pdf_scan_word (&scan, "xref");

  if (!(is_table ? read_table (self, &scan) : trinh_pdf_reader_read_stream (self, &scan)))
    return FALSE;
  return count_words (self, "trailer") == (is_table ? 1 : 0) && !has_hidden_object (self) && !has_holder (self);
}

/* From @begin to the spaces behind "%%EOF" */
static gboolean
read_update (TrinhPdfReader *self)
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
read_updates (TrinhPdfReader *self)
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
  TrinhPdfReader self = { .before = before, .whole = whole, .known = known, .own = own, .heads = heads };
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
