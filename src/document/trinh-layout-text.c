/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "trinh-layout-cache.h"
#include "trinh-layout-font.h"

static gboolean
font_is_installed (PangoFontMap *map,
                   PangoContext *context,
                   const char *family)
{
  g_autoptr (PangoFontDescription) wanted = pango_font_description_new ();
  g_autoptr (PangoFontDescription) found = NULL;
  g_autoptr (PangoFont) font = NULL;

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_size (wanted, 14 * PANGO_SCALE);
  font = pango_font_map_load_font (map, context, wanted);
  if (font == NULL)
    return FALSE;
  found = pango_font_describe (font);
  return g_ascii_strcasecmp (pango_font_description_get_family (found), family) == 0;
}

/* The substitute is named outright, or the choice would hang on the machine's aliases. */
static const char *
choose_family (PangoFontMap *map,
               PangoContext *context)
{
  static const char *const families[] = { "Times New Roman", "Liberation Serif", "Tinos" };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (font_is_installed (map, context, families[i]))
      return families[i];
  return "serif";
}

static void
prepare_context (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Without hinting a line has the same width on screen and on paper. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  cairo_font_options_destroy (options);
}

/* What an alias such as "serif" stands for on this machine */
static void
name_family (TrinhLayouter *self)
{
  g_autoptr (PangoFontDescription) found = pango_font_describe (self->font);

  g_set_str (&self->family, pango_font_description_get_family (found));
}

gboolean
trinh_layouter_prepare_fonts (TrinhLayouter *self,
                              GError **error)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  /* A map of its own, so that the pages can be drawn on another thread. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  self->context = pango_font_map_create_context (map);
  prepare_context (self->context);
  self->family = g_strdup (choose_family (map, self->context));
  pango_font_description_set_family (description, self->family);
  pango_font_description_set_size (description, 14 * PANGO_SCALE);
  pango_context_set_font_description (self->context, description);
  self->font = pango_font_map_load_font (map, self->context, description);
  if (self->font == NULL)
    {
      g_set_error_literal (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FONT, _ ("No font was found to lay out the pages. Install the Liberation fonts (package fonts-liberation) or Times New Roman and try again."));
      return FALSE;
    }
  name_family (self);
  _trinh_layout_font_remember (self->family);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));
  return TRUE;
}

void
trinh_layouter_borrow_fonts (TrinhLayouter *self,
                             TrinhLayouter *lender)
{
  self->context = g_object_ref (lender->context);
  self->attributes = pango_attr_list_ref (lender->attributes);
  self->family = g_strdup (lender->family);
  self->font = g_object_ref (lender->font);
  g_hash_table_unref (self->known_letters);
  self->known_letters = g_hash_table_ref (lender->known_letters);
}

static void
add_attribute (PangoAttrList *list,
               PangoAttribute *attribute,
               gsize start,
               gsize end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (TrinhLayouter *self,
                 const TrinhText *text,
                 const TrinhTextStyle *style)
{
  PangoAttrList *list = pango_attr_list_copy (self->attributes);
  gsize offset = 0;

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);
      gsize end = offset + strlen (run->text);

      if (run->bold && !style->bold)
        add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), offset, end);
      if (run->italic && !style->italic)
        add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), offset, end);
      offset = end;
    }
  return list;
}

static PangoLayout *
make_styled (TrinhLayouter *self,
             const TrinhTextStyle *style,
             double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_size (font, (int) (style->size * PANGO_SCALE));
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  if (width >= 0)
    pango_layout_set_width (layout, (int) (MAX (width, style->size) * PANGO_SCALE));
  g_ptr_array_add (self->layouts, layout);
  return layout;
}

static char *
describe_style (const TrinhTextStyle *style,
                double width)
{
  return g_strdup_printf ("%d %d %d%d%d%d %d",
                          (int) (width * PANGO_SCALE),
                          (int) (style->size * PANGO_SCALE),
                          (int) style->align,
                          style->bold,
                          style->italic,
                          style->justify,
                          (int) (style->indent * PANGO_SCALE));
}

static char *
describe_text (const TrinhText *text,
               const TrinhTextStyle *style,
               double width)
{
  g_autofree char *first = describe_style (style, width);
  GString *look = g_string_new (first);

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);

      g_string_append_printf (look, "\n%d%d%" G_GSIZE_FORMAT " ", run->bold, run->italic, strlen (run->text));
      g_string_append (look, run->text);
    }
  return g_string_free_and_steal (look);
}

/* A text that looks like this was laid out before: @layouts holds it as if it were new. */
static PangoLayout *
find_layout (TrinhLayouter *self,
             const char *look)
{
  PangoLayout *layout = self->cache != NULL ? trinh_layout_cache_find (self->cache, look) : NULL;

  if (layout != NULL)
    g_ptr_array_add (self->layouts, g_object_ref (layout));
  return layout;
}

