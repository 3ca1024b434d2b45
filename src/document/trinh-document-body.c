/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-document-private.h"

/* A line of a section's text that is being put together */
typedef struct
{
  TrinhDocumentBuilder *builder;
  const char *place;
  TrinhBlockType type;
  TrinhText *text;
  const TrinhMarkupSpan *next; /* (nullable): behind the one that is added */
  gsize taken;                 /* bytes of it that stand in the text already */
} Line;

static const char *const marks[] = {
  [TRINH_BLOCK_PARAGRAPH] = "",
  [TRINH_BLOCK_DASH] = "- ",
  [TRINH_BLOCK_PLUS] = "+ ",
  [TRINH_BLOCK_STAR] = "* ",
  [TRINH_BLOCK_LETTER] = "",
  [TRINH_BLOCK_RUN_IN] = "",
};

static TrinhBlockType
get_type (TrinhMarkupBlockKind kind)
{
  if (kind == TRINH_BLOCK_RUN_IN)
    return TRINH_BLOCK_TYPE_RUN_IN;
  return kind == TRINH_BLOCK_PARAGRAPH ? TRINH_BLOCK_TYPE_PARAGRAPH : TRINH_BLOCK_TYPE_LIST_ITEM;
}

static void
finish_line (Line *line)
{
  trinh_text_trim_end (line->text, "");
  if (!trinh_text_is_empty (line->text))
    g_ptr_array_add (line->builder->blocks, trinh_block_new_text (line->type, line->place, line->text));
  else
    trinh_text_free (line->text);
  line->text = trinh_text_new ();
}

/* A form inside a text stands between two paragraphs. */
static void
add_table (Line *line,
           const TrinhMarkupSpan *span)
{
  TrinhForm *form = trinh_regime_find_form (line->builder->regime, span->text);

  if (form == NULL)
    {
      trinh_text_add (line->text, "……", span->bold, span->italic, NULL);
      return;
    }
  finish_line (line);
  line->type = TRINH_BLOCK_TYPE_PARAGRAPH;
  trinh_document_builder_add_form (line->builder, form, TRUE);
}

