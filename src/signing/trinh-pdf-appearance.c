/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What is seen where a field stands, which need not be what the field says. */

#include "config.h"

#include <string.h>

#include "trinh-pdf-appearance.h"
#include "trinh-pdf-poppler-private.h"

/* @picture: of @file */
static qpdf_oh
add_page (qpdf_data file,
          qpdf_oh picture)
{
  static const char contents[] = "/X Do";
  qpdf_oh page = qpdf_make_indirect_object (file, qpdf_oh_new_dictionary (file));
  qpdf_oh resources = qpdf_oh_new_dictionary (file);
  qpdf_oh pictures = qpdf_oh_new_dictionary (file);
  qpdf_oh stream = qpdf_oh_new_stream (file);

  qpdf_oh_replace_stream_data (file, stream, (const guchar *) contents, strlen (contents), qpdf_oh_new_null (file), qpdf_oh_new_null (file));
  qpdf_oh_replace_key (file, pictures, "/X", picture);
  qpdf_oh_replace_key (file, resources, "/XObject", pictures);
  qpdf_oh_replace_key (file, page, "/Type", qpdf_oh_new_name (file, "/Page"));
  qpdf_oh_replace_key (file, page, "/MediaBox", qpdf_oh_get_key (file, qpdf_oh_get_dict (file, picture), "/BBox"));
  qpdf_oh_replace_key (file, page, "/Resources", resources);
  qpdf_oh_replace_key (file, page, "/Contents", stream);
  return page;
}

/* A file of one page, as large as the picture, that shows it and nothing else. (transfer full) (nullable) */
static GBytes *
make_file (TrinhPdfSource *source,
           qpdf_oh picture)
{
  qpdf_data file = qpdf_init ();
  GBytes *bytes = NULL;

  qpdf_silence_errors (file);
  qpdf_set_suppress_warnings (file, QPDF_TRUE);
  if ((qpdf_empty_pdf (file) & QPDF_ERRORS) == 0)
    {
      qpdf_oh page = add_page (file, qpdf_oh_copy_foreign_object (file, source->qpdf, picture));

      if (((qpdf_add_page (file, file, page, QPDF_TRUE) | qpdf_init_write_memory (file)) & QPDF_ERRORS) == 0 && (qpdf_write (file) & QPDF_ERRORS) == 0)
        bytes = g_bytes_new (qpdf_get_buffer (file), qpdf_get_buffer_length (file));
    }
  qpdf_cleanup (&file);
  return bytes;
}

static char *
strip_spaces (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *letters = g_string_new (NULL);

  for (const char *c = composed != NULL ? composed : ""; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (letters, g_utf8_get_char (c));
  return g_string_free_and_steal (letters);
}

/* (transfer full) (nullable) */
static char *
dup_page_text (GBytes *pdf)
{
  PopplerDocument *document = trinh_pdf_open_with_poppler (pdf, NULL);
  PopplerPage *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  g_clear_object (&page);
  g_clear_object (&document);
  return text;
}

gboolean
trinh_pdf_appearance_shows (TrinhPdfSource *source,
                            qpdf_oh widget,
                            const char *words)
{
  qpdf_oh picture = trinh_pdf_source_get (source, trinh_pdf_source_get (source, widget, "/AP"), "/N");
  g_autoptr (GBytes) file = qpdf_oh_is_stream (source->qpdf, picture) ? make_file (source, picture) : NULL;
  g_autofree char *text = file != NULL ? dup_page_text (file) : NULL;
  g_autofree char *shown = text != NULL ? strip_spaces (text) : NULL;
  g_autofree char *expected = strip_spaces (words);

  return g_strcmp0 (shown, expected) == 0;
}
