/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-docx-private.h"

#define NO_BREAK_SPACE "\302\240"
/* Stands for a hyphen that no line ends with, until it is an element; no letter of XML */
#define NO_BREAK_HYPHEN '\036'
/* A longer word before "=" may be broken from it, and a longer number in itself, or a line would be torn elsewhere. */
#define LONGEST_WORD 24

/* In the order of the schema's CT_PPr: Word takes a file for damaged that has another. */
void
_trinh_docx_begin_paragraph (TrinhDocx *self,
                             const TrinhDocxParagraph *paragraph)
{
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:p", NULL);
  _trinh_docx_begin (part, "w:pPr", NULL);
  _trinh_docx_put (part, "w:pStyle", "w:val", paragraph->style, NULL);
  if (paragraph->keep != TRINH_DOCX_KEEP_AS_STYLE)
    _trinh_docx_put (part, "w:keepNext", "w:val", paragraph->keep == TRINH_DOCX_KEEP_NEXT ? "1" : "0", NULL);
  if (paragraph->list > 0)
    {
      _trinh_docx_begin (part, "w:numPr", NULL);
      _trinh_docx_put_number (part, "w:ilvl", (int) paragraph->list - 1);
      _trinh_docx_put_number (part, "w:numId", 1);
      _trinh_docx_end (part);
    }
  if (g_str_equal (paragraph->style, TRINH_DOCX_RULE))
    {
      _trinh_docx_begin (part, "w:pBdr", NULL);
      _trinh_docx_put (part, "w:top", "w:val", "single", "w:sz", "5", "w:space", "0", "w:color", "000000", NULL);
      _trinh_docx_end (part);
    }
  if (paragraph->before > 0)
    {
      _trinh_docx_begin (part, "w:spacing", NULL);
      _trinh_docx_add_number (part, "w:before", TRINH_DOCX_TWIPS (paragraph->before));
      _trinh_docx_end (part);
    }
  if (paragraph->left > 0 || paragraph->right > 0)
    {
      _trinh_docx_begin (part, "w:ind", NULL);
      _trinh_docx_add_number (part, "w:left", TRINH_DOCX_TWIPS (paragraph->left));
      _trinh_docx_add_number (part, "w:right", TRINH_DOCX_TWIPS (paragraph->right));
      _trinh_docx_end (part);
    }
  if (paragraph->align != NULL)
    _trinh_docx_put (part, "w:jc", "w:val", paragraph->align, NULL);
  _trinh_docx_end (part);
  self->after_table = FALSE;
}

void
_trinh_docx_end_paragraph (TrinhDocx *self)
{
  _trinh_docx_end (self->part);
}

/* "Tư pháp - Hộ tịch", "Không = 0": as on our pages, no line begins with the dash or the sign. */
static char *
join_signs (const char *text)
{
  g_auto (GStrv) dashes = g_strsplit (text, " - ", -1);
  g_autofree char *joined = g_strjoinv (NO_BREAK_SPACE "- ", dashes);
  g_auto (GStrv) signs = g_strsplit (joined, " = ", -1);
  GString *result = g_string_new (signs[0]);

  for (guint i = 1; signs[0] != NULL && signs[i] != NULL; i++)
    {
      const char *space = strrchr (signs[i - 1], ' ');
      const gsize word = strlen (space != NULL ? space + 1 : signs[i - 1]);

      g_string_append (result, word <= LONGEST_WORD ? NO_BREAK_SPACE "=" NO_BREAK_SPACE : " = ");
      g_string_append (result, signs[i]);
    }

  return g_string_free_and_steal (result);
}

/* "59/KH-UBND" */
static gboolean
is_number (const char *word)
{
  const char *slash = strchr (word, '/');

  return slash != NULL && strlen (word) <= LONGEST_WORD && strcspn (word, "0123456789") < (gsize) (slash - word);
}

/* As on our pages, the number of a document is not broken, unless its column is narrower. */
static gboolean
is_kept (TrinhDocx *self,
         const char *word)
{
  const double size = self->size > 0 ? self->size : self->settings->table;

  return is_number (word) && (self->room <= 0 || trinh_measure_text (self->measure, word, size, TRUE, -1) <= self->room);
}

static char *
join_numbers (TrinhDocx *self,
              const char *text)
{
  char *joined = g_strdelimit (g_strdup (text), (const char[]) { NO_BREAK_HYPHEN, '\0' }, ' ');

  for (char *word = joined; *word != '\0'; word += *word != '\0')
    {
      const gsize length = strcspn (word, " \n\t");
      g_autofree char *letters = g_strndup (word, length);

      if (is_kept (self, letters))
        g_strdelimit (letters, "-", NO_BREAK_HYPHEN);
      memcpy (word, letters, length);
      word += length;
    }

  return joined;
}

