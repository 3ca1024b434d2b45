/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-letters.h"
#include "trinh-pdf-poppler-private.h"

/* What poppler puts around letters written from right to left has no place on the page. */
static gboolean
is_placed (gunichar letter)
{
  return (letter < 0x202A || letter > 0x202E) && (letter < 0x2066 || letter > 0x2069);
}

static GArray *
list_page (PopplerPage *page)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (TrinhPdfLetter));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *next = text != NULL ? text : "";
  guint n_places = 0;

  if (!poppler_page_get_text_layout (page, &places, &n_places))
    return letters;

  for (guint i = 0; i < n_places && *next != '\0'; next = g_utf8_next_char (next))
    {
      const PopplerRectangle *place = &places[i];
      TrinhPdfLetter letter = { g_utf8_get_char (next), (place->x1 + place->x2) / 2, (place->y1 + place->y2) / 2, ABS (place->x2 - place->x1) };

      if (!is_placed (letter.letter))
        continue;
      if (!g_unichar_isspace (letter.letter))
        g_array_append_val (letters, letter);
      i++;
    }
  return letters;
}

GPtrArray *
trinh_pdf_list_letters (GBytes *pdf,
                        char **creator,
                        GError **error)
{
  PopplerDocument *document;
  GPtrArray *pages;

  g_return_val_if_fail (pdf != NULL, NULL);

  document = trinh_pdf_open_with_poppler (pdf, error);
  if (document == NULL)
    return NULL;

  pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      g_ptr_array_add (pages, page != NULL ? list_page (page) : g_array_new (FALSE, FALSE, sizeof (TrinhPdfLetter)));
      g_clear_object (&page);
    }
  if (creator != NULL)
    *creator = poppler_document_get_creator (document);
  g_object_unref (document);
  return pages;
}

guint
trinh_pdf_count_pages (GBytes *pdf)
{
  PopplerDocument *document;
  guint n;

  g_return_val_if_fail (pdf != NULL, 0);

  document = trinh_pdf_open_with_poppler (pdf, NULL);
  n = document != NULL ? (guint) poppler_document_get_n_pages (document) : 0;
  g_clear_object (&document);
  return n;
}
