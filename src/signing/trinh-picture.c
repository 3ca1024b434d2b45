/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-picture.h"
#include "trinh-signing-error.h"

#define MOST_DOTS (25 * 1000 * 1000)
#define STAMP_MOST 60.0 /* mm; no office has one that is as wide */
#define USUAL_RESOLUTION 300
#define POINTS_PER_INCH 72.0
#define POINTS_PER_METRE (POINTS_PER_INCH / 0.0254)
/* Signature, then a chunk's length, name, width and height (PNG, 5.2 and 11.2.2) */
#define HEAD_SIZE 24

typedef struct
{
  const guchar *data;
  gsize length;
  gsize place;
} Reader;

static const guchar png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

static guint32
read_number (const guchar *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static gboolean
fail (const char *message,
      GError **error)
{
  g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PICTURE, message);
  return FALSE;
}

/* The chunk "pHYs": dots per metre across and down, and 1 for the unit (11.3.4.3); before the first data */
static gboolean
find_dots_per_metre (const guchar *data,
                     gsize length,
                     guint32 *across,
                     guint32 *down)
{
  gsize place = sizeof png_signature;

  while (length - place >= 12)
    {
      const guint32 size = read_number (data + place);

      if (size > length - place - 12 || memcmp (data + place + 4, "IDAT", 4) == 0)
        return FALSE;
      if (memcmp (data + place + 4, "pHYs", 4) == 0)
        {
          *across = size == 9 ? read_number (data + place + 8) : 0;
          *down = size == 9 ? read_number (data + place + 12) : 0;
          return *across > 0 && *down > 0 && data[place + 16] == 1;
        }
      place += size + 12;
    }
  return FALSE;
}

gboolean
trinh_picture_measure (GBytes *png,
                       double *width,
                       double *height,
                       gboolean *true_size,
                       GError **error)
{
  const double usual = USUAL_RESOLUTION / 0.0254;
  guint32 across = 0, down = 0;
  gsize length;
  const guchar *data;
  gboolean known;

  g_return_val_if_fail (png != NULL, FALSE);

  data = g_bytes_get_data (png, &length);
  if (length < HEAD_SIZE || memcmp (data, png_signature, sizeof png_signature) != 0)
    return fail (_ ("The picture is no PNG file. Save it as PNG with a transparent ground."), error);
  *width = read_number (data + 16);
  *height = read_number (data + 20);
  if (*width < 1 || *height < 1 || *width * *height > MOST_DOTS)
    return fail (_ ("The picture has more than 25 million dots, or none. Make it smaller."), error);

  known = find_dots_per_metre (data, length, &across, &down);
  *width *= POINTS_PER_METRE / (known ? across : usual);
  *height *= POINTS_PER_METRE / (known ? down : usual);
  if (true_size != NULL)
    *true_size = known;
  return TRUE;
}

gboolean
trinh_picture_measure_stamp (GBytes *png,
                             double *width,
                             double *height,
                             GError **error)
{
  const double millimetre = POINTS_PER_METRE / 1000;

  if (!trinh_picture_measure (png, width, height, NULL, error))
    return FALSE;
  if (MAX (*width, *height) <= STAMP_MOST * millimetre)
    return TRUE;
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PICTURE, _ ("The stamp would be %.0f × %.0f mm on paper; a stamp is about 36 mm wide. Save the picture with its true resolution in dots per inch, so that it is as large as the stamp."), *width / millimetre, *height / millimetre);
  return FALSE;
}

static cairo_status_t
read_bytes (void *closure,
            unsigned char *data,
            unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->length - reader->place)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->place, length);
  reader->place += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Not smoothed: PDF/A knows no pictures whose dots a reader makes up (ISO 19005-3, 6.2.8). */
static void
draw_picture (cairo_t *cr,
              cairo_surface_t *picture,
              double width,
              double height)
{
  cairo_scale (cr, width / cairo_image_surface_get_width (picture), height / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

static GBytes *
make_page (cairo_surface_t *picture,
           double width,
           double height,
           GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *page = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (page);
  cairo_status_t status;

  if (picture != NULL)
    draw_picture (cr, picture, width, height);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (page);
  status = cairo_surface_status (page);
  cairo_surface_destroy (page);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PICTURE, _ ("The picture could not be drawn. Choose another one, or make it smaller. (%s)"), cairo_status_to_string (status));
  return NULL;
}

GBytes *
trinh_picture_to_pdf (GBytes *png,
                      double width,
                      double height,
                      GError **error)
{
  Reader reader = { NULL };
  double own_width, own_height;
  cairo_surface_t *picture;
  GBytes *page = NULL;

  g_return_val_if_fail (png != NULL, NULL);

  if (!trinh_picture_measure (png, &own_width, &own_height, NULL, error))
    return NULL;
  reader.data = g_bytes_get_data (png, &reader.length);
  picture = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    page = make_page (picture, width, height, error);
  else
    fail (_ ("The picture is damaged and cannot be read. Save it as PNG again."), error);
  cairo_surface_destroy (picture);
  return page;
}

GBytes *
trinh_picture_make_empty (double width,
                          double height,
                          GError **error)
{
  return make_page (NULL, width, height, error);
}
