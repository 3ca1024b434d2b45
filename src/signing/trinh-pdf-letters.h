/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrinhPdfLetter:
 * @letter: as the file says it is to be read; never white space
 * @x: points from the page's left edge to the letter's middle
 * @y: points from the top to the letter's middle
 * @width: points
 *
 * A letter on a page, as a reader that is not ours finds it.
 */
typedef struct
{
  gunichar letter;
  double x;
  double y;
  double width;
} TrinhPdfLetter;

/**
 * trinh_pdf_list_letters:
 * @pdf: a PDF file
 * @creator: (out) (optional) (nullable): the program that says it made the file
 *
 * What stands on the pages, by poppler: fields and pictures aside.
 *
 * Returns: (transfer full) (element-type GArray of TrinhPdfLetter): an array for each page, in poppler's reading
 *   order; %NULL with an error of poppler where the file cannot be read
 */
GPtrArray *trinh_pdf_list_letters (GBytes *pdf,
                                   char **creator,
                                   GError **error);

/* 0 where the file cannot be read */
guint trinh_pdf_count_pages (GBytes *pdf);

G_END_DECLS
