/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "trinh-document.h"

G_BEGIN_DECLS

/**
 * TrinhLine:
 * @y: top of what the line takes, its spacing included
 * @height: from @y to the next line's top
 * @font_height: of the line without any spacing
 * @baseline: points from the page's top
 * @start: of its letters in the box's text, bytes
 * @length: bytes
 * @first: it begins a paragraph
 *
 * One line of a box's text.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double font_height;
  double baseline;
  guint start;
  guint length;
  gboolean first;
} TrinhLine;

/**
 * TrinhBox:
 * @role: what stands there, as data/layouts name it: "motto-country", "motto", "motto-rule", "superior",
 *   "office", "office-rule", "number", "date", "kind", "subject", "subject-rule", "addressees",
 *   "heading-1" to "heading-4", "run-in", "paragraph", "list-item", "value" (a bound value in a text),
 *   "caption", "figure" (all letters of the chart), "figure-unit", "figure-source", "table-head", "cell", "recipients-head", "recipients", "capacity", "signatory-title",
 *   "signature" (the space for it), "signatory-name", "annex-label", "annex-title", "annex-note",
 *   "annex-rule", "page-number"
 * @page: from 0
 * @x: points from the page's left edge
 * @y: points from the top
 * @width: points
 * @height: points
 * @place: (nullable): section id or cell address it shows, to go there
 * @text: the letters
 * @size: of the font, points
 * @family: (nullable): of the font
 * @unprinted: (nullable): letters of it that could not be printed: what no font has, control characters
 * @table: number of the table it stands in, from 1; 0 none
 * @continued: what it shows began on a page before; of a table's head: it is repeated
 * @lines: (element-type TrinhLine): of its text
 */
typedef struct
{
  const char *role;
  guint page;
  double x;
  double y;
  double width;
  double height;
  char *place;
  char *text;
  double size;
  gboolean bold;
  gboolean italic;
  const char *family;
  char *unprinted;
  guint table;
  gboolean continued;
  GArray *lines;
} TrinhBox;

/**
 * TrinhPages:
 *
 * A document laid out on pages with Pango: the one result that screen, paper
 * and PDF paint. Immutable when made; may be drawn from any thread.
 */
#define TRINH_TYPE_PAGES (trinh_pages_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPages, trinh_pages, TRINH, PAGES, GObject)

typedef void (*TrinhProgressFunc) (guint done,
                                   guint total,
                                   gpointer user_data);

/* @progress: (nullable); called on the calling thread */
TrinhPages *trinh_pages_new (TrinhDocument *document,
                             TrinhProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
/* The same pages, sooner: texts that stand in @before (nullable) too are not laid out again. */
TrinhPages *trinh_pages_new_after (TrinhPages *before,
                                   TrinhDocument *document,
                                   TrinhProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
TrinhDocument *trinh_pages_get_document (TrinhPages *self);
guint trinh_pages_get_n_pages (TrinhPages *self);
/* Points (1/72 inch) */
void trinh_pages_get_size (TrinhPages *self,
                           guint page,
                           double *width,
                           double *height);
/* Paints the page in points at the origin of @cr; white ground not included. */
void trinh_pages_draw (TrinhPages *self,
                       guint page,
                       cairo_t *cr);
/* As trinh_pages_draw(), but what does not reach between @top and @bottom (points) may be left out; the caller clips. */
void trinh_pages_draw_strip (TrinhPages *self,
                             guint page,
                             double top,
                             double bottom,
                             cairo_t *cr);
/**
 * trinh_pages_find_change:
 * @top: (out): points from the top
 * @bottom: (out)
 *
 * Holds a page against the same page of the pages that @self was laid out after.
 *
 * Returns: %FALSE: they look the same; else all of the page above @top and below @bottom does
 */
gboolean trinh_pages_find_change (TrinhPages *self,
                                  TrinhPages *before,
                                  guint page,
                                  double *top,
                                  double *bottom);

/* A part of a text that was searched for. @hit: number of the hit, from 0; one over a line's end has several marks */
typedef struct
{
  guint hit;
  guint page;
  double x;
  double y;
  double width;
  double height;
} TrinhPageMark;

/* (transfer full) (element-type TrinhPageMark): where @text stands on the pages, in reading order; without regard to
 * case, accents and line ends. @n_hits: (out) (optional) */
GArray *trinh_pages_search (TrinhPages *self,
                            const char *text,
                            guint *n_hits);
/* (element-type TrinhBox): role-tagged boxes of all pages, in reading order */
GPtrArray *trinh_pages_get_boxes (TrinhPages *self);
/* Where @box comes from, more closely than its place: "s3#2" is the third paragraph that the section's text is printed as, see
 * trinh_markup_find_paragraph(). (transfer full) (nullable) */
char *trinh_pages_dup_place (TrinhPages *self,
                             const TrinhBox *box);
/* The PNG of a page at @resolution dots per inch, white ground. TRINH_DOCUMENT_ERROR_DRAW, G_FILE_ERROR */
gboolean trinh_pages_write_png (TrinhPages *self,
                                guint page,
                                double resolution,
                                const char *path,
                                GError **error);

G_END_DECLS
