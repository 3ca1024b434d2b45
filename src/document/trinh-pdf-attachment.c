/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-private.h"

#define DEEPEST_TREE 16

static qpdf_oh
create_parameters (qpdf_data qpdf,
                   const TrinhPdfMetadata *metadata,
                   GBytes *attachment)
{
  g_autofree char *date = trinh_pdf_metadata_dup_pdf_date (metadata);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  qpdf_oh parameters = qpdf_oh_new_dictionary (qpdf);
  guint8 digest[16];
  gsize length = sizeof digest;

  g_checksum_update (checksum, g_bytes_get_data (attachment, NULL), g_bytes_get_size (attachment));
  g_checksum_get_digest (checksum, digest, &length);
  qpdf_oh_replace_key (qpdf, parameters, "/Size", qpdf_oh_new_integer (qpdf, g_bytes_get_size (attachment)));
  qpdf_oh_replace_key (qpdf, parameters, "/CheckSum", qpdf_oh_new_binary_string (qpdf, (const char *) digest, length));
  qpdf_oh_replace_key (qpdf, parameters, "/CreationDate", qpdf_oh_new_string (qpdf, date));
  qpdf_oh_replace_key (qpdf, parameters, "/ModDate", qpdf_oh_new_string (qpdf, date));
  return parameters;
}

static qpdf_oh
create_file (qpdf_data qpdf,
             const TrinhPdfMetadata *metadata,
             GBytes *attachment)
{
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  gsize length;
  const guint8 *data = g_bytes_get_data (attachment, &length);

  qpdf_oh_replace_stream_data (qpdf, stream, data, length, qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  qpdf_oh_replace_key (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/EmbeddedFile"));
  qpdf_oh_replace_key (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, "/" TRINH_PDF_ATTACHMENT_TYPE));
  qpdf_oh_replace_key (qpdf, dictionary, "/Params", create_parameters (qpdf, metadata, attachment));
  return stream;
}

static qpdf_oh
create_specification (qpdf_data qpdf,
                      qpdf_oh file)
{
  qpdf_oh specification = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh files = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_replace_key (qpdf, files, "/F", file);
  qpdf_oh_replace_key (qpdf, files, "/UF", file);
  qpdf_oh_replace_key (qpdf, specification, "/Type", qpdf_oh_new_name (qpdf, "/Filespec"));
  qpdf_oh_replace_key (qpdf, specification, "/F", qpdf_oh_new_string (qpdf, TRINH_PDF_ATTACHMENT_NAME));
  qpdf_oh_replace_key (qpdf, specification, "/UF", qpdf_oh_new_unicode_string (qpdf, TRINH_PDF_ATTACHMENT_NAME));
  qpdf_oh_replace_key (qpdf, specification, "/Desc", qpdf_oh_new_unicode_string (qpdf, "Số liệu của báo cáo"));
  qpdf_oh_replace_key (qpdf, specification, "/AFRelationship", qpdf_oh_new_name (qpdf, "/Data"));
  qpdf_oh_replace_key (qpdf, specification, "/EF", files);
  return qpdf_make_indirect_object (qpdf, specification);
}

/* cairo keeps the destinations of its own links in the same dictionary. */
static qpdf_oh
ensure_names (qpdf_data qpdf,
              qpdf_oh root)
{
  qpdf_oh names = qpdf_oh_get_key (qpdf, root, "/Names");

  if (qpdf_oh_is_dictionary (qpdf, names))
    return names;
  names = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh_replace_key (qpdf, root, "/Names", names);
  return names;
}

void
trinh_pdf_attach (qpdf_data qpdf,
                  const TrinhPdfMetadata *metadata,
                  GBytes *attachment)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh specification = create_specification (qpdf, create_file (qpdf, metadata, attachment));
  qpdf_oh pairs = qpdf_oh_new_array (qpdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_append_item (qpdf, pairs, qpdf_oh_new_string (qpdf, TRINH_PDF_ATTACHMENT_NAME));
  qpdf_oh_append_item (qpdf, pairs, specification);
  qpdf_oh_replace_key (qpdf, tree, "/Names", pairs);
  qpdf_oh_replace_key (qpdf, ensure_names (qpdf, root), "/EmbeddedFiles", tree);
  qpdf_oh_replace_key (qpdf, root, "/AF", qpdf_oh_wrap_in_array (qpdf, specification));
}

static gboolean
is_named_report (qpdf_data qpdf,
                 qpdf_oh name)
{
  return qpdf_oh_is_string (qpdf, name) && g_str_equal (qpdf_oh_get_utf8_value (qpdf, name), TRINH_PDF_ATTACHMENT_NAME);
}

static gboolean
find_in_pairs (qpdf_data qpdf,
               qpdf_oh pairs,
               qpdf_oh *specification)
{
  int length = qpdf_oh_is_array (qpdf, pairs) ? qpdf_oh_get_array_n_items (qpdf, pairs) : 0;

  for (int i = 0; i + 1 < length; i += 2)
    {
      qpdf_oh value = qpdf_oh_get_array_item (qpdf, pairs, i + 1);

      if (!qpdf_oh_is_dictionary (qpdf, value))
        continue;
      *specification = value;
      if (is_named_report (qpdf, qpdf_oh_get_array_item (qpdf, pairs, i)) ||
          is_named_report (qpdf, qpdf_oh_get_key (qpdf, value, "/UF")))
        return TRUE;
    }
  return FALSE;
}

/* A foreign tree may be a loop: @depth and the number of @visits bound the search. */
static gboolean
find_in_tree (qpdf_data qpdf,
              qpdf_oh tree,
              guint depth,
              guint *visits,
              qpdf_oh *specification)
{
  qpdf_oh children;
  int length;

  if (depth > DEEPEST_TREE || ++*visits > 4096 || !qpdf_oh_is_dictionary (qpdf, tree))
    return FALSE;
  if (find_in_pairs (qpdf, qpdf_oh_get_key (qpdf, tree, "/Names"), specification))
    return TRUE;
  children = qpdf_oh_get_key (qpdf, tree, "/Kids");
  length = qpdf_oh_is_array (qpdf, children) ? qpdf_oh_get_array_n_items (qpdf, children) : 0;
  for (int i = 0; i < length; i++)
    if (find_in_tree (qpdf, qpdf_oh_get_array_item (qpdf, children, i), depth + 1, visits, specification))
      return TRUE;
  return FALSE;
}

static gboolean
find_file (qpdf_data qpdf,
           qpdf_oh *file)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh names = qpdf_oh_get_key_if_dict (qpdf, root, "/Names");
  qpdf_oh tree = qpdf_oh_get_key_if_dict (qpdf, names, "/EmbeddedFiles");
  qpdf_oh specification;
  guint visits = 0;

  if (!find_in_tree (qpdf, tree, 0, &visits, &specification))
    return FALSE;
  *file = qpdf_oh_get_key_if_dict (qpdf, qpdf_oh_get_key (qpdf, specification, "/EF"), "/F");
  return qpdf_oh_is_stream (qpdf, *file);
}

