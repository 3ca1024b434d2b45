/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <cairo.h>

#include "trinh-pdf.h"

G_BEGIN_DECLS

/* The half of the PDF that needs no qpdf: what cairo draws, and what is to be known to complete it. */

/**
 * TrinhPdfMetadata:
 * @title: of the document
 * @author: the office
 * @identifier: of the report and its revision
 * @origin: (nullable): what the document was made from
 * @date: Julian; all dates of the file are this day's, never the clock's
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *identifier;
  const char *origin;
  guint32 date;
} TrinhPdfMetadata;

/* Borrowed from @document */
void trinh_pdf_metadata_init (TrinhPdfMetadata *self,
                              TrinhDocument *document);
/* "2022-06-09T00:00:00+07:00", as XMP and cairo want it. (transfer full) */
char *trinh_pdf_metadata_dup_iso_date (const TrinhPdfMetadata *metadata);
/* "D:20220609000000+07'00'". (transfer full) */
char *trinh_pdf_metadata_dup_pdf_date (const TrinhPdfMetadata *metadata);

/* What the figures show, in reading order. (transfer container) (element-type utf8) */
GPtrArray *trinh_pdf_list_alternatives (TrinhDocument *document);
/* Cells of the pages' tables, in reading order: how many there are, then of each that goes over several rows or columns
 * its position and both numbers. Before the pages are drawn once. (transfer full) (element-type guint32) */
GArray *trinh_pdf_list_spans (TrinhPages *pages);
/* @once: with trinh_pages_draw_once(); @write: is given the file as it grows; what it cannot take is TRINH_DOCUMENT_ERROR_DRAW */
gboolean trinh_pdf_draw (TrinhPages *pages,
                         gboolean once,
                         const TrinhPdfMetadata *metadata,
                         cairo_write_func_t write,
                         gpointer closure,
                         TrinhProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
