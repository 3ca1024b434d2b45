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

/**
 * trinh_pdf_find_unseen:
 * @page: (out): from 0
 *
 * Whether a letter that trinh_pdf_list_letters() tells of leaves nothing on the page that an eye could see, by poppler: it
 * was painted over, is as white as the paper, or was never painted.
 *
 * Returns: %FALSE where there is none, or the file cannot be read
 */
gboolean trinh_pdf_find_unseen (GBytes *pdf,
                                guint *page);

/* 0 where the file cannot be read */
guint trinh_pdf_count_pages (GBytes *pdf);

G_END_DECLS