/* Reads a little more than is allowed, to notice that there is more. */
static GBytes *
inflate (const guint8 *data,
         gsize length,
         GError **error)
{
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  /* qpdf packs nothing as nothing, without even the head of a packed stream. */
  while (length > 0 && bytes->len <= TRINH_PDF_ATTACHMENT_MOST)
    {
      guint8 buffer[16384];
      gssize read = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error);

      if (read < 0)
        return NULL;
      if (read == 0)
        break;
      g_byte_array_append (bytes, buffer, read);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* "none", "deflate", or NULL for what the program does not read */
static const char *
get_packing (qpdf_data qpdf,
             qpdf_oh file)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, file);
  qpdf_oh filter = qpdf_oh_get_key (qpdf, dictionary, "/Filter");

  if (qpdf_oh_is_array (qpdf, filter) && qpdf_oh_get_array_n_items (qpdf, filter) == 1)
    filter = qpdf_oh_get_array_item (qpdf, filter, 0);
  if (qpdf_oh_is_null (qpdf, filter))
    return "none";
  if (qpdf_oh_is_name_and_equals (qpdf, filter, "/FlateDecode") && qpdf_oh_is_null (qpdf, qpdf_oh_get_key (qpdf, dictionary, "/DecodeParms")))
    return "deflate";
  return NULL;
}

/* qpdf would unpack any amount: it hands over the packed bytes and the unpacking stops at the limit here. */
GBytes *
trinh_pdf_unpack (qpdf_data qpdf,
                  qpdf_oh file,
                  GError **error)
{
  const char *packing = get_packing (qpdf, file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  unsigned char *data = NULL;
  size_t length = 0;

  if (packing == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("The report in the PDF file is packed in a way that cannot be read."));
      return NULL;
    }
  if (qpdf_oh_get_stream_data (qpdf, file, qpdf_dl_none, NULL, &data, &length) & (QPDF_ERRORS))
    {
      g_autofree char *complaint = trinh_pdf_dup_complaint (qpdf);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The report in the PDF file is damaged. Have the file sent again. (%s)"), complaint);
      return NULL;
    }
  bytes = g_str_equal (packing, "none") ? g_bytes_new (data, length) : inflate (data, length, &local_error);
  qpdf_oh_free_buffer (&data);
  if (bytes == NULL)
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_INVALID_DATA,
                 _ ("The report in the PDF file is damaged. Have the file sent again. (%s)"),
                 local_error != NULL ? local_error->message : packing);
  return g_steal_pointer (&bytes);
}

GBytes *
trinh_pdf_read_report (qpdf_data qpdf,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_oh file;

  if (!find_file (qpdf, &file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The PDF file carries no report: no “%s” is attached to it."), TRINH_PDF_ATTACHMENT_NAME);
      return NULL;
    }
  bytes = trinh_pdf_unpack (qpdf, file, error);
  if (bytes != NULL && g_bytes_get_size (bytes) > TRINH_PDF_ATTACHMENT_MOST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The report in the PDF file is larger than 16 MiB."));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

GBytes *
trinh_pdf_read_attachment (GBytes *pdf,
                           GError **error)
{
  GBytes *bytes;
  qpdf_data qpdf;

  g_return_val_if_fail (pdf != NULL, NULL);

  qpdf = trinh_pdf_open (pdf, error);
  if (qpdf == NULL)
    return NULL;
  bytes = trinh_pdf_read_report (qpdf, error);
  qpdf_cleanup (&qpdf);
  return bytes;
}
