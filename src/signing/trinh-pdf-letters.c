/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-letters.h"
#include "trinh-pdf-poppler-private.h"

/* Dots to a point: 108 to the inch show every full stop */
#define SCALE 1.5
/* Of 255, between the lightest and the darkest dot where a letter stands: the mark of a draft is paler than others */
#define LEAST_CONTRAST 12
/* Points; what is narrower is no letter of its own */
#define LEAST_SIDE 0.75

typedef gboolean (*LetterFunc) (gunichar letter,
                                const PopplerRectangle *place,
                                gpointer user_data);

/* What poppler puts around letters written from right to left has no place on the page. */
static gboolean
is_placed (gunichar letter)
{
  return (letter < 0x202A || letter > 0x202E) && (letter < 0x2066 || letter > 0x2069);
}

/* Calls @func with each letter and its place until it gives %FALSE. */
static gboolean
walk_letters (PopplerPage *page,
              LetterFunc func,
              gpointer user_data)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *next = text != NULL ? text : "";
  guint n_places = 0;

  if (!poppler_page_get_text_layout (page, &places, &n_places))
    return TRUE;

  for (guint i = 0; i < n_places && *next != '\0'; next = g_utf8_next_char (next))
    {
      const gunichar letter = g_utf8_get_char (next);

      if (!is_placed (letter))
        continue;
      if (!g_unichar_isspace (letter) && !func (letter, &places[i], user_data))
        return FALSE;
      i++;
    }
  return TRUE;
}

static gboolean
add_letter (gunichar letter,
            const PopplerRectangle *place,
            gpointer user_data)
{
  const TrinhPdfLetter found = { letter, (place->x1 + place->x2) / 2, (place->y1 + place->y2) / 2, ABS (place->x2 - place->x1) };

  g_array_append_val ((GArray *) user_data, found);
  return TRUE;
}

static GArray *
list_page (PopplerPage *page)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (TrinhPdfLetter));

  walk_letters (page, add_letter, letters);
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

/* Signs that are put on others, or say how those look, have no place of their own. */
static gboolean
is_drawn (gunichar letter,
          const PopplerRectangle *place)
{
  return g_unichar_isgraph (letter) && !g_unichar_ismark (letter) && MIN (ABS (place->x2 - place->x1), ABS (place->y2 - place->y1)) >= LEAST_SIDE;
}

/* %FALSE: it is not seen */
static gboolean
has_ink (gunichar letter,
         const PopplerRectangle *place,
         gpointer user_data)
{
  cairo_surface_t *drawn = user_data;
  const guchar *dots = cairo_image_surface_get_data (drawn);
  const int stride = cairo_image_surface_get_stride (drawn);
  const int left = MAX (0, (int) (MIN (place->x1, place->x2) * SCALE));
  const int right = MIN (cairo_image_surface_get_width (drawn), (int) (MAX (place->x1, place->x2) * SCALE) + 1);
  const int top = MAX (0, (int) (MIN (place->y1, place->y2) * SCALE));
  const int bottom = MIN (cairo_image_surface_get_height (drawn), (int) (MAX (place->y1, place->y2) * SCALE) + 1);
  guchar least = 255, most = 0;

  if (!is_drawn (letter, place))
    return TRUE;
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        const guchar green = dots[y * stride + 4 * x + 1];

        least = MIN (least, green);
        most = MAX (most, green);
      }
  return most - least >= LEAST_CONTRAST;
}

static gboolean
is_all_seen (PopplerPage *page)
{
  double width, height;
  cairo_surface_t *drawn;
  cairo_t *cr;
  gboolean seen;

  poppler_page_get_size (page, &width, &height);
  drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SCALE), (int) (height * SCALE));
  cr = cairo_create (drawn);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  seen = cairo_surface_status (drawn) != CAIRO_STATUS_SUCCESS || walk_letters (page, has_ink, drawn);
  cairo_surface_destroy (drawn);
  return seen;
}

gboolean
trinh_pdf_find_unseen (GBytes *pdf,
                       guint *page)
{
  PopplerDocument *document;
  gboolean seen = TRUE;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  document = trinh_pdf_open_with_poppler (pdf, NULL);
  for (*page = 0; document != NULL && *page < (guint) poppler_document_get_n_pages (document); (*page)++)
    {
      PopplerPage *drawn = poppler_document_get_page (document, (int) *page);

      seen = drawn == NULL || is_all_seen (drawn);
      g_clear_object (&drawn);
      if (!seen)
        break;
    }
  g_clear_object (&document);
  return !seen;
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
