/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <hb.h>

#include "trinh-layout-private.h"
#include "trinh-letters.h"

/* Stands for what no font has; the second is in every font. */
#define HOLE "□"
#define PLAIN_HOLE "?"

static gboolean
is_control (gunichar letter)
{
  return g_unichar_iscntrl (letter) && letter != '\n' && letter != '\t' && letter != '\r';
}

/* No font need have them: they join, part or choose the form of the letters beside them. */
static gboolean
is_unseen (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_FORMAT || trinh_letters_selects (letter);
}

/* Asks every font there is: slow, and done once for a letter. */
static gboolean
some_font_has (TrinhLayouter *self,
               gunichar letter)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  char letters[7] = { 0 };

  pango_layout_set_text (layout, letters, g_unichar_to_utf8 (letter, letters));
  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

static gboolean
has_letter (TrinhLayouter *self,
            gunichar letter)
{
  gpointer known;

  if (letter < 0x7F || is_unseen (letter) || g_unichar_isspace (letter))
    return TRUE;
  known = g_hash_table_lookup (self->known_letters, GUINT_TO_POINTER (letter));
  if (known == NULL)
    {
      const gboolean has = pango_font_has_char (self->font, letter) || some_font_has (self, letter);

      known = GINT_TO_POINTER (has ? 1 : 2);
      g_hash_table_insert (self->known_letters, GUINT_TO_POINTER (letter), known);
    }
  return GPOINTER_TO_INT (known) == 1;
}

/* (nullable): what is printed in its place; %NULL: itself */
static const char *
find_stand_in (TrinhLayouter *self,
               gunichar letter)
{
  if (is_control (letter))
    return " ";
  if (trinh_letters_turns (letter))
    return "";
  if (has_letter (self, letter))
    return NULL;
  return has_letter (self, g_utf8_get_char (HOLE)) ? HOLE : PLAIN_HOLE;
}

char *
trinh_layouter_clean (TrinhLayouter *self,
                      const char *letters)
{
  g_autoptr (GString) clean = NULL;

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);
      const char *stand_in = find_stand_in (self, letter);

      if (stand_in == NULL)
        {
          if (clean != NULL)
            g_string_append_unichar (clean, letter);
          continue;
        }
      if (clean == NULL)
        clean = g_string_new_len (letters, c - letters);
      g_string_append (clean, stand_in);
      if (g_utf8_strchr (self->unprinted->str, -1, letter) == NULL)
        g_string_append_unichar (self->unprinted, letter);
    }
  return clean != NULL ? g_string_free_and_steal (g_steal_pointer (&clean)) : NULL;
}

char *
trinh_layouter_find_foreign (TrinhLayouter *self,
                             const char *letters)
{
  g_autoptr (GString) foreign = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (letter < 0x7F || g_unichar_iszerowidth (letter) || g_unichar_isspace (letter) || pango_font_has_char (self->font, letter))
        continue;
      if (g_utf8_strchr (foreign->str, -1, letter) == NULL)
        g_string_append_unichar (foreign, letter);
    }
  return foreign->len > 0 ? g_string_free_and_steal (g_steal_pointer (&foreign)) : NULL;
}

TrinhText *
trinh_layouter_clean_text (TrinhLayouter *self,
                           const TrinhText *text)
{
  g_autofree char *letters = trinh_text_dup_plain (text);
  g_autofree char *clean = trinh_layouter_clean (self, letters);
  TrinhText *result;

  if (clean == NULL)
    return NULL;
  result = trinh_text_new ();
  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);
      g_autofree char *part = trinh_layouter_clean (self, run->text);

      trinh_text_add (result, part != NULL ? part : run->text, run->bold, run->italic, run->place);
    }
  return result;
}

/* In parts of the letters' size. What another font must show is as wide as a letter can be. */
static float
find_advance (TrinhLayouter *self,
              gunichar letter)
{
  hb_font_t *font = pango_font_get_hb_font (self->font);
  hb_codepoint_t glyph;
  int size = 0;

  hb_font_get_scale (font, &size, NULL);
  return size > 0 && hb_font_get_nominal_glyph (font, letter, &glyph) ? (float) hb_font_get_glyph_h_advance (font, glyph) / (float) size : 1;
}

double
trinh_layouter_guess_width (TrinhLayouter *self,
                            const char *letters)
{
  double width = 0;

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);
      const gboolean is_kept = letter < G_N_ELEMENTS (self->advances);
      float advance = is_kept ? self->advances[letter] : 0;

      if (advance <= 0)
        advance = find_advance (self, letter);
      if (is_kept)
        self->advances[letter] = advance;
      width += advance;
    }
  return width;
}

void
trinh_layout_keep_final_space (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  GSList *last = g_slist_last (line->runs);
  PangoGlyphItem *run = last != NULL ? last->data : NULL;
  const int length = run != NULL ? run->glyphs->num_glyphs : 0;
  hb_codepoint_t space;

  if (length == 0 || run->glyphs->glyphs[length - 1].glyph != PANGO_GLYPH_EMPTY || text[run->item->offset + run->item->length - 1] != ' ')
    return;
  if (hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
    run->glyphs->glyphs[length - 1].glyph = space;
}
