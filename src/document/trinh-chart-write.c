/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "trinh-chart-private.h"

#define LARGEST_PIXELS 16384

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status,
              GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_DRAW, _ ("The chart could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

/* g_file_set_contents_full() writes beside the file and renames, so that a full disk leaves no half of a picture. */
static gboolean
write_bytes (GByteArray *bytes,
             const char *path,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &local_error))
    return TRUE;
  g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_WRITE, _ ("The chart could not be written to “%s”: %s"), path, local_error->message);
  return FALSE;
}

static void
paint (TrinhChart *self,
       cairo_surface_t *surface,
       double width,
       double height,
       double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  trinh_chart_draw (self, cr, width, height, trinh_chart_palette_light ());
  cairo_destroy (cr);
}

GBytes *
trinh_chart_make_png (TrinhChart *self,
                      double width,
                      double height,
                      double scale)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (TRINH_IS_CHART (self), NULL);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) MIN (ceil (width * scale), LARGEST_PIXELS),
                                        (int) MIN (ceil (height * scale), LARGEST_PIXELS));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  trinh_chart_draw (self, cr, width, height, trinh_chart_palette_paper ());
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

gboolean
trinh_chart_write_png (TrinhChart *self,
                       double width,
                       double height,
                       double scale,
                       const char *path,
                       GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (TRINH_IS_CHART (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int) MIN (ceil (width * scale), LARGEST_PIXELS),
                                        (int) MIN (ceil (height * scale), LARGEST_PIXELS));
  paint (self, surface, width, height, scale);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return check_status (status, error) && write_bytes (bytes, path, error);
}

gboolean
trinh_chart_write_svg (TrinhChart *self,
                       double width,
                       double height,
                       const char *path,
                       GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (TRINH_IS_CHART (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0, FALSE);

  surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint (self, surface, width, height, 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_status (status, error) && write_bytes (bytes, path, error);
}