static void
keep_layout (TrinhLayouter *self,
             char *look,
             PangoLayout *layout)
{
  if (self->cache != NULL)
    trinh_layout_cache_add (self->cache, look, layout);
  else
    g_free (look);
}

static void
set_attributes (PangoLayout *layout,
                PangoAttrList *attributes,
                const TrinhTextStyle *style)
{
  pango_layout_set_attributes (layout, attributes);
  if (style->justify)
    trinh_layout_justify (layout);
}

/* A number is not broken, unless it is wider than its column. */
static void
set_text (TrinhLayouter *self,
          PangoLayout *layout,
          const TrinhText *text,
          const TrinhTextStyle *style)
{
  g_autofree char *letters = trinh_text_dup_plain (text);
  g_autoptr (PangoAttrList) attributes = make_attributes (self, text, style);
  const gboolean kept = trinh_layout_keep_whole (attributes, letters);

  pango_layout_set_text (layout, letters, -1);
  set_attributes (layout, attributes, style);
  if (kept && pango_layout_get_width (layout) >= 0)
    {
      g_autoptr (PangoAttrList) loosened = trinh_layout_loosen (layout);

      if (loosened != NULL)
        set_attributes (layout, loosened, style);
    }
}

PangoLayout *
trinh_layouter_make_layout (TrinhLayouter *self,
                            const TrinhText *text,
                            const TrinhTextStyle *style,
                            double width)
{
  g_autofree char *look = describe_text (text, style, width);
  PangoLayout *layout = find_layout (self, look);

  if (layout != NULL)
    return layout;
  layout = make_styled (self, style, width);
  set_text (self, layout, text, style);
  keep_layout (self, g_steal_pointer (&look), layout);
  return layout;
}

PangoLayout *
trinh_layouter_make_plain (TrinhLayouter *self,
                           const char *text,
                           const TrinhTextStyle *style,
                           double width)
{
  g_autofree char *first = describe_style (style, width);
  g_autofree char *look = g_strconcat (first, "\np", text, NULL);
  PangoLayout *layout = find_layout (self, look);

  if (layout != NULL)
    return layout;
  layout = make_styled (self, style, width);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, self->attributes);
  keep_layout (self, g_steal_pointer (&look), layout);
  return layout;
}

void
trinh_layout_measure (PangoLayout *layout,
                      double *width,
                      double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

double
trinh_layouter_measure_style (TrinhLayouter *self,
                              const char *text,
                              const TrinhTextStyle *style)
{
  g_autofree char *first = describe_style (style, -1);
  g_autofree char *look = g_strconcat (first, text, NULL);
  double width;

  if (self->cache != NULL && trinh_layout_cache_find_width (self->cache, look, &width))
    return width;
  trinh_layout_measure (trinh_layouter_make_plain (self, text, style, -1), &width, NULL);
  g_ptr_array_set_size (self->layouts, self->layouts->len - 1);
  if (self->cache != NULL)
    trinh_layout_cache_add_width (self->cache, g_steal_pointer (&look), width);
  return width;
}

double
trinh_layouter_measure_width (TrinhLayouter *self,
                              const char *text,
                              double size,
                              gboolean bold)
{
  TrinhTextStyle style = { .size = size, .bold = bold };

  return trinh_layouter_measure_style (self, text, &style);
}

double
trinh_layouter_get_ascent (TrinhLayouter *self,
                           double size)
{
  TrinhTextStyle style = { .size = size };
  PangoLayout *layout = trinh_layouter_make_plain (self, "X", &style, -1);
  double ascent = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  g_ptr_array_set_size (self->layouts, self->layouts->len - 1);
  return ascent;
}
