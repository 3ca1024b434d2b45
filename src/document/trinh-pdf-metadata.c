/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-letters.h"
#include "trinh-pdf-private.h"

/* What the file is made to be: PDF/A-3, level U (ISO 19005-3). No claim to PDF/UA stands here. */
#define XMP                                                                                 \
  "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"                    \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"                                                \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"                   \
  "<rdf:Description rdf:about=\"\"\n"                                                       \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"                                        \
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"                                           \
  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"                                           \
  " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"                                    \
  "<pdfaid:part>3</pdfaid:part>\n"                                                          \
  "<pdfaid:conformance>U</pdfaid:conformance>\n"                                            \
  "<dc:format>application/pdf</dc:format>\n"                                                \
  "<dc:identifier>%s</dc:identifier>\n%s"                                                   \
  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"    \
  "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"                       \
  "<dc:language><rdf:Bag><rdf:li>" TRINH_PDF_LANGUAGE "</rdf:li></rdf:Bag></dc:language>\n" \
  "<xmp:CreatorTool>" TRINH_PDF_PROGRAM "</xmp:CreatorTool>\n"                              \
  "<xmp:CreateDate>%s</xmp:CreateDate>\n"                                                   \
  "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"                                                   \
  "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"                                               \
  "<pdf:Producer>%s</pdf:Producer>\n"                                                       \
  "</rdf:Description>\n"                                                                    \
  "</rdf:RDF>\n"                                                                            \
  "</x:xmpmeta>\n"                                                                          \
  "<?xpacket end=\"r\"?>\n"

#define ORIGIN_BEGIN "<dc:source>"
#define ORIGIN_END "</dc:source>"

static char *
escape (const char *text)
{
  g_autofree char *line = trinh_letters_dup_line (text);

  return g_markup_escape_text (line, -1);
}

static char *
dup_producer (qpdf_data qpdf)
{
  qpdf_oh info = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  qpdf_oh producer = qpdf_oh_get_key_if_dict (qpdf, info, "/Producer");

  return qpdf_oh_is_string (qpdf, producer) ? g_strdup (qpdf_oh_get_utf8_value (qpdf, producer)) : NULL;
}

static qpdf_oh
create_stream (const TrinhPdfMetadata *metadata,
               qpdf_data qpdf)
{
  g_autofree char *producer = dup_producer (qpdf);
  g_autofree char *xmp = trinh_pdf_metadata_dup_xmp (metadata, producer);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);

  qpdf_oh_replace_stream_data (qpdf, stream, (const unsigned char *) xmp, strlen (xmp), qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  qpdf_oh_replace_key (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/Metadata"));
  qpdf_oh_replace_key (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, "/XML"));
  return stream;
}

char *
trinh_pdf_metadata_dup_xmp (const TrinhPdfMetadata *metadata,
                            const char *producer)
{
  g_autofree char *title = escape (metadata->title);
  g_autofree char *author = escape (metadata->author);
  g_autofree char *identifier = escape (metadata->identifier);
  g_autofree char *maker = escape (producer);
  g_autofree char *date = trinh_pdf_metadata_dup_iso_date (metadata);
  g_autofree char *origin = escape (metadata->origin);
  g_autofree char *source = *origin != '\0' ? g_strdup_printf (ORIGIN_BEGIN "%s" ORIGIN_END "\n", origin) : g_strdup ("");

  return g_strdup_printf (XMP, identifier, source, title, author, date, date, date, maker);
}

/* cairo leaves out the "D:" that a date begins with (ISO 32000-1, 7.9.4). */
static void
write_dates (const TrinhPdfMetadata *metadata,
             qpdf_data qpdf)
{
  static const char *const names[] = { "/CreationDate", "/ModDate" };
  qpdf_oh information = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  g_autofree char *date = trinh_pdf_metadata_dup_pdf_date (metadata);

  for (guint i = 0; i < G_N_ELEMENTS (names) && qpdf_oh_is_dictionary (qpdf, information); i++)
    if (qpdf_oh_has_key (qpdf, information, names[i]))
      qpdf_oh_replace_key (qpdf, information, names[i], qpdf_oh_new_string (qpdf, date));
}

void
trinh_pdf_metadata_write (const TrinhPdfMetadata *metadata,
                          qpdf_data qpdf)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh mark_info = qpdf_oh_new_dictionary (qpdf);

  write_dates (metadata, qpdf);
  qpdf_oh_replace_key (qpdf, root, "/Metadata", create_stream (metadata, qpdf));
  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, TRINH_PDF_LANGUAGE));
  qpdf_oh_replace_key (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
  if (qpdf_oh_has_key (qpdf, root, "/StructTreeRoot"))
    {
      qpdf_oh_replace_key (qpdf, mark_info, "/Marked", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
      qpdf_oh_replace_key (qpdf, root, "/MarkInfo", mark_info);
    }
}

/* As trinh_pdf_metadata_write() has put it: plain, in one piece */
static char *
find_origin (const char *xmp,
             gsize length)
{
  const char *begin = g_strstr_len (xmp, (gssize) length, ORIGIN_BEGIN);
  const char *end;

  if (begin == NULL)
    return NULL;
  begin += strlen (ORIGIN_BEGIN);
  end = g_strstr_len (begin, (gssize) (length - (gsize) (begin - xmp)), ORIGIN_END);
  return end != NULL && g_utf8_validate (begin, end - begin, NULL) ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

static char *
read_origin (qpdf_data qpdf)
{
  qpdf_oh stream = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Metadata");
  g_autoptr (GBytes) bytes = qpdf_oh_is_stream (qpdf, stream) ? trinh_pdf_unpack (qpdf, stream, NULL) : NULL;
  gsize length;
  const char *xmp = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return xmp != NULL ? find_origin (xmp, length) : NULL;
}

char *
trinh_pdf_read_origin (GBytes *pdf)
{
  char *origin;
  qpdf_data qpdf;

  g_return_val_if_fail (pdf != NULL, NULL);

  qpdf = trinh_pdf_open (pdf, NULL);
  if (qpdf == NULL)
    return NULL;
  origin = read_origin (qpdf);
  qpdf_cleanup (&qpdf);
  return origin;
}
