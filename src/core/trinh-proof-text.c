/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-proof-private.h"

static void
heading_clear (gpointer data)
{
  g_free (((TrinhProofHeading *) data)->title);
}

static void
append_offset (TrinhProofText *self,
               guint offset)
{
  g_array_append_val (self->offsets, offset);
}

/* Behind a backslash the next sign counts, as the markup takes it. */
static void
append_span (TrinhProofText *self,
             GString *plain,
             const TrinhMarkupSpan *span)
{
  guint length = (guint) g_utf8_strlen (span->text, -1);
  guint escapes = span->end - span->start > length ? span->end - span->start - length : 0;

  if (span->kind != TRINH_SPAN_TEXT)
    {
      g_string_append_unichar (plain, TRINH_PROOF_OBJECT);
      append_offset (self, span->start);
      return;
    }
  g_string_append (plain, span->text);
  for (guint i = 0; i < length; i++)
    append_offset (self, span->start + i);
  /* With escapes in it the place is that of the whole span, roughly. */
  for (guint i = 0; escapes > 0 && i < length; i++)
    g_array_index (self->offsets, guint, self->offsets->len - length + i) = MIN (span->start + i, span->end - 1);
}

static void
append_block (TrinhProofText *self,
              GString *plain,
              const TrinhMarkupBlock *block)
{
  gsize begin = plain->len;

  for (guint i = 0; i < block->spans->len; i++)
    append_span (self, plain, g_ptr_array_index (block->spans, i));
  if (block->kind == TRINH_BLOCK_RUN_IN)
    {
      TrinhProofHeading heading = { g_strdup (plain->str + begin), block->start, block->end };

      g_array_append_val (self->headings, heading);
    }
  g_string_append_c (plain, '\n');
  append_offset (self, block->end);
}

static guint
map_offset (TrinhProofText *self,
            guint character)
{
  return g_array_index (self->offsets, guint, MIN (character, self->offsets->len - 1));
}

static guint
map_end (TrinhProofText *self,
         guint character)
{
  return character > 0 ? map_offset (self, character - 1) + 1 : map_offset (self, 0);
}

static void
map_citations (TrinhProofText *self)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      TrinhCitation *citation = g_ptr_array_index (self->citations, i);

      citation->start = map_offset (self, citation->start);
      citation->end = map_end (self, citation->end);
    }
}

TrinhProofText *
_trinh_proof_text_new (TrinhSection *section,
                       TrinhLexicon *lexicon)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (trinh_section_get_text (section));
  TrinhProofText *self = g_new0 (TrinhProofText, 1);
  GString *plain = g_string_new (NULL);

  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->headings = g_array_new (FALSE, FALSE, sizeof (TrinhProofHeading));
  g_array_set_clear_func (self->headings, heading_clear);
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    append_block (self, plain, trinh_markup_get_block (markup, i));
  append_offset (self, self->offsets->len > 0 ? g_array_index (self->offsets, guint, self->offsets->len - 1) : 0);
  self->plain = g_string_free_and_steal (plain);
  self->citations = trinh_citation_parse (self->plain, lexicon);
  map_citations (self);
  return self;
}

void
_trinh_proof_text_free (TrinhProofText *self)
{
  g_free (self->plain);
  g_array_unref (self->offsets);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->citations);
  g_free (self);
}

TrinhProofPlace
_trinh_proof_text_place (TrinhTextCheck *check,
                         const char *start,
                         const char *end)
{
  TrinhProofText *text = check->proof;
  guint first = (guint) g_utf8_pointer_to_offset (text->plain, start);
  guint behind = first + (guint) g_utf8_pointer_to_offset (start, end);

  return (TrinhProofPlace) { check, map_offset (text, first), map_end (text, behind) };
}
