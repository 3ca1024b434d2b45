/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-additions.h"
#include "trinh-pdf-source.h"

typedef struct
{
  TrinhPdfSource *source;
  GHashTable *drawings; /* ids of objects */
  guint n_drawings;
} Search;

static gboolean
is_one_stream (Search *self,
               qpdf_oh page)
{
  qpdf_data qpdf = self->source->qpdf;
  qpdf_oh contents = trinh_pdf_source_get (self->source, page, "/Contents");

  return !qpdf_oh_is_array (qpdf, contents) || qpdf_oh_get_array_n_items (qpdf, contents) <= 1;
}

static gboolean
has_notes (Search *self,
           qpdf_oh page)
{
  qpdf_data qpdf = self->source->qpdf;
  qpdf_oh notes = trinh_pdf_source_get (self->source, page, "/Annots");
  const int length = qpdf_oh_is_array (qpdf, notes) ? qpdf_oh_get_array_n_items (qpdf, notes) : 0;

  for (int i = 0; i < length; i++)
    {
      qpdf_oh kind = trinh_pdf_source_get (self->source, qpdf_oh_get_array_item (qpdf, notes, i), "/Subtype");

      if (!qpdf_oh_is_name_and_equals (qpdf, kind, "/Widget"))
        return TRUE;
    }
  return FALSE;
}

/* One that several pages show is one drawing. */
static gboolean
is_foreign (Search *self,
            qpdf_oh object)
{
  qpdf_data qpdf = self->source->qpdf;
  qpdf_oh kind;

  if (!qpdf_oh_is_stream (qpdf, object))
    return TRUE;
  kind = trinh_pdf_source_get (self->source, qpdf_oh_get_dict (qpdf, object), "/Subtype");
  if (!qpdf_oh_is_name_and_equals (qpdf, kind, "/Form"))
    return TRUE;
  g_hash_table_add (self->drawings, GINT_TO_POINTER (qpdf_oh_get_object_id (qpdf, object)));
  return g_hash_table_size (self->drawings) > self->n_drawings;
}

static gboolean
has_foreign_drawings (Search *self,
                      qpdf_oh page)
{
  qpdf_oh resources = trinh_pdf_source_get (self->source, page, "/Resources");
  qpdf_oh objects = trinh_pdf_source_get (self->source, resources, "/XObject");
  g_autoptr (GPtrArray) keys = trinh_pdf_source_list_keys (self->source, objects, NULL);

  for (guint i = 0; i < keys->len; i++)
    if (is_foreign (self, trinh_pdf_source_get (self->source, objects, keys->pdata[i])))
      return TRUE;
  return FALSE;
}

gboolean
trinh_pdf_has_additions (GBytes *pdf,
                         guint n_drawings,
                         guint *page)
{
  g_autoptr (TrinhPdfSource) source = NULL;
  g_autoptr (GHashTable) drawings = g_hash_table_new (NULL, NULL);
  Search self;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  source = trinh_pdf_source_open (pdf, NULL);
  if (source == NULL)
    return FALSE;
  self = (Search) { source, drawings, n_drawings };
  for (int i = 0; i < qpdf_get_num_pages (source->qpdf); i++)
    {
      qpdf_oh object = qpdf_get_page_n (source->qpdf, (size_t) i);

      *page = (guint) i;
      if (!is_one_stream (&self, object) || has_notes (&self, object) || has_foreign_drawings (&self, object))
        return TRUE;
    }
  return FALSE;
}
