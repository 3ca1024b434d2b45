/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-order.h"
#include "trinh-pdf-private.h"

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (TrinhPages *pages,
      const TrinhPdfMetadata *metadata,
      TrinhProgressFunc progress,
      gpointer user_data,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!trinh_pdf_draw (pages, FALSE, metadata, append_bytes, bytes, progress, user_data, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
trinh_pdf_render_last (TrinhPages *pages,
                       TrinhProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TrinhPages) held = pages;
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) finished = NULL;
  g_autoptr (GPtrArray) alternatives = NULL;
  g_autoptr (GArray) spans = NULL;
  TrinhPdfMetadata metadata;
  guint n_steps;

  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);

  document = g_object_ref (trinh_pages_get_document (pages));
  trinh_pdf_metadata_init (&metadata, document);
  spans = trinh_pdf_list_spans (pages);
  n_steps = trinh_pages_get_n_pages (pages) + 1;
  drawn = draw (pages, &metadata, progress, user_data, cancellable, error);
  if (drawn == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_clear_object (&held);
  alternatives = trinh_pdf_list_alternatives (document);
  finished = trinh_pdf_finish (drawn, &metadata, trinh_document_get_attachment (document), alternatives, spans, error);
  if (finished != NULL && progress != NULL)
    progress (n_steps, n_steps, user_data);
  return g_steal_pointer (&finished);
}

GBytes *
trinh_pdf_render (TrinhPages *pages,
                  TrinhProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);

  return trinh_pdf_render_last (g_object_ref (pages), progress, user_data, cancellable, error);
}

GBytes *
trinh_pdf_complete (GBytes *drawn,
                    GBytes *order,
                    GError **error)
{
  TrinhPdfOrder parsed;
  GBytes *finished;

  g_return_val_if_fail (drawn != NULL, NULL);
  g_return_val_if_fail (order != NULL, NULL);

  if (!trinh_pdf_order_read (&parsed, order, error))
    return NULL;
  finished = trinh_pdf_finish (drawn, &parsed.metadata, parsed.attachment, parsed.alternatives, parsed.spans, error);
  trinh_pdf_order_clear (&parsed);
  return finished;
}
