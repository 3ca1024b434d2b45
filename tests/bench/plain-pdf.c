/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "plain-pdf.h"

#define SIZES "(dd)"
#define TEXTS "(uddddbbs)"
#define FORMAT "(sa" SIZES "a" TEXTS ")"

static void
text_clear (gpointer data)
{
  g_free (((PlainText *) data)->text);
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (PangoContext *context,
           cairo_t *cr,
           const char *family,
           const PlainText *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, text->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text->text, -1);
  cairo_move_to (cr, text->x, text->y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_pages (const PlainDocument *self,
            cairo_surface_t *surface)
{
  /* A map of its own, as a program that has just started has. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_t *cr = cairo_create (surface);
  guint next = 0;

  for (guint page = 0; page < self->sizes->len / 2; page++)
    {
      cairo_pdf_surface_set_size (surface, g_array_index (self->sizes, double, 2 * page), g_array_index (self->sizes, double, 2 * page + 1));
      for (; next < self->texts->len && g_array_index (self->texts, PlainText, next).page == page; next++)
        draw_text (context, cr, self->family, &g_array_index (self->texts, PlainText, next));
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  g_object_unref (context);
}

PlainDocument *
plain_document_new (void)
{
  PlainDocument *self = g_new0 (PlainDocument, 1);

  self->sizes = g_array_new (FALSE, FALSE, sizeof (double));
  self->texts = g_array_new (FALSE, FALSE, sizeof (PlainText));
  g_array_set_clear_func (self->texts, text_clear);
  return self;
}

void
plain_document_free (PlainDocument *self)
{
  g_free (self->family);
  g_array_unref (self->sizes);
  g_array_unref (self->texts);
  g_free (self);
}

void
plain_document_write (const PlainDocument *self,
                      const char *path)
{
  g_auto (GVariantBuilder) sizes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" SIZES));
  g_auto (GVariantBuilder) texts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" TEXTS));
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i + 1 < self->sizes->len; i += 2)
    g_variant_builder_add (&sizes, SIZES, g_array_index (self->sizes, double, i), g_array_index (self->sizes, double, i + 1));
  for (guint i = 0; i < self->texts->len; i++)
    {
      const PlainText *text = &g_array_index (self->texts, PlainText, i);

      g_variant_builder_add (&texts, TEXTS, text->page, text->x, text->y, text->width, text->size, text->bold, text->italic, text->text);
    }
  content = g_variant_ref_sink (g_variant_new (FORMAT, self->family, &sizes, &texts));
  if (!g_file_set_contents (path, g_variant_get_data (content), g_variant_get_size (content), &error))
    g_error ("%s", error->message);
}

PlainDocument *
plain_document_read (const char *path)
{
  PlainDocument *self = plain_document_new ();
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GVariantIter) sizes = NULL;
  g_autoptr (GVariantIter) texts = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  double size[2];
  PlainText text;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  content = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (FORMAT), data, length, TRUE, g_free, data));
  g_variant_get (content, FORMAT, &self->family, &sizes, &texts);
  while (g_variant_iter_next (sizes, SIZES, &size[0], &size[1]))
    g_array_append_vals (self->sizes, size, 2);
  while (g_variant_iter_next (texts, TEXTS, &text.page, &text.x, &text.y, &text.width, &text.size, &text.bold, &text.italic, &text.text))
    g_array_append_val (self->texts, text);
  return self;
}

GBytes *
plain_document_draw (const PlainDocument *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);

  draw_pages (self, surface);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("The plain program could not draw: %s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
