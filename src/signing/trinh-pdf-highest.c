/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-source.h"

typedef struct
{
  TrinhPdfSource *source;
  GHashTable *seen; /* numbers of objects */
  GArray *waiting;  /* qpdf_oh: what they refer to is still to be looked at */
  int highest;
} Walk;

/* What is no reference is looked at where it stands, and a stream's bytes refer to nothing. */
static void
visit (Walk *self,
       qpdf_oh object)
{
  const int id = qpdf_oh_get_object_id (self->source->qpdf, object);

  if (id != 0 && !g_hash_table_add (self->seen, GINT_TO_POINTER (id)))
    return;
  if (id <= TRINH_PDF_MOST_OBJECTS && id > self->highest)
    self->highest = id;
  if (qpdf_oh_is_stream (self->source->qpdf, object))
    object = qpdf_oh_get_dict (self->source->qpdf, object);
  if (qpdf_oh_is_dictionary (self->source->qpdf, object) || qpdf_oh_is_array (self->source->qpdf, object))
    g_array_append_val (self->waiting, object);
}

static void
visit_members (Walk *self,
               qpdf_oh dictionary)
{
  g_autoptr (GPtrArray) keys = trinh_pdf_source_list_keys (self->source, dictionary, NULL);

  for (guint i = 0; i < keys->len; i++)
    visit (self, qpdf_oh_get_key (self->source->qpdf, dictionary, g_ptr_array_index (keys, i)));
}

static void
visit_items (Walk *self,
             qpdf_oh array)
{
  const int length = qpdf_oh_get_array_n_items (self->source->qpdf, array);

  for (int i = 0; i < length; i++)
    visit (self, qpdf_oh_get_array_item (self->source->qpdf, array, i));
}

int
trinh_pdf_find_highest (TrinhPdfSource *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  Walk walk = { self, seen, waiting, 0 };

  visit (&walk, trinh_pdf_source_get_root (self));
  for (guint i = 0; i < waiting->len; i++)
    {
      const qpdf_oh object = g_array_index (waiting, qpdf_oh, i);

      if (qpdf_oh_is_array (self->qpdf, object))
        visit_items (&walk, object);
      else
        visit_members (&walk, object);
    }

  return walk.highest;
}
