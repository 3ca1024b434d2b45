/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Pango counts the space at a line's end where the next line begins with another font, and draws a line of one word
 * apart: the lines are spread here. */

#include "config.h"

#include "trinh-layout-private.h"

#define NO_BREAK_SPACE "\302\240"

/* Behind the last letter of @line that is no space */
static const char *
find_end (PangoLayoutLine *line)
{
  const char *start = pango_layout_get_text (line->layout) + line->start_index;
  const char *end = start + line->length;

  while (end > start && end[-1] == ' ')
    end--;
  return end;
}

/* @spaces: what may be wider; of PangoGlyphInfo. What stands behind the last letter takes no room. Returns the width. */
static int
collect_spaces (PangoLayoutLine *line,
                GPtrArray *spaces)
{
  const char *text = pango_layout_get_text (line->layout);
  const char *end = find_end (line);
  int width = 0;

  for (GSList *link = line->runs; link != NULL; link = link->next)
    {
      const PangoLayoutRun *run = link->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
          const char *letter = text + run->item->offset + run->glyphs->log_clusters[i];

          if (letter >= end)
            glyph->geometry.width = 0;
          else if (*letter == ' ' || g_str_has_prefix (letter, NO_BREAK_SPACE))
            g_ptr_array_add (spaces, glyph);
          width += glyph->geometry.width;
        }
    }
  return width;
}

static void
spread_line (PangoLayoutLine *line,
             GPtrArray *spaces)
{
  const int indent = line->is_paragraph_start ? pango_layout_get_indent (line->layout) : 0;
  int rest;

  g_ptr_array_set_size (spaces, 0);
  rest = pango_layout_get_width (line->layout) - indent - collect_spaces (line, spaces);
  for (guint i = 0; i < spaces->len && rest > 0; i++)
    {
      PangoGlyphInfo *glyph = g_ptr_array_index (spaces, i);
      const int part = rest / (int) (spaces->len - i);

      glyph->geometry.width += part;
      rest -= part;
    }
}

void
trinh_layout_justify (PangoLayout *layout)
{
  g_autoptr (GPtrArray) spaces = g_ptr_array_new ();

  for (GSList *link = pango_layout_get_lines (layout); link != NULL && link->next != NULL; link = link->next)
    if (!((PangoLayoutLine *) link->next->data)->is_paragraph_start)
      spread_line (link->data, spaces);
}