/* The bytes of "%" or " %" that a text begins with, 0: of neither */
static gsize
measure_percent (const char *letters)
{
  static const char *const signs[] = { "%", " %", "\u00a0%", "\u202f%" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (letters, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* "63,6% (ước)": no mark parts a number from its sign. */
static void
add_value (Line *line,
           const TrinhMarkupSpan *span,
           const char *letters,
           gboolean bold,
           gboolean italic)
{
  const TrinhMarkupSpan *next = line->next != NULL && line->next->kind == TRINH_SPAN_TEXT ? line->next : NULL;
  const gboolean run_in = line->type == TRINH_BLOCK_TYPE_RUN_IN;
  const gsize taken = next != NULL && g_str_has_suffix (letters, TRINH_VALUE_ESTIMATE_MARK) ? measure_percent (next->text) : 0;
  g_autofree char *number = NULL;
  g_autofree char *sign = NULL;

  if (next == NULL || taken == 0)
    {
      trinh_text_add (line->text, letters, bold, italic, span->text);
      return;
    }
  number = g_strndup (letters, strlen (letters) - strlen (TRINH_VALUE_ESTIMATE_MARK));
  sign = g_strndup (next->text, taken);
  trinh_text_add (line->text, number, bold, italic, span->text);
  trinh_text_add (line->text, sign, next->bold || run_in, next->italic || run_in, NULL);
  trinh_text_add (line->text, TRINH_VALUE_ESTIMATE_MARK, bold, italic, NULL);
  line->taken = taken;
}

static void
add_filled (Line *line,
            const TrinhMarkupSpan *span,
            gboolean bold,
            gboolean italic)
{
  TrinhDocumentBuilder *builder = line->builder;
  gboolean first = FALSE;
  g_autofree char *letters = NULL;

  if (span->kind == TRINH_SPAN_DOCUMENT)
    first = g_hash_table_add (builder->cited, g_strdup (span->text));
  letters = trinh_markup_fill_span (builder->evaluation, span, first, NULL);
  if (span->kind == TRINH_SPAN_VALUE)
    add_value (line, span, letters, bold, italic);
  else
    trinh_text_add (line->text, letters, bold, italic, NULL);
}

static void
add_span (Line *line,
          const TrinhMarkupSpan *span)
{
  gboolean run_in = line->type == TRINH_BLOCK_TYPE_RUN_IN;
  const char *letters = span->text + line->taken;

  line->taken = 0;
  /* A paragraph does not begin with the space that stood behind a table. */
  if (trinh_text_is_empty (line->text))
    letters += strspn (letters, " ");
  switch (span->kind)
    {
    case TRINH_SPAN_TEXT:
      trinh_text_add (line->text, letters, span->bold || run_in, span->italic || run_in, NULL);
      break;
    case TRINH_SPAN_VALUE:
    case TRINH_SPAN_DOCUMENT:
      add_filled (line, span, span->bold || run_in, span->italic || run_in);
      break;
    case TRINH_SPAN_TABLE:
      add_table (line, span);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_markup_block (TrinhDocumentBuilder *self,
                  const char *place,
                  const TrinhMarkupBlock *block)
{
  Line line = { .builder = self, .place = place, .type = get_type (block->kind) };

  line.text = trinh_text_new ();
  trinh_text_add (line.text, marks[block->kind], FALSE, FALSE, NULL);
  if (block->kind == TRINH_BLOCK_LETTER)
    {
      g_autofree char *mark = g_strconcat (block->letter, ") ", NULL);

      trinh_text_add (line.text, mark, FALSE, FALSE, NULL);
    }
  for (guint i = 0; i < block->spans->len; i++)
    {
      line.next = i + 1 < block->spans->len ? g_ptr_array_index (block->spans, i + 1) : NULL;
      add_span (&line, g_ptr_array_index (block->spans, i));
    }
  finish_line (&line);
  trinh_text_free (line.text);
}

/* "a)", "đ)": a letter and a bracket */
static gboolean
is_letter (const char *number)
{
  return g_unichar_isalpha (g_utf8_get_char (number)) && g_str_equal (g_utf8_next_char (number), ")");
}

/* 1 for "I.", 2 for "1.", 3 for "1.1.", 4 for "a)" wherever it stands; a section the outline does not know is judged by its number. */
static guint
find_level (TrinhDocumentBuilder *self,
            TrinhSection *section)
{
  TrinhOutline *outline = trinh_regime_get_outline (self->regime);
  TrinhOutlineItem *item = trinh_outline_find_item (outline, trinh_section_get_outline (section));
  const char *number = trinh_section_get_number (section);

  if (is_letter (number))
    return TRINH_BLOCK_LEVELS;
  if (item != NULL)
    return trinh_outline_item_get_level (item);
  if (!g_ascii_isdigit (*number))
    return 1;
  return strchr (number, '.') != NULL && g_ascii_isdigit (strchr (number, '.')[1]) ? 3 : 2;
}

static char *
make_heading_letters (TrinhSection *section)
{
  const char *number = trinh_section_get_number (section);
  const char *title = trinh_section_get_title (section);

  if (*number == '\0')
    return g_strdup (title);
  return g_strconcat (number, g_str_has_suffix (number, ".") || g_str_has_suffix (number, ")") ? " " : ". ", title, NULL);
}

/* "a)" lies below whatever heading is before it that is none of its kind. */
static guint
find_depth (TrinhDocumentBuilder *self,
            guint level)
{
  if (level < TRINH_BLOCK_LEVELS)
    return level;
  for (guint i = self->blocks->len; i > 0; i--)
    {
      const TrinhBlock *block = g_ptr_array_index (self->blocks, i - 1);

      if (block->type == TRINH_BLOCK_TYPE_HEADING && block->level < level)
        return block->level + 1;
    }
  return 1;
}

static void
add_heading (TrinhDocumentBuilder *self,
             TrinhSection *section)
{
  g_autofree char *letters = make_heading_letters (section);
  guint level = find_level (self, section);
  TrinhText *text = trinh_text_new_plain (letters, level < TRINH_BLOCK_LEVELS, level == 3);
  TrinhBlock *block = trinh_block_new_heading (trinh_section_get_id (section), level, text);

  block->depth = find_depth (self, level);
  if (trinh_section_get_none (section))
    {
      trinh_text_trim_end (text, ".:;");
      trinh_text_add (text, ": Không.", FALSE, FALSE, NULL);
      block->run_on = TRUE;
    }
  g_ptr_array_add (self->blocks, block);
}

static void
add_section (TrinhDocumentBuilder *self,
             TrinhSection *section)
{
  g_autoptr (TrinhMarkup) markup = NULL;

  if (*trinh_section_get_title (section) != '\0' || *trinh_section_get_number (section) != '\0')
    add_heading (self, section);
  if (trinh_section_get_none (section))
    return;
  markup = trinh_markup_parse (trinh_section_get_text (section));
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    add_markup_block (self, trinh_section_get_id (section), trinh_markup_get_block (markup, i));
}

void
trinh_document_builder_add_body (TrinhDocumentBuilder *self)
{
  GListModel *sections = trinh_report_get_sections (self->report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      add_section (self, section);
    }
  trinh_document_close_text (self->blocks);
}
