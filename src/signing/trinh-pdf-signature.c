/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/asn1.h>
#include <string.h>

#include "trinh-pdf-signature.h"

static gboolean
fail (const char *message,
      char **fault)
{
  *fault = g_strdup (message);
  return FALSE;
}

/* Two ranges from the first byte on, with one gap between them */
static gboolean
read_ranges (TrinhPdfSource *source,
             qpdf_oh value,
             TrinhPdfSignature *self)
{
  qpdf_oh ranges = trinh_pdf_source_get (source, value, "/ByteRange");
  const gint64 size = (gint64) g_bytes_get_size (source->bytes);
  gint64 numbers[4];

  if (!qpdf_oh_is_array (source->qpdf, ranges) || qpdf_oh_get_array_n_items (source->qpdf, ranges) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      qpdf_oh number = qpdf_oh_get_array_item (source->qpdf, ranges, i);

      if (!qpdf_oh_is_integer (source->qpdf, number))
        return FALSE;
      numbers[i] = qpdf_oh_get_int_value (source->qpdf, number);
    }
  if (numbers[0] != 0 || numbers[1] <= 0 || numbers[3] <= 0 || numbers[1] > size || numbers[2] > size || numbers[3] > size ||
      numbers[2] < numbers[1] + 4 || numbers[2] + numbers[3] > size)
    return FALSE;
  self->gap = (gsize) numbers[1];
  self->after = (gsize) numbers[2];
  self->end = (gsize) (numbers[2] + numbers[3]);
  return TRUE;
}

/* One case of digits, and nothing else between the brackets: readers pass over the rest, so it could be changed
 * without a trace. (transfer full) (nullable) */
static GByteArray *
read_digits (const char *text,
             gsize length)
{
  GByteArray *bytes;
  gboolean lower = FALSE, upper = FALSE;

  if (length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return NULL;
      lower |= g_ascii_islower (text[i]);
      upper |= g_ascii_isupper (text[i]);
    }
  if (lower && upper)
    return NULL;
  bytes = g_byte_array_sized_new ((guint) length / 2);
  for (gsize i = 0; i < length; i += 2)
    {
      const guint8 byte = (guint8) (g_ascii_xdigit_value (text[i]) << 4 | g_ascii_xdigit_value (text[i + 1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  return bytes;
}

/* The length of the one element at the beginning; 0 where there is none, or something but zeros after it */
static gsize
measure_element (GByteArray *bytes)
{
  const unsigned char *place = bytes->data;
  long length = 0;
  int tag, class;
  gsize whole;

  if ((ASN1_get_object (&place, &length, &tag, &class, (long) bytes->len) & 0x81) != 0 || tag != V_ASN1_SEQUENCE)
    return 0;
  whole = (gsize) (place - bytes->data) + (gsize) length;
  for (gsize i = whole; i < bytes->len; i++)
    if (bytes->data[i] != 0)
      return 0;
  return whole;
}

static gboolean
read_gap (TrinhPdfSource *source,
          qpdf_oh value,
          TrinhPdfSignature *self)
{
  const char *data = g_bytes_get_data (source->bytes, NULL);
  g_autoptr (GBytes) contents = trinh_pdf_source_dup_string (source, trinh_pdf_source_get (source, value, "/Contents"));
  g_autoptr (GByteArray) bytes = NULL;
  gsize length;

  if (contents == NULL || data[self->gap] != '<' || data[self->after - 1] != '>')
    return FALSE;
  bytes = read_digits (data + self->gap + 1, self->after - self->gap - 2);
  if (bytes == NULL || g_bytes_get_size (contents) != bytes->len || memcmp (g_bytes_get_data (contents, NULL), bytes->data, bytes->len) != 0)
    return FALSE;
  length = measure_element (bytes);
  if (length == 0)
    return FALSE;
  self->der = g_bytes_new (bytes->data, length);
  return TRUE;
}

static GBytes *
join_ranges (TrinhPdfSource *source,
             const TrinhPdfSignature *self)
{
  const guint8 *data = g_bytes_get_data (source->bytes, NULL);
  GByteArray *bytes = g_byte_array_sized_new ((guint) (self->end - self->after + self->gap));

  g_byte_array_append (bytes, data, (guint) self->gap);
  g_byte_array_append (bytes, data + self->after, (guint) (self->end - self->after));
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
trinh_pdf_signature_read (TrinhPdfSource *source,
                          qpdf_oh value,
                          TrinhPdfSignature *signature,
                          char **fault)
{
  g_autofree char *kind = trinh_pdf_source_dup_name (source, trinh_pdf_source_get (source, value, "/SubFilter"));

  *signature = (TrinhPdfSignature) { 0 };
  signature->cades = g_str_equal (kind, "ETSI.CAdES.detached");
  if (!signature->cades && !g_str_equal (kind, "adbe.pkcs7.detached"))
    return fail (_ ("it is of a kind that this program does not know"), fault);
  if (!read_ranges (source, value, signature))
    return fail (_ ("it does not say which part of the file was signed"), fault);
  if (!read_gap (source, value, signature))
    return fail (_ ("the signature itself is damaged or was touched"), fault);
  signature->signed_bytes = join_ranges (source, signature);
  return TRUE;
}

gboolean
trinh_pdf_is_time_stamp (TrinhPdfSource *source,
                         qpdf_oh value)
{
  g_autofree char *kind = trinh_pdf_source_dup_name (source, trinh_pdf_source_get (source, value, "/SubFilter"));

  return g_str_equal (kind, "ETSI.RFC3161");
}

gsize
trinh_pdf_find_stamped (TrinhPdfSource *source,
                        qpdf_oh value)
{
  TrinhPdfSignature stamp = { 0 };
  const gboolean whole = read_ranges (source, value, &stamp) && read_gap (source, value, &stamp);

  trinh_pdf_signature_clear (&stamp);
  return whole ? stamp.end : 0;
}

void
trinh_pdf_signature_clear (TrinhPdfSignature *signature)
{
  g_clear_pointer (&signature->der, g_bytes_unref);
  g_clear_pointer (&signature->signed_bytes, g_bytes_unref);
}
