/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pages.h"

G_BEGIN_DECLS

/**
 * TrinhTagSink:
 * @begin: a tagged element begins: "H1" "H2" "H3" "P" "L" "LI" "LBody" "Table" "TR" "TH" "TD"
 * @end: it ends; calls nest, and everything that began on a page ends on it
 *
 * What the PDF writer hears while a page is painted. An element that goes on
 * over a page's end is closed there and begun anew on the next page. What is
 * painted outside of any element (page numbers, drawn lines) is decoration.
 */
typedef struct
{
  void (*begin) (cairo_t *cr,
                 const char *tag,
                 const char *attributes, /* (nullable): in the syntax of cairo_tag_begin() */
                 gpointer user_data);
  void (*end) (cairo_t *cr,
               const char *tag,
               gpointer user_data);
  gpointer user_data;
} TrinhTagSink;

/**
 * TrinhBookmark:
 * @title: as printed, on one line
 * @level: from 1
 * @page: from 0
 * @y: points from the top of the page
 */
typedef struct
{
  char *title;
  guint level;
  guint page;
  double y;
} TrinhBookmark;

/* How thick lines are drawn, points */
double trinh_pages_get_rule (TrinhPages *self);
/* Letters of @text that the font of the pages lacks and another one shows. (transfer full) (nullable): none */
char *trinh_pages_dup_foreign_letters (TrinhPages *self,
                                       const char *text);
/* As trinh_pages_draw(), telling @sink (nullable) of the structure. */
void trinh_pages_draw_tagged (TrinhPages *self,
                              guint page,
                              cairo_t *cr,
                              const TrinhTagSink *sink);
/* The same of pages that nobody else holds, each drawn one time, the first one first: what only other uses need is let go
 * of before, and what stands on a page when it is drawn. Afterwards the pages are blank. */
void trinh_pages_draw_once (TrinhPages *self,
                            guint page,
                            cairo_t *cr,
                            const TrinhTagSink *sink);
/* (transfer none) (element-type TrinhBookmark): headings, annexes and forms in reading order */
GPtrArray *trinh_pages_list_bookmarks (TrinhPages *self);

G_END_DECLS