static const char *
get_element (char sign)
{
  if (sign == NO_BREAK_HYPHEN)
    return "w:noBreakHyphen";

  return sign == '\n' ? "w:br" : "w:tab";
}

static void
write_letters (TrinhDocx *self,
               const char *text)
{
  g_autofree char *numbers = join_numbers (self, text);
  g_autofree char *joined = join_signs (numbers);
  TrinhDocxPart *part = self->part;
  const char *start = joined;

  while (*start != '\0')
    {
      const gsize length = strcspn (start, (const char[]) { '\n', '\t', NO_BREAK_HYPHEN, '\0' });
      g_autofree char *letters = g_strndup (start, length);

      if (length > 0)
        {
          _trinh_docx_begin (part, "w:t", "xml:space", "preserve", NULL);
          _trinh_docx_add_letters (part, letters);
          _trinh_docx_end (part);
        }
      start += length;
      if (*start == '\0')
        break;
      _trinh_docx_put (part, get_element (*start), NULL);
      start++;
    }
}

void
_trinh_docx_add_run (TrinhDocx *self,
                     const char *text,
                     double size)
{
  TrinhDocxPart *part = self->part;

  _trinh_docx_begin (part, "w:r", NULL);
  if (size > 0)
    {
      _trinh_docx_begin (part, "w:rPr", NULL);
      _trinh_docx_put_number (part, "w:sz", TRINH_DOCX_HALF_POINTS (size));
      _trinh_docx_put_number (part, "w:szCs", TRINH_DOCX_HALF_POINTS (size));
      _trinh_docx_end (part);
    }
  write_letters (self, text);
  _trinh_docx_end (part);
}

/* What the run is and its paragraph's style is not, or the other way round */
static void
write_look (TrinhDocxPart *part,
            const TrinhRun *run,
            gboolean bold,
            gboolean italic,
            double size)
{
  if (run->bold == bold && run->italic == italic && size <= 0)
    return;
  _trinh_docx_begin (part, "w:rPr", NULL);
  if (run->bold != bold)
    {
      _trinh_docx_put (part, "w:b", "w:val", run->bold ? "1" : "0", NULL);
      _trinh_docx_put (part, "w:bCs", "w:val", run->bold ? "1" : "0", NULL);
    }
  if (run->italic != italic)
    {
      _trinh_docx_put (part, "w:i", "w:val", run->italic ? "1" : "0", NULL);
      _trinh_docx_put (part, "w:iCs", "w:val", run->italic ? "1" : "0", NULL);
    }
  if (size > 0)
    {
      _trinh_docx_put_number (part, "w:sz", TRINH_DOCX_HALF_POINTS (size));
      _trinh_docx_put_number (part, "w:szCs", TRINH_DOCX_HALF_POINTS (size));
    }
  _trinh_docx_end (part);
}

void
_trinh_docx_add_text (TrinhDocx *self,
                      const TrinhText *text,
                      gsize skipped,
                      gboolean bold,
                      gboolean italic)
{
  TrinhDocxPart *part = self->part;

  for (guint i = 0; i < trinh_text_get_n_runs (text); i++)
    {
      const TrinhRun *run = trinh_text_get_run (text, i);
      const gsize length = strlen (run->text);

      if (length <= skipped)
        {
          skipped -= length;
          continue;
        }
      _trinh_docx_begin (part, "w:r", NULL);
      write_look (part, run, bold, italic, self->size);
      write_letters (self, run->text + skipped);
      _trinh_docx_end (part);
      skipped = 0;
    }
}

void
_trinh_docx_add_line (TrinhDocx *self,
                      const char *style,
                      const char *text)
{
  const TrinhDocxParagraph paragraph = { .style = style };

  _trinh_docx_begin_paragraph (self, &paragraph);
  if (text != NULL && *text != '\0')
    _trinh_docx_add_run (self, text, 0);
  _trinh_docx_end_paragraph (self);
}

void
_trinh_docx_add_rule (TrinhDocx *self,
                      double width,
                      double room)
{
  const double side = (room - width) / 2;
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_RULE, .left = side, .right = side };

  if (width <= 0)
    return;
  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_end_paragraph (self);
}

void
_trinh_docx_add_space (TrinhDocx *self,
                       double points)
{
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_GAP, .keep = TRINH_DOCX_KEEP_NEXT, .before = points - 1 };

  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_end_paragraph (self);
}

void
_trinh_docx_add_gap (TrinhDocx *self,
                     gboolean keep_next)
{
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_GAP, .keep = keep_next ? TRINH_DOCX_KEEP_NEXT : TRINH_DOCX_KEEP_AS_STYLE };

  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_end_paragraph (self);
}
