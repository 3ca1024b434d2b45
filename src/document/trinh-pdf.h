/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-pages.h"

G_BEGIN_DECLS

/* What a finished file names as the program that made it; the version tells whose pages they are */
#define TRINH_PDF_PROGRAM "Trình Ký " PACKAGE_VERSION

/**
 * trinh_pdf_render:
 *
 * Draws the pages with cairo (tagged, fonts embedded, bookmarks), completes the
 * file with qpdf (language, XMP, attachment `report.trinhky` with AFRelationship
 * Data, fixed dates and ID) and checks it. The same pages give the same bytes.
 *
 * Returns: (transfer full): the file's bytes; %NULL with TRINH_DOCUMENT_ERROR_DRAW,
 *   TRINH_DOCUMENT_ERROR_FINISH or G_IO_ERROR_CANCELLED (looked for between pages)
 */
GBytes *trinh_pdf_render (TrinhPages *pages,
                          TrinhProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
/* As trinh_pdf_render(). @pages: (transfer full): let go of, where nobody else holds them, before the file is completed:
 * their texts take as much memory as that needs */
GBytes *trinh_pdf_render_last (TrinhPages *pages,
                               TrinhProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);
/* The same by halves, each of which may be a process of its own: @order is what trinh_pdf_order_make() gave of the
 * pages, @drawn what trinh_pdf_draw() wrote. (transfer full) */
GBytes *trinh_pdf_complete (GBytes *drawn,
                            GBytes *order,
                            GError **error);
/* (transfer full): the bytes of the attachment named "report.trinhky"; NULL with G_IO_ERROR_NOT_FOUND
 * where there is none, G_IO_ERROR_INVALID_DATA where the file is no PDF, damaged or cut off (nothing is
 * repaired) or the attachment larger than 16 MiB */
GBytes *trinh_pdf_read_attachment (GBytes *pdf,
                                   GError **error);

/* What trinh_document_set_origin() gave the document that the file was made of. (transfer full) (nullable) */
char *trinh_pdf_read_origin (GBytes *pdf);

G_END_DECLS
