/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <qpdf/qpdf-c.h>

#include "trinh-pdf-draw.h"

G_BEGIN_DECLS

#define TRINH_PDF_ATTACHMENT_NAME "report.trinhky"
#define TRINH_PDF_ATTACHMENT_TYPE "application/vnd.trinhky.report+json"
#define TRINH_PDF_ATTACHMENT_MOST (16 * 1024 * 1024) /* as a report file: contract, "The report file" */
#define TRINH_PDF_LANGUAGE "vi-VN"

/* The XMP packet. @producer: (nullable): as the information dictionary has it. (transfer full) */
char *trinh_pdf_metadata_dup_xmp (const TrinhPdfMetadata *metadata,
                                  const char *producer);
void trinh_pdf_metadata_write (const TrinhPdfMetadata *metadata,
                               qpdf_data qpdf);

/* The colours that the file's numbers mean (sRGB), as ISO 19005-3, 6.2.3 asks. */
void trinh_pdf_add_output_intent (qpdf_data qpdf);
/* Says of each composite font what cairo leaves to be the default: glyphs are numbered as they are (6.2.11.3.2). */
void trinh_pdf_map_glyphs (qpdf_data qpdf);

/* Adds the report file as an associated file of the document. */
void trinh_pdf_attach (qpdf_data qpdf,
                       const TrinhPdfMetadata *metadata,
                       GBytes *attachment);
/* What a stream holds, of 16 MiB and a little more at most. (transfer full) */
GBytes *trinh_pdf_unpack (qpdf_data qpdf,
                          qpdf_oh stream,
                          GError **error);
/* As trinh_pdf_read_attachment(), of a file that is open already. (transfer full) */
GBytes *trinh_pdf_read_report (qpdf_data qpdf,
                               GError **error);

/* Hangs all elements under one "Document", says of each header cell that it heads its column, of each cell over how many
 * rows and columns it goes, and of each figure what it shows: cairo drops these attributes, and reads page numbers into a
 * "Document" of its own. @alternatives: (nullable) (element-type utf8): of the figures, in reading order; @spans:
 * (nullable): as trinh_pdf_list_spans() */
void trinh_pdf_complete_structure (qpdf_data qpdf,
                                   GPtrArray *alternatives,
                                   GArray *spans);

/* What qpdf has to say, an error before a warning. (transfer full) (nullable) */
char *trinh_pdf_dup_complaint (qpdf_data qpdf);
/* Opened without repairing anything; NULL with G_IO_ERROR_INVALID_DATA. @pdf must outlive it. */
qpdf_data trinh_pdf_open (GBytes *pdf,
                          GError **error);

/* Completes what cairo drew, and checks the result. @alternatives, @spans: (nullable): as above. (transfer full) */
GBytes *trinh_pdf_finish (GBytes *drawn,
                          const TrinhPdfMetadata *metadata,
                          GBytes *attachment,
                          GPtrArray *alternatives,
                          GArray *spans,
                          GError **error);

G_END_DECLS
