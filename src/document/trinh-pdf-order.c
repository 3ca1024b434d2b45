/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-order.h"

/* Title, author, identifier, origin, date, attachment, alternatives, spans */
#define ORDER_TYPE "(msmsmsmsumayasau)"

GBytes *
trinh_pdf_order_make (TrinhPages *pages)
{
  TrinhDocument *document = trinh_pages_get_document (pages);
  g_autoptr (GArray) spans = trinh_pdf_list_spans (pages);
  g_autoptr (GPtrArray) alternatives = trinh_pdf_list_alternatives (document);
  g_autoptr (GVariant) order = NULL;
  GBytes *attachment = trinh_document_get_attachment (document);
  GVariant *report = attachment != NULL ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, attachment, TRUE) : NULL;
  TrinhPdfMetadata metadata;

  trinh_pdf_metadata_init (&metadata, document);
  order = g_variant_ref_sink (g_variant_new ("(msmsmsmsu@may@as@au)",
                                             metadata.title,
                                             metadata.author,
                                             metadata.identifier,
                                             metadata.origin,
                                             metadata.date,
                                             g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, report),
                                             g_variant_new_strv ((const char *const *) alternatives->pdata, alternatives->len),
                                             g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, spans->data, spans->len, sizeof (guint32))));
  return g_variant_get_data_as_bytes (order);
}

static GBytes *
read_attachment (GVariant *order)
{
  g_autoptr (GVariant) maybe = g_variant_get_child_value (order, 5);
  g_autoptr (GVariant) report = g_variant_get_maybe (maybe);

  return report != NULL ? g_variant_get_data_as_bytes (report) : NULL;
}

static GArray *
read_spans (GVariant *order)
{
  g_autoptr (GVariant) array = g_variant_get_child_value (order, 7);
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (guint32));
  gsize length = 0;
  gconstpointer numbers = g_variant_get_fixed_array (array, &length, sizeof (guint32));

  if (length > 0)
    g_array_append_vals (spans, numbers, length);
  return spans;
}

gboolean
trinh_pdf_order_read (TrinhPdfOrder *self,
                      GBytes *bytes,
                      GError **error)
{
  g_autoptr (GVariant) order = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ORDER_TYPE), bytes, FALSE));
  g_autoptr (GVariantIter) alternatives = NULL;
  char *alternative;

  if (!g_variant_is_normal_form (order))
    {
      g_set_error_literal (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FINISH, _ ("The pages that were drawn could not be read again."));
      return FALSE;
    }
  g_variant_get (order, "(m&sm&sm&sm&su@mayasau)", &self->metadata.title, &self->metadata.author, &self->metadata.identifier, &self->metadata.origin, &self->metadata.date, NULL, &alternatives, NULL);
  self->attachment = read_attachment (order);
  self->alternatives = g_ptr_array_new_with_free_func (g_free);
  while (g_variant_iter_loop (alternatives, "s", &alternative))
    g_ptr_array_add (self->alternatives, g_strdup (alternative));
  self->spans = read_spans (order);
  self->order = g_steal_pointer (&order);
  return TRUE;
}

void
trinh_pdf_order_clear (TrinhPdfOrder *self)
{
  g_clear_pointer (&self->attachment, g_bytes_unref);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->order, g_variant_unref);
}
