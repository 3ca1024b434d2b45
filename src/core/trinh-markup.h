/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core-types.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_BLOCK_PARAGRAPH,
  TRINH_BLOCK_DASH,   /* "- " */
  TRINH_BLOCK_PLUS,   /* "+ " */
  TRINH_BLOCK_STAR,   /* "* " */
  TRINH_BLOCK_LETTER, /* "a) " */
  TRINH_BLOCK_RUN_IN, /* "# ": a run-in heading without number */
} TrinhMarkupBlockKind;

typedef enum
{
  TRINH_SPAN_TEXT,
  TRINH_SPAN_VALUE,    /* {{bm3:3.3.1}} {{…|words}} {{…|pad}} {{…|label}} */
  TRINH_SPAN_DOCUMENT, /* {{doc:d1}} */
  TRINH_SPAN_TABLE,    /* {{table:bm1}} */
} TrinhMarkupSpanKind;

typedef enum
{
  TRINH_VALUE_FORMAT_PLAIN,
  TRINH_VALUE_FORMAT_WORDS,
  TRINH_VALUE_FORMAT_PAD,
  TRINH_VALUE_FORMAT_LABEL,
} TrinhMarkupValueFormat;

/**
 * TrinhMarkupSpan:
 * @text: the letters (escapes resolved), or the address, document id or form id
 * @inside: for a VALUE span: it does not begin a sentence; its words begin with a small letter
 * @start: character offset in the source, of the first sign of the span ("{{" included)
 * @end: character offset behind it
 */
typedef struct
{
  TrinhMarkupSpanKind kind;
  TrinhMarkupValueFormat format;
  char *text;
  gboolean bold;
  gboolean italic;
  gboolean inside;
  guint start;
  guint end;
} TrinhMarkupSpan;

/**
 * TrinhMarkupBlock:
 * @letter: for TRINH_BLOCK_LETTER, "a" (without the bracket)
 * @start: character offset of the line's first sign
 */
typedef struct
{
  TrinhMarkupBlockKind kind;
  char *letter;
  GPtrArray *spans; /* (element-type TrinhMarkupSpan) */
  guint start;
  guint end;
} TrinhMarkupBlock;

/**
 * TrinhMarkup:
 *
 * The text grammar of contract.md, parsed. Every text parses: what does not
 * close is literal. Immutable, reference-counted.
 */
#define TRINH_TYPE_MARKUP (trinh_markup_get_type ())

GType trinh_markup_get_type (void) G_GNUC_CONST;
TrinhMarkup *trinh_markup_parse (const char *text);
/* What stands behind these @length bytes of a paragraph begins a sentence, or is set apart by a colon, bracket or quote. */
gboolean trinh_markup_begins_sentence (const char *text,
                                       gsize length);
/* Spans only (labels of rows, titles): block marks are literal, lines stay in one block. */
TrinhMarkup *trinh_markup_parse_inline (const char *text);
TrinhMarkup *trinh_markup_ref (TrinhMarkup *self);
void trinh_markup_unref (TrinhMarkup *self);
guint trinh_markup_get_n_blocks (TrinhMarkup *self);
const TrinhMarkupBlock *trinh_markup_get_block (TrinhMarkup *self,
                                                guint position);
/**
 * trinh_markup_find_paragraph:
 * @position: from 0, among the paragraphs that the text is printed as: a line without letters is none, and a table parts the
 *   line that it stands in
 *
 * Returns: where it begins, in characters of the source; the source's end where there are not so many
 */
guint trinh_markup_find_paragraph (TrinhMarkup *self,
                                   guint position);
/* The letters without bold, italic and escapes; bound values as given. (transfer full) */
char *trinh_markup_strip (const char *text);
/* Backslash before every sign that the grammar would take. (transfer full) */
char *trinh_markup_escape (const char *text);

/* The text of bound values and citations, filled in from a report (trinh-markup-fill.c): */
/**
 * trinh_markup_fill_span:
 * @evaluation: where the values come from
 * @span: a VALUE or DOCUMENT span
 * @first: for a DOCUMENT span: the citation stands here for the first time (full form)
 * @blank: (out) (optional): the value is blank and "……" is returned
 *
 * Returns: (transfer full): what is printed
 */
char *trinh_markup_fill_span (TrinhEvaluation *evaluation,
                              const TrinhMarkupSpan *span,
                              gboolean first,
                              gboolean *blank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhMarkup, trinh_markup_unref)

G_END_DECLS
