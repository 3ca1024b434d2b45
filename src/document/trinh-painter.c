/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <hb.h>
#include <math.h>

#include "trinh-chart-private.h"
#include "trinh-painter.h"

static void
paint_text (const TrinhItem *item,
            cairo_t *cr)
{
  cairo_move_to (cr, item->x, item->y + item->baseline);
  pango_cairo_show_layout_line (cr, item->line);
}

/* A font of symbols need have no space: the page's own has. (transfer full) (nullable) */
static PangoFont *
find_font_of_space (const TrinhItem *item,
                    const PangoLayoutRun *run)
{
  PangoFont *font = run->item->analysis.font;
  hb_codepoint_t space;

  if (hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &space))
    return g_object_ref (font);
  return pango_context_load_font (pango_layout_get_context (item->layout), pango_layout_get_font_description (item->layout));
}

/* Who reads the tags aloud goes on at once where a line ends by force: a space parts the words. */
static void
part_lines (const TrinhItem *item,
            cairo_t *cr)
{
  const GSList *last = g_slist_last (item->line->runs);
  const PangoLayoutRun *run = last != NULL ? last->data : NULL;
  g_autoptr (PangoFont) font = NULL;

  if (run == NULL || pango_layout_get_text (item->layout)[item->line->start_index + item->line->length] != '\n')
    return;
  font = find_font_of_space (item, run);
  if (font == NULL)
    return;
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_move_to (cr, item->x + item->width, item->y + item->baseline);
  cairo_show_text (cr, " ");
}

/* Without hinting and with the page's font, as all of it */
static void
paint_figure (const TrinhItem *item,
              cairo_t *cr)
{
  TrinhChartPalette palette = *trinh_chart_palette_paper ();

  palette.font = item->name;
  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  trinh_chart_draw_full (item->chart, cr, item->width, item->height, &palette, pango_layout_get_context (item->layout), NULL);
  cairo_restore (cr);
}

static void
tell_sink (const TrinhItem *item,
           cairo_t *cr,
           const TrinhTagSink *sink)
{
  if (sink == NULL)
    return;
  if (item->kind == TRINH_ITEM_BEGIN)
    sink->begin (cr, item->name, NULL, sink->user_data);
  else if (item->kind == TRINH_ITEM_END)
    sink->end (cr, item->name, sink->user_data);
}

/* Letters may stand out of their line by a part of its height. */
static gboolean
is_within (const TrinhItem *item,
           const TrinhStrip *strip)
{
  double over = TRINH_STRIP_OVER + item->height / 3;

  return strip == NULL || (item->y + item->height + over > strip->top && item->y - over < strip->bottom);
}

/* Parts of a point that no printer shows */
static gboolean
are_near (double a,
          double b)
{
  return fabs (a - b) < 1e-3;
}

/* Whether @item goes on where @line ends, as the edge of a cell does on that of the one before or above. */
static gboolean
join (TrinhItem *line,
      const TrinhItem *item)
{
  gboolean flat = are_near (line->height, 0) && are_near (item->height, 0);
  gboolean upright = are_near (line->width, 0) && are_near (item->width, 0);

  if (flat && are_near (line->y, item->y) && are_near (line->x + line->width, item->x))
    line->width += item->width;
  else if (upright && are_near (line->x, item->x) && are_near (line->y + line->height, item->y))
    line->height += item->height;
  else
    return FALSE;
  return TRUE;
}

/* The lines that stand next to each other among the items, joined. Returns the position behind the last. */
static guint
collect_rules (const TrinhPage *page,
               guint first,
               const TrinhStrip *strip,
               GArray *lines)
{
  guint i = first;

  for (; i < page->items->len; i++)
    {
      const TrinhItem *item = &g_array_index (page->items, TrinhItem, i);
      guint j = lines->len;

      if (item->kind != TRINH_ITEM_RULE)
        break;
      if (!is_within (item, strip))
        continue;
      while (j > 0 && !join (&g_array_index (lines, TrinhItem, j - 1), item))
        j--;
      if (j == 0)
        g_array_append_vals (lines, item, 1);
    }
  return i;
}

/* Neighbouring lines are one path. Returns the position behind the last. */
static guint
paint_rules (const TrinhPage *page,
             guint first,
             const TrinhStrip *strip,
             cairo_t *cr)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TrinhItem));
  guint next = collect_rules (page, first, strip, lines);

  cairo_new_path (cr);
  for (guint i = 0; i < lines->len; i++)
    {
      const TrinhItem *line = &g_array_index (lines, TrinhItem, i);

      cairo_move_to (cr, line->x, line->y);
      cairo_rel_line_to (cr, line->width, line->height);
    }
  cairo_stroke (cr);
  return next;
}

void
trinh_painter_paint (const TrinhPage *page,
                     double rule,
                     const TrinhStrip *strip,
                     cairo_t *cr,
                     const TrinhTagSink *sink)
{
  guint i = 0;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, rule);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  while (i < page->items->len)
    {
      const TrinhItem *item = &g_array_index (page->items, TrinhItem, i);

      if (item->kind == TRINH_ITEM_RULE)
        {
          i = paint_rules (page, i, strip, cr);
          continue;
        }
      if (item->kind == TRINH_ITEM_TEXT && is_within (item, strip))
        {
          paint_text (item, cr);
          if (sink != NULL)
            part_lines (item, cr);
        }
      else if (item->kind == TRINH_ITEM_FIGURE && is_within (item, strip))
        paint_figure (item, cr);
      else
        tell_sink (item, cr, sink);
      i++;
    }
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_png (TrinhPages *self,
          guint page,
          double resolution,
          GByteArray *bytes)
{
  double width = 0;
  double height = 0;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  trinh_pages_get_size (self, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) (width * resolution / 72 + 0.5),
                                        (int) (height * resolution / 72 + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, resolution / 72, resolution / 72);
  trinh_pages_draw (self, page, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
trinh_pages_write_png (TrinhPages *self,
                       guint page,
                       double resolution,
                       const char *path,
                       GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (TRINH_IS_PAGES (self), FALSE);
  g_return_val_if_fail (page < trinh_pages_get_n_pages (self), FALSE);
  g_return_val_if_fail (resolution > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  status = draw_png (self, page, resolution, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_DRAW, _ ("Page %u could not be drawn: %s"), page + 1, cairo_status_to_string (status));
      return FALSE;
    }
  /* Written beside the file and renamed: a full disk leaves no half of a picture. */
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}
