/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-pdf-update.h"

typedef struct
{
  int id;
  int generation;
  gsize offset;
} Entry;

static void
append (TrinhPdfUpdate *self,
        const char *text)
{
  g_byte_array_append (self->out, (const guint8 *) text, strlen (text));
}

static gsize
get_offset (TrinhPdfUpdate *self)
{
  return g_bytes_get_size (self->source->bytes) + self->out->len;
}

TrinhPdfUpdate *
trinh_pdf_update_new (TrinhPdfSource *source)
{
  TrinhPdfUpdate *self = g_new0 (TrinhPdfUpdate, 1);
  const int highest = trinh_pdf_find_highest (source);
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);

  self->source = source;
  self->out = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->next_id = MAX (source->next_id, highest + 1);
  if (data[length - 1] != '\n')
    append (self, "\n");
  return self;
}

void
trinh_pdf_update_free (TrinhPdfUpdate *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self);
}

int
trinh_pdf_update_reserve (TrinhPdfUpdate *self)
{
  return self->next_id++;
}

static void
begin_object (TrinhPdfUpdate *self,
              int id,
              int generation)
{
  const Entry entry = { id, generation, get_offset (self) };
  g_autofree char *head = g_strdup_printf ("%d %d obj\n", id, generation);

  g_array_append_val (self->entries, entry);
  append (self, head);
}

gsize
trinh_pdf_update_add (TrinhPdfUpdate *self,
                      int id,
                      int generation,
                      const char *text)
{
  gsize place;

  begin_object (self, id, generation);
  place = get_offset (self);
  append (self, text);
  append (self, "\nendobj\n");
  return place;
}

void
trinh_pdf_update_add_stream (TrinhPdfUpdate *self,
                             int id,
                             const char *members,
                             GBytes *data)
{
  gsize length;
  const void *bytes = g_bytes_get_data (data, &length);
  g_autofree char *head = g_strdup_printf ("<< %s/Length %" G_GSIZE_FORMAT " >>\nstream\n", members, length);

  begin_object (self, id, 0);
  append (self, head);
  g_byte_array_append (self->out, bytes, (guint) length);
  append (self, "\nendstream\nendobj\n");
}

static int
compare_entries (gconstpointer one,
                 gconstpointer other)
{
  return ((const Entry *) one)->id - ((const Entry *) other)->id;
}

/* The entries that follow one another from @first on */
static guint
count_run (TrinhPdfUpdate *self,
           guint first)
{
  guint length = 1;

  while (first + length < self->entries->len && g_array_index (self->entries, Entry, first + length).id == g_array_index (self->entries, Entry, first).id + (int) length)
    length++;
  return length;
}

/* Two texts of their own file; the second one is another after each update (14.4). */
static char *
make_identifier (TrinhPdfUpdate *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->source->qpdf);
  qpdf_oh identifiers = trinh_pdf_source_get (self->source, trailer, "/ID");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guchar *data = g_bytes_get_data (self->source->bytes, &length);
  g_autofree char *first = NULL;

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_update (checksum, self->out->data, (gssize) self->out->len);
  if (qpdf_oh_is_array (self->source->qpdf, identifiers) && qpdf_oh_get_array_n_items (self->source->qpdf, identifiers) > 0)
    first = trinh_pdf_source_dup_written (self->source, qpdf_oh_get_array_item (self->source->qpdf, identifiers, 0), TRUE);
  return first != NULL ? g_strdup_printf ("[ %s <%.32s> ]", first, g_checksum_get_string (checksum))
                       : g_strdup_printf ("[ <%.32s> <%.32s> ]", g_checksum_get_string (checksum), g_checksum_get_string (checksum));
}

static char *
make_trailer_members (TrinhPdfUpdate *self,
                      int size)
{
  static const char *const own[] = { "/Root", "/Info", NULL };
  qpdf_oh trailer = qpdf_get_trailer (self->source->qpdf);
  g_autofree char *identifier = make_identifier (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; own[i] != NULL; i++)
    if (qpdf_oh_has_key (self->source->qpdf, trailer, own[i]))
      {
        g_autofree char *value = trinh_pdf_source_dup_written (self->source, qpdf_oh_get_key (self->source->qpdf, trailer, own[i]), FALSE);

        g_string_append_printf (text, "%s %s ", own[i], value);
      }
  g_string_append_printf (text, "/Size %d /Prev %" G_GINT64_FORMAT " /ID %s ", size, self->source->startxref, identifier);
  return g_string_free_and_steal (text);
}

static void
append_table (TrinhPdfUpdate *self)
{
  g_autofree char *members = make_trailer_members (self, self->next_id);
  g_autoptr (GString) text = g_string_new ("xref\n");

  for (guint i = 0; i < self->entries->len;)
    {
      const guint length = count_run (self, i);

      g_string_append_printf (text, "%d %u\n", g_array_index (self->entries, Entry, i).id, length);
      for (guint j = i; j < i + length; j++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, j);

          g_string_append_printf (text, "%010" G_GSIZE_FORMAT " %05d n \n", entry->offset, entry->generation);
        }
      i += length;
    }
  g_string_append_printf (text, "trailer\n<< %s>>\n", members);
  append (self, text->str);
}

static void
append_number (GByteArray *bytes,
               guint64 number,
               guint width)
{
  for (guint i = width; i > 0; i--)
    {
      const guint8 byte = (number >> (8 * (i - 1))) & 0xff;

      g_byte_array_append (bytes, &byte, 1);
    }
}

/* 7.5.8: a kind of 1 byte, an offset of 4, a generation of 2; the stream is an object of the update itself */
static void
append_stream (TrinhPdfUpdate *self)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GString) ranges = g_string_new (NULL);
  g_autoptr (GBytes) data = NULL;
  g_autofree char *trailer = NULL;
  g_autofree char *members = NULL;
  const int id = trinh_pdf_update_reserve (self);
  const Entry own = { id, 0, get_offset (self) };

  trailer = make_trailer_members (self, self->next_id);
  g_array_append_val (self->entries, own);
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i += count_run (self, i))
    g_string_append_printf (ranges, "%d %u ", g_array_index (self->entries, Entry, i).id, count_run (self, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      append_number (rows, 1, 1);
      append_number (rows, entry->offset, 4);
      append_number (rows, (guint64) entry->generation, 2);
    }
  data = g_byte_array_free_to_bytes (g_steal_pointer (&rows));
  members = g_strdup_printf ("/Type /XRef /W [ 1 4 2 ] /Index [ %s] %s", ranges->str, trailer);
  trinh_pdf_update_add_stream (self, id, members, data);
}

GByteArray *
trinh_pdf_update_finish (TrinhPdfUpdate *self)
{
  GByteArray *whole = g_byte_array_new ();
  g_autofree char *end = g_strdup_printf ("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", get_offset (self));
  gsize length;
  const guint8 *data = g_bytes_get_data (self->source->bytes, &length);

  g_array_sort (self->entries, compare_entries);
  if (self->source->has_xref_stream)
    append_stream (self);
  else
    append_table (self);
  append (self, end);
  g_byte_array_append (whole, data, (guint) length);
  g_byte_array_append (whole, self->out->data, self->out->len);
  return whole;
}
